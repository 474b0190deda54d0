/** What the pages of tables look like: in light and in dark, and on a phone, where each row of a table stands as a list of named values. */

export const pageStyle = `
:root { color-scheme: light dark; --text: #1b1b1b; --page: #fff; --head: #f2f4f7; --line: #ccc; --link: #0a58ca }
@media (prefers-color-scheme: dark) { :root { --text: #e4e8f0; --page: #1a2130; --head: #263145; --line: #46526b; --link: #8ab4f8 } }
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem; color: var(--text); background: var(--page) }
a { color: var(--link) }
table { border-collapse: collapse; width: 100%; overflow-wrap: anywhere }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line) }
th { background: var(--head) }
code { font-size: .9em }
input { font: inherit; padding: .3rem .5rem; min-width: 18rem }
@media (max-width: 700px) {
  body { margin: 1rem }
  input { min-width: 0; width: 100%; box-sizing: border-box }
  thead { position: absolute; clip-path: inset(50%) }
  table, tbody, tr, td { display: block }
  tr { border-bottom: 1px solid var(--line); padding: .6rem 0 }
  td { border: 0; padding: .1rem 0 }
  td::before { content: attr(data-heading); display: block; font-size: .8em; opacity: .8 }
}
`
