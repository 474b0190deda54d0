/**
 * The executable directives of tables: `@row` on the list that makes the rows, and `@join(separator:)` on a list that goes into a cell. They are in no
 * schema and are taken out before an operation is validated, planned or run; what they mean is in tables/.
 */
import { visit, type DocumentNode } from 'graphql'

export const tableDirectives = { row: 'row', join: 'join' } as const

const names: ReadonlySet<string> = new Set(Object.values(tableDirectives))

/** The document itself where it has none. */
export function withoutTableDirectives(document: DocumentNode): DocumentNode {
  return visit(document, { Directive: ({ name }) => (names.has(name.value) ? null : undefined) })
}
