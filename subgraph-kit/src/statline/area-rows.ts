/**
 * The records of a grid as rows of areas: codes read and checked, names trimmed, each area once. Cells pass as they are.
 */
import { readAreaCode, whyNotIn } from './area-code.ts'
import { textAt, type Grid, type GridRecord } from './grid.ts'
import type { Layout } from './layout.ts'
import { ImportRefused, type TableRow } from './table.ts'

export interface AreaRowsOptions {
  readonly origin: string
  readonly grid: Grid
  readonly layout: Layout
  readonly period: number
  /** Names by code, where they came apart from the rows. */
  readonly names?: ReadonlyMap<string, string>
}

/** Throws ImportRefused at the first row whose code is missing, misshapen, not of the year, or there already. */
export async function* areaRows({
  origin,
  grid,
  layout,
  period,
  names,
}: AreaRowsOptions): AsyncGenerator<TableRow> {
  const lines = new Map<string, number>()
  const column = grid.header[layout.code] ?? ''
  for await (const record of grid.records()) {
    const { line, cells } = record
    const code = codeOf(origin, record, layout, column)
    const location = { line, column }
    const earlier = lines.get(code)
    if (earlier !== undefined) {
      const problem = `area ${code} stands twice, first on line ${earlier}`
      throw new ImportRefused(origin, problem, 'Remove one of them, or download the table again.', location)
    }
    lines.set(code, line)
    const reason = whyNotIn(code, period)
    if (reason !== null) {
      const problem = `area ${code} does not exist in ${period}: ${reason}`
      throw new ImportRefused(
        origin,
        problem,
        'The file is of another year: say which with --year.',
        location,
      )
    }
    const municipality = textAt(cells, layout.municipalityName)
    yield {
      line,
      code,
      name: names?.get(code) ?? nameOf(code, textAt(cells, layout.ownName), municipality),
      municipalityName: code === 'NL00' ? null : municipality,
      cells,
    }
  }
}

function codeOf(origin: string, { line, cells }: GridRecord, layout: Layout, column: string): string {
  const text = textAt(cells, layout.code)
  const code = text === null ? null : readAreaCode(text)
  const location = { line, column }
  if (code === null) {
    const problem = text === null ? 'the row has no area code' : `"${text.slice(0, 40)}" is no area code`
    throw new ImportRefused(origin, problem, 'Codes look like NL00, GM0363, WK036300, BU03630000.', location)
  }
  const other = layout.language === 'odata-keys' ? readAreaCode(textAt(cells, layout.ownName) ?? '') : null
  if (other !== null && other !== code) {
    throw new ImportRefused(
      origin,
      `the row has two codes, ${code} and ${other}`,
      'Download it again.',
      location,
    )
  }
  return code
}

/** Its own name; a municipality's and the country's also from the municipality column, where only codes are given. */
function nameOf(code: string, own: string | null, municipality: string | null): string | null {
  if (own !== null && readAreaCode(own) === null) return own
  return code.startsWith('GM') || code === 'NL00' ? municipality : null
}
