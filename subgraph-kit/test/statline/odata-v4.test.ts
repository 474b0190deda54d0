/**
 * Tables through the CBS's OData v4 API, against a local server that answers as it does and has no v3: chosen by what answers, whole or refused,
 * and a value attribute that nobody knows refuses the table.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { openOdata, type OpenOdataOptions } from '../../src/statline/odata.ts'
import { cellWithout, ImportRefused } from '../../src/statline/table.ts'
import { sources } from './declared-slice.ts'
import { quick } from './served-table.ts'
import { rowsOf } from './tables.ts'
import { startV4, type Observation, type V4Options, type V4Server } from './v4-server.ts'

const servers: V4Server[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

const seen = (Id: number, more: Observation): Observation => ({
  Id,
  Measure: 'M1',
  ValueAttribute: 'None',
  Value: 1,
  StringValue: null,
  ...more,
})
const of = (Id: number, margin: string, year: string, Value: number | null, why = 'None', code = 'GM8001') =>
  seen(Id, {
    ValueAttribute: why,
    Value,
    WijkenEnBuurten: code,
    Leeftijd: '20300',
    Marges: margin,
    Perioden: year,
  })

const scores: V4Options = {
  id: '70001NED',
  title: 'Scores',
  measures: [{ Identifier: 'M1', Title: 'Score', Unit: 'getal', MeasureGroupId: 2 }],
  groups: [
    { Id: 1, Title: 'Welzijn', ParentId: null },
    { Id: 2, Title: 'Goed', ParentId: 1 },
  ],
  observations: [
    of(1, 'MW00000', '2020JJ00', 0.5),
    of(2, 'MOG0095', '2020JJ00', 0.4),
    of(3, 'MBG0095', '2020JJ00', 0.6),
    of(4, 'MW00000', '2022JJ00', null, 'Confidential'),
    of(5, 'MW00000', '2022JJ00', 0.7, 'None', 'NL01'),
  ],
}

const keyFigures: V4Options = {
  id: '85984NED',
  title: 'Kerncijfers wijken en buurten 2024*',
  measures: [{ Identifier: 'M1', Title: 'Aantal inwoners', Unit: 'aantal', MeasureGroupId: 1 }],
  groups: [{ Id: 1, Title: 'Bevolking', ParentId: null }],
  observations: ['GM8001', 'GM8002', 'GM8003', 'GM8004'].map((code, at) =>
    seen(at, { Value: 10 * at, WijkenEnBuurten: code }),
  ),
}

async function open(options: V4Options, more: Partial<OpenOdataOptions> = {}) {
  const server = await startV4(options)
  servers.push(server)
  const table = await openOdata(options.id, { baseUrl: server.url, sources, limits: quick, ...more })
  return { server, table }
}

async function messageOf(options: V4Options, more: Partial<OpenOdataOptions> = {}): Promise<string> {
  try {
    await rowsOf((await open(options, more)).table)
  } catch (error) {
    if (error instanceof ImportRefused) return error.message
    throw error
  }
  throw new Error('it was read')
}

describe('a table that only the v4 interface has', () => {
  it('of the key figures: every page, by the links of the server on the host that was named', async () => {
    const { server, table } = await open(keyFigures)
    expect(table).toMatchObject({ statistics: 'KWB', period: 2024, source: { table: '85984NED' } })
    const rows = await rowsOf(table)
    expect(rows.map(({ code, name }) => [code, name])).toEqual([
      ['GM8001', 'Proefstad'],
      ['GM8002', null],
      ['GM8003', null],
      ['GM8004', null],
    ])
    expect(server.asked.filter((path) => path.includes('/Observations?'))).toHaveLength(1)
  })

  it('of another source: its years, its limits and its missing figures, under the headings of its groups', async () => {
    const { table } = await open(scores)
    const rows = await rowsOf(table)
    const columns = table.columns.filter(({ name }) => name === 'Welzijn/Goed/Score')
    expect(columns.map(({ cellsOf = 'figure' }) => cellsOf)).toEqual(['figure', 'lower', 'upper'])
    expect(
      rows.map(({ code, period, cells }) => [
        code,
        period,
        ...columns.map(({ index }) => cells[index] ?? null),
      ]),
    ).toEqual([
      ['GM8001', 2020, '0.5', '0.4', '0.6'],
      ['GM8001', 2022, cellWithout('CONFIDENTIAL'), null, null],
      ['NL00', 2022, '0.7', null, null],
    ])
  })

  it('of one area: the area and the dimensions that are taken are asked for, and no others', async () => {
    const { server } = await open(scores, { area: 'GM8001' })
    expect(server.asked.find((path) => path.includes('/Observations?'))).toContain(
      "(startswith(WijkenEnBuurten,'GM8001') or startswith(WijkenEnBuurten,'WK8001') or startswith(WijkenEnBuurten,'BU8001')) and (Leeftijd eq '20300') and (Marges eq 'MW00000' or Marges eq 'MOG0095' or Marges eq 'MBG0095')",
    )
  })

  it('the same observations in other pages are the same content', async () => {
    const digests = await Promise.all(
      [2, 100].map(async (pageSize) => (await open({ ...scores, pageSize })).table.digest),
    )
    expect(new Set(digests).size).toBe(1)
  })
})

describe('what the v4 interface does not give whole is refused', () => {
  it('a value attribute that nobody knows', async () => {
    const observations = [of(1, 'MW00000', '2020JJ00', null, 'Embargoed')]
    expect(await messageOf({ ...scores, observations })).toContain(
      'column ValueAttribute: "Embargoed" is no ValueAttribute that is known',
    )
  })

  it('fewer observations than are counted, a page that stays cut off, and a table of another name', async () => {
    expect(await messageOf({ ...scores, count: 9 })).toContain('the CBS counts 9 observations and sent 5')
    expect(await messageOf({ ...scores, cutAt: 3 })).toContain('the answer was cut off')
    const server = await startV4({ ...scores, id: '70001NED' })
    servers.push(server)
    await expect(openOdata('70002NED', { baseUrl: server.url, sources, limits: quick })).rejects.toThrow(
      'the CBS does not know this table',
    )
  })

  it('a code that MeasureCodes does not have', async () => {
    const observations = [seen(1, { Measure: 'M9', WijkenEnBuurten: 'GM8001' })]
    expect(await messageOf({ ...keyFigures, observations })).toContain('"M9" is no code of MeasureCodes')
  })

  it('a server that does not count is believed as far as its links go', async () => {
    expect(await rowsOf((await open({ ...keyFigures, count: null })).table)).toHaveLength(4)
  })
})
