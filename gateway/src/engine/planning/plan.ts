/**
 * Plans operations with Apollo's planner over the repaired supergraph (repair.ts), in planning processes
 * (planning.ts).
 */
import { Supergraph } from '@apollo/federation-internals'
import type { QueryPlan } from '@apollo/query-planner'
import { print, type DocumentNode, type GraphQLSchema } from 'graphql'
import { supergraphSchema } from '../supergraph/supergraph.ts'
import { liftRequired, requiredOnInterfaceObjects } from './lift-required.ts'
import { withOwnDirectives, withoutOwnDirectives } from './own-directives.ts'
import type { Planning } from './planning.ts'
import { planningSize, refuseTooLarge } from './planning-size.ts'
import { repairSupergraph, type Repaired } from '../supergraph/repair.ts'

export interface Planner {
  /** What clients may ask for. */
  readonly apiSchema: GraphQLSchema
  /** All types, with the join directives. */
  readonly supergraph: GraphQLSchema
  readonly repaired: Repaired
  /** The plan of a document with one operation that was validated. Throws as planning.ts says, and HubError TOO_MANY_FIELDS. */
  plan(document: DocumentNode, caller?: string): Promise<QueryPlan>
  close(): Promise<void>
}

/** Fields, written out, that are planned in a millisecond of processor time: measured, to know short operations from long ones. */
const fieldsPerMs = 5

/** `start` starts what plans over a supergraph. */
export function createPlanner(supergraphSdl: string, start: (sdl: string) => Planning): Planner {
  const repaired = repairSupergraph(supergraphSdl)
  const planning = start(repaired.sdl)
  // While that starts; nothing of Apollo's schema stays here.
  const api = Supergraph.build(repaired.sdl, { validateSupergraph: false }).apiSchema().toGraphQLJSSchema()
  const apiSchema = withOwnDirectives(api, repaired.sdl)
  const supergraph = supergraphSchema(repaired.sdl)
  const required = requiredOnInterfaceObjects(supergraph)
  return {
    apiSchema,
    supergraph,
    repaired,
    async plan(document, caller) {
      const size = planningSize(document, apiSchema)
      refuseTooLarge(size)
      const text = print(liftRequired(withoutOwnDirectives(document, api), api, required))
      const { result } = await planning.run(text, { caller, expectedMs: size / fieldsPerMs })
      return JSON.parse(result) as QueryPlan
    },
    close: () => planning.close(),
  }
}
