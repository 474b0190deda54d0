/**
 * Who looked at what: every request for protected data is in the logs before its answer leaves, or its protected data do not leave. Requests of
 * one turn of the event loop are stored together, and under load those of a few. Also what is counted from the logs: the subjects of one operation and of one hour.
 */
import { createHmac } from 'node:crypto'
import type { Keys } from '@samenhang/subgraph-kit/access/keys'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { sqliteLibrary } from '@samenhang/subgraph-kit/sqlite'
import type { Logger } from 'pino'
import { createBudget, type Budget, type Tally } from './budget.ts'
import { logFiles, openLogStore, type LogFiles, type LogStore } from './log-store.ts'
import { auditValues, processingValues, type AuditRow, type ProcessingRow } from './logs.ts'
import { nameForLogs } from '../telemetry/log-text.ts'
import { newSpanId } from '../telemetry/trace-id.ts'
import { accessesOf, auditEntries, type AccessRecord, type AuditRecord } from './read-logs.ts'

/** A request that asked for something protected, as the gateway knows it when it has run. */
export interface Reading {
  readonly traceId: string
  readonly actor: string | null
  /** The application that asked. */
  readonly client: string | null
  /** The id of the processing activity; null where none was named. */
  readonly activity: string | null
  /** The name of the operation. */
  readonly operation: string | null
  /** The protected fields that were read, as coordinates, and the subgraphs that they are of. */
  readonly fields: readonly string[]
  readonly domains: readonly string[]
  /** The protected fields that were asked and refused. */
  readonly refused: readonly string[]
  /** The keys of the subjects that the answer is about. */
  readonly subjects: readonly string[]
  /** What subgraphs had to say of it, such as OUTSIDE_CASELOAD. */
  readonly alarms: readonly string[]
  /** Milliseconds since 1970. */
  readonly startedAt: number
}

export interface Audit {
  /**
   * Stores it. Throws where its protected data may not leave: HubError LOG_UNAVAILABLE, TOO_MANY_SUBJECTS or SUBJECT_BUDGET_EXCEEDED. What had
   * nothing protected in its answer never throws: there is nothing to hold back.
   */
  record(reading: Reading): Promise<void>
  /**
   * When data of this subject were read, the newest first: those before the one of the key `before`, and one more than `first` where there are
   * more. Throws HubError LOG_UNAVAILABLE.
   */
  accessesOf(subject: string, first: number, before: string | null): readonly AccessRecord[]
  /** The audit log, likewise by place. Throws HubError LOG_UNAVAILABLE. */
  entries(first: number, before: number | null): readonly AuditRecord[]
  close(): void
}

/** Each write waits for the disk: more requests are waited for while turns of the event loop bring any, for so many milliseconds at most. */
const gathering = 4

/** What the chains of the logs are keyed with. */
export const auditSecret = 'audit chain'

/** Subjects that one operation may be about. */
const mostSubjects = 100
/** Refusals of the public, who have no name to be found by, that are kept a minute: nobody can fill the disk by asking. */
const publicRefusals = { rows: 100, bytes: 100_000 }

export interface AuditOptions {
  readonly files: LogFiles
  readonly keys: Pick<Keys, 'secret'>
  /** Different subjects that a caller may read of in an hour. */
  readonly budget: number
  readonly logger: Logger
  readonly now?: () => number
}

/** The audit of this environment. Logs that cannot be opened are no fault here: they are tried again at each request. Throws ConfigError. */
export function openAudit(environment: NodeJS.ProcessEnv, keys: Keys, logger: Logger): Audit {
  const given = environment['HUB_SUBJECT_BUDGET'] || '1000'
  if (!/^\d{1,9}$/.test(given))
    throw new ConfigError(`HUB_SUBJECT_BUDGET is «${given}»; set it to a number of persons an hour.`)
  if (sqliteLibrary(environment) === 'sqlite3') {
    logger.warn(
      'HUB_SQLITE is sqlite3: the logs of access need better-sqlite3, so data about people are withheld',
    )
    return noAudit
  }
  return createAudit({ files: logFiles(environment), keys, budget: Number(given), logger })
}

/** For a gateway without logs: nothing protected is given. */
export const noAudit: Audit = {
  record: ({ fields }) => (fields.length === 0 ? Promise.resolve() : Promise.reject(unavailable())),
  accessesOf: () => {
    throw unavailable()
  },
  entries: () => {
    throw unavailable()
  },
  close: () => undefined,
}

function unavailable(): HubError {
  return new HubError('LOG_UNAVAILABLE', 'Protected data are not given: that they are read cannot be logged.')
}

interface Waiting {
  readonly reading: Reading
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

interface Opened {
  readonly store: LogStore
  readonly budget: Budget
}

export function createAudit({ files, keys, budget: most, logger, now = Date.now }: AuditOptions): Audit {
  const chainKey = keys.secret(auditSecret)
  const subjectKey = keys.secret('audit subject')
  const pseudonymOf = (subject: string) =>
    createHmac('sha256', subjectKey).update(subject).digest().subarray(0, 16).toString('base64url')
  let opened: Opened | undefined
  // Logs that were there and are gone are not begun anew.
  let wasOpen = false
  let waiting: Waiting[] = []
  let minute = { start: 0, rows: 0, bytes: 0 }

  function open(): Opened {
    if (opened) return opened
    const store = openLogStore(files, chainKey, !wasOpen)
    wasOpen = true
    return (opened = { store, budget: createBudget(store) })
  }

  /** For the next request to try again from the start. */
  function fail(error: unknown): HubError {
    logger.error({ err: error }, 'the logs of access cannot be used: protected data are not given')
    try {
      opened?.store.close()
    } catch {
      // It cannot be used anyway.
    }
    opened = undefined
    return unavailable()
  }

  /** Of this request alone: the logs are well. */
  function unstorable(error: unknown): HubError {
    logger.error(
      { err: error },
      'a request cannot be put into the logs of access: its protected data are not given',
    )
    return unavailable()
  }

  function judge(reading: Reading, tally: Tally): Judged {
    const { actor, subjects } = reading
    const pseudonyms = subjects.length > mostSubjects ? [] : subjects.map(pseudonymOf)
    if (subjects.length > mostSubjects) return { reading, pseudonyms, refusal: tooMany(subjects.length) }
    if (actor === null || subjects.length === 0) return { reading, pseudonyms, refusal: null }
    if (tally.countWith(actor, pseudonyms) > most) return { reading, pseudonyms, refusal: spent(most) }
    tally.add(actor, pseudonyms)
    return { reading, pseudonyms, refusal: null }
  }

  function flush(): void {
    if (waiting.length === 0) return
    const batch = waiting
    waiting = []
    const judged: Judged[] = []
    try {
      const { store, budget } = open()
      const errors = store.append(() => {
        const time = now()
        const tally = budget.now(time)
        return batch.map(({ reading }, index) => () => {
          const one = (judged[index] = judge(reading, tally))
          return {
            processing: processingRows(one, time).map(processingValues),
            audit: [auditValues(auditRow(one, time))],
          }
        })
      })
      for (const [index, one] of batch.entries()) {
        const refusal = judged[index]?.refusal
        if (errors[index] !== undefined) holdBack(one, unstorable(errors[index]))
        else if (refusal) one.reject(refusal)
        else one.resolve()
      }
    } catch (error) {
      const refusal = fail(error)
      for (const one of batch) holdBack(one, refusal)
    }
  }

  /** Whether a refusal of the public is kept: those of one minute up to so many rows and so many bytes. */
  function isKept({ client, activity, operation, refused, alarms }: Reading): boolean {
    const at = now()
    if (at - minute.start >= 60_000) minute = { start: at, rows: 0, bytes: 0 }
    const bytes = Buffer.byteLength(JSON.stringify([client, activity, operation, refused, alarms]))
    if (minute.rows >= publicRefusals.rows || minute.bytes + bytes > publicRefusals.bytes) return false
    minute = { start: minute.start, rows: minute.rows + 1, bytes: minute.bytes + bytes }
    return true
  }

  function gather(seen: number, until: number): void {
    if (waiting.length === seen || performance.now() > until) flush()
    else setImmediate(gather, waiting.length, until)
  }

  function read<T>(act: (store: LogStore) => T): T {
    try {
      return act(open().store)
    } catch (error) {
      throw fail(error)
    }
  }

  return {
    record(given) {
      const { operation } = given
      const reading = { ...given, operation: operation === null ? null : nameForLogs(operation) }
      if (reading.actor === null && reading.fields.length === 0 && !isKept(reading)) return Promise.resolve()
      return new Promise((resolve, reject) => {
        if (waiting.push({ reading, resolve, reject }) === 1)
          setImmediate(gather, 1, performance.now() + gathering)
      })
    },
    accessesOf: (subject, first, before) =>
      read((store) => accessesOf(store, pseudonymOf(subject), first, before)),
    entries: (first, before) => read((store) => auditEntries(store, first, before)),
    close() {
      if (waiting.length > 0) flush()
      opened?.store.close()
      opened = undefined
    },
  }
}

function holdBack({ reading, resolve, reject }: Waiting, refusal: HubError): void {
  if (reading.fields.length === 0) resolve()
  else reject(refusal)
}

/** A request and, where its protected data may not leave, why. */
interface Judged {
  readonly reading: Reading
  readonly pseudonyms: readonly string[]
  readonly refusal: HubError | null
}

function tooMany(subjects: number): HubError {
  const told = `The operation is about ${subjects} persons; ask of ${mostSubjects} at most.`
  return new HubError('TOO_MANY_SUBJECTS', told)
}

function spent(most: number): HubError {
  const told = `You may read of ${most} different persons an hour, and have. Try again later.`
  return new HubError('SUBJECT_BUDGET_EXCEEDED', told)
}

function processingRows({ reading, pseudonyms, refusal }: Judged, end: number): readonly ProcessingRow[] {
  if (refusal) return []
  const { traceId, activity, operation, startedAt } = reading
  return pseudonyms.map((subject) => ({
    traceId,
    spanId: newSpanId(),
    status: 'OK',
    name: operation ?? 'read',
    startTime: new Date(startedAt).toISOString(),
    endTime: new Date(end).toISOString(),
    activity,
    subject,
  }))
}

function auditRow({ reading, refusal }: Judged, end: number): AuditRow {
  const { traceId, actor, client, activity, operation, fields, domains, refused, subjects, alarms } = reading
  const given = refusal ? [] : fields
  return {
    traceId,
    at: new Date(end).toISOString(),
    actor,
    client,
    activity,
    operation,
    decision: given.length === 0 ? 'refused' : refused.length === 0 ? 'allowed' : 'partly',
    fields: given,
    refused: refusal ? [...refused, ...fields] : refused,
    domains: refusal ? [] : domains,
    subjects: subjects.length,
    alarms: [
      ...alarms,
      ...(refused.length > 0 ? ['REFUSED_FIELDS'] : []),
      ...(refusal ? [refusal.code] : []),
    ],
  }
}
