/** Kept answers and marks hang on the version of the data, on both databases, in process and over HTTP: what another process stores is seen at once. */
import { createGateway } from '@samenhang/gateway/gateway'
import { subgraphTokens } from '@samenhang/gateway/access/subgraph-token'
import { createHttpServer } from '@samenhang/gateway/server'
import { openSubgraphs } from '@samenhang/gateway/subgraphs'
import { readSupergraph } from '@samenhang/schema/supergraph'
import { listen } from '@samenhang/subgraph-kit/http-server'
import { seedAll } from '@samenhang/subgraph-kit/seed-all'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { silent } from '@samenhang/subgraph-kit/testing'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { modes, openHub, readOperation, type TestHub } from './hub.ts'
import { planHere } from '@samenhang/gateway/plan-here'

const variables = { code: 'BU90010101' }
const query = readOperation('neighbourhood-profile')

for (const mode of modes)
  describeOnDatabases(`what another process stores is answered at once, ${mode},`, (kind) => {
    let hub: TestHub
    let url: string
    let stop: () => void
    beforeAll(async () => {
      hub = await openHub({ kind, mode, country: { seed: 3, neighbourhoods: 30 }, cacheBytes: 10_000_000 })
      const server = createHttpServer(hub.gateway, { logger: silent })
      url = await listen(server, { host: '127.0.0.1', port: 0 })
      stop = () => server.close()
    })
    afterAll(async () => {
      stop()
      await hub.close()
    })

    /** What another process that opens the same databases stores, and what a hub that keeps nothing then answers. */
    async function storeElsewhere(seed: number): Promise<string> {
      const others = await openSubgraphs({ environment: hub.environment, logger: silent })
      await seedAll(others, { seed, neighbourhoods: 30 })
      const fresh = await createGateway({
        startPlanning: planHere,
        supergraphSdl: readSupergraph(),
        subgraphs: others,
        sign: subgraphTokens(hub.environment),
        logger: silent,
        deadline: 30_000,
      })
      const { text } = await fresh.execute({ query, variables })
      await fresh.close()
      return text
    }

    /** Asks until nothing is fetched any more: over HTTP nothing is kept before a wire is open. */
    async function askUntilKept(): Promise<string> {
      for (let time = 0; time < 100; time += 1) {
        const { fetches, text } = await hub.ask(query, variables)
        if (fetches.length === 0) return text
        await pause(20)
      }
      throw new Error('nothing is kept')
    }

    it('a kept answer is given until another process stores figures, and not once more', async () => {
      const before = await askUntilKept()
      const stored = await storeElsewhere(4)
      expect(stored).not.toBe(before)
      const { text, fetches } = await hub.ask(query, variables)
      expect(text).toBe(stored)
      expect(fetches.length).toBeGreaterThan(0)
      expect(await askUntilKept()).toBe(stored)
    })

    it('a registered operation by GET is not sent again until another process stores figures', async () => {
      await askUntilKept()
      const get = (mark?: string) =>
        fetch(
          `${url}/operations/neighbourhood-profile?variables=${encodeURIComponent(JSON.stringify(variables))}`,
          {
            headers: mark === undefined ? {} : { 'if-none-match': mark },
          },
        )
      const first = await get()
      const mark = first.headers.get('etag') ?? ''
      expect(mark).not.toBe('')
      expect((await get(mark)).status).toBe(304)
      const stored = await storeElsewhere(5)
      const changed = await get(mark)
      expect([changed.status, await changed.text()]).toEqual([200, stored])
      expect(changed.headers.get('etag')).not.toBe(mark)
    })
  })

it('over HTTP without a wire nothing is kept, for nobody tells the version', async () => {
  const hub = await openHub({
    mode: 'over HTTP',
    country: { seed: 3, neighbourhoods: 30 },
    cacheBytes: 10_000_000,
    executor: 'engine',
    wire: false,
  })
  const first = await hub.ask(query, variables)
  const again = await hub.ask(query, variables)
  expect(again.text).toBe(first.text)
  expect(again.fetches).toEqual(first.fetches)
  await hub.close()
})
