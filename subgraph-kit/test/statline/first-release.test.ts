/**
 * First releases carry columns of the year before: the year of a table is decided by all signs together, and
 * where these disagree by nobody's guess.
 */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { knownYears } from '../../src/statline/known-tables.ts'
import { openFile } from '../../src/statline/open-file.ts'
import { caseFile, describeWith } from '../requirements.ts'
import { bulkCsv, newFolder, refusalOf, writeTemporary } from './tables.ts'
import { workbook } from './workbook.ts'

const tables: Readonly<Record<number, string>> = {
  2018: '84286NED',
  2019: '84583NED',
  2020: '84799NED',
  2021: '85039NED',
  2022: '85318NED',
  2023: '85618NED',
  2024: '85984NED',
  2025: '86165NED',
}

/** Columns that ended the year before, in the three languages of the CBS. */
const carried: Readonly<Record<number, { key: string; heading: string; short: string }>> = {
  2023: {
    key: 'WestersTotaal_17',
    heading: 'Bevolking/Migratieachtergrond/Westers totaal (aantal)',
    short: 'a_w_all',
  },
  2024: { key: 'PercentageBewoond_39', heading: 'Wonen/Percentage bewoond (%)', short: 'p_bewndw' },
}

const headed = (heading: string, cell: string) =>
  [
    'Wijken en buurten;Regioaanduiding/Codering (code);Bevolking/Aantal inwoners (aantal)',
    `Proefstad;GM8001    ;1200`,
  ]
    .map((line, at) => `${line};${at === 0 ? heading : cell}\n`)
    .join('')

const sheets = (short: string, cell: string | number, sheet = 'Blad1') =>
  workbook({
    [sheet]: [
      ['gwb_code_10', 'regio', 'a_inw', short],
      ['GM8001', 'Proefstad', 1200, cell],
      ['BU80010000', 'Kern', 1200, cell],
    ],
  })

describe.each([2023, 2024])('a first release of %d carries columns of the year before', (year) => {
  const { key, heading, short } = carried[year] ?? { key: '', heading: '', short: '' }
  const bulk = (cell: string) => bulkCsv(['AantalInwoners_5', key], [['GM8001', 1200, cell]])
  const files = (cell: string): readonly (readonly [string, string | Uint8Array])[] => [
    [`${tables[year] ?? ''}_UntypedDataSet_15102024.csv`, bulk(cell)],
    [`kwb-${String(year)}.csv`, bulk(cell)],
    [`Kerncijfers_wijken_en_buurten_${String(year)}_15102024_101010.csv`, headed(heading, cell)],
    [`kwb-${String(year)}.xlsx`, sheets(short, cell)],
  ]

  it.each(files('       .'))('empty ones prove nothing: %s', async (name, content) => {
    const table = await openFile(writeTemporary(name, content))
    expect(table).toMatchObject({ period: year, warnings: [], source: { table: tables[year] } })
  })

  it('filled ones are outvoted by several signs, and a warning says so', async () => {
    const name = `Kerncijfers_wijken_en_buurten_${String(year)}_15102024_101010.csv`
    const table = await openFile(writeTemporary(name, headed(heading, '12')))
    expect(table.period).toBe(year)
    expect(table.warnings).toEqual([
      expect.stringMatching(
        new RegExp(
          `^the year is taken to be ${String(year)} \\(.*\\), though column ".*" was last published for ${String(year - 1)}$`,
        ),
      ),
    ])
    const both = writeTemporary(`kwb_${String(year)}_${tables[year] ?? ''}.csv`, bulk('12'))
    expect((await openFile(both)).period).toBe(year)
    const sheet = writeTemporary(`kwb-${String(year)}.xlsx`, sheets(short, 12, `kwb ${String(year)}`))
    expect((await openFile(sheet)).period).toBe(year)
  })

  it('against one sign they are refused, and the advice names no year that the name contradicts', async () => {
    for (const [name, content] of [
      [`kwb-${String(year)}.csv`, bulk('12')],
      [`${tables[year] ?? ''}.csv`, bulk('12')],
      [`kwb-${String(year)}.xlsx`, sheets(short, 12)],
    ] as const) {
      const { remedy } = await refusalOf(writeTemporary(name, content))
      expect(remedy, name).toBe('Say which year it is with --year.')
    }
  })

  it('--year wins, with a warning that names what contradicts it', async () => {
    const path = writeTemporary('figures-84286NED.csv', bulk('12'))
    const table = await openFile(path, { period: year })
    expect(table.period).toBe(year)
    expect(table.warnings).toEqual([
      `the year is taken to be ${String(year)} (--year), though the table id 84286NED in its name is of 2018`,
      `the year is taken to be ${String(year)} (--year), though column "${key.replace(/_\d+$/, '')}" was last published for ${String(year - 1)}`,
    ])
  })
})

it.each(Object.entries(tables))(
  'every year: columns of all years, none filled, leave the name of %d believed',
  async (year, id) => {
    const keys = [
      'AantalInwoners_5',
      'WestersTotaal_17',
      'OQOverheidOnderwijsEnZorg_99',
      'PercentageBewoond_39',
    ]
    const csv = bulkCsv([...keys, 'NietWoningvoorraad_40'], [['GM8001', 1200, '.', '', '       .', null]])
    for (const name of [`${id}.csv`, `kwb${year}.csv`]) {
      expect((await openFile(writeTemporary(name, csv))).period, name).toBe(Number(year))
    }
    const unnamed = await refusalOf(writeTemporary('figures.csv', csv))
    expect(unnamed.message).toContain(`its columns fit any year. Say which with --year (${knownYears})`)
  },
)

it('a --year that was given for several files refuses the one whose own signs contradict it', async () => {
  const shared = { period: 2019, isPeriodShared: true }
  const csv = bulkCsv(['AantalInwoners_5'], [['GM8001', 1200]])
  const refused = (name: string, content: string | Uint8Array) =>
    refusalOf(writeTemporary(name, content), shared)
  expect((await refused('kwb2020.csv', csv)).message).toBe(
    'kwb2020.csv: --year 2019 was given for several files, and its name says 2020. Import it by itself; nothing was imported.',
  )
  expect((await refused('85318NED.csv', csv)).message).toContain(
    'the table id 85318NED in its name is of 2022',
  )
  expect((await refused('a.xlsx', sheets('g_wozbag', 300, 'kwb-2020'))).message).toContain(
    'its sheet "kwb-2020" says 2020',
  )
  const later = bulkCsv(['AantalInwoners_5', 'NietWoningvoorraad_37'], [['GM8001', 1200, 3]])
  expect((await refused('a.csv', later)).message).toContain('was first published for 2024')
  for (const name of ['kwb2019.csv', 'figures.csv']) {
    expect((await openFile(writeTemporary(name, csv, newFolder()), shared)).warnings).toEqual([])
  }
})

const circulating = caseFile('01-first-release-2024')

describeWith(circulating, 'the first release of 2024 in circulation', () => {
  it.each([
    '85984NED_UntypedDataSet_15102024.csv',
    'Kerncijfers_wijken_en_buurten_2024_15102024_101010.csv',
    'kwb-2024.xlsx',
  ])('%s is of 2024', async (name) => {
    expect(await openFile(join(circulating.path, name))).toMatchObject({
      period: 2024,
      warnings: [],
      source: { table: '85984NED' },
    })
  })
})
