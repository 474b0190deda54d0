/**
 * The eleven-test (elfproef) of citizen service numbers: nine digits, weighed 9 to 2 and -1, together a multiple of 11. It finds
 * typing errors; it does not tell whether a number was given to anyone.
 */
import type { ColumnType } from '../import/column-types.ts'

export function passesElevenTest(number: string): boolean {
  if (!/^\d{9}$/.test(number) || number === '000000000') return false
  let sum = -Number(number[8])
  for (let at = 0; at < 8; at += 1) sum += (9 - at) * Number(number[at])
  return sum % 11 === 0
}

/** A citizen service number in a file. What is wrong with one is never told with the number. */
export const citizenServiceNumber: ColumnType<string> = {
  expected: 'a citizen service number of nine digits that passes the eleven-test',
  read: (cell) => (passesElevenTest(cell) ? cell : undefined),
}

/** The first number of those that synthetic people are given. */
const firstSynthetic = 900_000_000

/** Whether a number is one of those that synthetic people are given, and nobody else. */
export function isSyntheticNumber(number: string): boolean {
  return Number(number) >= firstSynthetic
}

/** The first `count` numbers from 900000000 up that pass the eleven-test, as whole numbers. */
export function syntheticNumbers(count: number): Uint32Array {
  const numbers = new Uint32Array(count)
  let made = 0
  for (let head = firstSynthetic / 10; made < count; head += 1) {
    let sum = 0
    for (let rest = head, weight = 2; rest > 0; rest = Math.floor(rest / 10), weight += 1)
      sum += weight * (rest % 10)
    const last = sum % 11
    if (last === 10) continue
    numbers[made] = head * 10 + last
    made += 1
  }
  return numbers
}
