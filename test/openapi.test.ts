/** `/openapi.json`: OpenAPI 3.1 without a finding of Redocly's rules, and what it says of each operation is what the hub answers. */
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { createHttpServer } from '@samenhang/gateway/server'
import { drain, listen } from '@samenhang/subgraph-kit/http-server'
import { silent } from '@samenhang/subgraph-kit/testing'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHub, type TestHub } from './hub.ts'

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly {
    readonly $ref?: string
    readonly name?: string
    readonly required?: boolean
    readonly schema?: object
    readonly description?: string
  }[]
  readonly responses: Readonly<
    Record<
      string,
      { readonly content?: Readonly<Record<string, { readonly schema: object }>>; readonly $ref?: string }
    >
  >
}
interface Document {
  readonly openapi: string
  readonly info: { readonly version: string }
  readonly servers: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

let hub: TestHub
let base = ''
let text = ''
let document: Document
let close: () => Promise<void>
beforeAll(async () => {
  hub = await openHub({
    country: { neighbourhoods: 100, people: 200 },
    documents: new Map([
      ['of-people', '{ caseload { nodes { id } } }'],
      ['two-lists', '{ country { provinces { nodes { code } } municipalities { nodes { code } } } }'],
      [
        'conditions and all',
        'query All($level: AreaLevel = NEIGHBOURHOOD, $name: String!, $with: Boolean!) { searchAreas(name: $name, level: $level) { nodes { code name housing @include(if: $with) { averageWozValue housingCorporationShare } } } }',
      ],
    ]),
  })
  const server = createHttpServer(hub.gateway, { logger: silent, contact: 'mailto:desk@example.nl' })
  base = await listen(server, { host: '127.0.0.1', port: 0 })
  text = await (await fetch(`${base}/openapi.json`)).text()
  document = JSON.parse(text) as Document
  close = async () => {
    await drain(server, 500)
    await hub.close()
  }
})
afterAll(() => close())

it('has no finding of the recommended rules, nor of the strict structure of OpenAPI 3.1', async () => {
  const config = await createConfig({ extends: ['recommended'], rules: { 'no-server-example.com': 'off' } })
  const findings = await lintFromString({ source: text, absoluteRef: 'openapi.json', config })
  const told = findings.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])
  // Servers of a test are at this machine.
  expect(told.filter(([rule]) => rule !== 'no-server-example.com')).toEqual([])
  expect(document.openapi).toBe('3.1.0')
  expect(document.servers).toEqual([{ url: base }])
})

it('has the operations that everyone may ask and that are tables, and no other', () => {
  const paths = Object.keys(document.paths)
  expect(paths).toContain('/q/municipality-page.{format}')
  expect(paths).toContain('/q/conditions%20and%20all.{format}')
  expect(paths).toContain('/limits')
  expect(paths.some((path) => path.includes('of-people') || path.includes('two-lists'))).toBe(false)
  const variables = document.paths['/q/conditions%20and%20all.{format}']?.get.parameters?.filter(
    ({ $ref }) => !$ref,
  )
  expect(variables).toMatchObject([
    {
      name: 'level',
      required: false,
      schema: { type: 'string', enum: expect.arrayContaining(['MUNICIPALITY']), default: 'NEIGHBOURHOOD' },
    },
    { name: 'name', required: true, schema: { type: 'string' }, description: expect.any(String) },
    { name: 'with', required: true, schema: { type: 'boolean' } },
  ])
})

it.each([
  ['municipality-page', 'code=GM9001'],
  ['series', 'code=GM9001'],
  ['search', ''],
  ['conditions and all', 'name=e&with=true'],
])('the rows of %s are as their schema says, and the answer has its version', async (name, search) => {
  const { get } = document.paths[`/q/${encodeURIComponent(name)}.{format}`] ?? {}
  const schema = get?.responses['200']?.content?.['application/json']?.schema ?? {}
  const response = await fetch(`${base}/q/${encodeURIComponent(name)}.json?${search}`)
  const rows = (await response.json()) as object[]
  const validate = new Ajv2020({ strict: false }).compile(schema)
  expect([validate(rows), validate.errors, rows.length > 0]).toEqual([true, null, true])
  expect(response.headers.get('api-version')).toBe(document.info.version)
})

it('a refusal is the problem that the document describes', async () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
    document.components.schemas['Problem'] ?? {},
  )
  for (const path of ['municipality-page.csv', 'search.csv?colour=red', 'nothing.csv', 'of-people.csv']) {
    const response = await fetch(`${base}/q/${path}`)
    const problem: unknown = await response.json()
    expect([path, validate(problem), validate.errors]).toEqual([path, true, null])
    expect([
      response.headers.get('content-type')?.split(';')[0],
      response.headers.get('api-version'),
    ]).toEqual(['application/problem+json', document.info.version])
  }
})

it('follows what is registered', async () => {
  const registered = new Map([['names', '{ country { code name } }']])
  await hub.gateway.registerDocuments(registered)
  const now = (await (await fetch(`${base}/openapi.json`)).json()) as Document
  expect(Object.keys(now.paths)).toEqual(['/q/names.{format}', '/limits', '/openapi.json'])
})
