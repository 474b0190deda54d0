/** Tables over HTTP: HEAD, ETags, formats by name; and that a domain that fails never makes a short file. */
import { beforeAll, describe, expect, it } from 'vitest'
import { openTables } from './open-tables.ts'
import type { RegionsHub } from './regions.ts'

const documents = {
  regions: '{ regions { nodes { code name figures { amount share } } } }',
  paged:
    'query Paged($first: Int!, $after: String) { regions(first: $first, after: $after) { nodes { code } } }',
  parts: '{ regions { nodes { code parts { nodes { code size } } } } }',
  siblings: '{ regions { nodes { code tags series { period } } } }',
  wide: `{ regions { nodes { ${Array.from({ length: 20 }, (_, index) => `c${String(index)}: name`).join(' ')} figures { amount } } } }`,
  owners: '{ owners { id } }',
}
/** Without compression. */
const plain = { 'accept-encoding': 'identity' }
const { hub: regions, csv, problem } = openTables(documents)
let hub: RegionsHub
beforeAll(() => {
  hub = regions()
})

describe('conditional requests', () => {
  it('HEAD answers as GET, without a body', async () => {
    for (const path of ['regions.csv', 'regions.json?limit=3', 'siblings.csv', 'owners.csv', 'nowhere.csv']) {
      const [get, head] = await Promise.all([
        hub.table(path, { headers: plain }),
        hub.table(path, { method: 'HEAD', headers: plain }),
      ])
      const own = (response: Response) =>
        [...response.headers].filter(
          ([name]) => !['date', 'x-hub-trace', 'connection', 'keep-alive'].includes(name),
        )
      expect([head.status, own(head)]).toEqual([get.status, own(get)])
      expect((await head.text()).length).toBe(0)
      expect(Number(get.headers.get('content-length'))).toBe((await get.arrayBuffer()).byteLength)
    }
    expect((await hub.table('regions.csv')).headers.get('accept-ranges')).toBe('none')
  })

  it('an ETag changes with the data, the format and what is asked, and else answers 304 without a fetch', async () => {
    const tags = new Set<string>()
    for (const path of [
      'regions.csv',
      'regions.tsv',
      'regions.csv?status=off',
      'regions.csv?limit=2',
      'parts.csv',
    ]) {
      const etag = (await hub.table(path, { headers: plain })).headers.get('etag') ?? ''
      tags.add(etag)
      const before = hub.state.fetches.regions
      const again = await hub.table(path, { headers: { 'if-none-match': etag } })
      expect([again.status, again.headers.get('etag'), hub.state.fetches.regions]).toEqual([
        304,
        etag,
        before,
      ])
    }
    expect(tags.size).toBe(5)
    const etag = (await hub.table('regions.csv')).headers.get('etag') ?? ''
    hub.state.version = '2'
    expect((await hub.table('regions.csv', { headers: { 'if-none-match': etag } })).status).toBe(200)
  })

  it('the ending of the address wins, then Accept, and CSV where neither says', async () => {
    const type = async (path: string, accept?: string) =>
      (await hub.table(path, accept === undefined ? {} : { headers: { accept } })).headers.get('content-type')
    expect(await type('regions.ndjson', 'text/csv')).toMatch(/^application\/x-ndjson/)
    expect(await type('regions', 'application/json;q=0.5, text/tab-separated-values')).toMatch(/^text\/tab/)
    expect(await type('regions')).toMatch(/^text\/csv/)
  })
})

describe('a domain that fails', () => {
  /** Reads to the end, as most clients do. */
  const read = async (path: string) => {
    const response = await hub.table(path)
    const whole = await response.text().then(
      (text) => text,
      () => null,
    )
    return { status: response.status, whole }
  }
  const rowsOf = (text: string): number => text.split('\r\n').length - 2

  it('before the first byte it is 502 and named, after it a broken transfer: never a short file with 200', async () => {
    hub.state.regions = 6_000
    const outcomes = { whole: 0, refused: 0, broken: 0, short: 0 }
    expect(rowsOf((await read('wide.csv')).whole ?? '')).toBe(6_000)
    const needed = hub.state.fetches.figures
    for (const name of ['regions', 'figures'] as const)
      for (let from = 1; from <= needed + 1; from += 1) {
        Object.assign(hub.state.fetches, { regions: 0, figures: 0 })
        hub.state.failsFrom = { [name]: from }
        const { status, whole } = await read('wide.csv')
        if (status === 502) {
          outcomes.refused += 1
          expect(JSON.parse(whole ?? '')).toMatchObject({ code: 'TABLE_INCOMPLETE', subgraphs: [name] })
        } else if (whole === null) outcomes.broken += 1
        else if (rowsOf(whole) === 6_000) outcomes.whole += 1
        else outcomes.short += 1
      }
    expect(outcomes.whole).toBe(2)
    expect(outcomes.short).toBe(0)
    expect(outcomes.refused).toBeGreaterThan(0)
    expect(outcomes.broken).toBeGreaterThan(0)
  })

  it('a file of any format whose last page fails is refused or a broken transfer', async () => {
    hub.state.regions = 6_000
    for (const format of ['csv', 'tsv', 'ndjson', 'json', 'arrow', 'parquet', 'xlsx']) {
      Object.assign(hub.state.fetches, { regions: 0, figures: 0 })
      hub.state.failsFrom = { regions: 6 }
      const { status, whole } = await read(`wide.${format}`)
      expect([format, whole === null ? 'broken' : status]).not.toEqual([format, 200])
      expect(hub.state.fetches.regions).toBe(6)
    }
  })

  it('data that is imported meanwhile refuses the table, or breaks it off', async () => {
    hub.state.regions = 2_500
    hub.state.atFetch = () => {
      if (hub.state.fetches.figures === 2) hub.state.version = '2'
    }
    expect(await problem('regions.csv')).toMatchObject({ status: 503, code: 'TABLE_CHANGED', retryAfter: 1 })
    Object.assign(hub.state.fetches, { regions: 0, figures: 0 })
    Object.assign(hub.state, { regions: 6_000, version: '1' })
    expect(await read('wide.csv')).toEqual({ status: 200, whole: null })
  })
})

describe('what an operator sees', () => {
  it('each answer that is read is in the log under the name of the operation, without its values', async () => {
    hub.lines.length = 0
    hub.state.regions = 1_200
    await csv('paged.csv?first=987654')
    const requests = hub.lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(requests.map(({ operation, status }) => [operation, status])).toEqual([
      ['Paged', 200],
      ['Paged', 200],
    ])
    expect(hub.lines.join('')).not.toContain('987654')
  })
})
