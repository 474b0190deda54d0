/**
 * A country of three areas over three subgraphs, composed for the tests: enough to fail in every way, small enough to read.
 * Each fake can run in process or be served over HTTP, and each can be told to misbehave.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { composeServices } from '@apollo/composition'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { execute, parse } from 'graphql'
import pino from 'pino'

const link = (...imports: string[]): string =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${JSON.stringify(imports)})`

const indicator = `
  extend schema
    @link(url: "https://samenhang.example/indicator/v1.0", import: ["@indicator", "@break"])
    @composeDirective(name: "@indicator")
    @composeDirective(name: "@break")
  directive @indicator(unit: Unit!, kind: IndicatorKind, weight: String, source: String!, columns: [String!]!, occurrence: Int = 1, scale: Int = 1, minimum: Float = 0, maximum: Float) on FIELD_DEFINITION
  directive @break(period: Int!, note: String!) repeatable on FIELD_DEFINITION
  enum Unit { EURO PERCENT }
  enum IndicatorKind { SHARE AVERAGE }
`

export const slices = {
  'base-registry': `
    ${link('@key')}
    type Query { neighbourhood(code: ID!): Neighbourhood, areas(codes: [ID!]!): [Area]!, municipality(code: ID!): Municipality }
    interface Area @key(fields: "code") { code: ID!  name: String! }
    type Neighbourhood implements Area @key(fields: "code") { code: ID!  name: String! }
    type Municipality implements Area @key(fields: "code") { code: ID!  name: String!  neighbourhoods(first: Int = 10): [Neighbourhood!]! }
  `,
  housing: `
    ${link('@key', '@interfaceObject', '@composeDirective', '@shareable')}
    ${indicator}
    type Query { datasets: Datasets! @shareable }
    type Datasets @shareable { housing: Loaded }
    type Loaded @shareable { years: [Int!]! }
    type Area @interfaceObject @key(fields: "code") { code: ID!  housing(period: Int): HousingProfile  housingSeries: [HousingProfile!] }
    type HousingProfile {
      period: Int!
      """
      Average WOZ value (gemiddelde WOZ-waarde) of dwellings in this area,
      in euro. Missing where fewer than 20 dwellings were valued.
      """
      averageWozValue: Int
        @indicator(unit: EURO, kind: AVERAGE, weight: "housing.dwellings", source: "KWB", columns: ["WOZ", "g_wozbag"], scale: 1000)
        @break(period: 2022, note: "Other dwellings.")
        @break(period: 2019, note: "Another date.")
    }
  `,
  care: `
    ${link('@key', '@interfaceObject', '@composeDirective', '@shareable')}
    ${indicator}
    type Query { datasets: Datasets! @shareable }
    type Datasets @shareable { care: Loaded }
    type Loaded @shareable { years: [Int!]! }
    type Area @interfaceObject @key(fields: "code") { code: ID!  care(period: Int): CareProfile }
    type CareProfile {
      period: Int!
      "Share of youth in care (percentage jeugdzorg), in per cent."
      youthCareShare: Float @indicator(unit: PERCENT, kind: SHARE, source: "KWB", columns: ["JEUGD"], occurrence: 2)
    }
  `,
  catalogue: `
    ${link()}
    type Query { indicators(domain: Domain): [Indicator!]! }
    enum Domain { HOUSING CARE }
    enum Unit { EURO PERCENT }
    enum IndicatorKind { SHARE AVERAGE }
    enum IndicatorValueType { INT FLOAT STRING }
    type Label { nl: String!  en: String! }
    type Indicator {
      id: ID!  domain: Domain!  field: String!  label: Label!  unit: Unit!  valueType: IndicatorValueType!  kind: IndicatorKind  weight: ID  minimum: Float  maximum: Float  source: String!  columns: [String!]!
      occurrence: Int!  categories: [String!]!  scale: Int!  description: String!  breaks: [Break!]!
    }
    type Break { period: Int!  note: String!  field: String }
  `,
} as const

export type FakeName = Exclude<keyof typeof slices, 'catalogue'>
export const fakeNames: readonly FakeName[] = ['base-registry', 'housing', 'care']

export const supergraphSdl: string = compose()

function compose(): string {
  const services = Object.entries(slices).map(([name, sdl]) => ({
    name,
    url: 'http://unused',
    typeDefs: parse(sdl),
  }))
  const { supergraphSdl: composed, errors } = composeServices(services)
  if (composed) return composed
  throw new Error(errors?.map(({ message }) => message).join('\n'))
}

export const silent = pino({ level: 'silent' })

const areas = [
  { __typename: 'Municipality', code: 'GM9001', name: 'Eerstestad' },
  { __typename: 'Neighbourhood', code: 'BU90010101', name: 'Noord' },
  { __typename: 'Neighbourhood', code: 'BU90010102', name: 'Zuid' },
]
const find = (code: string) => areas.find((area) => area.code === code) ?? null

const resolvers: Readonly<Record<FakeName, object>> = {
  'base-registry': {
    Query: {
      neighbourhood: (_: unknown, { code }: { code: string }) => find(code),
      municipality: (_: unknown, { code }: { code: string }) => find(code),
      areas: (_: unknown, { codes }: { codes: string[] }) => codes.map(find),
    },
    Area: {
      __resolveReference: ({ code }: { code: string }) => find(code),
      __resolveType: (area: { __typename: string }) => area.__typename,
    },
    Municipality: { neighbourhoods: () => areas.slice(1) },
  },
  housing: {
    Query: { datasets: () => ({ housing: { years: [2024] } }) },
    Area: {
      __resolveReference: (reference: object) => reference,
      housing: (_: unknown, { period }: { period?: number }) => {
        if (period === 1999) {
          throw new HubError('PERIOD_NOT_PUBLISHED', 'No housing figures for 1999.', { period, latest: 2024 })
        }
        if (period === 1666) throw new Error('connect ECONNREFUSED 127.0.0.1:5432 as postgres')
        return { period: 2024, averageWozValue: 312_000 }
      },
      housingSeries: () => [{ period: 2024, averageWozValue: 312_000 }],
    },
  },
  care: {
    Query: { datasets: () => ({ care: { years: [2024] } }) },
    Area: {
      __resolveReference: (reference: object) => reference,
      care: () => ({ period: 2024, youthCareShare: 9.5 }),
    },
  },
}

/** A subgraph that answers, waits or throws as told. */
export interface Fake {
  readonly running: RunningSubgraph
  delay: number
  /** The one token that opens a wire; any does where null. */
  admits: string | null
  fault: Error | null
  closed: boolean
}

export function fakeSubgraph(name: FakeName): Fake {
  const schema = buildSubgraphSchema([{ typeDefs: parse(slices[name]), resolvers: resolvers[name] as never }])
  const fake: Fake = { delay: 0, admits: null, fault: null, closed: false, running: undefined as never }
  const running: Pick<RunningSubgraph, 'name' | 'schema' | 'execute' | 'admits' | 'ready' | 'close'> & {
    database: Pick<RunningSubgraph['database'], 'version'>
  } = {
    name,
    schema,
    database: { version: () => undefined },
    async execute({ query, variables, operationName }) {
      if (fake.delay > 0) await new Promise((resolve) => setTimeout(resolve, fake.delay))
      if (fake.fault) throw fake.fault
      const { data, errors } = await execute({
        schema,
        document: parse(query),
        variableValues: variables,
        operationName,
      })
      return {
        ...(data !== undefined && { data }),
        ...(errors && { errors: errors.map((error) => error.toJSON()) }),
      }
    },
    admits: ({ token }) => Promise.resolve(fake.admits === null || fake.admits === token),
    ready: () => (fake.fault ? Promise.reject(fake.fault) : Promise.resolve()),
    close: () => {
      fake.closed = true
      return Promise.resolve()
    },
  }
  return Object.assign(fake, { running: running as RunningSubgraph })
}

/** An HTTP server at a free port, gone with `close`. */
export async function serveAnything(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ url: URL; close: () => void }> {
  const server = createServer(handler).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: new URL(`http://127.0.0.1:${port}/graphql`),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
