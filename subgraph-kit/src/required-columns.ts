/** Whether a database has the columns that its slice and its records need, so that a migration that was forgotten ends the start and no request. */
import { Kind, type DocumentNode } from 'graphql'
import { ConfigError } from './errors/config-error.ts'
import type { Database } from './database/database.ts'
import { storedColumns, type Profile } from './figures/indicator.ts'
import { locationOf } from './schema/slice.ts'
import type { RecordShape } from './persons/record-shape.ts'

export interface Declared {
  readonly name: string
  readonly typeDefs: DocumentNode
  readonly profiles: readonly Profile[]
  /** What is kept of subjects. */
  readonly records?: RecordShape | undefined
}

/** Throws ConfigError that names the file and the first column that is not there. */
export async function requireColumns(
  database: Database,
  { name, typeDefs, profiles, records }: Declared,
): Promise<void> {
  const remedy = `add a migration that adds it to subgraphs/${name}/src/migrations, and name it in src/index.ts.`
  for (const profile of profiles) {
    const { table, type } = profile
    const there = await columnsOf(database, table)
    const missing = storedColumns(profile).find(({ column }) => !there.has(column))
    if (missing)
      throw new ConfigError(
        `${locationOfField(typeDefs, type, missing.field.split('.')[0] ?? '')}the table ${table} has no column ${missing.column} for ${type}.${missing.field}: ${remedy}`,
      )
  }
  if (!records) return
  const { table, columns, lists } = records
  const there = await columnsOf(database, table)
  const missing = [...Object.keys(columns), ...Object.keys(lists)].find((column) => !there.has(column))
  if (missing !== undefined)
    throw new ConfigError(
      `subgraphs/${name}/src/persons.ts: the table ${table} has no column ${missing}: ${remedy}`,
    )
}

async function columnsOf(database: Database, table: string): Promise<ReadonlySet<string>> {
  try {
    return new Set(Object.keys(await database.knex(table).columnInfo()))
  } catch (error) {
    throw database.translate(error)
  }
}

function locationOfField({ definitions }: DocumentNode, type: string, field: string): string {
  const node = definitions.find(
    (candidate) => candidate.kind === Kind.OBJECT_TYPE_DEFINITION && candidate.name.value === type,
  )
  const fieldNode =
    node?.kind === Kind.OBJECT_TYPE_DEFINITION && node.fields?.find(({ name }) => name.value === field)
  return fieldNode ? locationOf(fieldNode) : ''
}
