/**
 * The catalogue as a web page: the figures of `Query.indicators` in one table, the values of `Query.vocabulary` below it (vocabulary-section.ts), and a
 * filter for both, which is browser/catalogue-filter.js. All of it can be read without a script.
 */
import { readFile } from 'node:fs/promises'
import type { Indicator } from '../subgraph-sources/catalogue.ts'
import type { OpenEnum } from '../subgraph-sources/open-enums.ts'
import { escapeHtml, makePage, type HtmlPage } from './page.ts'
import { pageStyle } from './page-style.ts'
import { vocabularySection, vocabularyStyle } from './vocabulary-section.ts'

/** Of one graph. */
export interface Catalogue {
  readonly indicators: readonly Indicator[]
  openEnums(): readonly OpenEnum[]
}

const pages = new WeakMap<readonly Indicator[], Promise<HtmlPage>>()

/** The page of this graph, made once for its indicators. */
export function cataloguePage(catalogue: Catalogue): Promise<HtmlPage> {
  const existing = pages.get(catalogue.indicators)
  if (existing) return existing
  const page = render(catalogue).catch((error: unknown) => {
    pages.delete(catalogue.indicators)
    throw error
  })
  pages.set(catalogue.indicators, page)
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

async function render(catalogue: Catalogue): Promise<HtmlPage> {
  const { indicators } = catalogue
  const enums = catalogue.openEnums()
  const values = enums.flatMap(({ terms }) => terms).length
  const script = await readFile(new URL('./browser/catalogue-filter.js', import.meta.url), 'utf8')
  return makePage(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Samenhang: catalogue</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main>
<h1>Catalogue</h1>
<p>Every figure that the graph publishes, and what the values of its enums are called in English and Dutch, read from its schema. <a href="/">Explore the graph</a>, or see <a href="/schema">its releases</a>.</p>
<p><label>Filter <input id="filter" type="search" autocomplete="off" placeholder="a word, a unit, a column"></label>
<output id="shown" for="filter"><a href="#indicators">${String(indicators.length)} indicators</a>${values === 0 ? '' : `, <a href="#vocabulary">${String(values)} values</a>`}</output></p>
<h2 id="indicators">Indicators</h2>
<table class="indicators">
<thead><tr>${headings.map((heading) => `<th scope="col">${heading}</th>`).join('')}</tr></thead>
<tbody>
${indicators.map(row).join('\n')}
</tbody>
</table>
${vocabularySection(enums)}</main>
<script>${script}</script>
</body>
</html>
`)
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
@media (min-width: 701px) { .indicators { min-width: 60rem; table-layout: fixed } }
.indicators th:nth-child(1), .indicators th:nth-child(6) { width: 17% }
.indicators th:nth-child(2), .indicators th:nth-child(3), .indicators th:nth-child(4) { width: 11% }
.indicators th:nth-child(5) { width: 4rem }
.indicators th:nth-child(7) { width: 25% }
th { position: sticky; top: 0 }
tr[hidden] { display: none }
${vocabularyStyle}`
