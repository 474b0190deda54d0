/** What consumers register and remove is served by a gateway that runs, whatever their ids, and kept where the registry cannot be read. */
import { openRegistry, type Registry } from '@samenhang/schema/registry/registry'
import { makeTestData, type TestData } from '@samenhang/subgraph-kit/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createGateway, type Gateway } from '../../src/operation/gateway.ts'
import { followOperations, type FollowingOperations } from '../../src/releases/follow-operations.ts'
import { openRegistryOnce, type OpenedRegistry } from '../../src/releases/opened-registry.ts'
import { createLogger } from '../../src/telemetry/log.ts'
import { fakeNames, fakeSubgraph, supergraphSdl } from '../fakes.ts'
import { planHere } from '../../src/engine/planning/plan-here.ts'

const names = 'query Names { areas(codes: ["GM9001"]) { name } }'
const codes = 'query Codes { areas(codes: ["GM9001"]) { code } }'
const misfit = 'query Misfit { areas(codes: ["GM9001"]) { nothing } }'
const lines: string[] = []
const logger = createLogger('info', { write: (line) => void lines.push(line) })

let data: TestData
let registry: Registry
let opened: OpenedRegistry
let gateway: Gateway
let following: FollowingOperations
let served: number

beforeEach(async () => {
  lines.length = 0
  served = 0
  data = await makeTestData()
  registry = await openRegistry(data.environment)
  opened = openRegistryOnce(data.environment)
  gateway = await createGateway({
    startPlanning: planHere,
    supergraphSdl,
    subgraphs: fakeNames.map((name) => fakeSubgraph(name).running),
    logger,
    documents: new Map(),
    trustedOnly: true,
  })
  following = followOperations({
    registry: opened,
    async serve(registered) {
      served += 1
      await gateway.registerDocuments(registered)
    },
    everyMs: 3_600_000,
    logger,
  })
})
afterEach(async () => {
  await following.stop()
  await gateway.close()
  await opened.close()
  await registry.close()
  await data.remove()
})

function register(texts: Readonly<Record<string, string>>): Promise<unknown> {
  return registry.operations.register({
    app: 'portal',
    owner: 'front-end',
    removesOthers: true,
    operations: Object.entries(texts).map(([id, text]) => ({
      ...{ id, name: id, text, source: 'app.graphql:1' },
      aliases: [`${id}-in-a-manifest`],
    })),
  })
}

const status = async (name: string) => (await gateway.answerDocument(name, {})).status

describe('a gateway that runs', () => {
  it('serves what is registered by each of its ids, and its text where only registered ones are answered', async () => {
    expect(await status('names')).toBe(404)
    expect((await gateway.execute({ query: names })).status).toBe(403)
    await register({ names })
    await following.look()
    expect([await status('names'), await status('names-in-a-manifest')]).toEqual([200, 200])
    expect((await gateway.execute({ query: names })).status).toBe(200)
  })

  it('no longer serves what was removed, and keeps the rest as it was prepared', async () => {
    await register({ names, codes })
    await following.look()
    const before = gateway.document('codes')
    await register({ codes })
    await following.look()
    expect([await status('names'), gateway.document('codes')]).toEqual([404, before])
    await registry.operations.remove('portal')
    await following.look()
    expect(await status('codes')).toBe(404)
  })

  it('names one that the graph cannot answer once, and counts it', async () => {
    await register({ misfit })
    await following.look()
    await following.look({ isForced: true })
    expect(gateway.brokenDocuments.map(({ id }) => id)).toEqual(['misfit', 'misfit-in-a-manifest'])
    expect(lines.filter((line) => line.includes('a registered operation is broken'))).toHaveLength(2)
  })

  it('reads the operations again only after a registration, or where it is told to', async () => {
    await register({ names })
    await following.look()
    await following.look()
    expect(served).toBe(1)
    await following.look({ isForced: true })
    expect(served).toBe(2)
  })

  it('keeps what it serves where the registry cannot be read, and says so once', async () => {
    await register({ names })
    await following.look()
    const broken = followOperations({
      registry: { open: () => Promise.reject(new Error('no answer')), close: () => Promise.resolve() },
      serve: (registered) => gateway.registerDocuments(registered),
      everyMs: 3_600_000,
      logger,
    })
    await broken.look()
    await broken.look()
    await broken.stop()
    expect(await status('names')).toBe(200)
    expect(lines.filter((line) => line.includes('cannot be followed'))).toHaveLength(1)
  })
})
