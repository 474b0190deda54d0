/** A hub counts who uses what, and tells it to teams that change the schema and to nobody else. */
import { setTimeout as pause } from 'node:timers/promises'
import { demoToken } from '@samenhang/gateway/access/demo-token'
import { startGateway, type RunningGateway } from '@samenhang/gateway/main'
import { makeTestData, silent, type TestData } from '@samenhang/subgraph-kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

let data: TestData
let running: RunningGateway
let token: string
beforeAll(async () => {
  data = await makeTestData()
  const environment = { ...data.environment, PORT: '0', HUB_USAGE_SECONDS: '1' }
  running = await startGateway({ environment, logger: silent, signals: false })
  token = await demoToken(environment, running.gateway.register, { role: 'domain-team', client: 'test' })
})
afterAll(async () => {
  await running.close()
  await data.remove()
})

interface Use {
  readonly client: string
  readonly clientVersion: string
  readonly operationName: string
  readonly requests: number
}

async function ask(query: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${running.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  })
  return (await response.json()) as {
    readonly data: { readonly schemaUsage: readonly Use[] | null } | null
    readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[]
  }
}

const usesOf = (coordinate: string) =>
  ask(
    `{ schemaUsage(coordinate: "${coordinate}") { client clientVersion operationName requests lastDay operationHash } }`,
    { authorization: `Bearer ${token}` },
  )

async function untilCounted(coordinate: string, uses: number): Promise<readonly Use[]> {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const { data: answer } = await usesOf(coordinate)
    if ((answer?.schemaUsage?.length ?? 0) >= uses) return answer?.schemaUsage ?? []
    await pause(500)
  }
  throw new Error(`${coordinate} was not counted in 30 seconds`)
}

it('clients by the name that they send, those that send none as one; a field of an interface counts for its types', async () => {
  const query = 'query Homes { neighbourhood(code: "BU90010101") { housing { dwellings } } }'
  const map = { 'apollographql-client-name': 'map', 'apollographql-client-version': '2.1' }
  await ask(query, map)
  await ask(query.replace('BU90010101', 'BU90010102'), map)
  await ask(query)
  const uses = await untilCounted('Area.housing', 2)
  expect(
    uses
      .map(({ client, clientVersion, operationName, requests }) => [
        client,
        clientVersion,
        operationName,
        requests,
      ])
      .sort(),
  ).toEqual([
    ['', '', 'Homes', 1],
    ['map', '2.1', 'Homes', 2],
  ])
  expect(await untilCounted('Neighbourhood.housing', 2)).toHaveLength(2)
  const ofRoot = await untilCounted('Query', 2)
  expect(ofRoot.map(({ operationName }) => operationName)).toContain('Homes')
  expect((await usesOf('HousingProfile.averageWozValue')).data?.schemaUsage).toEqual([])
})

it('an operation that is not valid uses nothing of the schema', async () => {
  await ask('query Wrong { country(code: "NL99") { code } nothing }')
  await ask('query Right { country(code: "NL99") { code } }')
  const uses = await untilCounted('Query.country', 1)
  expect(uses.map(({ operationName }) => operationName)).toEqual(['Right'])
})

it('who has no scope for the schema sees no usage', async () => {
  const { data: answer, errors } = await ask('{ schemaUsage(coordinate: "Area.housing") { client } }')
  expect(answer?.schemaUsage ?? null).toBeNull()
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE')
})

it('a part that the schema does not have is told, with a near one', async () => {
  const { errors } = await usesOf('Area.housings')
  expect(errors?.[0]).toMatchObject({
    message: expect.stringMatching(/no "Area\.housings".*Area\.housing/) as string,
    extensions: { code: 'BAD_ARGUMENT' },
  })
  const { errors: others } = await usesOf('nonsense!')
  expect(others?.[0]?.message).toBe(
    'The schema has no "nonsense!". A coordinate is a type, Type.field, Type.field(argument:) or Enum.VALUE.',
  )
})
