/**
 * Files that only who runs the hub may read: databases, logs of access and keys hold what nobody else on the machine is to see. `keepPrivate` makes
 * new ones so; `openToOthers` finds those that are not.
 */
import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const others = 0o077

/** From now on, what this process makes is its owner's alone: folders 0700, files 0600. */
export function keepPrivate(): void {
  process.umask(others)
}

/** What of these folders and the files in them, two folders deep, others on this machine may read or write. Nothing where modes mean nothing. */
export function openToOthers(folders: readonly string[]): readonly string[] {
  if (process.platform === 'win32') return []
  return [...new Set(folders.flatMap((folder) => openIn(folder, 2)))]
}

function openIn(path: string, depth: number): readonly string[] {
  if (!existsSync(path)) return []
  const stat = statSync(path)
  const own = (stat.mode & others) === 0 ? [] : [path]
  if (!stat.isDirectory()) return own
  // What lies in a folder that is closed to others cannot be reached by them, until somebody moves it or opens the folder.
  return depth === 0
    ? own
    : [...own, ...readdirSync(path).flatMap((name) => openIn(join(path, name), depth - 1))]
}

/** Takes the rights of others from a folder or file that is there; what cannot be changed stays and is found by `openToOthers`. */
export function closeToOthers(path: string): void {
  if (process.platform === 'win32' || !existsSync(path)) return
  const { mode } = statSync(path)
  if ((mode & others) === 0) return
  try {
    chmodSync(path, mode & 0o700)
  } catch {
    // Another's file: told where it matters.
  }
}
