/**
 * Bytes of a text file as UTF-8 without a byte order mark. Knows UTF-8 (and so ASCII) and Windows-1252, decided over the
 * whole file; everything else is refused rather than read as something it is not.
 */
import { Buffer, isUtf8 } from 'node:buffer'
import { ImportRefused } from './table.ts'

/** Bytes 0x80 to 0x9f; a blank is undefined. By hand, since TextDecoder of Node 20 takes them for Latin-1. */
const highest1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

export function decodeText(origin: string, bytes: Buffer): Buffer {
  const remedy = 'Save it as UTF-8, or download it again as CSV.'
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new ImportRefused(origin, 'it is UTF-16, not UTF-8 or Windows-1252', remedy)
  }
  const zero = bytes.indexOf(0)
  if (zero >= 0) {
    const problem = `it is not UTF-8 or Windows-1252 text: byte ${zero + 1} is zero`
    throw new ImportRefused(origin, problem, remedy, { line: lineOf(bytes, zero) })
  }
  const hasByteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  if (isUtf8(bytes)) return hasByteOrderMark ? bytes.subarray(3) : bytes
  if (hasByteOrderMark)
    throw new ImportRefused(origin, 'it begins as UTF-8 but is not UTF-8 further on', remedy)
  const stray = bytes.findIndex((byte) => byte >= 0x80 && in1252(byte) === ' ')
  if (stray >= 0) {
    const hex = bytes[stray]?.toString(16)
    const problem = `it is neither UTF-8 nor Windows-1252: byte ${stray + 1} is 0x${hex}`
    throw new ImportRefused(origin, problem, remedy, { line: lineOf(bytes, stray) })
  }
  return Buffer.concat([...slicesOf(bytes)].map(from1252))
}

function from1252(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').replace(/[\x80-\x9f]/g, (byte) => in1252(byte.charCodeAt(0)) ?? byte)
  return Buffer.from(text, 'utf8')
}

/** A whole country as one text would take several times its bytes. */
function* slicesOf(bytes: Buffer): Generator<Buffer> {
  const size = 1024 * 1024
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** The character of a byte that Latin-1 has otherwise. */
function in1252(byte: number): string | undefined {
  return highest1252[byte - 0x80]
}

function lineOf(bytes: Buffer, end: number): number {
  let line = 1
  for (let at = bytes.indexOf(10); at >= 0 && at < end; at = bytes.indexOf(10, at + 1)) line++
  return line
}
