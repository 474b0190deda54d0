/**
 * housing-projects.csv and how projects are stored: each with the areas it lies in, so that one index serves every level. A project
 * stays until a file or seed with its id replaces it: one that is given up is listed as STOPPED.
 */
import type { Knex } from 'knex'
import { writeBulk } from '@samenhang/subgraph-kit/bulk'
import {
  areaCode,
  count,
  listOf,
  oneOf,
  optional,
  quarter,
  text,
  yesOrNo,
} from '@samenhang/subgraph-kit/column-types'
import type { Database } from '@samenhang/subgraph-kit/database'
import { recordsFormat, type RowProblem, type Values } from '@samenhang/subgraph-kit/records-intake'
import type { RecordsFormat } from '@samenhang/subgraph-kit/records-file'
import { areasAround } from './areas-around.ts'
import type { HousingProjectKind, HousingProjectPhase } from './generated/resolver-types.ts'
import { bitsOf, focusGroups } from './recipients.ts'

export const projectKinds = [
  'SOCIAL_RENT',
  'FLEX',
  'CLUSTERED_FOR_OLDER_PEOPLE',
  'CONVERSION',
] as const satisfies readonly HousingProjectKind[]

export const projectPhases = [
  'PLANNED',
  'OBJECTIONS',
  'PERMITTED',
  'UNDER_CONSTRUCTION',
  'DELIVERED',
  'STOPPED',
] as const satisfies readonly HousingProjectPhase[]

const columns = {
  id: text,
  name: text,
  code: areaCode('MUNICIPALITY', 'DISTRICT', 'NEIGHBOURHOOD'),
  for_groups: listOf(oneOf(...focusGroups)),
  kind: oneOf(...projectKinds),
  homes: count,
  support_arranged: yesOrNo,
  support_by: optional(text),
  phase: oneOf(...projectPhases),
  objections: count,
  planned_delivery: optional(quarter),
  delivered: optional(quarter),
}

export type GivenProject = Values<typeof columns>

export function projectsFormat(database: Database): RecordsFormat {
  return recordsFormat({
    subgraph: 'housing',
    database,
    name: 'housing-projects',
    title: 'Housing projects for focus groups',
    columns,
    key: ['id'],
    table: 'housing_project',
    about: ['id'],
    periodOf: (_, file) => file.period ?? Number(file.retrievedAt.slice(0, 4)),
    check: contradiction,
    write: (transaction, rows, sourceId) => writeProjects(transaction, database, rows, sourceId),
  })
}

/** What a project cannot be. */
export function contradiction(row: GivenProject): RowProblem | null {
  const { phase, delivered, objections, support_arranged, support_by } = row
  if (row.homes === 0)
    return { column: 'homes', problem: 'a project of no homes', remedy: 'Give the number of homes.' }
  if (phase !== 'DELIVERED' && delivered !== null) {
    const problem = `delivered in ${delivered}, yet the phase is ${phase}`
    return { column: 'delivered', problem, remedy: 'Make the phase DELIVERED or leave the quarter out.' }
  }
  if (phase === 'DELIVERED' && delivered === null) {
    const problem = 'the phase is DELIVERED, yet there is no quarter in which that was'
    return { column: 'delivered', problem, remedy: 'Give the quarter, such as 2024-Q2.' }
  }
  if (phase === 'OBJECTIONS' && objections === 0) {
    const problem = 'the phase is OBJECTIONS, yet there are none'
    return { column: 'objections', problem, remedy: 'Give their number or another phase.' }
  }
  if (!support_arranged && support_by !== null) {
    const problem = `support by ${support_by}, yet none is arranged`
    return {
      column: 'support_by',
      problem,
      remedy: 'Write yes under support_arranged or leave the name out.',
    }
  }
  return null
}

/** Writes projects, replacing those of the same id and the areas they lay in. */
export async function writeProjects(
  transaction: Knex.Transaction,
  database: Database,
  rows: readonly GivenProject[],
  sourceId: number,
): Promise<void> {
  await transaction('housing_project_area')
    .whereRaw(database.among('project_id'), [database.keys(rows.map(({ id }) => id))] as Knex.RawBinding[])
    .delete()
  await writeBulk(transaction, database.dialect, {
    table: 'housing_project',
    columns: ['id', 'source_id', ...Object.keys(columns).slice(1)],
    key: ['id'],
    conflict: 'replace',
    rows: rows.map((row) => [
      row.id,
      sourceId,
      row.name,
      row.code,
      bitsOf(row.for_groups),
      row.kind,
      row.homes,
      row.support_arranged ? 1 : 0,
      row.support_by,
      row.phase,
      row.objections,
      row.planned_delivery,
      row.delivered,
    ]),
  })
  await writeBulk(transaction, database.dialect, {
    table: 'housing_project_area',
    columns: ['area_code', 'project_id'],
    key: ['area_code', 'project_id'],
    conflict: 'keep',
    rows: rows.flatMap(({ id, code }) => areasAround(code).map((area) => [area, id])),
  })
}
