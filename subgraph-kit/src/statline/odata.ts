/**
 * Opens a table of the CBS through its OData v3 API: metadata, names and all records are fetched and counted before the
 * first row is given, so a download that breaks stores nothing. Cells are held, compact; which of several equal names a
 * column is comes from the table's own DataProperties.
 */
import { createHash } from 'node:crypto'
import { readAreaCode } from './area-code.ts'
import { areaRows } from './area-rows.ts'
import type { Grid } from './grid.ts'
import { tableId, yearOfTable } from './known-tables.ts'
import { isKwb, sourceOf, unknownTable } from './kwb-source.ts'
import { layOut, type Layout } from './layout.ts'
import { readMetadata, yearOfMetadata, type TableMetadata } from './metadata.ts'
import { numberOccurrences } from './occurrence.ts'
import {
  defaultLimits,
  makeOdataClient,
  NotServed,
  type OdataClient,
  type OdataLimits,
  type Retry,
} from './odata-client.ts'
import { countRecords, readRecords, type EntitySet } from './odata-pages.ts'
import { gridOfRecords, type OdataRecord } from './read-json.ts'
import { retrievedAt } from './retrieved-at.ts'
import { ImportRefused, type PublishedTable } from './table.ts'
import { withStatuses } from './topic-status.ts'

export interface OpenOdataOptions {
  /** The API's host with any path before `/ODataApi`: the CBS's public one or a mirror. */
  readonly baseUrl: string
  /** A municipality with its districts and neighbourhoods, a district with its neighbourhoods, or one area. */
  readonly area?: string | undefined
  /** When it is asked, ISO 8601; now by default. */
  readonly retrievedAt?: string | undefined
  readonly fetch?: typeof fetch | undefined
  readonly signal?: AbortSignal | undefined
  readonly onRetry?: ((retry: Retry) => void) | undefined
  /** Called after each page of figures. */
  readonly onPage?: ((received: number, total: number) => void) | undefined
  readonly limits?: Partial<OdataLimits> | undefined
}

/** Throws ImportRefused where the table is unknown, has no such area, or cannot be fetched whole; aborts with the signal. */
export async function openOdata(table: string, options: OpenOdataOptions): Promise<PublishedTable> {
  const origin = `cbs:${table}`
  if (!tableId.test(table)) throw unknownTable(origin, table)
  const limits = { ...defaultLimits, ...options.limits }
  const filterOn = areaFilter(origin, options.area)
  const base = baseOf(origin, options.baseUrl)
  const { signal, onRetry } = options
  const client = makeOdataClient({
    origin,
    limits,
    fetch: options.fetch ?? globalThis.fetch,
    signal,
    onRetry,
  })
  const metadata = await fetchMetadata(origin, client, `${base}/ODataApi/odata/${table}`, table)
  const setIn =
    (service: string) =>
    (name: string, key: string): EntitySet => ({
      origin,
      client,
      address: `${base}/${service}/odata/${table}/${name}`,
      filter: filterOn(key),
      pageSize: limits.pageSize,
    })
  const now = new Date()
  const retrieval = retrievedAt(origin, options.retrievedAt ?? now.toISOString(), now)
  const { names, figures } = await fetchSets(setIn('ODataFeed'), options).catch((error: unknown) => {
    // A mirror may serve only the other interface; pages are small enough for its limit of 10,000 records an answer.
    if (error instanceof NotServed) return fetchSets(setIn('ODataApi'), options)
    throw error
  })
  const { grid, digest } = figures
  const layout = layOut(origin, grid)
  checkColumns(origin, layout, metadata)
  const period = yearOfMetadata(metadata)
  if (period === undefined) {
    throw new ImportRefused(origin, 'its metadata names no year', 'Import it as a file, with --year.')
  }
  return {
    source: sourceOf(origin, period, metadata, retrieval),
    period,
    origin,
    digest,
    columns: withStatuses(numberOccurrences(origin, layout, period, metadata.keys), metadata.topicStatuses),
    rowCount: grid.rowCount,
    rows: () => areaRows({ origin, grid, layout, period, names }),
  }
}

const later = 'Try again later, or download the table and import the file.'

/** Records with columns that the metadata does not have are of a table that is being changed. */
function checkColumns(origin: string, { columns }: Layout, { keys }: TableMetadata): void {
  const declaredKeys = new Set(keys)
  const stray = columns.flatMap(({ header }) => (declaredKeys.has(header) ? [] : [header]))
  if (stray.length === 0) return
  const some = `${stray.slice(0, 3).join(', ')}${stray.length > 3 ? '…' : ''}`
  const problem = `its DataProperties do not have what its records have: ${some}`
  throw new ImportRefused(origin, problem, later)
}

async function fetchMetadata(
  origin: string,
  client: OdataClient,
  address: string,
  table: string,
): Promise<TableMetadata> {
  const infos = await client.json(new URL(`${address}/TableInfos?$format=json`))
  const properties = await client.json(new URL(`${address}/DataProperties?$format=json`))
  const metadata = readMetadata(infos, properties)
  if (metadata === null) {
    const problem = 'the CBS sent no TableInfos of this table'
    throw new ImportRefused(origin, problem, 'Check the id and CBS_ODATA_URL.')
  }
  if (metadata.table !== table) {
    const problem = `the CBS answered with the metadata of ${metadata.table}`
    throw new ImportRefused(origin, problem, 'Check the id and CBS_ODATA_URL.')
  }
  if (metadata.keys === null || metadata.keys.length === 0) {
    const problem = 'the CBS sent no DataProperties of this table, which say what its columns are'
    throw new ImportRefused(origin, problem, later)
  }
  if (!isKwb(metadata)) throw unknownTable(origin, table)
  const expectedYear = yearOfTable(table)
  if (expectedYear !== undefined && metadata.year !== null && expectedYear !== metadata.year) {
    const problem = `its metadata says ${metadata.year}, and the table is known as ${expectedYear}`
    throw new ImportRefused(origin, problem, 'Import it as a file, with --year.')
  }
  return metadata
}

async function fetchSets(set: (name: string, key: string) => EntitySet, options: OpenOdataOptions) {
  const figures = await fetchFigures(set('TypedDataSet', 'WijkenEnBuurten'), options)
  return { figures, names: await fetchNames(set('WijkenEnBuurten', 'Key')) }
}

async function fetchNames(set: EntitySet): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for await (const page of readRecords(set, await countRecords(set))) {
    for (const { Key: key, Title: title } of page) {
      const code = typeof key === 'string' ? readAreaCode(key) : null
      if (code !== null && typeof title === 'string') names.set(code, title.trim())
    }
  }
  return names
}

/** The digest is over the records, so it does not depend on the pages they came in. */
async function fetchFigures(
  set: EntitySet,
  { area, onPage }: OpenOdataOptions,
): Promise<{ readonly grid: Grid; readonly digest: string }> {
  const { origin } = set
  const total = await countRecords(set)
  if (total === 0) {
    const problem = area === undefined ? 'the table has no records' : `the table has no area ${area}`
    throw new ImportRefused(origin, problem, 'Check the table and the area code.')
  }
  const hash = createHash('sha256')
  const records: OdataRecord[] = []
  for await (const page of readRecords(set, total)) {
    for (const record of page) {
      hash.update(`${JSON.stringify(record)}\n`)
      records.push(record)
    }
    onPage?.(records.length, total)
  }
  return { grid: gridOfRecords(origin, records, []), digest: hash.digest('hex') }
}

/** `startswith` on the dimension: codes come padded, and other columns may not be filtered on. */
function areaFilter(origin: string, area: string | undefined): (key: string) => string | null {
  if (area === undefined) return () => null
  const code = readAreaCode(area)
  if (code === null || code.startsWith('PV')) {
    throw new ImportRefused(origin, `"${area}" is no area of the table`, 'Name one such as GM0363.')
  }
  const levels = ['GM', 'WK', 'BU'].slice(['GM', 'WK', 'BU'].indexOf(code.slice(0, 2)))
  const starts = code === 'NL00' ? [code] : levels.map((level) => `${level}${code.slice(2)}`)
  return (key) => starts.map((start) => `startswith(${key},'${start}')`).join(' or ')
}

function baseOf(origin: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '') {
    return url.href.replace(/\/+$/, '')
  }
  throw new ImportRefused(origin, `CBS_ODATA_URL is no web address: "${text}"`, 'Write it as https://host.')
}
