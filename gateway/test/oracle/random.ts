/** Dice for tests: the same rolls for the same seed, and a number for a text. */

export interface Dice {
  /** A whole number from 0 up to but not including this. */
  below(limit: number): number
  chance(probability: number): boolean
  /** Throws where there is nothing to pick. */
  pick<Item>(items: readonly Item[]): Item
  /** At least so many of them, in their order, each other one with this probability. */
  some<Item>(items: readonly Item[], least: number, probability: number): Item[]
}

export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    return scramble(state) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(roll() * limit)
  const chance = (probability: number): boolean => roll() < probability
  return {
    below,
    chance,
    pick(items) {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('Nothing to pick from')
      return item
    },
    some(items, least, probability) {
      const sure = new Set<number>()
      while (sure.size < Math.min(least, items.length)) sure.add(below(items.length))
      return items.filter((_, index) => sure.has(index) || chance(probability))
    },
  }
}

/** 32 bits of a text, spread evenly. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return scramble(hash >>> 0)
}

function scramble(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
