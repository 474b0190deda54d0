/**
 * The last line of a build: «N passed, N failed» over all its steps, read from the file STEPS, one JSON object a line: `name`, exit `code`,
 * and for steps of tests the `report` that vitest wrote. Ends with 1 where a step or a test failed, a report is absent, or no test ran.
 */
import { existsSync, readFileSync } from 'node:fs'

const { STEPS = '' } = process.env
const lines = existsSync(STEPS) ? readFileSync(STEPS, 'utf8').split('\n').filter(Boolean) : []
const complaints = []
const total = { passed: 0, failed: 0, skipped: 0 }

for (const { name, code, report } of lines.map((line) => JSON.parse(line))) {
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
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  for (const file of broken) complaints.push(`${name}: ${file.name} could not be run`)
  if (code !== 0 && numFailedTests === 0 && broken.length === 0)
    complaints.push(`${name} ended with code ${code}`)
}

if (lines.length === 0) complaints.push('no step ran')
for (const complaint of complaints) console.log(`ci: ${complaint}`)
const { passed, failed, skipped } = total
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = complaints.length === 0 && failed === 0 ? 0 : 1
