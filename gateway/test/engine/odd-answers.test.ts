/** Subgraphs and clients that do not behave: whatever a subgraph sends, no data of one thing lands on another, and nothing is null in silence. */
import { get } from 'node:http'
import { connect } from 'node:net'
import { listen } from '@samenhang/subgraph-kit/http-server'
import type { SubgraphAnswer, SubgraphRequest } from '@samenhang/subgraph-kit/subgraph'
import { afterEach, describe, expect, it } from 'vitest'
import { createGateway, type Gateway } from '../../src/operation/gateway.ts'
import { createHttpServer } from '../../src/http/server.ts'
import { fakeSubgraph, serveAnything, silent, supergraphSdl, type FakeName } from '../fakes.ts'
import { planHere } from '../../src/engine/planning/plan-here.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const query =
  '{ areas(codes: ["GM9001", "BU90010101", "GM9001", "XX"]) { code housing { averageWozValue } care { youthCareShare } } }'

/** The gateway over the fakes, housing answering as told. */
async function graphWith(answer: (request: SubgraphRequest) => Promise<SubgraphAnswer>): Promise<Gateway> {
  const subgraphs = (['base-registry', 'housing', 'care'] as FakeName[]).map(
    (name) => fakeSubgraph(name).running,
  )
  const housing = subgraphs[1]!
  const told = { ...housing, execute: answer }
  const gateway = await createGateway({
    startPlanning: planHere,
    supergraphSdl,
    subgraphs: [subgraphs[0]!, told, subgraphs[2]!],
    logger: silent,
  })
  closing.push(() => gateway.close())
  return gateway
}

const worth = (representations: unknown): Record<string, unknown>[] =>
  (representations as { code: string }[]).map(({ code }) => ({
    housing: { averageWozValue: code.length * 1_000 },
  }))

async function areasOf(
  gateway: Gateway,
): Promise<{ areas: (Record<string, unknown> | null)[]; codes: string[]; text: string }> {
  const { text } = await gateway.execute({ query })
  const { data, errors = [] } = JSON.parse(text) as {
    data: { areas: (Record<string, unknown> | null)[] }
    errors?: { extensions: { code: string } }[]
  }
  return { areas: data.areas, codes: errors.map(({ extensions }) => extensions.code), text }
}

const care = { youthCareShare: 9.5 }

describe('a subgraph', () => {
  it('is asked for each thing once, and each place of a thing gets its own', async () => {
    let asked = 0
    const gateway = await graphWith(async ({ variables }) => {
      asked = (variables?.['representations'] as unknown[]).length
      return { data: { _entities: worth(variables?.['representations']) } }
    })
    const { areas } = await areasOf(gateway)
    expect(asked).toBe(2)
    expect(areas).toEqual([
      { code: 'GM9001', housing: { averageWozValue: 6_000 }, care },
      { code: 'BU90010101', housing: { averageWozValue: 10_000 }, care },
      { code: 'GM9001', housing: { averageWozValue: 6_000 }, care },
      null,
    ])
  })

  it.each([
    ['fewer things than asked', (all: unknown[]) => all.slice(1)],
    ['more things than asked', (all: unknown[]) => [...all, ...all]],
    ['no list of things', () => ({ length: 2 }) as never],
  ])('that answers %s gives none of them, and that is told', async (_name, change) => {
    const gateway = await graphWith(async ({ variables }) => ({
      data: { _entities: change(worth(variables?.['representations'])) },
    }))
    const { areas, codes } = await areasOf(gateway)
    expect(areas.map((area) => area?.['housing'] ?? null)).toEqual([null, null, null, null])
    expect(areas.map((area) => area?.['care'] ?? null)).toEqual([care, care, care, null])
    expect(codes).toEqual(['SUBGRAPH_UNAVAILABLE'])
  })

  it('that sends more than was asked changes nothing of what others gave', async () => {
    const gateway = await graphWith(async ({ variables }) => ({
      data: {
        _entities: worth(variables?.['representations']).map((one) => ({
          ...one,
          extra: 1,
          ...(JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"polluted": true}}') as object),
        })),
      },
    }))
    const { text, areas } = await areasOf(gateway)
    expect(text).not.toMatch(/extra|polluted|proto/)
    expect(areas[0]).toEqual({ code: 'GM9001', housing: { averageWozValue: 6_000 }, care })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('that sends a value of another type gives null there, and that is told', async () => {
    const gateway = await graphWith(async ({ variables }) => ({
      data: {
        _entities: worth(variables?.['representations']).map(() => ({
          housing: { averageWozValue: 'much' },
        })),
      },
    }))
    const { areas, codes } = await areasOf(gateway)
    expect(areas[0]).toEqual({ code: 'GM9001', housing: { averageWozValue: null }, care })
    expect(codes).toEqual(['INTERNAL', 'INTERNAL', 'INTERNAL'])
  })
})

describe('names that JavaScript gives a meaning', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '"%s" is an alias like any other',
    async (alias) => {
      const gateway = await graphWith(async ({ variables }) => ({
        data: { _entities: worth(variables?.['representations']) },
      }))
      const { text } = await gateway.execute({ query: `{ municipality(code: "GM9001") { ${alias}: name } }` })
      if (alias !== '__proto__') expect(text).toBe(`{"data":{"municipality":{"${alias}":"Eerstestad"}}}`)
      expect(({} as Record<string, unknown>)['name']).toBeUndefined()
    },
  )
})

describe('a client', () => {
  it('that goes away ends the fetches that run for it', async () => {
    let arrived: () => void = () => undefined
    let ended: () => void = () => undefined
    const fetchEnded = new Promise<void>((resolve) => (ended = resolve))
    const slow = await serveAnything((request, response) => {
      response.on('close', () => ended())
      request.resume()
      arrived()
    })
    closing.push(() => slow.close())
    const gateway = await createGateway({
      startPlanning: planHere,
      supergraphSdl,
      subgraphs: (['housing', 'care'] as FakeName[]).map((name) => fakeSubgraph(name).running),
      subgraphUrls: new Map([['base-registry', slow.url]]),
      logger: silent,
      deadline: 20_000,
    })
    closing.push(() => gateway.close())
    const server = createHttpServer(gateway, { logger: silent })
    const url = await listen(server, { host: '127.0.0.1', port: 0 })
    closing.push(() => server.close())
    const asking = get(
      `${url}/graphql?query=${encodeURIComponent('{ municipality(code: "GM9001") { name } }')}`,
      {
        headers: { 'apollo-require-preflight': 'true' },
      },
    )
    asking.on('error', () => undefined)
    arrived = () => asking.destroy()
    await fetchEnded
  })

  it('that reads slowly holds up nobody else, and gets its whole answer', async () => {
    const gateway = await graphWith(async ({ variables }) => ({
      data: { _entities: worth(variables?.['representations']) },
    }))
    const server = createHttpServer(gateway, { logger: silent })
    const url = new URL(await listen(server, { host: '127.0.0.1', port: 0 }))
    closing.push(() => server.close())
    const codes = Array.from({ length: 1_000 }, (_, index) => (index % 2 ? 'GM9001' : 'BU90010101'))
    const wide = `{ areas(codes: ${JSON.stringify(codes)}) { code name housing { averageWozValue } } }`
    const body = JSON.stringify({ query: wide })
    const slow = connect(Number(url.port), url.hostname)
    let received = 0
    slow.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    )
    await new Promise<void>((resolve) => slow.once('readable', resolve))
    const quick = await fetch(`${url.href}graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    expect(quick.status).toBe(200)
    let end = ''
    for await (const chunk of slow) {
      received += (chunk as Buffer).length
      end = (end + (chunk as Buffer).toString()).slice(-60)
    }
    expect(received).toBeGreaterThan(50_000)
    expect(end).toMatch(/"averageWozValue":\d+\}\}\]\}\}\n?$/)
  })
})
