/**
 * What `@source` declares: the publisher's tables that a profile takes its figures from, and how a file of one is read. A source of several
 * slices is declared once, in the kit's schema.graphql; one of a single slice at its own type. Indicators name it by `source`.
 * Reading files by it is statline's.
 */
import { Kind, type DocumentNode, type EnumValueDefinitionNode, type ObjectTypeDefinitionNode } from 'graphql'
import { ConfigError } from '../errors/config-error.ts'
import { argumentsOf } from './directive-arguments.ts'
import { kitDefinition, locationOf } from './slice.ts'

/** What the figures of a source are; the graph's enum SourceKind. */
export type SourceKind = 'OBSERVED' | 'MODELLED_ESTIMATE' | 'INDEX' | 'FORECAST'

/** A table that is declared. */
export interface DeclaredTable {
  /** As the publisher writes it. */
  readonly id: string
  /** The one year it describes; null where its rows say theirs, or the file's name or `--year` does. */
  readonly year: number | null
  /** The year whose boundaries all its rows have; null where those of each year have that year's. */
  readonly boundaryYear: number | null
}

/** The category of a dimension that is taken. */
export interface Category {
  /** The dimension, in each way in which the publisher writes it: its key in one table, in another. */
  readonly names: readonly string[]
  /** The ways in which the publisher writes the category: its key, its title. */
  readonly values: readonly string[]
}

/** A dimension, and which of its rows hold what. */
export interface FixedDimension extends Category {
  /** The same of the rows that hold the lower and the upper limit of the figures; empty where it has none. */
  readonly lower: readonly string[]
  readonly upper: readonly string[]
}

export interface DeclaredSource {
  /** By which indicators name it: `KWB`. */
  readonly name: string
  readonly title: string
  readonly publisher: string
  readonly licence: string
  readonly kind: SourceKind
  readonly tables: readonly DeclaredTable[]
  /** Columns that tell the table where they all are there; one of these sets suffices. */
  readonly recognisedBy: readonly (readonly string[])[]
  /** What its files are called, in lower case with spaces. */
  readonly fileNames: readonly string[]
  /** The columns that may hold the area code, beside those of StatLine. */
  readonly codeColumns: readonly string[]
  /** The column of the year, beside `Perioden`; null where there is none. */
  readonly periodColumn: string | null
  readonly dimensions: readonly FixedDimension[]
  /** What indicators of it take from rows of other categories, each under the text that declares it. */
  readonly categories: ReadonlyMap<string, readonly Category[]>
  /** The area of all rows, where the table has no column of areas; else null. */
  readonly area: string | null
  /** Whether rows of parts of years are left out; else they refuse the file. */
  readonly leavesOutPartYears: boolean
  /** The column that tells items apart where each row is one, to be counted by area; null where a row is an area. */
  readonly itemColumn: string | null
  /** The host of its OData interface, where it is not the CBS's. */
  readonly interfaceHost: string | null
  /** Every name of a column that an indicator of it has. */
  readonly columns: ReadonlySet<string>
}

/** The arguments of `@source`. */
interface Declared {
  readonly name: string
  readonly title: string
  readonly publisher: string
  readonly licence: string
  readonly kind?: SourceKind
  readonly tables: readonly string[]
  readonly recognisedBy?: readonly (readonly string[])[]
  readonly fileNames?: readonly string[]
  readonly codeColumns?: readonly string[]
  readonly periodColumn?: string | null
  readonly dimensions?: readonly string[]
  readonly area?: string | null
  readonly leavesOutPartYears?: boolean
  readonly itemColumn?: string | null
  readonly interfaceHost?: string | null
}

let shared: ReadonlyMap<string, DeclaredSource> | undefined

/** The sources that the kit declares for all slices, by name. */
export function sharedSources(): ReadonlyMap<string, DeclaredSource> {
  if (shared) return shared
  const node = kitDefinition('SharedSource')
  const values = node?.kind === Kind.ENUM_TYPE_DEFINITION ? (node.values ?? []) : []
  shared = new Map(values.flatMap(sourcesOf).map((source) => [source.name, source]))
  return shared
}

/** The sources that the types of a slice declare, by name. Throws ConfigError where a declaration cannot be read. */
export function declaredSources({ definitions }: DocumentNode): ReadonlyMap<string, DeclaredSource> {
  const types = definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION)
  return new Map(types.flatMap(sourcesOf).map((source) => [source.name, source]))
}

/** Sources of several slices as one list: of one name, with the columns and categories that any of them has. */
export function mergeSources(lists: readonly (readonly DeclaredSource[])[]): readonly DeclaredSource[] {
  const merged = new Map<string, DeclaredSource>()
  for (const source of lists.flat()) {
    const other = merged.get(source.name)
    const columns = new Set([...(other?.columns ?? []), ...source.columns])
    const categories = new Map([...(other?.categories ?? []), ...source.categories])
    merged.set(source.name, { ...(other ?? source), columns, categories })
  }
  return [...merged.values()]
}

function sourcesOf(node: ObjectTypeDefinitionNode | EnumValueDefinitionNode): readonly DeclaredSource[] {
  return (node.directives ?? [])
    .filter(({ name }) => name.value === 'source')
    .map((directive) => {
      const where = `${locationOf(node)}${node.name.value}`
      return sourceOf(where, argumentsOf(directive) as unknown as Declared)
    })
}

function sourceOf(where: string, declared: Declared): DeclaredSource {
  return {
    name: declared.name,
    title: declared.title,
    publisher: declared.publisher,
    licence: declared.licence,
    kind: declared.kind ?? 'OBSERVED',
    tables: declared.tables.map((text) => tableOf(where, text)),
    recognisedBy: declared.recognisedBy ?? [],
    fileNames: declared.fileNames ?? [],
    codeColumns: declared.codeColumns ?? [],
    periodColumn: declared.periodColumn ?? null,
    dimensions: (declared.dimensions ?? []).map((text) => dimensionOf(where, text)),
    categories: new Map(),
    area: declared.area ?? null,
    leavesOutPartYears: declared.leavesOutPartYears ?? false,
    itemColumn: declared.itemColumn ?? null,
    interfaceHost: declared.interfaceHost ?? null,
    columns: new Set(),
  }
}

/** `84583NED 2019`, `86296NED boundaries 2025`. */
function tableOf(where: string, text: string): DeclaredTable {
  const [, id, year, boundaryYear] = /^(\S+)(?: (\d{4}))?(?: boundaries (\d{4}))?$/.exec(text) ?? []
  if (id === undefined)
    throw new ConfigError(
      `${where}: @source has the table "${text}": write an id, its year and its boundaries, such as "84583NED 2019" or "86296NED boundaries 2025".`,
    )
  return { id, year: year ? Number(year) : null, boundaryYear: boundaryYear ? Number(boundaryYear) : null }
}

/** `Leeftijd=20300|18 jaar of ouder`, `Marges=MW00000 lower MOG0095 upper MBG0095`. */
function dimensionOf(where: string, text: string): FixedDimension {
  const [, category = '', lower, upper] = /^(.+?)(?: lower (.+) upper (.+))?$/.exec(text) ?? []
  const read = readCategory(category)
  if (read === null)
    throw new ConfigError(
      `${where}: @source has the dimension "${text}": write it as "Leeftijd=20300|18 jaar of ouder" or "Marges=MW00000 lower MOG0095 upper MBG0095".`,
    )
  return { ...read, lower: lower?.split('|') ?? [], upper: upper?.split('|') ?? [] }
}

/** `Vormen|VormenVanJeugdzorg=A027919|Jeugdbescherming`; null where it is not written so. */
export function readCategory(text: string): Category | null {
  const [, names, values] = /^(\w+(?:\|\w+)*)=(.+)$/.exec(text) ?? []
  return names === undefined || values === undefined
    ? null
    : { names: names.split('|'), values: values.split('|') }
}
