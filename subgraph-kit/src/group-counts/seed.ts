/**
 * Synthetic counts by group: a domain says what there is in one neighbourhood and year, exactly; here it is added up to every
 * larger area, protected as one table a year and group, and written. Imported rows stand.
 */
import type { Knex } from 'knex'
import { writeBulk } from '../database/bulk.ts'
import type { Database } from '../database/database.ts'
import { protect } from '../disclosure/disclosure.ts'
import type { Figure } from '../figures/figure.ts'
import { storedRow } from './stored-row.ts'
import { countColumns, totalsOf, type GroupCountsShape } from './shape.ts'
import { sqlName } from '../figures/indicator.ts'
import { insertSource } from '../figures/source.ts'
import type { SyntheticArea, SyntheticCountry } from '../synthetic/country.ts'
import { Place } from '../synthetic/place.ts'

/** What there is of one group in one neighbourhood and year, by the fields of the slice; kinds by their names. */
export interface GroupQuantities<Kind extends string = string> {
  readonly counts: Readonly<Record<string, number>>
  /** Add up to the count that is divided. */
  readonly kinds: Readonly<Partial<Record<Kind, number>>>
  readonly typical: number
}

export type GroupCountsSeed<Group extends string, Kind extends string = string> = (
  place: Place,
) => Readonly<Record<Group, GroupQuantities<Kind>>>

/** Counts, one of them divided over kinds by weights; small numbers fall as chance has it. */
export function groupQuantities<Count extends string, Kind extends string>(
  place: Place,
  counts: Readonly<Record<Count, number>>,
  divided: NoInfer<Count>,
  typical: number,
  weights: Readonly<Record<Kind, number>>,
): GroupQuantities<Kind> {
  return { counts, kinds: place.split(counts[divided], weights, 0.95), typical }
}

/** The exact counts of one area, and its typical number times those it is typical of. */
interface Sums {
  readonly counts: number[]
  weighted: number
}

export async function seedGroupCounts<Group extends string>(
  database: Database,
  shape: GroupCountsShape,
  country: SyntheticCountry,
  seed: GroupCountsSeed<Group>,
): Promise<void> {
  const parents = parentsIn(country.areas)
  await database.transact(async (transaction) => {
    await transaction('source')
      .where('synthetic', true)
      .whereIn('id', transaction(shape.table).distinct('source_id'))
      .delete()
    for (const period of country.periods) {
      const quantities = country.areas.map((area) =>
        area.level === 'NEIGHBOURHOOD' ? seed(new Place(country, area, period)) : null,
      )
      const sourceId = await insertSource(transaction, {
        ...country.source,
        period,
        synthetic: true,
        digest: `${country.source.table} ${shape.table} ${String(period)}`,
        fields: [...shape.counts, shape.typical, shape.split],
        areas: country.areas.length * shape.groups.length,
      })
      for (const group of shape.groups) {
        const sums = addUp(
          shape,
          parents,
          quantities.map((areaQuantities) => areaQuantities?.[group as Group] ?? null),
        )
        await write(
          transaction,
          database,
          shape,
          rowsOf(shape, country, parents, sums, [group, period, sourceId]),
        )
      }
    }
  })
}

/** The place in the list of the smallest area that each lies in; -1 for the country. */
function parentsIn(areas: readonly SyntheticArea[]): readonly number[] {
  const index = new Map(areas.map(({ code }, at) => [code, at]))
  return areas.map(({ parents: { district, municipality, province, country } }) => {
    const above = district ?? municipality ?? province ?? country
    return above === null ? -1 : (index.get(above) ?? -1)
  })
}

function addUp(
  { counts, kinds, total }: GroupCountsShape,
  parents: readonly number[],
  quantities: readonly (GroupQuantities | null)[],
): readonly Sums[] {
  const totalColumn = counts.indexOf(total)
  const sums = quantities.map((areaQuantities): Sums => {
    if (!areaQuantities)
      return { counts: new Array<number>(counts.length + kinds.length).fill(0), weighted: 0 }
    const own = [
      ...counts.map((field) => areaQuantities.counts[field] ?? 0),
      ...kinds.map((kind) => areaQuantities.kinds[kind] ?? 0),
    ]
    return { counts: own, weighted: areaQuantities.typical * (own[totalColumn] ?? 0) }
  })
  // Parents stand before the areas in them, so from the last to the first each is whole before it is added.
  for (let at = sums.length - 1; at > 0; at -= 1) {
    const own = sums[at]
    const above = sums[parents[at] ?? -1]
    if (!own || !above) continue
    for (const [column, value] of own.counts.entries())
      above.counts[column] = (above.counts[column] ?? 0) + value
    above.weighted += own.weighted
  }
  return sums
}

function rowsOf(
  shape: GroupCountsShape,
  { areas }: SyntheticCountry,
  parents: readonly number[],
  sums: readonly Sums[],
  [group, period, sourceId]: readonly [string, number, number],
): Figure[][] {
  const totalColumn = shape.counts.indexOf(shape.total)
  const { counts } = protect({
    totals: totalsOf(shape),
    rows: sums.map((own, at) => ({ parent: parents[at] ?? -1, counts: own.counts })),
  })
  return areas.map(({ code, level, parents: { province } }, at) => {
    const { weighted = 0, counts: exact = [] } = sums[at] ?? {}
    // The median of a larger area is taken as the mean of its neighbourhoods' medians, weighted by their households.
    const typical = Math.round((weighted / Math.max(1, exact[totalColumn] ?? 0)) * 2) / 2
    const key = [code, group, period, sourceId, level === 'MUNICIPALITY' ? province : null]
    return storedRow(shape, key, typical, counts[at] ?? [])
  })
}

async function write(
  transaction: Knex.Transaction,
  database: Database,
  shape: GroupCountsShape,
  rows: readonly (readonly Figure[])[],
): Promise<void> {
  await writeBulk(transaction, database.dialect, {
    table: shape.table,
    columns: [
      'code',
      'group_name',
      'period',
      'source_id',
      'part_of',
      'absent',
      sqlName(shape.typical),
      ...countColumns(shape),
    ],
    key: ['code', 'group_name', 'period'],
    conflict: 'keep',
    rows,
  })
}
