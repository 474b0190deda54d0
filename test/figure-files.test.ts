/** The files of all figures: equal to the graph, read by a filter in parts, made of one state of the data or not at all, and listed with their hashes. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openFigureStore, type FigureStore } from '@samenhang/gateway/figure-store'
import { figuresAreCurrent } from '@samenhang/gateway/figures-now'
import { makeFigures } from '@samenhang/gateway/make-figures'
import { keptPlaces } from '@samenhang/gateway/kept-places'
import { loadedNow } from '@samenhang/gateway/loaded-now'
import { createHttpServer } from '@samenhang/gateway/server'
import { drain, listen } from '@samenhang/subgraph-kit/http-server'
import { seedAll } from '@samenhang/subgraph-kit/seed-all'
import { silent } from '@samenhang/subgraph-kit/testing'
import { tableFromIPC } from 'apache-arrow'
import { parse } from 'csv-parse/sync'
import { asyncBufferFromUrl, parquetMetadataAsync, parquetQuery, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHub, type TestHub } from './hub.ts'

let hub: TestHub
let store: FigureStore
let folder = ''
let base = ''
let close: () => Promise<void>

interface Listed {
  readonly snapshot: string
  readonly files: readonly {
    readonly domain: string | null
    readonly period: number | null
    readonly rows: number
    readonly bytes: number
    readonly sha256: string
    readonly sources: readonly { readonly publisher: string; readonly synthetic: boolean }[]
    readonly addresses: readonly string[]
  }[]
}

beforeAll(async () => {
  hub = await openHub({ country: { neighbourhoods: 30, people: 50 } })
  folder = join(hub.environment['HUB_DATA_DIR'] ?? '', 'figures')
  store = openFigureStore(folder)
  const server = createHttpServer(hub.gateway, { logger: silent, figureFiles: store })
  base = await listen(server, { host: '127.0.0.1', port: 0 })
  close = async () => {
    await drain(server, 500)
    await hub.close()
  }
})
afterAll(() => close())

/** Snapshots of before. */
const seen: string[] = []

/** Makes the files, and notes the snapshot as a command does. */
async function make(gateway = hub.gateway): Promise<string> {
  const state = await gateway.state()
  await keptPlaces(hub.environment).snapshots.note(state, () => loadedNow(gateway, state))
  return makeFigures(gateway, store)
}

/** The whole, over a connection of its own: decoding holds up the server of this process for longer than an idle connection is kept. */
const wholeOf = async (path: string): Promise<ArrayBuffer> =>
  (await fetch(base + path, { headers: { connection: 'close' } })).arrayBuffer()

const listed = async (): Promise<Listed> => (await (await fetch(`${base}/figures.json`)).json()) as Listed

it('before they are made there is 503 with Retry-After, and not 404', async () => {
  for (const path of ['figures.parquet', 'figures.json', 'figures/care-2024.csv']) {
    const response = await fetch(`${base}/${path}`)
    expect([path, response.status, response.headers.get('retry-after')]).toEqual([path, 503, '30'])
    expect(await response.json()).toMatchObject({ code: 'FIGURES_NOT_MADE' })
  }
  expect(await figuresAreCurrent(hub.gateway, store)).toBe(false)
})

it('one file for each domain and year and one of all, listed with rows, bytes, hash and sources', async () => {
  expect(await make()).toMatch(/^read (\d+) of \1 domains and years; there are [\d,]+ figures$/)
  expect(await figuresAreCurrent(hub.gateway, store)).toBe(true)
  expect(await make()).toBe('up to date')
  const { files, snapshot } = await listed()
  expect(snapshot).toMatch(/^[0-9a-f]{16}$/)
  const all = files.find(({ domain }) => domain === null)
  const parts = files.filter(({ domain }) => domain !== null)
  expect([...new Set(parts.map(({ domain }) => domain))].sort().join(' ')).toBe(
    'base-registry care education housing integration labour-market liveability',
  )
  expect(all?.rows).toBe(parts.reduce((sum, { rows }) => sum + rows, 0))
  for (const { addresses, bytes, sha256, sources } of files) {
    const [address = ''] = addresses
    const body = Buffer.from(await (await fetch(base + address)).arrayBuffer())
    expect([address, body.byteLength, createHash('sha256').update(body).digest('hex')]).toEqual([
      address,
      bytes,
      sha256,
    ])
    expect(sources.every(({ synthetic }) => synthetic)).toBe(true)
  }
})

it('every figure equals that of the graph, with its status, and the file of all has the same rows', async () => {
  const { files } = await listed()
  const rowsOf = async (path: string) => parquetReadObjects({ file: await wholeOf(path) })
  let compared = 0
  const together: unknown[] = []
  for (const { domain, addresses, rows } of files) {
    if (domain === null) continue
    const read = await rowsOf(addresses[0] ?? '')
    expect(read.length).toBe(rows)
    together.push(...read)
  }
  const all = await rowsOf('/figures.parquet')
  const sorted = (list: readonly unknown[]) => list.map((row) => JSON.stringify(row)).sort()
  expect(sorted(all)).toEqual(sorted(together))
  const order = all.map(
    ({ indicator, period, code }) => `${String(indicator)} ${String(period)} ${String(code)}`,
  )
  expect(order).toEqual([...order].sort())
  const { data } = await hub.ask(
    `{ searchAreas(name: "", first: 1000) { nodes { code careSeries { period youthCareShare missing { field reason } }
       housingSeries { period averageWozValue missing { field reason } } } } }`,
  )
  const { searchAreas } = data as unknown as {
    searchAreas: { nodes: readonly Record<string, unknown>[] }
  }
  const found = new Map(
    all.map(({ code, period, indicator, value, status }) => [
      `${String(code)} ${String(period)} ${String(indicator)}`,
      [value ?? null, status],
    ]),
  )
  for (const node of searchAreas.nodes)
    for (const [profile, field] of [
      ['care', 'youthCareShare'],
      ['housing', 'averageWozValue'],
    ] as const)
      for (const figures of node[`${profile}Series`] as readonly {
        readonly period: number
        readonly missing: readonly { field: string; reason: string }[]
        readonly [field: string]: unknown
      }[]) {
        const reason = figures.missing.find((one) => one.field === field)?.reason
        expect(found.get(`${String(node['code'])} ${String(figures.period)} ${profile}.${field}`)).toEqual([
          figures[field],
          figures[field] === null ? reason : 'VALUE',
        ])
        compared += 1
      }
  expect(compared).toBeGreaterThan(250)
})

it('CSV and Arrow have the rows of Parquet', async () => {
  const parquet = await parquetReadObjects({ file: await wholeOf('/figures.parquet') })
  const csv = parse(Buffer.from(await wholeOf('/figures.csv')), { columns: true })
  const arrow = tableFromIPC(await wholeOf('/figures.arrow')).toArray()
  const text = (row: object) =>
    Object.values(row).map((value) => (value === null || value === undefined ? '' : String(value)))
  expect((csv as object[]).map(text)).toEqual(parquet.map(text))
  expect(arrow.map((row) => text((row as { toJSON(): object }).toJSON()))).toEqual(parquet.map(text))
})

it('a reader with a filter takes only the groups of rows that it needs', async () => {
  let taken = 0
  const file = await asyncBufferFromUrl({
    url: `${base}/figures.parquet`,
    async fetch(input, init) {
      const response = await fetch(input, init)
      if (init?.method !== 'HEAD') taken += Number(response.headers.get('content-length'))
      return response
    },
  })
  const metadata = await parquetMetadataAsync(file)
  const footer = taken
  const rows = await parquetQuery({
    file,
    metadata,
    filter: { indicator: { $eq: 'housing.averageWozValue' }, period: { $eq: 2024 } },
  })
  expect(rows.length).toBeGreaterThan(30)
  expect(new Set(rows.map(({ indicator, period }) => `${String(indicator)} ${String(period)}`))).toEqual(
    new Set(['housing.averageWozValue 2024']),
  )
  expect(taken - footer).toBeLessThan((file.byteLength - footer) / 20)
  const told = new Map(metadata.key_value_metadata?.map(({ key, value }) => [key, value]))
  expect(told.get('citation')).toMatch(/^SYNTHETIC figures/)
  expect(told.get('indicators')).toContain('"id":"housing.averageWozValue"')
})

it('no column is about people, and what is protected in the graph is in no file', async () => {
  const { metadata } = await asyncBufferFromUrl({ url: `${base}/figures.parquet` }).then(async (file) => ({
    metadata: await parquetMetadataAsync(file),
  }))
  const names = metadata.schema.map(({ name }) => name).slice(1)
  expect(names).toEqual([
    'code',
    'name',
    'level',
    'period',
    'indicator',
    'value',
    'status',
    'unit',
    'source',
    'publisher',
    'synthetic',
  ])
})

it('what is not there is 404 and says where the list is', async () => {
  for (const path of [
    'figures/care-1900.parquet',
    'figures/nothing.csv',
    'figures.xlsx',
    'figures/../figures.csv.x',
    'figures/all.parquet',
  ]) {
    const response = await fetch(`${base}/${path}`)
    expect([path, response.status, (await response.json()) as unknown]).toMatchObject([
      path,
      404,
      { code: 'FIGURES_NOT_FOUND' },
    ])
  }
})

it('after an import only the domains and years that changed are made, and the old files stay until then', async () => {
  const before = await listed()
  seen.push(before.snapshot)
  await seedAll(hub.subgraphs, { seed: 7, neighbourhoods: 60 })
  expect(await figuresAreCurrent(hub.gateway, store)).toBe(false)
  expect(await listed()).toEqual(before)
  expect(await make()).toMatch(/^read \d+ of/)
  const after = await listed()
  expect(after.snapshot).not.toBe(before.snapshot)
  expect(after.files.length).toBe(before.files.length)
})

it('what changed between two snapshots is counted by indicator, with examples that are in the graph', async () => {
  const { snapshot: to } = await listed()
  const [from = ''] = seen
  const query = `query ($from: ID!, $to: ID) { changes(from: $from, to: $to, examples: 2) { graphChanged from { name } to { name at }
    domains { domain period change areasGone areasNew areasRenamed
      figures { indicator revised added withdrawn restated isGone examples { code before statusBefore after statusAfter } } } } }`
  interface Change {
    readonly domain: string
    readonly period: number
    readonly change: string
    readonly areasGone: readonly string[]
    readonly figures: readonly {
      readonly indicator: string
      readonly revised: number
      readonly isGone: boolean
      readonly examples: readonly {
        readonly code: string
        readonly before: number | null
        readonly after: number | null
      }[]
    }[]
  }
  const { data, errors } = await hub.ask(query, { from })
  expect(errors).toEqual([])
  const { changes } = data as unknown as {
    changes: {
      graphChanged: boolean
      from: { name: string }
      to: { name: string }
      domains: readonly Change[]
    }
  }
  expect([changes.graphChanged, changes.from.name, changes.to.name]).toEqual([false, from, to])
  const housing = changes.domains.find(({ domain, period }) => domain === 'housing' && period === 2024)
  expect([housing?.change, housing?.areasGone]).toEqual(['REPLACED', expect.any(Array)])
  const woz = housing?.figures.find(({ indicator }) => indicator === 'housing.averageWozValue')
  expect([woz?.isGone, woz?.examples.length]).toEqual([false, 2])
  expect(woz?.revised).toBeGreaterThan(10)
  for (const { code, before, after } of woz?.examples ?? []) {
    const now = await hub.ask(
      'query ($code: ID!) { area(code: $code) { housing(period: 2024) { averageWozValue } } }',
      { code },
    )
    expect([code, now.data]).toEqual([
      code,
      { area: after === null ? expect.anything() : { housing: { averageWozValue: after } } },
    ])
    expect(before).not.toBe(after)
  }
  const none = await hub.ask(query, { from: to })
  expect(none.data).toMatchObject({ changes: { domains: [] } })
  const unknown = await hub.ask(query, { from: '0123456789abcdef' })
  expect(unknown.errors.map(({ extensions }) => extensions['code'])).toEqual(['SNAPSHOT_NOT_FOUND'])
  const many = await hub.ask(query.replace('examples: 2', 'examples: 101'), { from })
  expect(many.errors.map(({ extensions }) => extensions['code'])).toEqual(['BAD_ARGUMENT'])
})

it('a file that was damaged is not given, and is made again', async () => {
  const path = join(folder, 'files', 'all')
  const newest = (await store.current())?.files.find(({ group }) => group === 'all')
  const data = readdirSync(path).find((name) => name === newest?.file) ?? ''
  const bytes = readFileSync(join(path, data))
  bytes[3] = (bytes[3] ?? 0) ^ 1
  writeFileSync(join(path, data), bytes)
  const response = await fetch(`${base}/figures.parquet`)
  expect([response.status, await response.json()]).toMatchObject([503, { code: 'FIGURES_NOT_MADE' }])
  expect(await figuresAreCurrent(hub.gateway, store)).toBe(false)
  await make()
  expect((await fetch(`${base}/figures.parquet`)).status).toBe(200)
})

it('where a domain does not answer nothing is made, and the old files stay', async () => {
  const before = await listed()
  await seedAll(hub.subgraphs, { seed: 9, neighbourhoods: 60 })
  const failing: typeof hub.gateway = {
    ...hub.gateway,
    async execute(operation, options) {
      if (operation.query.includes('careSeries')) throw new Error('care is gone')
      return hub.gateway.execute(operation, options)
    },
  }
  await expect(make(failing)).rejects.toThrow('care is gone')
  expect(await listed()).toEqual(before)
})
