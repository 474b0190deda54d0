/**
 * A process of its own for faults.test.ts: records one read after another in the logs of the folder it is given, and tells of each what came of it,
 * once that is known. What nothing protected is in goes on beside it.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import pino from 'pino'
import { createAudit } from '../../src/audit/audit.ts'
import { logFiles } from '../../src/audit/log-store.ts'
import { reading, secret } from './logs.ts'

const [folder = '', most = '0'] = process.argv.slice(2)
const audit = createAudit({
  files: logFiles({ HUB_DATA_DIR: folder }),
  keys: { secret },
  budget: 1_000_000,
  logger: pino({ level: 'silent' }),
})

for (let count = 0; count < Number(most); count += 1) {
  const one = reading({
    traceId: `${process.pid}-${count}`,
    subjects: [`person-${count}`],
    operation: 'x'.repeat(200),
  })
  const outcome = await audit.record(one).then(
    () => 'stored',
    (error: unknown) => (error instanceof HubError ? error.code : String(error)),
  )
  const open = await audit.record({ ...one, fields: [], subjects: [], refused: ['Person.name'] }).then(
    () => 'open',
    () => 'closed',
  )
  process.stdout.write(`${one.traceId} ${outcome} ${open}\n`)
}
audit.close()
