/**
 * What a domain has beside its profiles: counts of people by group, and records of subjects. Both bring their loaders, their file format and
 * their synthetic rows; here they become the assembly of the subgraph, which a domain with more of its own adds to.
 */
import type { Database } from './database/database.ts'
import type { groupCounts, GroupCountsContext } from './group-counts/group-counts.ts'
import type { GroupCountsSeed } from './group-counts/seed.ts'
import type { Assembly } from './subgraph.ts'
import type { Pseudonyms } from './persons/pseudonym.ts'
import type { RecordOf, RecordShape } from './persons/record-shape.ts'
import type { RecordContext, RecordSeed, subjectRecords } from './persons/subject-records.ts'

type Counts<Figures extends { readonly group: string }, Group extends Figures['group']> = ReturnType<
  typeof groupCounts<Figures, Group>
>
type Records<Shape extends RecordShape> = ReturnType<typeof subjectRecords<Shape>>

/** The assembly of these counts and records, each with its synthetic rows. */
export function domainAssembly<
  Figures extends { readonly group: string },
  Group extends Figures['group'],
  Shape extends RecordShape,
>(
  [counts, seedCounts]: readonly [Counts<Figures, Group>, GroupCountsSeed<Group>],
  [records, seedRecords]: readonly [Records<Shape>, RecordSeed<Shape>],
) {
  return (database: Database, pseudonyms: Pseudonyms) => {
    const countLoaders = counts.loaders(database)
    const recordLoaders = records.loaders(database, pseudonyms)
    return {
      subjects: records.reader(database, pseudonyms),
      loaders: () => ({ ...countLoaders(), ...recordLoaders() }),
      counted: [counts.counted],
      formats: [counts.format(database), records.format(database, pseudonyms)],
      async seed(country) {
        await counts.seed(database, country, seedCounts)
        await records.seed(database, pseudonyms, country, seedRecords)
      },
      hasSyntheticSubjects: () => records.hasSynthetic(database),
    } satisfies Assembly<GroupCountsContext<Figures> & RecordContext<RecordOf<Shape>>>
  }
}
