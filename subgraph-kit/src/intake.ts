/**
 * One subgraph's side of an import: match the table's columns to the declared indicators, then write its rows as they come, batch by batch,
 * in one transaction that the importer commits. Old figures or new, never a mix; what is held is one batch, however long the table.
 */
import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import { writeBulk } from './bulk.ts'
import type { Database } from './database.ts'
import { readFigure, UnreadableCell, type Figure } from './figure.ts'
import type { Indicator, Profile } from './indicator.ts'
import { insertSource } from './source.ts'
import { settled, staged, type Outcome, type Staged } from './staged.ts'
import {
  ImportRefused,
  type Column,
  type PublishedTable,
  type Row,
  type SourceStatus,
} from './statline/table.ts'

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
  /** Opens a transaction for the rows that follow. Throws HubError where the database cannot. */
  begin(options: { readonly force: boolean }): Promise<OpenIntake>
}

/** An import that is under way in one database. Whoever began it ends it, by `finish` or by `rollback`. */
export interface OpenIntake {
  /**
   * Reads and writes some rows. Throws ImportRefused with line and column where a cell cannot be read, and where stored figures of
   * these areas are newer or fuller.
   */
  write(rows: readonly Row[]): Promise<void>
  /** Writes what follows from all rows; what is written stands uncommitted. */
  finish(): Promise<Staged<IntakeReport>>
  rollback(): Promise<void>
}

/** What a subgraph stores of a table beside its figures: base-registry's areas. */
export interface IntakeExtension {
  /** Writes some rows inside the transaction. */
  write(transaction: Knex.Transaction, rows: readonly Row[]): Promise<void>
  /** Writes what follows from all of them, and gives the number of areas that were made from codes. */
  finish(transaction: Knex.Transaction): Promise<number>
}

type Matches = readonly { readonly indicator: Indicator; readonly column: Column }[]

interface Plan {
  readonly profile: Profile
  readonly matches: Matches
}

export function createIntake(
  name: string,
  database: Database,
  profiles: readonly Profile[],
  table: PublishedTable,
  extension?: IntakeExtension,
): Intake {
  const plans = profiles
    .map((profile): Plan => ({ profile, matches: match(profile, table) }))
    .filter(({ matches }) => matches.length > 0)
  return {
    columns: new Set(plans.flatMap(({ matches }) => matches.map(({ column }) => column))),
    async begin({ force }) {
      if (plans.length === 0 && !extension) return nothingOfOurs(name)
      const transaction = await database.begin(table.period)
      const given = { name, database, transaction, plans, table, force, ...(extension && { extension }) }
      try {
        const digest = digestOf(table, plans)
        if (!(await isCurrent(transaction, plans, digest))) return await openIntake(given, digest)
        await transaction.rollback()
        return unchanged(name, plans, table)
      } catch (error) {
        await transaction.rollback().catch(() => undefined)
        throw database.translate(error)
      }
    },
  }
}

function nothingOfOurs(name: string): OpenIntake {
  const nothing = () => Promise.resolve()
  const report = { name, figures: 0, missing: 0, outcome: 'NOTHING_OF_OURS', derivedAreas: 0 } as const
  return { write: nothing, finish: () => Promise.resolve(settled(report)), rollback: nothing }
}

/** Counts what is here already. */
function unchanged(name: string, plans: readonly Plan[], table: PublishedTable): OpenIntake {
  const tally = { figures: 0, missing: 0 }
  return {
    write(rows) {
      for (const plan of plans) figuresOf(plan, table, rows, null, tally)
      return Promise.resolve()
    },
    finish: () => Promise.resolve(settled({ name, ...tally, outcome: 'UNCHANGED', derivedAreas: 0 })),
    rollback: () => Promise.resolve(),
  }
}

interface Given {
  readonly name: string
  readonly database: Database
  readonly transaction: Knex.Transaction
  readonly plans: readonly Plan[]
  readonly table: PublishedTable
  readonly force: boolean
  readonly extension?: IntakeExtension
}

async function openIntake(given: Given, digest: string): Promise<OpenIntake> {
  const { name, database, transaction, plans, table, extension } = given
  const tally = { figures: 0, missing: 0 }
  let areas = 0
  let replaced = false
  const sourceId = await insertSource(transaction, {
    ...table.source,
    period: table.period,
    synthetic: false,
    digest,
    fields: plans.flatMap(({ matches }) => matches.map(({ indicator }) => indicator.field)),
    statuses: statusesOf(plans, table),
    areas,
  })
  return {
    async write(rows) {
      try {
        areas += rows.length
        if (await checkStored(given, sourceId, rows)) replaced = true
        for (const plan of plans) {
          const figures = figuresOf(plan, table, rows, sourceId, tally)
          await writePlan(transaction, database, plan, figures)
        }
        await extension?.write(transaction, rows)
      } catch (error) {
        throw database.translate(error)
      }
    },
    async finish() {
      try {
        await transaction('source').where('id', sourceId).update({ areas })
        const derivedAreas = (await extension?.finish(transaction)) ?? 0
        return staged(transaction, {
          name,
          ...tally,
          outcome: replaced ? 'REPLACED' : 'STORED',
          derivedAreas,
        })
      } catch (error) {
        throw database.translate(error)
      }
    },
    async rollback() {
      await transaction.rollback().catch(() => undefined)
    },
  }
}

/** Rows as they are stored, counted into `tally`. */
function figuresOf(
  { matches }: Plan,
  table: PublishedTable,
  rows: readonly Row[],
  sourceId: number | null,
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

/** The column of each indicator. A name that several indicators share is told apart by its occurrence. */
function match(profile: Profile, table: PublishedTable): Matches {
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

/** What the publisher calls the figures of each indicator: of the column, else of the whole table. */
function statusesOf(plans: readonly Plan[], table: PublishedTable): Readonly<Record<string, SourceStatus>> {
  const known = plans.flatMap(({ matches }) =>
    matches.flatMap(({ indicator, column }) => {
      const status = column.status ?? table.source.status
      return status ? [[indicator.field, status] as const] : []
    }),
  )
  return Object.fromEntries(known)
}

/** Of the content and of how it is read, so that a newly declared indicator makes the same file worth reading again. */
function digestOf(table: PublishedTable, plans: readonly Plan[]): string {
  const reading = plans.map(({ profile, matches }) => [
    profile.table,
    ...matches.map(({ indicator, column: { index, status } }) => [
      indicator.column,
      index,
      indicator.scale,
      ...(status ? [status] : []),
    ]),
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

/** Whether another import's figures of these areas and this year are stored. Refuses to lose newer or fuller ones without force. */
async function checkStored(
  { name, database, transaction, plans, table, force }: Given,
  sourceId: number,
  rows: readonly Row[],
): Promise<boolean> {
  const codes = database.keys(rows.map(({ code }) => code))
  const stored = new Map<number, { retrieved_at: string; fields: string }>()
  for (const { profile } of plans) {
    const found = await transaction
      .distinct<{ id: number; retrieved_at: string; fields: string }[]>('s.id', 's.retrieved_at', 's.fields')
      .from({ p: profile.table })
      .join({ s: 'source' }, 's.id', 'p.source_id')
      .where('p.period', table.period)
      .whereNot('s.id', sourceId)
      .whereRaw(database.among('p.code'), [codes] as Knex.RawBinding[])
    for (const source of found) stored.set(source.id, source)
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
  { profile, matches }: Plan,
  rows: readonly (readonly Figure[])[],
): Promise<void> {
  await writeBulk(transaction, database.dialect, {
    table: profile.table,
    columns: [
      'code',
      'period',
      'source_id',
      'has_figures',
      ...matches.map(({ indicator }) => indicator.column),
    ],
    key: ['code', 'period'],
    conflict: 'replace',
    rows,
  })
}
