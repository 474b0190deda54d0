/**
 * Plans operations with Apollo's planner, over the supergraph as repair.ts gives it, in a thread of its own (planning-thread.ts).
 */
import { Supergraph } from '@apollo/federation-internals'
import type { QueryPlan } from '@apollo/query-planner'
import { print, type DocumentNode, type GraphQLSchema } from 'graphql'
import { supergraphSchema } from '../supergraph.ts'
import { withOwnDirectives, withoutOwnDirectives } from './planning-jobs.js'
import type { PlanningThread } from './planning-thread.ts'
import { repairSupergraph, type Repaired } from './repair.ts'

export interface Planner {
  /** What clients may ask for. */
  readonly apiSchema: GraphQLSchema
  /** All types, with the join directives. */
  readonly supergraph: GraphQLSchema
  readonly repaired: Repaired
  /** The plan of a document with one operation that was validated. Throws as planning-thread.ts says. */
  plan(document: DocumentNode): Promise<QueryPlan>
  close(): Promise<void>
}

/** `start` starts what plans over a supergraph. */
export function createPlanner(supergraphSdl: string, start: (sdl: string) => PlanningThread): Planner {
  const repaired = repairSupergraph(supergraphSdl)
  const thread = start(repaired.sdl)
  // While the thread starts; nothing of Apollo's schema stays here.
  const api = Supergraph.build(repaired.sdl, { validateSupergraph: false }).apiSchema().toGraphQLJSSchema()
  const apiSchema = withOwnDirectives(api, repaired.sdl)
  return {
    apiSchema,
    supergraph: supergraphSchema(repaired.sdl),
    repaired,
    async plan(document) {
      const { result } = await thread.run('plan', print(withoutOwnDirectives(document, api)))
      return JSON.parse(result) as QueryPlan
    },
    close: () => thread.close(),
  }
}
