/**
 * The paths of the answer that a plan itself needs, keys and required fields, to build the representations of
 * later fetches.
 */
import type { QueryPlanSelectionNode } from '@apollo/query-planner'
import type { PlannedStep } from './planned.ts'

/** Each as `/areas/next/id`. */
export function pathsNeeded(step: PlannedStep, paths = new Set<string>()): Set<string> {
  if (step.kind !== 'fetch') for (const child of step.steps) pathsNeeded(child, paths)
  else addRequired(step.node.requires ?? [], pathText(step.path), paths)
  return paths
}

function addRequired(nodes: readonly QueryPlanSelectionNode[], path: string, paths: Set<string>): void {
  for (const node of nodes) {
    const here = node.kind === 'Field' ? `${path}/${node.alias ?? node.name}` : path
    if (node.kind === 'Field') paths.add(here)
    if (node.selections) addRequired(node.selections, here, paths)
  }
}

/** A plan's path in this form, without lists. */
export function pathText(path: readonly string[]): string {
  return path.map((key) => (key === '@' ? '' : `/${key}`)).join('')
}
