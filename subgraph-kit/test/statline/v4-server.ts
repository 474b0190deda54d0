/** A local server that answers as the CBS's OData v4 API does: observations in pages with `@odata.nextLink`, codes, properties; no v3. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Observation = Readonly<Record<string, string | number | null>>

export interface V4Server {
  readonly url: string
  readonly asked: string[]
  close(): Promise<void>
}

export interface V4Options {
  readonly id: string
  readonly title: string
  readonly measures: readonly Readonly<Record<string, string | number | null>>[]
  readonly groups?: readonly Readonly<Record<string, string | number | null>>[]
  readonly observations: readonly Observation[]
  /** Lists of codes with their titles, by the dimension; with any, the dimensions are listed too. */
  readonly codes?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly pageSize?: number
  /** What `$count` says, where it is not the truth; null where the server does not count. */
  readonly count?: number | null
  /** Breaks off in the page from this observation on. */
  readonly cutAt?: number
}

export async function startV4(options: V4Options): Promise<V4Server> {
  const {
    id,
    title,
    measures,
    groups = [],
    observations,
    pageSize = 3,
    count = observations.length,
  } = options
  const asked: string[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://here')
    asked.push(decodeURIComponent(request.url ?? ''))
    const send = (body: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const set = new RegExp(`^/CBS/${id}/(.+)$`).exec(url.pathname)?.[1]
    const skip = Number(url.searchParams.get('$skip') ?? 0)
    if (set === 'Properties') send({ Identifier: id, Title: title })
    else if (set === 'MeasureCodes') send({ value: measures })
    else if (set === 'MeasureGroups') send({ value: groups })
    else if (set === 'Dimensions' && options.codes)
      send({ value: Object.keys(options.codes).map((Identifier) => ({ Identifier, Title: Identifier })) })
    else if (set && options.codes?.[set.replace(/Codes$/, '')])
      send({
        value: Object.entries(options.codes[set.replace(/Codes$/, '')] ?? {}).map(([Identifier, Title]) => ({
          Identifier,
          Title,
        })),
      })
    else if (set === 'WijkenEnBuurtenCodes' || set === 'RegioSCodes')
      send({ value: [{ Identifier: 'GM8001', Title: 'Proefstad', Index: 1, Description: null }] })
    else if (set === 'Observations/$count' && count !== null) send(count)
    else if (set === 'Observations' && options.cutAt !== undefined && skip >= options.cutAt)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"value":[{"Id":')
    else if (set === 'Observations') {
      const more = skip + pageSize < observations.length
      url.searchParams.set('$skip', String(skip + pageSize))
      send({
        value: observations.slice(skip, skip + pageSize),
        ...(more && { '@odata.nextLink': `http://elsewhere.invalid${url.pathname}${url.search}` }),
      })
    } else response.writeHead(404).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
