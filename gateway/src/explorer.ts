/**
 * The explorer page: GraphiQL, whole in one page, with the hub's example operations as tabs. It loads nothing from elsewhere.
 * The operations are the files of test/operations, the same that the tests run.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { picker, pickerStyle } from './explorer-picker.ts'
import { makePage, type Page } from './page.ts'

/** An example operation: its text, and its variables as JSON text. */
export interface ExampleOperation {
  readonly name: string
  readonly query: string
  readonly variables: string | null
}

const folder = fileURLToPath(new URL('../../test/operations', import.meta.url))
const order = [
  'neighbourhood-profile',
  'municipality-page',
  'any-level',
  'series',
  'search',
  'loaded',
  'catalogue',
]

let made: Promise<Page> | undefined

/** The page, made at the first call: it is nine megabytes of which a start need not know. */
export function explorerPage(): Promise<Page> {
  made ??= render().catch((error: unknown) => {
    made = undefined
    throw error
  })
  return made
}

/** The operations in test/operations: `<name>.graphql`, with `<name>.variables.json` where it takes variables. */
export async function exampleOperations(): Promise<readonly ExampleOperation[]> {
  const files = await readdir(folder).catch((): string[] => [])
  const names = files
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => file.slice(0, -'.graphql'.length))
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length)
  names.sort((a, b) => place(a) - place(b) || a.localeCompare(b))
  return Promise.all(
    names.map(async (name) => ({
      name,
      query: await readFile(join(folder, `${name}.graphql`), 'utf8'),
      variables: files.includes(`${name}.variables.json`)
        ? await readFile(join(folder, `${name}.variables.json`), 'utf8')
        : null,
    })),
  )
}

/** GraphiQL shows the title as HTML beside its tabs, which is where the link to the catalogue goes. */
const heading = 'Samenhang · <a href="/catalogue">catalogue</a>'

async function render(): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const operations = await exampleOperations()
  const html = renderGraphiQL({
    endpoint: '/graphql',
    title: heading,
    logo: '',
    favicon: 'data:,',
    defaultTabs: operations.map(({ query, variables }) => ({ query, variables })),
    shouldPersistHeaders: false,
    maxHistoryLength: 50,
  })
  const titled = html.replace(/<title>[\s\S]*?<\/title>/, '<title>Samenhang explorer</title>').trimStart()
  return makePage(
    titled
      .replace('</head>', () => `<style>${steadyTabs}${pickerStyle}</style></head>`)
      .replace('<script>', () => `<script>${picker}${firstVisit(operations[0])}`),
  )
}

/** GraphiQL lets tabs be dragged, and moves one away from under the first click on it; so a tab stays where it is. The title takes one line. */
const steadyTabs =
  '.graphiql-tabs .graphiql-tab { transform: none !important } .graphiql-logo { white-space: nowrap }'

/** GraphiQL fills the editor of variables from what the browser kept, also for its first tab; at a first visit that is nothing. */
function firstVisit(first: ExampleOperation | undefined): string {
  return `
    try {
      if (!location.search && localStorage.getItem('graphiql:tabState') === null)
        localStorage.setItem('graphiql:variables', ${JSON.stringify(first?.variables ?? '')})
    } catch {}
  `
}
