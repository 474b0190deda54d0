/** Rows as JSON objects, one a line or in an array: the names of the columns are the keys, in their order. */
import type { Column } from './columns.ts'
import type { TableWriter } from './writer.ts'
import type { Row } from './rows.ts'

export function jsonLines(columns: readonly Column[]): TableWriter {
  const write = lineWriter(columns)
  return {
    begin: () => '',
    rows: (batch) => batch.map((row) => `${write(row)}\n`).join(''),
    end: () => '',
  }
}

export function jsonArray(columns: readonly Column[]): TableWriter {
  const write = lineWriter(columns)
  let isFirst = true
  return {
    begin: () => '[',
    rows(batch) {
      if (batch.length === 0) return ''
      const lead = isFirst ? '\n' : ',\n'
      isFirst = false
      return lead + batch.map(write).join(',\n')
    },
    end: () => '\n]\n',
  }
}

/** By hand, because a name that is a number would go before the others in an object. */
function lineWriter(columns: readonly Column[]): (row: Row) => string {
  const keys = columns.map(({ name }) => `${JSON.stringify(name)}:`)
  return (row) => `{${keys.map((key, index) => key + JSON.stringify(row[index])).join(',')}}`
}
