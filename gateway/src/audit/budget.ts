/**
 * The number of different people that each caller has read of in the last hour, counted from the logs, so
 * that neither a restart nor a second gateway on the same logs forgets any.
 */
import type { LogStore } from './log-store.ts'

const hour = 3_600_000

export interface Budget {
  /** The count as the logs have it now. */
  now(time: number): Tally
}

/** A count of what is being stored together. */
export interface Tally {
  /** How many there would be for this caller with these pseudonyms. */
  countWith(actor: string, subjects: Iterable<string>): number
  /** That these are stored too. */
  add(actor: string, subjects: Iterable<string>): void
}

interface ReadRow {
  readonly seq: number
  readonly actor: string | null
  readonly subject: string
  readonly time: string
}

export function createBudget(store: LogStore): Budget {
  /** When each subject was read last, by caller: those read longest ago first. */
  const read = new Map<string, Map<string, number>>()
  let seen: number | null = null

  function follow(now: number): void {
    const from = new Date(now - hour).toISOString()
    seen ??=
      store.all<{ seq: number | null }>(
        'select min(seq) - 1 as seq from processing where end_time >= ?',
        from,
      )[0]?.seq ?? 0
    const rows = store.all<ReadRow>(
      `select p.seq, a.actor, p."dpl.core.data_subject_id" as subject, p.end_time as time
       from processing p join audit a on a.trace_id = p.trace_id where p.seq > ? order by p.seq`,
      seen,
    )
    for (const { seq, actor, subject, time } of rows) {
      seen = seq
      if (actor === null) continue
      const own = read.get(actor) ?? new Map<string, number>()
      own.delete(subject)
      read.set(actor, own.set(subject, Date.parse(time)))
    }
  }

  function forget(now: number): void {
    for (const [actor, own] of read) {
      for (const [subject, at] of own) if (at < now - hour) own.delete(subject)
      if (own.size === 0) read.delete(actor)
    }
  }

  let forgotten = 0
  return {
    now(time) {
      follow(time)
      if (time - forgotten > 60_000) {
        forget(time)
        forgotten = time
      }
      return tally(read, time - hour)
    },
  }
}

/** Over what each caller read last, and when: what was before `since` no longer counts. */
function tally(read: Map<string, Map<string, number>>, since: number): Tally {
  const added = new Map<string, Set<string>>()
  const without = (actor: string, subjects: Iterable<string>): Set<string> => {
    const own = read.get(actor)
    const beside = added.get(actor)
    return new Set([...subjects].filter((subject) => !own?.has(subject) && !beside?.has(subject)))
  }
  return {
    countWith(actor, subjects) {
      const own = read.get(actor) ?? new Map<string, number>()
      for (const [subject, at] of own) {
        if (at >= since) break
        own.delete(subject)
      }
      return own.size + (added.get(actor)?.size ?? 0) + without(actor, subjects).size
    },
    add(actor, subjects) {
      const beside = added.get(actor) ?? new Set<string>()
      for (const subject of without(actor, subjects)) beside.add(subject)
      added.set(actor, beside)
    },
  }
}
