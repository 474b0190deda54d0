/** Loads sources for one request: all that a request asks of are read together. A row that names none that is there is a fault. */
import DataLoader from 'dataloader'
import type { Source, SourceStore } from './source.ts'

export function sourceLoader(sources: SourceStore): (id: number) => Promise<Source> {
  const loader = new DataLoader<number, Source>(async (ids) => {
    const sourcesById = await sources.byIds(ids)
    return ids.map((id) => sourcesById.get(id) ?? new Error(`No source ${String(id)}`))
  })
  return (id) => loader.load(id)
}
