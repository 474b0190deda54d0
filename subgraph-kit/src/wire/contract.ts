/** What a subgraph is asked, and what it answers, in process and over the network alike. */
import type { GraphQLFormattedError } from 'graphql'

export interface SubgraphRequest {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly operationName?: string
}

export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly GraphQLFormattedError[]
  /** For the gateway only, which never passes it on: what was tried that may not be, for its log. */
  readonly extensions?: { readonly alarms?: readonly string[] }
}
