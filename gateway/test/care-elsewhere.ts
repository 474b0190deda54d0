/** A gateway over the fakes in process, but for the domain of care, which is asked at this URL. */
import { createGateway, type Gateway, type GatewayOptions } from '../src/operation/gateway.ts'
import { fakeSubgraph, silent, supergraphSdl } from './fakes.ts'
import { planHere } from '../src/engine/planning/plan-here.ts'

export function gatewayWithCareAt(
  url: URL,
  options: Partial<Pick<GatewayOptions, 'logger' | 'deadline'>> = {},
): Promise<Gateway> {
  return createGateway({
    startPlanning: planHere,
    supergraphSdl,
    subgraphs: (['base-registry', 'housing'] as const).map((name) => fakeSubgraph(name).running),
    subgraphUrls: new Map([['care', url]]),
    logger: silent,
    ...options,
  })
}
