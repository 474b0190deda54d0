/**
 * Compiles a query plan: each fetch with its text, the variables that it needs, how it builds representations
 * and how it rewrites the answer. Fetches that ask one subgraph for more of the same entities at the same
 * moment become one (join-fetches.ts). The engine guesses nothing: a plan with a part that it does not know
 * runs on Apollo's executor.
 */
import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner'
import { Kind, parse, visit, type OperationDefinitionNode } from 'graphql'
import type { SubgraphRequest } from '@samenhang/subgraph-kit/subgraph'
import { entityKeys, giverOf, isLeaf } from './shareable-fetch.ts'
import type { Branch, IsObjectType } from './data.ts'
import { checkGiven } from './given-fields.ts'
import { joinFetches } from './join-fetches.ts'
import { narrowFetches, type Narrowing } from './narrow.ts'
import type { PlannedFetch, PlannedStep } from './planned.ts'
import type { Repaired } from '../supergraph/repair.ts'
import { compileRepresent, type Represent, type Required } from './representation.ts'
import type { Types } from './types.ts'
import { asksByKeyOnly, type Joins } from './required-parts.ts'
import { sentName, withoutSynthetic } from '../supergraph/requires-arguments.ts'
import { compileRewrites, type PlannedRewrite, type Rewrite } from './rewrite.ts'

/** A fetch, ready to run. */
export interface Fetch {
  readonly subgraph: string
  readonly kind: 'query' | 'mutation' | 'subscription'
  readonly request: Pick<SubgraphRequest, 'query' | 'operationName'>
  readonly variables: readonly string[]
  /** From the root of the answer to the objects it is for; `@` is every item of a list. */
  readonly path: readonly string[]
  /** Which of the objects there it is for, by the types on the way. */
  readonly branch: Branch
  /** The keys of what it asks of an entity. */
  readonly keys: readonly string[]
  /** Whether none of that requires more of an entity than its key. */
  readonly isByKeyOnly: boolean
  /** The subgraph that gave its objects, where they may have come by the name of an interface only. */
  readonly giver: string | null
  /** Builds its representations; null for a fetch from a root. */
  readonly represent: Represent | null
  /** The same for all fetches of a plan that send the same representations of the same objects. */
  readonly groupId: object
  readonly rewrite: Rewrite | null
  /** Names that the subgraph answers under, with what they become. */
  readonly renamed: ReadonlyMap<string, string>
  readonly isObjectType: IsObjectType
  /** Whether no other fetch writes into its answer, so that the answer may be shared by several paths. */
  readonly isLeaf: boolean
  /** Keys of root fields of which this subgraph lacks types that another has, with these types: their null is no answer. */
  readonly lacking: ReadonlyMap<string, readonly string[]>
}

export type Step =
  | { readonly kind: 'sequence'; readonly steps: readonly Step[] }
  | {
      readonly kind: 'parallel'
      readonly steps: readonly Step[]
      /** Of each step the fetches that go by types on their way, which another step may have to find; null where there are none. */
      readonly typed: readonly (readonly Fetch[])[] | null
    }
  | { readonly kind: 'fetch'; readonly fetch: Fetch }

/** A plan with something that the engine does not run. */
export class NotCompiled extends Error {
  constructor(readonly reason: string) {
    super(`The engine does not run this: ${reason}`)
  }
}

/** Every fetch of a compiled plan. */
export function fetchesIn(step: Step): readonly Fetch[] {
  return step.kind === 'fetch' ? [step.fetch] : step.steps.flatMap(fetchesIn)
}

/** The subgraphs that a plan asks. */
export function subgraphsOf(step: Step): readonly string[] {
  return [...new Set(fetchesIn(step).map(({ subgraph }) => subgraph))]
}

/** Throws NotCompiled. `operation` is what was planned, under response keys of the hub's own. */
export function compilePlan(
  { node }: QueryPlan,
  operation: OperationDefinitionNode,
  types: Types,
  repaired: Repaired,
  narrowing: Narrowing,
): Step {
  if (!node) return { kind: 'sequence', steps: [] }
  if (node.kind === 'Subscription') throw new NotCompiled('subscription')
  const planned = narrowFetches(
    joinFetches(stepOf(node, [], { repaired, joins: narrowing })),
    operation,
    narrowing,
  )
  const fetches = fetchesOf(planned)
  for (const { node: fetch } of fetches) checkAliases(fetch)
  return compileStep(planned, fetches, { types, repaired, joins: narrowing, groupIds: new Map() })
}

/** The aliases in fetches: response keys of the hub, and those that the planner and requires-arguments.ts make. */
const ownAlias = /^hub__|__alias_\d+$|__r\d+$/

/** No alias of a client reaches a subgraph: no representation can hold what was fetched under one. */
function checkAliases({ operation }: FetchNode): void {
  if (!operation.includes(':')) return
  visit(parse(operation, { noLocation: true }), {
    Field({ alias }) {
      if (alias && !ownAlias.test(alias.value)) throw new Error(`A fetch with the alias ${alias.value}`)
    },
  })
}

interface Reading {
  readonly repaired: Repaired
  readonly joins: Joins
}

function stepOf(node: PlanNode, path: readonly string[], reading: Reading): PlannedStep {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', steps: node.nodes.map((child) => stepOf(child, path, reading)) }
    case 'Parallel':
      return { kind: 'parallel', steps: node.nodes.map((child) => stepOf(child, path, reading)) }
    case 'Flatten':
      return stepOf(node.node, [...path, ...node.path.map(checkStep)], reading)
    case 'Fetch':
      if (node.contextRewrites?.length) throw new NotCompiled('context')
      checkGiven(node, reading.joins)
      return fetchOf(withoutSynthetic(node, reading.repaired), path)
    default:
      throw new NotCompiled(node.kind.toLowerCase())
  }
}

function fetchOf(nodes: readonly FetchNode[], path: readonly string[]): PlannedStep {
  const fetches = nodes.map((node): PlannedStep => ({ kind: 'fetch', node, path }))
  return fetches.length === 1 && fetches[0] ? fetches[0] : { kind: 'parallel', steps: fetches }
}

function checkStep(step: string | number): string {
  if (typeof step === 'number' || (step !== '@' && !/^\w+$/.test(step))) throw new NotCompiled('path')
  return step
}

/** Every fetch of a plan. */
export function fetchesOf(step: PlannedStep): readonly PlannedFetch[] {
  return step.kind === 'fetch' ? [step] : step.steps.flatMap(fetchesOf)
}

interface CompileContext {
  readonly types: Types
  readonly repaired: Repaired
  readonly joins: Joins
  readonly groupIds: Map<string, object>
}

function compileStep(step: PlannedStep, all: readonly PlannedFetch[], context: CompileContext): Step {
  if (step.kind === 'fetch') return { kind: 'fetch', fetch: compileFetch(step, all, context) }
  const steps = step.steps.map((child) => compileStep(child, all, context))
  if (step.kind === 'sequence') return { kind: step.kind, steps }
  const typed = steps.map((child) => fetchesIn(child).filter(({ branch }) => branch !== null))
  return { kind: step.kind, steps, typed: typed.some((fetches) => fetches.length > 0) ? typed : null }
}

function compileFetch(
  planned: PlannedFetch,
  all: readonly PlannedFetch[],
  { types, repaired, joins, groupIds }: CompileContext,
): Fetch {
  const { node, path, branch = null } = planned
  const { serviceName, operation, operationName, requires, variableUsages = [] } = node
  const input = compileRewrites(node.inputRewrites, types)
  const named = JSON.stringify([path, branchText(branch), requires, node.inputRewrites])
  const groupId = groupIds.get(named) ?? {}
  groupIds.set(named, groupId)
  const output = (node.outputRewrites ?? []) as PlannedRewrite[]
  return {
    subgraph: serviceName,
    kind: node.operationKind,
    request: { query: operation, ...(operationName && { operationName }) },
    variables: variableUsages,
    path,
    branch,
    keys: requires ? entityKeys(operation) : [],
    isByKeyOnly: requires !== undefined && asksByKeyOnly(node, joins),
    giver: requires ? giverOf(planned, all) : null,
    represent: requires ? compileRepresent(sentAs(requires, repaired), input, types) : null,
    groupId,
    rewrite: output.length > 0 ? compileRewrites(output, types) : null,
    renamed: new Map([
      ...[...repaired.synthetic].map(([name, { field }]) => [name, field] as const),
      ...output.flatMap(({ path: keys, renameKeyTo }): [string, string][] => {
        const key = keys.at(-1)
        return key === undefined || renameKeyTo === undefined ? [] : [[key, renameKeyTo]]
      }),
    ]),
    isObjectType: types.isObject,
    isLeaf: isLeaf(planned, all),
    lacking: requires || path.length > 0 ? new Map() : lackingIn(node, repaired),
  }
}

function branchText(branch: Branch): unknown {
  return branch && [...branch].map(([type, below]) => [type ?? '', branchText(below)])
}

function lackingIn({ serviceName, operation }: FetchNode, { lacking }: Repaired): Fetch['lacking'] {
  if (lacking.size === 0) return new Map()
  const [definition] = parse(operation, { noLocation: true }).definitions
  const selections = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : []
  return new Map(
    selections.flatMap((selection): [string, readonly string[]][] => {
      const types = selection.kind === Kind.FIELD && lacking.get(`${serviceName} ${selection.name.value}`)
      return types ? [[(selection.alias ?? selection.name).value, types]] : []
    }),
  )
}

/** What a representation holds, under the names that the subgraph knows. */
function sentAs(required: readonly QueryPlanSelectionNode[], repaired: Repaired): readonly Required[] {
  return required.map((node): Required => {
    const selections = node.selections && sentAs(node.selections, repaired)
    return node.kind === 'Field'
      ? { ...node, ...(selections && { selections }), as: sentName(node.name, repaired) }
      : { ...node, ...(selections && { selections }) }
  })
}
