/**
 * Who lives in a neighbourhood of the invented country: what kind of place it is, and from that its people by year. Every domain
 * builds on these, so that their figures belong together.
 */
import { apportion } from './apportion.ts'
import type { MapArea } from './map.ts'
import { deviation } from './noise.ts'

/** What kind of place an area is, each from 0 (least) to 1 (most). Larger areas have the average of their inhabitants. */
export interface Characteristics {
  /** Money: income, wealth and what homes are worth. */
  readonly affluence: number
  /** What people learnt, and so the work they have. Goes with affluence, not all the way. */
  readonly schooling: number
  /** Need of care and support. Goes against affluence, not all the way. */
  readonly frailty: number
  readonly urbanity: number
  /** Homes with children. */
  readonly families: number
  readonly greying: number
  readonly students: number
  /** People from elsewhere. */
  readonly diversity: number
}

/** People by age. */
export interface Ages {
  readonly to15: number
  readonly to25: number
  readonly to45: number
  readonly to65: number
  readonly older: number
}

/** People of each band of ages: how many, from which age, and under which. */
export function ageBands(ages: Ages): readonly (readonly [size: number, from: number, under: number])[] {
  return [
    [ages.to15, 0, 15],
    [ages.to25, 15, 25],
    [ages.to45, 25, 45],
    [ages.to65, 45, 65],
    [ages.older, 65, 95],
  ]
}

/** The people of an area on 1 January of a year, counted exactly. */
export interface People {
  readonly inhabitants: number
  readonly households: number
  readonly ages: Ages
}

export function characterise(seed: number, { code, parents }: MapArea): Characteristics {
  const municipality = parents.municipality ?? code
  const district = parents.district ?? code
  const own = (name: string) =>
    0.2 * deviation(seed, municipality, name) +
    0.35 * deviation(seed, district, name) +
    0.45 * deviation(seed, code, name)
  const centre = district.endsWith('01') ? 0.2 : 0
  const urbanity = share(0.5 + centre + tendency(municipality).urbanity + own('urbanity'))
  const affluence = share(
    0.56 + tendency(municipality).affluence - 0.15 * (urbanity - 0.5) + own('affluence'),
  )
  const families = share(0.55 - 0.3 * (urbanity - 0.5) + own('families'))
  return {
    affluence,
    schooling: share(0.56 + 0.6 * (affluence - 0.56) + 0.75 * own('schooling')),
    frailty: share(0.44 - 0.6 * (affluence - 0.56) + 0.75 * own('frailty')),
    urbanity,
    families,
    greying: share(0.45 - 0.5 * (families - 0.5) - 0.2 * (urbanity - 0.5) + own('greying')),
    students: share(1.2 * (urbanity - 0.6) + 0.6 * own('students')),
    diversity: share(0.35 + 0.35 * (urbanity - 0.5) - 0.45 * (affluence - 0.5) + 0.7 * own('diversity')),
  }
}

/** The second municipality copes, the third does not. */
function tendency(municipality: string): Pick<Characteristics, 'affluence' | 'urbanity'> {
  if (municipality === 'GM9002') return { affluence: 0.17, urbanity: -0.12 }
  return municipality === 'GM9003' ? { affluence: -0.22, urbanity: 0.12 } : { affluence: 0, urbanity: 0 }
}

export function populate(
  seed: number,
  { code, use }: MapArea,
  characteristics: Characteristics,
  periods: readonly number[],
): ReadonlyMap<number, People> {
  const { affluence, urbanity, families, greying, students } = characteristics
  const size = 1 + 0.75 * deviation(seed, code, 'size')
  const growth = 0.006 + 0.004 * (urbanity - 0.5) + 0.018 * deviation(seed, code, 'growth')
  let inhabitants =
    use === 'EMPTY' ? 0 : use === 'PREMISES' ? 12 + 30 * size * size * 0.4 : 1250 * size * size + 60
  const people = new Map<number, People>()
  for (const [index, period] of periods.entries()) {
    const rounded = use === 'PREMISES' ? Math.min(49, Math.round(inhabitants)) : Math.round(inhabitants)
    const [to15 = 0, to25 = 0, to45 = 0, to65 = 0, older = 0] = apportion(rounded, [
      0.09 + 0.12 * families,
      0.1 + 0.04 * urbanity + 0.3 * students,
      0.19 + 0.12 * urbanity + 0.03 * families,
      0.29 - 0.06 * urbanity - 0.002 * index,
      0.08 + 0.24 * greying + 0.003 * index,
    ])
    const householdSize =
      1.65 + 1.1 * families - 0.35 * urbanity - 0.35 * students + 0.1 * affluence - 0.008 * index
    people.set(period, {
      inhabitants: rounded,
      households: Math.round((rounded * 0.985) / Math.max(1.2, householdSize)),
      ages: { to15, to25, to45, to65, older },
    })
    inhabitants *= 1 + growth + 0.005 * deviation(seed, code, 'growth', period)
  }
  return people
}

/** Hectares of land: the more urban, the less for each inhabitant; open land and business parks need none. */
export function layOut(
  seed: number,
  code: string,
  { urbanity }: Characteristics,
  inhabitants: number,
): number {
  const perHectare = 4 + 130 * urbanity * urbanity
  const open = 8 + 70 * (1 - urbanity)
  return Math.round((inhabitants / perHectare + open) * (1 + 0.4 * deviation(seed, code, 'land')))
}

function share(number: number): number {
  return Math.max(0, Math.min(number, 1))
}
