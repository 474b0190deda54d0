import type { Access } from '@samenhang/subgraph-kit/caller'
import { publicAccess } from '@samenhang/subgraph-kit/caller'
import BetterSqlite3 from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registerOf } from '../../src/access/register.ts'
import type { Audit } from '../../src/audit/audit.ts'
import type { GatewayAnswer } from '../../src/gateway.ts'
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
const doors = [
  [
    '/graphql',
    (id = 'anna') => guarded.gateway.execute({ query, variables: { id } }, { credentials }).then(read),
  ],
  [
    '/operations',
    async (id = 'anna') => read(await guarded.gateway.answerDocument('looked', { id }, { credentials })),
  ],
] as const

describe.each(doors)('at %s', (_, ask) => {
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
