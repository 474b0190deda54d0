/** HUB_TRUSTED_ONLY: a hub that answers registered operations, and others to those only who may ask what they like. */
import { publicAccess } from '@samenhang/subgraph-kit/caller'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerOf } from '../src/access/register.ts'
import { createGateway, type Gateway } from '../src/operation/gateway.ts'
import { fakeNames, fakeSubgraph, silent, supergraphSdl } from './fakes.ts'
import { planHere } from '../src/engine/planning/plan-here.ts'

const names = 'query Names { areas(codes: ["GM9001"]) { name } }'
const codes = 'query Codes { areas(codes: ["GM9001"]) { code } }'
let gateway: Gateway

beforeAll(async () => {
  gateway = await createGateway({
    startPlanning: planHere,
    supergraphSdl,
    subgraphs: fakeNames.map((name) => fakeSubgraph(name).running),
    logger: silent,
    documents: new Map([['names', names]]),
    trustedOnly: true,
    access: () => ({
      // A token here is the scope that it carries.
      authenticate: ({ authorization }) => ({
        access: { ...publicAccess, scopes: new Set(authorization?.split(' ').slice(1)) },
        client: null,
        activity: null,
      }),
      register: registerOf([]),
    }),
  })
})
afterAll(() => gateway.close())

async function codesOf(query: string, scope?: string, isGet = false): Promise<readonly string[]> {
  const { text } = await gateway.execute(
    { query },
    { isGet, ...(scope !== undefined && { credentials: { authorization: `Bearer ${scope}` } }) },
  )
  const { errors = [] } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] }
  return errors.map(({ extensions }) => extensions.code)
}

describe('a hub that answers registered operations only', () => {
  it('answers one by its name, and its text however that is laid out', async () => {
    expect((await gateway.answerDocument('names', {})).hasErrors).toBe(false)
    expect(await codesOf(names)).toEqual([])
    expect(await codesOf(names.replaceAll(' ', '\n  '))).toEqual([])
  })

  it('refuses any other with 403, and says nothing of the schema', async () => {
    const { status, text } = await gateway.execute({ query: codes })
    expect([status, JSON.parse(text)]).toEqual([
      403,
      {
        errors: [
          {
            message:
              'This hub answers registered operations only. Register it (hub operations register) and ask by its id, or bring a token with the scope operations:ad-hoc.',
            extensions: { code: 'OPERATION_NOT_TRUSTED' },
          },
        ],
      },
    ])
    for (const text of ['{ __schema { types { name } } }', '{ nothing }', '{', `${names} ${codes}`])
      expect(await codesOf(text)).toEqual(['OPERATION_NOT_TRUSTED'])
    expect(await codesOf(codes, undefined, true)).toEqual(['OPERATION_NOT_TRUSTED'])
  })

  it('answers any to a caller whose token has the scope for it, and to no other', async () => {
    expect(await codesOf(codes, 'operations:ad-hoc')).toEqual([])
    expect(await codesOf(codes, 'person:read')).toEqual(['OPERATION_NOT_TRUSTED'])
  })
})
