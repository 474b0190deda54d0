/**
 * The pages of the hub: their content security policy allows what is in them and nothing else, and text of
 * the schema cannot become markup.
 */
import { createHash } from 'node:crypto'
import { buildSchema, parse } from 'graphql'
import { expect, it } from 'vitest'
import { cataloguePage } from '../src/pages/catalogue-page.ts'
import { readIndicators } from '../src/subgraph-sources/catalogue.ts'
import { readOpenEnums } from '../src/subgraph-sources/open-enums.ts'
import { exampleOperations } from '../src/pages/explorer-examples.ts'
import { openExplorer } from '../src/pages/explorer.ts'
import { supergraphSchema } from '../src/engine/supergraph/supergraph.ts'
import { supergraphSdl } from './fakes.ts'

/** The page without the text of its scripts and styles: what a browser would fetch from stands here. */
const skeleton = (html: string): string =>
  html
    .replaceAll(/<script>[\s\S]*?<\/script>/g, '<script></script>')
    .replaceAll(/<style>[\s\S]*?<\/style>/g, '')
const indicators = readIndicators(supergraphSchema(supergraphSdl))
const openEnums = () =>
  readOpenEnums(
    buildSchema(`
      directive @tag(name: String!) repeatable on OBJECT | ENUM | ENUM_VALUE | FIELD_DEFINITION
      type Query { phase: Phase @tag(name: "public")  secret: Phase  all(of: Phase): Int @tag(name: "public") }
      "How far it is <b>."
      enum Phase @tag(name: "public") {
        "First.\\n\\nNL: Eerste. Het <i>begin</i> & zo."
        FIRST
        "No Dutch."
        SECOND @deprecated(reason: "Use FIRST.")
      }
      enum Closed { ONE }
    `),
  )

it.each([
  ['explorer', async () => (await openExplorer()).page],
  ['catalogue', () => cataloguePage({ indicators, openEnums })],
])('the %s page loads nothing from elsewhere, and its policy forbids it', async (_name, make) => {
  const { html, policy } = await make()
  const text = html.toString()
  // Lists, because a failure would print nine megabytes of page.
  const addresses = [...skeleton(text).matchAll(/(?:src|href)\s*=\s*["']?([^"'\s>]{1,60})/gi)].map(
    ([, url]) => url,
  )
  expect(addresses.filter((url) => !/^(?:data:|#|\/$|\/schema$|\/explorer\.js\?)/.test(url ?? ''))).toEqual(
    [],
  )
  const styles = [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style]) => style).join('')
  expect(styles.match(/@import|url\(\s*["']?(?!data:|#|["'])[^)]{0,60}/gi) ?? []).toEqual([])
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/)
})

it('the policy of a page allows the scripts that are in it', async () => {
  const { page, graphiqlAddress } = await openExplorer()
  const { html, policy } = page
  const scripts = [...html.toString().matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => script,
  )
  expect(scripts).toHaveLength(2)
  expect(html.toString()).toContain(`<script src="${graphiqlAddress}"></script>`)
  expect(policy).toContain("script-src 'self' 'sha256-")
  for (const script of scripts) {
    expect(policy).toContain(createHash('sha256').update(script).digest('base64'))
  }
})

it('the explorer has every example operation as a tab, and a link to the catalogue', async () => {
  const text = (await openExplorer()).page.html.toString()
  const operations = await exampleOperations()
  expect(operations.map(({ name }) => name).slice(0, 7)).toEqual([
    'neighbourhood-profile',
    'municipality-page',
    'any-level',
    'series',
    'search',
    'loaded',
    'catalogue',
  ])
  for (const { query, variables } of operations) {
    expect(() => parse(query)).not.toThrow()
    expect(text.includes(JSON.stringify({ query, variables }))).toBe(true)
  }
  expect(text.includes('href=\\"/catalogue\\"')).toBe(true)
  expect(text.includes('<title>Samenhang explorer</title>')).toBe(true)
})

it('the catalogue page shows each indicator, and text from the schema cannot become markup', async () => {
  const hostile = {
    ...indicators[0],
    description: '<script>alert(1)</script>',
  } as (typeof indicators)[number]
  const text = (await cataloguePage({ indicators: [...indicators, hostile], openEnums })).html.toString()
  expect(text).toContain('housing.averageWozValue')
  expect(text).toContain('gemiddelde WOZ-waarde')
  expect(text).not.toContain('<script>alert')
  expect(text).toContain('How far it is &lt;b&gt;.')
  expect(text).toContain('<b>Eerste</b><br>Het &lt;i&gt;begin&lt;/i&gt; &amp; zo.')
})

it('the catalogue page says where an open enum is met, and names nothing that is closed', async () => {
  const text = (await cataloguePage({ indicators: [...indicators], openEnums })).html.toString()
  expect(text).toContain(
    '<p>Answered by <code>Query.phase</code></p>\n<p>Taken by <code>Query.all(of:)</code></p>',
  )
  expect(text).not.toMatch(/secret|Closed/)
  expect(text).toContain('<code>SECOND</code></a><br>(deprecated)</td>')
  expect(text).toContain('<td data-heading="Nederlands">none yet</td>')
})

it('the catalogue page of a graph without open enums has no vocabulary', async () => {
  const text = (await cataloguePage({ indicators: [...indicators], openEnums: () => [] })).html.toString()
  expect(skeleton(text)).not.toMatch(/vocabulary|<details/)
  expect(text).toContain('<a href="#indicators">2 indicators</a></output>')
})
