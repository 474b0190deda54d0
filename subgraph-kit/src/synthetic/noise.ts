/**
 * Chance that repeats itself: a draw depends on the seed and on what it is for, never on the draws before it. Only whole-number
 * mixing and the four operations are used, so that every machine gives the same.
 */

/** What a draw is for: the seed, an area's code, what is drawn, and the year where it differs by year. */
export type DrawKey = readonly [seed: number, code: string, name: string, period?: number]

/** A number from 0 up to 1, each equally likely. */
export function draw(...key: DrawKey): number {
  return mix(hash(key)) / 2 ** 32
}

/** A number from -1 to 1, mostly near 0: about two thirds of them lie within a third of it. */
export function deviation(...key: DrawKey): number {
  const first = mix(hash(key))
  const second = mix(first + 0x9e3779b9)
  return ((first + second + mix(second + 0x9e3779b9)) / 2 ** 32) * (2 / 3) - 1
}

function hash([seed, code, name, period = 0]: DrawKey): number {
  return mix(hashText(name, hashText(code, mix(seed))) + period)
}

/** FNV-1a over the text. */
function hashText(text: string, from: number): number {
  let state = from ^ 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193)
  }
  return state
}

/** The last step of MurmurHash3: every bit of the number reaches every bit of the answer. */
function mix(number: number): number {
  let state = number | 0
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0
}
