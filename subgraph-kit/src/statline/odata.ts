/**
 * Opens a declared table through the publisher's OData API, v3 or v4 (odata-v4.ts): metadata, names and all records are fetched and counted
 * before the first row is given, so a download that breaks stores nothing. Cells are held, compact; which of several equal names a column is
 * comes from the table's own DataProperties, or groups of measures.
 */
import { createHash } from 'node:crypto'
import { sharedSources, type DeclaredSource } from '../schema/declared-source.ts'
import { readAreaCode } from './area-code.ts'
import { areaRows } from './area-rows.ts'
import { withoutDimensions, type Grid } from './grid.ts'
import { kwb, tableId, yearOfTitle } from './known-tables.ts'
import { isKwb, sourceOf } from './kwb-source.ts'
import { layOut, type Layout } from './layout.ts'
import { readMetadata, yearOfMetadata, type TableMetadata } from './metadata.ts'
import { numberOccurrences } from './occurrence.ts'
import {
  defaultLimits,
  makeOdataClient,
  NoAnswer,
  NotServed,
  type OdataClient,
  type OdataLimits,
  type Retry,
} from './odata-client.ts'
import { countRecords, readRecords, type EntitySet } from './odata-pages.ts'
import { fetchV4 } from './odata-v4.ts'
import { openDeclared } from './open-declared.ts'
import { gridOfRecords, type OdataRecord } from './read-json.ts'
import { findTable, undeclaredTable, type Recognised } from './recognise-source.ts'
import { retrievedAt, type Retrieval } from './retrieved-at.ts'
import { ImportRefused, type PublishedTable } from './table.ts'
import { withStatuses } from './topic-status.ts'

export interface OpenOdataOptions {
  /** The API's host with any path before `/ODataApi` or `/CBS`: a mirror; the publishers' own hosts where absent. */
  readonly baseUrl?: string | undefined
  /** The sources whose tables are read; those that the kit declares by default. */
  readonly sources?: readonly DeclaredSource[] | undefined
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

const publicV3 = 'https://opendata.cbs.nl'
const publicV4 = 'https://datasets.cbs.nl/odata/v1'

/** What both interfaces need to know of a table. */
interface Asked {
  readonly origin: string
  readonly table: string
  readonly options: OpenOdataOptions
  readonly limits: OdataLimits
  readonly client: OdataClient
  readonly sources: readonly DeclaredSource[]
  /** The declared source; the key figures for a table that only its own metadata may name so. */
  readonly recognised: Recognised
  /** The filter of areas on the key of a set, and of the fixed dimensions; null for none. */
  readonly filterOn: (key: string, isFigures: boolean) => string | null
  readonly retrieval: Retrieval
}

/**
 * Asks the v3 interface, and the v4 one where that does not have the table. Throws ImportRefused where the table is not declared, has no such
 * area, or cannot be fetched whole; aborts with the signal.
 */
export async function openOdata(table: string, options: OpenOdataOptions): Promise<PublishedTable> {
  const origin = `cbs:${table}`
  const sources = options.sources ?? [...sharedSources().values()]
  const recognised = findTable(table, sources) ?? { source: kwb, table: null }
  if (recognised.table === null && !tableId.test(table)) throw undeclaredTable(origin, table, sources)
  const limits = { ...defaultLimits, ...options.limits }
  const { signal, onRetry } = options
  const client = makeOdataClient({
    origin,
    limits,
    fetch: options.fetch ?? globalThis.fetch,
    signal,
    onRetry,
  })
  const now = new Date()
  const asked: Asked = {
    origin,
    table,
    options,
    limits,
    client,
    sources,
    recognised,
    filterOn: filterFor(origin, options.area, recognised.source),
    retrieval: retrievedAt(origin, options.retrievedAt ?? now.toISOString(), now),
  }
  const v3 = baseOf(origin, options.baseUrl ?? recognised.source.interfaceHost ?? publicV3)
  const v4 = baseOf(origin, options.baseUrl ?? publicV4)
  let refusal: unknown
  try {
    return await openV3(asked, v3)
  } catch (error) {
    signal?.throwIfAborted()
    // A host that does not have the table, has moved, or is gone.
    if (!(error instanceof InterfaceMissing)) throw error
    refusal = error.cause
    if (refusal instanceof NoAnswer && v3 === v4) throw refusal
  }
  try {
    return await openV4(asked, v4)
  } catch (error) {
    throw error instanceof NotServed ? refusal : error
  }
}

/** The metadata of a table cannot be had from an interface. Its cause is the refusal. */
class InterfaceMissing extends Error {}

async function openV3(asked: Asked, base: string): Promise<PublishedTable> {
  const { origin, table, options, limits, client, recognised, filterOn, retrieval } = asked
  const metadata = await fetchMetadata(asked, `${base}/ODataApi/odata/${table}`)
  const setIn =
    (service: string) =>
    (name: string, key: string): EntitySet => ({
      origin,
      client,
      address: `${base}/${service}/odata/${table}/${name}`,
      filter: filterOn(key, name === 'TypedDataSet'),
      pageSize: limits.pageSize,
    })
  const { names, figures } = await fetchSets(setIn('ODataFeed'), options).catch((error: unknown) => {
    // A mirror may serve only the other interface; pages are small enough for its limit of 10,000 records an answer.
    if (error instanceof NotServed) return fetchSets(setIn('ODataApi'), options)
    throw error
  })
  const { grid, digest } = figures
  if (recognised.source.name !== kwb.name) return openFetched(asked, { grid, digest, metadata, names })
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
    rows: () => areaRows({ origin, grid, layout, period, names }),
  }
}

async function openV4(asked: Asked, base: string): Promise<PublishedTable> {
  const { origin, table, options, client, sources, recognised, filterOn, retrieval } = asked
  const fetched = await fetchV4(
    {
      origin,
      client,
      address: `${base}/CBS/${table}`,
      filter: filterOn('WijkenEnBuurten', true),
      onPage: options.onPage,
    },
    table,
  )
  const { digest, title } = fetched
  if (recognised.source.name !== kwb.name)
    return openFetched(asked, { grid: fetched.grid, digest, metadata: null })
  const period = recognised.table?.year ?? yearOfTitle(title)
  if (period === undefined) throw undeclaredTable(origin, table, sources)
  const grid = await withoutDimensions(origin, fetched.grid)
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

interface FetchedTable {
  readonly grid: Grid
  readonly digest: string
  readonly metadata: TableMetadata | null
  readonly names?: ReadonlyMap<string, string>
}

function openFetched(
  { origin, recognised, retrieval }: Asked,
  { grid, digest, metadata, names }: FetchedTable,
): Promise<PublishedTable> {
  return openDeclared({
    origin,
    grid,
    recognised,
    yearOption: undefined,
    isYearShared: false,
    claims: [],
    metadata,
    retrieval,
    digest,
    ...(names && { names }),
  })
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
  { origin, client, table, sources, recognised }: Asked,
  address: string,
): Promise<TableMetadata> {
  const missing = (error: unknown): never => {
    throw error instanceof ImportRefused ? new InterfaceMissing(error.message, { cause: error }) : error
  }
  const infos = await client.json(new URL(`${address}/TableInfos?$format=json`)).catch(missing)
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
  if (recognised.table === null && !isKwb(metadata)) throw undeclaredTable(origin, table, sources)
  const expectedYear = recognised.table?.year ?? null
  if (expectedYear !== null && metadata.year !== null && expectedYear !== metadata.year) {
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

/**
 * `startswith` on the dimension of areas, for codes come padded and other columns may not be filtered on; of figures also the values of fixed
 * dimensions that are taken.
 */
function filterFor(
  origin: string,
  area: string | undefined,
  { dimensions }: DeclaredSource,
): Asked['filterOn'] {
  const starts = area === undefined ? [] : startsOf(origin, area)
  const fixed = dimensions.map(({ name, values, lower, upper }) => {
    const keys = [values[0], lower[0], upper[0]].filter((key) => key !== undefined)
    return `(${keys.map((key) => `${name} eq '${key}'`).join(' or ')})`
  })
  return (key, isFigures) => {
    const ofArea = starts.map((start) => `startswith(${key},'${start}')`).join(' or ')
    if (!isFigures || fixed.length === 0) return ofArea === '' ? null : ofArea
    return [...(ofArea === '' ? [] : [`(${ofArea})`]), ...fixed].join(' and ')
  }
}

function startsOf(origin: string, area: string): readonly string[] {
  const code = readAreaCode(area)
  if (code === null || code.startsWith('PV')) {
    throw new ImportRefused(origin, `"${area}" is no area of the table`, 'Name one such as GM0363.')
  }
  const levels = ['GM', 'WK', 'BU'].slice(['GM', 'WK', 'BU'].indexOf(code.slice(0, 2)))
  return code === 'NL00' ? ['NL'] : levels.map((level) => `${level}${code.slice(2)}`)
}

function baseOf(origin: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '') {
    return url.href.replace(/\/+$/, '')
  }
  throw new ImportRefused(origin, `CBS_ODATA_URL is no web address: "${text}"`, 'Write it as https://host.')
}
