/** Reads of a slice's own things by key: asked columns of one table, by one statement, whatever the number of keys. */
import { inChunks } from '../database/chunks.ts'
import type { Database } from '../database/database.ts'
import type { PromiseOrValue } from '../async/promise-or-value.ts'

/** Where the things are stored, as SQL. */
export interface EntityTable {
  /** The type in the schema, as `Entities` has it. */
  readonly type: string
  readonly from: string
  readonly key: string
  /** Which of the rows of a key is meant. */
  readonly where: string
  /** The columns by the property of a row that they become: what the resolvers' rows are made of too. */
  readonly columns: Readonly<Record<string, string>>
}

/** Reads things by key: a row is the key and then the properties, in the order asked. */
export type EntityReader = (keys: readonly string[]) => PromiseOrValue<unknown[][]>

export interface EntityStore {
  readonly type: string
  has(property: string): boolean
  /** Throws where a property is none of the table's. */
  reader(properties: readonly string[]): EntityReader
}

export function createEntityStore(
  database: Database,
  { type, from, key, where, columns }: EntityTable,
): EntityStore {
  const has = (property: string): boolean => Object.hasOwn(columns, property)
  return {
    type,
    has,
    reader(properties) {
      const selected = properties.map((property, index) => {
        if (!has(property)) throw new Error(`No property ${property} of ${type}`)
        return `, ${columns[property] ?? ''} as c${String(index)}`
      })
      const start = `select ${key} as k${selected.join('')} from ${from} where ${where} and`
      const [ofOneKey, ofManyKeys] = [`${start} ${key} = ?`, `${start} ${database.among(key)}`]
      return (keys) =>
        keys.length === 1
          ? database.values(ofOneKey, keys)
          : inChunks(keys, (part) => database.values(ofManyKeys, [database.keys(part)]))
    },
  }
}
