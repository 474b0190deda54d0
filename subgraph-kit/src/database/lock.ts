/**
 * One writer at a time over the whole data folder: an import, a seed, a refresh. The lock is SQLite's own on a file in that
 * folder, so the operating system lets go of it when its holder dies, however it dies.
 */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ConfigError } from '../errors/config-error.ts'
import { dataDirectory } from './database.ts'
import { HubError } from '../errors/errors.ts'
import { makeFolder } from '../files/make-folder.ts'
import { openDataLock, sqliteLibrary, type DataLock } from './sqlite.ts'

/** Runs `act` while no other holds the lock. Waits up to `wait` ms, calls `onWait` once if it must; then DATABASE_UNAVAILABLE. */
export async function withDataLock<T>(
  environment: NodeJS.ProcessEnv,
  act: () => Promise<T>,
  { wait = 600_000, onWait }: { wait?: number; onWait?: () => void } = {},
): Promise<T> {
  const directory = dataDirectory(environment)
  const until = Date.now() + wait
  const library = sqliteLibrary(environment)
  let lock: DataLock
  try {
    makeFolder(directory)
    lock = await openDataLock(library, join(directory, 'writer.lock'))
  } catch (error) {
    if (error instanceof ConfigError) throw error
    throw new HubError(
      'DATABASE_UNAVAILABLE',
      `The data folder cannot be written. Check HUB_DATA_DIR and its permissions.`,
    )
  }
  try {
    for (let waited = false; !(await lock.take()); waited = true) {
      if (Date.now() >= until) {
        throw new HubError(
          'DATABASE_UNAVAILABLE',
          'Another import or seed is still running. Try again when it has ended.',
        )
      }
      if (!waited) onWait?.()
      await sleep(100)
    }
    return await act()
  } finally {
    await lock.release()
  }
}
