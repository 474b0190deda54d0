/**
 * The supply of homes in answers: a statement a question, counts rounded and never under 10, and totals that
 * add up.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { makeCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { askSubgraph, makeTestData, silent, type TestData } from '@samenhang/subgraph-kit/testing'
import { subgraph } from '../src/index.ts'
import { recipients } from '../src/recipients.ts'
import { inventProjects } from '../src/seed-projects.ts'
import { createSupplyStore } from '../src/store.ts'

const country = makeCountry({})
const projects = inventProjects(country)
const under = (code: string) =>
  projects.filter((one) =>
    country.areas.some(
      (area) => area.code === one.code && [area.code, ...Object.values(area.parents)].includes(code),
    ),
  )
const idsOf = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id).sort()

interface Supply {
  readonly period: number
  readonly allocations: readonly { readonly group: string | null; readonly homes: number | null }[]
  readonly allocatedHomes: number | null
  readonly homesLet: number | null
  readonly homesLetToFocusGroups: number | null
  readonly plannedDeliveries: number | null
  readonly missing: readonly { readonly field: string }[]
}

interface Page {
  readonly totalCount: number
  readonly nodes: readonly { readonly id: string }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
}

/** What is asked of an area; each test asks some of it. */
interface Found {
  readonly housingSupply: Supply
  readonly housingProjects: Page | null
  readonly housingFocusGroups: readonly { readonly households: number | null }[]
  readonly grants: readonly { readonly homesToAccelerate: number; readonly homesDelivered: number }[]
}

interface Answer {
  readonly _entities: readonly Found[]
  readonly housingProjects: Page | null
}

const sum = (numbers: readonly (number | null)[]) => numbers.reduce<number>((all, one) => all + (one ?? 0), 0)

describeOnDatabases('the supply of homes', (kind) => {
  let data: TestData
  let housing: RunningSubgraph

  beforeAll(async () => {
    data = await makeTestData(kind)
    housing = await subgraph.open({ environment: data.environment, logger: silent })
    await housing.seed(country)
  })
  afterAll(async () => {
    await housing.close()
    await data.remove()
  })

  async function run(query: string, variables: Record<string, unknown> = {}) {
    const before = housing.database.statements
    const { data: answer, errors } = await askSubgraph(housing, { query, variables })
    expect(errors).toBeUndefined()
    return { answer: answer as unknown as Answer, statements: housing.database.statements - before }
  }

  async function areas(codes: readonly string[], fields: string, declared = '', given = {}) {
    const query = `query ($representations: [_Any!]!${declared}) { _entities(representations: $representations) { ... on Area { ${fields} } } }`
    const representations = codes.map((code) => ({ __typename: 'Area', code }))
    const { answer, statements } = await run(query, { representations, ...given })
    return { found: answer._entities, statements }
  }

  it('a page of projects for many areas of any level is one statement', async () => {
    const codes = ['NL99', 'PV99', 'GM9001', 'GM9002', 'WK900101', 'BU90010101', 'NL00', 'GM0363']
    const { found, statements } = await areas(codes, 'housingProjects(first: 4) { totalCount nodes { id } }')
    expect(statements).toBe(1)
    expect(found.map(({ housingProjects }) => housingProjects?.totalCount ?? null)).toEqual(
      codes.map((code) => (code === 'PV99' ? null : under(code).length)),
    )
    for (const [at, code] of codes.entries())
      expect(idsOf(found[at]!.housingProjects?.nodes ?? [])).toEqual(
        code === 'PV99' ? [] : idsOf(under(code)).slice(0, 4),
      )
  })

  it('pages follow each other without a gap and each knows the total', async () => {
    const seen: string[] = []
    let after: string | null = null
    for (let turn = 0; turn < 30; turn += 1) {
      const { found } = await areas(
        ['GM9002'],
        'housingProjects(first: 5, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }',
        ', $after: String',
        { after },
      )
      const { totalCount, nodes, pageInfo } = found[0]!.housingProjects!
      expect(totalCount).toBe(under('GM9002').length)
      seen.push(...nodes.map(({ id }) => id))
      if (!pageInfo.hasNextPage) break
      after = pageInfo.endCursor
    }
    expect(seen).toEqual(idsOf(under('GM9002')))
  })

  it('projects are found by group (any of), kind and phase, everywhere and within an area', async () => {
    const query = `query ($within: ID, $forGroups: [FocusGroup!], $kinds: [HousingProjectKind!], $phases: [HousingProjectPhase!]) {
      housingProjects(within: $within, forGroups: $forGroups, kinds: $kinds, phases: $phases, first: 1000) { totalCount nodes { id } } }`
    const find = async (filter: Record<string, unknown>) => {
      const { answer, statements } = await run(query, filter)
      expect(statements).toBeLessThanOrEqual(1)
      return answer.housingProjects && idsOf(answer.housingProjects.nodes)
    }
    const matching = (condition: (one: (typeof projects)[number]) => boolean, within = 'NL99') =>
      idsOf(under(within).filter(condition))
    expect(await find({})).toEqual(idsOf(projects))
    expect(await find({ forGroups: ['HOMELESS', 'STUDENTS'] })).toEqual(
      matching(({ for_groups: groups }) => groups.includes('HOMELESS') || groups.includes('STUDENTS')),
    )
    expect(await find({ kinds: ['FLEX', 'CONVERSION'], phases: ['PLANNED', 'OBJECTIONS'] })).toEqual(
      matching(
        (one) => ['FLEX', 'CONVERSION'].includes(one.kind) && ['PLANNED', 'OBJECTIONS'].includes(one.phase),
      ),
    )
    expect(await find({ within: 'GM9003', forGroups: ['STATUS_HOLDERS'] })).toEqual(
      matching(({ for_groups: groups }) => groups.includes('STATUS_HOLDERS'), 'GM9003'),
    )
    expect(await find({ kinds: [] })).toEqual([])
    expect(await find({ within: 'NL00' })).toEqual([])
    expect(await find({ within: 'PV99' })).toBeNull()
  })

  it('a code that is none is refused', async () => {
    const query = '{ housingProjects(within: "9002") { totalCount } }'
    const { errors } = await askSubgraph(housing, { query })
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_AREA_CODE')
  })

  it('supply, grants and projects of a page of areas take a statement each, and one for sources', async () => {
    const codes = country.areas.map(({ code }) => code)
    const fields = `housingSupply { period allocations { group homes } allocatedHomes plannedDeliveries missing { field reason } source { table } }`
    const { statements } = await areas(codes, fields)
    expect(statements).toBeLessThanOrEqual(3)
    const again = await areas(codes, `${fields} grants { euro source { table } }`)
    expect(again.statements).toBeLessThanOrEqual(4)
    expect((await areas(['BU90010101', 'PV99'], 'grants { euro }')).statements).toBe(0)
  })

  it('no null of a supply is silent, and no count is other than rounded and at least 10', async () => {
    const codes = country.areas.map(({ code }) => code)
    for (const period of country.periods) {
      const { found } = await areas(
        codes,
        'housingSupply(period: $period) { period allocations { group homes } homesLet homesLetToFocusGroups allocatedHomes plannedDeliveries missing { field } }',
        ', $period: Int',
        { period },
      )
      for (const { housingSupply } of found) {
        const { allocations, allocatedHomes, homesLet, homesLetToFocusGroups, plannedDeliveries, missing } =
          housingSupply
        expect(homesLet).toBe(allocatedHomes)
        const toNone = allocations.at(-1)?.homes ?? null
        expect(homesLetToFocusGroups).toBe(homesLet === null || toNone === null ? null : homesLet - toNone)
        expect(housingSupply.period).toBe(period)
        expect(allocations).toHaveLength(recipients.length)
        const nulls = [
          ...allocations
            .filter(({ homes }) => homes === null)
            .map(({ group }) => `allocations.${group ?? 'NONE'}`),
          ...(homesLet === null ? ['homesLet'] : []),
          ...(homesLetToFocusGroups === null ? ['homesLetToFocusGroups'] : []),
          ...(allocatedHomes === null ? ['allocatedHomes'] : []),
          ...(plannedDeliveries === null ? ['plannedDeliveries', 'plannedDeliveriesForFocusGroups'] : []),
        ]
        expect(missing.map(({ field }) => field)).toEqual(nulls)
        for (const count of [allocatedHomes, ...allocations.map(({ homes }) => homes)]) {
          if (count === null) continue
          expect(count % 5).toBe(0)
          expect(count).toBeGreaterThanOrEqual(10)
        }
      }
    }
  })

  it('municipalities add up to the country but for rounding, and their planned deliveries exactly', async () => {
    const municipalities = country.areas
      .filter(({ level }) => level === 'MUNICIPALITY')
      .map(({ code }) => code)
    const { found } = await areas(
      ['NL99', ...municipalities],
      'housingSupply { period allocations { group homes } allocatedHomes plannedDeliveries missing { field } }',
    )
    const [whole, ...parts] = found.map(({ housingSupply }) => housingSupply)
    expect(
      Math.abs(sum(parts.map((one) => one.allocatedHomes)) - (whole!.allocatedHomes ?? 0)),
    ).toBeLessThanOrEqual(3 * (parts.length + 1))
    expect(sum(parts.map((one) => one.plannedDeliveries))).toBe(whole!.plannedDeliveries)
    const expected = projects.filter(
      ({ phase, planned_delivery: due }) =>
        phase !== 'STOPPED' && phase !== 'DELIVERED' && due?.startsWith('2025'),
    )
    expect(whole!.plannedDeliveries).toBe(sum(expected.map(({ homes }) => homes)))
  })

  it('one municipality copes and one does not', async () => {
    const { found } = await areas(
      ['GM9002', 'GM9003'],
      'housingSupply { allocatedHomes plannedDeliveries } housingFocusGroups { households } grants { homesToAccelerate homesDelivered }',
    )
    const [copes = 0, struggles = 0] = found.map(
      ({ housingSupply: { allocatedHomes, plannedDeliveries }, housingFocusGroups }) =>
        sum([allocatedHomes, plannedDeliveries]) /
        sum(housingFocusGroups.map(({ households }) => households)),
    )
    expect(copes).toBeGreaterThan(4 * struggles)
    const [most, least] = found.map(
      ({ grants }) =>
        sum(grants.map((one) => one.homesDelivered)) / sum(grants.map((one) => one.homesToAccelerate)),
    )
    expect(most).toBeGreaterThan(0.8)
    expect(least).toBeLessThan(0.3)
  })

  it('no withheld number of homes follows from those shown by one subtraction', async () => {
    const codes = country.areas.map(({ code }) => code)
    const { found } = await areas(codes, 'housingSupply { allocations { homes } allocatedHomes }')
    const rows = found.map(({ housingSupply: { allocations, allocatedHomes } }) => [
      allocatedHomes,
      ...allocations.map(({ homes }) => homes),
    ])
    const lonely = (whole: number | null, parts: readonly (number | null)[]) => {
      const withheld = parts.filter((part) => part === null).length
      return whole === null ? parts.length > 0 && withheld === 0 : withheld === 1
    }
    for (const [at, [total = null, ...homes]] of rows.entries()) {
      const { code, level } = country.areas[at]!
      expect(lonely(total, homes), code).toBe(false)
      if (level === 'NEIGHBOURHOOD') continue
      const within = rows.filter((_, other) => {
        const { district, municipality, province, country: whole } = country.areas[other]!.parents
        return (district ?? municipality ?? province ?? whole) === code
      })
      for (const column of rows[at]!.keys())
        expect(
          lonely(
            rows[at]![column]!,
            within.map((row) => row[column]!),
          ),
          `${code} ${column}`,
        ).toBe(false)
    }
  })

  it('a second seed leaves as much as the first', async () => {
    const query = '{ housingProjects { totalCount } datasets { housing { period areas source { title } } } }'
    const first = await run(query)
    await housing.seed(country)
    expect((await run(query)).answer).toEqual(first.answer)
  })

  it('every area by code is found by an index', async (context) => {
    if (kind !== 'SQLite') context.skip('the plan is read from SQLite')
    const asked: string[] = []
    const { database } = housing
    const store = createSupplyStore({
      ...database,
      all: (sql: string, parameters: readonly unknown[] = []) => (
        asked.push(sql),
        database.all(sql, parameters)
      ),
    })
    const filter = { forGroups: null, kinds: null, phases: null }
    await store.newestAllocations(['GM9001'])
    await store.allocationsOf(['GM9001'], 2024)
    await store.deliveries(['GM9001'])
    await store.grants(['GM9001'])
    await store.overlaps(['GM9001'])
    await store.projectsWithin(['GM9001'], filter, { first: 1, after: null })
    for (const sql of asked) {
      const plan = await database.all<{ detail: string }>(
        `explain query plan ${sql}`,
        (sql.match(/\?/g) ?? []).map(() => '[]'),
      )
      const scans = plan.filter(({ detail }) => /^SCAN (?!json_each|numbered|planned|\()/.test(detail))
      expect(scans, sql).toEqual([])
    }
  })
})
