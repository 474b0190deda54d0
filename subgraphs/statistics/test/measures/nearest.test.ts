/** The nearest areas by several figures: distances worked out by hand, and a search by brute force over figures with gaps and equals. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { momentsOf } from '../../src/measures/moments.ts'
import { nearestTo, type Scale } from '../../src/measures/nearest.ts'
import { valuesOf } from './values.ts'

const scaleOf = (values: Float64Array): Scale => ({
  values,
  standardDeviation: momentsOf(values.filter((value) => !Number.isNaN(value)))!.standardDeviation,
})

const codes = ['A', 'B', 'C', 'D', 'E']
const all = [...codes.keys()]

describe('the nearest areas', () => {
  it('are those at the least standardised distance, whatever the units', () => {
    // By hand: the mean of the four is 137.5, the sum of the squares around it 5,075.
    const euro = scaleOf(valuesOf(100, 110, 150, 190, NaN))
    const share = scaleOf(valuesOf(1, 2, 3, 4, 2))
    expect(euro.standardDeviation).toBeCloseTo(Math.sqrt(5_075 / 4), 12)
    const found = nearestTo(0, [euro, share], Int32Array.of(1, 2, 3, 4), codes, 10)
    expect(found.map(({ at }) => codes[at])).toEqual(['B', 'C', 'D'])
    const [nearest] = found
    const apart = [10 / Math.sqrt(5_075 / 4), 1 / share.standardDeviation]
    expect(nearest!.differences).toEqual(apart.map((one) => expect.closeTo(one, 12)))
    expect(nearest!.distance).toBeCloseTo(Math.hypot(...apart), 12)
    const inThousands = scaleOf(euro.values.map((value) => value / 1_000))
    expect(
      nearestTo(0, [inThousands, share], Int32Array.of(1, 2, 3, 4), codes, 10).map(({ at }) => at),
    ).toEqual([1, 2, 3])
  })

  it('at the same distance come by code, whatever their order', () => {
    const scale = scaleOf(valuesOf(5, 6, 4, 6, 4))
    for (const candidates of [
      [1, 2, 3, 4],
      [4, 3, 2, 1],
    ])
      expect(nearestTo(0, [scale], Int32Array.from(candidates), codes, 3).map(({ at }) => codes[at])).toEqual(
        ['B', 'C', 'D'],
      )
  })

  it('a figure that is the same everywhere tells no areas apart', () => {
    const same = scaleOf(valuesOf(0.1, 0.1, 0.1, 0.1, NaN))
    const scale = scaleOf(valuesOf(1, 2, 3, 4, 5))
    const found = nearestTo(0, [same, scale], Int32Array.of(1, 2, 3, 4), codes, 10)
    expect(found.map(({ at, differences }) => [at, differences[0]])).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
    ])
  })

  it('are those of a search by brute force', () => {
    const figure = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant(NaN))
    const columns = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), figure, figure, figure, figure), {
      minLength: 1,
      maxLength: 3,
    })
    fc.assert(
      fc.property(columns, fc.integer({ min: 1, max: 4 }), (given, first) => {
        const scales = given.map((column) => scaleOf(valuesOf(...column)))
        const squares = all.map((at) =>
          scales.reduce((sum, { values, standardDeviation }) => {
            const apart = values[at]! - values[0]!
            return sum + (standardDeviation === 0 ? apart * 0 : (apart / standardDeviation) ** 2)
          }, 0),
        )
        const expected = all
          .filter((at) => at !== 0 && !Number.isNaN(squares[at]!))
          .sort((one, other) => squares[one]! - squares[other]! || one - other)
          .slice(0, first)
        const found = nearestTo(0, scales, Int32Array.from(all.slice(1)), codes, first)
        expect(found.map(({ distance }) => distance)).toEqual(
          expected.map((at) => expect.closeTo(Math.sqrt(squares[at]!), 12)),
        )
      }),
    )
  })
})
