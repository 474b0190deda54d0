/**
 * The files in a zip, unpacked one at a time and never beyond a budget: to look into a workbook before a library reads it,
 * whatever sizes the zip claims.
 */
import { inflateRawSync } from 'node:zlib'

export interface ZippedFile {
  readonly name: string
  readonly bytes: Buffer
}

/** Why a zip cannot be looked through. */
export class BadZip extends Error {
  constructor(readonly reason: 'cut off' | 'too large') {
    super(reason)
  }
}

/** Throws BadZip where the zip has no whole directory, a file in it is damaged, or all of them pass `budget` bytes. */
export function* unzip(zip: Buffer, budget: number): Generator<ZippedFile> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > zip.length) throw new BadZip('cut off')
  let at = zip.readUInt32LE(end + 16)
  let left = budget
  for (let entry = zip.readUInt16LE(end + 10); entry > 0; entry--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) throw new BadZip('cut off')
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const bytes = unpack(zip, at, left)
    left -= bytes.length
    yield { name, bytes }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}

function unpack(zip: Buffer, entry: number, budget: number): Buffer {
  const start = zip.readUInt32LE(entry + 42)
  if (start + 30 > zip.length) throw new BadZip('cut off')
  const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
  const packed = zip.subarray(from, from + zip.readUInt32LE(entry + 20))
  if (zip.readUInt16LE(entry + 10) === 0) {
    if (packed.length > budget) throw new BadZip('too large')
    return packed
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, budget) })
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new BadZip(tooLarge ? 'too large' : 'cut off')
  }
}
