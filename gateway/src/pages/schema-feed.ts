/**
 * The changes of the schema as an Atom feed (RFC 4287): an entry for each release. The ids of entries follow from the signed
 * statements, so that they are the same from every process and for good.
 */
import { createHash } from 'node:crypto'
import { Feed } from 'feed'
import { readChange } from '@samenhang/schema/changes'
import type { ShownRelease } from '../releases/release-history.ts'
import { escapeHtml } from './page.ts'

/** Releases in the feed. */
export const releasesInFeed = 25

/** Lines of a change in an entry. */
const linesInEntry = 200

export interface SchemaFeed {
  /** Newest first. */
  readonly releases: readonly ShownRelease[]
  /** Where the hub is, such as `https://hub.example.nl`. */
  readonly base: string
  /** When what is served without a release was made. */
  readonly since: Date
}

export function schemaFeed({ releases, base, since }: SchemaFeed): string {
  const told = releases.flatMap((release) => ('fault' in release ? [] : [release]))
  const feed = new Feed({
    id: `${base}/schema/changes.atom`,
    title: 'Samenhang: changes of the schema',
    link: `${base}/schema`,
    feedLinks: { atom: `${base}/schema/changes.atom` },
    generator: 'Samenhang',
    updated: told[0] ? new Date(told[0].statement.madeAt) : since,
    author: { name: 'Samenhang' },
  })
  for (const { number, statement, changes } of told) {
    const { madeAt, author, changed, restores } = statement
    const what =
      restores === null ? changed.join(', ') || 'what was committed' : `back to release ${String(restores)}`
    feed.addItem({
      id: idOf(`${String(number)} ${madeAt} ${statement.digests.supergraph} ${statement.digests.diff}`),
      title: escapeHtml(`Release ${String(number)}: ${what}`),
      link: `${base}/schema/${String(number)}`,
      date: new Date(madeAt),
      published: new Date(madeAt),
      author: [{ name: author || 'not named' }],
      category: changed.map((name) => ({ name, term: name })),
      content: contentOf(changes),
    })
  }
  return feed.atom1()
}

function contentOf(changes: readonly string[]): string {
  if (changes.length === 0) return '<p>Nothing changed for the reader of this feed.</p>'
  const shown = changes.slice(0, linesInEntry)
  const rest = changes.length - shown.length
  return `<ul>${shown.map((line) => `<li>${worded(line)}</li>`).join('')}</ul>${rest > 0 ? `<p>And ${String(rest)} more.</p>` : ''}`
}

function worded(line: string): string {
  const change = readChange(line)
  if (!change) return escapeHtml(line)
  return `${change.kind} <code>${escapeHtml(change.coordinate)}</code> <code>${escapeHtml(change.text)}</code>`
}

/** A UUID of these words (RFC 9562, version 8). */
function idOf(words: string): string {
  const hex = createHash('sha256').update(`samenhang ${words}`).digest('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return `urn:uuid:${parts.join('-')}`
}
