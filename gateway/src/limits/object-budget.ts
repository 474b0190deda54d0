/**
 * The number of objects that a client may ask for in a minute, by the most that its answers can hold. Each
 * process counts for itself and learns within a second what the client took from the others.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { Peer, PeerAnswers } from '../processes/peer.ts'

export interface ObjectBudget {
  /**
   * Takes this many objects for this client. Gives the headers with the rest, where that is less than half. Throws HubError
   * OBJECT_BUDGET_EXCEEDED, and takes nothing, where the rest is too small.
   */
  take(client: string, objects: number): readonly (readonly [string, string])[]
  /** What this client may still take, as far as this process knows; null where it has no limit. Takes nothing. */
  left(client: string): BudgetLeft | null
  /** Objects that a client may ask for in a minute. */
  readonly perMinute: number
}

export interface BudgetLeft {
  readonly perMinute: number
  readonly left: number
  /** Seconds until the next minute begins. */
  readonly seconds: number
}

const minute = 60_000
/** Clients that are counted apart in one minute; others share one count. */
const mostClients = 50_000
const manyOthers = 'others'

type Counts = Map<string, number>

/** What clients took from one process since its last report, in the minute from `start`. */
interface SpentObjects {
  readonly start: number
  readonly counts: readonly (readonly [client: string, count: number])[]
}

/** One minute, as one process knows it. */
interface Window {
  readonly start: number
  readonly own: Counts
  /** The part of `own` that was reported to the leader. */
  readonly reported: Counts
  /** What was taken from other processes. */
  readonly elsewhere: Counts
}

const windowFrom = (start: number): Window => ({
  start,
  own: new Map(),
  reported: new Map(),
  elsewhere: new Map(),
})

export interface ObjectBudgetOptions {
  readonly perMinute: number
  /** Which clients have no limit. */
  readonly isFree?: (client: string) => boolean
  readonly now?: () => number
  /** The leader, which knows what was taken from other processes. */
  readonly leader?: Pick<Peer, 'ask'> | undefined
}

export function createObjectBudget({
  perMinute,
  isFree = () => false,
  now = Date.now,
  leader,
}: ObjectBudgetOptions): ObjectBudget {
  let window = windowFrom(0)
  const policy = ['ratelimit-policy', `"objects";q=${String(perMinute)};w=60`] as const
  const current = (): Window => {
    const start = Math.floor(now() / minute) * minute
    return start === window.start ? window : (window = windowFrom(start))
  }
  const exchange = async (): Promise<void> => {
    const { start, own, reported, elsewhere } = current()
    const counts = [...own].flatMap(([client, count]): SpentObjects['counts'] => {
      const since = count - (reported.get(client) ?? 0)
      return since > 0 ? [[client, since]] : []
    })
    if (counts.length === 0 || !leader) return
    for (const [client, count] of own) reported.set(client, count)
    const spent: SpentObjects = { start, counts }
    const all = (await leader.ask('spent', spent)) as SpentObjects['counts']
    for (const [client, count] of all) elsewhere.set(client, count - (reported.get(client) ?? 0))
  }
  if (leader) setInterval(() => void exchange().catch(() => undefined), 1_000).unref()
  /** How a client stands in this minute, under the name that it is counted by. */
  const standing = (name: string) => {
    const { start, own, elsewhere } = current()
    const client = own.has(name) || own.size < mostClients ? name : manyOthers
    const before = own.get(client) ?? 0
    const left = perMinute - before - (elsewhere.get(client) ?? 0)
    const seconds = Math.max(1, Math.ceil((start + minute - now()) / 1_000))
    return { own, client, before, left, seconds }
  }
  return {
    perMinute,
    left(name) {
      if (isFree(name)) return null
      const { left, seconds } = standing(name)
      return { perMinute, left: Math.max(0, left), seconds }
    },
    take(name, objects) {
      if (isFree(name)) return []
      const { own, client, before, left, seconds } = standing(name)
      if (objects > left) throw spent(perMinute, objects, Math.max(0, left), seconds)
      own.set(client, before + objects)
      const after = left - objects
      if (after * 2 >= perMinute) return []
      return [policy, ['ratelimit', `"objects";r=${String(after)};t=${String(seconds)}`]]
    },
  }
}

function spent(perMinute: number, objects: number, left: number, retryAfter: number): HubError {
  const [requested, most] = [objects, perMinute].map((count) => count.toLocaleString('en'))
  if (objects > perMinute)
    return new HubError(
      'OBJECT_BUDGET_EXCEEDED',
      `The answer could hold ${requested ?? ''} objects, and ${most ?? ''} per minute is all that you may request. Ask for smaller pages.`,
      { objects, limit: perMinute },
    )
  return new HubError(
    'OBJECT_BUDGET_EXCEEDED',
    `The answer could hold ${requested ?? ''} objects; ${left.toLocaleString('en')} of your ${most ?? ''} per minute are left. Try again in ${String(retryAfter)} s, or ask for smaller pages.`,
    { objects, limit: perMinute, retryAfter },
  )
}

/** The leader's answer to processes that count: what each client that they name took from all of them in this minute. */
export function sharedSpending(): PeerAnswers {
  let window = { start: 0, total: new Map() as Counts }
  return {
    spent(value) {
      const { start, counts } = value as SpentObjects
      if (start > window.start) window = { start, total: new Map() }
      if (start < window.start) return []
      const { total } = window
      for (const [client, count] of counts) total.set(client, (total.get(client) ?? 0) + count)
      return counts.map(([client]) => [client, total.get(client)])
    },
  }
}
