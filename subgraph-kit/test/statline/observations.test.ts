/**
 * OData v4 observations, a row a cell, are read with their codes, in each form in which they come, and
 * refused where a code would have to be guessed.
 */
import { describe, expect, it } from 'vitest'
import { cellWithout } from '../../src/statline/table.ts'
import { openFile } from '../../src/statline/open-file.ts'
import { cellOf, newFolder, refusalOf, rowsOf, writeTemporary } from './tables.ts'
import { zip } from './workbook.ts'

const observed = [
  [1, 'T001036', 'None', 1200, '', 'GM8001'],
  [2, 'M001642', 'None', 300, '', 'GM8001'],
  [3, '1014800_1', 'Confidential', '', '', 'GM8001'],
  [4, 'A01', 'None', 2110, '', 'GM8001'],
  [5, 'G01', 'None', '810', '', 'GM8001'],
  [6, 'P01', 'None', '', '8001', 'BU80010000'],
  [7, 'T001036', 'None', '50,0', '', 'BU80010000'],
] as const
const observations = csv(
  ['Id', 'Measure', 'ValueAttribute', 'Value', 'StringValue', 'WijkenEnBuurten'],
  observed,
)
const measures = csv(
  ['Identifier', 'Index', 'Title', 'Description', 'DataType', 'Unit', 'Decimals', 'MeasureGroupId'],
  [
    ['T001036', 1, 'Aantal inwoners', '"All; in words"', 'Long', 'aantal', 0, 'B'],
    ['M001642', 2, 'Gemiddelde WOZ-waarde van woningen', '', 'Long', 'x 1 000 euro', 0, 'W'],
    ['1014800_1', 3, 'Wmo-cliënten', '', 'Long', 'aantal', 0, ''],
    ['A01', 4, 'Appartement', '', 'Long', 'kWh', 0, 'EW'],
    ['G01', 5, 'Appartement', '', 'Long', 'm³', 0, 'GW'],
    ['P01', 6, 'Meest voorkomende postcode', '', 'String', 'code', 0, 'B'],
    ['C01', 7, 'Codering', '', 'String', 'code', 0, 'B'],
  ],
)
const groups = csv(
  ['Id', 'Title', 'Description', 'ParentId'],
  [
    ['B', 'Bevolking', '', ''],
    ['W', 'Wonen en vastgoed', '', ''],
    ['E', 'Gemiddelde elektriciteitslevering', '', ''],
    ['EW', 'Naar woningtype', '', 'E'],
    ['G', 'Gemiddeld aardgasverbruik', '', ''],
    ['GW', 'Naar woningtype', '', 'G'],
  ],
)
const areas = csv(
  ['Identifier', 'Title'],
  [
    ['GM8001    ', 'Proefstad'],
    ['BU80010000', 'Centrum'],
  ],
)
const download = {
  'Observations.csv': observations,
  'MeasureCodes.csv': measures,
  'MeasureGroups.csv': groups,
  'WijkenEnBuurtenCodes.csv': areas,
}

function csv(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [header, ...rows].map((cells) => `${cells.join(';')}\n`).join('')
}

/** The same list as the API answers it. */
function json(text: string, context = 'CBS/85984NED/$metadata#Observations'): string {
  const [header = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(/;(?! in)/))
  const value = rows.map((cells) =>
    Object.fromEntries(
      header.map((name, at) => {
        const cell = cells[at] ?? ''
        return [name, cell === '' ? null : name === 'Value' ? Number(cell.replace(',', '.')) : cell]
      }),
    ),
  )
  return JSON.stringify({ '@odata.context': `https://example.org/odata/v1/${context}`, value })
}

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = newFolder('observations')
  for (const [name, text] of Object.entries(files)) writeTemporary(name, text, folder)
  return folder
}

async function read(path: string) {
  const table = await openFile(path, { period: 2024 })
  const [city, district] = await rowsOf(table)
  return {
    table,
    codes: [city?.code, district?.code],
    names: [city?.name, district?.name],
    inhabitants: [city, district].map((row) =>
      Number(String(cellOf(table, row, 'AantalInwoners')).replace(',', '.')),
    ),
    woz: cellOf(table, city, 'GemiddeldeWOZWaardeVanWoningen'),
    wmo: cellOf(table, city, 'WmoClienten'),
    energy: [1, 2].map((nth) => Number(cellOf(table, city, 'Appartement', nth))),
    postcode: cellOf(table, district, 'MeestVoorkomendePostcode'),
  }
}

const expected = {
  codes: ['GM8001', 'BU80010000'],
  names: ['Proefstad', 'Centrum'],
  inhabitants: [1_200, 50],
  wmo: cellWithout('CONFIDENTIAL'),
  energy: [2_110, 810],
  postcode: '8001',
}

describe('OData v4 observations are read with their codes', () => {
  it('as CSV in a folder', async () => {
    const found = await read(`${folderOf(download)}/Observations.csv`)
    expect(found).toMatchObject({ ...expected, woz: '300' })
    expect(found.table.rowCount).toBe(2)
  })

  it('under the id of the table, each file', async () => {
    const files = Object.entries(download).map(([name, text]) => [`85984NED_${name}`, text] as const)
    expect(await read(`${folderOf(Object.fromEntries(files))}/85984NED_Observations.csv`)).toMatchObject(
      expected,
    )
  })

  it('as JSON, whose context names the table', async () => {
    const files = Object.entries(download).map(
      ([name, text]) => [name.replace('csv', 'json'), json(text)] as const,
    )
    const path = `${folderOf(Object.fromEntries(files))}/Observations.json`
    expect(await read(path)).toMatchObject({ ...expected, woz: '300' })
    expect((await openFile(path)).period).toBe(2024)
  })

  it('as the zip with all of them, whatever folder they lie in', async () => {
    const path = writeTemporary('85984NED.zip', zip(download))
    expect(await read(path)).toMatchObject(expected)
    expect((await openFile(path)).period).toBe(2024)
    const nested = Object.entries(download).map(([name, text]) => [`85984NED/${name}`, text] as const)
    expect(await read(writeTemporary('download.zip', zip(Object.fromEntries(nested))))).toMatchObject(
      expected,
    )
  })
})

describe('OData v4 observations that cannot be told are refused', () => {
  const messageOf = async (over: Readonly<Record<string, string>>, leftOut: readonly string[] = []) => {
    const files = Object.entries({ ...download, ...over }).filter(([name]) => !leftOut.includes(name))
    const path = `${folderOf(Object.fromEntries(files))}/Observations.csv`
    return (await refusalOf(path, { period: 2024 })).message
  }

  it('without MeasureCodes, saying which files are needed', async () => {
    expect(await messageOf({}, ['MeasureCodes.csv'])).toBe(
      'Observations.csv: it is an OData v4 table of observations, and MeasureCodes, which says what its codes mean, is not beside it. ' +
        'Put MeasureCodes and MeasureGroups of the same table beside it, as CSV or JSON, or import the zip with all of them.',
    )
  })

  it('without MeasureGroups, where two topics have one title', async () => {
    expect(await messageOf({}, ['MeasureGroups.csv'])).toContain(
      'A01 and G01 are both "Appartement", and MeasureGroups, which tells them apart, is not beside it',
    )
  })

  it('and read without MeasureGroups where every title stands once', async () => {
    const files = {
      'Observations.csv': observations.replace(/.*G01.*\n/, ''),
      'MeasureCodes.csv': measures.replace(/.*m³.*\n/, ''),
    }
    const table = await openFile(`${folderOf(files)}/Observations.csv`, { period: 2024 })
    const [city] = await rowsOf(table)
    expect(cellOf(table, city, 'AantalInwoners')).toBe('1200')
    expect(table.columns.find(({ header }) => header.includes('Appartement'))?.name).toBe(
      'Onderwerp/Appartement',
    )
  })

  it('with a code that MeasureCodes does not have, or a figure that stands twice', async () => {
    const unknown = observations.replace('M001642', 'M999999')
    expect(await messageOf({ 'Observations.csv': unknown })).toContain(
      'line 3, column Measure: "M999999" is no code of MeasureCodes',
    )
    const twice = `${observations}8;T001036;None;7;;GM8001\n`
    expect(await messageOf({ 'Observations.csv': twice })).toMatch(
      /line 9: ".*inwoners.*" of GM8001 stands twice/,
    )
  })

  it('with a value where ValueAttribute says that there is none', async () => {
    const both = observations.replace('Confidential;;', 'Confidential;17;')
    expect(await messageOf({ 'Observations.csv': both })).toContain(
      'line 4, column Value: the value "17" stands beside',
    )
  })

  it('of several periods, or of another dimension than areas', async () => {
    const lines = observations.trim().split('\n')
    const periods = lines
      .map((line, at) => `${line};${at === 0 ? 'Perioden' : `202${at % 2}JJ00`}\n`)
      .join('')
    expect(await messageOf({ 'Observations.csv': periods })).toContain(
      'the observations are of several Perioden',
    )
    const ages = observations.replace('WijkenEnBuurten', 'Leeftijd')
    expect(await messageOf({ 'Observations.csv': ages })).toContain(
      'without the column "WijkenEnBuurten" or "RegioS"',
    )
  })

  it('in euro where the key figures are in thousands', async () => {
    const euro = measures.replace('x 1 000 euro', 'euro')
    expect(await messageOf({ 'MeasureCodes.csv': euro })).toContain('is in euro')
  })
})

describe('a zip is read where it holds one table', () => {
  const bulk = 'Codering_3;AantalInwoners_5\nGM8001;1200\n'

  it('zipped bulk CSV, with its metadata beside it', async () => {
    const path = writeTemporary(
      'download.zip',
      zip({ '84583NED_UntypedDataSet.csv': bulk, '84583NED_metadata.csv': 'a' }),
    )
    const table = await openFile(path)
    expect([table.period, table.origin]).toEqual([2019, 'download.zip/84583NED_UntypedDataSet.csv'])
    expect(cellOf(table, (await rowsOf(table))[0], 'AantalInwoners')).toBe('1200')
  })

  it('several tables, none, or a broken zip is refused', async () => {
    const messageOf = async (content: Buffer) => (await refusalOf(writeTemporary('a.zip', content))).message
    expect(await messageOf(zip({ '1.csv': bulk, '2.csv': bulk }))).toContain(
      'several tables: "1.csv", "2.csv"',
    )
    expect(await messageOf(zip({ 'map.shp': 'x' }))).toContain('holds no table; it holds "map.shp"')
    expect(await messageOf(zip({ '1.csv': bulk }).subarray(0, 60))).toContain('the zip is cut off or damaged')
  })
})
