/** Ranks from 1 for the lowest value, where equal values share the mean of the ranks that they take up: as Spearman's correlation asks. */
import type { Values } from './moments.ts'

export function averageRanks(values: Values): Values {
  const sorted = values.toSorted()
  const ranks = new Map<number, number>()
  for (let from = 0; from < sorted.length;) {
    const value = sorted[from] ?? NaN
    let to = from + 1
    while (sorted[to] === value) to += 1
    ranks.set(value, (from + 1 + to) / 2)
    from = to
  }
  return values.map((value) => ranks.get(value) ?? NaN)
}
