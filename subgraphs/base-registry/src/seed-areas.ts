/** The places of the synthetic country: written as areas of every year, replacing those of an earlier seed and no others. */
import type { Database } from '@samenhang/subgraph-kit/database'
import type { SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { settle, writeAreas } from './import.ts'

export async function seedAreas(database: Database, country: SyntheticCountry): Promise<void> {
  await database.transact(async (transaction) => {
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
    }
    await settle(transaction, null)
  })
}
