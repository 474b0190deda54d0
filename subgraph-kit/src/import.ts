/**
 * Imports one published table into every subgraph at once: one pass over its rows, written batch by batch in a transaction of every
 * database, and committed only when all of it is written. Throws ImportRefused or HubError, and then no database has changed.
 */
import { levelOf, type AreaLevel } from './identifiers/area-code.ts'
import type { TableImport, TableImportReport, OpenTableImport } from './import/table-import.ts'
import { FiguresLost } from './import/check-revisions.ts'
import { commitAll, type Staged } from './database/staged.ts'
import type { PublishedTable, TableRow } from './statline/table.ts'
import type { RunningSubgraph } from './subgraph.ts'

export interface ImportReport {
  readonly origin: string
  readonly table: string
  /** The year, of several the newest. */
  readonly period: number
  /** All its years, oldest first. */
  readonly periods: readonly number[]
  /** How many areas of each level, whatever the number of years. */
  readonly areas: Readonly<Record<AreaLevel, number>>
  /** Areas that the table lacks and that were made from the codes of those it has. */
  readonly derivedAreas: number
  /** Rows that are no places to live, such as GM0998 «Buitenland». */
  readonly leftOut: number
  readonly domains: readonly TableImportReport[]
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

/** What is held of a table at once. */
const rowsPerBatch = 500

/** Codes that CBS uses for «abroad» and «unknown»: no places, so not in the graph. */
const notInhabited = /^(GM|WK|BU)099[89]/

export async function importTable(
  subgraphs: readonly RunningSubgraph[],
  table: PublishedTable,
  { force = false, onProgress }: ImportOptions = {},
): Promise<ImportReport> {
  const imports = subgraphs.map((subgraph) => subgraph.prepareImport(table))
  const areas = { COUNTRY: 0, PROVINCE: 0, MUNICIPALITY: 0, DISTRICT: 0, NEIGHBOURHOOD: 0 }
  const years = new Set<number>()
  const codes = new Set<string>()
  let read = 0
  let leftOut = 0
  async function* inhabitedRows(): AsyncGenerator<TableRow> {
    for await (const row of table.rows()) {
      read += 1
      onProgress?.(read)
      const level = levelOf(row.code)
      if (level && !notInhabited.test(row.code)) {
        years.add((table.ofYear && row.period) ?? table.period)
        if (!codes.has(row.code)) areas[level] += 1
        codes.add(row.code)
        yield row
      } else leftOut += 1
    }
  }
  const domains = await writeInAll(imports, inhabitedRows(), force)
  const declaredHeaders = new Set(imports.flatMap(({ columns }) => [...columns].map(({ header }) => header)))
  const periods = [...years].sort((a, b) => a - b)
  return {
    origin: table.origin,
    table: table.source.table,
    period: periods.at(-1) ?? table.period,
    periods,
    areas,
    derivedAreas: domains.reduce((sum, report) => sum + report.derivedAreas, 0),
    leftOut,
    domains,
    unknownColumns: table.columns
      .filter(({ header, cellsOf = 'figure' }) => cellsOf === 'figure' && !declaredHeaders.has(header))
      .map(({ header }) => header),
    warnings: [...(table.warnings ?? []), ...(table.notes?.() ?? [])],
  }
}

/** Where one database or one row fails, every transaction is rolled back. */
async function writeInAll(
  imports: readonly TableImport[],
  rows: AsyncIterable<TableRow>,
  force: boolean,
): Promise<readonly TableImportReport[]> {
  const open: OpenTableImport[] = []
  try {
    for (const tableImport of imports) open.push(await tableImport.begin({ force }))
    for await (const batch of inBatches(rows)) {
      for (const tableImport of open) await tableImport.write(batch)
    }
    const finished = await finishAll(open)
    return await commitAll(finished.map((stage) => () => Promise.resolve(stage)))
  } catch (error) {
    for (const tableImport of open) await tableImport.rollback()
    throw error
  }
}

/** Figures that would become missing are counted in every subgraph before the table is refused for them. */
async function finishAll(open: readonly OpenTableImport[]): Promise<readonly Staged<TableImportReport>[]> {
  const finished: Staged<TableImportReport>[] = []
  const losses: FiguresLost[] = []
  for (const tableImport of open) {
    try {
      finished.push(await tableImport.finish())
    } catch (error) {
      if (!(error instanceof FiguresLost)) throw error
      losses.push(error)
    }
  }
  const [first, ...others] = losses
  if (first) throw first.with(others)
  return finished
}

async function* inBatches(rows: AsyncIterable<TableRow>): AsyncGenerator<readonly TableRow[]> {
  let batch: TableRow[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < rowsPerBatch) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
