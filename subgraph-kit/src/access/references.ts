/**
 * A reference alone tells that a thing exists. A type of which nothing but its key can be had without a right is closed: to a caller who
 * may see none of its fields, a reference to it is answered as one to a thing that does not exist.
 */
import { Kind, type DocumentNode, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql'
import type { Caller } from './caller.ts'
import { isAllowed, type Rules } from './rules.ts'

type ResolveReference = (reference: object, context: { caller: Caller }, info: GraphQLResolveInfo) => unknown

interface SubgraphExtensions {
  apollo?: { subgraph?: { resolveReference?: ResolveReference } }
}

/** Closes the reference resolvers of the closed types of this slice, in place. */
export function closeReferences(schema: GraphQLSchema, slice: DocumentNode, rules: Rules): void {
  for (const [name, fields] of ownFields(slice)) {
    const isClosed = [...fields].every((field) => rules.has(name) || rules.has(`${name}.${field}`))
    const subgraph = (schema.getType(name)?.extensions as SubgraphExtensions | undefined)?.apollo?.subgraph
    const resolve = subgraph?.resolveReference
    if (!resolve || fields.size === 0 || !isClosed) continue
    const maySee = ({ access }: Caller): boolean =>
      [...fields].some((field) =>
        [name, `${name}.${field}`].every((coordinate) => {
          const rule = rules.get(coordinate)
          return !rule || isAllowed(rule, coordinate, access)
        }),
      )
    subgraph.resolveReference = (reference, context, info) =>
      maySee(context.caller) ? resolve(reference, context, info) : null
  }
}

/** The fields of each type that this slice answers itself: without keys, and without what it only gets from others. */
function ownFields(slice: DocumentNode): ReadonlyMap<string, ReadonlySet<string>> {
  const own = new Map<string, Set<string>>()
  const keys = new Map<string, Set<string>>()
  for (const node of slice.definitions) {
    if (
      node.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      node.kind !== Kind.OBJECT_TYPE_EXTENSION &&
      node.kind !== Kind.INTERFACE_TYPE_DEFINITION
    )
      continue
    const name = node.name.value
    const fields = own.get(name) ?? new Set()
    const ofKeys = keys.get(name) ?? new Set()
    own.set(name, fields)
    keys.set(name, ofKeys)
    for (const { arguments: keyArguments } of (node.directives ?? []).filter((directive) =>
      isNamed(directive, 'key'),
    ))
      for (const { value } of keyArguments ?? [])
        if (value.kind === Kind.STRING) for (const [key] of value.value.matchAll(/\w+/g)) ofKeys.add(key)
    for (const field of node.fields ?? [])
      if (!field.directives?.some((directive) => isNamed(directive, 'external'))) fields.add(field.name.value)
  }
  for (const [name, fields] of own) for (const key of keys.get(name) ?? []) fields.delete(key)
  return own
}

function isNamed(directive: { readonly name: { readonly value: string } }, name: string): boolean {
  return directive.name.value === name || directive.name.value === `federation__${name}`
}
