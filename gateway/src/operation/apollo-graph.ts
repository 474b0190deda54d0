/**
 * Apollo's own gateway over the supergraph, made when it is first needed: it runs everything where the query engine is not chosen, and else the few
 * operations that the engine leaves to it. Its making takes over half a second, and its planner a place in memory.
 */
process.env['APOLLO_TELEMETRY_DISABLED'] = '1'

import type { ApolloServerOptions } from '@apollo/server'
import type { GraphQLSchema } from 'graphql'
import type { RequestContext } from '../access/request-context.ts'
import { typesOf } from '../engine/compile/representation.ts'
import { withoutOwnDirectives } from '../engine/planning/own-directives.ts'
import { repairForAny } from '../engine/supergraph/repair.ts'
import { dataSourceFor, type AskSource } from '../subgraph-sources/fetch.ts'
import type { Logger } from '../telemetry/log.ts'
import type { PlanStore } from './plan-store.ts'

export type GatewayInterface = NonNullable<ApolloServerOptions<RequestContext>['gateway']>
export type Executor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>

export interface ApolloGraph {
  /** The schema that clients see. */
  schema(): Promise<GraphQLSchema>
  readonly execute: Executor
  stop(): Promise<void>
}

export interface ApolloGraphOptions {
  readonly supergraphSdl: string
  /** Its types, with their join directives. */
  readonly supergraph: GraphQLSchema
  readonly askOf: (subgraph: string) => AskSource
  readonly plans: PlanStore
  readonly logger: Logger
}

export function apolloGraph({
  supergraphSdl,
  supergraph,
  askOf,
  plans,
  logger,
}: ApolloGraphOptions): ApolloGraph {
  const { isObject } = typesOf(supergraph)
  const open = async () => {
    // With what our own planning mends in Apollo's planner.
    await import('../engine/planning/planning-jobs.js')
    const { ApolloGateway } = await import('@apollo/gateway')
    const gateway = new ApolloGateway({
      supergraphSdl: repairForAny(supergraphSdl),
      queryPlannerConfig: { cache: plans },
      buildService: ({ name }) => dataSourceFor(askOf(name), isObject),
      // Composition validated it before it was committed.
      validateSupergraph: false,
      serviceHealthCheck: false,
      __exposeQueryPlanExperimental: false,
      logger: logger.child({}, { level: 'warn' }),
    })
    return { gateway, ...(await gateway.load()) }
  }
  let opened: ReturnType<typeof open> | undefined
  const loaded = () => (opened ??= open())
  return {
    schema: async () => (await loaded()).schema,
    async execute(request) {
      const { executor, schema } = await loaded()
      return executor({ ...request, document: withoutOwnDirectives(request.document, schema) })
    },
    async stop() {
      if (opened) await (await opened).gateway.stop()
    },
  }
}
