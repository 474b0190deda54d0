/**
 * The social load: weights, deviations and percentiles of areas that may be compared, and no score where too
 * little is known.
 */
import { describe, expect, it } from 'vitest'
import type { AreaInput, YearFigures } from '../src/inputs.ts'
import { choicesOf, rankRanges } from '../src/rank-range.ts'
import { indicators, variants } from '../src/social-load-basis.ts'
import { computeSocialLoads } from '../src/social-load.ts'

function year(value: number, inhabitants = 1_000): YearFigures {
  return {
    population: { inhabitants },
    housing: { dwellings: 500, averageWozValue: 1_000 - value, housingCorporationShare: value },
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
  }
}

function area(code: string, figures: YearFigures, given: Partial<AreaInput> = {}): AreaInput {
  return {
    code,
    level: 'NEIGHBOURHOOD',
    newest: 2024,
    country: 'NL99',
    province: 'PV99',
    municipality: 'GM9001',
    district: 'WK900101',
    figures: new Map([[2024, figures]]),
    groups: [],
    supply: null,
    overlap: null,
    grants: [],
    ...given,
  }
}

const loadsOf = (areas: readonly AreaInput[]) => computeSocialLoads(areas).loads.WITHOUT_ORIGIN
const many = (count: number, valueOf: (at: number) => number, given: Partial<AreaInput> = {}) =>
  Array.from({ length: count }, (_, at) => area(`BU9001${String(1_000 + at)}`, year(valueOf(at)), given))

describe('social load', () => {
  it('the weights of a variant add up to 1, with at most four indicators a domain', () => {
    for (const { basis } of Object.values(variants)) {
      expect(basis.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1)
      for (const { domain } of basis)
        expect(basis.filter((one) => one.domain === domain).length).toBeLessThanOrEqual(4)
      expect(basis.map(({ indicator }) => indicator)).toEqual(
        indicators.slice(0, basis.length).map(({ indicator }) => indicator),
      )
    }
  })

  it('where people were born counts in the variant that says so only', () => {
    const areas = many(40, (at) => at)
    const [first] = areas
    const born = { bornAbroadOriginEurope: 900, bornAbroadOriginOutsideEurope: 50 }
    const moved = [
      { ...first!, figures: new Map([[2024, { ...year(0), integration: born }]]) },
      ...areas.slice(1),
    ]
    const [before, after] = [computeSocialLoads(areas).loads, computeSocialLoads(moved).loads]
    expect([...after.WITHOUT_ORIGIN]).toEqual([...before.WITHOUT_ORIGIN])
    expect(after.WITH_ORIGIN.get(first!.code)?.score).toBeGreaterThan(
      before.WITH_ORIGIN.get(first!.code)!.score!,
    )
    expect(variants.WITHOUT_ORIGIN.domains).not.toContain('INTEGRATION')
  })

  it('deviations are of the standard deviation of areas alike: two areas stand at 1 and -1', () => {
    const found = loadsOf([area('BU90010101', year(20)), area('BU90010102', year(60))])
    expect(found.get('BU90010101')).toMatchObject({ score: -1, components: [-1, -1, -1, -1] })
    expect(found.get('BU90010102')).toMatchObject({ score: 1, rankRange: { from: 1, to: 1, of: 2 } })
  })

  it('no percentile under 30 areas, and why; from 30 on there is one', () => {
    const codes = (count: number) => loadsOf(many(count, (at) => at))
    const [few, enough] = [codes(29), codes(30)]
    expect([...few.values()].map(({ percentile }) => percentile)).toEqual(Array(29).fill(null))
    expect([...few.values()][0]?.unavailable).toEqual([
      { field: 'scoreOverTime', reason: 'TOO_FEW_AREAS', explanation: expect.any(String) as string },
      {
        field: 'percentile',
        reason: 'TOO_FEW_AREAS',
        explanation: 'Only 29 areas of this level have a score; a percentile takes 30.',
      },
    ])
    expect([...enough.values()].map(({ percentile }) => percentile).slice(-2)).toEqual([96.7, 100])
    expect([...enough.values()].flatMap(({ unavailable }) => unavailable)).toEqual([])
  })

  it('one extreme figure counts as 3 standard deviations, whichever way', () => {
    for (const [value, expected] of [
      [99_000, 3],
      [-99_000, -3],
    ] as const) {
      const extreme = { ...year(50), care: { youthCareShare: value, socialSupportClientsPer1000: 50 } }
      const areas = [...many(60, (at) => 40 + (at % 20)), area('BU90019999', extreme)]
      const one = loadsOf(areas).get('BU90019999')
      expect(one?.basis[2]?.[2]).toBe(expected)
    }
  })

  it('real and synthetic areas, and areas of two levels, are never compared; one alone has no score, and says so', () => {
    const found = loadsOf([
      area('BU90010101', year(20)),
      area('BU03630000', year(60), { country: 'NL00', municipality: 'GM0363' }),
      area('WK900101', year(90), { level: 'DISTRICT' }),
    ])
    for (const one of found.values())
      expect(one).toMatchObject({
        score: null,
        percentile: null,
        rankRange: null,
        scoreOverTime: null,
        components: [null, null, null, null],
        unavailable: [
          { field: 'score', reason: 'NOTHING_TO_COMPARE_WITH' },
          { field: 'percentile' },
          { field: 'rankRange' },
          { field: 'scoreOverTime' },
        ],
      })
  })

  it('fewer than 100 inhabitants or too much missing: no score, and why', () => {
    const { population, labourMarket, education } = year(30)
    const rest = { population, labourMarket, education } as YearFigures
    const found = loadsOf([
      area('BU90010101', year(20)),
      area('BU90010102', year(60, 99)),
      area('BU90010103', rest),
    ])
    expect(found.get('BU90010102')).toMatchObject({
      score: null,
      components: [null, null, null, null],
      unavailable: [{ field: 'score', reason: 'TOO_FEW_INHABITANTS' }, {}, {}, {}],
    })
    expect(found.get('BU90010103')).toMatchObject({
      score: null,
      unavailable: [{ reason: 'TOO_MUCH_MISSING' }, {}, {}, {}],
    })
  })

  it('an indicator is of the newest year that half of the areas have: a first release does not empty the index', () => {
    const both = (code: string, value: number) =>
      area(code, year(value), {
        figures: new Map([
          [2023, year(value)],
          [2024, { population: { inhabitants: 1_000 } }],
        ]),
      })
    const found = loadsOf([both('BU90010101', 20), both('BU90010102', 60)])
    expect(found.get('BU90010102')).toMatchObject({ score: 1, inhabitants: 1_000 })
    expect(found.get('BU90010102')?.basis[0]?.[0]).toBe(2023)
  })
})

describe('what an area is compared with', () => {
  const real = (municipalities: number) =>
    Array.from({ length: municipalities }, (_, at) => {
      const digits = String(at + 1).padStart(4, '0')
      return area(`BU${digits}0000`, year(at % 90), { country: 'NL00', municipality: `GM${digits}` })
    })
  const comparedWith = (areas: readonly AreaInput[]) => [...loadsOf(areas).values()][0]?.comparedWith

  it('one municipality is no country', () => {
    const amsterdam = many(40, (at) => at, { country: 'NL00', municipality: 'GM0363', newest: 2019 })
    expect(comparedWith(amsterdam)).toEqual({ areas: 40, loaded: 1, of: 355, isWholeCountry: false })
  })

  it('nine in ten of the municipalities are', () => {
    expect(comparedWith(real(307))).toEqual({ areas: 307, loaded: 307, of: 342, isWholeCountry: false })
    expect(comparedWith(real(308))).toEqual({ areas: 308, loaded: 308, of: 342, isWholeCountry: true })
  })

  it('in a year of which nobody knows the municipalities nothing is said of the country', () => {
    const later = real(342).map((one) => ({ ...one, newest: 2031 }))
    expect(comparedWith(later)).toEqual({ areas: 342, loaded: 342, of: null, isWholeCountry: false })
  })

  it('a synthetic country is whole', () => {
    expect(comparedWith(many(40, (at) => at))).toEqual({ areas: 40, loaded: 1, of: 1, isWholeCountry: true })
  })
})

describe('a rank', () => {
  it('is ranged over leaving out a domain, weighing one double or half, and weighing indicators alike', () => {
    const choices = choicesOf(variants.WITHOUT_ORIGIN)
    expect(choices).toHaveLength(14)
    expect(choices[0]).toEqual([1, 1, 1, 1])
    expect(choices[1]).toEqual([0, 1, 1, 1])
    expect(choices[8]).toEqual([1, 1, 1, 2])
    expect(choices.at(-1)).toEqual([2, 2, 1, 3])
  })

  it('that hangs on one domain has a wide range, one that does not a narrow one', () => {
    const ranges = rankRanges(
      [[3, 0, 0, 0], [0.7, 0.7, 0.7, 0.7], null, [0, 0, 0, 0.1]],
      variants.WITHOUT_ORIGIN,
    )
    expect(ranges).toEqual([
      { from: 1, to: 3, of: 3 },
      { from: 1, to: 2, of: 3 },
      null,
      { from: 2, to: 3, of: 3 },
    ])
  })
})

describe('a score over time', () => {
  it('is against the first refresh: where all carry more, it rises and the relative score does not', () => {
    const before = computeSocialLoads(many(40, (at) => at))
    const after = computeSocialLoads(
      many(40, (at) => at + 10),
      before.references,
    )
    const [code] = [...after.loads.WITHOUT_ORIGIN.keys()].slice(20)
    const [old, now] = [before, after].map(({ loads }) => loads.WITHOUT_ORIGIN.get(code!)!)
    expect(old!.scoreOverTime).toBe(old!.score)
    expect(now!.score).toBe(old!.score)
    expect(now!.scoreOverTime).toBeGreaterThan(old!.scoreOverTime! + 0.5)
    expect([...after.references]).toEqual([...before.references])
  })

  it('has another reference only once areas of more municipalities are loaded', () => {
    const one = computeSocialLoads(many(40, (at) => at))
    const two = [...many(40, (at) => at), area('BU90020101', year(90), { municipality: 'GM9002' })]
    const fuller = computeSocialLoads(two, one.references)
    const name = 'NL99 NEIGHBOURHOOD care.youthCareShare'
    expect(one.references.get(name)).toMatchObject({ municipalities: 1, areas: 40, mean: 19.5 })
    expect(fuller.references.get(name)).toMatchObject({ municipalities: 2, areas: 41 })
    expect([
      ...computeSocialLoads(
        many(40, (at) => 2 * at),
        fuller.references,
      ).references,
    ]).toEqual([...fuller.references])
  })
})
