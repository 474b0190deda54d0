/**
 * An outcome of the engine as the answer to its client: errors masked and with their paths, data already text.
 */
import { refusalsAt, refusalsOf } from '../access/refusal.ts'
import { GraphQLError, type ExecutionResult } from 'graphql'
import type { Outcome } from '../engine/engine.ts'
import { exactJson } from '../json/exact-numbers.ts'
import { internalError, maskExecutionError, errorsAtNulls } from './mask-errors.ts'
import type { RequestContext } from '../access/request-context.ts'
import type { Logger } from '../telemetry/log.ts'

/** An answer on its way to the client. */
export interface WrittenAnswer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  /** JSON: `{ data, errors }`; empty where `values` are given. */
  readonly text: string
  /** The data of an answer without errors, where values were asked for. */
  readonly values?: Values
}

type Values = NonNullable<Extract<Outcome, { kind: 'answered' }>['values']>

type ClientOutcome = Exclude<Outcome, { kind: 'apollo' }>

/** Data that is JSON already. Apollo Server passes it on unread. */
export class WrittenData {
  constructor(readonly text: string) {}
}

/** The result as Apollo Server takes it; `writeResult` then writes it. */
export function resultOf(outcome: ClientOutcome, context: RequestContext, logger: Logger): ExecutionResult {
  const errors = errorsOf(outcome, logger, context)
  if (outcome.kind === 'refused') return { errors }
  if (outcome.kind === 'denied') return { errors, data: null }
  const data = outcome.text === null ? null : new WrittenData(outcome.text)
  return { data: data as ExecutionResult['data'], ...(errors.length > 0 && { errors }) } as ExecutionResult
}

/** Writes an answer: `{ errors, data }` as JSON, whether the data is text already or not. */
export function writeResult({
  errors,
  data,
}: {
  readonly errors?: unknown
  readonly data?: unknown
}): string {
  if (!(data instanceof WrittenData)) return exactJson(JSON.stringify({ errors, data }))
  return errors === undefined
    ? `{"data":${data.text}}`
    : `{"errors":${JSON.stringify(errors)},"data":${data.text}}`
}

/** The errors of an outcome, each masked. */
export function errorsOf(
  outcome: ClientOutcome,
  logger: Logger,
  { caller: { traceId }, explain }: Pick<RequestContext, 'caller' | 'explain'>,
): readonly GraphQLError[] {
  if (outcome.kind === 'denied') return refusalsOf(outcome.refused, explain)
  const errors = outcome.errors.map((error) => maskExecutionError(error, logger, traceId))
  if (outcome.kind === 'refused') return errors
  const incomplete = outcome.incomplete.map(({ path, message }) =>
    internalError(new GraphQLError(message, { path }), logger, traceId, path),
  )
  const all = [...errors, ...incomplete, ...refusalsAt(outcome.refused, explain)]
  const needsPlacing = all.some(({ extensions }) => extensions['code'] === 'SUBGRAPH_UNAVAILABLE')
  return needsPlacing ? errorsAtNulls(all, outcome.text === null ? null : JSON.parse(outcome.text)) : all
}

/** The answer to a registered operation, as Apollo Server would write it. */
export function writtenAnswer(
  outcome: Extract<Outcome, { kind: 'answered' | 'denied' }>,
  context: RequestContext,
  logger: Logger,
): WrittenAnswer {
  if (outcome.kind === 'answered' && outcome.values)
    return { status: 200, headers: jsonHeaders, text: '', values: outcome.values }
  const errors = errorsOf(outcome, logger, context)
  for (const { extensions } of errors) context.codes.add(String(extensions['code']))
  const formatted = errors.map(({ message, path, extensions }) => ({ message, path, extensions }))
  const data = new WrittenData((outcome.kind === 'answered' ? outcome.text : null) ?? 'null')
  return {
    status: 200,
    headers: jsonHeaders,
    text: writeResult({ ...(errors.length > 0 && { errors: formatted }), data }),
  }
}

export const jsonHeaders = new Map([['content-type', 'application/json; charset=utf-8']])
