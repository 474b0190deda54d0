/** Fills every subgraph with synthetic figures, or takes them out. */
import type { RunningSubgraph } from './subgraph.ts'
import { makeCountry, noCountry, type CountryOptions, type SyntheticCountry } from './synthetic/country.ts'

/** Seeds every subgraph with one and the same country. */
export async function seedAll(
  subgraphs: readonly RunningSubgraph[],
  options: CountryOptions,
): Promise<SyntheticCountry> {
  const country = makeCountry(options)
  for (const subgraph of subgraphs) await subgraph.seed(country)
  return country
}

/** Removes what seeds wrote from every subgraph; imported data is unchanged. */
export async function removeSeeds(subgraphs: readonly RunningSubgraph[]): Promise<void> {
  for (const subgraph of subgraphs) await subgraph.seed(noCountry)
}
