/**
 * Which stores of a data folder have held something: an empty file for each in `known`, so that a store that is gone is not taken for one that was
 * never there. Whether the store itself is whole is its reader's to say.
 */
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from '../files/make-folder.ts'

/** Removed by hand, it lets the store begin anew. */
export function knownMark(directory: string, store: string): string {
  return join(directory, 'known', store)
}

/** From now on the store has held something. Where that cannot be written down, the store is as before. */
export function rememberStore(mark: string): void {
  if (existsSync(mark)) return
  try {
    makeFolder(dirname(mark))
    writeFileSync(mark, '', { mode: 0o600 })
  } catch {
    // A folder that cannot be written is told by who writes the store itself.
  }
}

/** When the store first held something; null where it never has. */
export function knownSince(mark: string): string | null {
  if (!existsSync(mark)) return null
  return statSync(mark).mtime.toISOString().slice(0, 10)
}
