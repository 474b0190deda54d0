/**
 * Tokens of the demo: what an organisation's issuer would give its people, signed with the demo key. They
 * exist only where the hub is its own issuer. A role is only a set of scopes; what a caller may see follows
 * from scopes and purpose.
 */
import { sliceNames } from '@samenhang/schema/slices'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import { importJWK, SignJWT } from 'jose'
import { demoAudience, demoIssuer, isOwnIssuer } from './open-access.ts'
import type { Register } from './register.ts'

const scopesOfDomains = sliceNames().map((name) => `${name}:read`)

/** The scopes of each role. A citizen sees themselves. Front-end teams, data scientists and domain teams see no records of people. */
export const scopesOf = {
  'front-end': [],
  caseworker: [
    'person:read',
    'person:identity',
    'person:number',
    'consent:write',
    'person:access-log',
    ...scopesOfDomains,
  ],
  citizen: ['person:read', 'person:identity', 'person:access-log', ...scopesOfDomains],
  'data-scientist': ['operations:ad-hoc'],
  'domain-team': ['operations:ad-hoc', 'schema:read'],
  auditor: ['audit:read'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Role = keyof typeof scopesOf
export const roles = Object.keys(scopesOf) as readonly Role[]

export interface DemoTokenOptions {
  readonly role: Role
  /** Activities of the register, by id or short name; none by default. */
  readonly purposes?: readonly string[]
  /** The caller's id; `<role>-1` by default. */
  readonly actor?: string | undefined
  readonly client: string
  /** The slices that it may release. */
  readonly releases?: readonly string[]
}

const hours = 8

/** Throws ConfigError where the hub is not its own issuer, or for a purpose that is not in the register. */
export async function demoToken(
  environment: NodeJS.ProcessEnv,
  register: Register,
  { role, purposes = [], actor = `${role}-1`, client, releases = [] }: DemoTokenOptions,
): Promise<string> {
  if (!isOwnIssuer(environment))
    throw new ConfigError('Tokens are made in demo mode only: this hub takes those of its issuer.')
  const activities = purposes.map((purpose) => {
    const activity = register.find(purpose)
    if (activity) return activity.id
    const purposesInRegister = register.activities.map((activity) => activity.purpose).join(', ')
    throw new ConfigError(`The register has no purpose "${purpose}"; it has ${purposesInRegister}.`)
  })
  const key = openKeys(environment).signing('issuer')
  const scopes = [...scopesOf[role], ...releases.map((slice) => `schema:release:${slice}`)]
  return new SignJWT({ scope: scopes.join(' '), purposes: activities, client_id: client })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', ...(key.kid ? { kid: key.kid } : {}) })
    .setIssuer(demoIssuer)
    .setAudience(demoAudience)
    .setSubject(actor)
    .setIssuedAt()
    .setExpirationTime(`${hours} hours`)
    .sign(await importJWK(key, 'EdDSA'))
}
