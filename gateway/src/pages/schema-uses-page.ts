/** Who uses which part of the schema, as a web page for teams that change it: clients by coordinate, and a field to look for one part. */
import type { CoordinateInUse } from '@samenhang/schema/registry/usage'
import { mostUses } from '../releases/release-history.ts'
import { escapeHtml } from './page.ts'
import { coordinateLink, layout } from './schema-page.ts'

const headings = ['Part of the schema', 'Client', 'Requests', 'Last asked'] as const

/** `uses` is null where nothing is counted; `part` is what was looked for. */
export function schemaUsesPage(uses: readonly CoordinateInUse[] | null, part: string | undefined): string {
  const looked = escapeHtml(part ?? '')
  return layout(
    'Who uses what',
    `<p>What clients asked of the graph in the last 90 days, without values. <a href="/schema">All releases</a></p>
<form action="/schema/usage" method="get"><p><label>Part of the schema <input name="of" value="${looked}" autocomplete="off" placeholder="Query.area"></label>
<button>Look</button></p></form>
${tableOf(uses, part)}`,
  )
}

function tableOf(uses: readonly CoordinateInUse[] | null, part: string | undefined): string {
  if (uses === null) return '<p>This hub has no registry, so it does not count who asks what.</p>'
  if (uses.length === 0)
    return `<p>${part === undefined ? 'Nothing was asked yet.' : `Nobody used <code>${escapeHtml(part)}</code>.`}</p>`
  const rows = uses.map(({ coordinate, client, requests, lastDay }) => {
    const cells = [coordinateLink(coordinate), escapeHtml(client || '(not named)'), String(requests), lastDay]
    return `<tr>${cells.map((cell, index) => `<td data-heading="${headings[index] ?? ''}">${cell}</td>`).join('')}</tr>`
  })
  const more =
    uses.length < mostUses
      ? ''
      : `<p>These are the first ${String(mostUses)}; look for a part to see the others.</p>\n`
  return `${more}<table>
<thead><tr>${headings.map((heading) => `<th scope="col">${heading}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}
