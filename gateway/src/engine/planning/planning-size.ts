/**
 * How much there is to plan of an operation: its fields, with all fragments written out, each counted once for every object type that it may be
 * of, within each that its parent may be of. It is that number which planning goes by: a field of an interface is planned for its types.
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
import { fragmentsOf } from '../document/fragments.ts'

export const mostFieldsPlanned = 50_000

/** The size of the largest operation in the document. Ends on every document; more than `mostFieldsPlanned` is told as some number above it. */
export function planningSize(document: DocumentNode, schema: GraphQLSchema): number {
  const fragments = fragmentsOf(document)
  const sizes = new Map<string, number>()
  const countOf = (type: GraphQLNamedType | undefined): number =>
    isAbstractType(type) ? Math.max(1, schema.getPossibleTypes(type).length) : 1

  const fragmentSize = (name: string): number => {
    const known = sizes.get(name)
    if (known !== undefined) return known
    sizes.set(name, 0)
    const fragment = fragments.get(name)
    const type = fragment && schema.getType(fragment.typeCondition.name.value)
    const size = fragment ? sizeOf(fragment.selectionSet, type) : 0
    sizes.set(name, size)
    return size
  }
  const sizeOf = ({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined): number => {
    let size = 0
    for (const one of selections) {
      if (size > mostFieldsPlanned) return size
      if (one.kind === Kind.FRAGMENT_SPREAD) size += fragmentSize(one.name.value)
      else if (one.kind === Kind.INLINE_FRAGMENT)
        size += sizeOf(
          one.selectionSet,
          one.typeCondition ? schema.getType(one.typeCondition.name.value) : type,
        )
      else {
        const below = one.selectionSet ? sizeOf(one.selectionSet, typeOfField(type, one.name.value)) : 0
        size += countOf(type) * (1 + below)
      }
    }
    return size
  }

  return document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map((node) => sizeOf(node.selectionSet, schema.getRootType(node.operation) ?? undefined))
    .reduce((most, one) => Math.max(most, one), 0)
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
