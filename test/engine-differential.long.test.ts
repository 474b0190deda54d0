/**
 * The engine gives what Apollo's own executor gives: every operation of test/operations, and operations made at random, on made-up
 * subgraphs with nulls, errors and outages, in process and over HTTP. ENGINE_DIFFERENTIAL_RUNS says how many are made. They are the same
 * ones every time, so that a release is not refused for the luck of the draw; ENGINE_DIFFERENTIAL_SEED draws others. A failure prints the
 * seed and the smallest operation.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { readPolicy } from '@samenhang/gateway/access/policy'
import { createGateway, type Gateway } from '@samenhang/gateway/gateway'
import { readSlices } from '@samenhang/schema/slices'
import { readSupergraph } from '@samenhang/schema/supergraph'
import { startServing } from '@samenhang/subgraph-kit/serve'
import { silent } from '@samenhang/subgraph-kit/testing'
import fc from 'fast-check'
import { buildASTSchema, parse, validate, visit, type DocumentNode } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSubgraph, type World } from './differential/made-subgraphs.ts'
import { operations, type Made } from './differential/operations.ts'
import { openHub, readOperation, type TestHub } from './hub.ts'

const runs = Number(process.env['ENGINE_DIFFERENTIAL_RUNS'] ?? 2_000)
const seed = Number(process.env['ENGINE_DIFFERENTIAL_SEED'] ?? 20_301_231)
const executors = ['engine', 'apollo'] as const
const schema = buildASTSchema(
  openPart(readFileSync(new URL('../schema/api.graphql', import.meta.url), 'utf8')),
)
const made = operations(schema).filter(({ query }) => validate(schema, parse(query)).length === 0)

/** Without what needs a right: Apollo's executor never gets any of it. */
function openPart(sdl: string): DocumentNode {
  const { rules } = readPolicy(readSupergraph())
  return visit(parse(sdl), {
    ObjectTypeDefinition(node) {
      const fields = node.fields?.filter(({ name }) => !rules.has(`${node.name.value}.${name.value}`))
      return node.name.value === 'Query' && fields ? { ...node, fields } : undefined
    },
  })
}

interface Answer {
  readonly data: unknown
  readonly places: readonly string[]
}

async function ask(gateway: Gateway, { query, variables }: Made): Promise<Answer> {
  const { text } = await gateway.execute({ query, variables })
  const { data, errors = [] } = JSON.parse(text) as {
    data: unknown
    errors?: readonly { path?: unknown; extensions: { code: string; subgraph?: string } }[]
  }
  const places = errors.map(({ path, extensions }) =>
    JSON.stringify([toTheNull(path, data), extensions.code, extensions.subgraph]),
  )
  return { data, places: [...new Set(places)].sort() }
}

/** Below a list, Apollo's executor numbers only the items that took part in the fetch; so the numbers are not held. */
function unnumbered({ data, places }: Answer): Answer {
  return {
    data,
    places: [...new Set(places.map((place) => place.replaceAll(/(?<=[[,])\d+(?=[,\]])/g, '*')))].sort(),
  }
}

/**
 * The part of a path that ends at the null it caused. Where several fields of one object fail and it becomes null, GraphQL lets
 * an executor tell one of the errors or all of them.
 */
function toTheNull(path: unknown, data: unknown): unknown {
  if (!Array.isArray(path)) return path
  const keys = path as readonly (string | number)[]
  let value = data
  for (const [depth, key] of keys.entries()) {
    // An item of a list that Apollo's executor numbered otherwise, and of which this field was not asked.
    if (value === undefined) return toTheNullOfAny(keys, data)
    if (value === null || typeof value !== 'object') return keys.slice(0, depth)
    value = (value as Record<string | number, unknown>)[key]
  }
  return keys
}

/** The same where the numbers of items may be wrong: to where all items that were asked have null. */
function toTheNullOfAny(keys: readonly (string | number)[], data: unknown): unknown {
  let objects: readonly unknown[] = [data]
  for (const [depth, key] of keys.entries()) {
    if (typeof key === 'number') {
      objects = objects.flat()
      continue
    }
    const values = objects
      .filter((object) => object !== null && typeof object === 'object' && key in object)
      .map((object) => (object as Record<string, unknown>)[key])
    if (values.length === 0) return keys
    if (values.every((one) => one === null)) return keys.slice(0, depth + 1)
    objects = values
  }
  return keys
}

/**
 * Whether the client asked for a field at a path on some objects only: Apollo's planner then may ask it of all of them (a fragment on one
 * type below a condition), and its executor tells the errors of those that nobody asked.
 */
function askedOfSome(place: string, data: unknown): boolean {
  const [path] = JSON.parse(place.replaceAll('*', '"*"')) as [unknown]
  if (!Array.isArray(path)) return false
  let objects: readonly unknown[] = [data]
  for (const key of path as readonly (string | number)[]) {
    if (key === '*') objects = objects.flat()
    else {
      const here = objects.filter((object) => object !== null && typeof object === 'object')
      if (here.some((object) => !(key in object))) return true
      objects = here.map((object) => (object as Record<string, unknown>)[key])
    }
  }
  return false
}

async function agree([engine, apollo]: readonly Gateway[], operation: Made): Promise<void> {
  const [ours, apollos] = (await Promise.all([ask(engine!, operation), ask(apollo!, operation)])).map(
    unnumbered,
  ) as [Answer, Answer]
  const places = apollos.places.filter(
    (place) => ours.places.includes(place) || !askedOfSome(place, apollos.data),
  )
  expect(ours).toEqual({ data: apollos.data, places })
}

describe.each(['in process', 'over HTTP'] as const)('on made-up subgraphs %s', (mode) => {
  const world: World = { salt: 0, nulls: 6, errors: 0, outages: new Set() }
  const closing: (() => Promise<void>)[] = []
  let gateways: readonly Gateway[]

  beforeAll(async () => {
    const subgraphs = readSlices().map(({ name, typeDefs }) => makeSubgraph(name, typeDefs, world))
    const served =
      mode === 'in process'
        ? []
        : await Promise.all(
            subgraphs.map((one) =>
              startServing({ name: one.name, open: () => Promise.resolve(one) }, { PORT: '0' }, silent),
            ),
          )
    gateways = await Promise.all(
      executors.map((executor) =>
        createGateway({
          supergraphSdl: readSupergraph(),
          subgraphs: mode === 'in process' ? subgraphs : [],
          subgraphUrls: new Map(served.map(({ url }, index) => [subgraphs[index]!.name, new URL(url)])),
          logger: silent,
          executor,
          deadline: 30_000,
        }),
      ),
    )
    closing.push(...gateways.map((one) => () => one.close()), ...served.map((one) => () => one.close()))
  })
  afterAll(async () => {
    for (const close of closing) await close()
  })

  const share = mode === 'in process' ? 0.9 : 0.1
  const names = [...readSlices().map(({ name }) => name), 'catalogue']
  const worlds = fc.record({
    salt: fc.nat({ max: 1_000_000 }),
    nulls: fc.constantFrom(0, 4, 8),
    errors: fc.constantFrom(0, 0, 9, 25),
    outages: fc.oneof(
      { weight: 5, arbitrary: fc.constant<string[]>([]) },
      { weight: 1, arbitrary: fc.subarray(names, { maxLength: 3 }) },
    ),
  })

  it(`${Math.round(runs * share)} operations made at random get one answer from both executors`, async () => {
    await fc.assert(
      fc.asyncProperty(made, worlds, async (operation, { salt, nulls, errors, outages }) => {
        // Below a condition Apollo's planner forgets other conditions, and so meets errors of what nobody asked.
        const conditions = operation.query.match(/@(?:skip|include)/g) ?? []
        Object.assign(world, { salt, nulls, errors: conditions.length > 1 ? 0 : errors })
        world.outages.clear()
        // With a condition folded away the engine may ask fewer subgraphs of a root that several fill, and so miss less.
        if (conditions.length === 0) outages.forEach((name) => world.outages.add(name))
        await agree(gateways, operation)
      }),
      {
        numRuns: Math.round(runs * share),
        endOnFailure: false,
        seed,
        reporter: (details) => {
          if (!details.failed) return
          const [operation, state] = details.counterexample ?? []
          throw new Error(
            `ENGINE_DIFFERENTIAL_SEED=${details.seed}\n${operation?.query ?? ''}\n${JSON.stringify([operation?.variables, state])}\n${
              details.errorInstance instanceof Error ? details.errorInstance.message : ''
            }`,
            { cause: details.errorInstance },
          )
        },
      },
    )
  }, 600_000)
})

describe.each(['in process', 'over HTTP'] as const)('on the subgraphs of the hub %s', (mode) => {
  let hubs: readonly TestHub[]
  beforeAll(async () => {
    hubs = await Promise.all(
      executors.map((executor) => openHub({ mode, executor, country: { seed: 1, neighbourhoods: 30 } })),
    )
  })
  afterAll(async () => {
    for (const hub of hubs) await hub.close()
  })

  const files = readdirSync(new URL('operations/', import.meta.url)).filter((file) =>
    file.endsWith('.graphql'),
  )
  it.each(files.map((file) => file.replace('.graphql', '')))(
    '%s gets one answer from both executors',
    async (name) => {
      const variables = files.includes(`${name}.graphql`) ? variablesOf(name) : {}
      await agree(
        hubs.map(({ gateway }) => gateway),
        { query: readOperation(name), variables },
      )
    },
  )

  it('operations made at random get one answer from both executors', async () => {
    const gateways = hubs.map(({ gateway }) => gateway)
    await fc.assert(
      fc.asyncProperty(made, (operation) => agree(gateways, operation)),
      { numRuns: Math.round(runs / 20), seed },
    )
  }, 600_000)
})

function variablesOf(name: string): Record<string, unknown> {
  try {
    return JSON.parse(
      readFileSync(new URL(`operations/${name}.variables.json`, import.meta.url), 'utf8'),
    ) as Record<string, unknown>
  } catch {
    return {}
  }
}
