/**
 * Invented numbers of distinct households over all focus groups: about an eighth of those in a group are in another one too. Added up
 * exactly over areas, then protected as a whole.
 */
import type { SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { Place } from '@samenhang/subgraph-kit/synthetic/place'
import { seekersIn } from '@samenhang/subgraph-kit/synthetic/seekers'
import { protectOverlaps, type ProtectedOverlap } from './overlap.ts'

interface Sums {
  distinct: number
  readonly groups: number[]
}

/** The distinct households of every area in a year, exactly, and those of each group. */
export function overlapsIn(
  country: SyntheticCountry,
  period: number,
): readonly (Sums & { readonly code: string })[] {
  const { areas } = country
  const index = new Map(areas.map(({ code }, at) => [code, at]))
  const sums = areas.map((area) => {
    if (area.level !== 'NEIGHBOURHOOD') return { code: area.code, distinct: 0, groups: [] as number[] }
    const place = new Place(country, area, period)
    const groups = Object.values(seekersIn(place)).map(({ households }) => households)
    const together = groups.reduce((sum, households) => sum + households, 0)
    const distinct = Math.max(...groups, Math.round(together * place.own('in one group only', 0.04) * 0.87))
    return { code: area.code, distinct: Math.min(together, distinct), groups }
  })
  // Areas stand after those they lie in: the last is whole before it is added to its parent.
  for (let at = sums.length - 1; at > 0; at -= 1) {
    const { district, municipality, province, country: ofCountry } = areas[at]?.parents ?? {}
    const own = sums[at]
    const above = sums[index.get(district ?? municipality ?? province ?? ofCountry ?? '') ?? -1]
    if (!own || !above) continue
    above.distinct += own.distinct
    for (const [group, households] of own.groups.entries())
      above.groups[group] = (above.groups[group] ?? 0) + households
  }
  return sums
}

/** The same, protected. */
export function protectedOverlapsIn(country: SyntheticCountry, period: number): readonly ProtectedOverlap[] {
  const provinceOf = new Map(
    country.areas.map(({ code, level, parents }) => [
      code,
      level === 'MUNICIPALITY' ? parents.province : null,
    ]),
  )
  const exact = overlapsIn(country, period).map((area) => ({
    ...area,
    province: provinceOf.get(area.code) ?? null,
  }))
  return protectOverlaps(exact, []).protectedRows
}
