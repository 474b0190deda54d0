/** A kept file as a reader of Parquet takes it. */
import type { AsyncBuffer } from 'hyparquet'
import type { OpenedFile } from '../kept-tables/kept-file.ts'

export function figureBuffer(byteLength: number, read: OpenedFile['read']): AsyncBuffer {
  return {
    byteLength,
    async slice(start, end = byteLength) {
      const from = start < 0 ? byteLength + start : start
      const parts: Buffer[] = []
      for await (const part of read(from, end - 1)) parts.push(part)
      return new Uint8Array(Buffer.concat(parts)).buffer
    },
  }
}
