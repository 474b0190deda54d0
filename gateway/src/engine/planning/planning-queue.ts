/**
 * The order of planning: turns by caller, short operations first, and a price. The planning time of a
 * caller's operations is added to its account, which empties at a tenth of a processor; a fuller account
 * waits longer, as a longer operation does, and no caller waits forever.
 */

export interface QueuedJob {
  /** Who asks: jobs of one caller share an account. */
  readonly caller: string
  /** Milliseconds of processor time that it is expected to take. */
  readonly expectedMs: number
}

/** `light` takes what is short; and what is not long, of a caller whose account is nearly empty and who has nothing under way. */
export type Lane = 'any' | 'light'

export interface PlanningQueue<Job extends QueuedJob> {
  /** Gives the job that has to leave where there are too many: the one that would wait longest, the new one among equals. */
  add(job: Job): Job | undefined
  remove(job: Job): void
  /** Takes the next job out and puts what it is expected to take to its caller's account. */
  take(lane: Lane): Job | undefined
  /** A job that was taken has ended, after this much processor time. */
  settle(job: Job, ms: number): void
  /** Takes all out. */
  drain(): readonly Job[]
  readonly size: number
}

interface Account {
  /** Milliseconds of planning, as far as they have not run out. */
  ms: number
  at: number
  underWay: number
}

/** Milliseconds of processor time that an account loses in a millisecond; what one waits counts as much. */
const relief = 0.1
const shortMs = 25
const longMs = 100
const nearlyEmptyMs = 500
/** Accounts that are looked through for empty ones. */
const manyAccounts = 1_000

export function planningQueue<Job extends QueuedJob>(
  most: number,
  now: () => number = () => performance.now(),
): PlanningQueue<Job> {
  const waiting = new Map<Job, number>()
  const accounts = new Map<string, Account>()

  const accountOf = (caller: string): Account => {
    const account = accounts.get(caller)
    const at = now()
    if (account) {
      account.ms = Math.max(0, account.ms - (at - account.at) * relief)
      account.at = at
      return account
    }
    if (accounts.size >= manyAccounts) forgetEmpty(at)
    const created = { ms: 0, at, underWay: 0 }
    accounts.set(caller, created)
    return created
  }
  const forgetEmpty = (at: number): void => {
    for (const [caller, { ms, at: since, underWay }] of accounts)
      if (underWay === 0 && ms <= (at - since) * relief) accounts.delete(caller)
  }
  const rank = ({ caller, expectedMs }: Job, since: number): number =>
    accountOf(caller).ms + expectedMs - (now() - since) * relief
  const isLight = ({ caller, expectedMs }: Job): boolean => {
    const { ms, underWay } = accountOf(caller)
    return expectedMs <= shortMs || (expectedMs <= longMs && ms <= nearlyEmptyMs && underWay === 0)
  }

  return {
    add(job) {
      waiting.set(job, now())
      if (waiting.size <= most) return undefined
      let last = job
      let lastRank = rank(job, now())
      for (const [candidate, since] of waiting) {
        const its = rank(candidate, since)
        if (its > lastRank) [last, lastRank] = [candidate, its]
      }
      waiting.delete(last)
      return last
    },
    remove: (job) => void waiting.delete(job),
    take(lane) {
      let first: Job | undefined
      let firstRank = Infinity
      for (const [job, since] of waiting) {
        if (lane === 'light' && !isLight(job)) continue
        const its = rank(job, since)
        if (its < firstRank) [first, firstRank] = [job, its]
      }
      if (first === undefined) return undefined
      waiting.delete(first)
      const account = accountOf(first.caller)
      account.ms += first.expectedMs
      account.underWay += 1
      return first
    },
    settle({ caller, expectedMs }, ms) {
      const account = accountOf(caller)
      account.ms = Math.max(0, account.ms + ms - expectedMs)
      account.underWay -= 1
    },
    drain() {
      const all = [...waiting.keys()]
      waiting.clear()
      return all
    },
    get size() {
      return waiting.size
    },
  }
}
