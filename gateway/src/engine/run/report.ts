/**
 * Reports what went wrong while a plan ran: errors of subgraphs, at every path in the data that they are about, and
 * what could not be asked for.
 */
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Fetch } from '../compile/compile.ts'
import { pathsAt, type Data, type Path } from '../compile/data.ts'
import type { Representations } from '../compile/representation.ts'
import type { Incomplete } from './trail.ts'

/** The data of a plan so far, and what is reported of it. */
export interface Reported {
  readonly data: Data
  readonly errors: unknown[]
  readonly incomplete: Incomplete[]
  /** What was not asked for; it may be there all the same, or be asked of other types only. */
  readonly unasked: Incomplete[]
  /** Objects that a subgraph which was asked for more of them does not know. */
  readonly unknown: Set<Data>
}

/**
 * Reports every field of an object without a required part. What is asked by a key only, of an object that the
 * subgraph which would have given the key does not know, is null as what that one would have given.
 */
export function reportUnasked(
  { subgraph, path, branch, keys, isByKeyOnly }: Fetch,
  { lacking, objects }: Pick<Representations, 'lacking'> & { readonly objects: readonly Data[] },
  run: Reported,
): void {
  const paths = pathsAt(run.data, path, branch)
  const message = `The subgraph "${subgraph}" was not asked: a part of what it needs to know of this is missing.`
  for (const index of lacking) {
    const object = objects[index]
    if (isByKeyOnly && object && run.unknown.has(object)) continue
    for (const key of keys) run.unasked.push({ path: [...(paths[index] ?? []), key], message })
  }
}

/** What is null here may be of a type that only another subgraph knows. */
export function reportLacking(
  data: Data,
  errors: readonly GraphQLFormattedError[],
  { subgraph, lacking }: Fetch,
  run: Reported,
): void {
  for (const [key, types] of lacking) {
    if (data[key] !== null || errors.some(({ path }) => path?.[0] === key)) continue
    const message = `The subgraph "${subgraph}" found nothing, and does not know ${types.join(', ')}.`
    run.errors.push(new GraphQLError(message, { path: [key] }))
  }
}

/** An object that a subgraph does not have: no error, unless another gave it by the name of its interface only and it is this one that knows the types behind. */
export function noteUnknown(
  { subgraph, giver, path, branch, isObjectType }: Fetch,
  objects: readonly Data[],
  indexes: readonly number[],
  run: Reported,
): void {
  for (const index of indexes) {
    const object = objects[index]
    if (object) run.unknown.add(object)
  }
  if (giver === null) return
  const unnamed = indexes.filter((index) => !isObjectType(objects[index]?.['__typename']))
  if (unnamed.length === 0) return
  const paths = pathsAt(run.data, path, branch)
  for (const index of unnamed) {
    const name = String(objects[index]?.['__typename'])
    const message = `The subgraph "${giver}" knows this ${name}, and the subgraph "${subgraph}" does not.`
    run.incomplete.push({ path: paths[index] ?? [], message })
  }
}

/** An error below an entity is reported at every path of that entity. */
export function reportErrors(
  errors: readonly GraphQLFormattedError[],
  fetch: Fetch,
  indexes: readonly (readonly number[])[],
  run: Reported,
): void {
  const paths = pathsAt(run.data, fetch.path, fetch.branch)
  for (const error of errors) {
    const [field, index, ...rest] = error.path ?? []
    if (field !== '_entities' || typeof index !== 'number')
      run.errors.push(rebased(error, fetch, [fetch.path]))
    else if (!indexes[index]) run.errors.push(rebased({ ...error, path: [] }, fetch, [fetch.path]))
    else {
      const below = indexes[index].map((objectIndex) => paths[objectIndex] ?? [])
      for (const path of below) run.errors.push(rebased({ ...error, path: rest }, fetch, [path]))
    }
  }
}

export function rebased(
  error: GraphQLFormattedError,
  { renamed }: Fetch,
  [base = []]: readonly Path[],
): GraphQLError {
  const { message, path, extensions } = error
  const below = path?.map((step) => (typeof step === 'string' ? (renamed.get(step) ?? step) : step))
  return new GraphQLError(message, {
    ...(below && { path: [...base, ...below] }),
    extensions: { ...extensions },
  })
}
