/** The version of a database changes with every transaction of any process, and with nothing else. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnDatabases } from './requirements.ts'
import { openDatabase, type Database } from '../src/database/database.ts'
import { sharedRead } from '../src/database/data-version.ts'
import { migrate } from '../src/database/migrations.ts'
import { makeTestData, type TestData } from '../src/testing.ts'

const migrations = [
  {
    name: 'figures',
    up: (knex: Database['knex']) => knex.schema.createTable('figure', (table) => table.integer('value')),
  },
]

describeOnDatabases('the version of the data', (kind) => {
  let data: TestData
  let [here, elsewhere]: Database[] = []
  beforeEach(async () => {
    data = await makeTestData(kind)
    here = await openDatabase('energy', data.environment)
    await migrate(here, migrations)
    elsewhere = await openDatabase('energy', data.environment)
  })
  afterEach(async () => {
    await here?.close()
    await elsewhere?.close()
    await data.remove()
  })
  const version = async () => here!.version()
  const insert = (value: number) =>
    elsewhere!.transact((transaction) => transaction('figure').insert({ value }))

  it('is the same until a transaction of any process is committed, and another after each', async () => {
    const seen = [await version()]
    expect(seen[0]).toEqual(expect.any(String))
    expect(await version()).toBe(seen[0])
    await insert(1)
    seen.push(await version())
    const transaction = await elsewhere!.begin()
    await transaction('figure').insert({ value: 2 })
    expect(await version()).toBe(seen[1])
    await transaction.commit()
    seen.push(await version())
    expect(new Set(seen).size).toBe(3)
    expect(await here!.all('select value from figure')).toHaveLength(2)
  })

  it('stays where a transaction is taken back or fails', async () => {
    const before = await version()
    const transaction = await elsewhere!.begin()
    await transaction('figure').insert({ value: 2 })
    await transaction.rollback()
    await expect(elsewhere!.transact(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await version()).toBe(before)
    await insert(1)
    expect(await version()).not.toBe(before)
  })

  it('many writers at once wait for nothing but each other', async () => {
    const before = await version()
    await Promise.all(Array.from({ length: 8 }, (_, value) => insert(value)))
    expect(await version()).not.toBe(before)
    expect(await here!.all('select value from figure')).toHaveLength(8)
  })

  it('is told of a database that was migrated before there were versions', async () => {
    await here!.knex.raw('drop table data_version')
    const again = await openDatabase('energy', data.environment)
    await migrate(again, migrations)
    const before = await again.version()
    expect(before).toEqual(expect.any(String))
    await again.transact((transaction) => transaction('figure').insert({ value: 1 }))
    expect(await again.version()).not.toBe(before)
    await again.close()
  })

  it('is one for all processes, and after a restart the same', async () => {
    await insert(1)
    const told = await version()
    expect(await elsewhere!.version()).toBe(told)
    await here!.close()
    here = await openDatabase('energy', data.environment)
    expect(await version()).toBe(told)
  })

  it.skipIf(kind === 'PostgreSQL')('changes with what somebody writes by hand, in SQLite', async () => {
    await insert(1)
    const seen = [await version()]
    for (const value of [2, 3]) {
      await elsewhere!.knex('figure').insert({ value })
      seen.push(await version())
    }
    await insert(4)
    seen.push(await version())
    expect(new Set(seen).size).toBe(4)
    expect(await elsewhere!.version()).toBe(seen[3])
  })

  it('costs all who ask at one moment one statement at most', async () => {
    const before = here!.statements
    const told = await Promise.all(Array.from({ length: 50 }, version))
    expect(new Set(told).size).toBe(1)
    expect(here!.statements - before).toBeLessThanOrEqual(1)
  })
})

it('a shared read is never one that began before it was asked for', async () => {
  let begun = 0
  const read = sharedRead(async () => {
    begun += 1
    const mine = begun
    await new Promise((resolve) => setTimeout(resolve, 20))
    return mine
  })
  const together = [read(), read()]
  while (begun === 0) await new Promise((resolve) => setImmediate(resolve))
  const later = read()
  expect(await Promise.all(together)).toEqual([1, 1])
  expect(await later).toBe(2)
})
