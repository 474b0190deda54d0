/** The limits as a web page: a table for each kind, and how to have more. */
import { escapeHtml } from './page.ts'
import { pageStyle } from './page-style.ts'

export interface ShownLimits {
  readonly limits: readonly {
    readonly group: string
    readonly value: number | null
    readonly unit: string
    readonly about: string
    readonly code: string | null
    readonly setting?: string
  }[]
  readonly more: readonly string[]
}

const headings: Readonly<Record<string, string>> = {
  operation: 'One operation',
  caller: 'One caller',
  table: 'Tables',
  'large answer': 'Large answers',
  people: 'People',
}

export function limitsPage({ limits, more }: ShownLimits): string {
  const groups = [...new Set(limits.map(({ group }) => group))]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Samenhang: limits</title>
<link rel="icon" href="data:,">
<style>${pageStyle}
td:first-child { white-space: nowrap; width: 14rem } td:last-child { width: 18rem }
</style>
</head>
<body>
<main>
<h1>Limits</h1>
<p>What one request may hold and one caller may ask. What is over a limit is refused before it runs, with a code and the numbers. The same as JSON: <code>Accept: application/json</code>. <a href="/">Explore the graph</a>.</p>
<h2>To have more</h2>
<ul>${more.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join('')}</ul>
${groups.map((group) => section(group, limits)).join('\n')}
</main>
</body>
</html>
`
}

function section(group: string, limits: ShownLimits['limits']): string {
  const rows = limits
    .filter((entry) => entry.group === group)
    .map(({ value, unit, about, code, setting }) => {
      const most = value === null ? 'no limit' : `${value.toLocaleString('en')} ${unit}`
      const refused = [code, setting && `set by ${setting}`].filter(Boolean).join(', ')
      return `<tr><td data-heading="At most">${escapeHtml(most)}</td><td data-heading="Of what">${escapeHtml(about)}</td><td data-heading="Code"><code>${escapeHtml(refused)}</code></td></tr>`
    })
  return `<h2>${escapeHtml(headings[group] ?? group)}</h2>
<table>
<thead><tr><th scope="col">At most</th><th scope="col">Of what</th><th scope="col">Code</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}
