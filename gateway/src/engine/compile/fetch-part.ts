/**
 * A part of an entity fetch, for the objects of some types: it asks only for what these select, and sends
 * only what that requires.
 */
import { Kind, parse, print, type SelectionNode, type SelectionSetNode } from 'graphql'
import type { PlannedFetch } from './planned.ts'
import type { Branch } from './data.ts'
import { onlyUsedVariables } from '../document/reachable.ts'
import { onlyRequired, type AskedField, type Joins } from './required-parts.ts'

/** A part of what a fetch asks, and what of it is left out since other types ask for it. */
export interface Share {
  readonly selections: readonly SelectionNode[]
  readonly dropped: readonly Dropped[]
}

export interface Dropped {
  readonly type: string
  readonly field: string
  readonly isOfEntity: boolean
  /** Whether it may not be asked for along with the rest. */
  readonly matters: boolean
}

/** Nothing where the part asks for nothing. */
export function partOf(
  fetch: PlannedFetch,
  { selections, dropped }: Share,
  branch: Branch,
  joins: Joins,
): readonly PlannedFetch[] {
  const asks = entityFields(selections)
  if (asks.length === 0) return []
  const { node } = fetch
  const [operation] = parse(node.operation, { noLocation: true }).definitions
  const [entities] = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : []
  if (operation?.kind !== Kind.OPERATION_DEFINITION || entities?.kind !== Kind.FIELD) return [fetch]
  const selectionSet: SelectionSetNode = {
    kind: Kind.SELECTION_SET,
    selections: [{ ...entities, selectionSet: { kind: Kind.SELECTION_SET, selections } }],
  }
  const { operation: used, names } = onlyUsedVariables({ ...operation, selectionSet })
  const ofEntity = dropped.filter(({ isOfEntity }) => isOfEntity)
  const requires = node.requires && onlyRequired(node.requires, node.serviceName, asks, ofEntity, joins)
  const usages = node.variableUsages?.filter((name) => names.has(name))
  return [
    {
      ...fetch,
      node: {
        ...node,
        operation: print(used),
        ...(requires && { requires }),
        ...(usages && { variableUsages: usages }),
      },
      branch,
      partOf: fetch,
    },
  ]
}

function entityFields(selections: readonly SelectionNode[], type = ''): readonly AskedField[] {
  return selections.flatMap((node): readonly AskedField[] => {
    if (node.kind === Kind.INLINE_FRAGMENT)
      return entityFields(node.selectionSet.selections, node.typeCondition?.name.value ?? type)
    return node.kind === Kind.FIELD && node.name.value !== '__typename'
      ? [{ type, field: node.name.value }]
      : []
  })
}
