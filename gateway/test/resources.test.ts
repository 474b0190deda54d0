/** What outlives a gateway: the next one goes on with the same subgraphs, connections, counts and audit. */
import { startServing } from '@samenhang/subgraph-kit/serve'
import { afterEach, expect, it } from 'vitest'
import { noAudit } from '../src/audit/audit.ts'
import { createGateway, createGatewayOver, type GatewayResources } from '../src/operation/gateway.ts'
import { closeSources, openSources } from '../src/subgraph-sources/open-sources.ts'
import { createMetrics } from '../src/telemetry/metrics.ts'
import { fakeSubgraph, silent, supergraphSdl } from './fakes.ts'
import { planHere } from '../src/engine/planning/plan-here.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const options = { startPlanning: planHere, supergraphSdl }
const query =
  '{ neighbourhood(code: "BU90010101") { name housing { averageWozValue } care { youthCareShare } } }'
const whole = {
  data: {
    neighbourhood: { name: 'Noord', housing: { averageWozValue: 312_000 }, care: { youthCareShare: 9.5 } },
  },
}

it('a gateway that closes leaves open what it was given, and the next counts on', async () => {
  const here = [fakeSubgraph('base-registry'), fakeSubgraph('housing')]
  const elsewhere = fakeSubgraph('care')
  const served = await startServing(
    { name: 'care', open: () => Promise.resolve(elsewhere.running) },
    { PORT: '0' },
    silent,
  )
  let audits = 0
  const resources: GatewayResources = {
    sources: openSources({
      subgraphs: here.map(({ running }) => running),
      subgraphUrls: new Map([['care', new URL(served.url)]]),
      logger: silent,
    }),
    metrics: createMetrics(),
    audit: { ...noAudit, close: () => (audits += 1) },
    logger: silent,
  }
  closing.push(
    () => served.close(),
    () => closeSources(resources.sources),
  )

  const first = await createGatewayOver(resources, options)
  const second = await createGatewayOver(resources, options)
  expect(JSON.parse((await first.execute({ query })).text)).toEqual(whole)
  await first.close()
  expect([...here, elsewhere].map(({ closed }) => closed)).toEqual([false, false, false])
  expect(audits).toBe(0)
  expect(await second.unready()).toEqual([])
  expect(JSON.parse((await second.execute({ query })).text)).toEqual(whole)
  expect(second.metrics).toBe(resources.metrics)
  expect((await second.metrics.text()).text).toContain('hub_fetches_total{subgraph="care"} 2')
  await second.close()

  await closeSources(resources.sources)
  expect(here.map(({ closed }) => closed)).toEqual([true, true])
})

it('a gateway that opened its subgraphs itself closes them, and the audit', async () => {
  const fakes = [fakeSubgraph('base-registry'), fakeSubgraph('housing'), fakeSubgraph('care')]
  let audits = 0
  const gateway = await createGateway({
    ...options,
    subgraphs: fakes.map(({ running }) => running),
    audit: { ...noAudit, close: () => (audits += 1) },
    logger: silent,
  })
  await gateway.close()
  expect(fakes.map(({ closed }) => closed)).toEqual([true, true, true])
  expect(audits).toBe(1)
})
