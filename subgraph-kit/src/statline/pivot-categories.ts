/**
 * A table that gives figures in rows of several categories, as one with a record an area and year: the cells of each category that indicators
 * name stand side by side, behind those of the source's own categories. Read once, and held as text until the last row is there, for nothing
 * says in which order rows come. What the area and the year are is for declared-rows.ts to tell.
 */
import type { DeclaredSource } from '../schema/declared-source.ts'
import type { DeclaredLayout } from './declared-layout.ts'
import { textAt, type Grid, type GridRecord } from './grid.ts'
import { RowSets } from './row-sets.ts'
import { ImportRefused, type Cell, type CellsOf, type TableColumn } from './table.ts'

export interface Pivoted {
  readonly grid: Grid
  readonly layout: DeclaredLayout
  /** How many rows were of no declared category, by the dimension. */
  readonly leftOut: ReadonlyMap<string, number>
}

/** What is held of an area and year: its first row without figures, and the figures of each set. */
interface Held {
  readonly line: number
  readonly attributes: readonly Cell[]
  /** As JSON, which takes a tenth of the memory; undefined where there is no row of the set. */
  readonly figures: (string | undefined)[]
}

/**
 * Only sets that there are rows of have columns: a selection without a category says nothing about its figures. Throws ImportRefused where a
 * category of an area and year stands twice.
 */
export async function pivotCategories(
  origin: string,
  grid: Grid,
  layout: DeclaredLayout,
  source: DeclaredSource,
): Promise<Pivoted> {
  const sets = new RowSets(layout.dimensions, source)
  const places = new Map(sets.names.map((name, at) => [name, at]))
  const present = new Set<CellsOf>()
  const leftOut = new Map<string, number>()
  const seen = new Map<string, string>()
  const held = new Map<string, Held>()
  const indexes = layout.columns.map(({ index }) => index)
  const isFigure = new Set(indexes)
  for await (const record of grid.records()) {
    const { line, cells } = record
    const found = sets.find(origin, record, seen)
    if ('leftOut' in found) {
      leftOut.set(found.leftOut, 1 + (leftOut.get(found.leftOut) ?? 0))
      continue
    }
    const key = `${textAt(cells, layout.period) ?? ''} ${layout.area ?? textAt(cells, layout.code) ?? ''}`
    const of = held.get(key) ?? {
      line,
      attributes: cells.map((cell, index) => (isFigure.has(index) ? null : cell)),
      figures: [],
    }
    held.set(key, of)
    const at = places.get(found.cellsOf) ?? 0
    if (of.figures[at] !== undefined) throw twice(origin, line, found.cellsOf, key)
    of.figures[at] = JSON.stringify(indexes.map((index) => cells[index] ?? null))
    present.add(found.cellsOf)
  }
  const shown = sets.names.filter((name) => present.has(name))
  const columns = shown.flatMap((cellsOf, set) =>
    layout.columns.map((column, at): TableColumn => ({
      ...column,
      cellsOf,
      index: grid.header.length + set * indexes.length + at,
    })),
  )
  const none = JSON.stringify(indexes.map(() => null))
  return {
    grid: {
      header: [...grid.header, ...columns.map(({ header }) => header)],
      claims: grid.claims,
      rowCount: held.size,
      async *records(): AsyncGenerator<GridRecord> {
        await Promise.resolve()
        for (const { line, attributes, figures } of held.values()) {
          const besides = shown.flatMap(
            (name) => JSON.parse(figures[places.get(name) ?? 0] ?? none) as readonly Cell[],
          )
          yield { line, cells: [...attributes, ...besides] }
        }
      },
    },
    layout: { ...layout, columns, dimensions: [] },
    leftOut,
  }
}

function twice(origin: string, line: number, cellsOf: CellsOf, key: string): ImportRefused {
  const rows = cellsOf === 'figure' ? 'the rows' : `the rows of ${cellsOf}`
  return new ImportRefused(origin, `${rows} of ${key} stand twice`, 'Download the table again.', { line })
}
