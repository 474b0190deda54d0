/** Tables that are kept as files: given by ranges, with the same bytes after a restart and in every process, and never damaged, short or from the past. */
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { asyncBufferFromUrl, parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { keptHubs, newFolder, type KeptHub } from './open-kept.ts'

const open = keptHubs({
  regions: '{ regions { nodes { code name figures { amount share } } } }',
  wide: `{ regions { nodes { ${Array.from({ length: 20 }, (_, index) => `c${String(index)}: name`).join(' ')} figures { amount } } } }`,
})

/** The files in which tables are kept, without their descriptions. */
function dataFiles({ folder }: KeptHub): readonly string[] {
  return readdirSync(join(folder, 'kept'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
}

describe('ranges', () => {
  it('a kept table is given whole, by HEAD and by every kind of range, with the same ETag', async () => {
    const hub = await open()
    const whole = await hub.bytes('regions.parquet')
    const { body } = whole
    const size = body.byteLength
    const etag = whole.headers.get('etag') ?? ''
    expect([whole.status, whole.headers.get('accept-ranges'), etag]).toEqual([
      200,
      'bytes',
      expect.stringMatching(/^"/),
    ])
    const fetches = hub.state.fetches.regions
    const asked: readonly [string, number, Buffer | null, string | null][] = [
      ['bytes=0-3', 206, body.subarray(0, 4), `bytes 0-3/${size}`],
      ['bytes=4-', 206, body.subarray(4), `bytes 4-${size - 1}/${size}`],
      ['bytes=-8', 206, body.subarray(size - 8), `bytes ${size - 8}-${size - 1}/${size}`],
      [`bytes=10-${size + 99}`, 206, body.subarray(10), `bytes 10-${size - 1}/${size}`],
      ['bytes=0-1,2-5', 206, body.subarray(0, 6), `bytes 0-5/${size}`],
      ['bytes=0-1,8-9', 200, body, null],
      [`bytes=${size}-`, 416, null, `bytes */${size}`],
      ['bytes=5-2', 416, null, `bytes */${size}`],
      ['rows=0-1', 200, body, null],
      ['bytes', 200, body, null],
    ]
    for (const [range, status, part, contentRange] of asked) {
      const answer = await hub.bytes('regions.parquet', { range })
      expect([range, answer.status, answer.headers.get('content-range')]).toEqual([
        range,
        status,
        contentRange,
      ])
      if (part) expect(answer.body.equals(part)).toBe(true)
      expect(Number(answer.headers.get('content-length'))).toBe(part?.byteLength ?? 0)
    }
    for (const [condition, status] of [
      [etag, 206],
      ['"other"', 200],
      [`W/${etag}`, 200],
      ['Mon, 30 Nov 2026 00:00:00 GMT', 200],
    ] as const)
      expect((await hub.bytes('regions.parquet', { range: 'bytes=0-0', 'if-range': condition })).status).toBe(
        status,
      )
    const head = await hub.table('regions.parquet', { method: 'HEAD', headers: { range: 'bytes=0-3' } })
    expect([head.status, head.headers.get('content-length'), head.headers.get('etag')]).toEqual([
      200,
      String(size),
      etag,
    ])
    expect((await hub.bytes('regions.parquet', { 'if-none-match': etag })).status).toBe(304)
    expect(hub.state.fetches.regions).toBe(fetches)
  })

  it('who begins with HEAD, or with a range, gets a file that is made for it', async () => {
    const hub = await open()
    hub.state.regions = 6_000
    const head = await hub.table('wide.csv', { method: 'HEAD', headers: { 'accept-encoding': 'identity' } })
    const part = await hub.bytes('wide.csv', { range: 'bytes=0-99' })
    const whole = await hub.bytes('wide.csv')
    expect([head.headers.get('accept-ranges'), head.headers.get('content-length')]).toEqual([
      'bytes',
      String(whole.body.byteLength),
    ])
    expect([part.status, part.body.equals(whole.body.subarray(0, 100))]).toEqual([206, true])
    const first = await hub.bytes('wide.parquet', { range: 'bytes=-4' })
    expect([first.status, first.body.toString()]).toEqual([206, 'PAR1'])
  })

  it('a reader of Parquet over HTTP takes a part of the file only', async () => {
    const hub = await open()
    hub.state.regions = 30_000
    await hub.table('wide.parquet', { method: 'HEAD' })
    let taken = 0
    const file = await asyncBufferFromUrl({
      url: `${hub.base}/q/wide.parquet`,
      async fetch(input, init) {
        const response = await fetch(input, init)
        if (init?.method !== 'HEAD') taken += Number(response.headers.get('content-length'))
        return response
      },
    })
    const rows = await parquetReadObjects({ file, columns: ['c0'], rowStart: 12_000, rowEnd: 12_010 })
    expect(rows[0]).toEqual({ c0: 'Region 12000' })
    expect(taken).toBeGreaterThan(0)
    expect(taken).toBeLessThan(file.byteLength / 5)
  })

  it('a table that is not kept says that it has no ranges', async () => {
    const hub = await open({ bytes: 100_000 })
    hub.state.regions = 6_000
    const answer = await hub.bytes('wide.csv', { range: 'bytes=0-99' })
    expect([answer.status, answer.headers.get('accept-ranges')]).toEqual([200, 'none'])
    expect(answer.body.toString().split('\r\n').length).toBe(6_002)
    expect(dataFiles(hub)).toEqual([])
  })
})

describe('the bytes', () => {
  it('are the same after a restart, without a fetch, and in another process at the same folder', async () => {
    const folder = newFolder()
    const [one, other] = await Promise.all([open({ folder }), open({ folder })])
    const both = await Promise.all([one.bytes('regions.parquet'), other.bytes('regions.parquet')])
    expect(both[0].body.equals(both[1].body)).toBe(true)
    expect(dataFiles(one).length).toBe(1)
    const restarted = await open({ folder })
    const again = await restarted.bytes('regions.parquet')
    expect([again.body.equals(both[0].body), again.headers.get('etag')]).toEqual([
      true,
      both[0].headers.get('etag'),
    ])
    expect(restarted.state.fetches.regions).toBe(0)
  })

  it('are not given where the file was changed, shortened or lost: the table is made anew', async () => {
    const hub = await open()
    hub.state.regions = 3_000
    const { body } = await hub.bytes('wide.csv')
    const damages: readonly ((file: string) => void)[] = [
      (file) => {
        const bytes = readFileSync(file)
        bytes[10] = (bytes[10] ?? 0) ^ 1
        writeFileSync(file, bytes)
      },
      (file) => truncateSync(file, 10),
      (file) => writeFileSync(file, ''),
      (file) => {
        for (const name of readdirSync(dirname(file)))
          if (name.endsWith('.json')) writeFileSync(join(dirname(file), name), '{}')
      },
    ]
    for (const damage of damages) {
      for (const file of dataFiles(hub)) damage(file)
      const before = hub.state.fetches.regions
      const again = await hub.bytes('wide.csv')
      expect([again.status, again.body.equals(body)]).toEqual([200, true])
      expect(hub.state.fetches.regions).toBeGreaterThan(before)
    }
  })

  it('are a broken transfer where a block behind the first was changed', async () => {
    const hub = await open()
    hub.state.regions = 6_000
    await hub.table('wide.csv', { method: 'HEAD' })
    const [file = ''] = dataFiles(hub)
    const bytes = readFileSync(file)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    writeFileSync(file, bytes)
    expect(bytes.length).toBeGreaterThan(300_000)
    await expect(hub.bytes('wide.csv')).rejects.toThrow()
    expect((await hub.bytes('wide.csv')).status).toBe(200)
  })

  it('are those of a table that was given whole: one that broke off is not kept', async () => {
    const hub = await open()
    hub.state.regions = 6_000
    hub.state.failsFrom = { regions: 6 }
    await expect(hub.bytes('wide.csv')).rejects.toThrow()
    expect(dataFiles(hub)).toEqual([])
    hub.state.failsFrom = {}
    expect((await hub.bytes('wide.csv')).body.toString().split('\r\n').length).toBe(6_002)
    expect(dataFiles(hub).length).toBe(1)
  })

  it('are for their owner alone, in folders of their owner', async () => {
    const hub = await open()
    await hub.bytes('regions.csv')
    const modes = readdirSync(hub.folder, { recursive: true, withFileTypes: true }).map((entry) => [
      entry.isFile(),
      statSync(join(entry.parentPath, entry.name)).mode & 0o777,
    ])
    expect(modes.length).toBeGreaterThan(4)
    expect(modes.filter(([isFile, mode]) => mode !== (isFile ? 0o600 : 0o700))).toEqual([])
  })

  it('asked with a token are neither kept nor given from what is kept', async () => {
    const hub = await open()
    await hub.bytes('regions.csv', { 'x-hub-purpose': 'x' })
    expect(readdirSync(hub.folder)).not.toContain('kept')
  })
})

describe('compression', () => {
  it('text is compressed where it is accepted, kept or not, and Parquet never is', async () => {
    const hub = await open()
    const plain = await hub.bytes('regions.csv')
    for (const path of ['regions.csv', 'regions.tsv', 'regions.ndjson', 'regions.json']) {
      const answer = await hub.table(path, { headers: { 'accept-encoding': 'gzip' } })
      expect([path, answer.headers.get('content-encoding'), answer.headers.get('accept-ranges')]).toEqual([
        path,
        'gzip',
        'none',
      ])
      expect(answer.headers.get('etag')).toMatch(/^W\/"/)
      expect(answer.headers.get('vary')).toContain('accept-encoding')
      if (path === 'regions.csv')
        expect(Buffer.from(await answer.arrayBuffer()).equals(plain.body)).toBe(true)
    }
    const parquet = await hub.table('regions.parquet', { headers: { 'accept-encoding': 'gzip' } })
    expect([parquet.headers.get('content-encoding'), parquet.headers.get('accept-ranges')]).toEqual([
      null,
      'bytes',
    ])
    const part = await hub.table('regions.csv', {
      headers: { 'accept-encoding': 'gzip', range: 'bytes=0-3' },
    })
    expect([part.status, part.headers.get('content-encoding'), await part.text()]).toEqual([
      206,
      null,
      'code',
    ])
  })

  it('a compressed table that breaks off has no clean end', async () => {
    const hub = await open({ bytes: 1_000 })
    hub.state.regions = 6_000
    const whole = await hub.bytes('wide.csv')
    const fetches = hub.state.fetches.regions
    hub.state.failsFrom = { regions: 2 * fetches }
    await expect(
      hub.table('wide.csv', { headers: { 'accept-encoding': 'gzip' } }).then((answer) => answer.text()),
    ).rejects.toThrow()
    expect(whole.status).toBe(200)
    expect(() => gunzipSync(Buffer.from('1f8b', 'hex'))).toThrow()
  })
})

describe('the bounds', () => {
  it('what is kept stays below the cap: the oldest goes first, and what others came back to last', async () => {
    const hub = await open({ bytes: 20_000 })
    await hub.bytes('regions.csv?limit=29')
    await hub.bytes('regions.csv?limit=29')
    for (let limit = 1; limit <= 28; limit += 1) await hub.bytes(`regions.ndjson?limit=${String(limit)}`)
    await hub.keptTables.tidy()
    const bytes = dataFiles(hub).reduce((sum, file) => sum + statSync(file).size, 0)
    expect(bytes).toBeLessThanOrEqual(20_000)
    expect(bytes).toBeGreaterThan(10_000)
    const fetches = hub.state.fetches.regions
    await hub.bytes('regions.csv?limit=29')
    expect(hub.state.fetches.regions).toBe(fetches)
    await hub.bytes('regions.ndjson?limit=1')
    expect(hub.state.fetches.regions).toBe(fetches + 1)
  })
})
