/**
 * The version of a subgraph's data in SQLite: the mark that its last transaction wrote, the same for every process that reads the file. What SQLite
 * counts of the commits of others tells cheaply when to read the mark again, and tells what somebody wrote past begin() and transact().
 */
import { randomBytes } from 'node:crypto'
import { andThen, type PromiseOrValue } from '../async/promise-or-value.ts'
import { readVersion } from './data-version.ts'
import type { SqliteReader } from './sqlite.ts'

interface Seen {
  /** Commits of others, as this connection counts them. */
  readonly count: unknown
  /** Undefined where nothing was marked yet. */
  readonly mark: string | undefined
  readonly version: string
}

export function sqliteVersion(
  reader: Pick<SqliteReader, 'all' | 'dataVersion'>,
): () => PromiseOrValue<string> {
  // SQLite counts from where a connection was opened.
  const openingId = randomBytes(8).toString('hex')
  let seen: Seen | undefined
  const see = (count: unknown, mark: string | undefined): string => {
    // Several may have looked at once.
    if (seen && seen.count === count) return seen.version
    const isMarked = mark !== undefined && mark !== seen?.mark
    const version = isMarked ? mark : `${mark ?? ''}.${openingId}.${String(count)}`
    seen = { count, mark, version }
    return version
  }
  const readAt = (count: unknown): PromiseOrValue<string> =>
    seen && seen.count === count
      ? seen.version
      : andThen(markIn(reader), (mark) =>
          // A commit in between would make the next look take its mark for one that stood.
          andThen(reader.dataVersion(), (now) => (now === count ? see(count, mark) : readAt(now))),
        )
  return () => andThen(reader.dataVersion(), readAt)
}

/** Undefined also in a database that was not migrated yet. */
function markIn(reader: Pick<SqliteReader, 'all'>): PromiseOrValue<string | undefined> {
  const first = (rows: unknown[]) => (rows as { mark: string }[])[0]?.mark
  try {
    const rows = reader.all(readVersion, [])
    return rows instanceof Promise ? rows.then(first, () => undefined) : first(rows)
  } catch {
    return undefined
  }
}
