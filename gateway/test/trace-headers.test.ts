/** The trace id that a subgraph works under: that of `traceparent`, or of the former header, or a new one. */
import { startServing } from '@samenhang/subgraph-kit/serve'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fakeSubgraph, silent } from './fakes.ts'

const traces: string[] = []
let served: Awaited<ReturnType<typeof startServing>>

beforeAll(async () => {
  const { running } = fakeSubgraph('care')
  const recording: typeof running = {
    ...running,
    execute: async (request, credentials) => {
      traces.push(credentials.traceId)
      return running.execute(request, credentials)
    },
  }
  served = await startServing({ name: 'care', open: () => Promise.resolve(recording) }, { PORT: '0' }, silent)
})
afterAll(() => served.close())

const id = 'abcdef0123456789abcdef0123456789'
const parent = `00-${id}-0123456789abcdef-01`

it.each([
  ['a traceparent', { traceparent: parent }, id],
  ['the header of the former release', { 'x-hub-trace': id }, id],
  ['both', { traceparent: parent, 'x-hub-trace': 'f'.repeat(32) }, id],
  ['neither', {}, null],
  ['a traceparent that is none', { traceparent: `00-${id}` }, null],
])('with %s', async (_, headers, expected) => {
  traces.length = 0
  await fetch(served.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: '{ __typename }' }),
  })
  expect(traces).toHaveLength(1)
  if (expected === null) expect(traces[0]).not.toBe(id)
  else expect(traces[0]).toBe(expected)
  expect(traces[0]).toMatch(/^[0-9a-f]{32}$/)
})
