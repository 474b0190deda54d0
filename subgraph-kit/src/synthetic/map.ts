/**
 * The map of the invented country: which areas there are, what they are called and what lies in what. It gives codes the CBS does
 * not issue: NL99, provinces down from PV99, municipalities up from GM9001. Who lives there belongs to population.ts.
 */
import type { AreaLevel } from '../identifiers/area-code.ts'
import { apportion } from './apportion.ts'
import { districtName, municipalityName, neighbourhoodNamer, provinceName, type Use } from './names.ts'
import { deviation } from './noise.ts'

/** The codes of the areas that an area lies in; null for those it has none of. */
export interface Parents {
  readonly country: string | null
  readonly province: string | null
  readonly municipality: string | null
  readonly district: string | null
}

/** An area before anyone lives there. */
export interface MapArea {
  readonly code: string
  readonly name: string
  readonly level: AreaLevel
  readonly parents: Parents
  readonly use: Use
}

export const mostNeighbourhoods = 40_000
const country = 'NL99'
const nowhere: Parents = { country: null, province: null, municipality: null, district: null }

/** Parents before the areas in them; areas of one level together, in order of code. */
export function drawMap(seed: number, neighbourhoods: number): readonly MapArea[] {
  const count = between(Math.min(3, neighbourhoods), Math.round(neighbourhoods / 41), 999)
  const numbers = Array.from({ length: count }, (_, index) => 9001 + index)
  const sizes = apportion(
    neighbourhoods,
    numbers.map((number) => 1 + 0.5 * deviation(seed, String(number), 'size')),
  )
  const provinces = between(1, Math.round(count / 28.5), 20)
  const areas: MapArea[] = [area(country, 'COUNTRY', 'Voorbeeldland (verzonnen)', nowhere)]
  for (let index = 0; index < provinces; index += 1) {
    areas.push(area(`PV${String(99 - index)}`, 'PROVINCE', provinceName(index), { ...nowhere, country }))
  }
  for (const [index, number] of numbers.entries()) {
    const province = `PV${String(99 - Math.floor((index * provinces) / count))}`
    const municipality = area(`GM${String(number)}`, 'MUNICIPALITY', municipalityName(index), {
      ...nowhere,
      country,
      province,
    })
    areas.push(
      municipality,
      ...within(seed, municipality, sizes[index] ?? 0, neighbourhoods < 200 ? 8.3 : 4.1),
    )
  }
  const order: readonly AreaLevel[] = ['COUNTRY', 'PROVINCE', 'MUNICIPALITY', 'DISTRICT', 'NEIGHBOURHOOD']
  return order.flatMap((level) => areas.filter((candidate) => candidate.level === level))
}

/** The districts and neighbourhoods of a municipality. */
function within(seed: number, municipality: MapArea, neighbourhoods: number, perDistrict: number): MapArea[] {
  const { code, parents } = municipality
  const digits = code.slice(2)
  const count = between(1, Math.round(neighbourhoods / perDistrict), 99)
  const sizes = apportion(
    neighbourhoods,
    Array.from({ length: count }, (_, index) => 1 + 0.3 * deviation(seed, code, `district ${String(index)}`)),
  )
  const nameOf = neighbourhoodNamer(seed, code)
  return sizes.flatMap((size, index) => {
    const stem = `${digits}${twoDigits(index + 1)}`
    const inMunicipality = { ...parents, municipality: code }
    const district = area(`WK${stem}`, 'DISTRICT', districtName(index), inMunicipality)
    const inDistrict = { ...inMunicipality, district: district.code }
    const neighbourhoodsOfIt = Array.from({ length: size }, (_, position) => {
      const use = position === size - 1 && size > 2 ? useOfTheLast(Number(digits), index) : 'HOMES'
      const name = nameOf(index, position, use)
      return area(`BU${stem}${twoDigits(position + 1)}`, 'NEIGHBOURHOOD', name, inDistrict, use)
    })
    return [district, ...neighbourhoodsOfIt]
  })
}

/** One district in four ends in a business park or open land; the smallest country has both. */
function useOfTheLast(municipality: number, district: number): Use {
  const turn = (municipality * 5 + district) % 12
  if (turn === 4) return 'EMPTY'
  return turn === 0 || turn === 8 ? 'PREMISES' : 'HOMES'
}

function area(code: string, level: AreaLevel, name: string, parents: Parents, use: Use = 'HOMES'): MapArea {
  return { code, name, level, parents, use }
}

function between(least: number, number: number, most: number): number {
  return Math.max(least, Math.min(number, most))
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
