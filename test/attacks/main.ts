/**
 * `npm run attack`: what someone may try who means the hub no good, each on a hub of its own on this machine, bounded in count and time, and each
 * ending in held or not held. Exit code 1 where anything did not hold. Words name the attacks to run; all by default.
 */
import type { Attack, Beside, Outcome } from './attack.ts'
import { elsewhereAttacks } from './elsewhere.ts'
import { withHub } from './hub.ts'
import { leakAttacks } from './leaks.ts'
import { loadAttacks } from './load.ts'
import { personAttacks } from './persons.ts'
import { socketAttacks } from './sockets.ts'
import { tamperAttacks } from './tamper.ts'
import { tokenAttacks } from './tokens.ts'

const words = process.argv.slice(2)
const all = [
  ...loadAttacks,
  ...socketAttacks,
  ...leakAttacks,
  ...personAttacks,
  ...tokenAttacks,
  ...elsewhereAttacks,
  ...tamperAttacks,
]
const attacks = all.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))

/** On a hub of its own; what cannot be tried is not held. */
async function tryOne({ settings, begin, run }: Attack): Promise<Outcome> {
  const beside = (await begin?.()) ?? nothingBeside
  try {
    return await withHub({ ...settings, ...beside.settings }, (hub) => run(hub, beside))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { held: false, detail: `it could not be tried: ${why}` }
  } finally {
    beside.close()
  }
}

const nothingBeside: Beside = { settings: {}, asked: () => 0, close: () => undefined }

const counts = { held: 0, fell: 0 }
for (const attack of attacks) {
  const { name, about } = attack
  const { held, detail } = await tryOne(attack)
  counts[held ? 'held' : 'fell'] += 1
  process.stdout.write(`${held ? 'held    ' : 'NOT HELD'}  ${name}: ${detail}${held ? '' : ` (${about})`}\n`)
}
process.stdout.write(`${String(counts.held)} held, ${String(counts.fell)} not held\n`)
process.exitCode = counts.fell > 0 || attacks.length === 0 ? 1 : 0
