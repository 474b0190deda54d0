/**
 * The explorer page: GraphiQL, with the hub's example operations as tabs. It loads nothing from other sites.
 * GraphiQL itself is a file beside the page, which a browser keeps, and keeps compiled: eight of nine megabytes.
 * explorer-tabs.ts decides which tabs are open, explorer-picker.ts who asks, and explorer-welcome.ts has the
 * text beside the query.
 */
import { exampleOperations, roleExamples } from './explorer-examples.ts'
import { picker, pickerStyle } from './explorer-picker.ts'
import { openTabs } from './explorer-tabs.ts'
import { tableView, tableViewStyle } from './explorer-tables.ts'
import { welcome, welcomeStyle } from './explorer-welcome.ts'
import { formats } from '../tables/formats.ts'
import { makeDocument, makePage, type HtmlPage } from './page.ts'

/** Where GraphiQL is; the page asks for it with its digest, `/explorer.js?…`, at which it never changes. */
export const graphiqlPath = '/explorer.js'

interface Explorer {
  readonly page: HtmlPage
  readonly graphiql: HtmlPage
  /** What the page asks for. */
  readonly graphiqlAddress: string
}

let explorer: Promise<Explorer> | undefined

/** Made at the first call: it is nine megabytes of which a start need not know. */
export function openExplorer(): Promise<Explorer> {
  explorer ??= render().catch((error: unknown) => {
    explorer = undefined
    throw error
  })
  return explorer
}

/** GraphiQL shows the title as HTML beside its tabs, which is where the links to the other pages go. */
const heading =
  'Samenhang · <a href="/catalogue">catalogue</a> · <a href="/schema">schema</a> · <a href="/limits">limits</a>'

async function render(): Promise<Explorer> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const [operations, ofRoles] = await Promise.all([exampleOperations(), roleExamples()])
  const { given, script: viewTables } = await tableView(operations, [...formats.keys()])
  const html = renderGraphiQL({
    endpoint: '/graphql',
    title: heading,
    logo: '',
    favicon: 'data:,',
    defaultTabs: operations.map(({ query, variables }) => ({ query, variables })),
    shouldPersistHeaders: false,
    maxHistoryLength: 50,
  })
  const scripts = [picker(ofRoles), viewTables, openTabs(operations, ofRoles), welcome]
    .map((script) => `${script};`)
    .join('')
  const { before, library, call, after } = partsOf(html)
  const graphiql = await makeDocument(library, 'text/javascript; charset=utf-8')
  const graphiqlAddress = `${graphiqlPath}?${graphiql.tag.replaceAll(/[^a-z0-9]/gi, '').slice(0, 20)}`
  const page = await makePage(
    before
      .trimStart()
      .replace(/<title>[\s\S]*?<\/title>/, '<title>Samenhang explorer</title>')
      .replace(/<meta charset="utf-8" ?\/?>/, (charset) => `${charset}${viewport}`)
      .replace(
        '</head>',
        () => `<style>${layout}${pickerStyle}${welcomeStyle}${tableViewStyle}</style>${given}</head>`,
      ) +
      `<script>${scripts}</script><script src="${graphiqlAddress}"></script><script>${call}</script>${after}`,
    { hasScriptFile: true },
  )
  return { page, graphiql, graphiqlAddress }
}

/** What renders the page has one script: GraphiQL, and a call of it with what it is given. */
function partsOf(html: string): Readonly<Record<'before' | 'library' | 'call' | 'after', string>> {
  const [start, end] = [html.indexOf('<script>'), html.lastIndexOf('</script>')]
  const script = html.slice(start + '<script>'.length, end)
  const call = script.search(/YogaGraphiQL\.renderYogaGraphiQL\(\s*window/)
  if (start < 0 || call < 0)
    throw new Error('@graphql-yoga/render-graphiql makes another page than this reads')
  return {
    before: html.slice(0, start),
    library: script.slice(0, call),
    call: script.slice(call),
    after: html.slice(end + '</script>'.length),
  }
}

const viewport = '<meta name="viewport" content="width=device-width, initial-scale=1">'

/**
 * GraphiQL lets tabs be dragged, and moves one away from under the first click on it; so a tab stays where it is. The title takes one line.
 * On a phone the query stands above its answer.
 */
const layout = `
  .graphiql-tabs .graphiql-tab { transform: none !important }
  .graphiql-logo { white-space: nowrap }
  html, body { overflow: hidden }
  @media (max-width: 700px) {
    #graphiql-session { flex-direction: column }
    #graphiql-session > * { min-width: 0; min-height: 0 }
    .graphiql-horizontal-drag-bar { display: none }
    .graphiql-container .graphiql-main { min-width: 0 }
    .graphiql-logo { display: none }
  }
`
