/** The memory of a process and of all that it started, as Linux counts it: what is resident now, and the most since it was last looked at. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

export interface TreeMemory {
  /** Megabytes. */
  readonly rssMb: number
  readonly peakMb: number
}

/** Begins to count the peak anew. */
export function forgetPeak(pid: number): void {
  for (const one of treeOf(pid))
    try {
      writeFileSync(`/proc/${String(one)}/clear_refs`, '5')
    } catch {
      // It ended meanwhile.
    }
}

/** Of all together: the peaks need not have been at the same moment, so it was no more than this. */
export function memoryOf(pid: number): TreeMemory {
  let [rssMb, peakMb] = [0, 0]
  for (const one of treeOf(pid)) {
    const status = textOf(`/proc/${String(one)}/status`)
    const megabytes = (name: string): number =>
      (Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1_024) / 1e6
    rssMb += megabytes('VmRSS')
    peakMb += megabytes('VmHWM')
  }
  return { rssMb, peakMb }
}

/** The seconds of processor time that all of them have used. */
export function processorSecondsOf(pid: number): number {
  return treeOf(pid).reduce((sum, one) => {
    const fields =
      textOf(`/proc/${String(one)}/stat`)
        .split(') ')
        .at(-1)
        ?.split(' ') ?? []
    return sum + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100
  }, 0)
}

function treeOf(pid: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({
      pid: Number(name),
      parent: Number(/^PPid:\s+(\d+)/m.exec(textOf(`/proc/${name}/status`))?.[1] ?? 0),
    }))
  const found = [pid]
  for (const one of found)
    found.push(...parents.filter(({ parent }) => parent === one).map((child) => child.pid))
  return found
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
