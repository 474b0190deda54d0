/**
 * A graph of regions with parts and figures, served over HTTP: over two domains in this process, of which each can be told to fail from some fetch on,
 * or elsewhere.
 */
import { EventEmitter } from 'node:events'
import { composeServices } from '@apollo/composition'
import { drain, listen } from '@samenhang/subgraph-kit/http-server'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { parse } from 'graphql'
import { createHttpServer, type ServerOptions } from '../../src/http/server.ts'
import { createGateway, type Gateway, type GatewayOptions } from '../../src/operation/gateway.ts'
import { createLogger } from '../../src/telemetry/log.ts'
import { planHere } from '../../src/engine/planning/plan-here.ts'
import {
  regionDomain,
  slices,
  type Asked,
  type RegionAnswer,
  type RegionCounts,
  type SliceName,
} from './region-domains.ts'

/** What the fakes answer, and how they fail. */
export interface RegionsState extends RegionCounts {
  /** The fetch, counted from 1, from which on this domain fails. */
  failsFrom: Partial<Record<SliceName, number>>
  /** What comes of such a fetch; it is refused by default. */
  failsHow: (answer: () => Promise<RegionAnswer>) => Promise<RegionAnswer>
  /** Called at each fetch. */
  atFetch: (name: SliceName) => void
  version: string | undefined
  readonly fetches: Record<SliceName, number>
}

export interface RegionsHub {
  readonly gateway: Gateway
  readonly base: string
  readonly state: RegionsState
  readonly lines: string[]
  /** As `fetch`, of what is below the address of tables. */
  table(path: string, request?: RequestInit): Promise<Response>
  close(): Promise<void>
}

export async function openRegions(
  documents: ReadonlyMap<string, string>,
  options: Partial<GatewayOptions> = {},
  serverOptions: Partial<ServerOptions> = {},
): Promise<RegionsHub> {
  const state: RegionsState = {
    ...{
      regions: 30,
      parts: (index) => index % 4,
      failsFrom: {},
      failsHow: gone,
      atFetch: () => undefined,
      version: '1',
    },
    fetches: { regions: 0, figures: 0 },
  }
  const names = Object.keys(slices) as SliceName[]
  const subgraphs = names
    .filter((name) => !options.subgraphUrls?.has(name))
    .map((name) => {
      const { schema, answer } = regionDomain(name, state)
      return {
        name,
        schema,
        // The data version of a database that nobody writes to but the test.
        database: { version: () => state.version, knex: new EventEmitter() },
        async execute(request: Asked) {
          state.fetches[name] += 1
          state.atFetch(name)
          if (state.fetches[name] >= (state.failsFrom[name] ?? Infinity))
            return state.failsHow(() => answer(request))
          return answer(request)
        },
        admits: () => Promise.resolve(true),
        ready: () => Promise.resolve(),
        close: () => Promise.resolve(),
      } as unknown as RunningSubgraph
    })
  const lines: string[] = []
  const logger = createLogger('info', { write: (line) => void lines.push(line) })
  const gateway = await createGateway({
    ...{ supergraphSdl, subgraphs, logger, documents },
    startPlanning: planHere,
    isPrepared: false,
    ...options,
  })
  const server = createHttpServer(gateway, { logger, ...serverOptions })
  const base = await listen(server, { host: '127.0.0.1', port: 0 })
  return {
    ...{ gateway, base, state, lines },
    table: (path, request) => fetch(`${base}/q/${path}`, request),
    async close() {
      await drain(server, 500)
      await gateway.close()
    },
  }
}

const supergraphSdl = compose()

function compose(): string {
  const { supergraphSdl: composed, errors } = composeServices(
    Object.entries(slices).map(([name, sdl]) => ({ name, url: 'http://unused', typeDefs: parse(sdl) })),
  )
  if (composed) return composed
  throw new Error(errors?.map(({ message }) => message).join('\n'))
}

const gone: RegionsState['failsHow'] = () => Promise.reject(new Error('gone'))
