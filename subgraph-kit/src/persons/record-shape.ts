/**
 * What a domain keeps of a subject, declared once: the columns of the record and the lists in it. The file, the table, the loaders and
 * the synthetic records all follow from it. A list is a column of the table, as JSON, so a record is read in one statement.
 */
import type { ColumnType } from '../import/column-types.ts'

export type Columns = Readonly<Record<string, ColumnType<unknown>>>

/** A list in a record. In a file each row has at most one entry, in columns `<entry>_<column>`. */
export interface ListShape {
  readonly entry: string
  readonly columns: Columns
  /** The column that entries are sorted by, and which come first. */
  readonly order: readonly [column: string, first: 'newest' | 'oldest']
}

export interface RecordShape<
  Own extends Columns = Columns,
  Lists extends Readonly<Record<string, ListShape>> = Readonly<Record<string, ListShape>>,
> {
  readonly table: string
  /** In snake case; fields of the record are the same in camel case. */
  readonly columns: Own
  readonly lists: Lists
}

type Camel<Name> = Name extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name

/** The values of columns, by field. */
type Fields<Of extends Columns> = {
  readonly [Name in keyof Of as Camel<Name>]: Of[Name] extends ColumnType<infer Value> ? Value : never
}

/** A record of this shape, as seeds give it and resolvers get it. */
export type RecordOf<Shape> =
  Shape extends RecordShape<infer Own, infer Lists>
    ? Fields<Own> & {
        readonly [Name in keyof Lists as Camel<Name>]: readonly Fields<Lists[Name]['columns']>[]
      }
    : never

/** Any record: what the table's columns hold, by field. */
export type AnyRecord = Readonly<Record<string, unknown>>

export function recordShape<Own extends Columns, Lists extends Readonly<Record<string, ListShape>>>(
  shape: RecordShape<Own, Lists>,
): RecordShape<Own, Lists> {
  return shape
}

/** `registered_since` is the field `registeredSince`. */
export function fieldOf(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** The entries of a list in its order. */
export function sortedEntries(
  { order: [column, first] }: ListShape,
  entries: readonly AnyRecord[],
): readonly AnyRecord[] {
  const field = fieldOf(column)
  const sign = first === 'newest' ? -1 : 1
  const key = (entry: AnyRecord) => String(entry[field] ?? '')
  return [...entries].sort((a, b) => (key(a) === key(b) ? 0 : sign * (key(a) < key(b) ? -1 : 1)))
}
