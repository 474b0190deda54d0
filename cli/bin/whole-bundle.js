/** Whether a bundle of our sources is as it was made: it is not where a disk was full, the machine stopped, or somebody changed a file. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The file in a bundle that holds what `sealOf` gives. */
export const sealFile = 'seal'

export function isWhole(bundle) {
  try {
    const seal = readFileSync(join(bundle, sealFile), 'utf8')
    const [, ...paths] = seal.split('\n')
    return seal === sealOf(paths.map((path) => [path, readFileSync(join(bundle, path))]))
  } catch {
    return false
  }
}

/** A digest of the code among these files, given as path and content, and their paths, a line each; without the maps, which only those need who read a stack. */
export function sealOf(files) {
  const code = files.filter(([path]) => path.endsWith('.js'))
  const hash = createHash('sha256')
  for (const [path, content] of code) hash.update(`${path}\0${content.length}\0`).update(content)
  return [hash.digest('hex'), ...code.map(([path]) => path)].join('\n')
}
