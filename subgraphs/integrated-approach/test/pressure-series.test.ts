/** Pressure of single years against one year that stays: worked out by hand, and where a year or the reference lacks figures. */
import { describe, expect, it } from 'vitest'
import type { AreaInput, YearFigures } from '../src/inputs.ts'
import { computePressures, pressureReferences, referencePeriod } from '../src/pressure-series.ts'
import { area } from './made-inputs.ts'

/** All eight indicators rise with one number, those where less is more load fall with it. */
const figuresOf = (level: number): YearFigures => ({
  population: { inhabitants: 1_000 },
  housing: { dwellings: 400, averageWozValue: 300_000 - level * 1_000, housingCorporationShare: 20 + level },
  care: { youthCareShare: 5 + level, socialSupportClientsPer1000: 40 + level },
  education: { educationLow: 20 + level, educationIntermediate: 40 - level, educationHigh: 40 },
  labourMarket: {
    netParticipationRate: 70 - level,
    socialAssistanceRecipients: 50 + level,
    lowIncomeHouseholdShare: 6 + level,
  },
})
const code = (at: number) => `BU900101${String(at).padStart(2, '0')}`
const areasIn = (period: number, levelOf: (at: number) => number, count = 40): AreaInput[] =>
  Array.from({ length: count }, (_, at) =>
    area(code(at), { newest: period, figures: new Map([[period, figuresOf(levelOf(at))]]) }),
  )

/** Half of the areas at 0 and half at 4: a mean of 2 and a standard deviation of 2. */
const references = pressureReferences(areasIn(referencePeriod, (at) => (at % 2) * 4))

describe('pressure over the years', () => {
  it('is in standard deviations of the reference period, so that a rise of all shows', () => {
    const before = computePressures(
      areasIn(referencePeriod, (at) => (at % 2) * 4),
      referencePeriod,
      references,
    )
    expect([before.get(code(0))?.score, before.get(code(1))?.score]).toEqual([-1, 1])
    // Everywhere 2 more than the mean of the reference period: one standard deviation.
    const after = computePressures(
      areasIn(2024, () => 4),
      2024,
      references,
    )
    expect(new Set([...after.values()].map(({ score }) => score))).toEqual(new Set([1]))
    expect(after.get(code(0))).toMatchObject({ inhabitants: 1_000, components: [1, 1, 1, 1], missing: null })
  })

  it('does not depend on who else has figures of the year', () => {
    const all = computePressures(
      areasIn(2024, (at) => at / 10),
      2024,
      references,
    )
    const alone = computePressures(areasIn(2024, (at) => at / 10).slice(7, 8), 2024, references)
    expect(alone.get(code(7))).toEqual(all.get(code(7)))
  })

  it('of an area with more load in every figure is never less', () => {
    const levels = Array.from({ length: 40 }, (_, at) => ((at * 17) % 40) / 6)
    const scores = computePressures(
      areasIn(2024, (at) => levels[at]!),
      2024,
      references,
    )
    const byLevel = [...levels.keys()].sort((one, other) => levels[one]! - levels[other]!)
    const ordered = byLevel.map((at) => scores.get(code(at))!.score!)
    expect(ordered).toEqual([...ordered].sort((one, other) => one - other))
  })

  it('without a figure of the reference period is none, and says why', () => {
    expect(
      computePressures(
        areasIn(2024, () => 4),
        2024,
        [],
      ).get(code(0)),
    ).toMatchObject({
      score: null,
      missing: {
        reason: 'NO_REFERENCE',
        explanation: `Fewer than 30 areas of this level have figures of ${referencePeriod}, the reference period: countries and provinces always.`,
      },
    })
    expect(pressureReferences(areasIn(referencePeriod, () => 4, 29))).toEqual([])
  })

  it('counts an indicator without a reference as missing, and is none where a third is', () => {
    const some = references.filter(({ indicator }) => !/^(housing|care)/.test(indicator))
    const [pressure] = computePressures(
      areasIn(2024, () => 4),
      2024,
      some,
    ).values()
    expect(pressure).toMatchObject({
      score: null,
      missing: { reason: 'TOO_MUCH_MISSING', explanation: '50 % of the basis is missing.' },
    })
    expect(pressure!.basis[0]).toEqual([296_000, null])
  })

  it('of an area of which nothing of the basis is known has no entry', () => {
    const empty = area(code(0), { figures: new Map([[2024, { population: { inhabitants: 1_000 } }]]) })
    expect(computePressures([empty], 2024, references).size).toBe(0)
  })
})
