/**
 * How a table is cited: who published its figures, in which tables, of which periods and under which licence, and where it is found again. As a sentence, and
 * as an entry of the Citation File Format (https://citation-file-format.github.io). Invented figures say so, and are cited as nothing else.
 */
import { isRecord } from '@samenhang/subgraph-kit/http-body'
import type { FigureOrigin } from './origins.ts'

/** Where a table is found again. */
export interface CitedTable {
  /** With the name of the snapshot, where it has one. */
  readonly address: string
  /** The state of the data that it is of, and when that was first seen. */
  readonly snapshot: { readonly name: string; readonly at: string } | undefined
}

export interface Citation extends CitedTable {
  readonly text: string
  readonly cff: Readonly<Record<string, unknown>>
}

/** A published table, with the periods of the figures that are from it. */
interface CitedSource {
  readonly table: string
  readonly title: string
  readonly publisher: string
  readonly licence: string
  readonly retrievedAt: string
  readonly isSynthetic: boolean
  readonly periods: readonly string[]
}

const invented =
  'SYNTHETIC figures, invented for trying the hub: no place is like this, and nothing here may be cited as fact.'

/** `origins` are those that are known of its figures. */
export function citationOf(title: string, origins: readonly FigureOrigin[], cited: CitedTable): Citation {
  const sources = sourcesOf(origins)
  const isSynthetic = sources.some((source) => source.isSynthetic)
  const day = cited.snapshot?.at.slice(0, 10)
  const of = cited.snapshot ? `, data of ${day ?? ''} (snapshot ${cited.snapshot.name})` : ''
  const text = [
    ...(isSynthetic ? [invented] : []),
    ...sources.map(sentenceOf),
    `Combined as "${title}" by Samenhang${of}: ${cited.address}`,
  ].join(' ')
  return { ...cited, text, cff: entryOf(title, sources, { cited, day, isSynthetic }) }
}

function sentenceOf({ publisher, title, table, periods, licence, retrievedAt }: CitedSource): string {
  const of = periods.length > 0 ? `, figures of ${periods.join(', ')}` : ''
  const retrieved = retrievedAt === '' ? '' : `, retrieved ${retrievedAt.slice(0, 10)}`
  const name = title === '' ? table : `${title} (${table})`
  return `${publisher === '' ? '' : `${publisher}: `}${name}${of}${licence === '' ? '' : `, ${licence}`}${retrieved}.`
}

function entryOf(
  title: string,
  sources: readonly CitedSource[],
  { cited, day, isSynthetic }: { cited: CitedTable; day: string | undefined; isSynthetic: boolean },
): Readonly<Record<string, unknown>> {
  const publishers = [...new Set(sources.map(({ publisher }) => publisher))].filter(Boolean)
  const licences = [...new Set(sources.map(({ licence }) => licence))].filter(Boolean)
  return {
    'cff-version': '1.2.0',
    message: isSynthetic
      ? invented
      : 'Cite the publishers below, and this table as what combines their figures.',
    type: 'dataset',
    title,
    authors: [...publishers, 'Samenhang'].map((name) => ({ name })),
    ...(licences.length > 0 && { license: licences }),
    ...(cited.snapshot && { version: cited.snapshot.name }),
    ...(day !== undefined && { 'date-released': day }),
    url: cited.address,
    references: sources.map((source) => ({
      type: 'data',
      title: source.title || source.table,
      authors: [{ name: source.publisher }],
      number: source.table,
      notes: `Figures of ${source.periods.join(', ')}${source.isSynthetic ? '; invented' : ''}`,
      ...(source.retrievedAt !== '' && { 'date-accessed': source.retrievedAt.slice(0, 10) }),
    })),
  }
}

function sourcesOf(origins: readonly FigureOrigin[]): readonly CitedSource[] {
  const found = new Map<string, CitedSource>()
  for (const { period, source } of origins) {
    if (!isRecord(source)) continue
    const text = (name: string): string => (typeof source[name] === 'string' ? source[name] : '')
    const { table, title, publisher } = {
      table: text('table'),
      title: text('title'),
      publisher: text('publisher'),
    }
    const key = JSON.stringify([table, title, publisher])
    const periods = new Set([
      ...(found.get(key)?.periods ?? []),
      ...(period === null ? [] : [String(period)]),
    ])
    found.set(key, {
      ...{ table, title, publisher, licence: text('licence'), retrievedAt: text('retrievedAt') },
      isSynthetic: source['synthetic'] === true,
      periods: [...periods].sort(),
    })
  }
  return [...found.values()]
}
