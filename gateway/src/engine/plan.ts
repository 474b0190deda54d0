/**
 * Plans operations with Apollo's planner, over the supergraph as repair.ts gives it. One planner for the life of the process.
 */
import { operationFromDocument, Supergraph } from '@apollo/federation-internals'
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { supergraphSchema } from '../supergraph.ts'
import { repairSupergraph, type Repaired } from './repair.ts'

export interface Planner {
  /** What clients may ask for. */
  readonly apiSchema: GraphQLSchema
  /** All types, with the join directives. */
  readonly supergraph: GraphQLSchema
  readonly repaired: Repaired
  /** The plan of a document with one operation that was validated. */
  plan(document: DocumentNode): QueryPlan
}

export function createPlanner(supergraphSdl: string): Planner {
  const repaired = repairSupergraph(supergraphSdl)
  const supergraph = Supergraph.build(repaired.sdl, { validateSupergraph: false })
  const api = supergraph.apiSchema()
  const planner = new QueryPlanner(supergraph)
  return {
    apiSchema: api.toGraphQLJSSchema(),
    supergraph: supergraphSchema(repaired.sdl),
    repaired,
    plan: (document) => planner.buildQueryPlan(operationFromDocument(api, document, { validate: false })),
  }
}
