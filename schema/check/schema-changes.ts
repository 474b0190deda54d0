/**
 * What changes for clients that may break them: graphql-js finds it, and here each change gets the coordinate that it is about. One that an
 * interface hands to its types is one change.
 */
import {
  type BreakingChangeType,
  type DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  isInterfaceType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql'
import { parseCoordinate } from './coordinates.ts'

export type ChangeKind =
  | keyof typeof BreakingChangeType
  | keyof typeof DangerousChangeType
  | 'INDICATOR_REMOVED'
  | 'INDICATOR_CHANGED'
  | 'OPERATION_INVALID'

export interface SchemaChange {
  readonly kind: ChangeKind
  readonly severity: 'breaking' | 'dangerous'
  readonly coordinate: string
  /** The same change at the types that have it from the interface. */
  readonly inherited: readonly string[]
  readonly message: string
}

/** How graphql-js words each kind of change, and the coordinate of what it names. A test holds this to graphql-js. */
const wordings: Readonly<Record<string, readonly [RegExp, string]>> = {
  TYPE_REMOVED: [/^(?:Standard scalar )?(\w+) was removed/, '$1'],
  TYPE_CHANGED_KIND: [/^(\w+) changed from /, '$1'],
  TYPE_REMOVED_FROM_UNION: [/^\w+ was removed from union type (\w+)\.$/, '$1'],
  VALUE_REMOVED_FROM_ENUM: [/^(\w+) was removed from enum type (\w+)\.$/, '$2.$1'],
  REQUIRED_INPUT_FIELD_ADDED: [/^A required field (\w+) on input type (\w+) was added\.$/, '$2.$1'],
  IMPLEMENTED_INTERFACE_REMOVED: [/^(\w+) no longer implements interface \w+\.$/, '$1'],
  FIELD_REMOVED: [/^(\w+)\.(\w+) was removed\.$/, '$1.$2'],
  FIELD_CHANGED_KIND: [/^(\w+)\.(\w+) changed type from /, '$1.$2'],
  REQUIRED_ARG_ADDED: [/^A required arg (\w+) on (\w+)\.(\w+) was added\.$/, '$2.$3($1:)'],
  ARG_REMOVED: [/^(\w+)\.(\w+) arg (\w+) was removed\.$/, '$1.$2($3:)'],
  ARG_CHANGED_KIND: [/^(\w+)\.(\w+) arg (\w+) has changed type from /, '$1.$2($3:)'],
  DIRECTIVE_REMOVED: [/^(\w+) was removed\.$/, '@$1'],
  DIRECTIVE_ARG_REMOVED: [/^(\w+) was removed from (\w+)\.$/, '@$2($1:)'],
  REQUIRED_DIRECTIVE_ARG_ADDED: [/^A required arg (\w+) on directive (\w+) was added\.$/, '@$2($1:)'],
  DIRECTIVE_REPEATABLE_REMOVED: [/^Repeatable flag was removed from (\w+)\.$/, '@$1'],
  DIRECTIVE_LOCATION_REMOVED: [/^\w+ was removed from (\w+)\.$/, '@$1'],
  VALUE_ADDED_TO_ENUM: [/^(\w+) was added to enum type (\w+)\.$/, '$2.$1'],
  TYPE_ADDED_TO_UNION: [/^\w+ was added to union type (\w+)\.$/, '$1'],
  OPTIONAL_INPUT_FIELD_ADDED: [/^An optional field (\w+) on input type (\w+) was added\.$/, '$2.$1'],
  OPTIONAL_ARG_ADDED: [/^An optional arg (\w+) on (\w+)\.(\w+) was added\.$/, '$2.$3($1:)'],
  IMPLEMENTED_INTERFACE_ADDED: [/^\w+ added to interfaces implemented by (\w+)\.$/, '$1'],
  ARG_DEFAULT_VALUE_CHANGE: [
    /^(\w+)\.(\w+) arg (\w+) (?:defaultValue|has changed defaultValue)/,
    '$1.$2($3:)',
  ],
}

/** The coordinate that a change of graphql-js is about. Throws where graphql-js words it in another way. */
export function coordinateOf({
  type,
  description,
}: {
  readonly type: string
  readonly description: string
}): string {
  const [pattern, form] = wordings[type] ?? []
  const found = pattern?.exec(description)
  if (!found || form === undefined)
    throw new Error(`The coordinate of this change cannot be told: ${type}, ${description}`)
  return form.replaceAll(/\$(\d)/g, (_, index: string) => found[Number(index)] ?? '')
}

/** Breaking changes first, then dangerous ones, both by coordinate. */
export function findSchemaChanges(before: GraphQLSchema, after: GraphQLSchema): readonly SchemaChange[] {
  const changes = [
    ...findBreakingChanges(before, after).map((one) => changeOf('breaking', one)),
    ...findDangerousChanges(before, after).map((one) => changeOf('dangerous', one)),
  ]
  return oncePerInterface(changes, before)
}

function changeOf(
  severity: SchemaChange['severity'],
  { type, description }: { readonly type: keyof typeof wordings; readonly description: string },
): SchemaChange {
  const coordinate = coordinateOf({ type, description })
  return { kind: type as ChangeKind, severity, coordinate, inherited: [], message: description }
}

/** What every type of an interface goes through with it is put to the interface. */
function oncePerInterface(changes: readonly SchemaChange[], schema: GraphQLSchema): readonly SchemaChange[] {
  const atInterface = new Map<SchemaChange, string[]>()
  const own: SchemaChange[] = []
  for (const change of changes) {
    const above = changes.find((other) => isInheritedFrom(change, other, schema))
    if (above) atInterface.set(above, [...(atInterface.get(above) ?? []), change.coordinate])
    else own.push(change)
  }
  return own
    .map((change) => ({ ...change, inherited: (atInterface.get(change) ?? []).sort() }))
    .sort((one, other) => Number(one.severity === 'dangerous') - Number(other.severity === 'dangerous'))
}

function isInheritedFrom(change: SchemaChange, other: SchemaChange, schema: GraphQLSchema): boolean {
  if (change.kind !== other.kind) return false
  const { type = '', member } = parseCoordinate(change.coordinate)
  const { type: above = '' } = parseCoordinate(other.coordinate)
  if (member === undefined || type === above) return false
  const one = schema.getType(type)
  if (!isObjectType(one) && !isInterfaceType(one)) return false
  if (!one.getInterfaces().some(({ name }) => name === above)) return false
  return (
    change.coordinate.slice(type.length) === other.coordinate.slice(above.length) &&
    change.message.replaceAll(`${type}.`, `${above}.`) === other.message
  )
}
