/**
 * Who asks, and what for: the token and the purpose that a client sends become what it may see. Without a token a client is the public. A token
 * or a purpose that does not hold ends the request before anything is run; it never turns a caller into the public.
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
export interface Shown {
  readonly access: Access
  /** The application, where the token says. */
  readonly client: string | null
  readonly activity: Activity | null
}

/** Throws HubError UNAUTHENTICATED or PURPOSE_NOT_ALLOWED. The same token and purpose give the same object, while they hold. */
export type Authenticate = (credentials: Credentials) => Shown | Promise<Shown>

const thePublic: Shown = { access: publicAccess, client: null, activity: null }

/** Where `verify` is null, no token is known: everyone is the public, and a token is refused. */
export function authenticator(verify: VerifyToken | null, register: Register): Authenticate {
  const known = new WeakMap<Token, Map<string, Shown>>()

  const shownBy = (token: Token, purpose: string | undefined): Shown => {
    const name = purpose === undefined ? 'none' : `for ${purpose}`
    let shown = known.get(token)?.get(name)
    if (!shown) {
      shown = { access: accessOf(token, null), client: token.client, activity: null }
      if (purpose !== undefined) {
        const activity = allowedActivity(purpose, token, register)
        shown = { access: accessOf(token, activity), client: token.client, activity }
      }
      const shownByPurpose = known.get(token) ?? new Map<string, Shown>()
      known.set(token, shownByPurpose.set(name, shown))
    }
    return shown
  }

  return ({ authorization, purpose }) => {
    if (authorization === undefined) {
      if (purpose === undefined) return thePublic
      throw new HubError('PURPOSE_NOT_ALLOWED', 'A purpose was sent without a token that allows it.')
    }
    const [, text] = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization) ?? []
    if (text === undefined || !verify) throw unauthenticated('scheme')
    const token = verify(text)
    return token instanceof Promise ? token.then((one) => shownBy(one, purpose)) : shownBy(token, purpose)
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
      ? `The token does not allow the purpose «${activity.purpose}».`
      : 'The purpose is not in the register of processing activities.',
  )
}
