/**
 * When a file was asked of the publisher, as an ISO 8601 time in UTC: what the caller says, else the time StatLine puts in
 * the names of its downloads (day first, Dutch time). Else only the file's own time is known, which a copy changes: it is called so.
 */
import { ImportRefused } from './table.ts'

const stamp = /_(\d\d)(\d\d)(20\d\d)(?:_(\d\d)(\d\d)(\d\d))?(?!\d)/

export interface Retrieval {
  /** ISO 8601, UTC. */
  readonly retrievedAt: string
  /** Whether that is only when the file was last written. */
  readonly datedByFile: boolean
}

/** Throws ImportRefused where what was said is no time. */
export function retrievedAt(origin: string, said: string | undefined, modifiedAt: Date): Retrieval {
  if (said === undefined) {
    const timeOfName = timeInName(origin)
    return { retrievedAt: (timeOfName ?? modifiedAt).toISOString(), datedByFile: timeOfName === null }
  }
  const time = new Date(said)
  if (!Number.isNaN(time.getTime())) return { retrievedAt: time.toISOString(), datedByFile: false }
  throw new ImportRefused(origin, `"${said}" is no time`, 'Write it as 2025-12-11T14:16:48Z.')
}

function timeInName(name: string): Date | null {
  const [, day, month, year, hour = '00', minute = '00', second = '00'] = stamp.exec(name) ?? []
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(time.getTime()) ? null : new Date(time.getTime() - dutchOffset(time))
}

/** Milliseconds by which clocks in the Netherlands are ahead of UTC. */
function dutchOffset(time: Date): number {
  const local = new Date(time).toLocaleString('sv-SE', { timeZone: 'Europe/Amsterdam' })
  return new Date(`${local.replace(' ', 'T')}Z`).getTime() - time.getTime()
}
