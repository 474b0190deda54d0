/**
 * Which declared source and table a file is of: by the table that is said (`--table`, metadata, an id in a name), else by columns that only
 * one source has. What is said and what the columns tell must not contradict each other; what nobody declares is refused with the list of
 * what is declared, and nothing is guessed where several tables are possible.
 */
import { basename, dirname, resolve } from 'node:path'
import type { DeclaredSource, DeclaredTable } from '../schema/declared-source.ts'
import { namesOfHeader } from './declared-layout.ts'
import type { Retrieval } from './retrieved-at.ts'
import { ImportRefused } from './table.ts'

export interface FileSigns {
  readonly origin: string
  readonly path: string
  readonly header: readonly string[]
  /** `--table`. */
  readonly tableOption: string | undefined
  /** The table that metadata beside the file, or in it, names. */
  readonly metadataTable: string | null
}

/** A source, and its table where that was said. */
export interface Recognised {
  readonly source: DeclaredSource
  readonly table: DeclaredTable | null
}

/** Null where nothing tells which source it is. Throws ImportRefused where that is contradicted, or no source declares what is said. */
export function recogniseSource(signs: FileSigns, sources: readonly DeclaredSource[]): Recognised | null {
  const said = saidTable(signs, sources)
  const shown = sourcesOfColumns(signs.header, sources)
  if (said !== null) {
    const contradicting = shown.filter(({ name }) => name !== said.source.name)
    if (shown.length > 0 && contradicting.length === shown.length) {
      const problem = `${said.words} says ${said.table?.id ?? said.source.name}, and its columns are those of ${namesOf(contradicting)}`
      throw new ImportRefused(signs.origin, problem, 'Say which table it is with --table.')
    }
    return said
  }
  const [only, other] = shown
  if (only === undefined) return null
  if (other === undefined) return { source: only, table: null }
  const problem = `it has columns of several sources: ${namesOf(shown)}`
  throw new ImportRefused(signs.origin, problem, 'Say which table it is with --table.')
}

/** The table of a source for a year. Throws ImportRefused where none is declared, or several are. */
export function tableFor(
  origin: string,
  { source, table }: Recognised,
  year: number | null,
  retrieved: Retrieval,
): DeclaredTable {
  if (table !== null) return table
  // Nobody publishes boundaries before their year.
  const latest = retrieved.datedByFile ? 9999 : Number(retrieved.retrievedAt.slice(0, 4))
  const candidates = source.tables.filter(
    (one) => (one.year === null || year === null || one.year === year) && (one.boundaryYear ?? 0) <= latest,
  )
  const [only, other] = candidates
  if (only !== undefined && other === undefined) return only
  if (only === undefined) {
    const problem = `no table of ${String(year)} is declared for ${source.name} (${idsOf(source.tables)})`
    throw new ImportRefused(origin, problem, 'Correct --year, or have the domain declare the table.')
  }
  const problem = `nothing tells which table of ${source.name} it is: ${idsOf(candidates)}`
  throw new ImportRefused(origin, problem, 'Say which with --table.')
}

/** The refusal of a table that no source declares. */
export function undeclaredTable(
  origin: string,
  table: string,
  sources: readonly DeclaredSource[],
): ImportRefused {
  const declared = sources.map(({ name, tables }) => `${name} (${idsOf(tables)})`).join('; ')
  const problem = `unknown table ${table}: the hub reads the tables that a domain declares: ${declared}`
  return new ImportRefused(origin, problem, 'Import one of these, or have a domain declare the table.')
}

/** The source and table of this id. */
export function findTable(id: string, sources: readonly DeclaredSource[]): Recognised | null {
  for (const source of sources) {
    const table = source.tables.find((one) => one.id.toUpperCase() === id.toUpperCase())
    if (table) return { source, table }
  }
  return null
}

function saidTable(
  { origin, path, tableOption, metadataTable }: FileSigns,
  sources: readonly DeclaredSource[],
): (Recognised & { readonly words: string }) | null {
  if (tableOption !== undefined) {
    const found = findTable(tableOption, sources)
    if (found === null) throw undeclaredTable(origin, tableOption, sources)
    return { ...found, words: '--table' }
  }
  const ofMetadata = metadataTable === null ? null : findTable(metadataTable, sources)
  if (ofMetadata) return { ...ofMetadata, words: 'its metadata' }
  const file = basename(path)
  const folder = basename(dirname(resolve(path)))
  for (const [name, words] of [
    [file, 'its name'],
    [folder, 'its folder'],
  ] as const) {
    const ids = [...name.matchAll(/(?<!\d)\d{5}NED/gi)].map(([id]) => id)
    const found = ids.flatMap((id) => findTable(id, sources) ?? [])[0]
    if (found) return { ...found, words }
    if (ids[0] !== undefined && words === 'its name')
      throw undeclaredTable(origin, ids[0].toUpperCase(), sources)
  }
  const plain = file.toLowerCase().replaceAll(/[_\-\s]+/g, ' ')
  const named = sources.filter(({ fileNames }) => fileNames.some((name) => plain.includes(name)))
  const [only, other] = named
  return only && !other ? { source: only, table: null, words: 'its name' } : null
}

/** The sources that have a set of these columns for their own, or the only ones with one of these headings. */
function sourcesOfColumns(
  header: readonly string[],
  sources: readonly DeclaredSource[],
): readonly DeclaredSource[] {
  const names = new Set(header.flatMap(namesOfHeader))
  const headings = [...names].filter((name) => name.includes('/'))
  const owners = new Set(
    headings.flatMap((name) => {
      const [only, other] = sources.filter(({ columns }) => columns.has(name))
      return only && !other ? [only.name] : []
    }),
  )
  return sources.filter(
    ({ name, recognisedBy }) =>
      owners.has(name) || recognisedBy.some((set) => set.every((column) => names.has(column))),
  )
}

const namesOf = (sources: readonly DeclaredSource[]): string => sources.map(({ name }) => name).join(' and ')
const idsOf = (tables: readonly DeclaredTable[]): string => tables.map(({ id }) => id).join(', ')
