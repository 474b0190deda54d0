/** The domains of a graph of regions with parts and figures: as many as a test wants, with every kind of text and of gap. */
import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, parse, type GraphQLSchema } from 'graphql'

const link = (...imports: string[]): string =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${JSON.stringify(imports)})`

export const slices = {
  regions: `
    ${link('@key', '@requiresScopes')}
    type Query {
      regions(first: Int! = 20, after: String): RegionConnection
      region(code: ID!): Region
      someRegions(codes: [ID!]!): [Region]!
      owners: [Owner!] @requiresScopes(scopes: [["owner:read"]])
      kinds: [Kind!]!
    }
    type Mutation { rename: Region }
    type Owner @requiresScopes(scopes: [["owner:read"]]) { id: ID! name: String }
    enum Kind { URBAN RURAL }
    type PageInfo { hasNextPage: Boolean! endCursor: String }
    type RegionConnection { edges: [RegionEdge!]! nodes: [Region!]! pageInfo: PageInfo! totalCount: Int! }
    type RegionEdge { cursor: String! node: Region! }
    type PartConnection { edges: [PartEdge!]! nodes: [Part!]! pageInfo: PageInfo! totalCount: Int! }
    type PartEdge { cursor: String! node: Part! }
    type Position { x: Float y: Float }
    type Region @key(fields: "code") {
      code: ID!  name: String!  about: String!  note: String  kind: Kind!  tags: [String!]!  position: Position
      parts(first: Int! = 20, after: String): PartConnection!
      owner: Owner
    }
    type Part { code: ID!  size: Int }
  `,
  figures: `
    ${link('@key')}
    type Region @key(fields: "code") { code: ID!  figures: Figures  series: [Figures!] }
    type Figures { period: Int!  amount: Int  share: Float  isFinal: Boolean  remark: String  source: Source  missing: [Missing!]! }
    type Source { table: String! }
    type Missing { field: String!  reason: Reason! }
    enum Reason { NOT_PUBLISHED NOT_AVAILABLE SUPPRESSED }
  `,
} as const
export type SliceName = keyof typeof slices

/** How many there are; a test may change it at any time. */
export interface RegionCounts {
  regions: number
  /** Parts of the region of this index. */
  parts: (index: number) => number
}

const notes = [
  null,
  '',
  '=1+1',
  '-3',
  '@a',
  '+b',
  'a;b,"c"',
  'line\nbreak',
  'tab\there',
  'é€😀',
  '007',
  'true',
  ' x ',
]
const codeOf = (index: number): string => `R${String(index).padStart(5, '0')}`
const indexOf = (code: string): number => Number(code.slice(1))

export function figuresOf(index: number, period = 2024) {
  if (index % 7 === 6) return null
  const amount = index % 3 === 0 ? null : index * 10
  const share = index % 4 === 0 ? null : index / 3
  return {
    ...{
      period,
      amount,
      share,
      isFinal: index % 5 === 0 ? null : index % 2 === 0,
      remark: notes[index % notes.length],
    },
    source: { table: 'T1' },
    missing: [
      ...(amount === null ? [{ field: 'amount', reason: 'SUPPRESSED' }] : []),
      ...(share === null ? [{ field: 'share', reason: 'NOT_AVAILABLE' }] : []),
    ],
  }
}

function pageOf<Item>(items: readonly Item[], first: number, after: string | null | undefined) {
  const start = after ? Number(after) + 1 : 0
  const end = Math.min(items.length, start + first)
  const edges = items.slice(start, end).map((node, offset) => ({ cursor: String(start + offset), node }))
  return {
    ...{ edges, nodes: edges.map(({ node }) => node), totalCount: items.length },
    pageInfo: { hasNextPage: end < items.length, endCursor: edges.at(-1)?.cursor ?? null },
  }
}

interface PageArguments {
  readonly first: number
  readonly after?: string | null
}

function resolversOf(state: RegionCounts): Readonly<Record<SliceName, object>> {
  const region = (index: number) => ({
    ...{ code: codeOf(index), name: `Region ${String(index)}`, note: notes[index % notes.length] },
    about: `${String(index)} ${'long '.repeat(40)}`,
    ...{ kind: index % 2 === 0 ? 'URBAN' : 'RURAL', tags: index % 3 === 0 ? [] : ['a', `b${String(index)}`] },
    position: index % 4 === 1 ? null : { x: index / 7, y: -index },
    parts: ({ first, after }: PageArguments) =>
      pageOf(
        Array.from({ length: state.parts(index) }, (_, part) => ({
          code: `${codeOf(index)}-${String(part)}`,
          size: part % 2 === 0 ? part : null,
        })),
        first,
        after,
      ),
  })
  return {
    regions: {
      Query: {
        regions: (_: unknown, { first, after }: PageArguments) => {
          const { nodes, edges, ...rest } = pageOf(
            Array.from({ length: state.regions }, (__, index) => index),
            first,
            after,
          )
          return {
            ...rest,
            nodes: nodes.map(region),
            edges: edges.map(({ cursor, node }) => ({ cursor, node: region(node) })),
          }
        },
        region: (_: unknown, { code }: { code: string }) =>
          indexOf(code) < state.regions ? region(indexOf(code)) : null,
        someRegions: (_: unknown, { codes }: { codes: string[] }) =>
          codes.map((code) => (indexOf(code) < state.regions ? region(indexOf(code)) : null)),
        owners: () => [{ id: '1', name: 'Jan' }],
        kinds: () => ['URBAN', 'RURAL'],
      },
      Region: {
        __resolveReference: ({ code }: { code: string }) => region(indexOf(code)),
        owner: () => null,
      },
    },
    figures: {
      Region: {
        __resolveReference: (reference: object) => reference,
        figures: ({ code }: { code: string }) => figuresOf(indexOf(code)),
        series: ({ code }: { code: string }) =>
          indexOf(code) % 5 === 4
            ? null
            : [2022, 2023].flatMap((period) => figuresOf(indexOf(code), period) ?? []),
      },
    },
  }
}

export interface Asked {
  readonly query: string
  readonly variables?: object
  readonly operationName?: string
}

export interface RegionAnswer {
  readonly data?: unknown
  readonly errors?: readonly object[]
}

export interface RegionDomain {
  readonly schema: GraphQLSchema
  readonly answer: (request: Asked) => Promise<RegionAnswer>
}

export function regionDomain(name: SliceName, state: RegionCounts): RegionDomain {
  const schema = buildSubgraphSchema([
    { typeDefs: parse(slices[name]), resolvers: resolversOf(state)[name] as never },
  ])
  return {
    schema,
    async answer({ query, variables, operationName }) {
      const { data, errors } = await execute({
        schema,
        document: parse(query),
        variableValues: variables as never,
        operationName,
      })
      return {
        ...(data !== undefined && { data }),
        ...(errors && { errors: errors.map((error) => error.toJSON()) }),
      }
    },
  }
}
