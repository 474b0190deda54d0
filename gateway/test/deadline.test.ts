/** A wait for a subgraph ends at its deadline, and only time in which its answer could have been heard counts. */
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { TooLate, waitAtMost, type Cancellation } from '../src/subgraph-sources/cancellation.ts'

/** Holds this process up: no timer and no answer comes meanwhile. */
function holdUp(milliseconds: number): void {
  for (const until = performance.now() + milliseconds; performance.now() < until;);
}

/** Comes from the system, as the answer of another process does: after the timers that are due by then. */
const answer = () => readFile(fileURLToPath(import.meta.url), 'utf8').then(() => 'an answer')

const never = () => new Promise<never>(() => undefined)

it('a wait without an answer ends at its deadline, and so does each that was begun while others waited', async () => {
  const wait = waitAtMost(120)
  const order: number[] = []
  const begin = (number: number) =>
    wait(undefined, never).catch((error: unknown) => {
      order.push(number)
      return error
    })
  const first = begin(1)
  await pause(60)
  const second = begin(2)
  expect(await first).toBeInstanceOf(TooLate)
  expect(order).toEqual([1])
  expect(await second).toBeInstanceOf(TooLate)
  expect(order).toEqual([1, 2])
})

it('an answer that comes while this process is held up for longer than the deadline is taken', async () => {
  const wait = waitAtMost(1_000)
  const answered = wait(undefined, answer)
  const begunBefore = wait(undefined, never).catch((error: unknown) => error)
  holdUp(1_500)
  expect(await answered).toBe('an answer')
  expect(await begunBefore).toBeInstanceOf(TooLate)
})

it('so is one that is asked for at the end of that, however often it happens', async () => {
  const wait = waitAtMost(1_000)
  const answers: Promise<string>[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    holdUp(250)
    answers.push(wait(undefined, answer))
    holdUp(250)
    await pause(0)
  }
  expect(await Promise.all(answers)).toEqual(Array(5).fill('an answer'))
})

it('the work behind a wait is told once that it ended', async () => {
  let told = 0
  const work = (cancellation: Cancellation) => {
    cancellation.onCancel(() => (told += 1))
    return never()
  }
  await expect(waitAtMost(50)(undefined, work)).rejects.toThrow('no answer within 50 ms')
  expect(told).toBe(1)
})
