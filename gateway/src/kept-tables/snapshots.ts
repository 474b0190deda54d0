/**
 * The snapshots that answers were given of, in the order in which they were first seen, each with the versions of all data and what was loaded. They are
 * kept in files that several processes share, so a name means the same after a restart. What tables are kept of them is kept-tables.ts.
 */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '@samenhang/subgraph-kit/make-folder'
import type { GraphState } from '../operation/graph-state.ts'
import { isSnapshotName, snapshotName } from './snapshot-name.ts'
import { readHashed, writeHashed } from './kept-files.ts'
import type { LoadedTable } from './loaded-tables.ts'

export interface Snapshot {
  readonly name: string
  /** When it was first seen, in UTC, as ISO 8601. */
  readonly at: string
  /** What tells this graph and this version of the hub from others. */
  readonly graph: string
  /** The version of the data of each subgraph, by its name. */
  readonly versions: Readonly<Record<string, string>>
  /** What was loaded; null where the graph did not tell. */
  readonly loaded: readonly LoadedTable[] | null
}

export interface Snapshots {
  /** The snapshot of this state, which is noted where it is new; undefined where it has no name. `readLoaded` is asked then. */
  note(state: GraphState, readLoaded: () => Promise<Snapshot['loaded']>): Promise<Snapshot | undefined>
  find(name: string): Promise<Snapshot | undefined>
  /** All, the oldest first. */
  list(): Promise<readonly Snapshot[]>
}

/** More than a year of an import each day; the oldest go. */
const most = 1_000

export function openSnapshots(folder: string, now: () => Date = () => new Date()): Snapshots {
  const known = new Map<string, Snapshot>()
  const find = async (name: string): Promise<Snapshot | undefined> => {
    if (!isSnapshotName(name)) return undefined
    const found = known.get(name)
    if (found) return found
    const line = await readHashed(pathOf(name))
    if (line === undefined) return undefined
    const snapshot = JSON.parse(line) as Snapshot
    known.set(name, snapshot)
    return snapshot
  }
  const pathOf = (name: string): string => join(folder, `${name}.json`)
  const list = async (): Promise<readonly Snapshot[]> => {
    const names = (await readdir(folder).catch(() => []))
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.slice(0, -'.json'.length))
    for (const name of known.keys()) if (!names.includes(name)) known.delete(name)
    const found = await Promise.all(names.map(find))
    return found
      .filter((snapshot) => snapshot !== undefined)
      .sort((one, other) =>
        one.at === other.at ? (one.name < other.name ? -1 : 1) : one.at < other.at ? -1 : 1,
      )
  }
  return {
    find,
    list,
    async note(state, readLoaded) {
      const name = snapshotName(state)
      if (name === undefined) return undefined
      const noted = await find(name)
      if (noted) return noted
      const versions = Object.fromEntries([...state.versions].map(([key, version]) => [key, version ?? '']))
      const snapshot: Snapshot = {
        ...{ name, at: now().toISOString(), graph: state.graph, versions },
        loaded: await readLoaded(),
      }
      makeFolder(folder)
      await writeHashed(pathOf(name), JSON.stringify(snapshot))
      const all = await list()
      for (const old of all.slice(0, -most)) await rm(pathOf(old.name), { force: true })
      // Another process may have noted it first.
      return find(name)
    },
  }
}
