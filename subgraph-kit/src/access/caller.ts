/**
 * Who asks, as every resolver and log line knows it, and what that caller may see. Never a person's name.
 * How a caller proves it belongs to the gateway (to the hub) and to subgraph-token.ts (to a subgraph).
 */

import type { SentRequest } from './request-proof.ts'

/** Who asks. */
export interface Caller {
  /** One id for everything that happens for one request, over all subgraphs. */
  readonly traceId: string
  readonly access: Access
}

/** What a subgraph is asked with, in process and over HTTP alike: the gateway's token says who asks. */
export interface Credentials {
  readonly traceId: string
  readonly token: string | undefined
  /** The request as it came from elsewhere, which the token must belong to. */
  readonly sent?: SentRequest
}

/** What a caller has shown to be allowed to. */
export interface Access {
  /** The caller's own id; null for the public. */
  readonly actor: string | null
  readonly scopes: ReadonlySet<string>
  /** The processing activity that is asked for, by its id; null where none is. */
  readonly purpose: string | null
  /** The coordinates that the purpose covers: `Person.housing`, or `PersonHousing.*` for every field of a type. */
  readonly covers: readonly string[]
  /**
   * The domains asked of whose data the purpose has only where the person consented. Whoever gives a person checks it (base-registry), as it
   * checks the caseload; none where absent.
   */
  readonly needsConsent?: readonly string[]
}

/** What anybody may: nothing that carries a rule. */
export const publicAccess: Access = { actor: null, scopes: new Set(), purpose: null, covers: [] }
