/** Processes of a hub, as the system lists them. */
import { readFileSync } from 'node:fs'

/** Those that a process started; none where it has ended. */
export function childrenOf(pid: number): readonly number[] {
  try {
    const listed = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8')
    return listed.trim().split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
