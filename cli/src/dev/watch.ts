/**
 * Watches the folder of a subgraph: its schema.graphql, and its sources with the folders below. Saves that belong together are told together. Each folder
 * is watched by itself, for editors replace files; folders that come are found.
 */
import { readdirSync, watch, type FSWatcher } from 'node:fs'
import { extname, join } from 'node:path'

export interface Watched {
  close(): void
}

/** Milliseconds without another save after which saves are told. */
const quiet = 40

/** `changed` is given paths from the folder. */
export function watchSubgraph(folder: string, changed: (files: ReadonlySet<string>) => void): Watched {
  const watchers = new Map<string, FSWatcher>()
  let files = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const save = (file: string): void => {
    files.add(file)
    clearTimeout(timer)
    timer = setTimeout(() => {
      watchFolders()
      // Files that an editor keeps for a moment have no ending and are gone.
      const saved = [...files].filter((file) => extname(file) !== '' || watchers.has(file))
      files = new Set()
      if (saved.length > 0) changed(new Set(saved))
    }, quiet)
  }
  const watchFolders = (): void => {
    const present = new Set(['', ...sourceFolders(folder)])
    for (const [path, watcher] of watchers) {
      if (present.has(path)) continue
      watcher.close()
      watchers.delete(path)
    }
    for (const path of present) {
      if (watchers.has(path)) continue
      const watcher = watch(join(folder, path), (_event, name) => {
        const file = join(path, name ?? '')
        if (isWatched(file)) save(file)
      })
      // A folder that goes is no longer watched; whoever made it go saves elsewhere.
      watcher.on('error', () => watcher.close())
      watchers.set(path, watcher)
    }
  }
  watchFolders()
  return {
    close() {
      clearTimeout(timer)
      for (const watcher of watchers.values()) watcher.close()
    },
  }
}

/** The files of its sources, whole paths. */
export function sourceFiles(folder: string): readonly string[] {
  return ['', ...sourceFolders(folder)].flatMap((path) =>
    path === '' ? [] : filesIn(join(folder, path)).map((file) => join(folder, path, file)),
  )
}

/** What an editor keeps beside a file is none. */
function isWatched(file: string): boolean {
  return (
    file === 'schema.graphql' ||
    file === 'src' ||
    (file.startsWith('src') && /^[^.~]+$|\.(?:ts|js|json)$/.test(file))
  )
}

function sourceFolders(folder: string, path = 'src'): readonly string[] {
  try {
    const below = readdirSync(join(folder, path), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )
    return [path, ...below.flatMap(({ name }) => sourceFolders(folder, join(path, name)))]
  } catch {
    // It was just renamed.
    return []
  }
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((file) => file.endsWith('.ts'))
}
