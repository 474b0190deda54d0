/** A whole gateway over made-up subgraphs, and what each was asked. */
import { EventEmitter } from 'node:events'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { execute, parse } from 'graphql'
import { noAudit, type Reading } from '../../src/audit/audit.ts'
import { createGateway, type Gateway, type GatewayOptions } from '../../src/operation/gateway.ts'
import { composeParts, type Part } from '../engine/federate.ts'
import { silent } from '../fakes.ts'
import { planHere } from '../../src/engine/planning/plan-here.ts'

export interface GuardedGateway {
  readonly gateway: Gateway
  /** The texts that subgraphs were asked since the last call of `ask`, each with its subgraph. */
  readonly fetches: { readonly subgraph: string; readonly query: string }[]
  /** What would stand in the logs. */
  readonly readings: Reading[]
}

export async function guardedGateway(
  parts: Readonly<Record<string, Part>>,
  options: Partial<GatewayOptions> = {},
): Promise<GuardedGateway> {
  const { supergraphSdl, schemas } = composeParts(parts)
  const fetches: GuardedGateway['fetches'] = []
  const subgraphs = [...schemas].map(([name, schema]) => {
    const running: Pick<RunningSubgraph, 'name' | 'schema' | 'execute' | 'ready' | 'close'> = {
      name,
      schema,
      async execute({ query, variables }) {
        const { data, errors } = await execute({
          schema,
          document: parse(query),
          variableValues: variables,
        })
        return { data: data ?? null, ...(errors && { errors: errors.map((error) => error.toJSON()) }) }
      },
      ready: () => Promise.resolve(),
      close: () => Promise.resolve(),
    }
    return {
      ...running,
      database: { version: () => 'constant', knex: new EventEmitter() },
    } as unknown as RunningSubgraph
  })
  const readings: Reading[] = []
  const gateway = await createGateway({
    startPlanning: planHere,
    supergraphSdl,
    subgraphs,
    logger: silent,
    observe: ({ subgraph, request }) => fetches.push({ subgraph, query: request.query }),
    audit: { ...noAudit, record: async (reading) => void readings.push(reading) },
    ...options,
  })
  return { gateway, fetches, readings }
}
