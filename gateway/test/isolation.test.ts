/**
 * A domain that is slow, failing or odd costs its own fields only, with an error at their place, in process
 * and over HTTP.
 */
import { startServing } from '@samenhang/subgraph-kit/serve'
import { afterEach, describe, expect, it } from 'vitest'
import type { FetchEvent } from '../src/subgraph-sources/fetch.ts'
import { createGateway, type Gateway } from '../src/operation/gateway.ts'
import {
  fakeNames,
  fakeSubgraph,
  serveAnything,
  silent,
  supergraphSdl,
  type Fake,
  type FakeName,
} from './fakes.ts'
import { code, machinery, page, profile, wholeProfile } from './operations.ts'
import { planHere } from '../src/engine/planning/plan-here.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

interface Hub {
  readonly gateway: Gateway
  readonly fakes: Readonly<Record<FakeName, Fake>>
  readonly fetches: FetchEvent[]
}

/** A gateway over the fakes, all in process, all over HTTP, or with one of them at a URL of its own. */
async function hub(
  mode: 'in process' | 'over HTTP',
  elsewhere: Partial<Record<FakeName, URL>> = {},
  deadline = 20_000,
): Promise<Hub> {
  const fakes = Object.fromEntries(fakeNames.map((name) => [name, fakeSubgraph(name)])) as Record<
    FakeName,
    Fake
  >
  const fetches: FetchEvent[] = []
  const subgraphUrls = new Map(Object.entries(elsewhere))
  const here = fakeNames.filter((name) => !subgraphUrls.has(name))
  for (const name of mode === 'over HTTP' ? here : []) {
    const subgraph = { name, open: () => Promise.resolve(fakes[name].running) }
    const served = await startServing(subgraph, { PORT: '0' }, silent)
    closers.push(() => served.close())
    subgraphUrls.set(name, new URL(served.url))
  }
  const gateway = await createGateway({
    startPlanning: planHere,
    supergraphSdl,
    subgraphs: here.filter((name) => !subgraphUrls.has(name)).map((name) => fakes[name].running),
    subgraphUrls,
    logger: silent,
    deadline,
    observe: (event) => fetches.push(event),
  })
  closers.push(() => gateway.close())
  return { gateway, fakes, fetches }
}

const run = async (gateway: Gateway, query: string, variables: Record<string, unknown> = { code }) => {
  const { status, text } = await gateway.execute({ query, variables })
  return { status, text, body: JSON.parse(text) as { data?: unknown; errors?: Record<string, unknown>[] } }
}

const careIsDown = [
  {
    message: expect.stringContaining('The domain "care" did not answer') as unknown,
    path: ['neighbourhood', 'care'],
    extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'care' },
  },
]
const profileWithoutCare = { neighbourhood: { ...wholeProfile.neighbourhood, care: null } }

describe.each(['in process', 'over HTTP'] as const)('subgraphs %s', (mode) => {
  it('one query crosses domains, with one fetch for each subgraph', async () => {
    const { gateway, fetches } = await hub(mode)
    expect((await run(gateway, profile)).body).toEqual({ data: wholeProfile })
    expect(fetches.map(({ subgraph }) => subgraph).sort()).toEqual(['base-registry', 'care', 'housing'])
  })

  it('one domain slow: its fields are null with an error, the others answer', async () => {
    const { gateway, fakes } = await hub(mode, {}, 800)
    fakes.care.delay = 4_000
    const { status, text, body } = await run(gateway, profile)
    expect({ status, body }).toEqual({ status: 200, body: { data: profileWithoutCare, errors: careIsDown } })
    expect(text).not.toMatch(machinery)
  })

  it('one domain failing whole: its fields are null with an error, the others answer', async () => {
    const { gateway, fakes } = await hub(mode)
    fakes.care.fault = new Error('SQLITE_CORRUPT at /srv/data/care.sqlite on 127.0.0.1')
    const { body, text } = await run(gateway, profile)
    expect(body).toEqual({ data: profileWithoutCare, errors: careIsDown })
    expect(text).not.toMatch(machinery)
  })

  it('below a list there is one error, whose path ends at the list', async () => {
    const { gateway, fakes } = await hub(mode)
    fakes.care.fault = new Error('down')
    const { body } = await run(gateway, page)
    expect(body.errors).toEqual([{ ...careIsDown[0], path: ['municipality', 'neighbourhoods'] }])
    expect(body.data).toEqual({
      municipality: {
        name: 'Eerstestad',
        neighbourhoods: ['BU90010101', 'BU90010102'].map((each) => ({
          code: each,
          housing: { averageWozValue: 312_000 },
          care: null,
        })),
      },
    })
  })

  it('the base registry down: the root field is null with an error at it', async () => {
    const { gateway, fakes } = await hub(mode)
    fakes['base-registry'].fault = new Error('down')
    const { status, body } = await run(gateway, profile)
    expect({ status, data: body.data }).toEqual({ status: 200, data: { neighbourhood: null } })
    expect(body.errors).toMatchObject([
      { path: ['neighbourhood'], extensions: { subgraph: 'base-registry' } },
    ])
  })

  it('an error made for people passes with its code, sentence, data and place', async () => {
    const { gateway } = await hub(mode)
    const { body } = await run(
      gateway,
      `{ neighbourhood(code: "${code}") { name old: housing(period: 1999) { period } } }`,
    )
    expect(body.data).toEqual({ neighbourhood: { name: 'Noord', old: null } })
    expect(body.errors).toEqual([
      {
        message: 'No housing figures for 1999.',
        path: ['neighbourhood', 'old'],
        extensions: { code: 'PERIOD_NOT_PUBLISHED', period: 1999, latest: 2024 },
      },
    ])
  })

  it('any other error is INTERNAL with an error id, and nothing of its own text', async () => {
    const { gateway } = await hub(mode)
    const { body, text } = await run(
      gateway,
      `{ neighbourhood(code: "${code}") { name housing(period: 1666) { period } } }`,
    )
    expect(body.errors).toMatchObject([
      {
        path: ['neighbourhood', 'housing'],
        extensions: { code: 'INTERNAL', errorId: expect.any(String) as unknown },
      },
    ])
    expect(text).not.toMatch(machinery)
    expect(text).not.toContain('postgres')
  })

  it('`__proto__` as an alias or a variable answers like any other name', async () => {
    const { gateway } = await hub(mode)
    const { text } = await run(
      gateway,
      `{ neighbourhood(code: "${code}") { __proto__: name care { __proto__: period } } }`,
    )
    expect(text).toBe('{"data":{"neighbourhood":{"__proto__":"Noord","care":{"__proto__":2024}}}}')
    await run(
      gateway,
      `query($__proto__: ID!) { neighbourhood(code: $__proto__) { name } }`,
      JSON.parse('{"__proto__": {"polluted": 1}}') as Record<string, unknown>,
    )
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect((await run(gateway, profile)).body).toEqual({ data: wholeProfile })
  })
})

it('in process and over HTTP the same operations give the same bytes', async () => {
  const here = await hub('in process')
  const there = await hub('over HTTP')
  const operations = [
    profile,
    page,
    `{ areas(codes: ["GM9001", "XX"]) { __typename name housingSeries { period } } }`,
  ]
  for (const operation of operations) {
    expect((await run(there.gateway, operation)).text).toBe((await run(here.gateway, operation)).text)
  }
  here.fakes.care.fault = there.fakes.care.fault = new Error('down')
  expect((await run(there.gateway, profile)).text).toBe((await run(here.gateway, profile)).text)
})

const json = { 'content-type': 'application/json' }
const rubbish: Readonly<Record<string, readonly [number, Record<string, string>, string]>> = {
  'HTML instead of JSON': [200, { 'content-type': 'text/html' }, '<html>127.0.0.1</html>'],
  'text that only says it is JSON': [200, json, '<html>'],
  'half an answer': [200, json, '{"data":{"_entities":[{"__typename":"Area","care":{"peri'],
  'a redirect': [302, { location: 'http://127.0.0.1:1/elsewhere' }, ''],
  'a server error with a stack': [500, json, '{"errors":[{"message":"at /srv/app.ts:1 stack"}]}'],
  'too few entities': [200, json, '{"data":{"_entities":[]}}'],
  'too many entities': [200, json, '{"data":{"_entities":[null,null]}}'],
  'neither data nor errors': [200, json, '{}'],
  'a list': [200, json, '[]'],
  'more than ten megabytes': [
    200,
    json,
    `{"data":{"_entities":[{"care":null,"filler":"${'x'.repeat(10_000_000)}"}]}}`,
  ],
  'a compressed answer': [200, { ...json, 'content-encoding': 'br' }, 'x'],
}

describe('one domain answering rubbish: its fields are null with an error, the others answer, nothing leaks', () => {
  it.each(Object.keys(rubbish))('%s', async (kind) => {
    const [status, headers, body] = rubbish[kind] ?? [200, json, '']
    const server = await serveAnything((_request, response) => response.writeHead(status, headers).end(body))
    closers.push(server.close)
    const { gateway } = await hub('in process', { care: server.url })
    const answer = await run(gateway, profile)
    expect(answer.body).toEqual({ data: profileWithoutCare, errors: careIsDown })
    expect(answer.text).not.toMatch(machinery)
  })

  it('nobody there', async () => {
    const server = await serveAnything(() => undefined)
    server.close()
    const { gateway } = await hub('in process', { care: server.url })
    expect((await run(gateway, profile)).body).toEqual({ data: profileWithoutCare, errors: careIsDown })
  })

  it('a body that never ends', async () => {
    const server = await serveAnything((_request, response) =>
      response.writeHead(200, json).write('{"data":'),
    )
    closers.push(server.close)
    const { gateway } = await hub('in process', { care: server.url }, 800)
    expect((await run(gateway, profile)).body).toEqual({ data: profileWithoutCare, errors: careIsDown })
  })
})

it('a domain that sends more than was asked cannot write into other domains', async () => {
  const answer =
    '{"data":{"_entities":[{"name":"Forged","housing":{"averageWozValue":1},"__proto__":{"polluted":1},"care":{"period":2024,"youthCareShare":9.5}}]}}'
  const server = await serveAnything((_request, response) => response.writeHead(200, json).end(answer))
  closers.push(server.close)
  const { gateway } = await hub('in process', { care: server.url })
  expect((await run(gateway, profile)).body).toEqual({ data: wholeProfile })
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

it('errors of a subgraph elsewhere cannot set the status, headers or extensions of the answer', async () => {
  const error = {
    message: 'Later.',
    path: ['_entities', 0, 'care'],
    extensions: {
      code: 'PERIOD_NOT_PUBLISHED',
      http: { status: 418 },
      stacktrace: ['x'],
      serviceName: 'care',
    },
  }
  const body = JSON.stringify({ data: { _entities: [{ care: null }] }, errors: [error] })
  const server = await serveAnything((_request, response) => response.writeHead(200, json).end(body))
  closers.push(server.close)
  const { gateway } = await hub('in process', { care: server.url })
  const answer = await run(gateway, profile)
  expect(answer.status).toBe(200)
  expect(answer.body.errors).toEqual([
    { message: 'Later.', path: ['neighbourhood', 'care'], extensions: { code: 'PERIOD_NOT_PUBLISHED' } },
  ])
})

it('subgraphs are sent the trace id and nothing else of the client', async () => {
  const seen: Record<string, unknown>[] = []
  const server = await serveAnything((request, response) => {
    seen.push(request.headers)
    response.writeHead(200, json).end('{"data":{"_entities":[{"care":null}]}}')
  })
  closers.push(server.close)
  const { gateway } = await hub('in process', { care: server.url })
  const { traceId } = await gateway.execute({ query: profile, variables: { code } })
  // The hub's own questions have a trace of their own.
  const own = seen.filter(({ traceparent }) => String(traceparent).includes(traceId))
  const pattern: unknown = expect.stringMatching(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`))
  expect(own).toMatchObject([{ traceparent: pattern, 'accept-encoding': 'identity' }])
  expect(Object.keys(own[0] ?? {}).sort()).toEqual([
    ...['accept', 'accept-encoding', 'connection', 'content-length', 'content-type', 'host', 'traceparent'],
  ])
})

it('below an object that several domains fill, the error stands at the part that is missing', async () => {
  const { gateway, fakes } = await hub('in process')
  fakes.care.fault = new Error('down')
  const { body } = await run(gateway, '{ datasets { housing { years } care { years } } }')
  expect(body.data).toEqual({ datasets: { housing: { years: [2024] }, care: null } })
  expect(body.errors).toMatchObject([{ path: ['datasets', 'care'] }])
})
