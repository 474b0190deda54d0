/**
 * What could be inferred of persons without being told: from numbers made of their records, from what is counted of the hub, from marks
 * and from answers that are kept. Published figures and the counts of focus groups come protected and are attacked elsewhere.
 */
import { createHttpServer } from '@samenhang/gateway/server'
import { drain, listen } from '@samenhang/subgraph-kit/http-server'
import { silent } from '@samenhang/subgraph-kit/testing'
import { getNamedType } from 'graphql'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openHub, type TestHub } from './hub.ts'
import { isClosed, isOpen, objects, openOperations } from './open-operations.ts'

let hub: TestHub
let url = ''
let close: () => Promise<void>
beforeAll(async () => {
  hub = await openHub({
    country: { neighbourhoods: 20, people: 300 },
    refreshed: true,
    cacheBytes: 10_000_000,
    documents: new Map([['place', '{ municipality(code: "GM9001") { name housing { dwellings } } }']]),
  })
  const server = createHttpServer(hub.gateway, { logger: silent })
  url = await listen(server, { host: '127.0.0.1', port: 0 })
  close = async () => {
    await drain(server, 500)
    await hub.close()
  }
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => close())

interface Person {
  readonly id: string
  readonly accessLog: {
    readonly nodes: readonly { readonly at: string }[]
    readonly pageInfo: { readonly startCursor: string | null; readonly endCursor: string | null }
  } | null
}
interface Caseload {
  readonly nodes: readonly Person[]
  readonly totalCount: number
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean }
}

const as = async (actor = 'caseworker-1') => ({
  credentials: await hub.credentials('caseworker', 'open-needs', actor),
})
async function caseload(asked: string, actor?: string): Promise<Caseload> {
  const { data } = await hub.ask(
    `{ caseload(${asked}) { totalCount nodes { id } pageInfo { endCursor hasNextPage } } }`,
    {},
    await as(actor),
  )
  return (data as unknown as { caseload: Caseload }).caseload
}

describe('numbers made of records of persons', () => {
  it('are these, each with a rule: what one person’s record says, and three counts', () => {
    const numbers = objects.flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => {
          const { name } = getNamedType(field.type)
          return name === 'Int' || name === 'Float'
        })
        .map(({ name }) => [type.name, name] as const)
        .filter(([owner, name]) => isClosed(owner, name))
        .map((coordinate) => coordinate.join('.')),
    )
    expect(numbers.sort()).toEqual([
      // For auditors: the place of a request in the audit log, and of how many persons it was.
      'AuditLogEntry.number',
      'AuditLogEntry.persons',
      'Person.birthYear',
      // The caller's own caseload, all of whom the caller may list.
      'PersonConnection.totalCount',
      'PersonHousehold.persons',
      'PersonHousing.monthsRegistered',
      'PersonHousing.offersMade',
      'PersonHousing.offersRefused',
      'PersonIntegration.permitYear',
      // Closed, though of no person: how often a client asked an operation.
      'SchemaUse.requests',
    ])
  })

  it('are not behind anything else: no statement that answers the public reads a table of persons', async () => {
    const tables = new Set<string>()
    for (const { database } of hub.subgraphs)
      for (const { name } of await database.all<{ name: string }>(
        `select m.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and c.name = 'subject'`,
      ))
        tables.add(name)
    expect([...tables].sort()).toEqual(expect.arrayContaining(['caseload', 'person']))
    const ofPersons = new RegExp(`\\b(from|join) (${[...tables].join('|')})\\b`)
    const spies = hub.subgraphs.flatMap(({ database }) => [
      vi.spyOn(database, 'all'),
      vi.spyOn(database, 'values'),
    ])
    const read = () =>
      spies.flatMap(({ mock }) => mock.calls.map(([sql]) => sql)).filter((sql) => ofPersons.test(sql))

    const asked = new Set<string>()
    for (const { text, coordinates } of openOperations(await sampleCodes())) {
      const { errors } = await hub.ask(text)
      expect(errors, text).toEqual([])
      for (const coordinate of coordinates) asked.add(coordinate)
    }
    const open = objects.flatMap((type) =>
      Object.keys(type.getFields())
        .filter((field) => isOpen(type.name, field) && type.name !== 'Person')
        .map((field) => `${type.name}.${field}`),
    )
    expect([...asked].sort()).toEqual(open.sort())
    expect(read()).toEqual([])

    await caseload('first: 1')
    expect(read()).not.toEqual([])
  })
})

describe('counts of the hub about persons', () => {
  it('a caseload counts the caller’s own, who may all be listed: the same on each page, and nobody else’s', async () => {
    for (const actor of ['caseworker-1', 'caseworker-2']) {
      const { totalCount } = await caseload('first: 1', actor)
      const listed: string[] = []
      for (let after = '', more = true; more;) {
        const page = await caseload(`first: 7${after}`, actor)
        expect(page.totalCount).toBe(totalCount)
        listed.push(...page.nodes.map(({ id }) => id))
        after = `, after: ${JSON.stringify(page.pageInfo.endCursor)}`
        more = page.pageInfo.hasNextPage
      }
      expect(new Set(listed).size).toBe(totalCount)
      expect(listed).toHaveLength(totalCount)
    }
    expect(await caseload('first: 1', 'caseworker-3')).toMatchObject({ totalCount: 0, nodes: [] })
    // A cursor is one caller’s, says nothing of whom it leads to, and cannot be made.
    const { nodes, pageInfo } = await caseload('first: 1', 'caseworker-2')
    const theirs = nodes[0]?.id ?? ''
    expect(Buffer.from(pageInfo.endCursor ?? '', 'base64url').toString('latin1')).not.toContain(theirs)
    for (const after of [
      pageInfo.endCursor,
      Buffer.from(theirs).toString('base64url'),
      'x',
      'A'.repeat(9_000),
    ]) {
      const query = `query ($after: String) { caseload(first: 5, after: $after) { totalCount } }`
      const { data, errors } = await hub.ask(query, { after }, await as())
      expect(data).toEqual({ caseload: null })
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_ARGUMENT' } }])
      expect(JSON.stringify(errors)).not.toContain(theirs)
    }
  })

  it('who looked at a person says nothing of how often others were looked at', async () => {
    const [id, other] = (await caseload('first: 2')).nodes.map((node) => node.id)
    const look = 'query Look($id: ID!) { person(id: $id) { birthYear } }'
    const log = `query Log($id: ID!, $after: String) { person(id: $id) { accessLog(first: 1, after: $after) { nodes { at } pageInfo { startCursor endCursor } } } }`
    const logOf = async (after?: string | null) => {
      const { data, errors } = await hub.ask(log, { id, ...(after && { after }) }, await as())
      expect(errors).toEqual([])
      return (data as unknown as { person: Person }).person.accessLog!
    }
    const cursors = new Set<string>()
    for (let round = 0; round < 3; round += 1) {
      for (let times = 0; times <= round; times += 1) await hub.ask(look, { id: other }, await as())
      const { nodes, pageInfo } = await logOf()
      expect(nodes).toHaveLength(1)
      const key = Buffer.from(pageInfo.startCursor!, 'base64url').toString()
      expect(key).toMatch(/^[\da-f]{16}$/)
      cursors.add(key)
    }
    expect(cursors.size).toBe(3)
    // The cursor is good for going on, and for this person only.
    const newest = await logOf()
    expect((await logOf(newest.pageInfo.endCursor)).nodes).toHaveLength(1)
    const theirs = await hub.ask(log, { id: other, after: newest.pageInfo.endCursor }, await as())
    expect(theirs.data).toMatchObject({ person: { accessLog: { nodes: [] } } })
  })
})

describe('whether a person is there', () => {
  const query = 'query Who($id: ID!) { person(id: $id) { birthYear housing { situation } } }'
  const nobody = `${'A'.repeat(21)}Q`

  /** All that comes back to one who asks over HTTP, and how the hub’s own counts changed meanwhile. */
  async function told(path: string, init: RequestInit) {
    const before = await counts()
    const response = await fetch(`${url}${path}`, init)
    const text = await response.text()
    const after = await counts()
    const headers = [...response.headers].filter(([name]) => !['date', 'x-hub-trace'].includes(name))
    const grown = [...after].flatMap(([name, value]) => {
      const by = value - (before.get(name) ?? 0)
      return by === 0 ? [] : [`${name} +${String(by)}`]
    })
    return { status: response.status, headers, text, grown }
  }

  /** The hub’s own, not those of the process, and no time taken. */
  async function counts(): Promise<ReadonlyMap<string, number>> {
    const { text } = await hub.gateway.metrics.text()
    const own =
      /^(hub_(?:requests|fetches|cache|cached_answers|apollo_executor)_total\S*|hub_request_duration_seconds_count\S*) (\d+)$/gm
    return new Map([...text.matchAll(own)].map(([, name = '', value]) => [name, Number(value)]))
  }

  async function asked(id: string, actor: string) {
    const { credentials } = await as(actor)
    return told('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: credentials.authorization!,
        'x-hub-purpose': credentials.purpose!,
      },
      body: JSON.stringify({ query, variables: { id } }),
    })
  }

  it('is the same in every header, count and byte for one of another’s caseload and one who is not there', async () => {
    const own = new Set((await caseload('first: 50', 'caseworker-2')).nodes.map(({ id }) => id))
    const outside = (await caseload('first: 50')).nodes.find(({ id }) => !own.has(id))!.id
    const there = await asked(outside, 'caseworker-1')
    expect(JSON.parse(there.text)).toMatchObject({
      data: { person: { birthYear: expect.any(Number) as number } },
    })
    expect(there.grown).toContain('hub_fetches_total{subgraph="housing"} +1')
    // Once for what is kept of an operation.
    await asked(nobody, 'caseworker-2')
    const hidden = await asked(outside, 'caseworker-2')
    expect(JSON.parse(hidden.text)).toEqual({ data: { person: null } })
    expect(hidden).toEqual(await asked(nobody, 'caseworker-2'))
  })

  it('changes no mark and no kept answer: of what is open they stay, of persons there are none', async () => {
    const place = () => told('/operations/place', {})
    await place()
    const before = await place()
    const etag = before.headers.find(([name]) => name === 'etag')?.[1]
    expect(etag).toMatch(/^"[\w-]{22}"$/)
    const [client] = (await caseload('first: 1')).nodes
    for (const ids of [
      [client!.id, client!.id],
      [nobody, nobody],
    ])
      for (const id of ids) {
        const { headers, grown } = await asked(id, 'caseworker-1')
        expect(headers.map(([name]) => name)).not.toContain('etag')
        expect(grown).toContain('hub_fetches_total{subgraph="base-registry"} +1')
        expect(grown.filter((line) => line.includes('result="hit"'))).toEqual([])
      }
    expect(await place()).toEqual(before)
  })
})

/** A code of each level, as literals by the name of its type. */
async function sampleCodes(): Promise<ReadonlyMap<string, string>> {
  const registry = hub.subgraphs.find(({ name }) => name === 'base-registry')
  const rows = await registry!.database.all<{ level: string; code: string }>(
    'select level, max(code) as code from area group by level',
  )
  const regions = await registry!.database.all<{ code: string }>('select max(code) as code from region')
  const found = [...rows, ...regions.map(({ code }) => ({ level: 'REGION', code }))]
  return new Map(found.map(({ level, code }) => [level, JSON.stringify(code)]))
}
