/**
 * CSV (RFC 4180) and tab-separated values: UTF-8 without a byte order mark, a header, CRLF, a point in numbers, nothing where there is no value. An empty
 * text is `""`; so is a row of nothing but one cell without a value, because most programs take an empty line for no row.
 */
import type { Column } from './columns.ts'
import type { Cell, Row } from './rows.ts'
import type { TableWriter } from './writer.ts'

export function separated(columns: readonly Column[], delimiter: string): TableWriter {
  const needsQuotes = delimiter === '\t' ? /^$|["\t\r\n]/ : /^$|[",\r\n]/
  const quoted = (text: string): string => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  // The names of an enumeration need no quotes.
  const isPlain = columns.map(({ kind, isStatusOf }) => kind !== 'text' || isStatusOf !== undefined)
  const ofNothing = columns.length === 1 ? '""' : ''
  const line = (row: Row): string => {
    let text = ''
    for (let index = 0; index < row.length; index += 1) {
      if (index > 0) text += delimiter
      const cell: Cell = row[index] ?? null
      if (cell === null) text += ofNothing
      else text += isPlain[index] ? String(cell) : quoted(String(cell))
    }
    return `${text}\r\n`
  }
  return {
    begin: () => `${columns.map(({ name }) => quoted(name)).join(delimiter)}\r\n`,
    rows(batch) {
      let text = ''
      for (const row of batch) text += line(row)
      return text
    },
    end: () => '',
  }
}
