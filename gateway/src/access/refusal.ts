/**
 * Refusals as errors of the answer: one code, the coordinate, the path that is null, and what the caller
 * lacks. A caller without a token learns only that; a caller with a token, which scopes it lacks; a caller
 * with the scopes, which purposes of the register would do.
 */
import type { Access } from '@samenhang/subgraph-kit/caller'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { GraphQLError } from 'graphql'
import type { RefusedPlace } from '../engine/engine.ts'
import type { Permissions } from './permissions.ts'
import type { Register } from './register.ts'

/** What a caller lacks for a field. */
export type Lack =
  | { readonly reason: 'TOKEN' }
  | { readonly reason: 'SCOPE'; readonly scopes: readonly string[] }
  | { readonly reason: 'PURPOSE'; readonly purposes: readonly string[] }

/** Gives what the caller lacks for a coordinate; undefined where that is not known. */
export type Explain = (coordinate: string) => Lack | undefined

/** An answer lists no more refusals than this. */
const mostErrors = 1_000

/** What this access lacks, by the rules and the register. */
export function explainFor(
  access: Access,
  permissions: Pick<Permissions, 'scopesLacking' | 'allows'>,
  register: Pick<Register, 'activities'>,
): Explain {
  const lacks = new Map<string, Lack>()
  const find = (coordinate: string): Lack => {
    if (access.actor === null) return { reason: 'TOKEN' }
    const scopes = permissions.scopesLacking(coordinate, access)
    if (scopes.length > 0) return { reason: 'SCOPE', scopes }
    const purposes = register.activities
      .filter(({ id, fields }) => permissions.allows(coordinate, { ...access, purpose: id, covers: fields }))
      .map(({ purpose }) => purpose)
    return { reason: 'PURPOSE', purposes }
  }
  return (coordinate) => {
    let lack = lacks.get(coordinate)
    if (!lack) lacks.set(coordinate, (lack = find(coordinate)))
    return lack
  }
}

/** An error for each path; beyond a thousand, one error with the number of the others. */
export function refusalsAt(
  places: readonly RefusedPlace[],
  explain: Explain | undefined,
): readonly GraphQLError[] {
  const errors = places
    .slice(0, mostErrors)
    .map(({ path, coordinate }) => refusalOf(coordinate, explain?.(coordinate), path))
  const more = places.length - mostErrors
  return more > 0 ? [...errors, refusal(`And ${more} more fields were refused.`, {})] : errors
}

/** An error for each coordinate of an operation that is refused as a whole. */
export function refusalsOf(
  coordinates: readonly string[],
  explain: Explain | undefined,
): readonly GraphQLError[] {
  return coordinates.map((coordinate) => refusalOf(coordinate, explain?.(coordinate)))
}

function refusalOf(coordinate: string, lack: Lack | undefined, path?: RefusedPlace['path']): GraphQLError {
  return refusal(messageFor(coordinate, lack), { coordinate, ...lack }, path)
}

function messageFor(coordinate: string, lack: Lack | undefined): string {
  switch (lack?.reason) {
    case 'TOKEN':
      return `${coordinate} is protected: send a token.`
    case 'SCOPE':
      return `Your token does not allow ${coordinate}: it lacks the scope ${lack.scopes.join(' and ')}.`
    case 'PURPOSE':
      return lack.purposes.length === 0
        ? `Your purpose does not allow ${coordinate}, nor does any in the register.`
        : `Your purpose does not allow ${coordinate}: name one that does in X-Hub-Purpose, such as ${lack.purposes[0] ?? ''}.`
    default:
      return `Your token and purpose do not allow ${coordinate}.`
  }
}

function refusal(
  message: string,
  detail: Partial<Lack> & { readonly coordinate?: string },
  path?: RefusedPlace['path'],
): GraphQLError {
  const { extensions } = new HubError('UNAUTHORIZED_FIELD_OR_TYPE', message, detail)
  return new GraphQLError(message, { ...(path && { path }), extensions })
}
