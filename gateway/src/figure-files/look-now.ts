/** Which files of figures there are to be, of the data as they are now, and which of them there are. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { snapshotName } from '../kept-tables/snapshot-name.ts'
import { loadedIn, loadedOperation, silentIn } from '../kept-tables/loaded-tables.ts'
import { figureDomains, type FigureDomain } from './figure-domains.ts'
import { groupOf, importsOf, type FigureFile, type FigureList, type FigureStore } from './figure-store.ts'
import type { FigureGraph } from './read-figures.ts'

/** A domain and year that there is to be a file of. */
export interface Wanted {
  readonly domain: FigureDomain
  readonly period: number
  readonly import: string
}

/** The data as they are now. */
export interface Now {
  readonly snapshot: string
  /** By subgraph. */
  readonly versions: Readonly<Record<string, string>>
  readonly wanted: readonly Wanted[]
}

/** Undefined where the graph does not tell what is loaded. Rejects with HubError SUBGRAPH_UNAVAILABLE where a domain does not. */
export async function lookNow(graph: FigureGraph): Promise<Now | undefined> {
  const query = loadedOperation(graph.apiSchema)
  if (query === undefined) return undefined
  const state = await graph.state()
  const { text } = await graph.execute({ query }, { isCanary: true })
  const loaded = loadedIn(text)
  if (!loaded) {
    const silent = silentIn(text).join(', ') || 'A domain'
    throw new HubError('SUBGRAPH_UNAVAILABLE', `${silent} did not tell which figures there are.`)
  }
  return {
    snapshot: snapshotName(state) ?? '',
    versions: Object.fromEntries([...state.versions].map(([name, version]) => [name, version ?? ''])),
    wanted: figureDomains(graph.apiSchema, graph.indicators).flatMap((domain) =>
      [...importsOf(domain.name, loaded)].map(([period, mark]) => ({ domain, period, import: mark })),
    ),
  }
}

/** Whether the files are of the figures that are loaded now. */
export async function figuresAreCurrent(graph: FigureGraph, store: FigureStore): Promise<boolean> {
  const now = await lookNow(graph)
  if (!now) return true
  const list = await store.current()
  if (!list) return false
  const files = await currentFiles(store, list, now)
  const found = await Promise.all(list.files.map(({ group, version }) => store.find(group, version)))
  return (
    files.size === now.wanted.length &&
    list.files.length === now.wanted.length + 1 &&
    found.every((file) => file !== undefined)
  )
}

/**
 * The files that are of the data now. Of a domain whose data changed these are the years whose import is the same; where all are the same the graph does
 * not tell what changed, so that there are none.
 */
export async function currentFiles(
  store: FigureStore,
  list: FigureList | undefined,
  { versions, wanted }: Now,
): Promise<Map<Wanted, FigureFile>> {
  const found = new Map<Wanted, FigureFile>()
  for (const one of wanted) {
    const listed = list?.files.find(({ group }) => group === groupOf(one.domain.name, one.period))
    const file = listed && (await store.find(listed.group, listed.version))
    if (file?.told.import === one.import) found.set(one, file)
  }
  const isTold = new Set(wanted.filter((one) => !found.has(one)).map(({ domain }) => domain.name))
  for (const one of wanted) {
    const { name } = one.domain
    if (!isTold.has(name) && list?.versions[name] !== versions[name]) found.delete(one)
  }
  return found
}
