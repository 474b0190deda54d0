/**
 * The query engine: an operation is prepared once (filtered, planned, compiled), then run and written for
 * each request. It knows no domain, and asks subgraphs through one function. An operation that it cannot
 * prepare is handed back with the reason.
 */
import type { QueryPlan } from '@apollo/query-planner'
import { andThen, type PromiseOrValue } from '@samenhang/subgraph-kit/promise-or-value'
import { GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql'
import { keepAnswers, type CacheSlot } from './run/answer-cache.ts'
import { cachedAsk, type CacheOptions } from './run/entity-cache.ts'
import type { ClientPaths } from './run/client-paths.ts'
import type { Data, Path } from './compile/data.ts'
import { fetchesIn } from './compile/compile.ts'
import { createPlanner } from './planning/plan.ts'
import { startPlanning, type Planning } from './planning/planning.ts'
import { createPrepare } from './prepare.ts'
import { noGuard, type Denied, type Guard, type Operation, type Prepared } from './prepared.ts'
import { runPlan, type Ask, type Gathered, type Variables } from './run/run.ts'
import { subjectsIn } from './run/subjects.ts'
import type { Incomplete, RefusedPlace } from './run/trail.ts'

export type { Ask, CacheOptions, Denied, Guard, Incomplete, Operation, RefusedPlace, Variables }

/** What came of an operation. */
export type Outcome =
  | {
      readonly kind: 'answered'
      /** JSON of `data`; null where there is none, or it is given as values. */
      readonly text: string | null
      /** `data`, of an answer in which nothing is wrong, where values were asked for. */
      readonly values?: Data
      /** Errors of subgraphs, with paths in the client's answer, and errors of the engine. */
      readonly errors: readonly unknown[]
      /** Paths that are null without any of these errors to explain it. */
      readonly incomplete: readonly Incomplete[]
      /** Paths that are null because the caller may not have them. */
      readonly refused: readonly RefusedPlace[]
      /** The keys of the subjects that the answer is about, each once. */
      readonly subjects: readonly string[]
      /** Whether it asked for anything that not everyone may have. */
      readonly isProtected: boolean
    }
  | { readonly kind: 'refused'; readonly errors: readonly GraphQLError[] }
  | { readonly kind: 'apollo'; readonly reason: string }
  | Denied

export interface Engine<Context> {
  readonly apiSchema: GraphQLSchema
  run(operation: Operation, variables: Variables, context: Context): PromiseOrValue<Outcome>
  /** The operation made ready, without running it; at once where it was before. */
  prepare(operation: Operation, variables: Variables): PromiseOrValue<Prepared>
  /** Makes an operation ready before anyone asks. */
  warm(operation: Operation): Promise<void>
  /** The plan of an operation for Apollo's own executor; null where that must plan by itself. */
  apolloPlan(document: DocumentNode, caller?: string): Promise<QueryPlan | null>
  /** The approximate number of bytes that prepared operations take. */
  readonly weight: number
  close(): Promise<void>
}

export interface EngineOptions<Context> {
  readonly supergraphSdl: string
  readonly ask: Ask<Context>
  /** Keeps answers that are the same for every caller; nothing is kept by default. */
  readonly cache?: CacheOptions | undefined
  /** What callers may have; everything by default. */
  readonly guard?: Guard
  /** Starts what plans over a supergraph; a process by default. */
  readonly startPlanning?: (sdl: string) => Planning
}

export function createEngine<Context>({
  supergraphSdl,
  ask: askSubgraph,
  cache,
  guard = noGuard,
  startPlanning: start = startPlanning,
}: EngineOptions<Context>): Engine<Context> {
  const planner = createPlanner(supergraphSdl, start)
  const preparation = createPrepare({ planner, guard })
  // Both together stay within what is given.
  const half = Math.floor((cache?.bytes ?? 0) / 2)
  const askThroughCache =
    cache && cachedAsk(askSubgraph, { ...cache, isPublic: preparation.isPublic, bytes: half })
  const answers =
    cache && keepAnswers({ ...cache, isPublic: preparation.isPublic, bytes: half, count: cache.countAnswers })
  const runPrepared = (
    prepared: Prepared,
    { wholeOrNothing, asValues }: Operation,
    variables: Variables,
    context: Context,
  ): PromiseOrValue<Outcome> => {
    if (prepared.kind !== 'ready') return prepared
    if (wholeOrNothing && prepared.refused.length > 0) return { kind: 'denied', refused: prepared.refused }
    // Protected answers are neither cached nor looked up.
    if (prepared.isProtected || !answers || asValues)
      return answer(prepared, askSubgraph, variables, context, { asValues })
    return andThen(answers.slotOf(prepared, variables), (slot) =>
      slot?.text === undefined
        ? answer(prepared, askThroughCache ?? askSubgraph, variables, context, { slot })
        : { ...nothingWrong, text: slot.text },
    )
  }
  return {
    apiSchema: planner.apiSchema,
    prepare: preparation.prepare,
    warm: preparation.warm,
    // Apollo's executor knows nothing of what repair.ts made.
    // Apollo's executor then plans in this process, and may do so only where planning was seen to end.
    apolloPlan: async (document, caller) => {
      const plan = await planner.plan(document, caller)
      return planner.repaired.synthetic.size > 0 ? null : plan
    },
    get weight() {
      return preparation.weight
    },
    close: planner.close,
    run: (operation, variables, context) =>
      andThen(preparation.prepare(operation, variables), (prepared) =>
        runPrepared(prepared, operation, variables, context),
      ),
  }
}

type Ready = Extract<Prepared, { kind: 'ready' }>

/** Runs a prepared operation. An answer without errors is cached in its slot, or given as values where that is asked. */
function answer<Context>(
  { step, planVariables, write, values: valuesOf, clientPaths, isProtected }: Ready,
  ask: Ask<Context>,
  variables: Variables,
  context: Context,
  { slot, asValues }: { readonly slot?: CacheSlot | null; readonly asValues?: boolean | undefined },
): PromiseOrValue<Outcome> {
  return andThen(runPlan(step, ask, planVariables(variables), context), (gathered): Outcome => {
    const { data } = gathered
    const values = asValues && !isProtected && isWithoutFaults(gathered) ? valuesOf(data) : undefined
    if (values) return { ...nothingWrong, text: null, values }
    const written = write(data, gathered.unasked.length > 0)
    const { refused } = written
    const errors = gathered.errors.flatMap((error) => placedErrors(error, clientPaths, data))
    // What the plan alone needed is missed again by what needs it; it may be what another type asks for, too.
    const placed = ({ path, message }: Incomplete): readonly Incomplete[] =>
      clientPaths(path, data, 'asked').map((clientPath) => ({ path: clientPath, message }))
    const unasked = [
      ...gathered.incomplete.flatMap(placed),
      ...lossesAmong(gathered.unasked.flatMap(placed), written.absent ?? []),
    ]
    const incomplete = [...unasked, ...unexplained(written.incomplete, unasked)]
    // Where no subgraph can be asked for anything of it, there is no answer to be partial.
    const text = incomplete.length > 0 && fetchesIn(step).length === 0 ? null : written.text
    const subjects = isProtected ? subjectsIn(data) : []
    const isWhole = text !== null && errors.length + incomplete.length + refused.length === 0
    if (isWhole) slot?.keep(text)
    return {
      kind: 'answered',
      text,
      errors,
      incomplete: unexplained(incomplete, errors),
      refused,
      subjects,
      isProtected,
    }
  })
}

function isWithoutFaults({ errors, incomplete, unasked }: Gathered): boolean {
  return errors.length + incomplete.length + unasked.length === 0
}

/** An error at each place where the client asks for what it is about; none where only another type does. */
function placedErrors(error: unknown, clientPaths: ClientPaths, data: unknown): readonly unknown[] {
  if (!(error instanceof GraphQLError) || !error.path) return [error]
  const { message, path, extensions, originalError } = error
  return clientPaths(path, data).map(
    (clientPath) =>
      new GraphQLError(message, { path: clientPath, extensions, ...(originalError && { originalError }) }),
  )
}

const nothingWrong = {
  kind: 'answered',
  errors: [],
  incomplete: [],
  refused: [],
  subjects: [],
  isProtected: false,
} as const

/** What is asked and not there: at such a place something is absent, or below it. */
function lossesAmong(unasked: readonly Incomplete[], absent: readonly Path[]): readonly Incomplete[] {
  if (unasked.length === 0) return unasked
  const places = new Set(
    absent.flatMap((path) => path.map((_, index) => JSON.stringify(path.slice(0, index + 1)))),
  )
  return unasked.filter(({ path }) => places.has(JSON.stringify(path)))
}

/**
 * What no error of a subgraph explains: none stands above it, in the same object or below. A subgraph's error takes the whole
 * object along where its field may not be null, and so leaves out the fields beside it.
 */
function unexplained(incomplete: readonly Incomplete[], errors: readonly unknown[]): readonly Incomplete[] {
  if (incomplete.length === 0 || errors.length === 0) return incomplete
  const paths = errors.map((error) => (error as Partial<GraphQLError>).path ?? [])
  return incomplete.filter(
    ({ path }) =>
      !paths.some((errorPath) =>
        errorPath.every((step, at) => at >= path.length - 1 || sameStep(step, path[at])),
      ),
  )
}

function sameStep(first: string | number, second: string | number | undefined): boolean {
  return first === second || first === '@'
}
