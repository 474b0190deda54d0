/**
 * What is loaded (years, sources, numbers of areas) is told without reading the figures, and is right after
 * every import.
 */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnDatabases } from './requirements.ts'
import { importTable } from '../src/import.ts'
import type { RunningSubgraph } from '../src/subgraph.ts'
import { askSubgraph, makeTable, makeTestData, type TestData } from '../src/testing.ts'
import { openEnergy } from './energy-subgraph.ts'

const figuresOf = (codes: readonly string[], retrievedAt: string) =>
  makeTable({
    period: 2023,
    headers: ['Kosten_70'],
    rows: Object.fromEntries(codes.map((code) => [code, ['1.5']])),
    retrievedAt,
  })

describeOnDatabases('what is loaded', (kind) => {
  let data: TestData
  let energy: RunningSubgraph

  beforeEach(async () => {
    data = await makeTestData(kind)
    energy = await openEnergy(data.environment)
    await importTable([energy], figuresOf(['GM0363', 'GM0518', 'GM0599'], '2024-01-01'))
  })
  afterEach(async () => {
    await energy.close()
    await data.remove()
  })

  async function loaded(subgraph = energy) {
    const answer = await askSubgraph(subgraph, {
      query: '{ datasets { energy { period areas source { retrievedAt } } } }',
    })
    return answer.data?.['datasets']
  }

  const counts = (...areas: readonly (readonly [number, string])[]) => ({
    energy: areas.map(([count, retrievedAt]) => ({ period: 2023, areas: count, source: { retrievedAt } })),
  })

  it('is told without reading the rows of figures', async () => {
    await energy.database.knex.schema.renameTable('energy_profile', 'hidden')
    expect(await loaded()).toEqual(counts([3, '2024-01-01']))
  })

  it('an import that replaces some areas leaves its source the others, and one that fails leaves all', async () => {
    await importTable([energy], figuresOf(['GM0363'], '2024-02-01'))
    const after = counts([1, '2024-02-01'], [2, '2024-01-01'])
    expect(await loaded()).toEqual(after)
    const transaction = await energy.database.begin()
    await transaction('energy_profile').delete()
    await transaction.rollback()
    expect(await loaded()).toEqual(after)
  })

  it('is counted where a hub stored it that did not count', async () => {
    const { knex } = energy.database
    await knex.schema.dropTable('loaded')
    await knex('migration').whereLike('name', 'counts of %').delete()
    const newer = await openEnergy(data.environment)
    expect(await loaded(newer)).toEqual(counts([3, '2024-01-01']))
    await newer.close()
  })

  // SQLite has one writer at a time.
  it.runIf(kind === 'PostgreSQL')('two that write at once are both counted', async () => {
    const other = await openEnergy(data.environment)
    const write = (subgraph: RunningSubgraph, code: string) =>
      importTable([subgraph], figuresOf([code], `2024-02-0${code.at(-1) ?? ''}`))
    await Promise.all([write(energy, 'GM0001'), write(other, 'GM0002')])
    const { energy: sets } = (await loaded()) as { energy: { areas: number }[] }
    expect(sets.map(({ areas }) => areas).sort()).toEqual([1, 1, 3])
    await other.close()
  })
})
