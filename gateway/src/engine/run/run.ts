/**
 * Runs a compiled plan: fetches in order, each entity sent once, answers merged at every path that selected
 * them, and errors reported at each of these paths. A failing subgraph affects its own fields; the rest of
 * the plan continues.
 */
import { andThen, type PromiseOrValue } from '@samenhang/subgraph-kit/promise-or-value'
import type { SubgraphAnswer } from '@samenhang/subgraph-kit/subgraph'
import type { Fetch, Step } from '../compile/compile.ts'
import { copyOf, isData, mergeInto, objectsAt, unnamedAt, type Data, type Path } from '../compile/data.ts'
import type { Representations } from '../compile/representation.ts'
import { noteUnknown, rebased, reportErrors, reportLacking, reportUnasked, type Reported } from './report.ts'
import { readErrors } from './subgraph-errors.ts'
import type { Incomplete } from './trail.ts'

export type Variables = Readonly<Record<string, unknown>>

/** Asks a subgraph; never throws for what the subgraph did. What is there at once is given at once. */
export type Ask<Context> = (
  fetch: Fetch,
  variables: Variables,
  context: Context,
) => PromiseOrValue<SubgraphAnswer>

/** Paths are those of the data. */
export interface Gathered {
  readonly data: Data
  /** What subgraphs said, and what went wrong here. */
  readonly errors: readonly unknown[]
  /** What is wrong where no subgraph said anything of it. */
  readonly incomplete: readonly Incomplete[]
  /** What could not be asked for, which is no loss where it is there. */
  readonly unasked: readonly Incomplete[]
}

interface Run<Context> extends Reported {
  readonly variables: Variables
  readonly context: Context
  readonly ask: Ask<Context>
}

export function runPlan<Context>(
  step: Step,
  ask: Ask<Context>,
  variables: Variables,
  context: Context,
): PromiseOrValue<Gathered> {
  const run: Run<Context> = {
    data: Object.create(null) as Data,
    errors: [],
    incomplete: [],
    unasked: [],
    unknown: new Set(),
    variables,
    context,
    ask,
  }
  return andThen(runStep(step, run, null), () => run)
}

/** The representations of fetches that run at the same moment, shared by those with the same group id. */
type SharedRepresentations = Map<object, RepresentedObjects>

interface RepresentedObjects extends Representations {
  readonly objects: readonly Data[]
}

function runStep<Context>(
  step: Step,
  run: Run<Context>,
  shared: SharedRepresentations | null,
): PromiseOrValue<void> {
  if (step.kind === 'fetch') return tryFetch(step.fetch, run, shared)
  if (step.kind === 'sequence') return runFrom(step.steps, 0, run)
  if (!step.typed) return runAtOnce(step.steps, run)
  const waits = step.typed.map((fetches) => fetches.some((fetch) => unnamed(fetch, run).length > 0))
  if (waits.every((waiting) => waiting === waits[0])) return runAtOnce(step.steps, run)
  const first = runAtOnce(
    step.steps.filter((_, index) => !waits[index]),
    run,
  )
  return andThen(first, () =>
    runAtOnce(
      step.steps.filter((_, index) => waits[index]),
      run,
    ),
  )
}

function runAtOnce<Context>(steps: readonly Step[], run: Run<Context>): PromiseOrValue<void> {
  const same: SharedRepresentations = new Map()
  let waiting: Promise<void>[] | undefined
  for (const child of steps) {
    const done = runStep(child, run, child.kind === 'fetch' ? same : null)
    if (done) (waiting ??= []).push(done)
  }
  return waiting && Promise.all(waiting).then(nothing)
}

/** Places at which a fetch would ask for objects of some types, and it is not known yet of which they are. */
function unnamed<Context>({ path, branch, isObjectType }: Fetch, { data }: Run<Context>): readonly Path[] {
  return branch === null ? [] : unnamedAt(data, path, branch, isObjectType)
}

function runFrom<Context>(steps: readonly Step[], from: number, run: Run<Context>): PromiseOrValue<void> {
  for (let index = from; index < steps.length; index += 1) {
    const step = steps[index]
    const done = step && runStep(step, run, null)
    if (done) return done.then(() => runFrom(steps, index + 1, run))
  }
}

function nothing(): void {
  // The answers have been merged into the data.
}

function tryFetch<Context>(
  fetch: Fetch,
  run: Run<Context>,
  shared: SharedRepresentations | null,
): PromiseOrValue<void> {
  try {
    const done = runFetch(fetch, run, shared)
    return done?.catch((error: unknown) => {
      run.errors.push(error)
    })
  } catch (error) {
    run.errors.push(error)
  }
}

function runFetch<Context>(
  fetch: Fetch,
  run: Run<Context>,
  shared: SharedRepresentations | null,
): PromiseOrValue<void> {
  if (!fetch.represent) {
    const objects = objectsAt(run.data, fetch.path, fetch.branch)
    if (objects.length === 0) return
    const pending = run.ask(fetch, variablesOf(fetch, run), run.context)
    return pending instanceof Promise
      ? pending.then((answer) => layRoots(answer, objects, fetch, run))
      : layRoots(pending, objects, fetch, run)
  }
  const represented = representedObjects(fetch, fetch.represent, run, shared)
  if (represented.lacking.length > 0) reportUnasked(fetch, represented, run)
  if (represented.keys.length === 0) return
  const variables = variablesOf(fetch, run)
  variables['representations'] = represented.keys
  const pending = run.ask(fetch, variables, run.context)
  return pending instanceof Promise
    ? pending.then((answer) => layEntities(answer, represented, fetch, run))
    : layEntities(pending, represented, fetch, run)
}

function representedObjects<Context>(
  { path, branch, groupId }: Fetch,
  name: NonNullable<Fetch['represent']>,
  run: Run<Context>,
  shared: SharedRepresentations | null,
): RepresentedObjects {
  const existing = shared?.get(groupId)
  if (existing) return existing
  const objects = objectsAt(run.data, path, branch)
  const represented = { objects, ...name(objects) }
  shared?.set(groupId, represented)
  return represented
}

function layRoots<Context>(
  { data, errors }: SubgraphAnswer,
  objects: readonly Data[],
  fetch: Fetch,
  run: Run<Context>,
): void {
  const subgraphErrors = readErrors(errors, fetch.subgraph)
  for (const error of subgraphErrors) run.errors.push(rebased(error, fetch, [fetch.path]))
  if (!data) return
  if (fetch.lacking.size > 0) reportLacking(data, subgraphErrors, fetch, run)
  fetch.rewrite?.(data)
  for (let index = 0; index < objects.length; index += 1) {
    const object = objects[index]
    if (object) mergeInto(object, index === 0 ? data : copyOf(data), fetch.isObjectType)
  }
}

function layEntities<Context>(
  { data, errors }: SubgraphAnswer,
  { objects, keys, indexes }: RepresentedObjects,
  fetch: Fetch,
  run: Run<Context>,
): void {
  const subgraphErrors = readErrors(errors, fetch.subgraph)
  if (subgraphErrors.length > 0) reportErrors(subgraphErrors, fetch, indexes, run)
  if (!data) return
  const entities = data['_entities']
  if ((entities === null || entities === undefined) && subgraphErrors.length > 0) return
  if (!Array.isArray(entities) || entities.length !== keys.length)
    throw new Error('`_entities` has another length than `representations`')
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index] as unknown
    if (!isData(entity)) {
      const hasError = subgraphErrors.some(({ path }) => path?.[1] === index)
      if (!hasError) noteUnknown(fetch, objects, indexes[index] ?? [], run)
      continue
    }
    fetch.rewrite?.(entity)
    const ownIndexes = indexes[index] ?? []
    for (let nth = 0; nth < ownIndexes.length; nth += 1) {
      const object = objects[ownIndexes[nth] ?? -1]
      if (object) mergeInto(object, fetch.isLeaf || nth === 0 ? entity : copyOf(entity), fetch.isObjectType)
    }
  }
}

function variablesOf<Context>({ variables: names }: Fetch, { variables }: Run<Context>): Data {
  // `variables` are those of the plan, whose names prepare.ts gives.
  if (names.length === 0) return {}
  const used = Object.create(null) as Data
  for (const name of names)
    if (Object.hasOwn(variables, name) && variables[name] !== undefined) used[name] = variables[name]
  return used
}
