/**
 * A table of several batches that meets stored rows is one decision: what the last batch shows counts for the
 * first.
 */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnDatabases } from './requirements.ts'
import { importTable, type ImportOptions } from '@samenhang/subgraph-kit/import'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { makeTable, makeTestData, type TestData } from '@samenhang/subgraph-kit/testing'
import type { Cell, PublishedTable } from '../src/statline/table.ts'
import { askAreas, openEnergy } from './energy-subgraph.ts'

const october = '2025-10-31T00:00:00.000Z'
const november = '2025-11-30T00:00:00.000Z'

const use = ['Huurwoning_53', 'Huurwoning_61']
const cost = ['Kosten_70']

const codes = Array.from({ length: 1_201 }, (_, index) => `BU8001${String(index).padStart(4, '0')}`)
const [first = ''] = codes
const last = codes.at(-1) ?? ''

const rowsOf = (cells: readonly Cell[], lastCells = cells) =>
  Object.fromEntries(codes.map((code) => [code, code === last ? lastCells : cells]))

const tableOf = (
  headers: readonly string[],
  rows: Readonly<Record<string, readonly Cell[]>>,
  retrievedAt = october,
) => makeTable({ period: 2023, headers, rows, retrievedAt })

describeOnDatabases('rows of several batches that meet what is stored', (kind) => {
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

  async function stored(code: string) {
    const { entities } = await askAreas(
      energy,
      [code],
      'energy { electricityUse gasUse energyCost sources { fields source { retrievedAt } } }',
    )
    const [{ energy: profile }] = entities as [
      {
        energy: {
          electricityUse: number | null
          gasUse: number | null
          energyCost: number | null
          sources: { fields: string[]; source: { retrievedAt: string } }[]
        }
      },
    ]
    return {
      figures: [profile.electricityUse, profile.gasUse, profile.energyCost],
      from: Object.fromEntries(
        profile.sources.flatMap(({ fields, source }) => fields.map((field) => [field, source.retrievedAt])),
      ),
    }
  }
  const ofOctober = { electricityUse: october, gasUse: october, energyCost: october }
  const whole = [...use, ...cost]

  it('are refused for what the first and the last would lose, counted together, and nothing is changed', async () => {
    await take(tableOf(whole, rowsOf(['2050', '900', '1.5'])))
    const rows = { ...rowsOf(['2060', '910', '1.5'], ['2060', '910', '.']), [first]: ['2060', '.', '.'] }
    await expect(take(tableOf(whole, rows, november))).rejects.toThrow(
      '3 figures of 2023 would become missing: energy.gasUse (1), energy.energyCost (2).',
    )
    for (const code of [first, last]) {
      expect(await stored(code)).toEqual({ figures: [2_050, 900, 1_500], from: ofOctober })
    }
  })

  it('are refused for a figure of another revision in the last', async () => {
    await take(tableOf(whole, rowsOf(['2050', '900', '1.5'])))
    await expect(take(tableOf(cost, rowsOf(['1.5'], ['1.6']), november))).rejects.toThrow(
      'it is another revision, and a row is of one',
    )
    expect((await stored(first)).from).toEqual(ofOctober)
  })

  it('are of one source: what the last tells decides where the figures of the first are from', async () => {
    await take(tableOf(whole, rowsOf(['2050', '900', '1.5'], ['2050', '.', '1.5']), november))
    const given = tableOf(use, rowsOf(['2050', '900']))
    const older = { ...given, source: { ...given.source, datedByFile: true } }
    expect(await take(older)).toBe('MERGED')
    const from = { electricityUse: november, gasUse: october, energyCost: november }
    expect(await stored(first)).toEqual({ figures: [2_050, 900, 1_500], from })
    expect(await stored(last)).toEqual({ figures: [2_050, 900, 1_500], from })
    expect(await take(older)).toBe('UNCHANGED')
  })

  it('that were imported before are left alone, but for those that are another import’s now', async () => {
    const table = tableOf(whole, rowsOf(['2050', '900', '1.5']), november)
    await take(table)
    expect(await take(table)).toBe('UNCHANGED')
    await take(tableOf(whole, { [last]: ['2060', '910', '1.6'] }), { force: true })
    expect((await stored(last)).from).toEqual(ofOctober)
    expect(await take(table)).toBe('REPLACED')
    const from = { electricityUse: november, gasUse: november, energyCost: november }
    expect(await stored(last)).toEqual({ figures: [2_050, 900, 1_500], from })
    expect(await take(table)).toBe('UNCHANGED')
  })
})
