/** The four rules of signals, each by numbers of hand, and what they do where a figure is missing or withheld. */
import { describe, expect, it } from 'vitest'
import { countRanges } from '../src/count-ranges.ts'
import type { GroupFigures } from '../src/inputs.ts'
import { computeNeeds } from '../src/need.ts'
import type { SignalProject } from '../src/signal-projects.ts'
import { findSignals, type YearOfMunicipality } from '../src/signals.ts'
import { area, group, supply } from './made-inputs.ts'

const code = 'GM9001'

function year(period: number, groups: readonly Partial<GroupFigures>[], given = supply({ period })) {
  const municipality = area(code, {
    level: 'MUNICIPALITY',
    district: null,
    groups: groups.map((figures) => group({ period, ...figures })),
    supply: given,
  })
  const need = computeNeeds([municipality], countRanges([municipality])).get(code)!
  return { code, period, competition: need.competition } satisfies YearOfMunicipality
}

const waits = (...months: readonly (number | null)[]) =>
  months.map((medianMonthsWaiting, at) => year(2025 - months.length + at, [{ medianMonthsWaiting }]))

const project = (given: Partial<SignalProject>) => ({
  municipality: code,
  project: {
    id: 'GM9001-001',
    name: 'Hofje',
    homes: 20,
    forGroups: ['HOMELESS' as const],
    supportArranged: true,
    objections: 0,
    objectionsSince: null,
    isHeldUp: false,
    knownOn: '2026-01-01',
    synthetic: true,
    ...given,
  },
})

describe('a wait that rises two years running', () => {
  const find = (years: readonly YearOfMunicipality[]) => findSignals(years, [], ['WAIT_UP_TWO_YEARS'])

  it('is told with the three figures', () => {
    const { signals } = find(waits(10, 12, 12.5))
    expect(signals).toMatchObject([
      {
        code,
        group: 'HOMELESS',
        isCertain: true,
        explanation: 'The median wait rose from 10 months in 2022 to 12 in 2023 and 12.5 in 2024.',
        figures: [
          { figure: 'MONTHS_WAITING', period: 2022, value: 10 },
          { period: 2023, value: 12 },
          { period: 2024, value: 12.5 },
        ],
      },
    ])
  })

  it('is not one that stood still or fell once, and not one of years that lie apart', () => {
    for (const months of [
      [10, 12, 12],
      [10, 9, 12],
      [12, 11, 10],
    ])
      expect(find(waits(...months))).toMatchObject({ signals: [], rules: [{ undetermined: 0 }] })
    const apart = [year(2020, [{ medianMonthsWaiting: 8 }]), ...waits(10, 12)]
    expect(find(apart)).toMatchObject({ signals: [], rules: [{ undetermined: 1 }] })
  })

  it('is unknown where a figure is missing, and that is counted', () => {
    expect(find(waits(10, null, 14))).toMatchObject({ signals: [], rules: [{ found: 0, undetermined: 1 }] })
  })
})

describe('objections open for over half a year', () => {
  const find = (given: Partial<SignalProject>) =>
    findSignals([], [project({ isHeldUp: true, objections: 4, ...given })], ['OBJECTIONS_OVER_HALF_A_YEAR'])

  it('are told from the day after six months, on the day of the file', () => {
    expect(find({ objectionsSince: '2025-06-30' }).signals).toMatchObject([
      {
        projects: ['GM9001-001'],
        explanation: 'Objections to Hofje (GM9001-001) were open since 2025-06-30, 185 days, on 2026-01-01.',
        figures: [
          { figure: 'DAYS_OPEN', value: 185 },
          { figure: 'OBJECTIONS', value: 4 },
        ],
      },
    ])
    expect(find({ objectionsSince: '2025-07-01' }).signals).toEqual([])
  })

  it('half a year after the 31st is the last day of a shorter month', () => {
    expect(find({ objectionsSince: '2025-08-31', knownOn: '2026-02-28' }).signals).toEqual([])
    expect(find({ objectionsSince: '2025-08-31', knownOn: '2026-03-01' }).signals).toHaveLength(1)
  })

  it('of an unknown day are counted, and not told', () => {
    expect(find({}).rules).toMatchObject([{ found: 0, undetermined: 1 }])
  })
})

describe('homes planned without support', () => {
  it('are those for a group in a project without it, beside all that are planned for groups', () => {
    const projects = [
      project({ homes: 20 }),
      project({ id: 'GM9001-002', homes: 12, supportArranged: false }),
      project({ id: 'GM9001-003', homes: 50, supportArranged: false, forGroups: [] }),
    ]
    expect(findSignals([], projects, ['HOMES_WITHOUT_SUPPORT']).signals).toMatchObject([
      {
        projects: ['GM9001-002'],
        explanation:
          'No support is arranged for 12 of 32 homes planned for focus groups, in 1 of 2 projects.',
        figures: [
          { figure: 'HOMES_WITHOUT_SUPPORT', value: 12 },
          { figure: 'HOMES_PLANNED', value: 32 },
        ],
      },
    ])
  })
})

describe('a group of which nobody is known to be housed', () => {
  const find = (housed: number | null, reason: 'SUPPRESSED' | 'NOT_AVAILABLE' = 'SUPPRESSED') =>
    findSignals(
      [
        year(
          2024,
          [{ households: 100, inflow: 60 }],
          supply({
            homesLet: 40,
            allocations: [
              { group: 'HOMELESS', homes: housed },
              { group: null, homes: 35 },
            ],
            missing: housed === null ? [{ field: 'allocations.HOMELESS', reason }] : [],
          }),
        ),
      ],
      [],
      ['NONE_KNOWN_TO_BE_HOUSED'],
    )

  it('is not certain where the count is withheld, and has the chance at most', () => {
    // At most 42 homes were let and at least 33 to others: 9 of the 98 and 58 households there are at the least.
    expect(find(null).signals).toMatchObject([
      {
        group: 'HOMELESS',
        isCertain: false,
        explanation:
          '100 households seek a home; how many were let to the group in 2024 is withheld, and may be none.',
        figures: [
          { figure: 'HOUSEHOLDS', value: 100 },
          { figure: 'CHANCE', value: null, lower: 0, upper: 5.8 },
        ],
      },
    ])
  })

  it('is none where some were housed, and unknown where nobody has the count', () => {
    expect(find(20)).toMatchObject({ signals: [], rules: [{ undetermined: 0 }] })
    expect(find(null, 'NOT_AVAILABLE')).toMatchObject({ signals: [], rules: [{ undetermined: 1 }] })
  })
})

describe('signals', () => {
  it('come by rule, municipality and subject, whatever the order they are found in', () => {
    const years = waits(10, 12, 14)
    const projects = [
      project({ id: 'GM9001-009', supportArranged: false }),
      project({ objectionsSince: '2025-01-01' }),
    ]
    const ids = findSignals(years, projects).signals.map(({ id }) => id)
    expect(ids).toEqual(['0 GM9001 00', '1 GM9001 GM9001-001', '2 GM9001 GM9001-009'])
    expect(findSignals([...years].reverse(), [...projects].reverse()).signals.map(({ id }) => id)).toEqual(
      ids,
    )
    expect(findSignals(years, projects).rules).toHaveLength(4)
  })
})
