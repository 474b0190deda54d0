/**
 * `hub start` as a process: what the first start makes, what later ones leave alone, and that each setting
 * that cannot work is one line and exit code 1.
 */
import type { ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { hubFile, runHub, seedSmallCountry } from './hub.ts'
import { removeHub, startHub as start, type StartedHub } from './started-hub.ts'

let folder: string
/** A small country, for the tests of later starts. */
let firstData: string | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-start-'))
})

afterEach(() => removeHub(folder))

afterAll(() => {
  if (firstData) rmSync(firstData, { recursive: true, force: true })
})

/** As a first start leaves the folder, with a smaller country. */
async function afterFirstStart(): Promise<void> {
  if (!firstData) {
    firstData = mkdtempSync(join(tmpdir(), 'hub-started-'))
    await seedSmallCountry(firstData)
  }
  cpSync(firstData, folder, { recursive: true })
}

/** On the data of this test. */
function startHub(environment: Readonly<Record<string, string>> = {}): Promise<StartedHub> {
  return start({ HUB_DATA_DIR: folder, ...environment })
}

function end(child: ChildProcess): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  child.kill('SIGTERM')
  return ended
}

async function ask(told: string, query: string): Promise<unknown> {
  const url = /graph +(\S+)/.exec(told)![1]!
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return answer.json()
}

test('a first start makes the synthetic data, says so, and serves them; SIGTERM ends it with 0', async () => {
  const { child, told, logs } = await startHub()
  expect(told).toContain('first start: making the synthetic data')
  expect(told).toContain('SYNTHETIC')
  expect(told).toMatch(/2019 to 2024/)
  expect(await ask(told, '{ municipality(code: "GM9001") { code } }')).toEqual({
    data: { municipality: { code: 'GM9001' } },
  })
  expect(await end(child)).toBe(0)
  for (const line of logs().trimEnd().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow()
})

test('a second start seeds nothing', async () => {
  await afterFirstStart()
  const { child, told } = await startHub()
  expect(told).not.toContain('first start')
  expect(await end(child)).toBe(0)
})

/** More objects than are answered beside others. */
const large = `query Large($codes: [ID!]!) { areas(codes: $codes) { ${['housing', 'care', 'education']
  .map((domain) => `${domain}Series { period missing { field reason } }`)
  .join(' ')} } }`

test('a hub that serves from one process counts what is asked of it and of the process for large answers together', async () => {
  await afterFirstStart()
  const { told } = await startHub({ HUB_OBJECTS_PER_MINUTE: '60000' })
  const codes = Array.from({ length: 100 }, () => 'GM9001')
  const url = /graph +(\S+)/.exec(told)![1]!
  const post = (query: string, variables = {}): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
  const left = async (): Promise<number> => {
    await (await post(large, { codes })).text()
    const answer = await post('{ municipality(code: "GM9001") { code } }')
    await answer.text()
    return Number(/r=(\d+)/.exec(answer.headers.get('ratelimit') ?? '')?.[1] ?? Infinity)
  }
  await expect.poll(left, { timeout: 300_000, interval: 1_200 }).toBeLessThan(30_000)
  const admin = /admin +(\S+)\/ready/.exec(told)![1]!
  const metrics = async (): Promise<string> => (await fetch(`${admin}/metrics`)).text()
  await expect.poll(metrics, { timeout: 20_000 }).toMatch(/hub_fetches_total\{subgraph="housing"\} [1-9]/)
}, 600_000)

test('results that are stale at the start are computed by another process, and the log tells it', async () => {
  await afterFirstStart()
  const database = new BetterSqlite3(join(folder, 'integrated-approach.sqlite'))
  database.exec("update run set versions = 'before', known_versions = 'before'")
  const { child, logs } = await startHub({ LOG_LEVEL: 'info' })
  await expect.poll(logs, { timeout: 120_000 }).toContain('integrated-approach: computed anew for')
  const run = database.prepare('select versions = known_versions as current from run').get()
  expect(run).toEqual({ current: 1 })
  database.close()
  expect(await end(child)).toBe(0)
})

test('a taken port is one clear line and exit code 1', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  const ended = await runHub(['start'], {
    environment: { HUB_DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'silent' },
  })
  other.close()
  expect(ended.code).toBe(1)
  expect(ended.stderr).toMatch(new RegExp(`^hub start: .*${String(port)} is taken.*\\n$`))
})

test.each([
  ['start', ['start']],
  ['seed', ['seed']],
])('hub %s in a folder that cannot be written is one clear line and exit code 1', async (name, words) => {
  const { code, stderr } = await runHub(words, {
    environment: { HUB_DATA_DIR: join(hubFile, 'data'), LOG_LEVEL: 'silent' },
  })
  expect(code).toBe(1)
  expect(stderr).toMatch(new RegExp(`^hub ${name}: .+ cannot be .*written.* HUB_DATA_DIR .*\\n$`))
})

test('a setting that cannot work is one clear line and exit code 1, before anything is made', async () => {
  const ended = await runHub(['start'], { environment: { HUB_DATA_DIR: folder, PORT: 'http' } })
  expect(ended).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^hub start: PORT is "http".*\n$/),
  })
})
