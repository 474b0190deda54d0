/**
 * Places from tables: which areas are made, what each year reads, and how a municipality leads to those
 * before and after it.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { importTable } from '@samenhang/subgraph-kit/import'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import {
  askSubgraph,
  lookupsOf,
  makeTable,
  makeTestData,
  type TestData,
  silent,
} from '@samenhang/subgraph-kit/testing'
import { subgraph } from '../src/index.ts'

describeOnDatabases('importing places', (kind) => {
  let data: TestData
  let registry: RunningSubgraph

  beforeEach(async () => {
    data = await makeTestData(kind)
    registry = await subgraph.open({ environment: data.environment, logger: silent })
  })
  afterEach(async () => {
    await registry.close()
    await data.remove()
  })

  const ask = async (query: string) => (await askSubgraph(registry, { query })).data
  const table = (period: number, names: Record<string, string> = {}) =>
    makeTable({ period, headers: ['AantalInwoners_5'], rows: { BU05990110: ['18050'] }, names })

  it('parents that the table lacks are made from the codes and marked', async () => {
    const report = await importTable([registry], table(2022))
    expect(report.derivedAreas).toBe(3)
    expect(
      await ask(
        '{ neighbourhood(code: "BU05990110") { name derived district { code name derived } municipality { code derived } country { code name } } }',
      ),
    ).toEqual({
      neighbourhood: {
        name: 'BU05990110',
        derived: false,
        district: { code: 'WK059901', name: 'WK059901', derived: true },
        municipality: { code: 'GM0599', derived: true },
        country: { code: 'NL00', name: 'Nederland' },
      },
    })
  })

  it('a municipality tells what went before it and what came after, and leads there where that was imported', async () => {
    const headers = ['AantalInwoners_5', 'IndelingswijzigingWijkenEnBuurten_4']
    const of = (period: number, rows: Record<string, [string, string]>) =>
      importTable([registry], makeTable({ period, headers, rows }))
    await of(2018, { GM0005: ['10', '1'], GM0014: ['20', '1'] })
    await of(2019, { GM1966: ['10', '3'], GM0014: ['30', '3'], BU00140000: ['5', '3'], GM0363: ['9', '2'] })
    const successor = 'code name period whole area { code }'
    expect(
      await ask(`{
        bedum: municipality(code: "GM0005") { successors { ${successor} } predecessors { code } }
        groningen: municipality(code: "GM0014") { predecessors { ${successor} } breaks { period note } }
        amsterdam: municipality(code: "GM0363") { successors { code } breaks { period } }
        neighbourhood(code: "BU00140000") { predecessors { code } breaks { period note } }
      }`),
    ).toEqual({
      bedum: {
        successors: [
          { code: 'GM1966', name: 'Het Hogeland', period: 2019, whole: true, area: { code: 'GM1966' } },
        ],
        predecessors: [],
      },
      groningen: {
        predecessors: [
          { code: 'GM0009', name: 'Ten Boer', period: 2019, whole: true, area: null },
          { code: 'GM0017', name: 'Haren', period: 2019, whole: true, area: null },
        ],
        breaks: [
          {
            period: 2019,
            note: 'Since 2019 with the land of GM0009 (Ten Boer), GM0017 (Haren): not comparable with earlier years.',
          },
        ],
      },
      amsterdam: { successors: [], breaks: [{ period: 2023 }] },
      neighbourhood: {
        predecessors: [],
        breaks: [
          {
            period: 2019,
            note: 'The CBS drew the boundary anew in 2019: not comparable with earlier years.',
          },
        ],
      },
    })
  })

  it("a year reads no row of another year but the one that was an area's newest", async (context) => {
    if (kind !== 'SQLite') context.skip('PostgreSQL chooses by statistics; the statements are the same')
    await importTable([registry], table(2022))
    const lookups = await lookupsOf(registry.database, () => importTable([registry], table(2023)))
    const figures = lookups.filter((line) =>
      /\b(p|population_profile|surroundings_profile)\b(?!.*municipality_province)/.test(line),
    )
    expect(figures.length).toBeGreaterThan(0)
    expect(
      figures.filter((line) => !/\((code=\? AND period=\?|source_id=\?|period=\?)\)/.test(line)),
    ).toEqual([])
    const newest = await registry.database.all(
      'select period, latest from area where code = ? order by period',
      ['BU05990110'],
    )
    expect(newest).toEqual([
      { period: 2022, latest: 0 },
      { period: 2023, latest: 1 },
    ])
    await importTable([registry], table(2021))
    expect(await ask('{ neighbourhood(code: "BU05990110") { periods population { period } } }')).toEqual({
      neighbourhood: { periods: [2021, 2022, 2023], population: { period: 2023 } },
    })
  })

  it('a table that has the parent takes its place; names follow the year', async () => {
    await importTable([registry], table(2022, { BU05990110: 'Stadsdriehoek' }))
    await importTable([registry], table(2023, { BU05990110: 'Stadsdriehoek en omgeving' }))
    await importTable(
      [registry],
      makeTable({
        period: 2022,
        headers: ['AantalInwoners_5'],
        rows: { GM0599: ['651157'] },
        names: { GM0599: 'Rotterdam' },
      }),
    )
    expect(
      await ask(
        '{ neighbourhood(code: "BU05990110") { name periods population(period: 2022) { inhabitants } } municipality(code: "GM0599") { periods } }',
      ),
    ).toEqual({
      neighbourhood: {
        name: 'Stadsdriehoek en omgeving',
        periods: [2022, 2023],
        population: { inhabitants: 18_050 },
      },
      municipality: { periods: [2022, 2023] },
    })
    expect(
      await ask('{ municipality(code: "GM0599") { neighbourhoods(period: 2022) { nodes { code } } } }'),
    ).toEqual({
      municipality: { neighbourhoods: { nodes: [{ code: 'BU05990110' }] } },
    })
  })

  describe('names', () => {
    const named = (period: number, retrievedAt: string, name: string | null) =>
      makeTable({
        period,
        headers: ['AantalInwoners_5'],
        rows: { BU80010000: ['820'], GM8001: ['820'] },
        names: name === null ? {} : { BU80010000: name, GM8001: `Gemeente ${name}` },
        retrievedAt,
      })
    const nameNow = async () =>
      (await ask('{ area(code: "BU80010000") { name } searchAreas(name: "kade") { nodes { code } } }')) as {
        area: { name: string }
        searchAreas: { nodes: unknown[] }
      }
    const files = [
      named(2023, '2024-02-01T00:00:00.000Z', 'Oudekade'),
      named(2024, '2025-02-01T00:00:00.000Z', 'Molenkade'),
      named(2024, '2025-06-01T00:00:00.000Z', 'Nieuwe kade'),
      named(2024, '2025-09-01T00:00:00.000Z', null),
      named(2025, '2026-02-01T00:00:00.000Z', null),
    ]

    it.each([
      [0, 1, 2, 3, 4],
      [4, 3, 2, 1, 0],
      [2, 4, 0, 3, 1],
      [3, 0, 4, 1, 2],
    ])(
      'are of the newest year and release that has one, in whatever order the files come',
      async (...order) => {
        for (const index of order) {
          const file = files[index]
          if (file) await importTable([registry], file)
        }
        const { area, searchAreas } = await nameNow()
        expect(area.name).toBe('Nieuwe kade')
        expect(searchAreas.nodes).toEqual([{ code: 'GM8001' }, { code: 'BU80010000' }])
        expect(
          await ask(
            '{ municipality(code: "GM8001") { name neighbourhoods(period: 2023) { nodes { name } } } }',
          ),
        ).toEqual({
          municipality: {
            name: 'Gemeente Nieuwe kade',
            neighbourhoods: { nodes: [{ name: 'Nieuwe kade' }] },
          },
        })
      },
    )

    it('a municipality that had none is called as its neighbourhoods say', async () => {
      await importTable([registry], named(2024, '2025-02-01T00:00:00.000Z', null))
      const rows = makeTable({ period: 2024, headers: ['AantalInwoners_5'], rows: { BU80010000: ['820'] } })
      const within: typeof rows = {
        ...rows,
        async *rows() {
          for await (const row of rows.rows()) yield { ...row, municipalityName: 'Proefstad' }
        },
      }
      await importTable([registry], within)
      expect(await ask('{ municipality(code: "GM8001") { name derived } }')).toEqual({
        municipality: { name: 'Proefstad', derived: false },
      })
    })

    it('survive the migration of a database that kept them with the areas', async () => {
      await importTable([registry], named(2023, '2024-02-01T00:00:00.000Z', 'Oudekade'))
      const { knex } = registry.database
      await knex.schema.dropTable('area_name')
      await knex('migration').where('name', '0004-area-names').delete()
      await knex('area').insert({
        code: 'BU80010000',
        period: 2024,
        search_name: 'bu80010000',
        level: 'NEIGHBOURHOOD',
        municipality_code: 'GM8001',
        derived: 0,
        synthetic: 0,
        latest: 0,
      })
      await registry.close()
      registry = await subgraph.open({ environment: data.environment, logger: silent })
      await importTable([registry], named(2024, '2025-09-01T00:00:00.000Z', null))
      expect((await nameNow()).area.name).toBe('Oudekade')
    })
  })
})
