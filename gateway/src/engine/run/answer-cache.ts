/**
 * Whole answers kept for the same operation with the same variables, as text: a repeated request is one look. Promises that nothing is given that
 * was read before any of its subgraphs' data changed, and that only answers without errors, the same for every caller, are kept.
 */
import { Lru } from '@samenhang/subgraph-kit/lru'
import { allOf, andThen, type PromiseOrValue } from '@samenhang/subgraph-kit/promise-or-value'
import { fetchesIn, type Fetch, type Step } from '../compile/compile.ts'
import type { Variables } from './run.ts'

/** An operation that is ready: texts that share a plan have answers of their own. */
export interface Answerable {
  readonly step: Step
}

export interface KeptAnswers {
  /** Where the answer stands; null where it may not be kept. To be asked before anything is read. */
  placeOf(prepared: Answerable, variables: Variables): PromiseOrValue<Place | null>
}

/** A place for one answer, at the versions that the data have now. */
export interface Place {
  readonly text: string | undefined
  keep(text: string): void
}

export interface AnswersOptions {
  readonly bytes: number
  readonly versionOf: (subgraph: string) => PromiseOrValue<string | undefined>
  readonly isPublic: (fetch: Fetch) => boolean
  readonly count?: ((hits: number, misses: number) => void) | undefined
}

/** What is known of a plan: its number, and which subgraphs it reads; null where its answers are not kept. */
type Known = { readonly number: number; readonly subgraphs: readonly string[] } | null

interface Kept {
  readonly versions: readonly string[]
  readonly text: string
}

const mostAnswers = 500_000
/** What an entry costs besides its text, about. */
const overhead = 250

export function keepAnswers({ bytes, versionOf, isPublic, count }: AnswersOptions): KeptAnswers {
  const kept = new Lru<string, Kept>(mostAnswers, bytes)
  const known = new WeakMap<Answerable, { readonly known: Known }>()
  let last = 0
  const learn = (prepared: Answerable): Known => {
    const fetches = fetchesIn(prepared.step)
    const isKept = fetches.length > 0 && fetches.every((one) => one.kind === 'query' && isPublic(one))
    const subgraphs = [...new Set(fetches.map(({ subgraph }) => subgraph))]
    const one = isKept ? { number: (last += 1), subgraphs } : null
    known.set(prepared, { known: one })
    return one
  }
  const placeAt = (key: string, versions: readonly (string | undefined)[]): Place | null => {
    if (!versions.every((one) => one !== undefined)) return null
    const found = kept.get(key)
    const isNow = found?.versions.every((one, index) => one === versions[index]) === true
    count?.(isNow ? 1 : 0, isNow ? 0 : 1)
    return {
      text: isNow ? found.text : undefined,
      keep(text) {
        const weight = 2 * (key.length + text.length) + overhead
        kept.set(key, { versions, text: inOnePiece(text) }, weight)
      },
    }
  }
  return {
    placeOf(prepared, variables) {
      const learnt = known.get(prepared)
      const plan = learnt ? learnt.known : learn(prepared)
      if (!plan) return null
      const key = `${String(plan.number)} ${JSON.stringify(variables)}`
      return andThen(allOf(plan.subgraphs.map(versionOf)), (versions) => placeAt(key, versions))
    },
  }
}

/** A text that was put together is a tree of its parts, which would be kept and be gone through each time that it is sent. */
function inOnePiece(text: string): string {
  return Buffer.from(text).toString()
}
