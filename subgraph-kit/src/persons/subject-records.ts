/**
 * The records of a domain put together: loaders for a request, the file format, the synthetic records, and the resolvers of a subject
 * that come with them. What the records hold is the domain's shape.
 */
import DataLoader from 'dataloader'
import type { Database } from '../database/database.ts'
import type { RecordsFormat } from '../import/csv-file.ts'
import type { SyntheticCountry } from '../synthetic/country.ts'
import type { SyntheticPerson } from '../synthetic/persons.ts'
import type { Pseudonyms } from './pseudonym.ts'
import { recordFormat } from './record-format.ts'
import type { RecordOf, RecordShape } from './record-shape.ts'
import { seedRecords } from './record-seed.ts'
import { hasSynthetic, readRecords } from './record-store.ts'
import { answersRecord } from './declared-resolvers.ts'
import { createSubjectReader } from './subject-reader.ts'

/** What the resolvers need of a request: the record of a subject by root id, null where there is none. */
export interface RecordContext<Stored> {
  readonly records: { load(rootId: string): Promise<Stored | null> }
}

/** Null for a person of whom the domain keeps nothing. */
export type RecordSeed<Shape> = (person: SyntheticPerson) => RecordOf<Shape> | null

export function subjectRecords<Shape extends RecordShape>(subgraph: string, shape: Shape) {
  type Stored = RecordOf<Shape>
  return {
    loaders(database: Database, pseudonyms: Pseudonyms): () => RecordContext<Stored> {
      return () => {
        const records = new DataLoader<string, Stored | null>(async (rootIds) => {
          const own = rootIds.map((rootId) => pseudonyms.pseudonymOf(rootId))
          const recordsByPseudonym = await readRecords(
            database,
            shape,
            own.filter((pseudonym) => pseudonym !== null),
          )
          // The table was made for this shape.
          return own.map(
            (pseudonym) => ((pseudonym && recordsByPseudonym.get(pseudonym)) || null) as Stored | null,
          )
        })
        return { records: { load: (rootId) => records.load(rootId) } }
      }
    },
    /** The same records by the asked columns only. */
    reader: (database: Database, pseudonyms: Pseudonyms) => createSubjectReader(database, pseudonyms, shape),
    format: (database: Database, pseudonyms: Pseudonyms): RecordsFormat =>
      recordFormat(shape, { subgraph, database, pseudonyms }),
    /** Replaces the synthetic records by those of the country. */
    seed: (database: Database, pseudonyms: Pseudonyms, country: SyntheticCountry, make: RecordSeed<Shape>) =>
      seedRecords(database, pseudonyms, shape, country, make),
    hasSynthetic: (database: Database) => hasSynthetic(database, shape),
    /** The resolvers of a subject: their reference, and the field that has the record. */
    resolvers: (field: string) => ({
      __resolveReference: ({ id }: { readonly id: string }) => ({ id }),
      [field]: answersRecord(
        ({ id }: { readonly id: string }, _: unknown, { records }: RecordContext<Stored>) => records.load(id),
        shape,
      ),
    }),
  }
}
