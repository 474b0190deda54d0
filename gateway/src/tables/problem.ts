/** What is sent instead of a table: a problem (RFC 9457) with the code of the error and its data. */
import { STATUS_CODES } from 'node:http'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { isRecord } from '@samenhang/subgraph-kit/http-body'
import { parseExactly } from '../json/exact-numbers.ts'
import { statusOf, withoutNumbers } from '../operation/mask-errors.ts'
import type { Json } from './rows.ts'

/** An error that the gateway answered an operation with. */
export class AnswerRefused extends Error {
  override readonly name = 'AnswerRefused'

  constructor(
    readonly status: number,
    message: string,
    readonly extensions: Readonly<Record<string, unknown>>,
    readonly headers: ReadonlyMap<string, string>,
  ) {
    super(message)
  }
}

export interface Problem {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly code: string
  readonly body: string
}

export const problemType = 'application/problem+json; charset=utf-8'

export function problemOf(error: HubError | AnswerRefused): Problem {
  const { status, headers } =
    error instanceof AnswerRefused
      ? { status: error.status, headers: [...error.headers].filter(([name]) => kept.has(name)) }
      : statusOf(error)
  const { code, ...data } = error.extensions
  const name = typeof code === 'string' ? code : 'INTERNAL'
  const body = JSON.stringify({
    type: `urn:samenhang:error:${name}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: name === 'INTERNAL' ? error.message : withoutNumbers(error.message),
    code: name,
    ...data,
  })
  return { status, headers, code: name, body }
}

const kept: ReadonlySet<string> = new Set([
  'retry-after',
  'allow',
  'www-authenticate',
  'ratelimit',
  'ratelimit-policy',
])

/** Errors of a place that is null because a domain, or the hub itself, did not answer it. */
const failures: ReadonlySet<unknown> = new Set([
  'SUBGRAPH_UNAVAILABLE',
  'SUBGRAPH_OUTDATED',
  'BAD_SUBGRAPH_VALUE',
  'DATABASE_UNAVAILABLE',
  'INTERNAL',
])

/**
 * The data of an answer that is whole. Throws AnswerRefused with the error of one that was refused, or has an error anywhere; HubError
 * TABLE_INCOMPLETE where that is a domain's failure.
 */
export function wholeData({
  status,
  text,
  values,
  headers,
}: {
  readonly status: number
  readonly text: string
  readonly values?: Readonly<Record<string, unknown>>
  readonly headers: ReadonlyMap<string, string>
}): Json {
  // Of an answer without errors.
  if (values) return values as Json
  const { data, errors } = parseExactly(text) as {
    readonly data?: Json
    readonly errors?: readonly unknown[]
  }
  const found = (errors ?? []).filter(isRecord)
  if (found.length === 0 && status === 200 && data !== undefined && data !== null) return data
  const [first] = found
  const extensions = isRecord(first?.['extensions']) ? first['extensions'] : {}
  const message = typeof first?.['message'] === 'string' ? first['message'] : 'The operation has no answer.'
  if (status >= 400) throw new AnswerRefused(status, message, extensions, headers)
  const failed = found.filter(
    (error) => isRecord(error['extensions']) && failures.has(error['extensions']['code']),
  )
  if (failed.length === 0) throw new AnswerRefused(400, message, extensions, headers)
  const subgraphs = [
    ...new Set(
      failed.flatMap(({ extensions: data }) =>
        isRecord(data) && typeof data['subgraph'] === 'string' ? [data['subgraph']] : [],
      ),
    ),
  ]
  const cause = failed.find(({ extensions: data }) => isRecord(data))?.['extensions']
  const errorId = isRecord(cause) ? cause['errorId'] : undefined
  const who = subgraphs.length > 0 ? subgraphs.join(' and ') : 'a domain'
  throw new HubError(
    'TABLE_INCOMPLETE',
    `The table is not whole, so nothing of it was sent: ${who} did not answer completely. Try again.`,
    {
      subgraphs,
      cause: isRecord(cause) ? cause['code'] : undefined,
      ...(typeof errorId === 'string' && { errorId }),
    },
  )
}
