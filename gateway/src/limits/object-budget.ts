/**
 * How many objects a client may ask for in a minute, by what the answers can hold at most. Each process counts for itself and learns within a
 * second what the client took from the others.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { Peer, PeerAnswers } from '../processes/peer.ts'

export interface ObjectBudget {
  /**
   * Takes so many for this client. Gives the headers that tell how much is left, where it is less than half. Throws HubError
   * OBJECT_BUDGET_EXCEEDED, and takes nothing, where it is not enough.
   */
  take(client: string, objects: number): readonly (readonly [string, string])[]
}

const minute = 60_000
/** Clients that are counted apart in one minute; others share one count. */
const mostClients = 50_000
const manyOthers = 'others'

type Counts = Map<string, number>

/** What clients took of one process since it told last, in the minute that began then. */
interface Spent {
  readonly start: number
  readonly counts: readonly (readonly [client: string, count: number])[]
}

/** One minute, as one process knows it. */
interface Window {
  readonly start: number
  readonly own: Counts
  /** What was told of `own`. */
  readonly told: Counts
  /** What was taken of other processes. */
  readonly elsewhere: Counts
}

const windowFrom = (start: number): Window => ({
  start,
  own: new Map(),
  told: new Map(),
  elsewhere: new Map(),
})

export interface ObjectBudgetOptions {
  readonly perMinute: number
  /** Who has no limit. */
  readonly isFree?: (client: string) => boolean
  readonly now?: () => number
  /** Who knows what was taken from other processes. */
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
    const { start, own, told, elsewhere } = current()
    const counts = [...own].flatMap(([client, count]): Spent['counts'] => {
      const since = count - (told.get(client) ?? 0)
      return since > 0 ? [[client, since]] : []
    })
    if (counts.length === 0 || !leader) return
    for (const [client, count] of own) told.set(client, count)
    const spent: Spent = { start, counts }
    const all = (await leader.ask('spent', spent)) as Spent['counts']
    for (const [client, count] of all) elsewhere.set(client, count - (told.get(client) ?? 0))
  }
  if (leader) setInterval(() => void exchange().catch(() => undefined), 1_000).unref()
  return {
    take(given, objects) {
      if (isFree(given)) return []
      const { start, own, elsewhere } = current()
      const client = own.has(given) || own.size < mostClients ? given : manyOthers
      const before = own.get(client) ?? 0
      const left = perMinute - before - (elsewhere.get(client) ?? 0)
      const seconds = Math.max(1, Math.ceil((start + minute - now()) / 1_000))
      if (objects > left) throw spent(perMinute, objects, Math.max(0, left), seconds)
      own.set(client, before + objects)
      const after = left - objects
      if (after * 2 >= perMinute) return []
      return [policy, ['ratelimit', `"objects";r=${String(after)};t=${String(seconds)}`]]
    },
  }
}

function spent(perMinute: number, objects: number, left: number, retryAfter: number): HubError {
  const [asked, most] = [objects, perMinute].map((count) => count.toLocaleString('en'))
  return new HubError(
    'OBJECT_BUDGET_EXCEEDED',
    `The answer could hold ${asked ?? ''} objects, and of the ${most ?? ''} that you may ask for in a minute ${left.toLocaleString('en')} are left. Try again in ${String(retryAfter)} s, or ask for smaller pages.`,
    { objects, limit: perMinute, retryAfter },
  )
}

/** What the leader answers to processes that count: what each client that they name took of all of them in this minute. */
export function sharedSpending(): PeerAnswers {
  let window = { start: 0, taken: new Map() as Counts }
  return {
    spent(value) {
      const { start, counts } = value as Spent
      if (start > window.start) window = { start, taken: new Map() }
      if (start < window.start) return []
      const { taken } = window
      for (const [client, count] of counts) taken.set(client, (taken.get(client) ?? 0) + count)
      return counts.map(([client]) => [client, taken.get(client)])
    },
  }
}
