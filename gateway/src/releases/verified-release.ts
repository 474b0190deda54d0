/** The release that is to be served after the one that is: whether it is signed, follows what was served, and is what it says. */
import type { Releases } from '@samenhang/schema/registry/releases'
import type { Release, ReleaseStatement } from '@samenhang/schema/registry/release'
import {
  ReleaseRefused,
  verifyFollows,
  verifyTexts,
  type VerifyStatement,
} from '@samenhang/schema/registry/signing'
import type { OpenedRegistry } from './opened-registry.ts'

/** A release that may be served. */
export interface VerifiedRelease {
  readonly statement: ReleaseStatement
  readonly release: Release
}

/**
 * The newest release, where it is another than `last`, which was verified before; every release between them is looked at too. Null where there is
 * none. Throws ReleaseRefused.
 */
async function newestRelease(
  releases: Releases,
  verify: VerifyStatement,
  last: ReleaseStatement | null,
): Promise<VerifiedRelease | null> {
  const number = await releases.currentNumber()
  if (number === null || number === last?.number) return null
  if (last && number < last.number)
    throw new ReleaseRefused([
      `The registry ends at release ${String(number)}, and release ${String(last.number)} was served: it is an older copy.`,
    ])
  const release = await releases.find(number)
  if (!release) return null
  const statement = last ? await follow(releases, verify, last, number) : await verify(release)
  verifyTexts(statement, release)
  return { statement, release }
}

/** Gives the newest release of a registry as `newestRelease` does; null where there is no registry. Throws ReleaseRefused. */
export function newestIn(
  registry: OpenedRegistry,
  verify: VerifyStatement,
): (last: ReleaseStatement | null) => Promise<VerifiedRelease | null> {
  return async (last) => {
    const { releases } = (await registry.open()) ?? {}
    return releases ? newestRelease(releases, verify, last) : null
  }
}

/** Each release from `last` on must follow the one before. */
async function follow(
  releases: Releases,
  verify: VerifyStatement,
  last: ReleaseStatement,
  number: number,
): Promise<ReleaseStatement> {
  let previous = last
  for (const signed of await releases.statements(last.number)) {
    if (signed.kind === 'preview' || signed.number > number) continue
    const statement = await verify(signed)
    verifyFollows(statement, previous)
    previous = statement
  }
  if (previous.number !== number)
    throw new ReleaseRefused([`Release ${String(number)} is not where the releases before it lead to.`])
  return previous
}
