/** "Gebieden in Nederland" through the CBS's own API, v3 and v4: what is stored is what its CSV file gives, whole or not at all. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findRecordsTable, openOdataRecords } from '@samenhang/subgraph-kit/odata-records'
import { importRecords } from '@samenhang/subgraph-kit/records-file'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { askSubgraph, makeTestData, silent, type TestData } from '@samenhang/subgraph-kit/testing'
import { startCbs, type CbsTable } from '@samenhang/subgraph-kit/cbs-server'
import { startV4, type V4Options } from '@samenhang/subgraph-kit/cbs-v4-server'
import { subgraph } from '../src/index.ts'

const id = '84929NED'
const title = 'Gebieden in Nederland 2021'

/** Topics by the group that they stand in, in the order of the table. */
const groups = ['Codes en namen van gemeenten', "Arbeidsmarktregio's", "GGD-regio's", 'Toeristengebieden']
const rows = [
  ['GM0363', 'Amsterdam', 'AM18', 'Groot Amsterdam', 'GG3406', 'GGD Amsterdam', 'TR16', 'Noord-Holland'],
  ['GM0457', 'Weesp', 'AM17', 'Gooi en Vechtstreek', 'GG3406', 'GGD Amsterdam', '', ''],
]
const topics = groups.flatMap((group) => [
  { group, topic: 'Code' },
  { group, topic: 'Naam' },
])
const keys = topics.map(({ topic }, index) => `${topic}_${String(index + 1)}`)

const inV3: CbsTable = {
  id,
  infos: { Title: title, Period: '2021' },
  areas: 'RegioS',
  keys,
  properties: [
    { ID: 0, Key: 'RegioS', Type: 'GeoDimension', Title: "Regio's" },
    ...groups.map((Title, index) => ({
      'odata.type': 'Cbs.OData.TopicGroup',
      ID: 100 + index,
      ParentID: index === 0 ? null : 99,
      Key: '',
      Title,
    })),
    {
      'odata.type': 'Cbs.OData.TopicGroup',
      ID: 99,
      ParentID: null,
      Key: '',
      Title: 'Lokaliseringen van gemeenten',
    },
    ...topics.map(({ group, topic }, index) => ({
      'odata.type': 'Cbs.OData.Topic',
      ID: index + 1,
      ParentID: 100 + groups.indexOf(group),
      Key: keys[index],
      Title: topic,
      Unit: topic.toLowerCase(),
    })),
  ],
  records: rows.map((cells, ID) => ({
    ID,
    RegioS: cells[0]!.padEnd(10),
    ...Object.fromEntries(cells.map((cell, index) => [keys[index], cell.padEnd(20)])),
  })),
}

const inV4: V4Options = {
  id,
  title,
  groups: [
    { Id: 'L', Title: 'Lokaliseringen van gemeenten', ParentId: null },
    ...groups.map((Title, index) => ({ Id: `G${String(index)}`, Title, ParentId: index === 0 ? null : 'L' })),
  ],
  measures: topics.map(({ group, topic }, index) => ({
    Identifier: `M${String(index)}`,
    Title: topic,
    Unit: topic.toLowerCase(),
    MeasureGroupId: `G${String(groups.indexOf(group))}`,
  })),
  observations: rows.flatMap((cells, row) =>
    cells.map((cell, index) => ({
      Id: row * 100 + index,
      Measure: `M${String(index)}`,
      ValueAttribute: 'None',
      Value: null,
      StringValue: cell,
      RegioS: cells[0]!,
    })),
  ),
}

/** Each interface, with a server of it. */
const interfaces = [
  ['v3', (changed: Partial<CbsTable & V4Options> = {}) => startCbs({ ...inV3, ...changed })],
  ['v4', (changed: Partial<CbsTable & V4Options> = {}) => startV4({ ...inV4, ...changed })],
] as const

describe.each(interfaces)('a table of regions by OData %s', (name, serve) => {
  let data: TestData
  let registry: RunningSubgraph
  let close: () => Promise<void>

  beforeEach(async () => {
    data = await makeTestData()
    registry = await subgraph.open({ environment: data.environment, logger: silent })
  })
  afterEach(async () => {
    await close()
    await registry.close()
    await data.remove()
  })

  async function take(changed: Partial<CbsTable & V4Options> = {}, area?: string) {
    const server = await serve(changed)
    close = () => server.close()
    const limits = { attempts: 2, firstPauseMs: 1 }
    const table = findRecordsTable(id, registry.formats)!
    const file = await openOdataRecords(table, { baseUrl: server.url, limits, area })
    const reports = await importRecords(registry.formats, file)
    return reports?.map(({ format, rows: stored, outcome }) => [format, stored, outcome])
  }
  const stored = async () =>
    (
      await askSubgraph(registry, {
        query: '{ regions { nodes { code kind name period municipalityCodes } } }',
      })
    ).data

  it('is stored with its year, and what has no kind here is left alone', async () => {
    expect(await take()).toEqual([['Gebieden in Nederland', 4, 'STORED']])
    expect(await stored()).toEqual({
      regions: {
        nodes: [
          {
            code: 'AM17',
            kind: 'LABOUR_MARKET',
            name: 'Gooi en Vechtstreek',
            period: 2021,
            municipalityCodes: ['GM0457'],
          },
          {
            code: 'AM18',
            kind: 'LABOUR_MARKET',
            name: 'Groot Amsterdam',
            period: 2021,
            municipalityCodes: ['GM0363'],
          },
          {
            code: 'GG3406',
            kind: 'GGD',
            name: 'GGD Amsterdam',
            period: 2021,
            municipalityCodes: ['GM0363', 'GM0457'],
          },
        ],
      },
    })
  })

  it.each([
    ['with an area', {}, 'GM0363', /cbs:84929NED: it is imported whole. Leave --area out/],
    ['that counts more than it sends', { count: 99 }, undefined, /cbs:84929NED: the CBS counts 99/],
    [
      'of which one region has two names',
      name === 'v3'
        ? {
            records: inV3.records.map((record) => ({ ...record, Naam_6: `${String(record['RegioS'])}naam` })),
          }
        : {
            observations: inV4.observations.map((one) =>
              one['Measure'] === 'M5' ? { ...one, StringValue: `${String(one['RegioS'])}naam` } : one,
            ),
          },
      undefined,
      /GG3406 is called/,
    ],
    [
      'of another year',
      { infos: { Title: 'Gebieden in Nederland 2020', Period: '2020' }, title: 'Gebieden in Nederland 2020' },
      undefined,
      /cbs:84929NED: its (?:metadata|title) says 2020, and the table is known as 2021/,
    ],
  ])('%s is refused, and nothing is stored', async (_, changed, area, message) => {
    await expect(take(changed, area)).rejects.toThrow(message)
    expect(await stored()).toEqual({ regions: { nodes: [] } })
  })
})
