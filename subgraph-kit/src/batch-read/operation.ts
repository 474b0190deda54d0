/**
 * Reads a whole batch of things at once, where a fetch asks nothing but figures and columns of them: one statement for the things and one a
 * profile, of the asked columns only, without a resolver called. What may be read so follows from the declarations that the resolvers are
 * made from (indicator.ts, entity-resolvers.ts) and from the resolvers themselves, so the two cannot disagree; everything else, and every
 * value that is not of its type, is left to graphql-js.
 */
import {
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  getNamedType,
} from 'graphql'
import { argumentOf, type Variables } from './operation-arguments.ts'
import { compileParts, namesOf, type Parts } from './entities.ts'
import type { ProfileStore } from '../figures/profile-store.ts'
import type { Answer } from './rows-by-key.ts'
import { allOf, andThen, type PromiseOrValue } from '../async/promise-or-value.ts'
import { subjectArgumentOf } from '../persons/declared-resolvers.ts'
import { compileRecords, compileReferences } from './records.ts'
import type { Asker, SubjectReader } from '../persons/subject-reader.ts'
import { lookupOf, type Lookup } from '../entities/entity-resolvers.ts'
import type { EntityStore } from '../entities/entity-store.ts'

/** The key of what other subgraphs' profiles are of. */
const profileKey = 'code'
/** The key of subjects. */
const subjectKey = 'id'

/** Answers `data` of the fetch for these variables; null where graphql-js must. */
export type FigureRead = (variables: Variables, asker: Asker) => PromiseOrValue<Answer | null>

/** What the value of a field of the operation's root is; null where graphql-js must say. */
type RootRead = (variables: Variables, asker: Asker) => PromiseOrValue<{ readonly value: unknown } | null>

interface Known {
  readonly schema: GraphQLSchema
  readonly stores: readonly ProfileStore[]
  readonly things: EntityStore | undefined
  readonly subjects: SubjectReader | undefined
  readonly operation: OperationDefinitionNode
}

/** The read of this document; null where it asks for more than figures and columns. */
export function compileFigureRead(
  document: DocumentNode,
  schema: GraphQLSchema,
  stores: readonly ProfileStore[],
  things?: EntityStore,
  subjects?: SubjectReader,
): FigureRead | null {
  const [operation, ...others] = document.definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return null
  if (operation.operation !== OperationTypeNode.QUERY || operation.directives?.length) return null
  const reads = new Map<string, RootRead>()
  for (const node of operation.selectionSet.selections) {
    if (node.kind !== Kind.FIELD || node.directives?.length) return null
    const key = node.alias?.value ?? node.name.value
    const read = compileRoot(node, { schema, stores, things, subjects, operation })
    if (!read || key === '__proto__' || reads.has(key)) return null
    reads.set(key, read)
  }
  const keys = [...reads.keys()]
  const roots = [...reads.values()]
  return (variables, asker) =>
    andThen(allOf(roots.map((read) => read(variables, asker))), (found) => {
      const data: Answer = {}
      for (let index = 0; index < keys.length; index += 1) {
        const one = found[index]
        if (!one) return null
        data[keys[index] ?? ''] = one.value
      }
      return data
    })
}

function compileRoot(node: FieldNode, known: Known): RootRead | null {
  if (node.name.value === '_entities') return compileEntities(node, known)
  const field = known.schema.getQueryType()?.getFields()[node.name.value]
  const argument = subjectArgumentOf(field?.resolve)
  if (argument !== undefined) return compileSubject(node, argument, known)
  const lookup = lookupOf(field?.resolve)
  if (!field || !lookup || lookup.things.type !== known.things?.type) return null
  const given = argumentOf(node, lookup.by === 'keys' ? `${lookup.things.key}s` : lookup.things.key, known)
  const read = given && compileThings(getNamedType(field.type), node.selectionSet?.selections, lookup, known)
  if (!given || !read) return null
  return (variables) => {
    const value = given(variables)
    if (lookup.by === 'keys') {
      const keys = Array.isArray(value) ? keysOf(value, lookup) : null
      return keys && andThen(read(keys, variables), (found) => found && { value: found })
    }
    const keys = typeof value === 'string' ? keysOf([value], lookup) : null
    return keys && andThen(read(keys, variables), (found) => found && { value: found[0] ?? null })
  }
}

/** One subject by root id. */
function compileSubject(node: FieldNode, argument: string, known: Known): RootRead | null {
  const given = argumentOf(node, argument, known)
  const type = known.schema.getQueryType()?.getFields()[node.name.value]?.type
  const read =
    known.subjects &&
    compileRecords(type, node.selectionSet?.selections, { schema: known.schema, subjects: known.subjects })
  if (!given || !read) return null
  return (variables, asker) => {
    const rootId = given(variables)
    if (typeof rootId !== 'string') return null
    return andThen(read([rootId], asker), (found) => found && { value: found[0] ?? null })
  }
}

/** The keys as the resolver would read them; throws as it does. */
function keysOf(given: readonly unknown[], { things, by, kind }: Lookup): readonly string[] | null {
  if (!given.every((one) => typeof one === 'string')) return null
  if (by === 'keys') things.checkMany(given)
  return given.map((one) => things.parse(one, kind as never))
}

function compileEntities(node: FieldNode, known: Known): RootRead | null {
  const { schema } = known
  const given = node.arguments?.[0]?.value
  const isGiven = given?.kind === Kind.VARIABLE && given.name.value === 'representations'
  const [fragment, ...more] = node.selectionSet?.selections ?? []
  if (!isGiven || node.alias || more.length > 0) return null
  if (fragment?.kind !== Kind.INLINE_FRAGMENT || fragment.directives?.length) return null
  const type = schema.getType(fragment.typeCondition?.name.value ?? '')
  if (!isObjectType(type) && !isInterfaceType(type)) return null
  const referred = isObjectType(type) && known.subjects
  const subject =
    referred &&
    compileReferences(type, fragment.selectionSet.selections, subjectKey, { schema, subjects: referred })
  if (subject)
    return ({ representations }, asker) => {
      const named = Array.isArray(representations) ? namesOf(representations, type.name, subjectKey) : null
      return named && andThen(subject(named, asker), (found) => found && { value: found })
    }
  const reference = referenceOf(type)
  const lookup = lookupOf(reference)
  // One that the subgraph looks up itself in another way may be unknown to it, which is its to say.
  if (reference && !lookup) return null
  const { selections } = fragment.selectionSet
  const key = lookup?.things.key ?? profileKey
  const read = lookup
    ? compileThings(type, selections, lookup, known)
    : isObjectType(type) && compileFigures(type, selections, known)
  if (!read) return null
  return ({ representations, ...variables }) => {
    const named = Array.isArray(representations) ? namesOf(representations, type.name, key) : null
    const keys = named && lookup ? keysOf(named, lookup) : named
    return keys && andThen(read(keys, variables), (found) => found && { value: found })
  }
}

function referenceOf(type: GraphQLObjectType | GraphQLInterfaceType): object | undefined {
  const { apollo } = type.extensions as { apollo?: { subgraph?: { resolveReference?: object } } }
  return apollo?.subgraph?.resolveReference
}

/** The things of these keys, in their order, null where unknown; null as a whole where graphql-js must say. */
type ReadAll = (
  keys: readonly string[],
  variables: Variables,
) => PromiseOrValue<readonly (Answer | null)[] | null>

/** Things that another subgraph knows: figures of whatever is named. */
function compileFigures(
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
  { stores, operation }: Known,
): ReadAll | null {
  const parts = compileParts(selections, [type], { stores, operation })
  return parts && ((keys, variables) => parts.read(keys, null, variables))
}

/** The slice's own things: columns of theirs and figures, where they are there. */
function compileThings(
  type: GraphQLNamedType,
  selections: readonly SelectionNode[] | undefined,
  { things: { kind, typeOf } }: Lookup,
  { schema, stores, things, operation }: Known,
): ReadAll | null {
  if (!selections || !things || (!isObjectType(type) && !isInterfaceType(type))) return null
  const types = isObjectType(type) ? [type] : schema.getPossibleTypes(type)
  const names = isObjectType(type) ? type.name : { property: kind, typeOf }
  const parts: Parts | null = compileParts(selections, types, { stores, operation, things, names })
  if (!parts) return null
  const reader = things.reader(parts.properties)
  return (keys, variables) => andThen(reader(keys), (rows) => parts.read(keys, rows, variables))
}
