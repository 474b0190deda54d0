/** Where the registry is: REGISTRY_URL, a file or a database of PostgreSQL; by default registry.db in the data folder. */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import { dataDirectory } from '@samenhang/subgraph-kit/database'
import { sqliteLibrary } from '@samenhang/subgraph-kit/sqlite'
import { markerFileOf, firstWrittenOn } from '@samenhang/subgraph-kit/known-stores'

/** Whose database it is, as its faults name it; the schema of that name in PostgreSQL. */
export const registryName = 'registry'

export type RegistryPlace =
  | { readonly kind: 'sqlite'; readonly file: string; readonly library: ReturnType<typeof sqliteLibrary> }
  | { readonly kind: 'postgres'; readonly url: string }

/** Throws ConfigError for a URL that is neither of PostgreSQL nor of a file. */
export function registryPlace(environment: NodeJS.ProcessEnv): RegistryPlace {
  const given = environment['REGISTRY_URL'] || join(dataDirectory(environment), 'registry.db')
  if (/^postgres(?:ql)?:\/\//.test(given)) {
    if (URL.canParse(given)) return { kind: 'postgres', url: given }
    throw new ConfigError('REGISTRY_URL is no URL; set it to one such as postgres://user@host:5432/database.')
  }
  const library = sqliteLibrary(environment)
  if (given.startsWith('file:')) return { kind: 'sqlite', file: fileOf(given), library }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(given))
    throw new ConfigError(
      'REGISTRY_URL is neither a file nor of PostgreSQL; set it to a path, or to a URL that begins with postgres://.',
    )
  return { kind: 'sqlite', file: resolve(environment['INIT_CWD'] ?? process.cwd(), given), library }
}

/** Whether there is a registry, or has been one: then that it is gone is told at its opening. One in PostgreSQL is there where it is named. */
export function hasRegistry(place: RegistryPlace): boolean {
  if (place.kind === 'postgres' || existsSync(place.file)) return true
  return firstWrittenOn(markerFileOf(dirname(place.file), registryName)) !== null
}

function fileOf(url: string): string {
  try {
    return fileURLToPath(url)
  } catch {
    throw new ConfigError(
      'REGISTRY_URL is no URL of a file here; set it to a path such as /var/lib/hub/registry.db.',
    )
  }
}
