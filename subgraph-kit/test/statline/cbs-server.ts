/**
 * A local server that answers as the CBS's OData v3 API does: padded codes, two interfaces (one refuses more than 10,000
 * records), `$filter` by startswith, `$count`, pages by `$top` and `$skip`, or shorter ones with a nextLink. Faults are
 * served on request.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Fault =
  | 'cut'
  | 'hang'
  | {
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string
    }

export interface CbsServer {
  readonly url: string
  /** Paths with their query, as asked. */
  readonly asked: string[]
  /** What to answer instead, by how often the address was asked before (0, 1, …). */
  fault: (path: string, times: number) => Fault | null
  close(): Promise<void>
}

export interface CbsTable {
  readonly id: string
  readonly infos: object
  readonly keys: readonly string[]
  /** What DataProperties says, where it is more than the keys. */
  readonly properties?: readonly object[]
  /** The dimension of areas: WijkenEnBuurten by default. */
  readonly areas?: string
  readonly records: readonly Readonly<Record<string, unknown>>[]
  /** Lists of codes with their titles, by the dimension; others than of areas are not served without. */
  readonly codes?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The server's own limit to a page, above which it gives a nextLink. */
  readonly serverPage?: number
  /** What `$count` says, where it is not the truth. */
  readonly count?: number
}

export async function startCbs(table: CbsTable): Promise<CbsServer> {
  const times = new Map<string, number>()
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '')
    const before = times.get(path) ?? 0
    times.set(path, before + 1)
    cbs.asked.push(path)
    const fault = cbs.fault(path, before)
    if (fault === null) answer(table, cbs.url, request, response)
    else misbehave(fault, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cbs: CbsServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    fault: () => null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return cbs
}

function misbehave(fault: Fault, response: ServerResponse): void {
  if (fault === 'hang') return
  if (fault === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' })
    response.write('{"value":[{"ID":0,')
    setTimeout(() => response.destroy(), 20)
    return
  }
  response.writeHead(fault.status, fault.headers).end(fault.body ?? 'no')
}

function answer(table: CbsTable, base: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '', base)
  const send = (status: number, body: unknown) =>
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(typeof body === 'string' ? body : JSON.stringify(body))
  const match = /^\/(ODataApi|ODataFeed)\/odata\/(\w+)\/(\w+)(\/\$count)?$/.exec(url.pathname)
  const set = match === null || match[2] !== table.id ? null : setOf(table, match[3] ?? '')
  if (match === null || set === null) return void send(404, { 'odata.error': 'Resource not found' })
  const [, service, , name, counted] = match
  const found = filtered(set, url.searchParams.get('$filter'))
  if (counted !== undefined) return void send(200, String(table.count ?? found.length))
  const skip = Number(url.searchParams.get('$skip') ?? 0)
  const top = Number(url.searchParams.get('$top') ?? Infinity)
  if (service === 'ODataApi' && Math.min(top, found.length - skip) > 10_000) {
    return void send(500, { 'odata.error': { message: { value: 'query returns more than 10000 records' } } })
  }
  const size = Math.min(top, table.serverPage ?? Infinity)
  const value = found.slice(skip, skip + size)
  const more = size < top && skip + size < found.length
  url.searchParams.set('$skip', String(skip + size))
  send(200, {
    'odata.metadata': `${base}/${service}/OData/${table.id}/$metadata#Cbs.OData.WebAPI.${name}`,
    value,
    ...(more ? { 'odata.nextLink': `http://elsewhere.invalid${url.pathname}${url.search}` } : {}),
  })
}

function setOf(table: CbsTable, name: string): readonly Readonly<Record<string, unknown>>[] | null {
  const { areas = 'WijkenEnBuurten', properties } = table
  if (name === 'TableInfos') return [{ Identifier: table.id, ...table.infos }]
  if (name === 'DataProperties' && properties)
    return properties as readonly Readonly<Record<string, unknown>>[]
  if (name === 'DataProperties') return table.keys.map((Key, ID) => ({ ID, Key, Type: 'Topic' }))
  if (name === 'TypedDataSet') return table.records
  const codes = table.codes?.[name]
  if (codes) return Object.entries(codes).map(([Key, Title]) => ({ Key, Title }))
  if (name !== areas) return null
  return table.records.map((record) => ({
    Key: record[areas],
    Title: `Naam van ${String(record[areas])}`,
  }))
}

/** Conditions in brackets and with `and` between them, of which each holds one of what `or` joins. */
function filtered(set: readonly Readonly<Record<string, unknown>>[], filter: string | null) {
  if (filter === null) return set
  const conditions = filter.split(' and ').map((condition) =>
    (condition.startsWith('(') ? condition.slice(1, -1) : condition).split(' or ').map((part) => {
      const [, key = '', start] = /^startswith\((\w+),'(\w+)'\)$/.exec(part) ?? []
      if (start !== undefined)
        return (record: Readonly<Record<string, unknown>>) => String(record[key]).startsWith(start)
      const [, equal = '', value = ''] = /^(\w+) eq '(.*)'$/.exec(part) ?? []
      return (record: Readonly<Record<string, unknown>>) => record[equal] === value
    }),
  )
  return set.filter((record) => conditions.every((parts) => parts.some((holds) => holds(record))))
}
