/**
 * What a long import shows on its way: a bar on a terminal, a few lines elsewhere, and nothing where it is
 * short.
 */
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { showProgress } from '../src/progress.ts'

/** An import of `rows` rows, one every `milliseconds`, and what its output was. */
function importing(rows: number, milliseconds: number, total: number | null, isTTY: boolean): string {
  let time = 0
  let written = ''
  const output = Object.assign(new PassThrough(), { isTTY, columns: 120 })
  output.on('data', (chunk: Buffer) => (written += chunk.toString()))
  const progress = showProgress({ label: 'kwb.csv', total, output, now: () => time })
  for (let row = 1; row <= rows; row += 1) {
    time += milliseconds
    progress.reached(row)
  }
  progress.stop()
  return written
}

test('a long import elsewhere than on a terminal tells at most one line every 10 % and every 2 s', () => {
  const lines = importing(18_310, 1, 18_310, false).trimEnd().split('\n')
  expect(lines).toHaveLength(9)
  expect(lines[4]).toBe('kwb.csv: 10,000 of 18,310 rows (54 %), 1,000 rows/s, 9 s left')
})

test('an import of which the length is not known counts rows, without a time left', () => {
  expect(importing(5_000, 1, null, false)).toBe(
    'kwb.csv: 2,000 rows, 1,000 rows/s\nkwb.csv: 4,000 rows, 1,000 rows/s\n',
  )
})

test('a short import elsewhere than on a terminal tells nothing on its way', () => {
  expect(importing(100, 1, 100, false)).toBe('')
})

test('on a terminal there is a bar with rows, rate and time left', () => {
  expect(importing(1_000, 1, 1_000, true)).toMatch(/kwb\.csv .*1000\/1000 rows, 1,000\/s, .*left/)
})
