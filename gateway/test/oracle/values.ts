/** Values for arguments, as literals and by variables. */
import {
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql'
import type { Dice } from './random.ts'

export interface Variable {
  readonly name: string
  /** The type of the place it stands at. */
  readonly for: string
  readonly type: string
  /** As in a document. */
  readonly defaultValue: string | null
  /** Undefined where the client gives none. */
  readonly value: unknown
}

const literals: Readonly<Record<string, readonly string[]>> = {
  Int: ['1', '2', '3'],
  String: ['"x"', '"y"'],
  Boolean: ['true', 'false'],
  Unit: ['CM', 'INCH', 'MILE'],
}

export function literalFor(type: GraphQLInputType, dice: Dice): string {
  if (isNonNullType(type)) return present(type.ofType, dice)
  return dice.chance(0.12) ? 'null' : present(type, dice)
}

function present(type: GraphQLInputType, dice: Dice): string {
  if (isNonNullType(type)) return present(type.ofType, dice)
  if (isListType(type))
    return `[${Array.from({ length: dice.below(3) }, () => literalFor(type.ofType, dice)).join(', ')}]`
  if (!isInputObjectType(type)) return dice.pick(literals[type.name] ?? ['null'])
  const fields = Object.values(type.getFields()).filter(() => dice.chance(0.5))
  return `{ ${fields.map((one) => `${one.name}: ${literalFor(one.type, dice)}`).join(', ')} }`
}

/** A variable for a place of this type: given, null, or left to its default. */
export function variableFor(name: string, type: GraphQLInputType, hasDefault: boolean, dice: Dice): Variable {
  const nullable = isNonNullType(type) ? type.ofType : type
  const defaultValue = dice.chance(0.35) ? present(nullable, dice) : null
  // A variable that may be null may stand where none may be, if there is a default; then null is the client's fault, and rare.
  const mayBeNull = !isNonNullType(type) || ((defaultValue !== null || hasDefault) && dice.chance(0.3))
  const isGiven = dice.chance(defaultValue === null && !mayBeNull ? 1 : 0.7)
  const isNull = mayBeNull && dice.chance(isNonNullType(type) ? 0.1 : 0.15)
  const value = isNull ? null : valueOf(present(nullable, dice))
  return {
    name,
    for: String(type),
    type: mayBeNull ? String(nullable) : `${String(nullable)}!`,
    defaultValue,
    value: isGiven ? value : undefined,
  }
}

/** Other values for what a document declares; undefined where the client gives none. */
export function otherValue(
  { type: node, defaultValue }: VariableDefinitionNode,
  schema: GraphQLSchema,
  dice: Dice,
): unknown {
  const type = typeFromAST(schema, node) as GraphQLInputType
  if (isNonNullType(type)) return valueOf(present(type, dice))
  if (dice.chance(0.3)) return undefined
  // One with a default may stand where none may be null.
  return dice.chance(defaultValue ? 0.03 : 0.15) ? null : valueOf(present(type, dice))
}

/** A literal as it is sent in JSON. */
function valueOf(literal: string): unknown {
  return JSON.parse(
    literal.replaceAll(/\b(?:CM|INCH|MILE)\b/g, '"$&"').replaceAll(/\b(?:from|to|unit)(?=:)/g, '"$&"'),
  )
}
