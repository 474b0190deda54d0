/** Tables of the whole hub: what front-end teams registered, figures of several domains in one row, and no table of people, whoever asks and however. */
import { createHttpServer } from '@samenhang/gateway/server'
import { drain, listen } from '@samenhang/subgraph-kit/http-server'
import { silent } from '@samenhang/subgraph-kit/testing'
import { tableFromIPC } from 'apache-arrow'
import { parse } from 'csv-parse/sync'
import { parquetMetadata } from 'hyparquet'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHub, type TestHub } from './hub.ts'

const person = 'person(id: $id) { id birthYear }'
const aboutPeople: Readonly<Record<string, string>> = {
  plain: `query ($id: ID!) { ${person} }`,
  alias: 'query ($id: ID!) { municipality: person(id: $id) { code: id name: birthYear } }',
  fragment: `query ($id: ID!) { ...Q } fragment Q on Query { country { code } ...P } fragment P on Query { ${person} }`,
  condition: `query ($id: ID!, $with: Boolean = false) { country { code } ...P @include(if: $with) } fragment P on Query { ${person} }`,
  never: `query ($id: ID!) { country { code } person(id: $id) @skip(if: true) { id } }`,
  me: '{ me { id } }',
  caseload: '{ caseload { nodes { id } } }',
  row: '{ caseload @row { nodes { id } } country { code } }',
  joined: '{ country { code } caseload @join(separator: ";") { nodes { id } } }',
  count: '{ caseload { totalCount } }',
  typename: 'query ($id: ID!) { person(id: $id) { __typename } }',
  log: '{ auditLog { nodes { at } } }',
}
const documents = new Map([
  ...Object.entries(aboutPeople).map(([name, text]) => [`people-${name}`, text] as const),
  [
    'provinces',
    '{ country { provinces { nodes { name municipalities { nodes { code housing { averageWozValue } care { youthCareShare } education { period } } } } } } }',
  ],
])
let hub: TestHub
let base = ''
let close: () => Promise<void>

beforeAll(async () => {
  hub = await openHub({ country: { neighbourhoods: 100, people: 200 }, documents })
  const server = createHttpServer(hub.gateway, { logger: silent })
  base = await listen(server, { host: '127.0.0.1', port: 0 })
  close = async () => {
    await drain(server, 500)
    await hub.close()
  }
})
afterAll(() => close())

it('a registered operation is a table: every municipality in a row, with figures of three domains and their statuses', async () => {
  const response = await fetch(`${base}/q/provinces.csv`)
  expect(response.status).toBe(200)
  const [header = [], ...rows] = parse(await response.text())
  expect(header).toEqual([
    'country_provinces_name',
    'code',
    'housing_averageWozValue',
    'housing_averageWozValue_status',
    'care_youthCareShare',
    'care_youthCareShare_status',
    'education_period',
  ])
  const { data } = await hub.ask(
    '{ country { provinces(first: 100) { nodes { municipalities(first: 1000) { totalCount nodes { code housing { averageWozValue } } } } } } }',
  )
  interface Provinces {
    readonly country: {
      readonly provinces: {
        readonly nodes: readonly {
          readonly municipalities: {
            readonly nodes: readonly { code: string; housing: { averageWozValue: number | null } | null }[]
          }
        }[]
      }
    }
  }
  const municipalities = (data as unknown as Provinces).country.provinces.nodes.flatMap(
    (province) => province.municipalities.nodes,
  )
  expect(municipalities.length).toBeGreaterThan(1)
  expect(rows.map(([, code, value]) => [code, value])).toEqual(
    municipalities.map(({ code, housing }) => [code, String(housing?.averageWozValue ?? '')]),
  )
})

it('nothing about people is ever a table, whoever asks and however it is written', async () => {
  const askers = [{}, await hub.credentials('caseworker', 'open-needs'), await hub.credentials('auditor')]
  let refused = 0
  for (const name of Object.keys(aboutPeople))
    for (const { authorization, purpose } of askers)
      for (const [ending, method] of [
        ['csv', 'GET'],
        ['ndjson', 'GET'],
        ['json', 'HEAD'],
      ] as const) {
        const response = await fetch(`${base}/q/people-${name}.${ending}?id=p1`, {
          method,
          headers: {
            ...(authorization !== undefined && { authorization }),
            ...(purpose !== undefined && { 'x-hub-purpose': purpose }),
          },
        })
        const body = await response.text()
        expect([name, response.status, body.includes('birthYear')]).toEqual([name, 403, false])
        if (method === 'GET') expect(JSON.parse(body)).toMatchObject({ code: 'TABLE_NOT_ALLOWED' })
        refused += 1
      }
  expect(refused).toBe(Object.keys(aboutPeople).length * 9)
})

it('the dictionary of a table says what each column means, by the address beside it and in the file itself', async () => {
  const response = await fetch(`${base}/q/provinces.parquet`)
  const [, described = ''] = /^<([^>]+)>; rel="describedby"/.exec(response.headers.get('link') ?? '') ?? []
  const meta = await fetch(`${base}${described}`)
  expect([described, meta.status, meta.headers.get('content-type')]).toEqual([
    '/q/provinces.parquet.meta.json',
    200,
    'application/csvm+json; charset=utf-8',
  ])
  const dictionary = (await meta.json()) as { tableSchema: { columns: Record<string, unknown>[] } }
  const { columns } = dictionary.tableSchema
  const woz = columns.find(({ name }) => name === 'housing_averageWozValue')
  expect(dictionary).toMatchObject({ url: '/q/provinces.csv', 'dc:license': [expect.any(String)] })
  expect(woz).toMatchObject({
    titles: { nl: 'gemiddelde WOZ-waarde', en: 'Average WOZ value' },
    datatype: 'integer',
    'schema:unitText': 'EURO',
    'urn:samenhang:scale': 1000,
    'urn:samenhang:coordinate': 'HousingProfile.averageWozValue',
    'dc:source': { statistics: 'KWB' },
    'urn:samenhang:origins': [
      { period: 2024, source: { publisher: expect.any(String), table: expect.any(String) } },
    ],
  })
  const status = columns.find(({ name }) => name === 'housing_averageWozValue_status')
  expect(status?.['datatype']).toEqual({
    base: 'string',
    format:
      'VALUE|NOT_PUBLISHED|NOT_IMPORTED|NOT_AVAILABLE|CONFIDENTIAL|IMPOSSIBLE|UNRELIABLE|SUPPRESSED|UNAVAILABLE',
  })
  const file = await response.arrayBuffer()
  const { key_value_metadata: pairs = [] } = parquetMetadata(file)
  const entry = pairs.find(({ key }) => key === 'column:housing_averageWozValue')
  const arrow = tableFromIPC(await (await fetch(`${base}/q/provinces.arrow`)).arrayBuffer())
  const field = arrow.schema.fields.find(({ name }) => name === 'housing_averageWozValue')
  expect(String(field?.type)).toBe('Int32')
  expect(Object.fromEntries(field?.metadata ?? [])).toEqual(JSON.parse(entry?.value ?? ''))
  expect(field?.metadata.get('label_nl')).toBe('gemiddelde WOZ-waarde')
  expect(arrow.schema.metadata.get('operation')).toContain('provinces')
})

it('the long layout names the indicator, its unit and its table', async () => {
  const rows = parse(await (await fetch(`${base}/q/provinces.csv?layout=long&limit=2`)).text())
  expect(rows).toEqual([
    ['code', 'name', 'period', 'indicator', 'value', 'status', 'unit', 'source'],
    [
      expect.stringMatching(/^GM/),
      '',
      '2024',
      'housing.averageWozValue',
      expect.any(String),
      'VALUE',
      'EURO',
      expect.any(String),
    ],
    [
      expect.stringMatching(/^GM/),
      '',
      '2024',
      'care.youthCareShare',
      expect.any(String),
      'VALUE',
      'PERCENT',
      expect.any(String),
    ],
  ])
})
