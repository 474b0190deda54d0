/** What is no table of figures is refused in one line that says what it is and what to do. */
import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeWith } from '../requirements.ts'
import * as shared from './shared-data.ts'
import { bulkCsv, newFolder, refusalOf, writeTemporary } from './tables.ts'

const good = bulkCsv(
  ['AantalInwoners_5'],
  [
    ['GM0363', 862965],
    ['WK036300', 4295],
  ],
)

async function messageOf(name: string, content: string | Uint8Array, period?: number): Promise<string> {
  const { message } = await refusalOf(writeTemporary(name, content), { period })
  expect(message).not.toContain('\n')
  return message
}

describe('a file that is no file to read is refused', () => {
  it('a directory', async () => {
    expect((await refusalOf(newFolder('folder'))).message).toMatch(/^folder-\w+: it is a directory\. /)
  })

  it('a missing file', async () => {
    const { message } = await refusalOf(join(newFolder(), 'kwb.csv'))
    expect(message).toBe('kwb.csv: there is no such file. Check the name and the folder.')
  })

  it.skipIf(process.getuid?.() === 0)('a file without read permission (skipped as root)', async () => {
    const path = writeTemporary('kwb.csv', good)
    chmodSync(path, 0)
    expect((await refusalOf(path)).message).toContain('no permission')
  })

  it('an empty file, and one of blanks', async () => {
    expect(await messageOf('kwb.csv', '')).toMatch(/^kwb\.csv: the file is empty\. /)
    expect(await messageOf('kwb.csv', '\r\n \r\n')).toMatch(/nothing but blanks/)
  })
})

describe('a file that is something else is refused with what it is', () => {
  it('a web page instead of CSV', async () => {
    const message = await messageOf('84583NED.csv', '\ufeff\n<!DOCTYPE html><html><body>Sorry</body></html>')
    expect(message).toBe(
      '84583NED.csv: it is a web page (HTML), not a table. Download the file itself, not the page it is on.',
    )
  })

  it('XML, PDF, gzip and an old document of another program', async () => {
    expect(await messageOf('a', '<?xml version="1.0"?><feed/>')).toContain('it is XML')
    expect(await messageOf('a', '%PDF-1.7')).toContain('it is a PDF')
    expect(await messageOf('a', Uint8Array.of(0x1f, 0x8b, 8))).toContain('gzip')
    expect(await messageOf('a', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toContain(
      'no sheet has a column of area codes',
    )
  })

  it('JSON that is no OData answer, is cut off, or is one page of several', async () => {
    expect(await messageOf('a.json', '[1]')).toContain('a record is no object')
    expect(await messageOf('a.json', '{"a":1}')).toContain('no OData answer')
    expect(await messageOf('a.json', '{"value":[{"WijkenEnBu')).toContain('no whole JSON')
    expect(await messageOf('a.json', '{"value":[],"odata.nextLink":"x"}')).toContain('one page of several')
    expect(await messageOf('a.json', '{"type":"FeatureCollection","features":[]}')).toContain('GeoJSON')
  })

  it('JSON whose records differ in columns, or hold what is no cell', async () => {
    const records = (...list: object[]) => JSON.stringify({ value: list })
    const first = { Codering_3: 'GM0363', AantalInwoners_5: 1 }
    expect(await messageOf('84583NED.json', records(first, { Codering_3: 'GM0364' }))).toContain(
      'line 2, column AantalInwoners_5: the record lacks a column',
    )
    expect(
      await messageOf('84583NED.json', records(first, { ...first, Codering_3: 'GM0364', Extra_6: 1 })),
    ).toContain('line 2, column Extra_6: the record has a column the first has not')
    expect(await messageOf('84583NED.json', records({ ...first, AantalInwoners_5: true }))).toContain(
      'line 1, column AantalInwoners_5: a boolean stands where a number or text belongs',
    )
  })

  it('CSV that is no table of the CBS', async () => {
    expect(await messageOf('a.csv', 'name,age\nAn,3\n')).toContain(
      'the 2 cells of its first row are not the columns',
    )
  })

  it('a table of the CBS that nobody declares, with those that are declared', async () => {
    const distances = bulkCsv(['AfstandTotTandarts_5'], [['GM0363', 0.5]])
    expect(await messageOf('85231NED.csv', distances, 2019)).toMatch(
      /unknown table 85231NED: .*KWB \(82339NED, .*PROXIMITY \(84334NED/,
    )
    expect(await messageOf('dentists.csv', distances, 2019)).toContain(
      'unknown table: nothing tells of which declared source it is (KWB, PROXIMITY). Say its table with --table',
    )
  })
})

describe('a table that is not whole is refused with the place', () => {
  it('a truncated row, and one with a field too many', async () => {
    expect(await messageOf('84583NED.csv', good.slice(0, good.lastIndexOf(';')))).toBe(
      '84583NED.csv, line 3: the row has 5 fields where the header has 6. It was cut off or edited by hand: download it again.',
    )
    expect(await messageOf('84583NED.csv', good.replace('862965"', '862965";"7"'))).toContain(
      'line 2: the row has 7 fields where the header has 6',
    )
  })

  it('a file cut inside a quoted field, and a stray quote', async () => {
    expect(await messageOf('84583NED.csv', good.slice(0, -3))).toContain(
      'line 3: a quoted field does not end',
    )
    expect(await messageOf('84583NED.csv', good.replace('"862965"', '8"62'))).toContain(
      'line 2: a quote stands',
    )
  })

  it.each([
    ['123456782,An,Jansen,1980-01-01\n111222333,Bo,Pietersen,1981-01-01\n'],
    ['"An Jansen";123456782\n"Bo Pietersen";111222333\n'],
    ['bsn,An Jansen,geheim\n123456782,a,b\n'],
  ])('a file of persons without its header: no cell of it is shown (%#)', async (text) => {
    const message = await messageOf('persons.csv', text)
    expect(message).toContain('are not the columns of any')
    expect(message).not.toMatch(/Jansen|Pietersen|geheim|\d{9}|19\d\d/)
  })

  it('a header without rows', async () => {
    expect(await messageOf('84583NED.csv', `${good.split('\n')[0]}\n`)).toContain('a header but no rows')
    expect(await messageOf('84583NED.json', '{"value":[]}')).toContain('the answer has no records')
  })

  it('no code column, naming it in the words of the file', async () => {
    expect(await messageOf('84583NED.csv', 'ID;AantalInwoners_5\n1;2\n')).toContain(
      '"Codering_3 (or WijkenEnBuurten)" is missing',
    )
    expect(await messageOf('kwb-2023.csv', 'gm_naam,a_inw\nUtrecht,2\n')).toContain(
      '"gwb_code_10" is missing',
    )
    expect(
      await messageOf('a.csv', 'Wijken en buurten;Bevolking/Aantal inwoners (aantal)\nAnnen;2\n'),
    ).toContain('"Regioaanduiding/Codering (code)" is missing')
  })

  it('a column that stands twice', async () => {
    expect(await messageOf('84583NED.csv', 'Codering_3;Mannen_6;Mannen_6\nGM0363;1;2\n')).toContain(
      'line 1, column Mannen_6: the column stands twice',
    )
  })

  it('a code of the wrong shape, with eaten zeros, missing, or two different ones', async () => {
    const withCode = (code: string) => good.replaceAll('WK036300', code)
    expect(await messageOf('84583NED.csv', withCode('36300'))).toBe(
      '84583NED.csv, line 3, column Codering_3: "36300" is no area code. Codes look like NL00, GM0363, WK036300, BU03630000.',
    )
    expect(await messageOf('84583NED.csv', withCode('WK36300'))).toContain('"WK36300" is no area code')
    expect(await messageOf('84583NED.csv', withCode(' '))).toContain(
      'line 3, column Codering_3: the row has no area code',
    )
    expect(await messageOf('84583NED.csv', good.replace('WK036300', 'WK036301'))).toContain(
      'the row has two codes, WK036300 and WK036301',
    )
  })

  it('an area that stands twice, with both lines', async () => {
    expect(await messageOf('84583NED.csv', good.replaceAll('WK036300', 'GM0363'))).toContain(
      'line 3, column Codering_3: area GM0363 stands twice, first on line 2',
    )
  })
})

const published = [
  shared.origin2024,
  shared.transposed2025,
  shared.boundaries2024,
  shared.metadata2024,
  shared.amsterdam2019,
  shared.utrecht2023,
]

describeWith(published, 'real files that cannot be imported', () => {
  it('the StatLine download without codes: the missing column is named', async () => {
    const { message, origin } = await refusalOf(shared.origin2024.path)
    expect(origin).toBe('Kerncijfers_wijken_en_buurten_2024_11122025_141648.csv')
    expect(message).toContain('it has no code column: "Regioaanduiding/Codering (code)" is missing')
  })

  it('the StatLine view with topics as rows: told apart, with what to download', async () => {
    const { message } = await refusalOf(shared.transposed2025.path)
    expect(message).toContain('topics as rows and areas as columns')
    expect(message).toContain('put "Wijken en buurten" in the rows')
  })

  it('boundaries, and metadata without figures', async () => {
    expect((await refusalOf(shared.boundaries2024.path)).message).toContain('GeoJSON')
    expect((await refusalOf(join(shared.metadata2024.path, 'TableInfos.json'))).message).toContain(
      'no table of the CBS',
    )
  })

  it('any file cut off at any point but the end of a row', async () => {
    const whole = readFileSync(shared.amsterdam2019.path)
    for (const at of [300, 4000, 9999, 123_456, 500_001, whole.length - 2]) {
      expect((await refusalOf(writeTemporary('84583NED.csv', whole.subarray(0, at)))).message).toMatch(
        /field|no rows|code column|cells of its first row/,
      )
    }
  })

  it('a workbook that is cut off', async () => {
    const whole = readFileSync(shared.utrecht2023.path)
    const path = writeTemporary('kwb-2023.xlsx', whole.subarray(0, whole.length - 100))
    expect((await refusalOf(path)).message).toContain('the workbook is cut off or damaged')
  })
})
