/** CSV (RFC 4180) and tab-separated values: UTF-8 without a byte order mark, a header, CRLF, a point in numbers, nothing where there is no value. */
import { stringify } from 'csv-stringify/sync'
import type { Column } from './columns.ts'
import type { TableWriter } from './writer.ts'

export function separated(columns: readonly Column[], delimiter: string): TableWriter {
  const write = (rows: readonly (readonly unknown[])[]): string =>
    stringify(rows as unknown[][], {
      delimiter,
      record_delimiter: 'windows',
      cast: { boolean: String },
      // An empty text is `""`, and no value is nothing.
      quoted_match: /^$/,
    })
  return {
    begin: () => write([columns.map(({ name }) => name)]),
    rows: write,
    end: () => '',
  }
}
