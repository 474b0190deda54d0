/**
 * The open enums, each with its values and with where clients meet it: the fields that answer it, and the arguments and input fields that take it. What is
 * not tagged public is named nowhere, so that all of it may be shown to everyone.
 */
import { isTagged } from '@samenhang/schema/variant'
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import { openTermsOf, type Term } from './vocabulary.ts'

export interface OpenEnum {
  readonly name: string
  readonly description: string
  readonly terms: readonly Term[]
  /** Schema coordinates. What an interface declares is not said again of its types. */
  readonly answeredBy: readonly string[]
  readonly takenBy: readonly string[]
}

interface Use {
  /** Of the field, the argument or the input field. */
  readonly type: GraphQLNamedType
  readonly coordinate: string
  readonly isTaken: boolean
}

/** In alphabetical order. */
export function readOpenEnums(schema: GraphQLSchema): readonly OpenEnum[] {
  const types = Object.values(schema.getTypeMap())
  const uses = types.flatMap(usesIn)
  return types
    .filter(isEnumType)
    .map((type) => {
      const own = uses.filter((use) => use.type === type)
      return {
        name: type.name,
        description: type.description ?? '',
        terms: openTermsOf(type),
        answeredBy: own.filter(({ isTaken }) => !isTaken).map(({ coordinate }) => coordinate),
        takenBy: own.filter(({ isTaken }) => isTaken).map(({ coordinate }) => coordinate),
      }
    })
    .filter(({ terms }) => terms.length > 0)
    .sort((first, second) => (first.name < second.name ? -1 : 1))
}

function usesIn(type: GraphQLNamedType): readonly Use[] {
  if (isObjectType(type) || isInterfaceType(type)) return usesOfFields(type)
  if (!isInputObjectType(type)) return []
  return Object.values(type.getFields())
    .filter(({ astNode }) => isOpen(type, astNode))
    .map((field) => ({
      type: getNamedType(field.type),
      coordinate: `${type.name}.${field.name}`,
      isTaken: true,
    }))
}

function usesOfFields(type: GraphQLObjectType | GraphQLInterfaceType): readonly Use[] {
  const inherited = new Set(type.getInterfaces().flatMap((parent) => Object.keys(parent.getFields())))
  return Object.values(type.getFields())
    .filter(({ name, astNode }) => !inherited.has(name) && isOpen(type, astNode))
    .flatMap((field) => {
      const coordinate = `${type.name}.${field.name}`
      return [
        { type: getNamedType(field.type), coordinate, isTaken: false },
        ...field.args.map((argument) => ({
          type: getNamedType(argument.type),
          coordinate: `${coordinate}(${argument.name}:)`,
          isTaken: true,
        })),
      ]
    })
}

type Tagged = Parameters<typeof isTagged>[0]

/** By its own tag, or by that of its type. */
function isOpen({ astNode }: GraphQLNamedType, field: Tagged | null | undefined): boolean {
  return isTagged(astNode ?? {}) || isTagged(field ?? {})
}
