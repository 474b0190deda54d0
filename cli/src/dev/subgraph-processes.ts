/**
 * The processes of the subgraph that `hub dev` runs, each of which serves its sources as they were when it was opened. One waits, with the packages
 * loaded, so that the next is there sooner.
 */
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { ended, startProcess } from './start-process.ts'

export interface SubgraphOrder {
  readonly order: 'prepare' | 'serve' | 'end'
  /** What to prepare, separated by spaces, or whom to serve. */
  readonly of: string
}

export type SubgraphMessage = { readonly url: string } | { readonly fault: string }

/** One that serves. */
export interface SubgraphProcess {
  readonly url: URL
  /** Resolves with why it ended, where it ends by itself. */
  readonly crashed: Promise<string>
  /** Lets what is under way end, for a few seconds. */
  end(): Promise<void>
}

/** Sources that cannot be served: why, in one line. */
export class NotServed extends Error {
  override readonly name = 'NotServed'
}

export interface SubgraphProcesses {
  /** Throws NotServed. */
  open(): Promise<SubgraphProcess>
  /** Has one wait for the next time. `sources` are the files whose packages it loads. */
  prepare(sources: readonly string[]): void
  /** Ends all that there are. */
  close(): Promise<void>
}

/** Milliseconds in which one must serve, and in which one must have ended. */
const patience = { serve: 60_000, end: 5_000 }

export function subgraphProcesses(name: string, environment: NodeJS.ProcessEnv): SubgraphProcesses {
  const running = new Set<ChildProcess>()
  let spare: ChildProcess | undefined
  const start = (): ChildProcess => {
    // A port of its own at this machine, whatever the hub has.
    const child = startProcess('subgraph', { ...environment, HOST: '127.0.0.1', PORT: '0' })
    running.add(child)
    child.once('exit', () => {
      running.delete(child)
      if (spare === child) spare = undefined
    })
    return child
  }
  return {
    async open() {
      const child = spare ?? start()
      spare = undefined
      try {
        return await serving(child, name)
      } catch (error) {
        await end(child)
        throw error
      }
    },
    prepare(sources) {
      if (spare) return
      spare = start()
      order(spare, { order: 'prepare', of: packagesOf(sources).join(' ') })
    },
    async close() {
      spare?.kill('SIGKILL')
      await Promise.all([...running].map(end))
    },
  }
}

async function serving(child: ChildProcess, name: string): Promise<SubgraphProcess> {
  let fault: string | undefined
  const gone = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) =>
      resolve(fault ?? `its process ended (${signal ?? `code ${String(code)}`})`),
    )
  })
  const url = await new Promise<URL>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new NotServed(`it did not serve within ${patience.serve / 1_000} s`)),
      patience.serve,
    )
    child.on('message', (message: SubgraphMessage) => {
      clearTimeout(late)
      if ('url' in message) resolve(new URL(message.url))
      else reject(new NotServed((fault = message.fault)))
    })
    void gone.then((why) => {
      clearTimeout(late)
      reject(new NotServed(why))
    })
    order(child, { order: 'serve', of: name })
  })
  let isEnding = false
  return {
    url,
    crashed: new Promise((resolve) => {
      void gone.then((why) => {
        if (!isEnding) resolve(why)
      })
    }),
    end: () => {
      isEnding = true
      return end(child)
    },
  }
}

function end(child: ChildProcess): Promise<void> {
  order(child, { order: 'end', of: '' })
  return ended(child, patience.end)
}

function order(child: ChildProcess, given: SubgraphOrder): void {
  if (child.connected) child.send(given, () => undefined)
}

/** The packages that sources import, each once. */
function packagesOf(sources: readonly string[]): readonly string[] {
  const imports = sources.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/ from '([^'.][^']*)'/g)])
  return [...new Set(imports.map(([, specifier]) => String(specifier)))]
}
