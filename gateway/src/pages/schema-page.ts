/**
 * The schema as it changes, as web pages without a script: what was released, who owns which slice, and one release by itself. Only a team reads who
 * uses what, which is schema-uses-page.ts.
 */
import { readChange } from '@samenhang/schema/changes'
import type { OwnedSlice, Reader, ShownRelease } from '../releases/release-history.ts'
import { escapeHtml } from './page.ts'
import { pageStyle } from './page-style.ts'

/** Releases of one page. */
export const releasesOnPage = 10

/** Lines of a change that a list of releases shows. */
const linesInList = 20

export interface SchemaPage {
  readonly reader: Reader
  /** The number of the release that is served; null for what is committed. */
  readonly served: number | null
  readonly slices: readonly OwnedSlice[]
  /** Newest first. */
  readonly releases: readonly ShownRelease[]
  /** Whether there are older ones. */
  readonly hasOlder: boolean
  /** Whether these are the newest. */
  readonly isNewest: boolean
}

export function schemaPage({ reader, served, slices, releases, hasOlder, isNewest }: SchemaPage): string {
  const oldest = releases.at(-1)?.number
  return layout(
    'Schema of the graph',
    `<p>What was released of the graph, and who owns which part of it. <a href="/">Explore the graph</a>, see <a href="/catalogue">the catalogue of indicators</a>, or follow <a href="/schema/changes.atom">the feed of changes</a>.</p>
<h2 id="releases">Releases</h2>
<p>${served === null ? (releases.length === 0 ? 'Nothing has been released yet: the committed schema is served.' : 'The committed schema is served.') : `Release ${String(served)} is served.`}${reader === 'public' && releases.length > 0 ? ` ${publicNote}` : ''}</p>
${releases.map((release) => releaseSection(release, reader, 'list')).join('\n')}
${paging(hasOlder && oldest !== undefined ? `/schema?before=${String(oldest)}` : null, isNewest)}
<h2 id="slices">Slices and their owners</h2>
${slicesTable(slices)}
<h2 id="usage">Who uses what</h2>
${usesPart(reader)}`,
  )
}

export function releasePage(release: ShownRelease, reader: Reader): string {
  const note = reader === 'public' ? `<p>${publicNote}</p>` : ''
  return layout(
    `Release ${String(release.number)}`,
    `<p><a href="/schema">All releases</a></p>${note}
${releaseSection(release, reader, 'alone')}`,
  )
}

/** A page around its content. */
export function layout(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Samenhang: ${escapeHtml(title.toLowerCase())}</title>
<link rel="icon" href="data:,">
<link rel="alternate" type="application/atom+xml" title="Changes of the schema" href="/schema/changes.atom">
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${content}
</main>
</body>
</html>
`
}

/** A coordinate, for a team with the way to who uses it. */
export function coordinateLink(coordinate: string): string {
  const text = `<code>${escapeHtml(coordinate)}</code>`
  return `<a href="/schema/usage?of=${escapeHtml(encodeURIComponent(coordinate))}">${text}</a>`
}

const publicNote = 'Changes of what needs a token are left out.'

function releaseSection(release: ShownRelease, reader: Reader, where: 'list' | 'alone'): string {
  const { number } = release
  const heading =
    where === 'list'
      ? `<h3 id="release-${String(number)}"><a href="/schema/${String(number)}">Release ${String(number)}</a></h3>`
      : ''
  if ('fault' in release)
    return `${heading}
<p>${escapeHtml(release.fault)} Nothing of it is shown.</p>`
  const { madeAt, author, changed, restores, gitSha } = release.statement
  const shown = where === 'list' ? release.changes.slice(0, linesInList) : release.changes
  const rest = release.changes.length - shown.length
  const facts = [
    [
      'Made',
      `<time datetime="${escapeHtml(madeAt)}">${escapeHtml(madeAt.slice(0, 16).replace('T', ' '))} UTC</time>`,
    ],
    ['By', escapeHtml(author)],
    ['Slices', changed.map((name) => escapeHtml(name)).join(', ') || 'those that were committed'],
    ...(restores === null
      ? []
      : [['Back to', `<a href="/schema/${String(restores)}">release ${String(restores)}</a>`]]),
    ...(gitSha === null ? [] : [['Commit', `<code>${escapeHtml(gitSha.slice(0, 12))}</code>`]]),
  ]
  return `${heading}
<dl>${facts.map(([name = '', value = '']) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>
${
  shown.length === 0
    ? `<p>${reader === 'public' ? 'Nothing that the public may see changed.' : 'Nothing changed for clients.'}</p>`
    : `<ul class="changes">${shown.map((line) => changeItem(line, reader)).join('')}</ul>`
}${rest > 0 ? `\n<p><a href="/schema/${String(number)}">${String(rest)} more changes of release ${String(number)}</a></p>` : ''}`
}

function changeItem(line: string, reader: Reader): string {
  const change = readChange(line)
  if (!change) return `<li>${escapeHtml(line)}</li>`
  const { kind, coordinate, text } = change
  const name = reader === 'team' ? coordinateLink(coordinate) : `<code>${escapeHtml(coordinate)}</code>`
  return `<li><span class="${kind}">${kind}</span> ${name} <code>${escapeHtml(text)}</code></li>`
}

const sliceHeadings = ['Slice', 'Owner', 'Where it is written'] as const

function slicesTable(slices: readonly OwnedSlice[]): string {
  const rows = slices.map(({ name, file, owners, isOwn }) => {
    const cells = [
      `${escapeHtml(name)}${isOwn ? ' (answered by the gateway)' : ''}`,
      owners.map((owner) => escapeHtml(owner)).join(', ') || 'nobody is named',
      `<code>${escapeHtml(file)}</code>`,
    ]
    return `<tr>${cells.map((cell, index) => `<td data-heading="${sliceHeadings[index] ?? ''}">${cell}</td>`).join('')}</tr>`
  })
  return `<table>
<thead><tr>${sliceHeadings.map((heading) => `<th scope="col">${heading}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}

function paging(older: string | null, isNewest: boolean): string {
  const links = [
    ...(isNewest ? [] : ['<a href="/schema">Newest releases</a>']),
    ...(older === null ? [] : [`<a href="${older}">Older releases</a>`]),
  ]
  return links.length === 0 ? '' : `<p>${links.join(' · ')}</p>`
}

function usesPart(reader: Reader): string {
  return reader === 'team'
    ? '<p>Each type, field, argument and enum value with the clients that asked it in the last 90 days: <a href="/schema/usage">who uses what</a>.</p>'
    : '<p>Which client uses what is told to a token with the scope <code>schema:read</code>: send it to <code>/schema/usage</code>, or ask <code>schemaUsage</code> of the graph.</p>'
}

const style = `${pageStyle}
h2 { margin-top: 2rem }
h3 { margin: 1.5rem 0 .3rem }
dl { margin: 0 0 .4rem; display: flex; flex-wrap: wrap; gap: .1rem 1.5rem }
dl div { display: flex; gap: .4rem }
dt { font-weight: 600 }
dd { margin: 0; overflow-wrap: anywhere }
.changes { list-style: none; padding: 0; margin: .2rem 0 }
.changes li { overflow-wrap: anywhere; padding: .1rem 0 }
.changes span { display: inline-block; min-width: 6rem; font-weight: 600 }
`
