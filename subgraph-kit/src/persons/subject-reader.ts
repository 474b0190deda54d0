/**
 * Reads asked columns of the records of subjects by root id: one statement, by primary key, whatever the number of subjects. Where only the
 * caller's own may be read, one who is not is read by the same statement as one who does not exist, and is as absent.
 */
import type { Database } from '../database/database.ts'
import { andThen, type PromiseOrValue } from '../async/promise-or-value.ts'
import type { Pseudonyms } from './pseudonym.ts'
import { fieldOf, type AnyRecord, type RecordShape } from './record-shape.ts'

/** Who asks: an id, and where to tell that more was asked than may be had. */
export interface Asker {
  readonly actor: string | null
  readonly purpose?: string | null
  /** The domains that the one who asks must have consent for (Access.needsConsent). */
  readonly needsConsent?: readonly string[]
  alarm(code: string): void
}

/** The record of each root id, in their order, null where there is none; null as a whole where consent is missing, which graphql-js tells. */
export type RecordRead = (
  rootIds: readonly string[],
  asker: Asker,
) => PromiseOrValue<readonly (AnyRecord | null)[] | null>

export interface SubjectReader {
  /** The records that it reads. */
  readonly shape: RecordShape
  has(property: string): boolean
  /** Reads these properties, each of which it must have. */
  reader(properties: readonly string[]): RecordRead
}

export interface SubjectReaderOptions {
  /** The property that has the root id; none by default. */
  readonly id?: string
  /** Properties beside those of the shape, as SQL over its table. */
  readonly more?: Readonly<Record<string, string>>
  /** Whose records these are. */
  readonly own?: OwnRecords
}

export interface OwnRecords {
  /** SQL, 1 where a record is one of the actor's, who is its only parameter. */
  readonly sql: string
  /** What is told where one is not. */
  readonly alarm: string
  /** SQL of how many of the domains that the asker needs consent for have it, and its parameters. */
  readonly consents: { readonly sql: string; parameters(asker: Asker): readonly unknown[] }
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
    reader(properties) {
      const read = properties.flatMap((property) => {
        const column = columns.get(property)
        return column ? [{ property, ...column }] : []
      })
      const selectOf = (checks: readonly string[]) => {
        const selected = [...read.map(({ sql }) => sql), ...checks]
        const listed = selected.map((sql, index) => `, ${sql} as c${String(index)}`).join('')
        const start = `select ${shape.table}.subject as k${listed} from ${shape.table} where`
        return {
          one: `${start} ${shape.table}.subject = ?`,
          many: `${start} ${database.among(`${shape.table}.subject`)}`,
        }
      }
      const unconditional = selectOf(own ? [own.sql] : [])
      const withConsents = own ? selectOf([own.consents.sql, own.sql]) : unconditional
      const recordOf = (row: readonly unknown[], rootId: string): AnyRecord => {
        const record: Record<string, unknown> = id === undefined ? {} : { [id]: rootId }
        for (let index = 0; index < read.length; index += 1) {
          const column = read[index]
          const value = row[index + 1] ?? null
          if (column) record[column.property] = value === null ? null : column.cell(value)
        }
        return record
      }
      return (rootIds, asker) => {
        const stored = rootIds.map((rootId) => pseudonyms.pseudonymOf(rootId))
        const distinctPseudonyms = [...new Set(stored)].filter((pseudonym) => pseudonym !== null)
        const keys =
          distinctPseudonyms.length === 1 ? distinctPseudonyms[0] : database.keys(distinctPseudonyms)
        const needed = own ? (asker.needsConsent ?? []).length : 0
        const parameters = [
          ...(own && needed > 0 ? own.consents.parameters(asker) : []),
          ...(own ? [asker.actor ?? ''] : []),
          keys,
        ]
        const sql = needed > 0 ? withConsents : unconditional
        return andThen(
          database.values(distinctPseudonyms.length === 1 ? sql.one : sql.many, parameters),
          (rows) => {
            const rowsByPseudonym = new Map<unknown, readonly unknown[]>()
            const isOthers = (row: readonly unknown[]) => own !== undefined && row.at(-1) !== 1
            if (needed > 0 && rows.some((row) => !isOthers(row) && Number(row.at(-2)) < needed)) return null
            for (const row of rows) {
              if (!isOthers(row)) rowsByPseudonym.set(row[0], row)
              else if (own) asker.alarm(own.alarm)
            }
            return stored.map((pseudonym, index) => {
              const row = pseudonym === null ? undefined : rowsByPseudonym.get(pseudonym)
              return row ? recordOf(row, rootIds[index] ?? '') : null
            })
          },
        )
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
      ([column, { storedAs }]) =>
        [fieldOf(column), { sql: `${table}.${column}`, cell: storedAs ? cells[storedAs] : asItIs }] as const,
    ),
    ...Object.keys(lists).map(
      (column) => [fieldOf(column), { sql: `${table}.${column}`, cell: list }] as const,
    ),
    ...Object.entries(more).map(([property, sql]) => [property, { sql, cell: asItIs }] as const),
  ])
}
