/** Synthetic data at the first start, as `hub start` makes them; in a process of its own, which opens every subgraph, also the one that is worked on. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { CommandRefused } from '../faults.ts'

const hubFile = fileURLToPath(new URL('../../bin/hub.js', import.meta.url))

/** Where none of these holds anything. Throws CommandRefused where it fails, which has then told why. */
export async function seedWhereEmpty(
  others: readonly RunningSubgraph[],
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const empty = await Promise.all(others.map((subgraph) => subgraph.isEmpty()))
  if (others.length === 0 || !empty.every(Boolean)) return
  process.stdout.write('first start: making the synthetic data ...\n')
  const child = spawn(process.execPath, [hubFile, 'seed'], {
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const stop = (): void => void child.kill()
  process.once('exit', stop)
  const [code] = (await once(child, 'exit')) as [number | null]
  process.off('exit', stop)
  if (code !== 0)
    throw new CommandRefused([
      'The synthetic data could not be made. Mend what is told above, or run hub seed.',
    ])
}
