/**
 * The catalogue of indicators as a web page: one table with a filter, with the figures of `Query.indicators`.
 */
import type { Indicator } from '../subgraph-sources/catalogue.ts'
import { escapeHtml, makePage, type HtmlPage } from './page.ts'

const pages = new WeakMap<readonly Indicator[], Promise<HtmlPage>>()

/** The page for these indicators, made once. */
export function cataloguePage(indicators: readonly Indicator[]): Promise<HtmlPage> {
  const existing = pages.get(indicators)
  if (existing) return existing
  const page = makePage(render(indicators))
  pages.set(indicators, page)
  return page
}

const headings = [
  'Path from an area',
  'English',
  'Nederlands',
  'Unit',
  'Source',
  'Columns in the source',
  'Description',
]

function render(indicators: readonly Indicator[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Samenhang: catalogue of indicators</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main>
<h1>Catalogue of indicators</h1>
<p>Every figure that the graph publishes, read from its schema. <a href="/">Explore the graph</a>.</p>
<p><label>Filter <input id="filter" type="search" autocomplete="off" placeholder="a word, a unit, a column"></label>
<output id="shown" for="filter">${indicators.length} indicators</output></p>
<table>
<thead><tr>${headings.map((heading) => `<th scope="col">${heading}</th>`).join('')}</tr></thead>
<tbody>
${indicators.map(row).join('\n')}
</tbody>
</table>
</main>
<script>${script}</script>
</body>
</html>
`
}

function row({ id, label, unit, source, columns, occurrence, description }: Indicator): string {
  const names = columns.map((name) => `<code>${escapeHtml(name)}</code>`).join('<br>')
  const repeated = occurrence > 1 ? `<br>(number ${occurrence} of that name)` : ''
  const cells = [
    `<code>${escapeHtml(id)}</code>`,
    escapeHtml(label.en),
    `<span lang="nl">${escapeHtml(label.nl)}</span>`,
    escapeHtml(unit),
    escapeHtml(source),
    names + repeated,
    escapeHtml(description),
  ]
  return `<tr>${cells.map((cell, index) => `<td data-heading="${headings[index] ?? ''}">${cell}</td>`).join('')}</tr>`
}

const style = `
:root { color-scheme: light dark; --text: #1b1b1b; --page: #fff; --head: #f2f4f7; --line: #ccc; --link: #0a58ca }
@media (prefers-color-scheme: dark) { :root { --text: #e4e8f0; --page: #1a2130; --head: #263145; --line: #46526b; --link: #8ab4f8 } }
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem; color: var(--text); background: var(--page) }
a { color: var(--link) }
table { border-collapse: collapse; width: 100%; min-width: 60rem; table-layout: fixed; overflow-wrap: anywhere }
th:nth-child(1), th:nth-child(6) { width: 17% }
th:nth-child(2), th:nth-child(3), th:nth-child(4) { width: 11% }
th:nth-child(5) { width: 4rem }
th:nth-child(7) { width: 25% }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line) }
th { position: sticky; top: 0; background: var(--head) }
code { font-size: .9em }
input { font: inherit; padding: .3rem .5rem; min-width: 18rem }
tr[hidden] { display: none }
@media (max-width: 700px) {
  body { margin: 1rem }
  input { min-width: 0; width: 100%; box-sizing: border-box }
  table { min-width: 0 }
  thead { position: absolute; clip-path: inset(50%) }
  table, tbody, tr, td { display: block }
  tr { border-bottom: 1px solid var(--line); padding: .6rem 0 }
  td { border: 0; padding: .1rem 0 }
  td::before { content: attr(data-heading); display: block; font-size: .8em; opacity: .8 }
}
`

const script = `
const rows = [...document.querySelectorAll('tbody tr')].map((row) => ({ row, text: row.textContent.toLowerCase() }))
const filter = document.getElementById('filter')
const shown = document.getElementById('shown')
filter.addEventListener('input', () => {
  const words = filter.value.toLowerCase().split(/\\s+/).filter(Boolean)
  let count = 0
  for (const { row, text } of rows) {
    row.hidden = !words.every((word) => text.includes(word))
    if (!row.hidden) count += 1
  }
  shown.textContent = count + ' indicators'
})
`
