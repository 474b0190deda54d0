/**
 * The order in which new operations are planned: callers take turns, what an operation really took is
 * counted, and long ones neither wait for ever nor hold back short ones.
 */
import { expect, it } from 'vitest'
import {
  planningQueue,
  type Lane,
  type PlanningQueue,
  type QueuedJob,
} from '../../src/engine/planning/planning-queue.ts'

interface Job extends QueuedJob {
  readonly name: string
}

function made(most = 500): {
  queue: PlanningQueue<Job>
  add(name: string, caller: string, expectedMs?: number): string | undefined
  /** The names of the jobs that are given out, each taking what it was expected to, until there are no more. */
  order(lane?: Lane): readonly string[]
  pass(ms: number): void
} {
  let clock = 0
  const queue = planningQueue<Job>(most, () => clock)
  return {
    queue,
    add: (name, caller, expectedMs = 50) => queue.add({ name, caller, expectedMs })?.name,
    order(lane = 'any') {
      const names: string[] = []
      for (let job = queue.take(lane); job; job = queue.take(lane)) {
        names.push(job.name)
        queue.settle(job, job.expectedMs)
      }
      return names
    },
    pass: (ms) => void (clock += ms),
  }
}

it('callers take turns: who asks for one operation is second, however many another asked for before', () => {
  const { add, order } = made()
  for (let number = 1; number <= 20; number += 1) add(`many ${String(number)}`, 'many')
  add('one', 'other')
  expect(order().slice(0, 3)).toEqual(['many 1', 'one', 'many 2'])
})

it('ten callers with long operations leave a short one before all that have not begun', () => {
  const { add, order } = made()
  for (let number = 1; number <= 10; number += 1) add(`long ${String(number)}`, `loop ${String(number)}`, 900)
  add('short', 'other', 5)
  expect(order()[0]).toBe('short')
})

it('a long operation is not held back for ever by short ones that keep coming', () => {
  const { add, queue, pass } = made()
  add('long', 'a', 1_000)
  const names: string[] = []
  for (let number = 1; number <= 400; number += 1) {
    add('short', `b${String(number)}`, 5)
    const job = queue.take('any')
    if (job) queue.settle(job, 5)
    names.push(job?.name ?? '')
    pass(50)
  }
  expect(names.indexOf('long')).toBe(199)
})

it('what an operation really took is its caller’s price: a short text that was hard comes after others', () => {
  const { queue, add, order } = made()
  add('hard', 'a', 5)
  const hard = queue.take('any')
  if (hard) queue.settle(hard, 3_000)
  add('next of a', 'a', 5)
  add('of b', 'b', 200)
  expect(order()).toEqual(['of b', 'next of a'])
})

it('a price is forgotten with time', () => {
  const { queue, add, order, pass } = made()
  add('hard', 'a', 5)
  const hard = queue.take('any')
  if (hard) queue.settle(hard, 3_000)
  pass(30_000)
  add('next of a', 'a', 5)
  add('of b', 'b', 200)
  expect(order()).toEqual(['next of a', 'of b'])
})

it('the lane for light operations takes no long one, no middling one of who has one under way, and short ones of everybody', () => {
  const { queue, add, order } = made()
  add('long 1', 'a', 900)
  const first = queue.take('any')
  add('middling of a', 'a', 80)
  add('short of a', 'a', 5)
  add('middling of b', 'b', 80)
  add('long of c', 'c', 900)
  expect(first?.name).toBe('long 1')
  expect(order('light')).toEqual(['middling of b', 'short of a'])
  expect(order('any')).toEqual(['long of c', 'middling of a'])
})

it('where too many wait the one that would wait longest leaves, not the one of who has none waiting', () => {
  const { add } = made(3)
  expect([add('a1', 'a'), add('a2', 'a', 40), add('a3', 'a')]).toEqual([undefined, undefined, undefined])
  expect(add('b1', 'b', 10)).toBe('a1')
  expect(add('c1', 'c', 900)).toBe('c1')
})
