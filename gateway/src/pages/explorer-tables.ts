/**
 * The explorer's view of an answer as a table, with downloads and lines to open it elsewhere. The script is browser/table-view.js, which the type checker
 * reads with the types of a browser; what it is given stands in the page as JSON.
 */
import { readFile } from 'node:fs/promises'
import { stripIgnoredCharacters } from 'graphql'
import type { ExampleOperation } from './explorer-examples.ts'
import { snippets } from './snippets.ts'

/** The element with what the script is given, and the script. */
export async function tableView(
  examples: readonly ExampleOperation[],
  formats: readonly string[],
): Promise<{ readonly given: string; readonly script: string }> {
  const given = {
    formats,
    snippets,
    // GraphiQL sends a text without what GraphQL ignores.
    registered: examples.map(({ name, query }) => ({ name, texts: [query, stripIgnoredCharacters(query)] })),
  }
  const json = JSON.stringify(given).replaceAll('<', '\\u003c')
  return {
    given: `<script type="application/json" id="table-view-given">${json}</script>`,
    script: await readFile(new URL('./browser/table-view.js', import.meta.url), 'utf8'),
  }
}

export const tableViewStyle = `
  body { --view-text: #3b4b68; --view-page: #fff; --view-line: #b7c2d7; --view-head: #f2f4f7; --view-link: #0a58ca; --view-gap: #7a4a00 }
  body.graphiql-dark { --view-text: #d5dceb; --view-page: #1a2130; --view-line: #46526b; --view-head: #263145; --view-link: #8ab4f8; --view-gap: #f0c070 }
  @media (prefers-color-scheme: dark) { body:not(.graphiql-light) { --view-text: #d5dceb; --view-page: #1a2130; --view-line: #46526b; --view-head: #263145; --view-link: #8ab4f8; --view-gap: #f0c070 } }
  .graphiql-container .graphiql-response .result-window { margin-top: 44px !important; height: calc(100% - 44px) !important; box-sizing: border-box }
  .views { position: absolute; inset: 0 0 auto; height: 44px; box-sizing: border-box; padding: 4px 8px; z-index: 3; display: flex; gap: 6px; align-items: center; font: 14px system-ui, sans-serif; color: var(--view-text) }
  .views button, .views summary { font: inherit; color: inherit; background: var(--view-page); border: 1px solid var(--view-line); border-radius: 4px; padding: 5px 10px; cursor: pointer; list-style: none; white-space: nowrap }
  @media (max-width: 700px) { .views button, .views summary { padding: 5px 7px } }
  .views summary::-webkit-details-marker { display: none }
  .views button[aria-pressed="true"] { background: var(--view-text); color: var(--view-page) }
  .views button:disabled { opacity: .6; cursor: default }
  .views details { position: relative }
  .views details > div { position: absolute; right: 0; top: 34px; z-index: 4; min-width: 12em; max-width: min(34em, 80vw); padding: 8px 12px; background: var(--view-page); border: 1px solid var(--view-line); border-radius: 4px; max-height: 60vh; overflow: auto }
  .views details > div:has(pre) { width: min(34em, 86vw); box-sizing: border-box }
  .views a { color: var(--view-link); display: block; padding: 3px 0 }
  .views pre { margin: 4px 0 8px; padding: 8px; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--view-head); font-size: 12px }
  .views .lead { margin-left: auto }
  .table-view { position: absolute; inset: 44px 0 0 0; z-index: 2; overflow: auto; padding: 0 8px 8px; background: var(--view-page); color: var(--view-text); font: 13px/1.4 system-ui, sans-serif }
  .table-view[hidden] { display: none }
  .table-view table { border-collapse: collapse }
  .table-view th, .table-view td { text-align: left; vertical-align: top; padding: 3px 10px 3px 4px; border-bottom: 1px solid var(--view-line); white-space: nowrap }
  .table-view th { position: sticky; top: 0; background: var(--view-head) }
  .table-view th span { display: block; font-weight: normal }
  .table-view td.number { text-align: right; font-variant-numeric: tabular-nums }
  .table-view td.gap { color: var(--view-gap); font-style: italic }
  .table-view p { margin: 8px 0 }
`
