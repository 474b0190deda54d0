/** A hub of several workers follows what is released by new workers that take the place of the old ones: no request fails or waits for it. */
import { mkdtempSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openRegistry, type Registry } from '@samenhang/schema/registry/registry'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { careReleases, describedQuery, releasesMadeAhead, textIn } from '../../test/care-releases.ts'
import { childrenOf, isAlive } from '../../test/processes.ts'
import { removeHub, startHub, type StartedHub } from './started-hub.ts'

const folder = mkdtempSync(join(tmpdir(), 'hub-worker-releases-'))
const environment = { HUB_DATA_DIR: folder, HUB_REGISTRY_SECONDS: '0.2' }
let registry: Registry
let hub: StartedHub
let [url, admin] = ['', '']

beforeAll(async () => {
  hub = await startHub({ ...environment, HUB_WORKERS: '2', LOG_LEVEL: 'info' })
  url = /graph +(\S+)\/graphql/.exec(hub.told)?.[1] ?? ''
  admin = /admin +(\S+)\/ready/.exec(hub.told)?.[1] ?? ''
  registry = await openRegistry(environment)
})
afterAll(async () => {
  await registry.close()
  await removeHub(folder)
})

/** Over the connections of an agent, which are kept. Gives null for an answer with errors. */
function ask(query: string, agent: Agent): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    const asked = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () => {
        const answer = JSON.parse(text) as { errors?: unknown }
        resolve(response.statusCode === 200 && !answer.errors ? answer : null)
      })
    })
    asked.on('error', reject)
    asked.end(JSON.stringify({ query }))
  })
}

/** What each of many new connections, which the workers share, is told. */
async function servedByAll(): Promise<readonly string[]> {
  const told = new Set<string>()
  for (let turn = 0; turn < 12; turn += 1) {
    const agent = new Agent()
    told.add(textIn(await ask(describedQuery, agent)))
    agent.destroy()
  }
  return [...told]
}

async function release(): Promise<unknown> {
  return ((await (await fetch(`${admin}/ready`)).json()) as { release?: unknown }).release
}

/** Each has the process that plans below it. */
const workers = (): number[] => childrenOf(hub.child.pid ?? 0).filter((child) => childrenOf(child).length > 0)

it('two releases and a rollback are served by new workers, and no request of clients that stay connected fails', async () => {
  const before = workers()
  expect(before).toHaveLength(2)
  const texts = ['Release 1.', 'Release 2.']
  const stored = await releasesMadeAhead(registry, environment, { texts, restored: 1 })
  const agent = new Agent({ keepAlive: true })
  const failures: unknown[] = []
  let [asked, isDone] = [0, false]
  const client = async (): Promise<void> => {
    while (!isDone) {
      asked += 1
      const answer = await ask('{ datasets { care { period } } }', agent).catch((error: unknown) => ({
        error,
      }))
      if (answer === null || 'error' in (answer as object)) failures.push(answer)
      // Enough to meet every moment of a release, and few enough to leave new workers a core.
      await pause(50)
    }
  }
  const clients = Array.from({ length: 8 }, client)
  for (const [index, text] of [...texts, 'Release 1.'].entries()) {
    expect(await stored[index]?.()).toBe(true)
    await expect.poll(servedByAll, { timeout: 300_000, interval: 500 }).toEqual([text])
    expect(await release()).toEqual({ number: index + 1 })
  }
  isDone = true
  await Promise.all(clients)
  agent.destroy()
  expect(failures).toEqual([])
  expect(asked).toBeGreaterThan(100)
  await expect.poll(() => workers().length, { timeout: 30_000, interval: 500 }).toBe(2)
  expect(workers().filter((pid) => before.includes(pid))).toEqual([])
}, 900_000)

it('a release that no new worker comes to serve is named, and the workers stay', async () => {
  const before = workers()
  const number = await careReleases(registry, environment).releaseBroken()
  await expect
    .poll(release, { timeout: 300_000, interval: 500 })
    .toEqual({ number: number - 1, refused: { number, reason: expect.any(String) as string } })
  expect(await servedByAll()).toEqual(['Release 1.'])
  expect(workers()).toEqual(before)
}, 600_000)

it('SIGTERM while a new worker starts ends every process with 0', async () => {
  const before = workers()
  await careReleases(registry, environment).rollBack(1)
  const others = () => workers().filter((pid) => !before.includes(pid))
  await expect.poll(() => others().length, { timeout: 300_000, interval: 50 }).toBeGreaterThan(0)
  const all = [...before, ...others()]
  const ended = new Promise((resolve) => hub.child.on('exit', resolve))
  hub.child.kill('SIGTERM')
  expect(await ended).toBe(0)
  await expect.poll(() => all.filter(isAlive), { timeout: 20_000 }).toEqual([])
}, 600_000)
