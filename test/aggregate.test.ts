/** Figures of several areas taken together, on both databases: by the weights of the catalogue, with what is lacking told, and never twice. */
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHub, type TestHub } from './hub.ts'

type Row = ReturnType<typeof JSON.parse>

const question = `query Together($of: [ID!], $level: AreaLevel, $within: ID, $indicators: [ID!]!, $period: Int) {
  aggregate(of: $of, level: $level, within: $within, indicators: $indicators, period: $period) {
    value unit missing lower upper formula weight computed memberCount members included lackingCount
    lacking { code indicator missing }
    column { indicator period unit kind synthetic sources { table } }
  }
}`

describeOnDatabases('figures of several areas', (kind) => {
  let hub: TestHub

  beforeAll(async () => {
    hub = await openHub({ kind, country: { neighbourhoods: 100 }, refreshed: true })
  })
  afterAll(() => hub.close())

  async function together(variables: Readonly<Record<string, unknown>>): Promise<readonly Row[]> {
    const { data, errors } = await hub.ask(question, variables)
    expect(errors).toEqual([])
    return (data as Row)['aggregate']
  }

  async function refusal(variables: Readonly<Record<string, unknown>>): Promise<string> {
    const { errors } = await hub.ask(question, { indicators: ['population.inhabitants'], ...variables })
    expect(errors).toHaveLength(1)
    return `${String(errors[0]?.extensions['code'])} ${errors[0]?.message ?? ''}`
  }

  /** The figures of the graph itself, by code. */
  async function plain(level: string, within: string): Promise<readonly Row[]> {
    const { data, errors } = await hub.ask(
      `query Plain($level: AreaLevel!, $within: ID) { searchAreas(name: "", level: $level, within: $within, first: 1000) { nodes {
        code population(period: 2023) { inhabitants households averageHouseholdSize }
        housing(period: 2023) { dwellings housingCorporationShare } care(period: 2023) { youthCareClients } } } }`,
      { level, within },
    )
    expect(errors).toEqual([])
    return (data as Row)['searchAreas'].nodes.sort((one: Row, other: Row) => (one.code < other.code ? -1 : 1))
  }

  it('counts add up, and a mean is weighted by what it is divided by', async () => {
    const areas = await plain('MUNICIPALITY', 'NL99')
    expect(areas.length).toBeGreaterThan(2)
    const [inhabitants, size, share] = await together({
      level: 'MUNICIPALITY',
      within: 'NL99',
      period: 2023,
      indicators: [
        'population.inhabitants',
        'population.averageHouseholdSize',
        'housing.housingCorporationShare',
      ],
    })
    const sum = (of: (area: Row) => number) => areas.reduce<number>((total, area) => total + of(area), 0)
    expect(inhabitants).toMatchObject({
      value: sum(({ population }) => population.inhabitants),
      unit: 'PERSONS',
      formula: 'the sum of population.inhabitants over the areas',
      weight: null,
      computed: true,
      missing: null,
      memberCount: areas.length,
      members: areas.map(({ code }) => code),
      included: areas.length,
      lackingCount: 0,
      column: { indicator: 'population.inhabitants', period: 2023, kind: 'COUNT', synthetic: true },
    })
    expect(size.value).toBeCloseTo(
      sum(({ population }) => population.households * population.averageHouseholdSize) /
        sum(({ population }) => population.households),
      9,
    )
    expect(share.value).toBeCloseTo(
      sum(({ housing }) => housing.dwellings * housing.housingCorporationShare) /
        sum(({ housing }) => housing.dwellings),
      9,
    )
    expect(share).toMatchObject({
      weight: 'housing.dwellings',
      formula:
        'the sum of housing.housingCorporationShare × housing.dwellings over the areas, divided by the sum of housing.dwellings',
    })
  })

  it('a member that lacks its figure makes the result null, and is named with its reason; a count keeps a lower bound', async () => {
    const areas = await plain('NEIGHBOURHOOD', 'NL99')
    const [clients] = await together({
      level: 'NEIGHBOURHOOD',
      within: 'NL99',
      period: 2023,
      indicators: ['care.youthCareClients'],
    })
    const lacking = areas.filter(({ care }) => care.youthCareClients === null)
    expect(lacking.length).toBeGreaterThan(0)
    expect(clients).toMatchObject({
      value: null,
      missing: 'MEMBERS_LACK_FIGURES',
      lower: areas.reduce<number>((total, { care }) => total + (care.youthCareClients as number), 0),
      upper: null,
      included: areas.length - lacking.length,
      lackingCount: lacking.length,
    })
    expect(clients.lacking.map(({ code }: Row) => code)).toEqual(lacking.map(({ code }) => code))
    for (const { indicator, missing } of clients.lacking)
      expect([indicator, missing]).toEqual(['care.youthCareClients', expect.stringMatching(/^[A-Z_]+$/)])
  })

  it('areas of different levels are taken together where none lies in another', async () => {
    const { data } = await hub.ask('{ municipality(code: "GM9002") { districts { nodes { code } } } }')
    const districts = (data as Row)['municipality'].districts.nodes.map(({ code }: Row) => code as string)
    const [both] = await together({
      of: ['GM9001', ...districts],
      indicators: ['housing.dwellings'],
      period: 2023,
    })
    expect(both.members).toEqual(['GM9001', ...districts])
    expect(await refusal({ of: ['GM9002', districts[0]] })).toBe(
      `BAD_ARGUMENT ${districts[0]} lies in GM9002: what lives there would count twice.`,
    )
    expect(await refusal({ of: ['NL99', 'GM9001'] })).toMatch(/GM9001 lies in NL99/)
    expect(await refusal({ of: ['GM9001', 'GM9001'] })).toBe('BAD_ARGUMENT of names GM9001 twice.')
  })

  it('what cannot be taken together is refused by name, and so are areas that cannot be meant', async () => {
    const asking = { level: 'MUNICIPALITY', within: 'NL99' }
    expect(await refusal({ ...asking, indicators: ['surroundings.degreeOfUrbanisation'] })).toMatch(
      /^BAD_ARGUMENT surroundings\.degreeOfUrbanisation is of kind CODE/,
    )
    expect(await refusal({ ...asking, indicators: ['housing.averageWozValue'] })).toMatch(
      /^BAD_ARGUMENT housing\.averageWozValue has no weight in this graph/,
    )
    expect(await refusal({ ...asking, indicators: ['housing.dwelling'] })).toMatch(
      /^BAD_ARGUMENT «housing\.dwelling» is no indicator .* nearest are housing\.dwellings, /,
    )
    expect(await refusal({ ...asking, indicators: [] })).toBe('BAD_ARGUMENT indicators names none.')
    expect(await refusal({ ...asking, period: 1999 })).toMatch(/^PERIOD_NOT_PUBLISHED /)
    expect(await refusal({ of: ['GM9001'], level: 'DISTRICT' })).toMatch(
      /^BAD_ARGUMENT Give the areas by `of`, or/,
    )
    expect(await refusal({})).toMatch(/^BAD_ARGUMENT Give the areas: /)
    expect(await refusal({ of: [] })).toBe('BAD_ARGUMENT of names no area.')
    expect(await refusal({ of: ['GM0363'] })).toBe('BAD_ARGUMENT No area GM0363 is loaded.')
    expect(await refusal({ of: ['Utrecht'] })).toMatch(/^BAD_AREA_CODE /)
  })
})
