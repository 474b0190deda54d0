/** The files that the CBS published, each as it came: year, source, areas, and check values cell by cell. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openFile } from '../../src/statline/open-file.ts'
import { describeWith } from '../requirements.ts'
import * as shared from './shared-data.ts'
import { bulkCsv, cellOf, numberOf, rowsOf, writeTemporary } from './tables.ts'

describeWith(shared.amsterdam2019, 'the bulk CSV of Amsterdam 2019', () => {
  it('reads as published: source, year, areas and the check values of GM0363', async () => {
    const table = await openFile(shared.amsterdam2019.path)
    const rows = await rowsOf(table)
    const city = rows[0]
    expect(table).toMatchObject({
      period: 2019,
      rowCount: 579,
      origin: 'marginal_distributions_84583NED.csv',
    })
    expect(table.source).toMatchObject({
      table: '84583NED',
      title: 'Kerncijfers wijken en buurten 2019',
      publisher: 'Statistics Netherlands (CBS)',
      licence: 'CC BY 4.0',
      status: null,
    })
    expect(table.digest).toBe(
      createHash('sha256').update(readFileSync(shared.amsterdam2019.path)).digest('hex'),
    )
    expect(
      ['GM', 'WK', 'BU'].map((level) => rows.filter(({ code }) => code.startsWith(level)).length),
    ).toEqual([1, 99, 479])
    expect(city).toMatchObject({ line: 2, code: 'GM0363', name: 'Amsterdam', municipalityName: 'Amsterdam' })
    expect(rows[1]).toMatchObject({ line: 3, code: 'WK036300', name: null, municipalityName: 'Amsterdam' })
    expect(cellOf(table, city, 'AantalInwoners')).toBe('  862965')
    const check: Readonly<Record<string, number>> = {
      AantalInwoners: 862965,
      Koopwoningen: 30,
      InBezitWoningcorporatie: 41,
      GemiddeldeWoningwaarde: 378,
      OpleidingsniveauLaag: 160570,
      OpleidingsniveauMiddelbaar: 204590,
      OpleidingsniveauHoog: 337200,
      Nettoarbeidsparticipatie: 69,
      PersonenPerSoortUitkeringBijstand: 40340,
      PersonenPerSoortUitkeringWW: 12950,
      PercentageJongerenMetJeugdzorg: 10.2,
      WmoClienten: 70295,
      WmoClientenRelatief: 81,
    }
    for (const [name, value] of Object.entries(check)) expect(numberOf(table, city, name), name).toBe(value)
  })

  it('leaves cells that are missing as they are: 8,508 times "."', async () => {
    const table = await openFile(shared.amsterdam2019.path)
    const rows = await rowsOf(table)
    const missing = rows.flatMap(({ cells }) => cells.filter((cell) => String(cell).trim() === '.'))
    expect(missing).toHaveLength(8508)
    expect(missing).toContain('       .')
  })

  it('tells electricity from gas where they share a name', async () => {
    const table = await openFile(shared.amsterdam2019.path)
    const [city] = await rowsOf(table)
    expect(numberOf(table, city, 'Appartement', 1)).toBe(1920)
    expect(numberOf(table, city, 'Appartement', 2)).toBe(760)
    expect(table.columns.map(({ name }) => name)).not.toContain('Codering')
    expect(table.columns).toHaveLength(113)
  })
})

describeWith(shared.theHague2020, 'the bulk CSV of The Hague 2020, whose name lies', () => {
  it('reads with --year 2020', async () => {
    const table = await openFile(shared.theHague2020.path, { period: 2020 })
    const rows = await rowsOf(table)
    expect(table.period).toBe(2020)
    expect(table.source.table).toBe('84799NED')
    expect(rows).toHaveLength(159)
    expect(rows[0]).toMatchObject({ code: 'GM0518', name: "'s-Gravenhage" })
    expect(cellOf(table, rows[0], 'AantalInwoners')).toBe('545838')
    const empty = table.columns.filter(({ index }) =>
      rows.every(({ cells }) => /^[\s.]*$/.test(String(cells[index]))),
    )
    expect(empty).toHaveLength(48)
  })
})

describeWith(shared.utrecht2023, 'the workbook of Utrecht 2023', () => {
  it('reads with the year of its sheet and the check values of GM0344', async () => {
    const table = await openFile(shared.utrecht2023.path)
    const rows = await rowsOf(table)
    const city = rows[0]
    expect(table).toMatchObject({ period: 2023, rowCount: 122 })
    expect(table.source.table).toBe('85618NED')
    expect(
      ['GM', 'WK', 'BU'].map((level) => rows.filter(({ code }) => code.startsWith(level)).length),
    ).toEqual([1, 10, 111])
    expect(city).toMatchObject({ line: 2, code: 'GM0344', name: 'Utrecht', municipalityName: 'Utrecht' })
    expect(rows[1]).toMatchObject({ code: 'WK034401', name: 'Wijk 01 West' })
    expect(cellOf(table, city, 'a_inw')).toBe(367947)
    expect(cellOf(table, city, 'a_nl_all')).toBe('222298')
    expect(cellOf(table, city, 'g_ele')).toBe('.')
    const check: Readonly<Record<string, number>> = {
      g_wozbag: 458,
      p_koopw: 44,
      p_wcorpw: 31,
      a_soz_wb: 10410,
      a_soz_ww: 2990,
      a_eur_al: 38274,
      a_neu_al: 107375,
    }
    for (const [name, value] of Object.entries(check)) expect(numberOf(table, city, name), name).toBe(value)
    const empty = table.columns.filter(({ index }) => rows.every(({ cells }) => cells[index] === '.'))
    expect(empty).toHaveLength(45)
    expect(table.columns).toHaveLength(115)
  })
})

describeWith(shared.netherlands2024, 'the StatLine CSV of the Netherlands 2024', () => {
  it('reads 18,310 areas with their names, and the sums of the check', async () => {
    const table = await openFile(shared.netherlands2024.path)
    const rows = await rowsOf(table)
    const sumOf = (level: string) =>
      rows
        .filter(({ code }) => code.startsWith(level))
        .reduce((sum, row) => sum + numberOf(table, row, 'AantalInwoners'), 0)
    expect(table).toMatchObject({ period: 2024, rowCount: 18310 })
    expect(table.source.table).toBe('85984NED')
    expect(
      ['NL', 'GM', 'WK', 'BU'].map((level) => rows.filter(({ code }) => code.startsWith(level)).length),
    ).toEqual([1, 342, 3393, 14574])
    expect(['NL', 'GM', 'WK', 'BU'].map(sumOf)).toEqual([17942942, 17942942, 17942715, 17942915])
    expect(rows[0]).toMatchObject({ code: 'NL00', name: 'Nederland', municipalityName: null })
    expect(rows[2]).toMatchObject({
      code: 'WK168000',
      name: 'Wijk 00 Annen',
      municipalityName: 'Aa en Hunze',
    })
    const amsterdam = rows.find(({ code }) => code === 'GM0363')
    expect(numberOf(table, amsterdam, 'AantalInwoners')).toBe(931298)
    expect(rows.some(({ name }) => name === 'LumiÞrepark')).toBe(true)
    expect(table.columns.map(({ name }) => name).slice(0, 3)).toEqual([
      'IndelingswijzigingGemeenteWijkBuurt',
      'AantalInwoners',
      'Mannen',
    ])
  })
})

describeWith(
  [shared.rotterdam2022, shared.rotterdam2023],
  'the OData answers of one neighbourhood in Rotterdam',
  () => {
    it('read with the year their names and columns agree on', async () => {
      for (const [path, year, inhabitants] of [
        [shared.rotterdam2022.path, 2022, 18050],
        [shared.rotterdam2023.path, 2023, 19400],
      ] as const) {
        const table = await openFile(path)
        const rows = await rowsOf(table)
        expect(table.period).toBe(year)
        expect(rows).toHaveLength(1)
        expect(rows[0]).toMatchObject({
          line: 1,
          code: 'BU05990110',
          name: null,
          municipalityName: 'Rotterdam',
        })
        expect(cellOf(table, rows[0], 'AantalInwoners')).toBe(inhabitants)
        expect(cellOf(table, rows[0], 'TweeOnderEenKapWoning')).toBeNull()
      }
    })

    it('tell origin from birthplace where they share a name', async () => {
      const table = await openFile(shared.rotterdam2023.path)
      const [area] = await rowsOf(table)
      expect([1, 2].map((nth) => cellOf(table, area, 'Nederland', nth))).toEqual([8130, 8130])
      expect([1, 2, 3].map((nth) => cellOf(table, area, 'BuitenEuropa', nth))).toEqual([7800, 2865, 4930])
    })
  },
)

describe('a table', () => {
  it('may be written with commas, with the country as NL01 and with names beside the codes', async () => {
    const csv =
      'WijkenEnBuurten,Codering_3,AantalInwoners_5\nNederland,NL01      ,5\nAnnen,BU16800000,"3,5"\n'
    const table = await openFile(writeTemporary('84583NED.csv', csv))
    const rows = await rowsOf(table)
    expect(rows[0]).toMatchObject({
      code: 'NL00',
      name: 'Nederland',
      cells: ['Nederland', 'NL01      ', '5'],
    })
    expect(rows[1]).toMatchObject({ code: 'BU16800000', name: 'Annen' })
    expect(cellOf(table, rows[1], 'AantalInwoners')).toBe('3,5')
  })

  it('may end with a line that names its publisher', async () => {
    const csv = `${bulkCsv(['AantalInwoners_5'], [['GM0363', 1]])}"Bron: CBS"\n`
    const table = await openFile(writeTemporary('84583NED.csv', csv))
    expect(table.rowCount).toBe(1)
    expect(await rowsOf(table)).toHaveLength(1)
  })

  it('was retrieved when the caller says, else when StatLine put it in the name, else when the file was written', async () => {
    const csv = bulkCsv(['AantalInwoners_5'], [['GM0363', 1]])
    const named = writeTemporary('84583NED_11122025_141648.csv', csv)
    const plain = writeTemporary('84583NED.csv', csv)
    expect((await openFile(named)).source.retrievedAt).toBe('2025-12-11T13:16:48.000Z')
    const said = await openFile(named, { retrievedAt: '2026-01-02T03:04:05+01:00' })
    expect(said.source.retrievedAt).toBe('2026-01-02T02:04:05.000Z')
    expect((await openFile(plain)).source.retrievedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
  })
})
