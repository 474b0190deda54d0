/**
 * Need and balance: queues and homes of focus groups, as bounds where counts are withheld, and never an
 * estimate.
 */
import { describe, expect, it } from 'vitest'
import { accommodate } from '../src/accommodation.ts'
import type { AreaInput, GroupFigures, Supply } from '../src/inputs.ts'
import { computeNeeds } from '../src/need.ts'
import { withPlannedDeliveries } from '../src/planned-deliveries.ts'
import { focusGroups } from '../src/vocabulary.ts'
import { area, group, supply } from './made-inputs.ts'

function needOf(groups: readonly GroupFigures[], homes: Supply | null, more: Partial<AreaInput> = {}) {
  const code = 'GM9001'
  const municipality = area(code, { level: 'MUNICIPALITY', district: null, groups, supply: homes, ...more })
  return computeNeeds([municipality]).get(code)
}

const suppressed = (...fields: readonly string[]) =>
  fields.map((field) => ({ field, reason: 'SUPPRESSED' as const }))

describe('need and balance', () => {
  it('a withheld group is named and left out of the total, never estimated', () => {
    const withheld = group({
      group: 'STUDENTS',
      households: null,
      medianMonthsWaiting: null,
      missing: suppressed('households', 'medianMonthsWaiting'),
    })
    const need = needOf([group({}), withheld], supply({}))
    expect(need).toMatchObject({
      totalHouseholds: 100,
      homesAvailablePerYear: 50,
      homesForFocusGroupsPerYear: 25,
      queueLeft: 75,
      yearsToClear: 4,
    })
    expect(need?.groups.find((one) => one.group === 'STUDENTS')?.missing).toContainEqual({
      field: 'shareOfDemand',
      reason: 'SUPPRESSED',
    })
  })

  it('homes let to anybody do not shorten the queue of focus groups', () => {
    const need = needOf([group({})], supply({ homesLet: 500, homesLetToFocusGroups: 20 }))
    expect(need).toMatchObject({ homesLet: 500, homesAvailablePerYear: 510, queueLeft: 75 })
  })

  it('no homes a year: no number of years, and why', () => {
    const none = { homesLetToFocusGroups: 0, plannedDeliveries: 0, plannedDeliveriesForFocusGroups: 0 }
    const need = needOf([group({})], supply(none))
    expect(need).toMatchObject({ queueLeft: 100, yearsToClear: null, plannedDeliveriesKnown: true })
    expect(need?.unavailable).toEqual([
      { field: 'yearsToClear', reason: 'NO_SUPPLY', explanation: expect.any(String) as string },
    ])
  })

  it('unknown planned homes are flagged, and the queue that homes let leave still stands', () => {
    const need = needOf(
      [group({})],
      supply({ plannedDeliveries: null, plannedDeliveriesForFocusGroups: null }),
    )
    expect(need).toMatchObject({
      plannedDeliveriesKnown: false,
      homesForFocusGroupsPerYear: null,
      queueLeft: 80,
      yearsToClear: null,
    })
    expect(need?.unavailable.map(({ field }) => field)).toEqual([
      'plannedDeliveries',
      'plannedDeliveriesForFocusGroups',
      'homesAvailablePerYear',
      'homesForFocusGroupsPerYear',
      'yearsToClear',
    ])
  })

  it('withheld lettings: no balance, and why, under former names too', () => {
    const need = needOf([group({})], supply({ homesLet: null, homesLetToFocusGroups: null }))
    expect(need).toMatchObject({ homesAvailablePerYear: null, queueLeft: null, yearsToClear: null })
    expect(need?.unavailable.map(({ field, reason }) => `${field} ${reason}`)).toEqual(
      [
        'homesLet',
        'homesLetToFocusGroups',
        'homesAvailablePerYear',
        'homesForFocusGroupsPerYear',
        'queueLeft',
        'yearsToClear',
        'shortage',
        'allocatedHomes',
      ].map((field) => `${field} NO_FIGURES`),
    )
  })
})

describe('how many distinct households', () => {
  const three = [
    group({ households: 100 }),
    group({ group: 'STUDENTS', households: 60 }),
    group({ group: 'URGENT', households: 40 }),
  ]

  it('as many as the largest group at the least and as all together at the most, rounding included', () => {
    expect(needOf(three, null)?.distinctHouseholds).toEqual({ lower: 98, upper: 206 })
  })

  it('a group that is withheld has no upper bound where no larger area says more', () => {
    const withheld = group({ group: 'URGENT', households: null, missing: suppressed('households') })
    expect(needOf([...three.slice(0, 2), withheld], null)?.distinctHouseholds).toEqual({
      lower: 98,
      upper: null,
    })
  })

  it('who counted them once tightens the upper bound, and the lower where all groups are counted', () => {
    const overlap = { period: 2024, households: 150 }
    expect(needOf(three, null, { overlap })?.distinctHouseholds).toEqual({ lower: 98, upper: 152 })
    const all = focusGroups.map((one) => group({ group: one, households: 20 }))
    expect(needOf(all, null, { overlap })?.distinctHouseholds).toEqual({ lower: 148, upper: 152 })
    const earlier = { period: 2023, households: 150 }
    expect(needOf(three, null, { overlap: earlier })?.distinctHouseholds).toEqual({ lower: 98, upper: 206 })
    const hidden = { period: 2024, households: null }
    expect(needOf(three, null, { overlap: hidden })?.distinctHouseholds).toEqual({ lower: 98, upper: 206 })
  })
})

describe('where a group stays', () => {
  const shareOf = (...kinds: Parameters<typeof accommodate>[0][number][]) =>
    needOf([group({ accommodated: accommodate(kinds) })], null)?.groups[0]
  const no = (households: number | null) =>
    ({ suits: 'NO', households, reason: households === null ? 'SUPPRESSED' : null }) as const
  const yes = (households: number | null) => ({ ...no(households), suits: 'YES' }) as const
  const unclear = (households: number | null) => ({ ...no(households), suits: 'UNCLEAR' }) as const

  it('with anything withheld the share lies between bounds, and is never said to be 100 %', () => {
    // 100 is 98 to 102; 90 is 88 to 92: 88 of 102 at the least, 92 of 98 at the most.
    expect(shareOf(no(90), yes(null))).toMatchObject({
      unsuitableAccommodation: { value: null, lower: 86.2, upper: 93.9 },
    })
    expect(shareOf(no(90), no(null), yes(null))).toMatchObject({
      unsuitableAccommodation: { value: null, lower: 86.2, upper: 100 },
    })
    // Of 98 at the least 48 suit at the least.
    expect(shareOf(no(null), yes(50))).toMatchObject({
      unsuitableAccommodation: { value: null, lower: 46.9, upper: 53 },
      missing: suppressed('unsuitableAccommodation.value', 'unsuitableAccommodationShare'),
    })
  })

  it('of other places it is not known: the lower bound counts none, the upper all', () => {
    expect(shareOf(no(60), yes(20), unclear(20))?.unsuitableAccommodation).toEqual({
      value: null,
      lower: 56.8,
      upper: 82.4,
    })
    expect(shareOf(no(60), yes(40))?.unsuitableAccommodation).toEqual({
      value: 60,
      lower: 57.1,
      upper: 62.8,
    })
  })

  it('a kind without a number leaves open where the rest is; a kind without a column does not', () => {
    const lacking = { suits: 'NO', households: null } as const
    expect(shareOf(yes(30), { ...lacking, reason: 'NOT_AVAILABLE' })?.unsuitableAccommodation).toEqual({
      value: null,
      lower: 0,
      upper: 72.6,
    })
    expect(
      shareOf(no(70), yes(30), { ...lacking, reason: 'NOT_PUBLISHED' })?.unsuitableAccommodation.value,
    ).toBe(70)
    expect(shareOf({ ...lacking, reason: 'NOT_AVAILABLE' })).toMatchObject({
      unsuitableAccommodation: { value: null, lower: null, upper: null },
      missing: [
        { field: 'unsuitableAccommodation.value', reason: 'NOT_AVAILABLE' },
        { field: 'unsuitableAccommodation.lower', reason: 'NOT_AVAILABLE' },
        { field: 'unsuitableAccommodation.upper', reason: 'NOT_AVAILABLE' },
        { field: 'unsuitableAccommodationShare', reason: 'NOT_AVAILABLE' },
      ],
    })
  })
})

describe('planned deliveries', () => {
  it('planned deliveries of a province are the sum over its municipalities, and its own where housing has them', () => {
    const municipality = (code: string, planned: number | null) =>
      area(code, {
        level: 'MUNICIPALITY',
        municipality: code,
        supply: supply({ plannedDeliveries: planned }),
      })
    const [province, country] = withPlannedDeliveries([
      area('PV99', { level: 'PROVINCE', municipality: null, supply: supply({ plannedDeliveries: null }) }),
      area('NL99', { level: 'COUNTRY', municipality: null, supply: supply({ plannedDeliveries: 7 }) }),
      municipality('GM9001', 20),
      municipality('GM9002', null),
      municipality('GM9003', 5),
    ])
    expect([province, country].map((one) => one?.supply?.plannedDeliveries)).toEqual([25, 7])
  })
})
