/**
 * The two logs as tables. The processing log has a record for each person whose data was read, after the
 * Dutch standard Logboek Dataverwerkingen; its columns have the names of that standard, and it does not name
 * the caller. The audit log has a record for each request, with its caller. A trace id joins them. Triggers
 * refuse changes; the chains reveal changes made around the triggers.
 */
import type { Values } from './chain.ts'

export interface Log {
  readonly name: 'processing' | 'audit'
  /** In the order in which they are digested. */
  readonly columns: readonly string[]
}

/** One subject whose data were read in one request. */
export interface ProcessingRow {
  readonly traceId: string
  readonly spanId: string
  readonly status: 'OK'
  readonly name: string
  readonly startTime: string
  readonly endTime: string
  readonly activity: string | null
  readonly subject: string
}

/** `partly`: some of what was asked. */
export type Decision = 'allowed' | 'partly' | 'refused'

/** One request for what is protected. Lists are stored as JSON. */
export interface AuditRow {
  readonly traceId: string
  readonly at: string
  readonly actor: string | null
  readonly client: string | null
  readonly activity: string | null
  readonly operation: string | null
  readonly decision: Decision
  /** The protected fields that were read, as coordinates. */
  readonly fields: readonly string[]
  /** The protected fields that were asked and not given. */
  readonly refused: readonly string[]
  readonly domains: readonly string[]
  readonly subjects: number
  readonly alarms: readonly string[]
}

export const processingLog: Log = {
  name: 'processing',
  columns: [
    'trace_id',
    'span_id',
    'status',
    'name',
    'start_time',
    'end_time',
    'dpl.core.processing_activity_id',
    'dpl.core.data_subject_id',
  ],
}

export const auditLog: Log = {
  name: 'audit',
  columns: [
    'trace_id',
    'at',
    'actor',
    'client',
    'processing_activity_id',
    'operation',
    'decision',
    'fields',
    'refused',
    'domains',
    'subjects',
    'alarms',
  ],
}

export const logs = [processingLog, auditLog] as const

export function processingValues(row: ProcessingRow): Values {
  const { traceId, spanId, status, name, startTime, endTime, activity, subject } = row
  return [traceId, spanId, status, name, startTime, endTime, activity, subject]
}

export function auditValues(row: AuditRow): Values {
  const { traceId, at, actor, client, activity, operation, decision } = row
  const lists = [row.fields, row.refused, row.domains].map((list) => JSON.stringify(list))
  return [
    traceId,
    at,
    actor,
    client,
    activity,
    operation,
    decision,
    ...lists,
    row.subjects,
    JSON.stringify(row.alarms),
  ]
}

/** Each column in quotes, as the names of the standard need. */
export function columnsOf({ columns }: Log): string {
  return columns.map((column) => `"${column}"`).join(', ')
}

/** What makes the tables where they are not there yet. */
export function tablesSql(): string {
  const tables = logs.map((log) => {
    const columns = log.columns.map((column) => `"${column}" ${column === 'subjects' ? 'integer' : 'text'}`)
    return `
      create table if not exists ${log.name} (seq integer primary key, ${columns.join(', ')}, mac text not null) strict;
      create trigger if not exists ${log.name}_keeps_rows before delete on ${log.name}
        begin select raise(abort, 'the log keeps every row'); end;
      create trigger if not exists ${log.name}_keeps_values before update on ${log.name}
        begin select raise(abort, 'the log keeps every row as it was'); end;`
  })
  return `${tables.join('\n')}
    create index if not exists processing_subject on processing ("dpl.core.data_subject_id", seq);
    create index if not exists processing_end on processing (end_time);
    create index if not exists audit_trace on audit (trace_id);`
}
