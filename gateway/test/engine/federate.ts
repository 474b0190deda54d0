/** Small graphs for tests: subgraphs with resolvers, composed, behind the engine; and what each was asked. */
import { composeServices } from '@apollo/composition'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, GraphQLError, parse, validate, type GraphQLFormattedError } from 'graphql'
import { createEngine, type Engine, type Variables } from '../../src/engine/engine.ts'

export interface Part {
  readonly sdl: string
  readonly resolvers: object
}

export interface Answered {
  readonly data: unknown
  /** The paths of the errors of subgraphs, and of what is incomplete. */
  readonly paths: readonly (readonly (string | number)[] | undefined)[]
}

export interface Federation {
  readonly engine: Engine<undefined>
  readonly supergraphSdl: string
  /** Subgraph and text of each fetch since the last `ask` began. */
  readonly fetches: { readonly subgraph: string; readonly query: string; readonly variables: Variables }[]
  ask(query: string, variables?: Variables): Promise<Answered>
}

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject", "@override", "@inaccessible", "@extends"
])`

export function federate(parts: Readonly<Record<string, Part>>): Federation {
  const documents = Object.entries(parts).map(([name, { sdl, resolvers }]) => ({
    name,
    typeDefs: parse(`${federation}\n${sdl}`),
    resolvers,
  }))
  const composed = composeServices(documents.map((one) => ({ ...one, url: `http://${one.name}` })))
  if (!composed.supergraphSdl) throw new Error(composed.errors?.map(({ message }) => message).join('\n'))
  const schemas = new Map(
    documents.map(({ name, typeDefs, resolvers }) => [
      name,
      buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]),
    ]),
  )
  const fetches: Federation['fetches'] = []
  const engine = createEngine<undefined>({
    supergraphSdl: composed.supergraphSdl,
    async ask({ subgraph, request }, variables) {
      fetches.push({ subgraph, query: request.query, variables })
      const schema = schemas.get(subgraph)
      if (!schema) throw new Error(`No subgraph ${subgraph}`)
      const document = parse(request.query)
      const invalid = validate(schema, document)
      if (invalid.length > 0) throw new Error(`${subgraph}: ${invalid.join('; ')} in ${request.query}`)
      const { data, errors } = await execute({ schema, document, variableValues: variables })
      return { data: data ?? null, ...(errors && { errors: errors.map((error) => error.toJSON()) }) }
    },
  })
  return {
    engine,
    supergraphSdl: composed.supergraphSdl,
    fetches,
    async ask(query, variables = {}) {
      fetches.length = 0
      const document = parse(query)
      const invalid = validate(engine.apiSchema, document)
      if (invalid.length > 0) throw new Error(invalid.join('\n'))
      const outcome = await engine.run(
        { text: query, document, operationName: undefined, filterKey: '' },
        variables,
        undefined,
      )
      if (outcome.kind !== 'answered') throw new Error(JSON.stringify(outcome))
      const broken = outcome.errors.find((error) => !(error instanceof GraphQLError))
      if (broken) throw new Error('The engine failed', { cause: broken })
      const errors = [...(outcome.errors as GraphQLFormattedError[]), ...outcome.incomplete]
      return {
        data: outcome.text === null ? null : (JSON.parse(outcome.text) as unknown),
        paths: errors.map(({ path }) => path),
      }
    },
  }
}
