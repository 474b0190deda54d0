import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { openFile } from '../../src/statline/open-file.ts'
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
    expect(table).toMatchObject({ period: 2023, rowCount: 2 })
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
