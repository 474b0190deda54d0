/** A CSV file read by plain means, apart from the importer; and the sources that the subgraphs of a hub declare. */
import { readFileSync } from 'node:fs'
import { parse as parseCsv } from 'csv-parse/sync'
import { mergeSources, type DeclaredSource } from '@samenhang/subgraph-kit/declared-source'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'

/** Trimmed cells by header. */
export type Row = Readonly<Record<string, string>>

export function readRows(
  path: string,
  delimiter: string,
): { headers: readonly string[]; rows: readonly Row[] } {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  const [headers = [], ...lines] = parseCsv(text, { delimiter })
  const rows = lines.map((cells) =>
    Object.fromEntries(headers.map((name, at) => [name, (cells[at] ?? '').trim()])),
  )
  return { headers, rows }
}

export const sourcesOf = (subgraphs: readonly RunningSubgraph[]): readonly DeclaredSource[] =>
  mergeSources(subgraphs.map((subgraph) => subgraph.sources))
