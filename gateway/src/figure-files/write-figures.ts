/**
 * Figures as Parquet: a group of rows for each indicator and year, sorted by indicator, year and code, so that a reader with a filter takes the groups that it
 * needs. Files of several domains and years are joined without being read: their groups are copied.
 */
import { setImmediate as turn } from 'node:timers/promises'
import type { ColumnChunk, FileMetaData, RowGroup } from 'hyparquet'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { figureColumnNames, figureSchema, type FigureColumnName } from './figure-columns.ts'
import { indicatorOf, leastIn } from './group-statistics.ts'
import type { FigureColumn, FigureRow, FigureSource } from './read-figures.ts'

/** Rows of one group: one indicator of every area of the country in one year. */
const groupRows = 20_000

export type KeyValues = readonly (readonly [string, string])[]

/** The parts of a file of these columns, which are sorted by indicator and year. */
export async function* figuresAsParquet(
  columns: readonly FigureColumn[],
  metadata: KeyValues,
): AsyncGenerator<Uint8Array> {
  const { writer, take } = openWriter(metadata)
  for (const column of columns) {
    writeColumn(writer, column)
    yield take()
    await turn()
  }
  void writer.finish()
  yield take()
}

function writeColumn(writer: ParquetWriter, { indicator, period, rows }: FigureColumn): void {
  const cells: Readonly<Record<FigureColumnName, (row: FigureRow) => string | number | boolean | undefined>> =
    {
      code: ({ area }) => area.code,
      name: ({ area }) => area.name,
      level: ({ area }) => area.level,
      period: () => period,
      indicator: () => indicator.id,
      value: ({ value }) => value ?? undefined,
      status: ({ status }) => status,
      unit: () => indicator.unit,
      source: ({ source }) => textIn(source, 'table'),
      publisher: ({ source }) => textIn(source, 'publisher'),
      synthetic: ({ source }) => source['synthetic'] === true,
    }
  const written = writer.write({
    columnData: figureColumnNames.map((name) => ({ name, data: rows.map(cells[name]) })),
    rowGroupSize: groupRows,
  })
  if (written instanceof Promise) throw new Error('Parquet is written at once')
}

function textIn(source: FigureSource, name: string): string | undefined {
  const text = source[name]
  return typeof text === 'string' ? text : undefined
}

/** A file of figures that can be read. */
export interface ReadableFigures {
  readonly metadata: FileMetaData
  readonly read: (from: number, to: number) => AsyncGenerator<Uint8Array>
}

/** The parts of a file that has the rows of all these. */
export async function* joinedFigures(
  files: readonly ReadableFigures[],
  metadata: KeyValues,
): AsyncGenerator<Uint8Array> {
  const { writer, bytes, take } = openWriter(metadata)
  yield take()
  const groups = files.flatMap(({ metadata: { row_groups: own }, read }) =>
    own.map((group) => ({ group, read, key: keyOf(group) })),
  )
  groups.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
  for (const { group, read } of groups) {
    const { from, to } = placeOf(group)
    const shift = BigInt(bytes.offset - from)
    for await (const part of read(from, to - 1)) {
      bytes.appendBytes(part)
      yield take()
    }
    writer.row_groups.push(shifted(group, shift))
    writer.num_rows += group.num_rows
  }
  void writer.finish()
  yield take()
}

function openWriter(metadata: KeyValues) {
  const bytes = new ByteWriter()
  const writer = new ParquetWriter({
    writer: bytes,
    schema: figureSchema,
    createdBy: 'samenhang',
    // Whole, so that readers and `keyOf` tell long names apart.
    statisticsTruncateLength: Infinity,
    kvMetadata: metadata.map(([key, value]) => ({ key, value })),
  })
  const take = (): Uint8Array => {
    const taken = bytes.getBytes().slice()
    bytes.index = 0
    return taken
  }
  return { writer, bytes, take }
}

/** By which groups are in order. */
function keyOf(group: RowGroup): string {
  return [indicatorOf(group), leastIn(group, 'period'), leastIn(group, 'code')].join(' ')
}

function startOf({ meta_data: data }: ColumnChunk): number {
  return Number(data?.dictionary_page_offset ?? data?.data_page_offset ?? 0n)
}

function placeOf({ columns }: RowGroup): { readonly from: number; readonly to: number } {
  const from = Math.min(...columns.map(startOf))
  const to = Math.max(
    ...columns.map((chunk) => startOf(chunk) + Number(chunk.meta_data?.total_compressed_size ?? 0n)),
  )
  return { from, to }
}

/** Without indexes of pages, which lie elsewhere in the file. */
function shifted(group: RowGroup, shift: bigint): RowGroup {
  const columns = group.columns.map((chunk): ColumnChunk => {
    const { meta_data: data, file_offset: offset } = chunk
    if (!data) throw new Error('A column of figures has no metadata')
    const { dictionary_page_offset: dictionary, data_page_offset: pages, ...rest } = data
    return {
      file_offset: offset + shift,
      meta_data: {
        ...rest,
        data_page_offset: pages + shift,
        ...(dictionary !== undefined && { dictionary_page_offset: dictionary + shift }),
      },
    }
  })
  const { file_offset: at } = group
  return { ...group, columns, ...(at !== undefined && { file_offset: at + shift }) }
}
