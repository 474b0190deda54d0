/**
 * What a subgraph is: a slice of the schema, its migrations, its resolvers and its seed, put together once and opened on a
 * database. The gateway, the command line and the tests know subgraphs by these two interfaces only.
 */
import { randomBytes } from 'node:crypto'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { openKeys } from './access/keys.ts'
import { requestVerifier } from './access/request-proof.ts'
import { refused, subgraphTokenVerifier } from './access/subgraph-token.ts'
import type { Access, Caller, Credentials } from './access/caller.ts'
import { openDatabase, type Database } from './database/database.ts'
import { DatabaseLost } from './database/database-loss.ts'
import { countsMigration, keepCounts, type CountedTable } from './figures/datasets.ts'
import { HubError } from './errors/errors.ts'
import type { SubgraphAnswer, SubgraphRequest } from './wire/contract.ts'
import { executableSlice } from './executable-slice.ts'
import { createExecutor, refusal } from './execute.ts'
import type { Computed } from './graph-client.ts'
import { compileFigureRead } from './batch-read/operation.ts'
import { mergeSources, type DeclaredSource } from './schema/declared-source.ts'
import { createTableImport, type TableImport, type ImportExtension } from './import/table-import.ts'
import { profileLoaders } from './figures/profile-loader.ts'
import { migrate, sourceMigrations, type Migration } from './database/migrations.ts'
import { mixedRows } from './figures/mixed-rows.ts'
import type { ProfileContext } from './figures/profile-resolvers.ts'
import { countedProfile, createProfileStore } from './figures/profile-store.ts'
import type { RecordsFormat } from './import/csv-file.ts'
import { requireColumns, type Declared } from './required-columns.ts'
import { writeSeed, type SeedRows } from './synthetic/seed.ts'
import { lostDatabase } from './database/lost-database.ts'
import { andThen, type PromiseOrValue } from './async/promise-or-value.ts'
import type { PublishedTable } from './statline/table.ts'
import type { EntityStore } from './entities/entity-store.ts'
import { createPseudonyms, type Pseudonyms } from './persons/pseudonym.ts'
import { hasRealDeliveries } from './persons/subject-file.ts'
import type { Asker, SubjectReader } from './persons/subject-reader.ts'
import type { SyntheticCountry } from './synthetic/country.ts'

export type { SubgraphAnswer, SubgraphRequest }

export interface OpenOptions {
  readonly environment: NodeJS.ProcessEnv
  readonly logger: Logger
  /** Opens also where its database is gone or damaged: it then answers DATABASE_UNAVAILABLE to whatever needs it, and is not ready. */
  readonly mayLackDatabase?: boolean
}

/** What `subgraphs/<name>/src/index.ts` exports as `subgraph`. */
export interface Subgraph {
  /** The name of its folder, `labour-market`. */
  readonly name: string
  /** Opens its database and brings it to the newest shape. Throws HubError DATABASE_UNAVAILABLE, ConfigError without keys. */
  open(options: OpenOptions): Promise<RunningSubgraph>
}

/** A subgraph on an open database. */
export interface RunningSubgraph {
  readonly name: string
  readonly schema: GraphQLSchema
  readonly database: Database
  /**
   * Answers one request, where the token is the gateway's for this subgraph and allows all that is asked: at once where nothing
   * has to be waited for. Never throws: refusals and
   * faults are errors of the answer, masked.
   */
  execute(request: SubgraphRequest, credentials: Credentials): PromiseOrValue<SubgraphAnswer>
  /** Whether the token is the gateway's for this subgraph, now. */
  admits(credentials: Credentials): Promise<boolean>
  /** Throws HubError DATABASE_UNAVAILABLE where the database cannot be read. */
  ready(): Promise<void>
  /** Whether it holds no figures at all; where its database is lost, that is not known to be so. */
  isEmpty(): Promise<boolean>
  /** The sources whose tables it takes figures from, each with the columns that it takes. */
  readonly sources: readonly DeclaredSource[]
  /** Its side of an import. Throws ImportRefused where two columns of the table are one indicator. */
  prepareImport(table: PublishedTable): TableImport
  /** The file formats of its own that it imports. */
  readonly formats: readonly RecordsFormat[]
  /** Replaces its synthetic figures by those of the country. */
  seed(country: SyntheticCountry): Promise<void>
  /** Whether it keeps records of synthetic people. */
  hasSyntheticSubjects(): Promise<boolean>
  /** Whether files about real people were imported into it. */
  hasRealSubjects(): Promise<boolean>
  /** What it computes from other subgraphs' figures; absent where it computes nothing. */
  readonly computed?: Computed | undefined
  close(): Promise<void>
}

/** What every resolver is given: who asks, and the loaders of this request. */
export interface SubgraphContext extends ProfileContext {
  readonly caller: Caller
  /** Notes for the gateway's own log that this request tried what it may not; the caller is told nothing. */
  alarm(code: string): void
}

/** What a subgraph has beside its profiles: its own loaders, and what it stores of a table or a seed. */
export interface Assembly<Own extends object> {
  /** Made anew for each request, so nothing is shared between callers. */
  loaders(): Own
  /** How its own things are read by key, where resolvers of entity-resolvers.ts look them up. */
  readonly entities?: EntityStore
  /** How its records of subjects are read, where resolvers of subject-records.ts answer them. */
  readonly subjects?: SubjectReader
  /** Tables beside its profiles that `datasets` tells of. */
  readonly counted?: readonly CountedTable[]
  extendImport?(table: PublishedTable): ImportExtension
  readonly formats?: readonly RecordsFormat[]
  seed?(country: SyntheticCountry): Promise<void>
  hasSyntheticSubjects?(): Promise<boolean>
  readonly computed?: Computed
}

export interface SubgraphDefinition<Own extends object> {
  readonly name: string
  /** The folder with schema.graphql. */
  readonly folder: string
  readonly migrations: readonly Migration[]
  // buildSubgraphSchema refuses a resolver for a field that the slice does not have.
  readonly resolvers: object
  /** The synthetic figures of each profile, by its field on Area; absent where it has no profiles. */
  seed?(country: SyntheticCountry): Readonly<Record<string, SeedRows>>
  assemble?(database: Database, pseudonyms: Pseudonyms): Assembly<Own>
}

export function createSubgraph<Own extends object = object>(definition: SubgraphDefinition<Own>): Subgraph {
  const { name, folder, migrations } = definition
  const slice = executableSlice(folder, definition.resolvers)
  return {
    name,
    async open({ environment, logger, mayLackDatabase = false }) {
      const { typeDefs, profiles, rules, schema } = slice()
      const keys = openKeys(environment)
      const verify = subgraphTokenVerifier(name, keys.verifying('gateway'))
      const isProven = requestVerifier(name, keys)
      const accessOf = ({ token, sent }: Credentials): PromiseOrValue<Access> => {
        if (sent && token && !isProven(token, sent)) throw refused(name, 'belongs to another request')
        return verify(token)
      }
      const orLost = (error: unknown): Database => {
        if (mayLackDatabase && error instanceof DatabaseLost) return lostDatabase(error)
        throw error
      }
      const database = await openDatabase(name, environment).catch(orLost)
      const stores = profiles.map((profile) => createProfileStore(database, profile))
      // As keys are: whatever is not said to be production holds nobody real.
      const onlySynthetic = environment['HUB_MODE'] !== 'production'
      const pseudonyms = createPseudonyms(keys.secret, name, { onlySynthetic })
      const assembly = definition.assemble?.(database, pseudonyms)
      try {
        const declared = { name, typeDefs, profiles, records: assembly?.subjects?.shape }
        await prepare(database, migrations, declared, assembly?.counted ?? [])
      } catch (error) {
        if (!(mayLackDatabase && database.lost)) {
          await database.close()
          throw error
        }
      }
      database.onLost((lost) => logger.error({ subgraph: name }, lost.message))
      const report = (error: unknown) => {
        const errorId = randomBytes(6).toString('hex')
        logger.error({ errorId, subgraph: name, err: error }, 'fault in a resolver')
        return { errorId, subgraph: name }
      }
      const execute = createExecutor(schema, rules, report, (document) =>
        compileFigureRead(document, schema, stores, assembly?.entities, assembly?.subjects),
      )
      const loadersOfProfiles = profileLoaders(stores, name)
      const contextOf = (caller: Caller, asker: Asker): SubgraphContext => ({
        ...assembly?.loaders(),
        caller,
        alarm: (code) => asker.alarm(code),
        profiles: loadersOfProfiles(),
      })
      const run = (
        request: SubgraphRequest,
        traceId: string,
        access: Access,
      ): PromiseOrValue<SubgraphAnswer> => {
        const asker = new AskerWithAlarms(access)
        return andThen(
          execute(request, access, () => contextOf({ traceId, access }, asker), asker),
          (answer) => asker.withAlarms(answer),
        )
      }
      return {
        name,
        schema,
        database,
        execute(request, credentials) {
          const { traceId } = credentials
          try {
            const access = accessOf(credentials)
            return access instanceof Promise
              ? access.then((caller) => run(request, traceId, caller)).catch(refusalOf)
              : run(request, traceId, access)
          } catch (error) {
            return refusalOf(error)
          }
        },
        async admits(credentials) {
          try {
            await accessOf(credentials)
            return true
          } catch {
            return false
          }
        },
        async ready() {
          await database.all('select 1 as one from migration limit 1')
        },
        async isEmpty() {
          if (database.lost) return false
          const empty = await Promise.all(stores.map((store) => store.isEmpty()))
          return empty.every(Boolean)
        },
        sources: mergeSources([profiles.flatMap(({ source }) => source ?? [])]),
        prepareImport: (table) =>
          createTableImport({
            name,
            database,
            profiles,
            table,
            extend: (year) => assembly?.extendImport?.(year),
          }),
        formats: assembly?.formats ?? [],
        async seed(country) {
          if (definition.seed) await writeSeed(database, profiles, definition.seed(country), country)
          await assembly?.seed?.(country)
        },
        hasSyntheticSubjects: async () =>
          !database.lost && ((await assembly?.hasSyntheticSubjects?.()) ?? false),
        hasRealSubjects: async () =>
          !database.lost && assembly?.hasSyntheticSubjects !== undefined && hasRealDeliveries(database),
        computed: assembly?.computed,
        close: () => database.close(),
      }
    },
  }
}

/** Brings the database to the newest shape, where it then has all columns, and has it count what is loaded. */
async function prepare(
  database: Database,
  migrations: readonly Migration[],
  declared: Declared,
  others: readonly CountedTable[],
): Promise<void> {
  const { profiles } = declared
  const counted = [...profiles.map(countedProfile), ...others]
  await migrate(database, migrations)
  await requireColumns(database, declared)
  if (counted.length === 0) return
  await migrate(database, [
    ...sourceMigrations,
    mixedRows(profiles),
    countsMigration(counted, database.dialect),
  ])
  keepCounts(database, counted)
}

class AskerWithAlarms implements Asker {
  #alarms: Set<string> | undefined

  readonly actor: string | null
  readonly purpose: string | null
  readonly needsConsent: readonly string[]

  constructor({ actor, purpose, needsConsent = [] }: Access) {
    this.actor = actor
    this.purpose = purpose
    this.needsConsent = needsConsent
  }

  alarm(code: string): void {
    this.#alarms ??= new Set()
    this.#alarms.add(code)
  }

  withAlarms(answer: SubgraphAnswer): SubgraphAnswer {
    return this.#alarms ? { ...answer, extensions: { alarms: [...this.#alarms] } } : answer
  }
}

function refusalOf(error: unknown): SubgraphAnswer {
  if (error instanceof HubError) return refusal(error)
  throw error
}
