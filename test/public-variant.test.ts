/** The public variant over HTTP: it answers figures as the graph does, and shows no trace of records of people. */
import { startGateway, type RunningGateway } from '@samenhang/gateway/main'
import { seededData } from './seeded-data.ts'
import { silent, type TestData } from '@samenhang/subgraph-kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

let data: TestData
let running: RunningGateway
beforeAll(async () => {
  data = await seededData('SQLite', { neighbourhoods: 12 })
  running = await startGateway({
    environment: { ...data.environment, PORT: '0' },
    logger: silent,
    signals: false,
  })
})
afterAll(async () => {
  await running.close()
  await data.remove()
})

async function ask(path: string, query: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${running.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  })
  return { status: response.status, text: await response.text() }
}

const figures = `{ neighbourhood(code: "BU90010101") { name district { name } housing { dwellings source { title } missing { field reason } }
  care { youthCareShare } labourMarket { netParticipationRate } } indicators(domain: HOUSING) { id } }`

it('answers figures of all domains exactly as the whole graph does', async () => {
  const whole = await ask('/graphql', figures)
  expect(whole.text).toContain('"dwellings":')
  expect(whole.text).not.toContain('"errors"')
  expect(await ask('/public/graphql', figures)).toEqual(whole)
})

it('introspection shows no person, no log and no mutation', async () => {
  const query = '{ __schema { mutationType { name } types { name fields { name } enumValues { name } } } }'
  const { status, text } = await ask('/public/graphql', query)
  expect(status).toBe(200)
  expect(text).not.toMatch(/"(?:Person\w*|person|caseload|auditLog|accessLog|schemaUsage|RecordDomain)"/)
  expect(text).toContain('"mutationType":null')
})

it('a guess at what is hidden is answered as any word that there is not, with no suggestion of it', async () => {
  for (const query of [
    '{ person(id: "1") { id } }',
    '{ persn(id: "1") { id } }',
    '{ caseload { nodes { id } } }',
    '{ auditLog { nodes { number } } }',
    '{ __type(name: "Person") { name } area(code: "NL99") { ... on Person { id } } }',
    'mutation { recordConsent { id } }',
    '{ _entities(representations: [{ __typename: "Person", id: "1" }]) { ... on Person { id } } }',
  ]) {
    const { status, text } = await ask('/public/graphql', query)
    expect(status, query).toBe(400)
    expect(text, query).not.toMatch(/did you mean[^"]*(?:person|caseload|auditLog|consent)/i)
    expect(text, query).not.toMatch(/UNAUTHORIZED|scope/i)
  }
  expect((await ask('/public/graphql', '{ __type(name: "Person") { name } }')).text).toContain(
    '"__type":null',
  )
})

it('takes no token', async () => {
  const { status, text } = await ask('/public/graphql', figures, { authorization: 'Bearer a.b.c' })
  expect(status).toBe(401)
  expect(text).toContain('UNAUTHENTICATED')
  expect(text).toContain('No token is taken here. Ask without the header authorization.')
})
