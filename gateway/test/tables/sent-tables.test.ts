/** Tables of texts that clients send: by Accept at /graphql, and by POST /q at an address that stays. */
import { tableFromIPC } from 'apache-arrow'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keptTables, savedTables } from '../../src/tables/saved-tables.ts'
import { peerWithin } from '../../src/processes/peer.ts'
import { openRegions, type RegionsHub } from './regions.ts'
import { parse } from 'graphql'

const query = 'query Some($codes: [ID!]!) { someRegions(codes: $codes) { code figures { amount } } }'
const variables = { codes: ['R00001', 'R00003'] }
const lines = ['code,figures_amount,figures_amount_status', 'R00001,10,VALUE', 'R00003,,SUPPRESSED', '']

let hub: RegionsHub
beforeAll(async () => {
  hub = await openRegions(new Map([['all', '{ regions { nodes { code } } }']]))
})
afterAll(() => hub.close())

const send = (path: string, body: object, accept?: string, to = hub) =>
  fetch(`${to.base}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', ...(accept !== undefined && { accept }) },
    body: JSON.stringify(body),
  })
const codeIn = async (response: Response) => ((await response.json()) as { code: string }).code

it('POST /graphql answers the table that Accept names, and GraphQL to everyone else', async () => {
  const csv = await send('/graphql', { query, variables }, 'text/csv')
  expect([csv.status, (await csv.text()).split('\r\n')]).toEqual([200, lines])
  const arrow = await send('/graphql', { query, variables }, 'application/vnd.apache.arrow.stream')
  expect(tableFromIPC(await arrow.arrayBuffer()).numRows).toBe(2)
  const parquet = await send('/graphql', { query, variables }, 'application/vnd.apache.parquet')
  expect((await parquet.text()).slice(0, 4)).toBe('PAR1')
  const json = await send('/graphql?limit=1', { query, variables }, 'application/x-ndjson')
  expect((await json.text()).split('\n').length).toBe(2)
  for (const accept of [undefined, 'application/json', '*/*', 'application/graphql-response+json, text/csv'])
    expect(await (await send('/graphql', { query, variables }, accept)).text()).toMatch(/^\{"data":/)
})

it('POST /q sends to an address that is the same for the same question, and is a table in every format', async () => {
  const first = await send('/q', { query, variables })
  const address = first.headers.get('location') ?? ''
  expect([first.status, address]).toEqual([303, expect.stringMatching(/^\/q\/sent-[\w-]{32}$/)])
  const again = await send('/q?status=off', { query: query.replaceAll(' ', '\n'), variables }, 'text/csv')
  expect(again.headers.get('location')).toBe(`${address}.csv?status=off`)
  const other = await send('/q', { query, variables: { codes: ['R00001'] } })
  expect(other.headers.get('location')).not.toBe(address)
  expect((await (await fetch(`${hub.base}${address}`)).text()).split('\r\n')).toEqual(lines)
  for (const ending of ['csv', 'parquet', 'csv.meta.json']) {
    const response = await fetch(`${hub.base}${address}.${ending}`, { method: 'HEAD' })
    expect([ending, response.status, response.headers.get('etag') !== null]).toEqual([ending, 200, true])
  }
  const unknown = await hub.table(`sent-${'a'.repeat(32)}.csv`)
  expect([unknown.status, await codeIn(unknown)]).toEqual([404, 'OPERATION_NOT_REGISTERED'])
})

it('directives of tables may stand in what is sent', async () => {
  const joined = '{ regions { nodes @row { code tags @join(separator: "/") series { period } } } }'
  expect(await codeIn(await send('/graphql', { query: joined }, 'text/csv'))).toBe('TABLE_AMBIGUOUS')
  const response = await send('/graphql', { query: joined.replace('series', 'series @join') }, 'text/csv')
  expect((await response.text()).split('\r\n')[2]).toBe('R00001,a/b1,2022;2023')
})

it('what is wrong is refused as a problem, and nothing is kept of it', async () => {
  const refusals: readonly (readonly [string, number, string])[] = [
    ['{ regions {', 400, 'GRAPHQL_PARSE_FAILED'],
    ['{ regions { nodes { colour } } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['query A { kinds } query B { kinds }', 400, 'BAD_REQUEST'],
    ['mutation { rename { code } }', 400, 'BAD_REQUEST'],
    ['{ owners { name } }', 403, 'TABLE_NOT_ALLOWED'],
    [
      '{ x: regions { y: nodes { ...O @include(if: false) code } } } fragment O on Region { z: owner { id } }',
      403,
      'TABLE_NOT_ALLOWED',
    ],
    [
      `{ regions { nodes { ${Array.from({ length: 31 }, (_, index) => `a${String(index)}: code`).join(' ')} } } }`,
      400,
      'TOO_MANY_ALIASES',
    ],
  ]
  for (const [text, status, code] of refusals)
    for (const [path, accept] of [
      ['/q', undefined],
      ['/graphql', 'text/csv'],
    ] as const) {
      const response = await send(path, { query: text }, accept)
      expect([text, response.status, await codeIn(response)]).toEqual([text, status, code])
    }
  expect((await send('/q', { variables })).status).toBe(400)
})

it('a hub that answers registered operations only makes no table of another', async () => {
  const closed = await openRegions(new Map([['all', '{ regions { nodes { code } } }']]), {
    trustedOnly: true,
  })
  try {
    expect((await closed.table('all.csv')).status).toBe(200)
    for (const [path, accept] of [
      ['/q', undefined],
      ['/graphql', 'text/csv'],
    ] as const) {
      expect(await codeIn(await send(path, { query, variables }, accept, closed))).toBe(
        'OPERATION_NOT_TRUSTED',
      )
      expect(await codeIn(await send(path, { query: '{ nonsense }' }, accept, closed))).toBe(
        'OPERATION_NOT_TRUSTED',
      )
    }
  } finally {
    await closed.close()
  }
})

it('addresses are kept for a while, so many for each client and in all', async () => {
  let now = 0
  const tables = savedTables(peerWithin(keptTables({ each: 3, all: 5, lifetime: 1_000 }, () => now)))
  const save = (index: number, client: string) => {
    const text = `{ f${String(index)} }`
    return tables.save(parse(text), { text, variables: {} }, client)
  }
  const isKept = async (name: string) => (await tables.find(name)) !== undefined
  const mine = [await save(1, 'me'), await save(2, 'me'), await save(3, 'me'), await save(4, 'me')]
  expect(await Promise.all(mine.map(isKept))).toEqual([false, true, true, true])
  expect(await save(2, 'other')).toBe(mine[1])
  const others = [await save(5, 'other'), await save(6, 'other'), await save(7, 'other')]
  expect(await Promise.all([...mine, ...others].map(isKept))).toEqual([
    false,
    true,
    false,
    true,
    true,
    true,
    true,
  ])
  now = 1_001
  expect(await Promise.all([...mine, ...others].map(isKept))).toEqual(Array.from({ length: 7 }, () => false))
})
