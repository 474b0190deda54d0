/** What is stored of usage as a subgraph of the gateway itself, named `usage`, for teams that change the schema. */
import { randomBytes } from 'node:crypto'
import { buildSubgraphSchema } from '@apollo/subgraph'
import type { Usage } from '@samenhang/schema/registry/usage'
import { readUsageSlice } from '@samenhang/schema/slices'
import { readRules } from '@samenhang/subgraph-kit/access/rules'
import { createExecutor } from '@samenhang/subgraph-kit/execute'
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from '../telemetry/log.ts'
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
  const { typeDefs } = readUsageSlice()
  const rules = readRules(typeDefs)
  const resolvers = {
    Query: { schemaUsage: (_: unknown, asked: Asked) => usesOfPart(asked, usage, schema) },
  }
  const execute = createExecutor(
    buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]),
    rules,
    (error) => {
      const errorId = randomBytes(6).toString('hex')
      logger.error({ errorId, subgraph: usageName, err: error }, 'fault in a resolver')
      return { errorId, subgraph: usageName }
    },
  )
  return {
    name: usageName,
    fetch: async (request, caller) => execute(request, caller.access, () => ({ caller })),
    ready: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
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
