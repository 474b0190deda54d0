/**
 * Results of single years, asked of a whole hub on both databases: they are those of the newest year where that is the year, a refresh reads
 * the years that moved and no others, and a year whose inputs are gone keeps its answer.
 */
import type { GraphClient } from '@samenhang/subgraph-kit/graph-client'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { clientOf, computedOf } from './computed-hub.ts'
import { openHub, type TestHub } from './hub.ts'

type Row = ReturnType<typeof JSON.parse>
type Dataset = { period: number; version: string }
type Changed = (sets: readonly Dataset[]) => readonly Dataset[]

const years = [2019, 2020, 2021, 2022, 2023, 2024]
const series = `housingNeedSeries { period need { period totalHouseholds } missing { reason explanation } versions isKept }
  pressureSeries { referencePeriod points { period score isComparable isKept } }`

describeOnDatabases('results of single years', (kind) => {
  let hub: TestHub
  /** The years that were read, in order. */
  let read: number[] = []
  let datasets: Changed = (sets) => sets
  let empty: number | null = null
  let failing: number | null = null
  /** What the graph says of the figures of an area. */
  let change = (area: Row): Row => area
  const moreYouthCare = (area: Row): Row => ({
    ...area,
    careSeries: area.careSeries.map((care: Row) =>
      care.period === 2019 ? { ...care, youthCareShare: Number(care.youthCareShare ?? 0) + 1 } : care,
    ),
  })

  /** The graph, with other datasets where a test says so, and without figures of one year. */
  function client(): GraphClient {
    const { ask } = clientOf(hub)
    return {
      async ask(query, variables) {
        const answer = await ask(query, variables)
        const data = answer.data as Row
        if (query.startsWith('query Projects'))
          return {
            ...answer,
            data: {
              ...data,
              datasets: Object.fromEntries(
                Object.entries(data.datasets as object).map(([name, sets]) => [
                  name,
                  datasets(sets as Dataset[]),
                ]),
              ),
            },
          }
        if (!/^query (?:Years|Period)/.test(query)) return answer
        const { nodes } = data.searchAreas
        const withNodes = (given: Row[]) => ({
          ...answer,
          data: { searchAreas: { ...data.searchAreas, nodes: given } },
        })
        if (query.startsWith('query Years')) return withNodes(nodes.map(change))
        const period = Number(variables['period'])
        if (period === failing) throw new Error(`${period} cannot be read`)
        if (variables['level'] === 'COUNTRY') read.push(period)
        return period === empty ? withNodes([]) : answer
      },
    }
  }
  const refresh = () => computedOf(hub).refresh(client())
  const moved =
    (...periods: readonly number[]): Changed =>
    (sets) =>
      sets.map((set) => (periods.includes(set.period) ? { ...set, version: `${set.version} again` } : set))

  async function ask(code: string, fields = series): Promise<Row> {
    const { data, errors } = await hub.ask(`{ area(code: "${code}") { ${fields} } }`)
    expect(errors).toEqual([])
    return (data as Row).area
  }

  beforeAll(async () => {
    hub = await openHub({ kind, country: { neighbourhoods: 60 } })
    await refresh()
  })
  afterAll(() => hub.close())
  beforeEach(() => {
    read = []
    empty = null
    failing = null
    change = (area) => area
  })

  it('are in order, one a year, and those of the newest year are those of today', async () => {
    const fields = `period totalHouseholds homesLet homesLetToFocusGroups plannedDeliveries queueLeft yearsToClear
      distinctHouseholds { lower upper } groups { group period households medianMonthsWaiting } competition { group queue inflow housed chance { value lower upper } }`
    for (const code of ['NL99', 'PV99', 'GM9001', 'GM9002', 'GM9003']) {
      const { housingNeedSeries, housingNeed } = await ask(
        code,
        `housingNeed { ${fields} } housingNeedSeries { period missing { reason } isKept need { ${fields} } }`,
      )
      expect(housingNeedSeries.map(({ period }: Row) => period)).toEqual(years)
      expect(housingNeedSeries.at(-1)).toEqual({
        period: 2024,
        missing: null,
        isKept: false,
        need: housingNeed,
      })
      for (const { period, need } of housingNeedSeries) expect(need.period).toBe(period)
    }
    expect(
      (await ask('GM9002', 'housingNeedSeries(from: 2021, to: 2022) { period }')).housingNeedSeries,
    ).toEqual([{ period: 2021 }, { period: 2022 }])
  })

  it('pressure is found again from the figures of each year and those of the reference period', async () => {
    const figures = `code populationSeries { period inhabitants } housingSeries { period averageWozValue housingCorporationShare }
      careSeries { period youthCareShare socialSupportClientsPer1000 } educationSeries { period educationLow educationIntermediate educationHigh }
      labourMarketSeries { period netParticipationRate socialAssistanceRecipients lowIncomeHouseholdShare }`
    const { data } = await hub.ask(
      `{ searchAreas(name: "", level: NEIGHBOURHOOD, within: "NL99", first: 1000) { nodes { ${figures}
         pressureSeries { points { period score } } } } }`,
    )
    const nodes = (data as Row).searchAreas.nodes as Row[]
    const inYear = (entries: Row[], period: number) => entries.find((entry) => entry.period === period) ?? {}
    /** By domain; more is more load. */
    const valuesOf = (node: Row, period: number): (number | null)[][] => {
      const { inhabitants } = inYear(node.populationSeries, period)
      const housing = inYear(node.housingSeries, period)
      const care = inYear(node.careSeries, period)
      const {
        educationLow: low,
        educationIntermediate: middle,
        educationHigh: high,
      } = inYear(node.educationSeries, period)
      const work = inYear(node.labourMarketSeries, period)
      const less = (value: number | null) => (value === null ? null : -value)
      const assistance = work.socialAssistanceRecipients
      return [
        [less(housing.averageWozValue), housing.housingCorporationShare],
        [care.youthCareShare, care.socialSupportClientsPer1000],
        [
          low === null || middle === null || high === null
            ? null
            : (100 * Number(low)) / (Number(low) + Number(middle) + Number(high)),
        ],
        [
          less(work.netParticipationRate),
          assistance === null ? null : (1_000 * assistance) / inhabitants,
          work.lowIncomeHouseholdShare,
        ],
      ]
    }
    const mean = (numbers: readonly number[]) =>
      numbers.reduce((sum, number) => sum + number, 0) / numbers.length
    const reference = [0, 1, 2, 3].map((domain) =>
      valuesOf(nodes[0], 2019)[domain]!.map((_, at) => {
        const known = nodes.flatMap((node) => valuesOf(node, 2019)[domain]![at] ?? [])
        const middle = mean(known)
        return [middle, Math.sqrt(mean(known.map((value) => (value - middle) ** 2)))] as const
      }),
    )
    let compared = 0
    for (const node of nodes)
      for (const { period, score } of node.pressureSeries?.points ?? []) {
        const values = valuesOf(node, period)
        if (score === null || values.flat().includes(null)) continue
        const components = values.map((ofDomain, domain) =>
          mean(
            ofDomain.map((value, at) => {
              const [middle, deviation] = reference[domain]![at]!
              return Math.max(-3, Math.min(3, (value! - middle) / deviation))
            }),
          ),
        )
        expect(score, `${String(node.code)} ${String(period)}`).toBeCloseTo(mean(components), 2)
        compared += 1
      }
    expect(compared).toBeGreaterThan(100)
  })

  it('of many areas are three statements, whatever their number', async () => {
    const { statements } = await hub.ask(
      `{ searchAreas(name: "", within: "NL99", first: 1000) { nodes { ${series} } } }`,
    )
    expect(statements['integrated-approach']).toBe(3)
  })

  it('are read anew of the year that moved, and of all where figures of the reference period did', async () => {
    datasets = moved(2021, 2023)
    await refresh()
    expect(read).toEqual([2021, 2023])
    read = []
    datasets = moved(2019, 2021, 2023)
    await refresh()
    expect(read).toEqual([2019])
    read = []
    change = moreYouthCare
    datasets = (sets) => moved(2019)(moved(2019, 2021, 2023)(sets))
    await refresh()
    expect(read).toEqual(years)
  })

  it('stay where a refresh is interrupted: years before it are new, years after it as they were', async () => {
    datasets = (sets) => moved(2020, 2022, 2024)(moved(2019)(sets))
    const before = await ask('GM9003')
    failing = 2022
    await computedOf(hub).inputsMoved()
    await expect(refresh()).rejects.toThrow('2022 cannot be read')
    const after = await ask('GM9003')
    const versions = ({ housingNeedSeries }: Row) => housingNeedSeries.map((point: Row) => point.versions)
    const changed = years.filter((_, at) => versions(before)[at] !== versions(after)[at])
    expect(changed).toContain(2020)
    expect(changed).not.toContain(2022)
    expect(after.housingNeedSeries.map(({ need }: Row) => need)).toEqual(
      before.housingNeedSeries.map(({ need }: Row) => need),
    )
    failing = null
    read = []
    await refresh()
    expect(read).not.toContain(2020)
    expect(read).toEqual(expect.arrayContaining([2022, 2024]))
  })

  it('of a year that is loaded no more stay, marked, and count no more as of today', async () => {
    const before = await ask('GM9003')
    datasets = (sets) => sets.filter(({ period }) => period !== 2020)
    await refresh()
    const after = await ask('GM9003')
    expect(after.housingNeedSeries[1]).toEqual({ ...before.housingNeedSeries[1], isKept: true })
    expect(after.pressureSeries.points[1]).toEqual({ ...before.pressureSeries.points[1], isKept: true })
    expect(after.housingNeedSeries[2].isKept).toBe(false)
  })

  it('of a year that is imported without this area stay, marked with the versions they are of', async () => {
    const before = await ask('GM9003')
    datasets = moved(2021)
    empty = 2021
    await refresh()
    const after = await ask('GM9003')
    expect(after.housingNeedSeries[2]).toEqual({ ...before.housingNeedSeries[2], isKept: true })
  })

  it('that are kept are no longer comparable once the reference period has other figures', async () => {
    change = moreYouthCare
    datasets = (sets) => moved(2019)(sets.filter(({ period }) => period !== 2020))
    await refresh()
    const { points } = (await ask('BU90020101')).pressureSeries
    expect(points.map(({ isComparable }: Row) => isComparable)).toEqual(years.map((year) => year !== 2020))
  })

  it('of a year in which nothing is known are null, and say why', async () => {
    const { database } = computedOf(hub)
    await database.knex('housing_need_period').where({ code: 'GM9001', period: 2022 }).delete()
    await database.knex('period_run').where({ period: 2023 }).delete()
    await database.knex('housing_need_period').where({ code: 'GM9001', period: 2023 }).delete()
    const { housingNeedSeries } = await ask('GM9001')
    expect(housingNeedSeries.slice(3, 5)).toEqual([
      {
        ...{ period: 2022, need: null, versions: null, isKept: false },
        missing: {
          reason: 'NO_FIGURES',
          explanation: 'Nothing that this follows from is known of this area in this year.',
        },
      },
      {
        ...{ period: 2023, need: null, versions: null, isKept: false },
        missing: { reason: 'NOT_LOADED', explanation: 'Nothing of this year is loaded.' },
      },
    ])
  })

  it('with years the wrong way round are refused in one sentence', async () => {
    const { errors } = await hub.ask(
      '{ area(code: "GM9001") { pressureSeries(from: 2024, to: 2020) { referencePeriod } } }',
    )
    expect(errors).toMatchObject([
      {
        message: 'from is 2024 and to is 2020: give the earlier year as from.',
        extensions: { code: 'BAD_ARGUMENT' },
      },
    ])
  })
})
