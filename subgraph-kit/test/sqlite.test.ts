/** Which SQLite library a process has. The store and import tests run on the other one by .ci/other-sqlite. */
import { createRequire } from 'node:module'
import { openDatabase } from '@samenhang/subgraph-kit/database'
import { withDataLock } from '@samenhang/subgraph-kit/lock'
import { makeTestData, type TestData } from '@samenhang/subgraph-kit/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'

let data: TestData
beforeEach(async () => {
  data = await makeTestData()
})
afterEach(() => data.remove())

const isInstalled = (() => {
  try {
    return createRequire(import.meta.url).resolve('sqlite3') !== ''
  } catch {
    return false
  }
})()

it('HUB_SQLITE with another name is refused in one line', async () => {
  await expect(openDatabase('energy', { ...data.environment, HUB_SQLITE: 'sqlite' })).rejects.toMatchObject({
    name: 'ConfigError',
    message: 'HUB_SQLITE is «sqlite»; set it to better-sqlite3 or sqlite3, or leave it out.',
  })
})

it.skipIf(isInstalled)('a library that is not installed is told in one line, with what to do', async () => {
  const environment = { ...data.environment, HUB_SQLITE: 'sqlite3' }
  const told = {
    name: 'ConfigError',
    message: expect.stringMatching(
      /^HUB_SQLITE is sqlite3, and that package does not load \(.+\)\. Run npm install --no-save sqlite3, or leave HUB_SQLITE out\.$/,
    ),
  }
  await expect(openDatabase('energy', environment)).rejects.toMatchObject(told)
  await expect(withDataLock(environment, () => Promise.resolve())).rejects.toMatchObject(told)
})

it('one writer at a time over the data folder, whichever library', async () => {
  const { environment } = data
  const order: string[] = []
  let waits = 0
  await withDataLock(environment, async () => {
    order.push('first')
    const second = withDataLock(environment, async () => void order.push('second'), {
      onWait: () => (waits += 1),
    })
    await expect(withDataLock(environment, () => Promise.resolve(), { wait: 0 })).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
    })
    order.push('first ends')
    return { second }
  }).then(({ second }) => second)
  expect(order).toEqual(['first', 'first ends', 'second'])
  expect(waits).toBe(1)
})
