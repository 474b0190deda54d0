/**
 * Follows the registry: looks every few seconds, and at once where the registry says so, whether there is another release, and has it served. One that
 * is not to be served is named, and the one before it stays.
 */
import type { ReleaseStatement } from '@samenhang/schema/registry/release'
import { ReleaseRefused } from '@samenhang/schema/registry/signing'
import type { ReleaseReadiness } from '../processes/watched.ts'
import type { Logger } from '../telemetry/log.ts'
import type { VerifiedRelease } from './verified-release.ts'

export interface FollowOptions {
  /** The release that is served; null for what is committed. */
  readonly first: ReleaseStatement | null
  /** The release to serve after `last`; null for none. Throws ReleaseRefused. */
  newest(last: ReleaseStatement | null): Promise<VerifiedRelease | null>
  /** Has it served. Throws where no gateway can serve it. */
  serve(release: VerifiedRelease): Promise<void>
  readonly everyMs: number
  readonly logger: Logger
}

export interface Following {
  /** What `/ready` tells of it. */
  readonly state: ReleaseReadiness
  /** Looks now; resolves when what was found is served or refused. */
  look(): Promise<void>
  stop(): Promise<void>
}

export function followRegistry({ first, newest, serve, everyMs, logger }: FollowOptions): Following {
  let last = first
  let refused: ReleaseReadiness['refused']
  let unreadable: string | undefined
  /** One that no gateway could be made of is not tried again. */
  let failed: number | undefined
  let looking: Promise<void> | undefined
  let isAskedAgain = false
  let stopped = false

  const refuse = (number: number | null, reason: string): void => {
    if (refused?.reason !== reason || refused.number !== number)
      logger.error({ release: number, reason }, 'a release is refused; the one before it is served on')
    refused = { number, reason }
  }
  const lookOnce = async (): Promise<void> => {
    let found: VerifiedRelease | null
    try {
      found = await newest(last)
      unreadable = undefined
    } catch (error) {
      if (error instanceof ReleaseRefused) return refuse(null, error.message)
      const reason = error instanceof Error ? error.message : String(error)
      if (unreadable === undefined)
        logger.warn({ reason }, 'the registry cannot be read; what is served stays')
      unreadable = reason
      return
    }
    if (!found) {
      // What was refused for its signature may hold by now.
      if (failed === undefined) refused = undefined
      return
    }
    const { number } = found.statement
    if (number === failed) return
    try {
      await serve(found)
    } catch (error) {
      failed = number
      return refuse(number, error instanceof Error ? error.message : String(error))
    }
    logger.info({ release: number, changed: found.statement.changed }, 'a release is served')
    last = found.statement
    refused = failed = undefined
  }
  const look = (): Promise<void> => {
    if (stopped) return Promise.resolve()
    if (looking) {
      isAskedAgain = true
      return looking
    }
    looking = lookOnce().finally(() => {
      looking = undefined
      if (!isAskedAgain) return
      isAskedAgain = false
      void look()
    })
    return looking
  }
  const timer = setInterval(() => void look(), everyMs)
  timer.unref()
  return {
    get state() {
      return {
        number: last?.number ?? null,
        ...(refused && { refused }),
        ...(unreadable !== undefined && { unreadable }),
      }
    },
    look,
    async stop() {
      stopped = true
      clearInterval(timer)
      await looking
    },
  }
}
