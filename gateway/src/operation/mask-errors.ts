/**
 * What of an error is sent to a client. Errors made for people keep their code, sentence and data; every
 * other error becomes INTERNAL with an error id, and its details go to the log. Neither holds a stack, a
 * host, a URL or the name of a fetch.
 */
import { randomBytes } from 'node:crypto'
import { errorCodes, HubError, type ErrorCode } from '@samenhang/subgraph-kit/errors'
import { GraphQLError, Kind, type GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'

/** Codes that Apollo Server gives to what is wrong with the request itself. */
const requestCodes: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
])

/** Names in `extensions` that other software reads or that describe it; they are no data for a client. */
const reserved: ReadonlySet<string> = new Set([
  'http',
  'serviceName',
  'stacktrace',
  'exception',
  'valueCompletion',
])

/** A subgraph's message of an unforeseen error may hold anything. */
const faultElsewhere = 'A fault in the hub. Report the errorId.'
const mostText = 1_000

/** An error of the execution of a plan, as it may leave: masked, and with a path in the client's operation. */
export function maskExecutionError(error: unknown, logger: Logger, traceId: string): GraphQLError {
  if (isVariableError(error)) return discreet(error)
  const path = error instanceof GraphQLError ? clientPath(error.path) : undefined
  const extensions = extensionsOf(error)
  if (isErrorCode(extensions['code']) && error instanceof Error) {
    const message =
      extensions['code'] === 'INTERNAL' ? faultElsewhere : withoutNumbers(error.message.slice(0, mostText))
    return new GraphQLError(message, { ...(path && { path }), extensions: dataOf(extensions) })
  }
  return internalError(error, logger, traceId, path)
}

/**
 * Errors of domains that did not answer, each at the null that it explains: a path ends at the first null or list of the answer, and two errors with
 * the same path become one.
 */
export function errorsAtNulls(errors: readonly GraphQLError[], data: unknown): readonly GraphQLError[] {
  const seen = new Set<string>()
  return errors.flatMap((error) => {
    if (error.extensions['code'] !== 'SUBGRAPH_UNAVAILABLE' || !error.path) return error
    const path = untilNull(error.path, data)
    const key = JSON.stringify([error.extensions['subgraph'], path])
    if (seen.has(key)) return []
    seen.add(key)
    return new GraphQLError(error.message, { path, extensions: error.extensions })
  })
}

function untilNull(path: readonly (string | number)[], data: unknown): readonly (string | number)[] {
  let value = data
  for (const [index, step] of path.entries()) {
    if (typeof value !== 'object' || value === null || (Array.isArray(value) && typeof step === 'string')) {
      return path.slice(0, index)
    }
    value = (value as Readonly<Record<string | number, unknown>>)[step]
  }
  return path
}

/** Masks the errors of Apollo Server, which arise before and beside execution. */
export function formatError(
  logger: Logger,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const code = formatted.extensions?.['code']
    if (isErrorCode(code) || requestCodes.has(code)) {
      const message = withoutNumbers(formatted.message)
      return { ...formatted, message, extensions: dataOf(formatted.extensions ?? {}) }
    }
    return internalError(error, logger).toJSON()
  }
}

/** INTERNAL with an id that finds the details in the log. */
export function internalError(
  error: unknown,
  logger: Logger,
  traceId?: string,
  path?: readonly (string | number)[],
): GraphQLError {
  const errorId = randomBytes(6).toString('hex')
  logger.error({ errorId, traceId, path, err: error }, 'internal error')
  const { message, extensions } = new HubError(
    'INTERNAL',
    `Something went wrong in the hub. Report the error id ${errorId}.`,
    { errorId },
  )
  return new GraphQLError(message, { ...(path && { path }), extensions })
}

const statuses: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  PURPOSE_NOT_ALLOWED: 403,
  POST_ONLY: 405,
  OPERATION_NOT_REGISTERED: 404,
  OPERATION_NOT_TRUSTED: 403,
  // As Apollo's clients expect it.
  PERSISTED_QUERY_NOT_FOUND: 200,
  RELEASE_NOT_ALLOWED: 403,
  RELEASE_NOT_FOUND: 404,
  RELEASE_REFUSED: 403,
  PLANNING_BUSY: 503,
  HUB_BUSY: 503,
  OBJECT_BUDGET_EXCEEDED: 429,
  ISSUER_UNAVAILABLE: 503,
  BODY_TOO_LARGE: 413,
  TABLE_NOT_ALLOWED: 403,
  TABLE_FORMAT_UNKNOWN: 406,
  TABLE_TOO_LARGE: 413,
  TABLE_INCOMPLETE: 502,
  TABLE_CHANGED: 503,
  SNAPSHOT_NOT_FOUND: 404,
  SNAPSHOT_GONE: 410,
  FIGURES_NOT_MADE: 503,
  FIGURES_NOT_FOUND: 404,
}
const headersByStatus: Readonly<Record<number, readonly (readonly [string, string])[]>> = {
  401: [['www-authenticate', 'Bearer']],
  405: [['allow', 'POST']],
}

/** The status and the headers of an answer that consists of this error. */
export function statusOf(error: unknown): {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
} {
  const status = error instanceof HubError ? (statuses[error.code] ?? 400) : 500
  const seconds = error instanceof HubError ? error.extensions['retryAfter'] : undefined
  const retryAfter = typeof seconds === 'number' ? ([['retry-after', String(seconds)]] as const) : []
  return { status, headers: [...(headersByStatus[status] ?? []), ...retryAfter] }
}

/** The body of an answer that holds one error and no data. */
export function errorBody({ message, extensions }: Pick<GraphQLError, 'message' | 'extensions'>): string {
  // An error id may have nine digits in a row, and its message quotes nothing else.
  const masked = extensions['code'] === 'INTERNAL' ? message : withoutNumbers(message)
  return JSON.stringify({ errors: [{ message: masked, extensions }] })
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCodes, code)
}

/** A variable that does not fit its type: a fault of the client, which Apollo Server recognises by its node. */
function isVariableError(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION
}

function discreet(error: GraphQLError): GraphQLError {
  const { message, nodes, extensions } = error
  const masked = withoutNumbers(message)
  return masked === message ? error : new GraphQLError(masked, { ...(nodes && { nodes }), extensions })
}

/** Error messages quote the request. Nine digits may be a citizen service number, which no error may hold, because clients log errors. */
export function withoutNumbers(message: string): string {
  return message.replace(/(?<!\d)\d{9}(?!\d)/g, '(a number)')
}

function extensionsOf(error: unknown): Readonly<Record<string, unknown>> {
  const extensions = error instanceof Error && 'extensions' in error ? error.extensions : undefined
  return typeof extensions === 'object' && extensions !== null ? { ...extensions } : {}
}

/** The data of an error: plain values and lists of them, texts cut and masked. */
function dataOf(extensions: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(extensions)
      .filter(
        ([name, value]) =>
          !reserved.has(name) && (Array.isArray(value) ? value.every(isPlain) : isPlain(value)),
      )
      .map(([name, value]) => [name, isErrorId(name, value) ? value : discreetData(value)]),
  )
}

function isErrorId(name: string, value: unknown): boolean {
  return name === 'errorId' && typeof value === 'string' && /^[0-9a-f]{12}$/.test(value)
}

function discreetData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(discreetData)
  return typeof value === 'string' ? withoutNumbers(value.slice(0, mostText)) : value
}

function isPlain(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

/** Apollo writes `@` for each item of a list, which no path of a client has, so the path ends before it. */
function clientPath(
  path: readonly (string | number)[] | undefined,
): readonly (string | number)[] | undefined {
  const at = path?.indexOf('@') ?? -1
  return at < 0 ? path : path?.slice(0, at)
}
