/** The sources of one supergraph: those that were opened, and the gateway's own subgraphs. */
import type { Caller } from '@samenhang/subgraph-kit/caller'
import type { SubgraphRequest } from '@samenhang/subgraph-kit/subgraph'
import type { GraphQLSchema } from 'graphql'
import type { readPolicy } from '../access/policy.ts'
import type { Register } from '../access/register.ts'
import { narrowingBy, type Narrow } from '../access/subgraph-access.ts'
import { auditName, auditSource } from '../audit/audit-source.ts'
import type { Audit } from '../audit/audit.ts'
import { catalogueName, catalogueSource, type Indicator } from '../subgraph-sources/catalogue.ts'
import { checkedSource } from '../subgraph-sources/check-answer.ts'
import { snapshotsName, snapshotsSource, type AskedChanges } from '../subgraph-sources/snapshots-source.ts'
import { watchSkew, type WatchedSource } from '../subgraph-sources/skew.ts'
import type { Sources } from '../subgraph-sources/open-sources.ts'
import type { SubgraphSource } from '../subgraph-sources/source.ts'
import type { Logger } from '../telemetry/log.ts'
import type { CountedUsage } from '../usage/usage-counter.ts'
import { usageName, usageSource } from '../usage/usage-source.ts'
import { stateOf } from './graph-state.ts'
import type { SnapshotChanges } from './options.ts'

export interface WireSourcesOptions {
  readonly schema: GraphQLSchema
  readonly indicators: readonly Indicator[]
  readonly audit: Audit
  readonly register: Register
  readonly rules: ReturnType<typeof readPolicy>['rules']
  readonly usage: CountedUsage | undefined
  readonly changes: SnapshotChanges | undefined
  readonly graphMark: string
  readonly logger: Logger
}

/** By name. Each receives only the part of a caller's access that its slice uses, and the answers of remote subgraphs are checked. */
export function wireSources(
  open: Sources,
  { schema, indicators, audit, register, rules, usage, changes, graphMark, logger }: WireSourcesOptions,
): { readonly sources: Sources; readonly watched: readonly WatchedSource[] } {
  const sources = new Map(open)
  if (indicators.length > 0 || !sources.has(catalogueName))
    sources.set(catalogueName, catalogueSource(schema, indicators))
  if (!sources.has(auditName)) sources.set(auditName, auditSource(audit, register, logger))
  if (!sources.has(usageName)) sources.set(usageName, usageSource(usage?.stored ?? null, schema, logger))
  const changesNow =
    changes && (async (asked: AskedChanges) => changes(asked, await stateOf({ sources, graphMark })))
  if (!sources.has(snapshotsName)) sources.set(snapshotsName, snapshotsSource(changesNow, logger))
  const narrow = narrowingBy(schema, rules)
  const watched: WatchedSource[] = []
  for (const [name, source] of sources) {
    const checked = source.isRemote ? checkedSource(source, schema) : source
    if (!open.has(name)) sources.set(name, narrowed(checked, narrow))
    else {
      const one = watchSkew(checked, schema, logger)
      watched.push(one)
      sources.set(name, narrowed(one.source, narrow))
    }
  }
  return { sources, watched }
}

/** The source with each caller's access narrowed to its slice. */
function narrowed(source: SubgraphSource, narrow: Narrow): SubgraphSource {
  const { name, call } = source
  const narrowedFor = ({ traceId, access }: Caller): Caller => ({ traceId, access: narrow(name, access) })
  return {
    ...source,
    fetch: (request, caller, cancellation) => source.fetch(request, narrowedFor(caller), cancellation),
    ...(call && { call: (request: SubgraphRequest, caller: Caller) => call(request, narrowedFor(caller)) }),
  }
}
