/**
 * The whole hub for a test: every subgraph on data of its own, the gateway over the committed supergraph, in process or with each
 * subgraph behind HTTP; and what each operation cost in fetches and statements.
 */
import { readFileSync } from 'node:fs'
import type { Credentials } from '@samenhang/gateway/access/authenticate'
import { subgraphTokens } from '@samenhang/gateway/access/subgraph-token'
import { demoToken, type Role } from '@samenhang/gateway/access/demo-token'
import { openAccess } from '@samenhang/gateway/access/open-access'
import { createGateway, type Gateway } from '@samenhang/gateway/gateway'
import type { RequestOptions } from '@samenhang/gateway/operation-context'
import type { Logger } from '@samenhang/gateway/log'
import { openAudit } from '@samenhang/gateway/audit/audit'
import { openSubgraphs } from '@samenhang/gateway/subgraphs'
import { keptPlaces } from '@samenhang/gateway/kept-places'
import { snapshotChanges } from '@samenhang/gateway/snapshot-changes'
import { readDocuments } from '@samenhang/gateway/document-files'
import { readSupergraph } from '@samenhang/schema/supergraph'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { startServing } from '@samenhang/subgraph-kit/serve'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import type { CountryOptions } from '@samenhang/subgraph-kit/synthetic/country'
import { makeTestData, type DatabaseKind, silent, type TestData } from '@samenhang/subgraph-kit/testing'
import { refreshAll } from './computed-hub.ts'
import { seededData, type Done } from './seeded-data.ts'
import { planHere } from '@samenhang/gateway/plan-here'

export type Mode = 'in process' | 'over HTTP'

export const modes: readonly Mode[] = ['in process', 'over HTTP']

export interface Answer {
  readonly status: number
  readonly text: string
  readonly data: Record<string, never>
  readonly errors: readonly {
    message: string
    path?: readonly (string | number)[]
    extensions: Record<string, unknown>
  }[]
  /** The subgraphs that were called, one entry a fetch, in alphabetical order. */
  readonly fetches: readonly string[]
  /** The statements that each subgraph ran. */
  readonly statements: Readonly<Record<string, number>>
}

export interface TestHub {
  readonly gateway: Gateway
  readonly subgraphs: readonly RunningSubgraph[]
  readonly environment: NodeJS.ProcessEnv
  /** As the public, or as who is asking. */
  ask(query: string, variables?: Readonly<Record<string, unknown>>, asking?: RequestOptions): Promise<Answer>
  /** What someone in this role sends to ask for this purpose; `<role>-1` by default. */
  credentials(role: Role, purpose?: string, actor?: string): Promise<Credentials>
  close(): Promise<void>
}

export interface HubOptions {
  readonly kind?: DatabaseKind
  readonly mode?: Mode
  /** Null for a hub without figures. */
  readonly country?: CountryOptions | null
  /** Whether what is computed from the figures of the country is there; it is not by default. */
  readonly refreshed?: boolean
  /** What runs query plans; the engine by default. */
  readonly executor?: 'engine' | 'apollo'
  /** Whether subgraphs offer a wire over HTTP; by default to the engine, so that Apollo's executor asks each fetch by POST. */
  readonly wire?: boolean
  /** Bytes of answers that may be kept; none by default. */
  readonly cacheBytes?: number
  /** The graph; what is committed by default. */
  readonly supergraphSdl?: string
  /** Registered operations beside the hub's own. */
  readonly documents?: ReadonlyMap<string, string>
  /** Where the hub and its subgraphs log; nowhere by default. */
  readonly logger?: Logger
}

export async function openHub(options: HubOptions = {}): Promise<TestHub> {
  const { kind = 'SQLite', country = {}, refreshed = false } = options
  if (country === null) return openHubOn(await makeTestData(kind), options)
  return openHubOn(await seededData(kind, country, refreshed ? refresh : undefined), options)
}

const refresh: Done = {
  name: 'refreshed',
  async act(data) {
    const hub = await openHubOn({ ...data, remove: () => Promise.resolve() })
    await refreshAll(hub)
    await hub.close()
  },
}

async function openHubOn(
  testData: TestData,
  {
    mode = 'in process',
    executor = 'engine',
    wire = executor === 'engine',
    cacheBytes = 0,
    documents = new Map(),
    supergraphSdl = readSupergraph(),
    logger = silent,
  }: HubOptions = {},
): Promise<TestHub> {
  const { environment } = testData
  const subgraphs = await openSubgraphs({ environment, logger })
  const served =
    mode === 'in process'
      ? []
      : await Promise.all(
          subgraphs.map((running) =>
            startServing(
              { name: running.name, open: () => Promise.resolve(running) },
              { PORT: '0', SUBGRAPH_WIRE: wire ? 'on' : 'off' },
              silent,
            ),
          ),
        )
  const fetches: string[] = []
  const { snapshots, figures } = keptPlaces(environment)
  const gateway = await createGateway({
    changes: snapshotChanges(snapshots, figures),
    startPlanning: planHere,
    supergraphSdl,
    subgraphs: mode === 'in process' ? subgraphs : [],
    subgraphUrls: new Map(served.map(({ url }, index) => [subgraphs[index]?.name ?? '', new URL(url)])),
    sign: subgraphTokens(environment),
    access: (schema) => openAccess(environment, schema),
    audit: openAudit(environment, openKeys(environment), silent),
    logger,
    executor,
    cacheBytes,
    documents: new Map([...readDocuments(undefined).texts, ...documents]),
    deadline: 30_000,
    observe: ({ subgraph }) => fetches.push(subgraph),
  })
  return {
    gateway,
    subgraphs,
    environment,
    async credentials(role, purpose, actor) {
      const purposes = purpose === undefined ? [] : [purpose]
      const token = await demoToken(environment, gateway.register, { role, purposes, actor, client: 'test' })
      return { authorization: `Bearer ${token}`, ...(purpose !== undefined && { purpose }) }
    },
    async ask(query, variables = {}, asking = {}) {
      fetches.length = 0
      const before = new Map(subgraphs.map(({ name, database }) => [name, database.statements]))
      const { status, text } = await gateway.execute({ query, variables }, asking)
      const body = JSON.parse(text) as Partial<Pick<Answer, 'data' | 'errors'>>
      return {
        status,
        text,
        data: body.data ?? {},
        errors: body.errors ?? [],
        fetches: [...fetches].sort(),
        statements: Object.fromEntries(
          subgraphs
            .map(({ name, database }) => [name, database.statements - (before.get(name) ?? 0)] as const)
            .filter(([, count]) => count > 0),
        ),
      }
    },
    async close() {
      await gateway.close()
      await Promise.all(served.map((one) => one.close()))
      await testData.remove()
    },
  }
}

const operations = new URL('operations/', import.meta.url)

/** One of the operations that the README and the explorer show. */
export function readOperation(name: string): string {
  return readFileSync(new URL(`${name}.graphql`, operations), 'utf8')
}
