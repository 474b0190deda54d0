/**
 * The explorer page: GraphiQL, whole in one page, with the hub's example operations as tabs. It loads nothing from elsewhere.
 * Which tabs are open is explorer-tabs.ts, who asks explorer-picker.ts, the text beside the query explorer-welcome.ts.
 */
import { exampleOperations, roleExamples } from './explorer-examples.ts'
import { picker, pickerStyle } from './explorer-picker.ts'
import { openTabs } from './explorer-tabs.ts'
import { welcome, welcomeStyle } from './explorer-welcome.ts'
import { makePage, type Page } from './page.ts'

let made: Promise<Page> | undefined

/** The page, made at the first call: it is nine megabytes of which a start need not know. */
export function explorerPage(): Promise<Page> {
  made ??= render().catch((error: unknown) => {
    made = undefined
    throw error
  })
  return made
}

/** GraphiQL shows the title as HTML beside its tabs, which is where the link to the catalogue goes. */
const heading = 'Samenhang · <a href="/catalogue">catalogue</a>'

async function render(): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const [operations, ofRoles] = await Promise.all([exampleOperations(), roleExamples()])
  const html = renderGraphiQL({
    endpoint: '/graphql',
    title: heading,
    logo: '',
    favicon: 'data:,',
    defaultTabs: operations.map(({ query, variables }) => ({ query, variables })),
    shouldPersistHeaders: false,
    maxHistoryLength: 50,
  })
  const scripts = [picker(ofRoles), openTabs(operations, ofRoles), welcome]
    .map((script) => `${script};`)
    .join('')
  return makePage(
    html
      .trimStart()
      .replace(/<title>[\s\S]*?<\/title>/, '<title>Samenhang explorer</title>')
      .replace(/<meta charset="utf-8" ?\/?>/, (charset) => `${charset}${viewport}`)
      .replace('</head>', () => `<style>${layout}${pickerStyle}${welcomeStyle}</style></head>`)
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
