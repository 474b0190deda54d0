/**
 * What the CBS says about a table in its OData v3 metadata (`TableInfos`, `DataProperties`): read beside a file or from the
 * API. Says no more than the source does: a status that holds for part of the figures is no status.
 */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { yearOfTable, yearOfTitle } from './known-tables.ts'
import type { SourceStatus } from './table.ts'
import { readHeadings, readTopicStatuses } from './topic-status.ts'

export interface TableMetadata {
  readonly table: string
  readonly title: string
  /** The year, where the metadata names one. */
  readonly year: number | null
  readonly status: SourceStatus | null
  /** The topics' keys in the table's order, or null without DataProperties. */
  readonly keys: readonly string[] | null
  /** What it calls the figures of single topics, by their key and by their heading; empty without DataProperties. */
  readonly topicStatuses: ReadonlyMap<string, SourceStatus>
  /** The heading of each topic by its key, with the groups that it stands under; empty without DataProperties. */
  readonly headings: ReadonlyMap<string, string>
}

type Fields = Readonly<Record<string, unknown>>

/** `TableInfos.json` and `DataProperties.json` in the file's folder; null where there is no readable TableInfos. */
export async function readMetadataBeside(path: string): Promise<TableMetadata | null> {
  const [infos, properties] = await Promise.all([
    readJsonFile(join(dirname(path), 'TableInfos.json')),
    readJsonFile(join(dirname(path), 'DataProperties.json')),
  ])
  return readMetadata(infos, properties)
}

/** Takes what the API answers (`{ value: […] }`) or the bare list. Null where it is no metadata of a table. */
export function readMetadata(infos: unknown, properties: unknown): TableMetadata | null {
  const info = listOf(infos)?.[0]
  const table = info?.['Identifier']
  const title = info?.['Title']
  if (info === undefined || typeof table !== 'string' || typeof title !== 'string') return null
  const period = String(info['Period'] ?? '').trim()
  const year = /^20\d\d/.exec(period)?.[0]
  const text = String(info['ShortDescription'] ?? '')
  return {
    table: table.trim(),
    title: title.trim().replace(/\*+$/, ''),
    year: year === undefined ? (yearOfTitle(title) ?? null) : Number(year),
    status: statusOf(title.trim(), period, text),
    keys:
      listOf(properties)
        ?.map((property) => property['Key'])
        .filter((key) => typeof key === 'string')
        .filter((key) => key !== '') ?? null,
    topicStatuses: readTopicStatuses(listOf(properties) ?? [], text),
    headings: readHeadings(listOf(properties) ?? []),
  }
}

/** The year of the table, by its own words or its id. */
export const yearOfMetadata = ({ year, table }: TableMetadata): number | undefined =>
  year ?? yearOfTable(table)

/** `*` provisional, `**` revised provisional (the CBS's signs after a year), or a sentence without exceptions. */
function statusOf(title: string, period: string, text: string): SourceStatus | null {
  const signs = /\*+$/.exec(period)?.[0] ?? /20\d\d(\*+)/.exec(title)?.[1]
  if (signs !== undefined) return signs.length === 1 ? 'PROVISIONAL' : 'REVISED'
  const said = /status van de cijfers:?\s*([^\n]*)/i.exec(text)?.[1]?.trim() ?? ''
  if (/^(?:de cijfers (?:in deze tabel )?zijn )?definitief\.?$/i.test(said)) return 'FINAL'
  if (/^(?:de cijfers (?:in deze tabel )?zijn )?voorlopig\.?$/i.test(said)) return 'PROVISIONAL'
  return /^(?:de cijfers (?:in deze tabel )?zijn )?nader voorlopig\.?$/i.test(said) ? 'REVISED' : null
}

async function readJsonFile(path: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}

function listOf(answer: unknown): readonly Fields[] | null {
  const list = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : answer
  return Array.isArray(list)
    ? list.filter((item): item is Fields => typeof item === 'object' && item !== null)
    : null
}
