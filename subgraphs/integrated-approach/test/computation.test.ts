import { describe, expect, it } from 'vitest'
import { currentAreas } from '../src/current-areas.ts'
import type { AreaInput, GroupFigures, Supply } from '../src/inputs.ts'
import { computeNeed } from '../src/need.ts'
import { withPlannedDeliveries } from '../src/planned-deliveries.ts'
import { programme } from '../src/programme.ts'
import { computeProgress } from '../src/progress.ts'

function group(given: Partial<GroupFigures>): GroupFigures {
  return {
    group: 'HOMELESS',
    period: 2024,
    households: 100,
    medianMonthsWaiting: 12,
    accommodated: { shown: 100, unsuitable: 90, reason: null },
    sheltered: { households: 20, isPartial: false },
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
    grants: [],
    ...given,
  }
}

const supply = (given: Partial<Supply>): Supply => ({
  allocatedHomes: 40,
  plannedDeliveries: 10,
  allocations: [
    { group: 'HOMELESS', homes: 10 },
    { group: null, homes: 20 },
  ],
  ...given,
})

describe('need and balance', () => {
  it('a withheld group is named and left out of the total, never estimated', () => {
    const withheld = group({
      group: 'STUDENTS',
      households: null,
      medianMonthsWaiting: null,
      missing: [
        { field: 'households', reason: 'SUPPRESSED' },
        { field: 'medianMonthsWaiting', reason: 'SUPPRESSED' },
      ],
    })
    const need = computeNeed([group({}), withheld], supply({}))
    expect(need).toMatchObject({
      totalHouseholds: 100,
      homesAvailablePerYear: 50,
      shortage: 50,
      yearsToClear: 2,
    })
    expect(need?.groups.find((one) => one.group === 'STUDENTS')?.missing).toContainEqual({
      field: 'shareOfDemand',
      reason: 'SUPPRESSED',
    })
  })

  it('no homes a year: no number of years, and why', () => {
    const need = computeNeed([group({})], supply({ allocatedHomes: 0, plannedDeliveries: 0 }))
    expect(need).toMatchObject({ shortage: 100, yearsToClear: null })
    expect(need?.unavailable).toEqual([
      { field: 'yearsToClear', reason: 'NO_SUPPLY', explanation: expect.any(String) as string },
    ])
  })

  it('withheld allocations: no balance, and why', () => {
    const need = computeNeed([group({})], supply({ allocatedHomes: null }))
    expect(need).toMatchObject({ homesAvailablePerYear: null, shortage: null, yearsToClear: null })
    expect(need?.unavailable.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
      'homesAvailablePerYear NO_FIGURES',
      'allocatedHomes NO_FIGURES',
      'shortage NO_FIGURES',
      'yearsToClear NO_FIGURES',
    ])
  })

  it('a share in unsuitable accommodation is told only where most of the group is shown', () => {
    const shareWith = (shown: number) =>
      computeNeed([group({ accommodated: { shown, unsuitable: 60, reason: 'SUPPRESSED' } })], null)?.groups[0]
    expect(shareWith(80)).toMatchObject({ unsuitableAccommodationShare: 75, missing: [] })
    expect(shareWith(75)).toMatchObject({
      unsuitableAccommodationShare: null,
      missing: [{ field: 'unsuitableAccommodationShare', reason: 'SUPPRESSED' }],
    })
  })

  it('the most crowded out group comes first; a share of allocations is of the homes that went to groups', () => {
    const groups = [group({}), group({ group: 'STUDENTS', households: 300 })]
    const allocations = [
      { group: 'HOMELESS', homes: 15 },
      { group: 'STUDENTS', homes: 5 },
      { group: null, homes: 20 },
    ] as const
    expect(computeNeed(groups, supply({ allocations }))?.competition.slice(0, 2)).toEqual([
      { group: 'STUDENTS', shareOfNeed: 75, shareOfAllocations: 25 },
      { group: 'HOMELESS', shareOfNeed: 25, shareOfAllocations: 75 },
    ])
  })

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

describe('areas of today', () => {
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
  const [started] = programme.commitments
  if (!started) throw new Error('the programme has no commitment')
  const project = (homes: number, synthetic: boolean) => ({
    kind: 'SOCIAL_RENT',
    phase: 'DELIVERED',
    homes,
    forGroups: [],
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
    const commitment = {
      ...started,
      target: 100,
      window: { words: '', duration: 'P2Y', from: '2024-01-01', to: '2026-01-01' },
    }
    const onTrack = (homes: number) =>
      computeProgress(commitment, { areas: [], projects: [project(homes, false)] }, '2025-01-01').onTrack
    expect([onTrack(49), onTrack(51), onTrack(100)]).toEqual([false, true, true])
  })

  const [sooner] = programme.expectations
  const granted = (code: string, grants: readonly (readonly [year: number, homes: number])[]) =>
    area(code, {
      level: 'MUNICIPALITY',
      grants: grants.map(([year, homesDelivered]) => ({
        year,
        homesDelivered,
        source: { synthetic: false },
      })),
    })

  it('what is expected of the grants of 2020 is counted by the grants of 2020 and no others', () => {
    const areas = [
      granted('GM0363', [
        [2020, 30],
        [2021, 500],
      ]),
      granted('GM0599', [[2021, 70]]),
    ]
    expect(computeProgress(sooner!, { areas, projects: [] }, '2026-01-01')).toMatchObject({
      realised: 30,
      percent: 0.2,
      municipalitiesReporting: 1,
      periodFrom: '2020',
      periodTo: '2020',
    })
  })

  it('where more municipalities report such a grant than the 59 there are, nothing is told', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => granted(`GM${String(100 + at).padStart(4, '0')}`, [[2020, 1]]))
    const told = (count: number) =>
      computeProgress(sooner!, { areas: many(count), projects: [] }, '2026-01-01')
    expect(told(59)).toMatchObject({ realised: 59, municipalitiesReporting: 59 })
    expect(told(60)).toMatchObject({
      realised: null,
      percent: null,
      municipalitiesReporting: 60,
      decidedBy: expect.stringMatching(/^Not decided: more municipalities/) as string,
    })
  })

  it('nobody reports: nothing is realised as far as is known', () => {
    expect(computeProgress(started, { areas: [], projects: [] }, '2026-01-01')).toMatchObject({
      realised: null,
      percent: null,
      municipalitiesReporting: 0,
    })
  })
})
