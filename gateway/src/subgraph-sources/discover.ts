/**
 * The subgraphs of this repository, found by listing `subgraphs/*`: the only file of the gateway that imports
 * them. SUBGRAPH_URL_<NAME> says which of them run elsewhere.
 */
import { sliceNames } from '@samenhang/schema/slices'
import type { OpenOptions, RunningSubgraph, Subgraph } from '@samenhang/subgraph-kit/subgraph'

/** The variable that moves a subgraph out of this process: SUBGRAPH_URL_LABOUR_MARKET. */
export function urlVariable(subgraph: string): string {
  return `SUBGRAPH_URL_${subgraph.replaceAll('-', '_').toUpperCase()}`
}

/**
 * Opens every subgraph without a SUBGRAPH_URL_<NAME>; where one fails, the others are closed again. With `mayLackDatabase` a subgraph whose database
 * is missing or damaged is not a failure while others work.
 */
export async function openSubgraphs({
  without,
  ...options
}: OpenOptions & {
  /** One that is not opened here. */
  readonly without?: string
}): Promise<RunningSubgraph[]> {
  const here = sliceNames().filter((name) => name !== without && !options.environment[urlVariable(name)])
  const outcomes = await Promise.allSettled(
    here.map(async (name) => {
      const subgraph = await importSubgraph(name)
      return subgraph.open({
        ...options,
        logger: options.logger.child({ subgraph: name }),
      })
    }),
  )
  const running = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  const isAnyWell = running.some(({ database }) => !database.lost)
  const lost = isAnyWell ? undefined : running[0]?.database.lost
  if (!failed && !lost) return running
  await Promise.allSettled(running.map((subgraph) => subgraph.close()))
  throw failed?.reason ?? lost
}

/** The subgraph in its folder, from source. */
export async function importSubgraph(name: string): Promise<Subgraph> {
  // In this form, which esbuild reads, all of them are in the bundle of cli/bin/sources.js.
  const module = (await import(`../../../subgraphs/${name}/src/index.ts`)) as { subgraph: Subgraph }
  return module.subgraph
}
