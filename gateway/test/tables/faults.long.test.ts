/**
 * Faults in the middle of tables, two hundred of them or as many as TEST_TABLE_FAULTS says: of domains in this process, of domains over HTTP whose process is killed, and of clients that go. Whatever
 * happens, a table that came with status 200 and to its end is whole.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { request as ask } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { tableFromIPC } from 'apache-arrow'
import { parse } from 'csv-parse/sync'
import { parquetMetadata } from 'hyparquet'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { figuresOf, type RegionAnswer, type SliceName } from './region-domains.ts'
import type { Fatal } from './region-server-child.ts'
import { openRegions, type RegionsHub } from './regions.ts'

const columns = Array.from({ length: 5 }, (_, index) => `c${String(index)}: about`).join(' ')
const documents = new Map([
  ['wide', `{ regions { nodes { code ${columns} figures { amount share } } } }`],
  ['nested', '{ regions { nodes { code figures { amount } parts { nodes { part: code size } } } } }'],
  ['runs', '{ regions { nodes { code series { period amount } } } }'],
])
const regions = 3_000
const partsOf = (index: number): number => index % 4
const sum = (of: (index: number) => number): number =>
  Array.from({ length: regions }, (_, index) => of(index)).reduce((total, count) => total + count, 0)
/** The rows of each table: a run of years is null for a fifth of them, who have a row that says so. */
const rowsOf: Readonly<Record<string, number>> = {
  wide: regions,
  nested: sum(partsOf),
  runs: sum((index) => (index % 5 === 4 ? 1 : [2022, 2023].filter((year) => figuresOf(index, year)).length)),
}
const readers: Readonly<Record<string, (body: Buffer) => number | Promise<number>>> = {
  csv: (body) => parse(body).length - 1,
  tsv: (body) => parse(body, { delimiter: '\t' }).length - 1,
  ndjson: (body) => body.toString().trimEnd().split('\n').length,
  json: (body) => (JSON.parse(body.toString()) as unknown[]).length,
  arrow: (body) => tableFromIPC(body).numRows,
  parquet: (body) => Number(parquetMetadata(Uint8Array.from(body).buffer).num_rows),
  xlsx: async (body) => (await readSheet(body)).length - 1,
}

type Outcome = 'whole' | 'refused' | 'broken' | 'short'
const outcomes: Record<Outcome, number> = { whole: 0, refused: 0, broken: 0, short: 0 }
let faults = 0
const wanted = Number(process.env['TEST_TABLE_FAULTS'] ?? 200)

/** Reads a table as a client does, and says what it got. */
async function outcomeOf(response: Response, name: string, format: string): Promise<Outcome> {
  const body = await response.arrayBuffer().then(
    (bytes) => Buffer.from(bytes),
    () => null,
  )
  if (response.status !== 200) {
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    return 'refused'
  }
  if (!body) return 'broken'
  return (await readers[format]?.(body)) === rowsOf[name] ? 'whole' : 'short'
}

let here: RegionsHub
let there: {
  readonly hub: RegionsHub
  readonly children: Map<SliceName, ChildProcess>
  readonly ports: Map<SliceName, number>
}

beforeAll(async () => {
  here = await openRegions(documents, { deadline: 100 })
  const ports = new Map<SliceName, number>()
  const children = new Map<SliceName, ChildProcess>()
  for (const name of ['regions', 'figures'] as const) {
    const { child, port } = await startDomain(name, 0)
    children.set(name, child)
    ports.set(name, port)
  }
  const subgraphUrls = new Map(
    [...ports].map(([name, port]) => [name, new URL(`http://127.0.0.1:${String(port)}/`)]),
  )
  there = { hub: await openRegions(documents, { subgraphUrls, deadline: 5_000 }), children, ports }
})
afterAll(async () => {
  await Promise.all([here.close(), there.hub.close()])
  for (const child of there.children.values()) child.kill('SIGKILL')
})

async function startDomain(name: SliceName, port: number): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(
    fileURLToPath(new URL('region-server-child.ts', import.meta.url)),
    [name, String(port), String(regions)],
    {
      execArgv: ['--import', 'tsx'],
    },
  )
  const [told] = (await once(child, 'message')) as [{ port: number }]
  return { child, port: told.port }
}

/** What a domain does instead of answering whole. */
const failures: Readonly<Record<string, (answer: () => Promise<RegionAnswer>) => Promise<RegionAnswer>>> = {
  throws: () => Promise.reject(new Error('gone')),
  refuses: () => Promise.resolve({ data: null, errors: [{ message: 'no' }] }),
  'never answers': () => new Promise(() => undefined),
  'says an error beside its answer': async (answer) => ({ ...(await answer()), errors: [{ message: 'no' }] }),
  'loses the last element of each list': async (answer) => ({ data: shortened((await answer()).data) }),
  'has nothing where something must be': async (answer) => ({ data: emptied((await answer()).data) }),
}

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, -1).map(shortened)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'missing' ? inner : shortened(inner)]),
  )
}

function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(emptied)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      ['code', 'period', 'missing'].includes(key) ? null : emptied(inner),
    ]),
  )
}

const forget = (hub: RegionsHub): void => {
  Object.assign(hub.state, { regions, parts: partsOf, failsFrom: {} })
  Object.assign(hub.state.fetches, { regions: 0, figures: 0 })
}

it('each table is whole where nothing fails', async () => {
  for (const hub of [here, there.hub])
    for (const name of documents.keys())
      for (const format of Object.keys(readers)) {
        forget(hub)
        expect([name, format, await outcomeOf(await hub.table(`${name}.${format}`), name, format)]).toEqual([
          name,
          format,
          'whole',
        ])
      }
})

/** Milliseconds: as long on a busy machine as it takes. */
const patience = 1_800_000

it('a domain in this process that fails at any fetch, in any way', { timeout: patience }, async () => {
  const formats = Object.keys(readers)
  let turn = 0
  while (faults < 0.8 * wanted)
    for (const name of documents.keys())
      for (const domain of ['regions', 'figures'] as const)
        for (const [how, fails] of Object.entries(failures)) {
          forget(here)
          const format = formats[turn % formats.length] ?? ''
          const at = 1 + (turn % 4)
          here.state.failsFrom = { [domain]: at }
          here.state.failsHow = fails
          const outcome = await outcomeOf(await here.table(`${name}.${format}`), name, format)
          const happened = here.state.fetches[domain] >= at
          outcomes[outcome] += 1
          turn += 1
          if (happened) faults += 1
          expect([name, domain, how, at, outcome]).not.toEqual([
            name,
            domain,
            how,
            at,
            happened ? 'whole' : 'never',
          ])
          expect([name, domain, how, at, format, outcome]).not.toContain('short')
        }
})

it('a domain whose process is killed before, during or after an answer', { timeout: patience }, async () => {
  let kills = 0
  for (let turn = 0; kills < 0.1 * wanted; turn += 1) {
    const domain = turn % 2 === 0 ? 'regions' : 'figures'
    const when = (['before', 'during', 'after'] as const)[turn % 3] ?? 'before'
    const name = [...documents.keys()][turn % documents.size] ?? ''
    const format = Object.keys(readers)[turn % 7] ?? ''
    const child = there.children.get(domain)
    const dead = once(child ?? process, 'exit')
    child?.send({ fetch: 1 + (turn % 4), when } satisfies Fatal)
    await once(child ?? process, 'message')
    const outcome = await outcomeOf(await there.hub.table(`${name}.${format}`), name, format)
    outcomes[outcome] += 1
    expect([name, domain, when, format, outcome]).not.toContain('short')
    if (outcome === 'whole') child?.kill('SIGKILL')
    else kills += 1
    await dead
    there.children.set(domain, (await startDomain(domain, there.ports.get(domain) ?? 0)).child)
    await expect
      .poll(async () => (await there.hub.table('runs.csv?limit=1')).status, { timeout: 30_000 })
      .toBe(200)
  }
  faults += kills
})

it('a client that goes in the middle: nothing more is read for it, and the next client has its table whole', async () => {
  for (let turn = 0; turn < 0.1 * wanted; turn += 1) {
    forget(here)
    const bytes = await readSome(`${here.base}/q/wide.csv`, 1 + turn * 2_000)
    expect(bytes).toBeGreaterThan(0)
    await pause(2)
    faults += 1
  }
  forget(here)
  expect(await outcomeOf(await here.table('wide.csv'), 'wide', 'csv')).toBe('whole')
})

/** Reads at least so many bytes, and goes. */
function readSome(url: string, most: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = ask(url, (response) => {
      let bytes = 0
      response.on('data', (part: Buffer) => {
        bytes += part.byteLength
        if (bytes < most) return
        asking.destroy()
        resolve(bytes)
      })
      response.on('end', () => resolve(bytes))
      response.on('error', () => resolve(bytes))
    })
    asking.on('error', reject)
    asking.end()
  })
}

it('so many faults, and no short table with status 200', () => {
  expect(faults).toBeGreaterThanOrEqual(wanted)
  expect(outcomes.short).toBe(0)
  expect(outcomes.refused).toBeGreaterThan(wanted / 10)
  expect(outcomes.broken).toBeGreaterThan(0)
})
