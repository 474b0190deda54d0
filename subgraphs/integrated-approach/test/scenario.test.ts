/** Scenarios on made data, worked out by hand: queues, waits, places, shares of lettings, who gains and who loses, and costs. */
import { describe, expect, it } from 'vitest'
import { toHomes, type Bounded } from '../src/bounded.ts'
import { noChanges, type Changes } from '../src/scenario-changes.ts'
import { costOf } from '../src/scenario-cost.ts'
import type { ScenarioInput } from '../src/scenario-inputs.ts'
import type { State } from '../src/scenario-projection.ts'
import { scenario } from '../src/scenario.ts'
import type { FocusGroup } from '../src/vocabulary.ts'
import { exact, published, scenarioGroup, scenarioInput } from './made-scenario.ts'

const one = [scenarioInput('GM9001', { HOMELESS: scenarioGroup() })]
const changed = (changes: Partial<Changes>): Changes => ({ ...noChanges, ...changes })
const added = (year: number, homes: number, forGroups: readonly FocusGroup[] = ['HOMELESS']) => ({
  year,
  kind: 'FLEX' as const,
  homes,
  forGroups,
  price: null,
})

function groupIn(inputs: readonly ScenarioInput[], changes: Changes, group: FocusGroup = 'HOMELESS') {
  const outcome = scenario(inputs, changes)?.groups.find((each) => each.group === group)
  if (!outcome) throw new Error(`no outcome of ${group}`)
  const yearOf = (year: number) => {
    const found = outcome.years.find((each) => each.year === year)
    if (!found) throw new Error(`no outcome of ${group} in ${year}`)
    return found
  }
  const rounded = (state: State) =>
    Object.fromEntries(
      Object.entries(state).map(([name, number]: [string, Bounded | null]) => [
        name,
        number && toHomes(number),
      ]),
    )
  return {
    ...outcome,
    yearOf,
    before: (year: number) => rounded(yearOf(year).before),
    after: (year: number) => rounded(yearOf(year).after),
  }
}

const range = (value: number | null, lower: number | null, upper: number | null) => ({ value, lower, upper })

describe('a scenario', () => {
  it('without changes each year adds the inflow and takes the homes let, with bounds that add up', () => {
    const { before, after, years, effect } = groupIn(one, noChanges)
    expect(years.map(({ year }) => year)).toEqual([2025, 2026, 2027, 2028, 2029, 2030])
    // 100 + 60 - 40; 98 + 58 - 42 at the least, 102 + 62 - 38 at the most; then 20, 16 and 24 more each year.
    expect(before(2025)).toMatchObject({ queue: range(120, 114, 126), homes: range(40, 38, 42) })
    expect(before(2030)['queue']).toEqual(range(220, 194, 246))
    for (const { year } of years) expect(after(year)).toEqual(before(year))
    expect(effect).toBe('UNCHANGED')
  })

  it('30 homes more in 2026 shorten the queue by exactly 30 from then on, however wide its bounds are', () => {
    const outcome = groupIn(one, changed({ homes: [added(2026, 30)] }))
    expect(outcome.after(2025)['queue']).toEqual(outcome.before(2025)['queue'])
    expect(outcome.after(2026)['homes']).toEqual(range(70, 68, 72))
    expect(outcome.after(2030)['queue']).toEqual(range(190, 164, 216))
    expect(outcome.years.map(({ queueDifference }) => toHomes(queueDifference).value)).toEqual([
      0, -30, -30, -30, -30, -30,
    ])
    expect(outcome.yearOf(2030).queueDifference).toEqual(range(-30, -30, -30))
    expect([outcome.effect, outcome.decidedBy]).toEqual(['GAINS', ['QUEUE', 'WAITING']])
  })

  it('the wait is how long the homes of the following years take to reach the last of the queue', () => {
    const outcome = groupIn(one, changed({ homes: [added(2026, 30)] }))
    // Of 120, three years of 40; with the homes of 2026 70, 40 and a quarter of the next 40.
    expect(outcome.before(2025)['monthsWaiting']).toMatchObject({ value: 36 })
    expect(outcome.after(2025)['monthsWaiting']).toMatchObject({ value: 27 })
    // At the end of 2030: 220 at 40 a year; 194 at 42 and 246 at 38.
    expect(outcome.before(2030)['monthsWaiting']).toEqual(range(66, 55.4, 77.7))
    expect(outcome.after(2030)['monthsWaiting']).toMatchObject({ value: 57 })
  })

  it('homes for several groups count for each in equal parts, and planned homes before and after', () => {
    const planned = scenarioGroup({ planned: [[2027, 12]] })
    const inputs = [scenarioInput('GM9001', { HOMELESS: planned, STUDENTS: scenarioGroup() })]
    const changes = changed({ homes: [added(2027, 20, ['HOMELESS', 'STUDENTS'])] })
    const [homeless, students] = [groupIn(inputs, changes), groupIn(inputs, changes, 'STUDENTS')]
    expect(homeless.before(2027)['homes']).toMatchObject({ value: 52 })
    expect(homeless.after(2027)['homes']).toMatchObject({ value: 62 })
    expect(students.after(2027)['homes']).toMatchObject({ value: 50 })
    expect(homeless.before(2028)['queue']).toMatchObject({ value: 168 })
  })

  it('a queue that may be empty gains between nothing and all of the homes', () => {
    const few = [
      scenarioInput('GM9001', {
        HOMELESS: scenarioGroup({ households: published(20), inflow: published(40) }),
      }),
    ]
    const outcome = groupIn(few, changed({ homes: [added(2025, 30)] }))
    // 20 + 40 - 40 is 14 to 26 before; with 30 homes more none is left.
    expect(outcome.before(2025)['queue']).toEqual(range(20, 14, 26))
    expect(outcome.after(2025)['queue']).toEqual(range(0, 0, 0))
    expect(toHomes(outcome.yearOf(2025).queueDifference)).toEqual(range(-20, -26, -14))
  })

  it('a share of lettings is of all homes let, and what it leaves is divided over the others as it was', () => {
    const inputs = [
      scenarioInput(
        'GM9001',
        {
          HOMELESS: scenarioGroup({ lettings: exact(40) }),
          STUDENTS: scenarioGroup({ lettings: exact(30) }),
        },
        { homesLet: exact(100) },
      ),
    ]
    const changes = changed({ lettings: [{ fromYear: 2027, group: 'HOMELESS', share: 0.6 }] })
    const [homeless, students] = [groupIn(inputs, changes), groupIn(inputs, changes, 'STUDENTS')]
    expect([2026, 2027, 2030].map((year) => homeless.after(year)['homes'])).toMatchObject([
      { value: 40 },
      { value: 60 },
      { value: 60 },
    ])
    // 40 homes are left where there were 60: two thirds of 30.
    expect(students.after(2027)['homes']).toEqual(range(20, 20, 20))
    expect(toHomes(homeless.yearOf(2030).queueDifference)).toEqual(range(-80, -80, -80))
    expect(toHomes(students.yearOf(2030).queueDifference)).toEqual(range(40, 40, 40))
    expect([homeless.effect, students.effect]).toEqual(['GAINS', 'LOSES'])
  })

  it('shares of counts that are rounded have bounds, and it is said who certainly loses', () => {
    const inputs = [
      scenarioInput('GM9001', {
        HOMELESS: scenarioGroup(),
        STUDENTS: scenarioGroup({ lettings: published(30) }),
      }),
    ]
    const changes = changed({ lettings: [{ fromYear: 2025, group: 'HOMELESS', share: 0.6 }] })
    const [homeless, students] = [groupIn(inputs, changes), groupIn(inputs, changes, 'STUDENTS')]
    expect(homeless.after(2025)['homes']).toEqual(range(60, 58.8, 61.2))
    // 28 × 0.4 / (1 - 38/102) at the least, 32 × 0.4 / (1 - 42/98) at the most.
    expect(students.after(2025)['homes']).toEqual(range(20, 17.8, 22.4))
    expect([homeless.effect, students.effect]).toEqual(['GAINS', 'LOSES'])
    const slightly = changed({ lettings: [{ fromYear: 2025, group: 'HOMELESS', share: 0.41 }] })
    expect(groupIn(inputs, slightly).effect).toBe('UNDECIDED')
  })

  it('a group whose queue shortens by homes once, and that gets fewer every year, is undecided: it waits longer', () => {
    const inputs = [
      scenarioInput('GM9001', {
        HOMELESS: scenarioGroup(),
        STUDENTS: scenarioGroup({
          households: published(300),
          lettings: published(30),
          inflow: published(30),
        }),
      }),
    ]
    const changes = changed({
      homes: [added(2025, 60, ['STUDENTS'])],
      lettings: [{ fromYear: 2027, group: 'HOMELESS', share: 0.6 }],
    })
    const students = groupIn(inputs, changes, 'STUDENTS')
    // 300 at 30 a year; 60 fewer and 4 × 10 more at 20 a year.
    expect(students.before(2030)['monthsWaiting']).toMatchObject({ value: 120 })
    expect(students.after(2030)).toMatchObject({ queue: { value: 280 }, monthsWaiting: { value: 168 } })
    expect([students.effect, students.decidedBy]).toEqual(['UNDECIDED', ['QUEUE', 'WAITING']])
  })

  it('a fifth fewer who join is a fifth of whatever the inflow is', () => {
    const outcome = groupIn(one, changed({ inflow: [{ fromYear: 2029, group: 'HOMELESS', percent: -20 }] }))
    expect(outcome.after(2029)['inflow']).toEqual(range(48, 46.4, 49.6))
    expect(toHomes(outcome.yearOf(2030).queueDifference)).toEqual(range(-24, -24.8, -23.2))
    const back = changed({
      inflow: [
        { fromYear: 2029, group: 'HOMELESS', percent: 0 },
        { fromYear: 2027, group: 'HOMELESS', percent: 50 },
      ],
    })
    expect(groupIn(one, back).yearOf(2030).queueDifference.value).toBe(60)
  })

  it('a shelter that closes leaves the queue and puts as many households without a place', () => {
    const outcome = groupIn(
      one,
      changed({ shelters: [{ fromYear: 2026, kind: 'HOMELESS_SHELTER', group: 'HOMELESS', places: -30 }] }),
    )
    // 90 % of 120 and of 140; 30 of them in a shelter, then none.
    expect(outcome.after(2025)).toMatchObject({
      unsuitable: { value: 108 },
      inShelter: { value: 30 },
      unsheltered: { value: 78 },
    })
    expect(outcome.after(2026)).toMatchObject({
      unsuitable: { value: 126 },
      inShelter: range(0, 0, 2),
      unsheltered: { value: 126 },
    })
    expect(outcome.after(2030)['queue']).toEqual(outcome.before(2030)['queue'])
    expect(outcome.effect).toBe('UNDECIDED')
    const certain = [
      scenarioInput('GM9001', {
        HOMELESS: scenarioGroup({
          households: exact(100),
          inflow: exact(60),
          lettings: exact(40),
          unsuitable: exact(0.9),
        }),
      }),
    ]
    const closed = groupIn(
      certain,
      changed({ shelters: [{ fromYear: 2026, kind: 'HOMELESS_SHELTER', group: 'HOMELESS', places: -28 }] }),
    )
    expect([closed.effect, closed.decidedBy]).toEqual(['LOSES', ['UNSHELTERED']])
  })

  it('a withheld count has no value and the bounds that it leaves; one that nobody has leaves the group out', () => {
    const withheld = scenarioGroup({ lettings: [null, 0, 14] })
    const inputs = [
      scenarioInput('GM9001', { HOMELESS: withheld, STUDENTS: scenarioGroup({ inflow: null }) }),
    ]
    const outcome = groupIn(inputs, changed({ homes: [added(2025, 50)] }))
    expect(outcome.after(2025)['queue']).toEqual(range(null, 92, 114))
    expect(outcome.yearOf(2025).queueDifference).toEqual(range(-50, -50, -50))
    expect(outcome.before(2030)['monthsWaiting']).toMatchObject({ value: null, upper: null })
    const unknown = groupIn(inputs, noChanges, 'STUDENTS')
    expect(unknown).toMatchObject({
      years: [],
      effect: 'UNDECIDED',
      pool: { missing: ['GM9001'], lacking: ['the inflow'] },
    })
  })

  it('municipalities are taken together: sums of those that are known, the others named', () => {
    const lacking = scenarioInput('GM9003', { HOMELESS: scenarioGroup({ households: null }) })
    const outcome = groupIn(
      [...one, scenarioInput('GM9002', { HOMELESS: scenarioGroup() }), lacking],
      noChanges,
    )
    expect(outcome.before(2025)['queue']).toEqual(range(240, 228, 252))
    expect(outcome.before(2025)['unsuitable']).toMatchObject({ value: 216 })
    expect(outcome.pool.missing).toEqual(['GM9003'])
  })

  it('totals are of the groups that are known', () => {
    const inputs = [scenarioInput('GM9001', { HOMELESS: scenarioGroup(), STUDENTS: scenarioGroup() })]
    expect(scenario(inputs, changed({ homes: [added(2026, 30)] }))?.totals.at(-1)).toEqual({
      year: 2030,
      before: range(440, 388, 492),
      after: range(410, 358, 462),
      difference: range(-30, -30, -30),
    })
  })

  it('a group whose counts are older is brought up to the first year by the same rule', () => {
    const [only] = one
    const older = { ...only!, groupPeriods: { ...only!.groupPeriods, HOMELESS: 2022 } }
    expect(groupIn([older], noChanges).before(2025)['queue']).toMatchObject({ value: 160 })
  })

  it('there is none after the last year, and none without figures', () => {
    expect(scenario([{ ...one[0]!, period: 2030 }], noChanges)).toBeNull()
    expect(scenario([], noChanges)).toBeNull()
  })
})

describe('the cost of a scenario', () => {
  const priced = (homes: number, lower: number, upper: number) => ({
    ...added(2026, homes),
    price: { lower, upper },
  })

  it('is homes times price, as a range, and a grant leaves a surplus or falls short', () => {
    const homes = [priced(10, 100_000, 120_000), priced(5, 200_000, 200_000)]
    expect(costOf(changed({ homes, grant: 2_100_000 }))).toEqual({
      homes: 15,
      homesWithoutPrice: 0,
      cost: { lower: 2_000_000, upper: 2_200_000 },
      grant: 2_100_000,
      balance: { lower: -100_000, upper: 100_000 },
      isCovered: null,
    })
    expect(costOf(changed({ homes, grant: 2_200_000 }))?.isCovered).toBe(true)
    expect(costOf(changed({ homes, grant: 1_999_999 }))?.isCovered).toBe(false)
  })

  it('leaves homes without a price out and counts them; without any price there is none', () => {
    expect(costOf(changed({ homes: [priced(10, 1, 2), added(2026, 7)] }))).toMatchObject({
      homes: 17,
      homesWithoutPrice: 7,
      cost: { lower: 10, upper: 20 },
      balance: null,
    })
    expect(costOf(changed({ homes: [added(2026, 7)] }))).toBeNull()
  })
})
