/** Tables fetched from a server that behaves as the CBS's: whole, by area and in pages, whatever the server's page size. */
import { describe, expect, it } from 'vitest'
import { closeAfterEach, municipality, open, quick, recordOf, small, start } from './served-table.ts'
import { cellOf, rowsOf } from './tables.ts'

closeAfterEach()

describe('a table of the CBS is read through its API', () => {
  it('whole, in pages, with names, codes without padding, and nulls as they are', async () => {
    const server = await start()
    const pages: (readonly [number, number])[] = []
    const table = await open(server, { onPage: (received, total) => pages.push([received, total]) })
    const rows = await rowsOf(table)
    expect(table).toMatchObject({ origin: 'cbs:85984NED', period: 2024, rowCount: 45 })
    expect(table.source).toMatchObject({
      table: '85984NED',
      title: 'Kerncijfers wijken en buurten 2024',
      status: null,
    })
    expect(Date.now() - Date.parse(table.source.retrievedAt)).toBeLessThan(60_000)
    expect(rows.map(({ code }) => code)).toEqual(['NL00', ...municipality('0344'), ...municipality('0599')])
    expect(rows[1]).toMatchObject({
      line: 2,
      code: 'GM0344',
      name: 'Naam van GM0344',
      municipalityName: 'Testdorp',
    })
    expect(cellOf(table, rows[1], 'AantalInwoners')).toBe(5)
    expect(cellOf(table, rows[1], 'Appartement', 1)).toBeNull()
    expect(cellOf(table, rows[1], 'Appartement', 2)).toBe(1.5)
    expect(pages).toEqual([10, 20, 30, 40, 45].map((received) => [received, 45]))
  })

  it('one municipality with its districts and neighbourhoods, one district, one neighbourhood, the country', async () => {
    const server = await start()
    const codesOf = async (area: string) =>
      (await rowsOf(await open(server, { area }))).map(({ code }) => code)
    expect(await codesOf('GM0344')).toEqual(municipality('0344'))
    expect(await codesOf('WK034401')).toEqual(municipality('0344').slice(1))
    expect(await codesOf('BU03440107')).toEqual(['BU03440107'])
    expect(await codesOf('NL00')).toEqual(['NL00'])
  })

  it('more than 10,000 records, which only its feed gives', async () => {
    const codes = Array.from(
      { length: 10_500 },
      (_, at) => `BU0344${at.toString(36).toUpperCase().padStart(4, '0')}`,
    )
    const server = await start({ ...small, records: codes.map(recordOf) })
    const direct = await fetch(`${server.url}/ODataApi/odata/85984NED/TypedDataSet`)
    expect(direct.status).toBe(500)
    const table = await open(server, { limits: { ...quick, pageSize: 4000, deadlineMs: 10_000 } })
    expect(table.rowCount).toBe(10_500)
  })

  it('from a mirror that serves only the other interface', async () => {
    const server = await start()
    server.fault = (path) => (path.startsWith('/ODataFeed') ? { status: 404 } : null)
    expect(await rowsOf(await open(server))).toHaveLength(45)
  })

  it('in pages the server cuts shorter, by its nextLink but never from the host it names', async () => {
    const server = await start({ ...small, serverPage: 7 })
    expect(await rowsOf(await open(server))).toHaveLength(45)
  })

  it('with one digest however it was paged, and another for other figures', async () => {
    const server = await start()
    const other = await start({
      ...small,
      records: small.records.map((record) => ({ ...record, AantalInwoners_5: 1 })),
    })
    const one = await open(server)
    expect((await open(server, { limits: { ...quick, pageSize: 45 } })).digest).toBe(one.digest)
    expect((await open(other)).digest).not.toBe(one.digest)
  })
})
