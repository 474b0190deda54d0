/**
 * Files that are kept in a folder which several processes share. Each stands under a group and a version, with a description beside it: what is described
 * is whole, and of two processes that keep one version at once the first does. A process that is killed, or a disk that is full, leaves nothing that is
 * found. What may stay, and for how long, is sweep.ts.
 */
import { randomBytes } from 'node:crypto'
import { link, open, readdir, readFile, rm, utimes, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '@samenhang/subgraph-kit/make-folder'
import { blockHashes, openKeptFile, sha256, type Blocks, type OpenedFile } from './kept-file.ts'

/** A file that is kept, and what was told of it. */
export interface Kept<Told> extends Blocks {
  readonly group: string
  readonly version: string
  /** The name of the file in the folder of its group. */
  readonly file: string
  readonly told: Told
}

export interface Described<Told> {
  readonly version: string
  readonly told: Told
}

/** A file that is being kept. */
export interface KeptFileWriter<Told> {
  /** Rejects where it cannot be written, or would be larger than a file may be. */
  write(part: Uint8Array): Promise<void>
  /** From now on it is found, as it is described by its SHA-256. Gives what is kept under its version, which may have been there. */
  keep(described: (sha256: string) => Described<Told>): Promise<Kept<Told>>
  /** Leaves nothing behind, unless it is kept. */
  abandon(): Promise<void>
}

export interface KeptFiles<Told> {
  readonly folder: string
  /** What is kept of a group, in no order. */
  list(group: string): Promise<readonly Kept<Told>[]>
  /** Rejects with KeptFileDamaged. */
  open(kept: Pick<Kept<Told>, 'group' | 'file' | 'bytes' | 'blocks'>): Promise<OpenedFile>
  /** What was used after it was made is thrown away after what never was. */
  noteUse(kept: Pick<Kept<Told>, 'group' | 'file'>): Promise<void>
  write(group: string): Promise<KeptFileWriter<Told>>
  remove(kept: Pick<Kept<Told>, 'group' | 'version' | 'file'>): Promise<void>
}

/** A description is two lines: the hash of the second, and this as JSON. */
type Description<Told> = Omit<Kept<Told>, 'group' | 'version'>

const ending = '.json'
const privateFile = 0o600

/** `mostBytes` is how large one file may be. */
export function keptFiles<Told>(folder: string, mostBytes: number): KeptFiles<Told> {
  const find = async (group: string, version: string): Promise<Kept<Told> | undefined> => {
    const path = join(folder, group, version + ending)
    const content = await readHashed(path)
    return content === undefined
      ? undefined
      : { group, version, ...(JSON.parse(content) as Description<Told>) }
  }
  return {
    folder,
    async list(group) {
      const names = await readdir(join(folder, group)).catch(() => [])
      const versions = names.flatMap((name) => (name.endsWith(ending) ? [name.slice(0, -ending.length)] : []))
      const found = await Promise.all(versions.map((version) => find(group, version)))
      return found.filter((kept) => kept !== undefined)
    },
    open: (kept) => openKeptFile(join(folder, kept.group, kept.file), kept),
    async noteUse({ group, file }) {
      const now = new Date()
      await utimes(join(folder, group, file), now, now).catch(() => undefined)
    },
    async write(group) {
      makeFolder(join(folder, group))
      const file = randomBytes(12).toString('hex')
      const path = join(folder, group, file)
      return writerOf(
        { file: await open(path, 'wx', privateFile), path, mostBytes },
        async (blocks, { version, told }: Described<Told>) => {
          const description: Description<Told> = { file, ...blocks, told }
          await writeHashed(join(folder, group, version + ending), JSON.stringify(description))
          const kept = await find(group, version)
          if (kept) return kept
          throw new Error('What was kept was removed at once')
        },
      )
    },
    async remove({ group, version, file }) {
      await rm(join(folder, group, version + ending), { force: true })
      await rm(join(folder, group, file), { force: true })
    },
  }
}

function writerOf<Told>(
  { file, path, mostBytes }: { readonly file: FileHandle; readonly path: string; readonly mostBytes: number },
  describe: (blocks: Blocks, described: Described<Told>) => Promise<Kept<Told>>,
): KeptFileWriter<Told> {
  const hashes = blockHashes()
  let bytes = 0
  let isOpen = true
  let isKept = false
  const close = async (): Promise<void> => {
    if (isOpen) await file.close()
    isOpen = false
  }
  return {
    async write(part) {
      bytes += part.byteLength
      if (bytes > mostBytes) throw new Error(`It is larger than ${String(mostBytes)} bytes`)
      hashes.add(part)
      for (let from = 0; from < part.byteLength;)
        from += (await file.write(part, from, part.byteLength - from)).bytesWritten
    },
    async keep(described) {
      await close()
      const blocks = hashes.end()
      const kept = await describe(blocks, described(blocks.sha256))
      isKept = path.endsWith(kept.file)
      if (!isKept) await rm(path, { force: true })
      return kept
    },
    async abandon() {
      await close()
      if (!isKept) await rm(path, { force: true })
    },
  }
}

/** What `writeHashed` wrote; undefined where there is nothing, or it was damaged, which is then removed. */
export async function readHashed(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const [hash, content = ''] = text.split('\n')
  if (hash === sha256(content)) return content
  await rm(path, { force: true })
  return undefined
}

/** Writes one line whole and with its hash, unless there is a file of that name. */
export async function writeHashed(path: string, line: string): Promise<void> {
  const temporary = `${path}-${randomBytes(6).toString('hex')}`
  try {
    const file = await open(temporary, 'wx', privateFile)
    await file.writeFile(`${sha256(line)}\n${line}`).finally(() => file.close())
    await link(temporary, path).catch((error: unknown) => {
      if (!isThere(error)) throw error
    })
  } finally {
    await rm(temporary, { force: true })
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
