/**
 * When a file was asked of the publisher, as an ISO 8601 time in UTC: what the caller says, else the time StatLine puts in
 * the names of its downloads (day first, Dutch time), else the file's own.
 */
import { ImportRefused } from './table.ts'

const stamp = /_(\d\d)(\d\d)(20\d\d)_(\d\d)(\d\d)(\d\d)(?!\d)/

export function retrievedAt(origin: string, said: string | undefined, modifiedAt: Date): string {
  if (said === undefined) return (timeInName(origin) ?? modifiedAt).toISOString()
  const time = new Date(said)
  if (!Number.isNaN(time.getTime())) return time.toISOString()
  throw new ImportRefused(origin, `"${said}" is no time`, 'Write it as 2025-12-11T14:16:48Z.')
}

function timeInName(name: string): Date | null {
  const [, day, month, year, hour, minute, second] = stamp.exec(name) ?? []
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(time.getTime()) ? null : new Date(time.getTime() - dutchOffset(time))
}

/** Milliseconds by which clocks in the Netherlands are ahead of UTC. */
function dutchOffset(time: Date): number {
  const local = new Date(time).toLocaleString('sv-SE', { timeZone: 'Europe/Amsterdam' })
  return new Date(`${local.replace(' ', 'T')}Z`).getTime() - time.getTime()
}
