/**
 * From a word on the command line to something that can be imported: a file by its content, or `cbs:` and a table id.
 * A format that a subgraph defines itself goes before the tables of figures that the kit knows.
 * Relative names are those of the folder the command was given in, also under npm, which changes folder first.
 */
import { resolve } from 'node:path'
import {
  isTaken,
  openRecordsFile,
  type RecordsFile,
  type RecordsFormat,
} from '@samenhang/subgraph-kit/records-file'
import type { DeclaredSource } from '@samenhang/subgraph-kit/declared-source'
import { findRecordsTable, openOdataRecords } from '@samenhang/subgraph-kit/odata-records'
import { openOdata } from '@samenhang/subgraph-kit/statline/odata'
import type { FetchOptions } from '@samenhang/subgraph-kit/statline/odata-fetch'
import { openFile } from '@samenhang/subgraph-kit/statline/open-file'
import { YearContradicted } from '@samenhang/subgraph-kit/statline/period'
import type { PublishedTable } from '@samenhang/subgraph-kit/statline/table'
import { CommandRefused } from './faults.ts'
import { showProgress, type Progress } from './progress.ts'

export interface OpenOptions {
  readonly year?: number
  /** Whether the year was given for other files too. */
  readonly isYearShared?: boolean
  readonly area?: string
  /** The id of the table, where files do not say. */
  readonly table?: string
  readonly retrieved?: string
}

export type OpenedSource =
  | { readonly kind: 'table'; readonly table: PublishedTable }
  | { readonly kind: 'records'; readonly file: RecordsFile }

const remote = /^cbs:/i

/** What can be imported: files in the formats of subgraphs, tables of the sources that they declare. */
export interface Readers {
  readonly formats: readonly RecordsFormat[]
  readonly sources: readonly DeclaredSource[]
}

/** Refuses options that these sources cannot honour, before anything is opened. */
export function checkOptions(sources: readonly string[], options: OpenOptions): void {
  if (options.area !== undefined && !sources.every((source) => remote.test(source))) {
    throw new CommandRefused(['--area goes with cbs: only; a file is imported whole.'])
  }
  if (options.year !== undefined && sources.some((source) => remote.test(source))) {
    throw new CommandRefused(['--year does not go with cbs:, for the table tells its own year.'])
  }
  if (options.table !== undefined && sources.some((source) => remote.test(source))) {
    throw new CommandRefused(['--table does not go with cbs:, which names its table.'])
  }
}

/** Refuses a year that was given for several files where one of them contradicts it, before anything is imported. */
export async function checkYears(
  sources: readonly string[],
  options: OpenOptions,
  environment: NodeJS.ProcessEnv,
  readers: Readers,
): Promise<void> {
  if (options.year === undefined || sources.length < 2) return
  for (const source of sources) {
    await openSource(source, { ...options, isYearShared: true }, environment, readers).catch(
      (error: unknown) => {
        // Whatever else is wrong with a file is told in its turn.
        if (error instanceof YearContradicted) throw error
      },
    )
  }
}

export async function openSource(
  source: string,
  options: OpenOptions,
  environment: NodeJS.ProcessEnv,
  { formats, sources }: Readers,
): Promise<OpenedSource> {
  if (remote.test(source)) {
    const id = source.replace(remote, '').toUpperCase()
    const table = findRecordsTable(id, formats)
    return whileFetching(id, options, environment, async (fetching) =>
      table
        ? { kind: 'records', file: await openOdataRecords(table, fetching) }
        : { kind: 'table', table: await openOdata(id, { ...fetching, sources }) },
    )
  }
  const path = resolve(environment['INIT_CWD'] ?? process.cwd(), source)
  const fileOptions = {
    period: options.year,
    isPeriodShared: options.isYearShared,
    retrievedAt: options.retrieved,
    table: options.table,
    sources,
  }
  const file = (await isTaken(path, formats)) ? await openRecordsFile(path, fileOptions) : null
  if (file) return { kind: 'records', file }
  return { kind: 'table', table: await openFile(path, fileOptions) }
}

/** Shows how far a table is fetched, and what is asked again. */
async function whileFetching(
  table: string,
  { area, retrieved }: OpenOptions,
  environment: NodeJS.ProcessEnv,
  open: (options: FetchOptions & { area: string | undefined }) => Promise<OpenedSource>,
): Promise<OpenedSource> {
  let progress: Progress | undefined
  try {
    return await open({
      baseUrl: environment['CBS_ODATA_URL'] || undefined,
      area,
      retrievedAt: retrieved,
      onPage(received, total) {
        progress ??= showProgress({ label: `fetching ${table}`, total, output: process.stderr })
        progress.reached(received)
      },
      onRetry({ attempt, pauseMs, reason }) {
        process.stderr.write(
          `cbs:${table}: ${reason}; try ${attempt + 1} in ${Math.ceil(pauseMs / 1_000)} s\n`,
        )
      },
    })
  } finally {
    progress?.stop()
  }
}
