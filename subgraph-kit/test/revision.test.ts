/** Parts of one table and year are merged where they contradict nothing, and each figure keeps its source. */
import { describe, expect, it } from 'vitest'
import { askSubgraph } from '@samenhang/subgraph-kit/testing'
import { askAreas } from './energy-subgraph.ts'
import { describeOnDatabases } from './requirements.ts'
import {
  bothWoningen,
  cost,
  november,
  october,
  openEnergyForEach,
  tableOf,
  use,
  whole,
} from './revision-tables.ts'

describeOnDatabases('a table that meets what is stored', (kind) => {
  const open = openEnergyForEach(kind)
  const { take, stored } = open

  describe('parts of a table and year', () => {
    it.each([[[0, 1]], [[1, 0]]])(
      'are merged in either order, and each figure keeps its source',
      async (order) => {
        const parts = [use(), cost({ retrievedAt: november })]
        const outcomes = []
        for (const index of order) outcomes.push(await take(parts[index] ?? use()))
        expect(outcomes).toEqual(['STORED', 'MERGED'])
        expect(await stored()).toEqual({
          figures: [2_050, 900, 1_500],
          newest: november,
          from: { electricityUse: october, gasUse: october, energyCost: november },
          missing: { districtHeatingShare: 'NOT_PUBLISHED' },
        })
        expect([await take(use()), await take(cost({ retrievedAt: november }))]).toEqual([
          'UNCHANGED',
          'UNCHANGED',
        ])
      },
    )

    it('may share columns with the same figures: these are of the newer', async () => {
      await take(use())
      const second = tableOf({
        headers: ['g_gas_hu', 'Kosten_70'],
        cells: ['900', '1.5'],
        retrievedAt: november,
      })
      expect(await take(second)).toBe('MERGED')
      const { figures, from } = await stored()
      expect(figures).toEqual([2_050, 900, 1_500])
      expect(from).toEqual({ electricityUse: october, gasUse: november, energyCost: november })
      expect(await take(use())).toBe('UNCHANGED')
    })

    it('a third joins the two, and a whole table takes the place of all', async () => {
      await take(use())
      await take(cost({ retrievedAt: november }))
      const third = tableOf({ headers: ['Stadsverwarming_9'], cells: ['4.5'] })
      expect(await take(third)).toBe('MERGED')
      expect((await stored()).from).toEqual({
        electricityUse: october,
        gasUse: october,
        energyCost: november,
        districtHeatingShare: october,
      })
      const all = tableOf({
        headers: [...bothWoningen, 'Kosten_70', 'Stadsverwarming_9'],
        cells: ['2051', '901', '1.6', '4.6'],
        retrievedAt: '2025-12-31T00:00:00.000Z',
      })
      expect(await take(all)).toBe('REPLACED')
      expect(new Set(Object.values((await stored()).from))).toEqual(new Set(['2025-12-31T00:00:00.000Z']))
    })

    it('a city and then the country, the country and then neighbourhoods: every row has what some file had', async () => {
      await take(whole())
      const country = cost({
        rows: { NL00: ['2.5'], GM8001: ['1.5'], GM8002: ['3.5'] },
        retrievedAt: november,
      })
      expect(await take(country)).toBe('MERGED')
      await take(use({ rows: { BU80010000: ['10', '20'] } }))
      expect((await stored()).figures).toEqual([2_050, 900, 1_500])
      expect((await stored('GM8002')).figures).toEqual([null, null, 3_500])
      expect((await stored('BU80010000')).figures).toEqual([10, 20, null])
    })

    it('are told apart in what is loaded: each import with the areas it has figures of', async () => {
      await take(use({ rows: { GM8001: ['1', '2'], GM8002: ['3', '4'] } }))
      await take(cost({ retrievedAt: november }))
      const answer = await askSubgraph(open.energy, {
        query: '{ datasets { energy { areas source { retrievedAt } } } }',
      })
      expect(answer.data).toEqual({
        datasets: {
          energy: [
            { areas: 1, source: { retrievedAt: november } },
            { areas: 2, source: { retrievedAt: october } },
          ],
        },
      })
    })

    it('cost one statement more for the parts of all areas', async () => {
      const codes = Array.from({ length: 300 }, (_, index) => `GM${String(index + 100).padStart(4, '0')}`)
      await take(use({ rows: Object.fromEntries(codes.map((code) => [code, ['1', '2']])) }))
      await take(cost({ rows: Object.fromEntries(codes.map((code) => [code, ['3']])) }))
      const before = open.energy.database.statements
      await askAreas(
        open.energy,
        codes,
        'energy { electricityUse source { table } sources { fields source { table } } }',
      )
      expect(open.energy.database.statements - before).toBe(3)
    })
  })
})
