/** A preview that may be served to who made it: that it is one, is signed, was made on a release, and loosens no rule of what is served. */
import type { Releases } from '@samenhang/schema/registry/releases'
import type { Release, ReleaseStatement } from '@samenhang/schema/registry/release'
import {
  ReleaseRefused,
  verifyFollows,
  verifyTexts,
  type VerifyStatement,
} from '@samenhang/schema/registry/signing'
import { looserRules } from './looser-rules.ts'
import type { VerifiedRelease } from './verified-release.ts'

/** The preview of this number; null where there is none. Throws ReleaseRefused where its signature does not hold. */
export async function findPreview(
  releases: Pick<Releases, 'find'>,
  verify: VerifyStatement,
  number: number,
): Promise<VerifiedRelease | null> {
  const release = await releases.find(number)
  return release?.kind === 'preview' ? { release, statement: await verify(release) } : null
}

/** Throws ReleaseRefused where it may not be served beside this supergraph. */
export async function checkPreview(
  { release, statement }: VerifiedRelease,
  releases: Pick<Releases, 'find'>,
  verify: VerifyStatement,
  served: string,
): Promise<void> {
  verifyTexts(statement, release)
  verifyFollows(statement, await previousOf(statement, releases, verify))
  const [looser] = looserRules(release.supergraph, served)
  if (looser !== undefined)
    throw new ReleaseRefused([
      `Preview ${String(statement.number)} asks for less at ${looser} than what is served does. Make the preview again on top of it, or release the change.`,
    ])
}

async function previousOf(
  { number, previous }: ReleaseStatement,
  releases: Pick<Releases, 'find'>,
  verify: VerifyStatement,
): Promise<ReleaseStatement> {
  const before: Release | null = previous === null ? null : await releases.find(previous)
  if (before && before.kind !== 'preview') return verify(before)
  throw new ReleaseRefused([`Preview ${String(number)} was made on no release of this registry.`])
}
