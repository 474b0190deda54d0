/**
 * The entity cache: entities by fetch, key and version of the subgraph's data. Promises that nothing is given
 * that was read before the data changed, that nothing cached is written into, and a bound in bytes. Only
 * complete answers without errors are cached; a subgraph that does not give its version is always asked.
 */
import { andThen, type PromiseOrValue } from '@samenhang/subgraph-kit/promise-or-value'
import type { SubgraphAnswer } from '@samenhang/subgraph-kit/subgraph'
import type { GraphQLFormattedError } from 'graphql'
import type { Fetch } from '../compile/compile.ts'
import { copyOf, type Data } from '../compile/data.ts'
import { Lru } from '@samenhang/subgraph-kit/lru'
import { identityOf } from '../compile/representation.ts'
import type { Ask, Variables } from './run.ts'

export interface CacheOptions {
  readonly bytes: number
  /** The version of a subgraph's data as they are now, and not as they were before this was asked; undefined where it cannot tell. */
  readonly versionOf: (subgraph: string) => PromiseOrValue<string | undefined>
  /** Whether the fetch asks for nothing that depends on who asks; only such a one is kept. Every fetch, by default. */
  readonly isPublic?: (fetch: Fetch) => boolean
  readonly count?: (subgraph: string, hits: number, misses: number) => void
  readonly countAnswers?: (hits: number, misses: number) => void
}

const mostEntries = 2_000_000
/** What an entry costs besides its text, about. */
const overhead = 150

/** Asks only for what is not cached. For answers that are the same for every caller. */
export function cachedAsk<Context>(
  ask: Ask<Context>,
  { bytes, versionOf, isPublic = () => true, count }: CacheOptions,
): Ask<Context> {
  const cached = new Lru<string, unknown>(mostEntries, bytes)
  const numbers = new WeakMap<Fetch, number>()
  let last = 0
  const prefixOf = (fetch: Fetch, variables: Variables, version: string): string => {
    let number = numbers.get(fetch)
    if (number === undefined) numbers.set(fetch, (number = last += 1))
    const names = fetch.variables.length > 0 ? JSON.stringify({ ...variables, representations: 0 }) : ''
    return `${number} ${version} ${names}\n`
  }
  const keep = (key: string, value: unknown): void =>
    cached.set(key, value, 2 * (key.length + JSON.stringify(value).length) + overhead)

  const askRoot = (
    prefix: string,
    fetch: Fetch,
    variables: Variables,
    context: Context,
  ): PromiseOrValue<SubgraphAnswer> => {
    const previous = cached.get(prefix)
    count?.(fetch.subgraph, previous === undefined ? 0 : 1, previous === undefined ? 1 : 0)
    if (previous !== undefined) return { data: copyOf(previous) as Data }
    return andThen(ask(fetch, variables, context), (answer) => {
      if (answer.data && !answer.errors?.length) keep(prefix, copyOf(answer.data))
      return answer
    })
  }

  const askEntities = (
    prefix: string,
    fetch: Fetch,
    variables: Variables,
    context: Context,
  ): PromiseOrValue<SubgraphAnswer> => {
    const named = variables['representations'] as readonly Data[]
    const keys = named.map((representation) => prefix + identityOf(representation))
    const entities = keys.map((key) => cached.get(key))
    const absent: number[] = []
    for (let index = 0; index < keys.length; index += 1) if (entities[index] === undefined) absent.push(index)
    count?.(fetch.subgraph, keys.length - absent.length, absent.length)
    if (absent.length === 0) return { data: { _entities: entities } }
    // The same list where nothing is cached, so that sibling fetches are seen to send the same.
    const representations = absent.length === named.length ? named : absent.map((index) => named[index])
    return andThen(ask(fetch, { ...variables, representations }, context), ({ data, errors }) => {
      const fetched = data?.['_entities']
      if (!Array.isArray(fetched) || fetched.length !== absent.length)
        return { data: data ?? null, ...placed(errors, absent) }
      for (const [nth, index] of absent.entries()) {
        const entity = fetched[nth] as unknown
        entities[index] = entity
        if (!errors?.length) keep(keys[index] ?? '', entity ?? null)
      }
      return { data: { _entities: entities }, ...placed(errors, absent) }
    })
  }

  const askAt = (
    version: string | undefined,
    fetch: Fetch,
    variables: Variables,
    context: Context,
  ): PromiseOrValue<SubgraphAnswer> => {
    if (version === undefined) return ask(fetch, variables, context)
    const prefix = prefixOf(fetch, variables, version)
    return (fetch.represent ? askEntities : askRoot)(prefix, fetch, variables, context)
  }

  return (fetch, variables, context) => {
    // An answer that is written into later, or rewritten on arrival, is not cached by entity.
    const isKept =
      fetch.kind === 'query' && (fetch.represent === null || (fetch.isLeaf && fetch.rewrite === null))
    if (!isKept || !isPublic(fetch)) return ask(fetch, variables, context)
    return andThen(versionOf(fetch.subgraph), (version) => askAt(version, fetch, variables, context))
  }
}

/** Errors of some of the entities, with the indexes of these entities among all. */
function placed(
  errors: readonly GraphQLFormattedError[] | undefined,
  indexes: readonly number[],
): { errors?: readonly GraphQLFormattedError[] } {
  if (!errors?.length) return {}
  return {
    errors: errors.map((error) => {
      const [field, index, ...rest] = error.path ?? []
      if (field !== '_entities' || typeof index !== 'number') return error
      return { ...error, path: [field, indexes[index] ?? index, ...rest] }
    }),
  }
}
