/**
 * Serves the newest release of the registry, and follows it. Where there is no registry or no release, what is committed is served; where the registry
 * does not answer, the release that was served last.
 */
import { daysAgo } from '@samenhang/schema/check/dates'
import { listenForReleases } from '@samenhang/schema/registry/listen'
import { hasRegistry, registryPlace } from '@samenhang/schema/registry/place'
import type { Registry } from '@samenhang/schema/registry/registry'
import type { SharedRelease } from '@samenhang/schema/registry/release'
import type { VerifyStatement } from '@samenhang/schema/registry/signing'
import { dataDirectory } from '@samenhang/subgraph-kit/database'
import type { Gateway } from '../operation/gateway.ts'
import { registeredDocuments } from '../operation/registered-documents.ts'
import type { Logger } from '../telemetry/log.ts'
import { followOperations } from './follow-operations.ts'
import { followRegistry } from './follow-registry.ts'
import { keptRelease } from './kept-release.ts'
import type { OpenedRegistry } from './opened-registry.ts'
import { replaceableGateway } from './replaceable-gateway.ts'
import { newestIn, type VerifiedRelease } from './verified-release.ts'

export interface ServeOptions {
  readonly environment: NodeJS.ProcessEnv
  /** The caller closes it, after the gateway. */
  readonly registry: OpenedRegistry
  readonly verify: VerifyStatement
  /** The supergraph where nothing was released. */
  readonly committed: string
  /** Milliseconds between two looks at the registry. */
  readonly everyMs: number
  /** Whether later releases are served too; where not, another process is to serve them. */
  readonly follows: boolean
  /** A gateway over this supergraph. */
  readonly make: (supergraphSdl: string, asked: AskedOperations) => Promise<Gateway>
  /** Has a gateway serve what consumers registered. */
  readonly register: (gateway: Gateway, registered: ReadonlyMap<string, string>) => Promise<void>
  readonly logger: Logger
}

/** What is asked of every release. */
export interface AskedOperations {
  /** Texts that are planned before a release is served. */
  readonly operations: readonly string[]
  /** The operations that consumers registered, as texts by id. */
  readonly registered: ReadonlyMap<string, string>
}

/** Operations that are planned before a release is served: those that were asked most in so many days. */
const warmed = { operations: 100, days: 30 }

export async function serveReleases(options: ServeOptions): Promise<Gateway> {
  const { environment, registry, verify, logger, everyMs, follows, make } = options
  const place = registryPlace(environment)
  const kept = keptRelease(dataDirectory(environment), place, verify, logger)
  const asked = await askedOf(registry).catch((error: unknown) => {
    logger.warn({ err: error }, 'the registry cannot be read; what consumers registered is not served')
    return nothingAsked
  })
  const newest = newestIn(registry, verify)
  const last = hasRegistry(place) ? await kept.read() : null
  const first = await firstGateway(options, asked, [
    await newest(last?.statement ?? null).catch(() => null),
    last,
  ])
  if (first.served && first.served !== last) kept.write(first.served.release)
  const gateway = replaceableGateway(first.gateway)
  const operations = followOperations({
    registry,
    serve: (registered) => options.register(gateway, registered),
    everyMs,
    logger,
  })
  const following = followRegistry({
    first: first.served?.statement ?? null,
    newest,
    async serve({ release }) {
      await gateway.settled
      gateway.replace(await make(release.supergraph, await askedOf(registry)))
      kept.write(release)
      // What was registered while it was made is served by the one before.
      await operations.look({ isForced: true })
    },
    everyMs,
    logger,
  })
  await following.look()
  const stopListening = follows
    ? listenForReleases(place, () => void following.look())
    : () => Promise.resolve()
  if (!follows) await following.stop()
  return Object.assign(Object.create(gateway) as typeof gateway, {
    release: () => following.state,
    sharedRelease: async () => sharedRelease(await registry.open(), following.state.number),
    async close() {
      await stopListening()
      await following.stop()
      await operations.stop()
      await gateway.close()
    },
  })
}

async function sharedRelease(
  registry: Registry | null,
  served: number | null,
): Promise<SharedRelease | null> {
  const release = served === null ? null : await registry?.releases.find(served)
  if (!registry || !release) return null
  const { number, kind, jws, keyId, supergraph, api } = release
  return { number, kind, jws, keyId, supergraph, api, sources: await registry.releases.slices(release) }
}

/** That of the first of these releases that can be served, else that of what is committed. */
async function firstGateway(
  { make, committed, logger }: ServeOptions,
  asked: AskedOperations,
  releases: readonly (VerifiedRelease | null)[],
): Promise<{ readonly gateway: Gateway; readonly served: VerifiedRelease | null }> {
  for (const one of releases) {
    if (!one) continue
    try {
      return { gateway: await make(one.release.supergraph, asked), served: one }
    } catch (error) {
      logger.error({ err: error, release: one.statement.number }, 'a release cannot be served')
    }
  }
  return { gateway: await make(committed, asked), served: null }
}

const nothingAsked: AskedOperations = { operations: [], registered: new Map() }

async function askedOf(registry: OpenedRegistry): Promise<AskedOperations> {
  const opened = await registry.open()
  if (!opened) return nothingAsked
  const used = await opened.usage.mostUsed(warmed.operations, daysAgo(warmed.days))
  return { operations: used.map(({ text }) => text), registered: await registeredDocuments(opened) }
}
