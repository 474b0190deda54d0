/**
 * Which rows of a declared table hold what, by the categories of its dimensions: the figures, their limits, and figures of other categories that
 * indicators name. A row of none of them is left out, and of a dimension that is not declared all rows must have one value.
 */
import type { Category, DeclaredSource, FixedDimension } from '../schema/declared-source.ts'
import type { DimensionColumn } from './declared-layout.ts'
import { textAt, type GridRecord } from './grid.ts'
import { ImportRefused, type CellsOf } from './table.ts'

/** One set of rows: what it is of, and the texts that its rows have in each declared dimension. */
interface RowSet {
  readonly cellsOf: CellsOf
  readonly texts: readonly (readonly string[])[]
}

interface FixedColumn extends DimensionColumn {
  readonly fixed: FixedDimension
}

/** The set of a record, or the dimension by which it is of none. */
export type Found = { readonly cellsOf: CellsOf } | { readonly leftOut: string }

export class RowSets {
  /** The sets in order: the figures of the source's own categories, limits, other categories. */
  readonly names: readonly CellsOf[]
  readonly #sets: readonly RowSet[]
  readonly #fixed: readonly FixedColumn[]
  readonly #free: readonly DimensionColumn[]
  readonly #found = new Map<string, Found>()

  constructor(dimensions: readonly DimensionColumn[], { categories }: Pick<DeclaredSource, 'categories'>) {
    this.#fixed = dimensions.filter((one): one is FixedColumn => one.fixed !== null)
    this.#free = dimensions.filter(({ fixed }) => fixed === null)
    const hasLimits = this.#fixed.some(({ fixed }) => fixed.lower.length > 0)
    const textsOf = (side: 'values' | 'lower' | 'upper') =>
      this.#fixed.map(({ fixed }) => (fixed[side].length > 0 ? fixed[side] : fixed.values))
    const textsIn = (own: readonly Category[]) =>
      this.#fixed.map(
        ({ fixed }) => own.find(({ names }) => names[0] === fixed.names[0])?.values ?? fixed.values,
      )
    const sets: readonly RowSet[] = [
      { cellsOf: 'figure', texts: textsOf('values') },
      ...(hasLimits
        ? (['lower', 'upper'] as const).map((side) => ({ cellsOf: side, texts: textsOf(side) }))
        : []),
      ...[...categories].map(([cellsOf, own]) => ({ cellsOf, texts: textsIn(own) })),
    ]
    this.#sets = sets.map(inLowerCase)
    this.names = this.#sets.map(({ cellsOf }) => cellsOf)
  }

  /** `seen`: the value that rows have so far of each dimension that is not declared. Throws ImportRefused at a second one. */
  find(origin: string, { line, cells }: GridRecord, seen: Map<string, string>): Found {
    for (const { index, header } of this.#free)
      checkOne(origin, line, header, textAt(cells, index) ?? '', seen)
    if (this.#fixed.length === 0) return figures
    const texts = this.#fixed.map(({ index }) => (textAt(cells, index) ?? '').toLowerCase())
    const key = texts.join('\n')
    const known = this.#found.get(key)
    if (known) return known
    const found = this.#setOf(texts)
    this.#found.set(key, found)
    return found
  }

  #setOf(texts: readonly string[]): Found {
    const set = this.#sets.find((one) => one.texts.every((allowed, at) => allowed.includes(texts[at] ?? '')))
    if (set) return set
    const stray = this.#fixed.findIndex((_, at) =>
      this.#sets.every((one) => !one.texts[at]?.includes(texts[at] ?? '')),
    )
    return { leftOut: this.#fixed[Math.max(0, stray)]?.header ?? '' }
  }
}

/** Publishers write a category now with a capital, then without. */
const inLowerCase = ({ cellsOf, texts }: RowSet): RowSet => ({
  cellsOf,
  texts: texts.map((some) => some.map((text) => text.toLowerCase())),
})

const figures: Found = { cellsOf: 'figure' }

function checkOne(origin: string, line: number, name: string, text: string, seen: Map<string, string>): void {
  const first = seen.get(name) ?? text
  seen.set(name, first)
  if (first === text) return
  const problem = `the rows are of several ${name} (${first}, ${text}), and no value of it is declared`
  throw new ImportRefused(origin, problem, 'Take the rows of one of them.', { line, column: name })
}
