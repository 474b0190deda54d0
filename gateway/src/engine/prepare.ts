/**
 * An operation made ready to run, once for its text: filtered by what its caller may see, planned and compiled. Kept, bounded in bytes, under
 * text, operation name and filter; what was prepared before is given at once. Each request then only binds variables. Where @skip or @include
 * hang on variables, one plan for each set of their values.
 */
import {
  Kind,
  OperationTypeNode,
  print,
  visit,
  type DocumentNode,
  type GraphQLCompositeType,
  type OperationDefinitionNode,
} from 'graphql'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { Lru } from '@samenhang/subgraph-kit/lru'
import { canonicalOperation, type Canonical } from './document/canonical.ts'
import { compileClientPaths, type ClientPaths } from './run/client-paths.ts'
import { compilePlan, fetchesIn, NotCompiled, type Fetch, type Step } from './compile/compile.ts'
import { refusedIn } from './compile/recheck.ts'
import { filterDocument, nothingRefused, type Filtered, type Refusals } from './document/filter.ts'
import { conditionsOf, decideConditions, typeNameOnly, undecided } from './document/conditions.ts'
import { graphsByName } from './supergraph/join-directives.ts'
import type { Planner } from './planning/plan.ts'
import type { Guard, Operation, Prepared } from './prepared.ts'
import { NotPlanned } from './planning/planning.ts'
import { planningSize, refuseTooLarge } from './planning/planning-size.ts'
import { onlyOperation } from './document/reachable.ts'
import { typesOf } from './compile/representation.ts'
import type { Variables } from './run/run.ts'
import { separateAliases } from './document/separate-aliases.ts'
import { bind, defaultsOf, sentBy, withoutSuggestion } from './variables.ts'
import { compileWriter, type Writer } from './run/write.ts'
import { fragmentsOf } from './document/fragments.ts'

export interface Preparing {
  readonly planner: Planner
  readonly guard: Guard
}

export interface Preparation {
  /** Whether a fetch of a prepared operation brings only what everyone may have. */
  isPublic(fetch: Fetch): boolean
  /** Throws HubError PLANNING_TOO_LONG, PLANNING_BUSY or TOO_MANY_FIELDS. */
  prepare(operation: Operation, variables: Variables): Prepared | Promise<Prepared>
  /** Plans and compiles it for the values that its conditions have by default. */
  warm(operation: Operation): Promise<void>
  /** Bytes that what is kept takes, about. */
  readonly weight: number
}

/** Milliseconds for which what took too long to plan is refused at once; then it is planned again, for the machine may have been busy. */
const refusalMs = 30_000

const most = { operations: 2_000, bytes: 48_000_000, stepBytes: 16_000_000, refusals: 500, variants: 32 }

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
  readonly variants: Map<string, Prepared | Promise<Prepared>>
}

/** What took too long to plan. */
interface Refusal {
  readonly error: HubError
  readonly until: number
}

export function createPrepare({ planner, guard }: Preparing): Preparation {
  const kept = new Lru<string, Kept>(most.operations, most.bytes)
  const types = typesOf(planner.supergraph)
  const guarded = new WeakSet<Fetch>()
  /** By the text that is planned, which operations that differ in aliases, names and fragments only share. */
  const steps = new Lru<string, Step>(most.operations, most.stepBytes)
  const planning = new Map<string, Promise<Step>>()
  const refusals = new Lru<string, Refusal>(most.refusals, most.stepBytes)
  const protectedFields = guard.refusals('')
  const narrowing = {
    schema: planner.apiSchema,
    supergraph: planner.supergraph,
    graphOf: graphsByName(planner.supergraph),
    isProtected: (type: string, field: string) =>
      protectedFields.type(type) || protectedFields.field(type, field),
  }

  const stepOf = async (
    { document, operation }: Canonical,
    text: string,
    caller: string | undefined,
  ): Promise<Step> => {
    const plan = await planner.plan(document, caller).catch((error: unknown) => {
      if (error instanceof HubError && error.code === 'PLANNING_TOO_LONG')
        refusals.set(text, { error, until: performance.now() + refusalMs }, 500 + 2 * text.length)
      throw error
    })
    const step = compilePlan(plan, operation, types, planner.repaired, narrowing)
    steps.set(text, step, weightOfStep(step) + 2 * text.length)
    return step
  }
  const stepFor = (canonical: Canonical, caller: string | undefined): Step | Promise<Step> => {
    const text = print(canonical.document)
    const refusal = refusals.get(text)
    if (refusal && performance.now() < refusal.until) throw refusal.error
    const known = steps.get(text) ?? planning.get(text)
    if (known) return known
    const soon = stepOf(canonical, text, caller).finally(() => planning.delete(text))
    planning.set(text, soon)
    return soon
  }

  /** What of it is protected. None of that is ever run by the stock executor, which knows no rules. */
  const protectedIn = (document: DocumentNode): Pick<Filtered, 'refused' | 'touchesRefused'> =>
    filterDocument(document, planner.apiSchema, protectedFields)

  const keep = (operation: Operation, filterKey: string, key: string): Kept => {
    const document = separateAliases(
      withoutPlaces(onlyOperation(operation.document, operation.operationName)),
      planner.apiSchema,
    )
    const definition = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
    if (!definition) throw new Error('The document has no such operation')
    const { refused, touchesRefused } = protectedIn(document)
    const reason = whyStock(document, definition)
    const one: Kept = {
      key,
      operation: definition,
      document,
      refusals: guard.refusals(filterKey),
      isProtected: touchesRefused,
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
      const folded = hasConditions ? decideConditions(document, values, typeNameOnly) : document
      const written = hasConditions ? decideConditions(document, values, []) : document
      const { document: planned, refused } = isProtected
        ? filterDocument(folded, planner.apiSchema, refusals, guard.subjects)
        : { document: folded, refused: [] }
      // Before it is written out, which takes as much room.
      refuseTooLarge(planningSize(planned, planner.apiSchema))
      const canonical = canonicalOperation(planned, planner.apiSchema)
      const step = await stepFor(canonical, caller)
      const slipped = refusedInStep(step, refusals)
      if (slipped.length > 0) return { kind: 'denied', refused: slipped }
      const { write, clientPaths } = writerOf(written, planner, refusals)
      return { kind: 'ready', step, sent: sentBy(canonical), write, clientPaths, refused, isProtected }
    } catch (error) {
      if (error instanceof NotCompiled) return stockOr(error.reason, protectedIn(document).refused)
      if (error instanceof NotPlanned) return stockOr('not planned', protectedIn(document).refused)
      throw error
    }
  }

  /** A second look at what was planned; and it is noted which fetches bring what not everyone may have. */
  const refusedInStep = (step: Step, refusals: Refusals): readonly string[] => {
    if (refusals === nothingRefused) return []
    const found = new Set<string>()
    for (const fetch of fetchesIn(step)) {
      for (const coordinate of refusedIn(fetch, planner.supergraph, refusals)) found.add(coordinate)
      if (refusedIn(fetch, planner.supergraph, protectedFields).length > 0) guarded.add(fetch)
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
    try {
      const prepared = await compile(one, values, one.conditions !== null, caller)
      one.variants.set(variant, prepared)
      for (const oldest of one.variants.keys()) {
        if (one.variants.size <= most.variants) break
        one.variants.delete(oldest)
      }
      kept.set(one.key, one, weightOf(one))
      return prepared
    } catch (error) {
      one.variants.delete(variant)
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
    if (known) return known
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
      if (Array.isArray(bound))
        return { kind: 'refused', errors: one.isProtected ? bound.map(withoutSuggestion) : bound }
      const faults = one.conditions === null ? [] : undecided(one.conditions, bound, one.operation)
      return faults.length > 0 ? { kind: 'refused', errors: faults } : variantOf(one, bound, operation.caller)
    },
    async warm(operation) {
      const one = keptOf(operation)
      if (one.stock === null) await variantOf(one, defaultsOf(one.operation), operation.caller)
    },
    get weight() {
      return kept.weight + steps.weight + refusals.weight
    },
  }
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

function writerOf(
  document: DocumentNode,
  { apiSchema, supergraph }: Planner,
  refusals: Refusals,
): { readonly write: Writer; readonly clientPaths: ClientPaths } {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  const root: GraphQLCompositeType | null | undefined =
    operation && apiSchema.getRootType(operation.operation)
  if (!operation || !root) throw new NotCompiled('operation')
  const fragments = fragmentsOf(document)
  const sets = [operation.selectionSet]
  return {
    write: compileWriter(root, sets, { schema: apiSchema, supergraph, fragments, refusals }),
    clientPaths: compileClientPaths(root, sets, { schema: apiSchema, fragments }),
  }
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
    Field({ name }) {
      if (name.value === '__schema' || name.value === '__type') reason = 'introspection'
    },
  })
  return reason
}
