/**
 * What differs between two versions of the graph as clients see it: one line for each type, field, argument or value that came, went,
 * changed or was deprecated.
 */
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isSpecifiedScalarType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql'
import { deprecationsIn } from './deprecated.ts'

/** `+ Type.field: Int`, `- …`, `~ …: Int → Float`, `! …: why it is deprecated`, in the order of names. */
export function changesBetween(before: string, after: string): readonly string[] {
  const [was, is] = [elementsOf(before), elementsOf(after)]
  const [wereDeprecated, areDeprecated] = [deprecationsIn(before), deprecationsIn(after)]
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((name) => {
    const [old, now] = [was.get(name), is.get(name)]
    if (now === undefined) return [`- ${name}: ${old ?? ''}`]
    return [
      ...(old === undefined ? [`+ ${name}: ${now}`] : []),
      ...(old !== undefined && old !== now ? [`~ ${name}: ${old} → ${now}`] : []),
      ...deprecationOf(name, wereDeprecated.get(name), areDeprecated.get(name)),
    ]
  })
}

function deprecationOf(
  name: string,
  before: string | undefined,
  after: string | undefined,
): readonly string[] {
  if (before === after) return []
  return [after === undefined ? `~ ${name}: no longer deprecated` : `! ${name}: ${inOneLine(after)}`]
}

function inOneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ')
}

/** A line of `changesBetween`, taken apart. */
export interface ReadChange {
  readonly kind: keyof typeof kinds
  readonly coordinate: string
  /** Its type or kind, what it was and is, or why it is deprecated. */
  readonly text: string
}

const kinds = { added: '+', changed: '~', deprecated: '!', removed: '-' } as const

/** Null for what is no such line. */
export function readChange(line: string): ReadChange | null {
  const [, sign, coordinate = '', text = ''] =
    /^([+~!-]) (\w+(?:\.\w+(?:\(\w+:\))?)?): (.*)$/s.exec(line) ?? []
  const kind = (Object.keys(kinds) as (keyof typeof kinds)[]).find((name) => kinds[name] === sign)
  return kind ? { kind, coordinate, text } : null
}

/** Every element of a schema by its coordinate, with its type or kind. */
function elementsOf(sdl: string): ReadonlyMap<string, string> {
  if (!sdl.trim()) return new Map()
  const types = Object.values(buildSchema(sdl, { assumeValidSDL: true }).getTypeMap())
  return new Map(
    types
      .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
      .flatMap(elementsOfType),
  )
}

function elementsOfType(type: GraphQLNamedType): readonly (readonly [string, string])[] {
  const { name } = type
  const itself = [name, kindOf(type)] as const
  if (isEnumType(type))
    return [itself, ...type.getValues().map((value) => [`${name}.${value.name}`, 'value'] as const)]
  if (isUnionType(type)) return [[name, `union of ${type.getTypes().join(', ')}`]]
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields())
    return [itself, ...fields.map((field) => [`${name}.${field.name}`, String(field.type)] as const)]
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [itself]
  const own = Object.values(type.getFields()).filter((field) => !isInherited(type, field))
  return [
    itself,
    ...own.flatMap((field) => [
      [`${name}.${field.name}`, String(field.type)] as const,
      ...field.args.map(
        (argument) => [`${name}.${field.name}(${argument.name}:)`, String(argument.type)] as const,
      ),
    ]),
  ]
}

/** A field of an interface is listed once, at the interface. */
function isInherited(
  type: GraphQLObjectType | GraphQLInterfaceType,
  { name, type: fieldType }: GraphQLField<unknown, unknown>,
): boolean {
  return type.getInterfaces().some((parent) => String(parent.getFields()[name]?.type) === String(fieldType))
}

function kindOf(type: GraphQLNamedType): string {
  if (isEnumType(type)) return 'enum'
  if (isInputObjectType(type)) return 'input'
  if (isInterfaceType(type)) return 'interface'
  return isObjectType(type) ? 'type' : 'scalar'
}
