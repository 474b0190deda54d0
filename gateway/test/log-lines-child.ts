/** A process of its own for log-lines.test.ts: writes many lines of the log in each of many turns. */
import { setImmediate as turn } from 'node:timers/promises'
import { createLogger, linesTo } from '../src/telemetry/log.ts'

const [name = '', turns = '0', linesEach = '0'] = process.argv.slice(2)
const logger = createLogger('info', linesTo(2))
for (let round = 0; round < Number(turns); round += 1) {
  for (let line = 0; line < Number(linesEach); line += 1)
    logger.info({ name, filler: 'x'.repeat(20 + ((round * 31 + line * 17) % 300)) }, 'line')
  await turn()
}
