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
import { keyedFields } from './plain-fields.ts'
import { compileParts, keysInRepresentations, type Parts } from './entities.ts'
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

interface CompileOptions {
  readonly schema: GraphQLSchema
  readonly stores: readonly ProfileStore[]
  readonly entities: EntityStore | undefined
  readonly subjects: SubjectReader | undefined
  readonly operation: OperationDefinitionNode
}

/** The read of this document; null where it asks for more than figures and columns. */
export function compileFigureRead(
  document: DocumentNode,
  schema: GraphQLSchema,
  stores: readonly ProfileStore[],
  entities?: EntityStore,
  subjects?: SubjectReader,
): FigureRead | null {
  const [operation, ...others] = document.definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return null
  if (operation.operation !== OperationTypeNode.QUERY || operation.directives?.length) return null
  const reads = new Map<string, RootRead>()
  const fields = keyedFields(operation.selectionSet.selections)
  if (!fields) return null
  for (const { key, node } of fields) {
    const read = compileRoot(node, { schema, stores, entities, subjects, operation })
    if (!read) return null
    reads.set(key, read)
  }
  const keys = [...reads.keys()]
  const roots = [...reads.values()]
  return (variables, asker) =>
    andThen(allOf(roots.map((read) => read(variables, asker))), (answers) => {
      const data: Answer = {}
      for (let index = 0; index < keys.length; index += 1) {
        const answer = answers[index]
        if (!answer) return null
        data[keys[index] ?? ''] = answer.value
      }
      return data
    })
}

function compileRoot(node: FieldNode, options: CompileOptions): RootRead | null {
  if (node.name.value === '_entities') return compileEntities(node, options)
  const field = options.schema.getQueryType()?.getFields()[node.name.value]
  const argument = subjectArgumentOf(field?.resolve)
  if (argument !== undefined) return compileSubject(node, argument, options)
  const lookup = lookupOf(field?.resolve)
  if (!field || !lookup || lookup.entities.type !== options.entities?.type) return null
  const valueOf = argumentOf(
    node,
    lookup.by === 'keys' ? `${lookup.entities.key}s` : lookup.entities.key,
    options,
  )
  const read =
    valueOf &&
    compileEntitySelection(getNamedType(field.type), node.selectionSet?.selections, lookup, options)
  if (!valueOf || !read) return null
  return (variables) => {
    const value = valueOf(variables)
    if (lookup.by === 'keys') {
      const keys = Array.isArray(value) ? keysOf(value, lookup) : null
      return keys && andThen(read(keys, variables), (answers) => answers && { value: answers })
    }
    const keys = typeof value === 'string' ? keysOf([value], lookup) : null
    return keys && andThen(read(keys, variables), (answers) => answers && { value: answers[0] ?? null })
  }
}

/** One subject by root id. */
function compileSubject(node: FieldNode, argument: string, options: CompileOptions): RootRead | null {
  const valueOf = argumentOf(node, argument, options)
  const type = options.schema.getQueryType()?.getFields()[node.name.value]?.type
  const read =
    options.subjects &&
    compileRecords(type, node.selectionSet?.selections, {
      schema: options.schema,
      subjects: options.subjects,
    })
  if (!valueOf || !read) return null
  return (variables, asker) => {
    const rootId = valueOf(variables)
    if (typeof rootId !== 'string') return null
    return andThen(read([rootId], asker), (answers) => answers && { value: answers[0] ?? null })
  }
}

/** The keys as the resolver would read them; throws as it does. */
function keysOf(keys: readonly unknown[], { entities, by, kind }: Lookup): readonly string[] | null {
  if (!keys.every((key) => typeof key === 'string')) return null
  if (by === 'keys') entities.checkMany(keys)
  return keys.map((key) => entities.parse(key, kind as never))
}

function compileEntities(node: FieldNode, options: CompileOptions): RootRead | null {
  const { schema } = options
  const argumentValue = node.arguments?.[0]?.value
  const asksRepresentations =
    argumentValue?.kind === Kind.VARIABLE && argumentValue.name.value === 'representations'
  const [fragment, ...more] = node.selectionSet?.selections ?? []
  if (!asksRepresentations || node.alias || more.length > 0) return null
  if (fragment?.kind !== Kind.INLINE_FRAGMENT || fragment.directives?.length) return null
  const type = schema.getType(fragment.typeCondition?.name.value ?? '')
  if (!isObjectType(type) && !isInterfaceType(type)) return null
  const referred = isObjectType(type) && options.subjects
  const subject =
    referred &&
    compileReferences(type, fragment.selectionSet.selections, subjectKey, { schema, subjects: referred })
  if (subject)
    return ({ representations }, asker) => {
      const entityKeys = Array.isArray(representations)
        ? keysInRepresentations(representations, type.name, subjectKey)
        : null
      return entityKeys && andThen(subject(entityKeys, asker), (answers) => answers && { value: answers })
    }
  const reference = referenceOf(type)
  const lookup = lookupOf(reference)
  // One that the subgraph looks up itself in another way may be unknown to it, which is its to say.
  if (reference && !lookup) return null
  const { selections } = fragment.selectionSet
  const key = lookup?.entities.key ?? profileKey
  const read = lookup
    ? compileEntitySelection(type, selections, lookup, options)
    : isObjectType(type) && compileFigures(type, selections, options)
  if (!read) return null
  return ({ representations, ...variables }) => {
    const entityKeys = Array.isArray(representations)
      ? keysInRepresentations(representations, type.name, key)
      : null
    const keys = entityKeys && lookup ? keysOf(entityKeys, lookup) : entityKeys
    return keys && andThen(read(keys, variables), (answers) => answers && { value: answers })
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
  { stores, operation }: CompileOptions,
): ReadAll | null {
  const parts = compileParts(selections, [type], { stores, operation })
  return parts && ((keys, variables) => parts.read(keys, null, variables))
}

/** The slice's own things: columns of theirs and figures, where they are there. */
function compileEntitySelection(
  type: GraphQLNamedType,
  selections: readonly SelectionNode[] | undefined,
  { entities: { kind, typeOf } }: Lookup,
  { schema, stores, entities, operation }: CompileOptions,
): ReadAll | null {
  if (!selections || !entities || (!isObjectType(type) && !isInterfaceType(type))) return null
  const types = isObjectType(type) ? [type] : schema.getPossibleTypes(type)
  const names = isObjectType(type) ? type.name : { property: kind, typeOf }
  const parts: Parts | null = compileParts(selections, types, { stores, operation, entities, names })
  if (!parts) return null
  const reader = entities.reader(parts.properties)
  return (keys, variables) => andThen(reader(keys), (rows) => parts.read(keys, rows, variables))
}
