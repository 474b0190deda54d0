/**
 * What was asked of the graph, by operation, client and day. No variable and no person is stored: the text of an operation must come without
 * literal values. Bounded: in operations, in the length of their texts and in days.
 */
import type { Database } from '@samenhang/subgraph-kit/database'
import { writeBulk } from '@samenhang/subgraph-kit/bulk'
import type { Knex } from 'knex'
import { latencyBuckets } from './latency.ts'
import { numberOf } from './sql-values.ts'

/** An operation that was asked. */
export interface UsedOperation {
  /** SHA-256 of the normalised text, in hexadecimal. */
  readonly hash: string
  readonly name: string
  readonly text: string
  /** The fields, arguments and enum values that it uses, as schema coordinates. */
  readonly coordinates: readonly string[]
}

/** What is counted of an operation, for a client and a day. */
export interface UsageCount {
  readonly operation: string
  /** Empty where the client did not say. */
  readonly client: string
  readonly clientVersion: string
  /** In UTC: `2026-11-29`. */
  readonly day: string
  readonly requests: number
  readonly errors: number
  /** The sum of milliseconds. */
  readonly latencyMs: number
  /** Requests in each of `latencyBuckets`. */
  readonly latencies: readonly number[]
}

export interface UsageBatch {
  /** Those that `counts` are of, at least those that the registry may not know. */
  readonly operations: readonly UsedOperation[]
  readonly counts: readonly UsageCount[]
}

/** Who used something. */
export interface UsageOfCoordinate {
  readonly operation: string
  readonly name: string
  readonly client: string
  readonly clientVersion: string
  readonly requests: number
  readonly lastDay: string
}

/** That a client used a field, argument or enum value, in whatever operations. */
export interface CoordinateInUse {
  readonly coordinate: string
  readonly client: string
  readonly requests: number
  readonly lastDay: string
}

export interface OperationInUse extends Omit<UsedOperation, 'coordinates'> {
  readonly client: string
  readonly clientVersion: string
  readonly requests: number
  readonly lastDay: string
}

export interface Usage {
  /** Adds a batch to what is stored, all or nothing; what goes beyond the bounds is forgotten, the longest unused first. */
  record(batch: UsageBatch): Promise<void>
  /** The counts from `day` on. */
  since(day: string): Promise<readonly UsageCount[]>
  /** Who used a field, argument or enum value from `day` on. */
  ofCoordinate(coordinate: string, day: string): Promise<readonly UsageOfCoordinate[]>
  /**
   * What was used from `day` on, an entry for each client, in the order of coordinates and clients; `count` at most. Where `parts` are given: these and
   * what is in them.
   */
  byCoordinate(count: number, day: string, parts?: readonly string[]): Promise<readonly CoordinateInUse[]>
  /** What was asked from `day` on, an entry for each client and version. */
  operationsSince(day: string): Promise<readonly OperationInUse[]>
  /** The texts of the operations that were asked most from `day` on, the most first. */
  mostUsed(count: number, day: string): Promise<readonly { readonly hash: string; readonly text: string }[]>
}

/** What is stored at most: operations, characters of a text, days back. */
export const usageBounds = { operations: 20_000, text: 50_000, days: 400 }

const key = ['operation', 'client', 'client_version', 'day'] as const
const sums = ['requests', 'errors', 'latency_ms', ...latencyBuckets.map(({ column }) => column)]
const columns = [...key, ...sums]

export function usageIn(database: Database): Usage {
  return {
    record: (batch) => database.transact((transaction) => record(transaction, database, batch)),
    async since(day) {
      const rows = await database.all<Record<string, unknown>>(
        `select ${columns.join(', ')} from used_on where day >= ? order by day, operation`,
        [day],
      )
      return rows.map(countOf)
    },
    ofCoordinate: (coordinate, day) =>
      database
        .all<UsageOfCoordinate>(
          `select o.hash as operation, o.name, u.client, u.client_version as "clientVersion", sum(u.requests) as requests,
             max(u.day) as "lastDay"
           from used_coordinate c join used_operation o on o.hash = c.operation join used_on u on u.operation = o.hash
           where c.coordinate = ? and u.day >= ?
           group by o.hash, o.name, u.client, u.client_version order by u.client, u.client_version, o.name, o.hash`,
          [coordinate, day],
        )
        .then(withNumbers),
    byCoordinate: (count, day, parts) =>
      database
        .all<CoordinateInUse>(
          `select c.coordinate, u.client, sum(u.requests) as requests, max(u.day) as "lastDay"
           from (select operation, client, sum(requests) as requests, max(day) as day from used_on where day >= ?
             group by operation, client) u join used_coordinate c on c.operation = u.operation
           ${parts ? `where ${parts.map(() => inPart).join(' or ')}` : ''}
           group by c.coordinate, u.client order by c.coordinate, u.client limit ?`,
          [day, ...(parts ?? []).flatMap(withinPart), count],
        )
        .then(withNumbers),
    operationsSince: (day) =>
      database
        .all<OperationInUse>(
          `select o.hash, o.name, o.text, u.client, u.client_version as "clientVersion", sum(u.requests) as requests,
             max(u.day) as "lastDay"
           from used_operation o join used_on u on u.operation = o.hash where u.day >= ?
           group by o.hash, o.name, o.text, u.client, u.client_version order by o.name, o.hash, u.client`,
          [day],
        )
        .then(withNumbers),
    mostUsed: (count, day) =>
      database.all(
        `select o.hash, o.text from used_operation o
         join (select operation, sum(requests) as asked from used_on where day >= ? group by operation) u on u.operation = o.hash
         order by u.asked desc, o.hash limit ?`,
        [day, count],
      ),
  }
}

/** Whether a coordinate is a part or in one: `Area`, `Area.housing`, `Area.housing(year:)`. */
const inPart = '(c.coordinate = ? or substr(c.coordinate, 1, ?) in (?, ?))'
const withinPart = (part: string) => [part, part.length + 1, `${part}.`, `${part}(`]

async function record(
  transaction: Knex.Transaction,
  database: Database,
  { operations, counts }: UsageBatch,
): Promise<void> {
  const lastDays = lastDayOf(counts)
  const kept = operations.filter(({ text, hash }) => text.length <= usageBounds.text && lastDays.has(hash))
  const bulk = { dialect: database.dialect, transaction }
  await write(
    bulk,
    'used_operation',
    ['hash', 'name', 'text', 'first_day', 'last_day'],
    ['hash'],
    [
      ...kept.map(({ hash, name, text }) => [
        hash,
        name,
        text,
        lastDays.get(hash) ?? '',
        lastDays.get(hash) ?? '',
      ]),
    ],
  )
  await write(
    bulk,
    'used_coordinate',
    ['coordinate', 'operation'],
    ['coordinate', 'operation'],
    [...kept.flatMap(({ hash, coordinates }) => coordinates.map((one) => [one.slice(0, 500), hash]))],
  )
  const known = new Set(
    await transaction('used_operation')
      .whereRaw(database.among('hash'), [database.keys([...lastDays.keys()])] as Knex.RawBinding[])
      .pluck<string[]>('hash'),
  )
  for (const [hash, day] of lastDays)
    await transaction('used_operation').where({ hash }).where('last_day', '<', day).update({ last_day: day })
  for (const count of counts) if (known.has(count.operation)) await add(transaction, count)
  await forget(transaction, [...lastDays.values()].sort().at(-1))
}

interface BulkTarget {
  readonly transaction: Knex.Transaction
  readonly dialect: Database['dialect']
}

function write(
  { transaction, dialect }: BulkTarget,
  table: string,
  written: readonly string[],
  keyColumns: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  return writeBulk(transaction, dialect, {
    ...{ table, columns: written, key: keyColumns, rows },
    conflict: 'keep',
  })
}

function lastDayOf(counts: readonly UsageCount[]): ReadonlyMap<string, string> {
  const days = new Map<string, string>()
  for (const { operation, day } of counts) if (day > (days.get(operation) ?? '')) days.set(operation, day)
  return days
}

const addSql = `insert into used_on (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})
  on conflict (${key.join(', ')}) do update set ${sums.map((name) => `${name} = used_on.${name} + excluded.${name}`).join(', ')}`

async function add(transaction: Knex.Transaction, count: UsageCount): Promise<void> {
  const { operation, client, clientVersion, day, requests, errors, latencyMs, latencies } = count
  await transaction.raw(addSql, [
    ...[operation, client.slice(0, 200), clientVersion.slice(0, 100), day, requests, errors, latencyMs],
    ...latencyBuckets.map((_bucket, index) => latencies[index] ?? 0),
  ])
}

/** Days that are too long ago, then operations beyond their number. Rows below go with what they are of. */
async function forget(transaction: Knex.Transaction, today: string | undefined): Promise<void> {
  if (today === undefined) return
  const first = new Date(Date.parse(today) - usageBounds.days * 86_400_000).toISOString().slice(0, 10)
  await transaction('used_on').where('day', '<', first).delete()
  const beyond = transaction('used_operation')
    .select('hash')
    .orderBy([{ column: 'last_day', order: 'desc' }, { column: 'hash' }])
    .offset(usageBounds.operations)
    .limit(1_000_000)
  for (const [table, column] of [
    ['used_on', 'operation'],
    ['used_coordinate', 'operation'],
    ['used_operation', 'hash'],
  ] as const) {
    const gone = transaction('used_operation').select('hash').where('last_day', '<', first)
    await transaction(table).whereIn(column, gone).delete()
    await transaction(table).whereIn(column, beyond.clone()).delete()
  }
}

/** Sums are texts on PostgreSQL. */
function withNumbers<Row extends { readonly requests: number }>(rows: readonly Row[]): readonly Row[] {
  return rows.map((row) => ({ ...row, requests: numberOf(row.requests) }))
}

function countOf(row: Record<string, unknown>): UsageCount {
  return {
    operation: String(row['operation']),
    client: String(row['client']),
    clientVersion: String(row['client_version']),
    day: String(row['day']),
    requests: Number(row['requests']),
    errors: Number(row['errors']),
    latencyMs: Number(row['latency_ms']),
    latencies: latencyBuckets.map(({ column }) => Number(row[column])),
  }
}
