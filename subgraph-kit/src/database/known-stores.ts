/**
 * Which stores of a data folder have held something: an empty file for each in `known`, so that a store that is gone is not taken for one that was
 * never there. Whether the store itself is whole is its reader's to say.
 */
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from '../files/make-folder.ts'

/** Removed by hand, it lets the store begin anew. */
export function markerFileOf(directory: string, store: string): string {
  return join(directory, 'known', store)
}

/** From now on the store has held something. Where that cannot be written down, the store is as before. */
export function rememberStore(markerFile: string): void {
  if (existsSync(markerFile)) return
  try {
    makeFolder(dirname(markerFile))
    writeFileSync(markerFile, '', { mode: 0o600 })
  } catch {
    // A folder that cannot be written is told by who writes the store itself.
  }
}

/** When the store first held something; null where it never has. */
export function firstWrittenOn(markerFile: string): string | null {
  if (!existsSync(markerFile)) return null
  return statSync(markerFile).mtime.toISOString().slice(0, 10)
}
