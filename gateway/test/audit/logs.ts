/** Logs of their own for a test, with what a request for one person would put into them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import pino from 'pino'
import { auditSecret, createAudit, type Audit, type Reading } from '../../src/audit/audit.ts'
import { logFiles, type LogFiles } from '../../src/audit/log-store.ts'
import { verifyLogs, type Verified } from '../../src/audit/verify.ts'

export interface TestLogs {
  readonly folder: string
  readonly files: LogFiles
  readonly key: Buffer
  open(options?: { budget?: number; now?: () => number }): Audit
  verify(): Verified
  remove(): void
}

export const secret = (use: string): Buffer => createHash('sha256').update(`test ${use}`).digest()

export function makeLogs(): TestLogs {
  const folder = mkdtempSync(join(tmpdir(), 'samenhang-audit-'))
  const files = logFiles({ HUB_DATA_DIR: folder })
  const key = secret(auditSecret)
  return {
    folder,
    files,
    key,
    open: ({ budget = 1_000, now } = {}) =>
      createAudit({
        files,
        keys: { secret },
        budget,
        logger: pino({ level: 'silent' }),
        ...(now && { now }),
      }),
    verify: () => verifyLogs(files, key),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

let traces = 0

export function reading(given: Partial<Reading> = {}): Reading {
  return {
    traceId: `trace-${String((traces += 1))}`,
    actor: 'caseworker-1',
    client: 'app',
    activity: 'urn:intake',
    operation: 'PersonAcrossDomains',
    fields: ['Person.housing', 'PersonHousing.situation'],
    domains: ['housing'],
    refused: [],
    subjects: ['person-1'],
    alarms: [],
    startedAt: Date.now(),
    ...given,
  }
}
