/** What is refused before, while or instead of planning, by fake processes: what is counted is how often planning was asked for. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { parse } from 'graphql'
import { afterEach, expect, it, vi } from 'vitest'
import { createEngine } from '../src/engine/engine.ts'
import { createJobs } from '../src/engine/planning/planning-jobs.js'
import { refuseTooLarge, planningSize } from '../src/engine/planning/planning-size.ts'
import type { Asker, Planning } from '../src/engine/planning/planning.ts'
import { statusOf } from '../src/operation/mask-errors.ts'
import { networkOf } from '../src/http/client-network.ts'
import { supergraphSdl } from './fakes.ts'

afterEach(() => void vi.useRealTimers())

const text = 'query A { neighbourhood(code: "BU90010101") { name } }'
const operation = (query: string, caller = '') => ({
  text: query,
  document: parse(query),
  operationName: undefined,
  filterKey: '',
  caller,
})

function counted(refusals: number) {
  const askers: (Asker | undefined)[] = []
  const start = (sdl: string): Planning => {
    const jobs = createJobs(sdl)
    return {
      async run(asked, asker) {
        askers.push(asker)
        if (askers.length <= refusals) throw new HubError('PLANNING_TOO_LONG', 'Too long.')
        return { result: jobs.plan(asked), ms: 0 }
      },
      started: 1,
      pids: [],
      close: () => Promise.resolve(),
    }
  }
  const ask = () => Promise.resolve({ data: null })
  return { askers, engine: createEngine<undefined>({ supergraphSdl, startPlanning: start, ask }) }
}

it('what took too long to plan is refused for half a minute, under whatever name, and then planned anew', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const { askers, engine } = counted(1)
  const prepare = async (query: string) => engine.prepare(operation(query), {})
  await expect(prepare(text)).rejects.toMatchObject({ code: 'PLANNING_TOO_LONG' })
  vi.advanceTimersByTime(29_000)
  await expect(prepare(text)).rejects.toMatchObject({ code: 'PLANNING_TOO_LONG' })
  await expect(prepare(text.replace('A', 'B'))).rejects.toMatchObject({ code: 'PLANNING_TOO_LONG' })
  expect(askers).toHaveLength(1)
  vi.advanceTimersByTime(2_000)
  await expect(prepare(text)).resolves.toMatchObject({ kind: 'ready' })
  expect(askers).toHaveLength(2)
})

it('a registered operation that could not be prepared at the start is prepared when it is asked for later', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const { engine } = counted(1)
  await expect(engine.warm(operation(text))).rejects.toMatchObject({ code: 'PLANNING_TOO_LONG' })
  vi.advanceTimersByTime(31_000)
  await expect(Promise.resolve(engine.prepare(operation(text), {}))).resolves.toMatchObject({ kind: 'ready' })
})

it('one text under several names is planned once, and its caller takes the turn', async () => {
  const { askers, engine } = counted(0)
  await engine.prepare(operation(text, '192.0.2.7'), {})
  await engine.prepare(operation(text.replace('A', 'B'), '192.0.2.8'), {})
  expect(askers.map((one) => one?.caller)).toEqual(['192.0.2.7'])
})

it('who has to wait is told by 503 for how long', () => {
  const busy = new HubError('PLANNING_BUSY', 'Wait.', { retryAfter: 7 })
  expect(statusOf(busy)).toEqual({ status: 503, headers: [['retry-after', '7']] })
})

it('fields are counted for each type that they may be of, and each in each', () => {
  const { engine } = counted(0)
  const sizeOf = (query: string): number => planningSize(parse(query), engine.apiSchema)
  const types = engine.apiSchema.getPossibleTypes(engine.apiSchema.getType('Area') as never).length
  expect(types).toBeGreaterThan(1)
  expect(sizeOf('{ areas(codes: []) { name } }')).toBe(1 + types)
  expect(sizeOf('{ areas(codes: []) { ...F } } fragment F on Area { name ...F }')).toBe(1 + types)
  expect(sizeOf('{ areas(codes: []) { ... on Municipality { name } } }')).toBe(2)
})

it('more than fifty thousand are refused, by a limit that is told', () => {
  expect(() => refuseTooLarge(50_000)).not.toThrow()
  expect(() => refuseTooLarge(50_001)).toThrow(
    expect.objectContaining({
      code: 'TOO_MANY_FIELDS',
      extensions: { code: 'TOO_MANY_FIELDS', limit: 50_000 },
    }),
  )
})

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:0:7:1:2:3:4', '2001:db8:0:7::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  [undefined, ''],
])('clients are told apart by address, or by network: %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
