/** Parquet, written as it is read, a group of rows at a time. What columns mean is in its key-value metadata. */
import { ByteWriter, ParquetWriter, type ColumnSource } from 'hyparquet-writer'
import type { Column } from './columns.ts'
import { metadataOf, type Dictionary } from './dictionary.ts'
import { parquetTypes } from './parquet-types.ts'
import type { Row } from './rows.ts'
import type { TableWriter } from './writer.ts'

/** Rows of one group: so many that a column compresses, so few that encoding them holds up nobody for long. */
const groupRows = 10_000

export function parquetFile(columns: readonly Column[], dictionary: Dictionary): TableWriter {
  const bytes = new ByteWriter()
  const { table, fields } = metadataOf(dictionary)
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, kind }) => ({
        name,
        repetition_type: 'OPTIONAL' as const,
        ...parquetTypes[kind],
      })),
    ],
    createdBy: 'samenhang',
    kvMetadata: [
      ...table.map(([key, value]) => ({ key, value })),
      ...[...fields].map(([name, entries]) => ({
        key: `column:${name}`,
        value: JSON.stringify(Object.fromEntries(entries)),
      })),
    ],
  })
  let waiting: Row[] = []
  const take = (): Uint8Array => {
    const taken = bytes.getBytes().slice()
    bytes.index = 0
    return taken
  }
  const writeGroup = (): void => {
    if (waiting.length === 0) return
    const rows = waiting
    waiting = []
    const written = writer.write({ columnData: columns.map(sourceOf(rows)), rowGroupSize: groupRows })
    if (written instanceof Promise) throw new Error('Parquet is written at once')
  }
  return {
    begin: take,
    rows(batch) {
      waiting.push(...batch)
      if (waiting.length >= groupRows) writeGroup()
      return take()
    },
    end() {
      writeGroup()
      void writer.finish()
      return take()
    },
  }
}

/** A status has few values, which pack to almost nothing without compression. */
function sourceOf(rows: readonly Row[]) {
  return ({ name, isStatusOf }: Column, index: number): ColumnSource => ({
    name,
    data: rows.map((row) => row[index] ?? null),
    ...(isStatusOf !== undefined && { encoding: 'RLE_DICTIONARY', codec: 'UNCOMPRESSED' }),
  })
}
