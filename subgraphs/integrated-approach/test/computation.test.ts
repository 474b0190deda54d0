import { describe, expect, it } from 'vitest'
import { currentAreas } from '../src/current-areas.ts'
import type { AreaInput, GroupFigures, Supply, YearFigures } from '../src/inputs.ts'
import { accommodate } from '../src/accommodation.ts'
import { computeNeeds } from '../src/need.ts'
import { readCompetition, readGroups, writeCompetition, writeGroups } from '../src/stored-lists.ts'
import { focusGroups } from '../src/vocabulary.ts'
import { withPlannedDeliveries } from '../src/planned-deliveries.ts'
import { computePressures } from '../src/pressure.ts'
import { basis } from '../src/pressure-basis.ts'
import { programme, type Commitment } from '../src/programme.ts'
import { computeProgress } from '../src/progress.ts'

function group(given: Partial<GroupFigures>): GroupFigures {
  return {
    group: 'HOMELESS',
    period: 2024,
    households: 100,
    inflow: 60,
    medianMonthsWaiting: 12,
    accommodated: accommodate([
      { suits: 'NO', households: 90, reason: null },
      { suits: 'YES', households: 10, reason: null },
    ]),
    missing: [],
    ...given,
  }
}

function area(code: string, given: Partial<AreaInput> = {}): AreaInput {
  return {
    code,
    level: 'NEIGHBOURHOOD',
    newest: 2024,
    country: 'NL99',
    province: 'PV99',
    municipality: 'GM9001',
    district: 'WK900101',
    figures: new Map(),
    groups: [],
    supply: null,
    overlap: null,
    grants: [],
    ...given,
  }
}

const supply = (given: Partial<Supply>): Supply => ({
  period: 2024,
  homesLet: 40,
  homesLetToFocusGroups: 20,
  plannedDeliveries: 10,
  plannedDeliveriesForFocusGroups: 5,
  allocations: [
    { group: 'HOMELESS', homes: 20 },
    { group: null, homes: 20 },
  ],
  missing: [],
  ...given,
})

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

describe('pressure', () => {
  const year = (value: number, inhabitants = 1_000): YearFigures => ({
    population: { inhabitants },
    housing: { averageWozValue: 1_000 - value, housingCorporationShare: value },
    care: { youthCareShare: value, socialSupportClientsPer1000: value },
    education: { educationLow: value, educationIntermediate: 100 - value, educationHigh: 100 },
    labourMarket: {
      netParticipationRate: 100 - value,
      socialAssistanceRecipients: (value * inhabitants) / 1_000,
      lowIncomeHouseholdShare: value,
    },
    integration: {
      bornAbroadOriginEurope: (value * inhabitants) / 1_000,
      bornAbroadOriginOutsideEurope: (value * inhabitants) / 1_000,
    },
  })
  const with2024 = (code: string, figures: YearFigures, more: Partial<AreaInput> = {}) =>
    area(code, { figures: new Map([[2024, figures]]), ...more })

  it('the weights add up to 1, with at most four indicators a domain', () => {
    expect(basis.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1)
    for (const { domain } of basis)
      expect(basis.filter((one) => one.domain === domain).length).toBeLessThanOrEqual(4)
  })

  it('deviations are of the standard deviation of areas alike: two areas stand at 1 and -1', () => {
    const found = computePressures([with2024('BU90010101', year(20)), with2024('BU90010102', year(60))])
    expect(found.get('BU90010101')).toMatchObject({
      score: -1,
      percentile: 50,
      components: [-1, -1, -1, -1, -1],
    })
    expect(found.get('BU90010102')).toMatchObject({ score: 1, percentile: 100 })
  })

  it('real and synthetic areas, and areas of two levels, are never compared; one alone has no score, and says so', () => {
    const found = computePressures([
      with2024('BU90010101', year(20)),
      with2024('BU03630000', year(60), { country: 'NL00' }),
      with2024('WK900101', year(90), { level: 'DISTRICT' }),
    ])
    for (const one of found.values())
      expect(one).toMatchObject({
        score: null,
        percentile: null,
        components: [null, null, null, null, null],
        unavailable: [{ field: 'score', reason: 'NOTHING_TO_COMPARE_WITH' }, { field: 'percentile' }],
      })
  })

  it('fewer than 100 inhabitants or too much missing: no score, and why', () => {
    const { population, housing, labourMarket } = year(30)
    const rest = { population, housing, labourMarket } as YearFigures
    const found = computePressures([
      with2024('BU90010101', year(20)),
      with2024('BU90010102', year(60, 99)),
      with2024('BU90010103', rest),
    ])
    expect(found.get('BU90010102')).toMatchObject({
      score: null,
      components: [null, null, null, null, null],
      unavailable: [{ field: 'score', reason: 'TOO_FEW_INHABITANTS' }, { field: 'percentile' }],
    })
    expect(found.get('BU90010103')).toMatchObject({
      score: null,
      unavailable: [{ reason: 'TOO_MUCH_MISSING' }, {}],
    })
  })

  it('an indicator is of the newest year that half of the areas have: a first release does not empty the index', () => {
    const both = (code: string, value: number) =>
      area(code, {
        figures: new Map([
          [2023, year(value)],
          [2024, { population: { inhabitants: 1_000 } }],
        ]),
      })
    const found = computePressures([both('BU90010101', 20), both('BU90010102', 60)])
    expect(found.get('BU90010102')).toMatchObject({ score: 1, inhabitants: 1_000 })
    expect(found.get('BU90010102')?.basis[0]?.[0]).toBe(2023)
  })

  it('codes that are gone are not compared; an import of one municipality makes nobody disappear', () => {
    const codes = (areas: readonly AreaInput[]) => currentAreas(areas).map(({ code }) => code)
    const many = (newest: number) => Array.from({ length: 6 }, (_, at) => area(`BU9001010${at}`, { newest }))
    const gone = area('BU90020101', { newest: 2022, municipality: 'GM9002' })
    expect(codes([...many(2024), gone])).toEqual(codes(many(2024)))
    const alone = area('BU90020101', { newest: 2025, municipality: 'GM9002' })
    expect(codes([...many(2024), alone])).toHaveLength(7)
  })
})

describe('progress of the programme', () => {
  const [started] = programme.commitments as readonly [Commitment]
  const project = (homes: number, synthetic: boolean) => ({
    kind: 'SOCIAL_RENT',
    phase: 'DELIVERED',
    homes,
    delivered: '2024-Q2',
    area: { code: synthetic ? 'BU90010101' : 'GM0363' },
    source: { synthetic },
  })

  it('real figures leave synthetic ones out; without a known window nothing is decided', () => {
    const inputs = { areas: [], projects: [project(100, true), project(50, false)] }
    expect(computeProgress(started, inputs, '2026-01-01')).toMatchObject({
      realised: 50,
      onTrack: null,
      decidedBy: expect.stringMatching(/^Not decided/) as string,
      municipalitiesReporting: 1,
      periodFrom: '2024-Q2',
      synthetic: false,
    })
  })

  it('on track is a share realised as large as the share of the time that passed', () => {
    const commitment = { ...started, target: 100, window: { from: '2024-01-01', to: '2026-01-01' } }
    const onTrack = (homes: number) =>
      computeProgress(commitment, { areas: [], projects: [project(homes, false)] }, '2025-01-01').onTrack
    expect([onTrack(49), onTrack(51), onTrack(100)]).toEqual([false, true, true])
  })

  it('nobody reports: nothing is realised as far as is known', () => {
    expect(computeProgress(started, { areas: [], projects: [] }, '2026-01-01')).toMatchObject({
      realised: null,
      percent: null,
      municipalitiesReporting: 0,
    })
  })
})
