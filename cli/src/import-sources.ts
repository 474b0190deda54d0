/**
 * What `hub import` does: each source opened, imported whole and told about, one after another, under the lock that seeding takes too.
 * The first that is refused ends the command; those before it stay. What is right and wrong in a source is the kit's to say.
 * Signals have no handler here, so Ctrl+C ends it at once, also amid a long statement; the databases roll back.
 */
import { mergeSources } from '@samenhang/subgraph-kit/declared-source'
import { importTable } from '@samenhang/subgraph-kit/import'
import { withDataLock } from '@samenhang/subgraph-kit/lock'
import { importRecords, type RecordsFile, type RecordsFormat } from '@samenhang/subgraph-kit/records-file'
import type { Outcome } from '@samenhang/subgraph-kit/staged'
import type { PublishedTable } from '@samenhang/subgraph-kit/statline/table'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { summarise, summariseRecords } from './import-summary.ts'
import { checkOptions, checkYears, openSource, type OpenOptions } from './open-source.ts'
import { showProgress } from './progress.ts'
import { noteInputsMoved, refreshAfter } from './refresh.ts'
import { withSubgraphs } from './subgraphs.ts'
import { reportWait } from './wait.ts'

export interface ImportOptions extends OpenOptions {
  readonly force: boolean
  /** Whether what is computed from the figures is computed anew at the end. */
  readonly refresh: boolean
}

export async function importSources(
  sources: readonly string[],
  options: ImportOptions,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  checkOptions(sources, options)
  await withSubgraphs(environment, async (subgraphs) => {
    const formats = subgraphs.flatMap((subgraph) => subgraph.formats)
    const readers = { formats, sources: mergeSources(subgraphs.map((subgraph) => subgraph.sources)) }
    await checkYears(sources, options, environment, readers)
    const locked = <T>(act: () => Promise<T>) => withDataLock(environment, act, { onWait: reportWait })
    let imported = 0
    try {
      for (const source of sources) {
        const opened = await openSource(source, options, environment, readers)
        const summary = await locked(async () => {
          const done =
            opened.kind === 'table'
              ? await importFigures(subgraphs, opened.table, options)
              : await importFile(formats, opened.file, options)
          if (done.changed) await noteInputsMoved(subgraphs)
          return done.summary
        })
        imported += 1
        process.stdout.write(`${summary}\n`)
      }
    } finally {
      // Also after a refusal: what was imported before it stays.
      if (imported > 0 && options.refresh)
        await refreshAfter('import', subgraphs, environment, { locked, withFigures: true })
    }
  })
}

/** A summary for a person, and whether any figure changed. */
interface Imported {
  readonly summary: string
  readonly changed: boolean
}

function isChange({ outcome }: { readonly outcome: Outcome }): boolean {
  return outcome === 'STORED' || outcome === 'REPLACED' || outcome === 'MERGED'
}

async function importFigures(
  subgraphs: readonly RunningSubgraph[],
  table: PublishedTable,
  { force }: ImportOptions,
): Promise<Imported> {
  const progress = showProgress({ label: table.origin, total: table.rowCount, output: process.stderr })
  try {
    const report = await importTable(subgraphs, table, { force, onProgress: progress.reached })
    return { summary: summarise(report), changed: report.domains.some(isChange) }
  } finally {
    progress.stop()
  }
}

async function importFile(
  formats: readonly RecordsFormat[],
  file: RecordsFile,
  { force }: ImportOptions,
): Promise<Imported> {
  const progress = showProgress({ label: file.origin, total: file.rowCount, output: process.stderr })
  try {
    const reports = (await importRecords(formats, file, { force, onProgress: progress.reached })) ?? []
    return {
      summary: summariseRecords(file.origin, reports),
      changed: reports.some((report) => isChange(report) && !report.subjects),
    }
  } finally {
    progress.stop()
  }
}
