import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const tally = fileURLToPath(new URL('../../.ci/tally.js', import.meta.url))
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-tally-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Build {
  readonly report?: Readonly<Record<string, unknown>>
  readonly checked?: string
  readonly tested?: string
}

function build({ report, checked = '0', tested = '0' }: Build) {
  const file = join(folder, 'report.json')
  if (report) writeFileSync(file, JSON.stringify({ testResults: [], ...report }))
  const environment = { ...process.env, REPORT: file, CHECKED: checked, TESTED: tested }
  const { status, stdout } = spawnSync(process.execPath, [tally], { env: environment, encoding: 'utf8' })
  return { status, lines: stdout.trimEnd().split('\n') }
}

test('a build whose checks and tests pass ends with the numbers and 0', () => {
  const report = { numPassedTests: 12, numFailedTests: 0, numPendingTests: 3 }
  expect(build({ report })).toEqual({ status: 0, lines: ['12 passed, 0 failed, 3 skipped'] })
})

test('a failed test fails the build', () => {
  const report = { numPassedTests: 12, numFailedTests: 1 }
  expect(build({ report, tested: '1' })).toEqual({ status: 1, lines: ['12 passed, 1 failed'] })
})

test('a build in which no test ran fails and says so, skipped ones or not', () => {
  const report = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 4 }
  expect(build({ report })).toEqual({
    status: 1,
    lines: ['ci: no test ran', '0 passed, 0 failed, 4 skipped'],
  })
})

test('a build without a report fails and says so', () => {
  expect(build({ tested: '1' })).toEqual({
    status: 1,
    lines: ['ci: vitest left no report', 'ci: npm test ended with code 1', '0 passed, 0 failed'],
  })
})

test('a test file that cannot be run fails the build and is named', () => {
  const testResults = [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }]
  const report = { numPassedTests: 12, numFailedTests: 0, testResults }
  expect(build({ report, tested: '1' })).toEqual({
    status: 1,
    lines: ['ci: a.test.ts could not be run', '12 passed, 0 failed'],
  })
})

test('a failed check fails the build even where every test passes', () => {
  const report = { numPassedTests: 12, numFailedTests: 0 }
  expect(build({ report, checked: '1' })).toEqual({
    status: 1,
    lines: ['ci: npm run check failed', '12 passed, 0 failed'],
  })
})
