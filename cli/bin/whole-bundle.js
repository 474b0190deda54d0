/** Whether a bundle of our sources is as it was made: it is not where a disk was full, the machine stopped, or somebody changed a file. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The file in a bundle that holds the digest of the others. */
export const digestFile = 'digest'

export function isWhole(bundle) {
  try {
    const paths = readdirSync(bundle, { recursive: true }).filter(isCode)
    const files = paths.map((path) => [path, readFileSync(join(bundle, path))])
    return readFileSync(join(bundle, digestFile), 'utf8') === digestOf(files)
  } catch {
    return false
  }
}

/** Of the code among files, given as path and content in any order; without the maps, which only those need who read a stack. */
export function digestOf(files) {
  const hash = createHash('sha256')
  const code = files.filter(([path]) => isCode(path)).sort(([one], [other]) => (one < other ? -1 : 1))
  for (const [path, content] of code) hash.update(`${path}\0${content.length}\0`).update(content)
  return hash.digest('hex')
}

function isCode(path) {
  return path.endsWith('.js')
}
