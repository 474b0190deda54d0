/**
 * People in the base registry: a caseworker sees the own clients and nobody else's, and a person outside the
 * caseload is answered as one who does not exist.
 */
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import type { Access } from '@samenhang/subgraph-kit/caller'
import { importRecords, openRecordsFile } from '@samenhang/subgraph-kit/records-file'
import { seedAll } from '@samenhang/subgraph-kit/seed-all'
import { syntheticNumbers } from '@samenhang/subgraph-kit/subject/eleven-test'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { askSubgraph, makeTestData, silent, type TestData } from '@samenhang/subgraph-kit/testing'
import { subgraph } from '../src/index.ts'

const numbers = [...syntheticNumbers(2_000)].map(String)

/** What these tests ask for, as a client reads it. */
interface Found {
  readonly caseload: {
    readonly totalCount: number
    readonly nodes: readonly { readonly id: string }[]
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  }
  readonly person: { readonly id: string } | null
  readonly personByCitizenServiceNumber: { readonly id: string } | null
  readonly _entities: readonly unknown[]
}

const caseworker = (actor: string): Access => ({
  actor,
  scopes: new Set(['person:read', 'person:identity', 'person:number']),
  purpose: 'https://samenhang.example/register/test',
  covers: [
    'Query.person',
    'Query.personByCitizenServiceNumber',
    'Query.caseload',
    'PersonConnection.*',
    'PersonEdge.*',
    'Person.*',
    'PersonHousehold.*',
    'PersonAddress.*',
  ],
})

describeOnDatabases('persons', (kind) => {
  let data: TestData
  let running: RunningSubgraph

  beforeAll(async () => {
    data = await makeTestData(kind)
    running = await subgraph.open({ environment: data.environment, logger: silent })
    await seedAll([running], { people: 2_000 })
  })
  afterAll(async () => {
    await running.close()
    await data.remove()
  })

  async function ask(
    query: string,
    actor = 'caseworker-1',
    variables: Readonly<Record<string, unknown>> = {},
  ) {
    const before = running.database.statements
    const answer = await askSubgraph(running, { query, variables }, caseworker(actor))
    return {
      ...answer,
      data: (answer.data ?? {}) as unknown as Found,
      statements: running.database.statements - before,
    }
  }
  const clientsOf = async (actor: string): Promise<readonly string[]> => {
    const { data } = await ask('{ caseload(first: 1000) { nodes { id } } }', actor)
    return data.caseload.nodes.map(({ id }) => id)
  }

  it('a caseworker sees the own fifty clients, page after page, and no other caseworker’s', async () => {
    const own = await clientsOf('caseworker-1')
    const others = await clientsOf('caseworker-2')
    expect([own.length, others.length, new Set([...own, ...others]).size]).toEqual([50, 50, 100])
    expect(await clientsOf('caseworker-3')).toEqual([])
    const paged: string[] = []
    let after: string | null = null
    do {
      const page = await ask(
        'query ($after: String) { caseload(first: 20, after: $after) { totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }',
        'caseworker-1',
        { after },
      )
      expect(page.errors).toBeUndefined()
      const { nodes, edges, pageInfo, totalCount } = page.data.caseload
      expect(totalCount).toBe(50)
      expect(edges.map(({ node }) => node)).toEqual(nodes)
      paged.push(...nodes.map(({ id }) => id))
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after !== null)
    expect(paged).toEqual(own)
  })

  it('a page of persons with home, name and address costs three statements, one person one', async () => {
    const fields =
      'id birthYear ageGroup household { kind persons } residence { code name } name address { street place }'
    const page = await ask(`{ caseload(first: 50) { nodes { ${fields} } } }`)
    expect(page.statements).toBe(3)
    expect(page.data.caseload.nodes).toHaveLength(50)
    const id = page.data.caseload.nodes[0]?.id ?? ''
    const one = await ask(
      'query ($id: ID!) { person(id: $id) { id birthYear residence { code name } name } }',
      'caseworker-1',
      { id },
    )
    expect(one.statements).toBe(1)
    expect(one.data.person).toMatchObject({
      id,
      birthYear: expect.any(Number),
      residence: { name: expect.any(String) },
    })
  })

  it('someone outside the caseload is answered as one who does not exist, at the same cost, with an alarm for the log', async () => {
    const [id = ''] = await clientsOf('caseworker-2')
    const query = 'query ($id: ID!) { person(id: $id) { id birthYear name } }'
    expect((await ask(query, 'caseworker-2', { id })).data.person).toMatchObject({ id })
    const outside = await ask(query, 'caseworker-1', { id })
    const nobody = await ask(query, 'caseworker-1', { id: `${'A'.repeat(21)}Q` })
    expect(outside.data).toEqual({ person: null })
    expect(nobody.data).toEqual({ person: null })
    expect([outside.errors, outside.statements]).toEqual([nobody.errors, nobody.statements])
    expect(outside.extensions).toEqual({ alarms: ['OUTSIDE_CASELOAD'] })
    expect(nobody.extensions).toBeUndefined()
  })

  it('so it is by reference, and with several at once', async () => {
    const [[own = ''], [other = '']] = [await clientsOf('caseworker-1'), await clientsOf('caseworker-2')]
    const references = [own, other, 'no id'].map((id) => ({ __typename: 'Person', id }))
    const answer = await ask(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { birthYear } } }',
      'caseworker-1',
      { r: references },
    )
    expect(answer.data._entities).toEqual([{ birthYear: expect.any(Number) }, null, null])
    expect(answer.extensions).toEqual({ alarms: ['OUTSIDE_CASELOAD'] })
    expect(answer.statements).toBe(1)
  })

  it('a person is found by number, inside the caseload only; a number that is none is refused without it', async () => {
    const query = 'query ($number: String!) { personByCitizenServiceNumber(number: $number) { id } }'
    const own = await clientsOf('caseworker-1')
    const found: string[] = []
    for (const number of numbers) {
      const { data, extensions } = await ask(query, 'caseworker-1', { number })
      const person = data.personByCitizenServiceNumber
      if (person) found.push(person.id)
      else expect(extensions).toEqual({ alarms: ['OUTSIDE_CASELOAD'] })
    }
    expect(found.sort()).toEqual([...own].sort())
    const wrong = await ask(query, 'caseworker-1', { number: '900000005' })
    expect(wrong.errors?.[0]?.extensions?.['code']).toBe('BAD_ARGUMENT')
    expect(JSON.stringify(wrong.errors)).not.toContain('900000005')
  })

  it('the example files are taken; a caseload replaces that of the actors in it', async () => {
    const take = async (name: string, content?: string) => {
      const path = join(data.directory, name)
      if (content === undefined)
        copyFileSync(fileURLToPath(new URL(`../data/${name}`, import.meta.url)), path)
      else writeFileSync(path, content)
      const file = await openRecordsFile(path)
      return file && importRecords(running.formats, file)
    }
    expect((await take('persons.csv'))?.[0]).toMatchObject({ rows: 4, outcome: 'STORED' })
    expect((await take('caseload.csv'))?.[0]).toMatchObject({ rows: 4, outcome: 'STORED' })
    const { data: answer } = await ask(
      '{ caseload(first: 10) { totalCount nodes { name residence { code } address { place } } } }',
    )
    expect(answer.caseload.totalCount).toBe(3)
    expect(answer.caseload.nodes).toContainEqual({
      name: 'Gerrit Voorbeeld',
      residence: { code: 'BU90030101' },
      address: { place: 'Grauwhaven' },
    })
    expect((await take('caseload.csv', `bsn;actor\n${numbers[0] ?? ''};caseworker-1\n`))?.[0]?.outcome).toBe(
      'REPLACED',
    )
    expect(await clientsOf('caseworker-1')).toHaveLength(1)
    expect(await clientsOf('caseworker-2')).toHaveLength(1)
  })
})
