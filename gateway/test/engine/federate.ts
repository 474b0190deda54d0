/** Small graphs for tests: subgraphs with resolvers, composed, behind the engine; and what each was asked. */
import { composeServices } from '@apollo/composition'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { publicAccess, type Access } from '@samenhang/subgraph-kit/caller'
import {
  execute,
  GraphQLError,
  parse,
  validate,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql'
import { permissionsOf } from '../../src/access/permissions.ts'
import { readPolicy } from '../../src/access/policy.ts'
import { createEngine, type Engine, type Variables } from '../../src/engine/engine.ts'
import { supergraphSchema } from '../../src/engine/supergraph/supergraph.ts'
import { planHere } from '../../src/engine/planning/plan-here.ts'

export interface Part {
  readonly sdl: string
  readonly resolvers: object
}

export interface Answered {
  readonly data: unknown
  /** The paths of the errors of subgraphs, and of what is incomplete. */
  readonly paths: readonly (readonly (string | number)[] | undefined)[]
}

export interface AnsweredTo extends Answered {
  /** Places that the caller may not have, as `Type.field at.the.path`. */
  readonly refused: readonly string[]
  readonly subjects: readonly string[]
}

export interface Federation {
  readonly engine: Engine<undefined>
  readonly supergraphSdl: string
  /** Subgraph and text of each fetch since the last `ask` began. */
  readonly fetches: { readonly subgraph: string; readonly query: string; readonly variables: Variables }[]
  ask(query: string, variables?: Variables): Promise<Answered>
  askAs(access: Access, query: string, variables?: Variables): Promise<AnsweredTo>
}

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject", "@override", "@inaccessible", "@extends",
  "@authenticated", "@requiresScopes", "@policy"
])`

export interface ComposedParts {
  readonly supergraphSdl: string
  readonly schemas: ReadonlyMap<string, GraphQLSchema>
}

export function composeParts(parts: Readonly<Record<string, Part>>): ComposedParts {
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
  return { supergraphSdl: composed.supergraphSdl, schemas }
}

/** `planned` is told each text that is planned. */
export function federate(
  parts: Readonly<Record<string, Part>>,
  planned: (text: string) => void = () => undefined,
): Federation {
  const { supergraphSdl, schemas } = composeParts(parts)
  const fetches: Federation['fetches'] = []
  const policy = readPolicy(supergraphSdl)
  const permissions = permissionsOf(supergraphSchema(policy.sdl), policy.rules)
  const engine = createEngine<undefined>({
    supergraphSdl: policy.sdl,
    guard: permissions,
    startPlanning(sdl) {
      const planning = planHere(sdl)
      return {
        ...planning,
        run(text, job) {
          planned(text)
          return planning.run(text, job)
        },
      }
    },
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
  const askAs: Federation['askAs'] = async (access, query, variables = {}) => {
    fetches.length = 0
    const document = parse(query)
    const invalid = validate(engine.apiSchema, document)
    if (invalid.length > 0) throw new Error(invalid.join('\n'))
    const outcome = await engine.run(
      { text: query, document, operationName: undefined, filterKey: permissions.keyOf(access) },
      variables,
      undefined,
    )
    if (outcome.kind !== 'answered') throw new Error(`${JSON.stringify(outcome)}: ${query}`)
    const broken = outcome.errors.find((error) => !(error instanceof GraphQLError))
    if (broken) throw new Error('The engine failed', { cause: broken })
    const errors = [...(outcome.errors as GraphQLFormattedError[]), ...outcome.incomplete]
    return {
      data: outcome.text === null ? null : (JSON.parse(outcome.text) as unknown),
      paths: errors.map(({ path }) => path),
      refused: outcome.refused.map(({ path, coordinate }) => `${coordinate} ${path.join('.')}`),
      subjects: outcome.subjects,
    }
  }
  return {
    engine,
    supergraphSdl,
    fetches,
    askAs,
    async ask(query, variables) {
      const { data, paths } = await askAs(publicAccess, query, variables)
      return { data, paths }
    },
  }
}
