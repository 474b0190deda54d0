/**
 * The rows ALL of a file of focus groups: households of all groups together, each counted once, by area and year. Stored protected, and
 * only where they tell nothing of a group that is withheld: overlap.ts has the rule, the group counts' format all other rows.
 */
import type { Knex } from 'knex'
import { levelOf } from '@samenhang/subgraph-kit/area-code'
import { areaCode, count, oneOfRenamed, optional, text, year } from '@samenhang/subgraph-kit/column-types'
import type { Database } from '@samenhang/subgraph-kit/database'
import { groupBy } from '@samenhang/subgraph-kit/loader'
import { recordsFormat, type RowProblem, type Values } from '@samenhang/subgraph-kit/records-intake'
import type { RecordsFormat } from '@samenhang/subgraph-kit/records-file'
import { focusGroups as countedGroups } from './focus-groups.ts'
import { isAdrift, protectOverlaps, storedOverlaps, writeOverlaps, type GroupHouseholds } from './overlap.ts'
import { focusGroups, formerGroups } from './recipients.ts'

const together = 'ALL'

const columns = {
  period: year,
  code: areaCode(),
  group: oneOfRenamed([...focusGroups, together], formerGroups),
  households: optional(count),
  province: optional(areaCode('PROVINCE')),
}

type Row = Values<typeof columns>

export function overlapFormat(database: Database): RecordsFormat {
  const { columns: recognisedBy } = countedGroups.format(database)
  return {
    name: 'focus-group overlap',
    columns: recognisedBy,
    prepare(file) {
      // Every group's households, whichever domain counts it: what the rule compares with.
      const households: GroupHouseholds = new Map()
      const others = file.header.filter((column) => !(column in columns))
      const intake = recordsFormat({
        subgraph: 'housing',
        database,
        name: 'focus-group-overlap',
        title: 'Distinct households over all focus groups',
        columns: { ...columns, ...Object.fromEntries(others.map((column) => [column, optional(text)])) },
        mayLack: ['province'],
        key: ['period', 'code', 'group'],
        takes: (row) => row['group'] === together,
        check: (row) => checkRow(row, others),
        table: 'focus_group_overlap',
        about: ['code', 'period'],
        periodOf: (row) => Number(row['period']),
        async write(transaction, rows, sourceId, refuse) {
          for (const [period, ofYear] of groupBy(rows as readonly Row[], (row) => row.period))
            await writeYear(transaction, database, { period, sourceId, households }, ofYear, refuse as never)
        },
      }).prepare(file)
      return {
        accept(record) {
          const { period, code, group = '', households: counted } = record.values
          if (group !== together && counted !== undefined && /^\d+$/.test(counted)) {
            const key = `${String(code)} ${String(period)}`
            households.set(key, [...(households.get(key) ?? []), Number(counted)])
          }
          intake.accept(record)
        },
        stage: (options) => intake.stage(options),
      }
    },
  }
}

/** A row of all groups has households and nothing else: other counts of all together would give away those of one group. */
function checkRow(row: Readonly<Record<string, unknown>>, others: readonly string[]): RowProblem | null {
  if (row['group'] !== together) return null
  if (row['households'] === null)
    return {
      column: 'households',
      problem: 'the cell is empty',
      remedy: 'Give the number of distinct households.',
    }
  const filled = others.find((column) => row[column] !== null && row[column] !== '0')
  if (filled === undefined) return null
  const problem = `a row of group ${together} counts households once, and nothing else`
  return { column: filled, problem, remedy: 'Leave the cell empty.' }
}

async function writeYear(
  transaction: Knex.Transaction,
  database: Database,
  about: { readonly period: number; readonly sourceId: number; readonly households: GroupHouseholds },
  rows: readonly Row[],
  refuse: (row: Row, wrong: RowProblem) => Error,
): Promise<void> {
  const { period, sourceId, households } = about
  const stored = await storedOverlaps(transaction, period, new Set(rows.map(({ code }) => code)))
  const given = rows.map(({ code, province, households: distinct }) => ({
    code,
    province,
    distinct: distinct ?? 0,
    groups: households.get(`${code} ${String(period)}`) ?? [],
  }))
  const tooMany = given.find(
    ({ distinct, groups }) =>
      groups.length === focusGroups.length && distinct > groups.reduce((sum, one) => sum + one, 0),
  )
  const blamed = rows.find(({ code }) => code === tooMany?.code)
  if (tooMany && blamed) {
    throw refuse(blamed, {
      column: 'households',
      problem: `${String(tooMany.distinct)} distinct households, more than all groups of ${tooMany.code} together`,
      remedy: 'Count each household once.',
    })
  }
  const adrift =
    rows.find(({ code, province }) => levelOf(code) === 'MUNICIPALITY' && province === null) ?? rows[0]
  if (adrift && isAdrift([...given, ...stored])) {
    throw refuse(adrift, {
      column: 'province',
      problem:
        'nothing says which province a municipality lies in, so small counts could follow from those of the provinces',
      remedy: 'Fill the column province for every municipality, or leave the provinces out.',
    })
  }
  const { protectedRows, wrong } = protectOverlaps(given, stored)
  const wrongRow = wrong && rows.find(({ code }) => code === wrong.code)
  if (wrong && wrongRow)
    throw refuse(wrongRow, { column: 'households', problem: wrong.problem, remedy: wrong.remedy })
  await writeOverlaps(transaction, database, protectedRows, { period, sourceId, conflict: 'replace' })
}
