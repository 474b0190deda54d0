import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFigure, UnreadableCell } from '@samenhang/subgraph-kit/figure'

const count = { type: 'Int', scale: 1 } as const
const thousands = { type: 'Int', scale: 1_000 } as const
const share = { type: 'Float', scale: 1 } as const

describe('a cell becomes a figure', () => {
  it.each([null, '', '   ', '.', '       .', 'NA', '-99995', -99997, '-99995.0'])(
    '%j is missing, never zero',
    (cell) => {
      expect(readFigure(cell, count)).toBeNull()
    },
  )

  it.each([
    ['  862965', count, 862_965],
    ['0', count, 0],
    [0, count, 0],
    ['     1.8', share, 1.8],
    ['10,2', share, 10.2],
    ['-12.5', { type: 'Int', scale: 1_000 } as const, -12_500],
    [37.8, thousands, 37_800],
    ['378', thousands, 378_000],
    ['      3011', { type: 'String', scale: 1 } as const, '3011'],
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
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (tenths) => {
        expect(readFigure((tenths / 10).toFixed(1), thousands)).toBe(tenths * 100 || 0)
      }),
    )
  })
})
