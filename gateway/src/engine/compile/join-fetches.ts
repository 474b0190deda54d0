/**
 * Sibling fetches that ask one subgraph for more of the same things become one fetch. Only where the texts can stand together: the same
 * things named in the same way, and no response key with two meanings.
 */
import { Kind, parse, print, type FieldNode, type OperationDefinitionNode, type SelectionNode } from 'graphql'
import type { FetchNode } from '@apollo/query-planner'
import type { PlannedFetch, PlannedStep } from './planned.ts'

export function joinFetches(step: PlannedStep): PlannedStep {
  if (step.kind === 'fetch') return step
  const steps = step.steps.map(joinFetches)
  if (step.kind === 'sequence') return { kind: step.kind, steps }
  const kept: PlannedStep[] = []
  for (const one of steps) {
    const at = kept.findIndex((other, index) => {
      const both = joined(other, one)
      if (both) kept[index] = both
      return both !== null
    })
    if (at < 0) kept.push(one)
  }
  return kept.length === 1 && kept[0] ? kept[0] : { kind: step.kind, steps: kept }
}

function joined(first: PlannedStep | undefined, second: PlannedStep): PlannedFetch | null {
  if (first?.kind !== 'fetch' || second.kind !== 'fetch') return null
  if (first.node.serviceName !== second.node.serviceName) return null
  if (!first.node.requires || !second.node.requires) return null
  if (asked(first) !== asked(second)) return null
  const operation = joinTexts(first.node.operation, second.node.operation)
  if (operation === null) return null
  const node: FetchNode = {
    ...first.node,
    operation,
    variableUsages: [
      ...new Set([...(first.node.variableUsages ?? []), ...(second.node.variableUsages ?? [])]),
    ],
  }
  return { kind: 'fetch', node, path: first.path }
}

const known = new WeakMap<PlannedFetch, string>()

/** What must be the same for two fetches to be about the same things. */
function asked(fetch: PlannedFetch): string {
  let text = known.get(fetch)
  if (text === undefined) {
    const { node, path } = fetch
    text = JSON.stringify([path, node.requires, node.inputRewrites ?? [], node.outputRewrites?.length ?? 0])
    known.set(fetch, text)
  }
  return text
}

function joinTexts(first: string, second: string): string | null {
  const [one, two] = [operationIn(first), operationIn(second)]
  if (!one || !two) return null
  const things = [entitiesOf(one), entitiesOf(two)] as const
  if (!things[0]?.selectionSet || !things[1]?.selectionSet) return null
  const selections = [...things[0].selectionSet.selections, ...things[1].selectionSet.selections]
  if (conflict(selections)) return null
  const definitions = [...(one.variableDefinitions ?? []), ...(two.variableDefinitions ?? [])]
  const byName = new Map(definitions.map((definition) => [definition.variable.name.value, definition]))
  const entities: FieldNode = { ...things[0], selectionSet: { kind: Kind.SELECTION_SET, selections } }
  return print({
    ...one,
    variableDefinitions: [...byName.values()],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [entities] },
  })
}

function operationIn(text: string): OperationDefinitionNode | null {
  const { definitions } = parse(text, { noLocation: true })
  const [operation] = definitions
  return definitions.length === 1 && operation?.kind === Kind.OPERATION_DEFINITION ? operation : null
}

function entitiesOf({ selectionSet }: OperationDefinitionNode): FieldNode | null {
  const [field] = selectionSet.selections
  return selectionSet.selections.length === 1 &&
    field?.kind === Kind.FIELD &&
    field.name.value === '_entities'
    ? field
    : null
}

/** Whether a response key would mean two things, whatever the type: more cautious than GraphQL asks. */
function conflict(selections: readonly SelectionNode[]): boolean {
  const seen = new Map<string, FieldNode>()
  const clashes = (nodes: readonly SelectionNode[]): boolean =>
    nodes.some((node) => {
      if (node.kind === Kind.INLINE_FRAGMENT) return clashes(node.selectionSet.selections)
      if (node.kind !== Kind.FIELD) return true
      const key = node.alias?.value ?? node.name.value
      const known = seen.get(key)
      if (!known) {
        seen.set(key, node)
        return false
      }
      if (headOf(known) !== headOf(node)) return true
      if (!known.selectionSet || !node.selectionSet) return false
      const below = [...known.selectionSet.selections, ...node.selectionSet.selections]
      seen.set(key, { ...known, selectionSet: { kind: Kind.SELECTION_SET, selections: below } })
      return conflict(below)
    })
  return clashes(selections)
}

function headOf({ name, arguments: given, directives }: FieldNode): string {
  return print({
    kind: Kind.FIELD,
    name,
    ...(given && { arguments: given }),
    ...(directives && { directives }),
  })
}
