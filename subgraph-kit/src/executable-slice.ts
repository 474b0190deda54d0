/**
 * A slice as its subgraph runs it: its indicators, its rules of access, and the schema with its resolvers. None of it depends on a database, so a
 * process that opens a subgraph on several makes it once.
 */
import { buildSubgraphSchema } from '@apollo/subgraph'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { closeReferences } from './access/references.ts'
import { readRules, type Rules } from './access/rules.ts'
import { readProfiles, type Profile } from './figures/indicator.ts'
import { withOneOfDefined } from './schema/one-of.ts'
import { readSliceText } from './schema/slice.ts'

interface ExecutableSlice {
  readonly typeDefs: DocumentNode
  readonly profiles: readonly Profile[]
  readonly rules: Rules
  readonly schema: GraphQLSchema
}

/** Of the slice in this folder; made anew only where its text has changed. Throws ConfigError where that is no GraphQL. */
export function executableSlice(folder: string, resolvers: object): () => ExecutableSlice {
  let made: (ExecutableSlice & { readonly text: string }) | undefined
  return () => {
    const { text, parse } = readSliceText(folder)
    if (made?.text === text) return made
    const typeDefs = withOneOfDefined(parse())
    const rules = readRules(typeDefs)
    const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }])
    closeReferences(schema, typeDefs, rules)
    return (made = { text, typeDefs, profiles: readProfiles(typeDefs), rules, schema })
  }
}
