/** Figures of several areas taken together claim no more than their members do: sums, weighted means, and bounds where something is missing. */
import { combinationOf, combine, stableSum } from '@samenhang/subgraph-kit/combine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const share = { minimum: 0, maximum: 100 }
const count = { minimum: 0, maximum: null }
const member = (value: number | null, weight: number | null = null) => ({ value, weight })

describe('which kinds are taken together', () => {
  it('counts add up; shares, averages and rates are weighted; all else is never taken together', () => {
    const kinds = [
      'COUNT',
      'SHARE',
      'AVERAGE',
      'RATE',
      'CODE',
      'MODELLED_ESTIMATE',
      'INDEX',
      'SCORE',
      'FORECAST',
      null,
    ]
    expect(kinds.map(combinationOf)).toEqual([
      ...['SUM', 'WEIGHTED_MEAN', 'WEIGHTED_MEAN', 'WEIGHTED_MEAN'],
      ...[null, null, null, null, null, null],
    ])
  })
})

describe('a sum', () => {
  it('is that of all members', () => {
    expect(combine('SUM', [member(3), member(0), member(4)], count)).toEqual({
      value: 7,
      lower: 7,
      upper: 7,
      included: 3,
    })
  })

  it('is null where a member lacks its figure, and then at least what the others have', () => {
    expect(combine('SUM', [member(3), member(null), member(4)], count)).toEqual({
      value: null,
      lower: 7,
      upper: null,
      included: 2,
    })
  })

  it('has no bound where a figure can be negative', () => {
    const anything = { minimum: null, maximum: null }
    expect(combine('SUM', [member(3), member(null)], anything)).toMatchObject({ lower: null, upper: null })
  })

  it('of no members is no figure', () => {
    expect(combine('SUM', [], count)).toEqual({ value: null, lower: null, upper: null, included: 0 })
  })
})

describe('a weighted mean', () => {
  it('is no average of averages', () => {
    const { value } = combine('WEIGHTED_MEAN', [member(10, 900), member(50, 100)], share)
    expect(value).toBe(14)
  })

  it('lies between what the missing share could be at least and at most', () => {
    expect(combine('WEIGHTED_MEAN', [member(10, 900), member(null, 100)], share)).toEqual({
      value: null,
      lower: 9,
      upper: 19,
      included: 1,
    })
  })

  it('needs no figure of a member that weighs nothing', () => {
    expect(combine('WEIGHTED_MEAN', [member(10, 900), member(null, 0)], share)).toMatchObject({
      value: 10,
      included: 2,
    })
  })

  it('is unknown, and without bounds, where a weight is', () => {
    expect(combine('WEIGHTED_MEAN', [member(10, 900), member(20, null)], share)).toEqual({
      value: null,
      lower: null,
      upper: null,
      included: 1,
    })
  })

  it('of nothing but weights of 0 is no figure', () => {
    expect(combine('WEIGHTED_MEAN', [member(10, 0), member(null, 0)], share)).toMatchObject({
      value: null,
      lower: null,
      included: 2,
    })
  })

  it('whatever the missing figures are, the mean of all lies within the bounds', () => {
    const full = fc.record({
      value: fc.integer({ min: 0, max: 100 }),
      weight: fc.integer({ min: 0, max: 10_000 }),
      isHidden: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(full, { minLength: 1, maxLength: 20 }), (members) => {
        const whole = combine('WEIGHTED_MEAN', members, share)
        const { lower, upper } = combine(
          'WEIGHTED_MEAN',
          members.map(({ value, weight, isHidden }) => member(isHidden ? null : value, weight)),
          share,
        )
        if (whole.value === null) return
        expect(lower).toBeLessThanOrEqual(whole.value + 1e-9)
        expect(upper).toBeGreaterThanOrEqual(whole.value - 1e-9)
      }),
    )
  })
})

it('a sum of many figures loses nothing to rounding', () => {
  expect(stableSum([1e16, 1, 1, -1e16])).toBe(2)
  expect(stableSum(Array.from({ length: 10 }, () => 0.1))).toBe(1)
  expect(stableSum([])).toBe(0)
  expect(stableSum([1, Number.NaN])).toBeNaN()
})
