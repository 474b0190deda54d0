import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { createGateway, type Gateway, type GatewayOptions } from '../src/gateway.ts'
import { startPlanning, type PlanningThread } from '../src/engine/planning-thread.ts'
import { fakeNames, fakeSubgraph, silent, supergraphSdl } from './fakes.ts'

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
function thread(...given: Parameters<typeof startPlanning>): PlanningThread {
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
/** Planning it takes a hundred times as long as the limit of these tests, on any machine. */
const large = `{ ${aliases(30)} }`
/** More than the limits let through to planning. */
const huge = `{ ${aliases(1_000)} }`

describe('an operation that takes too long to plan', () => {
  it('is refused with one code at both doors, and planned within a longer limit', async () => {
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

  it('costs only itself: the thread starts anew for those who waited', async () => {
    const one = thread(supergraphSdl, { jobMs: 1_000 })
    const [first, second] = await Promise.allSettled([one.run('plan', huge), one.run('check', small)])
    expect(first).toMatchObject({ reason: { code: 'PLANNING_TOO_LONG' } })
    expect(second).toMatchObject({ value: { result: '' } })
    expect(one.started).toBe(2)
  })
})

it('where too many wait, one more is told to try again, and can', async () => {
  const one = thread(supergraphSdl, { waiting: 1 })
  const waiting = one.run('plan', small)
  await expect(one.run('plan', small)).rejects.toMatchObject({ code: 'PLANNING_BUSY' })
  await expect(waiting).resolves.toMatchObject({
    result: expect.stringContaining('base-registry') as unknown,
  })
  await expect(one.run('plan', small)).resolves.toBeDefined()
})

it('a thread that cannot start fails those who asked, and leaves nobody waiting', async () => {
  await expect(thread('this is no supergraph').run('plan', small)).rejects.toThrow()
})

it('closing ends those who wait', async () => {
  const one = startPlanning(supergraphSdl)
  const waiting = expect(one.run('plan', small)).rejects.toThrow('closed')
  await one.close()
  await waiting
  await expect(one.run('plan', small)).rejects.toThrow('closed')
})

describe('a planning thread that ends by itself', () => {
  async function startedWorker(): Promise<{ one: PlanningThread; worker: Worker }> {
    const starting = once(process, 'worker') as Promise<[Worker]>
    const one = thread(supergraphSdl)
    const [worker] = await starting
    await one.run('plan', small)
    return { one, worker }
  }
  it('while nothing is asked of it is started again for the next operation, which is answered', async () => {
    const { one, worker } = await startedWorker()
    await worker.terminate()
    expect(one.started).toBe(1)
    await expect(one.run('check', small)).resolves.toMatchObject({ result: '' })
    expect(one.started).toBe(2)
  })
  it('with an operation under way fails that one, and answers those that wait', async () => {
    const { one, worker } = await startedWorker()
    const asked = Promise.allSettled([one.run('plan', huge), one.run('check', small)])
    await worker.terminate()
    const [first, second] = await asked
    expect(first).toMatchObject({ status: 'rejected', reason: { message: 'The planning thread has ended.' } })
    expect(second).toMatchObject({ value: { result: '' } })
    expect(one.started).toBe(2)
  })
})

it.each(['start', 'plan'])(
  'an idle thread keeps no process alive: after %s it ends',
  async (what) => {
    const file = fileURLToPath(new URL('planning-child.ts', import.meta.url))
    const given = ['--import', 'tsx', file, what]
    // One that stayed would be ended here, which rejects.
    const { stdout } = await promisify(execFile)(process.execPath, given, { timeout: 100_000 })
    expect(stdout.includes('base-registry')).toBe(what === 'plan')
  },
  120_000,
)
