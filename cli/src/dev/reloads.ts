/** Reloads one after another: what is saved meanwhile is the next one. A process that ends by itself is started again, unless it does so at once. */
import { reload, type Reloaded, type ReloadParts, type Served } from './reload.ts'
import { sourceFiles } from './watch.ts'

/** A reload that is done. */
export interface ReloadReport {
  /** What was saved; none at the start. */
  readonly files: ReadonlySet<string>
  /** Why the process that served had ended; null where it had not. */
  readonly crash: string | null
  readonly reloaded: Reloaded
  /** From the save. */
  readonly seconds: number
  /** Whether something is served all the same. */
  readonly isServed: boolean
}

export interface ReloadsOptions {
  readonly parts: ReloadParts
  readonly first: Served
  /** Of the subgraph. */
  readonly folder: string
  readonly report: (report: ReloadReport) => void
  /** Has what the next reload needs wait, given the source files. */
  readonly prepareNext: (sources: readonly string[]) => void
}

export interface Reloads {
  /** Resolves when nothing is left to reload. Never rejects. */
  reload(files: ReadonlySet<string>): Promise<void>
  stop(): void
}

/** Milliseconds: after a reload until the next is prepared, and how long a process must have served to be started again. */
const patience = { prepare: 500, restart: 3_000 }

export function reloads({ parts, first, folder, report, prepareNext }: ReloadsOptions): Reloads {
  let served = first
  let waiting: { readonly files: Set<string>; readonly since: number; crash: string | null } | null = null
  let running: Promise<void> | undefined
  let preparing: NodeJS.Timeout | undefined
  let isStopped = false

  const ask = (files: Iterable<string>, crash: string | null): Promise<void> => {
    if (isStopped) return Promise.resolve()
    waiting ??= { files: new Set(), since: performance.now(), crash: null }
    for (const file of files) waiting.files.add(file)
    waiting.crash ??= crash
    return (running ??= run().finally(() => {
      running = undefined
    }))
  }
  const run = async (): Promise<void> => {
    clearTimeout(preparing)
    for (let next = waiting; next && !isStopped; next = waiting) {
      waiting = null
      const reloaded = await reload(parts, served)
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it may have been stopped meanwhile
      if (isStopped) return
      if ('served' in reloaded) served = watchOver(reloaded.served)
      const seconds = (performance.now() - next.since) / 1_000
      report({ files: next.files, crash: next.crash, reloaded, seconds, isServed: served.process !== null })
    }
    preparing = setTimeout(() => prepareNext(sourceFiles(folder)), patience.prepare)
  }
  const watchOver = (now: Served): Served => {
    const since = performance.now()
    void now.process?.crashed.then((crash) => {
      if (isStopped || served.process !== now.process) return
      if (performance.now() - since >= patience.restart) return void ask([], crash)
      report({ files: new Set(), crash, reloaded: { faults: [] }, seconds: 0, isServed: false })
    })
    return now
  }
  return {
    reload: (files) => ask(files, null),
    stop() {
      isStopped = true
      clearTimeout(preparing)
    },
  }
}
