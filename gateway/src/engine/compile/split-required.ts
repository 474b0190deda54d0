/**
 * Splits an entity fetch in two, what it asks by key only and what requires more, where objects of some type ask for the former only and the plan
 * needs nothing of the latter for them: what is required may not have been fetched for those, and they would lose what they ask for.
 */
import { Kind, type SelectionNode } from 'graphql'
import { partOf, type Dropped } from './fetch-part.ts'
import { needs, pathText, type FetchesByNeed } from './needed-paths.ts'
import type { PlannedFetch, PlannedStep } from './planned.ts'
import { requiresOf, type Joins } from './required-parts.ts'

/** Whether objects of one type ask for a key. */
export type Asks = (key: string) => boolean

/** The fetch itself where there is nothing to split. `types` are those that its objects may have. */
export function splitRequired(
  fetch: PlannedFetch,
  selections: readonly SelectionNode[],
  types: readonly Asks[],
  byNeed: FetchesByNeed,
  joins: Joins,
): PlannedStep {
  const isRequiring = ({ type, field }: Field): boolean =>
    requiresOf(type, field, fetch.node.serviceName, joins).length > 0
  const fields = fieldsIn(selections, '')
  const requiring = fields.filter(isRequiring)
  const plain = fields.filter((field) => !isRequiring(field))
  const at = pathText(fetch.path)
  const isPlainOnly = (asks: Asks): boolean =>
    plain.some(({ key }) => asks(key)) &&
    requiring.every(({ key }) => !asks(key) && !needs(`${at}/${key}`, at, asks, byNeed))
  if (requiring.length === 0 || !types.some(isPlainOnly)) return fetch
  const part = (kept: readonly Field[], dropped: readonly Field[]): readonly PlannedFetch[] => {
    const share = { selections: only(kept, selections, ''), dropped: dropped.map(asDropped) }
    // Both are for the same objects: neither is a part for others.
    return partOf(fetch, share, fetch.branch ?? null, joins).map(({ partOf: _whole, ...rest }) => rest)
  }
  return { kind: 'parallel', steps: [...part(plain, requiring), ...part(requiring, plain)] }
}

interface Field {
  readonly type: string
  readonly field: string
  readonly key: string
}

function fieldsIn(selections: readonly SelectionNode[], parent: string): readonly Field[] {
  return selections.flatMap((node): readonly Field[] => {
    if (node.kind === Kind.INLINE_FRAGMENT)
      return fieldsIn(node.selectionSet.selections, node.typeCondition?.name.value ?? parent)
    if (node.kind !== Kind.FIELD || node.name.value === '__typename') return []
    return [{ type: parent, field: node.name.value, key: (node.alias ?? node.name).value }]
  })
}

/** Names stay in both. */
function only(
  kept: readonly Field[],
  selections: readonly SelectionNode[],
  parent: string,
): readonly SelectionNode[] {
  return selections.flatMap((node): readonly SelectionNode[] => {
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const inner = only(kept, node.selectionSet.selections, node.typeCondition?.name.value ?? parent)
      return inner.length > 0 ? [{ ...node, selectionSet: { ...node.selectionSet, selections: inner } }] : []
    }
    if (node.kind !== Kind.FIELD || node.name.value === '__typename') return [node]
    const key = (node.alias ?? node.name).value
    return kept.some((field) => field.type === parent && field.key === key) ? [node] : []
  })
}

function asDropped({ type, field }: Field): Dropped {
  return { type, field, isOfEntity: true, matters: true }
}
