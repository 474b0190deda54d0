/** Our gateway and our subgraphs, over the wire between them and without it: the same answers, whatever becomes of the wire. */
import { setTimeout as pause } from 'node:timers/promises'
import { startServing } from '@samenhang/subgraph-kit/serve'
import { wireHeader, wireProtocol } from '@samenhang/subgraph-kit/wire'
import { describe, expect, it } from 'vitest'
import { fakeSubgraph, silent } from './fakes.ts'
import {
  answer,
  care,
  caller,
  closing,
  counting,
  representations,
  saying,
  sourceOf,
  text,
  waiting,
  wiredTo,
  closeAfterEach,
} from './wired-subgraph.ts'

closeAfterEach()

describe('a subgraph that offers a wire', () => {
  it('is asked over it from then on, with the same headers of the caller and the same answers', async () => {
    const traces: unknown[] = []
    const subgraph = await counting((_request, headers) => {
      traces.push(headers)
      return saying(text)(_request, headers)
    })
    const source = await wiredTo(subgraph)
    for (let turn = 0; turn < 3; turn += 1)
      expect(await source.fetch(care, caller, waiting())).toEqual(answer)
    expect(subgraph.posts).toBe(1)
    const traceparent: unknown = expect.stringMatching(new RegExp(`^00-${caller.traceId}-[0-9a-f]{16}-01$`))
    expect(traces).toEqual([1, 2, 3].map(() => ({ traceparent })))
  })

  it('gives each of many fetches at once its own answer', async () => {
    const subgraph = await counting(async ({ variables }) => {
      const { code } = (variables?.['representations'] as { code: string }[])[0]!
      await pause(Number(code) % 7)
      return { version: undefined, text: `{"data":{"_entities":[{"care":{"youthCareShare":${code}}}]}}` }
    })
    const source = await wiredTo(subgraph)
    const codes = Array.from({ length: 200 }, (_, index) => index)
    const answers = await Promise.all(
      codes.map((code) =>
        source.fetch(
          { ...care, variables: { representations: [{ __typename: 'Area', code: String(code) }] } },
          caller,
          waiting(),
        ),
      ),
    )
    expect(answers.map(({ data }) => data?.['_entities'])).toEqual(
      codes.map((code) => [{ care: { youthCareShare: code } }]),
    )
    expect(subgraph.posts).toBe(1)
  })

  it('more operations than a wire remembers are each answered as asked', async () => {
    const subgraph = await counting(({ query }) => {
      const alias = /\{(\w+):care/.exec(query)?.[1] ?? ''
      return saying(`{"data":{"_entities":[{"${alias}":{"youthCareShare":9.5}}]}}`)({ query }, {})
    })
    const source = await wiredTo(subgraph)
    for (const index of [...Array.from({ length: 1_100 }, (_, at) => at), 0, 1_099]) {
      const query = care.query.replace('care{', `a${index}:care{`)
      const { data } = await source.fetch({ ...care, query }, caller, waiting())
      expect(data).toEqual({ _entities: [{ [`a${index}`]: { youthCareShare: 9.5 } }] })
    }
  })

  it('whose wire ends: what only reads is asked again by POST, and a new wire is opened in time', async () => {
    const subgraph = await counting(() => new Promise(() => undefined))
    const source = await wiredTo(subgraph)
    const reading = source.fetch(care, caller, waiting())
    const writing = source.fetch({ query: 'mutation { datasets { care { years } } }' }, caller, waiting())
    await pause(20)
    subgraph.wires[0]!.destroy()
    await expect(writing).rejects.toThrow('the wire ended')
    expect(await reading).toEqual(answer)
    expect(subgraph.posts).toBe(2)
  })

  it('a fetch that nobody waits for is cancelled there, and the others on the wire go on', async () => {
    let open: () => void = () => undefined
    const opened = new Promise<void>((resolve) => (open = resolve))
    const subgraph = await counting(async (request, headers) => {
      await opened
      return saying(text)(request, headers)
    })
    const source = await wiredTo(subgraph)
    const stop = waiting()
    const left = source.fetch(care, caller, stop)
    const kept = source.fetch(care, caller, waiting())
    stop.cancel(new Error('the client disconnected'))
    await expect(left).rejects.toThrow('the client disconnected')
    open()
    expect(await kept).toEqual(answer)
    expect(subgraph.posts).toBe(1)
  })

  it('an answer above the limit fails alone', async () => {
    const filler = (size: number) => `{"data":{"_entities":[{"care":null,"x":"${'x'.repeat(size)}"}]}}`
    const subgraph = await counting(({ variables }, headers) =>
      saying(variables?.['long'] === true ? filler(5_000) : text)({ query: '' }, headers),
    )
    const source = await wiredTo(subgraph, 1_000)
    const long = source.fetch({ ...care, variables: { representations, long: true } }, caller, waiting())
    const short = source.fetch(care, caller, waiting())
    await expect(long).rejects.toThrow('larger than 1000 bytes')
    expect(await short).toEqual(answer)
    expect(subgraph.posts).toBe(1)
  })

  it.each([
    ['half an answer', '{"data":{"_entities":[{"care":{"youth'],
    ['no JSON', '<html>'],
    ['a list', '[]'],
    ['too few entities', '{"data":{"_entities":[]}}'],
    ['neither data nor errors', '{}'],
  ])('%s over the wire is no answer', async (_what, said) => {
    const source = await wiredTo(await counting(saying(said)))
    await expect(source.fetch(care, caller, waiting())).rejects.toThrow()
  })

  it('and refuses it after all goes on being asked by POST', async () => {
    const subgraph = await counting(null)
    const source = sourceOf(subgraph.url)
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await source.fetch(care, caller, waiting())).toEqual(answer)
      await pause(10)
    }
    expect(subgraph.posts).toBe(3)
  })
})

it('a subgraph of another make is asked by POST and sees nothing of a wire', async () => {
  const subgraph = await counting(saying('{}'), {})
  const source = sourceOf(subgraph.url)
  for (let turn = 0; turn < 3; turn += 1) expect(await source.fetch(care, caller, waiting())).toEqual(answer)
  await pause(20)
  expect(subgraph.posts).toBe(3)
  expect(subgraph.wires).toEqual([])
  expect(JSON.stringify(subgraph.headers)).not.toMatch(/upgrade|wire/i)
})

describe('a served subgraph', () => {
  it.each([
    ['offers a wire', {}, wireProtocol],
    ['offers none where SUBGRAPH_WIRE is off', { SUBGRAPH_WIRE: 'off' }, null],
  ])('%s', async (_what, environment, offered) => {
    const { running } = fakeSubgraph('care')
    const served = await startServing(
      { name: 'care', open: () => Promise.resolve(running) },
      { PORT: '0', ...environment },
      silent,
    )
    closing.push(() => served.close())
    const response = await fetch(served.url, { method: 'POST', body: JSON.stringify(care) })
    expect(await response.json()).toEqual(answer)
    expect(response.headers.get(wireHeader)).toBe(offered)
    expect(response.headers.get('transfer-encoding')).toBeNull()
  })

  it('answers many things at once over its wire as by POST', async () => {
    const { running } = fakeSubgraph('care')
    const served = await startServing(
      { name: 'care', open: () => Promise.resolve(running) },
      { PORT: '0' },
      silent,
    )
    const source = sourceOf(new URL(served.url))
    closing.unshift(() => served.close())
    const many = Array.from({ length: 50 }, (_, index) => ({ __typename: 'Area', code: `GM${index}` }))
    const ask = () => source.fetch({ ...care, variables: { representations: many } }, caller, waiting())
    const first = await ask()
    await pause(100)
    expect(await ask()).toEqual(first)
    expect(first.data?.['_entities']).toEqual(many.map(() => ({ care: { youthCareShare: 9.5 } })))
  })

  it('that closes answers the fetches under way on its wires', async () => {
    const fake = fakeSubgraph('care')
    const served = await startServing(
      { name: 'care', open: () => Promise.resolve(fake.running) },
      { PORT: '0' },
      silent,
    )
    const source = sourceOf(new URL(served.url))
    await source.fetch(care, caller, waiting())
    await pause(100)
    fake.delay = 200
    const underWay = source.fetch(care, caller, waiting())
    await pause(50)
    const closed = served.close()
    expect(await underWay).toEqual(answer)
    await closed
    expect(fake.closed).toBe(true)
  })
})
