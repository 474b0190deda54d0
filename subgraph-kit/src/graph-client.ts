/**
 * The graph, for a subgraph that computes with figures of others: it asks as any client does, by operation and variables, and so
 * reads no other subgraph's database. Where the graph is (this process or a URL) is the caller's to say.
 */
import { setImmediate } from 'node:timers/promises'
import type { GraphQLFormattedError } from 'graphql'
import { HubError } from './errors/errors.ts'

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

/** Asks for an answer without errors. Throws HubError SUBGRAPH_UNAVAILABLE with the first one, which names the domain. */
export async function askInFull(
  graph: GraphClient,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  return inFull(await graph.ask(query, variables))
}

/** The data of an answer without errors. Throws HubError SUBGRAPH_UNAVAILABLE with the first one, which names the domain. */
export function inFull({ data, errors }: GraphAnswer): Readonly<Record<string, unknown>> {
  const [error] = errors
  if (!error) return present('data', data)
  const domain = error.extensions?.['subgraph']
  const prefix = typeof domain === 'string' && !error.message.includes(domain) ? `${domain}: ` : ''
  throw new HubError('SUBGRAPH_UNAVAILABLE', `${prefix}${error.message}`, {
    ...(typeof domain === 'string' && { subgraph: domain }),
  })
}

/** The value, where the graph gave one. Throws HubError SUBGRAPH_UNAVAILABLE where it gave null without a reason. */
export function present<Value>(what: string, value: Value | null | undefined): Value {
  if (value !== null && value !== undefined) return value
  throw new HubError('SUBGRAPH_UNAVAILABLE', `The graph gave no \`${what}\` and no reason.`)
}

interface ConnectionPage<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly nodes: readonly Node[]
}

/** The nodes of the connection at the root field, a page at a time; the query takes the variable `after`. Throws as `askInFull` does. */
export async function* pagesOf<Node>(
  graph: GraphClient,
  query: string,
  root: string,
  variables: Readonly<Record<string, unknown>>,
): AsyncIterable<readonly Node[]> {
  for (let after: string | null = null; ;) {
    const data = await askInFull(graph, query, { ...variables, after })
    const { nodes, pageInfo } = present(root, data[root] as ConnectionPage<Node> | null)
    yield nodes
    if (!pageInfo.hasNextPage) return
    // A graph in this process on SQLite answers without ever leaving the turn.
    await setImmediate()
    after = pageInfo.endCursor
  }
}
