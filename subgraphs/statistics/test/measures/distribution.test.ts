/**
 * Mean, standard deviation, quantiles and histograms, each against values that NumPy gave for the same figures, and against the list
 * that weights stand for, written out.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { histogramOf } from '../../src/measures/histogram.ts'
import { momentsOf } from '../../src/measures/moments.ts'
import { quantileOf, rankValues } from '../../src/measures/quantiles.ts'
import { valuesOf } from './values.ts'

const figures = valuesOf(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5.5)
const weights = valuesOf(2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4)
const tenths = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => tenth / 10)

/** The list that weights stand for: each figure as often as it weighs. */
const writtenOut = (some: Float64Array, often: Float64Array) =>
  Float64Array.from([...some].flatMap((value, at) => Array<number>(often[at]!).fill(value)))

const someFigures = fc
  .array(
    fc.tuple(
      fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })),
      fc.integer({ min: 1, max: 9 }),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((pairs) => ({
    values: Float64Array.from(pairs, ([value]) => value),
    often: Float64Array.from(pairs, ([, times]) => times),
  }))

describe('mean and standard deviation', () => {
  it('are those of numpy.mean and numpy.std', () => {
    const moments = momentsOf(figures)!
    expect(moments.mean).toBeCloseTo(4.045454545454546, 14)
    expect(moments.standardDeviation).toBeCloseTo(2.28089441641716, 14)
  })

  it('with weights are those of the list in which each figure stands as often as it weighs', () => {
    const moments = momentsOf(figures, weights)!
    expect(moments.mean).toBeCloseTo(4.176470588235294, 14)
    expect(moments.standardDeviation).toBeCloseTo(2.773868837484267, 14)
  })

  it('lose no digit to large figures: billions that differ by one', () => {
    expect(momentsOf(valuesOf(1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4))).toEqual({
      mean: 1e9 + 2.5,
      standardDeviation: Math.sqrt(1.25),
    })
    expect(momentsOf(valuesOf(1e16, 1, -1e16, 1))!.mean).toBe(0.5)
  })

  it('of equal figures are that figure and 0, though a tenth cannot be written in binary', () => {
    expect(momentsOf(new Float64Array(14_000).fill(0.1))).toEqual({ mean: 0.1, standardDeviation: 0 })
  })

  it('are the same to the last digit in any order of the areas', () => {
    fc.assert(
      fc.property(someFigures, ({ values, often }) => {
        expect(momentsOf(values.toReversed(), often.toReversed())).toEqual(momentsOf(values, often))
      }),
    )
  })

  it('of nothing are null', () => {
    expect(momentsOf(valuesOf())).toBeNull()
  })
})

describe('quantiles', () => {
  it('are those of numpy.percentile, which is type 7 of R', () => {
    const ranked = rankValues(figures)
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantileOf(ranked, p))).toEqual([1, 2.5, 4, 5.25, 9])
    expect(tenths.map((p) => quantileOf(ranked, p))).toEqual([1, 2, 3, 3, 4, 5, 5, 5.5, 6])
  })

  it('with weights are those of the list in which each figure stands as often as it weighs', () => {
    const ranked = rankValues(figures, weights)
    expect([0.25, 0.5, 0.75].map((p) => quantileOf(ranked, p))).toEqual([1, 3, 6])
    expect(tenths.map((p) => quantileOf(ranked, p))).toEqual([1, 1, 2, 3, 3, 5, 6, 6, 9])
    fc.assert(
      fc.property(someFigures, fc.double({ min: 0, max: 1, noNaN: true }), ({ values, often }, p) => {
        expect(quantileOf(rankValues(values, often), p)).toBe(
          quantileOf(rankValues(writtenOut(values, often)), p),
        )
      }),
    )
  })

  it('of one figure are that figure, of none null', () => {
    expect(quantileOf(rankValues(valuesOf(7)), 0.9)).toBe(7)
    expect(quantileOf(rankValues(valuesOf()), 0.5)).toBeNull()
  })
})

describe('a histogram', () => {
  const edgesOf = (values: Float64Array, bins?: number) => {
    const found = histogramOf(rankValues(values), bins)
    return [...found.map(({ lower }) => lower), found.at(-1)?.upper]
  }

  it('holds each figure once, in bins that touch, none of them without round edges', () => {
    fc.assert(
      fc.property(someFigures, fc.option(fc.integer({ min: 2, max: 100 })), ({ values, often }, asked) => {
        const bins = histogramOf(rankValues(values, often), asked)
        expect(bins.length).toBeLessThanOrEqual(asked ?? 50)
        for (const [at, { lower, upper, count, weight }] of bins.entries()) {
          const last = at === bins.length - 1
          if (!last) expect(bins[at + 1]!.lower).toBe(upper)
          const within = [...values.keys()].filter(
            (index) =>
              values[index]! >= lower && (values[index]! < upper || (last && values[index]! <= upper)),
          )
          expect(count).toBe(within.length)
          expect(weight).toBe(within.reduce((sum, index) => sum + often[index]!, 0))
        }
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
        expect([bins.at(0)!.count > 0, bins.at(-1)!.count > 0]).toEqual([true, true])
      }),
    )
  })

  it('has edges as they are written in decimals', () => {
    expect(edgesOf(valuesOf(0.15, 0.34, 0.62, 0.71), 10)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8])
    expect(edgesOf(valuesOf(-120_000, 310_000), 5)).toEqual([-200_000, 0, 200_000, 400_000])
  })

  it('is as fine as Freedman and Diaconis advise: twice the interquartile range by the cube root of n', () => {
    const thousand = Float64Array.from({ length: 1_001 }, (_, at) => at / 10)
    // An interquartile range of 50 makes bins of 2 x 50 / 10.003 = 9.997: ten or eleven, so 10 wide.
    expect(edgesOf(thousand)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100])
  })

  it('where half of the figures are equal goes by their number, and one far figure makes no thousand bins', () => {
    expect(edgesOf(valuesOf(...Array<number>(60).fill(5), 9))).toEqual([5, 6, 7, 8, 9])
    expect(histogramOf(rankValues(valuesOf(...figures, 1e9))).length).toBeLessThanOrEqual(50)
  })

  it('gives whole numbers whole bins', () => {
    expect(edgesOf(valuesOf(1, 2, 2, 3), 100)).toEqual([1, 2, 3])
  })

  it('of equal figures is one bin without width, of none it is empty', () => {
    expect(histogramOf(rankValues(valuesOf(4, 4), valuesOf(10, 5)))).toEqual([
      { lower: 4, upper: 4, count: 2, weight: 15 },
    ])
    expect(histogramOf(rankValues(valuesOf()))).toEqual([])
  })
})
