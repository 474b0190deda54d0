/**
 * What a slice of the schema declares about its figures: a profile is an object type with `@indicator` fields, an indicator is one
 * of these. Import, store and seed read this, so one line of schema is the only place where an indicator is declared.
 */
import {
  declaredSources,
  readCategory,
  sharedSources,
  type Category,
  type DeclaredSource,
} from '../schema/declared-source.ts'
import { argumentsOf } from '../schema/directive-arguments.ts'
import type { CellsOf } from '../statline/table.ts'
import { Kind, type DocumentNode, type ObjectTypeDefinitionNode, type TypeNode } from 'graphql'

/** One figure of a profile, as `@indicator` declares it. */
export interface Indicator {
  /** The field in the schema, `averageWozValue`. */
  readonly field: string
  /** The column in the database, `average_woz_value`. */
  readonly column: string
  readonly type: 'Int' | 'Float' | 'String'
  readonly unit: string
  /** How figures of several areas are taken together: `SHARE`; null where the slice does not say. */
  readonly kind: string | null
  /** The id of the indicator that counts what it is divided by: `housing.dwellings`; null for none. */
  readonly weight: string | null
  /** Every name that the source has given the column. */
  readonly columns: readonly string[]
  /** Which of the columns of one name, where a name repeats in a table: counted from 1. */
  readonly occurrence: number
  /** What a cell is multiplied by to reach the base unit: a power of ten. */
  readonly scale: number
  /** The years from which it means something else than before, as `@break` declares them. */
  readonly breaks: readonly Break[]
  /** The least and the most that a figure can be, in the base unit; null for no bound. */
  readonly minimum: number | null
  readonly maximum: number | null
  /** The first and the last year that the source publishes it for; null where its known tables all have it on that side. */
  readonly firstYear: number | null
  readonly lastYear: number | null
  /** How many decimals the source gives where they are three, so that a comma before three digits is no thousand; else null. */
  readonly decimals: number | null
  /** The fields of the profile that add up to it; empty where it is no sum. */
  readonly sumOf: readonly string[]
  /** Of which rows the cells are: those of its source's categories, of its own, or of one of its limits where these have rows of their own. */
  readonly cellsOf: CellsOf
}

/** The first year by a new definition or method, and what changed. */
export interface Break {
  readonly period: number
  readonly note: string
}

/** A type of figures, the table that holds them, and the field of an area that answers them. */
export interface Profile {
  readonly type: string
  readonly table: string
  /** The field of `Area`: `housing`. Its run of years is `housingSeries`. */
  readonly areaField: string
  readonly indicators: readonly Indicator[]
  /** The limits of figures, stored beside them: `lonelyShare.lower`; none where the source gives none. */
  readonly limits: readonly Indicator[]
  /** What indicators name as their source, and its declaration; null where it is declared nowhere, and so not imported. */
  readonly sourceName: string
  readonly source: DeclaredSource | null
}

/** All that is stored of a row: its figures, then their limits. */
export function storedColumns({ indicators, limits }: Profile): readonly Indicator[] {
  return limits.length === 0 ? indicators : [...indicators, ...limits]
}

/** Whether the source publishes the indicator for the year, as far as is known. */
export function isPublishedFor({ firstYear, lastYear }: Indicator, year: number): boolean {
  return (firstYear ?? year) <= year && year <= (lastYear ?? year)
}

/** The name of a column or table for a name in the schema: `aged0To15` is `aged_0_to_15`. */
export function sqlName(name: string): string {
  return name
    .replace(/([a-zA-Z])(\d)/g, '$1_$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
}

/**
 * The profiles of a slice, in its order. Throws where a profile has no field on Area or figures of several sources, or where a scale is no power
 * of ten.
 */
export function readProfiles(slice: DocumentNode): readonly Profile[] {
  const types = slice.definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION,
  )
  const area = types.find((node) => node.name.value === 'Area')
  const sources = new Map([...sharedSources(), ...declaredSources(slice)])
  return types
    .filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION)
    .map((node) => ({ node, indicators: readIndicators(node) }))
    .filter(({ indicators }) => indicators.length > 0)
    .map(({ node, indicators: declared }) => {
      const type = node.name.value
      const [sourceName = '', other] = new Set(declared.map(({ source }) => source))
      if (other !== undefined)
        throw new Error(`${type} has figures of ${sourceName} and of ${other}: make a profile of each source`)
      const source = sources.get(sourceName) ?? null
      const indicators = declared.map(({ indicator }) => indicator)
      const limits = declared.flatMap((one) => limitsOf(one, source))
      const areaField = area?.fields?.find((field) => isNamed(field.type, type))?.name.value
      if (!areaField) throw new Error(`The slice has no field of Area that returns ${type}`)
      const names = [...indicators, ...limits].flatMap(({ columns }) => columns)
      return {
        type,
        table: sqlName(type),
        areaField,
        indicators,
        limits,
        sourceName,
        source: source && {
          ...source,
          columns: new Set(names),
          categories: new Map(declared.flatMap((one) => categoriesOf(type, one, source))),
        },
      }
    })
}

/** Throws where a category cannot be read, is of a dimension that the source does not declare, or would have limits. */
function categoriesOf(
  type: string,
  { indicator: { field, cellsOf }, categories: texts }: DeclaredIndicator,
  { dimensions }: DeclaredSource,
): readonly (readonly [string, readonly Category[]])[] {
  if (texts.length === 0) return []
  const categories = texts.map((text) => {
    const category = readCategory(text)
    const dimension = dimensions.find(({ names }) => category?.names.some((name) => names.includes(name)))
    if (category === null || dimension === undefined)
      throw new Error(
        `${type}.${field} has the category "${text}": write it as "Leeftijd=20300|18 jaar of ouder", of a dimension of its source`,
      )
    return { ...category, names: dimension.names }
  })
  if (dimensions.some(({ lower }) => lower.length > 0))
    throw new Error(`${type}.${field} has categories, and its source has limits in rows of their own`)
  return [[cellsOf, categories]]
}

interface DeclaredIndicator {
  readonly source: string
  readonly indicator: Indicator
  /** Those that its rows have in place of its source's own, as it writes them. */
  readonly categories: readonly string[]
  /** Columns of its limits, where these have columns of their own. */
  readonly lower: readonly string[]
  readonly upper: readonly string[]
}

/** The limits of an indicator: of columns of their own, or of rows of their own, as its source declares. */
function limitsOf(
  { indicator, lower, upper }: DeclaredIndicator,
  source: DeclaredSource | null,
): readonly Indicator[] {
  const inRows = source?.dimensions.some((dimension) => dimension.lower.length > 0) ?? false
  const columnsOf = { lower, upper }
  return (['lower', 'upper'] as const).flatMap((side) => {
    const own = columnsOf[side]
    if (own.length === 0 && !inRows) return []
    return {
      ...indicator,
      field: `${indicator.field}.${side}`,
      column: `${indicator.column}_${side}`,
      type: 'Float' as const,
      columns: own.length > 0 ? own : indicator.columns,
      cellsOf: own.length > 0 ? indicator.cellsOf : side,
      breaks: [],
      sumOf: [],
    }
  })
}

function isNamed(type: TypeNode, name: string): boolean {
  return type.kind === Kind.NAMED_TYPE && type.name.value === name
}

/** The arguments of `@indicator`. */
interface Declared {
  readonly source: string
  readonly unit: string
  readonly kind?: string | null
  readonly weight?: string | null
  readonly columns: readonly string[]
  readonly occurrence?: number
  readonly scale?: number
  readonly minimum?: number | null
  readonly maximum?: number | null
  readonly firstYear?: number | null
  readonly lastYear?: number | null
  readonly decimals?: number | null
  readonly sumOf?: readonly string[]
  readonly categories?: readonly string[]
  readonly lower?: readonly string[]
  readonly upper?: readonly string[]
}

/** Units of which nothing has more than a hundred. */
const outOfHundred = new Set(['PERCENT', 'PERCENT_OF_ADULTS'])

function readIndicators(node: ObjectTypeDefinitionNode): readonly DeclaredIndicator[] {
  return (node.fields ?? []).flatMap((field) => {
    const directive = field.directives?.find((candidate) => candidate.name.value === 'indicator')
    if (!directive) return []
    const declared = argumentsOf(directive) as unknown as Declared
    const name = field.name.value
    const type = field.type.kind === Kind.NAMED_TYPE ? field.type.name.value : ''
    const { source, categories = [], lower = [], upper = [] } = declared
    const scale = declared.scale ?? 1
    if (type !== 'Int' && type !== 'Float' && type !== 'String') {
      throw new Error(
        `${node.name.value}.${name} is an indicator, so its type must be a nullable Int, Float or String`,
      )
    }
    if (!Number.isInteger(Math.log10(scale)))
      throw new Error(`${node.name.value}.${name}: scale must be a power of ten`)
    const indicator: Indicator = {
      field: name,
      column: sqlName(name),
      type,
      unit: declared.unit,
      kind: declared.kind ?? null,
      weight: declared.weight ?? null,
      columns: declared.columns,
      occurrence: declared.occurrence ?? 1,
      scale,
      breaks: (field.directives ?? [])
        .filter((candidate) => candidate.name.value === 'break')
        .map((candidate) => argumentsOf(candidate) as unknown as Break),
      minimum: declared.minimum === undefined ? 0 : declared.minimum,
      maximum: declared.maximum ?? (outOfHundred.has(declared.unit) ? 100 : null),
      firstYear: declared.firstYear ?? null,
      lastYear: declared.lastYear ?? null,
      decimals: declared.decimals ?? null,
      sumOf: declared.sumOf ?? [],
      cellsOf: categories.length > 0 ? categories.join(' and ') : 'figure',
    }
    return [{ source, indicator, categories, lower, upper }]
  })
}
