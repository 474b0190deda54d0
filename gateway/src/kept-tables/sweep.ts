/**
 * Holds a folder of kept files within its bounds: what expired goes first, then what was never used again, then what was used longest ago. So who asks for
 * many tables once does not push out those that others come back to.
 */
import { readdir, rm, rmdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kept, KeptFiles } from './kept-files.ts'

export interface SweepBounds<Told> {
  readonly bytes: number
  readonly files: number
  readonly isExpired: (kept: Kept<Told>) => boolean
}

/** Milliseconds after which a file without a description is left over from a process that was killed. */
const leftOver = 3_600_000

export async function sweep<Told>(files: KeptFiles<Told>, bounds: SweepBounds<Told>): Promise<void> {
  const entries: Entry<Told>[] = []
  for (const group of await readdir(files.folder).catch(() => [])) {
    const listed = await files.list(group)
    await removeLeftOver(join(files.folder, group), listed)
    for (const kept of listed) {
      if (bounds.isExpired(kept)) await files.remove(kept)
      else entries.push(await entryOf(files.folder, kept))
    }
  }
  entries.sort((one, other) => Number(one.isUsed) - Number(other.isUsed) || one.at - other.at)
  let bytes = entries.reduce((sum, { kept }) => sum + kept.bytes, 0)
  let count = entries.length
  for (const { kept } of entries) {
    if (bytes <= bounds.bytes && count <= bounds.files) break
    await files.remove(kept)
    bytes -= kept.bytes
    count -= 1
  }
  // Those that are empty.
  for (const group of await readdir(files.folder).catch(() => []))
    await rmdir(join(files.folder, group)).catch(() => undefined)
}

interface Entry<Told> {
  readonly kept: Kept<Told>
  /** Whether it was used after it was made, and when it was last used or made. */
  readonly isUsed: boolean
  readonly at: number
}

async function entryOf<Told>(folder: string, kept: Kept<Told>): Promise<Entry<Told>> {
  const described = await stat(join(folder, kept.group, `${kept.version}.json`)).catch(() => undefined)
  const file = await stat(join(folder, kept.group, kept.file)).catch(() => undefined)
  const at = file?.mtimeMs ?? 0
  return { kept, at, isUsed: at > (described?.mtimeMs ?? Infinity) }
}

async function removeLeftOver(folder: string, listed: readonly Kept<unknown>[]): Promise<void> {
  const known = new Set(listed.flatMap(({ version, file }) => [`${version}.json`, file]))
  for (const name of await readdir(folder).catch(() => [])) {
    if (known.has(name)) continue
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Infinity }))
    if (Date.now() - mtimeMs > leftOver) await rm(join(folder, name), { force: true })
  }
}
