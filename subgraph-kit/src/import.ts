/**
 * Imports one published table into every subgraph at once: read all rows, write in every database, and commit only when all of it
 * is written. Throws ImportRefused or HubError, and then no database has changed.
 */
import { levelOf, type AreaLevel } from './area-code.ts'
import type { IntakeReport } from './intake.ts'
import { commitAll } from './staged.ts'
import type { PublishedTable } from './statline/table.ts'
import type { RunningSubgraph } from './subgraph.ts'

export interface ImportReport {
  readonly origin: string
  readonly table: string
  readonly period: number
  readonly areas: Readonly<Record<AreaLevel, number>>
  /** Areas that the table lacks and that were made from the codes of those it has. */
  readonly derivedAreas: number
  /** Rows that are no places to live, such as GM0998 «Buitenland». */
  readonly leftOut: number
  readonly domains: readonly IntakeReport[]
  /** Headers that no subgraph declares. */
  readonly unknownColumns: readonly string[]
}

export interface ImportOptions {
  /** Replace newer or fuller figures. */
  readonly force?: boolean
  /** Called with the number of rows read so far. */
  readonly onProgress?: (rows: number) => void
}

/** Codes that CBS uses for «abroad» and «unknown»: no places, so not in the graph. */
const noPlace = /^(GM|WK|BU)099[89]/

export async function importTable(
  subgraphs: readonly RunningSubgraph[],
  table: PublishedTable,
  { force = false, onProgress }: ImportOptions = {},
): Promise<ImportReport> {
  const intakes = subgraphs.map((subgraph) => subgraph.prepareImport(table))
  const areas = { COUNTRY: 0, PROVINCE: 0, MUNICIPALITY: 0, DISTRICT: 0, NEIGHBOURHOOD: 0 }
  let read = 0
  let leftOut = 0
  for await (const row of table.rows()) {
    read += 1
    onProgress?.(read)
    const level = levelOf(row.code)
    if (!level || noPlace.test(row.code)) {
      leftOut += 1
      continue
    }
    areas[level] += 1
    for (const intake of intakes) intake.accept(row)
  }
  const domains = await commitAll(intakes.map((intake) => () => intake.stage({ force })))
  const known = new Set(intakes.flatMap(({ columns }) => [...columns]))
  return {
    origin: table.origin,
    table: table.source.table,
    period: table.period,
    areas,
    derivedAreas: domains.reduce((sum, report) => sum + report.derivedAreas, 0),
    leftOut,
    domains,
    unknownColumns: table.columns.filter((column) => !known.has(column)).map(({ header }) => header),
  }
}
