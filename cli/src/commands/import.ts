/** `hub import`: published files or a table of the CBS's own interface into the graph. */
import { settingsHelp } from '../settings-help.ts'
import { Command, InvalidArgumentError } from 'commander'
import type { ImportOptions } from '../import-sources.ts'

export const command = (): Command =>
  new Command('import')
    .argument('<source...>', 'files of a publisher, or cbs: and a table id')
    .description('Import published tables that a domain declares; files are recognised by content.')
    .option(
      '--year <year>',
      'the year the figures describe, where a file does not say or disagrees; with several files, one that says otherwise is refused',
      year,
    )
    .option(
      '--table <id>',
      'the table of a file that does not say which it is, such as 50120NED; one that no domain declares is refused with the list of those that are',
    )
    .option('--area <code>', 'only this area and what lies in it (cbs: only), such as GM0363', areaCode)
    .option(
      '--retrieved <date>',
      'when the file was fetched from the CBS, YYYY-MM-DD; default the date in its name, else when it was last written',
      date,
    )
    .option(
      '--no-refresh',
      'do not recompute the results that follow from the figures; they are stale until hub refresh',
    )
    .option(
      '--force',
      'replace whole rows, also by an older release, another revision or one with fewer figures',
      false,
    )
    .addHelpText('after', examples)
    .action(async (sources: string[], options: ImportOptions) => {
      const { importSources } = await import('../import-sources.ts')
      await importSources(sources, options, process.env)
    })

const examples = `
Files: the bulk CSV with OData keys, the StatLine CSV with Dutch headings, the CBS workbook (XLSX, XLS), an OData TypedDataSet (JSON)
or Observations, a zip with one of these, a list of municipalities, a CSV file of a domain such as records of people.
Each file is stored whole or not at all; the first that is refused ends the command with exit code 1.
Parts of one table and year (a theme a file, a city and then the country) are merged, and each figure keeps its own source.

${settingsHelp(['HUB_DATA_DIR', 'DATABASE_URL', 'DATABASE_URL_<SUBGRAPH>', 'HUB_STATEMENT_SECONDS', 'HUB_SQLITE', 'CBS_ODATA_URL'])}

Examples:
  hub import kwb-2023.xlsx
  hub import --year 2020 marginal_distributions_84583NED.csv
  hub import cbs:85984NED --area GM0363`

function year(text: string): number {
  if (!/^(19|20)\d\d$/.test(text)) throw new InvalidArgumentError('Expected a year such as 2024.')
  return Number(text)
}

function areaCode(text: string): string {
  if (!/^(NL\d\d|PV\d\d|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})$/.test(text)) {
    throw new InvalidArgumentError('Expected an area code such as GM0363.')
  }
  return text
}

function date(text: string): string {
  const retrieved = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(text)
  if (Number.isNaN(retrieved.getTime()) || !/^\d{4}-\d\d-\d\d/.test(text)) {
    throw new InvalidArgumentError('Expected a date such as 2025-03-31.')
  }
  return retrieved.toISOString()
}
