/**
 * The graph, for a subgraph that computes with figures of others: it asks as any client does, by operation and variables, and so
 * reads no other subgraph's database. Where the graph is (this process or a URL) is the caller's to say.
 */
import type { GraphQLFormattedError } from 'graphql'

export interface GraphAnswer {
  readonly data: Readonly<Record<string, unknown>> | null
  readonly errors: readonly GraphQLFormattedError[]
}

export interface GraphClient {
  /** Asks the graph. Errors of the answer are in it; throws HubError SUBGRAPH_UNAVAILABLE where the graph as a whole does not answer. */
  ask(query: string, variables: Readonly<Record<string, unknown>>): Promise<GraphAnswer>
}

/** What a subgraph computes from the graph and keeps, for the subgraphs that do. */
export interface Computed {
  /** Notes that what it was computed from has been changed, so that its answers say so until they are refreshed. */
  inputsMoved(): Promise<void>
  /** Whether the results are of the inputs as they are now. Costs one small question; throws HubError where the graph does not say. */
  isCurrent(graph: GraphClient): Promise<boolean>
  /**
   * Computes anew where the inputs have moved on, and gives what was done in a sentence. All of it is stored or, where it throws,
   * nothing: the old results stay.
   */
  refresh(graph: GraphClient): Promise<string>
}
