/**
 * Previews of the graph, each served to who has the scope that made it: a gateway over a preview is opened when it is first asked, and closed when
 * nobody asks any more or another is asked instead. Two are open at most. What is served to everyone else is not touched.
 */
import type { ReleaseStatement } from '@samenhang/schema/registry/release'
import { ReleaseRefused, type VerifyStatement } from '@samenhang/schema/registry/signing'
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { PromiseOrValue } from '@samenhang/subgraph-kit/promise-or-value'
import type { Authenticate, Credentials } from '../access/authenticate.ts'
import type { Gateway } from '../operation/gateway.ts'
import type { Logger } from '../telemetry/log.ts'
import type { OpenedRegistry } from './opened-registry.ts'
import { checkPreview, findPreview } from './preview-release.ts'
import type { VerifiedRelease } from './verified-release.ts'

export interface Previews {
  /**
   * Gives the gateway of a preview to `act`, which it stays open for. Rejects with HubError RELEASE_NOT_ALLOWED, RELEASE_NOT_FOUND, RELEASE_REFUSED,
   * HUB_BUSY or UNAUTHENTICATED.
   */
  use<Value>(
    number: string,
    credentials: Credentials,
    act: (gateway: Gateway) => PromiseOrValue<Value>,
  ): Promise<Value>
  /** Closes all as soon as nobody uses them: what they were checked against is served no longer. */
  forget(): void
  close(): Promise<void>
}

export interface PreviewsOptions {
  readonly registry: OpenedRegistry
  readonly verify: VerifyStatement
  /** Who asks, without a purpose. */
  readonly identify: Authenticate
  /** The supergraph that is served to everyone. */
  readonly served: () => string
  /** A gateway over this supergraph. */
  readonly make: (supergraphSdl: string) => Promise<Gateway>
  readonly logger: Logger
  /** Milliseconds without a request after which one is closed; ten minutes by default. */
  readonly idleMs?: number
}

/** Previews that are open at most. */
export const mostPreviews = 2

/** Milliseconds after which one that could not be opened is tried again. */
const againMs = 30_000

/** Every scope by which a preview is made begins with this. */
const releaseScopes = 'schema:release:'

interface Opened {
  readonly statement: ReleaseStatement
  readonly gateway: Promise<Gateway>
  underWay: number
  /** Set while nobody uses it. */
  ending: NodeJS.Timeout | undefined
  isForgotten: boolean
}

export function servePreviews(options: PreviewsOptions): Previews {
  const { registry, verify, identify, served, make, logger, idleMs = 600_000 } = options
  /** The one that was used longest ago first. */
  const opened = new Map<number, Opened>()
  let closing: Promise<unknown> = Promise.resolve()

  const forgetOne = (number: number, one: Opened): void => {
    if (opened.get(number) === one) opened.delete(number)
    clearTimeout(one.ending)
    if (one.isForgotten) return
    one.isForgotten = true
    if (one.underWay === 0) end(one)
  }
  const forget = (): void => {
    for (const [number, one] of opened) forgetOne(number, one)
  }
  const end = ({ gateway }: Opened): void => {
    closing = Promise.all([closing, gateway.then((one) => one.close()).catch(() => undefined)])
  }
  const makeRoom = (): void => {
    if (opened.size < mostPreviews) return
    const idle = [...opened].find(([, { underWay }]) => underWay === 0)
    if (!idle) throw new HubError('HUB_BUSY', 'Other previews are being asked. Try again.', { retryAfter: 5 })
    forgetOne(...idle)
  }
  const open = async (preview: VerifiedRelease): Promise<Gateway> => {
    const { number } = preview.statement
    try {
      await closing
      const { releases } = (await registry.open()) ?? {}
      if (!releases) throw notFound(number)
      await checkPreview(preview, releases, verify, served())
      return await make(preview.release.supergraph)
    } catch (error) {
      if (error instanceof HubError) throw error
      logger.error({ err: error, release: number }, 'a preview cannot be served')
      throw refused(number, error)
    }
  }
  const openOne = (preview: VerifiedRelease): Opened => {
    makeRoom()
    const { statement } = preview
    const one: Opened = {
      ...{ statement, gateway: open(preview), underWay: 0, ending: undefined, isForgotten: false },
    }
    opened.set(statement.number, one)
    return one
  }
  const find = async (number: number): Promise<VerifiedRelease> => {
    const { releases } = (await registry.open()) ?? {}
    try {
      const preview = releases && (await findPreview(releases, verify, number))
      if (preview) return preview
    } catch (error) {
      if (error instanceof ReleaseRefused) throw refused(number, error)
      throw error
    }
    throw notFound(number)
  }
  /** The preview, where these scopes may have it. */
  const openedFor = async (number: number, scopes: ReadonlySet<string>): Promise<Opened> => {
    const known = opened.get(number)
    if (known) return allowed(known, scopes)
    const preview = allowed(await find(number), scopes)
    // Another request may have opened it meanwhile.
    return opened.get(number) ?? openOne(preview)
  }
  const endUse = (number: number, one: Opened, ms: number): void => {
    one.underWay -= 1
    if (one.underWay > 0) return
    if (one.isForgotten) return end(one)
    one.ending = setTimeout(() => forgetOne(number, one), ms).unref()
  }
  return {
    async use(given, { authorization }, act) {
      const { access } = await identify({ authorization })
      if (![...access.scopes].some((scope) => scope.startsWith(releaseScopes))) throw notAllowed()
      if (!/^\d{1,9}$/.test(given))
        throw new HubError('BAD_REQUEST', 'X-Hub-Release is the number of a preview.')
      const number = Number(given)
      const one = await openedFor(number, access.scopes)
      clearTimeout(one.ending)
      one.underWay += 1
      if (opened.delete(number)) opened.set(number, one)
      let wait = againMs
      try {
        const gateway = await one.gateway
        wait = idleMs
        return await act(gateway)
      } finally {
        endUse(number, one, Math.min(wait, idleMs))
      }
    },
    forget,
    async close() {
      forget()
      await closing
    },
  }
}

/** One that no scope made is for nobody. */
function allowed<Preview extends { readonly statement: ReleaseStatement }>(
  preview: Preview,
  scopes: ReadonlySet<string>,
): Preview {
  const { scope } = preview.statement
  if (scope !== null && scopes.has(scope)) return preview
  throw notAllowed()
}

function notAllowed(): HubError {
  return new HubError(
    'RELEASE_NOT_ALLOWED',
    'A preview is answered to a token with the scope that made it, schema:release:<slice>.',
  )
}

function notFound(number: number): HubError {
  return new HubError('RELEASE_NOT_FOUND', `There is no preview ${String(number)}.`)
}

function refused(number: number, error: unknown): HubError {
  const reason =
    error instanceof ReleaseRefused
      ? error.message
      : `No gateway can be made of preview ${String(number)}; the log says why.`
  return new HubError('RELEASE_REFUSED', reason)
}
