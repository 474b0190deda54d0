import { describe, expect, it } from 'vitest'
import { currentAreas } from '../src/current-areas.ts'
import type { AreaInput, YearFigures } from '../src/inputs.ts'
import { computePressures } from '../src/pressure.ts'
import { basis } from '../src/pressure-basis.ts'
import { programme, type Commitment } from '../src/programme.ts'
import { computeProgress } from '../src/progress.ts'

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
