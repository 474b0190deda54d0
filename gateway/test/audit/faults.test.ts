/**
 * Processes that are killed, disks that are full, two that write at once: every read that was answered is in
 * the logs, and the logs are whole or the loss is found.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readAnchor } from '../../src/audit/anchor.ts'
import { makeLogs, type TestLogs } from './logs.ts'

const child = fileURLToPath(new URL('records-child.ts', import.meta.url))

let logs: TestLogs
beforeEach(() => void (logs = makeLogs()))
afterEach(() => logs.remove())

/** What the process said, a line a read; with `until` it is killed, as by a failing machine, once it has said so many. */
async function record(
  most: number,
  { until = Infinity, kilobytes }: { until?: number; kilobytes?: number } = {},
): Promise<readonly (readonly string[])[]> {
  const limit = kilobytes === undefined ? '' : `ulimit -f ${String(kilobytes)};`
  const running = spawn(
    'bash',
    ['-c', `${limit} exec "$0" --import tsx "$@"`, process.execPath, child, logs.folder, String(most)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let said = ''
  running.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    if (said.split('\n').length > until) running.kill('SIGKILL')
  })
  await once(running, 'close')
  // A line that was cut off by the end was not said.
  return said
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' '))
}

function tracesIn(table: string): ReadonlySet<string> {
  const database = new BetterSqlite3(logs.files.database, { readonly: true })
  try {
    return new Set(database.prepare(`select trace_id from ${table}`).pluck(true).all() as string[])
  } finally {
    database.close()
  }
}

it('a process killed at any moment: each read that was answered is in the logs, which are whole and go on', async () => {
  const answered: string[] = []
  for (const until of [1, 7, 20]) {
    const said = await record(10_000, { until })
    expect(said.length).toBeGreaterThanOrEqual(until)
    answered.push(...said.map(([trace = '']) => trace))
    expect(logs.verify().findings).toEqual([])
  }
  for (const table of ['processing', 'audit']) {
    const stored = tracesIn(table)
    expect(answered.filter((trace) => !stored.has(trace))).toEqual([])
  }
  expect((await record(3)).map(([, outcome]) => outcome)).toEqual(['stored', 'stored', 'stored'])
  expect(logs.verify().findings).toEqual([])
})

it('the `-wal` removed after a process was killed: what was answered and is gone is a finding, and the hub does not write on', async () => {
  const said = await record(10_000, { until: 12 })
  expect(said.length).toBeGreaterThanOrEqual(12)
  expect(statSync(`${logs.files.database}-wal`).size).toBeGreaterThan(0)
  for (const part of ['-wal', '-shm']) rmSync(`${logs.files.database}${part}`)
  const { findings } = logs.verify()
  expect(findings.join('\n')).toMatch(/cut off|cannot be read completely|was removed/)
  expect((await record(2)).map(([, outcome]) => outcome)).toEqual(['LOG_UNAVAILABLE', 'LOG_UNAVAILABLE'])
}, 60_000)

it('a disk that is full: data of persons are held back and the rest goes on; with room again they are given, and the logs are whole', async () => {
  const said = await record(400, { kilobytes: 128 })
  const outcomes = said.map(([, outcome]) => outcome)
  expect(said).toHaveLength(400)
  expect(outcomes[0]).toBe('stored')
  expect(outcomes.at(-1)).toBe('LOG_UNAVAILABLE')
  expect(new Set(outcomes)).toEqual(new Set(['stored', 'LOG_UNAVAILABLE']))
  expect(new Set(said.map(([, , open]) => open))).toEqual(new Set(['open']))
  const stored = tracesIn('processing')
  expect(said.filter(([trace = '', outcome]) => outcome === 'stored' && !stored.has(trace))).toEqual([])
  expect(logs.verify().findings).toEqual([])
  expect((await record(3)).map(([, outcome]) => outcome)).toEqual(['stored', 'stored', 'stored'])
  expect(logs.verify().findings).toEqual([])
}, 60_000)

it('two processes that write to the same logs from their first row on: each waits for the other, and the logs and their anchor are whole', async () => {
  const both = await Promise.all([record(150), record(150)])
  for (const said of both) {
    expect(said).toHaveLength(150)
    expect(new Set(said.map(([, outcome]) => outcome))).toEqual(new Set(['stored']))
  }
  const { findings, heads } = logs.verify()
  expect(findings).toEqual([])
  // Of each read one row is of the read, and one of what was refused beside it.
  expect(heads).toMatchObject({ processing: { seq: 300 }, audit: { seq: 600 } })
  expect(readAnchor(logs.files.anchor, logs.key)).toEqual(heads)
}, 120_000)
