/** Focus groups of all domains through the graph: what a reader of everything can learn of a small count, and what asking costs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GroupCountsSeed } from '@samenhang/subgraph-kit/group-counts-seed'
import { makeCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { Place } from '@samenhang/subgraph-kit/synthetic/place'
import { openHub, type TestHub } from './hub.ts'

const domains = ['housing', 'care', 'education', 'labour-market', 'integration']
const fields = domains.map((name) => `${name.replace('-m', 'M')}FocusGroups`)
const kinds = [
  'STREET',
  'ASYLUM_CENTRE',
  'HOMELESS_SHELTER',
  'HOLIDAY_PARK',
  'STAYING_WITH_ACQUAINTANCES',
  'INSTITUTION',
  'STUDENT_ROOM',
  'OWN_DWELLING_UNSUITABLE',
  'SUITABLE_HOME',
  'OTHER',
]
const country = makeCountry()
const places = new Map(country.areas.map(({ code }, index) => [code, index]))
const parents = country.areas.map(({ parents: { district, municipality, province, country: whole } }) =>
  places.get(district ?? municipality ?? province ?? whole ?? ''),
)

interface Figures {
  readonly group: string
  readonly period: number
  readonly persons: number | null
  readonly households: number | null
  readonly inflow: number | null
  readonly medianMonthsWaiting: number | null
  readonly accommodation: readonly { readonly kind: string; readonly households: number | null }[]
  readonly missing: readonly { readonly field: string; readonly reason: string }[]
}

/** Persons, households, those who joined, and households by kind. */
type Counts = readonly (number | null)[]

/** The exact counts of every area, in the country's order, of each group of a domain in a year: from the seed, added up here. */
async function truthOf(domain: string, period: number): Promise<ReadonlyMap<string, readonly number[][]>> {
  const { seedFocusGroups: seed } = (await import(
    new URL(`../subgraphs/${domain}/src/seed-focus-groups.ts`, import.meta.url).href
  )) as { seedFocusGroups: GroupCountsSeed<string> }
  const found = new Map<string, number[][]>()
  for (const [index, area] of country.areas.entries()) {
    if (area.level !== 'NEIGHBOURHOOD') continue
    for (const [group, quantities] of Object.entries(seed(new Place(country, area, period)))) {
      const all = found.get(group) ?? country.areas.map(() => Array<number>(3 + kinds.length).fill(0))
      found.set(group, all)
      const own = [
        quantities.counts['persons'] ?? 0,
        quantities.counts['households'] ?? 0,
        quantities.counts['inflow'] ?? 0,
        ...kinds.map((kind) => quantities.kinds[kind] ?? 0),
      ]
      for (let at: number | undefined = index; at !== undefined; at = parents[at])
        for (const [column, value] of own.entries()) all[at]![column]! += value
    }
  }
  return found
}

/** Every equation that a reader has: a whole and its parts, as [area, column]. */
type Cell = readonly [area: number, column: number]
const children = country.areas.map((_, area) =>
  parents.flatMap((parent, child) => (parent === area ? [child] : [])),
)
const equations: readonly { readonly whole: Cell; readonly parts: readonly Cell[] }[] = country.areas.flatMap(
  (_, area) => [
    { whole: [area, 1] as Cell, parts: kinds.map((__, kind): Cell => [area, 3 + kind]) },
    ...(children[area]!.length === 0
      ? []
      : Array.from({ length: 3 + kinds.length }, (__, column) => ({
          whole: [area, column] as Cell,
          parts: children[area]!.map((child): Cell => [child, column]),
        }))),
  ],
)

/** What follows by subtraction until nothing more does, and the totals of withheld counts: read with exact values, worse than life. */
function attack(shown: readonly Counts[], truth: readonly (readonly number[])[]) {
  const known = shown.map((counts) => counts.map((count) => count !== null))
  const isKnown = ([area, column]: Cell) => known[area]![column]!
  for (let learned = true; learned;) {
    learned = false
    for (const { whole, parts } of equations) {
      const [cell, second] = [whole, ...parts].filter((one) => !isKnown(one))
      if (!cell || second) continue
      known[cell[0]]![cell[1]] = true
      learned = true
    }
  }
  const valueOf = ([area, column]: Cell) => truth[area]![column]!
  return {
    recovered: known.flatMap((counts, area) =>
      counts.flatMap((is, column) => (is && shown[area]![column] === null ? [valueOf([area, column])] : [])),
    ),
    totals: equations.flatMap(({ whole, parts }) => {
      const unknown = parts.filter((part) => !isKnown(part))
      return isKnown(whole) && unknown.length > 0
        ? [unknown.reduce((sum, part) => sum + valueOf(part), 0)]
        : []
    }),
  }
}

describe('focus groups through the graph', () => {
  let hub: TestHub
  /** All figures, by code. */
  const figures = new Map<string, readonly Figures[]>()

  beforeAll(async () => {
    hub = await openHub()
    const selection =
      '{ group period persons households inflow medianMonthsWaiting accommodation { kind households } missing { field reason } }'
    const query = `query ($codes: [ID!]!) { areas(codes: $codes) { code ${fields.map((field) => `${field}Series ${selection}`).join(' ')} } }`
    for (let start = 0; start < country.areas.length; start += 40) {
      const codes = country.areas.slice(start, start + 40).map(({ code }) => code)
      const { data, errors } = await hub.ask(query, { codes })
      expect(errors).toEqual([])
      for (const { code, ...runs } of data['areas'] as unknown as { code: string }[])
        figures.set(code, Object.values(runs as Record<string, Figures[]>).flat())
    }
  })
  afterAll(() => hub.close())

  it.each(domains)(
    '%s: no count under 10 is shown in any area or year, nor follows by subtraction',
    async (domain) => {
      for (const period of country.periods) {
        for (const [group, truth] of await truthOf(domain, period)) {
          const shown = country.areas.map(({ code }): Counts => {
            const own = figures.get(code)?.find((one) => one.group === group && one.period === period)
            expect(own?.accommodation.map(({ kind }) => kind)).toEqual(kinds)
            return [
              own!.persons,
              own!.households,
              own!.inflow,
              ...own!.accommodation.map(({ households }) => households),
            ]
          })
          for (const [area, counts] of shown.entries()) {
            for (const [column, count] of counts.entries()) {
              const exact = truth[area]![column]!
              if (count !== null) expect(count).toBe(Math.round(exact / 5) * 5)
              if (exact < 10) expect(count).toBeNull()
            }
          }
          const { recovered, totals } = attack(shown, truth)
          expect(recovered).toEqual([])
          for (const total of totals) expect(total).toBeGreaterThanOrEqual(10)
        }
      }
    },
  )

  it('every null says why: withheld, and with households the months', () => {
    for (const own of [...figures.values()].flat()) {
      const nulls = [
        ...(['persons', 'households', 'inflow', 'medianMonthsWaiting'] as const).filter(
          (field) => own[field] === null,
        ),
        ...own.accommodation.flatMap(({ kind, households }) =>
          households === null ? [`accommodation.${kind}`] : [],
        ),
      ]
      expect(own.missing.map(({ field }) => field)).toEqual(nulls)
      for (const { reason } of own.missing) expect(reason).toBe('SUPPRESSED')
      expect(own.medianMonthsWaiting === null).toBe(own.households === null)
    }
  })

  it('distinct households narrow no withheld group: not from below, nor under 10 from above', async () => {
    const truths = new Map<string, readonly number[][]>()
    for (const domain of domains)
      for (const [group, truth] of await truthOf(domain, 2024)) truths.set(group, truth)
    const codes = country.areas.map(({ code }) => code)
    const distinct = new Map<string, number | null>()
    for (let start = 0; start < codes.length; start += 40) {
      const { data } = await hub.ask(
        'query ($codes: [ID!]!) { areas(codes: $codes) { code focusGroupOverlap { period households missing { reason } } } }',
        { codes: codes.slice(start, start + 40) },
      )
      for (const { code, focusGroupOverlap } of data['areas'] as unknown as {
        code: string
        focusGroupOverlap: { period: number; households: number | null; missing: unknown[] }
      }[]) {
        expect(focusGroupOverlap.period).toBe(2024)
        expect(focusGroupOverlap.missing).toHaveLength(focusGroupOverlap.households === null ? 1 : 0)
        distinct.set(code, focusGroupOverlap.households)
      }
    }
    let told = 0
    for (const [area, code] of codes.entries()) {
      const once = distinct.get(code)
      if (once == null) continue
      told += 1
      const counts = [...truths.values()].map((truth) => truth[area]![1]!)
      const together = counts.reduce((sum, one) => sum + one, 0)
      // Whatever others are withheld: with all others known exactly, any group could still be 9 less or as little as none.
      for (const count of counts)
        expect(once + 2 - (together - count), code).toBeLessThanOrEqual(Math.max(4, count - 5))
      for (const count of counts) expect(once - 2, code).toBeGreaterThanOrEqual(count + 9 - 4)
    }
    expect(told).toBeGreaterThan(10)
    expect(told).toBeLessThan(codes.length)
  })

  it('one municipality copes and another does not', () => {
    const of = (code: string) => figures.get(code)!.filter(({ period }) => period === 2024)
    const sum = (code: string) => of(code).reduce((total, { households }) => total + (households ?? 0), 0)
    expect(sum('GM9003')).toBeGreaterThan(2 * sum('GM9002'))
    for (const { group, medianMonthsWaiting } of of('GM9002')) {
      const other = of('GM9003').find((one) => one.group === group)!.medianMonthsWaiting
      if (other !== null && medianMonthsWaiting !== null)
        expect(other, group).toBeGreaterThan(medianMonthsWaiting)
    }
  })

  it('who knows whom in a neighbourhood: six fetches, at most two statements each', async () => {
    const [housing, ...others] = fields
    const query = `query WhoKnowsWhom($code: ID!) { neighbourhood(code: $code) { name
      ${housing!} { group persons households accommodation { kind households } }
      ${others.map((field) => `${field} { group persons }`).join(' ')} } }`
    const { data, errors, fetches, statements } = await hub.ask(query, { code: 'BU90030101' })
    expect(errors).toEqual([])
    expect(fetches).toEqual(['base-registry', 'care', 'education', 'housing', 'integration', 'labour-market'])
    for (const name of domains) expect(statements[name]).toBeLessThanOrEqual(2)
    const groups = fields.flatMap((field) =>
      (data as Record<string, Record<string, { group: string }[]>>)['neighbourhood']![field]!.map(
        ({ group }) => group,
      ),
    )
    expect(groups).toHaveLength(10)
  })

  it('a page of every neighbourhood costs what one costs', async () => {
    const query = `query { municipality(code: "GM9001") { neighbourhoods(first: 1000) { nodes { ${fields.map((field) => `${field} { group households }`).join(' ')} } } } }`
    const { fetches, statements } = await hub.ask(query)
    expect(fetches).toHaveLength(6)
    for (const name of domains) expect(statements[name]).toBe(1)
  })
})
