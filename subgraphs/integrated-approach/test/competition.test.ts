/** Which group is crowded out by which: from chances of a home, with bounds where counts are withheld. */
import { describe, expect, it } from 'vitest'
import type { AreaInput, GroupFigures, Supply } from '../src/inputs.ts'
import { computeNeeds } from '../src/need.ts'
import { readCompetition, readGroups, writeCompetition, writeGroups } from '../src/stored-lists.ts'
import { area, group, supply } from './made-inputs.ts'

function needOf(groups: readonly GroupFigures[], homes: Supply | null, more: Partial<AreaInput> = {}) {
  const code = 'GM9001'
  const municipality = area(code, { level: 'MUNICIPALITY', district: null, groups, supply: homes, ...more })
  return computeNeeds([municipality]).get(code)
}

const suppressed = (...fields: readonly string[]) =>
  fields.map((field) => ({ field, reason: 'SUPPRESSED' as const }))

describe('competition', () => {
  const homes = (allocations: Supply['allocations'], more: Partial<Supply> = {}) =>
    supply({ homesLet: 200, homesLetToFocusGroups: 150, allocations, ...more })

  it('is said of the chance of a home: who is housed fast is not crowded out, however many homes they get', () => {
    // Status holders wait in a short queue and get most homes; older people wait long and get few.
    const groups = [
      group({ group: 'STATUS_HOLDERS', households: 40, inflow: 90, medianMonthsWaiting: 5 }),
      group({ group: 'OLDER_PEOPLE', households: 400, inflow: 100, medianMonthsWaiting: 40 }),
    ]
    const supplied = homes([
      { group: 'STATUS_HOLDERS', homes: 100 },
      { group: 'OLDER_PEOPLE', homes: 25 },
      { group: null, homes: 50 },
    ])
    const [first, second] = needOf(groups, supplied)?.competition ?? []
    expect(first).toMatchObject({
      group: 'OLDER_PEOPLE',
      queue: 400,
      inflow: 100,
      housed: 25,
      // 23 of 504, 25 of 500, 27 of 496.
      chance: { value: 5, lower: 4.5, upper: 5.5 },
      crowdedOut: true,
      shareOfNeed: 90.9,
      shareOfLettings: 12.5,
      shareOfLettingsToFocusGroups: 16.7,
      missing: [],
    })
    expect(second).toMatchObject({
      group: 'STATUS_HOLDERS',
      chance: { value: 76.9, lower: 73.1, upper: 81 },
      crowdedOut: false,
    })
  })

  it('homes that are withheld are 0 at the least and what all homes leave at the most; who gets least comes first', () => {
    const groups = [
      group({ group: 'STUDENTS', households: 300, inflow: 200 }),
      group({ group: 'URGENT', households: 50, inflow: 50 }),
    ]
    const supplied = homes(
      [
        { group: 'STUDENTS', homes: null },
        { group: 'URGENT', homes: 80 },
        { group: null, homes: 100 },
      ],
      { missing: suppressed('allocations.STUDENTS') },
    )
    // 202 homes at the most, 78 and 98 to others at the least: 26 for students, of 496 at the least.
    expect(needOf(groups, supplied)?.competition[0]).toMatchObject({
      group: 'STUDENTS',
      housed: null,
      chance: { value: null, lower: 0, upper: 5.3 },
      missing: expect.arrayContaining(suppressed('housed', 'chance.value')) as unknown,
    })
  })

  it('a withheld queue is bounded by the larger area: what its other parts leave', () => {
    const queue = (households: number | null) => [
      group({ households, inflow: 20, missing: households === null ? suppressed('households') : [] }),
    ]
    const within = (code: string, households: number | null) =>
      area(code, {
        groups: queue(households),
        supply: supply({ homesLet: 20, allocations: [{ group: 'HOMELESS', homes: 10 }] }),
      })
    const district = area('WK900101', { level: 'DISTRICT', groups: queue(60) })
    const needs = computeNeeds([district, within('BU90010101', null), within('BU90010102', 40)])
    // 62 in the district at the most, 38 elsewhere at the least: 24; 10 to 12 homes, of 18 to 22 who joined.
    expect(needs.get('BU90010101')?.competition.find((one) => one.group === 'HOMELESS')?.chance).toEqual({
      value: null,
      lower: 21.7,
      upper: 66.7,
    })
  })

  it('an inflow that nobody counts leaves an upper bound only; a queue or homes that nobody counts nothing', () => {
    const chanceOf = (figures: Partial<GroupFigures>, allocations: Supply['allocations']) =>
      needOf([group({ households: 100, ...figures })], homes(allocations))?.competition.find(
        (one) => one.group === 'HOMELESS',
      )
    const missing = [{ field: 'inflow', reason: 'NOT_PUBLISHED' as const }]
    expect(chanceOf({ inflow: null, missing }, [{ group: 'HOMELESS', homes: 20 }])).toMatchObject({
      chance: { value: null, lower: null, upper: 22.5 },
      missing: expect.arrayContaining([{ field: 'chance.lower', reason: 'NOT_PUBLISHED' }]) as unknown,
    })
    expect(chanceOf({ households: null }, [{ group: 'HOMELESS', homes: 20 }])?.chance).toEqual({
      value: null,
      lower: null,
      upper: null,
    })
    expect(chanceOf({}, [])?.chance).toEqual({ value: null, lower: null, upper: null })
  })

  it('what is stored of it reads as it was computed', () => {
    const groups = [
      group({}),
      group({ group: 'STUDENTS', households: null, missing: suppressed('households') }),
    ]
    const need = needOf(groups, supply({}))!
    expect(readCompetition(writeCompetition(need.competition))).toEqual(need.competition)
    expect(readGroups(writeGroups(need.groups))).toEqual(need.groups)
  })
})
