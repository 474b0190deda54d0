/**
 * Narrows entity fetches to the types that select what they bring. A plan fetches for all objects at a path
 * what one of their types selects. That is more than may be read where it is protected, more than can be
 * asked where a field requires others that were not fetched for the other types, and more than is safe where
 * a field is non-null. Such a fetch becomes several, each for its types and with what those select.
 */
import type { FetchNode } from '@apollo/query-planner'
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  Kind,
  parse,
  print,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { objectsOf } from '../document/canonical.ts'
import type { PlannedFetch, PlannedStep } from './planned.ts'
import { isSameBranch, type Branch } from './data.ts'
import { partOf, type Dropped, type Share } from './fetch-part.ts'
import { typeBelow } from '../supergraph/named-type.ts'
import { fetchesByNeed, pathText, type FetchesByNeed } from './needed-paths.ts'
import { requiresOf, type Joins } from './required-parts.ts'
import { splitRequired } from './split-required.ts'
import { responseKeyOf } from '../document/response-keys.ts'
import { collectFields, type SelectionSets } from '../document/selection.ts'

export interface Narrowing extends Joins {
  /** What clients see. */
  readonly schema: GraphQLSchema
  /** Whether a field of an object type is not for everyone. */
  readonly isProtected: (type: string, field: string) => boolean
}

/** With the places of what the plan itself needs to name things, as `/areas/next/id`. */
interface PlanNarrowing extends Narrowing {
  readonly byNeed: FetchesByNeed
}

const noFragments = new Map<string, never>()

/** `operation` is the canonical one that was planned. */
export function narrowFetches(
  step: PlannedStep,
  operation: OperationDefinitionNode,
  narrowing: Narrowing,
): PlannedStep {
  if (!hasFragments(operation.selectionSet)) return step
  const byNeed = fetchesByNeed(step)
  const narrow = (planned: PlannedStep): PlannedStep =>
    planned.kind === 'fetch'
      ? narrowFetch(planned, operation, { ...narrowing, byNeed })
      : { kind: planned.kind, steps: planned.steps.map(narrow) }
  return narrow(step)
}

function hasFragments({ selections }: SelectionSetNode): boolean {
  return selections.some(
    (node) =>
      node.kind === Kind.INLINE_FRAGMENT ||
      (node.kind === Kind.FIELD && node.selectionSet && hasFragments(node.selectionSet)),
  )
}

/** What is asked of the objects at the end of a path that are of this type. */
interface End {
  readonly type: GraphQLObjectType
  readonly sets: SelectionSets
}

function narrowFetch(
  fetch: PlannedFetch,
  operation: OperationDefinitionNode,
  narrowing: PlanNarrowing,
): PlannedStep {
  const entities = entitiesIn(fetch.node)
  const root = narrowing.schema.getRootType(operation.operation)
  if (!entities || !root) return fetch
  const path = fetch.path.filter((step) => step !== '@')
  const ends = endsOf([operation.selectionSet], root, path, narrowing)
  const fullShare: Share = { selections: entities.selections, dropped: [] }
  const shareOf = (end: End | null): Share =>
    end ? shareFor(end, ends, entities, fetch, narrowing) : fullShare
  const shares = sharesAt([operation.selectionSet], root, path, shareOf, narrowing)
  if (shares.every(({ share }) => share.dropped.every((drop) => !drop.matters)))
    return splitRequired(
      fetch,
      entities.selections,
      ends.map(({ type, sets }) => {
        const fields = collectFields(type, sets, { ...narrowing, fragments: noFragments })
        return (key) => fields.has(key)
      }),
      narrowing.byNeed,
      narrowing,
    )
  const steps = shares.flatMap(({ share, branch }) => partOf(fetch, share, branch, narrowing))
  const [only] = steps
  return steps.length === 1 && only ? only : { kind: 'parallel', steps }
}

/** The selection of `_entities`, where that is all that a fetch asks. */
function entitiesIn({ operation: text, requires }: FetchNode): SelectionSetNode | null {
  const operation = requires && parse(text, { noLocation: true }).definitions[0]
  if (!operation || operation.kind !== Kind.OPERATION_DEFINITION) return null
  const [field, ...rest] = operation.selectionSet.selections
  return field?.kind === Kind.FIELD && rest.length === 0 ? (field.selectionSet ?? null) : null
}

function endsOf(
  sets: SelectionSets,
  type: GraphQLCompositeType,
  path: readonly string[],
  narrowing: Narrowing,
): readonly End[] {
  const [key, ...rest] = path
  return objectsOf(type, narrowing.schema).flatMap((object): readonly End[] => {
    if (key === undefined) return [{ type: object, sets }]
    const next = below({ type: object, sets }, key, narrowing)
    return next ? endsOf(next.sets, next.type, rest, narrowing) : []
  })
}

interface Below {
  readonly type: GraphQLCompositeType
  readonly sets: SelectionSets
}

/** What an object's type asks for under a key; null where it asks for nothing. */
function below({ type, sets }: End, key: string, { schema }: Pick<Narrowing, 'schema'>): Below | null {
  const nodes = [...collectFields(type, sets, { schema, fragments: noFragments }).values()]
    .flat()
    .filter((node) => responseKeyOf(node) === key || node.alias?.value === key)
  const field = nodes[0] && type.getFields()[nodes[0].name.value]
  const named = field && getNamedType(field.type)
  return isCompositeType(named)
    ? { type: named, sets: nodes.flatMap(({ selectionSet }) => selectionSet ?? []) }
    : null
}

interface Shared {
  readonly share: Share
  readonly branch: Branch
}

/** The shares of a fetch, each with the types on the way to its objects. */
function sharesAt(
  sets: SelectionSets,
  type: GraphQLCompositeType,
  path: readonly string[],
  shareOf: (end: End | null) => Share,
  narrowing: Narrowing,
): readonly Shared[] {
  const [key, ...rest] = path
  const sharesByText = new Map<string, { share: Share; readonly types: Map<unknown, Branch> }>()
  const add = (share: Share, name: string, branch: Branch): void => {
    const text = share.selections.map((node) => print(node)).join('\n')
    let shared = sharesByText.get(text)
    if (!shared) sharesByText.set(text, (shared = { share, types: new Map() }))
    // What matters to one type only matters to all that are asked the same.
    else shared.share = { ...shared.share, dropped: [...shared.share.dropped, ...share.dropped] }
    shared.types.set(name, branch)
    // An object of a type that can be no other need not say its name.
    if (!isAbstractType(type)) shared.types.set(undefined, branch)
  }
  for (const object of objectsOf(type, narrowing.schema)) {
    const end = { type: object, sets }
    const next = key === undefined ? null : below(end, key, narrowing)
    if (key === undefined) add(shareOf(end), object.name, null)
    else if (!next) add(shareOf(null), object.name, null)
    else
      for (const { share, branch } of sharesAt(next.sets, next.type, rest, shareOf, narrowing))
        add(share, object.name, branch)
  }
  for (const { types } of sharesByText.values()) admitUnnamed(types, type, narrowing)
  return [...sharesByText.values()].map(({ share, types }) => ({ share, branch: types }))
}

/** Where a share is for all types alike, plans need not ask for their names: an object may say none, or that of its interface. */
function admitUnnamed(types: Map<unknown, Branch>, type: GraphQLCompositeType, { schema }: Narrowing): void {
  const objects = objectsOf(type, schema)
  const branches = objects.map(({ name }) => types.get(name))
  const [first, ...otherBranches] = branches
  if (
    first === undefined ||
    !otherBranches.every((branch) => branch !== undefined && isSameBranch(branch, first))
  )
    return
  const abstract = objects.flatMap((object) => object.getInterfaces())
  for (const name of [undefined, type.name, ...abstract.map((abstractType) => abstractType.name)])
    if (!types.has(name)) types.set(name, first)
}

/** Of a fetch what the objects of one end ask for, and what the plan needs for itself. */
function shareFor(
  end: End,
  all: readonly End[],
  { selections }: SelectionSetNode,
  { node: { serviceName }, path }: PlannedFetch,
  narrowing: PlanNarrowing,
): Share {
  const dropped: Dropped[] = []
  const keep = (
    nodes: readonly SelectionNode[],
    own: readonly End[],
    otherEnds: readonly End[],
    parent: string,
    currentPath: string,
    isOfEntity: boolean,
  ): readonly SelectionNode[] =>
    nodes.flatMap((node): SelectionNode | readonly SelectionNode[] => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return node
      if (node.kind === Kind.INLINE_FRAGMENT) {
        const on = node.typeCondition?.name.value ?? parent
        const fits = ({ type }: End): boolean => isOf(type, on, narrowing.supergraph)
        const inner = keep(
          node.selectionSet.selections,
          own.filter(fits),
          otherEnds.filter(fits),
          on,
          currentPath,
          isOfEntity,
        )
        return inner.length > 0 ? { ...node, selectionSet: { ...node.selectionSet, selections: inner } } : []
      }
      const key = node.alias?.value ?? node.name.value
      const asks = ({ type, sets }: End): boolean =>
        [...collectFields(type, sets, { ...narrowing, fragments: noFragments }).keys()].includes(key)
      const types = own.map(({ type }) => type.name)
      const here = `${currentPath}/${key}`
      const isNeeded =
        narrowing.byNeed.has(here) && !types.some((type) => narrowing.isProtected(type, node.name.value))
      if (!isNeeded && !own.some(asks) && otherEnds.some(asks)) {
        const matters = types.some((type) =>
          doesMatter(node, type, parent, isOfEntity ? serviceName : null, narrowing),
        )
        dropped.push({ type: parent, field: node.name.value, isOfEntity, matters })
        return []
      }
      if (!node.selectionSet || !own.some(asks)) return node
      const under = (ends: readonly End[]): readonly End[] =>
        ends.flatMap((end) => {
          const next = below(end, key, narrowing)
          return next ? objectsOf(next.type, narrowing.schema).map((type) => ({ type, sets: next.sets })) : []
        })
      const type = typeBelow(parent, node.name.value, narrowing.supergraph)
      const inner = keep(node.selectionSet.selections, under(own), under(otherEnds), type, here, false)
      return { ...node, selectionSet: { ...node.selectionSet, selections: inner } }
    })
  return { selections: keep(selections, [end], all, end.type.name, pathText(path), true), dropped }
}

/** Whether an object's type meets a condition on a type, of which a subgraph may know more than clients do. */
function isOf(type: GraphQLObjectType, on: string, supergraph: GraphQLSchema): boolean {
  if (type.name === on) return true
  const conditionType = supergraph.getType(on)
  const ownType = supergraph.getType(type.name)
  return (
    isAbstractType(conditionType) &&
    'getFields' in (ownType ?? {}) &&
    supergraph.isSubType(conditionType, ownType as never)
  )
}

function doesMatter(
  node: SelectionNode,
  type: string,
  parent: string,
  subgraph: string | null,
  narrowing: Narrowing,
): boolean {
  if (node.kind !== Kind.FIELD) {
    return (
      node.kind === Kind.INLINE_FRAGMENT &&
      node.selectionSet.selections.some((inner) => {
        const on = node.typeCondition?.name.value ?? type
        return doesMatter(inner, on, on, null, narrowing)
      })
    )
  }
  const field = node.name.value
  if (narrowing.isProtected(type, field)) return true
  const owner = narrowing.supergraph.getType(parent)
  const definition = owner && 'getFields' in owner ? owner.getFields()[field] : undefined
  if (definition && isNonNullType(definition.type)) return true
  if (subgraph !== null && requiresOf(parent, field, subgraph, narrowing).length > 0) return true
  const named = typeBelow(parent, field, narrowing.supergraph)
  return (node.selectionSet?.selections ?? []).some((inner) =>
    doesMatter(inner, named, named, null, narrowing),
  )
}
