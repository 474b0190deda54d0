/**
 * The work of a planning process: Apollo's planner over one supergraph, from the text of an operation to the
 * text of its plan.
 */
import './planner-detours.js'
import './planner-interface-objects.js'
import './planner-merges.js'
import './planner-options.js'
import { operationFromDocument, Supergraph } from '@apollo/federation-internals'
import { QueryPlanner } from '@apollo/query-planner'
import { extendSchema, Kind, parse, specifiedScalarTypes, visit } from 'graphql'

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

const whereClientsWrite = new Set([
  'QUERY',
  'MUTATION',
  'FIELD',
  'FRAGMENT_DEFINITION',
  'FRAGMENT_SPREAD',
  'INLINE_FRAGMENT',
  'VARIABLE_DEFINITION',
])

/** A schema for clients with the directives for operations that subgraphs compose by a link of their own: Apollo leaves those out of it. */
export function withOwnDirectives(schema, supergraphSdl) {
  const scalars = specifiedScalarTypes.map(({ name }) => name)
  const isKnown = (type) => scalars.includes(type) || schema.getType(type) !== undefined
  const definitions = parse(supergraphSdl, { noLocation: true }).definitions.filter(
    (node) =>
      node.kind === Kind.DIRECTIVE_DEFINITION &&
      !schema.getDirective(node.name.value) &&
      node.locations.some(({ value }) => whereClientsWrite.has(value)) &&
      namesIn(node.arguments ?? []).every(isKnown),
  )
  return definitions.length === 0 ? schema : extendSchema(schema, { kind: Kind.DOCUMENT, definitions })
}

/** An operation without the directives that a schema does not have. Subgraphs may each declare one in another way: none is sent it. */
export function withoutOwnDirectives(document, schema) {
  return visit(document, { Directive: ({ name }) => (schema.getDirective(name.value) ? undefined : null) })
}

function namesIn(inputs) {
  const names = []
  for (const { type } of inputs) visit(type, { NamedType: ({ name }) => void names.push(name.value) })
  return names
}
