/**
 * Opens a declared table of figures through the publisher's OData API. All of it is fetched before the first row is given (odata-fetch.ts);
 * which of several equal names a column is comes from the table's own DataProperties, or groups of measures.
 */
import { sharedSources, type DeclaredSource } from '../schema/declared-source.ts'
import { readAreaCode } from './area-code.ts'
import { areaRows } from './area-rows.ts'
import { withoutDimensions } from './grid.ts'
import { kwb, tableId, yearOfTitle } from './known-tables.ts'
import { isKwb, sourceOf } from './kwb-source.ts'
import { layOut, type Layout } from './layout.ts'
import { yearOfMetadata, type TableMetadata } from './metadata.ts'
import { numberOccurrences } from './occurrence.ts'
import { later } from './odata-client.ts'
import { fetchTable, type AskedTable, type FetchedTable, type FetchOptions } from './odata-fetch.ts'
import { withKeys } from './odata-categories.ts'
import { openDeclared } from './open-declared.ts'
import { areaDimensions } from './read-observations.ts'
import { findTable, undeclaredTable } from './recognise-source.ts'
import { ImportRefused, type PublishedTable } from './table.ts'
import { withStatuses } from './topic-status.ts'

export interface OpenOdataOptions extends FetchOptions {
  /** The sources whose tables are read; those that the kit declares by default. */
  readonly sources?: readonly DeclaredSource[] | undefined
  /** A municipality with its districts and neighbourhoods, a district with its neighbourhoods, or one area. */
  readonly area?: string | undefined
}

/** Throws ImportRefused where the table is not declared, has no such area, or cannot be fetched whole; aborts with the signal. */
export async function openOdata(table: string, options: OpenOdataOptions): Promise<PublishedTable> {
  const origin = `cbs:${table}`
  const sources = options.sources ?? [...sharedSources().values()]
  const recognised = findTable(table, sources) ?? { source: kwb, table: null }
  const undeclared = () => undeclaredTable(origin, table, sources)
  if (recognised.table === null && !tableId.test(table)) throw undeclared()
  const { source } = recognised
  // As the publisher writes it: 80799ned.
  const id = recognised.table?.id ?? table
  const fetched = await fetchTable(id, options, {
    areas: source.area === null ? areaDimensions : [],
    area: options.area,
    areaFilter: areaFilterOf(origin, options.area, source),
    taken: source,
    year: recognised.table?.year ?? null,
    host: source.interfaceHost,
    check(metadata) {
      if (recognised.table === null && !isKwb(metadata)) throw undeclared()
    },
  })
  const { grid, digest, metadata, names, retrieval } = fetched
  if (source.name !== kwb.name)
    return openDeclared({
      origin,
      grid,
      recognised: { ...recognised, source: withKeys(source, fetched.dimensions) },
      yearOption: undefined,
      isYearShared: false,
      claims: [],
      metadata,
      retrieval,
      digest,
      ...(names && { names }),
    })
  if (metadata) return keyFigures(origin, fetched, metadata)
  const period = recognised.table?.year ?? yearOfTitle(fetched.title)
  if (period === undefined) throw undeclared()
  return keyFiguresOfObservations(origin, table, fetched, period)
}

/** Key figures by the v3 interface. */
function keyFigures(
  origin: string,
  { grid, digest, names, retrieval }: FetchedTable,
  metadata: TableMetadata,
): PublishedTable {
  const layout = layOut(origin, grid)
  checkColumns(origin, layout, metadata)
  const period = yearOfMetadata(metadata)
  if (period === undefined) {
    throw new ImportRefused(origin, 'its metadata names no year', 'Import it as a file, with --year.')
  }
  return {
    statistics: kwb.name,
    source: sourceOf(origin, period, metadata, retrieval),
    period,
    origin,
    digest,
    columns: withStatuses(numberOccurrences(origin, layout, period, metadata.keys), metadata.topicStatuses),
    rowCount: grid.rowCount,
    rows: () => areaRows({ origin, grid, layout, period, ...(names && { names }) }),
  }
}

/** Key figures by the v4 interface. */
async function keyFiguresOfObservations(
  origin: string,
  table: string,
  { grid: observations, digest, title, retrieval }: FetchedTable,
  period: number,
): Promise<PublishedTable> {
  const grid = await withoutDimensions(origin, observations)
  const layout = layOut(origin, grid)
  return {
    statistics: kwb.name,
    source: {
      ...sourceOf(origin, period, null, retrieval),
      table,
      title: title.replace(/\*+$/, '') || kwb.title,
    },
    period,
    origin,
    digest,
    columns: withStatuses(numberOccurrences(origin, layout, period, null), undefined),
    rowCount: grid.rowCount,
    rows: () => areaRows({ origin, grid, layout, period }),
  }
}

/** Records with columns that the metadata does not have are of a table that is being changed. */
function checkColumns(origin: string, { columns }: Layout, { keys }: TableMetadata): void {
  const declaredKeys = new Set(keys)
  const stray = columns.flatMap(({ header }) => (declaredKeys.has(header) ? [] : [header]))
  if (stray.length === 0) return
  const some = `${stray.slice(0, 3).join(', ')}${stray.length > 3 ? '…' : ''}`
  const problem = `its DataProperties do not have what its records have: ${some}`
  throw new ImportRefused(origin, problem, later)
}

/** `startswith` on the dimension of areas, for codes come padded and other columns may not be filtered on; null for all areas. */
function areaFilterOf(
  origin: string,
  area: string | undefined,
  source: DeclaredSource,
): AskedTable['areaFilter'] {
  if (source.area !== null && area !== undefined && area !== source.area) {
    const problem = `"${area}" is no area of the table, which is of ${source.area} alone`
    throw new ImportRefused(origin, problem, 'Leave --area out.')
  }
  const starts = area === undefined ? [] : startsOf(origin, area)
  return (key) => starts.map((start) => `startswith(${key},'${start}')`).join(' or ') || null
}

function startsOf(origin: string, area: string): readonly string[] {
  const code = readAreaCode(area)
  if (code === null || code.startsWith('PV')) {
    throw new ImportRefused(origin, `"${area}" is no area of the table`, 'Name one such as GM0363.')
  }
  const levels = ['GM', 'WK', 'BU'].slice(['GM', 'WK', 'BU'].indexOf(code.slice(0, 2)))
  return code === 'NL00' ? ['NL'] : levels.map((level) => `${level}${code.slice(2)}`)
}
