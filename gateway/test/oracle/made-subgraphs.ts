/** The subgraphs of a made federation, each serving its slice of the joined data and nothing that it was not sent. */
import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql'
import type { SubgraphAnswer } from '@samenhang/subgraph-kit/subgraph'
import {
  entitiesOfAType,
  fieldOf,
  fieldSet,
  isThing,
  joinedValueOf,
  select,
  valueOf,
  type Args,
  type Thing,
  type World,
} from './joined-data.ts'
import type { Model, TypeModel } from './model.ts'

/** An object as a subgraph has it: with the representation that it was named by, if any. */
interface Served extends Thing {
  readonly __typename: string
  readonly representation?: Args
}

export interface MadeSubgraph {
  /** Throws where the text is not valid in this subgraph. */
  ask(query: string, variables: Args): Promise<SubgraphAnswer> | SubgraphAnswer
}

export function makeSubgraph(graph: string, sdl: string, model: Model, world: World): MadeSubgraph {
  const typeDefs = parse(sdl)
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: referencesOf(graph, model, world) as never }])
  const valid = new Map<string, DocumentNode>()
  const read = (query: string): DocumentNode => {
    let document = valid.get(query)
    if (!document) valid.set(query, (document = validated(query, schema, graph)))
    return document
  }
  return {
    ask(query, variables) {
      const answered = execute({
        schema,
        document: read(query),
        variableValues: variables,
        contextValue: { graph, world },
        fieldResolver: (source: Served | undefined, args: Args, _context, { fieldName, parentType }) =>
          serve(graph, world, source ?? { type: parentType.name, id: '', __typename: '' }, fieldName, args),
        typeResolver: (value: Served) => value.__typename,
      })
      const answer = ({ data, errors }: Awaited<typeof answered>): SubgraphAnswer => ({
        data: data ?? null,
        ...(errors && { errors: errors.map((error) => error.toJSON()) }),
      })
      return answered instanceof Promise ? answered.then(answer) : answer(answered)
    },
  }
}

function validated(query: string, schema: GraphQLSchema, graph: string): DocumentNode {
  const document = parse(query)
  const invalid = validate(schema, document)
  if (invalid.length > 0)
    throw new Error(`${graph} was asked what it does not know: ${invalid.join('; ')} in ${query}`)
  return document
}

function serve(graph: string, world: World, source: Served, name: string, args: Args): unknown {
  const field = fieldOf(world, source, name)
  const { requires, provides } = field.presence[graph] ?? {}
  if (requires === undefined) return provided(servedOf(valueOf(world, source, field, args)), provides, world)
  const given = source.representation ?? {}
  return servedOf(valueOf(world, source, field, args, select(world, source, fieldSet(requires), given)))
}

/** What a subgraph provides of a thing it knows as well as if it had been sent, and computes from it. */
function provided(value: unknown, provides: string | undefined, world: World): unknown {
  if (provides === undefined) return value
  if (Array.isArray(value)) return value.map((item) => provided(item, provides, world))
  return isThing(value) ? { ...value, representation: select(world, value, fieldSet(provides)) } : value
}

/** Things with the name that GraphQL looks for; an interface object's own name is its schema's. */
function servedOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(servedOf)
  return isThing(value) ? { ...value, __typename: value.type } : value
}

function referencesOf(graph: string, { types }: Model, world: World): Record<string, object> {
  const keyed = types.filter(({ presence }) => (presence[graph]?.keys.length ?? 0) > 0)
  return Object.fromEntries(
    keyed.map((type) => {
      const isInterface = type.kind === 'interface' && !type.presence[graph]?.isInterfaceObject
      return [
        type.name,
        {
          __resolveReference: (given: Args) => resolve(given, type, graph, world),
          ...(isInterface && { __resolveType: ({ type: name }: Thing) => name }),
        },
      ]
    }),
  )
}

/** The object that a representation names by one of the keys that the subgraph has. */
function resolve(representation: Args, type: TypeModel, graph: string, world: World): Served | null {
  const { keys = [], isInterfaceObject = false } = type.presence[graph] ?? {}
  for (const key of keys) {
    for (const name of world.lookup.objects(type.name)) {
      for (let number = 0; number < entitiesOfAType; number += 1) {
        const thing = { type: name, id: String(number) }
        const own = JSON.stringify(select(world, thing, fieldSet(key)))
        if (own !== JSON.stringify(select(world, thing, fieldSet(key), representation))) continue
        return { ...thing, __typename: isInterfaceObject ? type.name : name, representation }
      }
    }
  }
  throw new Error(`${graph} knows no such thing: ${JSON.stringify(representation)}`)
}

/** A field of the joined data, as GraphQL resolves it. */
export function resolveJoined(world: World, source: Thing, name: string, args: Args): unknown {
  return servedOf(joinedValueOf(world, source, name, args))
}
