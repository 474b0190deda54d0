/** The places of the synthetic country: written as areas of every year, replacing those of an earlier seed and no others. */
import type { Database } from '@samenhang/subgraph-kit/database'
import type { SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { namesOf, updateDerived, writeAreas, writeNames } from './import.ts'

/** Older than any release, so that a file's name always takes the place of an invented one. */
const beforeAll = ''

export async function seedAreas(database: Database, country: SyntheticCountry): Promise<void> {
  await database.transact(async (transaction) => {
    await transaction.raw(
      `delete from area_name where exists (select 1 from area a
         where a.synthetic = 1 and a.code = area_name.code and a.period = area_name.period)`,
    )
    await transaction('area').where('synthetic', 1).delete()
    for (const period of country.periods) {
      const areas = country.areas.map(({ code, name, parents }) => ({
        code,
        period,
        name,
        ...parents,
        derived: false,
        synthetic: true,
      }))
      await writeAreas(transaction, database, areas, 'keep')
      await writeNames(transaction, database, namesOf(areas, beforeAll))
    }
    await updateDerived(transaction, null)
  })
}
