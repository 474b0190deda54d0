/** GraphQL over HTTP as its specification has it: every audit that the package graphql-http ships, those that MUST hold and those that SHOULD. */
import { listen } from '@samenhang/subgraph-kit/http-server'
import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGateway, type Gateway } from '../src/operation/gateway.ts'
import { createHttpServer } from '../src/http/server.ts'
import { fakeNames, fakeSubgraph, silent, supergraphSdl } from './fakes.ts'
import { planHere } from '../src/engine/planning/plan-here.ts'

describe('every audit', () => {
  let url: string
  let gateway: Gateway
  let stop: () => void
  beforeAll(async () => {
    gateway = await createGateway({
      startPlanning: planHere,
      supergraphSdl,
      subgraphs: fakeNames.map((name) => fakeSubgraph(name).running),
      logger: silent,
    })
    const server = createHttpServer(gateway, { logger: silent })
    url = await listen(server, { host: '127.0.0.1', port: 0 })
    stop = () => server.close()
  })
  afterAll(async () => {
    stop()
    await gateway.close()
  })

  // What MAY be, such as GET from any web page, is refused here on purpose.
  const audits = serverAudits({ url: () => `${url}/graphql` }).filter(({ name }) => !name.startsWith('MAY'))
  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn()
    expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok')
  })
})
