/**
 * A process that starts beside others that serve takes the processors after them. Only a user who may raise a priority again can lend one out: root, or
 * who has CAP_SYS_NICE; where this one may not, new processes start as all others do, and answers of others take longer meanwhile.
 */
import { readFileSync } from 'node:fs'
import { getPriority, setPriority } from 'node:os'

/** How much nicer a process is while it starts. */
const nicer = 5

export interface StartPriority {
  lower(pid: number): void
  /** Of the process and of those that it started. */
  restore(pid: number): void
}

/** Null where a priority cannot be raised again, which this process tries on itself: if it fails it is nicer by one from then on. */
export function startPriority(): StartPriority | null {
  const own = getPriority()
  if (own + nicer > 19) return null
  try {
    setPriority(own + 1)
    setPriority(own)
  } catch {
    return null
  }
  const set = (pid: number, priority: number): void => {
    try {
      setPriority(pid, priority)
    } catch {
      // It has ended, or is none of this user's.
    }
  }
  return {
    lower: (pid) => set(pid, own + nicer),
    restore: (pid) => {
      for (const one of [pid, ...childrenOf(pid)]) set(one, own)
    },
  }
}

/** None where the system does not list them. */
function childrenOf(pid: number): readonly number[] {
  try {
    const listed = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8')
    return listed.trim().split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}
