/** The statements of the store of areas: one each, with an index, for any number of areas. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { openDatabase, type Database } from '@samenhang/subgraph-kit/database'
import { migrate } from '@samenhang/subgraph-kit/migrations'
import { makeCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { makeTestData, type TestData } from '@samenhang/subgraph-kit/testing'
import { profiles } from '../src/migrations/0001-profiles.ts'
import { areas } from '../src/migrations/0002-areas.ts'
import { areaNames } from '../src/migrations/0004-area-names.ts'
import { searchKey } from '../src/search-key.ts'
import { seedAreas } from '../src/seed-areas.ts'
import { createAreaStore, type AreaStore } from '../src/store.ts'

const country = makeCountry({})

describeOnDatabases('the store of areas', (kind) => {
  let data: TestData
  let database: Database
  let store: AreaStore

  beforeAll(async () => {
    data = await makeTestData(kind)
    database = await openDatabase('base-registry', data.environment)
    await migrate(database, [profiles, areas, areaNames])
    await seedAreas(database, country)
    store = createAreaStore(database)
  })
  afterAll(async () => {
    await database.close()
    await data.remove()
  })

  it('an area comes with the areas it lies in, in one statement', async () => {
    const before = database.statements
    const rows = await store.withParents(['BU90010101', 'BU00000000'])
    expect(rows.map(({ code }) => code).sort()).toEqual(
      [
        'BU90010101',
        'GM9001',
        'NL99',
        'WK900101',
        rows.find(({ level }) => level === 'PROVINCE')?.code,
      ].sort(),
    )
    expect(database.statements - before).toBe(1)
  })

  it('a page of several parents at once has each its own first rows and total', async () => {
    const within = { parent: 'municipality', level: 'NEIGHBOURHOOD', period: null } as const
    const pages = await store.within(['GM9001', 'GM9002', 'GM9999'], within, { first: 2, after: null })
    for (const code of ['GM9001', 'GM9002']) {
      const expected = country.areas
        .filter((area) => area.parents.municipality === code && area.level === 'NEIGHBOURHOOD')
        .map((area) => area.code)
        .sort()
      expect(pages.get(code)?.total).toBe(expected.length)
      expect(pages.get(code)?.rows.map((row) => row.code)).toEqual(expected.slice(0, 3))
    }
    expect(pages.has('GM9999')).toBe(false)
  })

  it('after the last row a page is empty and still knows the total', async () => {
    const within = { parent: 'municipality', level: 'DISTRICT', period: 2024 } as const
    const page = (await store.within(['GM9001'], within, { first: 5, after: 'WKZZZZZZ' })).get('GM9001')
    expect(page?.rows).toEqual([])
    expect(page?.total).toBeGreaterThan(0)
  })

  it('a search finds whole names before beginnings before the rest, within an area and a level', async () => {
    const { rows, total } = await store.search(
      { name: 'DEN', level: 'NEIGHBOURHOOD', within: null },
      { first: 100, after: null },
    )
    const keys = rows.map(({ name }) => searchKey(name))
    expect(keys.every((key) => key.includes('den'))).toBe(true)
    expect(total).toBe(rows.length)
    const ranks = keys.map((key) =>
      key === 'den' ? 0 : key.startsWith('den') ? 1 : key.includes(' den') ? 2 : 3,
    )
    expect(ranks).toEqual([...ranks].sort())
    const inside = await store.search(
      { name: '', level: 'DISTRICT', within: 'GM9002' },
      { first: 100, after: null },
    )
    expect(inside.rows.every(({ municipalityCode }) => municipalityCode === 'GM9002')).toBe(true)
  })

  it('what a search is given is text, never a pattern', async () => {
    const search = (name: string) =>
      store.search({ name, level: null, within: null }, { first: 1, after: null })
    expect((await search('d%n zzz')).total).toBe(0)
    expect((await search("'; drop table area; --")).total).toBe(0)
  })

  it('every area by code is found by an index', async (context) => {
    if (kind !== 'SQLite') context.skip('the plan is read from SQLite')
    const asked: string[] = []
    const spied: Database = {
      ...database,
      all: (sql: string, parameters: readonly unknown[] = []) => (
        asked.push(sql),
        database.all(sql, parameters)
      ),
    }
    await createAreaStore(spied).withParents(['GM9001'])
    await createAreaStore(spied).within(
      ['GM9001'],
      { parent: 'municipality', level: 'DISTRICT', period: null },
      { first: 1, after: null },
    )
    for (const sql of asked) {
      const holes = (sql.match(/\?/g) ?? []).map(() => '[]')
      const plan = await database.all<{ detail: string }>(`explain query plan ${sql}`, holes)
      const scans = plan.filter(({ detail }) => /^SCAN (?!json_each|numbered|\()/.test(detail))
      expect(scans, sql).toEqual([])
      expect(
        plan.some(({ detail }) => detail.includes('USING INDEX') || detail.includes('COVERING INDEX')),
      ).toBe(true)
    }
  })
})
