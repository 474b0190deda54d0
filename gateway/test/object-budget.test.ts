/** How many objects a client may ask for in a minute, counted over all processes. */
import { expect, it } from 'vitest'
import { createObjectBudget, sharedSpending } from '../src/limits/object-budget.ts'

const start = 1_800_000_000_000 - (1_800_000_000_000 % 60_000)

it('a client may ask for so many objects in a minute; the next minute begins anew, and others are not touched', () => {
  let now = start + 15_000
  const budget = createObjectBudget({ perMinute: 1_000, now: () => now })
  expect(budget.take('192.0.2.7', 400)).toEqual([])
  expect(budget.take('192.0.2.7', 500)).toEqual([
    ['ratelimit-policy', '"objects";q=1000;w=60'],
    ['ratelimit', '"objects";r=100;t=45'],
  ])
  let refused: unknown
  try {
    budget.take('192.0.2.7', 101)
  } catch (error) {
    refused = error
  }
  expect(refused).toMatchObject({
    code: 'OBJECT_BUDGET_EXCEEDED',
    extensions: { objects: 101, limit: 1_000, retryAfter: 45 },
  })
  expect(budget.take('192.0.2.7', 100)).toHaveLength(2)
  expect(budget.take('192.0.2.8', 400)).toEqual([])
  now = start + 60_000
  expect(budget.take('192.0.2.7', 400)).toEqual([])
})

it('what a client took from one process is known to the others within a second', async () => {
  const { spent } = sharedSpending()
  const leader = { ask: (_what: string, value?: unknown) => Promise.resolve(spent?.(value)) }
  const [one, other] = [0, 1].map(() => createObjectBudget({ perMinute: 1_000, leader }))
  one?.take('token a', 600)
  other?.take('token a', 1)
  const refused = (): boolean => {
    try {
      other?.take('token a', 400)
      return false
    } catch {
      return true
    }
  }
  await expect.poll(refused, { timeout: 10_000, interval: 1_200 }).toBe(true)
})

it('who is free of it has no limit', () => {
  const budget = createObjectBudget({ perMinute: 1, isFree: (client) => client === '127.0.0.1' })
  expect(budget.take('127.0.0.1', 1_000_000)).toEqual([])
  expect(() => budget.take('192.0.2.7', 2)).toThrow(
    'The answer could hold 2 objects, and 1 per minute is all',
  )
})
