/**
 * What is read of a person's records at once is what the resolvers would have answered, field by field, and takes one statement. A field with
 * `@include` is left to the resolvers, which is how they are asked here.
 */
import type { Access } from '@samenhang/subgraph-kit/caller'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { signForTests } from '@samenhang/subgraph-kit/testing'
import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { openHub, type TestHub } from './hub.ts'

const domains = ['care', 'education', 'housing', 'integration', 'labour-market']
const access: Access = {
  actor: 'caseworker-1',
  scopes: new Set(['person:read', 'person:identity', ...domains.map((domain) => `${domain}:read`)]),
  purpose: 'everything',
  covers: [
    'Query.*',
    'Person.*',
    ...['Housing', 'Care', 'Education', 'LabourMarket', 'Integration'].map((part) => `Person${part}.*`),
    'CareArrangement.*',
    'CareIndication.*',
    'Benefit.*',
    'HomelessnessSpell.*',
    'PersonHousehold.*',
    'PersonAddress.*',
  ],
}
const unknown = `${'A'.repeat(21)}Q`

describeOnDatabases('records of people, read in batches,', (kind) => {
  let hub: TestHub
  let ids: readonly string[] = []
  beforeAll(async () => {
    hub = await openHub({ kind, country: { seed: 2, neighbourhoods: 40, people: 2_000 } })
    const asking = { credentials: await hub.credentials('caseworker', 'open-needs') }
    const { data } = await hub.ask('{ caseload(first: 50) { nodes { id } } }', {}, asking)
    ids = (data as unknown as { caseload: { nodes: { id: string }[] } }).caseload.nodes.map(({ id }) => id)
  })
  afterAll(async () => {
    await hub.close()
  })

  const named = (name: string) => hub.subgraphs.find((one) => one.name === name)!

  /** The answer, whether it was there at once, and what it took. */
  async function asked(subgraph: RunningSubgraph, query: string, variables: Record<string, unknown>) {
    const token = await signForTests(subgraph.name, access)
    // Once for the token to be known: from then on, only resolvers make anyone wait on SQLite.
    await subgraph.execute({ query, variables }, { traceId: 'test', token })
    const before = subgraph.database.statements
    const soon = subgraph.execute({ query, variables }, { traceId: 'test', token })
    const answer = await soon
    return {
      answer,
      text: JSON.stringify(answer),
      isRead: !(soon instanceof Promise),
      statements: subgraph.database.statements - before,
    }
  }

  /** `?` stands in the query where the resolvers are called for. */
  async function expectSame(subgraph: RunningSubgraph, query: string, variables: Record<string, unknown>) {
    const read = await asked(subgraph, query.replace('?', ''), variables)
    const resolved = await asked(subgraph, query.replace('?', '@include(if: true)'), variables)
    expect(read.answer.errors, query).toBeUndefined()
    expect(read.text, query).toBe(resolved.text)
    expect(read.statements, query).toBe(1)
    if (kind === 'SQLite') expect([read.isRead, resolved.isRead], query).toEqual([true, false])
    return read
  }

  it.each(domains)('%s: every field of the record, together and alone', async (name) => {
    const subgraph = named(name)
    const person = subgraph.schema.getType('Person') as GraphQLObjectType
    const [field] = Object.values(person.getFields()).filter((one) => isObjectType(getNamedType(one.type)))
    const record = getNamedType(field!.type) as GraphQLObjectType
    const representations = [...ids, unknown, 'nonsense', ids[0]].map((id) => ({ __typename: 'Person', id }))
    const fields = Object.keys(record.getFields()).map((one) => fieldText(record, one))
    for (const body of [fields.join(' '), ...fields, `__typename x: ${fields[0]!}`])
      for (const some of [representations, representations.slice(0, 1)]) {
        const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { __typename id ${field!.name} ? { ${body} } } } }`
        await expectSame(subgraph, query, { representations: some })
      }
  })

  it('the base registry: a person of the caseload, with the name of where they live', async () => {
    const registry = named('base-registry')
    const body =
      'birthYear ageGroup household { kind persons } name address { street houseNumber postcode place }'
    const query = `query ($id: ID!) { person(id: $id) ? { hub: id id ${body} residence { __typename code name } } }`
    for (const id of ids) {
      const { answer } = await expectSame(registry, query, { id })
      expect(answer).toMatchObject({ data: { person: { id } } })
    }
  })

  it('and null with the same statement for one of another caseload and one who does not exist, the first with an alarm', async () => {
    const registry = named('base-registry')
    const query = 'query ($id: ID!) { person(id: $id) ? { id birthYear residence { __typename code } } }'
    const other = { credentials: await hub.credentials('caseworker', 'open-needs', 'caseworker-2') }
    const { data } = await hub.ask('{ caseload(first: 50) { nodes { id } } }', {}, other)
    const theirs = (data as unknown as { caseload: { nodes: { id: string }[] } }).caseload.nodes
    const outside = theirs.find(({ id }) => !ids.includes(id))
    expect((await expectSame(registry, query, { id: outside?.id })).answer).toEqual({
      data: { person: null },
      extensions: { alarms: ['OUTSIDE_CASELOAD'] },
    })
    expect((await expectSame(registry, query, { id: unknown })).answer).toEqual({ data: { person: null } })
  })

  it('a reference alone, or with what is no record, is left to the resolvers', async () => {
    const query =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { id } } }'
    const { isRead } = await asked(named('care'), query, {
      representations: [{ __typename: 'Person', id: ids[0] }],
    })
    expect(isRead).toBe(false)
  })
})

function fieldText(type: GraphQLObjectType, name: string): string {
  const inner = getNamedType(type.getFields()[name]!.type)
  return isObjectType(inner) ? `${name} { ${Object.keys(inner.getFields()).join(' ')} }` : name
}
