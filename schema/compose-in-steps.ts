/**
 * Composition for who waits for it: first what the slices merge to, from which a gateway can be made, and then whether every operation on it can be
 * answered, which takes as long again. Nobody should be served the first before the second holds. A fault is a line for the author of one slice, with
 * file, line, column and the composer's code.
 */
import { composeServices, validateSatisfiability } from '@apollo/composition'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import { locationOf } from '@samenhang/subgraph-kit/slice'
import type { FieldDefinitionNode, GraphQLError, InputValueDefinitionNode } from 'graphql'
import { apiOf, findFaults, servicesOf, supergraphOf } from './compose.ts'
import { findUnlabelled } from './dutch-labels.ts'
import type { SliceSource } from './registry/release.ts'
import { sliceOf, withOwnSlices, withSlice, type Slice } from './slices.ts'
import { findRequiredOnInterfaceObjects } from './unplannable.ts'
import { publicVariant } from './variant.ts'

/** The first step. */
export type Merged =
  | {
      readonly supergraphSdl: string
      /** The second step. */
      check(): Checked
    }
  | { readonly faults: readonly string[] }

export type Checked =
  | {
      /** The schema as clients see it. */
      readonly apiSdl: string
      /** What keeps nobody from being served, and composition of the tree refuses, a line each. */
      readonly warnings: readonly string[]
    }
  | { readonly faults: readonly string[] }

/** `slice` is the author's; `rest` are the slices of the other subgraphs. */
export function mergeInSteps(slice: SliceSource, rest: readonly SliceSource[]): Merged {
  const slices = parsed(() => withOwnSlices(withSlice(rest, slice)).map(sliceOf))
  if ('faults' in slices) return slices
  const faults = findFaults(slices)
  if (faults.length > 0) return { faults }
  const lines = (errors: readonly GraphQLError[]) => ({
    // The composer says of an interface object what it said of one of its types.
    faults: [...new Set(errors.map((error) => lineFor(error, slice.file, slices)))],
  })
  const {
    errors,
    schema,
    supergraphSdl: merged,
  } = composeServices(servicesOf(slices), {
    runSatisfiability: false,
  })
  if (errors) return lines(errors)
  const supergraphSdl = supergraphOf(merged, slices)
  return {
    supergraphSdl,
    check() {
      const unsatisfied = validateSatisfiability({ supergraphSchema: schema }).errors ?? []
      if (unsatisfied.length > 0) return lines(unsatisfied)
      const unplannable = findRequiredOnInterfaceObjects(supergraphSdl)
      if (unplannable.length > 0) return { faults: unplannable }
      const variant = publicVariant(supergraphSdl)
      if (variant && 'errors' in variant) return { faults: variant.errors }
      const own = slices.filter(({ name }) => name === slice.name)
      return { apiSdl: apiOf(supergraphSdl), warnings: findUnlabelled(own) }
    },
  }
}

/** A text that is no GraphQL gets the code that composition would give it. */
function parsed(parse: () => Slice[]): Slice[] | { readonly faults: readonly string[] } {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return { faults: [error.message.replace(/^\S+:\d+:\d+: /, '$&INVALID_GRAPHQL: ')] }
  }
}

/** At the line of the author's slice where the error is about it, else where it is told to be. */
function lineFor({ message, nodes = [], extensions }: GraphQLError, file: string, slices: readonly Slice[]) {
  const locations = nodes.map(locationOf).filter(Boolean)
  const location =
    locations.find((one) => one.startsWith(`${file}:`)) ??
    mentionedIn(message, file, slices) ??
    locations[0] ??
    `${file}: `
  return `${location}${String(extensions['code'] ?? 'INVALID_GRAPHQL')}: ${message.replace(/^\[[\w-]+\] /, '')}`
}

/** Where the author's slice declares a field that the message names: what cannot be answered comes without a location. */
function mentionedIn(message: string, file: string, slices: readonly Slice[]): string | undefined {
  const definitions = slices
    .filter(({ typeDefs }) => typeDefs.loc?.source.name === file)
    .flatMap(({ typeDefs }) => typeDefs.definitions)
  const fieldsOf = (type: string) =>
    definitions.flatMap<FieldDefinitionNode | InputValueDefinitionNode>((node) =>
      'fields' in node && 'name' in node && node.name.value === type ? (node.fields ?? []) : [],
    )
  const fields = [...message.matchAll(/"(\w+)\.(\w+)[("]/g)].flatMap(([, type = '', field]) =>
    fieldsOf(type).filter(({ name }) => name.value === field),
  )
  return fields[0] && locationOf(fields[0])
}
