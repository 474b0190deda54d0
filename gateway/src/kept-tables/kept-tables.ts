/**
 * Tables that were given once, kept as files: of the newest state of the data, and of the last five imports of each table and year that they read. Where
 * they are kept, the same address with the name of its snapshot gives the very same bytes, also after an import and after a restart.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { GraphState } from '../operation/graph-state.ts'
import { isExpired } from './imports-since.ts'
import { keptFiles, type Kept, type KeptFiles, type KeptFileWriter } from './kept-files.ts'
import { openSnapshots, type Snapshot, type Snapshots } from './snapshots.ts'
import { sweep } from './sweep.ts'

/** What is told of a kept table. */
export interface KeptTableFacts {
  /** The snapshot that it was made of. */
  readonly snapshot: string
  readonly graph: string
  /** The versions of the data that it reads, by subgraph. */
  readonly versions: Readonly<Record<string, string>>
  /** The operation, with its directives of tables. */
  readonly text: string
  /** With its quotes. */
  readonly etag: string
  readonly contentType: string
  readonly isCompressible: boolean
}

export type KeptTable = Kept<KeptTableFacts>

/** An address without the name of a snapshot: of a table in a format, or of its dictionary. */
export interface TableAddress {
  /** Its path without endings. */
  readonly address: string
  /** Of the format; null for the dictionary. */
  readonly suffix: string | null
  readonly search: string
}

export interface TableWriter extends Pick<KeptFileWriter<KeptTableFacts>, 'write' | 'abandon'> {
  keep(facts: KeptTableFacts): Promise<KeptTable>
}

export interface KeptTables {
  readonly files: KeptFiles<KeptTableFacts>
  readonly snapshots: Snapshots
  /** The table at this address as it is now, where it is kept and its operation is this text. */
  current(at: TableAddress, text: string, state: GraphState): Promise<KeptTable | undefined>
  /** The table at this address as it was. */
  ofSnapshot(at: TableAddress, snapshot: Snapshot): Promise<KeptTable | undefined>
  /** Undefined where nothing can be written; the table is then given and not kept. */
  write(at: TableAddress): Promise<TableWriter | undefined>
  /** Throws away what is too much or too old. Called after what is kept; resolves at once where there is nothing to do. */
  tidy(): Promise<void>
}

export interface KeptTablesOptions {
  readonly folder: string
  /** Bytes of all tables; one has a quarter at most. */
  readonly bytes: number
  readonly now?: () => Date
}

const mostFiles = 10_000

export function openKeptTables({ folder, bytes, now }: KeptTablesOptions): KeptTables {
  const files = keptFiles<KeptTableFacts>(join(folder, 'kept'), Math.floor(bytes / 4))
  const snapshots = openSnapshots(join(folder, 'snapshots'), now)
  // Other processes add too, so each looks again after a part of the whole, and leaves room for as much.
  const step = bytes / 16
  let added = step
  let newest: string | undefined
  const tidyOnce = async (): Promise<void> => {
    const all = await snapshots.list()
    const last = all.at(-1)?.name
    if (added < step && last === newest) return
    const counted = added
    await sweep(files, {
      ...{ bytes: bytes - step, files: mostFiles },
      isExpired: ({ told }) => isExpired(told.snapshot, Object.keys(told.versions), all),
    })
    newest = last
    added -= counted
  }
  let isDue = false
  let tidying: Promise<void> | undefined
  const tidy = async (): Promise<void> => {
    while (isDue) {
      isDue = false
      await tidyOnce()
    }
  }
  const find = async (
    at: TableAddress,
    isWanted: (facts: KeptTableFacts) => boolean,
  ): Promise<KeptTable | undefined> => (await files.list(groupOf(at))).find(({ told }) => isWanted(told))
  return {
    files,
    snapshots,
    current: (at, text, { graph, versions }) =>
      find(
        at,
        (told) => told.text === text && told.graph === graph && isOf(told, (name) => versions.get(name)),
      ),
    ofSnapshot: (at, { graph, versions }) =>
      find(at, (told) => told.graph === graph && isOf(told, (name) => versions[name])),
    async write(at) {
      const writer = await files.write(groupOf(at)).catch(() => undefined)
      return (
        writer && {
          ...writer,
          async keep(facts) {
            const version = facts.etag.replaceAll(/[^\w-]/g, '')
            const kept = await writer.keep(() => ({ version, told: facts }))
            added += kept.bytes
            return kept
          },
        }
      )
    },
    tidy() {
      isDue = true
      return (tidying ??= tidy().finally(() => (tidying = undefined)))
    },
  }
}

function isOf({ versions }: KeptTableFacts, versionOf: (subgraph: string) => string | undefined): boolean {
  return Object.entries(versions).every(([name, version]) => versionOf(name) === version)
}

/** The order of parameters makes no difference. */
function groupOf({ address, suffix, search }: TableAddress): string {
  const parameters = [...new URLSearchParams(search)].filter(([name]) => name !== 'snapshot')
  parameters.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
  const content = JSON.stringify([address, suffix, parameters])
  return createHash('sha256').update(content).digest('base64url').slice(0, 32)
}
