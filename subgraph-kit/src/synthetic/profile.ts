/**
 * A profile's figures for the whole invented country: a domain says what there is in one neighbourhood and year and how figures
 * follow from that; here it is added up to districts, municipalities, provinces and the country, and each level is rounded on its own.
 */
import type { Figure } from '../figures/figure.ts'
import type { SeedRow, SeedRows } from './seed.ts'
import type { SyntheticArea, SyntheticCountry } from './country.ts'
import type { Formula, Sums } from './formulas.ts'
import { draw } from './noise.ts'
import { Place } from './place.ts'

/** The formula of every indicator of a profile, by its field in the generated type: none forgotten, none unknown. */
export type Indicators<Profile, Name extends string> = Readonly<
  Record<
    Exclude<
      keyof Profile & string,
      '__typename' | 'period' | 'source' | 'sources' | 'missing' | 'statuses' | 'breaks'
    >,
    Formula<Name>
  >
>

export interface ProfileSeed<Profile, Name extends string> {
  /** What there is in one neighbourhood and year, exactly; each is added up over larger areas. */
  quantities(place: Place): Sums<Name>
  readonly indicators: Indicators<Profile, Name>
}

/** The rows of all areas of the first year, then of the next; made as they are read, anew at each reading. */
export function profileRows<Profile, Name extends string>(
  country: SyntheticCountry,
  seed: ProfileSeed<Profile, Name>,
): SeedRows {
  return {
    *[Symbol.iterator]() {
      for (const period of country.periods) yield* rowsOf(country, seed, period)
    },
  }
}

function* rowsOf<Profile, Name extends string>(
  country: SyntheticCountry,
  { quantities, indicators }: ProfileSeed<Profile, Name>,
  period: number,
): Iterable<SeedRow> {
  const published = Object.entries<Formula<Name>>(indicators).filter(
    ([, { from = period, until = period }]) => from <= period && period <= until,
  )
  const totals = new Map<string, Record<Name, number>>()
  for (const area of country.areas.filter(({ level }) => level === 'NEIGHBOURHOOD')) {
    const sums = quantities(new Place(country, area, period))
    addToParent(totals, area, sums)
    const figures: Record<string, Figure> = {}
    for (const [field, formula] of published) {
      figures[field] = isMissing(country, area, period, field, formula, sums)
        ? null
        : formula.figure(sums, area)
    }
    yield { code: area.code, period, figures }
  }
  // The smallest first, so that each is whole before it is added to what it lies in.
  for (const area of country.areas.filter(({ level }) => level !== 'NEIGHBOURHOOD').reverse()) {
    const sums = totals.get(area.code)
    if (!sums) continue
    addToParent(totals, area, sums)
    const figures: Record<string, Figure> = {}
    for (const [field, formula] of published) figures[field] = formula.figure(sums, area)
    yield { code: area.code, period, figures }
  }
}

function addToParent<Name extends string>(
  totals: Map<string, Record<Name, number>>,
  { parents }: SyntheticArea,
  sums: Sums<Name>,
): void {
  const parent = parents.district ?? parents.municipality ?? parents.province ?? parents.country
  if (!parent) return
  const total = totals.get(parent)
  if (!total) totals.set(parent, { ...sums })
  else for (const name in sums) total[name] += sums[name]
}

function isMissing<Name extends string>(
  { seed }: SyntheticCountry,
  { code }: SyntheticArea,
  period: number,
  field: string,
  { atLeast, gaps = 0 }: Formula<Name>,
  sums: Sums<Name>,
): boolean {
  if (atLeast && sums[atLeast[0]] < atLeast[1]) return true
  return gaps > 0 && draw(seed, code, `${field} gap`, period) < gaps
}
