/** The files that a consumer's patterns name. */
import { glob } from 'tinyglobby'

/** Paths relative to `folder`, in alphabetical order. What packages brought along is left out. */
export async function findFiles(patterns: readonly string[], folder: string): Promise<readonly string[]> {
  const files = await glob([...patterns], {
    cwd: folder,
    ignore: ['**/node_modules/**', '**/.git/**'],
    dot: false,
    expandDirectories: false,
  })
  return files.sort()
}
