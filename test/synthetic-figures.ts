/** The invented figures of every domain, as their seeds give them; seeds are found by listing, so a new domain's are here too. */
import { existsSync } from 'node:fs'
import { readSlices, type Slice } from '@samenhang/schema/slices'
import type { Figure } from '@samenhang/subgraph-kit/figure'
import { readProfiles, type Profile } from '@samenhang/subgraph-kit/indicator'
import type { SeedRows } from '@samenhang/subgraph-kit/seed'
import { makeCountry, type SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'

export interface Seeded {
  readonly profile: Profile
  readonly rows: SeedRows
}

export const country = makeCountry()
const folder = new URL('../subgraphs/', import.meta.url)
export const seeded = (await Promise.all(readSlices().map(seedOf))).flat()
const figures = new Map(
  seeded.flatMap(({ profile, rows }) =>
    [...rows].map((row) => [`${profile.areaField} ${row.code} ${String(row.period)}`, row.figures] as const),
  ),
)
export const neighbourhoods = country.areas.filter(({ level }) => level === 'NEIGHBOURHOOD')
export const larger = country.areas.filter(({ level }) => level !== 'NEIGHBOURHOOD')

async function seedOf({ name, typeDefs }: Slice): Promise<readonly Seeded[]> {
  const file = new URL(`${name}/src/seed.ts`, folder)
  if (!existsSync(file)) return []
  const { seed } = (await import(file.href)) as {
    seed: (country: SyntheticCountry) => Readonly<Record<string, SeedRows>>
  }
  const seeds = seed(country)
  return readProfiles(typeDefs).flatMap((profile) => {
    const rows = seeds[profile.areaField]
    return rows ? { profile, rows } : []
  })
}

/** The figure at `housing.averageWozValue`; undefined where it was not published that year. */
export function figure(id: string, code: string, period: number): Figure | undefined {
  const [field = '', indicator = ''] = id.split('.')
  return figures.get(`${field} ${code} ${String(period)}`)?.[indicator]
}

export const number = (id: string, code: string, period: number) =>
  Number(figure(id, code, period) ?? Number.NaN)

/** The fields published of an area in a year. */
export function figuresOf(areaField: string, code: string, period: number): Readonly<Record<string, Figure>> {
  return figures.get(`${areaField} ${code} ${String(period)}`) ?? {}
}
