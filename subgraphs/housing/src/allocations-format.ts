/**
 * allocations.csv: social rental homes let by year, area and focus group. Counts arrive exact and are protected together with what
 * is stored of the same year: a file that cannot be is refused. How they are stored is allocations.ts's.
 */
import type { Knex } from 'knex'
import { areaCode, count, oneOfRenamed, optional, year } from '@samenhang/subgraph-kit/column-types'
import type { Database } from '@samenhang/subgraph-kit/database'
import { groupBy } from '@samenhang/subgraph-kit/loader'
import { recordsFormat, type RowProblem, type Values } from '@samenhang/subgraph-kit/records-intake'
import type { RecordsFormat } from '@samenhang/subgraph-kit/records-file'
import {
  homesOf,
  without,
  protectAllocations,
  storedAllocations,
  writeAllocations,
  type AllocationArea,
  type Homes,
} from './allocations.ts'
import { areasAround } from './areas-around.ts'
import { focusGroups, formerGroups, recipients } from './recipients.ts'

const columns = {
  period: year,
  code: areaCode('COUNTRY', 'MUNICIPALITY', 'DISTRICT', 'NEIGHBOURHOOD'),
  group: optional(oneOfRenamed(focusGroups, formerGroups)),
  homes: count,
}

type AllocationLine = Values<typeof columns>
type Refuse = (row: AllocationLine, wrong: RowProblem) => Error

export function allocationsFormat(database: Database): RecordsFormat {
  return recordsFormat({
    subgraph: 'housing',
    database,
    name: 'allocations',
    title: 'Social rental homes let, by focus group',
    columns,
    key: ['code', 'period', 'group'],
    table: 'allocation',
    about: ['code', 'period'],
    periodOf: ({ period }) => period,
    stored: (rows) => new Set(rows.map(({ code, period }) => `${code} ${String(period)}`)).size,
    async write(transaction, rows, sourceId, refuse) {
      for (const [period, ofYear] of groupBy(rows, (row) => row.period)) {
        const homes = await protectYear(transaction, period, ofYear, refuse)
        await writeAllocations(transaction, database, homes, { period, sourceId, conflict: 'replace' })
      }
    },
  })
}

/** The protected homes of one year, by code. Throws what `refuse` makes where they contradict each other or cannot be protected. */
async function protectYear(
  transaction: Knex.Transaction,
  period: number,
  rows: readonly AllocationLine[],
  refuse: Refuse,
): Promise<(readonly [string, AllocationArea['counts']])[]> {
  const linesByCode = groupBy(rows, ({ code }) => code)
  // A file that names nobody with urgency is of the time before they were a group: they are among the others, so how many is not known.
  const namesUrgent = rows.some(({ group }) => group === 'URGENT')
  const countsOf = (homes: Homes) => (namesUrgent ? homes : without('URGENT', homes))
  const stored = await storedAllocations(transaction, period, new Set(linesByCode.keys()))
  const codes = [...linesByCode.keys(), ...stored.keys()]
  const indexByCode = new Map(codes.map((code, at) => [code, at]))
  const parentOf = (code: string) =>
    areasAround(code)
      .slice(1)
      .flatMap((around) => indexByCode.get(around) ?? [])
      .at(0) ?? -1
  const { counts, contradictions, exposed } = protectAllocations([
    ...[...linesByCode].map(([code, ofArea]) => ({
      parent: parentOf(code),
      counts: countsOf(homesOf(new Map(ofArea.map(({ group, homes }) => [group ?? 'NONE', homes])))),
    })),
    ...[...stored].map(([code, homes]) => ({ parent: parentOf(code), counts: homes, stored: true })),
  ])
  const [wrong] = contradictions
  if (wrong) {
    const ofArea = linesByCode.get(codes[wrong.row] ?? '') ?? []
    const recipient = wrong.column === 0 ? null : recipients[wrong.column - 1]
    const row = ofArea.find(({ group }) => (group ?? 'NONE') === recipient) ?? ofArea[0] ?? rows[0]
    if (row) {
      throw refuse(row, {
        column: 'homes',
        problem: `${row.code} has ${String(wrong.total)} homes for ${recipient ?? 'all'} in ${String(period)}, the areas within it together ${String(wrong.parts)}`,
        remedy: 'Correct one of them.',
      })
    }
  }
  const [exposedLine] = exposed.flatMap((at) => linesByCode.get(codes[at] ?? '')?.[0] ?? [])
  if (exposedLine) {
    throw refuse(exposedLine, {
      column: 'code',
      problem: `with what is stored of ${String(period)} for the areas around ${exposedLine.code}, fewer than 10 homes would follow by subtraction`,
      remedy: 'Give this area in one file with the areas around it.',
    })
  }
  return [...linesByCode.keys()].map((code, at) => [code, counts[at] ?? []] as const)
}
