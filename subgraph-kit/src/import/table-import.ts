/**
 * One subgraph's side of an import: match the table's columns to the declared indicators, then write its rows as they come, batch by batch,
 * in one transaction that the importer commits. What may become of stored rows is revision.ts's to say, and is known after the last row.
 */
import type { Knex } from 'knex'
import { writeBulk } from '../database/bulk.ts'
import type { Database } from '../database/database.ts'
import { readFigure, UnreadableCell, type Figure } from '../figures/figure.ts'
import type { Indicator, Profile } from '../figures/indicator.ts'
import { digestOf, lackingOf, matchColumns, statusesOf, type Plan } from './column-match.ts'
import { checkRevisions } from './check-revisions.ts'
import {
  isRefused,
  openRevision,
  compareRows,
  assignSources,
  type Arrival,
  type WrittenRows,
  type RevisionOutcome,
} from './revision.ts'
import { insertSource, type Source, type SourceRecord } from '../figures/source.ts'
import { nothingStaged, staged, type Outcome, type Staged } from '../database/staged.ts'
import { ImportRefused, type TableColumn, type PublishedTable, type TableRow } from '../statline/table.ts'

/** What one subgraph did with a table. */
export interface TableImportReport {
  readonly name: string
  readonly figures: number
  readonly missing: number
  readonly outcome: Outcome
  /** Areas made from codes, because the table did not have them. */
  readonly derivedAreas: number
  /** The indicators that the source publishes for this year and this table does not have. */
  readonly lacking: readonly string[]
}

export interface TableImport {
  /** The columns that this subgraph takes. */
  readonly columns: ReadonlySet<TableColumn>
  /** Opens a transaction for the rows that follow. Throws HubError where the database cannot. */
  begin(options: { readonly force: boolean }): Promise<OpenTableImport>
}

/** An import that is under way in one database. Whoever began it ends it, by `finish` or by `rollback`. */
export interface OpenTableImport {
  /**
   * Reads some rows, holds them against what is stored of them, and writes them. Throws ImportRefused with line and column where a
   * cell cannot be read.
   */
  write(rows: readonly TableRow[]): Promise<void>
  /**
   * Writes what follows from all rows; what is written stands uncommitted. Throws ImportRefused where stored figures are newer or
   * fuller, FiguresLost where some would become missing.
   */
  finish(): Promise<Staged<TableImportReport>>
  rollback(): Promise<void>
}

/** What a subgraph stores of a table beside its figures: base-registry's areas. */
export interface ImportExtension {
  /** Writes some rows inside the transaction. */
  write(transaction: Knex.Transaction, rows: readonly TableRow[]): Promise<void>
  /** Writes what follows from all of them, and gives the number of areas that were made from codes. */
  finish(transaction: Knex.Transaction): Promise<number>
}

export function createTableImport(
  name: string,
  database: Database,
  profiles: readonly Profile[],
  table: PublishedTable,
  extension?: ImportExtension,
): TableImport {
  const plans = profiles
    .map((profile): Plan => ({ profile, matches: matchColumns(profile, table) }))
    .filter(({ matches }) => matches.length > 0)
  const lacking = lackingOf(profiles, plans, table)
  return {
    columns: new Set(plans.flatMap(({ matches }) => matches.map(({ column }) => column))),
    async begin({ force }) {
      if (plans.length === 0 && !extension) return nothingToImport(name, lacking)
      const transaction = await database.begin(table.period)
      try {
        const options = { name, database, transaction, plans, lacking, table, force }
        return await openTable({ ...options, ...(extension && { extension }) })
      } catch (error) {
        await transaction.rollback().catch(() => undefined)
        throw database.translate(error)
      }
    },
  }
}

function nothingToImport(name: string, lacking: readonly string[]): OpenTableImport {
  const resolved = () => Promise.resolve()
  const report = {
    name,
    figures: 0,
    missing: 0,
    outcome: 'NOTHING_OF_OURS',
    derivedAreas: 0,
    lacking,
  } as const
  return { write: resolved, finish: () => Promise.resolve(nothingStaged(report)), rollback: resolved }
}

interface OpenOptions {
  readonly name: string
  readonly database: Database
  readonly transaction: Knex.Transaction
  readonly plans: readonly Plan[]
  readonly lacking: readonly string[]
  readonly table: PublishedTable
  readonly force: boolean
  readonly extension?: ImportExtension
}

async function openTable(options: OpenOptions): Promise<OpenTableImport> {
  const { name, database, transaction, plans, lacking, table, force, extension } = options
  const tally = { figures: 0, missing: 0 }
  const arrival = await arrive(options)
  const { own } = arrival
  const revisions = plans.map((plan) => ({
    plan,
    revision: openRevision(
      plan.profile,
      plan.matches.map(({ indicator }) => indicator),
    ),
  }))
  let areas = 0
  return {
    async write(rows) {
      try {
        areas += rows.length
        for (const { plan, revision } of revisions) {
          const figures = figuresOf(plan, table, rows, own.id, tally)
          const written = await compareRows(transaction, database, revision, arrival, figures)
          if (!isRefused(revision, arrival)) await writePlan(transaction, database, plan, written)
        }
        await extension?.write(transaction, rows)
      } catch (error) {
        throw database.translate(error)
      }
    },
    async finish() {
      try {
        if (!force) {
          checkRevisions(
            name,
            table,
            revisions.map(({ revision }) => revision),
          )
        }
        const ends: RevisionOutcome[] = []
        for (const { revision } of revisions) {
          ends.push(await assignSources(transaction, database, revision, arrival))
        }
        if (!ends.some(({ isWritten }) => isWritten) && (arrival.wasImported || !extension)) {
          await transaction.rollback()
          return nothingStaged({ name, ...tally, outcome: 'UNCHANGED', derivedAreas: 0, lacking })
        }
        await transaction('source').where('id', own.id).update({ areas })
        const derivedAreas = (await extension?.finish(transaction)) ?? 0
        return staged(transaction, { name, ...tally, outcome: outcomeOf(ends), derivedAreas, lacking })
      } catch (error) {
        throw database.translate(error)
      }
    },
    async rollback() {
      await transaction.rollback().catch(() => undefined)
    },
  }
}

/** Writes the record of this import, whose number of areas is known at the end. */
async function arrive({ transaction, plans, table, force }: OpenOptions): Promise<Arrival> {
  const digest = digestOf(table, plans)
  const wasImported = await isImported(transaction, digest)
  const record: SourceRecord = {
    ...table.source,
    period: table.period,
    synthetic: false,
    digest,
    fields: plans.flatMap(({ matches }) => matches.map(({ indicator }) => indicator.field)),
    statuses: statusesOf(plans, table),
    areas: 0,
  }
  return { own: ownSource(await insertSource(transaction, record), record), table, force, wasImported }
}

function ownSource(id: number, record: SourceRecord): Source {
  const { datedByFile = false, statuses = {}, fields } = record
  return { ...record, id, datedByFile, statuses, fields: new Set(fields), parts: [{ id, fields }] }
}

function outcomeOf(ends: readonly RevisionOutcome[]): Outcome {
  if (ends.some(({ isReplaced }) => isReplaced)) return 'REPLACED'
  return ends.some(({ isMerged }) => isMerged) ? 'MERGED' : 'STORED'
}

/** Rows as they are stored, counted into `tally`. */
function figuresOf(
  { matches }: Plan,
  table: PublishedTable,
  rows: readonly TableRow[],
  sourceId: number,
  tally: { figures: number; missing: number },
): Figure[][] {
  return rows.map((row) => {
    const values: Figure[] = [row.code, table.period, sourceId, 0]
    for (const { indicator, column } of matches) {
      const value = read(table, row, column, indicator)
      if (value !== null) {
        tally.figures += 1
        values[3] = 1
      } else tally.missing += 1
      values.push(value)
    }
    return values
  })
}

function read(table: PublishedTable, row: TableRow, column: TableColumn, indicator: Indicator): Figure {
  try {
    return readFigure(row.cells[column.index] ?? null, indicator)
  } catch (error) {
    if (!(error instanceof UnreadableCell)) throw error
    throw new ImportRefused(table.origin, error.problem, error.remedy, {
      line: row.line,
      column: column.header,
    })
  }
}

/** Whether this very content was imported before. */
async function isImported(transaction: Knex.Transaction, digest: string): Promise<boolean> {
  const source = await transaction('source')
    .where({ digest, synthetic: false })
    .first<{ id: number } | undefined>('id')
  return source !== undefined
}

/** Rows that are replaced whole lose what the table has no column for. */
async function writePlan(
  transaction: Knex.Transaction,
  database: Database,
  { profile, matches }: Plan,
  { added, replaced }: WrittenRows,
): Promise<void> {
  const own = matches.map(({ indicator }) => indicator)
  const others = profile.indicators.filter((indicator) => !own.includes(indicator))
  const nulls = others.map(() => null)
  const write = (indicators: readonly Indicator[], rows: readonly (readonly Figure[])[]) =>
    writeBulk(transaction, database.dialect, {
      table: profile.table,
      columns: ['code', 'period', 'source_id', 'has_figures', ...indicators.map(({ column }) => column)],
      key: ['code', 'period'],
      conflict: 'replace',
      rows,
    })
  await write(own, added)
  await write(
    [...own, ...others],
    replaced.map((row) => [...row, ...nulls]),
  )
}
