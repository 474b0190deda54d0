/**
 * Reads asked columns of the records of subjects by root id: one statement, by primary key, whatever the number of subjects. Where only the
 * caller's own may be read, one who is not is read by the same statement as one who does not exist, and is as absent.
 */
import type { Database } from '../database.ts'
import { soon, type Soon } from '../soon.ts'
import type { Pseudonyms } from './pseudonym.ts'
import { fieldOf, type AnyRecord, type RecordShape } from './record-shape.ts'

/** Who asks: an id, and where to tell that more was asked than may be had. */
export interface Asker {
  readonly actor: string | null
  /** The domains that the one who asks must have consent for (Access.needsConsent). */
  readonly needsConsent?: readonly string[]
  alarm(code: string): void
}

/** The record of each root id, in their order; null where there is none. */
export type RecordRead = (rootIds: readonly string[], asker: Asker) => Soon<readonly (AnyRecord | null)[]>

export interface SubjectReader {
  /** The records that it reads. */
  readonly shape: RecordShape
  has(property: string): boolean
  /** Whether it leaves this asker to graphql-js, since more must be checked than it does. */
  declines(asker: Asker): boolean
  /** Reads these properties, each of which it must have. */
  reader(properties: readonly string[]): RecordRead
}

export interface SubjectReaderOptions {
  /** The property that has the root id; none by default. */
  readonly id?: string
  /** Properties beside those of the shape, as SQL over its table. */
  readonly more?: Readonly<Record<string, string>>
  /** SQL, 1 where a record is one of the actor's, who is its only parameter; and the alarm where one is not. */
  readonly own?: { readonly sql: string; readonly alarm: string }
}

type Cell = (value: unknown) => unknown

export function createSubjectReader(
  database: Database,
  pseudonyms: Pick<Pseudonyms, 'pseudonymOf'>,
  shape: RecordShape,
  { id, more = {}, own }: SubjectReaderOptions = {},
): SubjectReader {
  const columns = columnsOf(shape, more)
  return {
    shape,
    has: (property) => property === id || columns.has(property),
    // Where it is checked whose records these are, consent is too, and by more than a condition on the row.
    declines: ({ needsConsent = [] }) => own !== undefined && needsConsent.length > 0,
    reader(properties) {
      const read = properties.flatMap((property) => {
        const column = columns.get(property)
        return column ? [{ property, ...column }] : []
      })
      const selected = [...read.map(({ sql }) => sql), ...(own ? [own.sql] : [])]
      const listed = selected.map((sql, index) => `, ${sql} as c${String(index)}`).join('')
      const start = `select ${shape.table}.subject as k${listed} from ${shape.table} where`
      const one = `${start} ${shape.table}.subject = ?`
      const many = `${start} ${database.among(`${shape.table}.subject`)}`
      const recordOf = (row: readonly unknown[], rootId: string): AnyRecord => {
        const record: Record<string, unknown> = id === undefined ? {} : { [id]: rootId }
        for (let place = 0; place < read.length; place += 1) {
          const column = read[place]
          const value = row[place + 1] ?? null
          if (column) record[column.property] = value === null ? null : column.cell(value)
        }
        return record
      }
      return (rootIds, asker) => {
        const named = rootIds.map((rootId) => pseudonyms.pseudonymOf(rootId))
        const asked = [...new Set(named)].filter((pseudonym) => pseudonym !== null)
        const keys = asked.length === 1 ? asked[0] : database.keys(asked)
        const parameters = own ? [asker.actor ?? '', keys] : [keys]
        return soon(database.values(asked.length === 1 ? one : many, parameters), (rows) => {
          const found = new Map<unknown, readonly unknown[]>()
          for (const row of rows)
            if (!own || row.at(-1) === 1) found.set(row[0], row)
            else asker.alarm(own.alarm)
          return named.map((pseudonym, index) => {
            const row = pseudonym === null ? undefined : found.get(pseudonym)
            return row ? recordOf(row, rootIds[index] ?? '') : null
          })
        })
      }
    },
  }
}

const asItIs: Cell = (value) => value
const boolean: Cell = (value) => value === 1
const list: Cell = (value) => JSON.parse(String(value)) as unknown

function columnsOf(
  { table, columns, lists }: RecordShape,
  more: Readonly<Record<string, string>>,
): ReadonlyMap<string, { readonly sql: string; readonly cell: Cell }> {
  const cells = { boolean, list } as const
  return new Map([
    ...Object.entries(columns).map(
      ([column, { kept }]) =>
        [fieldOf(column), { sql: `${table}.${column}`, cell: kept ? cells[kept] : asItIs }] as const,
    ),
    ...Object.keys(lists).map(
      (column) => [fieldOf(column), { sql: `${table}.${column}`, cell: list }] as const,
    ),
    ...Object.entries(more).map(([property, sql]) => [property, { sql, cell: asItIs }] as const),
  ])
}
