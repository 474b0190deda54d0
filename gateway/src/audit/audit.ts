/**
 * Who read what: every request for protected data is logged before its answer is sent, or its protected data
 * is withheld. Requests of one turn of the event loop are stored together, and under load those of several
 * turns. Limits that are counted from the logs are here too: the people of one operation and of one hour.
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

/** A request for protected data, after it has run. */
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
  /** Alarms of subgraphs about it, such as OUTSIDE_CASELOAD. */
  readonly alarms: readonly string[]
  /** Milliseconds since 1970. */
  readonly startedAt: number
}

export interface Audit {
  /**
   * Stores it. Throws where its protected data must be withheld: HubError LOG_UNAVAILABLE, TOO_MANY_SUBJECTS or SUBJECT_BUDGET_EXCEEDED. An answer
   * without protected data never throws: there is nothing to withhold.
   */
  record(reading: Reading): Promise<void>
  /**
   * When data of this subject were read, the newest first: those before the one of the key `before`, and one more than `first` where there are
   * more. Throws HubError LOG_UNAVAILABLE.
   */
  accessesOf(subject: string, first: number, before: string | null): readonly AccessRecord[]
  /** The audit log, likewise, before this row number. Throws HubError LOG_UNAVAILABLE. */
  entries(first: number, before: number | null): readonly AuditRecord[]
  close(): void
  /** Different people of one operation, and of one caller in an hour; null where nothing about people is given. */
  readonly people: { readonly ofOperation: number; readonly ofHour: number } | null
}

/** Each write waits for the disk, so requests are collected while turns of the event loop bring more, for this many milliseconds at most. */
const gathering = 4

/** The secret that keys the chains of the logs. */
export const auditSecret = 'audit chain'

/** Subjects that one operation may be about. */
const mostSubjects = 100
/** Refusals of the public, who are not identified, that are logged per minute: no client can fill the disk. */
const publicRefusals = { rows: 100, bytes: 100_000 }

export interface AuditOptions {
  readonly files: LogFiles
  readonly keys: Pick<Keys, 'secret'>
  /** Different people that a caller may read of in an hour. */
  readonly budget: number
  readonly logger: Logger
  readonly now?: () => number
}

/** The audit of these settings. Logs that cannot be opened are not an error here: each request tries again. Throws ConfigError. */
export function openAudit(environment: NodeJS.ProcessEnv, keys: Keys, logger: Logger): Audit {
  const setting = environment['HUB_SUBJECT_BUDGET'] || '1000'
  if (!/^\d{1,9}$/.test(setting))
    throw new ConfigError(`HUB_SUBJECT_BUDGET is "${setting}"; set it to a number of people per hour.`)
  if (sqliteLibrary(environment) === 'sqlite3') {
    logger.warn('HUB_SQLITE is sqlite3: the access logs need better-sqlite3, so personal data is withheld')
    return noAudit
  }
  return createAudit({ files: logFiles(environment), keys, budget: Number(setting), logger })
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
  people: null,
}

function unavailable(): HubError {
  return new HubError('LOG_UNAVAILABLE', 'Personal data is withheld: the access log is unavailable.')
}

interface WaitingRequest {
  readonly reading: Reading
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

interface OpenLogs {
  readonly store: LogStore
  readonly budget: Budget
}

export function createAudit({ files, keys, budget: most, logger, now = Date.now }: AuditOptions): Audit {
  const chainKey = keys.secret(auditSecret)
  const subjectKey = keys.secret('audit subject')
  const pseudonymOf = (subject: string) =>
    createHmac('sha256', subjectKey).update(subject).digest().subarray(0, 16).toString('base64url')
  let opened: OpenLogs | undefined
  // Logs that were removed are not created again.
  let wasOpen = false
  let waiting: WaitingRequest[] = []
  let minute = { start: 0, rows: 0, bytes: 0 }

  function open(): OpenLogs {
    if (opened) return opened
    const store = openLogStore(files, chainKey, !wasOpen)
    wasOpen = true
    return (opened = { store, budget: createBudget(store) })
  }

  /** Closes the logs, so that the next request opens them again. */
  function fail(error: unknown): HubError {
    logger.error({ err: error }, 'the access logs are unavailable: personal data is withheld')
    try {
      opened?.store.close()
    } catch {
      // It is unusable anyway.
    }
    opened = undefined
    return unavailable()
  }

  /** A fault of this request only: the logs work. */
  function unstorable(error: unknown): HubError {
    logger.error({ err: error }, 'a request could not be logged: its personal data is withheld')
    return unavailable()
  }

  function decide(reading: Reading, tally: Tally): LogDecision {
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
    const decisions: LogDecision[] = []
    try {
      const { store, budget } = open()
      const errors = store.append(() => {
        const time = now()
        const tally = budget.now(time)
        return batch.map(({ reading }, index) => () => {
          const decision = (decisions[index] = decide(reading, tally))
          return {
            processing: processingRows(decision, time).map(processingValues),
            audit: [auditValues(auditRow(decision, time))],
          }
        })
      })
      for (const [index, request] of batch.entries()) {
        const refusal = decisions[index]?.refusal
        if (errors[index] !== undefined) holdBack(request, unstorable(errors[index]))
        else if (refusal) request.reject(refusal)
        else request.resolve()
      }
    } catch (error) {
      const refusal = fail(error)
      for (const request of batch) holdBack(request, refusal)
    }
  }

  /** Whether a refusal of the public is logged: the first rows and bytes of each minute are. */
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
    record(received) {
      const { operation } = received
      const reading = { ...received, operation: operation === null ? null : nameForLogs(operation) }
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
    people: { ofOperation: mostSubjects, ofHour: most },
  }
}

function holdBack({ reading, resolve, reject }: WaitingRequest, refusal: HubError): void {
  if (reading.fields.length === 0) resolve()
  else reject(refusal)
}

/** A request and, where its protected data is withheld, why. */
interface LogDecision {
  readonly reading: Reading
  readonly pseudonyms: readonly string[]
  readonly refusal: HubError | null
}

function tooMany(subjects: number): HubError {
  const message = `The operation is about ${subjects} people; at most ${mostSubjects} are allowed.`
  return new HubError('TOO_MANY_SUBJECTS', message)
}

function spent(most: number): HubError {
  const message = `You have reached the limit of ${most.toLocaleString('en')} people per hour. Try again later.`
  return new HubError('SUBJECT_BUDGET_EXCEEDED', message)
}

function processingRows(
  { reading, pseudonyms, refusal }: LogDecision,
  end: number,
): readonly ProcessingRow[] {
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

function auditRow({ reading, refusal }: LogDecision, end: number): AuditRow {
  const { traceId, actor, client, activity, operation, fields, domains, refused, subjects, alarms } = reading
  const allowed = refusal ? [] : fields
  return {
    traceId,
    at: new Date(end).toISOString(),
    actor,
    client,
    activity,
    operation,
    decision: allowed.length === 0 ? 'refused' : refused.length === 0 ? 'allowed' : 'partly',
    fields: allowed,
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
