/**
 * A table of the CBS through its OData v4 API: observations page by page, as the server's links give them, with the codes that say what they
 * are. Only the query of a link is taken, never its host. What is received is counted where the server counts too; a page that fails is asked
 * again, not the pages before it. What the observations mean is read-observations.ts's to tell.
 */
import { createHash } from 'node:crypto'
import type { Grid, GridRecord } from './grid.ts'
import { NotServed, type OdataClient } from './odata-client.ts'
import { gridOfRecords, type OdataRecord } from './read-json.ts'
import { readObservations } from './read-observations.ts'
import { ImportRefused } from './table.ts'

export interface V4Table {
  readonly origin: string
  readonly client: OdataClient
  /** `<base>/CBS/<table>` */
  readonly address: string
  /** Whether all is of one area, so that there is no dimension of areas. */
  readonly isOfOneArea: boolean
  /** Which observations are wanted; all where null. */
  readonly filter: string | null
  readonly onPage?: ((received: number, total: number) => void) | undefined
}

export interface FetchedV4 {
  readonly title: string
  readonly grid: Grid
  /** Over the observations, so that it does not depend on the pages they came in. */
  readonly digest: string
}

/** Throws NotServed where the server has no such table, ImportRefused where it cannot be had whole. */
export async function fetchV4(table: V4Table, id: string): Promise<FetchedV4> {
  const { origin, client, address } = table
  const properties = firstOf(await client.json(new URL(`${address}/Properties`)))
  const said = properties['Identifier']
  if (typeof said !== 'string' || said.trim().toUpperCase() !== id.toUpperCase()) {
    const problem = `the CBS answered with the properties of ${typeof said === 'string' ? said : 'no table'}`
    throw new ImportRefused(origin, problem, 'Check the id and CBS_ODATA_URL.')
  }
  const hash = createHash('sha256')
  const observations = await observationGrid(table, (record) => {
    hash.update(`${JSON.stringify(record)}\n`)
  })
  const grid = await readObservations(
    origin,
    observations,
    (name) => codesOfV4(table, name),
    () => table.isOfOneArea,
  )
  if (grid.rowCount === 0) {
    const problem = table.filter === null ? 'the table has no observations' : 'the table has no such area'
    throw new ImportRefused(origin, problem, 'Check the table and the area code.')
  }
  return { title: String(properties['Title'] ?? '').trim(), grid, digest: hash.digest('hex') }
}

/** A list of codes or names of the table; null where the server does not have it, or nothing is on it. */
export async function codesOfV4(
  table: Pick<V4Table, 'origin' | 'client' | 'address'>,
  name: string,
): Promise<Grid | null> {
  const records: OdataRecord[] = []
  try {
    for await (const page of pagesOf(table, `${table.address}/${name}`)) records.push(...page)
  } catch (error) {
    if (error instanceof NotServed) return null
    throw error
  }
  return records.length === 0 ? null : gridOfRecords(table.origin, records.map(plainRecord), [])
}

/** The observations as a grid that is read once, while they are fetched. */
async function observationGrid(table: V4Table, seen: (record: OdataRecord) => void): Promise<Grid> {
  const { origin, filter, onPage } = table
  const address = `${table.address}/Observations`
  const total = await countOf(table, address)
  const query = filter === null ? '' : `?$filter=${encodeURIComponent(filter)}`
  const pages = pagesOf(table, `${address}${query}`)
  const firstPage = await pages.next()
  const first = firstPage.done === true ? [] : firstPage.value
  const header = headerOf(first)
  async function* records(): AsyncGenerator<GridRecord> {
    let line = 0
    const ofPage = function* (page: readonly OdataRecord[]): Generator<GridRecord> {
      for (const record of page) {
        line += 1
        seen(record)
        const stray = Object.keys(record).find((key) => !header.includes(key))
        if (stray !== undefined) {
          const problem = 'an observation has a column that the first has not'
          throw new ImportRefused(origin, problem, 'Try again; nothing was stored.', { line, column: stray })
        }
        yield { line, cells: header.map((name) => cellOf(record[name])) }
      }
    }
    yield* ofPage(first)
    onPage?.(line, total ?? line)
    for await (const page of pages) {
      yield* ofPage(page)
      onPage?.(line, total ?? line)
    }
    if (total === null || line === total) return
    const problem = `the CBS counts ${total} observations and sent ${line}`
    throw new ImportRefused(origin, problem, 'Try again; nothing was stored.')
  }
  return { header, claims: [], rowCount: total, records }
}

/** Text that an observation may have instead of a value is left out of most. */
function headerOf(records: readonly OdataRecord[]): readonly string[] {
  return [...new Set(['Measure', 'ValueAttribute', 'Value', 'StringValue', ...Object.keys(records[0] ?? {})])]
}

function cellOf(value: unknown): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

/** Codes have fields of all kinds; only texts and numbers tell something here. */
function plainRecord(record: OdataRecord): OdataRecord {
  const fields = ['Identifier', 'Id', 'Title', 'Unit', 'MeasureGroupId', 'ParentId']
  return Object.fromEntries(fields.map((name) => [name, cellOf(record[name])]))
}

/** How many there are; null where the server does not count. */
async function countOf({ client, filter }: V4Table, address: string): Promise<number | null> {
  const query = filter === null ? '' : `?$filter=${encodeURIComponent(filter)}`
  try {
    const count = Number(
      (await client.text(new URL(`${address}/$count${query}`))).replace(/^\uFEFF/, '').trim(),
    )
    return Number.isInteger(count) && count >= 0 ? count : null
  } catch (error) {
    if (error instanceof ImportRefused) return null
    throw error
  }
}

async function* pagesOf(
  { origin, client }: Pick<V4Table, 'origin' | 'client'>,
  address: string,
): AsyncGenerator<readonly OdataRecord[], void> {
  const asked = new Set<string>()
  let next = new URL(address)
  for (;;) {
    asked.add(next.href)
    const answer: Readonly<Record<string, unknown>> = await client.json(next)
    const page: unknown = answer['value']
    if (!Array.isArray(page)) throw new ImportRefused(origin, 'the CBS sent no records', 'Try again later.')
    yield page as readonly OdataRecord[]
    const link = answer['@odata.nextLink']
    if (typeof link !== 'string') return
    next = new URL(address)
    next.search = new URL(link, address).search
    if (asked.has(next.href)) {
      throw new ImportRefused(origin, 'the CBS sends the same page again and again', 'Try again later.')
    }
  }
}

function firstOf(answer: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { value } = answer
  return Array.isArray(value) ? ((value[0] ?? {}) as Readonly<Record<string, unknown>>) : answer
}
