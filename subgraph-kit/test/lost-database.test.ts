/**
 * A database that is damaged or gone is given no answer from, is reported once, and is never taken for an
 * empty one.
 */
import { execFile } from 'node:child_process'
import { copyFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pino from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkBeside } from '@samenhang/subgraph-kit/check-databases'
import { importTable } from '@samenhang/subgraph-kit/import'
import { makeTable, makeTestData, type TestData } from '@samenhang/subgraph-kit/testing'
import { damage } from './damage.ts'
import { askAreas, openEnergy } from './energy-subgraph.ts'

let data: TestData
beforeEach(async () => void (data = await makeTestData()))
afterEach(() => data.remove())

const table = (rows: number) =>
  makeTable({
    period: 2024,
    headers: ['g_ele_hu', 'g_gas_hu'],
    rows: Object.fromEntries(
      Array.from({ length: rows }, (_, index) => [`BU0${String(1_000_000 + index)}`, ['1', '2']]),
    ),
  })

it('pages that are damaged: from the first read that meets them nothing of the database is given, and it is told once', async () => {
  const told: string[] = []
  const logger = pino({ level: 'info' }, { write: (line: string) => void told.push(line) })
  const energy = await openEnergy(data.environment)
  await importTable([energy], table(5_000))
  await energy.close()
  const again = await openEnergy(data.environment, { logger })
  await damage(join(data.directory, 'energy.sqlite'), 200)
  const ask = () => askAreas(again, ['BU01000000', 'BU01004999'], 'energy { electricityUse }')
  for (const { errors } of [await ask(), await ask(), await ask()])
    expect(errors[0]?.extensions).toMatchObject({ code: 'DATABASE_UNAVAILABLE' })
  await expect(again.ready()).rejects.toThrow('is damaged')
  expect(await again.database.version()).toBeUndefined()
  await expect(again.database.begin()).rejects.toThrow('is damaged')
  expect(told).toHaveLength(1)
  expect(told[0]).toContain('The database of energy (energy.sqlite) is damaged. Restore it from a backup')
  await again.close()
})

it('pages that no read has met are found by a process beside, and what it found is told once', async () => {
  const told: string[] = []
  const logger = pino({ level: 'info' }, { write: (line: string) => void told.push(line) })
  const energy = await openEnergy(data.environment, { logger })
  await importTable([energy], table(20_000))
  await energy.database.knex.raw('pragma wal_checkpoint(truncate)')
  const pages = (await energy.database.all<{ page_count: number }>('pragma page_count'))[0]?.page_count ?? 0
  await damage(join(data.directory, 'energy.sqlite'), 2, pages - 4)
  await energy.ready()
  const { file, lose } = energy.database
  const stop = checkBeside([{ name: 'energy', file, lose }], logger)
  await expect
    .poll(() => energy.database.lost?.message, { timeout: 30_000 })
    .toMatch(/is damaged \(.+\)\. Restore/)
  await expect(energy.ready()).rejects.toThrow('is damaged')
  expect(told).toHaveLength(1)
  stop()
  await energy.close()
}, 60_000)

it('a database that is well is found so, and nothing is told', async () => {
  const energy = await openEnergy(data.environment)
  await importTable([energy], table(10))
  const lost: string[] = []
  const { stdout } = await promisify(execFile)(process.execPath, [
    fileURLToPath(new URL('../src/database/check-databases-child.js', import.meta.url)),
    String(process.pid),
    join(data.directory, 'energy.sqlite'),
  ])
  expect([stdout, lost]).toEqual(['', []])
  await energy.close()
})

it.each([
  ['removed', (file: string) => rmSync(file)],
  [
    'replaced by another',
    (file: string) => {
      copyFileSync(file, `${file}.new`)
      renameSync(`${file}.new`, file)
    },
  ],
])('a file that is %s while it is served makes its domain unavailable', async (_, act) => {
  const energy = await openEnergy(data.environment)
  await importTable([energy], table(10))
  act(join(data.directory, 'energy.sqlite'))
  await expect.poll(() => energy.database.lost?.message, { timeout: 30_000 }).toContain('removed or replaced')
  const { errors } = await askAreas(energy, ['BU01000000'], 'energy { electricityUse }')
  expect(errors[0]?.extensions).toEqual({ code: 'DATABASE_UNAVAILABLE', subgraph: 'energy' })
  await expect(energy.ready()).rejects.toThrow('removed or replaced')
  await energy.close()
})

it.each([
  ['is gone', (file: string) => rmSync(file)],
  ['is empty', (file: string) => writeFileSync(file, '')],
])(
  'a file that %s at the start, and has held data, is not begun anew until its mark is removed',
  async (_, act) => {
    const energy = await openEnergy(data.environment)
    await importTable([energy], table(10))
    await energy.close()
    const file = join(data.directory, 'energy.sqlite')
    act(file)
    await expect(openEnergy(data.environment)).rejects.toThrow(
      /^The database of energy \(energy\.sqlite\) is gone, though it has held data \(noted \d{4}-\d\d-\d\d\)\. Restore/,
    )
    const without = await openEnergy(data.environment, { mayLackDatabase: true })
    expect(await without.isEmpty()).toBe(false)
    await expect(without.ready()).rejects.toThrow('is gone')
    const { entities, errors } = await askAreas(without, ['BU01000000'], 'energy { electricityUse }')
    expect(entities).toEqual([{ energy: null }])
    expect(errors).toMatchObject([{ extensions: { code: 'DATABASE_UNAVAILABLE', subgraph: 'energy' } }])
    await expect(importTable([without], table(10))).rejects.toThrow('is gone')
    await without.close()
    rmSync(join(data.directory, 'known', 'energy'))
    const anew = await openEnergy(data.environment)
    expect(await anew.isEmpty()).toBe(true)
    await anew.close()
  },
)
