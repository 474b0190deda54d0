/**
 * What is loaded, as the graph tells it: for each subgraph its tables by kind and year, and what tells one import of a table from another. Where the graph
 * has no `datasets`, there is only the version of each subgraph's data.
 */
import { getNamedType, isLeafType, isObjectType, type GraphQLSchema } from 'graphql'
import { markOf } from '../operation/etag.ts'

/** One table of one year. */
export interface LoadedTable {
  /** Its subgraph. */
  readonly domain: string
  readonly kind: string
  readonly period: number
  /** The publisher's id of the table, and when it was retrieved. */
  readonly table: string
  readonly retrievedAt: string
  /** Another for each import. */
  readonly import: string
}

const root = 'datasets'

/** The operation that asks what is loaded; undefined where the graph does not tell. */
export function loadedOperation(schema: GraphQLSchema): string | undefined {
  const datasets = schema.getQueryType()?.getFields()[root]
  const type = datasets && getNamedType(datasets.type)
  if (!isObjectType(type)) return undefined
  const fields = Object.values(type.getFields()).map(({ name, type: list }) => {
    const dataset = getNamedType(list)
    const leaves = isObjectType(dataset) ? leavesOf(dataset) : []
    const source = isObjectType(dataset) ? dataset.getFields()['source'] : undefined
    const sourceType = source && getNamedType(source.type)
    const inner = isObjectType(sourceType) ? ` source { ${leavesOf(sourceType).join(' ')} }` : ''
    return `${name} { ${leaves.join(' ')}${inner} }`
  })
  return `{ ${root} { ${fields.join(' ')} } }`
}

function leavesOf(type: {
  getFields(): Record<string, { name: string; args: readonly unknown[]; type: unknown }>
}) {
  return Object.values(type.getFields())
    .filter((field) => field.args.length === 0 && isLeafType(getNamedType(field.type as never)))
    .map(({ name }) => name)
}

interface Dataset {
  readonly kind?: string
  readonly period?: number
  readonly source?: { readonly table?: string; readonly retrievedAt?: string } | null
}

interface LoadedAnswer {
  readonly data?: Readonly<Record<string, Readonly<Record<string, readonly Dataset[] | null>>>> | null
  readonly errors?: readonly unknown[]
}

/** What an answer to that operation holds; null where a domain did not answer. */
export function loadedIn(text: string): readonly LoadedTable[] | null {
  const { data, errors } = JSON.parse(text) as LoadedAnswer
  const datasets = data?.[root]
  if (!datasets || errors?.length) return null
  return Object.entries(datasets).flatMap(([domain, tables]) =>
    (tables ?? []).map((dataset) => ({
      ...{ domain: subgraphOf(domain), kind: dataset.kind ?? '', period: dataset.period ?? 0 },
      ...{ table: dataset.source?.table ?? '', retrievedAt: dataset.source?.retrievedAt ?? '' },
      import: markOf(dataset),
    })),
  )
}

/** The subgraphs that did not answer it. */
export function silentIn(text: string): readonly string[] {
  const { data } = JSON.parse(text) as LoadedAnswer
  return Object.entries(data?.[root] ?? {}).flatMap(([domain, tables]) =>
    tables ? [] : [subgraphOf(domain)],
  )
}

/** The subgraph of a field of `datasets`: `labour-market` of `labourMarket`. */
function subgraphOf(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
