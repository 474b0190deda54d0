/**
 * Where figures come from: the record of every import, which rows of figures name, and what `source`, `missing` and
 * `datasets` in the graph are made of. A record is never changed once its import is committed, so it is kept in memory.
 */
import type { Knex } from 'knex'
import type { Database } from './database.ts'
import type { SourceStatus, TableSource } from './statline/table.ts'

/** A record of one import, in the shape of the graph's `Source`. */
export interface Source extends TableSource {
  readonly id: number
  readonly period: number
  readonly synthetic: boolean
  /** The indicators whose columns the imported file had; a null of any other is NOT_PUBLISHED or NOT_IMPORTED. */
  readonly fields: ReadonlySet<string>
}

/** What an import writes of itself. */
export interface SourceRecord extends TableSource {
  readonly period: number
  readonly synthetic: boolean
  readonly digest: string
  readonly fields: readonly string[]
  readonly areas: number
}

interface SourceRow {
  id: number
  table: string
  period: number
  title: string
  publisher: string
  licence: string
  retrieved_at: string
  status: SourceStatus | null
  synthetic: boolean | number
  fields: string
}

/** Reads sources by id, at most one statement a call and none for those already read. */
export interface SourceStore {
  byIds(ids: Iterable<number>): Promise<ReadonlyMap<number, Source>>
}

export function createSourceStore(database: Database): SourceStore {
  const known = new Map<number, Source>()
  return {
    async byIds(ids) {
      const absent = [...new Set(ids)].filter((id) => !known.has(id))
      if (absent.length > 0) {
        const rows = await database.all<SourceRow>(
          `select id, "table", period, title, publisher, licence, retrieved_at, status, synthetic, fields
           from source where ${database.among('id')}`,
          [database.keys(absent)],
        )
        for (const row of rows) known.set(row.id, fromRow(row))
      }
      return known
    },
  }
}

function fromRow(row: SourceRow): Source {
  const { retrieved_at: retrievedAt, fields, synthetic, ...rest } = row
  return {
    ...rest,
    retrievedAt,
    synthetic: Boolean(synthetic),
    fields: new Set(JSON.parse(fields) as string[]),
  }
}

/** Writes the record of an import inside its transaction and gives its id. */
export async function insertSource(transaction: Knex.Transaction, record: SourceRecord): Promise<number> {
  const [row] = await transaction('source')
    .insert({
      table: record.table,
      period: record.period,
      title: record.title,
      publisher: record.publisher,
      licence: record.licence,
      retrieved_at: record.retrievedAt,
      status: record.status,
      synthetic: record.synthetic,
      digest: record.digest,
      fields: JSON.stringify(record.fields),
      areas: record.areas,
    })
    .returning<{ id: number }[]>('id')
  if (!row) throw new Error('The database gave no id for a source')
  return row.id
}
