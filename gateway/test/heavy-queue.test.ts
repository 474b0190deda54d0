/**
 * Large answers take turns by caller, one at a time; who finds no room, or has waited long enough, is told
 * when to come again.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { expect, it } from 'vitest'
import { createHeavyQueue } from '../src/http/heavy-queue.ts'

/** An operation that ends when it is told to. */
function operation(name: string, began: string[]) {
  let end = (): void => undefined
  const ended = new Promise<string>((resolve) => (end = () => resolve(name)))
  const run = (): Promise<string> => {
    began.push(name)
    return ended
  }
  return { run, end: () => end() }
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 5))

it('operations take turns by caller, one at a time', async () => {
  const queue = createHeavyQueue()
  const began: string[] = []
  const all = ['a 1', 'a 2', 'a 3', 'b 1', 'c 1'].map((name) => ({ name, ...operation(name, began) }))
  const answers = all.map(({ name, run }) => queue.run(name.charAt(0), run))
  for (let count = 1; count <= all.length; count += 1) {
    await turn()
    expect(began).toHaveLength(count)
    all.find(({ name }) => name === began.at(-1))?.end()
  }
  expect(began).toEqual(['a 1', 'b 1', 'a 2', 'c 1', 'a 3'])
  expect(await Promise.all(answers)).toEqual(['a 1', 'a 2', 'a 3', 'b 1', 'c 1'])
})

it('one caller may have so many waiting, and all together; who finds no room is told when to come again', async () => {
  const queue = createHeavyQueue({ waiting: 4, waitingEach: 2 })
  const began: string[] = []
  const first = operation('first', began)
  const running = queue.run('a', first.run)
  const never = () => Promise.resolve('ran')
  const waiting = [queue.run('a', never), queue.run('a', never)]
  const busy = { code: 'HUB_BUSY', extensions: { retryAfter: expect.any(Number) as unknown } }
  await expect(queue.run('a', never)).rejects.toMatchObject(busy)
  waiting.push(queue.run('b', never), queue.run('c', never))
  await expect(queue.run('d', never)).rejects.toMatchObject(busy)
  first.end()
  expect(await Promise.all([running, ...waiting])).toEqual(['first', 'ran', 'ran', 'ran', 'ran'])
})

it('who has waited long enough is told to come again, and is not run later', async () => {
  const queue = createHeavyQueue({ patience: 20 })
  const began: string[] = []
  const first = operation('first', began)
  const running = queue.run('a', first.run)
  await expect(queue.run('b', operation('late', began).run)).rejects.toBeInstanceOf(HubError)
  first.end()
  await running
  await turn()
  expect(began).toEqual(['first'])
})

it('one that fails gives its place to the next', async () => {
  const queue = createHeavyQueue()
  const failed = queue.run('a', () => Promise.reject(new Error('no')))
  const next = queue.run('b', () => Promise.resolve('next'))
  await expect(failed).rejects.toThrow('no')
  expect(await next).toBe('next')
})
