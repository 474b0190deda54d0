/**
 * How many imports ago a snapshot was, for the subgraphs that a table reads: by table and year where the graph tells what is loaded, else by the versions of
 * their data. And what changed between two snapshots, in words.
 */
import type { LoadedTable } from './loaded-tables.ts'
import type { Snapshot } from './snapshots.ts'

/** Imports of one table and year that tables are kept of: the newest and those before it. */
export const importsKept = 5

/** Whether so many imports of a table and year that it reads came after this snapshot that it is not kept. `all` are the oldest first. */
export function isExpired(name: string, subgraphs: readonly string[], all: readonly Snapshot[]): boolean {
  const index = all.findIndex((snapshot) => snapshot.name === name)
  if (index < 0) return true
  const since = all.slice(index)
  return subgraphs.some(
    (subgraph) => mostChanges(since.map((snapshot) => importsOf(subgraph, snapshot))) >= importsKept,
  )
}

/** What tells the imports of a subgraph apart, by table and year. */
function importsOf(subgraph: string, { loaded, versions }: Snapshot): ReadonlyMap<string, string> {
  const own = loaded?.filter(({ domain }) => domain === subgraph) ?? []
  if (own.length === 0) return new Map([['', versions[subgraph] ?? '']])
  return new Map(own.map((table) => [keyOf(table), table.import]))
}

function mostChanges(states: readonly ReadonlyMap<string, string>[]): number {
  const counts = new Map<string, number>()
  for (const [index, state] of states.entries()) {
    const before = states[index - 1]
    if (!before) continue
    for (const key of new Set([...before.keys(), ...state.keys()]))
      if (before.get(key) !== state.get(key)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values())
}

function keyOf({ domain, kind, period, table }: LoadedTable): string {
  return `${domain} ${kind} ${String(period)} ${table}`
}

export interface SnapshotDifference {
  readonly domain: string
  readonly period: number | null
  readonly change: 'IMPORTED' | 'REPLACED' | 'REMOVED' | 'CHANGED'
}

/** The tables that differ, by domain and year; and the domains whose data differ otherwise. */
export function differenceOf(from: Snapshot, to: Snapshot): readonly SnapshotDifference[] {
  const tables = from.loaded && to.loaded ? tablesThatDiffer(from.loaded, to.loaded) : []
  const told = new Set(tables.map(({ domain }) => domain))
  const others = Object.keys({ ...from.versions, ...to.versions }).filter(
    (name) => !told.has(name) && from.versions[name] !== to.versions[name],
  )
  return [...tables, ...others.map((domain) => ({ domain, period: null, change: 'CHANGED' as const }))]
}

function tablesThatDiffer(
  from: readonly LoadedTable[],
  to: readonly LoadedTable[],
): readonly SnapshotDifference[] {
  const was = new Map(from.map((table) => [keyOf(table), table]))
  const is = new Map(to.map((table) => [keyOf(table), table]))
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((key): SnapshotDifference | [] => {
    const [before, after] = [was.get(key), is.get(key)]
    const { domain, period } = after ?? before ?? { domain: '', period: null }
    if (!before) return { domain, period, change: 'IMPORTED' }
    if (!after) return { domain, period, change: 'REMOVED' }
    return before.import === after.import ? [] : { domain, period, change: 'REPLACED' }
  })
}
