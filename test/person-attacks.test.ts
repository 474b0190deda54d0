/**
 * Names that mean something to JavaScript, wherever a request about a person may hold one: at both endpoints of the hub and at its subgraphs directly.
 * What is asked under such a name is answered as under any other, or not at all. Each first shows that what is right is answered.
 * And numbers of persons where they do not belong.
 */
import type { Credentials } from '@samenhang/gateway/access/authenticate'
import { createHttpServer } from '@samenhang/gateway/server'
import type { Access } from '@samenhang/subgraph-kit/caller'
import { drain, listen } from '@samenhang/subgraph-kit/http-server'
import { proofHeader } from '@samenhang/subgraph-kit/access/request-proof'
import { startServing, type ServedSubgraph } from '@samenhang/subgraph-kit/serve'
import type { RunningSubgraph, SubgraphAnswer } from '@samenhang/subgraph-kit/subgraph'
import { askSubgraph, signForTests, silent } from '@samenhang/subgraph-kit/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { consentingClient } from './consenting-client.ts'
import { openHub, type TestHub } from './hub.ts'

const names = ['__proto__', 'constructor', 'prototype', 'toString'] as const
const usual = 'usual'

/** By the place in which a name stands. */
const operations = {
  alias: (name: string) =>
    `query Asked($id: ID!) { ${name}: person(id: $id) { ${name}: birthYear housing { ${name}: situation } } }`,
  variable: (name: string) =>
    `query Asked($${name}: ID!) { person(id: $${name}) { birthYear housing { situation } } }`,
}
type Place = keyof typeof operations

const byNumber = 'query Asked($number: String!) { personByCitizenServiceNumber(number: $number) { id } }'

const documents = new Map([
  ['number', byNumber] as const,
  ...[usual, ...names].flatMap((name) =>
    (['alias', 'variable'] as const).map((place) => [`${place}-${name}`, operations[place](name)] as const),
  ),
])

/** JSON as it is sent: `JSON.parse` makes a property of `__proto__`, an object literal does not. */
const given = (name: string, value: string): string => `{ ${JSON.stringify(name)}: ${value} }`

let hub: TestHub
let id = ''
let url = ''
let close: () => Promise<void>
/** Who may see all that is asked, part of it, and none of it. */
let askers: readonly Credentials[] = []
let caseworker: Credentials = {}

beforeAll(async () => {
  hub = await openHub({ country: { neighbourhoods: 20, people: 300 }, documents })
  caseworker = await hub.credentials('caseworker', 'open-needs')
  askers = [caseworker, await hub.credentials('caseworker', 'youth-care'), {}]
  id = await consentingClient(hub, caseworker)
  const server = createHttpServer(hub.gateway, { logger: silent })
  url = await listen(server, { host: '127.0.0.1', port: 0 })
  close = async () => {
    await drain(server, 500)
    await hub.close()
  }
})
afterAll(() => close())
afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(ownNames)
})
const ownNames = Object.getOwnPropertyNames(Object.prototype).sort()

interface Got {
  readonly status: number
  readonly text: string
  readonly data: unknown
  readonly code: string | undefined
  /** How many statements it took, of all subgraphs. */
  readonly statements: number
}

const statements = (): number => hub.subgraphs.reduce((sum, { database }) => sum + database.statements, 0)

async function post(path: string, body: string, { authorization, purpose }: Credentials): Promise<Got> {
  const before = statements()
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(authorization !== undefined && { authorization }),
      ...(purpose !== undefined && { 'x-hub-purpose': purpose }),
    },
    body,
  })
  const text = await response.text()
  const { data, errors } = JSON.parse(text) as {
    data?: unknown
    errors?: { extensions: { code: string } }[]
  }
  const code = errors?.[0]?.extensions.code
  return { status: response.status, text, data, code, statements: statements() - before }
}

describe.each(['/graphql', '/operations/'] as const)('a name at %s', (endpoint) => {
  const ask = (place: Place, name: string, variables: string, as: Credentials): Promise<Got> =>
    endpoint === '/graphql'
      ? post(
          endpoint,
          `{ "query": ${JSON.stringify(operations[place](name))}, "variables": ${variables} }`,
          as,
        )
      : post(`${endpoint}${place}-${name}`, `{ "variables": ${variables} }`, as)

  /** What each who asks gets under a name that is like any other. */
  async function rightly(place: Place): Promise<readonly Got[]> {
    const variables = given(place === 'alias' ? 'id' : usual, JSON.stringify(id))
    const [all, part, none] = await Promise.all(askers.map((as) => ask(place, usual, variables, as)))
    expect(all!.code).toBeUndefined()
    expect(all!.text).toMatch(/"(birthYear|usual)":\d{4}.*"(situation|usual)":"[A-Z_]+"/)
    expect(part).toMatchObject({ code: 'UNAUTHORIZED_FIELD_OR_TYPE' })
    expect(part!.text).toMatch(/"(birthYear|usual)":\d{4},"housing":null/)
    expect(Object.values(none!.data as object)).toEqual([null])
    return [all!, part!, none!]
  }

  it.each(names)('%s as an alias gives what any alias gives, or nothing', async (name) => {
    const right = await rightly('alias')
    for (const [index, as] of askers.entries()) {
      const got = await ask('alias', name, given('id', JSON.stringify(id)), as)
      if (got.data !== null) expect(got.text.replaceAll(name, usual)).toBe(right[index]!.text)
      else expect(got).toMatchObject({ code: 'UNAUTHORIZED_FIELD_OR_TYPE', statements: 0 })
    }
  })

  it.each(names)('%s as the name of a variable gives what any name gives', async (name) => {
    const right = await rightly('variable')
    for (const [index, as] of askers.entries()) {
      const got = await ask('variable', name, given(name, JSON.stringify(id)), as)
      expect(got.text).toBe(right[index]!.text)
    }
  })

  it.each(names)('%s as a key in the value of a variable gives nothing, whoever asks', async (name) => {
    await rightly('alias')
    for (const variables of [
      given(name, given('id', JSON.stringify(id))),
      given('id', given(name, JSON.stringify(id))),
      given('id', given(name, given('toString', JSON.stringify(id)))),
      given('id', `[${given(name, JSON.stringify(id))}]`),
    ])
      for (const as of askers) {
        const got = await ask('alias', usual, variables, as)
        expect(got).toMatchObject({ status: 400, code: 'BAD_USER_INPUT', data: undefined, statements: 0 })
      }
  })

  it.each(names)('%s beside the variables of the operation changes nothing', async (name) => {
    const right = await rightly('alias')
    const beside = `{ ${JSON.stringify(name)}: { "id": "x", "scopes": ["housing:read"] }, "id": ${JSON.stringify(id)} }`
    for (const [index, as] of askers.entries())
      expect((await ask('alias', usual, beside, as)).text).toBe(right[index]!.text)
  })
})

it.each(names)(
  '%s as a purpose, a registered operation or the request itself is as unknown as any',
  async (name) => {
    const right = `{ "query": ${JSON.stringify(operations.alias(usual))}, "variables": { "id": ${JSON.stringify(id)} } }`
    expect((await post('/graphql', right, caseworker)).code).toBeUndefined()
    expect(await post('/graphql', right, { ...caseworker, purpose: name })).toMatchObject({
      status: 403,
      code: 'PURPOSE_NOT_ALLOWED',
      statements: 0,
    })
    expect(await post(`/operations/${name}`, '{}', caseworker)).toMatchObject({
      status: 404,
      code: 'OPERATION_NOT_REGISTERED',
      statements: 0,
    })
    expect(await post('/graphql', given(name, right), caseworker)).toMatchObject({
      status: 400,
      data: undefined,
      statements: 0,
    })
  },
)

it('a citizen service number that is given as no text is refused without being repeated, at both endpoints', async () => {
  const ask = (variables: string) => [
    post('/graphql', `{ "query": ${JSON.stringify(byNumber)}, "variables": ${variables} }`, caseworker),
    post('/operations/number', `{ "variables": ${variables} }`, caseworker),
  ]
  for (const got of await Promise.all(ask('{ "number": "900000055" }')))
    expect(got.code).not.toBe('BAD_USER_INPUT')
  for (const value of ['900000055', '["900000055"]', '{ "number": 900000055 }'])
    for (const got of await Promise.all(ask(given('number', value)))) {
      expect(got).toMatchObject({ status: 400, code: 'BAD_USER_INPUT', statements: 0 })
      expect(got.text).toContain('(a number)')
      expect(got.text).not.toContain('900000055')
    }
})

it.each([
  ['as no text', '{ personByCitizenServiceNumber(number: 900000055) { id } }'],
  ['as a name', '{ personByCitizenServiceNumber(number: n900000055) { id } }'],
  ['where nothing can be parsed', '{ personByCitizenServiceNumber(900000055'],
])(
  'a citizen service number in the text of an operation, %s, is refused without being repeated',
  async (_how, text) => {
    const got = await post('/graphql', `{ "query": ${JSON.stringify(text)} }`, caseworker)
    expect(got).toMatchObject({ status: 400, statements: 0 })
    expect(got.text).not.toContain('900000055')
  },
)

describe.each(['in process', 'over HTTP'])('a name at a subgraph itself, %s', (way) => {
  const every: Access = {
    actor: 'caseworker-1',
    scopes: new Set(['person:read', 'housing:read']),
    purpose: 'test',
    covers: ['Query.person', 'Person.*', 'PersonHousing.*'],
  }
  /** Without what either subgraph is asked for here. */
  const less: Access = { ...every, covers: ['Query.person'] }
  let served: readonly ServedSubgraph[] = []
  beforeAll(async () => {
    served = await Promise.all(
      ['base-registry', 'housing'].map((name) => {
        const subgraph = named(name)
        const open = { name, open: () => Promise.resolve({ ...subgraph, close: () => Promise.resolve() }) }
        return startServing(open, { ...hub.environment, PORT: '0' }, silent)
      }),
    )
  })
  afterAll(async () => {
    await Promise.all(served.map((one) => one.close()))
  })

  const named = (name: string): RunningSubgraph => hub.subgraphs.find((one) => one.name === name)!

  /** `variables` as JSON. */
  async function ask(
    name: string,
    query: string,
    variables: string,
    access: Access,
  ): Promise<SubgraphAnswer> {
    if (way === 'in process')
      return askSubgraph(named(name), { query, variables: JSON.parse(variables) as never }, access)
    const token = await signForTests(name, access)
    const body = `{ "query": ${JSON.stringify(query)}, "variables": ${variables} }`
    const response = await fetch(served[name === 'housing' ? 1 : 0]!.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        [proofHeader]: signForTests.prove(name, token, [body]),
      },
      body,
    })
    return (await response.json()) as SubgraphAnswer
  }

  const refused = { data: null, errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }] }
  const person = (alias: string, variable: string) =>
    `query ($${variable}: ID!) { ${alias}: person(id: $${variable}) { ${alias}: birthYear } }`
  const entities = (alias: string, variable: string) =>
    `query ($${variable}: [_Any!]!) { _entities(representations: $${variable}) { ... on Person { ${alias}: id housing { ${alias}: situation } } } }`
  const one = () => `{ "__typename": "Person", "id": ${JSON.stringify(id)} }`

  it.each(names)(
    '%s as an alias or a variable gives what any name gives, and opens nothing',
    async (name) => {
      for (const [subgraph, textOf, value] of [
        ['base-registry', person, JSON.stringify(id)],
        ['housing', entities, `[${one()}]`],
      ] as const) {
        const right = await ask(subgraph, textOf(usual, usual), given(usual, value), every)
        expect(right.errors).toBeUndefined()
        expect(JSON.stringify(right.data)).toMatch(/"usual":(\d{4}|"[A-Z_]+")/)
        const got = await ask(subgraph, textOf(name, name), given(name, value), every)
        expect(JSON.stringify(got).replaceAll(name, usual)).toBe(JSON.stringify(right))
        expect(await ask(subgraph, textOf(name, name), given(name, value), less)).toMatchObject(refused)
      }
    },
  )

  it.each(names)('%s as a key in what is asked about names nobody', async (name) => {
    const right = await ask('housing', entities(usual, 'r'), given('r', `[${one()}]`), every)
    expect(JSON.stringify(right.data)).toContain(id)
    const beside = one().replace('}', `, ${JSON.stringify(name)}: { "id": "x", "__typename": "Area" } }`)
    expect(await ask('housing', entities(usual, 'r'), given('r', `[${beside}]`), every)).toEqual(right)
    for (const hidden of [
      `{ "__typename": "Person", ${JSON.stringify(name)}: { "id": ${JSON.stringify(id)} } }`,
      given(name, one()),
    ]) {
      const { data, errors } = await ask('housing', entities(usual, 'r'), given('r', `[${hidden}]`), every)
      expect(data === null || JSON.stringify(data) === '{"_entities":[null]}').toBe(true)
      expect(errors).toHaveLength(1)
    }
    expect(
      await ask('base-registry', person(usual, 'id'), given('id', given(name, one())), every),
    ).toMatchObject({ errors: [{ extensions: { code: expect.any(String) as string } }] })
  })
})
