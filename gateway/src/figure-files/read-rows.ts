/** The rows of a file of figures, a group at a time, for formats other than its own. */
import { setImmediate as turn } from 'node:timers/promises'
import type { OpenedFile } from '../kept-tables/kept-file.ts'
import type { Cell, Row } from '../tables/rows.ts'
import { figureBuffer } from './figure-buffer.ts'
import { figureColumnNames } from './figure-columns.ts'

/** Rejects with KeptFileDamaged. */
export async function* figureRows(
  bytes: number,
  { read }: Pick<OpenedFile, 'read'>,
): AsyncGenerator<readonly Row[]> {
  const { parquetMetadataAsync, parquetReadObjects } = await import('hyparquet')
  const file = figureBuffer(bytes, read)
  const metadata = await parquetMetadataAsync(file)
  let rowStart = 0
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows)
    const objects = (await parquetReadObjects({ file, metadata, rowStart, rowEnd })) as readonly Readonly<
      Record<string, Cell | undefined>
    >[]
    yield objects.map((object) => figureColumnNames.map((name) => object[name] ?? null))
    rowStart = rowEnd
    await turn()
  }
}
