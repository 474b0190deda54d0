/**
 * The registry: what was released of the graph, what consumers have registered and what was used, in one SQLite file or one schema of PostgreSQL.
 * Every write is one transaction. It knows nothing of composing: what is stored was made elsewhere.
 */
import type { Database } from '@samenhang/subgraph-kit/database'
import { statementSeconds } from '@samenhang/subgraph-kit/database'
import { migrate } from '@samenhang/subgraph-kit/migrations'
import { openPostgresDatabase } from '@samenhang/subgraph-kit/postgres-database'
import { openSqliteDatabase } from '@samenhang/subgraph-kit/sqlite-database'
import { consumerOperations, type ConsumerOperations } from './consumer-operations.ts'
import { migrations } from './migrations.ts'
import { hasRegistry, registryName, registryPlace, type RegistryPlace } from './place.ts'
import { releasesIn, type Releases } from './releases.ts'
import { usageIn, type Usage } from './usage.ts'

export interface Registry {
  readonly place: RegistryPlace
  readonly releases: Releases
  readonly operations: ConsumerOperations
  readonly usage: Usage
  close(): Promise<void>
}

/** Opens the registry of this environment, made where there is none. Throws ConfigError, HubError DATABASE_UNAVAILABLE. */
export async function openRegistry(environment: NodeJS.ProcessEnv): Promise<Registry> {
  const place = registryPlace(environment)
  const database = await openAt(place, environment)
  try {
    await migrate(database, migrations)
  } catch (error) {
    await database.close()
    throw error
  }
  return {
    place,
    releases: releasesIn(database),
    operations: consumerOperations(database),
    usage: usageIn(database),
    close: () => database.close(),
  }
}

/** As `openRegistry`; null where there is none and has been none, and nothing is made. */
export async function openRegistryIfThere(environment: NodeJS.ProcessEnv): Promise<Registry | null> {
  return hasRegistry(registryPlace(environment)) ? openRegistry(environment) : null
}

function openAt(place: RegistryPlace, environment: NodeJS.ProcessEnv): Promise<Database> {
  const shared = { name: registryName, settings: { folder: 'REGISTRY_URL', url: 'REGISTRY_URL' } }
  return place.kind === 'sqlite'
    ? openSqliteDatabase({ ...shared, ...place })
    : openPostgresDatabase({
        ...shared,
        schema: registryName,
        url: place.url,
        seconds: statementSeconds(environment),
      })
}
