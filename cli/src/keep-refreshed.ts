/** Results that a running hub serves, kept up to date: looked at once at the start, and every so many minutes. */
import type { FigureGraph } from '@samenhang/gateway/make-figures'
import type { Logger } from '@samenhang/gateway/log'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { refreshBeside } from './refresh-beside.ts'

export interface Refreshed {
  readonly gateway: FigureGraph
  readonly subgraphs: readonly RunningSubgraph[]
  readonly environment: NodeJS.ProcessEnv
  readonly logger: Logger
}

/** Resolves after the first look; `minutes` 0 is never again. */
export async function keepRefreshed(
  { gateway, subgraphs, environment, logger }: Refreshed,
  minutes: number,
): Promise<void> {
  let refreshing: Promise<void> | undefined
  const refresh = () =>
    (refreshing ??= refreshBeside(gateway, subgraphs, environment, logger).finally(() => {
      refreshing = undefined
    }))
  await refresh()
  if (minutes > 0) setInterval(() => void refresh(), minutes * 60_000).unref()
}
