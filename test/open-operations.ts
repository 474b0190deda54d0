/** Every field of the graph that has no rule of access, and operations that ask for all of them. */
import { readRules } from '@samenhang/subgraph-kit/access/rules'
import { readOwnSlices, readSlices } from '@samenhang/schema/slices'
import {
  buildSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLObjectType,
} from 'graphql'
import { readFileSync } from 'node:fs'

const api = buildSchema(readFileSync(new URL('../schema/api.graphql', import.meta.url), 'utf8'))
const closed = new Set(
  [...readSlices(), ...readOwnSlices()].flatMap(({ typeDefs }) => [...readRules(typeDefs).keys()]),
)
/** Answered from files of figures and from no database: such a hub has none. */
const fromFiles = new Set([
  ...['Query.changes', 'Changes', 'Snapshot', 'DomainChange', 'FigureChange', 'FigureRevision'],
])

const isIn = (names: ReadonlySet<string>, type: string, field: string): boolean =>
  names.has(type) || names.has(`${type}.${field}`)

/** Whether the field, or its type, has a rule. */
export const isClosed = (type: string, field: string): boolean => isIn(closed, type, field)

/** Whether it has none and is read from a database. */
export const isOpen = (type: string, field: string): boolean =>
  !isClosed(type, field) && !isIn(fromFiles, type, field)

/** The object types of the graph. */
export const objects = Object.values(api.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
)

interface OpenOperation {
  readonly text: string
  readonly coordinates: readonly string[]
}

/** Operations that ask for every open field of every type that can be come by without a rule, each by its shortest way. */
export function* openOperations(codes: ReadonlyMap<string, string>): Generator<OpenOperation> {
  const ways: { readonly type: GraphQLObjectType; readonly open: string; readonly closing: string }[] = [
    { type: api.getQueryType()!, open: '{', closing: '}' },
  ]
  const known = new Set(['Query'])
  for (const { type, open, closing } of ways) {
    const fields = Object.values(type.getFields()).filter(({ name }) => isOpen(type.name, name))
    const leaves: string[] = []
    for (const field of fields) {
      const named = getNamedType(field.type)
      const code = codes.get(named.name.toUpperCase()) ?? codes.get('MUNICIPALITY')!
      const samples = new Map([
        ['code', code],
        ['codes', `[${code}]`],
        ['name', '"a"'],
        ['level', 'MUNICIPALITY'],
        ['group', 'HOMELESS'],
        ['indicators', '["population.inhabitants"]'],
        ['by', '["population.inhabitants"]'],
        ['indicator', '"population.inhabitants"'],
        ['x', '"population.inhabitants"'],
        ['y', '"population.households"'],
        ['input', '{}'],
        ['language', 'NL'],
      ])
      const chosen = new Map([
        ['aggregate', 'level: MUNICIPALITY'],
        ['fairShare', `within: ${codes.get('COUNTRY') ?? ''}`],
      ]).get(type.name === 'Query' ? field.name : '')
      const needed = field.args.filter(isRequiredArgument)
      const given = [
        ...needed.map(({ name }) => `${name}: ${samples.get(name) ?? ''}`),
        ...(chosen === undefined ? [] : [chosen]),
      ].join(', ')
      const text = `${field.name}${given && `(${given})`}`
      if (isLeafType(named)) leaves.push(text)
      else {
        yield {
          text: `${open} ${text} { __typename } ${closing}`,
          coordinates: [`${type.name}.${field.name}`],
        }
        for (const below of isAbstractType(named)
          ? api.getPossibleTypes(named)
          : [named as GraphQLObjectType]) {
          if (known.has(below.name)) continue
          known.add(below.name)
          const [on, off] = below === named ? ['', ''] : [`... on ${below.name} {`, '}']
          ways.push({ type: below, open: `${open} ${text} { ${on}`, closing: `${off} } ${closing}` })
        }
      }
    }
    const coordinates = leaves.map((leaf) => `${type.name}.${leaf.split('(', 1)[0]!}`)
    if (leaves.length > 0) yield { text: `${open} ${leaves.join(' ')} ${closing}`, coordinates }
  }
}
