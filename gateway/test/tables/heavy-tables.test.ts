/** Tables that the heavy process answers: the same as here, the client's budget counted once, and no short table where that process ends or the client goes. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { countedBefore, cameFrom } from '../../src/http/heavy-lane.ts'
import { createHeavyQueue } from '../../src/http/heavy-queue.ts'
import { createHttpServer } from '../../src/http/server.ts'
import { silent } from '../fakes.ts'
import { openRegions, type RegionsHub } from './regions.ts'

const documents = new Map([
  ['wide', '{ regions { nodes { code a: about b: about c: about figures { amount share } } } }'],
  ['nested', '{ regions { nodes { code parts { nodes { part: code size } } } } }'],
])
/** Objects that each process took from a client's budget. */
const taken = { front: 0, heavy: 0, alone: 0 }
const counting = (by: keyof typeof taken) => ({
  perMinute: Infinity,
  left: () => null,
  take(_client: string, objects: number) {
    taken[by] += objects
    return []
  },
})

let folder: string
let heavy: RegionsHub
let front: RegionsHub
let alone: RegionsHub
let server: Server
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samenhang-heavy-tables-'))
  const socket = join(folder, 'socket')
  heavy = await openRegions(documents, { objectBudget: counting('heavy') })
  server = createHttpServer(heavy.gateway, {
    logger: silent,
    queue: createHeavyQueue(),
    networkOf: ({ headers }) => String(headers[cameFrom] ?? ''),
    countedOf: ({ headers }) => Number(headers[countedBefore] ?? 0),
  })
  server.listen(socket)
  await once(server, 'listening')
  const lane = { address: () => Promise.resolve(socket) }
  front = await openRegions(documents, { objectBudget: counting('front') }, { lane })
  alone = await openRegions(documents, { objectBudget: counting('alone') })
})
beforeEach(() => {
  for (const hub of [front, heavy, alone]) {
    hub.state.regions = 6_000
    Object.assign(hub.state.fetches, { regions: 0, figures: 0 })
  }
  Object.assign(taken, { front: 0, heavy: 0, alone: 0 })
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await Promise.all([front.close(), heavy.close(), alone.close()])
  rmSync(folder, { recursive: true, force: true })
})

it.each(['wide.csv', 'wide.parquet', 'nested.csv', 'nested.json?limit=8500'])(
  '%s is the same, and counted once',
  async (path) => {
    const [here, there] = [await alone.table(path), await front.table(path)]
    const [whole, passed] = [Buffer.from(await here.arrayBuffer()), Buffer.from(await there.arrayBuffer())]
    expect([there.status, passed.byteLength]).toEqual([200, whole.byteLength])
    expect(passed.equals(whole)).toBe(true)
    // A page or two to see how large it is; the rest where it is answered.
    expect(front.state.fetches.regions).toBeLessThanOrEqual(2)
    expect(heavy.state.fetches.regions).toBeGreaterThan(2)
    expect(taken.front).toBeGreaterThan(0)
    expect(taken.front + taken.heavy).toBe(taken.alone)
  },
)

it('what a client says was counted is not believed', async () => {
  await (await front.table('wide.csv', { headers: { [countedBefore]: '999999999' } })).arrayBuffer()
  await (await alone.table('wide.csv', { headers: { [countedBefore]: '999999999' } })).arrayBuffer()
  expect(taken.front + taken.heavy).toBe(taken.alone)
  expect(taken.alone).toBeGreaterThan(6_000)
})

it('one that ends in the middle of a table breaks the transfer', async () => {
  const cut = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/csv' })
    response.write('code\r\nR00000\r\n', () => setTimeout(() => response.destroy(), 5))
  })
  const socket = join(folder, 'cut')
  cut.listen(socket)
  const other = await openRegions(documents, {}, { lane: { address: () => Promise.resolve(socket) } })
  other.state.regions = 6_000
  const response = await other.table('wide.csv')
  await expect(response.text()).rejects.toThrow()
  cut.close()
  const gone = await other.table('wide.csv')
  expect(gone.status).toBe(503)
  await other.close()
})
