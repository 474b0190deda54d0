/** Dry runs over HTTP: what an operation or a table would take, with nothing fetched, taken or kept; what is wrong is refused as ever. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createObjectBudget } from '../../src/limits/object-budget.ts'
import { keptTables, savedTables } from '../../src/tables/saved-tables.ts'
import { peerWithin } from '../../src/processes/peer.ts'
import { openRegions, type RegionsHub } from './regions.ts'

const query =
  'query Regions($first: Int = 20) { regions(first: $first) { totalCount nodes { code name figures { amount } } } }'

let hub: RegionsHub
let saved = 0
const budget = createObjectBudget({ perMinute: 10_000 })
beforeAll(async () => {
  const kept = keptTables()
  const counted = {
    ...kept,
    saveTable: (value: unknown) => {
      saved += 1
      return kept['saveTable']?.(value)
    },
  }
  hub = await openRegions(
    new Map([['regions', query]]),
    { objectBudget: budget },
    { savedTables: savedTables(peerWithin(counted)) },
  )
})
afterAll(() => hub.close())

const send = (path: string, body: object | null, headers: Record<string, string> = {}) =>
  fetch(`${hub.base}${path}`, {
    method: body ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', 'x-hub-dry-run': 'true', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  })

interface DryRun {
  readonly isEstimate: boolean
  readonly objects: { readonly most: number; readonly limit: number }
  readonly bytes: number
  readonly budget: { readonly perMinute: number; readonly left: number; readonly isEnough: boolean } | null
  readonly run: {
    readonly subgraphs: readonly string[]
    readonly statements: number
    readonly fetches: readonly Readonly<Record<string, unknown>>[]
  } | null
  readonly table?: Readonly<Record<string, unknown>>
  readonly personal: readonly unknown[]
}
async function dryRun(response: Response): Promise<DryRun> {
  const text = await response.text()
  expect([response.status, response.status === 200 ? '' : text]).toEqual([200, ''])
  const body = JSON.parse(text) as { data: null; extensions: { dryRun: DryRun } }
  expect(body.data).toBeNull()
  return body.extensions.dryRun
}

it('an operation tells its fetches, objects, statements and what is left, and nothing is fetched or taken', async () => {
  const before = { ...hub.state.fetches }
  const told = await dryRun(await send('/graphql', { query, variables: { first: 7 } }))
  expect(told).toMatchObject({
    isEstimate: true,
    objects: { most: 1 + 7 * 2, limit: 600_000 },
    budget: { perMinute: 10_000, left: 10_000, isEnough: true },
    run: {
      subgraphs: ['figures', 'regions'],
      statements: 3,
      fetches: [
        { subgraph: 'regions', round: 1, kind: 'root', path: [], entities: null, statements: 2, rows: 8 },
        { subgraph: 'figures', round: 2, kind: 'entities', path: ['regions', 'nodes'], entities: 7 },
      ],
    },
    personal: [],
  })
  expect(told.bytes).toBeGreaterThan(7 * 40)
  expect(hub.state.fetches).toEqual(before)
  expect(budget.left('127.0.0.1')).toMatchObject({ left: 10_000 })
  const run = await send('/graphql', { query, variables: { first: 7 } }, { 'x-hub-dry-run': 'false' })
  expect(await run.text()).toMatch(/^\{"data":\{"regions"/)
  expect(hub.state.fetches).toEqual({ regions: before.regions + 1, figures: before.figures + 1 })
  expect((await dryRun(await send('/graphql', { query }))).budget).toMatchObject({ left: 10_000 - 15 })
})

it('a registered operation tells the same at its address, by documentId and by GET', async () => {
  const before = { ...hub.state.fetches }
  const told = await Promise.all(
    [
      send('/operations/regions', { variables: { first: 3 } }),
      send('/operations/regions?variables=%7B%22first%22:3%7D', null),
      send('/graphql', { documentId: 'regions', variables: { first: 3 } }),
    ].map(async (response) => dryRun(await response)),
  )
  for (const { objects, run } of told)
    expect([objects.most, run?.fetches.map(({ entities }) => entities)]).toEqual([7, [null, 3]])
  expect(hub.state.fetches).toEqual(before)
})

it('a table tells its columns and what a page of it takes, by name, by text and by Accept; no text is kept', async () => {
  const before = { ...hub.state.fetches }
  for (const response of [
    await send('/q/regions.csv?limit=5', null),
    await send('/q?limit=5', { query }),
    await send('/graphql?limit=5', { query }, { accept: 'text/csv' }),
  ]) {
    const { table, objects, run } = await dryRun(response)
    expect(table).toMatchObject({
      columns: ['regions_totalCount', 'code', 'name', 'figures_amount', 'figures_amount_status'],
      rowsOfPage: 1_000,
      rowsAsked: 5,
      rowsLimit: 1_000_000,
    })
    expect(objects.most).toBeGreaterThan(1_000)
    expect(run?.fetches).toHaveLength(2)
  }
  expect([hub.state.fetches, saved]).toEqual([before, 0])
})

it('what is wrong is refused as it is when it runs', async () => {
  const before = { ...hub.state.fetches }
  const codeOf = async (response: Promise<Response>) => {
    const body = (await (await response).json()) as {
      code?: string
      errors?: { extensions: { code: string } }[]
    }
    return [(await response).status, body.code ?? body.errors?.[0]?.extensions.code]
  }
  expect(await codeOf(send('/graphql', { query: '{ regions { nothing } }' }))).toEqual([
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ])
  expect(await codeOf(send('/graphql', { query, variables: { first: 'x' } }))).toEqual([
    400,
    'BAD_USER_INPUT',
  ])
  expect(await codeOf(send('/graphql', { query, variables: { first: 5_000 } }))).toEqual([
    400,
    'PAGE_TOO_LARGE',
  ])
  expect(await codeOf(send('/operations/nothing', { variables: {} }))).toEqual([
    404,
    'OPERATION_NOT_REGISTERED',
  ])
  expect(await codeOf(send('/q/regions.csv?colour=red', null))).toEqual([400, 'BAD_ARGUMENT'])
  expect(await codeOf(send('/q', { query: '{ owners { name } }' }))).toEqual([403, 'TABLE_NOT_ALLOWED'])
  for (const path of ['/graphql', '/q'])
    expect((await send(path, { query }, { 'x-hub-dry-run': 'perhaps' })).status).toBe(400)
  expect(hub.state.fetches).toEqual(before)
})

it('more than what is left of the budget is told, and not refused', async () => {
  const wide = `{ ${Array.from({ length: 6 }, (_, index) => `r${String(index)}: regions(first: 1000) { nodes { code figures { amount } } }`).join(' ')} }`
  const told = await dryRun(await send('/graphql', { query: wide }))
  expect(told.objects.most).toBe(12_006)
  expect(told.budget).toMatchObject({ isEnough: false })
})

it('protected fields are told with what the public lacks for them', async () => {
  const told = await dryRun(await send('/graphql', { query: '{ owners { name } kinds }' }))
  expect(told.personal).toEqual([
    { field: 'Owner.name', isAllowed: false, lacks: { reason: 'TOKEN' } },
    { field: 'Query.owners', isAllowed: false, lacks: { reason: 'TOKEN' } },
  ])
  // What may not be had is not fetched either.
  expect(told.run?.fetches).toHaveLength(1)
})

it("where Apollo's executor runs operations, a dry run still runs nothing and says what it does not know", async () => {
  const apollo = await openRegions(new Map(), { executor: 'apollo' })
  try {
    const response = await fetch(`${apollo.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-dry-run': 'true' },
      body: JSON.stringify({ query }),
    })
    const told = await dryRun(response)
    expect([told.run, told.objects.most, told.budget]).toEqual([null, 41, null])
    expect(apollo.state.fetches).toEqual({ regions: 0, figures: 0 })
  } finally {
    await apollo.close()
  }
})
