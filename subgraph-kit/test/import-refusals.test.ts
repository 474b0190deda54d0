/** What refuses an import, on both databases: the file is named with line, column and value, and nothing of it is stored. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { importTable } from '@samenhang/subgraph-kit/import'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { makeTable, makeTestData, type TestData } from '@samenhang/subgraph-kit/testing'
import { askAreas, openEnergy } from './energy-subgraph.ts'
import { table } from './energy-tables.ts'
import { describeOnDatabases } from './requirements.ts'

describeOnDatabases('an import that is refused', (kind) => {
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

  const ask = (fields: string, codes = ['GM0363']) => askAreas(energy, codes, fields)

  it('a value that is no figure refuses the file whole, with row, column and value', async () => {
    const refused = (cell: string) => importTable([energy], table({ rows: { GM0363: [cell, '1', '1', ''] } }))
    await expect(refused('-5')).rejects.toThrow('line 2, column Huurwoning_53: «-5» is negative')
    await expect(refused('-99999')).rejects.toThrow('«-99999» is no figure but a mark')
    await expect(refused('1.036')).rejects.toThrow('«1.036» may be a decimal or a thousand')
    expect(await energy.isEmpty()).toBe(true)
  })

  it('an older retrieval over a newer is refused without force, and replaces with it', async () => {
    await importTable([energy], table({ retrievedAt: '2026-02-01T00:00:00.000Z' }))
    const older = () =>
      table({ retrievedAt: '2026-01-01T00:00:00.000Z', rows: { GM0363: ['1', '1', '1', '1'] } })
    await expect(importTable([energy], older())).rejects.toThrow(/2026-02-01.*--force/)
    expect((await ask('energy { electricityUse }')).entities).toEqual([{ energy: { electricityUse: 2_050 } }])
    await importTable([energy], older(), { force: true })
    expect((await ask('energy { electricityUse }')).entities).toEqual([{ energy: { electricityUse: 1 } }])
  })

  it('a poorer table over a fuller one is refused without force', async () => {
    await importTable([energy], table())
    const poorer = makeTable({ period: 2023, headers: ['Kosten_70'], rows: { GM0363: ['2'] } })
    await expect(importTable([energy], poorer)).rejects.toThrow(/2 more indicators.*--force/)
  })

  it('a letter where a number belongs refuses the table with line and column, and nothing is stored', async () => {
    const broken = table({ rows: { GM0363: ['1', '2', '3', ''], GM0518: ['1', 'abc', '3', ''] } })
    await expect(importTable([energy], broken)).rejects.toThrow(
      'test.csv, line 3, column Huurwoning_61: «abc» is neither',
    )
    expect(await energy.isEmpty()).toBe(true)
  })

  it('a database that fails while the second subgraph writes leaves the first as it was', async () => {
    const broken: RunningSubgraph = {
      ...energy,
      prepareImport: () => ({
        columns: new Set(),
        begin: () =>
          Promise.resolve({
            write: () => Promise.reject(new Error('disk')),
            finish: () => Promise.reject(new Error('never reached')),
            rollback: () => Promise.resolve(),
          }),
      }),
    }
    await expect(importTable([energy, broken], table())).rejects.toThrow('disk')
    expect(await energy.isEmpty()).toBe(true)
  })

  it('two columns that hold one indicator are refused', async () => {
    const twice = makeTable({
      period: 2023,
      headers: ['g_ele_hu', 'Huurwoning_53', 'Huurwoning_61'],
      rows: { GM0363: ['2', '1', '3'] },
    })
    await expect(importTable([energy], twice)).rejects.toThrow(
      /«g_ele_hu» and «Huurwoning_53» both hold energy.electricityUse/,
    )
  })

  it('a table that has no column of ours is left alone', async () => {
    const other = makeTable({ period: 2023, headers: ['Andere_1'], rows: { GM0363: ['2'] } })
    expect((await importTable([energy], other)).domains[0]?.outcome).toBe('NOTHING_OF_OURS')
    expect(await energy.isEmpty()).toBe(true)
  })
})
