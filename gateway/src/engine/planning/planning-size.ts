/**
 * The planning size of an operation: its fields, with fragments written out, each counted once for every
 * possible object type within every possible type of its parent. Planning time follows this number, because a
 * field of an interface is planned for each of its types.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  Kind,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import { fragmentsOf, oncePerFragment } from '../document/fragments.ts'

export const mostFieldsPlanned = 50_000

/** The size of the largest operation in the document. Ends on every document; more than `mostFieldsPlanned` is told as some number above it. */
export function planningSize(document: DocumentNode, schema: GraphQLSchema): number {
  const fragments = fragmentsOf(document)
  const countOf = (type: GraphQLNamedType | undefined): number =>
    isAbstractType(type) ? Math.max(1, schema.getPossibleTypes(type).length) : 1

  const fragmentSize: (name: string) => number = oncePerFragment(fragments, 0, (fragment) =>
    sizeOf(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value)),
  )
  const sizeOf = ({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined): number => {
    let size = 0
    for (const node of selections) {
      if (size > mostFieldsPlanned) return size
      if (node.kind === Kind.FRAGMENT_SPREAD) size += fragmentSize(node.name.value)
      else if (node.kind === Kind.INLINE_FRAGMENT)
        size += sizeOf(
          node.selectionSet,
          node.typeCondition ? schema.getType(node.typeCondition.name.value) : type,
        )
      else {
        const below = node.selectionSet ? sizeOf(node.selectionSet, typeOfField(type, node.name.value)) : 0
        size += countOf(type) * (1 + below)
      }
    }
    return size
  }

  return document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map((node) => sizeOf(node.selectionSet, schema.getRootType(node.operation) ?? undefined))
    .reduce((most, size) => Math.max(most, size), 0)
}

/** Throws HubError TOO_MANY_FIELDS. */
export function refuseTooLarge(size: number): void {
  if (size <= mostFieldsPlanned) return
  const limit = mostFieldsPlanned.toLocaleString('en')
  throw new HubError(
    'TOO_MANY_FIELDS',
    `Written out for each type that its interfaces and unions may be, the operation has more than ${limit} fields. Ask for less at once, or for one type by a fragment.`,
    { limit: mostFieldsPlanned },
  )
}

function typeOfField(parent: GraphQLNamedType | undefined, name: string): GraphQLNamedType | undefined {
  const field = isCompositeType(parent) && 'getFields' in parent ? parent.getFields()[name] : undefined
  return field && getNamedType(field.type)
}
