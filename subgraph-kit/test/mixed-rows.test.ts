/**
 * Databases of earlier versions are read on: each figure has the source it is from, or none where that is not
 * known.
 */
import { describe, expect, it } from 'vitest'
import { describeOnDatabases } from './requirements.ts'
import type { PublishedTable } from '../src/statline/table.ts'
import { cost, november, october, openEnergyForEach, use, whole } from './revision-tables.ts'

describeOnDatabases('a database of before', (kind) => {
  const subgraph = openEnergyForEach(kind)
  const { take, stored } = subgraph

  it('is read on: an import that is there is one source of all its figures', async () => {
    await take(use())
    const { knex } = subgraph.energy.database
    await knex.schema.alterTable('source', (table) => {
      table.dropColumns('dated_by_file', 'parts')
    })
    await knex('migration').where('name', 'parts of sources').delete()
    await subgraph.reopen()
    expect((await stored()).from).toEqual({ electricityUse: october, gasUse: october })
    expect(await take(cost({ retrievedAt: november }))).toBe('MERGED')
    expect((await stored()).figures).toEqual([2_050, 900, 1_500])
  })

  describe('a row of before that a forced import left figures of an older one in', () => {
    /** As an import was written before: the columns it had, and no others. */
    async function mix(older: readonly PublishedTable[], forced: PublishedTable) {
      for (const table of older) await take(table, { force: true })
      const { knex } = subgraph.energy.database
      const before = (await knex('energy_profile').first()) as Record<string, unknown>
      await take(forced, { force: true })
      const { electricity_use, gas_use } = before
      await knex('energy_profile').update({ electricity_use, gas_use })
      await knex('migration').where('name', 'rows of one import').delete()
      await subgraph.reopen()
    }

    it('becomes one of two parts', async () => {
      await mix([whole()], cost({ retrievedAt: november }))
      expect(await stored()).toMatchObject({
        figures: [2_050, 900, 1_500],
        from: { electricityUse: october, gasUse: october, energyCost: november },
      })
    })

    it('loses what nothing tells the source of', async () => {
      await mix([whole(), whole({ cells: ['7', '8', '9'] })], cost({ retrievedAt: november }))
      expect(await stored()).toMatchObject({
        figures: [null, null, 1_500],
        from: { energyCost: november },
        missing: { electricityUse: 'NOT_IMPORTED' },
      })
    })
  })
})
