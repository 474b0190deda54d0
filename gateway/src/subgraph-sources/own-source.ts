/** A slice that the gateway answers itself, as a source of its own beside those of the subgraphs. */
import { randomBytes } from 'node:crypto'
import { buildSubgraphSchema } from '@apollo/subgraph'
import type { OwnSliceName } from '@samenhang/schema/registry/release'
import { readOwnSlice } from '@samenhang/schema/slices'
import { closeReferences } from '@samenhang/subgraph-kit/access/references'
import { readRules } from '@samenhang/subgraph-kit/access/rules'
import { createExecutor } from '@samenhang/subgraph-kit/execute'
import type { Logger } from '../telemetry/log.ts'
import type { SubgraphSource } from './source.ts'

/** It enforces the rules of its slice, as every subgraph does. */
export function ownSource(name: OwnSliceName, resolvers: object, logger: Logger): SubgraphSource {
  const { typeDefs } = readOwnSlice(name)
  const rules = readRules(typeDefs)
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }])
  closeReferences(schema, typeDefs, rules)
  const execute = createExecutor(schema, rules, (error) => {
    const errorId = randomBytes(6).toString('hex')
    logger.error({ errorId, subgraph: name, err: error }, 'fault in a resolver')
    return { errorId, subgraph: name }
  })
  return {
    name,
    fetch: async (request, caller) => execute(request, caller.access, () => ({ caller })),
    ready: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
}
