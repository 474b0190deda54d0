/**
 * The subgraphs for a command's own use: opened in this process, closed whatever happens.
 * What a command does with them is the command's; logs go to stderr, warnings and worse unless LOG_LEVEL says more.
 */
import { openSubgraphs } from '@samenhang/gateway/subgraphs'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import pino from 'pino'

export async function withSubgraphs<T>(
  environment: NodeJS.ProcessEnv,
  act: (subgraphs: readonly RunningSubgraph[]) => Promise<T>,
): Promise<T> {
  const logger = pino({ level: environment['LOG_LEVEL'] ?? 'warn' }, pino.destination(2))
  const subgraphs = await openSubgraphs({ environment, logger })
  try {
    return await act(subgraphs)
  } finally {
    await Promise.all(subgraphs.map((subgraph) => subgraph.close()))
  }
}
