/**
 * housing-projects.csv and how projects are stored: each with the areas it lies in, so that one index serves every level. A project
 * stays until a file or seed with its id replaces it: one that is given up is listed as STOPPED. A municipality that has none says so by a
 * row of phase NONE.
 */
import type { Knex } from 'knex'
import { writeBulk } from '@samenhang/subgraph-kit/bulk'
import {
  areaCode,
  count,
  day,
  listOf,
  oneOf,
  oneOfRenamed,
  optional,
  quarter,
  text,
  yesOrNo,
} from '@samenhang/subgraph-kit/column-types'
import type { Database } from '@samenhang/subgraph-kit/database'
import { recordsFormat, type RowProblem, type Values } from '@samenhang/subgraph-kit/records-intake'
import type { RecordsFormat } from '@samenhang/subgraph-kit/records-file'
import { areasAround } from './areas-around.ts'
import { contradictionInNone, noProjects, writeNoProjects } from './no-projects.ts'
import type { HousingProjectKind, HousingProjectPhase } from './generated/resolver-types.ts'
import { bitsOf, focusGroups, formerGroups } from './recipients.ts'

export const projectKinds = [
  'SOCIAL_RENT',
  'FLEX',
  'CLUSTERED_FOR_OLDER_PEOPLE',
  'CONVERSION',
  'PITCH',
  'STUDENT_HOUSING',
  'LABOUR_MIGRANT_HOUSING',
  'HOUSING_FIRST',
  'SHELTERED_HOUSING',
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
  for_groups: listOf(oneOfRenamed(focusGroups, formerGroups)),
  kind: optional(oneOf(...projectKinds)),
  homes: count,
  support_arranged: yesOrNo,
  support_by: optional(text),
  phase: oneOf(...projectPhases, noProjects),
  objections: count,
  views: optional(count),
  formal_objections: optional(count),
  appeals: optional(count),
  objections_since: optional(day),
  planned_delivery: optional(quarter),
  delivered: optional(quarter),
}

type ProjectLine = Values<typeof columns>

/** A project; a row of phase NONE is none. */
export type ImportedProject = ProjectLine & {
  readonly kind: HousingProjectKind
  readonly phase: HousingProjectPhase
}

function isProject(row: ProjectLine): row is ImportedProject {
  return row.phase !== noProjects
}

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
    mayLack: ['views', 'formal_objections', 'appeals', 'objections_since'],
    check: contradiction,
    stored: (rows) => rows.filter(isProject).length,
    async write(transaction, rows, sourceId, refuse) {
      const projects = rows.filter(isProject)
      const within = new Set(projects.flatMap(({ code }) => areasAround(code)))
      const none = rows.filter((row) => !isProject(row))
      const wrong = none.find(({ code }) => within.has(code))
      if (wrong) {
        throw refuse(wrong, {
          column: 'phase',
          problem: `${wrong.code} has no projects by this row, yet the file has some of it`,
          remedy: 'Remove this row or the projects.',
        })
      }
      await writeProjects(transaction, database, projects, sourceId)
      await writeNoProjects(
        transaction,
        database,
        none.map(({ code }) => code),
        sourceId,
      )
    },
  })
}

/** What a project cannot be. */
export function contradiction(row: ProjectLine): RowProblem | null {
  if (row.phase === noProjects) return contradictionInNone(row)
  const { phase, delivered, objections, support_arranged, support_by } = row
  if (row.kind === null)
    return {
      column: 'kind',
      problem: 'the cell is empty',
      remedy: `Expected one of ${projectKinds.join(', ')}.`,
    }
  const lodged = (row.views ?? 0) + (row.formal_objections ?? 0) + (row.appeals ?? 0)
  const all = row.views !== null && row.formal_objections !== null && row.appeals !== null
  if (lodged > objections || (all && lodged !== objections)) {
    const problem = `${String(objections)} objections, but ${String(lodged)} in the columns that divide them`
    return { column: 'objections', problem, remedy: 'Correct the one or the other.' }
  }
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
  if (row.objections_since !== null && objections === 0) {
    const problem = `objections are open since ${row.objections_since}, yet there are none`
    return { column: 'objections_since', problem, remedy: 'Give their number or leave the day out.' }
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
  rows: readonly ImportedProject[],
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
      row.views,
      row.formal_objections,
      row.appeals,
      row.objections_since,
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
