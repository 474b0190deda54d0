/** What is placed in an area: told by kind for 1,000 homes, with what is withheld or unknown said. */
import { expect, it } from 'vitest'
import type { AreaInput, GroupFigures, ProjectInput, Supply } from '../src/inputs.ts'
import { computePlacements, shelteredIn } from '../src/placement.ts'
import { accommodations } from '../src/vocabulary.ts'

const group = (households: number | null, sheltered: number | null): GroupFigures => ({
  group: 'HOMELESS',
  period: 2024,
  households,
  inflow: null,
  medianMonthsWaiting: null,
  accommodated: null,
  sheltered: { households: sheltered, isPartial: sheltered === null },
  shelters: { ASYLUM_CENTRE: null, HOMELESS_SHELTER: null, INSTITUTION: null },
  missing: [],
})

const supply = (given: Partial<Supply>): Supply => ({
  period: 2024,
  homesLet: 30,
  homesLetToFocusGroups: 10,
  plannedDeliveries: 0,
  plannedDeliveriesForFocusGroups: 0,
  allocations: [{ group: null, homes: 20 }],
  missing: [],
  ...given,
})

function area(code: string, given: Partial<AreaInput> = {}, dwellings: number | null = 500): AreaInput {
  return {
    code,
    level: 'NEIGHBOURHOOD',
    newest: 2024,
    country: 'NL99',
    province: 'PV99',
    municipality: 'GM9001',
    district: 'WK900101',
    figures: new Map([
      [2024, { housing: { dwellings, averageWozValue: null, housingCorporationShare: null } }],
    ]),
    groups: [group(20, 5)],
    supply: supply({}),
    overlap: null,
    grants: [],
    ...given,
  }
}

const municipality = area('GM9001', { level: 'MUNICIPALITY', district: null })
const project = (given: Partial<ProjectInput>): ProjectInput => ({
  kind: 'FLEX',
  phase: 'PLANNED',
  homes: 10,
  forGroups: ['STUDENTS'],
  plannedDelivery: null,
  delivered: null,
  area: { code: 'BU90010101' },
  source: { synthetic: true },
  ...given,
})
const placed = (areas: readonly AreaInput[], projects: readonly ProjectInput[] = []) =>
  computePlacements({ areas, projects })

it('what is placed is told by kind, for 1,000 homes, and never added up', () => {
  const found = placed([area('BU90010101'), municipality], [project({}), project({ phase: 'STOPPED' })])
  const projectOf = { count: 10, per1000Homes: 20, isPartial: false }
  expect(found.get('BU90010101')).toMatchObject({
    homes: 500,
    homesPeriod: 2024,
    placed: [
      { kind: 'FOCUS_GROUP_HOUSEHOLDS', count: 20, per1000Homes: 40, isPartial: false },
      { kind: 'IN_SHELTERS', count: 5, per1000Homes: 10, isPartial: false },
      { kind: 'LETTINGS_TO_GROUPS', count: 10, per1000Homes: 20, isPartial: false },
      { kind: 'PROJECT_HOMES', ...projectOf },
    ],
  })
  expect(found.get('GM9001')?.placed[3]).toMatchObject(projectOf)
})

it('what is withheld is left out and said; what is unknown is null with a reason, never 0', () => {
  const bare = area('BU90010102', { groups: [group(20, null), group(null, null)], supply: null }, null)
  const one = placed([bare]).get('BU90010102')
  expect(one?.placed).toMatchObject([
    { count: 20, per1000Homes: null, isPartial: true },
    { count: null },
    { count: null },
    { count: null, isPartial: false },
  ])
  expect(one?.unavailable.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['placed.FOCUS_GROUP_HOUSEHOLDS.per1000Homes', 'placed.PROJECT_HOMES.count']),
  )
  expect(placed([area('BU90010103', { groups: [], supply: null })]).size).toBe(0)
})

it('lettings are those shown where it is withheld what others got', () => {
  const allocations = [
    { group: null, homes: null },
    { group: 'STUDENTS', homes: 10 },
    { group: 'HOMELESS', homes: null },
  ] as const
  const one = area('BU90010101', { supply: supply({ homesLetToFocusGroups: null, allocations }) })
  expect(placed([one]).get('BU90010101')?.placed[2]).toMatchObject({ count: 10, isPartial: true })
})

it('a municipality with a project has none elsewhere that is known; one that names its municipality only may lie in any neighbourhood', () => {
  const areas = [area('BU90010101'), municipality]
  expect(
    placed(areas, [project({ area: { code: 'BU90010199' } })]).get('BU90010101')?.placed[3],
  ).toMatchObject({
    count: 0,
    isPartial: false,
  })
  const somewhere = placed(areas, [project({ area: { code: 'GM9001' } })])
  expect(somewhere.get('BU90010101')?.placed[3]).toMatchObject({ count: 0, isPartial: true })
  expect(somewhere.get('GM9001')?.placed[3]).toMatchObject({ count: 10, isPartial: false })
})

it('a percentile takes thirty areas of one level', () => {
  const areas = Array.from({ length: 30 }, (_, at) =>
    area(`BU9001${String(1_000 + at)}`, { groups: [group(5 * at, null)] }),
  )
  const percentile = (of: readonly AreaInput[]) =>
    [...placed(of).values()].map(({ placed: [households] }) => households?.percentile)
  expect(percentile(areas).slice(-2)).toEqual([96.7, 100])
  expect(percentile(areas.slice(1))).toEqual(Array(29).fill(null))
})

it('shelters are asylum centres, shelters and institutions', () => {
  const kinds = accommodations.map((_, at) => ({ households: 10 ** at }))
  expect(shelteredIn(kinds)).toEqual({ households: 10 + 100 + 100_000, isPartial: false })
  expect(shelteredIn(kinds.map((_, at) => ({ households: at === 1 ? null : 5 })))).toEqual({
    households: 10,
    isPartial: true,
  })
})
