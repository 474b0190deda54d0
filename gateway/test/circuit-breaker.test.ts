/** A subgraph that hangs costs its first few callers the deadline, then nobody, until it answers the hub's own question. */
import { text } from 'node:stream/consumers'
import { afterEach, expect, it } from 'vitest'
import { createGateway, type Gateway } from '../src/operation/gateway.ts'
import { createLogger } from '../src/telemetry/log.ts'
import { NotAsked, withCircuitBreaker } from '../src/subgraph-sources/circuit-breaker.ts'
import type { SubgraphSource } from '../src/subgraph-sources/source.ts'
import { Cancellation, TooLate } from '../src/subgraph-sources/cancellation.ts'
import { publicAccess } from '@samenhang/subgraph-kit/caller'
import { BodyTooLarge } from '@samenhang/subgraph-kit/http-body'
import { fakeNames, fakeSubgraph, serveAnything, silent, supergraphSdl } from './fakes.ts'
import { planHere } from '../src/engine/planning/plan-here.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const caller = { traceId: 'a'.repeat(32), access: publicAccess }
const request = { query: '{ care { clients } }' }

/** A source that does as it is told, and counts how it was asked. */
function made(): SubgraphSource & { does: () => Promise<{ data: object }>; asked: string[] } {
  const source = {
    name: 'care',
    asked: [] as string[],
    does: () => Promise.resolve({ data: {} }),
    fetch({ query }: { query: string }) {
      source.asked.push(query)
      return source.does()
    },
    ready: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
  return source
}

async function askTimes(
  source: SubgraphSource,
  times: number,
  stop = () => new Cancellation(() => undefined),
) {
  const outcomes: string[] = []
  for (let turn = 0; turn < times; turn += 1)
    outcomes.push(
      await source.fetch(request, caller, stop()).then(
        () => 'answer',
        (error: unknown) => (error as Error).name,
      ),
    )
  return outcomes
}

it('after five fetches in a row that came to nothing no caller is made to wait, until a probe is answered', async () => {
  const subgraph = made()
  const source = withCircuitBreaker(subgraph, silent, { failures: 5, probeEvery: 30, probePatience: 100 })
  closing.push(() => source.close())
  subgraph.does = () => Promise.reject(new TooLate('no answer'))
  expect(await askTimes(source, 8)).toEqual([
    ...Array<string>(5).fill('TooLate'),
    ...Array<string>(3).fill(NotAsked.name),
  ])
  expect(subgraph.asked.filter((query) => query === request.query)).toHaveLength(5)
  await expect
    .poll(() => subgraph.asked.filter((query) => query === '{ __typename }').length)
    .toBeGreaterThan(1)
  expect(await askTimes(source, 1)).toEqual([NotAsked.name])
  subgraph.does = () => Promise.resolve({ data: {} })
  await expect.poll(() => askTimes(source, 1)).toEqual(['answer'])
  const probes = subgraph.asked.filter((query) => query === '{ __typename }').length
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(subgraph.asked.filter((query) => query === '{ __typename }')).toHaveLength(probes)
})

it('an answer in between begins the count anew; who goes away and what is too long count for nothing', async () => {
  const subgraph = made()
  const source = withCircuitBreaker(subgraph, silent, { failures: 3 })
  closing.push(() => source.close())
  for (let turn = 0; turn < 3; turn += 1) {
    subgraph.does = () => Promise.reject(new TooLate('no answer'))
    expect(await askTimes(source, 2)).toEqual(['TooLate', 'TooLate'])
    subgraph.does = () => Promise.resolve({ data: {} })
    expect(await askTimes(source, 1)).toEqual(['answer'])
  }
  subgraph.does = () => Promise.reject(new BodyTooLarge(10))
  await askTimes(source, 10)
  subgraph.does = () => Promise.reject(new Error('the client disconnected'))
  await askTimes(source, 10, () => {
    const stop = new Cancellation(() => undefined)
    stop.cancel(new Error('the client disconnected'))
    return stop
  })
  subgraph.does = () => Promise.resolve({ data: {} })
  expect(await askTimes(source, 1)).toEqual(['answer'])
})

it('a domain that hangs is told to be out at once after its first callers, and the log says so once', async () => {
  const posts: string[] = []
  const hanging = await serveAnything((incoming) => {
    void text(incoming).then((body) => posts.push(body))
  })
  const lines: string[] = []
  const fakes = fakeNames.filter((name) => name !== 'care').map(fakeSubgraph)
  const gateway: Gateway = await createGateway({
    startPlanning: planHere,
    supergraphSdl,
    subgraphs: fakes.map(({ running }) => running),
    subgraphUrls: new Map([['care', hanging.url]]),
    logger: createLogger('warn', { write: (line: string) => void lines.push(line) }),
    deadline: 100,
  })
  closing.push(
    () => hanging.close(),
    () => gateway.close(),
  )
  const query = '{ neighbourhood(code: "BU90010101") { code care { youthCareShare } } }'
  const ask = async () => expect((await gateway.execute({ query })).text).toContain('SUBGRAPH_UNAVAILABLE')
  const told = () =>
    lines.filter((line) => line.includes('the subgraph does not answer; no requests are sent until it does'))
  const sent = () => posts.filter((body) => body.includes('youthCareShare')).length
  // What the hub itself made wait counts for nothing, so a loaded machine may need more than five, some of which are late before they are sent.
  for (let turn = 0; turn < 50 && told().length === 0; turn += 1) await ask()
  await expect.poll(sent).toBeGreaterThanOrEqual(1)
  const before = sent()
  for (let turn = 0; turn < 5; turn += 1) await ask()
  expect(sent()).toBe(before)
  expect(told()).toHaveLength(1)
})
