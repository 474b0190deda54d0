/** Many rows at once, on both databases: what is there already is replaced or kept, as was asked, and no statement is invalid for it. */
import { describeOnDatabases } from './requirements.ts'
import { writeBulk, type Bulk } from '@samenhang/subgraph-kit/bulk'
import { openDatabase, type Database } from '@samenhang/subgraph-kit/database'
import { migrate, type Migration } from '@samenhang/subgraph-kit/migrations'
import { makeTestData, type TestData } from '@samenhang/subgraph-kit/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'

const keyOnly = ['region', 'municipality']

describeOnDatabases('rows that are written together', (kind) => {
  let data: TestData
  let database: Database

  beforeEach(async () => {
    data = await makeTestData(kind)
    database = await openDatabase('energy', data.environment)
    const up: Migration['up'] = (knex) =>
      knex.schema.createTable('member', (table) => {
        table.string('region').notNullable()
        table.string('municipality').notNullable()
        table.integer('homes').notNullable().defaultTo(0)
        table.primary(keyOnly)
      })
    await migrate(database, [{ name: '0001', up }])
  })
  afterEach(async () => {
    await database.close()
    await data.remove()
  })

  const write = (bulk: Omit<Bulk, 'table' | 'key'>) =>
    database.transact((transaction) =>
      writeBulk(transaction, database.dialect, {
        table: 'member',
        key: keyOnly,
        ...bulk,
      }),
    )

  const stored = () => database.values('select region, municipality, homes from member order by municipality')

  it.each(['replace', 'keep'] as const)(
    'where all columns are in the key a row that is there already stands, and new ones are added: %s',
    async (conflict) => {
      const columns = [...keyOnly, 'homes']
      await write({ columns, conflict, rows: [['AM9001', 'GM9001', 5]] })
      const rows = [
        ['AM9001', 'GM9001'],
        ['AM9001', 'GM9002'],
      ]
      await write({ columns: keyOnly, conflict, rows })
      await write({ columns: keyOnly, conflict, rows, replaces: 'member.homes > 0' })
      expect(await stored()).toEqual([
        ['AM9001', 'GM9001', 5],
        ['AM9001', 'GM9002', 0],
      ])
    },
  )

  it('other columns are replaced, but those that a row keeps', async () => {
    const columns = [...keyOnly, 'homes']
    await write({ columns, conflict: 'replace', rows: [['AM9001', 'GM9001', 5]] })
    await write({ columns, conflict: 'replace', keeps: ['homes'], rows: [['AM9001', 'GM9001', 6]] })
    expect(await stored()).toEqual([['AM9001', 'GM9001', 5]])
    await write({ columns, conflict: 'replace', rows: [['AM9001', 'GM9001', 7]] })
    expect(await stored()).toEqual([['AM9001', 'GM9001', 7]])
  })
})
