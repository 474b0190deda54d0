/**
 * The release that was served last, kept in the data folder: a gateway that starts while the registry does not answer, or while its newest release is
 * refused, serves this one. It is verified like any other.
 */
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RegistryPlace } from '@samenhang/schema/registry/place'
import type { Release } from '@samenhang/schema/registry/release'
import { verifyTexts, type VerifyStatement } from '@samenhang/schema/registry/signing'
import { makeFolder } from '@samenhang/subgraph-kit/make-folder'
import type { Logger } from '../telemetry/log.ts'
import type { VerifiedRelease } from './verified-release.ts'

export interface KeptRelease {
  /** Null where there is none that holds. */
  read(): Promise<VerifiedRelease | null>
  /** A copy that cannot be written is told to the log, and costs nothing else. */
  write(release: Release): void
}

export function keptRelease(
  directory: string,
  place: RegistryPlace,
  verify: VerifyStatement,
  logger: Logger,
): KeptRelease {
  const file = join(directory, `release-${nameOf(place)}.json`)
  return {
    async read() {
      try {
        const release = JSON.parse(readFileSync(file, 'utf8')) as Release
        const statement = await verify(release)
        verifyTexts(statement, release)
        return { release, statement }
      } catch {
        // There is none, or it is not one to serve.
        return null
      }
    },
    write(release) {
      const aside = `${file}.${randomBytes(6).toString('hex')}`
      try {
        makeFolder(directory)
        writeFileSync(aside, JSON.stringify(release), { mode: 0o600 })
        renameSync(aside, file)
      } catch (error) {
        rmSync(aside, { force: true })
        logger.warn({ err: error }, 'the release that is served could not be kept in the data folder')
      }
    },
  }
}

/** Another registry has numbers of its own. Who signs in to it and how is no part of which it is. */
function nameOf(place: RegistryPlace): string {
  const { host, pathname } =
    place.kind === 'postgres' ? new URL(place.url) : { host: '', pathname: place.file }
  return createHash('sha256').update(`${host} ${pathname}`).digest('hex').slice(0, 12)
}
