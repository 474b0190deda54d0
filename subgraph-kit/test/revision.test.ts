/**
 * A table that meets what is stored of the same year: merged where it contradicts nothing, refused with what
 * would be lost, replaced by force.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeOnDatabases } from './requirements.ts'
import { importTable, type ImportOptions } from '@samenhang/subgraph-kit/import'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { askSubgraph, makeTable, makeTestData, type TestData } from '@samenhang/subgraph-kit/testing'
import type { Cell, PublishedTable } from '../src/statline/table.ts'
import { askAreas, openEnergy } from './energy-subgraph.ts'

const october = '2025-10-31T00:00:00.000Z'
const november = '2025-11-30T00:00:00.000Z'

const bothWoningen = ['Huurwoning_53', 'Huurwoning_61']

interface Given {
  readonly headers: readonly string[]
  readonly cells?: readonly Cell[]
  readonly rows?: Readonly<Record<string, readonly Cell[]>>
  readonly retrievedAt?: string
  readonly datedByFile?: boolean
  readonly table?: string
}

function tableOf({
  headers,
  cells = [],
  rows,
  retrievedAt = october,
  datedByFile,
  table,
}: Given): PublishedTable {
  const made = makeTable({ period: 2023, headers, rows: rows ?? { GM8001: cells }, retrievedAt })
  return {
    ...made,
    source: { ...made.source, datedByFile: datedByFile ?? false, table: table ?? made.source.table },
  }
}

const use = (given: Partial<Given> = {}) =>
  tableOf({ headers: bothWoningen, cells: ['2050', '900'], ...given })
const cost = (given: Partial<Given> = {}) => tableOf({ headers: ['Kosten_70'], cells: ['1.5'], ...given })
const whole = (given: Partial<Given> = {}) =>
  tableOf({ headers: [...bothWoningen, 'Kosten_70'], cells: ['2050', '900', '1.5'], ...given })

describeOnDatabases('a table that meets what is stored', (kind) => {
  let data: TestData
  let energy: RunningSubgraph

  beforeEach(async () => {
    data = await makeTestData(kind)
    energy = await openEnergy(data.environment)
  })
  afterEach(async () => {
    await energy.close()
    await data.remove()
  })

  const take = async (table: PublishedTable, options: ImportOptions = {}) =>
    (await importTable([energy], table, options)).domains[0]?.outcome

  async function stored(code = 'GM8001') {
    const { entities } = await askAreas(
      energy,
      [code],
      `energy { electricityUse gasUse energyCost source { retrievedAt } missing { field reason }
         sources { fields source { retrievedAt datedByFile } } }`,
    )
    const [{ energy: profile }] = entities as [
      {
        energy: {
          electricityUse: number | null
          gasUse: number | null
          energyCost: number | null
          source: { retrievedAt: string }
          missing: { field: string; reason: string }[]
          sources: { fields: string[]; source: { retrievedAt: string } }[]
        }
      },
    ]
    return {
      figures: [profile.electricityUse, profile.gasUse, profile.energyCost],
      newest: profile.source.retrievedAt,
      from: Object.fromEntries(
        profile.sources.flatMap(({ fields, source }) => fields.map((field) => [field, source.retrievedAt])),
      ),
      missing: Object.fromEntries(profile.missing.map(({ field, reason: why }) => [field, why])),
    }
  }

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
      const answer = await askSubgraph(energy, {
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
      const before = energy.database.statements
      await askAreas(
        energy,
        codes,
        'energy { electricityUse source { table } sources { fields source { table } } }',
      )
      expect(energy.database.statements - before).toBe(3)
    })
  })

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
      await importTable([energy, second], whole())
      const twice = importTable([energy, { ...second, name: 'second' }], emptier())
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
      const { entities } = await askAreas(energy, ['GM8001'], 'energy { source { retrievedAt datedByFile } }')
      expect(entities).toEqual([{ energy: { source: { retrievedAt: october, datedByFile: true } } }])
    })
  })
})
