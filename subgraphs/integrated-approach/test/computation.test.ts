/** What is computed of the programme: which areas are compared, and progress where it is known only. */
import { describe, expect, it } from 'vitest'
import { currentAreas } from '../src/current-areas.ts'
import type { AreaInput } from '../src/inputs.ts'
import { programme } from '../src/programme.ts'
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
    plannedDelivery: null,
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
