/**
 * An operation and its log, at both endpoints: what was read and what was refused is in the logs once the
 * answer is there, and nothing else; without a log nothing protected is given.
 */
import type { Access } from '@samenhang/subgraph-kit/caller'
import { publicAccess } from '@samenhang/subgraph-kit/caller'
import BetterSqlite3 from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registerOf } from '../../src/access/register.ts'
import type { Audit } from '../../src/audit/audit.ts'
import type { GatewayAnswer } from '../../src/operation/gateway.ts'
import { guardedGateway, type GuardedGateway } from '../access/guarded-gateway.ts'
import { base, domain } from '../access/parts.ts'
import { makeLogs, type TestLogs } from './logs.ts'

const caseworker: Access = {
  actor: 'caseworker-1',
  scopes: new Set(['person:read', 'care:read']),
  purpose: 'urn:intake',
  covers: ['Query.person', 'Person.*', 'Care.*', 'Dog.master'],
}
const half: Access = { ...caseworker, covers: ['Query.person', 'Person.birthYear'] }
const query = 'query Looked($id: ID!) { person(id: $id) { birthYear care { kind } } place { name } }'
const person = { birthYear: 1980, care: { kind: 'help' } }
const place = { name: 'Here' }

/** Without it one is the public. */
const credentials = { authorization: 'any' }

let logs: TestLogs
let audit: Audit
let guarded: GuardedGateway
let access: Access

beforeEach(async () => {
  logs = makeLogs()
  audit = logs.open()
  access = caseworker
  guarded = await guardedGateway(
    { base, domain },
    {
      audit,
      documents: new Map([['looked', query]]),
      access: () => ({
        authenticate: ({ authorization }) => ({
          access: authorization ? access : publicAccess,
          client: 'app',
          activity: null,
        }),
        register: registerOf([]),
      }),
    },
  )
})

afterEach(async () => {
  await guarded.gateway.close()
  logs.remove()
})

/** Without what the hub asked itself as the public when it started, to see it refused. */
const byCallers = () => audit.entries(10, null).filter(({ actor }) => actor !== null)

const read = ({ text }: GatewayAnswer) => {
  const { data, errors = [] } = JSON.parse(text) as {
    data: unknown
    errors?: { path?: unknown; extensions: { code: string } }[]
  }
  return { data, told: errors.map(({ path, extensions }) => [extensions.code, path]) }
}
const endpoints = [
  [
    '/graphql',
    (id = 'anna') => guarded.gateway.execute({ query, variables: { id } }, { credentials }).then(read),
  ],
  [
    '/operations',
    async (id = 'anna') => read(await guarded.gateway.answerDocument('looked', { id }, { credentials })),
  ],
] as const

describe.each(endpoints)('at %s', (_, ask) => {
  it('what was read of whom, for what and by whom is in the logs when the answer is there', async () => {
    expect(await ask()).toEqual({ data: { person, place }, told: [] })
    const [entry, ...others] = byCallers()
    expect(others).toEqual([])
    expect(entry).toMatchObject({
      actor: 'caseworker-1',
      client: 'app',
      activity: 'urn:intake',
      operation: 'Looked',
      decision: 'allowed',
      fields: ['Query.person', 'Person.birthYear', 'Person.care', 'Care.kind'],
      domains: ['base', 'domain'],
      subjects: 1,
    })
    expect(audit.accessesOf('anna', 10, null)).toMatchObject([{ domains: ['base', 'domain'] }])
  })

  it('what was refused is in the audit log, and nothing of it among what was read', async () => {
    access = half
    expect(await ask()).toEqual({
      data: { person: { birthYear: 1980, care: null }, place },
      told: [['UNAUTHORIZED_FIELD_OR_TYPE', ['person', 'care']]],
    })
    access = publicAccess
    expect((await ask()).data).toEqual({ person: null, place })
    expect(audit.entries(10, null).slice(0, 2)).toMatchObject([
      { actor: null, decision: 'refused', fields: [], refused: ['Query.person'], subjects: 0 },
      {
        decision: 'partly',
        fields: ['Query.person', 'Person.birthYear'],
        refused: ['Person.care'],
        domains: ['base'],
      },
    ])
  })

  it('a person who is not there is in the audit log only', async () => {
    expect((await ask('nobody')).data).toEqual({ person: null, place })
    expect(byCallers()).toMatchObject([{ decision: 'allowed', subjects: 0 }])
    expect(audit.accessesOf('nobody', 10, null)).toEqual([])
  })

  it('where it cannot be logged, what is protected is null and says so, and the rest goes on', async () => {
    expect((await ask()).told).toEqual([])
    rmSync(logs.files.anchor)
    expect(await ask()).toEqual({ data: { person: null, place }, told: [['LOG_UNAVAILABLE', ['person']]] })
  })
})

it('what asks for nothing protected is not logged, and asks nothing of the logs', async () => {
  const blocker = new BetterSqlite3(logs.files.database)
  blocker.close()
  rmSync(logs.files.database)
  expect(await guarded.gateway.execute({ query: '{ place { name } }' }).then(read)).toEqual({
    data: { place },
    told: [],
  })
})

describe('a field behind a condition that does not hold is in neither log', () => {
  const not = { on: false, off: true }
  const holds = { on: true, off: false }
  const person = (selections: string, fragments = '') => {
    const on = selections.includes('$on') ? ', $on: Boolean = false' : ''
    const off = selections.includes('$off') ? ', $off: Boolean = true' : ''
    return `query Looked($id: ID!${on}${off}) { person(id: $id) { birthYear } ${selections} } ${fragments}`
  }
  const ask = (text: string, given: object = {}, operationName?: string) =>
    guarded.gateway
      .execute({ query: text, variables: { id: 'anna', ...given }, operationName }, { credentials })
      .then(read)
  const nothing = { on: undefined }

  it.each([
    ['@include', person('person(id: $id) { care @include(if: $on) { kind } }'), not],
    ['@skip', person('person(id: $id) { care @skip(if: $off) { kind } }'), not],
    ['a default', person('person(id: $id) { care @include(if: $on) @skip(if: $off) { kind } }'), nothing],
    [
      'one of two',
      person('person(id: $id) { care @include(if: $on) @skip(if: $off) { kind } }'),
      { on: true },
    ],
    ['a literal', person('person(id: $id) { care @include(if: false) { kind } }'), not],
    [
      'a fragment',
      person('person(id: $id) { ...F @include(if: $on) }', 'fragment F on Person { care { kind } }'),
      not,
    ],
    ['an inline fragment', person('person(id: $id) { ... @skip(if: $off) { care { kind } } }'), not],
    ['a condition around it', person('again: person(id: $id) @include(if: $on) { care { kind } }'), not],
  ])('%s', async (_, text, variables) => {
    const { data, told } = await ask(text, variables)
    expect([told, JSON.stringify(data)]).toEqual([[], expect.not.stringContaining('care')])
    const other = await ask(text.replace('if: false', 'if: true'), holds)
    expect(JSON.stringify(other.data)).toContain('"care":{"kind":"help"}')
    const [whole, part] = byCallers()
    expect(part).toMatchObject({
      fields: ['Query.person', 'Person.birthYear'],
      refused: [],
      domains: ['base'],
      decision: 'allowed',
    })
    expect(whole!.fields).toEqual([...part!.fields, 'Person.care', 'Care.kind'])
    expect(audit.accessesOf('anna', 10, null).map(({ domains }) => domains)).toEqual([
      ['base', 'domain'],
      ['base'],
    ])
  })

  it.each(['__proto__', 'constructor', 'toString'])(
    'unless it was read all the same: %s decides as the engine takes it',
    async (name) => {
      for (const condition of ['include', 'skip'])
        for (const value of ['true', 'false']) {
          const text = `query ($id: ID!, $${name}: Boolean!) { person(id: $id) { birthYear care @${condition}(if: $${name}) { kind } } }`
          const { data } = await ask(text, JSON.parse(`{ "${name}": ${value} }`) as object)
          const isGiven = JSON.stringify(data).includes('"kind":"help"')
          expect(byCallers()[0]!.fields.includes('Care.kind')).toBe(isGiven)
        }
    },
  )

  it('nor is one of another operation of the text', async () => {
    const text = `query One { person(id: "anna") { birthYear } } query Other { person(id: "anna") { care { kind } } }`
    for (const name of ['One', 'Other', 'One']) await ask(text, {}, name)
    expect(byCallers().map(({ operation, domains }) => [operation, domains])).toEqual([
      ['One', ['base']],
      ['Other', ['domain']],
      ['One', ['base']],
    ])
  })

  it('nor as refused; and where nothing protected is left, there is no record', async () => {
    access = half
    const text = person('person(id: $id) { care @include(if: $on) { kind } }')
    expect((await ask(text, not)).told).toEqual([])
    expect((await ask(text, holds)).told).toEqual([['UNAUTHORIZED_FIELD_OR_TYPE', ['person', 'care']]])
    expect(byCallers().map(({ refused, decision }) => [refused, decision])).toEqual([
      [['Person.care'], 'partly'],
      [[], 'allowed'],
    ])
    const nobody =
      'query ($id: ID!, $on: Boolean!) { place { name } person(id: $id) @include(if: $on) { birthYear } }'
    expect((await ask(nobody, not)).data).toEqual({ place })
    expect(byCallers()).toHaveLength(2)
    await ask(nobody, holds)
    expect(byCallers()).toHaveLength(3)
  })
})

it('an operation that is refused as a whole gives nothing where it cannot be logged', async () => {
  const whole = () =>
    guarded.gateway
      .execute({ query, variables: { id: 'anna' } }, { credentials, wholeOrNothing: true })
      .then(read)
  expect((await whole()).data).toEqual({ person, place })
  rmSync(logs.files.anchor)
  expect(await whole()).toEqual({ data: null, told: [['LOG_UNAVAILABLE', undefined]] })
})

it('a hundred persons may be asked in one operation by aliases, and counts what is there once', async () => {
  const fields = Array.from(
    { length: 20 },
    (_, index) => `p${String(index)}: person(id: "anna") { birthYear }`,
  )
  await guarded.gateway.execute({ query: `{ ${fields.join(' ')} }` }, { credentials })
  expect(audit.entries(10, null)[0]).toMatchObject({ subjects: 1 })
})

it('a gateway without logs gives nothing that is protected', async () => {
  const bare = await guardedGateway(
    { base, domain },
    {
      audit: undefined,
      access: () => ({
        authenticate: ({ authorization }) => ({
          access: authorization ? access : publicAccess,
          client: null,
          activity: null,
        }),
        register: registerOf([]),
      }),
    },
  )
  const answer = read(await bare.gateway.execute({ query, variables: { id: 'anna' } }, { credentials }))
  expect(answer).toEqual({ data: { person: null, place }, told: [['LOG_UNAVAILABLE', ['person']]] })
  await bare.gateway.close()
})
