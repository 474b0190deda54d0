/** A made federation composed and served: the engine over its subgraphs, and the schema that clients see. */
import { composeServices } from '@apollo/composition'
import { Supergraph } from '@apollo/federation-internals'
import { parse, type GraphQLSchema } from 'graphql'
import { createEngine, type Engine } from '../../src/engine/engine.ts'
import { planHere } from '../../src/engine/planning/plan-here.ts'
import { worldOf, type World } from './joined-data.ts'
import { makeSubgraph } from './made-subgraphs.ts'
import type { Model } from './model.ts'
import { sdlOf } from './subgraph-sdl.ts'

export interface Composed {
  readonly model: Model
  readonly world: World
  /** What each subgraph declares. */
  readonly sdl: ReadonlyMap<string, string>
  readonly apiSchema: GraphQLSchema
  readonly engine: Engine<undefined>
}

/** The reasons, where it does not compose. */
export function compose(model: Model, dataSeed: number): Composed | readonly string[] {
  const sdl = new Map(model.graphs.map((graph) => [graph, sdlOf(graph, model)]))
  const { supergraphSdl, errors = [] } = composeServices(
    [...sdl].map(([name, text]) => ({ name, typeDefs: parse(text), url: `http://${name}` })),
  )
  if (supergraphSdl === undefined) return errors.map(({ message }) => message)
  const world = worldOf(model, dataSeed)
  const subgraphs = new Map(
    [...sdl].map(([name, text]) => [name, makeSubgraph(name, text, model, world)] as const),
  )
  const engine = createEngine<undefined>({
    supergraphSdl,
    startPlanning: planHere,
    ask({ subgraph, request }, variables) {
      const asked = subgraphs.get(subgraph)
      if (!asked) throw new Error(`No subgraph ${subgraph}`)
      return asked.ask(request.query, variables)
    },
  })
  const apiSchema = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema()
  return { model, world, sdl, apiSchema, engine }
}
