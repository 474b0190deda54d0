/**
 * CSV formats of a subgraph's own, declared by their columns: reading, checking and refusing cells, and writing in one transaction
 * with provenance are here; what the rows mean and how they are stored is the subgraph's.
 */
import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import type { ColumnType } from './column-types.ts'
import type { Database } from '../database/database.ts'
import type { FileRecord, RecordsFile, RecordsFormat, RecordsReport } from './csv-file.ts'
import { insertSource } from '../figures/source.ts'
import { nothingStaged, stage, type Outcome, type Staged } from '../database/staged.ts'
import { refuseOlder } from './refuse-older.ts'
import { ImportRefused } from '../statline/table.ts'

const delivered = { publisher: 'Delivered by municipalities', licence: 'Not stated by the deliverer' }

type Columns = Readonly<Record<string, ColumnType<unknown>>>

/** The values of a row, by column. */
export type Values<Of extends Columns> = {
  readonly [Name in keyof Of]: Of[Name] extends ColumnType<infer Value> ? Value : never
}

/** What is wrong with a row as a whole, or with one of its columns. */
export interface RowProblem {
  readonly column?: string
  readonly problem: string
  readonly remedy: string
}

export interface RecordsDefinition<Of extends Columns> {
  readonly subgraph: string
  readonly database: Database
  /** The name of the format, which its sources carry as their table: `allocations`. */
  readonly name: string
  /** For people: «Allocations of social rental homes». */
  readonly title: string
  /** Who publishes it, and under which licence; municipalities deliver it, without. */
  readonly published?: { readonly publisher: string; readonly licence: string }
  /** The columns of the file; others in it are refused, so a typing error in a header is not a silent loss. */
  readonly columns: Of
  /** Columns whose values together may stand once in a file. */
  readonly key: readonly (keyof Of & string)[]
  /** Whether the subgraph stores this row; others are left to the subgraphs that do. All, without. */
  takes?(row: Values<Of>): boolean
  /** Columns that a file may do without; their cells are then empty. */
  readonly mayLack?: readonly (keyof Of & string)[]
  /** What contradicts itself in a row that is well-formed. */
  check?(row: Values<Of>, header: readonly string[]): RowProblem | null
  /** The table whose rows name their source, and its columns that say what a row is about: `['code', 'period']`. */
  readonly table: string
  readonly about: readonly (keyof Of & string)[]
  /** The year that the source is filed under. */
  periodOf(row: Values<Of>, file: RecordsFile): number
  /** How many rows of the table these become; one each, without. */
  stored?(rows: readonly Values<Of>[]): number
  /** Writes the rows, replacing those of the same key; `refuse` says what contradicts itself between rows. */
  write(
    transaction: Knex.Transaction,
    rows: readonly Values<Of>[],
    sourceId: number,
    refuse: (row: Values<Of>, wrong: RowProblem) => ImportRefused,
    header: readonly string[],
  ): Promise<void>
}

export function recordsFormat<Of extends Columns>(definition: RecordsDefinition<Of>): RecordsFormat {
  const { name, columns } = definition
  const headers = Object.keys(columns)
  return {
    name,
    columns: headers.filter((column) => !definition.mayLack?.includes(column)),
    prepare(file) {
      const unknown = file.header.filter((header) => !headers.includes(header))
      if (unknown.length > 0) {
        throw new ImportRefused(
          file.origin,
          `the column ${unknown.join(', ')} is not of the format ${name}`,
          'Remove or rename it.',
        )
      }
      const rows = new Map<Values<Of>, number>()
      const lines = new Map<string, number>()
      return {
        accept(record) {
          const row = readRow(definition, file, record)
          const key = definition.key.map((column) => String(row[column])).join(' ')
          const earlier = lines.get(key)
          if (earlier !== undefined) {
            const problem = `${definition.key.join(', ')} ${key} stand twice, first on line ${String(earlier)}`
            throw new ImportRefused(file.origin, problem, 'Remove one of them.', { line: record.line })
          }
          lines.set(key, record.line)
          if (definition.takes?.(row) ?? true) rows.set(row, record.line)
        },
        stage: ({ force }) => stageRecords(definition, file, rows, force),
      }
    },
  }
}

function readRow<Of extends Columns>(
  { columns, check }: RecordsDefinition<Of>,
  { origin, header }: RecordsFile,
  { line, values }: FileRecord,
): Values<Of> {
  const row = Object.fromEntries(
    Object.entries(columns).map(([column, type]) => {
      const cell = values[column] ?? ''
      const value = cell === '' ? type.empty : type.read(cell)
      if (value === undefined) {
        const problem = cell === '' ? 'the cell is empty' : `«${cell.slice(0, 40)}» cannot be read`
        throw new ImportRefused(origin, problem, `Expected ${type.expected}.`, { line, column })
      }
      return [column, value]
    }),
  ) as Values<Of>
  const wrong = check?.(row, header)
  if (wrong) throw refusal(origin, line, wrong)
  return row
}

function refusal(origin: string, line: number, { column, problem, remedy }: RowProblem): ImportRefused {
  return new ImportRefused(origin, problem, remedy, column === undefined ? { line } : { line, column })
}

/** Writes rows with the lines they stand on, uncommitted: for a format whose lines become several rows. */
export async function stageRecords<Of extends Columns>(
  definition: RecordsDefinition<Of>,
  file: RecordsFile,
  lines: ReadonlyMap<Values<Of>, number>,
  force: boolean,
): Promise<Staged<RecordsReport>> {
  const { subgraph, database, name, title, published = delivered } = definition
  const rows = [...lines.keys()]
  const report = (outcome: Outcome): RecordsReport => ({ subgraph, format: name, rows: rows.length, outcome })
  if (rows.length === 0) return nothingStaged(report('NOTHING_OF_OURS'))
  const digest = createHash('sha256').update(`${name} ${subgraph} ${file.digest}`).digest('hex')
  return stage(database, async (transaction) => {
    if (await isCurrent(transaction, definition, digest)) return report('UNCHANGED')
    const newest = await newestStored(transaction, definition, rows)
    if (!force)
      refuseOlder(file, `${subgraph} has ${name} for the same ${definition.about.join(' and ')}`, newest)
    const sourceId = await insertSource(transaction, {
      table: name,
      title: `${title} (${file.origin})`,
      ...published,
      retrievedAt: file.retrievedAt,
      datedByFile: file.datedByFile ?? false,
      status: null,
      period: Math.max(...rows.map((row) => definition.periodOf(row, file))),
      synthetic: false,
      digest,
      fields: Object.keys(definition.columns),
      areas: definition.stored?.(rows) ?? rows.length,
    })
    await definition.write(
      transaction,
      rows,
      sourceId,
      (row, wrong) => refusal(file.origin, lines.get(row) ?? 0, wrong),
      file.header,
    )
    return report(newest === null ? 'STORED' : 'REPLACED')
  })
}

/** Whether this very content was stored before and every row of it still stands. */
async function isCurrent<Of extends Columns>(
  transaction: Knex.Transaction,
  { table }: RecordsDefinition<Of>,
  digest: string,
): Promise<boolean> {
  const source = await transaction('source')
    .where({ digest })
    .orderBy('id', 'desc')
    .first<{ id: number; areas: number } | undefined>('id', 'areas')
  if (!source) return false
  const [counted] = await transaction(table)
    .where('source_id', source.id)
    .count<{ count: number | string }[]>({ count: '*' })
  return Number(counted?.count) === source.areas
}

/** When the newest of the stored rows about the same things was retrieved; null where there is none. Synthetic rows do not count. */
async function newestStored<Of extends Columns>(
  transaction: Knex.Transaction,
  { database, table, about }: RecordsDefinition<Of>,
  rows: readonly Values<Of>[],
): Promise<string | null> {
  const [first] = about
  if (first === undefined) return null
  const keyOf = (values: readonly unknown[]) => values.map(String).join(' ')
  const wanted = new Set(rows.map((row) => keyOf(about.map((column) => row[column]))))
  const firsts = [...new Set(rows.map((row) => String(row[first])))]
  const stored = await transaction
    .distinct<Record<string, unknown>[]>(...about.map((column) => `t.${column}`), 's.retrieved_at')
    .from({ t: table })
    .join({ s: 'source' }, 's.id', 't.source_id')
    .where('s.synthetic', false)
    .whereRaw(database.among(`t.${first}`), [database.keys(firsts)] as Knex.RawBinding[])
  const dates = stored
    .filter((row) => wanted.has(keyOf(about.map((column) => row[column]))))
    .map((row) => String(row['retrieved_at']))
  return dates.sort().at(-1) ?? null
}
