/** A zip gives its files, within a budget that no claim of its own can raise. */
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { BadZip, unzip } from '../../src/statline/unzip.ts'
import { zip } from './workbook.ts'

/** One deflated file of zeros, whose directory claims it is empty. */
function bomb(size: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(size))
  const stored = zip({ a: '' })
  const start = stored.indexOf('PK\x01\x02')
  const head = Buffer.concat([stored.subarray(0, start), packed])
  const directory = Buffer.from(stored.subarray(start))
  directory.writeUInt16LE(8, 10)
  directory.writeUInt32LE(packed.length, 20)
  directory.writeUInt32LE(head.length, directory.length - 6)
  return Buffer.concat([head, directory])
}

describe('a zip', () => {
  it('gives its files', () => {
    const files = [...unzip(zip({ a: 'one', b: 'two' }), 100)].map(({ name, bytes }) => [
      name,
      bytes.toString(),
    ])
    expect(files).toEqual([
      ['a', 'one'],
      ['b', 'two'],
    ])
    expect([...unzip(bomb(50), 100)][0]?.bytes).toHaveLength(50)
  })

  it('is not unpacked beyond the budget, whatever it claims', () => {
    expect(() => [...unzip(bomb(1_000_000), 1000)]).toThrow(new BadZip('too large'))
    expect(() => [...unzip(zip({ a: 'x'.repeat(60), b: 'x'.repeat(60) }), 100)]).toThrow(
      new BadZip('too large'),
    )
  })
})
