/**
 * One fetch of a query plan: asks a source within the deadline, counts it, and turns every failure into
 * SUBGRAPH_UNAVAILABLE at the path whose fields are null. Details of a failure go to the log only, never into
 * the answer.
 */
import type { RequestContext } from '../access/request-context.ts'
import type { GraphQLDataSource } from '@apollo/gateway'
import { isRecord } from '@samenhang/subgraph-kit/http-body'
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { PromiseOrValue } from '@samenhang/subgraph-kit/promise-or-value'
import type { SubgraphAnswer, SubgraphRequest } from '@samenhang/subgraph-kit/subgraph'
import { Kind, parse, type GraphQLFormattedError, type SelectionSetNode } from 'graphql'
import type { Logger } from 'pino'
import { textForLogs } from '../telemetry/log-text.ts'
import type { Metrics } from '../telemetry/metrics.ts'
import type { SubgraphSource } from './source.ts'
import { waitAtMost } from './cancellation.ts'
import { assertWhole } from './whole-answer.ts'

/** One fetch, as an observer sees it. */
export interface FetchEvent {
  readonly traceId: string
  readonly subgraph: string
  readonly request: SubgraphRequest
}

export interface FetchOptions {
  /** Milliseconds a subgraph has to answer. */
  readonly deadline: number
  readonly logger: Logger
  readonly observe?: ((event: FetchEvent) => void) | undefined
  readonly metrics: Metrics
}

/** Asks a source; `within` is where the answer goes, `@` being every item of a list. Never throws: a failure is an error of the answer. */
export type AskSource = (
  request: SubgraphRequest,
  context: RequestContext,
  within: readonly (string | number)[],
) => PromiseOrValue<SubgraphAnswer>

export function askSource(source: SubgraphSource, options: FetchOptions): AskSource {
  const failed = (
    error: unknown,
    { query }: SubgraphRequest,
    { caller: { traceId } }: RequestContext,
    within: readonly (string | number)[],
  ): SubgraphAnswer => {
    options.logger.warn({ traceId, subgraph: source.name, err: error }, 'subgraph unavailable')
    return { data: null, errors: unavailable(source.name, query, within) }
  }
  const warnOfBadValues = (
    { errors = [] }: SubgraphAnswer,
    { caller: { traceId } }: RequestContext,
  ): void => {
    const bad = errors.filter((error) => error.extensions?.['code'] === 'BAD_SUBGRAPH_VALUE')
    const paths = bad.slice(0, 10).map(({ path }) => path && textForLogs(path.join('.'), 500))
    if (bad.length > 0)
      options.logger.warn(
        { traceId, subgraph: source.name, places: paths, count: bad.length },
        'values do not match the schema',
      )
  }
  const atMost = waitAtMost(options.deadline)
  const wait = async (
    request: SubgraphRequest,
    context: RequestContext,
    within: readonly (string | number)[],
    called: Promise<SubgraphAnswer> | undefined,
  ): Promise<SubgraphAnswer> => {
    try {
      const answer = await atMost(
        context.signal,
        (cancellation) => called ?? source.fetch(request, context.caller, cancellation),
      )
      assertAnswered(request, answer)
      noteAlarms(answer, context)
      warnOfBadValues(answer, context)
      return answer
    } catch (error) {
      return failed(error, request, context, within)
    }
  }
  return (request, context, within) => {
    const { caller, fetches } = context
    fetches.set(source.name, (fetches.get(source.name) ?? 0) + 1)
    options.metrics.fetch(source.name)
    options.observe?.({ traceId: caller.traceId, subgraph: source.name, request })
    try {
      const called = source.call?.(request, caller)
      // A value that is there at once needs neither a deadline nor a signal.
      if (called === undefined || called instanceof Promise) return wait(request, context, within, called)
      assertAnswered(request, called)
      noteAlarms(called, context)
      return called
    } catch (error) {
      return failed(error, request, context, within)
    }
  }
}

function noteAlarms({ extensions }: SubgraphAnswer, { alarms }: RequestContext): void {
  for (const alarm of extensions?.alarms ?? []) alarms.add(alarm)
}

type ProcessOptions = Parameters<GraphQLDataSource['process']>[0]

/**
 * The source as Apollo's executor uses it. Where a subgraph knows an entity by its interface only, its `__typename` is removed: the executor would
 * take the interface for the entity's type, and answer null without an error.
 */
export function dataSourceFor(ask: AskSource, isObjectType: (name: unknown) => boolean): GraphQLDataSource {
  return {
    async process(options: ProcessOptions) {
      const { query = '', variables, operationName } = options.request
      const request = { query, ...(variables && { variables }), ...(operationName && { operationName }) }
      const within = 'pathInIncomingRequest' in options ? (options.pathInIncomingRequest ?? []) : []
      const { data = null, errors } = await ask(request, options.context as RequestContext, within)
      if (data && variables?.['representations']) keepNames(data['_entities'], isObjectType)
      return { data, ...(errors?.length ? { errors } : {}) }
    },
  }
}

function keepNames(entities: unknown, isObjectType: (name: unknown) => boolean): void {
  for (const entity of Array.isArray(entities) ? (entities as unknown[]) : [])
    if (isRecord(entity) && !isObjectType(entity['__typename'])) Reflect.deleteProperty(entity, '__typename')
}

function assertAnswered(request: SubgraphRequest, answer: SubgraphAnswer): void {
  const [error] = answer.data ? [] : (answer.errors ?? [])
  // Differing keys or clocks are for operators, whose log has them; for a client the domain is unavailable.
  if (error?.extensions?.['code'] === 'SUBGRAPH_TOKEN_REFUSED') throw new Error(error.message)
  assertWhole(request, answer)
}

/**
 * The errors for a fetch that failed. For one object: one error at each field that is now null. Below a list: one error whose path
 * ends at the list, because a thousand like it say no more; mask-errors.ts cuts it there.
 */
function unavailable(
  subgraph: string,
  query: string,
  within: readonly (string | number)[],
): GraphQLFormattedError[] {
  const { message, extensions } = new HubError(
    'SUBGRAPH_UNAVAILABLE',
    `The domain "${subgraph}" did not answer in time or in full; its fields are null. Try again.`,
    { subgraph },
  )
  if (within.includes('@')) return [{ message, extensions, path: [] }]
  return responseKeys(query).map((path) => ({ message, extensions, path }))
}

/**
 * The paths of the fields that a fetch is for: `[neighbourhood]`, `[_entities, 0, housing]`, and below an object that several
 * subgraphs fill, `[datasets, care]`. mask-errors.ts ends a path where the answer is null already.
 */
function responseKeys(query: string): (string | number)[][] {
  const operation = parse(query, { noLocation: true }).definitions.find(
    (node) => node.kind === Kind.OPERATION_DEFINITION,
  )
  return (operation ? keysOf(operation.selectionSet) : []).flatMap(({ key, selectionSet }) =>
    key === '_entities' && selectionSet
      ? keysOf(selectionSet).map((field) => ['_entities', 0, field.key])
      : pathsBelow(key, selectionSet),
  )
}

function pathsBelow(key: string, selectionSet: SelectionSetNode | undefined): string[][] {
  const children = selectionSet ? keysOf(selectionSet) : []
  const holdsOnlyObjects = children.length > 0 && children.every((child) => child.selectionSet)
  return holdsOnlyObjects
    ? children.flatMap((child) => pathsBelow(child.key, child.selectionSet).map((path) => [key, ...path]))
    : [[key]]
}

function keysOf({
  selections,
}: SelectionSetNode): { key: string; selectionSet: SelectionSetNode | undefined }[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return keysOf(selection.selectionSet)
    if (selection.kind !== Kind.FIELD || selection.name.value === '__typename') return []
    return [{ key: selection.alias?.value ?? selection.name.value, selectionSet: selection.selectionSet }]
  })
}
