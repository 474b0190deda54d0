/**
 * What the cells tell about the release: the CBS fills a year in stages (incomes, education, energy and Wmo come last), and a first
 * release still carries columns of the year before, which it never fills. Reads rows only until nothing is left to be found.
 */
import type { Grid } from './grid.ts'
import type { Layout, NamedColumn } from './layout.ts'
import type { Cell } from './table.ts'

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
  const lateColumns = columns.filter(({ name }) => late.has(name)).map(({ index }) => index)
  if (lateColumns.length === 0) return false
  for await (const { cells } of grid.records()) {
    if (lateColumns.some((at) => isFigure(cells[at]))) return false
  }
  return true
}

/** The names of those of the columns that hold a figure in any row. */
export async function filledNames(grid: Grid, columns: readonly NamedColumn[]): Promise<ReadonlySet<string>> {
  const filled = new Set<string>()
  let unfilled = columns
  for await (const { cells } of grid.records()) {
    unfilled = unfilled.filter(({ name, index }) => {
      if (!isFigure(cells[index])) return true
      filled.add(name)
      return false
    })
    if (unfilled.length === 0) break
  }
  return filled
}

/** -99990 and its like mark what is missing. */
function isFigure(cell: Cell | undefined): boolean {
  const text = String(cell ?? '').trim()
  return /\d/.test(text) && !/^-9999\d/.test(text)
}
