/**
 * An operation made ready to run, once for its text: filtered by what its caller may see, planned and compiled. Kept, bounded in bytes, under
 * text, operation name and filter; what was prepared before is given at once. Each request then only binds variables. Where @skip or @include
 * hang on variables, one plan for each set of their values.
 */
import {
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  valueFromASTUntyped,
  visit,
  type DocumentNode,
  type GraphQLCompositeType,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { Lru } from '@samenhang/subgraph-kit/lru'
import { compilePlan, NotCompiled, type Fetch, type Step } from './compile.ts'
import { fetchesIn, refusedIn } from './fetched.ts'
import { filterDocument, nothingRefused, type Refusals, type Subjects } from './filter.ts'
import { conditionsOf, fold, typeNameOnly } from './fold.ts'
import type { Planner } from './plan.ts'
import { NotPlanned } from './planning.ts'
import { typesOf } from './representation.ts'
import type { Variables } from './run.ts'
import { compileWriter, type Writer } from './write.ts'

/** An operation that was parsed and validated. */
export interface Operation {
  readonly text: string
  readonly document: DocumentNode
  readonly operationName: string | undefined
  /** What the caller may see, as a key: operations of two callers are one only where it is the same. */
  readonly filterKey: string
  /** Whether nothing of it is run where a part of it may not be had. */
  readonly wholeOrNothing?: boolean
  /** Who asks, for a turn where many want something planned; empty for the hub itself. */
  readonly caller?: string | undefined
}

/** Ready to run with these variables; or not: the variables are wrong, or the stock executor must run it, and why. */
export type Prepared =
  | {
      readonly kind: 'ready'
      readonly step: Step
      readonly write: Writer
      /** What it asks for and its caller may not have. */
      readonly refused: readonly string[]
      /** Whether it asks for anything that not everyone may have. */
      readonly isProtected: boolean
    }
  | { readonly kind: 'refused'; readonly errors: readonly GraphQLError[] }
  | { readonly kind: 'stock'; readonly reason: string }
  | Denied

/** Nothing of it may be run: it asks for these, which are protected, and cannot be run without them. */
export interface Denied {
  readonly kind: 'denied'
  readonly refused: readonly string[]
}

/** What callers may have, by filter key; the empty key stands for those who may have nothing that is protected. */
export interface Guard {
  refusals(filterKey: string): Refusals
  readonly subjects: Subjects
}

export const noGuard: Guard = { refusals: () => nothingRefused, subjects: new Map() }

export interface Preparing {
  readonly planner: Planner
  readonly guard: Guard
}

export interface Preparation {
  /** Whether a fetch of a prepared operation brings only what everyone may have. */
  isPublic(fetch: Fetch): boolean
  /** Throws HubError PLANNING_TOO_LONG or PLANNING_BUSY. */
  prepare(operation: Operation, variables: Variables): Prepared | Promise<Prepared>
  /** Plans and compiles it for the values that its conditions have by default. */
  warm(operation: Operation): Promise<void>
  /** Bytes that what is kept takes, about. */
  readonly weight: number
}

/** Milliseconds after which what took too long to plan is planned again: the machine may have been busy. */
const refusalMs = 30_000

const most = { operations: 2_000, bytes: 48_000_000, variants: 32 }

interface Kept {
  readonly key: string
  /** Without the places of its parts in the text. */
  readonly operation: OperationDefinitionNode
  readonly document: DocumentNode
  readonly refusals: Refusals
  /** What of it is protected, whoever asks. */
  readonly isProtected: boolean
  readonly conditions: readonly string[] | null
  readonly stock: Prepared | null
  /** By the values of its conditions. */
  readonly variants: Map<string, Prepared | Refusal | Promise<Prepared>>
}

/** What took too long to plan, and until when that is said at once. */
interface Refusal {
  readonly error: HubError
  readonly until: number
}

export function createPrepare({ planner, guard }: Preparing): Preparation {
  const kept = new Lru<string, Kept>(most.operations, most.bytes)
  const types = typesOf(planner.supergraph)
  const guarded = new WeakSet<Fetch>()

  /** What of it is protected. None of that is ever run by the stock executor, which knows no rules. */
  const coordinatesIn = (document: DocumentNode): readonly string[] =>
    filterDocument(document, planner.apiSchema, guard.refusals('')).refused

  const keep = (operation: Operation, filterKey: string, key: string): Kept => {
    const document = withoutPlaces(onlyOperation(operation.document, operation.operationName))
    const definition = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
    if (!definition) throw new Error('The document has no such operation')
    const refused = coordinatesIn(document)
    const reason = whyStock(document, definition)
    const one: Kept = {
      key,
      operation: definition,
      document,
      refusals: guard.refusals(filterKey),
      isProtected: refused.length > 0,
      conditions: conditionsOf(document),
      stock: reason === null ? null : stockOr(reason, refused),
      variants: new Map(),
    }
    kept.set(key, one, weightOf(one))
    return one
  }

  const compile = async (
    { document, refusals, isProtected }: Kept,
    values: Variables,
    hasConditions: boolean,
    caller: string | undefined,
  ): Promise<Prepared> => {
    try {
      const folded = hasConditions ? fold(document, values, typeNameOnly) : document
      const written = hasConditions ? fold(document, values, []) : document
      const { document: planned, refused } = isProtected
        ? filterDocument(folded, planner.apiSchema, refusals, guard.subjects)
        : { document: folded, refused: [] }
      const step = compilePlan(await planner.plan(planned, caller), types, planner.repaired)
      const slipped = refusedInStep(step, refusals)
      if (slipped.length > 0) return { kind: 'denied', refused: slipped }
      return { kind: 'ready', step, write: writerOf(written, planner, refusals), refused, isProtected }
    } catch (error) {
      if (error instanceof NotCompiled) return stockOr(error.reason, coordinatesIn(document))
      if (error instanceof NotPlanned) return stockOr('not planned', coordinatesIn(document))
      throw error
    }
  }

  /** A second look at what was planned; and it is noted which fetches bring what not everyone may have. */
  const refusedInStep = (step: Step, refusals: Refusals): readonly string[] => {
    if (refusals === nothingRefused) return []
    const found = new Set<string>()
    for (const fetch of fetchesIn(step)) {
      for (const coordinate of refusedIn(fetch, planner.supergraph, refusals)) found.add(coordinate)
      if (refusedIn(fetch, planner.supergraph, guard.refusals('')).length > 0) guarded.add(fetch)
    }
    return [...found]
  }

  const keptUnder = (operation: Operation, filterKey: string): Kept => {
    // The text itself where it is all there is: then nothing has to be made of it to find it. No text begins with a zero byte.
    const { operationName, text } = operation
    const isText = filterKey === '' && operationName === undefined && !text.startsWith('\0')
    const key = isText ? text : `\0${filterKey}\n${operationName ?? ''}\n${text}`
    return kept.get(key) ?? keep(operation, filterKey, key)
  }
  /** What asks for nothing protected is one operation, whoever asks. */
  const keptOf = (operation: Operation): Kept => {
    const forAnyone = keptUnder(operation, '')
    return forAnyone.isProtected && operation.filterKey !== ''
      ? keptUnder(operation, operation.filterKey)
      : forAnyone
  }
  const make = async (
    one: Kept,
    values: Variables,
    variant: string,
    caller: string | undefined,
  ): Promise<Prepared> => {
    const settle = (outcome: Prepared | Refusal): void => {
      one.variants.set(variant, outcome)
      for (const oldest of one.variants.keys()) {
        if (one.variants.size <= most.variants) break
        one.variants.delete(oldest)
      }
      kept.set(one.key, one, weightOf(one))
    }
    try {
      const prepared = await compile(one, values, one.conditions !== null, caller)
      settle(prepared)
      return prepared
    } catch (error) {
      if (error instanceof HubError && error.code === 'PLANNING_TOO_LONG')
        settle({ error, until: performance.now() + refusalMs })
      else one.variants.delete(variant)
      throw error
    }
  }
  const variantOf = (
    one: Kept,
    values: Variables,
    caller: string | undefined,
  ): Prepared | Promise<Prepared> => {
    const variant = (one.conditions ?? []).map((name) => (values[name] === true ? '1' : '0')).join('')
    const known = one.variants.get(variant)
    if (known && !('until' in known)) return known
    if (known && performance.now() < known.until) throw known.error
    const soon = make(one, values, variant, caller)
    one.variants.set(variant, soon)
    return soon
  }
  return {
    isPublic: (fetch) => !guarded.has(fetch),
    prepare(operation, variables) {
      const one = keptOf(operation)
      if (one.stock !== null) return one.stock
      const bound = bind(one.operation, variables, planner)
      return Array.isArray(bound)
        ? { kind: 'refused', errors: one.isProtected ? bound.map(withoutSuggestion) : bound }
        : variantOf(one, bound, operation.caller)
    },
    async warm(operation) {
      const one = keptOf(operation)
      if (one.stock === null) await variantOf(one, defaultsOf(one.operation), operation.caller)
    },
    get weight() {
      return kept.weight
    },
  }
}

/** What might have been meant is a value of a type that not everyone may know. */
function withoutSuggestion(error: GraphQLError): GraphQLError {
  const { nodes, extensions } = error
  return new GraphQLError(error.message.replace(/ Did you mean .*$/s, ''), {
    ...(nodes && { nodes }),
    extensions,
  })
}

function stockOr(reason: string, refused: readonly string[]): Prepared {
  return refused.length > 0 ? { kind: 'denied', refused } : { kind: 'stock', reason }
}

/** Measured: a parsed text takes at most 94 bytes a character, and as much again for what writes its answers. */
function weightOf({ key, variants }: Kept): number {
  let weight = 2_000 + 100 * key.length
  for (const one of variants.values())
    weight += 'kind' in one && one.kind === 'ready' ? 100 * key.length + weightOfStep(one.step) : 200
  return weight
}

/** Measured on plans of two to thirty fetches. */
function weightOfStep(step: Step): number {
  if (step.kind === 'fetch') return 4_000 + 2 * step.fetch.request.query.length
  return step.steps.reduce((weight, one) => weight + weightOfStep(one), 200)
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
    ),
  )
}

/** The values that an operation runs with, those of its defaults included; or what is wrong with what was given. */
export function bind(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
  { apiSchema }: Pick<Planner, 'apiSchema'>,
): Variables | GraphQLError[] {
  if (variableDefinitions.length === 0) return {}
  if (areTexts(variableDefinitions, variables)) return variables
  const { errors, coerced } = getVariableValues(apiSchema, variableDefinitions, variables)
  return errors ? [...errors] : coerced
}

/** Whether each is a text for a text or an id, which nothing has to be made of, and no other is there: the commonest by far. */
function areTexts(definitions: readonly VariableDefinitionNode[], variables: Variables): boolean {
  let given = 0
  for (const { variable, type } of definitions) {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type
    if (named.kind !== Kind.NAMED_TYPE || (named.name.value !== 'ID' && named.name.value !== 'String'))
      return false
    const name = variable.name.value
    if (!Object.hasOwn(variables, name) || typeof variables[name] !== 'string') return false
    given += 1
  }
  return Object.keys(variables).length === given
}

function writerOf(document: DocumentNode, { apiSchema, supergraph }: Planner, refusals: Refusals): Writer {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  const root: GraphQLCompositeType | null | undefined =
    operation && apiSchema.getRootType(operation.operation)
  if (!operation || !root) throw new NotCompiled('operation')
  const fragments = new Map(
    document.definitions
      .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  )
  return compileWriter(root, [operation.selectionSet], { schema: apiSchema, supergraph, fragments, refusals })
}

/** The document with this operation only. */
export function onlyOperation(document: DocumentNode, name: string | undefined): DocumentNode {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
  if (operations.length === 1) return document
  const definitions = document.definitions.filter(
    (node) => node.kind !== Kind.OPERATION_DEFINITION || node.name?.value === name,
  )
  return { ...document, definitions }
}

/** The document without the places of its parts, which take more memory than the parts. */
function withoutPlaces(document: DocumentNode): DocumentNode {
  if (!document.loc) return document
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, part]) => (name === 'loc' ? [] : [[name, copy(part)]])),
    )
  }
  return copy(document) as DocumentNode
}

function whyStock(document: DocumentNode, operation: OperationDefinitionNode): string | null {
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) return 'subscription'
  let reason: string | null = null
  visit(document, {
    Field({ name, alias }) {
      const key = alias?.value ?? name.value
      if (name.value === '__schema' || name.value === '__type') reason = 'introspection'
      else if (key in Object.prototype || alias?.value.startsWith('__')) reason ??= 'names'
    },
  })
  return reason
}
