/** One table of settings, which says what the code reads, and no more. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { settingOf, unknownSettings } from '@samenhang/subgraph-kit/known-settings'
import { settings } from '@samenhang/subgraph-kit/settings'
import { expect, test } from 'vitest'
import { settingsHelp } from '../src/settings-help.ts'
import { showSettings } from '../src/show-settings.ts'
import { runHub } from './hub.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Names of variables that the code reads from an environment. */
function readInSource(): ReadonlySet<string> {
  const names = new Set<string>()
  for (const folder of ['gateway/src', 'schema', 'subgraph-kit/src', 'cli/src', 'cli/bin'])
    for (const entry of readdirSync(join(root, folder), { recursive: true })) {
      const file = String(entry)
      if (!/\.[jt]s$/.test(file) || file.endsWith('testing.ts')) continue
      const text = readFileSync(join(root, folder, file), 'utf8')
      for (const [, name = ''] of text.matchAll(/env(?:ironment)?(?:\[\s*'|\.)([A-Z][A-Z_]+)/g))
        names.add(name)
      for (const [, name = ''] of text.matchAll(/(?:setting|required)\(\s*'((?:HUB|SUBGRAPH)_[A-Z_]+)'/g))
        names.add(name)
      for (const [, name = ''] of text.matchAll(/(?:variable|variable\w*) = '((?:HUB)_[A-Z_]+)'/g))
        names.add(name)
    }
  return names
}

/** Of the system, of npm and of the packages; and what a test or the leader tells a process that it starts. */
const ofOthers = /^(?:PATH|INIT_CWD|NODE_ENV|APOLLO_TELEMETRY_DISABLED|SHARED_DATA|TEST_\w+|SAMENHANG_\w+)$/

test('every variable that the code reads is in the table', () => {
  const read = [...readInSource()].filter((name) => !ofOthers.test(name))
  expect(read.length).toBeGreaterThan(25)
  expect(read.filter((name) => settingOf(name) === undefined)).toEqual([])
})

test('every setting of the table is read by the code', () => {
  const read = readInSource()
  const dynamic = /^(?:DATABASE_URL_|SUBGRAPH_URL_)/
  expect(
    settings.filter(({ name }) => !dynamic.test(name) && !read.has(name)).map(({ name }) => name),
  ).toEqual([])
})

test('a name that is none is told with the nearest, at the start and by hub config', async () => {
  expect(unknownSettings({ HUB_WORKER: '2', HUB_WORKERS: '2', PATH: 'x' })).toEqual([
    { name: 'HUB_WORKER', nearest: 'HUB_WORKERS' },
  ])
  const { code, stdout } = await runHub(['config'], { environment: { HUB_WORKER: '2' } })
  expect(code).toBe(0)
  expect(stdout).toContain(
    'HUB_WORKER is not a setting of the hub and has no effect; the nearest is HUB_WORKERS.',
  )
  const started = await runHub(['start'], { environment: { HUB_WORKER: '2', PORT: 'http' } })
  expect(started.stderr.split('\n')[0]).toBe(
    'hub start: HUB_WORKER is not a setting of the hub and has no effect; the nearest is HUB_WORKERS. See hub config.',
  )
})

test('what is set is shown, and what may hold a password is not', () => {
  const environment = { PORT: '8080', DATABASE_URL_CARE: 'postgres://a:secret@db/care' }
  const shown = showSettings(environment, true)
  expect(shown).not.toContain('secret')
  const { settings: told } = JSON.parse(shown) as { settings: { name: string; value: string | null }[] }
  expect(told.find(({ name }) => name === 'PORT')).toMatchObject({ value: '8080' })
  expect(told.find(({ name }) => name === 'DATABASE_URL_CARE')).toMatchObject({ value: '(set)' })
  expect(showSettings(environment, false)).toContain('8080')
})

test('help names each setting once, within the width of a terminal', () => {
  const help = settingsHelp(['serving', 'data', 'LOG_LEVEL'])
  expect(help.match(/^ {2}HUB_WORKERS /gm)).toHaveLength(1)
  expect(help).toContain('LOG_LEVEL')
  expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110)
})
