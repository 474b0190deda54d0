/**
 * Counts of people: no count under 10 is shown or follows from what is shown, whichever files were imported
 * in whichever order.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { protect } from '@samenhang/subgraph-kit/disclosure'
import type { Count, CountTable } from '@samenhang/subgraph-kit/count-table'

type Rows = readonly { readonly parent: number; readonly values: readonly number[] }[]

/** A total and its three parts, and something that is counted apart from them. */
const totals = [{ total: 0, parts: [1, 2, 3] }]
const columns = 5

/** Exact rows, parents first: the leaves as drawn, every other area the sum of those in it. */
const lattices = fc
  .record({
    parents: fc.array(fc.nat(), { minLength: 1, maxLength: 14 }),
    leaves: fc.array(
      fc.array(fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 60 }), fc.constant(0)), {
        minLength: columns - 1,
        maxLength: columns - 1,
      }),
      { minLength: 15, maxLength: 15 },
    ),
  })
  .map(({ parents, leaves }): Rows => {
    const tree = [-1, ...parents.map((number, index) => number % (index + 1))]
    const values = tree.map((_, row) => {
      const [a = 0, b = 0, c = 0, apart = 0] = tree.includes(row) ? [] : (leaves[row] ?? [])
      return [a + b + c, a, b, c, apart]
    })
    for (let row = tree.length - 1; row > 0; row -= 1) {
      const above = values[tree[row] ?? 0] ?? []
      for (const [column, value] of (values[row] ?? []).entries())
        above[column] = (above[column] ?? 0) + value
    }
    return tree.map((parent, row) => ({ parent, values: values[row] ?? [] }))
  })

function tableOf(rows: Rows): CountTable {
  return { rows: rows.map(({ parent, values }) => ({ parent, counts: values })), totals }
}

interface Equation {
  readonly total: number
  readonly parts: readonly number[]
}

function equationsOf(rows: Rows): Equation[] {
  const cell = (row: number, column: number) => row * columns + column
  return rows.flatMap((_, row) => {
    const children = rows.flatMap(({ parent }, child) => (parent === row ? [child] : []))
    return [
      ...totals.map(({ total, parts }) => ({
        total: cell(row, total),
        parts: parts.map((part) => cell(row, part)),
      })),
      ...(children.length === 0
        ? []
        : Array.from({ length: columns }, (__, column) => ({
            total: cell(row, column),
            parts: children.map((child) => cell(child, column)),
          }))),
    ]
  })
}

/** What a reader learns who applies every equation until none tells more: worse than life, for they know exact values. */
function attack(rows: Rows, counts: readonly (readonly Count[])[]) {
  const truth = rows.flatMap(({ values }) => values)
  const known = counts.flat().map((count) => typeof count === 'number')
  const equations = equationsOf(rows)
  for (let learned = true; learned;) {
    learned = false
    for (const { total, parts } of equations) {
      const unknown = [total, ...parts].filter((cell) => !known[cell])
      if (unknown.length !== 1) continue
      known[unknown[0] ?? 0] = true
      learned = true
    }
  }
  const value = (cell: number) => truth[cell] ?? 0
  return {
    recovered: truth.filter(
      (count, cell) => known[cell] && typeof counts.flat()[cell] !== 'number' && count < 10,
    ),
    totals: equations.flatMap(({ total, parts }) => {
      const unknown = parts.filter((part) => !known[part])
      return known[total] && unknown.length > 0 ? [unknown.reduce((sum, part) => sum + value(part), 0)] : []
    }),
    /** The same through withheld areas: what lies in them is subtracted from what they lie in. */
    remainders: equations.flatMap(({ total, parts }) => {
      if (!known[total] || parts.every((part) => known[part])) return []
      const within = (cell: number): number[] =>
        known[cell]
          ? [cell]
          : (equations.find((one) => one.total === cell && one.parts[0] !== cell + 1)?.parts ?? []).flatMap(
              within,
            )
      return total + 1 === parts[0]
        ? []
        : [value(total) - parts.flatMap(within).reduce((sum, part) => sum + value(part), 0)]
    }),
  }
}

function expectSafe(rows: Rows, counts: readonly (readonly Count[])[]): void {
  const { recovered, totals: sums, remainders } = attack(rows, counts)
  expect(recovered).toEqual([])
  for (const sum of [...sums, ...remainders]) expect(sum).toBeGreaterThanOrEqual(10)
  for (const [row, { values }] of rows.entries()) {
    for (const [column, value] of values.entries()) {
      const count = counts[row]?.[column]
      expect(count === 'WITHHELD' || count === Math.round(value / 5) * 5).toBe(true)
      if (value < 10) expect(count).toBe('WITHHELD')
    }
  }
}

describe('counts over people', () => {
  it('no count under 10 is shown, nor follows by subtraction, nor do withheld ones together', () => {
    fc.assert(
      fc.property(lattices, (rows) => {
        const { counts, contradictions, exposed } = protect(tableOf(rows))
        expect(contradictions).toEqual([])
        expect(exposed).toEqual([])
        expectSafe(rows, counts)
      }),
      { numRuns: 500 },
    )
  })

  it('a column that a file does not have protects nothing and gives nothing away: as if it were no part of the total', () => {
    fc.assert(
      fc.property(lattices, (rows) => {
        const told = protect(tableOf(rows))
        const lacking = protect({
          rows: rows.map(({ parent, values }) => ({
            parent,
            counts: [...values.slice(0, 4), 'NO_COLUMN' as const, ...values.slice(4)],
          })),
          totals: [{ total: 0, parts: [1, 2, 3, 4] }],
        })
        expect(lacking.exposed).toEqual([])
        expect(lacking.counts.map((counts) => counts[4])).toEqual(rows.map(() => 'NO_COLUMN'))
        expect(lacking.counts.map((counts) => counts.filter((_, at) => at !== 4))).toEqual(told.counts)
      }),
      { numRuns: 200 },
    )
    // All of it without a column: nothing adds up, so nothing is withheld but what is small.
    const alone = protect({
      rows: [{ parent: -1, counts: [30, 'NO_COLUMN', 4] }],
      totals: [{ total: 0, parts: [1] }],
    })
    expect(alone).toMatchObject({ counts: [[30, 'NO_COLUMN', 'WITHHELD']], exposed: [] })
  })

  it('two imports together leak nothing, whichever areas come first', () => {
    fc.assert(
      fc.property(lattices, fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }), (rows, first) => {
        const stored = new Map<number, readonly Count[]>()
        for (const turn of [true, false]) {
          const chosen = rows.flatMap((_, row) => (stored.has(row) || first[row] === turn ? [row] : []))
          const { counts, exposed } = protect(part(rows, chosen, stored))
          if (exposed.length > 0) return
          for (const [index, row] of chosen.entries()) stored.set(row, counts[index] ?? [])
        }
        expectSafe(
          rows,
          rows.map((_, row) => stored.get(row) ?? []),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('areas that were imported after those they lie in, or before, can always be protected', () => {
    fc.assert(
      fc.property(lattices, fc.integer({ min: 1, max: 2 }), fc.boolean(), (rows, cut, downwards) => {
        const depth = (row: number): number => (row <= 0 ? 0 : 1 + depth(rows[row]?.parent ?? 0))
        const stored = new Map<number, readonly Count[]>()
        for (const turn of [downwards, !downwards]) {
          const chosen = rows.flatMap((_, row) => (stored.has(row) || depth(row) < cut === turn ? [row] : []))
          const { counts, exposed } = protect(part(rows, chosen, stored))
          expect(exposed).toEqual([])
          for (const [index, row] of chosen.entries()) stored.set(row, counts[index] ?? [])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('nothing is withheld where nothing is small', () => {
    fc.assert(
      fc.property(lattices, (rows) => {
        const large = rows.map(({ parent, values }) => ({
          parent,
          values: values.map((value) => value * 10 + 90),
        }))
        const alone = large.map(({ values: [, a = 0, b = 0, c = 0, apart = 0] }) => ({
          parent: -1,
          values: [a + b + c, a, b, c, apart],
        }))
        const { counts } = protect(tableOf(alone))
        expect(counts.flat()).not.toContain('WITHHELD')
      }),
    )
  })
})

/** Those rows that are in a file or stored, each under the nearest of them that it lies in. */
function part(
  rows: Rows,
  chosen: readonly number[],
  stored: ReadonlyMap<number, readonly Count[]>,
): CountTable {
  const nearest = (row: number): number => {
    const above = rows[row]?.parent ?? -1
    return above < 0 || chosen.includes(above) ? chosen.indexOf(above) : nearest(above)
  }
  return {
    totals,
    rows: chosen.map((row) => ({
      parent: nearest(row),
      counts: stored.get(row) ?? rows[row]?.values ?? [],
      stored: stored.has(row),
    })),
  }
}
