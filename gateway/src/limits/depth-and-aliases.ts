/**
 * The depth of an operation and the number of its aliases and fields, fragments followed: an alias counts
 * each time its fragment is spread. What is below introspection does not count, so that the explorer can read
 * the schema; GraphQL itself bounds its depth.
 */
import { Kind, type DocumentNode, type SelectionSetNode } from 'graphql'
import { fragmentsOf, oncePerFragment } from '../engine/document/fragments.ts'

export interface Measures {
  readonly depth: number
  readonly aliases: number
  /** Fields with all fragments written out. */
  readonly fields: number
}

const nothing: Measures = { depth: 0, aliases: 0, fields: 0 }

/** The largest of the operations in the document. Ends on fragment cycles, which validation refuses afterwards. */
export function measure(document: DocumentNode): Measures {
  const fragments = fragmentsOf(document)
  const measureFragment: (name: string) => Measures = oncePerFragment(fragments, nothing, (node) =>
    measureSelections(node.selectionSet, measureFragment),
  )
  return document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map((node) => measureSelections(node.selectionSet, measureFragment))
    .reduce(
      (most, measures) => ({
        depth: Math.max(most.depth, measures.depth),
        aliases: Math.max(most.aliases, measures.aliases),
        fields: Math.max(most.fields, measures.fields),
      }),
      nothing,
    )
}

function measureSelections(
  selectionSet: SelectionSetNode,
  measureFragment: (name: string) => Measures,
): Measures {
  let depth = 0
  let aliases = 0
  let fields = 0
  for (const selection of selectionSet.selections) {
    let inner = nothing
    if (selection.kind === Kind.FRAGMENT_SPREAD) inner = measureFragment(selection.name.value)
    else if (selection.kind === Kind.INLINE_FRAGMENT)
      inner = measureSelections(selection.selectionSet, measureFragment)
    else {
      const isIntrospection = ['__schema', '__type'].includes(selection.name.value)
      const below = selection.selectionSet
        ? measureSelections(selection.selectionSet, measureFragment)
        : nothing
      const own = selection.alias ? 1 : 0
      inner = isIntrospection
        ? { depth: 1, aliases: own, fields: 1 }
        : { depth: below.depth + 1, aliases: below.aliases + own, fields: below.fields + 1 }
    }
    depth = Math.max(depth, inner.depth)
    aliases += inner.aliases
    fields += inner.fields
  }
  return { depth, aliases, fields }
}
