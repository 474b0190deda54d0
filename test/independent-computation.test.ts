/**
 * Need, balance and social load of the whole embedded country computed a second time, from the domains' own databases with plain SQL and
 * arithmetic that shares nothing with the subgraph, and every value compared with what the graph says.
 */
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHub, type TestHub } from './hub.ts'
import { allDomains, allIndicators, domainOf } from './load-indicators.ts'

type Row = ReturnType<typeof JSON.parse>

const year = 2024
const groups =
  'HOMELESS URGENT_HOME_SEEKERS CARAVAN_DWELLERS LEAVING_INSTITUTIONS OLDER_PEOPLE PEOPLE_WITH_DISABILITIES STUDENTS LABOUR_MIGRANTS STATUS_HOLDERS'.split(
    ' ',
  )

let hub: TestHub
let answers: Map<string, Row>
let areas: Row[]

beforeAll(async () => {
  hub = await openHub({ country: { neighbourhoods: 250, seed: 7 } })
  const { computed } = hub.subgraphs.find((subgraph) => subgraph.computed)!
  await computed!.refresh({ ask: async (query, variables) => hub.ask(query, variables) })
  areas = sql(
    'base-registry',
    `select a.*, p.inhabitants from area a left join population_profile p using (code, period) where a.period = ${year}`,
  )
  answers = new Map()
  for (let start = 0; start < areas.length; start += 200) {
    const codes = areas.slice(start, start + 200).map(({ code }) => code as string)
    const { data } = await hub.ask(
      `query ($codes: [ID!]!) { areas(codes: $codes) { code
        housingNeed { period totalHouseholds homesAvailablePerYear allocatedHomes plannedDeliveries shortage yearsToClear
          groups { group households shareOfDemand medianMonthsWaiting unsuitableAccommodationShare missing { field } }
          competition { group shareOfNeed shareOfAllocations } unavailable { field reason } }
        without: socialLoad { ...Load } with: socialLoad(variant: WITH_ORIGIN) { ...Load } } }
      fragment Load on SocialLoad { inhabitants score percentile rankRange { from to of } comparedWith { areas loaded of isWholeCountry }
        components { domain score } basis { indicator weight period value deviation missing } unavailable { field reason } }`,
      { codes },
    )
    for (const area of (data as Row)['areas'] as Row[]) answers.set(area['code'] as string, area)
  }
}, 120_000)

afterAll(() => hub.close())

function sql(subgraph: string, statement: string): Row[] {
  const database = new BetterSqlite3(join(hub.environment['HUB_DATA_DIR']!, `${subgraph}.sqlite`), {
    readonly: true,
  })
  try {
    return database.prepare(statement).all() as Row[]
  } finally {
    database.close()
  }
}

const tenth = (value: number) => Math.round(value * 10) / 10

it('need, balance and competition of every area', () => {
  const counts = ['housing', 'care', 'education', 'labour-market', 'integration'].flatMap((name) =>
    sql(
      name,
      `select code, group_name, households, median_months_waiting as months,
        coalesce(street, 0) + coalesce(asylum_centre, 0) + coalesce(homeless_shelter, 0) + coalesce(holiday_park, 0)
          + coalesce(staying_with_acquaintances, 0) + coalesce(institution, 0) + coalesce(own_dwelling_unsuitable, 0) as bad,
        coalesce(student_room, 0) + coalesce(other, 0) as good
       from focus_group where period = ${year}`,
    ),
  )
  const countOf = new Map(counts.map((row) => [`${row['code']} ${row['group_name']}`, row]))
  const allocations = new Map(
    sql('housing', `select * from allocation where period = ${year}`).map((row) => [
      row['code'] as string,
      row,
    ]),
  )
  const projects = sql(
    'housing',
    `select code, homes, planned_delivery like '${year + 1}-%' and phase not in ('STOPPED', 'DELIVERED') as counts from housing_project`,
  )
  let compared = 0
  let unclear = 0
  for (const area of areas) {
    const code = area['code'] as string
    const rows = groups.map((group) => countOf.get(`${code} ${group}`))
    const need = answers.get(code)!['housingNeed']
    if (rows.every((row) => !row)) {
      expect(need, code).toBeNull()
      continue
    }
    const shown = rows.flatMap((row) => row?.['households'] ?? []) as number[]
    const total = shown.length === 0 ? null : shown.reduce((sum, households) => sum + households, 0)
    const letting = allocations.get(code)
    const within = projects.filter(({ code: project }) => liesIn(project as string, area))
    const known =
      projects.some(({ code: project }) => String(project).slice(2, 6) === code.slice(2, 6)) ||
      ['COUNTRY', 'PROVINCE'].includes(area['level'] as string)
    const planned =
      letting && known
        ? within.reduce<number>((sum, { homes, counts }) => (counts ? sum + Number(homes) : sum), 0)
        : null
    const allocated = (letting?.['total'] ?? null) as number | null
    const homes = allocated === null || planned === null ? null : allocated + planned
    const years = total === null || homes === null || homes === 0 ? null : tenth(total / homes)
    if (years === null) unclear += 1
    expect(need, code).toMatchObject({
      period: year,
      totalHouseholds: total,
      allocatedHomes: allocated,
      plannedDeliveries: planned,
      homesAvailablePerYear: homes,
      shortage: total === null || homes === null ? null : total > homes ? total - homes : 0,
      yearsToClear: years,
    })
    const shares = rows.map((row) =>
      row?.['households'] == null || !total ? null : tenth((row['households'] / total) * 100),
    )
    expect(need!['groups'], code).toEqual(
      groups.map((group, index) => {
        const row = rows[index]
        const [households, months] = [row?.['households'] ?? null, row?.['months'] ?? null]
        const sum = row ? Number(row['bad']) + Number(row['good']) : 0
        const unsuitable =
          households && sum > 0 && sum >= 0.8 * households ? tenth((row!['bad'] / sum) * 100) : null
        const told = {
          households,
          shareOfDemand: shares[index],
          medianMonthsWaiting: months,
          unsuitableAccommodationShare: unsuitable,
        }
        const missing = Object.entries(told).flatMap(([field, value]) => (value === null ? [{ field }] : []))
        return { group, ...told, missing }
      }),
    )
    const toGroups =
      letting && letting['total'] !== null && letting['no_group'] !== null
        ? letting['total'] - letting['no_group']
        : 0
    const expected = groups.map((group, index) => {
      const to = letting?.[group.toLowerCase()] ?? null
      return {
        group,
        shareOfNeed: shares[index],
        shareOfAllocations: to === null || toGroups <= 0 ? null : tenth((to / toGroups) * 100),
      }
    })
    const gap = ({ shareOfNeed, shareOfAllocations }: Row) =>
      shareOfNeed === null || shareOfAllocations === null
        ? null
        : Math.round(10 * shareOfNeed - 10 * shareOfAllocations)
    expect(need!['competition'], code).toHaveLength(9)
    expect(new Set(need!['competition'].map((one: Row) => JSON.stringify(one))), code).toEqual(
      new Set(expected.map((one) => JSON.stringify(one))),
    )
    const gaps = (need!['competition'] as Row[]).map(gap)
    expect(gaps, code).toEqual([...gaps].sort((one, other) => (other ?? -Infinity) - (one ?? -Infinity) || 0))
    if (total !== null) {
      const sum = shares.reduce<number>((all, share) => all + (share ?? 0), 0)
      expect(Math.abs(sum - 100), code).toBeLessThan(0.5)
    }
    compared += 1
  }
  expect(compared).toBeGreaterThan(250)
  expect(unclear).toBeGreaterThan(0)
})

/** By codes, and for a province or country by what the embedded country has: one of each. */
function liesIn(project: string, { code, level }: Row): boolean {
  if (level === 'COUNTRY' || level === 'PROVINCE') return true
  return level === 'NEIGHBOURHOOD' ? project === code : project.slice(2).startsWith((code as string).slice(2))
}

function expectNear(said: number | null, own: number | null, where: string) {
  if (own === null) expect(said, where).toBeNull()
  else expect(Math.abs(said! - own), where).toBeLessThanOrEqual(0.00051)
}

it.each([
  ['without', 4],
  ['with', 5],
] as const)(
  'social load %s origin, its components, basis, rank and percentile of every area',
  (variant, count) => {
    const domains = allDomains.slice(0, count)
    const indicators = allIndicators.filter(([name]) => domains.includes(domainOf(name)))
    const values = indicators.map(([, subgraph, expression, , per]) => {
      const rows = sql(
        subgraph,
        `select code, ${expression} as value from ${subgraph.replace('-', '_')}_profile where period = ${year}`,
      )
      const inhabitants = new Map(areas.map((area) => [area['code'], area['inhabitants'] as number | null]))
      return new Map(
        rows.flatMap(({ code, value }) => {
          const people = inhabitants.get(code) ?? 0
          if (value === null || (per && !people)) return []
          return [[code as string, per ? (value / people) * 1_000 : (value as number)] as const]
        }),
      )
    })
    let scored = 0
    let refused = 0
    for (const level of ['COUNTRY', 'PROVINCE', 'MUNICIPALITY', 'DISTRICT', 'NEIGHBOURHOOD']) {
      const alike = areas.filter((area) => area['level'] === level)
      const deviations = indicators.map(([, , , sign], index) => {
        const here = alike.flatMap(({ code }) => values[index]!.get(code as string) ?? [])
        const mean = here.reduce((sum, value) => sum + value / here.length, 0)
        const spread = Math.sqrt(
          here.map((value) => (value - mean) * (value - mean)).reduce((sum, square) => sum + square, 0) /
            here.length,
        )
        return (code: string) => {
          const value = values[index]!.get(code)
          if (value === undefined || here.length < 2) return null
          const far = spread === 0 ? 0 : ((value - mean) / spread) * sign
          return far > 3 ? 3 : far < -3 ? -3 : far
        }
      })
      const scores = new Map<string, number>()
      for (const area of alike) {
        const code = area['code'] as string
        const told = answers.get(code)![variant]
        const own = deviations.map((deviation) => deviation(code))
        if (values.every((byCode) => !byCode.has(code))) {
          expect(told, code).toBeNull()
          continue
        }
        const weight = (index: number) =>
          1 / count / indicators.filter(([name]) => domainOf(name) === domainOf(indicators[index]![0])).length
        const missing = own.reduce<number>(
          (sum, _deviation, index) => (values[index]!.has(code) ? sum : sum + weight(index)),
          0,
        )
        const components = domains.map((domain) => {
          const of = own.filter(
            (deviation, index): deviation is number =>
              deviation !== null && domainOf(indicators[index]![0]) === domain,
          )
          return of.length === 0 ? null : of.reduce((sum, one) => sum + one, 0) / of.length
        })
        for (const [index, [indicator]] of indicators.entries()) {
          const basis = told!['basis'][index]
          const value = values[index]!.get(code)
          expect(basis, code).toMatchObject({
            indicator,
            missing: value === undefined,
            period: value === undefined ? null : year,
          })
          expect(basis['weight']).toBeCloseTo(weight(index), 9)
          if (value !== undefined) {
            expectNear(basis['value'], value, `${code} ${indicator}`)
            expectNear(basis['deviation'], own[index]!, `${code} ${indicator}`)
          }
        }
        const inhabitants = area['inhabitants'] as number | null
        expect(told!['inhabitants'], code).toBe(inhabitants)
        const why =
          inhabitants === null || inhabitants < 100
            ? 'TOO_FEW_INHABITANTS'
            : missing > 0.3334
              ? 'TOO_MUCH_MISSING'
              : own.every((deviation) => deviation === null)
                ? 'NOTHING_TO_COMPARE_WITH'
                : null
        if (why) {
          refused += 1
          expect(told, code).toMatchObject({
            score: null,
            percentile: null,
            unavailable: [
              { field: 'score', reason: why },
              { field: 'percentile', reason: why },
              { field: 'rankRange', reason: why },
              { field: 'scoreOverTime', reason: why },
            ],
          })
          continue
        }
        scored += 1
        const known = components.filter((component) => component !== null)
        const score = known.reduce((sum, component) => sum + component, 0) / known.length
        expectNear(told!['score'], score, code)
        expect(new Set(told!['unavailable'].map(({ reason }: Row) => reason as string)), code).toEqual(
          new Set(['MUNICIPALITY', 'PROVINCE'].includes(level) ? ['TOO_FEW_AREAS'] : []),
        )
        for (const [index, component] of components.entries())
          expectNear(told!['components'][index].score as number | null, component, code)
        scores.set(code, told!['score'] as number)
      }
      for (const [code, score] of scores) {
        const told = answers.get(code)![variant]
        const atMost = [...scores.values()].filter((other) => other <= score).length
        expect(told['percentile'], code).toBe(scores.size < 30 ? null : tenth((atMost / scores.size) * 100))
        const { from, to, of } = told['rankRange'] as Row
        expect([of, told['comparedWith'].areas], code).toEqual([scores.size, scores.size])
        // Ranks are of unrounded scores: those that are equal when rounded may stand either way.
        const above = [...scores.values()].filter((other) => other > score).length
        const equal = [...scores.values()].filter((other) => other === score).length
        expect(from, code).toBeLessThanOrEqual(above + equal)
        expect(to, code).toBeGreaterThan(above)
        expect(told['comparedWith'].isWholeCountry, code).toBe(true)
      }
    }
    expect(scored).toBeGreaterThan(250)
    expect(refused).toBeGreaterThan(0)
  },
)
