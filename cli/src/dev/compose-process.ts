/** The process that composes for `hub dev`, so that what is served does not wait for it: an answer for each of the two steps. */
import { mergeInSteps } from '@samenhang/schema/compose-in-steps'
import type { ComposeAnswer, ComposeRequest } from './composer.ts'

export function run(): void {
  process.on('message', ({ id, slice, rest }: ComposeRequest) => {
    const answer = (message: ComposeAnswer): void => void process.send?.(message)
    const merged = mergeInSteps(slice, rest)
    if ('faults' in merged) return answer({ id, step: 'merged', result: merged })
    // The first step is on its way before the second begins.
    const { supergraphSdl } = merged
    answer({ id, step: 'merged', result: { supergraphSdl } })
    setImmediate(() => answer({ id, step: 'checked', result: merged.check() }))
  })
}
