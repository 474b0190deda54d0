/** Refreshes that are killed or find a domain down: the old results and columns stand, and the next one completes them. */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { askSubgraph, makeTestData, silent, type TestData } from '@samenhang/subgraph-kit/testing'
import { subgraph as statistics } from '../subgraphs/statistics/src/index.ts'

const hub = fileURLToPath(new URL('../cli/bin/hub.js', import.meta.url))
let data: TestData

beforeAll(async () => {
  data = await makeTestData()
  expect(await startHub(['seed', '--neighbourhoods', '80', '--people', '500']).ended).toMatchObject({
    code: 0,
  })
})
afterAll(() => data.remove())

function startHub(words: readonly string[], more: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [hub, ...words], {
    env: { ...process.env, ...data.environment, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (text: Buffer) => (output += text.toString()))
  child.stderr.on('data', (text: Buffer) => (output += text.toString()))
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, output }))
  })
  return { child, ended }
}

function withResults<T>(
  act: (database: BetterSqlite3.Database) => T,
  of: 'integrated-approach' | 'statistics' = 'integrated-approach',
): T {
  const database = new BetterSqlite3(join(data.directory, `${of}.sqlite`), { timeout: 5_000 })
  try {
    return act(database)
  } finally {
    database.close()
  }
}

/** Makes every stored result tell that it is of the run before. */
function mark(): void {
  withResults((database) => {
    database.exec(`update run set computed_at = 'before', known_versions = 'moved'`)
    database.exec('update social_load set inhabitants = -1')
    database.exec('update housing_need set period = -1')
  })
}

function counted() {
  const count = (database: BetterSqlite3.Database, sql: string) =>
    database.prepare(sql).pluck().get() as number
  return withResults((database) => ({
    runs: count(database, `select count(*) from run where computed_at = 'before'`),
    loads: count(database, 'select count(*) from social_load'),
    oldLoads: count(database, 'select count(*) from social_load where inhabitants = -1'),
    needs: count(database, 'select count(*) from housing_need'),
    oldNeeds: count(database, 'select count(*) from housing_need where period = -1'),
  }))
}

it('a refresh that is killed leaves the old results or the new ones whole, and the next one completes it', async () => {
  mark()
  const begun = Date.now()
  expect(await startHub(['refresh']).ended).toMatchObject({ code: 0 })
  const duration = Date.now() - begun
  const whole = counted()
  expect(whole).toMatchObject({ runs: 0, oldLoads: 0, oldNeeds: 0 })
  expect(whole.loads).toBeGreaterThan(80)

  // Cut later and later while the kills land, earlier where the refresh was faster than the one that was timed.
  let cut = 0
  for (let attempt = 0, share = 0.4; cut < 3 && attempt < 20; attempt += 1) {
    mark()
    const { child, ended } = startHub(['refresh'])
    await sleep(duration * share)
    child.kill('SIGKILL')
    const landed = (await ended).code === null
    const { loads, needs } = whole
    const old = { ...whole, runs: 1, oldLoads: loads, oldNeeds: needs }
    expect([old, whole], `cut at ${String(share)}`).toContainEqual(counted())
    if (landed) cut += 1
    share = landed ? Math.min(0.95, share + 0.2) : share * 0.8
  }
  expect(cut).toBe(3)
  mark()
  expect(await startHub(['refresh']).ended).toMatchObject({
    code: 0,
    output: expect.stringContaining('computed anew') as string,
  })
  expect(counted()).toEqual(whole)
  expect(await startHub(['refresh']).ended).toMatchObject({
    code: 0,
    output: expect.stringContaining('up to date') as string,
  })
})

const withColumns = <T>(act: (database: BetterSqlite3.Database) => T): T => withResults(act, 'statistics')

/** Has the next refresh read all columns anew, and tells the kept ones from those: inhabitants stand as households. */
function markColumns(): void {
  withColumns((database) => {
    database.exec(`update run set computed_at = 'before', versions = 'before'`)
    database.exec(`update part set digest = 'moved'`)
    database.exec(`update figures set figure_values = (select other.figure_values from figures other
      where other.indicator = 'population.households' and other.period = figures.period and other.written = figures.written)
      where indicator = 'population.inhabitants'`)
  })
}

/** Columns that a refresh wrote, and did not make the kept ones. */
const staged = () =>
  withColumns(
    (database) =>
      database
        .prepare(
          `select count(*) from figures f where not exists
           (select 1 from part p where p.profile = f.profile and p.period = f.period and p.written = f.written)`,
        )
        .pluck()
        .get() as number,
  )

/** What the subgraph answers from its columns. */
async function answerOf(running: RunningSubgraph) {
  const query = `{ areasWhere(level: COUNTRY) { computedAt }
    aggregate(level: MUNICIPALITY, indicators: ["population.inhabitants", "population.households"]) { value } }`
  const { data: answer, errors } = await askSubgraph(running, { query })
  expect(errors).toBeUndefined()
  const { aggregate, areasWhere } = answer as {
    aggregate: readonly { value: number }[]
    areasWhere: { computedAt: string }
  }
  const [inhabitants, households] = aggregate.map(({ value }) => value)
  return { inhabitants, households, isOld: areasWhere.computedAt === 'before' }
}

async function withSubgraph<T>(act: (running: RunningSubgraph) => Promise<T>): Promise<T> {
  const running = await statistics.open({ environment: data.environment, logger: silent })
  try {
    return await act(running)
  } finally {
    await running.close()
  }
}

it('a refresh of the columns that is killed half-way leaves the old ones answering, and the next one completes it', async () => {
  const whole = await withSubgraph(answerOf)
  expect(whole.isOld).toBe(false)
  expect(whole.inhabitants).toBeGreaterThan(whole.households ?? Infinity)
  const columns = withColumns(
    (database) => database.prepare('select count(*) from figures').pluck().get() as number,
  )
  const old = { inhabitants: whole.households, households: whole.households, isOld: true }
  for (const share of [0, 0.4, 0.7]) {
    markColumns()
    const before = staged()
    await withSubgraph(async (running) => {
      expect(await answerOf(running)).toEqual(old)
      const { child, ended } = startHub(['refresh'])
      while (child.exitCode === null && staged() - before <= share * columns) await sleep(10)
      expect(await answerOf(running), `while ${String(share)} is written`).toEqual(old)
      child.kill('SIGKILL')
      expect((await ended).code, `killed at ${String(share)}`).toBe(null)
    })
    expect(staged() - before).toBeGreaterThan(share * columns)
    expect(await withSubgraph(answerOf), `killed at ${String(share)}`).toEqual(old)
  }
  expect(await startHub(['refresh']).ended).toMatchObject({ code: 0 })
  expect([await withSubgraph(answerOf), staged()]).toEqual([whole, 0])
  expect(await startHub(['refresh']).ended).toMatchObject({ code: 0 })
  expect(await withSubgraph(answerOf)).toEqual(whole)
})

it('a domain that is down: hub refresh ends with one line for each that names it, and exit code 1', async () => {
  mark()
  const before = counted()
  const url = 'http://127.0.0.1:1/graphql'
  const { code, output } = await startHub(['refresh'], { SUBGRAPH_URL_CARE: url }).ended
  expect(code).toBe(1)
  expect(output).toMatch(/^(hub refresh: .*old (results|ones) stay: .*\bcare\b.*\n){3}$/)
  expect(counted()).toEqual(before)
})

it('an import refreshes at its end; where a domain is down it stands, with a warning', async () => {
  const file = join(data.directory, 'gemeenten-2024.csv')
  const list = 'GemeentecodeGM,Gemeentenaam,ProvinciecodePV,Provincienaam\n'
  writeFileSync(file, `${list}GM0363,Amsterdam,PV27,Noord-Holland\n`)
  expect(await startHub(['import', file]).ended).toMatchObject({
    code: 0,
    output: expect.stringContaining('computed anew') as string,
  })
  writeFileSync(file, `${list}GM0363,Amsterdam,PV27,Noord-Holland\nGM0392,Haarlem,PV27,Noord-Holland\n`)
  const url = 'http://127.0.0.1:1/graphql'
  const { code, output } = await startHub(['import', file], { SUBGRAPH_URL_CARE: url }).ended
  expect(code).toBe(0)
  expect(output).toMatch(/hub import: warning: .*old results stay: .*care/)
  expect(
    withResults((database) => database.prepare('select versions <> known_versions from run').pluck().get()),
  ).toBe(1)
})

it('nothing outside its folder, the composed schema, tests and documents names this subgraph, but who owns it', () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const files = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}${entry.name}`
      if (
        /(^|\/)(node_modules|\.[^/]*|docs|test|schema|README\.md|CODEOWNERS|package-lock\.json)$/.test(path)
      )
        return []
      if (path === 'subgraphs/integrated-approach') return []
      return entry.isDirectory() ? files(`${path}/`) : [path]
    })
  const found = files('')
  expect(found.length).toBeGreaterThan(200)
  const naming = found.filter((path) => /integrated.?approach/i.test(readFileSync(join(root, path), 'utf8')))
  expect(naming).toEqual([])
})
