/**
 * One subgraph's side of an import: match the table's columns to the declared indicators, read every row, then write all of it in
 * one transaction that the importer commits. Nothing is written before every row was read; what may become of stored rows is
 * revision.ts's to say.
 */
import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import { writeBulk } from './bulk.ts'
import type { Database } from './database.ts'
import { readFigure, UnreadableCell, type Figure } from './figure.ts'
import type { Indicator, Profile } from './indicator.ts'
import { checkRevisions, compareWithStored, placeRows, type Placement, type Revision } from './revision.ts'
import { insertSource, type Source, type SourceRecord } from './source.ts'
import { settled, staged, type Outcome, type Staged } from './staged.ts'
import { ImportRefused, type Column, type PublishedTable, type Row } from './statline/table.ts'

/** What one subgraph did with a table. */
export interface IntakeReport {
  readonly name: string
  readonly figures: number
  readonly missing: number
  readonly outcome: Outcome
  /** Areas made from codes, because the table did not have them. */
  readonly derivedAreas: number
}

export interface Intake {
  /** The columns that this subgraph takes. */
  readonly columns: ReadonlySet<Column>
  /** Reads one row. Throws ImportRefused with its line and column. */
  accept(row: Row): void
  /** Writes what was accepted in a transaction of its own. Throws ImportRefused where stored figures are newer or fuller, FiguresLost where some would become missing. */
  stage(options: { readonly force: boolean }): Promise<Staged<IntakeReport>>
}

/** What a subgraph stores of a table beside its figures: base-registry's areas. */
export interface IntakeExtension {
  accept(row: Row): void
  /** Writes inside the transaction and gives the number of areas that were made from codes. */
  write(transaction: Knex.Transaction, sourceId: number): Promise<number>
}

interface Plan {
  readonly profile: Profile
  readonly matches: readonly { readonly indicator: Indicator; readonly column: Column }[]
  readonly rows: Figure[][]
}

export function createIntake(
  name: string,
  database: Database,
  profiles: readonly Profile[],
  table: PublishedTable,
  extension?: IntakeExtension,
): Intake {
  const plans = profiles.map((profile) => ({
    profile,
    matches: match(profile, table),
    rows: [] as Figure[][],
  }))
  const used = plans.filter(({ matches }) => matches.length > 0)
  const codes: string[] = []
  let figures = 0
  let missing = 0
  return {
    columns: new Set(used.flatMap(({ matches }) => matches.map(({ column }) => column))),
    accept(row) {
      codes.push(row.code)
      extension?.accept(row)
      for (const { matches, rows } of used) {
        const values = matches.map(({ indicator, column }) => read(table, row, column, indicator))
        const present = values.reduce<number>((count, value) => (value === null ? count : count + 1), 0)
        figures += present
        missing += values.length - present
        const head: Figure[] = [row.code, table.period, null, present > 0 ? 1 : 0]
        rows.push(head.concat(values))
      }
    },
    async stage({ force }) {
      if (used.length === 0 && !extension) {
        return settled({ name, figures: 0, missing: 0, outcome: 'NOTHING_OF_OURS', derivedAreas: 0 })
      }
      const digest = digestOf(table, used)
      const transaction = await database.begin()
      const settle = async (outcome: Outcome) => {
        await transaction.rollback()
        return settled({ name, figures, missing, outcome, derivedAreas: 0 })
      }
      try {
        const compared: (readonly [Plan, Revision])[] = []
        for (const plan of used) {
          compared.push([plan, await compareWithStored(transaction, database, figuresOf(plan), table)])
        }
        const isThere = compared.every(([, { stands, keeps }]) => stands && !(force && keeps))
        if (isThere && (await isKnown(transaction, digest))) {
          return await settle('UNCHANGED')
        }
        if (!force) {
          checkRevisions(
            name,
            table,
            compared.map(([{ profile }, revision]) => [profile, revision]),
          )
        }
        const record: SourceRecord = {
          ...table.source,
          period: table.period,
          synthetic: false,
          digest,
          fields: used.flatMap(({ matches }) => matches.map(({ indicator }) => indicator.field)),
          areas: codes.length,
        }
        const own = ownSource(await insertSource(transaction, record), record)
        const placements: Placement[] = []
        for (const [plan, revision] of compared) {
          const placement = await placeRows(transaction, figuresOf(plan), revision, own, force)
          await writePlan(transaction, database, plan, placement)
          placements.push(placement)
        }
        const isWritten = placements.some(({ added, whole }) => added.length + whole.length > 0)
        if (!isWritten && !extension) return await settle('UNCHANGED')
        const derivedAreas = (await extension?.write(transaction, own.id)) ?? 0
        const outcome = outcomeOf(placements)
        return staged(transaction, { name, figures, missing, outcome, derivedAreas })
      } catch (error) {
        await transaction.rollback().catch(() => undefined)
        throw database.translate(error)
      }
    },
  }
}

function figuresOf({ profile, matches, rows }: Plan) {
  return { profile, indicators: matches.map(({ indicator }) => indicator), rows }
}

function ownSource(id: number, record: SourceRecord): Source {
  const { datedByFile = false, fields } = record
  return { ...record, id, datedByFile, fields: new Set(fields), parts: [{ id, fields }] }
}

function outcomeOf(placements: readonly Placement[]): Outcome {
  if (placements.some(({ isReplaced }) => isReplaced)) return 'REPLACED'
  return placements.some(({ isMerged }) => isMerged) ? 'MERGED' : 'STORED'
}

/** The column of each indicator. A name that several indicators share is told apart by its occurrence. */
function match(profile: Profile, table: PublishedTable): Plan['matches'] {
  const sharers = new Map<string, number>()
  for (const { columns } of profile.indicators) {
    for (const column of columns) sharers.set(column, (sharers.get(column) ?? 0) + 1)
  }
  return profile.indicators.flatMap((indicator) => {
    const found = table.columns.filter(
      (column) =>
        indicator.columns.includes(column.name) &&
        column.occurrence === ((sharers.get(column.name) ?? 0) > 1 ? indicator.occurrence : 1),
    )
    const [column, second] = found
    if (second) {
      throw new ImportRefused(
        table.origin,
        `columns «${String(column?.header)}» and «${second.header}» both hold ${profile.areaField}.${indicator.field}`,
        'Remove one of them.',
      )
    }
    return column ? [{ indicator, column }] : []
  })
}

function read(table: PublishedTable, row: Row, column: Column, indicator: Indicator): Figure {
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

/** Of the content and of how it is read, so that a newly declared indicator makes the same file worth reading again. */
function digestOf(table: PublishedTable, plans: readonly Plan[]): string {
  const reading = plans.map(({ profile, matches }) => [
    profile.table,
    ...matches.map(({ indicator, column }) => [indicator.column, column.index, indicator.scale]),
  ])
  return createHash('sha256')
    .update(JSON.stringify([table.digest, table.period, reading]))
    .digest('hex')
}

/** Whether this very content was imported before. */
async function isKnown(transaction: Knex.Transaction, digest: string): Promise<boolean> {
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
  { added, whole }: Placement,
): Promise<void> {
  const own = matches.map(({ indicator }) => indicator)
  const others = profile.indicators.filter((indicator) => !own.includes(indicator))
  const nothing = others.map(() => null)
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
    whole.map((row) => [...row, ...nothing]),
  )
}
