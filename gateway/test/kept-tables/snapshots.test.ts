/** Snapshots: a name of the state of all data, under which a table gives the very same bytes again, until five more imports came; then 410 says what changed. */
import { describe, expect, it } from 'vitest'
import { snapshotName } from '../../src/kept-tables/snapshot-name.ts'
import { isExpired, differenceOf } from '../../src/kept-tables/imports-since.ts'
import type { LoadedTable } from '../../src/kept-tables/loaded-tables.ts'
import type { Snapshot } from '../../src/kept-tables/snapshots.ts'
import { keptHubs, newFolder, type KeptHub } from './open-kept.ts'

const documents = { regions: '{ regions { nodes { code name figures { amount share } } } }' }
const open = keptHubs(documents)

async function snapshotOf(hub: KeptHub, path = 'regions.csv') {
  const { headers, body } = await hub.bytes(path)
  return { name: headers.get('x-hub-snapshot') ?? '', body }
}

/** As an import changes the data. */
function importInto(hub: KeptHub, version: number): void {
  Object.assign(hub.state, { version: String(version), regions: 30 + version })
}

async function problem(hub: KeptHub, path: string): Promise<Record<string, unknown>> {
  const { status, headers, body } = await hub.bytes(path)
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
  return { ...(JSON.parse(body.toString()) as object), status }
}

describe('a snapshot', () => {
  it('gives the very same bytes after an import and a restart, in each format, with its dictionary', async () => {
    const folder = newFolder()
    const hub = await open({ folder })
    const paths = [
      'regions.csv',
      'regions.parquet',
      'regions.arrow',
      'regions.csv?limit=3',
      'regions.csv.meta.json',
    ]
    const first = new Map<string, Buffer>()
    for (const path of paths) first.set(path, (await snapshotOf(hub, path)).body)
    const { name } = await snapshotOf(hub)
    expect(name).toMatch(/^[0-9a-f]{16}$/)
    importInto(hub, 2)
    const after = await snapshotOf(hub)
    expect([after.name === name, after.body.equals(first.get('regions.csv') ?? Buffer.from(''))]).toEqual([
      false,
      false,
    ])
    const restarted = await open({ folder })
    importInto(restarted, 2)
    for (const asked of [hub, restarted])
      for (const path of paths) {
        const fetches = asked.state.fetches.regions
        const again = await asked.bytes(`${path}${path.includes('?') ? '&' : '?'}snapshot=${name}`)
        expect([
          path,
          again.status,
          again.headers.get('x-hub-snapshot'),
          asked.state.fetches.regions,
        ]).toEqual([path, 200, name, fetches])
        expect(again.body.equals(first.get(path) ?? Buffer.from(''))).toBe(true)
        expect(again.headers.get('cache-control')).toContain('immutable')
      }
  })

  it('of now is the table of now, by its name too', async () => {
    const hub = await open()
    const { name, body } = await snapshotOf(hub)
    const again = await hub.bytes(`regions.csv?snapshot=${name}`)
    expect([again.status, again.body.equals(body)]).toEqual([200, true])
    const never = await hub.bytes(`regions.tsv?snapshot=${name}`)
    expect([never.status, never.headers.get('x-hub-snapshot')]).toEqual([200, name])
  })

  it('is gone after the fifth import that follows, and not before: 410 with the newest address and what changed', async () => {
    const hub = await open()
    const { name, body } = await snapshotOf(hub)
    for (let version = 2; version <= 5; version += 1) {
      importInto(hub, version)
      await snapshotOf(hub)
    }
    await hub.keptTables.tidy()
    const still = await hub.bytes(`regions.csv?snapshot=${name}`)
    expect([still.status, still.body.equals(body)]).toEqual([200, true])
    importInto(hub, 6)
    const newest = await snapshotOf(hub)
    await hub.keptTables.tidy()
    expect(await problem(hub, `regions.csv?snapshot=${name}`)).toMatchObject({
      status: 410,
      code: 'SNAPSHOT_GONE',
      snapshot: name,
      newest: '/q/regions.csv',
      newestSnapshot: newest.name,
      changed: [
        { domain: 'regions', period: null, change: 'CHANGED' },
        { domain: 'figures', period: null, change: 'CHANGED' },
      ],
    })
  })

  it('that nobody asked this table of is 410, and one that never was 404', async () => {
    const hub = await open()
    const { name } = await snapshotOf(hub)
    importInto(hub, 2)
    expect(await problem(hub, `regions.tsv?snapshot=${name}&limit=2`)).toMatchObject({
      status: 410,
      newest: '/q/regions.tsv?limit=2',
    })
    for (const unknown of ['0123456789abcdef', '', '../../etc', name.toUpperCase()])
      expect(await problem(hub, `regions.csv?snapshot=${encodeURIComponent(unknown)}`)).toMatchObject({
        status: 404,
        code: 'SNAPSHOT_NOT_FOUND',
      })
  })

  it('is kept of a text that was sent too, when the text itself is forgotten', async () => {
    const folder = newFolder()
    const hub = await open({ folder })
    const sent = await fetch(`${hub.base}/q`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ regions { nodes { code } } }' }),
    })
    const address = `${sent.headers.get('location')?.slice('/q/'.length) ?? ''}.csv`
    const { name, body } = await snapshotOf(hub, address)
    const restarted = await open({ folder })
    importInto(restarted, 2)
    expect((await restarted.bytes(address)).status).toBe(404)
    const again = await restarted.bytes(`${address}?snapshot=${name}`)
    expect([again.status, again.body.equals(body)]).toEqual([200, true])
  })

  it('has no name where a domain does not tell the version of its data, and nothing is kept', async () => {
    const hub = await open()
    hub.state.version = undefined
    const answer = await hub.bytes('regions.csv')
    expect([
      answer.status,
      answer.headers.get('x-hub-snapshot'),
      answer.headers.get('accept-ranges'),
    ]).toEqual([200, null, 'none'])
  })
})

describe('imports', () => {
  const versions = { a: '1', 'b-c': '1' }
  const loaded = (domain: string, period: number, number: number): LoadedTable => ({
    ...{ domain, kind: 'FIGURES', period, table: `T${String(period)}` },
    ...{ retrievedAt: '', import: String(number) },
  })
  const snapshot = (index: number, tables: readonly LoadedTable[]): Snapshot => ({
    ...{ name: String(index), at: String(index).padStart(3, '0'), graph: 'g', versions, loaded: tables },
  })

  it('are counted by domain and year: those of other years and domains end nothing', () => {
    const others = Array.from({ length: 20 }, (_, index) =>
      snapshot(index, [
        loaded('a', 2019, 1),
        loaded('a', 2020, index % 2 === 0 ? 1 : 2),
        loaded('b-c', 2019, index),
      ]),
    )
    expect(isExpired('0', ['b-c'], others.slice(0, 5))).toBe(false)
    expect(isExpired('0', ['b-c'], others.slice(0, 6))).toBe(true)
    const years = Array.from({ length: 9 }, (_, index) =>
      snapshot(
        index,
        Array.from({ length: 9 }, (__, year) => loaded('a', 2010 + year, year < index ? 2 : 1)),
      ),
    )
    expect(isExpired('0', ['a'], years)).toBe(false)
    expect(isExpired('unknown', ['a'], years)).toBe(true)
  })

  it('differ by domain and year', () => {
    const from = snapshot(0, [loaded('a', 2019, 1), loaded('a', 2020, 1), loaded('b-c', 2019, 1)])
    const to = snapshot(1, [loaded('a', 2019, 2), loaded('b-c', 2019, 1), loaded('b-c', 2021, 1)])
    expect(differenceOf(from, to)).toEqual([
      { domain: 'a', period: 2019, change: 'REPLACED' },
      { domain: 'a', period: 2020, change: 'REMOVED' },
      { domain: 'b-c', period: 2021, change: 'IMPORTED' },
    ])
    expect(differenceOf(from, from)).toEqual([])
  })
})

it('the name of a snapshot follows every domain and the graph, in no order', () => {
  const name = (graph: string, ...entries: readonly [string, string | undefined][]) =>
    snapshotName({ graph, versions: new Map(entries) })
  expect(name('g', ['a', '1'], ['b', '2'])).toBe(name('g', ['b', '2'], ['a', '1']))
  const names = [
    name('g', ['a', '1'], ['b', '2']),
    name('h', ['a', '1'], ['b', '2']),
    name('g', ['a', '2'], ['b', '2']),
    name('g', ['a', '1']),
  ]
  expect(new Set(names).size).toBe(4)
  expect([name('g', ['a', undefined]), name('g')]).toEqual([undefined, undefined])
})
