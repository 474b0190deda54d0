/**
 * Which areas an area lies in, as its code tells: district, municipality and country. Which province is not in a code, so this
 * domain does not know it.
 */
import { countryOf, parentsOf } from '@samenhang/subgraph-kit/area-code'

/** The area itself first, then the areas it lies in, the country last. */
export function areasAround(code: string): readonly string[] {
  const { district, municipality } = parentsOf(code)
  return [...new Set([code, district, municipality, countryOf(code)])].filter((area) => area !== null)
}
