import { demoDoor } from '@samenhang/gateway/access/demo-door'
import { createHttpServer } from '@samenhang/gateway/server'
import { drain, listen } from '@samenhang/subgraph-kit/http-server'
import { silent } from '@samenhang/subgraph-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromium, openBrowser, type BrowserPage } from './browser.ts'
import { openHub, type TestHub } from './hub.ts'

const query = '{ caseload(first: 2) { nodes { id birthYear } } }'

describe.skipIf(chromium === undefined)(
  'the explorer in a browser (skipped where there is no chromium)',
  () => {
    let hub: TestHub
    let page: BrowserPage
    let close: () => Promise<void>
    beforeAll(async () => {
      hub = await openHub({ country: { neighbourhoods: 20, people: 300 } })
      const demo = demoDoor(hub.environment, hub.gateway.register)
      const server = createHttpServer(hub.gateway, { logger: silent, ...(demo && { demo }) })
      const url = await listen(server, { host: '127.0.0.1', port: 0 })
      page = await openBrowser(chromium ?? '')
      await page.open(`${url}/?query=${encodeURIComponent(query)}`)
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
      await page.until(`${element}.value !== undefined`)
      await page.until(
        `(() => { window.isLeft = true; const select = ${element}; select.value = ${JSON.stringify(name)}; select.dispatchEvent(new Event('change')); return true })()`,
      )
      await page.until(`window.isLeft === undefined && ${element}.value === ${JSON.stringify(name)}`)
    }

    /** What GraphiQL shows as the answer, without the space that its editor puts in. */
    async function answer(): Promise<string> {
      await page.until(`(document.querySelector('.graphiql-execute-button').click(), true)`)
      const text = `document.querySelector('.result-window').textContent.replace(/\\s/g, '')`
      return String(await page.until(`/"(data|errors)":/.test(${text}) && ${text}`))
    }

    it('asks as the role and for the purpose chosen at the top, and says what is lacking', async () => {
      const hint = `document.querySelector('.asking span').textContent`
      expect(await page.until(hint)).toContain('a role and a purpose')
      expect(
        await page.until(`document.querySelector('.asking select[aria-label="purpose"]').disabled`),
      ).toBe(true)
      expect(await answer()).toContain('UNAUTHORIZED_FIELD_OR_TYPE')

      await choose('role', 'caseworker')
      expect(await page.until(hint)).toContain('without a purpose')
      expect(await answer()).toContain('UNAUTHORIZED_FIELD_OR_TYPE')

      await choose('purpose', 'wmo-intake')
      expect(await page.until(hint)).toContain('logged')
      expect(await answer()).toMatch(/"nodes":\[\{"id":"[\w-]{22}","birthYear":\d{4}\}/)

      await choose('role', '')
      expect(await answer()).toContain('UNAUTHORIZED_FIELD_OR_TYPE')
    })

    it('has the choice above GraphiQL, which keeps the rest of the page', async () => {
      const box = (selector: string) =>
        `(({ top, bottom }) => [top, bottom, innerHeight])(document.querySelector('${selector}').getBoundingClientRect())`
      const [, end] = (await page.until(box('.asking'))) as number[]
      const [top, bottom, height] = (await page.until(box('.graphiql-container'))) as number[]
      expect([top, bottom]).toEqual([end, height])
    })
  },
)
