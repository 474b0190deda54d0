/**
 * How a table stands to the figures that are stored of its areas and year, and what may become of them: which figures it would lose or
 * change, which it leaves alone, and where each row goes. Refuses what nobody asked for; writing is intake.ts's.
 * A row never mixes revisions: a table that has other figures than a row replaces it whole; one that only adds to it is merged into it,
 * and each figure keeps its own source.
 */
import type { Knex } from 'knex'
import type { Database } from './database.ts'
import type { Figure } from './figure.ts'
import type { Indicator, Profile } from './indicator.ts'
import { mergedSource, sourcesIn, type Source, type SourcePart } from './source.ts'
import { ImportRefused, type PublishedTable } from './statline/table.ts'

/** One profile's share of a table: its columns, and its rows as they are written: code, period, source, has figures, then a figure a column. */
export interface TableFigures {
  readonly profile: Profile
  readonly indicators: readonly Indicator[]
  readonly rows: readonly Figure[][]
}

/** What the table does to the rows that are stored under one source. */
interface FromSource {
  readonly source: Source
  /** The fields that have another figure now, or one where none was. */
  readonly touched: Set<string>
}

/** What is stored of the table's areas and year, held against the table. */
export interface Revision {
  /** How many figures would become missing, by field. */
  readonly lost: ReadonlyMap<string, number>
  /** Fields that rows with other figures than the table's have and the table lacks. */
  readonly mixed: ReadonlySet<string>
  /** The import whose figures the table would change though it was retrieved later; null where there is none. */
  readonly newer: Source | null
  /** Whether every figure of the table is there already. */
  readonly stands: boolean
  /** Whether any row has figures that the table has no column for. */
  readonly keeps: boolean
  /** The source of each area that has a row, and whether it has figures that the table has no column for. */
  readonly stored: ReadonlyMap<string, { readonly from: FromSource; readonly keeps: boolean }>
  readonly known: ReadonlyMap<number, Source>
}

const codesPerRead = 1_000

export async function compareWithStored(
  transaction: Knex.Transaction,
  database: Database,
  { profile, indicators, rows }: TableFigures,
  table: PublishedTable,
): Promise<Revision> {
  const lost = new Map<string, number>()
  const mixed = new Set<string>()
  const changed = new Map<number, Set<string>>()
  const gains = new Set<number>()
  const stored = new Map<string, { from: FromSource; keeps: boolean }>()
  const bySource = new Map<number, FromSource>()
  const known = new Map<number, Source>()
  const others = profile.indicators.filter((indicator) => !indicators.includes(indicator))
  const columns = profile.indicators.map(({ column }) => column)
  let stands = true
  for (let start = 0; start < rows.length; start += codesPerRead) {
    const chunk = rows.slice(start, start + codesPerRead)
    const found = await transaction(profile.table)
      .where({ period: table.period })
      .whereRaw(database.among('code'), [
        database.keys(chunk.map(([code]) => String(code))),
      ] as Knex.RawBinding[])
      .select<Record<string, Figure>[]>('code', 'source_id', ...columns)
    const ids = [...new Set(found.map((row) => Number(row['source_id'])))].filter((id) => !known.has(id))
    if (ids.length > 0) for (const [id, source] of await sourcesIn(transaction, ids)) known.set(id, source)
    const byCode = new Map(found.map((row) => [row['code'], row]))
    for (const [code = null, , , , ...values] of chunk) {
      const row = byCode.get(code)
      const source = row && known.get(Number(row['source_id']))
      if (!row || !source) {
        stands = false
        continue
      }
      const from = bySource.get(source.id) ?? { source, touched: new Set<string>() }
      bySource.set(source.id, from)
      const kept = others.filter(({ column }) => row[column] !== null)
      stored.set(String(code), { from, keeps: kept.length > 0 })
      if (source.synthetic || source.table !== table.source.table) stands = false
      if (source.synthetic) continue
      let differs = source.table !== table.source.table
      for (const [index, { field, column }] of indicators.entries()) {
        const [before = null, now = null] = [row[column], values[index]]
        if (!source.fields.has(field)) stands = false
        if (before === now) continue
        stands = false
        if (now === null) {
          lost.set(field, 1 + (lost.get(field) ?? 0))
          continue
        }
        from.touched.add(field)
        if (before !== null) differs = true
        else if (source.fields.has(field)) gains.add(source.id)
        if (before !== null || source.fields.has(field)) {
          const fields = changed.get(source.id) ?? new Set()
          changed.set(source.id, fields.add(field))
        }
      }
      if (differs) for (const { field } of kept) mixed.add(field)
    }
  }
  const newer = newerThan(table, known, changed, gains)
  const keeps = [...stored.values()].some((row) => row.keeps)
  return { lost, mixed, newer, stands, keeps, stored, known }
}

/**
 * The newest import that is later than the table and has figures that the table changes. A date that is only the file's weighs less than
 * the content: where either has no other, a table that fills what was missing is not the older one.
 */
function newerThan(
  table: PublishedTable,
  known: ReadonlyMap<number, Source>,
  changed: ReadonlyMap<number, ReadonlySet<string>>,
  gains: ReadonlySet<number>,
): Source | null {
  const later = [...changed].flatMap(([sourceId, fields]) =>
    (known.get(sourceId)?.parts ?? [])
      .filter((part) => part.fields.some((field) => fields.has(field)))
      .flatMap(({ id }) => known.get(id) ?? [])
      .filter((source) => source.retrievedAt > table.source.retrievedAt)
      .filter((source) => (isDated(source) && isDated(table.source) ? true : !gains.has(sourceId))),
  )
  return later.toSorted((one, other) => (one.retrievedAt < other.retrievedAt ? 1 : -1))[0] ?? null
}

const isDated = ({ datedByFile = false }: { readonly datedByFile?: boolean }): boolean => !datedByFile

/** Figures that would become missing: one subgraph's, by the name of the profile and the field. */
export class FiguresLost extends ImportRefused {
  constructor(
    private readonly table: PublishedTable,
    readonly lost: ReadonlyMap<string, number>,
  ) {
    const total = [...lost.values()].reduce((sum, count) => sum + count, 0)
    const named = [...lost].slice(0, 20).map(([name, count]) => `${name} (${String(count)})`)
    const rest = lost.size > 20 ? ` and ${String(lost.size - 20)} more indicators` : ''
    const { retrievedAt, datedByFile = false } = table.source
    const dated = datedByFile ? `; that it is of ${retrievedAt} is only when the file was last written` : ''
    super(
      table.origin,
      `${total === 1 ? '1 figure' : `${String(total)} figures`} of ${String(table.period)} would become missing: ${named.join(', ')}${rest}${dated}`,
      'It is an older or an emptier release: give --force to replace whole rows by it.',
    )
  }

  with(others: readonly FiguresLost[]): FiguresLost {
    return new FiguresLost(this.table, new Map([this, ...others].flatMap(({ lost }) => [...lost])))
  }
}

/** Throws ImportRefused where the table would lose figures, change newer ones, or mix with those of another revision. */
export function checkRevisions(
  name: string,
  table: PublishedTable,
  compared: readonly (readonly [Profile, Revision])[],
): void {
  const period = String(table.period)
  const lost = compared.flatMap(([{ areaField }, { lost }]) =>
    [...lost].map(([field, count]) => [`${areaField}.${field}`, count] as const),
  )
  if (lost.length > 0) throw new FiguresLost(table, new Map(lost))
  for (const [, { newer }] of compared) {
    if (!newer) continue
    const { retrievedAt, datedByFile = false } = table.source
    const own = datedByFile
      ? `this table, of which only the file's date is known: last written at ${retrievedAt}`
      : `this table's ${retrievedAt}`
    const stored = newer.datedByFile ? 'from a file last written at' : 'retrieved at'
    throw new ImportRefused(
      table.origin,
      `${name} has figures of ${period} for these areas ${stored} ${newer.retrievedAt}, later than ${own}`,
      'Give --force to replace the newer ones, or --retrieved DATE where the file is newer than its date says.',
    )
  }
  const mixed = [...new Set(compared.flatMap(([, { mixed }]) => [...mixed]))]
  if (mixed.length === 0) return
  const more = mixed.length === 1 ? '1 more indicator' : `${String(mixed.length)} more indicators`
  const named = `${mixed.slice(0, 3).join(', ')}${mixed.length > 3 ? '…' : ''}`
  throw new ImportRefused(
    table.origin,
    `${name} has ${more} of ${period} for these areas than this table (${named}), and this table has other figures than are stored: it is another revision, and a row is of one`,
    'Import the whole table, or give --force to replace whole rows by this one.',
  )
}

/** Where the rows of a table go: those that are written with the table's columns, and those that lose all others. */
export interface Placement {
  readonly added: readonly Figure[][]
  readonly whole: readonly Figure[][]
  /** Whether any row has parts of several imports now. */
  readonly isMerged: boolean
  /** Whether any figure that was stored is another now. */
  readonly isReplaced: boolean
}

/** Gives each row its source. With force every stored row is replaced whole. */
export async function placeRows(
  transaction: Knex.Transaction,
  { profile, indicators, rows }: TableFigures,
  { stored, known }: Revision,
  own: Source,
  force: boolean,
): Promise<Placement> {
  const targets = new Map<number, number | null>()
  for (const { from } of stored.values()) {
    if (targets.has(from.source.id)) continue
    targets.set(from.source.id, await targetOf(transaction, profile, indicators, from, known, own, force))
  }
  const added: Figure[][] = []
  const whole: Figure[][] = []
  let isMerged = false
  let isReplaced = false
  for (const row of rows) {
    const before = stored.get(String(row[0]))
    const target = before ? targets.get(before.from.source.id) : own.id
    if (target === null || target === undefined) continue
    row[2] = target
    if (!before) added.push(row)
    else if (target === own.id) {
      whole.push(row)
      isReplaced = true
    } else {
      if (before.keeps) row[3] = 1
      added.push(row)
      isMerged = true
    }
  }
  return { added, whole, isMerged, isReplaced }
}

/** The source of the rows that were of this one: the table's own, a merged one, or null where nothing about them changes. */
async function targetOf(
  transaction: Knex.Transaction,
  profile: Profile,
  indicators: readonly Indicator[],
  { source, touched }: FromSource,
  known: ReadonlyMap<number, Source>,
  own: Source,
  force: boolean,
): Promise<number | null> {
  if (force || source.synthetic || source.table !== own.table) return own.id
  const ofProfile = new Set(profile.indicators.map(({ field }) => field))
  const ofTable = new Set(indicators.map(({ field }) => field))
  const kept: SourcePart[] = []
  for (const { id, fields } of source.parts) {
    const isLater = (known.get(id)?.retrievedAt ?? '') > own.retrievedAt
    const staying = fields.filter(
      (field) => ofProfile.has(field) && (!ofTable.has(field) || (isLater && !touched.has(field))),
    )
    if (staying.length > 0) kept.push({ id, fields: staying })
  }
  const isBeyond = kept.some(({ fields }) => fields.some((field) => !ofTable.has(field)))
  if (kept.length === 0 || (!isBeyond && touched.size > 0)) return own.id
  const keeping = new Set(kept.flatMap(({ fields }) => fields))
  const given = [...ofTable].filter((field) => !keeping.has(field))
  if (given.length === 0) return null
  return mergedSource(
    transaction,
    [...kept, { id: own.id, fields: given }],
    new Map([...known, [own.id, own]]),
  )
}
