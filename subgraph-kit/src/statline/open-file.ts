/**
 * Opens a published table, recognised by its content: bulk CSV with OData keys, StatLine CSV with Dutch headings, the CBS's
 * workbook, an OData v3 answer, OData v4 observations with their codes, or a zip with one of these. The file's bytes are held, its rows stream. What is none of these is refused with what it is.
 */
import { sharedSources, type DeclaredSource } from '../schema/declared-source.ts'
import { areaRows } from './area-rows.ts'
import { decodeText } from './decode-text.ts'
import { explainCsv } from './explain-csv.ts'
import { filledNames, isFirstRelease } from './first-release.ts'
import { withoutDimensions, type Grid } from './grid.ts'
import { kwb, yearOfTable } from './known-tables.ts'
import { checkIsKwb, sourceOf } from './kwb-source.ts'
import { layOut, type Layout } from './layout.ts'
import { readMetadataBeside, yearOfMetadata, type TableMetadata } from './metadata.ts'
import { numberOccurrences } from './occurrence.ts'
import { openDeclared } from './open-declared.ts'
import { claimOfMetadata, decidePeriod, readNames, yearsInName } from './period.ts'
import { readBytes } from './read-bytes.ts'
import { readCsv } from './read-csv.ts'
import { readJson } from './read-json.ts'
import { findDimensions, withKeys } from './odata-categories.ts'
import { isObservations, readObservations, readTitles } from './read-observations.ts'
import { readWorkbook } from './read-workbook.ts'
import { recogniseSource, type Recognised } from './recognise-source.ts'
import { retrievedAt } from './retrieved-at.ts'
import { sniff } from './sniff.ts'
import { chooseTable, type TableFile } from './table-files.ts'
import { ImportRefused, type PublishedTable } from './table.ts'
import { withStatuses } from './topic-status.ts'

export interface OpenFileOptions {
  /** The year, where the caller knows it (`--year`). */
  readonly period?: number | undefined
  /** Whether that year was said of several files at once: then a file that contradicts it is refused. */
  readonly isPeriodShared?: boolean | undefined
  /** When the file was retrieved, ISO 8601. */
  readonly retrievedAt?: string | undefined
  /** The id of the table, where the caller knows it (`--table`). */
  readonly table?: string | undefined
  /** The sources whose tables are read; those that the kit declares by default. */
  readonly sources?: readonly DeclaredSource[] | undefined
}

/** Throws ImportRefused where the file is no table that can be read whole, or its year is unknown or contradicted. */
export async function openFile(path: string, options: OpenFileOptions = {}): Promise<PublishedTable> {
  const file = await readBytes(path)
  const { digest } = file
  const chosen = chooseTable(path, file)
  const { origin } = chosen
  const sources = options.sources ?? [...sharedSources().values()]
  const read = await readGrid(chosen, options.period, sources)
  const found = await readMetadataBeside(path)
  const recognised = recogniseSource(
    {
      origin,
      path: chosen.path,
      header: read.header,
      tableOption: options.table,
      metadataTable: read.table ?? found?.table ?? null,
    },
    sources,
  )
  if (recognised && recognised.source.name !== kwb.name) {
    const isOwn = found !== null && recognised.source.tables.some(({ id }) => id === found.table)
    return openDeclared({
      origin,
      grid: read,
      recognised: await withCodesBeside(chosen, read, recognised),
      yearOption: options.period,
      isYearShared: options.isPeriodShared ?? false,
      claims: yearsInName(path),
      metadata: isOwn ? found : null,
      retrieval: retrievedAt(origin, options.retrievedAt, file.modifiedAt),
      digest,
    })
  }
  const grid = await withoutDimensions(origin, read)
  const layout = layOut(origin, grid)
  if (grid.rowCount === 0)
    throw new ImportRefused(origin, 'it has a header but no rows', 'Download it again.')
  const beside = covering(found, layout)
  checkIsKwb(chosen.path, layout, beside, { isSaid: options.table !== undefined, sources })
  const { period, warnings } = await decidePeriod({
    origin,
    yearOption:
      options.period ?? (options.table === undefined ? undefined : yearOfTable(options.table.toUpperCase())),
    isShared: options.isPeriodShared ?? false,
    columns: layout.columns.map(({ name }) => name),
    inside: [...grid.claims, ...claimOfMetadata(beside)],
    names: chosen.path === path ? readNames(path) : [...readNames(path), ...readNames(chosen.path)],
    filled: (names) =>
      filledNames(
        grid,
        layout.columns.filter(({ name }) => names.includes(name)),
      ),
    isFirstRelease: () => isFirstRelease(grid, layout),
  })
  const metadata = beside !== null && yearOfMetadata(beside) === period ? beside : null
  const retrieved = retrievedAt(origin, options.retrievedAt, file.modifiedAt)
  return {
    statistics: kwb.name,
    source: sourceOf(origin, period, metadata, retrieved),
    period,
    origin,
    warnings,
    digest,
    columns: withStatuses(
      numberOccurrences(origin, layout, period, metadata?.keys ?? null),
      metadata?.topicStatuses,
    ),
    rowCount: grid.rowCount,
    rows: () => areaRows({ origin, grid, layout, period }),
  }
}

async function readGrid(
  file: TableFile,
  period: number | undefined,
  sources: readonly DeclaredSource[],
): Promise<Grid> {
  const { origin, bytes } = file
  if (sniff(origin, bytes) === 'workbook') return readWorkbook(origin, bytes, period)
  const grid = await readText(origin, bytes)
  if (!isObservations(grid)) return grid
  const isOfOneArea = (header: readonly string[]) =>
    sources.some(
      ({ area, dimensions }) =>
        area !== null && dimensions.every(({ names }) => names.some((name) => header.includes(name))),
    )
  return readObservations(origin, grid, (name) => readCodes(file, name), isOfOneArea)
}

/** A list of codes of the same download. */
async function readCodes({ origin, beside }: TableFile, name: string): Promise<Grid | null> {
  const codes = await beside(name)
  return codes === null ? null : readText(`${origin} with ${name}`, codes)
}

/** The source with the codes that its categories have, where observations came with lists of them. */
async function withCodesBeside(
  file: TableFile,
  { dimensions }: Grid,
  { source, table }: Recognised,
): Promise<Recognised> {
  if (dimensions === undefined) return { source, table }
  const titlesOf = async (name: string) => readTitles(await readCodes(file, `${name}Codes`))
  const found = await findDimensions({ origin: file.origin, names: dimensions, titlesOf }, source)
  return { source: withKeys(source, found), table }
}

async function readText(origin: string, bytes: Buffer): Promise<Grid> {
  const text = decodeText(origin, bytes)
  if (sniff(origin, bytes) === 'json') return readJson(origin, text)
  const grid = await readCsv(origin, text)
  await explainCsv(origin, text)
  return grid
}

/** Metadata beside a file is the file's own only where it knows every key of it. */
function covering(metadata: TableMetadata | null, { language, columns }: Layout): TableMetadata | null {
  if (metadata === null || metadata.keys === null || language !== 'odata-keys') return metadata
  const keys = new Set(metadata.keys)
  return columns.every(({ header }) => keys.has(header)) ? metadata : null
}
