/**
 * Prepares an operation once for its text: filtered for its caller, planned and compiled. Prepared operations
 * are cached by text, operation name and filter, bounded in bytes; each request then only binds variables.
 * Where @skip or @include depend on variables, there is one plan for each combination of their values.
 */
import { Kind, print, type DocumentNode, type GraphQLCompositeType } from 'graphql'
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
import {
  weightOf,
  weightOfStep,
  whyApollo,
  withoutLocations,
  type OperationEntry,
} from './operation-entry.ts'
import type { Guard, Operation, Prepared } from './prepared.ts'
import { NotPlanned } from './planning/planning.ts'
import { planningSize, refuseTooLarge } from './planning/planning-size.ts'
import { onlyOperation } from './document/reachable.ts'
import { typesOf } from './compile/representation.ts'
import type { Variables } from './run/run.ts'
import { separateAliases } from './document/separate-aliases.ts'
import { bind, defaultsOf, sentBy, withoutSuggestion } from './variables.ts'
import { compileValues, type Values } from './run/values.ts'
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
  /** The approximate number of bytes of everything cached. */
  readonly weight: number
}

/** Milliseconds for which an operation that took too long to plan is refused at once. Then it is planned again: the machine may have been busy. */
const refusalMs = 30_000

const most = { operations: 2_000, bytes: 48_000_000, stepBytes: 16_000_000, refusals: 500, variants: 32 }

/** An operation that took too long to plan. */
interface Refusal {
  readonly error: HubError
  readonly until: number
}

export function createPrepare({ planner, guard }: Preparing): Preparation {
  const entries = new Lru<string, OperationEntry>(most.operations, most.bytes)
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
    const previous = steps.get(text) ?? planning.get(text)
    if (previous) return previous
    const soon = stepOf(canonical, text, caller).finally(() => planning.delete(text))
    planning.set(text, soon)
    return soon
  }

  /** What of it is protected. Apollo's executor, which knows no rules, never runs any of it. */
  const protectedIn = (document: DocumentNode): Pick<Filtered, 'refused' | 'touchesRefused'> =>
    filterDocument(document, planner.apiSchema, protectedFields)

  const createEntry = (operation: Operation, filterKey: string, key: string): OperationEntry => {
    const document = separateAliases(
      withoutLocations(onlyOperation(operation.document, operation.operationName)),
      planner.apiSchema,
    )
    const definition = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
    if (!definition) throw new Error('The document has no such operation')
    const { refused, touchesRefused } = protectedIn(document)
    const reason = whyApollo(document, definition)
    const entry: OperationEntry = {
      key,
      operation: definition,
      document,
      refusals: guard.refusals(filterKey),
      isProtected: touchesRefused,
      conditions: conditionsOf(document),
      fallback: reason === null ? null : apolloOr(reason, refused),
      variants: new Map(),
    }
    entries.set(key, entry, weightOf(entry))
    return entry
  }

  const compile = async (
    { document, refusals, isProtected }: OperationEntry,
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
      const { write, values: valuesOf, clientPaths } = writerOf(written, planner, refusals)
      return {
        kind: 'ready',
        step,
        planVariables: sentBy(canonical),
        write,
        values: valuesOf,
        clientPaths,
        refused,
        isProtected,
      }
    } catch (error) {
      if (error instanceof NotCompiled) return apolloOr(error.reason, protectedIn(document).refused)
      if (error instanceof NotPlanned) return apolloOr('not planned', protectedIn(document).refused)
      throw error
    }
  }

  /** A second look at what was planned; and it is noted which fetches bring what not everyone may have. */
  const refusedInStep = (step: Step, refusals: Refusals): readonly string[] => {
    if (refusals === nothingRefused) return []
    const coordinates = new Set<string>()
    for (const fetch of fetchesIn(step)) {
      for (const coordinate of refusedIn(fetch, planner.supergraph, refusals)) coordinates.add(coordinate)
      if (refusedIn(fetch, planner.supergraph, protectedFields).length > 0) guarded.add(fetch)
    }
    return [...coordinates]
  }

  const entryUnder = (operation: Operation, filterKey: string): OperationEntry => {
    // The text itself where it is all there is: then nothing has to be made of it to find it. No text begins with a zero byte.
    const { operationName, text } = operation
    const isText = filterKey === '' && operationName === undefined && !text.startsWith('\0')
    const key = isText ? text : `\0${filterKey}\n${operationName ?? ''}\n${text}`
    return entries.get(key) ?? createEntry(operation, filterKey, key)
  }
  /** What asks for nothing protected is one operation, whoever asks. */
  const entryOf = (operation: Operation): OperationEntry => {
    const forAnyone = entryUnder(operation, '')
    return forAnyone.isProtected && operation.filterKey !== ''
      ? entryUnder(operation, operation.filterKey)
      : forAnyone
  }
  const make = async (
    entry: OperationEntry,
    values: Variables,
    variant: string,
    caller: string | undefined,
  ): Promise<Prepared> => {
    try {
      const prepared = await compile(entry, values, entry.conditions !== null, caller)
      entry.variants.set(variant, prepared)
      for (const oldest of entry.variants.keys()) {
        if (entry.variants.size <= most.variants) break
        entry.variants.delete(oldest)
      }
      entries.set(entry.key, entry, weightOf(entry))
      return prepared
    } catch (error) {
      entry.variants.delete(variant)
      throw error
    }
  }
  const variantOf = (
    entry: OperationEntry,
    values: Variables,
    caller: string | undefined,
  ): Prepared | Promise<Prepared> => {
    const variant = (entry.conditions ?? []).map((name) => (values[name] === true ? '1' : '0')).join('')
    const previous = entry.variants.get(variant)
    if (previous) return previous
    const preparing = make(entry, values, variant, caller)
    entry.variants.set(variant, preparing)
    return preparing
  }
  return {
    isPublic: (fetch) => !guarded.has(fetch),
    prepare(operation, variables) {
      const entry = entryOf(operation)
      if (entry.fallback !== null) return entry.fallback
      const bound = bind(entry.operation, variables, planner)
      if (Array.isArray(bound))
        return { kind: 'refused', errors: entry.isProtected ? bound.map(withoutSuggestion) : bound }
      const faults = entry.conditions === null ? [] : undecided(entry.conditions, bound, entry.operation)
      return faults.length > 0
        ? { kind: 'refused', errors: faults }
        : variantOf(entry, bound, operation.caller)
    },
    async warm(operation) {
      const entry = entryOf(operation)
      if (entry.fallback === null) await variantOf(entry, defaultsOf(entry.operation), operation.caller)
    },
    get weight() {
      return entries.weight + steps.weight + refusals.weight
    },
  }
}

function apolloOr(reason: string, refused: readonly string[]): Prepared {
  return refused.length > 0 ? { kind: 'denied', refused } : { kind: 'apollo', reason }
}

function writerOf(
  document: DocumentNode,
  { apiSchema, supergraph }: Planner,
  refusals: Refusals,
): { readonly write: Writer; readonly values: Values; readonly clientPaths: ClientPaths } {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  const root: GraphQLCompositeType | null | undefined =
    operation && apiSchema.getRootType(operation.operation)
  if (!operation || !root) throw new NotCompiled('operation')
  const fragments = fragmentsOf(document)
  const sets = [operation.selectionSet]
  const selected = { schema: apiSchema, supergraph, fragments, refusals }
  return {
    write: compileWriter(root, sets, selected),
    values: compileValues(root, sets, selected),
    clientPaths: compileClientPaths(root, sets, { schema: apiSchema, fragments }),
  }
}
