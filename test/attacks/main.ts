/**
 * `npm run attack`: what someone may try who means the hub no good, each on a hub of its own on this machine, bounded in count and time, and each
 * ending in held or not held. Exit code 1 where anything did not hold. Words name the attacks to run; all by default.
 */
import { withHub } from './hub.ts'
import { leakAttacks } from './leaks.ts'
import { loadAttacks } from './load.ts'
import { tamperAttacks } from './tamper.ts'

const words = process.argv.slice(2)
const attacks = [...loadAttacks, ...leakAttacks, ...tamperAttacks].filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
)
const counts = { held: 0, fell: 0 }
for (const { name, about, settings = {}, run } of attacks) {
  const { held, detail } = await withHub(settings, run).catch((error: unknown) => ({
    held: false,
    detail: `it could not be tried: ${error instanceof Error ? error.message : String(error)}`,
  }))
  counts[held ? 'held' : 'fell'] += 1
  process.stdout.write(`${held ? 'held    ' : 'NOT HELD'}  ${name}: ${detail}${held ? '' : ` (${about})`}\n`)
}
process.stdout.write(`${String(counts.held)} held, ${String(counts.fell)} not held\n`)
process.exitCode = counts.fell > 0 || attacks.length === 0 ? 1 : 0
