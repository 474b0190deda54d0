/** Who owns a file, as CODEOWNERS says: of the lines that match it the last one counts, and one without owners leaves it to nobody. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ignore from 'ignore'

/** The owners, such as `@samenhang/care`, of a file by its path from the root of the repository; none where nobody is named. */
export type OwnersOf = (path: string) => readonly string[]

const root = fileURLToPath(new URL('..', import.meta.url))
const places = ['CODEOWNERS', '.github/CODEOWNERS', 'docs/CODEOWNERS']

/** By the CODEOWNERS of this tree; nobody owns anything where there is none. */
export function readOwners(): OwnersOf {
  const file = places.map((place) => join(root, place)).find(existsSync)
  return ownersIn(file === undefined ? '' : readFileSync(file, 'utf8'))
}

export function ownersIn(text: string): OwnersOf {
  const lines = text.split('\n').flatMap((line) => {
    const [pattern, ...owners] = line
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .split(/\s+/)
    return pattern ? [{ matcher: ignore().add(pattern), owners }] : []
  })
  return (path) => lines.findLast(({ matcher }) => matcher.ignores(path))?.owners ?? []
}
