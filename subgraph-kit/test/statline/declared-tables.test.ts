/**
 * Tables that a slice declares, in every form in which publishers give them: recognised by what the file says and never guessed, with the years,
 * dimensions, limits and codes that the declaration names; what does not fit it is refused, with what to do.
 */
import { describe, expect, it } from 'vitest'
import { openFile, type OpenFileOptions } from '../../src/statline/open-file.ts'
import { ImportRefused, type PublishedTable } from '../../src/statline/table.ts'
import { sources } from './declared-slice.ts'
import { newFolder, rowsOf, writeTemporary } from './tables.ts'

const retrieved = '2023-04-25T00:00:00Z'

const open = (
  name: string,
  content: string | Uint8Array,
  options: OpenFileOptions = {},
  folder = newFolder(),
) => openFile(writeTemporary(name, content, folder), { sources, retrievedAt: retrieved, ...options })

async function messageOf(name: string, content: string | Uint8Array, options: OpenFileOptions = {}) {
  try {
    await rowsOf(await open(name, content, options))
  } catch (error) {
    if (error instanceof ImportRefused) return error.message
    throw error
  }
  throw new Error('it was read')
}

/** What the table holds under a name, by year and code. */
async function figuresOf(
  table: PublishedTable,
  name: string,
  cellsOf: 'figure' | 'lower' | 'upper' = 'figure',
) {
  const column = table.columns.find(
    (one) => [one.name, ...(one.otherNames ?? [])].includes(name) && (one.cellsOf ?? 'figure') === cellsOf,
  )
  const rows = await rowsOf(table)
  return Object.fromEntries(
    rows.map(({ period, code, cells }) => [
      `${String(period)} ${code}`,
      String(cells[column?.index ?? -1] ?? '').trim(),
    ]),
  )
}

const keys =
  'ID;Leeftijd;Marges;WijkenEnBuurten;Perioden;Gemeentenaam_1;SoortRegio_2;Codering_3;Goed_4;Beter_5'
const row = (id: number, age: string, margin: string, code: string, year: string, good: string) =>
  `${id};${age};${margin};${code.padEnd(10)};${year};Proefstad;Gemeente;${code.padEnd(20)};${good};`
const limited = [
  keys,
  row(1, '20300', 'MW00000', 'NL01', '2020JJ00', '    78.4'),
  row(2, '20300', 'MOG0095', 'NL01', '2020JJ00', '    77.9'),
  row(3, '20300', 'MBG0095', 'NL01', '2020JJ00', '    78.8'),
  row(4, '53115', 'MW00000', 'NL01', '2020JJ00', '    11.1'),
  row(5, '20300', 'MW00000', 'GM0344', '2022JJ00', '    80.8'),
  '',
].join('\n')

describe('a table with years, dimensions and limits in its rows', () => {
  it('gives the declared value of each dimension, for every year, with the limits beside; NL01 is the country', async () => {
    const table = await open('a.csv', limited, { table: '70001NED' })
    expect(await figuresOf(table, 'Goed')).toEqual({ '2020 NL00': '78.4', '2022 GM0344': '80.8' })
    expect(await figuresOf(table, 'Goed', 'lower')).toEqual({ '2020 NL00': '77.9', '2022 GM0344': '' })
    expect(await figuresOf(table, 'Goed', 'upper')).toEqual({ '2020 NL00': '78.8', '2022 GM0344': '' })
    expect(table.notes?.()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/rows of other Leeftijd than the declared one are left out/),
      ]),
    )
  })

  it('says what it is, by its declaration', async () => {
    const table = await open('a.csv', limited, { table: '70002ned' })
    expect(table.statistics).toBe('SCORES')
    expect(table.ofYear?.(2022).source).toMatchObject({
      table: '70002NED',
      title: 'Scores 2022',
      publisher: 'A publisher',
      licence: 'CC0 1.0',
      kind: 'MODELLED_ESTIMATE',
      boundaryYear: 2025,
    })
  })

  it('of one year where --year says so', async () => {
    const table = await open('a.csv', limited, { table: '70001NED', period: 2022 })
    expect(await figuresOf(table, 'Goed')).toEqual({ '2022 GM0344': '80.8' })
    expect(await messageOf('a.csv', limited, { table: '70001NED', period: 2019 })).toContain(
      'it has no row of 2019',
    )
  })

  it('in a column of another name, with codes of another name, separated by commas, row numbers before', async () => {
    const text =
      '1,wk_code,wk_naam,jaar,goed_score\n3,WK036201,Randwijck,2014,-1.2e-05\n5,WK036201,Randwijck,2018,0.5\n'
    const table = await open('a.csv', text, { table: '70001NED' })
    expect(await figuresOf(table, 'goed_score')).toEqual({
      '2014 WK036201': '-1.2e-05',
      '2018 WK036201': '0.5',
    })
    expect((await rowsOf(await open('a.csv', text)))[0]?.name).toBe('Randwijck')
  })

  it('a year that the publisher marks as provisional is provisional', async () => {
    const text = 'jaar;wk_code;goed_score\n2022;WK036201;1\n2023*;WK036201;2\n'
    const table = await open('a.csv', text, { table: '70001NED' })
    await rowsOf(table)
    expect(table.ofYear?.(2022).source.status).toBeNull()
    expect(table.ofYear?.(2023).source.status).toBe('PROVISIONAL')
  })

  it('refuses quarters, an area twice in a year, a row without a code, and what is no code', async () => {
    const options = { table: '70001NED' }
    const of = (year: string, code = 'WK036201') =>
      `jaar;wk_code;goed_score\n2022;WK036202;1\n${year};${code};2\n`
    expect(await messageOf('a.csv', of('2022KW01'), options)).toContain(
      'line 3, column jaar: "2022KW01" is no whole year',
    )
    expect(await messageOf('a.csv', of('2022', 'WK036202'), options)).toContain(
      'area WK036202 of 2022 stands twice, first on line 2',
    )
    expect(await messageOf('a.csv', of('2022', ''), options)).toContain('the row has no area code')
    expect(await messageOf('a.csv', of('2022', 'wijk 7'), options)).toContain('"wijk 7" is no area code')
  })

  it('refuses rows of several values of a dimension that is not declared', async () => {
    const text = limited
      .replace('ID;', 'Geslacht;')
      .replace('\n1;', '\nT001038;')
      .replaceAll(/\n\d;/g, '\n3000;')
    expect(await messageOf('a.csv', text, { table: '70001NED' })).toContain(
      'column Geslacht: the rows are of several Geslacht (T001038, 3000), and no value of it is declared',
    )
  })

  it('refuses limits that stand twice', async () => {
    const text = `${limited}${row(6, '20300', 'MOG0095', 'NL01', '2020JJ00', '1')}\n`
    expect(await messageOf('a.csv', text, { table: '70001NED' })).toContain(
      'the lower limits of 2020 NL00 stand twice',
    )
  })
})

describe('which table a file is', () => {
  it('is told by its columns where only one table has them, and not guessed where several are possible', async () => {
    // Retrieved in 2023, so it is not the table with boundaries of 2025.
    expect((await open('a.csv', limited)).source.table).toBe('70001NED')
    expect(await messageOf('a.csv', limited, { retrievedAt: '2026-01-01' })).toContain(
      'nothing tells which table of SCORES it is: 70001NED, 70002NED. Say which with --table.',
    )
  })

  it('is told by the year, of a source with a table a year', async () => {
    const near =
      '"Wijken en buurten";"Regioaanduiding/Codering (code)";"Winkels/Afstand tot winkel (km)"\n"Utrecht";"GM0344";0,6\n'
    expect((await open('near_2018.csv', near)).source.table).toBe('70011NED')
    expect((await open('near.csv', near, { period: 2019 })).source.table).toBe('70012NED')
    expect(await messageOf('near.csv', near)).toContain('nothing says which year it describes')
    expect(await messageOf('near.csv', near, { period: 2021 })).toContain(
      'no table of 2021 is declared for NEAR (70011NED, 70012NED)',
    )
    expect(await messageOf('near_2018.csv', near, { table: '70012NED' })).toContain('disagree about the year')
  })

  it('that nobody declares is refused with the list of those that are declared', async () => {
    const message = await messageOf('a.csv', limited, { table: '12345NED' })
    expect(message).toMatch(/unknown table 12345NED: .*KWB \(82339NED, .*SCORES \(70001NED, 70002NED\)/)
    expect(message).not.toContain('AantalInwoners')
    expect(await messageOf('12345NED.csv', limited)).toContain('unknown table 12345NED')
  })

  it('is refused where its name and its columns contradict each other, and where it has no column of the table that is said', async () => {
    expect(await messageOf('84583NED.csv', limited)).toContain(
      'its name says 84583NED, and its columns are those of SCORES. Say which table it is with --table.',
    )
    const other = 'wk_code;jaar;iets\nWK036201;2020;1\n'
    expect(await messageOf('a.csv', other, { table: '70001NED' })).toContain('it has no column of SCORES')
  })
})

describe('a file of items', () => {
  const items = 'NUMMER;KLEUR;GEMEENTENUMMER;STRAAT\n1;rood;34;Caf\xe9straat\n2;blauw;34;a\n3;rood;363;b\n'

  it('is counted by municipality, in Windows-1252, with the zeros of the numbers put back, and that is said', async () => {
    const table = await open('02. all-points.csv', Buffer.from(items, 'latin1'), { period: 2017 })
    expect(await figuresOf(table, '*')).toEqual({ '2017 GM0034': '2', '2017 GM0363': '1' })
    expect(await figuresOf(table, 'KLEUR=rood')).toEqual({ '2017 GM0034': '1', '2017 GM0363': '1' })
    expect(table.notes?.()).toContain(
      '2 numbers of municipalities had lost their zeros: 34 is read as GM0034',
    )
  })

  it('is refused where an item stands twice, a column is missing, or nothing says of which year it is', async () => {
    const options = { period: 2017 }
    expect(await messageOf('all points.csv', `${items}3;rood;34;c\n`, options)).toContain(
      'line 5, column NUMMER: item 3 stands twice, first on line 4',
    )
    expect(await messageOf('all points.csv', items.replace('KLEUR', 'TINT'), options)).toContain(
      'it has no column "KLEUR", by which items of POINTS are counted',
    )
    expect(await messageOf('all points.csv', items)).toContain('nothing says which year it describes')
    expect(await messageOf('all points.csv', items.replace(';363;', ';99999;'), options)).toContain(
      '"99999" is no area code',
    )
  })
})

describe('topics that stand under several groups', () => {
  const codes = 'WijkenEnBuurten;Codering_3'
  const bulk = `${codes};Binnen1Km_6;Binnen1Km_9;AfstandTotWinkel_5\nGM0344;GM0344;1.5;2.5;0.5\n`
  const topic = (Key: string, Title: string, ParentID: number) => ({ Key, Title, ParentID, Type: 'Topic' })
  const group = (ID: number, Title: string, ParentID: number | null) => ({ ID, Key: '', Title, ParentID })
  const properties = [
    group(1, 'Winkels', null),
    group(2, 'Aantal winkels', 1),
    group(3, 'Horeca', null),
    group(4, 'Aantal cafés', 3),
    topic('Binnen1Km_6', 'Binnen 1 km', 2),
    topic('Binnen1Km_9', 'Binnen 1 km', 4),
    topic('AfstandTotWinkel_5', 'Afstand tot winkel', 1),
  ]

  it('are told apart by headings', async () => {
    const text =
      '"Regioaanduiding/Codering (code)";"Winkels/Aantal winkels/Binnen 1  km (aantal)";"Horeca/Aantal cafés/Binnen 1 km (aantal)"\r\nGM0344    ;"       1.5";"       2.5"\r\n'
    const table = await open('a.csv', text, { period: 2019 })
    expect(await figuresOf(table, 'Horeca/Aantal cafés/Binnen 1 km')).toEqual({ '2019 GM0344': '2.5' })
  })

  it('are told apart by metadata beside the file, and without it the file is refused', async () => {
    expect(await messageOf('70012NED.csv', bulk)).toContain(
      'column Binnen1Km_6: several topics of NEAR have this key, and nothing tells which of them it is',
    )
    const folder = newFolder()
    writeTemporary(
      'TableInfos.json',
      JSON.stringify([{ Identifier: '70012NED', Title: 'Near 2019', Period: '2019' }]),
      folder,
    )
    writeTemporary('DataProperties.json', JSON.stringify(properties), folder)
    const table = await open('bulk.csv', bulk, {}, folder)
    expect(await figuresOf(table, 'Winkels/Aantal winkels/Binnen 1 km')).toEqual({ '2019 GM0344': '1.5' })
    expect(await figuresOf(table, 'Horeca/Aantal cafés/Binnen 1 km')).toEqual({ '2019 GM0344': '2.5' })
  })
})
