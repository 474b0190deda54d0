/**
 * One entity set of a table in the CBS's OData API, whole: counted, then page by page. A page that fails is asked again, not
 * the pages before it. The feed interface is used: the other refuses answers over 10,000 records. Where a server shortens a
 * page and names the next (`odata.nextLink`), only the query of that link is taken, never its host.
 */
import type { OdataClient } from './odata-client.ts'
import type { OdataRecord } from './read-json.ts'
import { ImportRefused } from './table.ts'

/** The feed answers in XML unless told otherwise. */
const json = { $format: 'json' }

export interface EntitySet {
  readonly origin: string
  readonly client: OdataClient
  /** `<base>/ODataFeed/odata/<table>/TypedDataSet` */
  readonly address: string
  readonly filter: string | null
  readonly pageSize: number
}

export async function countRecords({ origin, client, address, filter }: EntitySet): Promise<number> {
  const body = await client.text(withQuery(`${address}/$count`, { $filter: filter }))
  const count = Number(body.replace(/^\uFEFF/, '').trim())
  if (Number.isInteger(count) && count >= 0) return count
  throw new ImportRefused(origin, 'the CBS gave no count of the records', 'Try again later.')
}

/** Every record; throws ImportRefused where they are not as many as were counted. */
export async function* readRecords(set: EntitySet, total: number): AsyncGenerator<readonly OdataRecord[]> {
  const { origin, client, address, filter, pageSize } = set
  let received = 0
  let next: URL | null = ownPage(0)
  function ownPage(skip: number): URL {
    const page = { $top: String(pageSize), $skip: String(skip), ...json }
    return withQuery(address, { $filter: filter, ...page })
  }
  while (next !== null) {
    const answer = await client.json(next)
    const page: unknown = answer['value']
    if (!Array.isArray(page)) throw new ImportRefused(origin, 'the CBS sent no records', 'Try again later.')
    received += page.length
    if (page.length > 0) yield page as readonly OdataRecord[]
    const link = answer['odata.nextLink']
    if (page.length === 0 || received > total) next = null
    else if (typeof link === 'string') next = withSearch(address, link)
    else next = received < total ? ownPage(received) : null
  }
  if (received !== total) {
    const problem = `the CBS counts ${total} records and sent ${received}`
    throw new ImportRefused(origin, problem, 'Try again; nothing was stored.')
  }
}

function withSearch(address: string, link: string): URL {
  const next = new URL(address)
  const { search } = new URL(link, address)
  next.search = search.includes('$format=') ? search : `${search}&$format=json`
  return next
}

function withQuery(address: string, query: Readonly<Record<string, string | null>>): URL {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return new URL(pairs.length === 0 ? address : `${address}?${pairs.join('&')}`)
}
