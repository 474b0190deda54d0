/**
 * Joins sibling fetches that ask one subgraph for more of the same entities. Only fetches with the same
 * representations are joined, where no response key would have two meanings.
 */
import { Kind, parse, print, type FieldNode, type OperationDefinitionNode, type SelectionNode } from 'graphql'
import type { FetchNode } from '@apollo/query-planner'
import type { PlannedFetch, PlannedStep } from './planned.ts'

export function joinFetches(step: PlannedStep): PlannedStep {
  if (step.kind === 'fetch') return step
  const steps = step.steps.map(joinFetches)
  if (step.kind === 'sequence') return { kind: step.kind, steps }
  const joinedSteps: PlannedStep[] = []
  for (const candidate of steps) {
    const at = joinedSteps.findIndex((existing, index) => {
      const both = joined(existing, candidate)
      if (both) joinedSteps[index] = both
      return both !== null
    })
    if (at < 0) joinedSteps.push(candidate)
  }
  return joinedSteps.length === 1 && joinedSteps[0] ? joinedSteps[0] : { kind: step.kind, steps: joinedSteps }
}

function joined(first: PlannedStep | undefined, second: PlannedStep): PlannedFetch | null {
  if (first?.kind !== 'fetch' || second.kind !== 'fetch') return null
  if (first.node.serviceName !== second.node.serviceName) return null
  if (!first.node.requires || !second.node.requires) return null
  if (identityText(first) !== identityText(second)) return null
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

const identities = new WeakMap<PlannedFetch, string>()

/** What must be the same for two fetches to be about the same things. */
function identityText(fetch: PlannedFetch): string {
  let text = identities.get(fetch)
  if (text === undefined) {
    const { node, path } = fetch
    text = JSON.stringify([path, node.requires, node.inputRewrites ?? [], node.outputRewrites?.length ?? 0])
    identities.set(fetch, text)
  }
  return text
}

function joinTexts(first: string, second: string): string | null {
  const [firstOperation, secondOperation] = [operationIn(first), operationIn(second)]
  if (!firstOperation || !secondOperation) return null
  const entityFields = [entitiesOf(firstOperation), entitiesOf(secondOperation)] as const
  if (!entityFields[0]?.selectionSet || !entityFields[1]?.selectionSet) return null
  const selections = [...entityFields[0].selectionSet.selections, ...entityFields[1].selectionSet.selections]
  if (conflict(selections)) return null
  const definitions = [
    ...(firstOperation.variableDefinitions ?? []),
    ...(secondOperation.variableDefinitions ?? []),
  ]
  const byName = new Map(definitions.map((definition) => [definition.variable.name.value, definition]))
  const entities: FieldNode = { ...entityFields[0], selectionSet: { kind: Kind.SELECTION_SET, selections } }
  return print({
    ...firstOperation,
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
      const previous = seen.get(key)
      if (!previous) {
        seen.set(key, node)
        return false
      }
      if (headOf(previous) !== headOf(node)) return true
      if (!previous.selectionSet || !node.selectionSet) return false
      const below = [...previous.selectionSet.selections, ...node.selectionSet.selections]
      seen.set(key, { ...previous, selectionSet: { kind: Kind.SELECTION_SET, selections: below } })
      return conflict(below)
    })
  return clashes(selections)
}

function headOf({ name, arguments: fieldArguments, directives }: FieldNode): string {
  return print({
    kind: Kind.FIELD,
    name,
    ...(fieldArguments && { arguments: fieldArguments }),
    ...(directives && { directives }),
  })
}
