/**
 * The work of a planning process: Apollo's planner over one supergraph, from the text of an operation to the
 * text of its plan.
 */
import './planner-detours.js'
import './planner-interface-objects.js'
import './planner-merges.js'
import './planner-options.js'
import { createRequire } from 'node:module'

// Required and not imported, for Node reads all of a package for its names before it imports from it: 0.25 s of a process that only plans.
const require = createRequire(import.meta.url)
const { operationFromDocument, Supergraph } = require('@apollo/federation-internals')
const { QueryPlanner } = require('@apollo/query-planner')
const { parse } = require('graphql')

/** Measured: a hundred give the plans that ten thousand give, with as many fetches. */
const plannerOptions = { reuseQueryFragments: false, debug: { maxEvaluatedPlans: 256 } }

export function createJobs(sdl) {
  const supergraph = Supergraph.build(sdl, { validateSupergraph: false })
  const api = supergraph.apiSchema()
  const planner = new QueryPlanner(supergraph, plannerOptions)
  return {
    /** The plan of a text with one operation, as JSON. */
    plan: (text) =>
      JSON.stringify(planner.buildQueryPlan(operationFromDocument(api, parse(text), { validate: false }))),
  }
}
