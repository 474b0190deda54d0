/** The sources of a gateway: subgraphs in this process and elsewhere, and what the gateway answers itself. */
import type { SignSubgraphToken } from '@samenhang/subgraph-kit/access/subgraph-token'
import type { Caller } from '@samenhang/subgraph-kit/caller'
import type { RunningSubgraph, SubgraphRequest } from '@samenhang/subgraph-kit/subgraph'
import type { GraphQLSchema } from 'graphql'
import type { readPolicy } from '../access/policy.ts'
import type { Register } from '../access/register.ts'
import { narrowingBy, type Narrow } from '../access/subgraph-access.ts'
import { auditName, auditSource } from '../audit/audit-source.ts'
import type { Audit } from '../audit/audit.ts'
import { catalogueName, catalogueSource, type Indicator } from '../subgraph-sources/catalogue.ts'
import { withCircuitBreaker } from '../subgraph-sources/circuit-breaker.ts'
import { httpSource } from '../subgraph-sources/http.ts'
import { inProcessSource } from '../subgraph-sources/in-process.ts'
import type { SubgraphSource } from '../subgraph-sources/source.ts'
import type { Logger } from '../telemetry/log.ts'

export interface Places {
  /** The subgraphs in this process. */
  readonly subgraphs: readonly RunningSubgraph[]
  /** The subgraphs elsewhere, by name. */
  readonly subgraphUrls?: ReadonlyMap<string, URL>
  /** Signs the tokens that subgraphs are asked with; subgraphs of the kit answer nothing without one. */
  readonly sign?: SignSubgraphToken
  readonly logger: Logger
}

interface Known {
  readonly schema: GraphQLSchema
  readonly indicators: readonly Indicator[]
  readonly audit: Audit
  readonly register: Register
  readonly rules: ReturnType<typeof readPolicy>['rules']
}

/** By name. Each is told no more of a caller than its slice asks for. */
export function wireSources(
  { subgraphs, subgraphUrls = new Map(), sign, logger }: Places,
  { schema, indicators, audit, register, rules }: Known,
): ReadonlyMap<string, SubgraphSource> {
  const sources = new Map<string, SubgraphSource>()
  for (const subgraph of subgraphs) sources.set(subgraph.name, inProcessSource(subgraph, sign))
  for (const [name, url] of subgraphUrls)
    sources.set(name, withCircuitBreaker(httpSource({ name, url, schema, sign }), logger))
  if (indicators.length > 0 || !sources.has(catalogueName))
    sources.set(catalogueName, catalogueSource(schema, indicators))
  if (!sources.has(auditName)) sources.set(auditName, auditSource(audit, register, logger))
  const narrow = narrowingBy(schema, rules)
  for (const [name, source] of sources) sources.set(name, narrowed(source, narrow))
  return sources
}

/** Tells a subgraph of its caller no more than its slice asks for, in whichever way it is asked. */
function narrowed(source: SubgraphSource, narrow: Narrow): SubgraphSource {
  const { name, call } = source
  const narrowedFor = ({ traceId, access }: Caller): Caller => ({ traceId, access: narrow(name, access) })
  return {
    ...source,
    fetch: (request, caller, stop) => source.fetch(request, narrowedFor(caller), stop),
    ...(call && { call: (request: SubgraphRequest, caller: Caller) => call(request, narrowedFor(caller)) }),
  }
}

/** The names of the sources that cannot answer now. */
export async function namesOfUnready(sources: readonly SubgraphSource[]): Promise<readonly string[]> {
  const outcomes = await Promise.allSettled(sources.map((source) => source.ready()))
  return sources.filter((_source, index) => outcomes[index]?.status === 'rejected').map(({ name }) => name)
}
