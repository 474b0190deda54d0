/** grants.csv and how grants are stored: money to municipalities is no count of people, so it is kept exactly. */
import type { Knex } from 'knex'
import { writeBulk } from '@samenhang/subgraph-kit/bulk'
import { areaCode, count, optional, text, year } from '@samenhang/subgraph-kit/column-types'
import type { Database } from '@samenhang/subgraph-kit/database'
import { recordsFormat, type Values } from '@samenhang/subgraph-kit/records-intake'
import type { RecordsFormat } from '@samenhang/subgraph-kit/records-file'

const columns = {
  scheme: text,
  year,
  code: areaCode('MUNICIPALITY'),
  euro: count,
  homes_to_accelerate: optional(count),
  homes_delivered: optional(count),
}

export type GrantLine = Values<typeof columns>

export function grantsFormat(database: Database): RecordsFormat {
  return recordsFormat({
    subgraph: 'housing',
    database,
    name: 'grants',
    title: 'Grants to municipalities for housing focus groups',
    columns,
    key: ['scheme', 'year', 'code'],
    table: 'municipal_grant',
    about: ['code', 'year', 'scheme'],
    periodOf: (row) => row.year,
    check: ({ homes_to_accelerate: promised, homes_delivered: delivered }) =>
      promised !== null && delivered !== null && delivered > promised
        ? {
            column: 'homes_delivered',
            problem: `${String(delivered)} of ${String(promised)} homes delivered`,
            remedy: 'Count only homes that the grant was to accelerate.',
          }
        : null,
    write: (transaction, rows, sourceId) => writeGrants(transaction, database, rows, sourceId, 'replace'),
  })
}

export async function writeGrants(
  transaction: Knex.Transaction,
  { dialect }: Database,
  rows: readonly GrantLine[],
  sourceId: number,
  conflict: 'replace' | 'keep',
): Promise<void> {
  await writeBulk(transaction, dialect, {
    table: 'municipal_grant',
    columns: ['code', 'year', 'scheme', 'source_id', 'euro', 'homes_to_accelerate', 'homes_delivered'],
    key: ['code', 'year', 'scheme'],
    conflict,
    rows: rows.map((row) => [
      row.code,
      row.year,
      row.scheme,
      sourceId,
      row.euro,
      row.homes_to_accelerate,
      row.homes_delivered,
    ]),
  })
}
