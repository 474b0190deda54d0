/**
 * How a table stands to the figures that are stored of its areas and year, and what may become of them: which figures it would lose or
 * change, which it leaves alone, and where each row goes. Rows come in batches; what is kept of all of them is counts, fields and the
 * codes of rows that were there, by source. Refuses, at the end, what nobody asked for; writing figures is table-import.ts's.
 * A row never mixes revisions: a table that has other figures than a row replaces it whole; one that only adds to it is merged into it,
 * and each figure keeps its own source.
 */
import type { Knex } from 'knex'
import type { Database } from '../database/database.ts'
import type { Figure } from '../figures/figure.ts'
import { storedColumns, type Indicator, type Profile } from '../figures/indicator.ts'
import { mergedSource, sourcesIn, type Source, type SourcePart } from '../figures/source.ts'
import type { PublishedTable } from '../statline/table.ts'

/** The import that is under way, and how it stands to others. */
export interface Arrival {
  readonly table: PublishedTable
  readonly own: Source
  readonly force: boolean
  /** Whether this very content was imported before: rows in which every figure of it stands are left alone. */
  readonly wasImported: boolean
}

/** What the table does to the rows that are stored under one source. */
interface FromSource {
  readonly source: Source
  /** The fields that have another figure now, or one where none was. */
  readonly touched: Set<string>
  /** The rows that were written, for now under the table's own source. */
  readonly codes: string[]
}

/** One profile's share of a table, held against what is stored: what is known of the rows until now. */
export interface Revision {
  readonly profile: Profile
  readonly indicators: readonly Indicator[]
  /** How many figures would become missing, by field. */
  readonly lost: Map<string, number>
  /** Fields that rows with other figures than the table's have and the table lacks. */
  readonly mixed: Set<string>
  /** The fields that have another figure now, by the source of the rows. */
  readonly changed: Map<number, Set<string>>
  /** The sources of rows that have a figure now where theirs was missing. */
  readonly gains: Set<number>
  readonly bySource: Map<number, FromSource>
  readonly sourcesById: Map<number, Source>
  /** Rows that are new, and rows that lost all else that was stored of them. */
  added: number
  replaced: number
}

export function openRevision(profile: Profile, indicators: readonly Indicator[]): Revision {
  return {
    profile,
    indicators,
    lost: new Map(),
    mixed: new Set(),
    changed: new Map(),
    gains: new Set(),
    bySource: new Map(),
    sourcesById: new Map(),
    added: 0,
    replaced: 0,
  }
}

/** Where the rows of a batch go: those that are written with the table's columns, and those that lose all others. */
export interface WrittenRows {
  readonly added: readonly Figure[][]
  readonly replaced: readonly Figure[][]
}

/**
 * Holds some rows against what is stored of them, and gives each its place. Rows are as they are written: code, period, source, has
 * figures, then a figure an indicator. Which source a row that was there ends under is known after the last: `settleSources`.
 */
export async function compareRows(
  transaction: Knex.Transaction,
  database: Database,
  revision: Revision,
  arrival: Arrival,
  rows: readonly Figure[][],
): Promise<WrittenRows> {
  const { profile, indicators } = revision
  const { own, force, wasImported: isKnown } = arrival
  const stored = await storedRows(transaction, database, revision, own, rows)
  const others = storedColumns(profile).filter((indicator) => !indicators.includes(indicator))
  const added: Figure[][] = []
  const replaced: Figure[][] = []
  for (const row of rows) {
    const code = String(row[0])
    const before = stored.get(code)
    if (!before) {
      added.push(row)
      continue
    }
    const from = fromSource(revision, Number(before['source_id']))
    const otherFigures = others.filter(({ column }) => before[column] !== null)
    const isOwn = !from.source.synthetic && from.source.table === own.table
    const stands = compareRow(revision, from, before, row, otherFigures, own)
    if (isKnown && stands && !(force && otherFigures.length > 0)) continue
    if (force || !isOwn) {
      replaced.push(row)
      continue
    }
    if (otherFigures.length > 0) row[3] = 1
    from.codes.push(code)
    added.push(row)
  }
  revision.added += added.filter((row) => !stored.has(String(row[0]))).length
  revision.replaced += replaced.length
  return { added, replaced }
}

/** Whether what was seen until now is refused in the end, whatever follows. */
export function isRefused({ lost, mixed }: Revision, { force }: Arrival): boolean {
  return !force && (lost.size > 0 || mixed.size > 0)
}

/** What other imports stored of these areas and this year, by code. */
async function storedRows(
  transaction: Knex.Transaction,
  database: Database,
  { profile, sourcesById }: Revision,
  own: Source,
  rows: readonly Figure[][],
): Promise<ReadonlyMap<string, Record<string, Figure>>> {
  const rowsBefore = await transaction(profile.table)
    .where({ period: own.period })
    .whereRaw(database.among('code'), [
      database.keys(rows.map(([code]) => String(code))),
    ] as Knex.RawBinding[])
    .select<Record<string, Figure>[]>(
      'code',
      'source_id',
      ...storedColumns(profile).map(({ column }) => column),
    )
  const ids = [...new Set(rowsBefore.map((row) => Number(row['source_id'])))].filter(
    (id) => !sourcesById.has(id),
  )
  if (ids.length > 0)
    for (const [id, source] of await sourcesIn(transaction, ids)) sourcesById.set(id, source)
  return new Map(rowsBefore.map((row) => [String(row['code']), row]))
}

function fromSource({ bySource, sourcesById }: Revision, id: number): FromSource {
  const present = bySource.get(id)
  if (present) return present
  const source = sourcesById.get(id)
  if (!source) throw new Error(`No source ${String(id)}`)
  const from = { source, touched: new Set<string>(), codes: [] }
  bySource.set(id, from)
  return from
}

/** Whether every figure of the row is there already, under its table; what differs is noted. */
function compareRow(
  { indicators, lost, mixed, changed, gains }: Revision,
  { source, touched }: FromSource,
  before: Readonly<Record<string, Figure>>,
  row: readonly Figure[],
  otherFigures: readonly Indicator[],
  own: Source,
): boolean {
  if (source.synthetic) return false
  const isOfOther = source.table !== own.table
  let stands = !isOfOther
  let differs = isOfOther
  for (const [index, { field, column }] of indicators.entries()) {
    const [was = null, now = null] = [before[column], row[headLength + index]]
    const isPublished = source.fields.has(field)
    if (!isPublished) stands = false
    if (was === now) continue
    stands = false
    if (now === null) {
      lost.set(field, 1 + (lost.get(field) ?? 0))
      continue
    }
    touched.add(field)
    if (was !== null) differs = true
    else if (isPublished) gains.add(source.id)
    if (was !== null || isPublished) {
      const fields = changed.get(source.id) ?? new Set()
      changed.set(source.id, fields.add(field))
    }
  }
  if (differs) for (const { field } of otherFigures) mixed.add(field)
  return stands
}

const headLength = 4

/** What a table did to what was stored, when every row has its source. */
export interface RevisionOutcome {
  /** Whether any row was written. */
  readonly isWritten: boolean
  /** Whether any row has parts of several imports now. */
  readonly isMerged: boolean
  /** Whether any figure that was stored is another now. */
  readonly isReplaced: boolean
}

/** After the last row: gives those that were there their source, which is the table's own, one of parts, or still what it was. */
export async function assignSources(
  transaction: Knex.Transaction,
  database: Database,
  revision: Revision,
  { own }: Arrival,
): Promise<RevisionOutcome> {
  let isMerged = false
  let isReplaced = revision.replaced > 0
  for (const from of revision.bySource.values()) {
    if (from.codes.length === 0) continue
    const target = await targetOf(transaction, revision, from, own)
    if (target === own.id) {
      isReplaced = true
      continue
    }
    if (target !== null) isMerged = true
    await transaction(revision.profile.table)
      .where({ period: own.period })
      .whereRaw(database.among('code'), [database.keys(from.codes)] as Knex.RawBinding[])
      .update({ source_id: target ?? from.source.id })
  }
  return { isWritten: revision.added > 0 || isMerged || isReplaced, isMerged, isReplaced }
}

/** The source of the rows that were of this one: the table's own, a merged one, or null where nothing about them changes. */
async function targetOf(
  transaction: Knex.Transaction,
  { profile, indicators, sourcesById }: Revision,
  { source, touched }: FromSource,
  own: Source,
): Promise<number | null> {
  const ofProfile = new Set(storedColumns(profile).map(({ field }) => field))
  const ofTable = new Set(indicators.map(({ field }) => field))
  const keptParts: SourcePart[] = []
  for (const { id, fields } of source.parts) {
    const isLater = (sourcesById.get(id)?.retrievedAt ?? '') > own.retrievedAt
    const staying = fields.filter(
      (field) => ofProfile.has(field) && (!ofTable.has(field) || (isLater && !touched.has(field))),
    )
    if (staying.length > 0) keptParts.push({ id, fields: staying })
  }
  const isBeyond = keptParts.some(({ fields }) => fields.some((field) => !ofTable.has(field)))
  if (keptParts.length === 0 || (!isBeyond && touched.size > 0)) return own.id
  const keeping = new Set(keptParts.flatMap(({ fields }) => fields))
  const ownFields = [...ofTable].filter((field) => !keeping.has(field))
  if (ownFields.length === 0) return null
  return mergedSource(
    transaction,
    [...keptParts, { id: own.id, fields: ownFields }],
    new Map([...sourcesById, [own.id, own]]),
  )
}
