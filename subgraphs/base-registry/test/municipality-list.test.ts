/** Lists of municipalities give the hierarchy its provinces; what is no such list is not taken. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cbsFile, describeOnDatabases, itWith } from '@samenhang/subgraph-kit/requirements'
import { importTable } from '@samenhang/subgraph-kit/import'
import { importRecords, openRecordsFile } from '@samenhang/subgraph-kit/records-file'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { askSubgraph, makeTable, makeTestData, type TestData, silent } from '@samenhang/subgraph-kit/testing'
import { subgraph } from '../src/index.ts'

describeOnDatabases('a list of municipalities', (kind) => {
  let data: TestData
  let registry: RunningSubgraph

  beforeEach(async () => {
    data = await makeTestData(kind)
    registry = await subgraph.open({ environment: data.environment, logger: silent })
  })
  afterEach(async () => {
    await registry.close()
    await data.remove()
  })

  const ask = async (query: string) => (await askSubgraph(registry, { query })).data
  const table = (period: number) =>
    makeTable({ period, headers: ['AantalInwoners_5'], rows: { BU05990110: ['18050'] } })

  async function importList(text: string, options = {}) {
    const path = join(data.directory, 'Gemeenten alfabetisch 2022.csv')
    writeFileSync(path, text)
    const file = await openRecordsFile(path, options)
    return file && importRecords(registry.formats, file)
  }
  const header = 'Gemeentecode,GemeentecodeGM,Gemeentenaam,Provinciecode,ProvinciecodePV,Provincienaam'

  it('gives the hierarchy its provinces', async () => {
    await importTable([registry], table(2022))
    expect(await importList(`${header}\n0599,GM0599,Rotterdam,28,PV28,Zuid-Holland\n`)).toEqual([
      { subgraph: 'base-registry', format: 'list of municipalities', rows: 1, outcome: 'STORED' },
    ])
    expect(
      await ask(
        '{ neighbourhood(code: "BU05990110") { province { name municipalities { totalCount nodes { name } } } } }',
      ),
    ).toEqual({
      neighbourhood: {
        province: { name: 'Zuid-Holland', municipalities: { totalCount: 1, nodes: [{ name: 'Rotterdam' }] } },
      },
    })
  })

  it('the same list twice changes nothing and says so; a corrected one is stored', async () => {
    const list = `${header}\n0599,GM0599,Rotterdam,28,PV28,Zuid-Holland\n`
    const outcome = async (text: string) => (await importList(text))?.[0]?.outcome
    expect(await outcome(list)).toBe('STORED')
    expect(await outcome(list)).toBe('UNCHANGED')
    expect(await outcome(list.replace('PV28,Zuid-Holland', 'PV30,Noord-Brabant'))).toBe('STORED')
    expect(await ask('{ municipality(code: "GM0599") { province { name } } }')).toEqual({
      municipality: { province: { name: 'Noord-Brabant' } },
    })
    expect(await outcome(list)).toBe('STORED')
  })

  it.each([
    [
      '0599,GM599,Rotterdam,28,PV28,Zuid-Holland',
      /line 2, column GemeentecodeGM: «GM599» is not an area code/,
    ],
    ['0599,GM0599,,28,PV28,Zuid-Holland', /line 2, column Gemeentenaam: the cell is empty/],
    [
      '0599,GM0599,Rotterdam,28,PV28,Zuid-Holland\n0599,GM0599,Rotterdam,28,PV28,Zuid-Holland',
      /stands twice, first on line 2/,
    ],
    ['0599,GM0599,Rotterdam', /line 2/],
    ['', /no rows/],
  ])('a wrong list is refused with its place, and nothing is stored: %s', async (rows, message) => {
    await expect(importList(`${header}\n${rows}`)).rejects.toThrow(message)
    expect(await ask('{ province(code: "PV28") { name } }')).toEqual({ province: null })
  })

  it('a file that is no list of ours is not taken', async () => {
    expect(await importList('a,b\n1,2\n')).toBeNull()
  })

  const published = cbsFile('gemeenten-2019/Gemeenten alfabetisch 2019.csv')
  itWith(published, 'the real list of 2019 is read whole', async () => {
    const file = await openRecordsFile(published.path)
    expect(file && (await importRecords(registry.formats, file))?.[0]?.rows).toBe(355)
    expect(await ask('{ country { provinces { totalCount } municipalities { totalCount } } }')).toEqual({
      country: { provinces: { totalCount: 12 }, municipalities: { totalCount: 355 } },
    })
  })

  it('is known again after a newer release renamed one', async () => {
    const list = `${header}\n8001,GM8001,Proefdam,28,PV28,Zuid-Holland\n`
    const retrieved = { retrievedAt: '2025-01-01' }
    const renamed = makeTable({
      period: 2022,
      headers: ['AantalInwoners_5'],
      rows: { GM8001: ['820'] },
      names: { GM8001: 'Gemeente stad' },
      retrievedAt: '2025-02-01T00:00:00.000Z',
    })
    await importList(list, retrieved)
    await importTable([registry], renamed)
    expect(await ask('{ municipality(code: "GM8001") { name } }')).toEqual({
      municipality: { name: 'Gemeente stad' },
    })
    expect((await importList(list, retrieved))?.[0]?.outcome).toBe('UNCHANGED')
  })
})
