/** A subgraph that is replaced while it is asked: what is under way ends on the one it began on, which is closed then. */
import { publicAccess } from '@samenhang/subgraph-kit/caller'
import type { SubgraphAnswer } from '@samenhang/subgraph-kit/subgraph'
import { expect, it } from 'vitest'
import { replaceableSource } from '@samenhang/gateway/sources/replaceable'
import type { SubgraphSource } from '../src/subgraph-sources/source.ts'

const caller = { traceId: '', access: publicAccess }

/** Its answers wait until they are let go. */
function waitingSource(name: string) {
  const waiting: ((answer: SubgraphAnswer) => void)[] = []
  const state = { isClosed: false }
  const source: SubgraphSource = {
    name: 'care',
    fetch: () => new Promise((resolve) => waiting.push(resolve)),
    ready: () => Promise.resolve(),
    close: () => Promise.resolve(void (state.isClosed = true)),
  }
  return { source, state, letGo: () => waiting.splice(0).forEach((answer) => answer({ data: { name } })) }
}

const ask = (source: SubgraphSource) => source.fetch({ query: '{ name }' }, caller, {} as never)
const turn = () => new Promise((resolve) => setImmediate(resolve))

it('a fetch under way ends on the old process, which is closed only then; the next fetch goes to the new one', async () => {
  const [old, next] = [waitingSource('old'), waitingSource('next')]
  const source = replaceableSource('care', Promise.resolve(old.source))
  const before = ask(source)
  await turn()
  const replaced = source.replace(next.source)
  const after = ask(source)
  await turn()
  expect(old.state.isClosed).toBe(false)
  old.letGo()
  expect(await before).toEqual({ data: { name: 'old' } })
  await replaced
  expect(old.state.isClosed).toBe(true)
  next.letGo()
  expect(await after).toEqual({ data: { name: 'next' } })
})

it('fetches wait for a process that is starting, and fail where it does not start', async () => {
  const started = waitingSource('started')
  let start = (_source: SubgraphSource): void => undefined
  const source = replaceableSource('care', new Promise((resolve) => (start = resolve)))
  const asked = ask(source)
  start(started.source)
  await turn()
  started.letGo()
  expect(await asked).toEqual({ data: { name: 'started' } })
  const failing = replaceableSource('care', Promise.reject(new Error('It does not start')))
  await expect(ask(failing)).rejects.toThrow('It does not start')
  await failing.close()
})
