/**
 * The graph for subgraphs that compute with it: a gateway in this process over subgraphs that are open already, or one elsewhere by its URL.
 * Both give the answer as any client gets it.
 */
import { subgraphTokens } from '@samenhang/gateway/access/subgraph-token'
import { readConfig } from '@samenhang/gateway/config'
import { createGateway, type Gateway } from '@samenhang/gateway/gateway'
import { createLogger, linesTo } from '@samenhang/gateway/log'
import { planHere } from '@samenhang/gateway/plan-here'
import { sliceNames } from '@samenhang/schema/slices'
import { readSupergraph } from '@samenhang/schema/supergraph'
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { GraphAnswer, GraphClient } from '@samenhang/subgraph-kit/graph-client'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'

/** A page of a thousand areas takes longer than what a person asks. */
const deadline = 60_000

export function clientOf(gateway: Pick<Gateway, 'execute'>): GraphClient {
  return {
    async ask(query, variables) {
      const { text } = await gateway.execute({ query, variables })
      return readAnswer(text)
    },
  }
}

/**
 * Runs `act` with a gateway over these subgraphs and those that SUBGRAPH_URL_<NAME> places elsewhere; the subgraphs stay open. It plans in this
 * process, which has nobody else to answer.
 */
export async function withGateway<T>(
  subgraphs: readonly RunningSubgraph[],
  environment: NodeJS.ProcessEnv,
  act: (gateway: Gateway) => Promise<T>,
): Promise<T> {
  const { subgraphUrls, logLevel } = readConfig({ LOG_LEVEL: 'error', ...environment }, sliceNames())
  const gateway = await createGateway({
    supergraphSdl: readSupergraph(),
    subgraphs: subgraphs.map((subgraph) => ({ ...subgraph, close: () => Promise.resolve() })),
    subgraphUrls,
    sign: subgraphTokens(environment),
    logger: createLogger(logLevel, linesTo(2)),
    startPlanning: planHere,
    deadline,
  })
  try {
    return await act(gateway)
  } finally {
    await gateway.close()
  }
}

/** The graph at this URL, such as http://127.0.0.1:4000/graphql. */
export function clientAt(url: URL): GraphClient {
  return {
    async ask(query, variables) {
      const unavailable = (why: string) =>
        new HubError('SUBGRAPH_UNAVAILABLE', `The graph at ${url.href} did not answer: ${why}.`)
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(deadline),
      }).catch((error: unknown) => {
        throw unavailable(
          error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error),
        )
      })
      const text = await response.text()
      try {
        return readAnswer(text)
      } catch {
        throw unavailable(`HTTP ${response.status} without a GraphQL answer`)
      }
    },
  }
}

function readAnswer(text: string): GraphAnswer {
  const { data = null, errors = [] } = JSON.parse(text) as Partial<GraphAnswer>
  return { data, errors }
}
