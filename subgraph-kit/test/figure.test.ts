/**
 * A cell becomes a figure, a missing figure or a refusal: every mark of the CBS, every spelling of a number,
 * and what may be two numbers.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFigure, UnreadableCell } from '@samenhang/subgraph-kit/figure'

const count = { type: 'Int', unit: 'PERSONS', scale: 1, minimum: 0, maximum: null } as const
const thousands = { ...count, unit: 'EURO', scale: 1_000 } as const
const wealth = { ...thousands, minimum: null } as const
const share = { ...count, type: 'Float', unit: 'PERCENT', maximum: 100 } as const
const distance = { ...share, unit: 'KILOMETRE', maximum: null } as const
const text = { ...count, type: 'String', unit: 'CODE', minimum: null } as const
const postcode = { ...text, minimum: 1_000, maximum: 9_999 } as const

describe('a cell becomes a figure', () => {
  it.each([
    ...[null, '', '   ', '.', '       .', 'NA', '-99995', -99997, '-99995.0', '-99997,0', '-99997.00'],
    ...['-99.997', '-99,995', '-99 997', '- 99995', '\u221299997', '-99\u00a0997,0'],
  ])('%j is missing, never zero', (cell) => {
    for (const indicator of [count, wealth, share, postcode]) expect(readFigure(cell, indicator)).toBeNull()
  })

  it.each([
    ...['-99990', '-99991', '-99996', '-99998', -99999, '-99999,0', '-99.998', '-99 999', '-99999999'],
  ])('%j is a mark that nobody documents, and refused even where figures may be negative', (cell) => {
    for (const indicator of [count, wealth, share, postcode]) {
      expect(() => readFigure(cell, indicator)).toThrow(/no figure but a mark/)
    }
  })

  it.each([
    ['-5', count],
    [-5, count],
    ['-0.1', share],
    ['-1', thousands],
    ['-99992.5', count],
  ])('%j is negative, which is refused', (cell, indicator) => {
    expect(() => readFigure(cell, indicator)).toThrow(/is negative/)
  })

  it('minus zero is zero', () => {
    expect(readFigure('-0', count)).toBe(0)
    expect(Object.is(readFigure('-0.0', count), 0)).toBe(true)
  })

  it.each(['120', '100.1', '100,5', 101])('a share of %j per cent is refused', (cell) => {
    expect(() => readFigure(cell, share)).toThrow(/over 100 per cent/)
  })

  it.each([
    ['1.036', thousands],
    ['1.000', count],
    ['12.000', count],
    ['378.000', thousands],
    ['1,036', thousands],
    ['1,036', distance],
    ['-143.700', wealth],
    [1.036, thousands],
  ])('%j may be a thousand: refused', (cell, indicator) => {
    expect(() => readFigure(cell, indicator)).toThrow(/ambiguous/)
  })

  it.each(['1.036.000', '1,036,000', '1,036.5', '1.036,5', "1'036", '1 036'])(
    '%j is written with separators: refused',
    (cell) => {
      for (const indicator of [count, thousands, distance]) {
        expect(() => readFigure(cell, indicator)).toThrow(UnreadableCell)
      }
    },
  )

  it.each(['hallo', '8001.0', '8001 AB', '800', '0800', '80011', '-8001'])('%j is no postcode', (cell) => {
    expect(() => readFigure(cell, postcode)).toThrow(UnreadableCell)
  })

  it.each([
    ['  862965', count, 862_965],
    ['0', count, 0],
    [0, count, 0],
    ['     1.8', share, 1.8],
    ['10,2', share, 10.2],
    ['-12.5', wealth, -12_500],
    ['27.5', thousands, 27_500],
    ['100', share, 100],
    [1000, count, 1_000],
    ['0.812', distance, 0.812],
    [8001, postcode, '8001'],
    [37.8, thousands, 37_800],
    ['378', thousands, 378_000],
    ['      3011', text, '3011'],
  ])('%j is read exactly', (cell, indicator, figure) => {
    expect(readFigure(cell, indicator)).toBe(figure)
  })

  it.each(['x', '-', '*', '12a', '1e5', '1.2.3', '٣', '--', 'NaN', '12 345', '<5'])(
    'the unknown mark %j is refused',
    (cell) => {
      expect(() => readFigure(cell, count)).toThrow(UnreadableCell)
    },
  )

  it('a comma before three digits is refused as ambiguous', () => {
    expect(() => readFigure('2,600', count)).toThrow(/ambiguous/)
  })

  it('decimals where whole numbers belong are refused', () => {
    expect(() => readFigure('12.5', count)).toThrow(/decimals/)
  })

  it('every number with one decimal times a thousand is exact', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_000, max: 100_000 }), (tenths) => {
        expect(readFigure((tenths / 10).toFixed(1), wealth)).toBe(tenths * 100 || 0)
      }),
    )
  })
})
