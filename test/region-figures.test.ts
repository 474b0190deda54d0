/** Figures of regions, on both databases: computed from those of their municipalities, redone by hand, with who lacks what, and what they cost. */
import { importTable } from '@samenhang/subgraph-kit/import'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { makeTable } from '@samenhang/subgraph-kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { clientOf, computedOf } from './computed-hub.ts'
import { openHub, type TestHub } from './hub.ts'

type Row = ReturnType<typeof JSON.parse>

const answered = `value unit missing lower upper formula weight computed memberCount members included lackingCount
  lacking { code indicator missing } column { indicator period synthetic }`
const indicators = '["population.inhabitants", "population.averageHouseholdSize"]'

describeOnDatabases('figures of regions', (kind) => {
  let hub: TestHub

  beforeAll(async () => {
    hub = await openHub({
      kind,
      mode: kind === 'SQLite' ? 'in process' : 'over HTTP',
      country: { neighbourhoods: 100 },
    })
  })
  afterAll(() => hub.close())

  async function ask(query: string) {
    const answer = await hub.ask(query)
    return { ...answer, data: answer.data as Row }
  }

  /** Municipalities that lie in a region in a year, as a file of regions has them. */
  async function addRegion(code: string, period: number, municipalities: readonly string[]): Promise<void> {
    const { database } = hub.subgraphs.find(({ name }) => name === 'base-registry')!
    await database.transact(async (transaction) => {
      const source = await transaction('source').min<{ id: number }>({ id: 'id' }).first()
      const about = { code, period, kind: 'LABOUR_MARKET', source_id: source!.id }
      await transaction('region').insert({ ...about, name: 'Regio', country_code: 'NL00' })
      for (const municipality of municipalities)
        await transaction('region_municipality').insert({ ...about, municipality })
    })
  }

  it('before the first refresh there are none, and the rest of the region stays', async () => {
    const { data, errors } = await ask(
      `{ region(code: "GG9001") { code figures(indicators: ${indicators}) { value } } }`,
    )
    expect(data).toEqual({ region: { code: 'GG9001', figures: null } })
    expect(errors[0]?.extensions['code']).toBe('NOT_REFRESHED')
    await importTable(
      hub.subgraphs,
      makeTable({
        period: 2024,
        headers: ['a_inw', 'a_hh', 'g_hhgro'],
        rows: {
          GM0363: [900_000, 500_000, '1.8'],
          GM0392: [160_000, 75_000, '2.1'],
          GM0394: ['.', 60_000, '.'],
        },
      }),
    )
    await addRegion('AM01', 2024, ['GM0363', 'GM0392'])
    await addRegion('AM02', 2024, ['GM0394', 'GM0376'])
    await addRegion('AM01', 2023, ['GM0363', 'GM0394'])
    await computedOf(hub, 'statistics').refresh(clientOf(hub))
  })

  it('counts add up, and a mean is weighted by what it is divided by', async () => {
    const { data, errors } = await ask(
      `{ region(code: "AM01") { period figures(indicators: ${indicators}) { ${answered} } } }`,
    )
    expect(errors).toEqual([])
    const same = {
      missing: null,
      unit: 'PERSONS',
      computed: true,
      memberCount: 2,
      members: ['GM0363', 'GM0392'],
      included: 2,
      lackingCount: 0,
      lacking: [],
    }
    const column = { period: 2024, synthetic: false }
    // (500,000 × 1.8 + 75,000 × 2.1) / 575,000 = 1,057,500 / 575,000
    const size = expect.closeTo(1.839_130_434_78, 10) as number
    expect(data.region).toEqual({
      period: 2024,
      figures: [
        {
          ...same,
          ...{ value: 1_060_000, lower: 1_060_000, upper: 1_060_000, weight: null },
          formula: 'the sum of population.inhabitants over the areas',
          column: { indicator: 'population.inhabitants', ...column },
        },
        {
          ...same,
          ...{ value: size, lower: size, upper: size, weight: 'population.households' },
          formula:
            'the sum of population.averageHouseholdSize × population.households over the areas, divided by the sum of population.households',
          column: { indicator: 'population.averageHouseholdSize', ...column },
        },
      ],
    })
  })

  it('a municipality that lacks a figure or is not loaded at all makes it null, and is named with the reason', async () => {
    const { data, errors } = await ask(
      `{ region(code: "AM02") { figures(indicators: ["population.inhabitants", "population.households", "population.averageHouseholdSize"]) { ${answered} } } }`,
    )
    expect(errors).toEqual([])
    const lacks = (code: string, indicator: string, missing: string) => ({
      code,
      indicator: `population.${indicator}`,
      missing,
    })
    const both = {
      value: null,
      missing: 'MEMBERS_LACK_FIGURES',
      memberCount: 2,
      members: ['GM0376', 'GM0394'],
    }
    expect(data.region.figures).toMatchObject([
      {
        ...both,
        ...{ lower: 0, upper: null, included: 0, lackingCount: 2 },
        lacking: [
          lacks('GM0376', 'inhabitants', 'NOT_IMPORTED'),
          lacks('GM0394', 'inhabitants', 'NOT_AVAILABLE'),
        ],
      },
      {
        ...both,
        ...{ lower: 60_000, upper: null, included: 1, lackingCount: 1 },
        lacking: [lacks('GM0376', 'households', 'NOT_IMPORTED')],
      },
      {
        ...both,
        ...{ lower: null, upper: null, included: 0, lackingCount: 2 },
        lacking: [
          lacks('GM0376', 'households', 'NOT_IMPORTED'),
          lacks('GM0394', 'averageHouseholdSize', 'NOT_AVAILABLE'),
        ],
      },
    ])
  })

  it('the municipalities are those of the year of the region, also where two years of it are asked at once', async () => {
    const { data, errors } = await ask(
      `{ now: region(code: "AM01") { figures(indicators: ["population.households"]) { value members } }
         then: region(code: "AM01", period: 2023) { figures(indicators: ["population.households"]) { value members } } }`,
    )
    expect(errors).toEqual([])
    expect(data).toEqual({
      now: { figures: [{ value: 575_000, members: ['GM0363', 'GM0392'] }] },
      then: { figures: [{ value: 560_000, members: ['GM0363', 'GM0394'] }] },
    })
  })

  it('regions of different kinds overlap, and each has all of its own, as its municipalities say themselves', async () => {
    const { data, errors } = await ask(
      `{ municipality(code: "GM9002") { regions { code kind municipalities { nodes { population(period: 2023) { inhabitants } housing(period: 2023) { dwellings housingCorporationShare } } }
           figures(indicators: ["population.inhabitants", "housing.housingCorporationShare"], period: 2023) { value memberCount members } } } }`,
    )
    expect(errors).toEqual([])
    const { regions } = data.municipality
    expect(regions).toHaveLength(6)
    for (const { municipalities, figures } of regions as Row[]) {
      const nodes = municipalities.nodes as Row[]
      const sum = (of: (node: Row) => number) => nodes.reduce<number>((all, node) => all + of(node), 0)
      expect(figures[0]).toMatchObject({
        value: sum(({ population }) => population.inhabitants),
        memberCount: nodes.length,
      })
      expect(figures[0].members).toContain('GM9002')
      expect(figures[1].value).toBeCloseTo(
        sum(({ housing }) => housing.dwellings * housing.housingCorporationShare) /
          sum(({ housing }) => housing.dwellings),
        9,
      )
    }
  })

  it('all columns of all regions are one statement, and one fetch', async () => {
    const query = (more: string) =>
      `{ regions(first: 100) { totalCount nodes { figures(indicators: ${more}, period: 2023) { value } } } }`
    const used = '["care.youthCareClients", "housing.ownerOccupiedShare", "population.averageHouseholdSize"]'
    // Reads what all questions share: the catalogue and the areas.
    await ask(query('["population.inhabitants"]'))
    const version = kind === 'SQLite' ? 0 : 1
    const { data, fetches, statements, errors } = await ask(query(used))
    expect(errors).toEqual([])
    expect(data.regions.totalCount).toBeGreaterThan(10)
    expect(fetches).toEqual(['base-registry', 'statistics'])
    expect(statements['statistics']).toBe(1 + version)
    expect((await ask(query(used))).statements['statistics'] ?? 0).toBe(version)
  })

  it.each([
    ['indicators: []', 'BAD_ARGUMENT', /^indicators names none\.$/],
    [
      'indicators: ["housing.dwelling"]',
      'BAD_ARGUMENT',
      /^«housing\.dwelling» is no indicator .* housing\.dwellings, /,
    ],
    ['indicators: ["housing.averageWozValue"]', 'BAD_ARGUMENT', /^housing\.averageWozValue has no weight/],
    [
      'indicators: ["population.inhabitants"], period: 1999',
      'PERIOD_NOT_PUBLISHED',
      /^No figures of population\.inhabitants for 1999; the latest are of \d{4}\.$/,
    ],
  ])('what cannot be told says why in one line: %s', async (args, code, message) => {
    const { data, errors } = await ask(`{ region(code: "GG9001") { code figures(${args}) { value } } }`)
    expect(data).toEqual({ region: { code: 'GG9001', figures: null } })
    expect(errors).toHaveLength(1)
    expect(errors[0]?.extensions['code']).toBe(code)
    expect(errors[0]?.message).toMatch(message)
  })
})
