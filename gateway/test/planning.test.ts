/**
 * An operation that takes too long to plan is refused and costs nobody else, and too many that wait are told
 * to try again.
 */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createGateway, type Gateway, type GatewayOptions } from '../src/operation/gateway.ts'
import { startPlanning, type Lost, type Planning } from '../src/engine/planning/planning.ts'
import { fakeNames, fakeSubgraph, silent, supergraphSdl } from './fakes.ts'
import { isAlive } from '../../test/processes.ts'

const closing: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of closing.splice(0)) await one.close()
})

async function open(options: Partial<GatewayOptions>): Promise<Gateway> {
  const subgraphs = fakeNames.map((name) => fakeSubgraph(name).running)
  const gateway = await createGateway({ supergraphSdl, subgraphs, logger: silent, ...options })
  closing.push(gateway)
  return gateway
}
function planning(...given: Parameters<typeof startPlanning>): Planning {
  const one = startPlanning(...given)
  closing.push(one)
  return one
}

const aliases = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `a${index}: areas(codes: ["GM9001"]) { housing { period } care { period } ... on Municipality { neighbourhoods { housing { period } care { period } } } }`,
  ).join(' ')
const small = '{ neighbourhood(code: "BU90010101") { name } }'
const planOfSmall = { result: expect.stringContaining('base-registry') as unknown }
/** Planning it takes a hundred times as long as the limit of these tests, on any machine. */
const large = `{ ${aliases(30)} }`
/** More than the limits let through to planning. */
const huge = `{ ${aliases(1_000)} }`

describe('an operation that takes too long to plan', () => {
  it('is refused with one code at both endpoints, and planned within a longer limit', async () => {
    const documents = new Map([['large', large]])
    const patient = await open({ documents })
    expect((await patient.execute({ query: large })).status).toBe(200)
    expect((await patient.answerDocument('large', {})).status).toBe(200)
    const hasty = await open({ documents, planning: { jobMs: 1 } })
    for (const { status, text } of [
      await hasty.execute({ query: large }),
      await hasty.answerDocument('large', {}),
    ])
      expect({ status, answer: JSON.parse(text) }).toMatchObject({
        status: 400,
        answer: { errors: [{ extensions: { code: 'PLANNING_TOO_LONG' } }] },
      })
  })

  it('costs only itself: the process starts anew for those who waited', async () => {
    const one = planning(supergraphSdl, { jobMs: 1_000 })
    const [first, second] = await Promise.allSettled([one.run(huge), one.run(small)])
    expect(first).toMatchObject({ reason: { code: 'PLANNING_TOO_LONG' } })
    expect(second).toMatchObject({ value: planOfSmall })
    expect(one.started).toBe(2)
  })
})

it('where too many wait, one more is told to try again, and can', async () => {
  const one = planning(supergraphSdl, { waiting: 1 })
  const waiting = one.run(small)
  await expect(one.run(small)).rejects.toMatchObject({ code: 'PLANNING_BUSY' })
  await expect(waiting).resolves.toMatchObject(planOfSmall)
  await expect(one.run(small)).resolves.toBeDefined()
})

it('a process that cannot start fails those who asked, and leaves nobody waiting', async () => {
  await expect(planning('this is no supergraph').run(small)).rejects.toThrow()
})

it('closing ends those who wait', async () => {
  const one = startPlanning(supergraphSdl)
  const waiting = expect(one.run(small)).rejects.toThrow('closed')
  await one.close()
  await waiting
  await expect(one.run(small)).rejects.toThrow('closed')
})

/** Once it plans: the first answers of a process come after its start. */
async function atWork(one: Planning): Promise<{ lost: Promise<PromiseSettledResult<unknown>>; pid: number }> {
  await one.run(small)
  const lost = Promise.allSettled([one.run(huge)]).then(([outcome]) => outcome)
  return { lost, pid: one.pids[0] ?? 0 }
}

describe('a planning process that ends', () => {
  it('while nothing is asked of it is started again for the next operation, which is answered', async () => {
    const one = planning(supergraphSdl)
    await one.run(small)
    process.kill(one.pids[0] ?? 0, 'SIGKILL')
    await vi.waitUntil(() => one.pids.length === 0, { timeout: 120_000 })
    await expect(one.run(small)).resolves.toMatchObject(planOfSmall)
    expect(one.started).toBe(2)
  })
  it.each(['SIGKILL', 'SIGABRT'] as const)(
    'in the middle of an operation, by %s, fails that one with what to do, and answers those that wait',
    async (signal) => {
      const one = planning(supergraphSdl)
      const { lost, pid } = await atWork(one)
      const waiting = one.run(small)
      process.kill(pid, signal)
      await expect(lost).resolves.toMatchObject({
        reason: { code: 'PLANNING_BUSY', message: expect.stringMatching(/ended; .*Try again/) as unknown },
      })
      await expect(waiting).resolves.toMatchObject(planOfSmall)
      expect(one.started).toBe(2)
    },
  )
  it('because it stands still fails the operation under way, and answers those that wait', async () => {
    const one = planning(supergraphSdl, { standstillMs: 500 })
    const { lost, pid } = await atWork(one)
    const waiting = one.run(small)
    process.kill(pid, 'SIGSTOP')
    await expect(lost).resolves.toMatchObject({
      reason: { code: 'PLANNING_BUSY', message: expect.stringContaining('stood still') as unknown },
    })
    await expect(waiting).resolves.toMatchObject(planOfSmall)
  })
  it('because its heap is full refuses that operation for its size, and answers those that wait', async () => {
    const one = planning(supergraphSdl, { heapMb: 40, jobMs: 120_000, waitMs: 120_000 })
    const { lost } = await atWork(one)
    const waiting = one.run(small)
    await expect(lost).resolves.toMatchObject({
      reason: { code: 'PLANNING_TOO_LONG', message: expect.stringContaining('memory') as unknown },
    })
    await expect(waiting).resolves.toMatchObject(planOfSmall)
    expect(one.started).toBe(2)
  })
  it('is one line of the log, which says why and nothing of the text', async () => {
    const lines: Lost[] = []
    const one = startPlanning(supergraphSdl, { jobMs: 300 }, (line) => lines.push(line))
    closing.push(one)
    await one.run(small)
    await Promise.allSettled([one.run(huge)])
    expect(lines).toEqual([
      { operation: expect.stringMatching(/^[0-9a-f]{12}$/) as unknown, reason: 'time (SIGKILL)' },
    ])
  })
})

it('processes go with a parent that is killed, also in the middle of an operation', async () => {
  const file = fileURLToPath(new URL('planning-child.ts', import.meta.url))
  const parent = spawn(process.execPath, ['--import', 'tsx', file, 'wait'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [told] = (await once(parent.stdout, 'data')) as [Buffer]
  const pids = JSON.parse(told.toString()) as number[]
  expect(pids.filter(isAlive)).toHaveLength(2)
  parent.kill('SIGKILL')
  await vi.waitUntil(() => !pids.some(isAlive), { timeout: 120_000 })
})

it('short operations are planned while long ones wait for each other', async () => {
  const one = planning(supergraphSdl, { processes: 2, jobMs: 60_000 })
  await vi.waitUntil(() => one.pids.length === 2, { timeout: 120_000 })
  const ended: string[] = []
  const ask = (name: string, text: string, expectedMs: number): Promise<unknown> =>
    one.run(text, { caller: 'a', expectedMs }).then(() => ended.push(name))
  await Promise.all([
    ...['long 1', 'long 2'].map((name) => ask(name, large, 1_000)),
    ...['short 1', 'short 2', 'short 3'].map((name) => ask(name, small, 1)),
  ])
  expect(ended.at(-1)).toBe('long 2')
})

it.each(['start', 'plan'])(
  'an idle process keeps no process alive: after %s it ends',
  async (what) => {
    const file = fileURLToPath(new URL('planning-child.ts', import.meta.url))
    const given = ['--import', 'tsx', file, what]
    // One that stayed would be ended here, which rejects.
    const { stdout } = await promisify(execFile)(process.execPath, given, { timeout: 170_000 })
    expect(stdout.includes('base-registry')).toBe(what === 'plan')
  },
  120_000,
)
