/**
 * Areas by conditions on the figures of all domains, on both databases: what is found is what plain JavaScript finds in the figures of the graph,
 * page by page as at once, and what cannot be meant is told in one sentence.
 */
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { clientOf, computedOf } from './computed-hub.ts'
import { openHub, type TestHub } from './hub.ts'

type Row = ReturnType<typeof JSON.parse>

const indicators = {
  'housing.averageWozValue': 'housing { period averageWozValue }',
  'housing.housingCorporationShare': 'housing { period housingCorporationShare }',
  'care.youthCareShare': 'care { period youthCareShare }',
  'population.inhabitants': 'population { period inhabitants }',
} as const

type Id = keyof typeof indicators

const ids = Object.keys(indicators) as readonly Id[]
const period = 2023

const question = `query Where($level: AreaLevel!, $within: ID, $period: Int, $where: [IndicatorCondition!], $orderBy: [IndicatorOrder!], $first: Int!, $after: String) {
  areasWhere(level: $level, within: $within, period: $period, where: $where, orderBy: $orderBy, first: $first, after: $after) {
    totalCount period stale
    pageInfo { hasNextPage endCursor }
    columns { indicator period unit synthetic sources { table synthetic } }
    edges { cursor node { code } values { indicator period value missing unit } }
  }
}`

describeOnDatabases('areas by their figures', (kind) => {
  let hub: TestHub
  /** What the graph itself says of each neighbourhood. */
  let plain: readonly { readonly code: string; readonly figures: Readonly<Record<Id, number | null>> }[]

  beforeAll(async () => {
    hub = await openHub({ kind, country: { neighbourhoods: 100 } })
    expect(await refresh()).toMatch(/^read \d+ of \d+ tables of a year, \d+ areas$/)
    const selections = `population(period: ${period}) { inhabitants } care(period: ${period}) { youthCareShare }
      housing(period: ${period}) { averageWozValue housingCorporationShare }`
    const { data, errors } = await hub.ask(
      `{ searchAreas(name: "", level: NEIGHBOURHOOD, first: 1000) { nodes { code ${selections} } } }`,
    )
    expect(errors).toEqual([])
    plain = (data as Row)['searchAreas'].nodes
      .map((node: Row) => ({
        code: node.code,
        figures: Object.fromEntries(
          ids.map((id) => {
            const [profile = '', field = ''] = id.split('.')
            return [id, node[profile]?.[field] ?? null]
          }),
        ),
      }))
      .sort((one: Row, other: Row) => (one.code < other.code ? -1 : 1))
  })
  afterAll(() => hub.close())

  const refresh = () => computedOf(hub, 'statistics').refresh(clientOf(hub))

  const where = async (variables: Readonly<Record<string, unknown>>) => {
    const { data, errors } = await hub.ask(question, {
      level: 'NEIGHBOURHOOD',
      within: 'NL99',
      period,
      first: 1_000,
      ...variables,
    })
    expect(errors).toEqual([])
    return (data as Row)['areasWhere']
  }

  const refusal = async (variables: Readonly<Record<string, unknown>>) => {
    const { errors } = await hub.ask(question, { level: 'NEIGHBOURHOOD', first: 10, ...variables })
    expect(errors).toHaveLength(1)
    return `${String(errors[0]?.extensions['code'])} ${errors[0]?.message ?? ''}`
  }

  it('what is found, and in which order, is what plain JavaScript finds in the figures of the graph', async () => {
    const condition = fc.record(
      {
        indicator: fc.constantFrom(...ids),
        gte: fc.constantFrom(0, 5, 40, 200_000, 400_000),
        lt: fc.constantFrom(10, 60, 500, 350_000),
        isMissing: fc.constant(false),
      },
      { requiredKeys: ['indicator', 'gte'] },
    )
    const missing = fc.record({ indicator: fc.constantFrom(...ids), isMissing: fc.boolean() })
    const order = fc.record({
      indicator: fc.constantFrom(...ids),
      direction: fc.constantFrom('ASCENDING', 'DESCENDING'),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(condition, missing), { maxLength: 3 }),
        fc.array(order, { maxLength: 2 }),
        async (conditions, orderBy) => {
          const found = await where({ where: conditions, orderBy })
          expect(found.edges.map(({ node }: Row) => node.code)).toEqual(expected(conditions, orderBy))
          expect(found.totalCount).toBe(found.edges.length)
        },
      ),
      { numRuns: 40 },
    )
  })

  function expected(conditions: readonly Row[], orderBy: readonly Row[]): readonly string[] {
    const meets = (figures: Readonly<Record<Id, number | null>>, one: Row) => {
      const value = figures[one.indicator as Id]
      if (one.isMissing !== undefined && (value === null) !== one.isMissing) return false
      if (one.gte === undefined && one.lt === undefined) return true
      return value !== null && value >= (one.gte ?? -Infinity) && value < (one.lt ?? Infinity)
    }
    const found = plain.filter(({ figures }) => conditions.every((one) => meets(figures, one)))
    // The last order first, for sorting is stable.
    for (const { indicator, direction } of [...orderBy].reverse())
      found.sort((one, other) => {
        const [a, b] = [one.figures[indicator as Id], other.figures[indicator as Id]]
        if (a === null || b === null) return Number(a === null) - Number(b === null)
        return direction === 'ASCENDING' ? a - b : b - a
      })
    return found.map(({ code }) => code)
  }

  it('the figures that were filtered and sorted on stand beside each area, each with its year, unit and gap', async () => {
    const found = await where({
      where: [{ indicator: 'population.inhabitants', gte: 0 }],
      orderBy: [{ indicator: 'care.youthCareShare', direction: 'DESCENDING' }],
    })
    expect(found.columns).toMatchObject([
      { indicator: 'population.inhabitants', period, unit: 'PERSONS', synthetic: true },
      { indicator: 'care.youthCareShare', period, unit: 'PERCENT', synthetic: true },
    ])
    for (const { sources } of found.columns) {
      expect(sources.length).toBeGreaterThan(0)
      expect(sources.every(({ synthetic }: Row) => synthetic)).toBe(true)
    }
    for (const { node, values } of found.edges) {
      const figures = plain.find(({ code }) => code === node.code)!.figures
      expect(values.map(({ value }: Row) => value)).toEqual([
        figures['population.inhabitants'],
        figures['care.youthCareShare'],
      ])
      for (const { value, missing } of values) expect(missing === null).toBe(value !== null)
    }
    const gaps = found.edges.map(({ values }: Row) => values[1].missing as string | null)
    expect(gaps).toContain(null)
    expect(new Set(gaps).size).toBeGreaterThan(1)
    expect(gaps).toEqual([...gaps].sort((one, other) => Number(one !== null) - Number(other !== null)))
  })

  it('page by page is the whole, and a cursor belongs to its question', async () => {
    const asked = {
      where: [{ indicator: 'population.inhabitants', isMissing: false }],
      orderBy: [
        { indicator: 'care.youthCareShare', direction: 'DESCENDING' },
        { indicator: 'housing.housingCorporationShare', direction: 'ASCENDING' },
      ],
    }
    const whole = (await where(asked)).edges.map(({ node }: Row) => node.code)
    const walked: string[] = []
    for (let after: string | null = null; ;) {
      const { edges, pageInfo, totalCount } = await where({ ...asked, first: 7, after })
      walked.push(...edges.map(({ node }: Row) => node.code))
      expect(totalCount).toBe(whole.length)
      if (!pageInfo.hasNextPage) break
      after = pageInfo.endCursor
    }
    expect(walked).toEqual(whole)
    const { pageInfo } = await where({ ...asked, first: 7 })
    const after = pageInfo.endCursor
    expect(await refusal({ ...asked, within: 'NL99', period: 2022, after })).toMatch(
      /^BAD_ARGUMENT after is a cursor of another question/,
    )
    expect(await refusal({ ...asked, within: 'NL99', period, after: 'bm9uZQ' })).toMatch(
      /^BAD_ARGUMENT after is not a cursor/,
    )
  })

  it('the rest of the query goes on through the federation: twelve figures of a page of a hundred are a fetch a domain', async () => {
    const { data, errors, fetches, statements } = await hub.ask(`{
      areasWhere(level: NEIGHBOURHOOD, within: "NL99", where: [{ indicator: "population.inhabitants", gte: 1 }], first: 100) {
        totalCount
        nodes {
          name
          housing { averageWozValue ownerOccupiedShare rentalShare }
          care { youthCareShare socialSupportClientsPer1000 youthCareClients }
          education { educationLow educationHigh distanceToPrimarySchool }
          labourMarket { netParticipationRate lowIncomeHouseholdShare socialAssistanceRecipients }
        }
      }
    }`)
    expect(errors).toEqual([])
    const { nodes } = (data as Row)['areasWhere']
    expect(nodes.length).toBeGreaterThan(80)
    expect(nodes.some(({ housing }: Row) => housing.averageWozValue > 0)).toBe(true)
    expect(fetches).toEqual(['base-registry', 'care', 'education', 'housing', 'labour-market', 'statistics'])
    expect(statements['housing']).toBe(1)
  })

  it('without a year each column is of one year, the newest with a figure for any of these areas', async () => {
    const {
      columns,
      edges,
      period: year,
    } = await where({
      period: null,
      orderBy: [
        { indicator: 'care.youthCareShare', direction: 'DESCENDING' },
        { indicator: 'integration.backgroundTurkey', direction: 'DESCENDING' },
      ],
    })
    const years = columns.map((column: Row) => column.period)
    expect(years[1]).toBeLessThanOrEqual(2022)
    expect(year).toBe(Math.max(...years))
    for (const { values } of edges) expect(values.map((value: Row) => value.period)).toEqual(years)
    expect(edges.some(({ values }: Row) => values[1].value !== null)).toBe(true)
  })

  it('what cannot be meant is told in one sentence', async () => {
    const on = (condition: object) => ({ where: [{ indicator: 'housing.averageWozValue', ...condition }] })
    expect(await refusal({ where: [{ indicator: 'housing.averageWozValues', gte: 1 }] })).toMatch(
      /^BAD_ARGUMENT «housing.averageWozValues» is no indicator of numbers in this graph; the nearest are housing\.averageWozValue, /,
    )
    expect(await refusal({ where: [{ indicator: 'averageWozValue', gte: 1 }] })).toContain(
      'housing.averageWozValue',
    )
    expect(await refusal({ where: [{ indicator: 'surroundings.mostCommonPostcode', gte: 1 }] })).toMatch(
      /^BAD_ARGUMENT «surroundings.mostCommonPostcode» is no indicator of numbers/,
    )
    expect(await refusal({ ...on({ gte: 1 }), period: 1999 })).toMatch(
      /^PERIOD_NOT_PUBLISHED No figures of housing\.averageWozValue for 1999; the latest are of \d{4}\.$/,
    )
    expect(await refusal({ period: 1999 })).toMatch(/^PERIOD_NOT_PUBLISHED No areas of level NEIGHBOURHOOD/)
    expect(await refusal(on({}))).toMatch(
      /^BAD_ARGUMENT The condition on housing\.averageWozValue asks nothing/,
    )
    expect(await refusal(on({ isMissing: true, lt: 4 }))).toMatch(/^BAD_ARGUMENT .* nothing is both\.$/)
    expect(await refusal({ within: 'Amsterdam' })).toMatch(/^BAD_AREA_CODE /)
    expect(await refusal({ within: 'GM0363' })).toBe('BAD_ARGUMENT No area GM0363 is loaded.')
    expect(await refusal({ level: 'PROVINCE', within: 'GM9001' })).toBe(
      'BAD_ARGUMENT within is GM9001, a municipality: no area of level PROVINCE lies in one.',
    )
    expect(await refusal({ first: 1_001 })).toMatch(/^PAGE_TOO_LARGE /)
    expect(await refusal({ where: Array.from({ length: 21 }, () => on({ gte: 1 }).where[0]) })).toBe(
      'BAD_ARGUMENT where has 21 entries; at most 20.',
    )
  })
})

describeOnDatabases('before the first refresh', (kind) => {
  it('is an error that says what to run, not an empty list', async () => {
    const hub = await openHub({ kind, country: { neighbourhoods: 20 } })
    try {
      const { data, errors } = await hub.ask('{ areasWhere(level: NEIGHBOURHOOD) { totalCount } }')
      expect(data).toEqual({ areasWhere: null })
      expect(errors[0]).toMatchObject({
        message: 'The figures of all domains have not been gathered yet. For operators: run hub refresh.',
        extensions: { code: 'NOT_REFRESHED' },
      })
    } finally {
      await hub.close()
    }
  })
})
