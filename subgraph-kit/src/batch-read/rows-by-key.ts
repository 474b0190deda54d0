/** Rows that were read, laid beside the keys that were asked. A row has its key first. */

/** What is answered of one thing. */
export type Answer = Record<string, unknown>

/** The row of each key. Rows that come in the order of their keys, as they mostly do, are not searched. */
export function inOrder(
  keys: readonly string[],
  rows: readonly (readonly unknown[])[],
): readonly (readonly unknown[] | undefined)[] {
  if (rows.length === keys.length && rows.every((row, index) => row[0] === keys[index])) return rows
  const byKey = new Map(rows.map((row) => [row[0], row]))
  return keys.map((key) => byKey.get(key))
}
