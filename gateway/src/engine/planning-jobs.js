/** What the planning thread does, each job from a text to a text: Apollo's planner over one supergraph, and GraphQL's validation. */
import { operationFromDocument, Supergraph } from '@apollo/federation-internals'
import { QueryPlanner } from '@apollo/query-planner'
import { parse, validate } from 'graphql'

export function createJobs(sdl) {
  const supergraph = Supergraph.build(sdl, { validateSupergraph: false })
  const api = supergraph.apiSchema()
  const schema = api.toGraphQLJSSchema()
  const planner = new QueryPlanner(supergraph)
  return {
    /** The first fault of the text; empty where it has none. */
    check: (text) => validate(schema, parse(text))[0]?.message ?? '',
    /** The plan of a text with one operation, as JSON. */
    plan: (text) =>
      JSON.stringify(planner.buildQueryPlan(operationFromDocument(api, parse(text), { validate: false }))),
  }
}
