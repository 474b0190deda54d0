/**
 * The page of the catalogue: it shows what `vocabulary` answers, names no more than everyone may see, is sent once, can be read without a script, and in a
 * browser is filtered, addressed and read by everyone.
 */
import { readFileSync } from 'node:fs'
import { createHttpServer } from '@samenhang/gateway/server'
import { drain, listen } from '@samenhang/subgraph-kit/http-server'
import { describeWith } from '@samenhang/subgraph-kit/requirements'
import { silent } from '@samenhang/subgraph-kit/testing'
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromium, openBrowser, type BrowserPage } from './browser.ts'
import { openHub, type TestHub } from './hub.ts'

let hub: TestHub
let url: string
let html: string
let close: () => Promise<void>
beforeAll(async () => {
  hub = await openHub({ country: null })
  const server = createHttpServer(hub.gateway, { logger: silent })
  url = await listen(server, { host: '127.0.0.1', port: 0 })
  html = await (await fetch(`${url}/catalogue`)).text()
  close = async () => {
    await drain(server, 500)
    await hub.close()
  }
})
afterAll(() => close())

/** What people read of a piece of the page. */
function textOf(markup: string): string {
  const entities = new Map([
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['#39', "'"],
    ['amp', '&'],
  ])
  return markup
    .replaceAll('<br>', '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities.get(name) ?? '')
}

const sections = () =>
  [...html.matchAll(/<details>([\s\S]*?)<\/details>/g)].map(([, section = '']) => ({
    name: /<h3>(.*?)<\/h3>/.exec(section)?.[1] ?? '',
    uses: [...section.matchAll(/<p>(Answered|Taken) by (.*)<\/p>/g)].map(
      ([, how, names = '']) => [how, textOf(names).split(', ')] as const,
    ),
    rows: [...section.matchAll(/<tr id="(.*?)">(.*)<\/tr>/g)].map(([, id, row = '']) => [
      id,
      ...[...row.matchAll(/<td data-heading="\w+">(.*?)<\/td>/g)].map(([, cell = '']) => textOf(cell)),
    ]),
  }))

describe('the vocabulary on the page', () => {
  it('is what the graph answers: every value of every open enum, in both languages', async () => {
    const { data } = await hub.ask(
      `{ vocabulary { enum value isDeprecated en: label(language: EN) nl: label(language: NL)
        english: description(language: EN) dutch: description(language: NL) } }`,
    )
    const { vocabulary } = data as unknown as {
      vocabulary: readonly (Record<'enum' | 'value' | 'en' | 'nl' | 'english' | 'dutch', string> & {
        readonly isDeprecated: boolean
      })[]
    }
    const answered = vocabulary.map((term) => [
      `${term.enum}.${term.value}`,
      term.value + (term.isDeprecated ? '\n(deprecated)' : ''),
      `${term.en}\n${term.english}`,
      `${term.nl}\n${term.dutch}`,
    ])
    expect(answered.length).toBeGreaterThan(180)
    const byAddress = (rows: readonly (readonly (string | undefined)[])[]) =>
      [...rows].sort(([first = ''], [second = '']) => (first < second ? -1 : 1))
    expect(byAddress(sections().flatMap(({ rows }) => rows))).toEqual(byAddress(answered))
  })

  it('has a section for each enum in alphabetical order, with values in the order of the graph', () => {
    const names = sections().map(({ name }) => textOf(name))
    expect(names).toEqual([...names].sort())
    expect(new Set(names).size).toBe(names.length)
    const levels = sections().find(({ rows }) => rows[0]?.[0] === 'AreaLevel.COUNTRY')
    expect(levels?.rows.map(([id]) => id)).toEqual(
      ['COUNTRY', 'PROVINCE', 'MUNICIPALITY', 'DISTRICT', 'NEIGHBOURHOOD'].map(
        (value) => `AreaLevel.${value}`,
      ),
    )
  })

  it('says where each enum is answered and taken, and names nothing that the public may not see', () => {
    const open = buildSchema(
      readFileSync(new URL('../schema/public.graphql', import.meta.url), 'utf8'),
    ).getTypeMap()
    const known = new Set(
      Object.values(open).flatMap((type) => {
        if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return []
        return Object.values(type.getFields()).flatMap((field) => [
          `${type.name}.${field.name}`,
          ...('args' in field ? field.args : []).map(
            (argument: { readonly name: string }) => `${type.name}.${field.name}(${argument.name}:)`,
          ),
        ])
      }),
    )
    for (const { name, uses } of sections()) {
      expect([name, uses.length]).not.toEqual([name, 0])
      expect(uses.flatMap(([, coordinates]) => coordinates).filter((one) => !known.has(one))).toEqual([])
    }
    const levels = sections().find(({ name }) => textOf(name) === 'AreaLevel')
    expect(levels?.uses).toEqual([
      ['Answered', expect.arrayContaining(['Area.level', 'Distribution.level'])],
      ['Taken', expect.arrayContaining(['Query.areasWhere(level:)'])],
    ])
    // Their interface says it.
    expect(levels?.uses.flatMap(([, coordinates]) => coordinates)).not.toContain('Municipality.level')
    expect(
      Object.values(open)
        .filter(isEnumType)
        .map(({ name }) => name),
    ).toEqual(expect.arrayContaining(sections().map(({ name }) => textOf(name))))
  })
})

it('a page that a browser has is not sent again', async () => {
  const first = await fetch(`${url}/catalogue`)
  const again = await fetch(`${url}/catalogue`, {
    headers: { 'if-none-match': first.headers.get('etag') ?? '' },
  })
  expect([first.status, again.status, await again.text()]).toEqual([200, 304, ''])
})

describeWith({ missing: chromium === undefined ? 'no chromium in /usr/bin' : null }, 'in a browser', () => {
  let page: BrowserPage
  beforeAll(async () => {
    page = await openBrowser(chromium ?? '')
  })
  afterAll(() => page.close())

  let visits = 0
  async function visit(address = ''): Promise<void> {
    visits += 1
    await page.open(`${url}/catalogue?${String(visits)}${address}`)
    await page.until(`location.search === '?${String(visits)}' && document.readyState === 'complete'`)
  }
  const openSections = `document.querySelector('details[open]') && [...document.querySelectorAll('details[open] h3')].map(({ textContent }) => textContent)`

  it.each([
    ['light', { width: 1280, height: 800 }],
    ['dark', { width: 1280, height: 800, dark: true }],
    ['on a phone', { width: 390, height: 844 }],
  ])(
    'axe-core finds nothing serious with all sections open, %s, and nothing is wider than the page',
    async (_name, screen) => {
      await page.show(screen)
      await visit()
      await page.until(`(document.querySelectorAll('details').forEach((one) => { one.open = true }), true)`)
      expect(await page.seriousFindings()).toEqual([])
      expect(await page.until('document.documentElement.scrollWidth')).toBeLessThanOrEqual(screen.width)
    },
  )

  it.each([true, false])(
    'an address opens its section and shows its value, with scripts: %s',
    async (hasScripts) => {
      await page.show({ width: 1280, height: 800, hasScripts })
      await visit('#FocusGroup.STUDENTS')
      expect(await page.until(openSections)).toEqual(['FocusGroup'])
      const box = `document.getElementById('FocusGroup.STUDENTS').getBoundingClientRect()`
      expect(await page.until(`${box}.top > 0 && ${box}.bottom < innerHeight`)).toBe(true)
    },
  )

  it('the filter finds words of both languages, opens their sections, and folds them when it is emptied', async () => {
    await page.show({ width: 1280, height: 800 })
    await visit()
    const filter = async (words: string) => {
      await page.until(
        `((input) => { input.value = '${words}'; input.dispatchEvent(new Event('input')); return true })(document.getElementById('filter'))`,
      )
      const shown = `[...document.querySelectorAll('details tbody tr')].filter((row) => row.checkVisibility()).map(({ id }) => id)`
      return [await page.until(shown), await page.until(`document.getElementById('shown').textContent`)]
    }
    expect(await filter('woonwagenbewoners standplaats')).toEqual([
      ['FocusGroup.TRAVELLERS'],
      '0 indicators, 1 value',
    ])
    expect(await filter('woz-waarde')).toEqual([[], '1 indicator, 0 values'])
    const [rows, counts] = await filter('')
    expect([rows, counts]).toEqual([[], expect.stringMatching(/^3\d\d indicators, 1\d\d values$/)])
    expect(await page.until(`document.querySelectorAll('details:not([hidden])').length`)).toBe(
      sections().length,
    )
  })

  it('a section opens by the keyboard', async () => {
    await visit()
    await page.until(`(document.querySelector('summary').focus(), true)`)
    await page.press('Enter')
    expect(await page.until(openSections)).toEqual(['Accommodation'])
  })
})
