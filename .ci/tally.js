/**
 * The last line of a build, from vitest's own report: «N passed, N failed».
 * Ends with 1 where a test or a check failed, where vitest itself ended badly, where no test ran or no report is there.
 */
import { existsSync, readFileSync } from 'node:fs'

const { REPORT = '', CHECKED = '', TESTED = '' } = process.env
const complaints = []
if (CHECKED !== '0') complaints.push('npm run check failed')

const report = existsSync(REPORT) ? JSON.parse(readFileSync(REPORT, 'utf8')) : null
const passed = report?.numPassedTests ?? 0
const failed = report?.numFailedTests ?? 0
const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
const brokenFiles = (report?.testResults ?? []).filter(
  (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
)

if (!report) complaints.push('vitest left no report')
else if (passed + failed === 0) complaints.push('no test ran')
for (const file of brokenFiles) complaints.push(`${file.name} could not be run`)
if (TESTED !== '0' && failed === 0 && brokenFiles.length === 0)
  complaints.push(`npm test ended with code ${TESTED}`)

for (const complaint of complaints) console.log(`ci: ${complaint}`)
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = complaints.length === 0 && failed === 0 ? 0 : 1
