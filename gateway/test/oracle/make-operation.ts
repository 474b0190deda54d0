/**
 * Operations made at random over a schema, as hostile as clients may be: aliases that are names of other fields, of keys and of siblings, fields
 * repeated, other arguments under other types, fragments of every kind, variables that are given, null or left to their defaults, conditions, and
 * several operations in one document. Each is valid.
 */
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql'
import { made, type Made } from './made-operation.ts'
import type { Dice } from './random.ts'
import { literalFor, variableFor, type Variable } from './values.ts'

interface Fragment {
  readonly name: string
  readonly on: GraphQLCompositeType
  readonly text: string
}

interface Writing {
  readonly schema: GraphQLSchema
  readonly dice: Dice
  readonly fragments: Fragment[]
  readonly variables: Variable[]
  /** Fields that may still be written. */
  left: number
}

/** Null where what came out is not valid, and could not be made so. */
export function makeOperation(schema: GraphQLSchema, dice: Dice): Made | null {
  const writing: Writing = { schema, dice, fragments: [], variables: [], left: 3 + dice.below(13) }
  const mutation = schema.getMutationType()
  const query = schema.getQueryType()
  const kinds = dice.chance(0.12) ? ['A', 'B'] : [dice.chance(0.3) ? '' : 'A']
  const operations = kinds.map((name, index) => {
    const root = mutation && dice.chance(0.12) ? mutation : query
    if (!root) throw new Error('No Query')
    if (index > 0) writing.left = 6
    return { kind: root === query ? 'query' : 'mutation', name, text: selections(root, 4, writing) }
  })
  return made(schema, { operations, fragments: writing.fragments, variables: writing.variables }, dice)
}

function selections(type: GraphQLCompositeType, depth: number, writing: Writing): string {
  const { dice } = writing
  const parts: string[] = []
  for (let count = 1 + dice.below(4); count > 0; count -= 1) {
    const [first] = parts
    if (first !== undefined && dice.chance(0.08)) parts.push(first)
    else if (dice.chance('getFields' in type ? 0.68 : 0.1)) parts.push(fieldOf(type, depth, writing))
    else parts.push(dice.chance(0.6) ? inlineOf(type, depth, writing) : spreadOf(type, depth, writing))
  }
  return parts.join(' ')
}

function fieldOf(type: GraphQLCompositeType, depth: number, writing: Writing): string {
  const { dice } = writing
  const fields = 'getFields' in type ? Object.values(type.getFields()) : []
  const within = fields.filter(
    (field) => (depth > 1 && writing.left > 0) || !isCompositeType(getNamedType(field.type)),
  )
  if (within.length === 0 || dice.chance(0.06)) {
    const alias = dice.chance(0.4) ? `${aliasIn(type, writing)}: ` : ''
    return `${alias}__typename${conditionOf(writing)}`
  }
  const composite = within.filter((field) => isCompositeType(getNamedType(field.type)))
  const field = composite.length > 0 && dice.chance(0.4) ? dice.pick(composite) : dice.pick(within)
  return written(type, field, depth, writing)
}

function written(
  parent: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  writing: Writing,
): string {
  writing.left -= 1
  const alias = writing.dice.chance(0.35) ? aliasIn(parent, writing) : field.name
  const type = getNamedType(field.type)
  const below = isCompositeType(type) ? ` { ${selections(type, depth - 1, writing)} }` : ''
  const named = alias === field.name ? field.name : `${alias}: ${field.name}`
  return `${named}${argumentsOf(field.args, writing)}${conditionOf(writing)}${below}`
}

/** The name of a field that stands or may stand beside it, or a common one. */
function aliasIn(type: GraphQLCompositeType, { schema, dice }: Writing): string {
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type]
  const names = types.flatMap((one) => Object.keys(one.getFields()))
  return dice.chance(0.3) ? dice.pick(['v', 'id', 'nr', 'name', 'w']) : dice.pick(names)
}

function argumentsOf(args: readonly GraphQLArgument[], writing: Writing): string {
  const { dice } = writing
  const given = args.flatMap((argument) => {
    const isNeeded = isNonNullType(argument.type) && argument.defaultValue === undefined
    return isNeeded || dice.chance(0.6) ? [`${argument.name}: ${valueFor(argument, writing)}`] : []
  })
  return given.length > 0 ? `(${given.join(', ')})` : ''
}

function valueFor({ type, defaultValue }: GraphQLArgument, { dice, variables }: Writing): string {
  if (dice.chance(0.55)) return literalFor(type, dice)
  const known = variables.filter((one) => one.for === String(type))
  if (known.length > 0 && dice.chance(0.5)) return `$${dice.pick(known).name}`
  const variable = variableFor(`v${String(variables.length)}`, type, defaultValue !== undefined, dice)
  variables.push(variable)
  return `$${variable.name}`
}

function conditionOf({ schema, dice, variables }: Writing): string {
  if (!dice.chance(0.09)) return ''
  const directive = dice.pick(['skip', 'include'])
  if (dice.chance(0.4)) return ` @${directive}(if: ${String(dice.chance(0.5))})`
  const known = variables.filter((one) => one.for === 'Boolean!')
  if (known.length > 0 && dice.chance(0.5)) return ` @${directive}(if: $${dice.pick(known).name})`
  const condition = schema.getDirective(directive)?.args[0]?.type
  if (!condition) throw new Error(`No @${directive}`)
  const variable = variableFor(`v${String(variables.length)}`, condition, false, dice)
  variables.push(variable)
  return ` @${directive}(if: $${variable.name})`
}

function inlineOf(type: GraphQLCompositeType, depth: number, writing: Writing): string {
  const on = writing.dice.chance(0.1) ? null : overlapping(type, writing)
  const head = on === null ? '...' : `... on ${on.name}`
  return `${head}${conditionOf(writing)} { ${selections(on ?? type, depth, deeper(writing))} }`
}

/** Fragments count as fields, so that they end. */
function deeper(writing: Writing): Writing {
  writing.left -= 1
  return writing
}

/** A type of which some object may be of the given one. */
function overlapping(type: GraphQLCompositeType, { schema, dice }: Writing): GraphQLCompositeType {
  const objects = isAbstractType(type) ? [...schema.getPossibleTypes(type)] : [type]
  const above = objects.flatMap((one) => one.getInterfaces())
  const all = [...objects, ...objects, type, ...above]
  return dice.pick(all.filter((one) => isObjectType(one) || isInterfaceType(one) || one === type))
}

function spreadOf(type: GraphQLCompositeType, depth: number, writing: Writing): string {
  const { schema, dice, fragments } = writing
  const objectsOf = (one: GraphQLCompositeType): readonly unknown[] =>
    isAbstractType(one) ? schema.getPossibleTypes(one) : [one]
  const mine = objectsOf(type)
  const known = fragments.filter(({ on }) => objectsOf(on).some((one) => mine.includes(one)))
  if (known.length > 0 && dice.chance(0.6)) return `...${dice.pick(known).name}${conditionOf(writing)}`
  const on = overlapping(type, writing)
  const text = selections(on, depth, deeper(writing))
  const name = `F${String(fragments.length)}`
  fragments.push({ name, on, text })
  return `...${name}${conditionOf(writing)}`
}
