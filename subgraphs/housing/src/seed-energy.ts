/** Invented use of energy by type and tenure: larger and more affluent homes use more, and all less by the year. */
import type { Place } from '@samenhang/subgraph-kit/synthetic/place'

export type DwellingType = 'apartments' | 'terraced' | 'corner' | 'semiDetached' | 'detached'
export type Energy = 'electricity' | 'gas'
export type EnergyKind = DwellingType | 'rental' | 'ownerOccupied' | 'dwellings'

/** Dwellings by type, and the same by tenure. */
export type Homes = Readonly<Record<Exclude<EnergyKind, 'dwellings'>, number>>

/** What a dwelling used in 2019, and all of them against 2019 in each year from then. */
const typical = {
  electricity: { apartments: 1_980, terraced: 2_700, corner: 2_800, semiDetached: 3_250, detached: 3_950 },
  gas: { apartments: 830, terraced: 1_130, corner: 1_330, semiDetached: 1_600, detached: 2_080 },
}
const trend = { electricity: [1, 1, 0.99, 0.94, 0.89, 0.88], gas: [1, 0.97, 1.04, 0.8, 0.72, 0.71] }

/** Kilowatt-hours and cubic metres of all dwellings of each type and tenure together; only those on gas use any. */
export function energyUse(place: Place, homes: Homes, onGas: number) {
  return { ...use('electricity', place, homes, 1), ...use('gas', place, homes, onGas) }
}

/** A tenant uses about a fifth less than an owner. */
function use<Of extends Energy>(of: Of, place: Place, homes: Homes, part: number) {
  const factor =
    part * (trend[of][place.yearsOn] ?? 1) * (0.8 + 0.4 * place.is.affluence) * place.vary(of, 0.06)
  const types = Object.keys(typical[of]) as DwellingType[]
  const used = types.map((type) => [type, homes[type] * typical[of][type] * factor] as const)
  const all = used.reduce((sum, [, amount]) => sum + amount, 0)
  const rental = (all * 0.8 * homes.rental) / Math.max(1, 0.8 * homes.rental + homes.ownerOccupied)
  const kinds = [...used, ['rental', rental], ['ownerOccupied', all - rental], ['dwellings', all]] as const
  return Object.fromEntries(kinds.map(([kind, amount]) => [`${of}.${kind}`, amount])) as Record<
    `${Of}.${EnergyKind}`,
    number
  >
}
