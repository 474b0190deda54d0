/**
 * The explorer page: GraphiQL in one file, with the hub's example operations as tabs. It loads nothing from
 * other sites. explorer-tabs.ts decides which tabs are open, explorer-picker.ts who asks, and
 * explorer-welcome.ts has the text beside the query.
 */
import { exampleOperations, roleExamples } from './explorer-examples.ts'
import { picker, pickerStyle } from './explorer-picker.ts'
import { openTabs } from './explorer-tabs.ts'
import { tableView, tableViewStyle } from './explorer-tables.ts'
import { welcome, welcomeStyle } from './explorer-welcome.ts'
import { formats } from '../tables/formats.ts'
import { makePage, type HtmlPage } from './page.ts'

let page: Promise<HtmlPage> | undefined

/** The page, made at the first call: it is nine megabytes of which a start need not know. */
export function explorerPage(): Promise<HtmlPage> {
  page ??= render().catch((error: unknown) => {
    page = undefined
    throw error
  })
  return page
}

/** GraphiQL shows the title as HTML beside its tabs, which is where the links to the other pages go. */
const heading =
  'Samenhang · <a href="/catalogue">catalogue</a> · <a href="/schema">schema</a> · <a href="/limits">limits</a>'

async function render(): Promise<HtmlPage> {
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
  return makePage(
    html
      .trimStart()
      .replace(/<title>[\s\S]*?<\/title>/, '<title>Samenhang explorer</title>')
      .replace(/<meta charset="utf-8" ?\/?>/, (charset) => `${charset}${viewport}`)
      .replace(
        '</head>',
        () => `<style>${layout}${pickerStyle}${welcomeStyle}${tableViewStyle}</style>${given}</head>`,
      )
      .replace('<script>', () => `<script>${scripts}`),
  )
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
