/** A table in a format: the parts of the body, one for each answer that is read, with the header before the first and what ends it after the last. */
import type { Column } from './columns.ts'
import type { Dictionary } from './dictionary.ts'
import { rowsThatFit, type Format } from './formats.ts'
import type { OpenedTable } from './read-table.ts'

/** Throws what reading throws, and where there are more rows than were told. */
export async function* encoded(
  columns: readonly Column[],
  dictionary: Dictionary,
  table: Pick<OpenedTable, 'rows'>,
  format: Format,
): AsyncGenerator<Buffer> {
  const write = await format.writer(columns, dictionary)
  const begin = bytesOf(await write.begin())
  const most = rowsThatFit(format, columns.length)
  let rows = 0
  let isFirst = true
  for await (const batch of table.rows()) {
    rows += batch.length
    if (rows > most) throw new Error('A connection has more than its `totalCount`')
    const part = bytesOf(await write.rows(batch))
    yield isFirst ? Buffer.concat([begin, part]) : part
    isFirst = false
  }
  yield bytesOf(await write.end())
}

function bytesOf(part: string | Uint8Array): Buffer {
  return typeof part === 'string'
    ? Buffer.from(part)
    : Buffer.from(part.buffer, part.byteOffset, part.byteLength)
}
