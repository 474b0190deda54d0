/**
 * Adds the slices up to the graph: supergraph.graphql for gateways, api.graphql for people, and public.graphql, which is what the public variant shows
 * of it. They are committed, so a broken slice fails its author's check and never a running gateway.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { composeServices, type CompositionResult } from '@apollo/composition'
import {
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  Supergraph,
  type ServiceDefinition,
} from '@apollo/federation-internals'
import { withOneOfDefined } from '@samenhang/subgraph-kit/one-of'
import { locationOf } from '@samenhang/subgraph-kit/slice'
import { printSchema, type GraphQLError } from 'graphql'
import { changesBetween } from './changes.ts'
import { findOpenFields } from './closed-types.ts'
import { findUnlabelled } from './dutch-labels.ts'
import { findOneOfFaults, withOneOf } from './one-of.ts'
import { findSliceFaults } from './slice-faults.ts'
import { readOwnSlices, readSlices, type Slice } from './slices.ts'
import { publicVariant } from './variant.ts'
import { findWeightFaults } from './weights.ts'
import { findOwnNames, findRequiredOnInterfaceObjects } from './unplannable.ts'

const supergraphFile = new URL('supergraph.graphql', import.meta.url)
const apiFile = new URL('api.graphql', import.meta.url)
const publicFile = new URL('public.graphql', import.meta.url)

/** What the slices compose to, or why they do not. */
export type Composed =
  | {
      readonly supergraphSdl: string
      readonly apiSdl: string
      /** What the public variant shows; null where nothing is tagged public. */
      readonly publicApiSdl: string | null
    }
  | { readonly errors: readonly string[] }

export function compose(): Composed {
  return composeSlices([...readSlices(), ...readOwnSlices()])
}

export function composeSlices(slices: readonly Slice[]): Composed {
  const faults = findFaults(slices)
  if (faults.length > 0) return { errors: faults }
  const graph = composeGraph(slices)
  if ('errors' in graph) return { errors: [...new Set(graph.errors.map(lineOf))] }
  const unplannable = findRequiredOnInterfaceObjects(graph.supergraphSdl)
  if (unplannable.length > 0) return { errors: unplannable }
  const variant = publicVariant(graph.supergraphSdl)
  if (variant && 'errors' in variant) return { errors: variant.errors }
  return {
    supergraphSdl: graph.supergraphSdl,
    apiSdl: graph.apiSdl,
    publicApiSdl: variant?.apiSdl ?? null,
  }
}

/** What is wrong with slices before they are composed: a line for each, with file, line and column. */
export function findFaults(slices: readonly Slice[]): readonly string[] {
  return [
    ...findSliceFaults(slices),
    ...findOpenFields(slices),
    ...findOwnNames(slices),
    ...findOneOfFaults(slices),
    ...findWeightFaults(slices),
  ]
}

/** What Apollo's composition makes of slices, whatever else is wrong with them. */
export type ComposedGraph =
  | {
      readonly supergraphSdl: string
      readonly apiSdl: string
      readonly hints: NonNullable<CompositionResult['hints']>
    }
  | { readonly errors: readonly GraphQLError[] }

export function composeGraph(slices: readonly Slice[]): ComposedGraph {
  const result = composeServices(servicesOf(slices))
  if (result.errors) return { errors: result.errors }
  const supergraphSdl = supergraphOf(result.supergraphSdl, slices)
  return { supergraphSdl, apiSdl: apiOf(supergraphSdl), hints: result.hints }
}

/** Slices as Apollo's composition takes them. */
export function servicesOf(slices: readonly Slice[]): ServiceDefinition[] {
  return slices.map(({ name, url, typeDefs }) => ({ name, url, typeDefs: withOneOfDefined(typeDefs) }))
}

/** The supergraph of these slices, with what Apollo's composition leaves out of it. */
export function supergraphOf(composed: string, slices: readonly Slice[]): string {
  return `${withOneOf(composed, slices).trim()}\n`
}

/** The schema as clients see it. */
export function apiOf(supergraphSdl: string): string {
  const api = Supergraph.build(supergraphSdl, {
    supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
    // It was composed a moment ago.
    validateSupergraph: false,
  })
    .apiSchema()
    .toGraphQLJSSchema()
  return `${printSchema(api)}\n`
}

/** An error of composition, at the line of the slice that it is about where it tells one. */
function lineOf({ message, nodes }: GraphQLError): string {
  const location = nodes?.map(locationOf).find(Boolean)
  return location ? location + message.replace(/^\[[\w-]+\] /, '') : message
}

/** Problems, or what changed for clients: lines in both cases, none where nothing is to be told. */
export interface ComposedFiles {
  readonly problems: readonly string[]
  readonly changes: readonly string[]
}

/** Composes and writes the files, or with `check` only compares them. Throws ConfigError where a slice is no GraphQL. */
export function composeFiles({ check }: { readonly check: boolean }): ComposedFiles {
  const unlabelled = findUnlabelled([...readSlices(), ...readOwnSlices()])
  if (unlabelled.length > 0) return { problems: unlabelled, changes: [] }
  const composed = compose()
  if ('errors' in composed) return { problems: composed.errors, changes: [] }
  const files = [
    [supergraphFile, composed.supergraphSdl, 'schema/supergraph.graphql'],
    [apiFile, composed.apiSdl, 'schema/api.graphql'],
    [publicFile, composed.publicApiSdl ?? '', 'schema/public.graphql'],
  ] as const
  if (check) {
    const problems = files.flatMap(([file, sdl, name]) =>
      readIfThere(file) === sdl ? [] : [`${name} is stale: run npm run compose`],
    )
    return { problems, changes: [] }
  }
  const changes = changesBetween(readIfThere(apiFile) ?? '', composed.apiSdl)
  for (const [file, sdl] of files) writeFileSync(file, sdl)
  return { problems: [], changes }
}

function readIfThere(file: URL): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
