/** The places of the answer that a plan itself needs, keys and required fields, to name things to the subgraphs that it asks next. */
import type { QueryPlanSelectionNode } from '@apollo/query-planner'
import type { PlannedStep } from './planned.ts'

/** Each as `/areas/next/id`. */
export function placesNeeded(step: PlannedStep, found = new Set<string>()): Set<string> {
  if (step.kind !== 'fetch') for (const one of step.steps) placesNeeded(one, found)
  else addRequired(step.node.requires ?? [], placeOf(step.path), found)
  return found
}

function addRequired(nodes: readonly QueryPlanSelectionNode[], place: string, found: Set<string>): void {
  for (const node of nodes) {
    const here = node.kind === 'Field' ? `${place}/${node.alias ?? node.name}` : place
    if (node.kind === 'Field') found.add(here)
    if (node.selections) addRequired(node.selections, here, found)
  }
}

/** A plan's path as these places are written, lists left out. */
export function placeOf(path: readonly string[]): string {
  return path.map((key) => (key === '@' ? '' : `/${key}`)).join('')
}
