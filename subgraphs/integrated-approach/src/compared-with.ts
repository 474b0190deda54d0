/**
 * What an area is compared with: of how many municipalities areas of its level are loaded, and how many the country has. «The country» may be
 * said only where most of it is there; one imported municipality is compared with itself.
 */
import type { AreaInput } from './inputs.ts'
import type { ComparedWith } from './results.ts'

/** Municipalities of the Netherlands on 1 January (CBS, Gemeentelijke indeling); a year that is not here is not known. */
const municipalitiesIn: Readonly<Record<number, number>> = {
  2013: 408,
  2014: 403,
  2015: 393,
  2016: 390,
  2017: 388,
  2018: 380,
  2019: 355,
  2020: 355,
  2021: 352,
  2022: 345,
  2023: 342,
  2024: 342,
  2025: 342,
}

/** The part of the municipalities from which on the comparison is with the country. */
const most = 0.9

/** Over areas of one kind; `all` are those of every kind. */
export function compareWith(
  all: readonly AreaInput[],
  alike: readonly AreaInput[],
): Omit<ComparedWith, 'areas'> {
  const [first] = alike
  const country = first?.country ?? null
  const within = all.filter((area) => area.country === country)
  const loaded = municipalitiesOf(first, alike, within)
  const of = municipalitiesThereAre(country, alike, within)
  return { loaded, of, isWholeCountry: of !== null && loaded >= most * of }
}

/** A province or a country counts for the municipalities that are known in it, for it names none itself. */
function municipalitiesOf(
  first: AreaInput | undefined,
  alike: readonly AreaInput[],
  within: readonly AreaInput[],
): number {
  if (first?.level === 'COUNTRY' || first?.level === 'PROVINCE') {
    const codes = new Set(alike.map(({ code }) => code))
    return distinct(
      within.filter(
        ({ level, country, province }) =>
          level === 'MUNICIPALITY' && (codes.has(country ?? '') || codes.has(province ?? '')),
      ),
    )
  }
  return distinct(alike)
}

function municipalitiesThereAre(
  country: string | null,
  alike: readonly AreaInput[],
  within: readonly AreaInput[],
): number | null {
  const known = distinct(within)
  if (country !== 'NL00') return country === null ? null : known
  const newest = alike.reduce((year, area) => Math.max(year, area.newest), 0)
  const published = municipalitiesIn[newest]
  return published === undefined ? null : Math.max(published, known)
}

function distinct(areas: readonly AreaInput[]): number {
  return new Set(areas.flatMap(({ municipality }) => municipality ?? [])).size
}
