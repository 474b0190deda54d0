/**
 * Which counts of a table are withheld: counts are withheld until every equation between them (equations.ts) keeps what disclosure.ts
 * promises. The count whose loss costs least goes first; what was stored before never changes.
 */
import type { Contradiction, Count, CountTable, Protection } from './count-table.ts'
import { Equations, type Sides } from './equations.ts'

/** Fewer than this are withheld. */
const threshold = 10
const step = 5
/** A count that was rounded when it was stored may be this far from the true one. */
const slack = 2

const published = 0
const suppressed = 1
const absent = 2

// Counts lie in flat arrays, at row * columns + column: a country has two hundred thousand of them.
export class CellSuppression {
  readonly #table: CountTable
  readonly #equations: Equations
  readonly #columns: number
  readonly #values: Float64Array
  readonly #states: Uint8Array
  /** 1: stored already and so rounded; 2: given away by what is stored. Neither can be withheld any more. */
  readonly #fixed: Uint8Array
  /** Published as it was before, so nothing new. */
  readonly #same: Uint8Array
  /** Withheld counts by equation: those of areas first (at the whole's index), then totals row by row. */
  readonly #suppressedIn: Uint32Array
  readonly #queued: Uint8Array
  readonly #queue: number[] = []
  readonly #contradictions: Contradiction[] = []
  readonly #exposed = new Set<number>()

  constructor(table: CountTable) {
    const { rows } = table
    this.#table = table
    this.#equations = new Equations(table)
    const { columns, size, length } = this.#equations
    this.#columns = columns
    this.#values = new Float64Array(size).fill(Number.NaN)
    this.#states = new Uint8Array(size)
    this.#fixed = new Uint8Array(size)
    this.#same = new Uint8Array(size)
    this.#suppressedIn = new Uint32Array(length)
    this.#queued = new Uint8Array(length)
    for (const [row, { counts, stored = false, before }] of rows.entries()) {
      for (const [column, count] of counts.entries()) {
        const cell = row * this.#columns + column
        if (stored) this.#fixed[cell] = 1
        if (count === null || count === 'NO_COLUMN') this.#states[cell] = absent
        else if (count === 'WITHHELD') this.#suppress(cell)
        else {
          this.#values[cell] = count
          const earlier = before?.[column]
          if (!stored && (count < threshold || earlier === 'WITHHELD')) this.#suppress(cell)
          const current = this.#states[cell] === suppressed ? 'WITHHELD' : Math.round(count / step) * step
          if (earlier === current) this.#same[cell] = 1
        }
      }
    }
  }

  solve(): void {
    for (let equation = 0; equation < this.#suppressedIn.length; equation += 1) {
      if (!this.#equations.exists(equation)) continue
      this.#enqueue(equation)
      this.#compare(equation)
    }
    if (this.#fixed.includes(1)) this.#pin()
    for (let equation = this.#queue.pop(); equation !== undefined; equation = this.#queue.pop()) {
      this.#queued[equation] = 0
      while (!this.#holds(equation)) {
        const cell = this.#choose(equation)
        if (cell === null) {
          this.#expose(equation)
          break
        }
        this.#suppress(cell)
      }
    }
  }

  result(): Protection {
    const counts = this.#table.rows.map((row, index) =>
      row.stored
        ? row.counts
        : row.counts.map((count, column): Count => {
            if (typeof count !== 'number') return count
            return this.#states[index * this.#columns + column] === suppressed
              ? 'WITHHELD'
              : Math.round(count / step) * step
          }),
    )
    return { counts, contradictions: this.#contradictions, exposed: [...this.#exposed] }
  }

  #suppress(cell: number): void {
    this.#states[cell] = suppressed
    this.#same[cell] = 0
    for (const equation of this.#equations.of(cell)) {
      this.#suppressedIn[equation] = (this.#suppressedIn[equation] ?? 0) + 1
      this.#enqueue(equation)
    }
    // An area whose count is shown also speaks of what lies in the withheld areas between.
    const column = cell % this.#columns
    let row = this.#table.rows[(cell - column) / this.#columns]?.parent ?? -1
    while (row >= 0) {
      const above = row * this.#columns + column
      this.#enqueue(above)
      if (this.#states[above] === published) break
      row = this.#table.rows[row]?.parent ?? -1
    }
  }

  #enqueue(equation: number): void {
    if (this.#queued[equation] === 1) return
    this.#queued[equation] = 1
    this.#queue.push(equation)
  }

  /** What the parts lack of the whole: what stands in no row. Zero where it cannot be known; null where they are too many. */
  #rest({ total, parts }: Sides): number | null {
    let rest = this.#values[total] ?? Number.NaN
    let rounded = this.#isRounded(total)
    for (const part of parts) {
      rest -= this.#values[part] ?? Number.NaN
      rounded += this.#isRounded(part)
    }
    if (Number.isNaN(rest)) return 0
    if (rest < -slack * rounded) return null
    return rest > slack * rounded ? rest : 0
  }

  /** Whether all of it, in the withheld areas too, is published already: then it cannot be made to tell less. */
  #isOld({ total, parts }: Sides): boolean {
    const isOld = (cell: number) => this.#fixed[cell] === 1 || this.#same[cell] === 1
    if (!isOld(total)) return false
    const inArea = total % this.#columns === (parts[0] ?? 0) % this.#columns
    const left = [...parts]
    for (let part = left.pop(); part !== undefined; part = left.pop()) {
      if (!isOld(part)) return false
      if (inArea && this.#states[part] !== published) left.push(...this.#partsWithin(part))
    }
    return true
  }

  #isRounded(cell: number): number {
    return this.#fixed[cell] === 1 ? 1 : 0
  }

  /** Notes a contradiction, which is no equation to protect. */
  #compare(equation: number): void {
    const { total, parts } = this.#equations.sides(equation)
    if (this.#fixed[total] === 1) return
    let sum = 0
    for (const part of parts) {
      const value = this.#values[part] ?? Number.NaN
      if (this.#fixed[part] === 0 && !Number.isNaN(value)) sum += value
    }
    const value = this.#values[total] ?? Number.NaN
    if (sum > value) {
      const column = total % this.#columns
      this.#contradictions.push({ row: (total - column) / this.#columns, column, total: value, parts: sum })
    }
  }

  #holds(equation: number): boolean {
    const sides = this.#equations.sides(equation)
    if (sides.parts.length === 0) return true
    const rest = this.#rest(sides)
    if (rest === null || this.#isOld(sides)) return true
    const { total, parts } = sides
    let secret = 0
    let open = rest > 0 ? 1 : 0
    for (const part of parts) {
      if (this.#states[part] === suppressed) secret += 1
      else if (this.#states[part] === absent) open += 1
    }
    if (this.#states[total] === suppressed) return secret + open > 0
    if (this.#states[total] === absent || secret + open === 0) return true
    if (secret === 1 && open === 0) return false
    return this.#remainder(sides) >= threshold
  }

  /**
   * What the withheld parts are together, at the least: the whole less all that is shown, in the withheld areas too. Where stored
   * counts leave that uncertain, those that are known exactly are a bound as well.
   */
  #remainder({ total, parts }: Sides): number {
    let remainder = this.#values[total] ?? 0
    let rounded = this.#isRounded(total)
    let certain = 0
    let subtracted = false
    const left = [...parts]
    for (let part = left.pop(); part !== undefined; part = left.pop()) {
      if (this.#states[part] === published) {
        remainder -= this.#values[part] ?? 0
        rounded += this.#isRounded(part)
        subtracted = true
        continue
      }
      const within = total % this.#columns === part % this.#columns ? this.#partsWithin(part) : []
      const value = this.#values[part] ?? Number.NaN
      if (within.length > 0) left.push(...within)
      else if (!Number.isNaN(value)) certain += value
    }
    return subtracted ? Math.max(remainder - slack * rounded, certain) : remainder
  }

  /** The counts of the areas in a withheld one, where these add up to it. */
  #partsWithin(cell: number): readonly number[] {
    const sides = this.#equations.sides(cell)
    return this.#rest(sides) === null ? [] : sides.parts
  }

  /** The count whose loss costs least: small, and in few equations that have nothing withheld yet. */
  #choose(equation: number): number | null {
    const { total, parts } = this.#equations.sides(equation)
    const free = (cell: number) => this.#states[cell] === published && this.#fixed[cell] === 0
    let best: number | null = null
    let least = Infinity
    const left = [...parts]
    for (let part = left.pop(); part !== undefined; part = left.pop()) {
      if (free(part)) {
        const broken = this.#equations
          .of(part)
          .filter((other) => (this.#suppressedIn[other] ?? 0) === 0).length
        const cost = (this.#values[part] ?? 0) * (1 + broken)
        if (cost < least || (cost === least && best !== null && part < best)) {
          best = part
          least = cost
        }
      } else if (this.#states[part] !== published && total % this.#columns === part % this.#columns) {
        left.push(...this.#partsWithin(part))
      }
    }
    return best ?? (free(total) ? total : null)
  }

  /** Counts that follow from those stored are known already: withholding them would protect nothing. */
  #pin(): void {
    for (let pinned = true; pinned;) {
      pinned = false
      for (let equation = 0; equation < this.#suppressedIn.length; equation += 1) {
        if (!this.#equations.exists(equation)) continue
        const sides = this.#equations.sides(equation)
        if (this.#rest(sides) !== 0) continue
        const unknown = [sides.total, ...sides.parts].filter(
          (cell) => this.#fixed[cell] === 0 || this.#states[cell] !== published,
        )
        const [cell] = unknown
        if (
          unknown.length === 1 &&
          cell !== undefined &&
          this.#fixed[cell] === 0 &&
          this.#states[cell] === published
        ) {
          this.#fixed[cell] = 2
          pinned = true
        }
      }
    }
  }

  #expose(equation: number): void {
    const { total, parts } = this.#equations.sides(equation)
    for (const cell of [total, ...parts]) {
      const row = Math.floor(cell / this.#columns)
      if (!this.#table.rows[row]?.stored) this.#exposed.add(row)
    }
  }
}
