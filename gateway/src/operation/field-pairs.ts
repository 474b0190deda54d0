/**
 * The number of pairs of fields that validation has to compare: fields with one response name in one
 * selection, fragments written out. That work grows with the square of the text, so it is bounded by its
 * count; the same text has the same result on a busy machine and an idle one. Promises to end on every text,
 * cycles of fragments included.
 */
import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql'
import { fragmentsOf } from '../engine/document/fragments.ts'

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

/** The pairs of the whole document; counts on to `most` only, and gives Infinity above it. Null where fragments spread themselves. */
export function fieldPairs(document: DocumentNode, most: number): number | null {
  const fragments = fragmentsOf(document)
  if (hasCycle(fragments)) return null
  let pairs = 0
  let visits = 0
  const seen = new Set<string>()
  const isOver = (root: SelectionSetNode): boolean => {
    const waiting: (readonly SelectionSetNode[])[] = [[root]]
    for (let sets = waiting.pop(); sets; sets = waiting.pop()) {
      visits += sets.length
      for (const { count, below } of namesIn(sets, fragments, seen)) {
        visits += count
        pairs += (count * (count - 1)) / 2
        if (below.length > 0) waiting.push(below)
      }
      if (pairs > most || visits > most) return true
    }
    return false
  }
  for (const node of document.definitions)
    if (node.kind === Kind.OPERATION_DEFINITION && isOver(node.selectionSet)) return Infinity
  // Validation looks at what nothing spreads as well.
  for (const [name, { selectionSet }] of fragments)
    if (!seen.has(name) && isOver(selectionSet)) return Infinity
  return pairs
}

interface Named {
  count: number
  readonly below: SelectionSetNode[]
}

/** The fields of these selections by response name. A fragment counts once, as it is compared once. */
function namesIn(
  sets: readonly SelectionSetNode[],
  fragments: Fragments,
  seen: Set<string>,
): Iterable<Named> {
  const names = new Map<string, Named>()
  const spread = new Set<string>()
  const waiting = [...sets]
  for (let set = waiting.pop(); set; set = waiting.pop()) {
    for (const node of set.selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) waiting.push(node.selectionSet)
      else if (node.kind === Kind.FIELD) {
        const name = node.alias?.value ?? node.name.value
        const named = names.get(name) ?? { count: 0, below: [] }
        names.set(name, named)
        named.count += 1
        if (node.selectionSet) named.below.push(node.selectionSet)
      } else if (!spread.has(node.name.value)) {
        spread.add(node.name.value)
        seen.add(node.name.value)
        const fragment = fragments.get(node.name.value)
        if (fragment) waiting.push(fragment.selectionSet)
      }
    }
  }
  return names.values()
}

function hasCycle(fragments: Fragments): boolean {
  const isDone = new Map<string, boolean>()
  const leadsBack = (name: string): boolean => {
    const done = isDone.get(name)
    if (done !== undefined) return !done
    isDone.set(name, false)
    const fragment = fragments.get(name)
    if (fragment && spreadsIn(fragment.selectionSet).some(leadsBack)) return true
    isDone.set(name, true)
    return false
  }
  return [...fragments.keys()].some(leadsBack)
}

function spreadsIn({ selections }: SelectionSetNode): readonly string[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return node.name.value
    return node.selectionSet ? spreadsIn(node.selectionSet) : []
  })
}
