/**
 * Graphs made by chance, for the property of access: three kinds of things over two subgraphs, behind an interface and in a union, with fields that
 * carry rules or none, refer to each other, may not be null, or require one another. The same world answers as subgraphs and as a whole.
 */
import fc from 'fast-check'
import { buildSchema, execute, GraphQLError, parse, type GraphQLSchema } from 'graphql'
import type { Part } from '../engine/federate.ts'

export const scopes = ['s', 't', 'u'] as const
export type DNF = readonly (readonly string[])[]

const kinds = ['Ant', 'Bee', 'Cat'] as const
type Kind = (typeof kinds)[number]
const targets = [...kinds, 'Named', 'Any'] as const
type Target = (typeof targets)[number]

interface Scalar {
  readonly home: 'one' | 'two'
  readonly isNonNull: boolean
  readonly rule: DNF | null
}
interface Reference {
  readonly to: Target
  readonly isList: boolean
  readonly rule: DNF | null
}
interface MadeKind {
  readonly name: DNF | null
  readonly scalars: readonly Scalar[]
  readonly references: readonly Reference[]
}
export interface World {
  readonly kinds: Readonly<Record<Kind, MadeKind>>
  readonly roots: readonly Reference[]
  /** What a field that requires another asks for besides. */
  readonly more: string
  readonly isTypeClosed: boolean
}

const rule = fc.option(
  fc.array(fc.uniqueArray(fc.constantFrom(...scopes), { minLength: 1, maxLength: 2 }), {
    minLength: 1,
    maxLength: 2,
  }),
  { freq: 2 },
)
const scalar = fc.record({
  home: fc.constantFrom('one', 'two'),
  isNonNull: fc.boolean(),
  rule,
}) as fc.Arbitrary<Scalar>
const reference = fc.record({ to: fc.constantFrom(...targets), isList: fc.boolean(), rule })
const kind = fc.record({
  name: rule,
  scalars: fc.array(scalar, { minLength: 2, maxLength: 3 }),
  references: fc.array(reference, { minLength: 1, maxLength: 2 }),
})
export const world: fc.Arbitrary<World> = fc.record({
  kinds: fc.record({ Ant: kind, Bee: kind, Cat: kind }),
  roots: fc.array(reference, { minLength: 2, maxLength: 3 }),
  more: fc.constantFrom(...scopes),
  isTypeClosed: fc.boolean(),
})

/** The rules of a field, each of which must be met: by coordinate. */
export function rulesOf({ kinds: made, roots, more, isTypeClosed }: World): ReadonlyMap<string, DNF> {
  const rules = new Map<string, DNF>()
  const note = (coordinate: string, one: DNF | null): void => {
    if (one) rules.set(coordinate, one)
  }
  for (const [type, { name, scalars, references }] of Object.entries(made)) {
    note(`${type}.name`, name)
    scalars.forEach((one, index) => note(`${type}.x${index}`, one.rule))
    references.forEach((one, index) => note(`${type}.r${index}`, one.rule))
  }
  roots.forEach((one, index) => note(`Query.q${index}`, one.rule))
  note(
    'Ant.made',
    (made.Ant.name ?? [[]]).map((all) => [...new Set([...all, more])]),
  )
  if (isTypeClosed) rules.set('Cat', [['u']])
  return rules
}

const directive = (one: DNF | null | undefined): string =>
  one ? ` @requiresScopes(scopes: ${JSON.stringify(one)})` : ''
const typed = ({ to, isList }: Reference): string => (isList ? `[${to}]` : to)

export function partsOf(given: World): Readonly<Record<string, Part>> {
  const rules = rulesOf(given)
  const field = (type: string, name: string, of: string): string =>
    `${name}: ${of}${directive(rules.get(`${type}.${name}`))}`
  const slice = (home: 'one' | 'two'): string =>
    kinds
      .map((type) => {
        const { scalars, references } = given.kinds[type]
        const own = scalars.flatMap((one, index) =>
          one.home === home ? field(type, `x${index}`, one.isNonNull ? 'Int!' : 'Int') : [],
        )
        const fields =
          home === 'one'
            ? [
                ...own,
                field(type, 'name', 'String'),
                ...references.map((one, index) => field(type, `r${index}`, typed(one))),
              ]
            : type === 'Ant'
              ? [
                  ...own,
                  'name: String @external',
                  `${field(type, 'made', 'String')} @requires(fields: "name")`,
                ]
              : own
        const behind = home === 'one' && type !== 'Cat' ? ' implements Named' : ''
        return `type ${type}${behind} @key(fields: "id")${home === 'one' ? directive(rules.get(type)) : ''} { id: ID! ${fields.join(' ')} }`
      })
      .join('\n')
  const query = given.roots.map((one, index) => field('Query', `q${index}`, typed(one))).join(' ')
  return {
    one: {
      sdl: `type Query { ${query} } interface Named { id: ID! name: String } union Any = Ant | Bee | Cat ${slice('one')}`,
      resolvers: resolvers(given, 'one'),
    },
    two: { sdl: slice('two'), resolvers: resolvers(given, 'two') },
  }
}

interface Thing {
  readonly __typename: Kind
  readonly id: string
  readonly name?: string | null
}

function chance(...words: readonly string[]): number {
  let sum = 7
  for (const letter of words.join(' ')) sum = (sum * 31 + letter.charCodeAt(0)) % 100_003
  return sum
}

function thing(to: Target, ...seed: readonly string[]): Thing {
  const among: readonly Kind[] = to === 'Named' ? ['Ant', 'Bee'] : to === 'Any' ? kinds : [to]
  const number = chance(...seed)
  return { __typename: among[number % among.length] ?? 'Ant', id: `${to}${number % 3}` }
}

function valueOf(given: World, type: string, id: string, field: string): unknown {
  const index = Number(field.slice(1))
  const refer = ({ to, isList }: Reference): unknown =>
    isList ? [thing(to, id, field, 'a'), thing(to, id, field, 'b')] : thing(to, id, field)
  if (type === 'Query') return given.roots[index] && refer(given.roots[index])
  const made = given.kinds[type as Kind]
  if (field === 'id') return id
  if (field === 'name') return `${type} ${id}`
  if (field === 'made') return `made of ${type} ${id}`
  if (field.startsWith('r')) return made.references[index] && refer(made.references[index])
  const number = chance(type, id, field)
  return number % 4 === 0 && !made.scalars[index]?.isNonNull ? null : number % 100
}

function resolvers(given: World, home: 'one' | 'two'): object {
  const typeName = { __resolveType: ({ __typename }: Thing) => __typename }
  const of = (type: Kind): object => {
    const { scalars, references } = given.kinds[type]
    const names = [
      ...scalars.flatMap((one, index) => (one.home === home ? [`x${index}`] : [])),
      ...(home === 'one' ? ['name', ...references.map((_, index) => `r${index}`)] : []),
    ]
    return {
      __resolveReference: (reference: Thing) => ({ ...reference, __typename: type }),
      ...Object.fromEntries(names.map((name) => [name, ({ id }: Thing) => valueOf(given, type, id, name)])),
      ...(home === 'two' &&
        type === 'Ant' && { made: ({ name }: Thing) => (name ? `made of ${name}` : null) }),
    }
  }
  const objects = Object.fromEntries(kinds.map((type) => [type, of(type)]))
  if (home === 'two') return objects
  const roots = given.roots.map(
    (_, index) => [`q${index}`, () => valueOf(given, 'Query', '', `q${index}`)] as const,
  )
  return { ...objects, Query: Object.fromEntries(roots), Named: typeName, Any: typeName }
}

/** The whole graph in one schema, without rules. */
export function wholeOf(given: World): GraphQLSchema {
  const types = kinds.map((type) => {
    const { scalars, references } = given.kinds[type]
    const fields = [
      'id: ID!',
      'name: String',
      ...scalars.map((one, index) => `x${index}: ${one.isNonNull ? 'Int!' : 'Int'}`),
      ...references.map((one, index) => `r${index}: ${typed(one)}`),
      ...(type === 'Ant' ? ['made: String'] : []),
    ]
    return `type ${type}${type === 'Cat' ? '' : ' implements Named'} { ${fields.join(' ')} }`
  })
  const roots = given.roots.map((one, index) => `q${index}: ${typed(one)}`)
  return buildSchema(
    `type Query { ${roots.join(' ')} } interface Named { id: ID! name: String } union Any = Ant | Bee | Cat ${types.join(' ')}`,
  )
}

/** Runs everything, then takes out what is refused: each such place is null by an error there. */
export function runThenRemove(
  given: World,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  isRefused: (coordinate: string) => boolean,
): { readonly data: unknown; readonly refused: readonly string[] } {
  const refuse = (coordinate: string): void => {
    if (isRefused(coordinate)) throw new GraphQLError(coordinate)
  }
  const { data, errors = [] } = execute({
    schema: wholeOf(given),
    document: parse(query),
    rootValue: { __typename: 'Query', id: '' },
    variableValues: variables,
    fieldResolver: (source: Thing, _args, _context, { parentType, fieldName }) => {
      refuse(`${parentType.name}.${fieldName}`)
      return valueOf(given, parentType.name, source.id, fieldName)
    },
    typeResolver: ({ __typename }: Thing) => {
      refuse(__typename)
      return __typename
    },
  }) as { data: unknown; errors?: readonly GraphQLError[] }
  return {
    data: JSON.parse(JSON.stringify(data)) as unknown,
    refused: errors.map(({ message, path }) => `${message} ${(path ?? []).join('.')}`).sort(),
  }
}

/** An operation on such a graph: fields, aliases, fragments on kinds and on the interface, conditions. */
export function operationOn(given: World): fc.Arbitrary<string> {
  const alias = fc.constantFrom('', '', 'a: ', 'b: ')
  const condition = fc.constantFrom('', '', '', ' @include(if: $on)', ' @skip(if: $on)')
  const below = (target: Target, depth: number): fc.Arbitrary<string> => {
    if (target === 'Any' || target === 'Named') {
      const own = target === 'Named' ? ['id', 'name', '__typename'] : ['__typename']
      const fragments = (target === 'Any' ? kinds : (['Ant', 'Bee'] as const)).map((type) =>
        below(type, depth).map((text) => `... on ${type} ${text}`),
      )
      const named =
        target === 'Any' ? [fc.constant('... on Named { name }'), fc.constant('...N')] : [fc.constant('...N')]
      return set(fc.oneof(fc.constantFrom(...own), ...fragments, ...named), 3)
    }
    const { scalars, references } = given.kinds[target]
    const leaves = [
      'id',
      'name',
      '__typename',
      ...scalars.map((_, index) => `x${index}`),
      ...(target === 'Ant' ? ['made'] : []),
    ]
    const leaf = fc
      .tuple(fc.constantFrom(...leaves), condition)
      .map(([name, on]) => (name === '__typename' ? name : `${name}_: ${name}${on}`))
    const inner = depth > 0 ? references.map((one, index) => field(`r${index}`, one.to, depth - 1)) : []
    return set(fc.oneof(leaf, leaf, ...inner), 4)
  }
  const set = (selection: fc.Arbitrary<string>, most: number): fc.Arbitrary<string> =>
    fc.array(selection, { minLength: 1, maxLength: most }).map((all) => `{ ${[...new Set(all)].join(' ')} }`)
  // An alias that tells the field apart, so that no two fields share a response key.
  const field = (name: string, to: Target, depth: number): fc.Arbitrary<string> =>
    fc
      .tuple(alias, below(to, depth), condition)
      .map(
        ([prefix, inner, on]) =>
          `${prefix ? `${prefix.slice(0, 1)}${name}${to}: ` : `${name}${to}: `}${name}${on} ${inner}`,
      )
  const roots = given.roots.map((one, index) => field(`q${index}`, one.to, 2))
  return fc
    .array(fc.oneof(...roots), { minLength: 1, maxLength: 3 })
    .map((all) => `query ($on: Boolean!) { ${all.join(' ')} } fragment N on Named { id n: name }`)
}
