/**
 * Has the workers of a hub serve the newest release: the leader follows the registry, and new workers, which start with that release, take the place of
 * those that serve the one before. What a gateway is made of is made in a process that answers nobody yet.
 */
import { listenForReleases } from '@samenhang/schema/registry/listen'
import { hasRegistry, registryPlace } from '@samenhang/schema/registry/place'
import { verifierIn } from '@samenhang/schema/registry/signing'
import { dataDirectory } from '@samenhang/subgraph-kit/database'
import type { Readiness, ReleaseReadiness } from '../processes/watched.ts'
import type { Logger } from '../telemetry/log.ts'
import { followRegistry } from './follow-registry.ts'
import { keptRelease } from './kept-release.ts'
import { openRegistryOnce } from './opened-registry.ts'
import { newestIn } from './verified-release.ts'

export interface LeadOptions {
  readonly environment: NodeJS.ProcessEnv
  /** Milliseconds between two looks at the registry. */
  readonly everyMs: number
  /** Has new workers take the place of all; rejects, with all as they were, where `check` throws. */
  readonly renew: (check: (readiness: Readiness) => void) => Promise<void>
  readonly logger: Logger
}

export interface LeadingReleases {
  /** What `/ready` tells of it. */
  readonly state: ReleaseReadiness
  stop(): Promise<void>
}

/** To be called when the workers serve: they began with the newest release. */
export async function leadReleases({
  environment,
  everyMs,
  renew,
  logger,
}: LeadOptions): Promise<LeadingReleases> {
  const place = registryPlace(environment)
  const verify = verifierIn(environment)
  const registry = openRegistryOnce(environment)
  const served = hasRegistry(place)
    ? await keptRelease(dataDirectory(environment), place, verify, logger).read()
    : null
  const following = followRegistry({
    first: served?.statement ?? null,
    newest: newestIn(registry, verify),
    serve: ({ statement }) =>
      renew(({ release }) => {
        if (release?.number === statement.number) return
        throw new Error(
          release?.refused?.reason ?? `a new process did not serve release ${String(statement.number)}`,
        )
      }),
    everyMs,
    logger,
  })
  await following.look()
  const stopListening = listenForReleases(place, () => void following.look())
  return {
    get state() {
      return following.state
    },
    async stop() {
      await stopListening()
      await following.stop()
      await registry.close()
    },
  }
}
