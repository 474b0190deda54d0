/** What `hub` does with words, in this process: one of its own for each takes seconds. For words that serve nothing. */
import { main } from '../src/main.ts'
import { environmentFor, type Ended, type RunOptions } from './hub.ts'

const events = ['uncaughtException', 'exit'] as const

/** As runHub. Leaves the process as it was: its environment, output and listeners, and whom the files that it makes are for. */
export async function hubHere(
  words: readonly string[],
  { environment = {} }: Pick<RunOptions, 'environment'> = {},
): Promise<Ended> {
  const said = { stdout: '', stderr: '' }
  const listeners = new Map(events.map((event) => [event, process.listeners(event as 'exit')]))
  const ofStdout = process.stdout.listeners('error')
  // To be told it, one has to set it.
  const umask = process.umask(0o022)
  process.umask(umask)
  const { env } = process
  process.env = environmentFor(environment)
  const undo = (['stdout', 'stderr'] as const).map((name) => {
    const stream = process[name]
    const { write } = stream
    stream.write = (text: string | Uint8Array) => {
      said[name] += String(text)
      return true
    }
    return () => (stream.write = write)
  })
  try {
    return { code: await main(words), ...said }
  } finally {
    for (const act of undo) act()
    process.env = env
    process.umask(umask)
    for (const [event, before] of listeners)
      for (const added of process.listeners(event as 'exit'))
        if (!before.includes(added)) process.off(event, added)
    for (const added of process.stdout.listeners('error'))
      if (!ofStdout.includes(added)) process.stdout.off('error', added as () => void)
  }
}
