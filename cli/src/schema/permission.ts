/**
 * Who may release what: a token's scopes say it. In demo mode, where no token is given, whoever owns the file of the registry may release everything,
 * for they could write to it anyway.
 */
import { statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { readMode, tokenVerifierIn } from '@samenhang/gateway/access/open-access'
import type { RegistryPlace } from '@samenhang/schema/registry/place'
import { releaseScope, type Permit } from '@samenhang/schema/release/make-release'
import { CommandRefused } from '../faults.ts'

export interface Releaser {
  readonly author: string
  readonly permit: Permit
}

/** Throws CommandRefused where nobody says who releases, HubError UNAUTHENTICATED for a token that does not hold. */
export async function releaserIn(
  environment: NodeJS.ProcessEnv,
  place: RegistryPlace,
  given: string | undefined,
): Promise<Releaser> {
  const token = given ?? environment['HUB_RELEASE_TOKEN']
  if (!token) return ownerOf(environment, place)
  const { actor, scopes } = await tokenVerifierIn(environment)(token)
  return {
    author: actor,
    permit(changed) {
      const lacking = changed.map(releaseScope).filter((scope) => !scopes.has(scope))
      if (lacking.length > 0)
        throw new CommandRefused([
          `The token of ${actor} lacks ${lacking.map((one) => `the scope ${one}`).join(', ')}.`,
        ])
    },
  }
}

function ownerOf(environment: NodeJS.ProcessEnv, place: RegistryPlace): Releaser {
  if (readMode(environment) === 'demo' && place.kind === 'sqlite' && isOwn(place.file))
    return { author: userInfo().username, permit: () => undefined }
  throw new CommandRefused([
    'Nobody says who releases: set HUB_RELEASE_TOKEN to a token with the scope schema:release:<slice>, or give it by --token.',
  ])
}

function isOwn(file: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat === undefined || process.getuid === undefined || stat.uid === process.getuid()
}
