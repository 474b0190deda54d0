/**
 * Holds a request to the rules of the slice itself, whoever asked the gateway for what: each field of the document is looked at for every
 * type that may stand there, through interfaces, unions, fragments, aliases and `_entities` alike. One field too many refuses the whole
 * request, since the gateway asks for nothing that its caller may not see.
 */
import {
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import type { Access } from './caller.ts'
import { HubError } from '../errors/errors.ts'
import { isAllowed, type Rules } from './rules.ts'

/** Throws HubError UNAUTHORIZED_FIELD_OR_TYPE where the document asks for more than this access allows. */
export type Guard = (access: Access) => void

const unguarded: Guard = () => undefined

/** The guard of a valid document, for as often as it runs. */
export function guardOf(document: DocumentNode, schema: GraphQLSchema, rules: Rules): Guard {
  if (rules.size === 0) return unguarded
  const guarded = [...coordinatesIn(document, schema)].filter((coordinate) => rules.has(coordinate))
  if (guarded.length === 0) return unguarded
  const allowed = new WeakSet<Access>()
  return (access) => {
    if (allowed.has(access)) return
    const refused = guarded.filter((coordinate) => {
      const rule = rules.get(coordinate)
      return rule && !isAllowed(rule, coordinate, access)
    })
    if (refused.length > 0)
      throw new HubError('UNAUTHORIZED_FIELD_OR_TYPE', `Not allowed to see ${refused.join(', ')}.`)
    allowed.add(access)
  }
}

/** Every type and field that the document may come by when it runs, and every type that its arguments are of. */
export function coordinatesIn(document: DocumentNode, schema: GraphQLSchema): ReadonlySet<string> {
  const coordinates = new Set<string>()
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  const seen = new Set<string>()
  const possible = (type: GraphQLNamedType | undefined | null): readonly GraphQLObjectType[] =>
    isObjectType(type) ? [type] : isAbstractType(type) ? schema.getPossibleTypes(type) : []

  function note(parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>): void {
    coordinates.add(parent.name).add(`${parent.name}.${field.name}`).add(getNamedType(field.type).name)
    for (const { type } of field.args) noteInput(getNamedType(type))
  }

  function noteInput(type: GraphQLNamedType): void {
    if (coordinates.has(type.name)) return
    coordinates.add(type.name)
    if (!isInputObjectType(type)) return
    for (const field of Object.values(type.getFields())) noteInput(getNamedType(field.type))
  }

  /** `parent` is the type as the text has it, `here` the types that may really stand there. */
  function walk(
    parent: GraphQLNamedType,
    here: readonly GraphQLObjectType[],
    { selections }: SelectionSetNode,
  ): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value
        if (name === '__typename' && isObjectType(parent)) coordinates.add(parent.name)
        const fields = [...new Set([parent, ...here])].flatMap((type) => {
          const field = 'getFields' in type && !isInputObjectType(type) ? type.getFields()[name] : undefined
          if (field) note(type, field)
          return field ? [getNamedType(field.type)] : []
        })
        const [declared] = fields
        if (!selection.selectionSet || !declared) continue
        // The first is the field as the text has it; what an implementation returns is that or one of its kind.
        walk(declared, [...new Set(fields.flatMap(possible))], selection.selectionSet)
      } else {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
        if (!fragment) continue
        const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value)
        const narrowed = condition ? here.filter((type) => possible(condition).includes(type)) : here
        if ('name' in fragment) {
          const visit = `${fragment.name.value} ${narrowed.map(({ name }) => name).join(' ')}`
          if (seen.has(visit)) continue
          seen.add(visit)
        }
        walk(condition ?? parent, narrowed, fragment.selectionSet)
      }
    }
  }

  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    const root = schema.getRootType(definition.operation)
    if (root) walk(root, [root], definition.selectionSet)
  }
  return coordinates
}
