/**
 * Adds the slices up to the graph: supergraph.graphql for gateways and api.graphql for people. Both are committed, so a broken slice
 * fails its author's check and never a running gateway.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { composeServices } from '@apollo/composition'
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals'
import { withOneOfDefined } from '@samenhang/subgraph-kit/one-of'
import { printSchema } from 'graphql'
import { findOpenFields } from './closed-types.ts'
import { findOneOfFaults, withOneOf } from './one-of.ts'
import { readOwnSlices, readSlices, type Slice } from './slices.ts'
import { findOwnNames, findRequiredOnInterfaceObjects } from './unplannable.ts'

const supergraphFile = new URL('supergraph.graphql', import.meta.url)
const apiFile = new URL('api.graphql', import.meta.url)

/** What the slices compose to, or why they do not. */
export type Composed =
  { readonly supergraphSdl: string; readonly apiSdl: string } | { readonly errors: readonly string[] }

export function compose(): Composed {
  return composeSlices([...readSlices(), ...readOwnSlices()])
}

export function composeSlices(slices: readonly Slice[]): Composed {
  const faults = [...findOpenFields(slices), ...findOwnNames(slices), ...findOneOfFaults(slices)]
  if (faults.length > 0) return { errors: faults }
  const result = composeServices(
    slices.map(({ name, url, typeDefs }) => ({ name, url, typeDefs: withOneOfDefined(typeDefs) })),
  )
  if (result.errors) return { errors: result.errors.map((error) => error.message) }
  const unplannable = findRequiredOnInterfaceObjects(result.supergraphSdl)
  if (unplannable.length > 0) return { errors: unplannable }
  const supergraphSdl = withOneOf(result.supergraphSdl, slices)
  const api = Supergraph.build(supergraphSdl, {
    supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  })
    .apiSchema()
    .toGraphQLJSSchema()
  return { supergraphSdl: `${supergraphSdl.trim()}\n`, apiSdl: `${printSchema(api)}\n` }
}

/** Composes and writes both files, or with `check` only compares them. Gives the problems, none where all is well. */
export function composeFiles({ check }: { readonly check: boolean }): readonly string[] {
  const composed = compose()
  if ('errors' in composed) return composed.errors
  const files = [
    [supergraphFile, composed.supergraphSdl, 'schema/supergraph.graphql'],
    [apiFile, composed.apiSdl, 'schema/api.graphql'],
  ] as const
  if (check) {
    return files.flatMap(([file, sdl, name]) =>
      readIfThere(file) === sdl ? [] : [`${name} is stale: run npm run compose`],
    )
  }
  for (const [file, sdl] of files) writeFileSync(file, sdl)
  return []
}

function readIfThere(file: URL): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
