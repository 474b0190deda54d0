/** A hub of several processes: one port, one log, one budget, and each death costs what that process had under way. */
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { childrenOf, isAlive, processesOn } from '../../test/processes.ts'
import { seedSmallCountry } from './hub.ts'
import { removeHub, startHub as start } from './started-hub.ts'

let folder: string
let hub: Hub

interface Hub {
  readonly child: ChildProcess
  readonly url: string
  readonly admin: string
  readonly logs: () => string
}

async function startHub(environment: Readonly<Record<string, string>>): Promise<Hub> {
  const { child, told, logs } = await start({ HUB_DATA_DIR: folder, LOG_LEVEL: 'info', ...environment })
  const url = /graph +(\S+)\/graphql/.exec(told)?.[1] ?? ''
  const admin = /admin +(\S+)\/ready/.exec(told)?.[1] ?? ''
  return { child, url, admin, logs }
}

const name = '{ municipality(code: "GM9001") { code } }'
const named = { data: { municipality: { code: 'GM9001' } } }

/** Over a connection of its own, so that any worker may get it. */
async function ask(
  query: string,
  variables = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query, variables }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

async function metrics(): Promise<(metric: string) => number> {
  const text = await (await fetch(`${hub.admin}/metrics`)).text()
  return (metric) =>
    text
      .split('\n')
      .filter((line) => line.startsWith(metric))
      .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-workers-'))
  await seedSmallCountry(folder)
  hub = await startHub({ HUB_WORKERS: '2' })
}, 180_000)
afterAll(() => removeHub(folder))

describe('two workers', () => {
  test('are one hub to who asks and to who watches', async () => {
    for (let turn = 0; turn < 20; turn += 1) expect(await ask(name)).toEqual({ status: 200, body: named })
    const count = await metrics()
    expect(count('hub_workers ')).toBe(2)
    expect(count('hub_requests_total')).toBeGreaterThanOrEqual(20)
    const ready = await fetch(`${hub.admin}/ready`)
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true }])
    expect((await fetch(`${hub.url}/metrics`)).status).toBe(404)
  })

  test('a large answer is made in a process of its own, and is what it would be', async () => {
    const codes = Array.from({ length: 100 }, () => 'GM9001')
    const large = `query Large($codes: [ID!]!) { areas(codes: $codes) { code ${[
      'housing',
      'care',
      'education',
    ]
      .map((domain) => `${domain}Series { period missing { field reason } }`)
      .join(' ')} } }`
    const before = childrenOf(hub.child.pid ?? 0).length
    const answer = await ask(large, { codes })
    expect(answer.status).toBe(200)
    expect(answer.body['errors']).toBeUndefined()
    expect(childrenOf(hub.child.pid ?? 0).length).toBe(before + 1)
    expect(hub.logs()).toContain('"operation":"Large"')
  })

  test('the process of large answers that is killed costs one answer, in words, and is started again', async () => {
    const heavy = childrenOf(hub.child.pid ?? 0).at(-1) ?? 0
    process.kill(heavy, 'SIGKILL')
    await expect.poll(hub.logs, { timeout: 20_000 }).toContain('the heavy process ended')
    const codes = Array.from({ length: 200 }, () => 'GM9001')
    const large = `query Again($codes: [ID!]!) { areas(codes: $codes) { housingSeries { period missing { field reason } } } }`
    const answer = await ask(large, { codes })
    expect([200, 503]).toContain(answer.status)
    expect((await ask(large, { codes })).status).toBe(200)
  })

  test('one that is killed is replaced, and costs no later request anything', async () => {
    const [first] = childrenOf(hub.child.pid ?? 0)
    process.kill(first ?? 0, 'SIGKILL')
    await expect.poll(hub.logs, { timeout: 20_000 }).toContain('a worker ended; a new one is started')
    for (let turn = 0; turn < 20; turn += 1) expect(await ask(name)).toEqual({ status: 200, body: named })
    await expect
      .poll(async () => (await metrics())('hub_workers '), { timeout: 60_000, interval: 500 })
      .toBe(2)
  })

  test('a connection that was handed to one as it was killed is answered by another', async () => {
    const [first] = childrenOf(hub.child.pid ?? 0)
    // A process that is stopped takes nothing that it is handed.
    process.kill(first ?? 0, 'SIGSTOP')
    let answered = 0
    const answers = Array.from({ length: 4 }, async () => {
      const answer = await ask(name)
      answered += 1
      return answer
    })
    await expect.poll(() => answered, { timeout: 60_000 }).toBe(3)
    process.kill(first ?? 0, 'SIGKILL')
    expect(await Promise.all(answers)).toEqual(Array(4).fill({ status: 200, body: named }))
  })

  test('SIGTERM ends every process of it with 0', async () => {
    const leader = hub.child.pid ?? 0
    const children = childrenOf(leader)
    const ended = new Promise((resolve) => hub.child.on('exit', resolve))
    hub.child.kill('SIGTERM')
    expect(await ended).toBe(0)
    await expect.poll(() => children.filter(isAlive), { timeout: 20_000 }).toEqual([])
  })
})

test('workers go with a leader that is killed, and those that it had just started', async () => {
  hub = await startHub({ HUB_WORKERS: '2' })
  expect(processesOn(folder).length).toBeGreaterThanOrEqual(3)
  hub.child.kill('SIGKILL')
  await expect.poll(() => processesOn(folder), { timeout: 60_000 }).toEqual([])
}, 180_000)
