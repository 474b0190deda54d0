/**
 * docs/data-scientists.md as its reader uses it: every operation, address and text on the page is asked of a hub with the synthetic
 * country, and every answer on the page is held against what the hub says. Answers there may be shortened, and hold no other value.
 */
import { readFileSync } from 'node:fs'
import { createHttpServer } from '@samenhang/gateway/server'
import { listen } from '@samenhang/subgraph-kit/http-server'
import { silent } from '@samenhang/subgraph-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHub, readOperation, type TestHub } from './hub.ts'

const page = readFileSync(new URL('../docs/data-scientists.md', import.meta.url), 'utf8')

interface Block {
  readonly language: string
  readonly text: string
  /** The paragraph before it. */
  readonly before: string
}

const blocks: readonly Block[] = [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map((match) => ({
  language: match[1] ?? '',
  text: match[2] ?? '',
  before: page.slice(0, match.index).trimEnd().split('\n').at(-1) ?? '',
}))

const ofLanguage = (language: string) => blocks.filter((block) => block.language === language)

let hub: TestHub
let stop: () => void
let url: string

beforeAll(async () => {
  hub = await openHub({ refreshed: true })
  const server = createHttpServer(hub.gateway, { logger: silent })
  url = await listen(server, { host: '127.0.0.1', port: 0 })
  stop = () => server.close()
})
afterAll(async () => {
  stop()
  await hub.close()
})

/** Whether every value of the page is in the answer: lists may lack entries, objects fields. */
function isShortened(told: unknown, answered: unknown): boolean {
  if (Array.isArray(told)) {
    const rest = Array.isArray(answered) ? [...(answered as unknown[])] : []
    return told.every((entry) => {
      const at = rest.findIndex((candidate) => isShortened(entry, candidate))
      rest.splice(0, at + 1)
      return at >= 0
    })
  }
  if (typeof told !== 'object' || told === null) return told === answered
  if (typeof answered !== 'object' || answered === null) return false
  return Object.entries(told).every(([field, value]) =>
    isShortened(value, (answered as Record<string, unknown>)[field]),
  )
}

async function expectAnswer(query: string, variables: Record<string, unknown>, told?: string) {
  const { data, errors } = await hub.ask(query, variables)
  expect(errors).toEqual([])
  if (told !== undefined && !isShortened(JSON.parse(told), data)) expect(data).toMatchObject(JSON.parse(told))
}

describe('the page for data scientists', () => {
  const operations = ofLanguage('graphql')
  it.each(operations.map(({ text }) => text))(
    'has an operation that is answered as it says: %s',
    async (query) => {
      const [, next] = blocks.slice(blocks.findIndex(({ text }) => text === query))
      await expectAnswer(query, {}, next?.language === 'json' ? next.text : undefined)
    },
  )

  const registered = ofLanguage('json').flatMap(({ text, before }) => {
    const [, name, variables = '{}'] = /`([\w-]+)\.graphql`(?:, `(\{.*?\})`)?/.exec(before) ?? []
    return name === undefined ? [] : [{ name, variables, text }]
  })
  it.each(registered)('has an answer to $name as the hub gives it', async ({ name, variables, text }) => {
    await expectAnswer(readOperation(name), JSON.parse(variables) as Record<string, unknown>, text)
  })

  const addresses = [...page.matchAll(/http:\/\/127\.0\.0\.1:4000(\/q\/[^"'\s`]+)/g)].map(
    ([, path = '']) => path,
  )
  it.each([...new Set(addresses)])('has an address that gives a table: %s', async (path) => {
    const answer = await fetch(`${url}${path}`)
    expect([answer.status, (await answer.arrayBuffer()).byteLength > 0]).toEqual([200, true])
  })

  const python = ofLanguage('python').flatMap(({ text }) => {
    const [, query] = /QUERY = """([\s\S]*?)"""/.exec(text) ?? []
    const [, variables = '{}'] = /"variables": (\{.*?\})/.exec(text) ?? []
    return query === undefined ? [] : [{ query, variables }]
  })
  it.each(python)('has a text in Python that is answered: $query', async ({ query, variables }) => {
    await expectAnswer(query, JSON.parse(variables) as Record<string, unknown>)
  })

  it('has each kind of example: should none be found, this test looks for the wrong thing', () => {
    for (const kind of [operations, registered, addresses, python]) expect(kind.length).toBeGreaterThan(0)
  })
})
