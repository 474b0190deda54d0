/**
 * Workbooks, old and new: numbers, marks and empty cells as they are; cells that are no figures are refused
 * with their place.
 */
import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { openFile } from '../../src/statline/open-file.ts'
import { readWorkbook } from '../../src/statline/read-workbook.ts'
import { unzip } from '../../src/statline/unzip.ts'
import { refusalOf, rowsOf, writeTemporary } from './tables.ts'
import { workbook, zip } from './workbook.ts'

const header = ['gwb_code_10', 'regio', 'a_inw', 'a_nl_all']
const utrecht = ['GM0344', 'Utrecht', 367947, '222298']

const messageOf = async (name: string, bytes: Buffer, period?: number) =>
  (await refusalOf(writeTemporary(name, bytes), { period })).message

describe('a workbook', () => {
  it('gives numbers, numbers as text, marks and empty cells as they are', async () => {
    const bytes = workbook({
      Toelichting: [['x']],
      KWB2023: [header, utrecht, ['WK034401', 'West', '.', null], []],
    })
    const table = await openFile(writeTemporary('export.xlsx', bytes))
    expect(table).toMatchObject({ period: 2023, rowCount: null })
    expect((await rowsOf(table)).map(({ cells }) => cells)).toEqual([
      utrecht,
      ['WK034401', 'West', '.', null],
    ])
  })

  it('with one sheet a year gives the one that is asked for', async () => {
    const bytes = workbook({ KWB2023: [header, utrecht], KWB2024: [header, ['GM0363', 'Amsterdam', 1, 2]] })
    const path = writeTemporary('export.xlsx', bytes)
    expect((await rowsOf(await openFile(path, { period: 2024 })))[0]?.code).toBe('GM0363')
    expect((await refusalOf(path)).message).toBe(
      'export.xlsx: several sheets hold a table: "KWB2023", "KWB2024". Say which year with --year, or keep one of them.',
    )
  })

  it('without a sheet that has area codes is refused with the sheets it has', async () => {
    expect(await messageOf('kwb-2023.xlsx', workbook({ Inhoud: [['a']], Tabel: [[null, 'regio']] }))).toBe(
      'kwb-2023.xlsx: no sheet has a column of area codes (gwb_code_10) in row 1; its sheets are "Inhoud", "Tabel". Import the workbook as the CBS publishes it.',
    )
  })

  it('with a date, a yes-or-no or an error for a figure is refused with the place', async () => {
    const withCell = (xml: string) =>
      workbook({ KWB2023: [header, utrecht, ['WK034401', 'West', { xml }, 3]] })
    expect(await messageOf('a.xlsx', withCell('t="b"><v>1</v>'))).toContain(
      'line 3, column a_inw: a boolean stands where a number or text belongs',
    )
    expect(await messageOf('a.xlsx', withCell('t="d"><v>2023-01-01</v>'))).toContain(
      'line 3, column a_inw: a date',
    )
    expect(await messageOf('a.xlsx', withCell('t="e"><v>#N/A</v>'))).toContain('cell C3 holds the error #N/A')
  })

  it('streams rows however its maker writes them: with prefixes, runs of text, shared texts, no places', async () => {
    const office = 'http://schemas.openxmlformats.org'
    const bytes = zip({
      'xl/workbook.xml': `<x:workbook xmlns:x="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><x:sheets><x:sheet name="KWB2023" sheetId="1" r:id="a"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="a" Type="${office}/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/one.xml"/></Relationships>`,
      'xl/sharedStrings.xml':
        '<sst><si><t>gwb_code_10</t></si><si><r><t>re</t></r><r><t>gio</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si><si><t>&apos;s-Hertogenbosch &amp; Oss</t></si></sst>',
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="#,##0&quot; days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
      'xl/worksheets/one.xml':
        '<x:worksheet><x:dimension ref="A1:C9"/><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c><x:c t="str"><x:f>A1</x:f><x:v>a_inw</x:v></x:c></x:row><x:row r="5"><x:c r="C5" s="1"><x:v>1.5E3</x:v></x:c></x:row><x:row r="9"><x:c r="A9" t="inlineStr"><x:is><x:t>GM0796</x:t></x:is></x:c><x:c t="s"><x:v>2</x:v></x:c><x:c><x:v>160000</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    })
    const grid = await readWorkbook('a.xlsx', bytes, undefined)
    const records: unknown[] = []
    for await (const record of grid.records()) records.push(record)
    expect(grid).toMatchObject({ header: ['gwb_code_10', 'regio', 'a_inw'], rowCount: 8 })
    expect(records).toEqual([
      { line: 5, cells: [null, null, 1500] },
      { line: 9, cells: ['GM0796', "'s-Hertogenbosch & Oss", 160000] },
    ])
  })

  it('with a number shown as a date is refused with the place', async () => {
    const made = workbook({ KWB2023: [header, ['GM0344', 'Utrecht', { xml: 's="1"><v>45000</v>' }, 3]] })
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    const files = Object.fromEntries([...unzip(made, 1e6)].map(({ name, bytes }) => [name, bytes.toString()]))
    expect(await messageOf('a.xlsx', zip({ ...files, 'xl/styles.xml': styles }))).toContain(
      'line 2, column a_inw: a date stands where a number or text belongs',
    )
  })

  it('whose content is not what its directory says is refused, though it can be unpacked', async () => {
    const made = workbook({ KWB2023: [header, utrecht] })
    const changed = Buffer.from(made.toString('latin1').replace('367947', '367940'), 'latin1')
    expect(await messageOf('a.xlsx', changed)).toContain('the workbook is cut off or damaged')
  })

  it('that is another zip, is damaged, or unpacks without end is refused', async () => {
    expect(await messageOf('a.xlsx', zip({ 'word/document.xml': '<w/>' }))).toContain(
      'no workbook that can be read',
    )
    const whole = workbook({ KWB2023: [header, utrecht] })
    expect(await messageOf('a.xlsx', whole.subarray(0, -30))).toContain('cut off or damaged')
    expect(await messageOf('a.xlsx', Buffer.from('PK\x03\x04'))).toContain('cut off or damaged')
  })
})

/** An old workbook (XLS) with these sheets. */
function oldWorkbook(sheets: Readonly<Record<string, unknown[][]>>): Buffer {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name)
  }
  return write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer
}

describe('an old workbook (XLS)', () => {
  it('gives the same as a new one', async () => {
    const rows = [header, ['GM1900', 'Súdwest-Fryslân', 90000, '1,5'], ['WK190000', 'Sneek', '.', null], []]
    const path = writeTemporary('kwb-2023.xls', oldWorkbook({ Toelichting: [['x']], KWB2023: rows }))
    const table = await openFile(path)
    expect(table).toMatchObject({ period: 2023, rowCount: 2 })
    expect((await rowsOf(table)).map(({ cells }) => cells)).toEqual(rows.slice(1, 3))
  })

  it('with an error or a date for a figure, or cut off, is refused', async () => {
    const withCell = (cell: unknown) => oldWorkbook({ KWB2023: [header, ['GM0344', 'Utrecht', cell, 1]] })
    expect(await messageOf('a.xls', withCell({ t: 'e', v: 42 }))).toContain('cell C2 holds the error #N/A')
    expect(await messageOf('a.xls', withCell(new Date('2023-05-01')))).toContain('column a_inw: a date')
    expect(await messageOf('a.xls', withCell(1).subarray(0, 700))).toContain('no workbook that can be read')
  })
})
