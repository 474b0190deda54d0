/**
 * The catalogue of indicators as a web page: one table with a filter, with the figures of `Query.indicators`.
 */
import type { Indicator } from '../subgraph-sources/catalogue.ts'
import { escapeHtml, makePage, type HtmlPage } from './page.ts'
import { pageStyle } from './page-style.ts'

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
<p>Every figure that the graph publishes, read from its schema. <a href="/">Explore the graph</a>, or see <a href="/schema">its releases</a>.</p>
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

function row(indicator: Indicator): string {
  const { id, label, unit, kind, source, columns, occurrence, categories, description } = indicator
  const names = columns.map((name) => `<code>${escapeHtml(name)}</code>`).join('<br>')
  const repeated = occurrence > 1 ? `<br>(number ${occurrence} of that name)` : ''
  const cells = [
    `<code>${escapeHtml(id)}</code>`,
    escapeHtml(label.en),
    `<span lang="nl">${escapeHtml(label.nl)}</span>`,
    escapeHtml(unit) + (kind === 'MODELLED_ESTIMATE' ? '<br>(estimated by a model)' : ''),
    escapeHtml(source),
    names + repeated + categories.map((category) => `<br>rows of ${escapeHtml(category)}`).join(''),
    escapeHtml(description),
  ]
  return `<tr>${cells.map((cell, index) => `<td data-heading="${headings[index] ?? ''}">${cell}</td>`).join('')}</tr>`
}

const style = `${pageStyle}
@media (min-width: 701px) { table { min-width: 60rem; table-layout: fixed } }
th:nth-child(1), th:nth-child(6) { width: 17% }
th:nth-child(2), th:nth-child(3), th:nth-child(4) { width: 11% }
th:nth-child(5) { width: 4rem }
th:nth-child(7) { width: 25% }
th { position: sticky; top: 0 }
tr[hidden] { display: none }
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
