/**
 * The joined data of a made federation: an object is a type and a number (a value: a type and where it stands), and each of its fields has one
 * value, made of the data seed and its name. A text says where it is from, so that a wrong one tells whose it is. A field that requires others is
 * made of their values; one with arguments, of its arguments.
 */
import {
  Kind,
  parse,
  parseType,
  parseValue,
  valueFromASTUntyped,
  type SelectionNode,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql'
import { lookup, type FieldModel, type Lookup, type Model } from './model.ts'
import { hashOf } from './random.ts'

export interface Thing {
  readonly type: string
  /** The number of an entity; where a value stands. */
  readonly id: string
}

export type Args = Readonly<Record<string, unknown>>

export interface World {
  readonly lookup: Lookup
  /** What the data are made of. */
  seed: number
  /** How many mutations have been run. */
  mutations: number
}

export const entitiesOfAType = 4

const units = ['CM', 'INCH', 'MILE']

export function worldOf(model: Model, seed: number): World {
  return { lookup: lookup(model), seed, mutations: 0 }
}

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && 'type' in value && 'id' in value
}

/** The subgraph's or the joined value of a field; `required` is what the field is computed from. Throws where the field fails. */
export function valueOf(
  world: World,
  thing: Thing,
  field: FieldModel,
  args: Args,
  required?: unknown,
): unknown {
  const { type, id } = thing
  if (field.keyPart) return keyValue(thing, field)
  const given = Object.keys(args).length === 0 ? '' : `(${canonical(args)})`
  const from = required === undefined ? '' : `<${canonical(required)}>`
  const order = type === 'Mutation' ? `#${String((world.mutations += 1))}` : ''
  const text = `${type}${id && ':'}${id}.${field.name}${given}${from}${order}`
  const { failsOneIn } = field
  if (failsOneIn > 0 && hashOf(`fails ${type} ${id} ${field.name} ${world.seed}`) % failsOneIn === 0)
    throw new Error(`${text} fails`)
  return made(world, typeOf(field.type), text)
}

function keyValue({ type, id }: Thing, { keyPart, type: declared }: FieldModel): unknown {
  const number = Number(id)
  const part = { whole: number, half: number >> 1, rest: number & 1 }[keyPart ?? 'whole']
  return declared.startsWith('Int') ? part : `${type}-${part}`
}

const typeNodes = new Map<string, TypeNode>()

function typeOf(text: string): TypeNode {
  let node = typeNodes.get(text)
  if (!node) typeNodes.set(text, (node = parseType(text, { noLocation: true })))
  return node
}

function made(world: World, type: TypeNode, text: string): unknown {
  if (type.kind === Kind.NON_NULL_TYPE) return present(world, type.type, text)
  return hashOf(`null ${text} ${world.seed}`) % 7 === 0 ? null : present(world, type, text)
}

function present(world: World, type: TypeNode, text: string): unknown {
  const dice = hashOf(`${text} ${world.seed}`)
  if (type.kind === Kind.LIST_TYPE)
    return Array.from({ length: dice % 4 }, (_, index) => made(world, type.type, `${text}[${index}]`))
  if (type.kind === Kind.NON_NULL_TYPE) return present(world, type.type, text)
  switch (type.name.value) {
    case 'Int':
      return dice % 1000
    case 'Float':
      return (dice % 1000) / 8
    case 'Boolean':
      return dice % 2 === 0
    case 'String':
    case 'ID':
      return text
    case 'Unit':
      return units[dice % units.length]
    case 'Raw':
      return { of: text, digits: [dice % 10, null] }
    default: {
      const objects = world.lookup.objects(type.name.value)
      const name = objects[dice % objects.length] ?? ''
      const isEntity = world.lookup.type(name).kind === 'entity'
      return { type: name, id: isEntity ? String((dice >>> 8) % entitiesOfAType) : text } satisfies Thing
    }
  }
}

/** JSON with its keys in one order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}

/** The joined value, computed from joined values where it requires any. */
export function joinedValueOf(world: World, thing: Thing, name: string, args: Args): unknown {
  const field = fieldOf(world, thing, name)
  const requires = Object.values(field.presence).find((one) => one.requires !== undefined)?.requires
  const required = requires === undefined ? undefined : select(world, thing, fieldSet(requires))
  return valueOf(world, thing, field, args, required)
}

export function fieldOf({ lookup: known }: World, { type }: Thing, name: string): FieldModel {
  const field = known.field(type, name)
  if (!field) throw new Error(`No field ${type}.${name}`)
  return field
}

const fieldSets = new Map<string, SelectionSetNode>()

export function fieldSet(text: string): SelectionSetNode {
  let set = fieldSets.get(text)
  if (!set) {
    const [operation] = parse(`{ ${text} }`, { noLocation: true }).definitions
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`No fields: ${text}`)
    fieldSets.set(text, (set = operation.selectionSet))
  }
  return set
}

/** Whether a condition on a type holds for an object. */
export function fits({ lookup: known }: World, { type }: Thing, condition: string | undefined): boolean {
  return condition === undefined || known.objects(condition).includes(type)
}

/** Where a representation lacks what is required, in the value that is computed from it. */
const lacking = '(lacking)'

/**
 * The values of a set of fields of an object: its joined values, or those that a representation of it holds where one is given. Fragments go by
 * the object's true type, so that only the values of a representation count.
 */
export function select(
  world: World,
  thing: Thing,
  set: SelectionSetNode,
  representation?: Args,
  into: Record<string, unknown> = {},
): Record<string, unknown> {
  for (const node of set.selections) {
    if (node.kind === Kind.INLINE_FRAGMENT) {
      if (fits(world, thing, node.typeCondition?.name.value))
        select(world, thing, node.selectionSet, representation, into)
    } else if (node.kind === Kind.FIELD) selectField(world, thing, node, representation, into)
  }
  return into
}

function selectField(
  world: World,
  thing: Thing,
  node: Extract<SelectionNode, { kind: Kind.FIELD }>,
  representation: Args | undefined,
  into: Record<string, unknown>,
): void {
  const name = node.name.value
  const args = argsOf(node, fieldOf(world, thing, name))
  const joined = joinedValueOf(world, thing, name, args)
  const value = representation ? (name in representation ? representation[name] : lacking) : joined
  into[name] = node.selectionSet
    ? within(world, joined, node.selectionSet, representation && { value }, into[name])
    : value
}

/** The arguments of a field of a set, defaults of the schema included. */
function argsOf(node: Extract<SelectionNode, { kind: Kind.FIELD }>, { args }: FieldModel): Args {
  const given = new Map((node.arguments ?? []).map((one) => [one.name.value, valueFromASTUntyped(one.value)]))
  return Object.fromEntries(
    args.flatMap(({ name, defaultValue }) => {
      if (given.has(name)) return [[name, given.get(name)]]
      return defaultValue === undefined ? [] : [[name, valueFromASTUntyped(parseValue(defaultValue))]]
    }),
  )
}

function within(
  world: World,
  joined: unknown,
  set: SelectionSetNode,
  given: { readonly value: unknown } | undefined,
  known: unknown,
): unknown {
  if (Array.isArray(joined)) {
    if (given && (!Array.isArray(given.value) || given.value.length !== joined.length)) return given.value
    return joined.map((item, index) => {
      const value = given && { value: (given.value as readonly unknown[])[index] }
      return within(world, item, set, value, (known as readonly unknown[] | undefined)?.[index])
    })
  }
  if (!isThing(joined)) return given ? given.value : joined
  if (given && (typeof given.value !== 'object' || given.value === null)) return given.value
  return select(
    world,
    joined,
    set,
    given?.value as Args | undefined,
    (known ?? {}) as Record<string, unknown>,
  )
}
