/** A PostgreSQL that stops or is slow is unavailable for as long as that lasts, and its reads end in time. */
import knex from 'knex'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '@samenhang/subgraph-kit/database'
import { translateFault } from '@samenhang/subgraph-kit/database-faults'
import { migrate } from '@samenhang/subgraph-kit/migrations'
import { makeTestData } from '@samenhang/subgraph-kit/testing'
import { itWith, postgres } from './requirements.ts'

describe('a PostgreSQL that takes no more', () => {
  const kind = 'PostgreSQL'
  itWith(
    postgres,
    'ends a read after HUB_STATEMENT_SECONDS, and no write',
    async () => {
      const data = await makeTestData(kind)
      const database = await openDatabase('energy', { ...data.environment, HUB_STATEMENT_SECONDS: '1' })
      await migrate(database, [])
      await expect(database.all('select pg_sleep(20)')).rejects.toMatchObject({
        code: 'DATABASE_UNAVAILABLE',
        message: expect.stringContaining('takes too long to answer') as string,
      })
      await database.transact(async (transaction) => {
        await transaction.raw('select pg_sleep(1.5)')
      })
      const transaction = await database.begin()
      await transaction.raw('select pg_sleep(1.5)')
      await transaction.commit()
      await database.close()
      await data.remove()
    },
    60_000,
  )

  itWith(
    postgres,
    'is unavailable, and answers again once it is back',
    async () => {
      const data = await makeTestData(kind)
      const url = new URL(data.environment['DATABASE_URL'] ?? '')
      const name = url.pathname.slice(1)
      url.pathname = '/postgres'
      const database = await openDatabase('energy', data.environment)
      const administrator = knex({ client: 'pg', connection: url.href, pool: { min: 0, max: 1 } })
      expect(await database.all('select 1 as one')).toEqual([{ one: 1 }])
      await administrator.raw(`alter database ${name} with allow_connections false`)
      await administrator.raw('select pg_terminate_backend(pid) from pg_stat_activity where datname = ?', [
        name,
      ])
      for (let times = 0; times < 3; times += 1)
        await expect(database.all('select 1 as one')).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' })
      await administrator.raw(`alter database ${name} with allow_connections true`)
      expect(await database.all('select 1 as one')).toEqual([{ one: 1 }])
      await administrator.destroy()
      await database.close()
      await data.remove()
    },
    60_000,
  )

  it.each([
    ['57P01', 'terminating connection due to administrator command'],
    ['57P02', 'terminating connection because of crash of another server process'],
    ['57P03', 'the database system is starting up'],
    ['53300', 'sorry, too many clients already'],
    ['55000', 'database "hub" is not currently accepting connections'],
    ['', 'Connection terminated unexpectedly'],
    ['', 'Client has encountered a connection error and is not queryable'],
  ])('is unavailability: %s %s', (code, message) => {
    const error = Object.assign(new Error(message), code && { code })
    expect(translateFault('energy', 'schema energy', error)).toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      message: expect.stringContaining('does not answer') as string,
    })
  })

  it('has a setting that is a number of seconds', async () => {
    const given = { DATABASE_URL: 'postgres://127.0.0.1:1/none', HUB_STATEMENT_SECONDS: 'soon' }
    await expect(openDatabase('energy', given)).rejects.toThrow('HUB_STATEMENT_SECONDS is "soon"')
  })
})
