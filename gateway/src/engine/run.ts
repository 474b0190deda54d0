/**
 * Runs a compiled plan: fetches in their order, things named once each, answers laid at every place that asked, errors told at each of these
 * places. What one subgraph fails to give costs its own fields; the rest of the plan goes on.
 */
import type { SubgraphAnswer } from '@samenhang/subgraph-kit/subgraph'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Fetch, Step } from './compile.ts'
import { copyOf, isData, mergeInto, objectsAt, placesAt, type Data, type Path } from './data.ts'

export type Variables = Readonly<Record<string, unknown>>

/** Asks a subgraph; never throws for what the subgraph did. */
export type Ask<Context> = (fetch: Fetch, variables: Variables, context: Context) => Promise<SubgraphAnswer>

export interface Gathered {
  readonly data: Data
  readonly errors: readonly unknown[]
}

interface Run<Context> {
  readonly data: Data
  readonly errors: unknown[]
  readonly variables: Variables
  readonly context: Context
  readonly ask: Ask<Context>
}

export async function runPlan<Context>(
  step: Step,
  ask: Ask<Context>,
  variables: Variables,
  context: Context,
): Promise<Gathered> {
  const run: Run<Context> = { data: Object.create(null) as Data, errors: [], variables, context, ask }
  await runStep(step, run)
  return run
}

async function runStep<Context>(step: Step, run: Run<Context>): Promise<void> {
  if (step.kind === 'fetch') {
    try {
      await runFetch(step.fetch, run)
    } catch (error) {
      run.errors.push(error)
    }
  } else if (step.kind === 'parallel') await Promise.all(step.steps.map((one) => runStep(one, run)))
  else for (const one of step.steps) await runStep(one, run)
}

async function runFetch<Context>(fetch: Fetch, run: Run<Context>): Promise<void> {
  const objects = objectsAt(run.data, fetch.path)
  if (objects.length === 0) return
  if (!fetch.represent) {
    const { data, errors } = await run.ask(fetch, variablesOf(fetch, run), run.context)
    for (const error of errors ?? []) run.errors.push(rebased(error, fetch, [fetch.path]))
    if (!data) return
    fetch.rewrite?.(data)
    for (const [index, object] of objects.entries()) mergeInto(object, index === 0 ? data : copyOf(data))
    return
  }
  const { distinct, holders } = fetch.represent(objects)
  if (distinct.length === 0) return
  const variables = { ...variablesOf(fetch, run), representations: distinct }
  const { data, errors } = await run.ask(fetch, variables, run.context)
  if (errors?.length) tellErrors(errors, fetch, holders, run)
  if (!data) return
  const entities = data['_entities']
  if (!Array.isArray(entities) || entities.length !== distinct.length)
    throw new Error('`_entities` has another length than `representations`')
  for (const [index, entity] of entities.entries()) {
    if (!isData(entity)) continue
    fetch.rewrite?.(entity)
    for (const [nth, holder] of (holders[index] ?? []).entries()) {
      const object = objects[holder]
      if (object) lay(object, fetch.isLeaf || nth === 0 ? entity : copyOf(entity), fetch)
    }
  }
}

/** A subgraph that knows a thing by its interface only does not unname it. */
function lay(object: Data, entity: Data, { isObjectType }: Fetch): void {
  const name = object['__typename']
  mergeInto(object, entity)
  if (name !== undefined && !isObjectType(object['__typename'])) object['__typename'] = name
}

function variablesOf<Context>({ variables: names }: Fetch, { variables }: Run<Context>): Data {
  const used = Object.create(null) as Data
  for (const name of names)
    if (Object.hasOwn(variables, name) && variables[name] !== undefined) used[name] = variables[name]
  return used
}

/** An error below an entity stands at every place of that entity. */
function tellErrors<Context>(
  errors: readonly GraphQLFormattedError[],
  fetch: Fetch,
  holders: readonly (readonly number[])[],
  run: Run<Context>,
): void {
  const places = placesAt(run.data, fetch.path)
  for (const error of errors) {
    const [field, index, ...rest] = error.path ?? []
    if (field !== '_entities' || typeof index !== 'number')
      run.errors.push(rebased(error, fetch, [fetch.path]))
    else {
      const below = (holders[index] ?? []).map((holder) => places[holder] ?? [])
      for (const place of below) run.errors.push(rebased({ ...error, path: rest }, fetch, [place]))
    }
  }
}

function rebased(
  error: GraphQLFormattedError,
  { renamed, subgraph }: Fetch,
  [place = []]: readonly Path[],
): GraphQLError {
  const { message, path, extensions } = error
  const below = path?.map((step) => (typeof step === 'string' ? (renamed.get(step) ?? step) : step))
  return new GraphQLError(message || `The subgraph «${subgraph}» gave an error without a message.`, {
    ...(below && { path: [...place, ...below] }),
    extensions: { ...extensions },
  })
}
