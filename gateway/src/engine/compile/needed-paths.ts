/**
 * The paths of the answer that a plan itself needs, keys and required fields, to build the representations of
 * later fetches; and whether objects that ask for some fields only need them.
 */
import type { QueryPlanSelectionNode } from '@apollo/query-planner'
import type { PlannedFetch, PlannedStep } from './planned.ts'
import { entityKeys } from './shareable-fetch.ts'

/** By path, as `/areas/next/id`, the fetches that need it. */
export type FetchesByNeed = ReadonlyMap<string, readonly PlannedFetch[]>

export function fetchesByNeed(step: PlannedStep, byNeed = new Map<string, PlannedFetch[]>()): FetchesByNeed {
  if (step.kind !== 'fetch') for (const child of step.steps) fetchesByNeed(child, byNeed)
  else
    for (const path of requiredPaths(step.node.requires ?? [], pathText(step.path)))
      byNeed.set(path, [...(byNeed.get(path) ?? []), step])
  return byNeed
}

/**
 * Whether objects at `at` that ask for these keys need what stands at a path of theirs: some fetch that needs it brings what they ask for, or what a
 * further fetch needs that does. Of a fetch for other places, and of one that brings no fields but names, that is not known: they may.
 */
export function needs(
  path: string,
  at: string,
  asks: (key: string) => boolean,
  byNeed: FetchesByNeed,
  seen: ReadonlySet<PlannedFetch> = new Set(),
): boolean {
  return (byNeed.get(path) ?? []).some((fetch) => {
    if (seen.has(fetch)) return false
    const keys = entityKeys(fetch.node.operation)
    const isRenamed = (fetch.node.outputRewrites ?? []).length > 0
    if (pathText(fetch.path) !== at || keys.length === 0 || isRenamed) return true
    const seenToo = new Set([...seen, fetch])
    return keys.some((key) => asks(key) || needs(`${at}/${key}`, at, asks, byNeed, seenToo))
  })
}

function requiredPaths(nodes: readonly QueryPlanSelectionNode[], path: string): ReadonlySet<string> {
  const paths = new Set<string>()
  for (const node of nodes) {
    const here = node.kind === 'Field' ? `${path}/${node.alias ?? node.name}` : path
    if (node.kind === 'Field') paths.add(here)
    if (node.selections) for (const below of requiredPaths(node.selections, here)) paths.add(below)
  }
  return paths
}

/** A plan's path in this form, without lists. */
export function pathText(path: readonly string[]): string {
  return path.map((key) => (key === '@' ? '' : `/${key}`)).join('')
}
