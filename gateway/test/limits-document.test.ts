/** `/limits` tells what holds: each number is where a request is refused, and a notebook that asks as people do never meets one. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createObjectBudget } from '../src/limits/object-budget.ts'
import { limitsDocument, type LimitsDocument } from '../src/http/limits-document.ts'
import { openRegions, type RegionsHub } from './tables/regions.ts'

let hub: RegionsHub
const budget = createObjectBudget({ perMinute: 10_000_000 })
beforeAll(async () => {
  hub = await openRegions(
    new Map([['regions', '{ regions { nodes { code name figures { amount share } } } }']]),
    { objectBudget: budget },
    { contact: 'mailto:desk@example.nl' },
  )
  hub.state.regions = 200
})
afterAll(() => hub.close())

const told = async (): Promise<LimitsDocument> =>
  (await fetch(`${hub.base}/limits`)).json() as Promise<LimitsDocument>
const valueOf = async (id: string): Promise<number> => {
  const entry = (await told()).limits.find((one) => one.id === id)
  if (typeof entry?.value !== 'number') throw new Error(`No limit ${id}`)
  return entry.value
}

async function ask(query: string, variables: object = {}): Promise<string> {
  const response = await fetch(`${hub.base}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] }
  return errors?.[0]?.extensions.code ?? 'answered'
}

const list = (count: number, item: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => item(index)).join(' ')

it.each([
  ['aliases', (most: number) => `{ ${list(most, (index) => `a${String(index)}: kinds`)} }`],
  ['page', (most: number) => `{ regions(first: ${String(most)}) { totalCount } }`],
  // Each field is a token, and so is a brace; so many of one name are refused by another rule.
  ['tokens', (most: number) => `{ ${list(most - 2, () => 'kinds')} }`],
  ['text', (most: number) => `{ region(code: "${'a'.repeat(most)}") { code } }`],
])('at most so many %s pass, and one more is refused with the code that is told', async (id, query) => {
  const entry = (await told()).limits.find((one) => one.id === id)
  const most = await valueOf(id)
  expect(await ask(query(most))).not.toBe(entry?.code)
  expect(await ask(query(most + 1))).toBe(entry?.code)
})

it('the limit of a body is where it is refused', async () => {
  const most = await valueOf('bodyBytes')
  const response = await fetch(`${hub.base}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ kinds }', more: 'x'.repeat(most) }),
  })
  expect(response.status).toBe(413)
})

it('every limit has a unit and a sentence of its own, and those of callers come from the settings', async () => {
  const { limits, more, contact } = await told()
  expect(new Set(limits.map(({ id }) => id)).size).toBe(limits.length)
  for (const { id, unit, about } of limits)
    expect([id, unit !== '', about.length > 5]).toEqual([id, true, true])
  expect(limits.filter(({ id }) => id.startsWith('objectsPerMinute')).map(({ value }) => value)).toEqual([
    10_000_000, 10_000_000,
  ])
  expect(limits.some(({ group }) => group === 'people')).toBe(false)
  expect([contact, more.at(-1)]).toEqual([
    'mailto:desk@example.nl',
    expect.stringContaining('desk@example.nl'),
  ])
  const unlimited = limitsDocument(
    { budgets: { objectsPerMinute: null, people: { ofOperation: 100, ofHour: 7 } } },
    undefined,
  )
  expect(unlimited.limits.find(({ id }) => id === 'objectsPerMinuteNamed')?.value).toBeNull()
  expect(unlimited.limits.find(({ id }) => id === 'peoplePerHour')?.value).toBe(7)
  expect(unlimited.more.at(-1)).toBe('For more than that, ask whoever runs this hub.')
})

it('a browser gets a page with every limit, that runs no script', async () => {
  const response = await fetch(`${hub.base}/limits`, { headers: { accept: 'text/html,*/*' } })
  const text = await response.text()
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('content-security-policy')).toContain("script-src 'none'")
  expect(text.match(/<tr><td/g)).toHaveLength((await told()).limits.length)
  expect(text).toContain('10,000,000 objects a minute')
})

it('a notebook that reads forty tables and asks sixty questions in a minute stays below half of its budget', async () => {
  const before = budget.left('127.0.0.1')?.left ?? 0
  const formats = ['csv', 'parquet', 'arrow', 'json']
  for (let index = 0; index < 40; index += 1) {
    const response = await fetch(`${hub.base}/q/regions.${formats[index % 4] ?? ''}`)
    await response.arrayBuffer()
    expect([response.status, response.headers.get('ratelimit')]).toEqual([200, null])
  }
  for (let index = 0; index < 60; index += 1)
    expect(
      await ask('query ($n: Int) { regions(first: $n) { nodes { code figures { amount } } } }', { n: 1_000 }),
    ).toBe('answered')
  const left = budget.left('127.0.0.1')?.left ?? 0
  expect(left).toBeLessThan(before)
  expect(left).toBeGreaterThan(5_000_000)
})
