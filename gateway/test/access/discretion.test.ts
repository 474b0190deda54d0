/**
 * What a gateway says of its schema: introspection and the texts of errors show a caller what it may ask and
 * no more, and a start asks for every protected root field as the public.
 */
import { createLocalJWKSet } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  buildClientSchema,
  getIntrospectionQuery,
  isInterfaceType,
  validateSchema,
  type IntrospectionQuery,
} from 'graphql'
import { authenticator, type Credentials } from '../../src/access/authenticate.ts'
import { sendCanary } from '../../src/access/canary.ts'
import { permissionsOf } from '../../src/access/permissions.ts'
import { readPolicy } from '../../src/access/policy.ts'
import { registerOf } from '../../src/access/register.ts'
import { tokenVerifier } from '../../src/access/token.ts'
import { supergraphSchema } from '../../src/engine/supergraph/supergraph.ts'
import { composeParts } from '../engine/federate.ts'
import { guardedGateway, type GuardedGateway } from './guarded-gateway.ts'
import { audience, issuer, makeIssuer } from './issuer.ts'
import { base, domain } from './parts.ts'

const register = registerOf([
  {
    id: 'urn:example:intake',
    purpose: 'intake',
    name: { nl: 'Melding', en: 'Intake' },
    legalBasis: 'An Act, article 1',
    fields: ['Query.person', 'Query.born', 'Person.*', 'Care.*', 'Dog.master'],
    retention: 'P5Y',
  },
])
const withEnum = {
  ...base,
  sdl: `${base.sdl}
    enum Decade { SEVENTIES EIGHTIES }
    extend type Query {
      born(decade: Decade!): Int @requiresScopes(scopes: [["person:read"]]) @policy(policies: [["purpose"]])
    }
  `,
}

describe.each(['engine', 'apollo'] as const)('what a gateway with %s says of its schema', (executor) => {
  let guarded: GuardedGateway
  let credentials: Credentials
  beforeAll(async () => {
    const made = await makeIssuer()
    const verify = tokenVerifier({ issuer, audience, keys: createLocalJWKSet(made.keys) })
    const access = () => ({ authenticate: authenticator(verify, register), register })
    guarded = await guardedGateway({ base: withEnum, domain }, { executor, access })
    credentials = { authorization: `Bearer ${await made.sign()}`, purpose: 'intake' }
  })
  afterAll(() => guarded.gateway.close())
  const ask = async (query: string, as: Credentials = {}, variables = {}): Promise<string> =>
    (await guarded.gateway.execute({ query, variables }, { credentials: as })).text

  /** What is said at length, which is only said of texts that were quickly seen to be wrong. */
  const told = async (query: string, as: Credentials = {}): Promise<string> => {
    for (let tries = 0; tries < 20; tries += 1) {
      const text = await ask(query, as)
      if (text.includes('"locations"')) return text
    }
    throw new Error('No answer tells where the fault is')
  }

  it('by introspection, a caller sees what it may ask, and nobody else does', async () => {
    const schemaFor = async (as: Credentials): Promise<ReturnType<typeof buildClientSchema>> => {
      const { data } = JSON.parse(await ask(getIntrospectionQuery(), as)) as { data: IntrospectionQuery }
      const schema = buildClientSchema(data)
      expect(validateSchema(schema)).toEqual([])
      return schema
    }
    const mine = await schemaFor(credentials)
    expect(Object.keys(mine.getQueryType()?.getFields() ?? {})).toContain('person')
    expect(mine.toConfig().types.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Person', 'Care', 'Decade', 'Hidden']),
    )
    const theirs = await schemaFor({})
    expect(Object.keys(theirs.getQueryType()?.getFields() ?? {}).sort()).toEqual([
      'anyone',
      'inhabitants',
      'open',
      'place',
    ])
    const names = theirs.toConfig().types.map(({ name }) => name)
    expect(names).not.toContain('Care')
    expect(names).not.toContain('Decade')
    expect(names).not.toContain('Hidden')
    expect(names).not.toContain('Person')
    const inhabitant = theirs.getType('Inhabitant')
    expect(isInterfaceType(inhabitant) && theirs.getPossibleTypes(inhabitant).map(String)).toEqual(['Dog'])
    expect(await ask('{ __type(name: "Care") { name } }', credentials)).toContain('Care')
    expect(JSON.parse(await ask('{ __type(name: "Care") { name } }'))).toEqual({ data: { __type: null } })
    expect(JSON.parse(await ask('{ __type(name: "Dog") { fields { name } } }'))).toEqual({
      data: { __type: { fields: [{ name: 'name' }, { name: 'age' }] } },
    })
  })

  it('in what was perhaps meant, it names only what its reader may ask', async () => {
    expect(await told('{ persn(id: "anna") { id } }', credentials)).toContain('Did you mean \\"person\\"')
    const forPublic = await told('{ persn(id: "anna") { id } }')
    expect(forPublic).toContain('Cannot query field')
    expect(forPublic).not.toContain('person\\"')
    expect(await told('{ place { nam } }')).toContain('Did you mean \\"name\\"')
    expect(await told('{ inhabitants { ... on Persn { id } } }')).toContain('Unknown type')
    expect(await told('{ place { pet { mastr { id } } } }', credentials)).toContain('master')
    expect(await told('{ place { pet { mastr { id } } } }')).not.toContain('master')
    expect(await told('{ born(decade: SEVENTIE) }', credentials)).toContain('SEVENTIES')
    expect(await told('{ born(decade: SEVENTIE) }')).not.toContain('SEVENTIES')
    const decade = 'query ($decade: Decade!) { born(decade: $decade) }'
    expect(await ask(decade, {}, { decade: 'SEVENTIE' })).not.toContain('SEVENTIES')
  })

  it('it is asked for in an operation of its own', async () => {
    expect(await ask('{ __typename __schema { queryType { name } } }')).toBe(
      '{"data":{"__typename":"Query","__schema":{"queryType":{"name":"Query"}}}}',
    )
    expect(await ask('{ place { name } __schema { queryType { name } } }')).toContain('BAD_REQUEST')
  })
})

describe('the canary', () => {
  const schemaOf = () => {
    const { rules, sdl } = readPolicy(composeParts({ base: withEnum, domain }).supergraphSdl)
    return { schema: supergraphSchema(sdl), rules }
  }

  it('asks for every protected root field as the public', async () => {
    const { schema, rules } = schemaOf()
    const asked: string[] = []
    await sendCanary(schema, permissionsOf(schema, rules), (query) => {
      asked.push(query)
      return Promise.resolve(
        '{"data":{"canary":null},"errors":[{"extensions":{"code":"UNAUTHORIZED_FIELD_OR_TYPE"}}]}',
      )
    })
    expect(asked.sort()).toEqual([
      'query { canary: born(decade: SEVENTIES) }',
      'query { canary: person(id: "canary") { __typename } }',
    ])
  })

  it.each([
    ['is answered', '{"data":{"canary":{"__typename":"Person"}}}'],
    ['is null without a reason', '{"data":{"canary":null}}'],
    [
      'fails by a fault',
      '{"data":{"canary":null},"errors":[{"extensions":{"code":"SUBGRAPH_UNAVAILABLE"}}]}',
    ],
  ])('ends the start where it %s', async (_, text) => {
    const { schema, rules } = schemaOf()
    const sent = sendCanary(schema, permissionsOf(schema, rules), () => Promise.resolve(text))
    await expect(sent).rejects.toThrow('the public was not refused Query.')
  })
})
