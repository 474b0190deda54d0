/** Follows what consumers register: looks every few seconds whether operations were registered or removed, and has those that there are served. */
import type { Logger } from '../telemetry/log.ts'
import { registeredDocuments } from '../operation/registered-documents.ts'
import type { OpenedRegistry } from './opened-registry.ts'

export interface FollowOperationsOptions {
  readonly registry: OpenedRegistry
  /** Has these texts by id served, and no others. */
  readonly serve: (registered: ReadonlyMap<string, string>) => Promise<void>
  /** Milliseconds between two looks. */
  readonly everyMs: number
  readonly logger: Logger
}

export interface FollowingOperations {
  /** Looks now, after a look that is under way; resolves when what was found is served. Forced, it serves what did not change too. */
  look(how?: { readonly isForced: boolean }): Promise<void>
  stop(): Promise<void>
}

export function followOperations({
  registry,
  serve,
  everyMs,
  logger,
}: FollowOperationsOptions): FollowingOperations {
  let served: string | undefined
  let isFailing = false
  let stopped = false
  let looking: Promise<void> = Promise.resolve()

  const lookOnce = async (isForced: boolean): Promise<void> => {
    if (stopped) return
    try {
      const opened = await registry.open()
      if (!opened) return
      const version = await opened.operations.version()
      if (version === served && !isForced) return
      await serve(await registeredDocuments(opened))
      served = version
      isFailing = false
    } catch (error) {
      if (!isFailing) logger.warn({ err: error }, 'what consumers registered cannot be followed')
      isFailing = true
    }
  }
  const look: FollowingOperations['look'] = ({ isForced } = { isForced: false }) => {
    looking = looking.then(() => lookOnce(isForced))
    return looking
  }
  let isWaiting = false
  const timer = setInterval(() => {
    if (isWaiting) return
    isWaiting = true
    void look().finally(() => (isWaiting = false))
  }, everyMs)
  timer.unref()
  return {
    look,
    async stop() {
      stopped = true
      clearInterval(timer)
      await looking
    },
  }
}
