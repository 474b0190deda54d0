/** Regions of the synthetic country, on both databases: kinds that overlap, pages, and a statement a question. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { makeCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { askSubgraph, makeTestData, silent, type TestData } from '@samenhang/subgraph-kit/testing'
import { subgraph } from '../src/index.ts'

const country = makeCountry({ neighbourhoods: 900 })
const municipalities = country.areas.filter(({ level }) => level === 'MUNICIPALITY').map(({ code }) => code)
const kinds = ['LABOUR_MARKET', 'YOUTH_CARE', 'GGD', 'SCHOOL_ATTENDANCE', 'SHELTER', 'HOUSING_DEAL']

interface Region {
  readonly code: string
  readonly kind: string
  readonly municipalityCodes: readonly string[]
}

describeOnDatabases('regions', (kind) => {
  let data: TestData
  let registry: RunningSubgraph

  beforeAll(async () => {
    data = await makeTestData(kind)
    registry = await subgraph.open({ environment: data.environment, logger: silent })
    await registry.seed(country)
  })
  afterAll(async () => {
    await registry.close()
    await data.remove()
  })

  async function ask(query: string) {
    const before = registry.database.statements
    const { data: answer, errors } = await askSubgraph(registry, { query })
    return { answer: answer as never, errors, statements: registry.database.statements - before }
  }

  const regionsOf = async (ofKind: string) => {
    const { answer } = await ask(
      `{ regions(kind: ${ofKind}, first: 1000) { totalCount nodes { code kind municipalityCodes } } }`,
    )
    return (answer as { regions: { totalCount: number; nodes: readonly Region[] } }).regions
  }

  it('each kind divides the whole country, and no two kinds alike', async () => {
    const divisions = new Set<string>()
    for (const ofKind of kinds) {
      const { totalCount, nodes } = await regionsOf(ofKind)
      expect(nodes.length).toBe(totalCount)
      expect(nodes.length).toBeGreaterThan(1)
      expect(nodes.flatMap(({ municipalityCodes }) => municipalityCodes).sort()).toEqual(municipalities)
      divisions.add(nodes.map(({ municipalityCodes }) => municipalityCodes.join(' ')).join('; '))
    }
    expect(divisions.size).toBe(kinds.length)
  })

  it('a municipality lies in one region of each kind, and a region tells of which year it is', async () => {
    const { answer, statements } = await ask(
      `{ municipality(code: "GM9002") { regions { kind name code period country { code } source { synthetic } } earlier: regions(kind: GGD, period: 2020) { kind period municipalities(first: 1) { totalCount nodes { name } pageInfo { hasNextPage } } } } }`,
    )
    const { municipality } = answer as {
      municipality: {
        regions: readonly (Region & { period: number })[]
        earlier: readonly { period: number; municipalities: { totalCount: number } }[]
      }
    }
    expect(municipality.regions.map((region) => region.kind).sort()).toEqual([...kinds].sort())
    for (const region of municipality.regions)
      expect(region).toMatchObject({ period: 2024, country: { code: 'NL99' }, source: { synthetic: true } })
    expect(municipality.earlier).toMatchObject([
      { kind: 'GGD', period: 2020, municipalities: { nodes: [{}], pageInfo: { hasNextPage: true } } },
    ])
    expect(statements).toBeLessThanOrEqual(7)
  })

  it('the regions of many municipalities take one statement', async () => {
    const all = await ask(
      `{ country(code: "NL99") { municipalities(first: 1000) { nodes { regions(kind: YOUTH_CARE) { code } } } } }`,
    )
    const none = await ask(`{ country(code: "NL99") { municipalities(first: 1000) { nodes { code } } } }`)
    expect(all.statements - none.statements).toBe(1)
  })

  it('pages of regions and of their municipalities follow each other without a gap', async () => {
    const { nodes } = await regionsOf('LABOUR_MARKET')
    const codes: string[] = []
    for (let after = ''; ;) {
      const { answer } = await ask(
        `{ regions(kind: LABOUR_MARKET, first: 1${after === '' ? '' : `, after: "${after}"`}) { totalCount edges { cursor node { code } } pageInfo { hasNextPage } } }`,
      )
      const { regions } = answer as {
        regions: {
          totalCount: number
          edges: readonly { cursor: string; node: { code: string } }[]
          pageInfo: { hasNextPage: boolean }
        }
      }
      expect(regions.totalCount).toBe(nodes.length)
      codes.push(...regions.edges.map(({ node }) => node.code))
      after = regions.edges.at(-1)!.cursor
      if (!regions.pageInfo.hasNextPage) break
    }
    expect(codes).toEqual(nodes.map(({ code }) => code))
  })

  it('a region is an entity by its code, of its newest year', async () => {
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Region { name period periods } } }'
    const variables = {
      r: [
        { __typename: 'Region', code: 'AM9001' },
        { __typename: 'Region', code: 'AM9999' },
      ],
    }
    const { data: answer } = await askSubgraph(registry, { query, variables })
    expect(answer).toEqual({
      _entities: [
        { name: expect.stringContaining('Regio ') as string, period: 2024, periods: country.periods },
        null,
      ],
    })
  })

  it.each([
    ['{ region(code: "GM9001") { name } }', 'BAD_ARGUMENT', /"GM9001" is not the code of a region/],
    ['{ region(code: "am18") { name } }', 'BAD_ARGUMENT', /expected one such as AM18/],
    ['{ region(code: "AM9001", period: 1999) { name } }', 'PERIOD_NOT_PUBLISHED', /loaded are those of 2019/],
    ['{ regions(period: 1999) { totalCount } }', 'PERIOD_NOT_PUBLISHED', /No regions of 1999/],
    ['{ regions(first: 1001) { totalCount } }', 'PAGE_TOO_LARGE', /at most 1000/],
    ['{ municipality(code: "GM9001") { regions(period: 1999) { code } } }', 'PERIOD_NOT_PUBLISHED', /1999/],
  ])('what cannot be answered says why: %s', async (query, code, message) => {
    const { errors } = await ask(query)
    expect(errors?.[0]?.extensions?.['code']).toBe(code)
    expect(errors?.[0]?.message).toMatch(message)
  })

  it('a region that does not exist is null, and a second seed leaves as much as the first', async () => {
    expect((await ask('{ region(code: "AM01") { name } }')).answer).toEqual({ region: null })
    const query = '{ regions { totalCount } datasets { baseRegistry { kind period areas } } }'
    const first = await ask(query)
    await registry.seed(country)
    expect((await ask(query)).answer).toEqual(first.answer)
  })
})
