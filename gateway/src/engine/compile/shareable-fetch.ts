/**
 * Whether anything else of a plan writes into what a fetch brings. Where nothing does, one answer may stand at many places at once, and
 * may be kept for later requests; where something does, each place needs a copy of its own.
 */
import { Kind, parse, type SelectionSetNode } from 'graphql'
import type { FetchNode } from '@apollo/query-planner'
import type { PlannedFetch } from './planned.ts'

export function isLeaf(fetch: PlannedFetch, all: readonly PlannedFetch[]): boolean {
  const own = compositeKeys(fetch)
  const place = withoutLists(fetch.path)
  return all.every((other) => {
    if (other === fetch || areApart(fetch, other)) return true
    const there = withoutLists(other.path)
    if (!place.every((key, index) => key === there[index])) return true
    const next = there[place.length]
    return next === undefined ? [...compositeKeys(other)].every((key) => !own.has(key)) : !own.has(next)
  })
}

/** Whether two parts of one fetch (narrow.ts) are about objects of different types. */
function areApart(one: PlannedFetch, other: PlannedFetch): boolean {
  return one.partOf !== undefined && one.partOf === other.partOf
}

/** The subgraph that brings the objects that a fetch asks more of; null where none is seen to. */
export function giverOf(fetch: PlannedFetch, all: readonly PlannedFetch[]): string | null {
  const place = withoutLists(fetch.path)
  let giver: PlannedFetch | null = null
  for (const other of all) {
    const there = withoutLists(other.path)
    const next = place[there.length]
    const isAbove = there.every((key, index) => key === place[index])
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
    for (const one of selections) {
      if (one.kind === Kind.INLINE_FRAGMENT) add(one.selectionSet)
      else if (one.kind === Kind.FIELD && one.name.value !== '__typename')
        keys.add((one.alias ?? one.name).value)
    }
  }
  const [entities] = operation && 'selectionSet' in operation ? operation.selectionSet.selections : []
  if (entities?.kind === Kind.FIELD && entities.selectionSet) add(entities.selectionSet)
  return [...keys]
}

function withoutLists(path: readonly string[]): readonly string[] {
  return path.filter((step) => step !== '@')
}

const known = new WeakMap<FetchNode, ReadonlySet<string>>()

/** The keys under which a fetch brings objects, as they are once renamed too. */
function compositeKeys({ node }: PlannedFetch): ReadonlySet<string> {
  let keys = known.get(node)
  if (!keys) known.set(node, (keys = readCompositeKeys(node)))
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
