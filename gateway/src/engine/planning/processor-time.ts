/** The processor time of another process, on systems that give it without asking that process: Linux. */
import { readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second for everyone outside the kernel (USER_HZ). */
const msPerTick = 10

/** Milliseconds since it began, kernel and helper threads included; undefined where the system does not tell, or the process is gone. */
export function processorMsOf(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'latin1')
    // The name, in brackets, may hold spaces and brackets: fields are counted from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = Number(fields[11]) + Number(fields[12])
    return Number.isFinite(ticks) ? ticks * msPerTick : undefined
  } catch {
    return undefined
  }
}
