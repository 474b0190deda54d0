/**
 * Fetches a whole table through the publisher's OData API: its metadata and all records by the v3 interface, observations by the v4 one where
 * that does not have the table (odata-v4.ts). All is counted before anything is given, so a download that breaks stores nothing. Cells are
 * held, compact. What they mean is for odata.ts, or odata-records.ts, to tell.
 */
import { createHash } from 'node:crypto'
import { readAreaCode } from './area-code.ts'
import type { DeclaredSource } from '../schema/declared-source.ts'
import type { Grid } from './grid.ts'
import { readMetadata, type TableMetadata } from './metadata.ts'
import {
  defaultLimits,
  later,
  makeOdataClient,
  NoAnswer,
  NotServed,
  type OdataClient,
  type OdataLimits,
  type Retry,
} from './odata-client.ts'
import {
  categoryFilters,
  findDimensions,
  type DimensionLists,
  type FoundDimensions,
} from './odata-categories.ts'
import { countRecords, readRecords, type EntitySet } from './odata-pages.ts'
import { codesOfV4, fetchV4 } from './odata-v4.ts'
import { gridOfRecords, type OdataRecord } from './read-json.ts'
import { readTitles } from './read-observations.ts'
import { retrievedAt, type Retrieval } from './retrieved-at.ts'
import { ImportRefused } from './table.ts'

export interface FetchOptions {
  /** The API's host with any path before `/ODataApi` or `/CBS`: a mirror; the publishers' own hosts where absent. */
  readonly baseUrl?: string | undefined
  /** When it is asked, ISO 8601; now by default. */
  readonly retrievedAt?: string | undefined
  readonly fetch?: typeof fetch | undefined
  readonly signal?: AbortSignal | undefined
  readonly onRetry?: ((retry: Retry) => void) | undefined
  /** Called after each page of figures. */
  readonly onPage?: ((received: number, total: number) => void) | undefined
  readonly limits?: Partial<OdataLimits> | undefined
}

/** What must be known of a table to ask for it. */
export interface AskedTable {
  /** Its dimension of areas, in each way in which tables name it: `WijkenEnBuurten`, `RegioS`; none where all is of one area. */
  readonly areas: readonly string[]
  /** The only area that is asked. */
  readonly area?: string | undefined
  /** The condition on the areas' key in a set; null for all. */
  readonly areaFilter: (key: string) => string | null
  /** What is taken of its other dimensions; all where absent. */
  readonly taken?: Pick<DeclaredSource, 'dimensions' | 'categories'>
  /** The year that its metadata must say, where they say one; null for any. */
  readonly year: number | null
  /** The host of its publisher; the CBS by default. */
  readonly host?: string | null | undefined
  /** Throws ImportRefused where it is not the table that is meant. */
  readonly check: (metadata: TableMetadata) => void
}

export interface FetchedTable {
  readonly grid: Grid
  /** Over the records, so that it does not depend on the pages they came in. */
  readonly digest: string
  readonly title: string
  /** Null for observations, which have none of this form. */
  readonly metadata: TableMetadata | null
  /** The names of areas by code, where the interface has them apart. */
  readonly names?: ReadonlyMap<string, string>
  /** The dimensions that are taken, as the table has them. */
  readonly dimensions: FoundDimensions
  readonly retrieval: Retrieval
}

const publicV3 = 'https://opendata.cbs.nl'
const publicV4 = 'https://datasets.cbs.nl/odata/v1'

/** One request, whichever interface answers it. */
interface Request {
  readonly origin: string
  readonly table: string
  readonly asked: AskedTable
  readonly options: FetchOptions
  readonly pageSize: number
  readonly client: OdataClient
}

/** Throws ImportRefused where it cannot be had whole; aborts with the signal. */
export async function fetchTable(
  table: string,
  options: FetchOptions,
  asked: AskedTable,
): Promise<FetchedTable> {
  const origin = `cbs:${table}`
  const { signal, onRetry } = options
  const limits = { ...defaultLimits, ...options.limits }
  const client = makeOdataClient({ origin, limits, fetch: options.fetch ?? fetch, signal, onRetry })
  const request: Request = { origin, table, asked, options, pageSize: limits.pageSize, client }
  const now = new Date()
  const retrieval = retrievedAt(origin, options.retrievedAt ?? now.toISOString(), now)
  const v3 = baseOf(origin, options.baseUrl ?? asked.host ?? publicV3)
  const v4 = baseOf(origin, options.baseUrl ?? publicV4)
  let refusal: unknown
  try {
    return { ...(await fetchV3(request, v3)), retrieval }
  } catch (error) {
    signal?.throwIfAborted()
    // A host that does not have the table, has moved, or is gone.
    if (!(error instanceof InterfaceMissing)) throw error
    refusal = error.cause
    if (refusal instanceof NoAnswer && v3 === v4) throw refusal
  }
  try {
    const address = `${v4}/CBS/${table}`
    const { area, taken } = asked
    const hasCondition = area !== undefined || (taken?.dimensions.length ?? 0) > 0
    const codesOf = (name: string) => codesOfV4({ origin, client, address }, name)
    const listed = hasCondition ? await codesOf('Dimensions') : null
    const named = listed && [...(await readTitles(listed)).keys()]
    const dimensions = await findTaken(request, named, async (name) =>
      readTitles(await codesOf(`${name}Codes`)),
    )
    const filter = filterOf(request, areasOf(asked, named), dimensions)
    const isOfOneArea = asked.areas.length === 0
    const fetched = await fetchV4(
      { origin, client, filter, isOfOneArea, onPage: options.onPage, address },
      table,
    )
    return { ...fetched, metadata: null, dimensions, retrieval }
  } catch (error) {
    throw error instanceof NotServed ? refusal : error
  }
}

/** The metadata of a table cannot be had from an interface. Its cause is the refusal. */
class InterfaceMissing extends Error {}

async function fetchV3(request: Request, base: string): Promise<Omit<FetchedTable, 'retrieval'>> {
  const { origin, table, asked, pageSize, client } = request
  const metadata = await fetchMetadata(request, `${base}/ODataApi/odata/${table}`)
  const areas = areasOf(asked, metadata.keys)
  const setsIn =
    (service: string): SetIn =>
    (name, filter) => ({
      origin,
      client,
      address: `${base}/${service}/odata/${table}/${name}`,
      filter,
      pageSize,
    })
  const fetchSets = async (set: SetIn) => {
    const dimensions = await findTaken(request, metadata.keys, (name) => fetchTitles(set(name, null)))
    const figures = await fetchFigures(set('TypedDataSet', filterOf(request, areas, dimensions)), request)
    const names = areas === null ? undefined : await fetchNames(set(areas, asked.areaFilter('Key')))
    return { ...figures, dimensions, ...(names && { names }) }
  }
  const fetched = await fetchSets(setsIn('ODataFeed')).catch((error: unknown) => {
    // A mirror may serve only the other interface; pages are small enough for its limit of 10,000 records an answer.
    if (error instanceof NotServed) return fetchSets(setsIn('ODataApi'))
    throw error
  })
  return { ...fetched, metadata, title: metadata.title }
}

type SetIn = (name: string, filter: string | null) => EntitySet

/** The dimension of areas by the name that the table has; null where it has none. */
function areasOf({ areas }: AskedTable, names: readonly string[] | null): string | null {
  return areas.find((name) => names?.includes(name)) ?? areas[0] ?? null
}

function findTaken(
  { origin, asked: { taken } }: Request,
  names: readonly string[] | null,
  titlesOf: DimensionLists['titlesOf'],
): Promise<FoundDimensions> {
  return findDimensions({ origin, names, titlesOf }, taken ?? { dimensions: [] })
}

/** Of figures: the areas that are asked, and what is taken of each other dimension. */
function filterOf(
  { asked: { areaFilter, taken } }: Request,
  areas: string | null,
  dimensions: FoundDimensions,
): string | null {
  const ofAreas = areas === null ? null : areaFilter(areas)
  const others = taken ? categoryFilters(taken, dimensions) : []
  if (others.length === 0) return ofAreas
  return [...(ofAreas === null ? [] : [`(${ofAreas})`]), ...others].join(' and ')
}

async function fetchMetadata(
  { origin, client, table, asked }: Request,
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
  if (metadata.table.toUpperCase() !== table.toUpperCase()) {
    const problem = `the CBS answered with the metadata of ${metadata.table}`
    throw new ImportRefused(origin, problem, 'Check the id and CBS_ODATA_URL.')
  }
  if (metadata.keys === null || metadata.keys.length === 0) {
    const problem = 'the CBS sent no DataProperties of this table, which say what its columns are'
    throw new ImportRefused(origin, problem, later)
  }
  asked.check(metadata)
  const { year } = asked
  if (year !== null && metadata.year !== null && year !== metadata.year) {
    const problem = `its metadata says ${metadata.year}, and the table is known as ${year}`
    throw new ImportRefused(origin, problem, 'Import it as a file, with --year.')
  }
  return metadata
}

async function fetchNames(set: EntitySet): Promise<ReadonlyMap<string, string>> {
  const titles = [...(await fetchTitles(set))]
  return new Map(
    titles.flatMap(([key, title]) => {
      const code = readAreaCode(key)
      return code === null ? [] : [[code, title] as const]
    }),
  )
}

/** The title of each key of a dimension. */
async function fetchTitles(set: EntitySet): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>()
  for await (const page of readRecords(set, await countRecords(set))) {
    for (const { Key: key, Title: title } of page)
      if (typeof key === 'string' && typeof title === 'string') titles.set(key.trim(), title.trim())
  }
  return titles
}

async function fetchFigures(
  set: EntitySet,
  { asked: { area }, options: { onPage } }: Request,
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

function baseOf(origin: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '') {
    return url.href.replace(/\/+$/, '')
  }
  throw new ImportRefused(origin, `CBS_ODATA_URL is no web address: "${text}"`, 'Write it as https://host.')
}
