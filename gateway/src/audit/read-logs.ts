/** Reading the logs: whose data was read and when, and who asked for what. The newest comes first. */
import { auditLog, columnsOf } from './logs.ts'
import type { LogStore } from './log-store.ts'

/** Data of one subject was read. It names neither the reader nor its row number, which would reveal how often others were read. */
export interface AccessRecord {
  /** Tells it apart, and nothing else. */
  readonly key: string
  readonly at: string
  readonly activity: string | null
  readonly domains: readonly string[]
}

export interface AuditRecord {
  readonly seq: number
  readonly at: string
  readonly traceId: string
  readonly actor: string | null
  readonly client: string | null
  readonly activity: string | null
  readonly operation: string | null
  readonly decision: string
  readonly fields: readonly string[]
  readonly refused: readonly string[]
  readonly domains: readonly string[]
  readonly subjects: number
  readonly alarms: readonly string[]
}

/** Those before the one of the key `before`, none where it is none of this subject, or all: one more than `first` where there are more. */
export function accessesOf(
  store: LogStore,
  pseudonym: string,
  first: number,
  before: string | null,
): readonly AccessRecord[] {
  const rows = store.all<Record<'key' | 'at' | 'domains', string> & { activity: string | null }>(
    `select p.span_id as key, p.end_time as at, p."dpl.core.processing_activity_id" as activity,
       (select domains from audit a where a.trace_id = p.trace_id) as domains
     from processing p where p."dpl.core.data_subject_id" = ? and p.seq < ? order by p.seq desc limit ?`,
    pseudonym,
    before === null ? Number.MAX_SAFE_INTEGER : placeOf(store, pseudonym, before),
    first + 1,
  )
  return rows.map((row) => ({ ...row, domains: listIn(row.domains) }))
}

function placeOf(store: LogStore, pseudonym: string, key: string): number {
  const [row] = store.all<{ seq: number }>(
    'select seq from processing where "dpl.core.data_subject_id" = ? and span_id = ?',
    pseudonym,
    key,
  )
  return row?.seq ?? 0
}

/** Those before `before`, or all: one more than `first` where there are more. */

export function auditEntries(store: LogStore, first: number, before: number | null): readonly AuditRecord[] {
  const rows = store.all<Record<string, string | null> & { seq: number; subjects: number }>(
    `select seq, ${columnsOf(auditLog)} from audit where seq < ? order by seq desc limit ?`,
    before ?? Number.MAX_SAFE_INTEGER,
    first + 1,
  )
  return rows.map((row) => ({
    seq: row.seq,
    at: row['at'] ?? '',
    traceId: row['trace_id'] ?? '',
    actor: row['actor'] ?? null,
    client: row['client'] ?? null,
    activity: row['processing_activity_id'] ?? null,
    operation: row['operation'] ?? null,
    decision: row['decision'] ?? '',
    fields: listIn(row['fields']),
    refused: listIn(row['refused']),
    domains: listIn(row['domains']),
    subjects: row.subjects,
    alarms: listIn(row['alarms']),
  }))
}

function listIn(text: string | null | undefined): readonly string[] {
  return text ? (JSON.parse(text) as string[]) : []
}
