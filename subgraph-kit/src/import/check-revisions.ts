/**
 * What is refused of a table after its last row, when it is known how it stands to the stored figures (revision.ts): figures that would be lost,
 * an older release, another revision with fewer columns.
 */
import type { Source } from '../figures/source.ts'
import { ImportRefused, type PublishedTable } from '../statline/table.ts'
import type { Revision } from './revision.ts'

/**
 * The newest import that is later than the table and has figures that the table changes. A date that is only the file's weighs less than
 * the content: where either has no other, a table that fills what was missing is not the older one.
 */
function newerThan(table: PublishedTable, { sourcesById, changed, gains }: Revision): Source | null {
  const later = [...changed].flatMap(([sourceId, fields]) =>
    (sourcesById.get(sourceId)?.parts ?? [])
      .filter((part) => part.fields.some((field) => fields.has(field)))
      .flatMap(({ id }) => sourcesById.get(id) ?? [])
      .filter((source) => source.retrievedAt > table.source.retrievedAt)
      .filter((source) => (isDated(source) && isDated(table.source) ? true : !gains.has(sourceId))),
  )
  return later.toSorted((a, other) => (a.retrievedAt < other.retrievedAt ? 1 : -1))[0] ?? null
}

const isDated = ({ datedByFile = false }: { readonly datedByFile?: boolean }): boolean => !datedByFile

/** Figures that would become missing: one subgraph's, by the name of the profile and the field. */
export class FiguresLost extends ImportRefused {
  constructor(
    private readonly table: PublishedTable,
    readonly lost: ReadonlyMap<string, number>,
  ) {
    const total = [...lost.values()].reduce((sum, count) => sum + count, 0)
    const names = [...lost].slice(0, 20).map(([name, count]) => `${name} (${String(count)})`)
    const rest = lost.size > 20 ? ` and ${String(lost.size - 20)} more indicators` : ''
    const { retrievedAt, datedByFile = false } = table.source
    const dated = datedByFile ? `; that it is of ${retrievedAt} is only when the file was last written` : ''
    super(
      table.origin,
      `${total === 1 ? '1 figure' : `${String(total)} figures`} of ${String(table.period)} would become missing: ${names.join(', ')}${rest}${dated}`,
      'It is an older or an emptier release: give --force to replace whole rows by it.',
    )
  }

  with(others: readonly FiguresLost[]): FiguresLost {
    return new FiguresLost(this.table, new Map([this, ...others].flatMap(({ lost }) => [...lost])))
  }
}

/** Throws ImportRefused where the table would lose figures, change newer ones, or mix with those of another revision. */
export function checkRevisions(name: string, table: PublishedTable, revisions: readonly Revision[]): void {
  const period = String(table.period)
  const lost = revisions.flatMap((revision) =>
    [...revision.lost].map(([field, count]) => [`${revision.profile.areaField}.${field}`, count] as const),
  )
  if (lost.length > 0) throw new FiguresLost(table, new Map(lost))
  for (const revision of revisions) {
    const newer = newerThan(table, revision)
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
  const mixed = [...new Set(revisions.flatMap((revision) => [...revision.mixed]))]
  if (mixed.length === 0) return
  const more = mixed.length === 1 ? '1 more indicator' : `${String(mixed.length)} more indicators`
  const names = `${mixed.slice(0, 3).join(', ')}${mixed.length > 3 ? '…' : ''}`
  throw new ImportRefused(
    table.origin,
    `${name} has ${more} of ${period} for these areas than this table (${names}), and this table has other figures than are stored: it is another revision, and a row is of one`,
    'Import the whole table, or give --force to replace whole rows by this one.',
  )
}
