/**
 * The small parts of a workbook (XLSX) that its sheets lean on: their names and files, the texts that cells share, and which styles show
 * a number as a date.
 */
import { posix } from 'node:path'
import { readWholeXml } from './xml-events.ts'

/** The files of a workbook by name. */
export interface Parts {
  /** Streams a file; undefined where there is none of this name. */
  readonly open: (name: string) => AsyncIterable<Buffer> | undefined
}

export interface NamedSheet {
  readonly name: string
  /** `xl/worksheets/sheet1.xml` */
  readonly file: string
}

/** What cells refer to by number. */
export interface SharedCells {
  readonly texts: readonly string[]
  /** The styles that show dates. */
  readonly dates: ReadonlySet<number>
}

/** The sheets in the order of their tabs; none where it is no workbook. */
export async function readSheetNames(parts: Parts): Promise<readonly NamedSheet[]> {
  const book = parts.open('xl/workbook.xml')
  const relations = parts.open('xl/_rels/workbook.xml.rels')
  if (!book || !relations) return []
  const files = new Map<string, string>()
  await readWholeXml(relations, {
    open(name, attributes) {
      const { Id: id, Target: target, Type: type } = name === 'Relationship' ? attributes() : {}
      if (id && target && type?.endsWith('/worksheet')) files.set(id, posix.resolve('/xl', target).slice(1))
    },
    close: ignore,
    text: ignore,
  })
  const sheets: NamedSheet[] = []
  await readWholeXml(book, {
    open(name, attributes) {
      if (name !== 'sheet') return
      const sheetAttributes = attributes()
      const id = Object.entries(sheetAttributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1]
      const file = files.get(id ?? '')
      if (file) sheets.push({ name: sheetAttributes['name'] ?? '', file })
    },
    close: ignore,
    text: ignore,
  })
  return sheets
}

export async function readSharedCells(parts: Parts): Promise<SharedCells> {
  return { texts: await readTexts(parts), dates: await readDateStyles(parts) }
}

/** A text may stand in runs of one style each; how it is pronounced (`rPh`) is no part of it. */
async function readTexts(parts: Parts): Promise<readonly string[]> {
  const file = parts.open('xl/sharedStrings.xml')
  const texts: string[] = []
  if (!file) return texts
  let current = ''
  let isText = false
  let spoken = 0
  await readWholeXml(file, {
    open(name) {
      if (name === 'si') current = ''
      else if (name === 't') isText = spoken === 0
      else if (name === 'rPh') spoken += 1
    },
    close(name) {
      if (name === 'si') texts.push(current)
      else if (name === 't') isText = false
      else if (name === 'rPh') spoken -= 1
    },
    text(text) {
      if (isText) current += text
    },
  })
  return texts
}

/** The numbers of the formats for dates and times that every workbook has without naming them. */
const builtInDates: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
]

async function readDateStyles(parts: Parts): Promise<ReadonlySet<number>> {
  const dates = new Set<number>()
  const file = parts.open('xl/styles.xml')
  if (!file) return dates
  const formats = new Map<string, string>()
  let isCellStyle = false
  let style = 0
  await readWholeXml(file, {
    open(name, attributes) {
      if (name === 'numFmt') {
        const { numFmtId = '', formatCode = '' } = attributes()
        formats.set(numFmtId, formatCode)
      } else if (name === 'cellXfs') isCellStyle = true
      else if (name === 'xf' && isCellStyle) {
        const { numFmtId = '0' } = attributes()
        if (isDate(numFmtId, formats.get(numFmtId))) dates.add(style)
        style += 1
      }
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false
    },
    text: ignore,
  })
  return dates
}

function isDate(id: string, code: string | undefined): boolean {
  if (code === undefined) return builtInDates.some(([from, to]) => Number(id) >= from && Number(id) <= to)
  return /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '')) && !/general/i.test(code)
}

const ignore = (): void => undefined
