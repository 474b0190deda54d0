/**
 * The files in a zip, unpacked whole or as a stream, and never beyond a budget, whatever sizes the zip claims. What comes out is what went
 * in: lengths and checksums are held against the zip's directory.
 */
import { Readable } from 'node:stream'
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { codeOf } from '../errors/error-code.ts'

export interface ZippedFile {
  readonly name: string
  readonly bytes: Buffer
}

/** A file in a zip that is not unpacked yet. */
export interface ZipEntry {
  readonly name: string
  readonly packed: Buffer
  readonly isStored: boolean
  /** As the directory has them. */
  readonly size: number
  readonly checksum: number
}

/** Why a zip cannot be looked through. */
export class BadZip extends Error {
  constructor(readonly reason: 'cut off' | 'too large') {
    super(reason)
  }
}

/** Throws BadZip where the zip has no whole directory, a file in it is damaged, or all of them pass `budget` bytes. */
export function* unzip(zip: Buffer, budget: number): Generator<ZippedFile> {
  let left = budget
  for (const entry of readDirectory(zip)) {
    const bytes = unpack(entry, left)
    left -= bytes.length
    yield { name: entry.name, bytes }
  }
}

/** Throws BadZip where the zip has no whole directory. */
export function* readDirectory(zip: Buffer): Generator<ZipEntry> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > zip.length) throw new BadZip('cut off')
  let at = zip.readUInt32LE(end + 16)
  for (let entry = zip.readUInt16LE(end + 10); entry > 0; entry--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) throw new BadZip('cut off')
    const nameLength = zip.readUInt16LE(at + 28)
    const start = zip.readUInt32LE(at + 42)
    if (start + 30 > zip.length) throw new BadZip('cut off')
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    yield {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      packed: zip.subarray(from, from + zip.readUInt32LE(at + 20)),
      isStored: zip.readUInt16LE(at + 10) === 0,
      size: zip.readUInt32LE(at + 24),
      checksum: zip.readUInt32LE(at + 16),
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}

/** The file in parts. Throws BadZip where it is damaged or passes `budget` bytes; who stops early is told nothing of what follows. */
export async function* unpackStream(entry: ZipEntry, budget: number): AsyncGenerator<Buffer> {
  const packed = Readable.from(slices(entry.packed))
  const parts = entry.isStored ? packed : packed.pipe(createInflateRaw({ chunkSize: sliceSize }))
  let size = 0
  let checksum = 0
  try {
    for await (const part of parts as AsyncIterable<Buffer>) {
      size += part.length
      if (size > budget) throw new BadZip('too large')
      checksum = crc32(part, checksum)
      yield part
    }
  } catch (error) {
    throw codeOf(error).startsWith('Z_') ? new BadZip('cut off') : error
  }
  if (size !== entry.size || checksum !== entry.checksum) throw new BadZip('cut off')
}

const sliceSize = 128 * 1024

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += sliceSize) yield bytes.subarray(at, at + sliceSize)
}

function unpack({ packed, isStored }: ZipEntry, budget: number): Buffer {
  if (isStored) {
    if (packed.length > budget) throw new BadZip('too large')
    return packed
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, budget) })
  } catch (error) {
    throw new BadZip(codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : 'cut off')
  }
}
