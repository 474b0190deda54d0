/**
 * The tools of the hub for language models (MCP), with the client of the official SDK over HTTP: figures with unit, period, source and the reason of a
 * gap, bounded and said so; nothing of people, nobody's page, and the limits and logs of any request.
 */
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { createHttpServer } from '@samenhang/gateway/server'
import { createLogger } from '@samenhang/gateway/log'
import { drain, listen } from '@samenhang/subgraph-kit/http-server'
import { silent } from '@samenhang/subgraph-kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHub, type TestHub } from './hub.ts'

interface Figures {
  readonly figures: readonly {
    readonly code: string
    readonly indicator: string
    readonly period: number | null
    readonly value: number | null
    readonly status: string
    readonly unit: string
    readonly source: string | null
  }[]
  readonly figuresInAll: number
  readonly isCut: boolean
  readonly table?: string
  readonly unknownAreas?: readonly string[]
}

const lines: string[] = []
let hub: TestHub
let base = ''
let client: Client
let close: () => Promise<void>

beforeAll(async () => {
  hub = await openHub({
    country: { neighbourhoods: 100, people: 200 },
    logger: createLogger('info', { write: (line) => void lines.push(line) }),
    documents: new Map([
      ['of-people', '# Who is waiting.\n{ caseload { nodes { id } } }'],
      ['two-lists', '{ country { provinces { nodes { code } } municipalities { nodes { code } } } }'],
      [
        'codes-and-names',
        '# Every neighbourhood of a municipality.\nquery ($code: ID!, $first: Int) { municipality(code: $code) { neighbourhoods(first: $first) { nodes { code name housing { averageWozValue } } } } }',
      ],
    ]),
  })
  const server = createHttpServer(hub.gateway, { logger: silent, allowedOrigins: ['https://example.nl'] })
  base = await listen(server, { host: '127.0.0.1', port: 0 })
  client = new Client({ name: 'test', version: '1' })
  await client.connect(new StreamableHTTPClientTransport(new URL(`${base}/mcp`)))
  close = async () => {
    await client.close()
    await drain(server, 500)
    await hub.close()
  }
})
afterAll(() => close())

async function call<Result extends object>(
  name: string,
  given: object,
): Promise<Result & { readonly error?: string }> {
  const { content } = (await client.callTool({ name, arguments: { ...given } })) as {
    content: { text: string }[]
  }
  return JSON.parse(content[0]?.text ?? '') as Result & { readonly error?: string }
}

it('lists four tools with their arguments; an operation about people is not among the operations', async () => {
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual([
    'search_indicators',
    'search_areas',
    'get_figures',
    'run_operation',
  ])
  for (const { inputSchema, description } of tools)
    expect([inputSchema.type, (description ?? '').length > 50]).toEqual(['object', true])
  const run = tools.at(-1)
  const { operation, variables } = run?.inputSchema.properties as unknown as {
    operation: { enum: string[] }
    variables: { anyOf: { title: string; properties: object; required: string[] }[] }
  }
  expect(operation.enum).toContain('codes-and-names')
  expect(operation.enum).not.toContain('of-people')
  expect(run?.description).toContain('codes-and-names: Every neighbourhood of a municipality.')
  expect(JSON.stringify(tools)).not.toContain('Who is waiting')
  // The hub reads tables to their end, so a page is nothing to ask for.
  expect(variables.anyOf.find(({ title }) => title === 'codes-and-names')).toMatchObject({
    properties: { code: { type: 'string', description: expect.any(String) } },
    required: ['code'],
    additionalProperties: false,
  })
})

it('finds figures by Dutch and English words, and places by name with what they lie in', async () => {
  type Found = { indicators: { id: string; unit: string; source: string }[]; found: number; isCut: boolean }
  for (const words of ['WOZ', 'gemiddelde woz', 'average woz value']) {
    const { indicators } = await call<Found>('search_indicators', { words })
    expect(indicators[0]).toMatchObject({ id: 'housing.averageWozValue', unit: 'EURO' })
  }
  const cut = await call<Found>('search_indicators', { words: 'a', limit: 3 })
  expect([cut.indicators.length, cut.isCut, cut.found > 3]).toEqual([3, true, true])
  expect(await call('search_indicators', { words: 'xqxqx' })).toMatchObject({ indicators: [], found: 0 })
  const { areas } = await call<{ areas: { code: string; municipality?: object }[] }>('search_areas', {
    name: 'e',
    level: 'NEIGHBOURHOOD',
    limit: 2,
  })
  expect(areas).toHaveLength(2)
  expect(areas[0]).toMatchObject({
    code: expect.stringMatching(/^BU/),
    municipality: { code: expect.any(String) },
  })
})

it('a figure has its unit, period, source and status, as the graph has them', async () => {
  const { figures, isCut, unknownAreas } = await call<Figures>('get_figures', {
    areas: ['GM9001', 'GM9002', 'GM9999'],
    indicators: ['housing.averageWozValue', 'care.youthCareShare'],
    period: 2024,
  })
  expect([figures.length, isCut, unknownAreas]).toEqual([4, false, ['GM9999']])
  const { data } = await hub.ask(
    '{ area(code: "GM9001") { housing(period: 2024) { averageWozValue period source { table } } } }',
  )
  const { housing } = (
    data as unknown as {
      area: { housing: { averageWozValue: number; period: number; source: { table: string } } }
    }
  ).area
  expect(figures[0]).toMatchObject({
    code: 'GM9001',
    indicator: 'housing.averageWozValue',
    value: housing.averageWozValue,
    period: housing.period,
    source: housing.source.table,
    unit: 'EURO',
    status: 'VALUE',
  })
})

it('where a figure is missing it says why, and never gives zero for it', async () => {
  const indicators = hub.gateway.indicators.map(({ id }) => id)
  let missing = 0
  for (let from = 0; from < indicators.length; from += 20) {
    const { figures } = await call<Figures>('get_figures', {
      areas: ['BU90010101', 'GM9001'],
      indicators: indicators.slice(from, from + 20),
    })
    for (const { value, status } of figures) {
      expect((value === null) === (status !== 'VALUE')).toBe(true)
      if (value === null) missing += 1
    }
  }
  expect(missing).toBeGreaterThan(0)
})

it('what is cut says so, and the whole is at the address that it gives', async () => {
  const areas = ['GM9001', 'GM9002', 'GM9003']
  const indicators = ['housing.averageWozValue', 'care.youthCareShare']
  const { figures, figuresInAll, isCut, table } = await call<Figures>('get_figures', {
    areas,
    indicators,
    limit: 4,
  })
  expect([figures.length, figuresInAll, isCut]).toEqual([4, 6, true])
  const response = await fetch(table ?? '')
  expect((await response.text()).trim().split('\r\n')).toHaveLength(1 + 6)
  const run = await call<{ rows: object[]; isCut: boolean; rowsInAll: number; table: string }>(
    'run_operation',
    {
      operation: 'codes-and-names',
      variables: { code: 'GM9001' },
      limit: 2,
    },
  )
  expect([run.rows.length, run.isCut]).toEqual([2, true])
  const whole = await (await fetch(run.table)).text()
  expect(whole.trim().split('\r\n')).toHaveLength(1 + run.rowsInAll)
  expect(run.rows[0]).toHaveProperty('housing_averageWozValue_status')
})

it('nothing of people is given: not by name, not with a token and a purpose', async () => {
  const { error } = await call('run_operation', { operation: 'of-people' })
  expect(error).toContain('protected fields')
  const { authorization, purpose } = await hub.credentials('caseworker', 'open-needs')
  const asked = new Client({ name: 'caseworker', version: '1' })
  await asked.connect(
    new StreamableHTTPClientTransport(new URL(`${base}/mcp`), {
      requestInit: { headers: { authorization: authorization ?? '', 'x-hub-purpose': purpose ?? '' } },
    }),
  )
  const { isError, content } = await asked.callTool({
    name: 'run_operation',
    arguments: { operation: 'of-people' },
  })
  expect([isError, JSON.stringify(content).includes('TABLE_NOT_ALLOWED')]).toEqual([true, true])
  await asked.close()
})

it('a wrong argument is told with what would be right, and asks nothing', async () => {
  const wrong: readonly (readonly [string, object, string])[] = [
    ['get_figures', { areas: [], indicators: ['housing.averageWozValue'] }, '`areas` must be a list'],
    [
      'get_figures',
      { areas: ['GM9001'], indicators: ['housing.averageWozValues'] },
      'Did you mean housing.averageWozValue?',
    ],
    ['get_figures', { areas: ['nothing'], indicators: ['housing.averageWozValue'] }, 'nothing'],
    [
      'get_figures',
      { areas: ['GM9001'], indicators: ['housing.averageWozValue'], year: 2019 },
      'no argument `year`',
    ],
    [
      'get_figures',
      { areas: ['GM9001'], indicators: ['housing.averageWozValue'], period: '2019' },
      '`period` must be a year',
    ],
    [
      'get_figures',
      { areas: ['GM9001'], indicators: ['housing.averageWozValue'], limit: 501 },
      'from 1 to 500',
    ],
    ['search_areas', { name: 'a', level: 'STREET' }, 'STREET'],
    ['search_indicators', { words: ' ' }, '`words` must be a text'],
    ['run_operation', { operation: 'nothing' }, 'There is no registered operation "nothing"'],
    ['run_operation', { operation: 'codes-and-names' }, 'code'],
    ['run_operation', { operation: 'codes-and-names', variables: { colour: 1 } }, 'no argument `colour`'],
    ['run_operation', { operation: 'two-lists' }, '@row'],
    ['nothing', {}, 'There is no tool "nothing"'],
  ]
  for (const [tool, given, message] of wrong)
    expect([tool, given, (await call(tool, given)).error]).toEqual([
      tool,
      given,
      expect.stringContaining(message),
    ])
})

it('pages of other sites, large bodies and anything but POST are refused', async () => {
  const message = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }
  const send = (headers: Record<string, string>, body = JSON.stringify(message)) =>
    fetch(`${base}/mcp`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...headers,
      },
      body,
    })
  expect((await send({})).status).toBe(200)
  expect((await send({ origin: 'https://example.nl' })).status).toBe(200)
  expect((await send({ origin: base })).status).toBe(200)
  // A name that leads to this machine is the page of whoever owns the name.
  for (const origin of ['https://evil.example', 'null', 'http://evil.example:4000'])
    expect([origin, (await send({ origin, host: 'evil.example:4000' })).status]).toEqual([origin, 403])
  expect((await send({}, JSON.stringify({ ...message, more: 'x'.repeat(1_000_001) }))).status).toBe(413)
  expect((await send({}, 'nothing')).status).toBe(400)
  expect((await send({}, JSON.stringify([message, message]))).status).toBe(400)
  expect((await send({ authorization: 'Bearer nobody' })).status).toBe(401)
  for (const method of ['GET', 'DELETE', 'PUT']) {
    const response = await fetch(`${base}/mcp`, { method })
    expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, 'POST, OPTIONS'])
  }
})

it('can be switched off', async () => {
  const server = createHttpServer(hub.gateway, { logger: silent, hasMcp: false })
  const off = await listen(server, { host: '127.0.0.1', port: 0 })
  expect((await fetch(`${off}/mcp`, { method: 'POST', body: '{}' })).status).toBe(404)
  await drain(server, 500)
})

it('its questions are lines of the log of the hub, as any are, and no value of them', async () => {
  lines.length = 0
  await call('get_figures', { areas: ['GM9001'], indicators: ['housing.averageWozValue'] })
  const asked = lines.filter((line) => line.includes('"operation":"Figures"'))
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.join('')).not.toContain('GM9001')
})
