/**
 * Correlations and lines of least squares, each with its interval: against SciPy for the quartet of Anscombe (1973), which has the
 * same line four times, and for figures with equals.
 */
import { describe, expect, it } from 'vitest'
import { averageRanks } from '../../src/measures/ranks.ts'
import { relate, type Estimate, type Line } from '../../src/measures/relate.ts'
import { studentT975 } from '../../src/measures/student-t.ts'
import { valuesOf } from './values.ts'

const x = valuesOf(10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5)
const first = valuesOf(8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68)
const curved = valuesOf(9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74)
const withOutlier = valuesOf(7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73)

function expectEstimate(found: unknown, [value, lower, upper]: readonly number[], digits = 12) {
  const estimate = found as Estimate
  expect(estimate.value).toBeCloseTo(value!, digits)
  expect(estimate.lower).toBeCloseTo(lower!, digits)
  expect(estimate.upper).toBeCloseTo(upper!, digits)
}

describe('a relation', () => {
  it.each([
    ['first', first, [0.8164205163448395, 0.4243912133932152, 0.9506932537865604]],
    ['curved', curved, [0.8162365060002426, 0.423938873953988, 0.9506401739957724]],
    ['with an outlier', withOutlier, [0.816286739489598, 0.4240623399217738, 0.9506546651742493]],
  ] as const)('has the Pearson correlation of SciPy with its interval by Fisher: %s', (_, y, expected) => {
    expectEstimate(relate(x, y).pearson, expected)
  })

  it.each([
    ['first', first, [0.8181818181818182, 0.33702049, 0.96046363]],
    ['curved', curved, [0.690909090909091, 0.07830538, 0.92475759]],
    ['with an outlier', withOutlier, [0.990909090909091, 0.95159604, 0.99832009]],
  ] as const)('has the Spearman correlation with its interval by Bonett and Wright: %s', (_, y, expected) => {
    expectEstimate(relate(x, y).spearman, expected, 7)
  })

  it('has the line of scipy.stats.linregress with the intervals of Student’s t', () => {
    const { slope, intercept } = relate(x, first).line as Line
    expectEstimate(slope, [0.5000909090909091, 0.2333701363851875, 0.7668116817966308])
    expectEstimate(intercept, [3.0000909090909103, 0.4557368999288429, 5.544444918252978])
  })

  it('ranks equal figures by the mean of their ranks, so that no order of the areas changes it', () => {
    expect(averageRanks(valuesOf(5, 1, 5, 2, 5, 2))).toEqual(valuesOf(5, 1, 5, 2.5, 5, 2.5))
    const [a, b] = [valuesOf(1, 1, 2, 2, 3, 3), valuesOf(1, 2, 2, 3, 1, 3)]
    expect((relate(a, b).spearman as Estimate).value).toBeCloseTo(0.25, 14)
    expect(relate(a.toReversed(), b.toReversed())).toEqual(relate(a, b))
  })

  it('that is perfect is 1 or -1 on both ends, and its line has no width', () => {
    const line = valuesOf(1, 2, 3, 4, 5)
    const down = relate(line, valuesOf(10, 8, 6, 4, 2))
    expect(down).toEqual({
      pearson: { value: -1, lower: -1, upper: -1 },
      spearman: { value: -1, lower: -1, upper: -1 },
      line: {
        slope: { value: -2, lower: -2, upper: -2 },
        intercept: { value: 12, lower: 12, upper: 12 },
      },
    })
  })

  it('of fewer than four pairs is none, and says so', () => {
    expect(relate(valuesOf(1, 2, 3), valuesOf(1, 2, 4))).toEqual({
      pearson: 'TOO_FEW_PAIRS',
      spearman: 'TOO_FEW_PAIRS',
      line: 'TOO_FEW_PAIRS',
    })
  })

  it('with figures that are all equal is none: a flat line where they are those explained, no line where they explain', () => {
    const flat = valuesOf(0.1, 0.1, 0.1, 0.1)
    const rising = valuesOf(1, 2, 3, 4)
    expect(relate(flat, rising)).toEqual({ pearson: 'CONSTANT', spearman: 'CONSTANT', line: 'CONSTANT' })
    expect(relate(rising, flat)).toMatchObject({
      pearson: 'CONSTANT',
      spearman: 'CONSTANT',
      line: { slope: { value: 0, lower: 0, upper: 0 }, intercept: { value: 0.1 } },
    })
  })
})

describe('the 97.5th percentile of Student’s t distribution', () => {
  it.each([
    [1, 12.706204736174694],
    [2, 4.302652729749462],
    [3, 3.1824463052837078],
    [10, 2.228138851986274],
    [11, 2.200985160091639],
    [477, 1.9649497280744443],
    [1_000, 1.9623390808264083],
    [13_998, 1.9601334711009333],
  ])('with %i degrees of freedom is that of scipy.stats.t', (degrees, expected) => {
    expect(Math.abs(studentT975(degrees) / expected - 1)).toBeLessThan(2e-13)
  })
})
