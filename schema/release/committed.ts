/** What a release is made on where nothing was released: the schema as it is committed, whatever the working tree has made of it since. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ReleaseBase, SliceSource } from '../registry/release.ts'
import { NotThere, ReleaseRefused } from '../registry/signing.ts'
import { readSliceSources } from '../slices.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** At a commit, a branch or a tag; without one at the last commit, and where there is no git as the files are. Throws NotThere or ReleaseRefused. */
export function committedBase(ref?: string): ReleaseBase {
  const commit = git('rev-parse', '--verify', '--quiet', `${ref ?? 'HEAD'}^{commit}`)?.trim()
  if (commit === undefined) {
    if (ref === undefined) return baseInTree()
    throw new NotThere([`There is no commit "${ref}" here. Fetch it, or give another by --base.`])
  }
  const [supergraph, api] = composedFiles.map((file) => git('show', `${commit}:${file}`))
  if (supergraph === undefined || api === undefined)
    throw new ReleaseRefused([`The commit "${ref ?? 'HEAD'}" has no schema/supergraph.graphql.`])
  return { statement: null, slices: slicesAt(commit), supergraph, api }
}

/** As the files are. */
export function baseInTree(): ReleaseBase {
  const [supergraph = '', api = ''] = composedFiles.map((file) => readFileSync(`${root}/${file}`, 'utf8'))
  return { statement: null, slices: readSliceSources(), supergraph, api }
}

const composedFiles = ['schema/supergraph.graphql', 'schema/api.graphql']

function slicesAt(commit: string): readonly SliceSource[] {
  const known = new Map(readSliceSources().map((source) => [source.name, source.url]))
  const files = git('ls-tree', '-r', '--name-only', commit, 'subgraphs/')?.split('\n') ?? []
  return files.flatMap((file) => {
    const [, name] = /^subgraphs\/([^/]+)\/schema\.graphql$/.exec(file) ?? []
    const sdl = name === undefined ? undefined : git('show', `${commit}:${file}`)
    if (name === undefined || sdl === undefined) return []
    return [{ name, url: known.get(name) ?? 'http://127.0.0.1:4001/graphql', file, sdl }]
  })
}

/** Undefined where git says no, or there is none. */
function git(...words: readonly string[]): string | undefined {
  try {
    return execFileSync('git', words, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 50_000_000,
    })
  } catch {
    return undefined
  }
}
