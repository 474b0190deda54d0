/**
 * Who may call this hub, by its settings: the issuer of tokens, its keys, and the register of purposes. In
 * demo mode, the default, the hub is its own issuer, with keys made at the first start; everything else is
 * the same.
 */
import { readFileSync } from 'node:fs'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose'
import type { GraphQLSchema } from 'graphql'
import { authenticator, type Authenticate } from './authenticate.ts'
import { readRegister, type Register } from './register.ts'
import { keysAt, tokenVerifier, type VerifyToken } from './token.ts'

export const modes = ['demo', 'production'] as const
export type Mode = (typeof modes)[number]

/** The issuer and the audience of demo tokens. */
export const demoIssuer = 'urn:samenhang:demo'
export const demoAudience = 'samenhang'

export interface OpenAccess {
  readonly authenticate: Authenticate
  readonly register: Register
}

/** Throws ConfigError. */
export function readMode(environment: NodeJS.ProcessEnv): Mode {
  const value = environment['HUB_MODE'] || 'demo'
  const mode = modes.find((name) => name === value)
  if (mode) return mode
  throw new ConfigError(`HUB_MODE is "${value}"; set it to one of ${modes.join(', ')}.`)
}

/** Whether the hub issues tokens itself, for anyone on this machine. */
export function isOwnIssuer(environment: NodeJS.ProcessEnv): boolean {
  return readMode(environment) === 'demo' && !environment['HUB_TOKEN_KEYS']
}

/** For a graph of these types. Throws ConfigError for a setting or a register that cannot be right. */
export function openAccess(
  environment: NodeJS.ProcessEnv,
  schema: GraphQLSchema,
  verify: VerifyToken = tokenVerifierIn(environment),
): OpenAccess {
  const register = readRegister(environment['HUB_REGISTER'] || undefined, schema)
  return { authenticate: authenticator(verify, register), register }
}

/** Verifies the tokens of callers. Throws ConfigError for a setting that cannot be right. */
export function tokenVerifierIn(environment: NodeJS.ProcessEnv): VerifyToken {
  return tokenVerifier({ ...issuerIn(environment), lifetime: lifetimeIn(environment) })
}

function issuerIn(environment: NodeJS.ProcessEnv): Parameters<typeof tokenVerifier>[0] {
  if (isOwnIssuer(environment)) {
    const keys = createLocalJWKSet(openKeys(environment).verifying('issuer'))
    return { issuer: demoIssuer, audience: demoAudience, keys }
  }
  const required = (name: string, what: string): string => {
    const value = environment[name]
    if (value) return value
    throw new ConfigError(`${name} is not set; set it to ${what}.`)
  }
  return {
    issuer: required('HUB_TOKEN_ISSUER', 'the `iss` of the tokens that callers bring'),
    audience: required('HUB_TOKEN_AUDIENCE', 'the `aud` that tokens for this hub have'),
    keys: readKeys(required('HUB_TOKEN_KEYS', 'the URL or the file of the issuer’s key set')),
  }
}

/** In seconds; HUB_TOKEN_MAX_HOURS is in hours. */
function lifetimeIn(environment: NodeJS.ProcessEnv): number {
  const value = environment['HUB_TOKEN_MAX_HOURS'] || '24'
  if (/^\d{1,4}$/.test(value) && Number(value) > 0) return Number(value) * 3_600
  throw new ConfigError(
    `HUB_TOKEN_MAX_HOURS is "${value}"; set it to the hours that a token may be valid at most, such as 24.`,
  )
}

function readKeys(urlOrFile: string): JWTVerifyGetKey {
  if (/^https?:\/\//.test(urlOrFile)) {
    if (!URL.canParse(urlOrFile))
      throw new ConfigError(
        'HUB_TOKEN_KEYS is not a URL; set it to the URL or the file of the issuer’s key set.',
      )
    return keysAt(new URL(urlOrFile))
  }
  try {
    return createLocalJWKSet(JSON.parse(readFileSync(urlOrFile, 'utf8')) as JSONWebKeySet)
  } catch {
    throw new ConfigError(`HUB_TOKEN_KEYS is "${urlOrFile}", which is not a file with a key set (JWKS).`)
  }
}
