/**
 * The draws that synthetic data are made by: repeatable, independent of each other, and spread as they should
 * be.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apportion } from '@samenhang/subgraph-kit/synthetic/apportion'
import { deviation, draw } from '@samenhang/subgraph-kit/synthetic/noise'

describe('a draw', () => {
  const many = Array.from({ length: 4_000 }, (_, index) => `BU${String(index)}`)

  it('does not depend on the draws before it', () => {
    const first = draw(1, 'BU90010101', 'births', 2020)
    draw(1, 'BU90010101', 'deaths', 2020)
    expect(draw(1, 'BU90010101', 'births', 2020)).toBe(first)
  })

  it('differs by seed, area, name and year', () => {
    const draws = [
      draw(1, 'BU90010101', 'births', 2020),
      draw(2, 'BU90010101', 'births', 2020),
      draw(1, 'BU90010102', 'births', 2020),
      draw(1, 'BU90010101', 'deaths', 2020),
      draw(1, 'BU90010101', 'births', 2021),
    ]
    expect(new Set(draws).size).toBe(draws.length)
  })

  it('is anything from 0 up to 1 as often', () => {
    const tenths = Array.from({ length: 10 }, () => 0)
    for (const code of many) tenths[Math.floor(draw(1, code, 'x') * 10)]! += 1
    for (const tenth of tenths) expect(Math.abs(tenth - 400)).toBeLessThan(80)
  })

  it('deviates as far up as down, seldom far', () => {
    const deviations = many.map((code) => deviation(1, code, 'x'))
    const mean = deviations.reduce((sum, number) => sum + number, 0) / many.length
    expect(Math.abs(mean)).toBeLessThan(0.02)
    expect(deviations.every((number) => number >= -1 && number < 1)).toBe(true)
    const near = deviations.filter((number) => Math.abs(number) < 1 / 3).length / many.length
    expect(near).toBeGreaterThan(0.6)
  })
})

describe('apportioning', () => {
  it('gives whole numbers that add up, each less than one from its share', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1_000, noNaN: true }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.nat(100_000), weights, (total, given) => {
        const sum = given.reduce((before, weight) => before + weight, 0)
        fc.pre(sum > 1e-6)
        const parts = apportion(total, given)
        expect(parts.reduce((before, part) => before + part, 0)).toBe(total)
        for (const [index, part] of parts.entries()) {
          expect(Number.isInteger(part)).toBe(true)
          expect(Math.abs(part - (total * given[index]!) / sum)).toBeLessThan(1.001)
        }
      }),
    )
  })

  it('gives nothing where nothing weighs', () => {
    expect(apportion(7, [0, 0])).toEqual([0, 0])
    expect(apportion(7, [])).toEqual([])
  })
})
