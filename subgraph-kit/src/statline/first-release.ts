/**
 * Whether a table is a first release of its year: the CBS fills a year in stages, and incomes, education, energy and Wmo
 * come last. Reads rows only until the first of those figures.
 */
import type { Grid } from './grid.ts'
import type { Layout } from './layout.ts'

const late = new Set([
  'AantalInkomensontvangers',
  'GemiddeldInkomenPerInwoner',
  'OpleidingsniveauLaag',
  'OpleidingsniveauHoog',
  'GemiddeldElektriciteitsverbruikTotaal',
  'GemiddeldeElektriciteitsleveringTotaal',
  'WmoClienten',
  'a_inkont',
  'g_ink_pi',
  'a_opl_lg',
  'a_opl_hg',
  'g_ele',
  'a_wmo_t',
])

/** True where such columns are there and hold no figure at all. */
export async function isFirstRelease(grid: Grid, { columns }: Layout): Promise<boolean> {
  const places = columns.filter(({ name }) => late.has(name)).map(({ index }) => index)
  if (places.length === 0) return false
  for await (const { cells } of grid.records()) {
    if (places.some((at) => /\d/.test(String(cells[at] ?? '')))) return false
  }
  return true
}
