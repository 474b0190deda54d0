/**
 * The protected fields that an operation selects, and what its caller lacks for each. It tells what a refusal of the operation would tell, step by step:
 * whoever brings no token learns that one is needed; then which scopes; then which purposes.
 */
import { coordinatesIn } from '@samenhang/subgraph-kit/access/enforce'
import type { Access } from '@samenhang/subgraph-kit/caller'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import type { Permissions } from '../access/permissions.ts'
import type { Explain, Lack } from '../access/refusal.ts'

export interface PersonalField {
  /** `Type.field`. */
  readonly field: string
  readonly isAllowed: boolean
  /** What the caller has not got for it; null where it may have it. */
  readonly lacks: Lack | null
}

/** Sorted by name; none for an operation of what everyone may have. */
export function personalFields(
  document: DocumentNode,
  schema: GraphQLSchema,
  access: Access,
  permissions: Pick<Permissions, 'allows' | 'coordinates'>,
  explain: Explain,
): readonly PersonalField[] {
  const isGuarded = new Set(permissions.coordinates)
  return [...coordinatesIn(document, schema)]
    .filter((coordinate) => coordinate.includes('.') && isGuarded.has(coordinate))
    .sort()
    .map((field) => {
      const isAllowed = permissions.allows(field, access)
      return { field, isAllowed, lacks: isAllowed ? null : (explain(field) ?? null) }
    })
}
