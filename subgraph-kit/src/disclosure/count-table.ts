/** A table of counts of which some are withheld, and what becomes of it. */
/**
 * A count: exact; null where there is none, which may be any number; withheld when it was stored; or of a column that its file does not
 * have, which the sum of the others in its row is whole without.
 */
export type Count = number | null | 'WITHHELD' | 'NO_COLUMN'

/** Counts of one subject and year: one row an area, one column a kind of count. */
export interface CountTable {
  readonly rows: readonly {
    /** The row of the area that this one is counted in too; -1 for none. */
    readonly parent: number
    readonly counts: readonly Count[]
    /** Its counts are protected and stored already: they stand as they are. */
    readonly stored?: boolean
    /** What is stored of it and now replaced: what was withheld stays so, beside others that stand. */
    readonly before?: readonly Count[]
  }[]
  /** Columns that are the sum of others in every row. */
  readonly totals: readonly { readonly total: number; readonly parts: readonly number[] }[]
}

/** Parts that add up to more than their whole, all of them exact. */
export interface Contradiction {
  readonly row: number
  readonly column: number
  readonly total: number
  readonly parts: number
}

export interface Protection {
  /** The counts of the rows that were not stored: rounded, or withheld; null where there is none. Stored rows as they were. */
  readonly counts: readonly (readonly Count[])[]
  readonly contradictions: readonly Contradiction[]
  /** Rows that cannot be protected: what is stored already gives one of their counts away. */
  readonly exposed: readonly number[]
}
