/** What the homes that a scenario adds cost by the prices it gives, and what a grant leaves of that. Euro, as ranges where prices are. */
import type { Changes } from './scenario-changes.ts'

export interface Euro {
  readonly lower: number
  readonly upper: number
}

export interface Cost {
  readonly homes: number
  readonly homesWithoutPrice: number
  readonly cost: Euro
  readonly grant: number | null
  /** The grant less the cost. */
  readonly balance: Euro | null
  /** Null where it depends on the price. */
  readonly isCovered: boolean | null
}

/** Null where no price is given. */
export function costOf({ homes, grant }: Changes): Cost | null {
  const priced = homes.flatMap(({ homes: count, price }) => (price ? [{ count, price }] : []))
  if (priced.length === 0) return null
  const sum = (of: (entry: (typeof priced)[number]) => number) =>
    priced.reduce((all, entry) => all + of(entry), 0)
  const cost = {
    lower: sum(({ count, price }) => count * price.lower),
    upper: sum(({ count, price }) => count * price.upper),
  }
  const all = homes.reduce((total, added) => total + added.homes, 0)
  const balance = grant === null ? null : { lower: grant - cost.upper, upper: grant - cost.lower }
  return {
    homes: all,
    homesWithoutPrice: all - sum(({ count }) => count),
    cost,
    grant,
    balance,
    isCovered: balance && covers(balance),
  }
}

function covers({ lower, upper }: Euro): boolean | null {
  if (lower >= 0) return true
  return upper < 0 ? false : null
}
