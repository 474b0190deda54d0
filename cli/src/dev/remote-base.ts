/**
 * What `hub dev --base` composes a slice with: the release that another hub serves. Its signature is verified where release.jwks has the key, and its
 * texts against what was signed in any case.
 */
import { isLoopback } from '@samenhang/gateway/client-network'
import {
  digestOf,
  isOwnSlice,
  statementIn,
  type ReleaseStatement,
  type SharedRelease,
} from '@samenhang/schema/registry/release'
import { statementVerifier } from '@samenhang/schema/registry/signing'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { isRecord } from '@samenhang/subgraph-kit/http-body'
import { CommandRefused } from '../faults.ts'
import type { DevBase } from './base.ts'

const patience = 15_000

/** `token` needs the scope schema:read. Throws CommandRefused. */
export async function baseAt(
  hub: URL,
  token: string | undefined,
  environment: NodeJS.ProcessEnv,
): Promise<DevBase> {
  if (hub.protocol !== 'https:' && !isLoopback(hub))
    throw new CommandRefused([`${hub.href} is plain HTTP, which would show the token to others; use https.`])
  const release = await fetchRelease(new URL('/release.json', hub), token)
  const { statement, isVerified } = await verified(release, environment)
  verifyDigests(release, statement)
  return {
    from: `release ${String(statement.number)} of ${hub.host}${isVerified ? '' : ', signed with a key that release.jwks does not have'}`,
    slices: release.sources.filter(({ name }) => !isOwnSlice(name)),
    supergraph: release.supergraph,
    api: release.api,
  }
}

async function fetchRelease(url: URL, token: string | undefined): Promise<SharedRelease> {
  const response = await fetch(url, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  }).catch((error: unknown) => {
    const { cause = error } = error as { readonly cause?: unknown }
    throw new CommandRefused([
      `${url.href} does not answer (${cause instanceof Error ? cause.message : String(cause)}).`,
    ])
  })
  const body: unknown = await response.json().catch(() => null)
  if (response.ok && isRelease(body)) return body
  if (response.status === 401 || response.status === 403)
    throw new CommandRefused([
      `${url.href} refuses: give a token with the scope schema:read by --token or HUB_RELEASE_TOKEN, such as that of hub token --role domain-team.`,
    ])
  throw new CommandRefused([
    response.status === 404
      ? `${url.host} has released nothing, or is no hub of this version. Leave --base out.`
      : `${url.href} answered ${String(response.status)}, which is no release.`,
  ])
}

function isRelease(body: unknown): body is SharedRelease {
  return (
    isRecord(body) &&
    ['jws', 'keyId', 'supergraph', 'api'].every((name) => typeof body[name] === 'string') &&
    Array.isArray(body['sources']) &&
    body['sources'].every(
      (source) =>
        isRecord(source) && ['name', 'url', 'file', 'sdl'].every((name) => typeof source[name] === 'string'),
    )
  )
}

async function verified(
  release: SharedRelease,
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly statement: ReleaseStatement; readonly isVerified: boolean }> {
  const keys = openKeys(environment).verifying('release')
  if (!keys.keys.some(({ kid }) => kid === release.keyId))
    return { statement: statementIn(release), isVerified: false }
  return { statement: await statementVerifier(keys)(release), isVerified: true }
}

function verifyDigests(release: SharedRelease, { number, digests, slices }: ReleaseStatement): void {
  const sent = new Map(release.sources.map(({ name, sdl }) => [name, digestOf(sdl)]))
  const holds =
    digestOf(release.supergraph) === digests.supergraph &&
    digestOf(release.api) === digests.api &&
    sent.size === slices.length &&
    slices.every(({ name, digest }) => sent.get(name) === digest)
  if (!holds) throw new CommandRefused([`Release ${String(number)} is not what was signed.`])
}
