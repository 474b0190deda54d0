/** The list of attacks (decision 33) names tests that are there. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const list = readFileSync(
  new URL('../docs/decisions/0033-what-leaks-at-the-door.md', import.meta.url),
  'utf8',
)

it('each class of attack that was tried names tests that are there', () => {
  const rows = list.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:class|---)/.test(line))
  expect(rows.length).toBeGreaterThan(40)
  for (const row of rows) {
    const files = [...row.matchAll(/`([\w./-]+\.test\.ts)`/g)].map(([, file = '']) => file)
    expect(files, row).not.toEqual([])
    for (const file of files) expect(existsSync(new URL(`../${file}`, import.meta.url)), file).toBe(true)
  }
})
