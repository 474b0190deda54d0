/**
 * Who calls, and for what purpose: the token and the purpose of a request become what it may see. A caller
 * without a token is the public. An invalid token or purpose ends the request before anything runs; it never
 * turns a caller into the public.
 */
import { publicAccess, type Access } from '@samenhang/subgraph-kit/caller'
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { Activity, Register } from './register.ts'
import { unauthenticated, type Token, type VerifyToken } from './token.ts'

/** What a client sends to say who it is and what it asks for. */
export interface Credentials {
  /** The header `authorization`. */
  readonly authorization?: string | undefined
  /** The header `x-hub-purpose`: the id or the short name of an activity in the register. */
  readonly purpose?: string | undefined
}

/** A caller as the gateway knows it. */
export interface AuthenticatedCaller {
  readonly access: Access
  /** The application, where the token says. */
  readonly client: string | null
  readonly activity: Activity | null
}

/** Throws HubError UNAUTHENTICATED or PURPOSE_NOT_ALLOWED. The same token and purpose give the same object, while they hold. */
export type Authenticate = (credentials: Credentials) => AuthenticatedCaller | Promise<AuthenticatedCaller>

const thePublic: AuthenticatedCaller = { access: publicAccess, client: null, activity: null }

/** Where `verify` is null, no token is known: everyone is the public, and a token is refused. */
export function authenticator(verify: VerifyToken | null, register: Register): Authenticate {
  const callersByToken = new WeakMap<Token, Map<string, AuthenticatedCaller>>()

  const callerOf = (token: Token, purpose: string | undefined): AuthenticatedCaller => {
    const name = purpose === undefined ? 'none' : `for ${purpose}`
    let caller = callersByToken.get(token)?.get(name)
    if (!caller) {
      caller = { access: accessOf(token, null), client: token.client, activity: null }
      if (purpose !== undefined) {
        const activity = allowedActivity(purpose, token, register)
        caller = { access: accessOf(token, activity), client: token.client, activity }
      }
      const byPurpose = callersByToken.get(token) ?? new Map<string, AuthenticatedCaller>()
      callersByToken.set(token, byPurpose.set(name, caller))
    }
    return caller
  }

  return ({ authorization, purpose }) => {
    if (authorization === undefined) {
      if (purpose === undefined) return thePublic
      throw new HubError('PURPOSE_NOT_ALLOWED', 'A purpose was sent without a token that allows it.')
    }
    const [, text] = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization) ?? []
    if (!verify)
      throw new HubError('UNAUTHENTICATED', 'No token is taken here. Ask without the header authorization.')
    if (text === undefined) throw unauthenticated('scheme')
    const token = verify(text)
    return token instanceof Promise
      ? token.then((verified) => callerOf(verified, purpose))
      : callerOf(token, purpose)
  }
}

function accessOf({ actor, scopes }: Token, activity: Activity | null): Access {
  return { actor, scopes, purpose: activity?.id ?? null, covers: activity?.fields ?? [] }
}

function allowedActivity(purpose: string, { purposes }: Token, register: Register): Activity {
  const activity = register.find(purpose)
  if (activity && (purposes.includes(activity.id) || purposes.includes(activity.purpose))) return activity
  throw new HubError(
    'PURPOSE_NOT_ALLOWED',
    activity
      ? `The token does not allow the purpose "${activity.purpose}".`
      : 'The purpose is not in the register of processing activities.',
  )
}
