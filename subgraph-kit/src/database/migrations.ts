/**
 * Brings a database to the newest shape: migrations in order, all of them and their record in one transaction, so a start
 * that is killed half-way leaves the old shape and no lock behind. Names carry no file extension.
 */
import type { Knex } from 'knex'
import { createVersionTable } from './data-version.ts'
import type { Database } from './database.ts'

/** One step in the shape of a database. Never changed once released; a new one follows it. */
export interface Migration {
  readonly name: string
  up(knex: Knex): Promise<void>
}

/** Runs what has not run yet. Throws HubError DATABASE_UNAVAILABLE for a fault of the database. */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<void> {
  const isNewest = pending(migrations, await appliedNames(database)).length === 0
  if (isNewest && (await database.knex.schema.hasTable('data_version'))) return
  await makeRecord(database)
  await database.transact(async (transaction) => {
    await takeTurn(database, transaction)
    const applied = await transaction('migration').pluck<string[]>('name')
    for (const migration of pending(migrations, applied)) {
      await migration.up(transaction)
      await transaction('migration').insert({ name: migration.name, applied_at: new Date().toISOString() })
    }
  })
}

function pending(migrations: readonly Migration[], applied: readonly string[]): readonly Migration[] {
  return migrations.filter(({ name }) => !applied.includes(name))
}

async function appliedNames(database: Database): Promise<string[]> {
  try {
    if (!(await database.knex.schema.hasTable('migration'))) return []
    return await database.knex('migration').pluck<string[]>('name')
  } catch (error) {
    throw database.translate(error)
  }
}

const record =
  'create table if not exists migration (name varchar(255) primary key, applied_at varchar(255) not null)'

/**
 * On SQLite the record is made before the transaction: where another start has made it meanwhile, this statement only reads, and a transaction
 * that begins by reading is refused its first write after the other has written. On PostgreSQL it is made under the lock.
 */
async function makeRecord(database: Database): Promise<void> {
  if (database.dialect === 'postgres') return
  try {
    await database.knex.raw(record)
  } catch (error) {
    throw database.translate(error)
  }
}

/** Makes the record where there is none, and takes the write lock by writing, so two starts queue up. */
async function takeTurn(database: Database, knex: Knex): Promise<void> {
  if (database.dialect === 'postgres') {
    await knex.raw('select pg_advisory_xact_lock(hashtext(current_schema()))')
    await knex.raw(record)
  }
  await knex('migration').where('name', '').delete()
  await createVersionTable(knex)
}

/** The table of imports that rows of figures point at. */
export async function createSourceTable(knex: Knex): Promise<void> {
  await knex.schema.createTable('source', (table) => {
    table.increments('id')
    table.string('table').notNullable()
    table.integer('period').notNullable()
    table.string('title').notNullable()
    table.string('publisher').notNullable()
    table.string('licence').notNullable()
    table.string('retrieved_at').notNullable()
    table.string('status').nullable()
    table.boolean('synthetic').notNullable()
    table.string('digest').notNullable().index()
    // The indicators whose columns the source had, as a JSON list of fields: the others are NOT_PUBLISHED or NOT_IMPORTED.
    table.text('fields').notNullable()
    table.integer('areas').notNullable()
  })
}

/** What the publisher calls the figures of single indicators, beside the table of imports: a JSON record by field. */
const sourceStatuses: Migration = {
  name: 'statuses of sources',
  async up(knex) {
    await knex.schema.alterTable('source', (table) => {
      table.text('statuses')
    })
  },
}

/** What 0001 did not keep of an import: whether its date is only the file's, and the parts that a merged record stands for. */
const sourceParts: Migration = {
  name: 'parts of sources',
  up: (knex) =>
    knex.schema.alterTable('source', (table) => {
      table.boolean('dated_by_file').notNullable().defaultTo(false)
      // A JSON list of { id, fields }; null for an import.
      table.text('parts').nullable()
    }),
}

/** What the figures of an import are, and the year of their boundaries where it is not their own. All that came before are observed. */
const sourceKinds: Migration = {
  name: 'kinds of sources',
  up: (knex) =>
    knex.schema.alterTable('source', (table) => {
      table.string('kind').notNullable().defaultTo('OBSERVED')
      table.integer('boundary_year').nullable()
    }),
}

/** Why the publisher gives no figure in single cells of an import, where it says so. */
const sourceReasons: Migration = {
  name: 'reasons of sources',
  up: (knex) =>
    knex.schema.alterTable('source', (table) => {
      table.text('reasons').nullable()
    }),
}

/** What came after 0001 to the table of imports, of every subgraph that has one. */
export const sourceMigrations = [sourceStatuses, sourceParts, sourceKinds, sourceReasons]

/** Columns by name, in snake case as the fields of the schema are in camel case. */
type Columns = Readonly<Record<string, 'integer' | 'real' | 'text'>>

function addTo(table: Knex.CreateTableBuilder, columns: Columns): void {
  for (const [column, type] of Object.entries(columns)) {
    if (type === 'real') table.double(column)
    else if (type === 'integer') table.integer(column)
    else table.text(column)
  }
}

/** The migration that adds columns to a table: of indicators, or of what is kept of people (a list is a text). */
export function addColumns(name: string, table: string, columns: Columns): Migration {
  return {
    name,
    up: (knex) => knex.schema.alterTable(table, (altered) => addTo(altered, columns)),
  }
}

/** A table of figures: one row an area and year, one column an indicator. */
export async function createProfileTable(knex: Knex, name: string, columns: Columns): Promise<void> {
  await knex.schema.createTable(name, (table) => {
    table.string('code').notNullable()
    table.integer('period').notNullable()
    table.integer('source_id').notNullable().references('id').inTable('source').index()
    table.integer('has_figures').notNullable()
    addTo(table, columns)
    table.primary(['code', 'period'])
    table.index(['code', 'has_figures', 'period'])
    table.index(['period'])
  })
}
