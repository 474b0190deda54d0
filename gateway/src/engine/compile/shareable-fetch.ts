/**
 * Whether no other fetch of a plan writes into the answer of a fetch. Then one answer may be shared by many
 * paths and cached for later requests; otherwise each path needs its own copy.
 */
import { Kind, parse, type SelectionSetNode } from 'graphql'
import type { FetchNode } from '@apollo/query-planner'
import type { PlannedFetch } from './planned.ts'

export function isLeaf(fetch: PlannedFetch, all: readonly PlannedFetch[]): boolean {
  const own = compositeKeys(fetch)
  const ownPath = withoutLists(fetch.path)
  return all.every((other) => {
    if (other === fetch || areApart(fetch, other)) return true
    const there = withoutLists(other.path)
    if (!ownPath.every((key, index) => key === there[index])) return true
    const next = there[ownPath.length]
    return next === undefined ? [...compositeKeys(other)].every((key) => !own.has(key)) : !own.has(next)
  })
}

/** Whether two parts of one fetch (narrow.ts) are about objects of different types. */
function areApart(first: PlannedFetch, second: PlannedFetch): boolean {
  return first.partOf !== undefined && first.partOf === second.partOf
}

/** The subgraph that brings the objects that a fetch asks more of; null where none is seen to. */
export function giverOf(fetch: PlannedFetch, all: readonly PlannedFetch[]): string | null {
  const ownPath = withoutLists(fetch.path)
  let giver: PlannedFetch | null = null
  for (const other of all) {
    const there = withoutLists(other.path)
    const next = ownPath[there.length]
    const isAbove = there.every((key, index) => key === ownPath[index])
    if (other === fetch || next === undefined || !isAbove || !compositeKeys(other).has(next)) continue
    if (!giver || there.length > withoutLists(giver.path).length) giver = other
  }
  return giver?.node.serviceName ?? null
}

/** The keys of what a fetch asks of an entity. */
export function entityKeys(text: string): readonly string[] {
  const [operation] = parse(text, { noLocation: true }).definitions
  const keys = new Set<string>()
  const add = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) add(node.selectionSet)
      else if (node.kind === Kind.FIELD && node.name.value !== '__typename')
        keys.add((node.alias ?? node.name).value)
    }
  }
  const [entities] = operation && 'selectionSet' in operation ? operation.selectionSet.selections : []
  if (entities?.kind === Kind.FIELD && entities.selectionSet) add(entities.selectionSet)
  return [...keys]
}

function withoutLists(path: readonly string[]): readonly string[] {
  return path.filter((step) => step !== '@')
}

const keysByFetch = new WeakMap<FetchNode, ReadonlySet<string>>()

/** The keys under which a fetch brings objects, as they are once renamed too. */
function compositeKeys({ node }: PlannedFetch): ReadonlySet<string> {
  let keys = keysByFetch.get(node)
  if (!keys) keysByFetch.set(node, (keys = readCompositeKeys(node)))
  return keys
}

function readCompositeKeys(node: FetchNode): ReadonlySet<string> {
  const operation = parse(node.operation, { noLocation: true }).definitions[0]
  const keys = new Set<string>()
  const add = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value
        if (key === '_entities' && selection.selectionSet) add(selection.selectionSet)
        else if (selection.selectionSet) keys.add(key)
      } else if (selection.kind === Kind.INLINE_FRAGMENT) add(selection.selectionSet)
    }
  }
  if (operation && 'selectionSet' in operation) add(operation.selectionSet)
  for (const rewrite of node.outputRewrites ?? [])
    if (rewrite.kind === 'KeyRenamer') keys.add(rewrite.renameKeyTo)
  return keys
}
