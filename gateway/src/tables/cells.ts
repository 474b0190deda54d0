/** The cells of a row that are read from one element: its columns, the lists that go into a cell, and the status of each figure. Compiled once for a table. */
import { exactDigits } from '../json/exact-numbers.ts'
import type { Column } from './columns.ts'
import { unavailableStatus, valueStatus, type StatusSource } from './statuses.ts'

export type Cell = string | number | boolean | null
export type Row = readonly Cell[]

export type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json }
type JsonObject = Readonly<Record<string, Json>>

/** Writes the cells of this element into a row. */
export type FillCells = (element: Json, row: Cell[]) => void

/** Columns whose values stand in one object. */
interface Beside {
  readonly path: readonly string[]
  readonly values: { readonly index: number; readonly key: string; readonly isText: boolean }[]
}

/** For the columns of this level; null where it has none. `missingKey` is where objects tell what they miss. */
export function compileCells(
  columns: readonly Column[],
  level: number,
  missingKey: string,
): FillCells | null {
  const own = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => column.level === level)
  if (own.length === 0) return null
  const values = own.filter(({ column }) => column.isStatusOf === undefined)
  const joined = values.flatMap(({ column: { separator, keys }, index }) =>
    separator === undefined ? [] : [{ index, keys, separator }],
  )
  const elements = values.filter(({ column }) => column.separator === undefined && column.keys.length === 0)
  const groups = grouped(
    values.filter(({ column }) => column.separator === undefined && column.keys.length > 0),
  )
  const statuses = own.flatMap(({ column: { isStatusOf, status }, index }) =>
    isStatusOf === undefined || !status ? [] : [{ index, status }],
  )
  return (element, row) => {
    for (const { column, index } of elements) row[index] = cellOf(element, column.kind === 'text')
    for (const { path, values: beside } of groups) {
      const object = objectAt(element, path)
      for (const { index, key, isText } of beside)
        row[index] = object === null ? null : cellOf(ownValue(object, key), isText)
    }
    for (const { index, keys, separator } of joined) {
      const list = allAt(element, keys)
      row[index] = list && list.map((value) => cellOf(value, true) ?? '').join(separator)
    }
    for (const { index, status } of statuses)
      row[index] = row[index - 1] === null ? reasonAt(element, status, missingKey) : valueStatus
  }
}

function grouped(columns: readonly { readonly column: Column; readonly index: number }[]): readonly Beside[] {
  const groups = new Map<string, Beside>()
  for (const { column, index } of columns) {
    const path = column.keys.slice(0, -1)
    const name = JSON.stringify(path)
    const group = groups.get(name) ?? { path, values: [] }
    groups.set(name, group)
    group.values.push({ index, key: column.keys.at(-1) ?? '', isText: column.kind === 'text' })
  }
  return [...groups.values()]
}

/** What the objects on this path say of a field that is null. */
export function reasonAt(
  element: Json,
  { path, field }: Omit<StatusSource, 'parent'>,
  missingKey: string,
): string {
  const object = objectAt(element, path)
  const missing = object && ownValue(object, missingKey)
  if (!Array.isArray(missing)) return unavailableStatus
  for (const entry of missing as readonly Json[])
    if (isObject(entry) && entry['field'] === field)
      return typeof entry['reason'] === 'string' ? entry['reason'] : unavailableStatus
  return unavailableStatus
}

/** Text of every kind of identifier, enumeration and number of more digits than a double has as it is; of an object its JSON. */
function cellOf(value: Json, isText: boolean): Cell {
  if (value === null || typeof value === 'boolean') return isText && value !== null ? String(value) : value
  // Negative zero is 0, as in JSON.
  if (typeof value === 'number') return isText ? String(value) : value + 0
  if (typeof value === 'object') return JSON.stringify(value)
  const text = exactDigits(value) ?? value
  return isText ? text : Number(text)
}

/** The object at the end of these keys; null where there is none. */
export function objectAt(value: Json, keys: readonly string[]): JsonObject | null {
  let found = value
  for (const key of keys) {
    if (!isObject(found)) return null
    found = ownValue(found, key)
  }
  return isObject(found) ? found : null
}

/** The value at the end of these keys; null where there is none. */
export function valueAt(value: Json, keys: readonly string[]): Json {
  const object = objectAt(value, keys.slice(0, -1))
  return object && ownValue(object, keys.at(-1) ?? '')
}

/** The list at the end of these keys; null where there is none. */
export function listAt(value: Json, keys: readonly string[]): readonly Json[] | null {
  const list = valueAt(value, keys)
  return Array.isArray(list) ? (list as readonly Json[]) : null
}

/** The values at the end of these keys, through every list; null where there is none because a list or what it is in is null. */
function allAt(value: Json, keys: readonly string[]): readonly Json[] | null {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item) => allAt(item, keys) ?? [null])
  const [key, ...rest] = keys
  if (key === undefined) return [value]
  const inner = isObject(value) ? ownValue(value, key) : null
  return inner === null && rest.length > 0 ? null : allAt(inner, rest)
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A key may be the name of something that every object has. */
function ownValue(object: JsonObject, key: string): Json {
  if (key in Object.prototype && !Object.hasOwn(object, key)) return null
  return object[key] ?? null
}
