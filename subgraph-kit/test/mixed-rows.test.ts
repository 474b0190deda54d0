/**
 * Databases of earlier versions are read on: each figure has the source it is from, or none where that is not
 * known.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeOnDatabases } from './requirements.ts'
import { importTable, type ImportOptions } from '@samenhang/subgraph-kit/import'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { makeTable, makeTestData, type TestData } from '@samenhang/subgraph-kit/testing'
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

describeOnDatabases('a database of before', (kind) => {
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

  it('is read on: an import that is there is one source of all its figures', async () => {
    await take(use())
    const { knex } = energy.database
    await knex.schema.alterTable('source', (table) => {
      table.dropColumns('dated_by_file', 'parts')
    })
    await knex('migration').where('name', 'parts of sources').delete()
    await energy.close()
    energy = await openEnergy(data.environment)
    expect((await stored()).from).toEqual({ electricityUse: october, gasUse: october })
    expect(await take(cost({ retrievedAt: november }))).toBe('MERGED')
    expect((await stored()).figures).toEqual([2_050, 900, 1_500])
  })

  describe('a row of before that a forced import left figures of an older one in', () => {
    /** As an import was written before: the columns it had, and no others. */
    async function mix(older: readonly PublishedTable[], forced: PublishedTable) {
      for (const table of older) await take(table, { force: true })
      const { knex } = energy.database
      const before = (await knex('energy_profile').first()) as Record<string, unknown>
      await take(forced, { force: true })
      const { electricity_use, gas_use } = before
      await knex('energy_profile').update({ electricity_use, gas_use })
      await knex('migration').where('name', 'rows of one import').delete()
      await energy.close()
      energy = await openEnergy(data.environment)
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
