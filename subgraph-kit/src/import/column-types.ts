/**
 * What a cell of a subgraph's own CSV format may hold: how it is read and how what is expected is said. An unreadable cell is
 * undefined; the importer says where it stands.
 */
import { levelOf, type AreaLevel } from '../identifiers/area-code.ts'

export interface ColumnType<Value> {
  /** For a message: «a whole number of 0 or more». */
  readonly expected: string
  /** The value of a trimmed cell that is not empty, or undefined where it is none. */
  read(text: string): Value | undefined
  /** What an empty cell means; undefined where it may not be empty. */
  readonly empty?: Value
  /** What a database that has neither keeps it as: a boolean as 0 or 1, a list as JSON. */
  readonly storedAs?: 'boolean' | 'list'
}

export const text: ColumnType<string> = { expected: 'a text', read: (cell) => cell }

export const count: ColumnType<number> = {
  expected: 'a whole number of 0 or more',
  read: (cell) => (/^\d{1,9}$/.test(cell) ? Number(cell) : undefined),
}

export const signedCount: ColumnType<number> = {
  expected: 'a whole number, with - where it is under 0',
  read: (cell) => (/^-?\d{1,9}$/.test(cell) ? Number(cell) + 0 : undefined),
}

/** A number of 0 or more, with a decimal point or comma. */
export const decimal: ColumnType<number> = {
  expected: 'a number such as 12.5',
  read: (cell) => (/^\d{1,9}([.,]\d{1,2})?$/.test(cell) ? Number(cell.replace(',', '.')) : undefined),
}

export const year: ColumnType<number> = {
  expected: 'a year such as 2024',
  read: (cell) => (/^(19|20)\d\d$/.test(cell) ? Number(cell) : undefined),
}

/** A day as text, `2024-03-31`. */
export const day: ColumnType<string> = {
  expected: 'a date such as 2024-03-31',
  read: (cell) => (isDay(cell) ? cell : undefined),
}

function isDay(cell: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(cell)) return false
  const date = new Date(`${cell}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(cell)
}

/** A quarter as text, `2026-Q3`. */
export const quarter: ColumnType<string> = {
  expected: 'a quarter such as 2026-Q3',
  read: (cell) => (/^20\d\d-Q[1-4]$/.test(cell) ? cell : undefined),
}

/** A half-year as text, `2025-H1`. */
export const halfYear: ColumnType<string> = {
  expected: 'a half-year such as 2025-H1',
  read: (cell) => (/^20\d\d-H[12]$/.test(cell) ? cell : undefined),
}

export const yesOrNo: ColumnType<boolean> = {
  expected: 'yes or no',
  storedAs: 'boolean',
  read: (cell) => (cell === 'yes' ? true : cell === 'no' ? false : undefined),
}

/** An area code of one of these levels, of any level without. */
export function areaCode(...levels: readonly AreaLevel[]): ColumnType<string> {
  const which = levels.length === 0 ? '' : ` of a ${levels.join(' or ').toLowerCase()}`
  return {
    expected: `the area code${which}`,
    read(cell) {
      const level = levelOf(cell)
      return level && (levels.length === 0 || levels.includes(level)) ? cell : undefined
    },
  }
}

export function oneOf<Value extends string>(...values: readonly Value[]): ColumnType<Value> {
  return { expected: `one of ${values.join(', ')}`, read: (cell) => values.find((value) => value === cell) }
}

/** One of these values, or a name that one of them had before: a cell may say either, and is read as the value of today. */
export function oneOfRenamed<Value extends string>(
  values: readonly Value[],
  former: ReadonlyMap<string, Value>,
): ColumnType<Value> {
  const type = oneOf(...values)
  return { ...type, read: (cell) => type.read(former.get(cell) ?? cell) }
}

/** Several values in one cell, apart by spaces or `|`; none where it is empty. */
export function listOf<Value>(type: ColumnType<Value>): ColumnType<readonly Value[]> {
  return {
    expected: `${type.expected}, or several apart by spaces`,
    empty: [],
    storedAs: 'list',
    read(cell) {
      const values = cell.split(/[\s|]+/).map((part) => type.read(part))
      return values.some((value) => value === undefined) ? undefined : (values as Value[])
    },
  }
}

/** Null where the cell is empty. */
export function optional<Value>(type: ColumnType<Value>): ColumnType<Value | null> {
  return { ...type, expected: `${type.expected}, or nothing`, empty: null }
}
