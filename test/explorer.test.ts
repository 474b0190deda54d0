/**
 * The explorer in a browser: it asks as the role and for the purpose that are chosen, comes back as it was left,
 * says what it is until there is an answer, and fits a phone.
 */
import { demoTokens } from '@samenhang/gateway/access/demo-endpoint'
import { createHttpServer } from '@samenhang/gateway/server'
import { drain, listen } from '@samenhang/subgraph-kit/http-server'
import { silent } from '@samenhang/subgraph-kit/testing'
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeWith } from '@samenhang/subgraph-kit/requirements'
import { chromium, openBrowser, type BrowserPage } from './browser.ts'
import { openHub, type TestHub } from './hub.ts'

const query = '{ caseload(first: 2) { nodes { id birthYear } } }'

type DOMRectLike = Readonly<Record<'top' | 'bottom' | 'right' | 'width', number>>

describeWith(
  { missing: chromium === undefined ? 'no chromium in /usr/bin' : null },
  'the explorer in a browser',
  () => {
    let hub: TestHub
    let page: BrowserPage
    let url: string
    let close: () => Promise<void>
    beforeAll(async () => {
      hub = await openHub({ country: { neighbourhoods: 20, people: 300 } })
      const demo = demoTokens(hub.environment, hub.gateway.register)
      const server = createHttpServer(hub.gateway, { logger: silent, ...(demo && { demo }) })
      url = await listen(server, { host: '127.0.0.1', port: 0 })
      page = await openBrowser(chromium ?? '')
      await page.show({ width: 1280, height: 800 })
      close = async () => {
        await page.close()
        await drain(server, 500)
        await hub.close()
      }
    })
    afterAll(() => close())

    /** Chooses at the top, and waits until the page has come back with that choice. */
    async function choose(label: 'role' | 'purpose', name: string): Promise<void> {
      const element = `document.querySelector('.asking select[aria-label="${label}"]')`
      await page.until(`[...${element}.options].some(({ value }) => value === ${JSON.stringify(name)})`)
      await page.until(
        `(() => { window.isLeft = true; const select = ${element}; select.value = ${JSON.stringify(name)}; select.dispatchEvent(new Event('change')); return true })()`,
      )
      await page.until(`window.isLeft === undefined && ${element}.value === ${JSON.stringify(name)}`)
    }

    /** The titles of the tabs, the one in front marked, once the page is there. */
    async function tabs(): Promise<readonly string[]> {
      const titles = `[...document.querySelectorAll('.graphiql-tab')].map((tab) =>
        tab.querySelector('.graphiql-tab-button').textContent + (tab.classList.contains('graphiql-tab-active') ? ' *' : ''))`
      return (await page.until(`${titles}.length > 0 && ${titles}`)) as string[]
    }

    /** What stands in the editor of the query, without the space that its editor puts in. */
    const shown = `document.querySelector('.graphiql-query-editor .view-lines').textContent.replace(/\\s/g, '')`

    async function reload(): Promise<void> {
      await page.until('(() => { window.isLeft = true; location.reload(); return true })()')
      await page.until(`window.isLeft === undefined && ${shown} !== ''`)
    }

    /** What GraphiQL shows as the answer, without the space that its editor puts in. */
    async function answer(): Promise<string> {
      await page.until(`(document.querySelector('.graphiql-execute-button').click(), true)`)
      const text = `document.querySelector('.result-window').textContent.replace(/\\s/g, '')`
      return String(await page.until(`/"(data|errors)":/.test(${text}) && ${text}`))
    }

    it('asks as the role and for the purpose chosen at the top, and says what is lacking', async () => {
      await page.open(`${url}/?query=${encodeURIComponent(query)}`)
      const hint = `document.querySelector('.asking span').textContent`
      expect(await page.until(hint)).toContain('a role and a purpose')
      expect(
        await page.until(`document.querySelector('.asking select[aria-label="purpose"]').disabled`),
      ).toBe(true)
      expect(await answer()).toContain('UNAUTHORIZED_FIELD_OR_TYPE')

      await choose('role', 'caseworker')
      expect(await page.until(hint)).toContain('try wmo-intake')
      expect(await answer()).toContain('UNAUTHORIZED_FIELD_OR_TYPE')

      await choose('purpose', 'wmo-intake')
      expect(await page.until(hint)).toContain('logged')
      expect(await answer()).toMatch(/"nodes":\[\{"id":"[\w-]{22}","birthYear":\d{4},/)

      await choose('role', '')
      expect(await answer()).toContain('UNAUTHORIZED_FIELD_OR_TYPE')
    })

    it('opens at the second visit and after a reload as it was left, without an empty tab', async () => {
      await page.open(`${url}/`)
      await page.until('(localStorage.clear(), sessionStorage.clear(), true)')
      await page.open(`${url}/?first`)
      await page.until(`location.search.includes('first') && ${shown} !== ''`)
      const first = await tabs()
      expect(first[0]).toBe('NeighbourhoodProfile *')
      expect(await page.until(shown)).toMatch(/^queryNeighbourhoodProfile\(\$code:ID!\)\{neighbourhood/)
      for (const visit of ['reload', 'again', 'reload']) {
        if (visit === 'reload') await reload()
        else {
          await page.open(`${url}/?second`)
          await page.until(`location.search.includes('second') && ${shown} !== ''`)
        }
        expect(await tabs()).toEqual(first)
        expect(await page.until(shown)).toContain('NeighbourhoodProfile')
      }
      const third = `document.querySelectorAll('.graphiql-tab-button')[2]`
      await page.until(`(${third}.click(), true)`)
      await page.until(`${shown}.includes('AnyLevel')`)
      // GraphiQL keeps what is open a moment later.
      await page.until(`JSON.parse(localStorage.getItem('graphiql:tabState')).activeTabIndex === 2`)
      await reload()
      expect((await tabs()).filter((title) => title.endsWith(' *') || title.includes('untitled'))).toEqual([
        'AnyLevel *',
      ])
      expect(await page.until(shown)).toContain('AnyLevel')
      expect(await answer()).toContain('"__typename"')
    })

    it.each([
      ['caseworker', 'wmo-intake', 'Caseload *', /"id":"[\w-]{22}","birthYear":\d{4}/],
      ['citizen', 'access-own-data', 'MyOwnRecord *', /"me":\{"id":"[\w-]{22}"/],
      ['auditor', '', 'AuditTrail *', /"auditLog":\{"nodes":\[\{"number":\d+/],
    ])(
      'has an example for the %s, in front once the role is chosen',
      async (role, purpose, title, expected) => {
        await choose('role', role)
        expect((await tabs()).filter((one) => one.endsWith(' *'))).toEqual([title])
        if (purpose) await choose('purpose', purpose)
        await page.until(`${shown} !== ''`)
        expect((await tabs()).filter((one) => one.endsWith(' *'))).toEqual([title])
        expect(await answer()).toMatch(expected)
      },
    )

    it('says what this is where answers come, until there is one', async () => {
      await choose('role', '')
      await page.open(`${url}/?welcome`)
      const welcome = `document.querySelector('.welcome')`
      await page.until(`location.search.includes('welcome') && ${welcome} !== null`)
      expect(await page.until(`!${welcome}.hidden && ${welcome}.textContent`)).toContain(
        'Dutch social domain',
      )
      await answer()
      expect(await page.until(`${welcome}.hidden`)).toBe(true)
    })

    it.each([
      ['light', { width: 1280, height: 800 }],
      ['dark', { width: 1280, height: 800, dark: true }],
      ['on a phone', { width: 390, height: 844 }],
    ])('axe-core finds nothing serious, %s', async (_name, screen) => {
      await page.show(screen)
      await page.open(`${url}/?${screen.width}`)
      await page.until(`location.search.includes('${screen.width}') && ${shown} !== ''`)
      await answer()
      expect(await page.seriousFindings()).toEqual([])
      await page.show({ width: 1280, height: 800 })
    })

    it('on a phone the answer stands under the query, and neither is wider than the page', async () => {
      await page.show({ width: 390, height: 844 })
      await page.open(`${url}/?narrow`)
      await page.until(`location.search.includes('narrow') && ${shown} !== ''`)
      const box = (selector: string) =>
        `(({ top, bottom, right, width }) => ({ top, bottom, right, width }))(document.querySelector('${selector}').getBoundingClientRect())`
      const editors = (await page.until(box('.graphiql-editors'))) as DOMRectLike
      const response = (await page.until(box('.graphiql-response'))) as DOMRectLike
      expect(response.top).toBeGreaterThanOrEqual(editors.bottom)
      expect(Math.max(response.right, editors.right)).toBeLessThanOrEqual(390)
      expect(Math.min(response.width, editors.width)).toBeGreaterThan(280)
      await page.show({ width: 1280, height: 800 })
    })

    describe('the table view', () => {
      const button = (name: string) =>
        `[...document.querySelectorAll('.views button, .views summary')].find(({ textContent }) => textContent === '${name}')`
      const press = (name: string) => page.until(`(${button(name)}.click(), true)`)
      const table = `document.querySelector('.table-view')`

      async function run(text: string, variables: object = {}): Promise<void> {
        const search = new URLSearchParams({ query: text, variables: JSON.stringify(variables) })
        await page.open(`${url}/?${search.toString()}`)
        await page.until(`location.search.includes('query=') && ${shown} !== ''`)
        await answer()
      }

      it.each([
        ['light', { width: 1280, height: 800 }],
        ['dark', { width: 1280, height: 800, dark: true }],
        ['on a phone', { width: 390, height: 844 }],
      ])(
        'shows the answer with units, and the reason where a figure is missing, %s',
        async (name, screen) => {
          await page.show(screen)
          await run(
            '{ municipality(code: "GM9001") { neighbourhoods { nodes { code housing(period: 2024) { averageWozValue } integration(period: 2024) { backgroundWestern } } } } }',
          )
          await press('Table')
          const rows = await page.until(
            `${table}.querySelector('tbody tr') && [...${table}.querySelectorAll('tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent))`,
          )
          const heads = await page.until(
            `[...${table}.querySelectorAll('th')].map(({ textContent }) => textContent)`,
          )
          expect(heads).toEqual([
            'code',
            'housing_averageWozValueeuro',
            expect.stringMatching(/^integration_backgroundWestern/),
          ])
          expect((rows as string[][])[0]).toEqual([
            expect.stringMatching(/^BU9001/),
            expect.stringMatching(/^\d+$/),
            'not published',
          ])
          expect(await page.seriousFindings()).toEqual([])
          if (process.env['PICTURES'])
            writeFileSync(`${process.env['PICTURES']}/table-${name}.png`, await page.picture())
          expect(await page.until('document.documentElement.scrollWidth')).toBeLessThanOrEqual(screen.width)
          await press('Open in')
          expect(await page.until(`document.querySelector('.views pre')?.textContent`)).toMatch(
            /^curl .* 'http:\/\/127\.0\.0\.1:\d+\/q\/sent-[\w-]{32}\.csv'$/,
          )
          if (process.env['PICTURES'])
            writeFileSync(`${process.env['PICTURES']}/open-${name}.png`, await page.picture())
          expect(await page.seriousFindings()).toEqual([])
          await press('JSON')
          expect(await page.until(`${table}.hidden`)).toBe(true)
          await page.show({ width: 1280, height: 800 })
        },
      )

      it('a download has the whole in each format, at the address of the example where it is one', async () => {
        await page.open(`${url}/`)
        await page.until('(localStorage.clear(), sessionStorage.clear(), true)')
        await page.open(`${url}/?downloads`)
        await page.until(`location.search.includes('downloads') && ${shown} !== ''`)
        await answer()
        await press('Download')
        const links = (await page.until(
          `document.querySelector('.views a') && [...document.querySelectorAll('.views a')].map(({ href }) => href)`,
        )) as string[]
        expect(links.map((link) => new URL(link).pathname)).toEqual(
          ['csv', 'tsv', 'ndjson', 'json', 'arrow', 'parquet', 'xlsx'].map(
            (format) => `/q/neighbourhood-profile.${format}`,
          ),
        )
        for (const link of links) expect([link, (await fetch(link)).status]).toEqual([link, 200])
      })

      it('what the hub gives no table of is said in its words, and people are never shown in one', async () => {
        await run('{ caseload(first: 2) { nodes { id } } }')
        await press('Table')
        expect(await page.until(`${table}.textContent.includes('never given as a table')`)).toBe(true)
        await press('Download')
        expect(
          await page.until(`document.querySelector('.views details[open] p')?.textContent.includes('never')`),
        ).toBe(true)
      })
    })

    it('has the choice above GraphiQL, which keeps the rest of the page', async () => {
      const box = (selector: string) =>
        `(({ top, bottom }) => [top, bottom, innerHeight])(document.querySelector('${selector}').getBoundingClientRect())`
      await page.open(`${url}/`)
      const [, end] = (await page.until(box('.asking'))) as number[]
      const [top, bottom, height] = (await page.until(box('.graphiql-container'))) as number[]
      expect([top, bottom]).toEqual([end, height])
    })
  },
)
