/** What the hub writes is for its owner alone, also where it was open to others before. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '../src/database/database.ts'
import { openToOthers } from '../src/files/private-files.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'private-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)

it('the data folder is made for its owner alone, and so are the databases in it, also those that were open to others', async () => {
  const directory = join(folder, 'data')
  const open = () => openDatabase('energy', { HUB_DATA_DIR: directory })
  await (await open()).close()
  chmodSync(join(directory, 'energy.sqlite'), 0o644)
  const database = await open()
  await database.knex.raw('create table one (a text)')
  expect(modeOf(directory)).toBe('700')
  const modes = readdirSync(directory).map((name) => [name, modeOf(join(directory, name))])
  expect(Object.fromEntries(modes)).toEqual({
    'energy.sqlite': '600',
    'energy.sqlite-shm': '600',
    'energy.sqlite-wal': '600',
    known: '700',
  })
  expect(openToOthers([directory])).toEqual([])
  await database.close()
})

it('whatever a process that keeps private makes is its owner’s alone', () => {
  const url = new URL('../src/files/private-files.ts', import.meta.url).href
  const program = `const { keepPrivate } = await import(${JSON.stringify(url)}); keepPrivate()
    const { mkdirSync, writeFileSync } = await import('node:fs')
    mkdirSync(${JSON.stringify(join(folder, 'made'))}); writeFileSync(${JSON.stringify(join(folder, 'made', 'file'))}, '')`
  const ended = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program])
  expect([ended.status, ended.stderr.toString()]).toEqual([0, ''])
  expect([modeOf(join(folder, 'made')), modeOf(join(folder, 'made/file'))]).toEqual(['700', '600'])
})
