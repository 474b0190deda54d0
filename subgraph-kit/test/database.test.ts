/**
 * A database in trouble: full, damaged, locked or not answering. It says what happened, loses nothing, and
 * lets one process write at a time; migrations run whole or not at all.
 */
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeOnDatabases } from './requirements.ts'
import { openDatabase } from '@samenhang/subgraph-kit/database'
import { importTable } from '@samenhang/subgraph-kit/import'
import { withDataLock } from '@samenhang/subgraph-kit/lock'
import { migrate, type Migration } from '@samenhang/subgraph-kit/migrations'
import { makeTable, makeTestData, type TestData } from '@samenhang/subgraph-kit/testing'
import { damage } from './damage.ts'
import { askAreas, openEnergy } from './energy-subgraph.ts'

let data: TestData

const table = (rows: number) =>
  makeTable({
    period: 2024,
    headers: ['g_ele_hu', 'g_gas_hu'],
    rows: Object.fromEntries(
      Array.from({ length: rows }, (_, index) => [`BU0${String(1_000_000 + index)}`, ['1', '2']]),
    ),
  })

describe('faults of a SQLite database lose nothing and say what happened', () => {
  beforeEach(async () => {
    data = await makeTestData()
  })
  afterEach(() => data.remove())

  it('a full disk: the old figures still answer whole', async () => {
    const energy = await openEnergy(data.environment)
    await importTable([energy], table(10))
    const pages =
      (await energy.database.knex.raw<{ page_count: number }[]>('pragma page_count'))[0]?.page_count ?? 0
    await energy.database.knex.raw(`pragma max_page_count = ${String(pages + 5)}`)
    await expect(importTable([energy], table(20_000))).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      message:
        'The database of energy (energy.sqlite) cannot grow: the disk is full. Free space and try again.',
    })
    const { entities } = await askAreas(energy, ['BU01000000', 'BU01000019'], 'energy { electricityUse }')
    expect(entities).toEqual([{ energy: { electricityUse: 1 } }, { energy: null }])
    await energy.close()
  })

  it('statements are kept ready for the next time, the last 150 of them, and one that was dropped still answers', async () => {
    const energy = await openEnergy(data.environment)
    const ask = (number: number) => energy.database.values(`select ${String(number)}`)
    for (let number = 0; number < 500; number += 1) await ask(number)
    expect(energy.database.prepared).toBe(150)
    expect(await ask(0)).toEqual([[0]])
    await energy.close()
  })

  it.runIf(process.platform === 'linux')(
    'a folder that cannot be made is told, and nobody waits for it',
    async () => {
      await expect(openEnergy({ ...data.environment, HUB_DATA_DIR: '/proc/nothing/here' })).rejects.toThrow(
        'The database of energy (energy.sqlite) cannot be opened or written.',
      )
    },
  )

  it('a damaged file is named as damaged', async () => {
    mkdirSync(data.directory, { recursive: true })
    writeFileSync(join(data.directory, 'energy.sqlite'), 'this is no database, '.repeat(100))
    await expect(openEnergy(data.environment)).rejects.toThrow(
      'The database of energy (energy.sqlite) is damaged.',
    )
  })

  it('a file that is damaged while it is served answers an error without its path', async () => {
    const energy = await openEnergy(data.environment)
    await importTable([energy], table(5_000))
    await energy.close()
    const file = join(data.directory, 'energy.sqlite')
    const again = await openEnergy(data.environment)
    await damage(file, 200)
    const { errors } = await askAreas(again, ['BU01000000', 'BU01004999'], 'energy { electricityUse }')
    expect(errors[0]?.extensions).toMatchObject({ code: 'DATABASE_UNAVAILABLE', subgraph: 'energy' })
    expect(errors[0]?.message).toBe('The database of this domain cannot be used now. Try again later.')
    expect(JSON.stringify(errors)).not.toContain(data.directory)
    await again.close()
  })

  it('a folder that cannot be made is one clear line', async () => {
    writeFileSync(join(data.directory, 'file'), '')
    const environment = { ...data.environment, HUB_DATA_DIR: join(data.directory, 'file', 'below') }
    await expect(openEnergy(environment)).rejects.toThrow(
      /cannot be opened or written\. Check that its folder/,
    )
    await expect(withDataLock(environment, () => Promise.resolve())).rejects.toThrow(/Check HUB_DATA_DIR/)
  })

  it('a writer elsewhere does not stop readers', async () => {
    const energy = await openEnergy(data.environment)
    await importTable([energy], table(10))
    const other = new BetterSqlite3(join(data.directory, 'energy.sqlite'))
    other.exec('begin exclusive')
    const { entities } = await askAreas(energy, ['BU01000000'], 'energy { electricityUse }')
    expect(entities).toEqual([{ energy: { electricityUse: 1 } }])
    other.close()
    await energy.close()
  })
})

describe('a PostgreSQL that does not answer', () => {
  it('is an error that says where to look, without the URL', async () => {
    const url = 'postgres://someone:secret@127.0.0.1:1/none'
    const opened = openDatabase('labour-market', { DATABASE_URL_LABOUR_MARKET: url })
    await expect(opened).rejects.toThrow(/database of labour-market .* does not answer\. Check DATABASE_URL/)
    await expect(opened).rejects.not.toThrow(/secret/)
  })
})

describe('one writer at a time', () => {
  beforeEach(async () => {
    data = await makeTestData()
  })
  afterEach(() => data.remove())

  it('the second waits for the first', async () => {
    const order: string[] = []
    let release: () => void = () => undefined
    const first = withDataLock(data.environment, async () => {
      await new Promise<void>((resolve) => (release = resolve))
      order.push('first')
    })
    const second = withDataLock(data.environment, async () => Promise.resolve(order.push('second')), {
      onWait: () => {
        order.push('waits')
        release()
      },
    })
    await Promise.all([first, second])
    expect(order).toEqual(['waits', 'first', 'second'])
  })

  it('who waits too long is told so', async () => {
    await withDataLock(data.environment, async () => {
      await expect(withDataLock(data.environment, () => Promise.resolve(), { wait: 150 })).rejects.toThrow(
        /still running/,
      )
    })
  })

  it('a writer that fails lets go', async () => {
    await expect(withDataLock(data.environment, () => Promise.reject(new Error('fails')))).rejects.toThrow(
      'fails',
    )
    await withDataLock(data.environment, () => Promise.resolve(), { wait: 0 })
  })
})

describeOnDatabases('migrations', (kind) => {
  const step = (name: string, act: Migration['up']): Migration => ({
    name,
    up: act,
  })

  it('a migration that fails half-way leaves the old shape, and the next start runs it', async () => {
    data = await makeTestData(kind)
    const database = await openDatabase('energy', data.environment)
    const one = step('0001', (knex) => knex.schema.createTable('one', (made) => made.integer('a')))
    const two = (fails: boolean) =>
      step('0002', async (knex) => {
        await knex.schema.createTable('two', (made) => made.integer('b'))
        if (fails) throw new Error('half-way')
      })
    await migrate(database, [one])
    await expect(migrate(database, [one, two(true)])).rejects.toThrow('half-way')
    expect(await database.knex.schema.hasTable('two')).toBe(false)
    await migrate(database, [one, two(false)])
    await migrate(database, [one, two(false)])
    expect(await database.knex('migration').pluck('name')).toEqual(['0001', '0002'])
    await database.close()
    await data.remove()
  })

  it('two that start at once on an empty database both find it migrated', async () => {
    data = await makeTestData(kind)
    const script = fileURLToPath(new URL('open-energy.ts', import.meta.url))
    const run = promisify(execFile)
    const opened = () =>
      run(process.execPath, ['--import', 'tsx', script], { env: { ...process.env, ...data.environment } })
    const both = await Promise.all([opened(), opened()])
    expect(both.map(({ stdout }) => stdout)).toEqual(['empty', 'empty'])
    await data.remove()
  })
})
