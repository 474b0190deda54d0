/** A table that would lose figures of what is stored, or is older, is refused with what would be lost, and replaces it by force. */
import { describe, expect, it } from 'vitest'
import { importTable } from '@samenhang/subgraph-kit/import'
import { makeTestData } from '@samenhang/subgraph-kit/testing'
import { askAreas, openEnergy } from './energy-subgraph.ts'
import { describeOnDatabases } from './requirements.ts'
import { cost, november, october, openEnergyForEach, whole, type Given } from './revision-tables.ts'

describeOnDatabases('a table that meets what is stored', (kind) => {
  const open = openEnergyForEach(kind)
  const { take, stored } = open

  describe('a figure that would become missing', () => {
    const emptier = (given: Partial<Given> = {}) =>
      whole({ cells: ['2050', '.', ''], retrievedAt: november, ...given })

    it('is counted and named, and the table refused; nothing is changed', async () => {
      await take(whole())
      await expect(take(emptier())).rejects.toThrow(
        'test.csv: 2 figures of 2023 would become missing: energy.gasUse (1), energy.energyCost (1). It is an older or an emptier release: give --force to replace whole rows by it.',
      )
      expect((await stored()).figures).toEqual([2_050, 900, 1_500])
    })

    it('is counted in every subgraph before the table is refused', async () => {
      const other = await makeTestData(kind)
      const second = await openEnergy(other.environment)
      await importTable([open.energy, second], whole())
      const twice = importTable([open.energy, { ...second, name: 'second' }], emptier())
      await expect(twice).rejects.toThrow(/energy\.gasUse \(1\)/)
      expect((await stored()).figures).toEqual([2_050, 900, 1_500])
      await second.close()
      await other.remove()
    })

    it('goes with --force', async () => {
      await take(whole())
      expect(await take(emptier(), { force: true })).toBe('REPLACED')
      expect(await stored()).toMatchObject({
        figures: [2_050, null, null],
        missing: { gasUse: 'NOT_AVAILABLE', energyCost: 'NOT_AVAILABLE' },
      })
    })

    it('a date that is only the file’s is called so', async () => {
      await take(whole())
      await expect(take(emptier({ datedByFile: true }))).rejects.toThrow(
        `that it is of ${november} is only when the file was last written`,
      )
    })
  })

  describe('another revision', () => {
    it('with fewer columns is refused: a row is of one', async () => {
      await take(whole())
      await expect(take(cost({ cells: ['1.6'], retrievedAt: november }))).rejects.toThrow(
        /energy has 2 more indicators of 2023 for these areas than this table \(electricityUse, gasUse\).*--force/,
      )
      expect((await stored()).figures).toEqual([2_050, 900, 1_500])
    })

    it.each([['1.5'], ['1.6']])(
      '--force replaces whole rows: nothing of the old release stays under the new source (%s)',
      async (cell) => {
        await take(whole())
        expect(await take(cost({ cells: [cell], retrievedAt: november }), { force: true })).toBe('REPLACED')
        expect(await stored()).toEqual({
          figures: [null, null, Number(cell) * 1_000],
          newest: november,
          from: { energyCost: november },
          missing: {
            electricityUse: 'NOT_IMPORTED',
            gasUse: 'NOT_IMPORTED',
            districtHeatingShare: 'NOT_PUBLISHED',
          },
        })
      },
    )

    it('--force also where the figures were merged before', async () => {
      await take(whole())
      await take(cost({ retrievedAt: november }))
      expect(await take(cost({ retrievedAt: november }), { force: true })).toBe('REPLACED')
      expect((await stored()).figures).toEqual([null, null, 1_500])
    })

    it('of another table is never merged', async () => {
      await take(whole())
      await expect(take(cost({ table: 'OTHER', retrievedAt: november }))).rejects.toThrow(/2 more indicators/)
    })
  })

  describe('the date of a file', () => {
    it('that was told is decisive: an older table changes nothing of a newer one', async () => {
      await take(whole({ retrievedAt: november }))
      const older = whole({ cells: ['2049', '900', '1.5'] })
      await expect(take(older)).rejects.toThrow(
        `retrieved at ${november}, later than this table's ${october}`,
      )
      expect(await take(older, { force: true })).toBe('REPLACED')
    })

    it('that was told is decisive too where the newer one left a figure out', async () => {
      await take(whole({ cells: ['2050', '.', '1.5'], retrievedAt: november }))
      await expect(take(whole())).rejects.toThrow(/later than this table's/)
    })

    it('that is only when it was written does not keep a fuller table out', async () => {
      await take(whole({ cells: ['2050', '.', '.'], retrievedAt: november }))
      expect(await take(whole({ datedByFile: true }))).toBe('REPLACED')
      expect((await stored()).figures).toEqual([2_050, 900, 1_500])
    })

    it('that is only when it was written is called so where other figures stand', async () => {
      await take(whole({ retrievedAt: november }))
      await expect(take(whole({ cells: ['1', '2', '3'], datedByFile: true }))).rejects.toThrow(
        `later than this table, of which only the file's date is known: last written at ${october}`,
      )
    })

    it('stands in the graph, with what it is', async () => {
      await take(whole({ datedByFile: true }))
      const { entities } = await askAreas(
        open.energy,
        ['GM8001'],
        'energy { source { retrievedAt datedByFile } }',
      )
      expect(entities).toEqual([{ energy: { source: { retrievedAt: october, datedByFile: true } } }])
    })
  })
})
