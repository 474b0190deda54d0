/**
 * Where figures come from: the record of every import, which rows of figures name, and what `source`, `sources`, `missing` and
 * `datasets` in the graph are made of. A row whose figures came in several files names a record of its parts: which fields are of
 * which import. A record is never changed once its import is committed, so it is kept in memory.
 */
import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import type { Database } from '../database/database.ts'
import { CellReasons } from './cell-reasons.ts'
import type { SourceKind } from '../schema/declared-source.ts'
import type { SourceStatus, TableSource } from '../statline/table.ts'

/** A record of one import, in the shape of the graph's `Source`. */
export interface Source extends TableSource {
  readonly id: number
  readonly period: number
  readonly synthetic: boolean
  readonly datedByFile: boolean
  /** Of the bytes that were imported. */
  readonly digest: string
  readonly kind: SourceKind
  readonly boundaryYear: number | null
  /** The indicators whose columns the imported file had; a null of any other is NOT_PUBLISHED or NOT_IMPORTED. */
  readonly fields: ReadonlySet<string>
  /** What the publisher calls the figures of single indicators; those it says nothing of are absent. */
  readonly statuses: Readonly<Record<string, SourceStatus>>
  /** Why the publisher gives no figure in single cells, where it says so. */
  readonly reasons: CellReasons
  /** Which of the fields are of which import: of one with all fields, or of the parts of a merged record. */
  readonly parts: readonly SourcePart[]
}

/** Fields that one import gave a row. */
export interface SourcePart {
  readonly id: number
  readonly fields: readonly string[]
}

/** What an import writes of itself. */
export interface SourceRecord extends TableSource {
  readonly period: number
  readonly synthetic: boolean
  readonly digest: string
  readonly fields: readonly string[]
  readonly statuses?: Readonly<Record<string, SourceStatus>>
  readonly areas: number
  readonly reasons?: CellReasons
  /** Of a merged record only. */
  readonly parts?: readonly SourcePart[]
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
  dated_by_file: boolean | number
  kind: SourceKind
  boundary_year: number | null
  synthetic: boolean | number
  digest: string
  fields: string
  statuses: string | null
  parts: string | null
  reasons: string | null
}

const columns =
  'id, "table", period, title, publisher, licence, retrieved_at, dated_by_file, status, kind, boundary_year, synthetic, digest, fields, statuses, parts, reasons'

/** Reads sources by id, with the imports that they have parts of: one statement a call, two where there are parts; none for those already read. */
export interface SourceStore {
  byIds(ids: Iterable<number>): Promise<ReadonlyMap<number, Source>>
}

const sourceStores = new WeakMap<Database, SourceStore>()

/** The store of this database: one, so that each record is read once whichever profile names it. */
export function sourceStoreOf(database: Database): SourceStore {
  const store = sourceStores.get(database) ?? newSourceStore(database)
  sourceStores.set(database, store)
  return store
}

function newSourceStore(database: Database): SourceStore {
  const cached = new Map<number, Source>()
  const read = async (ids: Iterable<number>) => {
    const absent = [...new Set(ids)].filter((id) => !cached.has(id))
    if (absent.length === 0) return
    const rows = await database.all<SourceRow>(
      `select ${columns} from source where ${database.among('id')}`,
      [database.keys(absent)],
    )
    for (const row of rows) cached.set(row.id, fromRow(row))
  }
  return {
    async byIds(ids) {
      const wanted = [...ids]
      await read(wanted)
      await read(wanted.flatMap((id) => cached.get(id)?.parts.map((part) => part.id) ?? []))
      return cached
    },
  }
}

function fromRow(row: SourceRow): Source {
  const {
    retrieved_at: retrievedAt,
    dated_by_file: datedByFile,
    boundary_year: boundaryYear,
    fields,
    statuses,
    synthetic,
    parts,
    reasons,
    ...rest
  } = row
  const list = JSON.parse(fields) as string[]
  return {
    ...rest,
    retrievedAt,
    datedByFile: Boolean(datedByFile),
    boundaryYear,
    synthetic: Boolean(synthetic),
    fields: new Set(list),
    statuses: JSON.parse(statuses ?? '{}') as Source['statuses'],
    reasons: new CellReasons(reasons),
    parts: parts === null ? [{ id: row.id, fields: list }] : (JSON.parse(parts) as SourcePart[]),
  }
}

/** Reads sources inside a transaction, with the imports that they have parts of. */
export async function sourcesIn(
  transaction: Knex,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Source>> {
  const read = async (some: readonly number[]) => {
    const rows = await transaction('source').whereIn('id', some).select<SourceRow[]>(transaction.raw(columns))
    return rows.map(fromRow)
  }
  const direct = await read(ids)
  const parts = new Set(direct.flatMap((source) => source.parts.map(({ id }) => id)))
  const others = await read([...parts].filter((id) => !ids.includes(id)))
  return new Map([...direct, ...others].map((source) => [source.id, source]))
}

/**
 * The id of the record that has these parts, written where there is none. It says of itself what the newest of its parts does, so that
 * `source` is an import that the row has figures of.
 */
export async function mergedSource(
  transaction: Knex,
  parts: readonly SourcePart[],
  sourcesById: ReadonlyMap<number, Source>,
): Promise<number> {
  const ordered = parts
    .map(({ id, fields }) => ({ id, fields: fields.toSorted() }))
    .toSorted((a, b) => a.id - b.id)
  const digest = `parts ${createHash('sha256').update(JSON.stringify(ordered)).digest('hex')}`
  const present = await transaction('source').where({ digest }).first<{ id: number } | undefined>('id')
  if (present) return present.id
  const sources = ordered.flatMap(({ id }) => sourcesById.get(id) ?? [])
  const [newest] = sources.toSorted((a, b) => compare(b.retrievedAt, a.retrievedAt) || b.id - a.id)
  if (!newest || sources.length < ordered.length) throw new Error('A part of a source is unknown')
  const reasons = new CellReasons()
  for (const { id, fields } of ordered) {
    const part = sourcesById.get(id)
    if (part) reasons.addFrom(part.reasons, fields)
  }
  return insertSource(transaction, {
    ...newest,
    digest,
    fields: ordered.flatMap(({ fields }) => fields),
    statuses: Object.fromEntries(
      ordered.flatMap(({ id, fields }) =>
        Object.entries(sourcesById.get(id)?.statuses ?? {}).filter(([field]) => fields.includes(field)),
      ),
    ),
    areas: 0,
    reasons,
    parts: ordered,
  })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Writes the record of an import inside its transaction and gives its id. */
export async function insertSource(transaction: Knex, record: SourceRecord): Promise<number> {
  const [row] = await transaction('source')
    .insert({
      table: record.table,
      period: record.period,
      title: record.title,
      publisher: record.publisher,
      licence: record.licence,
      retrieved_at: record.retrievedAt,
      dated_by_file: record.datedByFile ?? false,
      status: record.status,
      kind: record.kind ?? 'OBSERVED',
      boundary_year: record.boundaryYear ?? null,
      synthetic: record.synthetic,
      digest: record.digest,
      fields: JSON.stringify(record.fields),
      ...(record.statuses && { statuses: JSON.stringify(record.statuses) }),
      areas: record.areas,
      parts: record.parts ? JSON.stringify(record.parts) : null,
      reasons: record.reasons?.toText() ?? null,
    })
    .returning<{ id: number }[]>('id')
  if (!row) throw new Error('The database gave no id for a source')
  return row.id
}
