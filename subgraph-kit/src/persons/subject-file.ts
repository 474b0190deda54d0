/**
 * CSV files about subjects: the citizen service number in the first column, `bsn`. It is checked, turned into the root id and dropped:
 * it is not stored, and no refusal shows it or any other cell; line and column say where to look. What the rows mean is the format's.
 */
import type { Knex } from 'knex'
import type { ColumnType } from '../import/column-types.ts'
import type { Database } from '../database/database.ts'
import type { FileRecord, RecordsFile, RecordsFormat, RecordsReport } from '../import/csv-file.ts'
import { refuseOlder } from '../import/refuse-older.ts'
import { stage, type Outcome } from '../database/staged.ts'
import { ImportRefused } from '../statline/table.ts'
import { citizenServiceNumber } from '../identifiers/citizen-service-number.ts'
import { syntheticPrefix, type Pseudonyms } from './pseudonym.ts'

/** One row of such a file. */
export interface SubjectRow {
  readonly rootId: string
  readonly line: number
  /** What the cell of a column says, by its type. Throws ImportRefused. */
  read<Value>(column: string, type: ColumnType<Value>): Value
  isEmpty(column: string): boolean
  refuse(column: string, problem: string, remedy: string): ImportRefused
}

export interface SubjectFileDefinition {
  readonly subgraph: string
  readonly database: Database
  readonly pseudonyms: Pseudonyms
  /** The name of the format: `housing records`. */
  readonly name: string
  /** All columns but the first. */
  readonly columns: readonly string[]
  /** Begins to take one file. */
  begin(): {
    accept(row: SubjectRow): void
    /** How many subjects were accepted. */
    count(): number
    write(transaction: Knex.Transaction): Promise<void>
  }
}

const numberColumn = 'bsn'

export function subjectFile(definition: SubjectFileDefinition): RecordsFormat {
  const { name, columns, pseudonyms } = definition
  const all = [numberColumn, ...columns]
  return {
    name,
    columns: all,
    prepare(file) {
      checkHeader(file, name, all)
      const subjects = definition.begin()
      return {
        accept(record) {
          const number = readCell(file, record, numberColumn, citizenServiceNumber)
          if (!pseudonyms.mayKeep(number)) throw notSynthetic(file.origin, record.line)
          subjects.accept({
            rootId: pseudonyms.rootOf(number),
            line: record.line,
            read: (column, type) => readCell(file, record, column, type),
            isEmpty: (column) => (record.values[column] ?? '') === '',
            refuse: (column, problem, remedy) =>
              new ImportRefused(file.origin, problem, remedy, { line: record.line, column }),
          })
        },
        stage: ({ force }) => stageSubjects(definition, file, subjects, force),
      }
    },
  }
}

function notSynthetic(origin: string, line: number): ImportRefused {
  return new ImportRefused(
    origin,
    'the number is not that of a synthetic person (900000000 or more), and this hub is in demo mode',
    'Import real people with HUB_MODE=production only, where every safeguard is on.',
    { line, column: numberColumn },
  )
}

/** Whether a file about real people was ever taken here: one imported where people are not synthetic only. */
export async function hasRealDeliveries(database: Database): Promise<boolean> {
  const rows = await database.all(
    `select 1 as one from record_delivery where digest not like '${syntheticPrefix}%' limit 1`,
  )
  return rows.length > 0
}

function checkHeader({ origin, header }: RecordsFile, name: string, columns: readonly string[]): void {
  if (header[0] !== numberColumn) {
    throw new ImportRefused(origin, `the first column of ${name} must be ${numberColumn}`, 'Put it first.')
  }
  const unknown = header.filter((column, at) => !columns.includes(column) || header.indexOf(column) < at)
  if (unknown.length > 0) {
    const problem = `the column ${unknown.join(', ')} is not of the format ${name}, or stands twice`
    throw new ImportRefused(origin, problem, 'Remove or rename it.')
  }
}

function readCell<Value>(
  { origin }: RecordsFile,
  { line, values }: FileRecord,
  column: string,
  type: ColumnType<Value>,
): Value {
  const cell = values[column] ?? ''
  const value = cell === '' ? type.empty : type.read(cell)
  if (value !== undefined) return value
  const problem = cell === '' ? 'the cell is empty' : 'the cell cannot be read'
  throw new ImportRefused(origin, problem, `Expected ${type.expected}.`, { line, column })
}

async function stageSubjects(
  { subgraph, database, pseudonyms, name }: SubjectFileDefinition,
  file: RecordsFile,
  { count, write }: ReturnType<SubjectFileDefinition['begin']>,
  force: boolean,
) {
  const report = (outcome: Outcome): RecordsReport => ({
    subgraph,
    format: name,
    rows: count(),
    outcome,
    subjects: true,
  })
  const digest = pseudonyms.digestOf(`${name} ${file.digest}`)
  // The day is enough to tell older from newer; the moment would be the same in every database.
  const retrievedOn = file.retrievedAt.slice(0, 10)
  return stage(database, async (transaction) => {
    const before = await transaction('record_delivery')
      .where({ format: name })
      .first<{ digest: string; retrieved_on: string } | undefined>('digest', 'retrieved_on')
    if (before?.digest === digest) return report('UNCHANGED')
    if (!force)
      refuseOlder({ ...file, retrievedAt: retrievedOn }, `${subgraph} has ${name}`, before?.retrieved_on)
    await write(transaction)
    await transaction('record_delivery')
      .insert({ format: name, digest, retrieved_on: retrievedOn })
      .onConflict('format')
      .merge()
    return report(before ? 'REPLACED' : 'STORED')
  })
}
