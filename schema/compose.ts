/**
 * Adds the slices up to the graph: supergraph.graphql for gateways and api.graphql for people. Both are committed, so a broken slice
 * fails its author's check and never a running gateway.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { composeServices } from '@apollo/composition'
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals'
import { printSchema } from 'graphql'
import { findOpenFields } from './closed-types.ts'
import { findOwnNames, findRequiredOnInterfaceObjects } from './unplannable.ts'
import { readOwnSlices, readSlices } from './slices.ts'

const supergraphFile = new URL('supergraph.graphql', import.meta.url)
const apiFile = new URL('api.graphql', import.meta.url)

/** What the slices compose to, or why they do not. */
export type Composed =
  { readonly supergraphSdl: string; readonly apiSdl: string } | { readonly errors: readonly string[] }

export function compose(): Composed {
  const slices = [...readSlices(), ...readOwnSlices()]
  const refused = [...findOpenFields(slices), ...findOwnNames(slices)]
  if (refused.length > 0) return { errors: refused }
  const result = composeServices(slices.map(({ name, url, typeDefs }) => ({ name, url, typeDefs })))
  if (result.errors) return { errors: result.errors.map((error) => error.message) }
  const unplannable = findRequiredOnInterfaceObjects(result.supergraphSdl)
  if (unplannable.length > 0) return { errors: unplannable }
  const api = Supergraph.build(result.supergraphSdl, {
    supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  })
    .apiSchema()
    .toGraphQLJSSchema()
  return { supergraphSdl: `${result.supergraphSdl.trim()}\n`, apiSdl: `${printSchema(api)}\n` }
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
