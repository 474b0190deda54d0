/**
 * The data of the bench: an invented country of 14,000 neighbourhoods and 100,000 people in SQLite files under the system's temporary folder.
 * Kept from run to run, and made anew where the code that makes it has changed.
 */
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { giveCaseload } from './caseworker.ts'
import { runToEnd } from './process.ts'

export const repository = fileURLToPath(new URL('../..', import.meta.url))

const prefix = 'samenhang-bench-country-'
const dayMs = 86_400_000

/** The folder with the databases; seeds it where there is none for this code. */
export async function makeCountry(neighbourhoods: number, say: (line: string) => void): Promise<string> {
  const folder = join(tmpdir(), `${prefix}${neighbourhoods}-${codeVersion()}`)
  if (existsSync(folder)) {
    utimesSync(folder, new Date(), new Date())
    return folder
  }
  removeForgotten()
  say(`making a country of ${neighbourhoods} neighbourhoods, kept for later runs ...`)
  const unfinished = mkdtempSync(join(tmpdir(), `${prefix}unfinished-`))
  const remove = (): void => rmSync(unfinished, { recursive: true, force: true })
  process.once('exit', remove)
  try {
    const words = ['cli/bin/hub.js', 'seed', '--neighbourhoods', String(neighbourhoods), '--people', '100000']
    await runToEnd(words, { HUB_DATA_DIR: unfinished })
    giveCaseload(unfinished)
    // Else a hub that is measured would do it meanwhile.
    say('writing the files of its figures, some five minutes ...')
    await runToEnd(['cli/bin/hub.js', 'refresh'], { HUB_DATA_DIR: unfinished })
    renameSync(unfinished, folder)
  } finally {
    process.off('exit', remove)
    remove()
  }
  return folder
}

/** Countries of other versions that nobody asked for in a day. */
function removeForgotten(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    if (Date.now() - statSync(folder).mtimeMs > dayMs) rmSync(folder, { recursive: true, force: true })
  }
}

/** Changes with every file that decides what is in the databases. */
function codeVersion(): string {
  const hash = createHash('sha256')
  const made = ['subgraphs', 'subgraph-kit/src', 'test/bench/caseworker.ts']
  const files = made.flatMap((path) => filesBelow(join(repository, path)))
  for (const file of files.sort()) hash.update(relative(repository, file)).update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}

function filesBelow(folder: string): string[] {
  if (!statSync(folder).isDirectory()) return [folder]
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'test', 'generated'].includes(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(path)
    return /\.(ts|graphql)$/.test(entry.name) ? [path] : []
  })
}
