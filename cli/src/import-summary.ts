/** What an import did, as a table for a person: areas by level, figures and missing cells per domain, columns it did not know. */
import Table from 'cli-table3'
import type { ImportReport } from '@samenhang/subgraph-kit/import'
import type { RecordsReport } from '@samenhang/subgraph-kit/records-file'
import { count } from './progress.ts'

const outcomes: Readonly<Record<ImportReport['domains'][number]['outcome'], string>> = {
  STORED: 'stored',
  REPLACED: 'replaced what was here',
  MERGED: 'added to what was here, each figure with its own source',
  UNCHANGED: 'unchanged: this was already here',
  NOTHING_OF_OURS: 'no column of this domain',
}

export function summarise(report: ImportReport): string {
  const domains = new Table({
    head: ['domain', 'figures', 'missing', 'revision'],
    colAligns: ['left', 'right', 'right', 'left'],
    style: { head: [], border: [] },
  })
  for (const { name, figures, missing, outcome } of report.domains) {
    domains.push([name, count(figures), count(missing), outcomes[outcome]])
  }
  const areas = Object.entries(report.areas)
    .filter(([, number]) => number > 0)
    .map(([level, number]) => `${level.toLowerCase()} ${count(number)}`)
  const leftOut = report.leftOut > 0 ? `; ${count(report.leftOut)} rows left out, for they are no places` : ''
  const derived =
    report.derivedAreas > 0 ? `; ${count(report.derivedAreas)} made from the codes of others` : ''
  const unknown = report.unknownColumns.length
  const columns =
    unknown === 0 ? 'every column is known' : `${count(unknown)} columns not known, and left out: `
  return [
    `${report.origin}: table ${report.table}, ${yearsOf(report)}`,
    ...report.warnings.map((warning) => `warning: ${warning}`),
    `areas: ${areas.join(', ') || 'none'}${derived}${leftOut}`,
    `${columns}${report.unknownColumns.join(', ')}`,
    ...lackingOf(report),
    domains.toString(),
    '',
  ].join('\n')
}

function yearsOf({ period, periods }: ImportReport): string {
  return periods.length > 1 ? `years ${periods.join(', ')}` : `year ${period}`
}

/** What the source publishes for the year and the file does not have, a line a domain. */
function lackingOf({ domains, period }: ImportReport): readonly string[] {
  return domains
    .filter(({ lacking }) => lacking.length > 0)
    .map(({ name, lacking, outcome }) =>
      outcome === 'NOTHING_OF_OURS'
        ? `${name}: none of its indicators of ${period} is in this file`
        : `${name}: ${count(lacking.length)} of its indicators of ${period} are not in this file: ${firstOf(lacking)}`,
    )
}

function firstOf(names: readonly string[]): string {
  const more = names.length - 10
  return more > 1 ? `${names.slice(0, 10).join(', ')} and ${count(more)} more` : names.join(', ')
}

/** The same for a file in a format of a subgraph's own, such as a list of municipalities. */
export function summariseRecords(origin: string, reports: readonly RecordsReport[]): string {
  const lines = reports.map(
    ({ subgraph, format, rows, outcome }) =>
      `${origin}: ${format}, ${count(rows)} rows for ${subgraph}, ${outcomes[outcome]}\n`,
  )
  return lines.join('')
}
