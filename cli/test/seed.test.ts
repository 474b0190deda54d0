/**
 * `hub seed` and `hub doctor`: synthetic data are removed whole, imported data never, and the
 * remedy that the doctor gives works.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeNationalFile } from '../src/bench/national-file.ts'
import { hubHere } from './hub-here.ts'

let folder: string
let environment: Readonly<Record<string, string>>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-seed-'))
  environment = { HUB_DATA_DIR: join(folder, 'data') }
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** How many rows each table of each database has, of those that have any. */
function rowsByTable(): Readonly<Record<string, number>> {
  const rows: Record<string, number> = {}
  for (const file of readdirSync(join(folder, 'data')).filter((name) => name.endsWith('.sqlite'))) {
    const database = new BetterSqlite3(join(folder, 'data', file), { readonly: true })
    const tables = database.prepare(`select name from sqlite_schema where type = 'table'`).pluck(true).all()
    for (const table of tables as string[]) {
      const count = Number(database.prepare(`select count(*) from "${table}"`).pluck(true).get())
      if (count > 0) rows[`${file} ${table}`] = count
    }
    database.close()
  }
  return rows
}

const findingsOf = ({ stdout }: { readonly stdout: string }) =>
  stdout.split('\n').filter((line) => line.startsWith('✗'))

test('hub doctor tells each finding once, and its remedy for synthetic people works', async () => {
  await hubHere(['seed', '--neighbourhoods', '5', '--people', '50'], { environment })
  const ill = await hubHere(['doctor'], { environment })
  expect(ill.code).toBe(1)
  const found = findingsOf(ill)
  expect(found.length).toBeGreaterThan(5)
  expect(new Set(found).size).toBe(found.length)
  const unset = found.flatMap((line) => /^✗ (\w+) is not set/.exec(line)?.[1] ?? [])
  expect(unset.length).toBeGreaterThan(4)
  expect(new Set(unset).size).toBe(unset.length)
  expect(found.filter((line) => line.includes('There are synthetic people in'))).toHaveLength(1)
  expect(ill.stdout).toContain('Remove them: hub seed --remove')
  expect(ill.stderr).toContain(`${String(found.length)} found.`)

  const removed = await hubHere(['seed', '--remove'], { environment })
  expect(removed).toMatchObject({ code: 0, stderr: '' })
  expect(removed.stdout).toMatch(/^removed the synthetic figures and people; imported data is unchanged\n/)
  const better = await hubHere(['doctor'], { environment })
  expect(findingsOf(better)).toEqual(found.filter((line) => !line.includes('There are synthetic people in')))
}, 600_000)

test('hub seed --remove leaves what was imported as it was, and nothing of what was made', async () => {
  const file = join(folder, 'invented_84583NED.csv')
  await writeNationalFile(file, 1)
  const imported = await hubHere(['import', '--year', '2019', file], { environment })
  expect(imported.code).toBe(0)
  const before = rowsByTable()
  await hubHere(['seed', '--neighbourhoods', '5', '--people', '50'], { environment })
  expect(rowsByTable()).not.toEqual(before)
  expect((await hubHere(['seed', '--remove'], { environment })).code).toBe(0)
  const after = rowsByTable()
  const own = (rows: Readonly<Record<string, number>>) =>
    Object.fromEntries(
      Object.entries(rows).filter(([table]) => !/^integrated-approach|sqlite_sequence/.test(table)),
    )
  expect(own(after)).toEqual(own(before))
  const wrong = await hubHere(['seed', '--remove', '--people', '5'], { environment })
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toContain("option '--remove' cannot be used with option '--people <number>'")
}, 600_000)
