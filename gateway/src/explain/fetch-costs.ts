/** What the fetches of a compiled plan would take: each is read as a subgraph would read it, and none is sent. */
import { Kind, parse } from 'graphql'
import type { GraphQLSchema, OperationDefinitionNode, SelectionNode } from 'graphql'
import type { Step } from '../engine/compile/compile.ts'
import { fragmentsOf } from '../engine/document/fragments.ts'
import { defaultsOf } from '../limits/answer-size.ts'
import { sizeOfSelection, type Brought, type SelectionContext } from './selection-size.ts'

type PlannedFetch = Extract<Step, { kind: 'fetch' }>['fetch']
type Variables = Readonly<Record<string, unknown>>

export interface FetchCost {
  readonly subgraph: string
  /** Fetches of one round are sent at once; a round begins when the one before it has been answered. */
  readonly round: number
  /** Whether it begins at the root of the graph, or asks more of entities that an earlier fetch found. */
  readonly kind: 'root' | 'entities'
  /** Fields to what it is for, from the root; empty for a fetch from there. */
  readonly path: readonly string[]
  /** Entities that are asked about at most; null for a fetch from the root. */
  readonly entities: number | null
  /** About, by the kind of what is read, where the subgraph is one of this hub's. */
  readonly statements: number
  /** Objects of its answer, each a row or a part of one, at most. */
  readonly rows: number
  /** Of its answer as JSON, about. */
  readonly bytes: number
}

export interface PlanSizing {
  readonly schema: GraphQLSchema
  /** Those of the plan. */
  readonly variables: Variables
  /** Objects of the answer, at most: of no entities there are more. */
  readonly objects: number
}

export function fetchCosts(step: Step, sizing: PlanSizing): readonly FetchCost[] {
  const counts = new Map<string, number>()
  return roundsOf(step, 1).fetches.map(({ fetch, round }) => costOf(fetch, round, counts, sizing))
}

interface InRound {
  readonly fetch: PlannedFetch
  readonly round: number
}

/** In the order of their rounds, with the round that follows. */
function roundsOf(
  step: Step,
  first: number,
): { readonly fetches: readonly InRound[]; readonly next: number } {
  if (step.kind === 'fetch') return { fetches: [{ fetch: step.fetch, round: first }], next: first + 1 }
  const fetches: InRound[] = []
  let next = first
  for (const child of step.steps) {
    const below = roundsOf(child, step.kind === 'sequence' ? next : first)
    fetches.push(...below.fetches)
    next = Math.max(next, below.next)
  }
  return { fetches: fetches.sort((one, other) => one.round - other.round), next }
}

function costOf(
  fetch: PlannedFetch,
  round: number,
  counts: Map<string, number>,
  { schema, variables, objects }: PlanSizing,
): FetchCost {
  const document = parse(fetch.request.query, { noLocation: true })
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  const context = {
    ...{ schema, variables, counts },
    fragments: fragmentsOf(document),
    defaults: operation ? defaultsOf(operation) : new Map<string, unknown>(),
  }
  const known = counts.get(fetch.path.join('.'))
  const entities = fetch.represent ? Math.min(known ?? objects, objects) : null
  const brought = operation && broughtBy(operation, fetch, entities, context)
  return {
    subgraph: fetch.subgraph,
    round,
    kind: fetch.represent ? 'entities' : 'root',
    path: fetch.path.filter((key) => key !== '@').map(fieldOf),
    entities,
    statements: Math.max(1, brought?.statements ?? 1),
    rows: brought?.objects ?? 0,
    bytes: brought?.bytes ?? 0,
  }
}

function broughtBy(
  { operation, selectionSet }: OperationDefinitionNode,
  { path }: PlannedFetch,
  entities: number | null,
  context: SelectionContext,
): Brought {
  const root = context.schema.getRootType(operation)?.name ?? ''
  if (entities === null)
    return sizeOfSelection(selectionSet, { parent: root, count: 1, path, page: null }, context)
  const parts = selectionSet.selections.map((node) => {
    const set = node.kind === Kind.FIELD ? node.selectionSet : undefined
    if (!set) return { objects: 0, bytes: 0, statements: 0 }
    const inner = sizeOfSelection(set, { parent: '', count: entities, path, page: null }, context)
    // A statement finds the entities themselves where columns of their own are asked.
    return { ...inner, statements: inner.statements + columnsAsked(set.selections) }
  })
  return parts.reduce(
    (total, part) => ({
      objects: total.objects + part.objects,
      bytes: total.bytes + part.bytes,
      statements: total.statements + part.statements,
    }),
    { objects: entities, bytes: 2 * entities, statements: 0 },
  )
}

/** The types of entities of which more than the name of the type is asked directly. */
function columnsAsked(selections: readonly SelectionNode[]): number {
  return selections.filter(
    (node) =>
      node.kind === Kind.INLINE_FRAGMENT &&
      node.selectionSet.selections.some(
        (field) => field.kind === Kind.FIELD && !field.selectionSet && field.name.value !== '__typename',
      ),
  ).length
}

/** The name of the field in a response key of the hub (engine/document/response-keys.ts). */
function fieldOf(key: string): string {
  return /^hub__(.+)_[0-9a-f]{20}$/.exec(key)?.[1] ?? key
}
