/**
 * A file's bytes with what the file system knows about them; whatever keeps it from being read is a refusal that says so.
 */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { codeOf } from '../errors/error-code.ts'
import { ImportRefused } from './table.ts'

export interface FileBytes {
  /** Base name, for messages. */
  readonly origin: string
  readonly bytes: Buffer
  /** SHA-256, hex. */
  readonly digest: string
  readonly modifiedAt: Date
}

const largest = 512 * 1024 * 1024

export async function readBytes(path: string): Promise<FileBytes> {
  const origin = basename(path) || path
  try {
    const stats = await stat(path)
    if (stats.isDirectory()) throw new ImportRefused(origin, 'it is a directory', 'Name the files in it.')
    if (!stats.isFile())
      throw new ImportRefused(origin, 'it is not a regular file', 'Save it as a file first.')
    if (stats.size === 0) throw new ImportRefused(origin, 'the file is empty', 'Download it again.')
    if (stats.size > largest) {
      throw new ImportRefused(
        origin,
        'it is larger than 512 MB',
        'Import it in parts, or from the CBS itself.',
      )
    }
    const bytes = await readFile(path)
    return {
      origin,
      bytes,
      digest: createHash('sha256').update(bytes).digest('hex'),
      modifiedAt: stats.mtime,
    }
  } catch (error) {
    throw error instanceof ImportRefused ? error : refusalOf(origin, error)
  }
}

function refusalOf(origin: string, error: unknown): ImportRefused {
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new ImportRefused(origin, 'there is no such file', 'Check the name and the folder.')
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new ImportRefused(origin, 'it may not be read (no permission)', 'Give yourself read permission.')
  }
  return new ImportRefused(
    origin,
    `it cannot be read (${code || String(error)})`,
    'Check the disk and try again.',
  )
}
