/**
 * The file of a domain's records: one row a subject, or several where lists have more than one entry. The record's own columns stand on
 * the subject's first row and are empty or the same on the others; each row adds at most one entry to each list. A file replaces the
 * records of the subjects in it and leaves all others.
 */
import type { Database } from '../database/database.ts'
import type { RecordsFormat } from '../import/csv-file.ts'
import type { Pseudonyms } from './pseudonym.ts'
import { fieldOf, type AnyRecord, type ListShape, type RecordShape } from './record-shape.ts'
import { rewriteInKeyOrder, writeRecords } from './record-store.ts'
import { subjectFile, type SubjectRow } from './subject-file.ts'

interface Collected {
  readonly line: number
  readonly own: Readonly<Record<string, unknown>>
  readonly lists: Readonly<Record<string, AnyRecord[]>>
}

export function recordFormat(
  shape: RecordShape,
  {
    subgraph,
    database,
    pseudonyms,
  }: { readonly subgraph: string; readonly database: Database; readonly pseudonyms: Pseudonyms },
): RecordsFormat {
  const lists = Object.entries(shape.lists)
  return subjectFile({
    subgraph,
    database,
    pseudonyms,
    name: `${subgraph} records`,
    columns: [
      ...Object.keys(shape.columns),
      ...lists.flatMap(([, { entry, columns }]) =>
        Object.keys(columns).map((column) => `${entry}_${column}`),
      ),
    ],
    begin() {
      const collected = new Map<string, Collected>()
      return {
        accept(row) {
          const earlier = collected.get(row.rootId)
          if (earlier) sameAsBefore(shape, row, earlier)
          const subject = earlier ?? firstOf(shape, row)
          if (!earlier) collected.set(row.rootId, subject)
          for (const [name, list] of lists) {
            const entry = readEntry(list, row)
            if (entry) subject.lists[fieldOf(name)]?.push(entry)
          }
        },
        count: () => collected.size,
        async write(transaction) {
          const records = [...collected].map(([rootId, { own, lists: entries }]) => ({
            pseudonym: pseudonyms.pseudonymOf(rootId) ?? '',
            record: { ...own, ...entries },
          }))
          await writeRecords(transaction, database, shape, records, { synthetic: false, conflict: 'replace' })
          await rewriteInKeyOrder(transaction, database, shape.table)
        },
      }
    },
  })
}

function firstOf({ columns, lists }: RecordShape, row: SubjectRow): Collected {
  return {
    line: row.line,
    own: Object.fromEntries(
      Object.entries(columns).map(([column, type]) => [fieldOf(column), row.read(column, type)]),
    ),
    lists: Object.fromEntries(Object.keys(lists).map((name) => [fieldOf(name), []])),
  }
}

function sameAsBefore({ columns }: RecordShape, row: SubjectRow, { line, own }: Collected): void {
  for (const [column, type] of Object.entries(columns)) {
    if (row.isEmpty(column)) continue
    if (JSON.stringify(row.read(column, type)) === JSON.stringify(own[fieldOf(column)])) continue
    throw row.refuse(
      column,
      `it says otherwise than line ${String(line)} of the same person`,
      'Leave it empty, or correct one of them.',
    )
  }
}

/** Null where all cells of the entry are empty. */
function readEntry({ entry, columns }: ListShape, row: SubjectRow): AnyRecord | null {
  const entryColumns = Object.entries(columns).map(
    ([column, type]) => [`${entry}_${column}`, column, type] as const,
  )
  if (entryColumns.every(([header]) => row.isEmpty(header))) return null
  const read = Object.fromEntries(
    entryColumns.map(([header, column, type]) => [fieldOf(column), row.read(header, type)]),
  )
  const { from, to } = read
  if (typeof from === 'string' && typeof to === 'string' && to < from)
    throw row.refuse(`${entry}_to`, 'it ends before it begins', 'Correct one of the dates.')
  return read
}
