/**
 * The equations between the counts of a table: an area's count is the sum over the areas in it, and a total of a row is the sum of its parts. Counts
 * are numbered row * columns + column. Equations of areas come first, each at the index of its total; those of rows follow, row by row.
 */
import type { CountTable } from './count-table.ts'

/** The two sides of an equation: indexes of counts. */
export interface Sides {
  readonly total: number
  readonly parts: readonly number[]
}

export class Equations {
  readonly columns: number
  /** The number of counts. */
  readonly size: number
  /** The number of equations. */
  readonly length: number
  /** 1: the file of this count has no such column, so the count is not part of the total of its row. */
  readonly #outside: Uint8Array
  readonly #table: CountTable
  readonly #children: readonly (readonly number[])[]
  readonly #totalsOf: readonly (readonly number[])[]

  constructor(table: CountTable) {
    const { rows, totals } = table
    this.#table = table
    this.columns = rows[0]?.counts.length ?? 0
    this.size = rows.length * this.columns
    this.length = this.size + rows.length * totals.length
    this.#outside = new Uint8Array(this.size)
    this.#totalsOf = Array.from({ length: this.columns }, (_, column) =>
      totals.flatMap(({ total, parts }, index) =>
        total === column || parts.includes(column) ? [index] : [],
      ),
    )
    const children: number[][] = rows.map(() => [])
    for (const [row, { parent, counts }] of rows.entries()) {
      children[parent]?.push(row)
      for (const [column, count] of counts.entries())
        if (count === 'NO_COLUMN') this.#outside[row * this.columns + column] = 1
    }
    this.#children = children
  }

  exists(equation: number): boolean {
    if (equation >= this.size) return this.sides(equation).parts.length > 0
    return (this.#children[Math.floor(equation / this.columns)]?.length ?? 0) > 0
  }

  sides(equation: number): Sides {
    if (equation < this.size) {
      const column = equation % this.columns
      const children = this.#children[(equation - column) / this.columns] ?? []
      return { total: equation, parts: children.map((row) => row * this.columns + column) }
    }
    const { totals } = this.#table
    const index = (equation - this.size) % totals.length
    const start = ((equation - this.size - index) / totals.length) * this.columns
    const { total = 0, parts = [] } = totals[index] ?? {}
    return {
      total: start + total,
      parts: parts.map((column) => start + column).filter((cell) => this.#outside[cell] === 0),
    }
  }

  /** The equations that contain a count. */
  of(cell: number): number[] {
    const column = cell % this.columns
    const row = (cell - column) / this.columns
    const equations = (this.#totalsOf[column] ?? []).map(
      (index) => this.size + row * this.#table.totals.length + index,
    )
    if (this.#children[row]?.length) equations.push(cell)
    const parent = this.#table.rows[row]?.parent ?? -1
    if (parent >= 0) equations.push(parent * this.columns + column)
    return equations
  }
}
