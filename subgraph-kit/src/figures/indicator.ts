/**
 * What a slice of the schema declares about its figures: a profile is an object type with `@indicator` fields, an indicator is one
 * of these. Import, store and seed read this, so one line of schema is the only place where an indicator is declared.
 */
import { argumentsOf } from '../schema/directive-arguments.ts'
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

/** The profiles of a slice, in its order. Throws where a profile has no field on Area, or a scale is no power of ten. */
export function readProfiles(slice: DocumentNode): readonly Profile[] {
  const types = slice.definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION,
  )
  const area = types.find((node) => node.name.value === 'Area')
  return types
    .filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION)
    .map((node) => ({ node, indicators: readIndicators(node) }))
    .filter(({ indicators }) => indicators.length > 0)
    .map(({ node, indicators }) => {
      const type = node.name.value
      const areaField = area?.fields?.find((field) => isNamed(field.type, type))?.name.value
      if (!areaField) throw new Error(`The slice has no field of Area that returns ${type}`)
      return { type, table: sqlName(type), areaField, indicators }
    })
}

function isNamed(type: TypeNode, name: string): boolean {
  return type.kind === Kind.NAMED_TYPE && type.name.value === name
}

/** The arguments of `@indicator`. */
interface Declared {
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
}

function readIndicators(node: ObjectTypeDefinitionNode): readonly Indicator[] {
  return (node.fields ?? []).flatMap((field) => {
    const directive = field.directives?.find((candidate) => candidate.name.value === 'indicator')
    if (!directive) return []
    const declared = argumentsOf(directive) as unknown as Declared
    const name = field.name.value
    const type = field.type.kind === Kind.NAMED_TYPE ? field.type.name.value : ''
    const scale = declared.scale ?? 1
    if (type !== 'Int' && type !== 'Float' && type !== 'String') {
      throw new Error(
        `${node.name.value}.${name} is an indicator, so its type must be a nullable Int, Float or String`,
      )
    }
    if (!Number.isInteger(Math.log10(scale)))
      throw new Error(`${node.name.value}.${name}: scale must be a power of ten`)
    return [
      {
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
        maximum: declared.maximum ?? (declared.unit === 'PERCENT' ? 100 : null),
        firstYear: declared.firstYear ?? null,
        lastYear: declared.lastYear ?? null,
      } as const,
    ]
  })
}
