/** What changed between two snapshots: the answer of `Query.changes`, from the records of snapshots and the files of figures that are kept. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { snapshotName } from '../kept-tables/snapshot-name.ts'
import { differenceOf } from '../kept-tables/imports-since.ts'
import type { Snapshot, Snapshots } from '../kept-tables/snapshots.ts'
import type { GraphState } from '../operation/graph-state.ts'
import type { SnapshotChanges } from '../operation/options.ts'
import type { AskedChanges } from '../subgraph-sources/snapshots-source.ts'
import { compareFigures, type FigureDifference } from './compare-figures.ts'
import { figureBuffer } from './figure-buffer.ts'
import type { FigureFileName, FigureMaking } from './figure-history.ts'
import type { FigureStore } from './figure-store.ts'

interface DomainChange extends Partial<FigureDifference> {
  readonly domain: string
  readonly period: number | null
  readonly change: string
}

const mostExamples = 100

export function snapshotChanges(snapshots: Snapshots, store: FigureStore): SnapshotChanges {
  return async ({ from, to, examples }: AskedChanges, state: GraphState) => {
    if (examples < 0 || examples > mostExamples)
      throw new HubError(
        'BAD_ARGUMENT',
        `examples is ${String(examples)}; give a number from 0 to ${String(mostExamples)}.`,
      )
    const before = await named(snapshots, from)
    const after = to ? await named(snapshots, to) : await newest(snapshots, state)
    const { name, at } = after
    return {
      from: { name: before.name, at: before.at },
      to: { name, at },
      graphChanged: before.graph !== after.graph,
      domains: await changesOf(before, after, store, examples),
    }
  }
}

async function named(snapshots: Snapshots, name: string): Promise<Snapshot> {
  const snapshot = await snapshots.find(name)
  if (snapshot) return snapshot
  throw new HubError('SNAPSHOT_NOT_FOUND', `There is no snapshot "${name.slice(0, 40)}".`)
}

/** As it is now, also where nobody has noted it. */
async function newest(snapshots: Snapshots, state: GraphState): Promise<Snapshot> {
  const name = snapshotName(state)
  if (name === undefined)
    throw new HubError('SNAPSHOT_NOT_FOUND', 'The data now have no name: a domain does not tell its version.')
  const versions = Object.fromEntries([...state.versions].map(([key, version]) => [key, version ?? '']))
  const now = { name, at: new Date().toISOString(), graph: state.graph, versions, loaded: null }
  return (await snapshots.find(name)) ?? now
}

async function changesOf(
  before: Snapshot,
  after: Snapshot,
  store: FigureStore,
  examples: number,
): Promise<readonly DomainChange[]> {
  const history = await store.history()
  const changes: DomainChange[] = []
  const told = differenceOf(before, after)
  for (const domain of [...new Set(told.map((change) => change.domain))].sort()) {
    const [was, is] = [filesOf(domain, before, history), filesOf(domain, after, history)]
    if (was && is) changes.push(...(await compared(domain, was, is, store, examples)))
    else changes.push(...told.filter((change) => change.domain === domain))
  }
  return changes
}

/** The files of a domain that were made of its data in this snapshot; undefined where none were. */
function filesOf(
  domain: string,
  { versions }: Snapshot,
  history: readonly FigureMaking[],
): readonly FigureFileName[] | undefined {
  const making = history.find((one) => one.versions[domain] === versions[domain])
  const files = making?.files.filter((file) => file.domain === domain)
  return files && files.length > 0 ? files : undefined
}

/** By year. Data that differ in no file are no figures of areas. */
async function compared(
  domain: string,
  was: readonly FigureFileName[],
  is: readonly FigureFileName[],
  store: FigureStore,
  examples: number,
): Promise<readonly DomainChange[]> {
  const changes: DomainChange[] = []
  const periods = [...new Set([...was, ...is].flatMap(({ period }) => period ?? []))].sort()
  for (const period of periods) {
    const [before, after] = [was, is].map((files) => files.find((file) => file.period === period))
    if (before?.version === after?.version) continue
    const change = !before ? 'IMPORTED' : !after ? 'REMOVED' : 'REPLACED'
    changes.push({ domain, period, change, ...(await compareFiles(before, after, store, examples)) })
  }
  return changes.length > 0 ? changes : [{ domain, period: null, change: 'CHANGED' }]
}

/** Nothing where one of them is no longer kept. */
async function compareFiles(
  before: FigureFileName | undefined,
  after: FigureFileName | undefined,
  store: FigureStore,
  examples: number,
): Promise<Partial<FigureDifference>> {
  const opened = await Promise.all(
    [before, after].map(async (name) => {
      const file = name && (await store.find(name.group, name.version))
      const own = file && (await store.files.open(file).catch(() => undefined))
      return { isLost: name !== undefined && !own, file, own }
    }),
  )
  try {
    if (opened.some(({ isLost }) => isLost)) return {}
    const [old, now] = opened.map(({ file, own }) => file && own && figureBuffer(file.bytes, own.read))
    return await compareFigures(old, now, examples)
  } finally {
    for (const { own } of opened) await own?.close()
  }
}
