/**
 * The oracle: made federations, made operations, and every answer of the engine held against graphql-js on the joined data. Counts what it
 * compared and what kinds of things that touched, and tells each difference with all that is needed to see it again, made small.
 */
import { compare, type Compared } from './compare.ts'
import { compose, type Composed } from './composed.ts'
import { kindsOf, type KindName } from './kinds.ts'
import { makeFederation } from './make-federation.ts'
import { makeOperation } from './make-operation.ts'
import { textOf, withOtherValues, type Made } from './made-operation.ts'
import { diceOf } from './random.ts'
import { shrink } from './shrink.ts'
import { sdlOf } from './subgraph-sdl.ts'

export interface OracleOptions {
  /** The seed of the first federation; the next ones follow it. */
  readonly seed: number
  readonly federations: number
  /** Of each federation; every second one is the one before it with other variables over other data. */
  readonly operations: number
  /** How many differences are told at most; the rest are counted. */
  readonly told: number
}

export interface Found {
  readonly compared: number
  /** Operations that both refuse, for what is wrong with their variables. */
  readonly refused: number
  readonly different: number
  /** Of one operation in `oneLookedAt`. */
  readonly kinds: ReadonlyMap<KindName, number>
  /** The differences, as texts for people. */
  readonly told: readonly string[]
}

/** The kinds of one operation in so many are looked at, since that takes time. */
export const oneLookedAt = 5

const otherData = 1_000_000

export async function runOracle({
  seed,
  federations,
  operations,
  told: most,
}: OracleOptions): Promise<Found> {
  const kinds = new Map<KindName, number>()
  const told: string[] = []
  let [compared, refused, different] = [0, 0, 0]
  let next = seed
  for (let left = federations; left > 0; left -= 1) {
    const { composed, seed: own, after } = nextComposed(next)
    next = after
    for (const operation of operationsFor(composed, own, operations)) {
      compared += 1
      const result = await compare(composed, operation)
      if (result.outcome === 'refused') refused += 1
      if (compared % oneLookedAt === 0)
        for (const kind of kindsOf(composed, operation, result)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      if (result.outcome !== 'other') continue
      different += 1
      if (told.length < most) told.push(await tell(composed, operation, own))
    }
    await composed.engine.close()
  }
  return { compared, refused, different, kinds, told }
}

/** Each is planned once and asked twice: most of what a plan may do wrong shows with some values and objects only. */
function* operationsFor(composed: Composed, seed: number, count: number): Generator<Made> {
  const { apiSchema, world } = composed
  const dice = diceOf(seed)
  for (let made = 0; made < count;) {
    const operation = makeOperation(apiSchema, dice)
    if (!operation) continue
    world.seed = seed
    made += 1
    yield operation
    if (made === count) return
    world.seed = seed + otherData
    made += 1
    yield withOtherValues(operation, apiSchema, dice)
  }
}

function nextComposed(from: number): { composed: Composed; seed: number; after: number } {
  for (let seed = from; ; seed += 1) {
    const composed = compose(makeFederation(seed), seed)
    if ('engine' in composed) return { composed, seed, after: seed + 1 }
    if (seed - from > 100) throw new Error(`Of 100 federations none composes: ${composed.join('; ')}`)
  }
}

/** Why an operation fails, with its federation and data, made small. */
async function tell({ model: whole, world }: Composed, operation: Made, seed: number): Promise<string> {
  const { model, dataSeed, made } = await shrink({ model: whole, dataSeed: world.seed, made: operation })
  const composed = compose(model, dataSeed)
  const result = 'engine' in composed ? await compared(composed, made) : 'does not compose'
  return [
    `A difference in federation ${String(seed)} (data seed ${String(dataSeed)}):`,
    ...model.graphs.map((graph) => `# ${graph}\n${ownSdl(sdlOf(graph, model))}`),
    `${textOf(made)}\noperation ${made.operationName ?? ''} with ${JSON.stringify(made.variables)}`,
    typeof result === 'string' ? result : answersOf(result),
  ].join('\n')
}

/** Without what every subgraph declares alike. */
function ownSdl(sdl: string): string {
  return sdl.slice(sdl.indexOf('\n', sdl.indexOf('input Range')) + 1).trim()
}

async function compared(composed: Composed, made: Made): Promise<Compared | string> {
  try {
    return await compare(composed, made)
  } catch (error) {
    return `thrown: ${String(error)}`
  }
}

function answersOf({ expected, received }: Compared): string {
  const told = ({ data, messages }: Compared['expected']): string =>
    [JSON.stringify(data), ...messages.map((message) => `  ${message}`)].join('\n')
  return `expected ${told(expected)}\nreceived ${told(received)}`
}
