/**
 * The build machine's verdict: how long each step took, which tests failed, the numbers of all steps together, and a failure wherever a
 * step failed, ran no test or left no report.
 */
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

interface Step {
  readonly name: string
  readonly code?: number
  readonly seconds?: number
  /** Null where the step should have left a report and did not. */
  readonly report?: Readonly<Record<string, unknown>> | null
}

function build(...steps: readonly Step[]) {
  const lines = steps.map(({ name, code = 0, seconds, report }, index) => {
    const file = join(folder, `report-${String(index)}.json`)
    if (report) writeFileSync(file, JSON.stringify({ testResults: [], ...report }))
    return JSON.stringify({ name, code, seconds, ...(report !== undefined && { report: file }) })
  })
  const file = join(folder, 'steps')
  writeFileSync(file, lines.join('\n'))
  const { status, stdout } = spawnSync(process.execPath, [tally], {
    env: { ...process.env, STEPS: file },
    encoding: 'utf8',
  })
  return { status, lines: stdout.trimEnd().split('\n') }
}

const passing = { numPassedTests: 12, numFailedTests: 0 }

test('a build whose steps all pass ends with the numbers of all of them together and 0', () => {
  const built = build(
    { name: 'npm run check' },
    { name: 'npm test', report: { ...passing, numPendingTests: 3 } },
    { name: 'npm run test:long', report: { numPassedTests: 4, numFailedTests: 0 } },
  )
  expect(built).toEqual({ status: 0, lines: ['16 passed, 0 failed, 3 skipped'] })
})

test('a failed test fails the build, in whichever step, and is named with the first line of why', () => {
  const assertionResults = [
    { fullName: 'a region is whole', status: 'passed' },
    {
      fullName: 'a region says what it lacks',
      status: 'failed',
      failureMessages: ['AssertionError: expected 3 to be 4\n    at region.test.ts:9'],
    },
  ]
  const built = build(
    { name: 'npm test', seconds: 801, report: passing },
    {
      name: 'npm run test:long',
      code: 1,
      seconds: 12,
      report: {
        numPassedTests: 3,
        numFailedTests: 1,
        testResults: [
          { name: join(process.cwd(), 'test/region.test.ts'), status: 'failed', assertionResults },
        ],
      },
    },
  )
  expect(built).toEqual({
    status: 1,
    lines: [
      'ci: npm test took 801 s',
      'ci: npm run test:long took 12 s',
      'ci: npm run test:long: test/region.test.ts › a region says what it lacks failed: AssertionError: expected 3 to be 4',
      '15 passed, 1 failed',
    ],
  })
})

test('a step in which no test ran fails the build and is named, skipped ones or not', () => {
  const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 4 }
  const built = build({ name: 'npm test', report: passing }, { name: 'npm run test:long', report: none })
  expect(built).toEqual({
    status: 1,
    lines: ['ci: npm run test:long ran no test', '12 passed, 0 failed, 4 skipped'],
  })
})

test('a build without a report, or without steps, fails and says so', () => {
  expect(build({ name: 'npm test', code: 1, report: null })).toEqual({
    status: 1,
    lines: ['ci: npm test ended with code 1 and left no report', '0 passed, 0 failed'],
  })
  expect(build()).toEqual({ status: 1, lines: ['ci: no step ran', '0 passed, 0 failed'] })
})

test('a test file that fails outside its tests fails the build and is named with the first line of why', () => {
  const testResults = [
    {
      name: 'a.test.ts',
      status: 'failed',
      message: 'ENOTEMPTY: directory not empty\n at …',
      assertionResults: [],
    },
  ]
  expect(build({ name: 'npm test', code: 1, report: { ...passing, testResults } })).toEqual({
    status: 1,
    lines: [
      'ci: npm test: a.test.ts failed outside its tests: ENOTEMPTY: directory not empty',
      '12 passed, 0 failed',
    ],
  })
})

test('vitest that ends badly although every test passed fails the build', () => {
  expect(build({ name: 'npm test', code: 137, report: passing })).toEqual({
    status: 1,
    lines: ['ci: npm test ended with code 137', '12 passed, 0 failed'],
  })
})

test('a failed check fails the build even where every test passes', () => {
  expect(build({ name: 'npm run check', code: 1 }, { name: 'npm test', report: passing })).toEqual({
    status: 1,
    lines: ['ci: npm run check failed', '12 passed, 0 failed'],
  })
})
