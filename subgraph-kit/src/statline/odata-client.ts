/**
 * Asks the CBS's OData API for one address at a time and keeps at it: a broken connection, a cut body, 429 and 5xx are tried
 * again with growing pauses (or as `Retry-After` says). Every request has a deadline and a cap in bytes; no redirect is
 * followed, so nothing but the host the caller named is ever asked. What cannot be had is an ImportRefused.
 */
import { DelegateBackoff, handleType, retry } from 'cockatiel'
import { codeOf } from '../errors/error-code.ts'
import { ImportRefused } from './table.ts'

export interface OdataLimits {
  /** Records a page. */
  readonly pageSize: number
  /** How often one request is tried in all. */
  readonly attempts: number
  /** The first pause; each later one is twice as long, up to the longest. */
  readonly firstPauseMs: number
  readonly longestPauseMs: number
  /** How long one answer may take, body included. */
  readonly deadlineMs: number
  /** How large one answer may be. */
  readonly bytes: number
}

export const defaultLimits: OdataLimits = {
  pageSize: 1000,
  attempts: 6,
  firstPauseMs: 500,
  longestPauseMs: 60_000,
  deadlineMs: 120_000,
  bytes: 64 * 1024 * 1024,
}

export interface Retry {
  readonly attempt: number
  readonly pauseMs: number
  readonly reason: string
}

export interface OdataClientOptions {
  readonly origin: string
  readonly limits: OdataLimits
  readonly fetch: typeof fetch
  readonly signal: AbortSignal | undefined
  readonly onRetry: ((retry: Retry) => void) | undefined
}

export interface OdataClient {
  /** The answer to one address, parsed. */
  json(address: URL): Promise<Readonly<Record<string, unknown>>>
  /** The answer as it stands, for `$count`. */
  text(address: URL): Promise<string>
}

/** What to do where the publisher cannot give a table now. */
export const later = 'Try again later, or download the table and import the file.'

/** There is nothing at this address: the table, or this part of the interface, is not served here. */
export class NotServed extends ImportRefused {
  constructor(origin: string, { pathname }: URL) {
    const part = /\/(\w+)(?:\/\$count)?$/.exec(pathname)?.[1] ?? ''
    if (part === 'TableInfos') {
      super(origin, 'the CBS does not know this table', 'Check the id, such as 85984NED.')
    } else {
      super(origin, `the CBS knows the table but does not serve its ${part}`, later)
    }
  }
}

/** The host did not answer, however often it was asked. */
export class NoAnswer extends ImportRefused {}

/** Something that may go better next time. */
class TransientFailure extends Error {
  constructor(
    readonly reason: string,
    readonly pauseMs: number | null = null,
  ) {
    super(reason)
  }
}

export function makeOdataClient(options: OdataClientOptions): OdataClient {
  const { origin, limits, signal, onRetry } = options
  const policy = retry(handleType(TransientFailure), {
    maxAttempts: limits.attempts - 1,
    backoff: new DelegateBackoff(({ attempt, result }) => pauseOf(limits, attempt, result)),
  })
  let attempt = 0
  policy.onRetry((failure) => {
    attempt = failure.attempt
    onRetry?.({
      attempt,
      pauseMs: failure.delay,
      reason: reasonOf('error' in failure ? failure.error : null),
    })
  })
  async function ask<Answer>(address: URL, parse: (body: string) => Answer): Promise<Answer> {
    try {
      const answer = policy.execute(async () => parse(await request(options, address)), signal)
      return await (signal === undefined ? answer : Promise.race([answer, whenAborted(signal)]))
    } catch (error) {
      signal?.throwIfAborted()
      if (!(error instanceof TransientFailure)) throw error
      const problem = `the CBS gave no answer to use in ${limits.attempts} attempts (${error.reason})`
      throw new NoAnswer(origin, problem, 'Try again later; nothing was stored.')
    }
  }
  return { json: (address) => ask(address, parseJson), text: (address) => ask(address, (body) => body) }
}

/** A pause between attempts does not end by itself when the caller gives up. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const give = () => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'))
    }
    signal.addEventListener('abort', give, { once: true })
  })
}

function pauseOf(limits: OdataLimits, attempt: number, result: object): number {
  const error = 'error' in result ? result.error : null
  const askedPause = error instanceof TransientFailure ? error.pauseMs : null
  return Math.min(askedPause ?? limits.firstPauseMs * 2 ** (attempt - 1), limits.longestPauseMs)
}

async function request({ origin, limits, fetch, signal }: OdataClientOptions, address: URL): Promise<string> {
  const deadline = AbortSignal.timeout(limits.deadlineMs)
  try {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { accept: 'application/json' },
      signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
    })
    const body = await readBody(origin, answer, limits.bytes)
    if (!answer.ok) throw refusalOf(origin, address, answer, body)
    if (/^\s*<(?:!doctype html|html)/i.test(body))
      throw new TransientFailure(`it sent a web page${titleOf(body)} instead of data`)
    return body
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof ImportRefused || error instanceof TransientFailure) throw error
    throw new TransientFailure(
      deadline.aborted ? `no answer within ${limits.deadlineMs} ms` : reasonOf(error),
    )
  }
}

async function readBody(origin: string, answer: Response, most: number): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of answer.body ?? []) {
    const bytes = part as Uint8Array
    length += bytes.length
    if (length > most) {
      const problem = `the CBS sent more than ${most.toLocaleString('en')} bytes in one answer`
      throw new ImportRefused(origin, problem, 'Ask for one area at a time (--area).')
    }
    parts.push(bytes)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** What a page says of itself, as words for a message. */
function titleOf(page: string): string {
  const title = /<title[^>]*>([^<]{1,80})/i.exec(page)?.[1]?.replace(/\s+/g, ' ').trim()
  return title ? ` ("${title}")` : ''
}

function refusalOf(origin: string, address: URL, { status, headers }: Response, body: string): Error {
  if (status >= 300 && status < 400) {
    const problem = `the CBS answered with a redirect (${status}), which is not followed`
    return new ImportRefused(origin, problem, 'Set CBS_ODATA_URL to the address it now has.')
  }
  if (status === 404) {
    return new NotServed(origin, address)
  }
  if (body.includes('more than 10000 records')) {
    return new ImportRefused(
      origin,
      'the CBS refuses more than 10,000 records at once',
      'Report this: the hub pages.',
    )
  }
  if (status === 429 || status === 408 || status >= 500) {
    return new TransientFailure(`status ${status}`, retryAfter(headers.get('retry-after')))
  }
  return new ImportRefused(
    origin,
    `the CBS answered with status ${status}`,
    'Check the table id and CBS_ODATA_URL.',
  )
}

/** Milliseconds to wait: the header gives seconds or a date. */
function retryAfter(header: string | null): number | null {
  if (header === null) return null
  const seconds = Number(header)
  const pause = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000
  return Number.isNaN(pause) ? null : Math.max(0, pause)
}

/** A body that is no whole JSON was cut on its way. */
function parseJson(body: string): Readonly<Record<string, unknown>> {
  let answer: unknown
  try {
    answer = JSON.parse(body)
  } catch {
    throw new TransientFailure('the answer was cut off')
  }
  if (typeof answer === 'object' && answer !== null) {
    const error = errorIn(answer as Readonly<Record<string, unknown>>)
    if (error !== null) throw new TransientFailure(`it answered with the error "${error}"`)
    return answer as Readonly<Record<string, unknown>>
  }
  throw new TransientFailure('the answer is no OData')
}

/** The message of an OData error that came with status 200, or null where the answer is none. */
function errorIn(answer: Readonly<Record<string, unknown>>): string | null {
  const error = answer['odata.error'] ?? answer['error']
  if (typeof error !== 'object' || error === null) return null
  const message = 'message' in error ? error.message : ''
  const text = typeof message === 'object' && message !== null && 'value' in message ? message.value : message
  return String(text).replace(/\s+/g, ' ').slice(0, 120)
}

function reasonOf(error: unknown): string {
  if (error instanceof TransientFailure) return error.reason
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = codeOf(cause)
  return `the connection broke${code && `: ${code}`}`
}
