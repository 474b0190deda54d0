/** A hub that keeps answers: what it reads for a repeated request, and that no commit of anyone leaves it saying what was. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHub, type TestHub } from './hub.ts'

const query = `query ($codes: [ID!]!) {
  areas(codes: $codes) { name housing { dwellings } education { educationLow } }
}`
const few = { codes: ['BU90010101', 'BU90010102'] }
const more = { codes: [...few.codes, 'GM9001'] }

let hub: TestHub
beforeAll(async () => {
  hub = await openHub({ country: { seed: 3, neighbourhoods: 30 }, cacheBytes: 10_000_000 })
})
afterAll(() => hub.close())

/** Another process that changes what the housing domain stores of every area. */
async function changeElsewhere(dwellings: number): Promise<void> {
  const file = join(hub.environment['HUB_DATA_DIR']!, 'housing.sqlite')
  const act = `new (require('better-sqlite3'))(process.argv[1]).prepare('update housing_profile set dwellings = ?').run(+process.argv[2])`
  await promisify(execFile)(process.execPath, ['-e', act, file, String(dwellings)])
}

it('a repeated request is answered without a fetch or a statement', async () => {
  const first = await hub.ask(query, few)
  expect(first.fetches).toEqual(['base-registry', 'education', 'housing'])
  expect(first.statements).toEqual({ 'base-registry': 1, education: 1, housing: 1 })
  const second = await hub.ask(query, few)
  expect(second.text).toBe(first.text)
  expect([second.fetches, second.statements]).toEqual([[], {}])
})

it('of other areas only those that are not known are read', async () => {
  await hub.ask(query, few)
  const { fetches, statements } = await hub.ask(query, more)
  expect(fetches).toEqual(['base-registry', 'education', 'housing'])
  expect(statements).toEqual({ 'base-registry': 1, education: 1, housing: 1 })
  expect((await hub.ask(query, { codes: [...more.codes].reverse() })).fetches).toEqual(['base-registry'])
})

it('after another process has committed, its figures are given, and only that domain is read', async () => {
  await hub.ask(query, more)
  await changeElsewhere(4_321)
  const { data, statements } = await hub.ask(query, more)
  const areas = data['areas'] as unknown as { housing: { dwellings: number } | null }[]
  expect(areas.map(({ housing }) => housing?.dwellings)).toEqual([4_321, 4_321, 4_321])
  expect(statements).toEqual({ housing: 1 })
})

it('after a commit of this process, before its turn has ended, its figures are given', async () => {
  await hub.ask(query, few)
  const housing = hub.subgraphs.find(({ name }) => name === 'housing')!
  const asked = housing.database
    .transact(async (transaction) => {
      await transaction('housing_profile').update({ dwellings: 55 })
    })
    .then(() => hub.ask(query, few))
  const { data } = await asked
  const areas = data['areas'] as unknown as { housing: { dwellings: number } | null }[]
  expect(areas.map(({ housing: figures }) => figures?.dwellings)).toEqual([55, 55])
})
