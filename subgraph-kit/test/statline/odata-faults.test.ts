/** What happens where the CBS fails: a page is asked again, what does not come whole is refused, and whoever asked may give up. */
import { describe, expect, it } from 'vitest'
import { openOdata, type OpenOdataOptions } from '../../src/statline/odata.ts'
import type { CbsServer } from './cbs-server.ts'
import { closeAfterEach, keys, messageOf, open, quick, small, start } from './served-table.ts'
import { rowsOf } from './tables.ts'

closeAfterEach()

describe('a page that fails is asked again, and only that page', () => {
  const third = (path: string) => path.includes('/TypedDataSet?') && path.includes('$skip=20')

  async function askedForPages(server: CbsServer, options: Partial<OpenOdataOptions> = {}) {
    const reasons: string[] = []
    const table = await open(server, { ...options, onRetry: ({ reason }) => reasons.push(reason) })
    expect(await rowsOf(table)).toHaveLength(45)
    const skips = server.asked.flatMap((path) => /TypedDataSet\?.*\$skip=(\d+)/.exec(path)?.[1] ?? [])
    return { skips, reasons }
  }

  it.each([
    ['a connection cut in the middle', 'cut', /the connection broke/],
    ['a server error', { status: 503 }, /status 503/],
    ['an answer that does not come', 'hang', /no answer within 150 ms/],
  ] as const)('%s', async (_, fault, reason) => {
    const server = await start()
    server.fault = (path, times) => (third(path) && times < 2 ? fault : null)
    const deadlineMs = fault === 'hang' ? 150 : 10_000
    const { skips, reasons } = await askedForPages(server, { limits: { ...quick, deadlineMs } })
    expect(skips).toEqual(['0', '10', '20', '20', '20', '30', '40'])
    expect(reasons).toHaveLength(2)
    expect(reasons[0]).toMatch(reason)
  })

  it('too many requests: after as long as the server says', async () => {
    const server = await start()
    server.fault = (path, times) =>
      third(path) && times === 0 ? { status: 429, headers: { 'retry-after': '1' } } : null
    const pauses: number[] = []
    const table = await open(server, {
      limits: { ...quick, longestPauseMs: 1500 },
      onRetry: ({ pauseMs }) => pauses.push(pauseMs),
    })
    expect(table.rowCount).toBe(45)
    expect(pauses).toEqual([1000])
  })

  it('with pauses that grow up to a longest', async () => {
    const server = await start()
    server.fault = (path, times) => (third(path) && times < 5 ? { status: 500 } : null)
    const pauses: number[] = []
    await open(server, {
      limits: { ...quick, firstPauseMs: 4, longestPauseMs: 20 },
      onRetry: ({ pauseMs }) => pauses.push(pauseMs),
    })
    expect(pauses).toEqual([4, 8, 16, 20, 20])
  })
})

describe('what the API does not give whole is refused', () => {
  it('a page that keeps failing', async () => {
    const server = await start()
    server.fault = (path) => (path.includes('$skip=20') ? { status: 502 } : null)
    expect(await messageOf(open(server))).toBe(
      'cbs:85984NED: the CBS gave no answer to use in 6 attempts (status 502). Try again later; nothing was stored.',
    )
  })

  it('a host where nothing listens', async () => {
    const server = await start()
    await server.close()
    expect(await messageOf(open(server))).toMatch(/6 attempts \(the connection broke: ECONNREFUSED\)/)
  })

  it('fewer records than were counted', async () => {
    const server = await start({ ...small, count: 46 })
    expect(await messageOf(open(server))).toBe(
      'cbs:85984NED: the CBS counts 46 records and sent 45. Try again; nothing was stored.',
    )
  })

  it('a redirect, wherever it points', async () => {
    const server = await start()
    server.fault = (path) =>
      path.includes('TableInfos') ? { status: 302, headers: { location: 'http://elsewhere.invalid/' } } : null
    expect(await messageOf(open(server))).toContain('a redirect (302), which is not followed')
    // Of each interface, and nothing else.
    expect(server.asked).toEqual([
      expect.stringContaining('TableInfos'),
      expect.stringContaining('Properties'),
    ])
  })

  it('an answer without end', async () => {
    const server = await start()
    expect(await messageOf(open(server, { limits: { ...quick, bytes: 1000 } }))).toContain(
      'more than 1,000 bytes',
    )
  })

  it('an unknown table: its id, its title, or the API does not know it', async () => {
    const server = await start({
      ...small,
      infos: { Title: 'Nabijheid voorzieningen; wijken en buurten 2024' },
      id: '99999NED',
    })
    const openTable = (table: string) => messageOf(openOdata(table, { baseUrl: server.url, limits: quick }))
    expect(await openTable("85984NED'; drop")).toContain('unknown table')
    expect(await openTable('99999NED')).toContain('unknown table 99999NED')
    expect(await openTable('85318NED')).toContain('the CBS does not know this table')
  })

  it('a web page with status 200, whatever was asked, in the words of the page', async () => {
    const body = '\n<!DOCTYPE html><html><head><title>Er is\n een storing</title></head></html>'
    for (const part of ['TableInfos', 'TypedDataSet/$count', 'TypedDataSet?']) {
      const server = await start()
      server.fault = (path) => (path.includes(part) ? { status: 200, body } : null)
      expect(await messageOf(open(server))).toContain(
        'it sent a web page ("Er is een storing") instead of data',
      )
    }
  })

  it('an error with status 200, in its own words', async () => {
    const server = await start()
    const body = '{"odata.error":{"code":"","message":{"lang":"nl","value":"Interne fout"}}}'
    server.fault = (path) => (path.includes('TypedDataSet?') ? { status: 200, body } : null)
    expect(await messageOf(open(server))).toContain('it answered with the error "Interne fout"')
  })

  it('metadata or names that are not served, are empty, or are of another table or another state of it', async () => {
    const messageWith = async (part: string, fault: { status: number; body?: string }) => {
      const server = await start()
      server.fault = (path) => (path.includes(part) ? fault : null)
      return messageOf(open(server))
    }
    expect(await messageWith('DataProperties', { status: 404 })).toContain(
      'does not serve its DataProperties',
    )
    expect(await messageWith('DataProperties', { status: 200, body: '{"value":[]}' })).toContain(
      'the CBS sent no DataProperties of this table',
    )
    expect(await messageWith('/WijkenEnBuurten', { status: 404 })).toContain(
      'does not serve its WijkenEnBuurten',
    )
    const infos = { value: [{ Identifier: '85618NED', Title: 'Kerncijfers wijken en buurten 2023' }] }
    expect(await messageWith('TableInfos', { status: 200, body: JSON.stringify(infos) })).toContain(
      'the CBS answered with the metadata of 85618NED',
    )
    const partial = await start({ ...small, keys: keys.slice(0, -1) })
    expect(await messageOf(open(partial))).toContain('do not have what its records have: Appartement_62')
  })

  it('an area that is none, or that the table lacks', async () => {
    const server = await start()
    expect(await messageOf(open(server, { area: "GM0344') or (1 eq 1" }))).toContain(
      'is no area of the table',
    )
    expect(await messageOf(open(server, { area: 'GM9999' }))).toContain('the table has no area GM9999')
    expect(server.asked.some((path) => path.includes('1 eq 1'))).toBe(false)
  })

  it('an address that is none', async () => {
    expect(await messageOf(openOdata('85984NED', { baseUrl: 'file:///etc' }))).toContain(
      'CBS_ODATA_URL is no web address',
    )
  })
})

describe('whoever asked may give up', () => {
  it('at once, also between two attempts', async () => {
    const server = await start()
    server.fault = () => ({ status: 503 })
    const stop = new AbortController()
    const opening = open(server, {
      signal: stop.signal,
      limits: { ...quick, firstPauseMs: 60_000, longestPauseMs: 60_000 },
      onRetry: () => stop.abort(new Error('enough')),
    })
    await expect(opening).rejects.toThrow('enough')
  })
})
