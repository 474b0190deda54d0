/** What `hub seed` does: one synthetic country into every subgraph, or out of it, under the lock that imports take too. */
import { withDataLock } from '@samenhang/subgraph-kit/lock'
import { removeSeeds, seedAll } from '@samenhang/subgraph-kit/seed-all'
import { count } from './progress.ts'
import { refreshAfter, noteInputsMoved } from './refresh.ts'
import { withSubgraphs } from './subgraphs.ts'
import { reportWait } from './wait.ts'

export interface SeedOptions {
  readonly neighbourhoods: number
  readonly people: number
  readonly seed: number
}

export async function seed(options: SeedOptions, environment: NodeJS.ProcessEnv): Promise<void> {
  const began = Date.now()
  await withSubgraphs(environment, async (subgraphs) => {
    const locked = <T>(act: () => Promise<T>) => withDataLock(environment, act, { onWait: reportWait })
    await locked(async () => {
      await seedAll(subgraphs, options)
      await noteInputsMoved(subgraphs)
    })
    const seconds = ((Date.now() - began) / 1_000).toFixed(1)
    process.stdout.write(
      `seeded ${count(options.neighbourhoods)} neighbourhoods and ${count(options.people)} people of an invented country (seed ${options.seed}) in ${seconds} s; imported data is unchanged\n`,
    )
    await refreshAfter('seed', subgraphs, environment, { locked })
  })
}

/** `hub seed --remove`. */
export async function removeSeed(environment: NodeJS.ProcessEnv): Promise<void> {
  await withSubgraphs(environment, async (subgraphs) => {
    const locked = <T>(act: () => Promise<T>) => withDataLock(environment, act, { onWait: reportWait })
    await locked(async () => {
      await removeSeeds(subgraphs)
      await noteInputsMoved(subgraphs)
    })
    process.stdout.write('removed the synthetic figures and people; imported data is unchanged\n')
    await refreshAfter('seed', subgraphs, environment, { locked })
  })
}
