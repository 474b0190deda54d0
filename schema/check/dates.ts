/** Days as the checks count them: ISO 8601 dates in UTC. */

const dayMs = 86_400_000

/** Whole days from one date to another; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)
}

/** The date that is so many days after another. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** The date that was so many days ago. */
export function daysAgo(days: number): string {
  return daysAfter(new Date().toISOString().slice(0, 10), -days)
}

/** The date in the reason of a deprecation, "… sunset 2027-07-01"; undefined where it has none that exists. */
export function sunsetIn(reason: string): string | undefined {
  const [, date] = /\bsunset (\d{4}-\d\d-\d\d)(?!\d)/i.exec(reason) ?? []
  if (date === undefined) return undefined
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : undefined
}
