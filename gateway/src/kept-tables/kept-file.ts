/**
 * One kept file, read in blocks each of which is compared with its hash before it is given: what was damaged on the disk is never given. It stays readable
 * while it is open, also where it is thrown away meanwhile.
 */
import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'

/** Bytes that are hashed together: what is read of a file before its first byte is sent. */
export const blockBytes = 262_144

/** What is known of the bytes of a file. */
export interface Blocks {
  readonly bytes: number
  /** SHA-256 of the whole, in hexadecimal. */
  readonly sha256: string
  /** SHA-256 of each block in turn, in hexadecimal. */
  readonly blocks: readonly string[]
}

/** The bytes are not those that were kept. */
export class KeptFileDamaged extends Error {
  override readonly name = 'KeptFileDamaged'
}

export interface OpenedFile {
  /** The bytes from `from` up to and including `to`. Throws KeptFileDamaged. */
  read(from: number, to: number): AsyncGenerator<Buffer>
  close(): Promise<void>
}

/** Rejects with KeptFileDamaged where there is no such file, or it has another length. */
export async function openKeptFile(
  path: string,
  { bytes, blocks }: Pick<Blocks, 'bytes' | 'blocks'>,
): Promise<OpenedFile> {
  const file = await open(path, 'r').catch(() => {
    throw new KeptFileDamaged('A kept file is gone')
  })
  const { size } = await file.stat()
  if (size !== bytes || blocks.length !== Math.ceil(bytes / blockBytes)) {
    await file.close()
    throw new KeptFileDamaged('A kept file has another length')
  }
  return {
    async *read(from, to) {
      for (let index = Math.floor(from / blockBytes); index * blockBytes <= to; index += 1) {
        const start = index * blockBytes
        const block = await blockAt(file, start, Math.min(blockBytes, bytes - start))
        if (sha256(block) !== blocks[index]) throw new KeptFileDamaged('A kept file was changed')
        yield block.subarray(Math.max(0, from - start), Math.min(block.byteLength, to + 1 - start))
      }
    },
    close: () => file.close(),
  }
}

async function blockAt(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const block = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(block, filled, length - filled, start + filled)
    if (bytesRead === 0) throw new KeptFileDamaged('A kept file became shorter')
    filled += bytesRead
  }
  return block
}

/** Hashes bytes as they come, block by block. */
export function blockHashes(): { add(part: Uint8Array): void; end(): Blocks } {
  const whole = createHash('sha256')
  const blocks: string[] = []
  let current = createHash('sha256')
  let bytes = 0
  return {
    add(part) {
      whole.update(part)
      for (let from = 0; from < part.byteLength;) {
        const left = blockBytes - (bytes % blockBytes)
        const piece = part.subarray(from, from + left)
        current.update(piece)
        from += piece.byteLength
        bytes += piece.byteLength
        if (bytes % blockBytes === 0) {
          blocks.push(current.digest('hex'))
          current = createHash('sha256')
        }
      }
    },
    end() {
      if (bytes % blockBytes > 0) blocks.push(current.digest('hex'))
      return { bytes, sha256: whole.digest('hex'), blocks }
    },
  }
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
