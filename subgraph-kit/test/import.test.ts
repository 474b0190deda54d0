/** An import from cell to answer, on both databases: what is stored, what a null says, and which year is the newest. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { importTable } from '@samenhang/subgraph-kit/import'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import {
  askSubgraph,
  lookupsOf,
  makeTable,
  makeTestData,
  type TestData,
} from '@samenhang/subgraph-kit/testing'
import { cellWithout } from '../src/statline/table.ts'
import { askAreas, openEnergy } from './energy-subgraph.ts'
import { table } from './energy-tables.ts'
import { describeOnDatabases } from './requirements.ts'

describeOnDatabases('an import', (kind) => {
  let data: TestData
  let energy: RunningSubgraph

  beforeEach(async () => {
    data = await makeTestData(kind)
    energy = await openEnergy(data.environment)
  })
  afterEach(async () => {
    await energy.close()
    await data.remove()
  })

  const ask = (fields: string, codes = ['GM0363']) => askAreas(energy, codes, fields)

  it('stores the cell times the scale, and says what was not stored', async () => {
    const report = await importTable([energy], table())
    expect(report).toMatchObject({
      areas: { MUNICIPALITY: 1, NEIGHBOURHOOD: 1 },
      unknownColumns: ['Onbekend_71'],
      domains: [{ name: 'energy', figures: 3, missing: 3, outcome: 'STORED' }],
    })
    const { entities } = await ask('energy { period electricityUse gasUse energyCost }')
    expect(entities).toEqual([
      { energy: { period: 2023, electricityUse: 2_050, gasUse: 900, energyCost: 1_500 } },
    ])
  })

  it('a null says why: not in the cell, or not in the table', async () => {
    await importTable([energy], table())
    const { entities } = await ask('energy(period: 2023) { missing { field reason } }', ['BU03630000'])
    expect(entities).toEqual([
      {
        energy: {
          missing: [
            { field: 'electricityUse', reason: 'NOT_AVAILABLE' },
            { field: 'gasUse', reason: 'NOT_AVAILABLE' },
            { field: 'energyCost', reason: 'NOT_AVAILABLE' },
            { field: 'districtHeatingShare', reason: 'NOT_PUBLISHED' },
          ],
        },
      },
    ])
  })

  it('a null of which the source says why says it too, also where it became a part of a merged row', async () => {
    const headers = ['Huurwoning_53', 'Huurwoning_61']
    const rows = {
      GM0363: [cellWithout('CONFIDENTIAL'), '900'],
      BU03630000: [cellWithout('IMPOSSIBLE'), cellWithout('UNRELIABLE')],
    }
    const report = await importTable([energy], makeTable({ period: 2023, headers, rows }))
    expect(report.domains[0]).toMatchObject({ figures: 1, missing: 3 })
    const cost = makeTable({ period: 2023, headers: ['Kosten_70'], rows: { BU03630000: ['1.5'] } })
    const merged = await importTable([energy], cost)
    expect(merged.domains[0]?.outcome).toBe('MERGED')
    const asked =
      'energy(period: 2023) { missing { field reason } } energySeries { missing { field reason } }'
    const { entities } = await ask(asked, ['GM0363', 'BU03630000'])
    const reasons = (of: Record<string, string>) => {
      const missing = Object.entries(of).map(([field, reason]) => ({ field, reason }))
      return { energy: { missing }, energySeries: [{ missing }] }
    }
    expect(entities).toEqual([
      reasons({
        electricityUse: 'CONFIDENTIAL',
        energyCost: 'NOT_IMPORTED',
        districtHeatingShare: 'NOT_PUBLISHED',
      }),
      reasons({
        electricityUse: 'IMPOSSIBLE',
        gasUse: 'UNRELIABLE',
        districtHeatingShare: 'NOT_PUBLISHED',
      }),
    ])
  })

  it('a null of a column that the file lacks is not published only where the source does not publish it', async () => {
    const partial = makeTable({ period: 2024, headers: ['Kosten_70'], rows: { GM0363: ['1.5'] } })
    expect((await importTable([energy], partial)).domains[0]?.lacking).toEqual([
      'electricityUse',
      'gasUse',
      'districtHeatingShare',
    ])
    await importTable([energy], table())
    const { entities } = await ask(
      'y2024: energy(period: 2024) { missing { field reason } } y2023: energy(period: 2023) { missing { field reason } }',
    )
    const reason = 'NOT_IMPORTED'
    expect(entities).toEqual([
      {
        y2024: {
          missing: [
            { field: 'electricityUse', reason },
            { field: 'gasUse', reason },
            { field: 'districtHeatingShare', reason },
          ],
        },
        y2023: { missing: [{ field: 'districtHeatingShare', reason: 'NOT_PUBLISHED' }] },
      },
    ])
  })

  it('the newest year is the newest that has figures for the area', async () => {
    await importTable([energy], table({ period: 2022 }))
    await importTable([energy], table({ period: 2023, rows: { GM0363: ['.', '.', '.', '.'] } }))
    const { entities } = await ask('energy { period } energySeries(from: 2000) { period }')
    expect(entities).toEqual([
      { energy: { period: 2022 }, energySeries: [{ period: 2022 }, { period: 2023 }] },
    ])
  })

  it('a year that nobody loaded is an error that names the latest; an area without that year is null', async () => {
    await importTable([energy], table())
    const { entities, errors } = await ask('energy(period: 2011) { period }')
    expect(entities).toEqual([{ energy: null }])
    expect(errors[0]).toMatchObject({
      path: ['_entities', 0, 'energy'],
      extensions: { code: 'PERIOD_NOT_PUBLISHED', latest: 2_023 },
    })
    expect(await ask('energy(period: 2023) { period }', ['GM0518'])).toEqual({
      entities: [{ energy: null }],
      errors: [],
    })
  })

  it('the same content twice changes nothing and says so; after another replaced it, it is read again', async () => {
    await importTable([energy], table())
    expect((await importTable([energy], table())).domains[0]?.outcome).toBe('UNCHANGED')
    const revised = table({ rows: { GM0363: ['2', '3', '4', ''] } })
    expect((await importTable([energy], revised)).domains[0]?.outcome).toBe('REPLACED')
    expect((await importTable([energy], table())).domains[0]?.outcome).toBe('REPLACED')
  })

  it('a figure keeps what the publisher calls it: its column, else the whole table', async () => {
    const made = table()
    const columns = made.columns.map((column) =>
      column.name === 'Kosten' ? { ...column, status: 'PROVISIONAL' as const } : column,
    )
    const source = { ...made.source, status: 'REVISED' as const }
    await importTable([energy], { ...made, columns, source })
    const { entities } = await ask('energy { statuses { field status } }', ['GM0363', 'BU03630000'])
    expect(entities).toEqual([
      {
        energy: {
          statuses: [
            { field: 'electricityUse', status: 'REVISED' },
            { field: 'gasUse', status: 'REVISED' },
            { field: 'energyCost', status: 'PROVISIONAL' },
          ],
        },
      },
      { energy: { statuses: [] } },
    ])
  })

  it('a series tells in which year its figures do not compare with those before', async () => {
    const rows = { GM0014: ['1', '2', '3', ''], GM0363: ['1', '2', '.', ''] }
    for (const period of [2018, 2019]) await importTable([energy], table({ period, rows }))
    const { entities } = await ask('energySeries { period breaks { period field note } }', [
      'GM0014',
      'GM0363',
    ])
    const land = {
      period: 2019,
      field: null,
      note: 'Since 2019 with the land of GM0009 (Ten Boer), GM0017 (Haren): not comparable with earlier years.',
    }
    const cost = { period: 2019, field: 'energyCost', note: 'Taxes are in it.' }
    expect(entities).toEqual([
      {
        energySeries: [
          { period: 2018, breaks: [] },
          { period: 2019, breaks: [land, cost] },
        ],
      },
      {
        energySeries: [
          { period: 2018, breaks: [] },
          { period: 2019, breaks: [] },
        ],
      },
    ])
  })

  it('a year leaves the rows of other years unread', async (context) => {
    if (kind !== 'SQLite') context.skip('PostgreSQL chooses by statistics; the statements are the same')
    await importTable([energy], table({ period: 2022 }))
    const older = await energy.database.all('select * from energy_profile')
    const lookups = await lookupsOf(energy.database, () => importTable([energy], table({ period: 2023 })))
    const figures = lookups.filter((line) => / (p|energy_profile)\b/.test(line))
    expect(figures.length).toBeGreaterThan(0)
    expect(
      figures.filter((line) => !/\((code=\? AND period=\?|source_id=\?|period=\?)\)/.test(line)),
    ).toEqual([])
    expect(await energy.database.all('select * from energy_profile where period = 2022')).toEqual(older)
    const { entities } = await ask('energySeries(from: 2000) { period }')
    expect(entities).toEqual([{ energySeries: [{ period: 2022 }, { period: 2023 }] }])
  })

  it('GM0998 is no place', async () => {
    const abroad = table({ rows: { GM0998: ['1', '1', '1', '1'] } })
    expect((await importTable([energy], abroad)).leftOut).toBe(1)
  })

  it('a seed says that it is synthetic, and a second seed replaces only the first', async () => {
    await importTable([energy], table())
    const country = {
      source: {
        table: 'SYNTHETIC',
        title: 'Invented',
        publisher: 'Test',
        licence: 'CC0',
        retrievedAt: '2020',
        status: null,
      },
    }
    await energy.seed(country as never)
    await energy.seed(country as never)
    const answer = await askSubgraph(energy, {
      query: '{ datasets { energy { period areas source { table synthetic } } } }',
    })
    expect(answer.data).toEqual({
      datasets: {
        energy: [
          { period: 2024, areas: 1, source: { table: 'SYNTHETIC', synthetic: true } },
          { period: 2023, areas: 1, source: { table: 'SYNTHETIC', synthetic: true } },
          { period: 2023, areas: 2, source: { table: 'TEST', synthetic: false } },
        ],
      },
    })
  })

  it('a thousand areas cost two statements, as one does', async () => {
    const codes = Array.from({ length: 1_000 }, (_, index) => `GM${String(index).padStart(4, '0')}`).filter(
      (code) => !/099[89]/.test(code),
    )
    await importTable(
      [energy],
      table({ rows: Object.fromEntries(codes.map((code) => [code, ['1', '2', '3', '']])) }),
    )
    const before = energy.database.statements
    const { entities } = await ask('energy { electricityUse source { table } missing { field } }', codes)
    expect(entities).toHaveLength(codes.length)
    expect(energy.database.statements - before).toBe(2)
  })
})
