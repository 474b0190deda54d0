/**
 * One subgraph's side of an import: match the table's columns to the declared indicators, read every row, then write all of it in
 * one transaction that the importer commits. Old figures or new, never a mix; nothing is written before every row was read.
 */
import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import { writeBulk } from './bulk.ts'
import type { Database } from './database.ts'
import { readFigure, UnreadableCell, type Figure } from './figure.ts'
import { isPublishedFor, type Indicator, type Profile } from './indicator.ts'
import { insertSource } from './source.ts'
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
  /** The indicators that the source publishes for this year and this table does not have. */
  readonly lacking: readonly string[]
}

export interface Intake {
  /** The columns that this subgraph takes. */
  readonly columns: ReadonlySet<Column>
  /** Reads one row. Throws ImportRefused with its line and column. */
  accept(row: Row): void
  /** Writes what was accepted in a transaction of its own. Throws ImportRefused where stored figures are newer or fuller. */
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
  const arrived = new Set(used.flatMap(({ matches }) => matches.map(({ indicator }) => indicator)))
  const lacking = profiles
    .flatMap(({ indicators }) => indicators)
    .filter((indicator) => !arrived.has(indicator) && isPublishedFor(indicator, table.period))
    .map(({ field }) => field)
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
        return settled({ name, figures: 0, missing: 0, outcome: 'NOTHING_OF_OURS', derivedAreas: 0, lacking })
      }
      const digest = digestOf(table, used)
      const transaction = await database.begin()
      try {
        if (await isCurrent(transaction, used, digest)) {
          await transaction.rollback()
          return settled({ name, figures, missing, outcome: 'UNCHANGED', derivedAreas: 0, lacking })
        }
        const replaced = await checkStored(transaction, database, name, used, table, codes, force)
        const sourceId = await insertSource(transaction, {
          ...table.source,
          period: table.period,
          synthetic: false,
          digest,
          fields: used.flatMap(({ matches }) => matches.map(({ indicator }) => indicator.field)),
          areas: codes.length,
        })
        for (const plan of used) await writePlan(transaction, database, plan, sourceId)
        const derivedAreas = (await extension?.write(transaction, sourceId)) ?? 0
        return staged(transaction, {
          name,
          figures,
          missing,
          outcome: replaced ? 'REPLACED' : 'STORED',
          derivedAreas,
          lacking,
        })
      } catch (error) {
        await transaction.rollback().catch(() => undefined)
        throw database.translate(error)
      }
    },
  }
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

/** Whether this very content was stored before and every row of it still stands. */
async function isCurrent(
  transaction: Knex.Transaction,
  plans: readonly Plan[],
  digest: string,
): Promise<boolean> {
  const source = await transaction('source')
    .where({ digest, synthetic: false })
    .orderBy('id', 'desc')
    .first<{ id: number; areas: number } | undefined>('id', 'areas')
  if (!source) return false
  for (const { profile } of plans) {
    const counted = await transaction(profile.table)
      .where('source_id', source.id)
      .count<{ count: number | string }[]>({ count: '*' })
    if (Number(counted[0]?.count) !== source.areas) return false
  }
  return true
}

/** Whether figures of these areas and this year are stored. Refuses to lose newer or fuller ones without force. */
async function checkStored(
  transaction: Knex.Transaction,
  database: Database,
  name: string,
  plans: readonly Plan[],
  table: PublishedTable,
  codes: readonly string[],
  force: boolean,
): Promise<boolean> {
  const stored = new Map<number, { retrieved_at: string; fields: string }>()
  for (const { profile } of plans) {
    const rows = await transaction
      .distinct<{ id: number; retrieved_at: string; fields: string }[]>('s.id', 's.retrieved_at', 's.fields')
      .from({ p: profile.table })
      .join({ s: 'source' }, 's.id', 'p.source_id')
      .where('p.period', table.period)
      .whereRaw(database.among('p.code'), [database.keys(codes)] as Knex.RawBinding[])
    for (const row of rows) stored.set(row.id, row)
  }
  if (force) return stored.size > 0
  const fields = new Set(plans.flatMap(({ matches }) => matches.map(({ indicator }) => indicator.field)))
  for (const source of stored.values()) {
    if (source.retrieved_at > table.source.retrievedAt) {
      throw new ImportRefused(
        table.origin,
        `${name} has figures of ${String(table.period)} for these areas retrieved at ${source.retrieved_at}, later than this table's ${table.source.retrievedAt}`,
        'Give --force to replace the newer ones, or --retrieved DATE where the file is newer than its date says.',
      )
    }
    const lost = (JSON.parse(source.fields) as string[]).filter((field) => !fields.has(field))
    if (lost.length > 0) {
      throw new ImportRefused(
        table.origin,
        `${name} has ${String(lost.length)} more indicators of ${String(table.period)} for these areas than this table (${lost.slice(0, 3).join(', ')}…)`,
        'Give --force to replace the fuller ones.',
      )
    }
  }
  return stored.size > 0
}

async function writePlan(
  transaction: Knex.Transaction,
  database: Database,
  plan: Plan,
  sourceId: number,
): Promise<void> {
  for (const row of plan.rows) row[2] = sourceId
  await writeBulk(transaction, database.dialect, {
    table: plan.profile.table,
    columns: [
      'code',
      'period',
      'source_id',
      'has_figures',
      ...plan.matches.map(({ indicator }) => indicator.column),
    ],
    key: ['code', 'period'],
    conflict: 'replace',
    rows: plan.rows,
  })
}
