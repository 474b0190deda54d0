/**
 * The open enums on the page of the catalogue: a folded section for each, in alphabetical order, with where it is met and what each value is called and
 * means in both languages. An enum and a value have an address each, such as #FocusGroup.HOMELESS, which opens its section.
 */
import type { OpenEnum } from '../subgraph-sources/open-enums.ts'
import type { Term } from '../subgraph-sources/vocabulary.ts'
import { escapeHtml } from './page.ts'

/** Empty where the graph has no open enums. */
export function vocabularySection(enums: readonly OpenEnum[]): string {
  if (enums.length === 0) return ''
  return `<h2 id="vocabulary">Vocabulary</h2>
<p>The values of the enums that everyone may ask for. An application gets the same words by <code>vocabulary(name: "FocusGroup") { value label(language: NL) }</code>.</p>
${enums.map(section).join('\n')}
`
}

// The address is inside: then a browser opens the section that it leads to.
function section({ name, description, terms, answeredBy, takenBy }: OpenEnum): string {
  const count = terms.length === 1 ? '1 value' : `${String(terms.length)} values`
  return `<details>
<summary><h3><code>${escapeHtml(name)}</code></h3> ${escapeHtml(description)} <small>${count}</small></summary>
<div id="${escapeHtml(name)}">
${uses('Answered by', answeredBy)}${uses('Taken by', takenBy)}<table>
<thead><tr><th scope="col">Value</th><th scope="col">English</th><th scope="col">Nederlands</th></tr></thead>
<tbody>
${terms.map(row).join('\n')}
</tbody>
</table>
</div>
</details>`
}

function uses(how: string, coordinates: readonly string[]): string {
  if (coordinates.length === 0) return ''
  const names = coordinates.map((coordinate) => `<code>${escapeHtml(coordinate)}</code>`)
  return `<p>${how} ${names.join(', ')}</p>\n`
}

function row({ enum: name, value, isDeprecated, label, description }: Term): string {
  const id = escapeHtml(`${name}.${value}`)
  const code = `<a href="#${id}"><code>${escapeHtml(value)}</code></a>${isDeprecated ? '<br>(deprecated)' : ''}`
  const english = words(label.EN, description.EN)
  const dutch = `<span lang="nl">${words(label.NL, description.NL)}</span>`
  return `<tr id="${id}"><td data-heading="Value">${code}</td><td data-heading="English">${english}</td><td data-heading="Nederlands">${label.NL === null ? 'none yet' : dutch}</td></tr>`
}

function words(label: string | null, sentences: string | null): string {
  return `<b>${escapeHtml(label ?? '')}</b><br>${escapeHtml(sentences ?? '')}`
}

export const vocabularyStyle = `
details { border-bottom: 1px solid var(--line) }
summary { cursor: pointer; padding: .5rem .2rem }
summary h3 { display: inline; font-size: 1em }
summary small { white-space: nowrap; opacity: .8 }
details > div { padding: 0 .2rem 1rem; scroll-margin-top: 7rem }
details p { overflow-wrap: anywhere; margin: .3rem 0 }
details tr { scroll-margin-top: 3rem }
details tr:target { background: var(--head) }
details tr:last-child, details tr:last-child td { border: 0 }
@media (min-width: 701px) { details th { width: 37% } details th:first-child { width: 26% } }
`
