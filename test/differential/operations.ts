/**
 * Operations made at random over a schema, as a client might write them: aliases, fragments on interfaces, lists, variables with and without
 * defaults, conditions, duplicates and __typename. They shrink to the smallest that still fails.
 */
import fc, { type Arbitrary } from 'fast-check'
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql'

/** An operation with its variables. */
export interface Made {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

type Selection =
  | {
      kind: 'field'
      name: string
      alias: string
      args: Argument[]
      condition: Condition
      below: Selection[] | null
    }
  | { kind: 'fragment'; on: string | null; named: boolean; condition: Condition; below: Selection[] }

interface Argument {
  readonly name: string
  readonly type: string
  readonly value: string
  readonly how: 'literal' | 'variable' | 'default'
}

interface Condition {
  readonly directive: 'skip' | 'include' | null
  readonly holds: boolean
  readonly how: 'literal' | 'variable' | 'default'
}

const codes = [
  'NL00',
  'PV27',
  'GM9001',
  'GM9002',
  'WK900101',
  'BU90010101',
  'BU90010102',
  'BU90010201',
  'nonsense',
]

/** Arbitrary operations over the schema that clients see. */
export function operations(schema: GraphQLSchema): Arbitrary<Made> {
  const root = schema.getQueryType()
  if (!root) throw new Error('No Query')
  return fc.array(fieldOf(schema, root, 4), { minLength: 1, maxLength: 2 }).map(write)
}

const always: Condition = { directive: null, holds: true, how: 'literal' }

const condition: Arbitrary<Condition> = fc.oneof(
  { weight: 9, arbitrary: fc.constant(always) },
  {
    weight: 1,
    arbitrary: fc.record({
      directive: fc.constantFrom('skip', 'include'),
      holds: fc.boolean(),
      how: fc.constantFrom('literal', 'variable', 'default'),
    }),
  },
)

function selections(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  depth: number,
): Arbitrary<Selection[]> {
  const field = fieldOf(schema, type, depth)
  const typeName = fc.constant<Selection>({
    kind: 'field',
    name: '__typename',
    alias: '',
    args: [],
    condition: always,
    below: null,
  })
  const one: Arbitrary<Selection> =
    depth <= 1
      ? fc.oneof({ weight: 8, arbitrary: field }, { weight: 1, arbitrary: typeName })
      : fc.oneof(
          { weight: 8, arbitrary: field },
          { weight: 1, arbitrary: typeName },
          { weight: 2, arbitrary: fragmentOf(schema, type, depth - 1) },
        )
  return fc
    .tuple(fc.array(one, { minLength: 1, maxLength: 4 }), fc.boolean())
    .map(([list, twice]) => firstAlways(twice && list[0] && list.length > 2 ? [...list, list[0]] : list))
}

/** Never all of a selection behind a condition: Apollo's planner then leaves out the object, where GraphQL has an empty one. */
function firstAlways([first, ...rest]: Selection[]): Selection[] {
  return first ? [{ ...first, condition: always }, ...rest] : rest
}

function fragmentOf(schema: GraphQLSchema, type: GraphQLCompositeType, depth: number): Arbitrary<Selection> {
  const below = isAbstractType(type)
    ? [...schema.getPossibleTypes(type)]
    : [...('getInterfaces' in type ? type.getInterfaces() : [])]
  return fc.constantFrom<GraphQLCompositeType | null>(null, type, ...below).chain((on) =>
    fc.record({
      kind: fc.constant('fragment' as const),
      on: fc.constant(on?.name ?? null),
      named: fc.boolean(),
      condition,
      below: selections(schema, on ?? type, depth),
    }),
  )
}

function fieldOf(schema: GraphQLSchema, type: GraphQLCompositeType, depth: number): Arbitrary<Selection> {
  const fields = 'getFields' in type ? Object.values(type.getFields()) : []
  const within = fields.filter((field) => depth > 1 || !isCompositeType(getNamedType(field.type)))
  const [first] = within.length > 0 ? within : fields
  if (!first) throw new Error(`${type.name} has no fields`)
  return fc
    .constantFrom(...(within.length > 0 ? within : fields))
    .chain((field) => selectionOf(schema, field, depth))
}

function selectionOf(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  depth: number,
): Arbitrary<Selection> {
  const type = getNamedType(field.type)
  const args = field.args.map((argument) => argumentOf(argument))
  const heavy = isCompositeType(type) && isObjectType(type) && Object.keys(type.getFields()).length > 8
  return fc.record({
    kind: fc.constant('field' as const),
    name: fc.constant(field.name),
    alias: fc.oneof(
      { weight: 5, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom('a', 'b', 'name') },
    ),
    args: fc.tuple(...args).map((given) => given.flat()),
    condition,
    below: isCompositeType(type)
      ? selections(schema, type, heavy ? Math.min(depth - 1, 2) : depth - 1)
      : fc.constant(null),
  })
}

function argumentOf({ name, type, defaultValue }: GraphQLArgument): Arbitrary<Argument[]> {
  const how = fc.constantFrom('literal', 'variable', 'default' as const)
  const given = fc
    .tuple(valueOf(isNonNullType(type) ? type.ofType : type), how)
    .map(([value, chosen]): Argument[] => [{ name, type: String(type), value, how: chosen }])
  const required = isNonNullType(type) && defaultValue === undefined
  return required
    ? given
    : fc.oneof({ weight: 2, arbitrary: fc.constant<Argument[]>([]) }, { weight: 1, arbitrary: given })
}

function valueOf(type: GraphQLInputType): Arbitrary<string> {
  if (isNonNullType(type)) return valueOf(type.ofType)
  if (isListType(type))
    return fc.array(valueOf(type.ofType), { maxLength: 5 }).map((values) => `[${values.join(', ')}]`)
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name))
  const texts: Readonly<Record<string, readonly string[]>> = {
    Int: ['0', '1', '2', '3', '2019', '2024'],
    Boolean: ['true', 'false'],
    ID: codes.map((code) => JSON.stringify(code)),
  }
  return fc.constantFrom(...(texts[type.name] ?? ['"noord"', '"a"', '""']))
}

/** Literals as JSON: lists and enums included. */
function jsonOf(literal: string): unknown {
  return JSON.parse(literal.replaceAll(/\b[A-Z][A-Z_]+\b(?!")/g, (word) => JSON.stringify(word)))
}

function write(root: readonly Selection[]): Made {
  const definitions: string[] = []
  const fragments: string[] = []
  const variables: Record<string, unknown> = {}
  const inline = (type: string, value: string, how: Argument['how']): string => {
    if (how === 'literal') return value
    const name = `v${definitions.length}`
    definitions.push(`$${name}: ${type}${how === 'default' ? ` = ${value}` : ''}`)
    if (how === 'variable')
      variables[name] = type.startsWith('[ID') || !value.startsWith('[') ? parsed(value) : parsed(value)
    return `$${name}`
  }
  const conditionOf = ({ directive, holds, how }: Condition): string =>
    directive ? ` @${directive}(if: ${inline('Boolean!', String(holds), how)})` : ''
  const text = (list: readonly Selection[], parent: string | null): string =>
    list
      .map((one) => {
        if (one.kind === 'fragment') {
          const below = text(one.below, one.on ?? parent)
          if (!one.named || !one.on)
            return `...${one.on ? ` on ${one.on}` : ''}${conditionOf(one.condition)} { ${below} }`
          const name = `F${fragments.length}`
          fragments.push(`fragment ${name} on ${one.on} { ${below} }`)
          return `...${name}${conditionOf(one.condition)}`
        }
        const args = one.args.map(({ name, type, value, how }) => `${name}: ${inline(type, value, how)}`)
        const below = one.below ? ` { ${text(one.below, null)} }` : ''
        const alias = one.alias && one.alias !== one.name ? `${one.alias}: ` : ''
        return `${alias}${one.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${conditionOf(one.condition)}${below}`
      })
      .join(' ')
  const body = text(root, null)
  const head = definitions.length > 0 ? `query Made(${definitions.join(', ')})` : 'query Made'
  return { query: [`${head} { ${body} }`, ...fragments].join('\n'), variables }
}

function parsed(value: string): unknown {
  return value.startsWith('"') || /^(?:\d+|true|false)$/.test(value) ? JSON.parse(value) : jsonOf(value)
}
