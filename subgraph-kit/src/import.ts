/**
 * Imports one published table into every subgraph at once: read all rows, write in every database, and commit only when all of it
 * is written. Throws ImportRefused or HubError, and then no database has changed.
 */
import { levelOf, type AreaLevel } from './area-code.ts'
import type { Intake, IntakeReport } from './intake.ts'
import { FiguresLost } from './revision.ts'
import { commitAll, settled, type Staged } from './staged.ts'
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
  /** What should be known though the table was taken: sentences. */
  readonly warnings: readonly string[]
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
  const domains = await stageAll(intakes, force)
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
    warnings: table.warnings ?? [],
  }
}

/** Commits all or none. Figures that would become missing are counted in every subgraph before the table is refused for them. */
function stageAll(intakes: readonly Intake[], force: boolean): Promise<readonly IntakeReport[]> {
  const losses: FiguresLost[] = []
  const stages = intakes.map((intake, index) => async (): Promise<Staged<IntakeReport>> => {
    const stage = await intake.stage({ force }).catch((error: unknown) => {
      if (!(error instanceof FiguresLost)) throw error
      losses.push(error)
      return settled<IntakeReport>({
        name: '',
        figures: 0,
        missing: 0,
        outcome: 'NOTHING_OF_OURS',
        derivedAreas: 0,
      })
    })
    const [first, ...others] = losses
    if (first && index === intakes.length - 1) {
      await stage.rollback()
      throw first.with(others)
    }
    return stage
  })
  return commitAll(stages)
}
