/**
 * One writer at a time over the whole data folder: an import, a seed, a refresh. The lock is SQLite's own on a file in that
 * folder, so the operating system lets go of it when its holder dies, however it dies.
 */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import BetterSqlite3 from 'better-sqlite3'
import { dataDirectory } from './database.ts'
import { HubError } from './errors.ts'
import { makeFolder } from './make-folder.ts'

/** Runs `act` while no other holds the lock. Waits up to `wait` ms, calls `onWait` once if it must; then DATABASE_UNAVAILABLE. */
export async function withDataLock<T>(
  environment: NodeJS.ProcessEnv,
  act: () => Promise<T>,
  { wait = 600_000, onWait }: { wait?: number; onWait?: () => void } = {},
): Promise<T> {
  const directory = dataDirectory(environment)
  const until = Date.now() + wait
  let lock: BetterSqlite3.Database | undefined
  try {
    makeFolder(directory)
    lock = new BetterSqlite3(join(directory, 'writer.lock'), { timeout: 0 })
  } catch {
    throw new HubError(
      'DATABASE_UNAVAILABLE',
      `The data folder cannot be written. Check HUB_DATA_DIR and its permissions.`,
    )
  }
  try {
    for (let waited = false; ; waited = true) {
      try {
        lock.exec('begin exclusive')
        break
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')))
          throw error
        if (Date.now() >= until) {
          throw new HubError(
            'DATABASE_UNAVAILABLE',
            'Another import or seed is still running. Try again when it has ended.',
          )
        }
        if (!waited) onWait?.()
        await sleep(100)
      }
    }
    return await act()
  } finally {
    lock.close()
  }
}
