/**
 * The end of a build: how long each step took, every test that failed with the first line of why, and last «N passed, N failed» over all
 * steps. They are read from the file STEPS, one JSON object a line: `name`, exit `code`, `seconds`, and for steps of tests the `report` that
 * vitest wrote. Ends with 1 where a step or a test failed, a report is absent, or no test ran.
 */
import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

const { STEPS = '' } = process.env
const lines = existsSync(STEPS) ? readFileSync(STEPS, 'utf8').split('\n').filter(Boolean) : []
const complaints = []
const total = { passed: 0, failed: 0, skipped: 0 }

for (const { name, code, seconds, report } of lines.map((line) => JSON.parse(line))) {
  if (seconds !== undefined) console.log(`ci: ${name} took ${seconds} s`)
  if (report === undefined) {
    if (code !== 0) complaints.push(`${name} failed`)
  } else if (existsSync(report)) {
    add(name, code, JSON.parse(readFileSync(report, 'utf8')))
  } else complaints.push(`${name} ended with code ${code} and left no report`)
}

function add(
  name,
  code,
  { numPassedTests, numFailedTests, numPendingTests = 0, numTodoTests = 0, testResults },
) {
  total.passed += numPassedTests
  total.failed += numFailedTests
  total.skipped += numPendingTests + numTodoTests
  if (numPassedTests + numFailedTests === 0) complaints.push(`${name} ran no test`)
  for (const file of testResults)
    for (const test of file.assertionResults.filter(({ status }) => status === 'failed'))
      complaints.push(
        `${name}: ${placeOf(file)} › ${test.fullName} failed: ${firstLine(test.failureMessages?.[0])}`,
      )
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  for (const file of broken)
    complaints.push(`${name}: ${placeOf(file)} failed outside its tests: ${firstLine(file.message)}`)
  if (code !== 0 && numFailedTests === 0 && broken.length === 0)
    complaints.push(`${name} ended with code ${code}`)
}

/** From the root of the repository; whole for files of a copy of it, in which some steps run. */
function placeOf({ name }) {
  const path = relative(process.cwd(), name)
  return path.startsWith('..') ? name : path
}

function firstLine(message) {
  return (message || 'no message').split('\n', 1)[0]
}

if (lines.length === 0) complaints.push('no step ran')
for (const complaint of new Set(complaints)) console.log(`ci: ${complaint}`)
const { passed, failed, skipped } = total
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = complaints.length === 0 && failed === 0 ? 0 : 1
