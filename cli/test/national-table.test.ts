/** The tables that `hub bench import --tables` makes are such as the importer takes, whole. */
import { join } from 'node:path'
import { openSubgraphs } from '@samenhang/gateway/subgraphs'
import { mergeSources } from '@samenhang/subgraph-kit/declared-source'
import { importTable } from '@samenhang/subgraph-kit/import'
import { openFile } from '@samenhang/subgraph-kit/statline/open-file'
import { makeTestData, silent } from '@samenhang/subgraph-kit/testing'
import { expect, test } from 'vitest'
import { declaredTables, writeNationalTable } from '../src/bench/national-table.ts'

test('a table of each declared source of many areas is imported with figures of every area', async () => {
  const data = await makeTestData()
  const subgraphs = await openSubgraphs({ environment: data.environment, logger: silent })
  try {
    const sources = mergeSources(subgraphs.map((subgraph) => subgraph.sources))
    const tables = declaredTables()
    expect(tables.map(({ source }) => source.name).sort()).toEqual(
      sources
        .filter(({ name, area }) => name !== 'KWB' && area === null)
        .map(({ name }) => name)
        .sort(),
    )
    for (const table of tables) {
      const path = join(data.directory, `${table.source.name}.csv`)
      const { rows } = await writeNationalTable(path, table, 1)
      const opened = await openFile(path, { period: table.year, table: table.table, sources })
      const { domains, areas } = await importTable(subgraphs, opened)
      const stored = domains.filter(({ outcome }) => outcome === 'STORED')
      expect(stored.reduce((sum, { figures }) => sum + figures, 0)).toBeGreaterThanOrEqual(
        table.indicators.length,
      )
      expect(Object.values(areas).reduce((sum, number) => sum + number, 0)).toBeLessThanOrEqual(rows)
    }
  } finally {
    await Promise.all(subgraphs.map((subgraph) => subgraph.close()))
    await data.remove()
  }
})
