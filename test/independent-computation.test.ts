/**
 * Social load in the whole embedded country computed a second time, from the domains' own databases with plain SQL and
 * arithmetic that shares nothing with the subgraph, and every value compared with what the graph says.
 */
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHub, type TestHub } from './hub.ts'
import { allDomains, allIndicators, domainOf } from './load-indicators.ts'

type Row = ReturnType<typeof JSON.parse>

const year = 2024
let hub: TestHub
let answers: Map<string, Row>
let areas: Row[]

beforeAll(async () => {
  hub = await openHub({ country: { neighbourhoods: 250, seed: 7 }, refreshed: true })
  areas = sql(
    'base-registry',
    `select a.*, p.inhabitants from area a left join population_profile p using (code, period) where a.period = ${year}`,
  )
  answers = new Map()
  for (let start = 0; start < areas.length; start += 200) {
    const codes = areas.slice(start, start + 200).map(({ code }) => code as string)
    const { data } = await hub.ask(
      `query ($codes: [ID!]!) { areas(codes: $codes) { code
        without: socialLoad { ...Load } with: socialLoad(variant: WITH_ORIGIN) { ...Load } } }
      fragment Load on SocialLoad { inhabitants score percentile rankRange { from to of } comparedWith { areas loaded of isWholeCountry }
        components { domain score } basis { indicator weight period value deviation missing } unavailable { field reason } }`,
      { codes },
    )
    for (const area of (data as Row)['areas'] as Row[]) answers.set(area['code'] as string, area)
  }
})

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
        const { from, to, of } = told['rankRange']
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
