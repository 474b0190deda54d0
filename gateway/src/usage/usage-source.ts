/** What is stored of usage as a subgraph of the gateway itself, named `usage`, for teams that change the schema. */
import type { Usage } from '@samenhang/schema/registry/usage'
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from '../telemetry/log.ts'
import { ownSource } from '../subgraph-sources/own-source.ts'
import type { SubgraphSource } from '../subgraph-sources/source.ts'
import { readUses } from './uses.ts'

export const usageName = 'usage'

interface Asked {
  readonly coordinate: string
  readonly since?: string | null
  readonly first: number
}

const mostEntries = 1_000

/** `schema` is what coordinates are looked up in; `usage` is null where nothing is counted. */
export function usageSource(
  usage: Pick<Usage, 'ofCoordinate'> | null,
  schema: GraphQLSchema,
  logger: Logger,
): SubgraphSource {
  const resolvers = {
    Query: { schemaUsage: (_: unknown, asked: Asked) => usesOfPart(asked, usage, schema) },
  }
  return ownSource(usageName, resolvers, logger)
}

async function usesOfPart(
  { coordinate, since, first }: Asked,
  usage: Pick<Usage, 'ofCoordinate'> | null,
  schema: GraphQLSchema,
) {
  if (first < 1 || first > mostEntries)
    throw new HubError('BAD_ARGUMENT', `first is ${first}; give a number from 1 to ${mostEntries}.`)
  if (since && (!/^\d{4}-\d{2}-\d{2}$/.test(since) || Number.isNaN(Date.parse(since))))
    throw new HubError('BAD_ARGUMENT', 'since is no day; write it as 2026-09-01.')
  if (!usage)
    throw new HubError('USAGE_NOT_COUNTED', 'This hub has no registry, so it does not count who asks what.')
  const uses = await readUses({ coordinate, since: since ?? undefined }, usage, schema)
  return uses
    .slice(0, first)
    .map(({ operation, name, ...use }) => ({ ...use, operationHash: operation, operationName: name }))
}
