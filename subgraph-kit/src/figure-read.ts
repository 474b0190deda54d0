/**
 * Reads a whole batch of areas at once, where a fetch asks nothing but figures of them: one statement a profile and year, of the asked columns
 * only, without a resolver called. What may be read so follows from the same declaration as the resolvers (indicator.ts) and from the
 * resolvers themselves, so the two cannot disagree; everything else, and every value that is not of its type, is left to graphql-js.
 */
import {
  defaultFieldResolver,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  valueFromASTUntyped,
} from 'graphql'
import type { Indicator } from './indicator.ts'
import { profileAnsweredBy } from './profile-resolvers.ts'
import type { FigureReader, ProfileStore } from './profile-store.ts'

type Variables = Readonly<Record<string, unknown>>
type Answer = Record<string, unknown>

/** Answers `data` of the fetch for these variables; null where graphql-js must. */
export type FigureRead = (variables: Variables) => Promise<Answer | null>

/** A selected figure: under which key, from which column; or under which key the name of the type. */
type Column =
  | { readonly key: string; readonly column: string; readonly type: Indicator['type'] }
  | { readonly key: string; readonly column: null }

interface ProfileRead {
  readonly key: string
  readonly reader: FigureReader
  readonly columns: readonly Column[]
  readonly type: string
  readonly period: (variables: Variables) => unknown
}

/** The read of this document; null where it asks for more than figures of areas. */
export function compileFigureRead(
  document: DocumentNode,
  schema: GraphQLSchema,
  stores: readonly ProfileStore[],
): FigureRead | null {
  const [operation, ...others] = document.definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return null
  const asked = entitiesOf(operation)
  const [fragment, ...more] = asked ?? []
  if (fragment?.kind !== Kind.INLINE_FRAGMENT || more.length > 0 || fragment.directives?.length) return null
  const type = schema.getType(fragment.typeCondition?.name.value ?? '')
  if (!isObjectType(type) || hasOwnReference(type)) return null
  const reads: ProfileRead[] = []
  for (const node of fragment.selectionSet.selections) {
    const read = profileRead(node, type, operation, stores)
    if (!read || reads.some(({ key }) => key === read.key)) return null
    reads.push(read)
  }
  return (variables) => readBatch(type.name, reads, variables)
}

function entitiesOf({ selectionSet }: OperationDefinitionNode): readonly SelectionNode[] | undefined {
  const [field, ...others] = selectionSet.selections
  if (field?.kind !== Kind.FIELD || others.length > 0 || field.name.value !== '_entities') return undefined
  const given = field.arguments?.[0]?.value
  const isGiven = given?.kind === Kind.VARIABLE && given.name.value === 'representations'
  return isGiven && !field.alias && !field.directives?.length ? field.selectionSet?.selections : undefined
}

/** Whether the subgraph looks an area up itself: then an unknown one may be null, which is its to say. */
function hasOwnReference(type: GraphQLObjectType): boolean {
  const { apollo } = type.extensions as { apollo?: { subgraph?: { resolveReference?: unknown } } }
  return apollo?.subgraph?.resolveReference !== undefined
}

function profileRead(
  node: SelectionNode,
  type: GraphQLObjectType,
  operation: OperationDefinitionNode,
  stores: readonly ProfileStore[],
): ProfileRead | null {
  if (node.kind !== Kind.FIELD || node.directives?.length || !node.selectionSet) return null
  const field = type.getFields()[node.name.value]
  const profileField = profileAnsweredBy(field?.resolve)
  const store = stores.find(({ profile }) => profile.areaField === profileField)
  const profile = store && field && 'getFields' in field.type ? field.type : null
  const period = periodOf(node, operation)
  if (!store || !isObjectType(profile) || !period) return null
  const columns: Column[] = []
  for (const selection of node.selectionSet.selections) {
    if (selection.kind !== Kind.FIELD || selection.directives?.length || selection.arguments?.length)
      return null
    const key = selection.alias?.value ?? selection.name.value
    const isName = selection.name.value === '__typename'
    const column = isName ? { column: null } : columnOf(selection.name.value, profile, store)
    if (!column || key === '__proto__' || columns.some((other) => other.key === key)) return null
    columns.push({ key, ...column })
  }
  const reader = store.reader(columns.flatMap(({ column }) => column ?? []))
  return { key: node.alias?.value ?? node.name.value, reader, columns, type: profile.name, period }
}

/** A figure is a property of its row: a field that is resolved in another way is not one to be read here. */
function columnOf(
  name: string,
  profile: GraphQLObjectType,
  store: ProfileStore,
): Pick<Indicator, 'column' | 'type'> | null {
  const resolve = profile.getFields()[name]?.resolve
  if (resolve && resolve !== defaultFieldResolver) return null
  if (name === 'period') return { column: 'period', type: 'Int' }
  return store.profile.indicators.find(({ field }) => field === name) ?? null
}

/** The year asked for: a number, null for the newest, anything else for graphql-js to judge. */
function periodOf(
  { arguments: given = [] }: FieldNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
) {
  const [argument, ...others] = given
  if (!argument) return () => null
  if (others.length > 0 || argument.name.value !== 'period') return null
  const { value } = argument
  if (value.kind !== Kind.VARIABLE) {
    const literal = valueFromASTUntyped(value)
    return () => literal
  }
  const name = value.name.value
  const definition = variableDefinitions.find(({ variable }) => variable.name.value === name)
  const usual = definition?.defaultValue ? valueFromASTUntyped(definition.defaultValue) : null
  return (variables: Variables) => (variables[name] === undefined ? usual : variables[name])
}

async function readBatch(
  type: string,
  reads: readonly ProfileRead[],
  variables: Variables,
): Promise<Answer | null> {
  const { representations } = variables
  const codes = Array.isArray(representations) ? codesOf(representations, type) : null
  if (!codes) return null
  const entities = codes.map((): Answer => ({}))
  for (const read of reads) {
    const found = await readProfile(read, codes, variables)
    if (!found) return null
    for (const [index, code] of codes.entries()) {
      const entity = entities[index]
      if (entity) entity[read.key] = found.get(code) ?? null
    }
  }
  return { _entities: entities }
}

function codesOf(representations: readonly unknown[], type: string): readonly string[] | null {
  const codes: string[] = []
  for (const one of representations as readonly Readonly<Record<string, unknown> | null>[]) {
    const code = one?.['code']
    if (typeof code !== 'string' || one?.['__typename'] !== type) return null
    codes.push(code)
  }
  return codes
}

async function readProfile(
  { reader, columns, type, period: periodIn }: ProfileRead,
  codes: readonly string[],
  variables: Variables,
): Promise<ReadonlyMap<string, Answer> | null> {
  const period = periodIn(variables)
  if (period !== null && !isInt(period)) return null
  const rows = period === null ? await reader.latest(codes) : await reader.ofPeriod(codes, Number(period))
  // A year without rows may be one that nobody loaded, which is an error.
  if (period !== null && rows.length === 0) return null
  const found = new Map<string, Answer>()
  for (const row of rows) {
    const figures: Answer = {}
    let place = 0
    for (const column of columns) {
      if (column.column === null) figures[column.key] = type
      else {
        const value = row[(place += 1)] ?? null
        if (value !== null && !fits(value, column.type)) return null
        figures[column.key] = value
      }
    }
    found.set(String(row[0]), figures)
  }
  return found
}

function isInt(value: unknown): boolean {
  return typeof value === 'number' && (value | 0) === value
}

function fits(value: unknown, type: Indicator['type']): boolean {
  if (type === 'Int') return isInt(value)
  return type === 'Float' ? typeof value === 'number' && Number.isFinite(value) : typeof value === 'string'
}
