/**
 * One subgraph's side of an import: match the table's columns to the declared indicators, then write its rows as they come, batch by batch,
 * in one transaction that the importer commits. What may become of stored rows is revision.ts's to say, and is known after the last row.
 */
import type { Knex } from 'knex'
import { writeBulk } from '../database/bulk.ts'
import type { Database } from '../database/database.ts'
import type { Figure } from '../figures/figure.ts'
import { storedColumns, type Indicator, type Profile } from '../figures/indicator.ts'
import { groupBy } from '../figures/profile-loader.ts'
import { digestOf, lackingOf, matchColumns, statusesOf, type Plan } from './column-match.ts'
import { checkRevisions } from './check-revisions.ts'
import { figuresOf } from './read-figures.ts'
import {
  isRefused,
  openRevision,
  compareRows,
  assignSources,
  type Arrival,
  type WrittenRows,
  type RevisionOutcome,
} from './revision.ts'
import { CellReasons } from '../figures/cell-reasons.ts'
import { insertSource, type Source, type SourceRecord } from '../figures/source.ts'
import { nothingStaged, staged, type Outcome, type Staged } from '../database/staged.ts'
import type { TableColumn, PublishedTable, TableRow } from '../statline/table.ts'

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

export interface TableImportOptions {
  readonly name: string
  readonly database: Database
  readonly profiles: readonly Profile[]
  readonly table: PublishedTable
  /** What is stored of a table of one year beside its figures. */
  readonly extend?: (table: PublishedTable) => ImportExtension | undefined
}

export function createTableImport(options: TableImportOptions): TableImport {
  const { name, database, profiles, table } = options
  const plans = profiles
    .map((profile): Plan => ({ profile, matches: matchColumns(profile, table) }))
    .filter(({ matches }) => matches.length > 0)
  return {
    columns: new Set(plans.flatMap(({ matches }) => matches.map(({ column }) => column))),
    async begin({ force }) {
      const extension = options.extend?.(table)
      if (plans.length === 0 && !extension) return nothingToImport(name, lackingOf(profiles, plans, table))
      const transaction = await database.begin(table.ofYear ? undefined : table.period)
      try {
        const shared = { ...options, transaction, plans, force }
        // Of a table of one year the record is written at once, so that a database that cannot be written is known before rows are read.
        const first = table.ofYear ? undefined : await openYear({ ...shared, table, extension })
        return openYears(shared, first)
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

interface OpenOptions extends TableImportOptions {
  readonly transaction: Knex.Transaction
  readonly plans: readonly Plan[]
  readonly force: boolean
}

/** An import of the rows of one year, in a transaction that may have those of others too. */
interface OpenYear {
  write(rows: readonly TableRow[]): Promise<void>
  /** Throws ImportRefused as `OpenTableImport.finish` does. Gives null where nothing changes. */
  finish(): Promise<{ readonly outcome: Outcome; readonly derivedAreas: number } | null>
  readonly lacking: readonly string[]
  readonly tally: { readonly figures: number; readonly missing: number }
}

/** Every year of a table in one transaction, each opened when its first row comes. */
function openYears(options: OpenOptions, first: OpenYear | undefined): OpenTableImport {
  const { name, database, transaction, table, extend } = options
  const years = new Map<number, OpenYear>(first ? [[table.period, first]] : [])
  const yearOf = async (period: number): Promise<OpenYear> => {
    const opened = years.get(period)
    if (opened) return opened
    const ofYear = table.ofYear?.(period) ?? table
    const year = await openYear({ ...options, table: ofYear, extension: extend?.(ofYear) })
    years.set(period, year)
    return year
  }
  return {
    async write(rows) {
      try {
        for (const [period, some] of groupBy(rows, (row) => (table.ofYear && row.period) ?? table.period))
          await (await yearOf(period)).write(some)
      } catch (error) {
        throw database.translate(error)
      }
    },
    async finish() {
      try {
        const ends = []
        for (const year of years.values()) ends.push(await year.finish())
        const all = [...years.values()]
        const changes = ends.filter((end) => end !== null)
        const report = {
          name,
          figures: all.reduce((sum, { tally }) => sum + tally.figures, 0),
          missing: all.reduce((sum, { tally }) => sum + tally.missing, 0),
          lacking: [...new Set(all.flatMap(({ lacking }) => lacking))],
          derivedAreas: changes.reduce((sum, { derivedAreas }) => sum + derivedAreas, 0),
        }
        const outcomes = changes.map(({ outcome }) => outcome)
        const outcome = (['REPLACED', 'MERGED', 'STORED'] as const).find((one) => outcomes.includes(one))
        if (outcome !== undefined) return staged(transaction, { ...report, outcome })
        await transaction.rollback()
        return nothingStaged({ ...report, outcome: 'UNCHANGED' })
      } catch (error) {
        throw database.translate(error)
      }
    },
    async rollback() {
      await transaction.rollback().catch(() => undefined)
    },
  }
}

async function openYear(
  options: OpenOptions & { readonly extension: ImportExtension | undefined },
): Promise<OpenYear> {
  const { name, database, profiles, transaction, plans, table, force, extension } = options
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
    tally,
    lacking: lackingOf(profiles, plans, table),
    async write(rows) {
      areas += rows.length
      for (const { plan, revision } of revisions) {
        const figures = figuresOf(plan, table, rows, own, tally)
        const written = await compareRows(transaction, database, revision, arrival, figures)
        if (!isRefused(revision, arrival)) await writePlan(transaction, database, plan, written)
      }
      await extension?.write(transaction, rows)
    },
    async finish() {
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
        await transaction('source').where('id', own.id).delete()
        return null
      }
      await transaction('source').where('id', own.id).update({ areas, reasons: own.reasons.toText() })
      const derivedAreas = (await extension?.finish(transaction)) ?? 0
      return { outcome: outcomeOf(ends), derivedAreas }
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
  const { datedByFile = false, statuses = {}, fields, kind = 'OBSERVED', boundaryYear = null } = record
  return {
    ...record,
    id,
    datedByFile,
    kind,
    boundaryYear,
    statuses,
    fields: new Set(fields),
    reasons: new CellReasons(),
    parts: [{ id, fields }],
  }
}

function outcomeOf(ends: readonly RevisionOutcome[]): Outcome {
  if (ends.some(({ isReplaced }) => isReplaced)) return 'REPLACED'
  return ends.some(({ isMerged }) => isMerged) ? 'MERGED' : 'STORED'
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
  const others = storedColumns(profile).filter((indicator) => !own.includes(indicator))
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
