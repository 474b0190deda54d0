/**
 * Divides a whole number over weights in whole numbers that add up to it (largest remainders; the first of equals is served first).
 * Gives zeros where no weight is above zero.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  let sum = 0
  for (const weight of weights) sum += weight
  if (sum <= 0) return weights.map(() => 0)
  const remainders = weights.map((weight) => (total * weight) / sum)
  const parts = remainders.map(Math.floor)
  let left = total
  for (const [index, part] of parts.entries()) {
    left -= part
    remainders[index] = (remainders[index] ?? 0) - part
  }
  for (; left > 0; left -= 1) {
    const index = remainders.indexOf(Math.max(...remainders))
    parts[index] = (parts[index] ?? 0) + 1
    remainders[index] = -1
  }
  return parts
}
