/** `@oneOf` through composition, which Apollo's does not bring along: what it takes of slices, and what it gives the supergraph. */
import { inputsIn, oneOfDirective, oneOfInputs, withOneOfDefined } from '@samenhang/subgraph-kit/one-of'
import { Kind, parse, print, visit, type DocumentNode } from 'graphql'

interface Slice {
  readonly name: string
  readonly typeDefs: DocumentNode
}

/** Why the marked inputs of these slices do not add up; none where they do. */
export function findOneOfFaults(slices: readonly Slice[]): readonly string[] {
  const slicesWithInputs = slices.map((slice) => ({ ...slice, marked: oneOfInputs(slice.typeDefs) }))
  return slicesWithInputs.flatMap(({ name, typeDefs, marked: oneOf }) =>
    inputsIn(typeDefs).flatMap((node) => {
      const type = node.name.value
      if (!oneOf.has(type)) {
        const other = slicesWithInputs.find((slice) => slice.marked.has(type))
        return other
          ? [
              `[${name}] The input type ${type} is @oneOf in ${other.name} and not here: mark it in every subgraph.`,
            ]
          : []
      }
      return (node.fields ?? []).flatMap((field) =>
        field.type.kind === Kind.NON_NULL_TYPE || field.defaultValue
          ? [`[${name}] ${type}.${field.name.value} must be nullable, without a default: ${type} is @oneOf.`]
          : [],
      )
    }),
  )
}

/** A composed supergraph with the inputs marked that the slices mark. */
export function withOneOf(supergraphSdl: string, slices: readonly Slice[]): string {
  const oneOf = new Set(slices.flatMap(({ typeDefs }) => [...oneOfInputs(typeDefs)]))
  if (oneOf.size === 0) return supergraphSdl
  const document = visit(parse(supergraphSdl, { noLocation: true }), {
    InputObjectTypeDefinition: (node) =>
      oneOf.has(node.name.value)
        ? { ...node, directives: [...(node.directives ?? []), oneOfDirective] }
        : undefined,
  })
  return print(withOneOfDefined(document))
}
