/**
 * What the CBS calls the figures of single topics: signs after a title or heading (`*` provisional, `**` revised provisional), and sentences
 * in the description of a topic or of a group that it stands in. What nobody says of a topic is not known.
 */
import type { TableColumn, SourceStatus } from './table.ts'

type Fields = Readonly<Record<string, unknown>>

/** `text` is what the table says of all its topics: that they are final where nothing else is said. Keys and headings without unit. */
export function readTopicStatuses(
  properties: readonly Fields[],
  text: string,
): ReadonlyMap<string, SourceStatus> {
  const groups = groupsOf(properties)
  const rest = /status van de cijfers:?\s*definitief,? tenzij/i.test(text) ? 'FINAL' : null
  const statuses = new Map<string, SourceStatus>()
  for (const topic of properties.filter((property) => !isGroup(property))) {
    const chain = chainOf(topic, groups)
    const status = chain.map(statusOfTopic).find((candidate) => candidate !== null) ?? rest
    if (status === null) continue
    statuses.set(String(topic['Key']), status)
    statuses.set(chain.toReversed().map(titleOf).join('/'), status)
  }
  return statuses
}

/** The heading of each topic by its key, with the groups that it stands under. */
export function readHeadings(properties: readonly Fields[]): ReadonlyMap<string, string> {
  const groups = groupsOf(properties)
  return new Map(
    properties
      .filter((property) => !isGroup(property) && titleOf(property) !== '')
      .map((topic) => [String(topic['Key']), chainOf(topic, groups).toReversed().map(titleOf).join('/')]),
  )
}

function groupsOf(properties: readonly Fields[]): ReadonlyMap<unknown, Fields> {
  return new Map(properties.filter(isGroup).map((group) => [group['ID'], group]))
}

/** A topic, its group, and what that lies in. */
function chainOf(topic: Fields, groups: ReadonlyMap<unknown, Fields>): readonly Fields[] {
  const chain = [topic]
  for (
    let group = groups.get(topic['ParentID']);
    group !== undefined && !chain.includes(group);
    group = groups.get(group['ParentID'])
  ) {
    chain.push(group)
  }
  return chain
}

/** The columns with what is known of each: by the sign in its own header, else by the metadata. */
export function withStatuses(
  columns: readonly TableColumn[],
  topicStatuses: ReadonlyMap<string, SourceStatus> | undefined,
): readonly TableColumn[] {
  return columns.map((column) => {
    const status =
      statusOfSigns(column.header) ?? topicStatuses?.get(column.header) ?? topicStatuses?.get(column.name)
    return status === undefined ? column : { ...column, status }
  })
}

/** The sign at the end of a title, or before or after the unit of a heading. */
function statusOfSigns(title: string): SourceStatus | undefined {
  const signs = /(?<=\S)(\*{1,2})(?=\s*(?:\([^()]*\))?\s*$)/.exec(title)?.[1]
  return signs === undefined ? undefined : signs.length === 1 ? 'PROVISIONAL' : 'REVISED'
}

function statusOfTopic(topic: Fields): SourceStatus | null {
  const signed = statusOfSigns(String(topic['Title'] ?? '').trim())
  if (signed !== undefined) return signed
  const text = String(topic['Description'] ?? '')
  if (/betreft nader voorlopige cijfers/i.test(text)) return 'REVISED'
  if (/betreft voorlopige cijfers|cijfers hebben een voorlopig karakter/i.test(text)) return 'PROVISIONAL'
  return null
}

function titleOf(topic: Fields): string {
  return String(topic['Title'] ?? '')
    .replace(/\*+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function isGroup(property: Fields): boolean {
  return /TopicGroup$/.test(String(property['odata.type'] ?? '')) || String(property['Key'] ?? '') === ''
}
