/**
 * Invented allocations: one municipality lets nearly as many homes as are sought, another a tenth of that; groups with a right to a
 * home get most of them, so others are crowded out. Added up exactly over areas, then protected as a whole.
 */
import type { SyntheticArea, SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { deviation, draw } from '@samenhang/subgraph-kit/synthetic/noise'
import { Place } from '@samenhang/subgraph-kit/synthetic/place'
import { homesOf, protectAllocations, type Homes } from './allocations.ts'
import { recipients, type Recipient } from './recipients.ts'

/** Of a hundred homes that are let. */
const shares: Readonly<Record<Recipient, number>> = {
  HOMELESS: 6,
  URGENT: 9,
  HOME_SEEKERS_IN_A_HURRY: 10,
  TRAVELLERS: 1,
  LEAVING_INSTITUTIONS: 8,
  OLDER_PEOPLE: 13,
  PEOPLE_WITH_DISABILITIES: 6,
  STUDENTS: 5,
  LABOUR_MIGRANTS: 2,
  STATUS_HOLDERS: 18,
  NONE: 22,
}

/** The homes of every area in a year, by code, protected. */
export function allocationsIn(country: SyntheticCountry, period: number): ReadonlyMap<string, Homes> {
  const { areas } = country
  const indexByCode = new Map(areas.map(({ code }, at) => [code, at]))
  const parents = areas.map((area) => indexByCode.get(parentOf(area) ?? '') ?? -1)
  const homes = areas.map((area) =>
    area.level === 'NEIGHBOURHOOD' ? letIn(country, area, period) : homesOf(new Map()),
  )
  // Areas stand after those they lie in: the last is whole before it is added to its parent.
  for (let at = areas.length - 1; at > 0; at -= 1) {
    const parent = parents[at] ?? -1
    const own = homes[at] ?? []
    homes[parent] = homes[parent]?.map((count, column) => count + (own[column] ?? 0)) ?? []
  }
  const { counts } = protectAllocations(homes.map((counts, at) => ({ parent: parents[at] ?? -1, counts })))
  return new Map(areas.map(({ code }, at) => [code, counts[at] ?? []]))
}

/** Each home falls to a recipient as chance has it, for a neighbourhood lets only a few. */
function letIn(country: SyntheticCountry, area: SyntheticArea, period: number): readonly number[] {
  const place = new Place(country, area, period)
  const total = place.some('homes let', place.households, lettingRate(country, area), 0.3)
  const homes = new Map<Recipient, number>()
  for (let home = 0; home < total; home += 1) {
    const recipient = recipientAt(100 * draw(country.seed, area.code, `home ${String(home)}`, period))
    homes.set(recipient, (homes.get(recipient) ?? 0) + 1)
  }
  return homesOf(homes)
}

/** Whose share of a hundred this number falls in. */
function recipientAt(number: number): Recipient {
  let from = 0
  return recipients.find((recipient) => number < (from += shares[recipient])) ?? 'NONE'
}

/** Homes let in a year, of all households of a municipality. */
function lettingRate({ seed }: SyntheticCountry, { parents: { municipality } }: SyntheticArea): number {
  if (municipality === 'GM9002') return 0.0095
  if (municipality === 'GM9003') return 0.0052
  return 0.0045 * (1 + 0.7 * deviation(seed, municipality ?? '', 'homes let'))
}

function parentOf({ parents }: SyntheticArea): string | null {
  return parents.district ?? parents.municipality ?? parents.province ?? parents.country
}
