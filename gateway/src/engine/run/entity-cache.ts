/**
 * Answers kept for later requests: for each thing under the fetch that asked for it, the thing's name and the version of the subgraph's data.
 * Promises that nothing is given that was read before the data changed, that nothing kept is ever written into, and a bound in bytes. Only
 * whole answers without errors are kept; a subgraph that does not say its version is always asked.
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

/** Asks only for what is not kept. For answers that are the same for every caller. */
export function cachedAsk<Context>(
  ask: Ask<Context>,
  { bytes, versionOf, isPublic = () => true, count }: CacheOptions,
): Ask<Context> {
  const kept = new Lru<string, unknown>(mostEntries, bytes)
  const numbers = new WeakMap<Fetch, number>()
  let last = 0
  const prefixOf = (fetch: Fetch, variables: Variables, version: string): string => {
    let number = numbers.get(fetch)
    if (number === undefined) numbers.set(fetch, (number = last += 1))
    const names = fetch.variables.length > 0 ? JSON.stringify({ ...variables, representations: 0 }) : ''
    return `${number} ${version} ${names}\n`
  }
  const keep = (key: string, value: unknown): void =>
    kept.set(key, value, 2 * (key.length + JSON.stringify(value).length) + overhead)

  const askRoot = (
    prefix: string,
    fetch: Fetch,
    variables: Variables,
    context: Context,
  ): PromiseOrValue<SubgraphAnswer> => {
    const known = kept.get(prefix)
    count?.(fetch.subgraph, known === undefined ? 0 : 1, known === undefined ? 1 : 0)
    if (known !== undefined) return { data: copyOf(known) as Data }
    return andThen(ask(fetch, variables, context), (answer) => {
      if (answer.data && !answer.errors?.length) keep(prefix, copyOf(answer.data))
      return answer
    })
  }

  const askThings = (
    prefix: string,
    fetch: Fetch,
    variables: Variables,
    context: Context,
  ): PromiseOrValue<SubgraphAnswer> => {
    const named = variables['representations'] as readonly Data[]
    const keys = named.map((one) => prefix + identityOf(one))
    const entities = keys.map((key) => kept.get(key))
    const absent: number[] = []
    for (let index = 0; index < keys.length; index += 1) if (entities[index] === undefined) absent.push(index)
    count?.(fetch.subgraph, keys.length - absent.length, absent.length)
    if (absent.length === 0) return { data: { _entities: entities } }
    // All of them as they were named, so that sibling fetches are seen to name the same.
    const representations = absent.length === named.length ? named : absent.map((index) => named[index])
    return andThen(ask(fetch, { ...variables, representations }, context), ({ data, errors }) => {
      const found = data?.['_entities']
      if (!Array.isArray(found) || found.length !== absent.length)
        return { data: data ?? null, ...placed(errors, absent) }
      for (const [nth, index] of absent.entries()) {
        const entity = found[nth] as unknown
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
    return (fetch.represent ? askThings : askRoot)(prefix, fetch, variables, context)
  }

  return (fetch, variables, context) => {
    // What is written into later, or changed on arrival, is not kept by thing.
    const isKept =
      fetch.kind === 'query' && (fetch.represent === null || (fetch.isLeaf && fetch.rewrite === null))
    if (!isKept || !isPublic(fetch)) return ask(fetch, variables, context)
    return andThen(versionOf(fetch.subgraph), (version) => askAt(version, fetch, variables, context))
  }
}

/** Errors of a part of the things, at the places of these things among all. */
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
