/** What is refused, as errors of the answer: one code, the coordinate, and the place that is null for it. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { GraphQLError } from 'graphql'
import type { RefusedPlace } from '../engine/engine.ts'

/** No answer needs more of them told one by one. */
const mostTold = 1_000

/** An error for each place; beyond a thousand, one that says how many more. */
export function refusalsAt(places: readonly RefusedPlace[]): readonly GraphQLError[] {
  const errors = places
    .slice(0, mostTold)
    .map(({ path, coordinate }) => refusal(messageFor(coordinate), coordinate, path))
  const more = places.length - mostTold
  return more > 0 ? [...errors, refusal(`And ${more} more places were refused.`)] : errors
}

/** An error for each coordinate of an operation that is refused as a whole. */
export function refusalsOf(coordinates: readonly string[]): readonly GraphQLError[] {
  return coordinates.map((coordinate) => refusal(messageFor(coordinate), coordinate))
}

function messageFor(coordinate: string): string {
  return `Your token and purpose do not allow ${coordinate}.`
}

function refusal(message: string, coordinate?: string, path?: RefusedPlace['path']): GraphQLError {
  const { extensions } = new HubError(
    'UNAUTHORIZED_FIELD_OR_TYPE',
    message,
    coordinate === undefined ? {} : { coordinate },
  )
  return new GraphQLError(message, { ...(path && { path }), extensions })
}
