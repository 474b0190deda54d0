/**
 * The CSV format of counts by group: exact counts in, protected counts stored. One file holds every group; each subgraph takes
 * the rows of its own. What is stored already of the same year and group counts along, so that no two files together leak.
 */
import type { Knex } from 'knex'
import { countryOf } from '../identifiers/area-code.ts'
import { writeBulk } from '../database/bulk.ts'
import {
  areaCode,
  count,
  decimal,
  oneOfRenamed,
  optional,
  year,
  type ColumnType,
} from '../import/column-types.ts'
import type { Database } from '../database/database.ts'
import type { Count } from '../disclosure/count-table.ts'
import { allGroupsTogether, countColumns, noColumn, type GroupCountsShape } from './shape.ts'
import { sqlName } from '../figures/indicator.ts'
import { groupBy } from '../figures/profile-loader.ts'
import { protectEntries, province, type CountsRow, type Entry, type Refuse } from './protect-entries.ts'
import { storedRow } from './stored-row.ts'
import { checkTogether, isOfAllGroups, type TogetherRow, type WriteTogether } from './together.ts'
import type { RecordsFormat } from '../import/csv-file.ts'
import { recordsFormat, type RowProblem } from '../import/csv-format.ts'

export function groupCountsFormat(
  database: Database,
  name: string,
  shape: GroupCountsShape,
  writeTogether?: WriteTogether,
): RecordsFormat {
  const plain = formatOf(database, name, shape)
  if (!writeTogether) return plain
  return {
    ...plain,
    prepare(file) {
      const groups = new Map<string, number[]>()
      const total = sqlName(shape.total)
      return formatOf(database, name, shape, {
        note({ period, code, group, [total]: count = null }) {
          if (group === allGroupsTogether || count === null) return
          const key = `${String(period)} ${String(code)}`
          groups.set(key, [...(groups.get(key) ?? []), Number(count)])
        },
        async write(transaction, rows, sourceId, refuse) {
          const rowsOfAll: readonly TogetherRow[] = rows.map((row) => ({
            period: Number(row['period']),
            code: String(row['code']),
            province: typeof row[province] === 'string' ? row[province] : null,
            count: Number(row[total]),
            groups: groups.get(`${String(row['period'])} ${String(row['code'])}`) ?? [],
          }))
          await writeTogether(transaction, database, rowsOfAll, sourceId, (row, wrong) =>
            refuse(rows[rowsOfAll.indexOf(row)] ?? {}, wrong),
          )
        },
      }).prepare(file)
    },
  }
}

/** What is done with rows of all groups together: each row of any group is noted, and theirs are written. */
interface Together {
  note(row: CountsRow): void
  write(
    transaction: Knex.Transaction,
    rows: readonly CountsRow[],
    sourceId: number,
    refuse: Refuse,
  ): Promise<void>
}

function formatOf(
  database: Database,
  name: string,
  shape: GroupCountsShape,
  together?: Together,
): RecordsFormat {
  const countedColumns = countColumns(shape)
  const columns: Record<string, ColumnType<unknown>> = {
    period: year,
    code: areaCode(),
    group: oneOfRenamed([...shape.allGroups, allGroupsTogether], shape.formerGroups),
    ...Object.fromEntries(shape.counts.map((field) => [sqlName(field), optional(count)])),
    [sqlName(shape.typical)]: optional(decimal),
    ...Object.fromEntries(shape.kinds.map((kind) => [kind.toLowerCase(), optional(count)])),
    [province]: optional(areaCode('PROVINCE')),
  }
  const needed = ['period', 'code', 'group', sqlName(shape.total), sqlName(shape.typical)]
  return recordsFormat({
    subgraph: name,
    database,
    name: shape.format,
    title: shape.format.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase()),
    columns,
    key: ['period', 'code', 'group'],
    takes(row) {
      together?.note(row as CountsRow)
      return (
        shape.groups.includes(String(row['group'])) ||
        (together !== undefined && isOfAllGroups(row as CountsRow))
      )
    },
    stored: (rows) => rows.filter((row) => !isOfAllGroups(row as CountsRow)).length,
    // Only what every file of this format has ever had: columns came, and more may.
    mayLack: Object.keys(columns).filter((column) => !needed.includes(column)),
    check: (row, header) => checkRow(shape, row as CountsRow, header),
    table: shape.table,
    about: ['code', 'period'],
    periodOf: (row) => Number(row['period']),
    async write(transaction, rows, sourceId, refuse, header) {
      const ofAll = (rows as readonly CountsRow[]).filter(isOfAllGroups)
      if (ofAll.length > 0) await together?.write(transaction, ofAll, sourceId, refuse)
      const parts = groupBy(
        (rows as readonly CountsRow[]).filter((row) => !isOfAllGroups(row)),
        (row) => `${String(row['period'])} ${String(row['group'])}`,
      )
      for (const part of parts.values()) {
        const [first] = part
        if (!first) continue
        const stored = await readStored(transaction, shape, first, part)
        const replaced = new Set(part.map(({ code }) => String(code)))
        const entries = [
          ...part.map((row) => entryOf(row, countedColumns, stored, header)),
          ...[...stored.values()].filter(({ code }) => !replaced.has(code)),
        ]
        const counts = protectEntries(shape, entries, refuse)
        await writeRows(transaction, database, shape, sourceId, entries, counts)
      }
    },
  })
}

/** The kinds add up to the total where all are there, and to no more where some are not. */
function checkRow(shape: GroupCountsShape, row: CountsRow, header: readonly string[]): RowProblem | null {
  if (isOfAllGroups(row)) return checkTogether(shape, row)
  const { total, kinds: allKinds } = shape
  const kinds = allKinds.filter((kind) => header.includes(kind.toLowerCase()))
  if (kinds.length === 0) return null
  const column = sqlName(total)
  const totalCount = row[column]
  if (totalCount === null || totalCount === undefined) return null
  const parts = kinds.map((kind) => row[kind.toLowerCase()] ?? null)
  const sum = parts.reduce<number>((added, part) => added + Number(part ?? 0), 0)
  if (sum === totalCount || (sum < Number(totalCount) && parts.includes(null))) return null
  return {
    column,
    problem: `${String(totalCount)} ${column}, but ${String(sum)} in the columns that divide them`,
    remedy: 'Correct the one or the other.',
  }
}

/** The stored rows of the same year, group and country. Synthetic ones are about nobody, so they need no protection. */
async function readStored(
  transaction: Knex.Transaction,
  shape: GroupCountsShape,
  { period, group }: CountsRow,
  rows: readonly CountsRow[],
): Promise<ReadonlyMap<string, Entry>> {
  const columns = countColumns(shape)
  const countries = new Set(rows.map(({ code }) => countryOf(String(code))))
  const stored = await transaction
    .from({ c: shape.table })
    .join({ s: 'source' }, 's.id', 'c.source_id')
    .where({ 'c.period': period, 'c.group_name': group, 's.synthetic': false })
    .select<Record<string, string | number | null>[]>(
      ...['code', 'part_of', 'absent', ...columns].map((column) => `c.${column}`),
    )
  const entries = new Map<string, Entry>()
  for (const row of stored) {
    const code = String(row['code'])
    if (!countries.has(countryOf(code))) continue
    const absent = new Set(String(row['absent'] ?? '').split(' '))
    entries.set(code, {
      code,
      province: row['part_of'] === null ? null : String(row['part_of']),
      counts: columns.map((column) => {
        const value = row[column] ?? null
        if (value !== null) return Number(value)
        if (absent.has(noColumn(column))) return 'NO_COLUMN'
        return absent.has(column) ? null : 'WITHHELD'
      }),
      row: null,
      before: null,
    })
  }
  return entries
}

function entryOf(
  row: CountsRow,
  columns: readonly string[],
  stored: ReadonlyMap<string, Entry>,
  header: readonly string[],
): Entry {
  const code = String(row['code'])
  return {
    code,
    province: typeof row[province] === 'string' ? row[province] : (stored.get(code)?.province ?? null),
    counts: columns.map((column) => {
      if (!header.includes(column)) return 'NO_COLUMN'
      const value = row[column] ?? null
      return value === null ? null : Number(value)
    }),
    row,
    before: stored.get(code)?.counts ?? null,
  }
}

async function writeRows(
  transaction: Knex.Transaction,
  database: Database,
  shape: GroupCountsShape,
  sourceId: number,
  entries: readonly Entry[],
  counts: readonly (readonly Count[])[],
): Promise<void> {
  const columns = countColumns(shape)
  const typical = sqlName(shape.typical)
  await writeBulk(transaction, database.dialect, {
    table: shape.table,
    columns: ['code', 'group_name', 'period', 'source_id', 'part_of', 'absent', typical, ...columns],
    key: ['code', 'group_name', 'period'],
    conflict: 'replace',
    rows: entries.flatMap(({ code, province: of, row }, at) =>
      row
        ? [
            storedRow(
              shape,
              [code, String(row['group']), Number(row['period']), sourceId, of],
              row[typical],
              counts[at] ?? [],
            ),
          ]
        : [],
    ),
  })
}
