/**
 * Makes the files of figures that are missing, out of the graph: of the domains and years that were imported since the last time, and then the one of all.
 * All are of one state of the data, or it begins anew; where it fails the old files stay. For a process of its own: it reads and writes a country.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { parquetMetadataAsync } from 'hyparquet'
import { markOf } from '../operation/etag.ts'
import { allFigures, groupOf, type FigureFile, type FigureStore } from './figure-store.ts'
import { currentFiles, figuresAreCurrent, lookNow, type Wanted } from './look-now.ts'
import { figureBuffer } from './figure-buffer.ts'
import { figureMetadata } from './figure-metadata.ts'
import { readFigures, type FigureColumn, type FigureGraph, type FigureSource } from './read-figures.ts'
import { figuresAsParquet, joinedFigures } from './write-figures.ts'

export type { FigureGraph }

const mostReadings = 3
/** Years that are read together: a country in all years does not fit into memory. */
const yearsAtOnce = 3

/** Gives what was done in a sentence. Rejects where the graph does not answer in full, or nothing can be written. */
export async function makeFigures(
  graph: FigureGraph,
  store: FigureStore,
  clock: () => Date = () => new Date(),
): Promise<string> {
  for (let reading = 1; reading <= mostReadings; reading += 1) {
    const now = await lookNow(graph)
    if (!now || (await figuresAreCurrent(graph, store))) return 'up to date'
    const { snapshot, versions, wanted } = now
    const files = await currentFiles(store, await store.current(), now)
    const missing = wanted.filter((one) => !files.has(one))
    await makeMissing(graph, store, missing, { files, clock })
    if ((await lookNow(graph))?.snapshot !== snapshot) continue
    const parts = wanted.flatMap((one) => files.get(one) ?? [])
    const all = await joinAll(graph, store, parts, clock)
    await store.publish({ snapshot, versions, madeAt: clock().toISOString(), files: [...parts, all] })
    const [read, of, rows] = [missing.length, wanted.length, all.told.rows].map((count) =>
      count.toLocaleString('en'),
    )
    return `read ${read ?? ''} of ${of ?? ''} domains and years; there are ${rows ?? ''} figures`
  }
  throw new HubError(
    'SUBGRAPH_UNAVAILABLE',
    'Figures were imported each time that these were read; refresh again when that has ended.',
  )
}

async function makeMissing(
  graph: FigureGraph,
  store: FigureStore,
  missing: readonly Wanted[],
  { files, clock }: { readonly files: Map<Wanted, FigureFile>; readonly clock: () => Date },
): Promise<void> {
  for (const name of new Set(missing.map(({ domain }) => domain.name))) {
    const all = missing.filter(({ domain }) => domain.name === name)
    for (let from = 0; from < all.length; from += yearsAtOnce) {
      const together = all.slice(from, from + yearsAtOnce)
      const [first] = together
      if (!first) continue
      const columns = await readFigures(graph, first.domain, new Set(together.map(({ period }) => period)))
      for (const one of together) {
        const own = columns.filter(({ period }) => period === one.period)
        files.set(one, await keepFigures(store, one, own, clock))
      }
    }
  }
}

async function keepFigures(
  store: FigureStore,
  { domain, period, import: mark }: Wanted,
  columns: readonly FigureColumn[],
  clock: () => Date,
): Promise<FigureFile> {
  const sources = [...new Set(columns.flatMap(({ rows }) => rows.map(({ source }) => source)))]
  const rows = columns.reduce((sum, column) => sum + column.rows.length, 0)
  const indicators = columns.map(({ indicator }) => indicator)
  const title = `${domain.name} ${String(period)}`
  return keep(store, groupOf(domain.name, period), {
    parts: figuresAsParquet(columns, figureMetadata(title, { indicators, sources, periods: [period] })),
    told: { domain: domain.name, period, import: mark, rows, sources },
    clock,
  })
}

async function joinAll(
  graph: FigureGraph,
  store: FigureStore,
  files: readonly FigureFile[],
  clock: () => Date,
): Promise<FigureFile> {
  const made = markOf(files.map((file) => [file.group, file.version]))
  const known = (await store.files.list(allFigures)).find(({ told }) => told.import === made)
  if (known) return known
  const opened = await Promise.all(files.map((file) => store.files.open(file)))
  try {
    const readable = await Promise.all(
      files.map(async (file, index) => {
        const read = opened[index]?.read
        if (!read) throw new Error('A file of figures was not opened')
        return { read, metadata: await parquetMetadataAsync(figureBuffer(file.bytes, read)) }
      }),
    )
    const sources = uniqueSources(files.flatMap(({ told }) => told.sources))
    const periods = [...new Set(files.flatMap(({ told }) => told.period ?? []))].sort()
    const { indicators } = graph
    return await keep(store, allFigures, {
      parts: joinedFigures(readable, figureMetadata('all figures', { indicators, sources, periods })),
      told: {
        ...{ domain: null, period: null, import: made, sources },
        rows: files.reduce((sum, { told }) => sum + told.rows, 0),
      },
      clock,
    })
  } finally {
    await Promise.all(opened.map((file) => file.close()))
  }
}

function uniqueSources(sources: readonly FigureSource[]): readonly FigureSource[] {
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()]
}

interface Made {
  readonly parts: AsyncGenerator<Uint8Array>
  readonly told: Pick<FigureFile['told'], 'domain' | 'period' | 'import' | 'rows' | 'sources'>
  readonly clock: () => Date
}

/** Under a version that follows the content and the import, so that the same figures read again are the same file. */
async function keep(store: FigureStore, group: string, { parts, told, clock }: Made): Promise<FigureFile> {
  const writer = await store.files.write(group)
  try {
    for await (const part of parts) await writer.write(part)
    return await writer.keep((sha256) => {
      const version = markOf([sha256, told.import])
      const facts = { ...told, madeAt: clock().toISOString(), etag: `"${version}"` }
      const type = { contentType: 'application/vnd.apache.parquet', isCompressible: false } as const
      return { version, told: { ...facts, ...type } }
    })
  } finally {
    await writer.abandon()
  }
}
