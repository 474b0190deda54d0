/**
 * The answer cache: answers as text, by operation and variables. Promises that no answer is given that was
 * read before the data of any of its subgraphs changed, and that only answers without errors, the same for
 * every caller, are cached.
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
  /** The cache slot of the answer; null where it may not be cached. To be asked before anything is read. */
  slotOf(prepared: Answerable, variables: Variables): PromiseOrValue<CacheSlot | null>
}

/** A cache slot for one answer, at the current versions of the data. */
export interface CacheSlot {
  readonly text: string | undefined
  keep(text: string): void
}

export interface AnswersOptions {
  readonly bytes: number
  readonly versionOf: (subgraph: string) => PromiseOrValue<string | undefined>
  readonly isPublic: (fetch: Fetch) => boolean
  readonly count?: ((hits: number, misses: number) => void) | undefined
}

/** A plan's number and the subgraphs that it reads; null where its answers are not cached. */
type CachedPlan = { readonly number: number; readonly subgraphs: readonly string[] } | null

interface CachedAnswer {
  readonly versions: readonly string[]
  readonly text: string
}

const mostAnswers = 500_000
/** What an entry costs besides its text, about. */
const overhead = 250

export function keepAnswers({ bytes, versionOf, isPublic, count }: AnswersOptions): KeptAnswers {
  const answers = new Lru<string, CachedAnswer>(mostAnswers, bytes)
  const plans = new WeakMap<Answerable, { readonly plan: CachedPlan }>()
  let last = 0
  const learn = (prepared: Answerable): CachedPlan => {
    const fetches = fetchesIn(prepared.step)
    const isKept = fetches.length > 0 && fetches.every((fetch) => fetch.kind === 'query' && isPublic(fetch))
    const subgraphs = [...new Set(fetches.map(({ subgraph }) => subgraph))]
    const plan = isKept ? { number: (last += 1), subgraphs } : null
    plans.set(prepared, { plan })
    return plan
  }
  const slotAt = (key: string, versions: readonly (string | undefined)[]): CacheSlot | null => {
    if (!versions.every((version) => version !== undefined)) return null
    const cached = answers.get(key)
    const isNow = cached?.versions.every((version, index) => version === versions[index]) === true
    count?.(isNow ? 1 : 0, isNow ? 0 : 1)
    return {
      text: isNow ? cached.text : undefined,
      keep(text) {
        const weight = 2 * (key.length + text.length) + overhead
        answers.set(key, { versions, text: inOnePiece(text) }, weight)
      },
    }
  }
  return {
    slotOf(prepared, variables) {
      const cachedPlan = plans.get(prepared)
      const plan = cachedPlan ? cachedPlan.plan : learn(prepared)
      if (!plan) return null
      const key = `${String(plan.number)} ${JSON.stringify(variables)}`
      return andThen(allOf(plan.subgraphs.map(versionOf)), (versions) => slotAt(key, versions))
    },
  }
}

/** A text that was put together is a tree of its parts, which would be kept and be gone through each time that it is sent. */
function inOnePiece(text: string): string {
  return Buffer.from(text).toString()
}
