/**
 * A file whose rows are items (a location, a building) as a table of areas: the rows of each area are counted, all of them and by the value of
 * each column that an indicator names. An item that stands twice refuses the file; an area without an item has no row, so nothing is a zero
 * that nobody counted.
 */
import type { DeclaredSource } from '../schema/declared-source.ts'
import type { Grid, GridRecord } from './grid.ts'
import { ImportRefused, type Cell } from './table.ts'

/** The header of what all rows of an area are. */
export const allItems = '*'

/** Throws ImportRefused where a column is missing, or an item stands twice. */
export async function countItems(origin: string, grid: Grid, source: DeclaredSource): Promise<Grid> {
  const { header } = grid
  const place = (column: string) => {
    const at = header.indexOf(column)
    if (at >= 0) return at
    const problem = `it has no column "${column}", by which items of ${source.name} are counted`
    throw new ImportRefused(origin, problem, 'Take the file from the publisher again.', { line: 1 })
  }
  const item = place(source.itemColumn ?? '')
  const code = place(
    source.codeColumns.find((column) => header.includes(column)) ?? source.codeColumns[0] ?? '',
  )
  const counted = [...source.columns].map((name) => {
    const [, column = '', value = ''] = /^([^=]+)=(.+)$/.exec(name) ?? []
    return { name, value, at: name === allItems ? null : place(column) }
  })
  const lines = new Map<string, number>()
  const areas = new Map<string, GridRecord & { readonly cells: Cell[] }>()
  for await (const { line, cells } of grid.records()) {
    const textAt = (at: number) => String(cells[at] ?? '').trim()
    const id = textAt(item)
    const earlier = lines.get(id)
    if (id === '' || earlier !== undefined) {
      const problem =
        id === ''
          ? 'the item has no number'
          : `item ${id.slice(0, 40)} stands twice, first on line ${String(earlier)}`
      throw new ImportRefused(origin, problem, 'Take the file from the publisher again.', {
        line,
        column: source.itemColumn ?? '',
      })
    }
    lines.set(id, line)
    const area = textAt(code)
    const row = areas.get(area) ?? { line, cells: [area, ...counted.map(() => 0)] }
    areas.set(area, row)
    for (const [index, { value, at }] of counted.entries())
      if (at === null || textAt(at) === value) row.cells[index + 1] = Number(row.cells[index + 1]) + 1
  }
  return {
    header: [header[code] ?? '', ...counted.map(({ name }) => name)],
    claims: grid.claims,
    rowCount: areas.size,
    async *records() {
      await Promise.resolve()
      yield* areas.values()
    },
  }
}
