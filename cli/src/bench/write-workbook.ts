/**
 * One sheet as a workbook (XLSX), as it is written: texts shared, as Excel has them, numbers as numbers. Gives the parts of the zip.
 */
import { columnLetters } from '@samenhang/subgraph-kit/statline/column-letters'
import { strToU8, Zip, ZipDeflate } from 'fflate'

export type WorkbookCell = string | number

const office = 'http://schemas.openxmlformats.org'
const rowsPerPart = 200

export function* workbookOf(sheet: string, rows: Iterable<readonly WorkbookCell[]>): Generator<Uint8Array> {
  const packed: Uint8Array[] = []
  const zip = new Zip((error, data) => {
    if (error) throw error
    packed.push(data)
  })
  const texts = new Map<string, number>()
  const addFile = (name: string, text: string) => {
    const file = new ZipDeflate(name)
    zip.add(file)
    file.push(strToU8(text), true)
  }
  addFile('[Content_Types].xml', `<Types xmlns="${office}/package/2006/content-types"/>`)
  addFile(
    'xl/workbook.xml',
    `<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="${sheet}" sheetId="1" r:id="s1"/></sheets></workbook>`,
  )
  addFile(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="s1" Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  )
  const file = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 })
  zip.add(file)
  let part = `<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData>`
  let line = 0
  for (const row of rows) {
    line += 1
    part += rowXml(row, line, texts)
    if (line % rowsPerPart > 0) continue
    file.push(strToU8(part))
    part = ''
    yield* packed.splice(0)
  }
  file.push(strToU8(`${part}</sheetData></worksheet>`), true)
  const shared = [...texts.keys()].map((text) => `<si><t>${text}</t></si>`).join('')
  addFile('xl/sharedStrings.xml', `<sst xmlns="${office}/spreadsheetml/2006/main">${shared}</sst>`)
  zip.end()
  yield* packed
}

function rowXml(row: readonly WorkbookCell[], line: number, texts: Map<string, number>): string {
  const cells = row.map((cell, at) => {
    const reference = `${columnLetters(at)}${line}`
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
    const text = texts.get(cell) ?? texts.size
    texts.set(cell, text)
    return `<c r="${reference}" t="s"><v>${text}</v></c>`
  })
  return `<row r="${line}">${cells.join('')}</row>`
}
