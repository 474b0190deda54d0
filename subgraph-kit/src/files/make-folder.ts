/**
 * Makes a folder and those above it. Node's own recursive making never ends where a file system refuses new names as if they were missing,
 * as /proc does.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** For its owner alone, unless `mode` says otherwise. Throws what the system says where it cannot be made. */
export function makeFolder(path: string, mode = 0o700): void {
  if (existsSync(path)) return
  if (dirname(path) !== path) makeFolder(dirname(path), mode)
  try {
    mkdirSync(path, mode)
  } catch (error) {
    // Another process made it at this moment.
    if (!existsSync(path)) throw error
  }
}
