/**
 * CSV in whatever dialect it was saved: delimiters, line ends, quotes, empty rows. What was cut off is
 * refused.
 */
import { describe, expect, it } from 'vitest'
import { openFile } from '../../src/statline/open-file.ts'
import { numberOf, rowsOf, writeTemporary } from './tables.ts'

const header = ['WijkenEnBuurten', 'Gemeentenaam_1', 'Codering_3', 'AantalInwoners_5', 'Mannen_6']
const rows = [
  ['GM8001', '"Proefstad, stad; dorp|gehucht"', 'GM8001', '1200', '600'],
  ['WK800100', '"Proef\nstad"', 'WK800100', '700', '350'],
]

function csv({ delimiter = ';', end = '\n', first = '', last = '' } = {}): string {
  const lines = [header, ...rows].map((cells) => cells.join(delimiter))
  return `${first}${lines.map((line) => `${line}${end}`).join('')}${last}`
}

async function inhabitantsIn(text: string, name = '84583NED.csv') {
  const table = await openFile(writeTemporary(name, text))
  const found = await rowsOf(table)
  expect(table.rowCount).toBe(found.length)
  return found.map((row) => [row.line, row.code, numberOf(table, row, 'AantalInwoners')])
}

describe('CSV is read in any dialect', () => {
  const expected = [
    [2, 'GM8001', 1_200],
    [4, 'WK800100', 700],
  ]

  it.each([';', ',', '\t', '|'])('with %j between the fields', async (delimiter) => {
    expect(await inhabitantsIn(csv({ delimiter }))).toEqual(expected)
  })

  it.each(['\r\n', '\n'])('with lines that end in %j', async (end) => {
    expect(await inhabitantsIn(csv({ end }))).toEqual(expected)
  })

  it('with lines that end in a carriage return alone', async () => {
    const text = csv({ end: '\r' }).replace('\n', ' ')
    expect((await inhabitantsIn(text)).map(([, ...cells]) => cells)).toEqual(
      expected.map(([, ...cells]) => cells),
    )
  })

  it.each([
    ['sep=;\r\n', ';'],
    ['sep=,\n', ','],
    ['"sep=\t"\n', '\t'],
    ['SEP=|\r\n', '|'],
  ])('with a first line %j, which counts as a line', async (first, delimiter) => {
    expect(await inhabitantsIn(csv({ first, delimiter }))).toEqual([
      [3, 'GM8001', 1_200],
      [5, 'WK800100', 700],
    ])
    expect(await inhabitantsIn(`\ufeff${csv({ first, delimiter })}`)).toHaveLength(2)
  })

  it.each([
    ';;;;\n;;;;\n',
    '"";"";"";"";""\r\n',
    ' ; ; ; ; \n',
    '\n\n',
    ';;;;',
    'Bron: CBS\n',
    '"Bron: CBS";;;;\n',
  ])('with %j after the last row', async (last) => {
    expect(await inhabitantsIn(csv({ last }))).toEqual(expected)
  })
})

describe('JSON is read as an answer, as a list of records, and as a record a line', () => {
  const record = (code: string, inhabitants: number) => ({ Codering_3: code, AantalInwoners_5: inhabitants })
  const records = [record('GM8001', 1_200), record('WK800100', 700)]

  it.each([
    ['an answer', JSON.stringify({ value: records })],
    ['a list', JSON.stringify(records, null, 2)],
    ['lines', records.map((one) => `${JSON.stringify(one)}\n`).join('')],
  ])('%s', async (_, text) => {
    expect(await inhabitantsIn(text, '84583NED.json')).toEqual([
      [1, 'GM8001', 1_200],
      [2, 'WK800100', 700],
    ])
  })
})

describe('key figures of 2013 to 2017 are read, under the codes of those years', () => {
  it.each([
    [2013, '82339NED'],
    [2014, '82931NED'],
    [2015, '83220NED'],
    [2016, '83487NED'],
    [2017, '83765NED'],
  ])('%i, table %s', async (year, id) => {
    const old = 'gwb_code_10;regio;gm_naam;recs;a_inw;g_woz\nGM8001;Proefstad;Proefstad;Gemeente;1200;195\n'
    const ofYear = await openFile(writeTemporary(`kwb-${year}.csv`, old))
    expect(ofYear).toMatchObject({ period: year, source: { table: id } })
    expect(numberOf(ofYear, (await rowsOf(ofYear))[0], 'g_woz')).toBe(195)
    const keys = 'Codering_3;AantalInwoners_5;GemiddeldeWoningwaarde_35\nGM8001;1200;195\n'
    expect((await openFile(writeTemporary(`${id}.csv`, keys))).period).toBe(year)
  })
})
