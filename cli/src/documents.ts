/**
 * The documents that follow from the code: docs/data-catalogue.md from the supergraph, docs/errors.md from the table of errors,
 * docs/settings.md from that of settings.
 * Written by `hub compose` and compared by `hub compose --check`, so they cannot lag behind.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { readIndicators, type Indicator } from '@samenhang/gateway/catalogue'
import { supergraphSchema } from '@samenhang/gateway/supergraph'
import { readSlices } from '@samenhang/schema/slices'
import { readSupergraph } from '@samenhang/schema/supergraph'
import { declaredSources, mergeSources, sharedSources } from '@samenhang/subgraph-kit/declared-source'
import { errorMeanings } from '@samenhang/subgraph-kit/error-meanings'
import { groups, settings } from '@samenhang/subgraph-kit/settings'

const folder = new URL('../../docs/', import.meta.url)

/** Writes the documents, or with `check` only compares them. Gives the problems, none where all is well. */
export function writeDocuments({ check }: { readonly check: boolean }): readonly string[] {
  const documents = {
    'data-catalogue.md': dataCatalogue(readIndicators(supergraphSchema(readSupergraph()))),
    'errors.md': errorTable(),
    'settings.md': settingsPage(),
  }
  return Object.entries(documents).flatMap(([name, text]) => {
    if (!check) writeFileSync(new URL(name, folder), text)
    return readIfThere(name) === text ? [] : [`docs/${name} is stale: run npm run compose`]
  })
}

function dataCatalogue(indicators: readonly Indicator[]): string {
  const domains = [...new Set(indicators.map(({ domain }) => domain))]
  const sections = domains.map((domain) => {
    const rows = indicators.filter((indicator) => indicator.domain === domain).map(indicatorRow)
    const head = [
      cells([
        'path from an area',
        'Dutch',
        'unit',
        'kind, and what it is weighted by',
        'source',
        'columns in the source',
        'what it is',
      ]),
      '| --- | --- | --- | --- | --- | --- | --- |',
    ]
    return [`## ${domain}`, '', ...head, ...rows, ''].join('\n')
  })
  return [
    '# The figures in the graph',
    '',
    'Made from the schema by `npm run compose`; not edited by hand. The same is in the graph as `indicators`. An indicator names its source, whose tables',
    'are those that `hub import` reads. Two sources of one figure are two indicators, and never stand in one series.',
    '',
    ...sourceTable(),
    ...sections,
  ].join('\n')
}

function indicatorRow(indicator: Indicator): string {
  const { id, label, unit, kind, weight, source, scale, description, breaks } = indicator
  return cells([
    `\`${id}\``,
    label.nl,
    `${unit}${scale === 1 ? '' : ` (cell × ${scale})`}`,
    [kind ?? '', weight && `by \`${weight}\``].filter(Boolean).join(' '),
    source,
    columnsOf(indicator),
    [description, ...breaks.map(({ period, note }) => `**Break in ${period}:** ${note}`)].join(' '),
  ])
}

function columnsOf({ columns, occurrence, categories }: Indicator): string {
  return (
    columns.map((name) => `\`${name}\``).join(', ') +
    (occurrence > 1 ? ` (number ${occurrence})` : '') +
    categories.map((category) => `; rows of \`${category}\``).join('')
  )
}

function sourceTable(): readonly string[] {
  const sources = mergeSources([
    [...sharedSources().values()],
    readSlices().flatMap(({ typeDefs }) => [...declaredSources(typeDefs).values()]),
  ])
  const rows = sources.map(({ name, title, publisher, licence, kind, tables }) =>
    cells([
      `\`${name}\``,
      title.replace(' {year}', ''),
      publisher,
      licence,
      kind,
      tables.map(({ id, year }) => (year === null ? id : `${id} (${String(year)})`)).join(', '),
    ]),
  )
  return [
    '## Sources',
    '',
    cells(['source', 'title', 'publisher', 'licence', 'what its figures are', 'tables']),
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ]
}

function errorTable(): string {
  const rows = errorMeanings.map(({ code, en, nl }) => cells([`\`${code}\``, en, nl]))
  return [
    '# Errors',
    '',
    'Made from `subgraph-kit/src/errors/error-meanings.ts` by `npm run compose`; not edited by hand. An error in an answer has its code in `extensions.code`,',
    'a sentence for a person in `message`, the position of the null in `path`, and further data beside the code. Codes that begin with `GRAPHQL_`,',
    '`BAD_USER_INPUT` and `OPERATION_RESOLUTION_FAILURE` are those of Apollo Server, for operations that are not valid GraphQL or not of this schema.',
    'The graph has the same as `errorCodes`.',
    '',
    cells(['code', 'what it means and what to do', 'Nederlands']),
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

function settingsPage(): string {
  const sections = Object.entries(groups).map(([group, title]) => {
    const rows = settings
      .filter((setting) => setting.group === group)
      .map(({ name, about, usual }) => cells([`\`${name}\``, about, usual]))
    return [
      `## ${title}`,
      '',
      cells(['setting', 'what it says', 'default']),
      '| --- | --- | --- |',
      ...rows,
      '',
    ].join('\n')
  })
  return [
    '# Settings',
    '',
    'Made from `subgraph-kit/src/settings/settings.ts` by `npm run compose`; not edited by hand. Settings are variables of the environment; `npx hub config`',
    'shows what each is here. `<SUBGRAPH>` stands for the name of a subgraph in capitals, such as `LABOUR_MARKET`.',
    '',
    ...sections,
  ].join('\n')
}

function cells(values: readonly string[]): string {
  return `| ${values.map((value) => value.replaceAll('|', '\\|')).join(' | ')} |`
}

function readIfThere(name: string): string | null {
  try {
    return readFileSync(new URL(name, folder), 'utf8')
  } catch {
    return null
  }
}
