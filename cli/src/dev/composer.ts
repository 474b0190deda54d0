/** Composes one slice with the rest of a graph, in a process of its own that is kept. One that ends is started again for the next. */
import type { ChildProcess } from 'node:child_process'
import type { Checked, Merged } from '@samenhang/schema/compose-in-steps'
import type { SliceSource } from '@samenhang/schema/registry/release'
import { ended, startProcess } from './start-process.ts'

export interface ComposeRequest {
  readonly id: number
  readonly slice: SliceSource
  readonly rest: readonly SliceSource[]
}

export type MergeResult = { readonly supergraphSdl: string } | Extract<Merged, { faults: unknown }>

export type ComposeAnswer =
  | { readonly id: number; readonly step: 'merged'; readonly result: MergeResult }
  | { readonly id: number; readonly step: 'checked'; readonly result: Checked }

/** Both steps of one composition; neither rejects. */
export interface Composing {
  readonly merged: Promise<MergeResult>
  /** Of what merged; where that failed, this never settles. */
  readonly checked: Promise<Checked>
}

export interface Composer {
  compose(slice: SliceSource): Composing
  /** Composes what it composed last once more, for nobody: the next is sooner done where several were done before. */
  warm(): Promise<void>
  close(): Promise<void>
}

interface Waiting {
  readonly merged: (result: MergeResult) => void
  readonly checked: (result: Checked) => void
}

export function openComposer(rest: readonly SliceSource[], environment: NodeJS.ProcessEnv): Composer {
  const waiting = new Map<number, Waiting>()
  let last = 0
  let child: ChildProcess | undefined
  const running = (): ChildProcess => {
    if (child) return child
    const started = startProcess('compose', environment)
    started.on('message', ({ id, step, result }: ComposeAnswer) => {
      const steps = waiting.get(id)
      if (step === 'merged') steps?.merged(result)
      else steps?.checked(result)
      if (step === 'checked' || 'faults' in result) waiting.delete(id)
    })
    started.once('exit', () => {
      if (child === started) child = undefined
      const faults = ['The process that composes ended; save again.']
      for (const { merged, checked } of waiting.values()) {
        merged({ faults })
        checked({ faults })
      }
      waiting.clear()
    })
    return (child = started)
  }
  running()
  let latest: SliceSource | undefined
  const composer: Composer = {
    compose(slice) {
      latest = slice
      const id = (last += 1)
      let steps: Waiting | undefined
      const checked = new Promise<Checked>((resolveChecked) => {
        steps = { merged: () => undefined, checked: resolveChecked }
      })
      const merged = new Promise<MergeResult>((resolveMerged) => {
        if (steps) waiting.set(id, { ...steps, merged: resolveMerged })
      })
      running().send({ id, slice, rest } satisfies ComposeRequest)
      return { merged, checked }
    },
    async warm() {
      if (!latest) return
      const { merged, checked } = composer.compose(latest)
      if (!('faults' in (await merged))) await checked
    },
    async close() {
      const closing = child
      child = undefined
      closing?.kill('SIGKILL')
      if (closing) await ended(closing, 1_000)
    },
  }
  return composer
}
