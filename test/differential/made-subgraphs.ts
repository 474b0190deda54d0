/**
 * Subgraphs with made-up answers for any slice of a schema: what a field gives follows from the thing it is of, its arguments and a salt, so
 * that two executors see one world. Nulls wherever they may be, errors here and there, and whole outages as told.
 */
import { createHash } from 'node:crypto'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { publicAccess } from '@samenhang/subgraph-kit/caller'
import { createExecutor } from '@samenhang/subgraph-kit/execute'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import {
  defaultFieldResolver,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql'

/** What the made world is like just now. */
export interface World {
  salt: number
  /** One in how many nullable values is null, and an error; 0 for none. */
  nulls: number
  errors: number
  readonly outages: Set<string>
}

interface Thing {
  readonly __typename: string
  readonly seed: string
  readonly code: string
}

const prefixes: Readonly<Record<string, string>> = {
  Country: 'NL',
  Province: 'PV',
  Municipality: 'GM',
  District: 'WK',
  Neighbourhood: 'BU',
}

export function makeSubgraph(name: string, typeDefs: DocumentNode, world: World): RunningSubgraph {
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: references(typeDefs) as never }])
  fill(schema, world)
  const run = createExecutor(schema, new Map(), () => ({ errorId: 'made', subgraph: name }))
  const made: Pick<RunningSubgraph, 'name' | 'schema' | 'execute' | 'admits' | 'ready' | 'close'> & {
    database: Pick<RunningSubgraph['database'], 'version'>
  } = {
    name,
    schema,
    database: { version: () => undefined },
    async execute(request) {
      if (world.outages.has(name)) throw new Error(`${name} is out`)
      return run(request, publicAccess, () => ({}))
    },
    admits: () => Promise.resolve(true),
    ready: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
  return made as RunningSubgraph
}

/** Every thing is found by its key; an area by its code alone, whatever it is called here. */
function references(typeDefs: DocumentNode): Record<string, object> {
  const resolvers: Record<string, object> = {}
  for (const node of typeDefs.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    if (!node.directives?.some((directive) => directive.name.value === 'key')) continue
    resolvers[node.name.value] = {
      __resolveReference: ({ code, __typename }: { code: string; __typename: string }) =>
        thing(node.kind === Kind.INTERFACE_TYPE_DEFINITION ? typeOf(code) : __typename, `area ${code}`, code),
      ...(node.kind === Kind.INTERFACE_TYPE_DEFINITION && {
        __resolveType: (area: Thing) => area.__typename,
      }),
    }
  }
  return resolvers
}

function typeOf(code: string): string {
  return Object.entries(prefixes).find(([, prefix]) => code.startsWith(prefix))?.[0] ?? 'Neighbourhood'
}

function fill(schema: GraphQLSchema, world: World): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_') || (field.resolve && field.resolve !== defaultFieldResolver)) continue
      field.resolve = (source: Thing | undefined, args) => {
        if (field.name === 'code' && source?.code) return source.code
        if (field.name === 'datasets') return thing('Datasets', 'datasets', '')
        const seed = `${source?.seed ?? ''}.${field.name}${JSON.stringify(args)}`
        return make(field.type, seed, world, schema)
      }
    }
  }
}

function make(type: GraphQLOutputType, seed: string, world: World, schema: GraphQLSchema): unknown {
  const dice = draw(`${seed}#${world.salt}`)
  if (world.errors > 0 && dice % world.errors === 1)
    throw new HubError('BAD_ARGUMENT', 'An error of the made world.', { dice })
  if (isNonNullType(type)) return value(type.ofType as GraphQLOutputType, seed, world, schema)
  if (world.nulls > 0 && (dice >>> 8) % world.nulls === 1) return null
  return value(type, seed, world, schema)
}

function value(type: GraphQLOutputType, seed: string, world: World, schema: GraphQLSchema): unknown {
  const dice = draw(`${seed}!${world.salt}`)
  if (isListType(type)) {
    const length = dice % 4
    return Array.from({ length }, (_, index) =>
      make(type.ofType as GraphQLOutputType, `${seed}[${index}]`, world, schema),
    )
  }
  const named = getNamedType(type)
  if (isEnumType(named)) return named.getValues()[dice % named.getValues().length]?.value
  if (isObjectType(named) || isInterfaceType(named)) {
    const names = isAbstractType(named) ? schema.getPossibleTypes(named).map((one) => one.name) : [named.name]
    const chosen = names[dice % names.length] ?? named.name
    const prefix = prefixes[chosen]
    // Few areas, so that one stands at many places.
    const code = prefix ? `${prefix}90010${String(dice % 5)}` : ''
    return thing(chosen, prefix ? `area ${code}` : seed, code)
  }
  return { Int: dice + 1, Float: dice + 0.5, Boolean: true, ID: `id${dice}` }[named.name] ?? `text "${dice}"`
}

function thing(__typename: string, seed: string, code: string): Thing {
  return { __typename, seed, code }
}

function draw(text: string): number {
  return createHash('md5').update(text).digest().readUInt32LE() >>> 4
}
