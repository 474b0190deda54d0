/**
 * The changelog of the graph, in the form of Keep a Changelog: for each release what it added, changed, deprecated and removed for clients. Entries are
 * added on top of what stands there; what people wrote in between stays.
 */
import { readChange, type ReadChange } from './changes.ts'
import type { ReleaseStatement } from './registry/release.ts'

/** A release as it is told. */
export interface ToldRelease {
  readonly statement: Pick<
    ReleaseStatement,
    'number' | 'previous' | 'restores' | 'madeAt' | 'author' | 'changed'
  >
  /** As changes.ts writes them. */
  readonly diff: readonly string[]
}

const head = `# Changelog of the graph

What each release of the graph added, changed, deprecated and removed for clients, the newest first. \`hub schema release\`
writes it.
`

const sections = [
  ['added', 'Added'],
  ['changed', 'Changed'],
  ['deprecated', 'Deprecated'],
  ['removed', 'Removed'],
] as const satisfies readonly (readonly [ReadChange['kind'], string])[]

/** The changelog with those of these releases that it lacks; a text that is empty is begun. The newest come first, and release 0 is where they begin from. */
export function withReleases(changelog: string, releases: readonly ToldRelease[]): string {
  const known = new Set(changelog.split('\n').filter((line) => line.startsWith('## ')))
  const entries = releases
    .filter((release) => release.statement.previous !== null && !known.has(headingOf(release)))
    .sort((one, other) => other.statement.number - one.statement.number)
    .map(entryOf)
  const text = changelog.trim() ? changelog : head
  if (entries.length === 0) return text
  const first = /^## /m.exec(text)?.index ?? text.length
  const above = text.slice(0, first).trimEnd()
  const below = text.slice(first)
  return `${above}\n\n${entries.join('\n')}${below && `\n${below}`}`
}

function headingOf({ statement: { number, madeAt } }: ToldRelease): string {
  return `## Release ${String(number)} (${madeAt.slice(0, 10)})`
}

function entryOf(release: ToldRelease): string {
  const { author, changed, restores } = release.statement
  const what = restores === null ? plain(changed.join(', ')) : `back to release ${String(restores)}`
  const parts = sections.flatMap(([kind, title]) => {
    const lines = release.diff.flatMap((line) => {
      const change = readChange(line)
      return change?.kind === kind ? [`- \`${change.coordinate}\`: ${plain(change.text)}`] : []
    })
    return lines.length === 0 ? [] : [`### ${title}\n\n${lines.join('\n')}\n`]
  })
  return [
    `${headingOf(release)}\n`,
    `By ${plain(author)}: ${what}.\n`,
    ...(parts.length === 0 ? ['Nothing changed for clients.\n'] : parts),
  ].join('\n')
}

/** In one line, and no markup beyond code. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[<>[\]\\*_#]/g, (character) => `\\${character}`)
}
