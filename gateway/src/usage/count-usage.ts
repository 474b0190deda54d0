/** Usage, counted into the registry of this environment. A hub whose registry cannot be opened serves all the same, and counts nothing. */
import { openRegistry } from '@samenhang/schema/registry/registry'
import { errorForLogs } from '../telemetry/log-text.ts'
import type { Logger } from '../telemetry/log.ts'
import { createUsageCounter, type CountedUsage } from './usage-counter.ts'

export interface Counting {
  readonly usage: CountedUsage
  /** Stores what was counted, and closes the registry. */
  close(): Promise<void>
}

/** Null where `seconds` is 0 or the registry cannot be opened; then the log says why. */
export async function countUsage(
  environment: NodeJS.ProcessEnv,
  seconds: number,
  logger: Logger,
): Promise<Counting | null> {
  if (seconds === 0) return null
  try {
    const registry = await openRegistry(environment)
    const counter = createUsageCounter(registry.usage, logger, { seconds })
    return {
      usage: { counter, stored: registry.usage },
      async close() {
        await counter.close()
        await registry.close()
      },
    }
  } catch (error) {
    logger.warn({ err: errorForLogs(error) }, 'the registry cannot be opened; usage is not counted')
    return null
  }
}
