/**
 * A table that a format of records reads, through the publisher's OData API: as the file that StatLine would download of it, with headings
 * for keys.
 */
import { fetchTable, type FetchOptions } from '../statline/odata-fetch.ts'
import type { Grid } from '../statline/grid.ts'
import { ImportRefused, reasonIn } from '../statline/table.ts'
import { recordsOf, type RecordsFile, type RecordsFormat, type RecordsTable } from './csv-file.ts'

/** The table of this id that one of the formats reads; undefined where none does. */
export function findRecordsTable(id: string, formats: readonly RecordsFormat[]): RecordsTable | undefined {
  return formats.flatMap(({ tables = [] }) => tables).find((table) => table.id === id)
}

/** Throws ImportRefused where it cannot be had whole, and where an area is asked, for these tables are taken whole. */
export async function openOdataRecords(
  { id, year }: RecordsTable,
  options: FetchOptions & { readonly area?: string | undefined },
): Promise<RecordsFile> {
  const origin = `cbs:${id}`
  if (options.area !== undefined) throw new ImportRefused(origin, 'it is imported whole', 'Leave --area out.')
  const { grid, digest, title, metadata, retrieval } = await fetchTable(id, options, {
    areas: ['RegioS'],
    areaFilter: () => null,
    year,
    check: () => undefined,
  })
  const said = /\b20\d\d\b/.exec(title)?.[0]
  if (said !== undefined && Number(said) !== year) {
    const problem = `its title says ${said}, and the table is known as ${String(year)}`
    throw new ImportRefused(origin, problem, 'Import it as a file, with --year.')
  }
  const header = grid.header.map((key) => metadata?.headings.get(key) ?? key)
  const [twice] = header.filter((heading, at) => header.indexOf(heading) < at)
  if (twice !== undefined) {
    const problem = `two of its columns are "${twice}"`
    throw new ImportRefused(origin, problem, 'Download the table and import the file.', { column: twice })
  }
  return { ...recordsOf(withoutReasons({ ...grid, header })), ...retrieval, origin, digest, period: year }
}

/** Texts of records have no reason for being empty. */
function withoutReasons(grid: Grid): Grid {
  return {
    ...grid,
    async *records() {
      for await (const { line, cells } of grid.records())
        yield { line, cells: cells.map((cell) => (reasonIn(cell) === null ? cell : null)) }
    },
  }
}
