/**
 * The catalogue of indicators: the answer of `Query.indicators`, read from the composed supergraph, so that
 * it is always up to date; and the words of the graph (vocabulary.ts). It is a subgraph of the gateway itself, named `catalogue`; its types come from the
 * supergraph too.
 */
import { argumentsOf } from '@samenhang/subgraph-kit/directive-arguments'
import {
  execute,
  getDirectiveValues,
  isInterfaceType,
  isListType,
  isObjectType,
  getNamedType,
  getNullableType,
  parse,
  type GraphQLDirective,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import type { SubgraphSource } from './source.ts'
import { readVocabulary, vocabularyFields } from './vocabulary.ts'

export const catalogueName = 'catalogue'

/** One figure that the graph publishes: what it measures, and where it is from. */
export interface Indicator {
  /** The path from Area: `housing.averageWozValue`. */
  readonly id: string
  /** The subgraph, as the supergraph writes it: `LABOUR_MARKET`. */
  readonly domain: string
  readonly field: string
  /** The type of the profile that has the field. */
  readonly type: string
  readonly label: { readonly nl: string; readonly en: string }
  readonly unit: string
  /** What its figures are in an answer: INT, FLOAT or STRING. */
  readonly valueType: string
  /** How figures of several areas are taken together: `SHARE`; null where the slice does not say. */
  readonly kind: string | null
  /** The id of the indicator that counts what it is divided by; null for none. */
  readonly weight: string | null
  /** The least and the most that a figure can be, in the unit; null for no bound. */
  readonly minimum: number | null
  readonly maximum: number | null
  readonly source: string
  /** Every name that the source gave the column. */
  readonly columns: readonly string[]
  readonly occurrence: number
  /** The categories of dimensions whose rows hold it; empty for those that its source takes for all. */
  readonly categories: readonly string[]
  readonly scale: number
  readonly description: string
  /** The years from which it means something else than before, oldest first. */
  readonly breaks: readonly { readonly period: number; readonly note: string; readonly field: null }[]
}

/** Every field with @indicator, in the order of the supergraph. Throws where a type of figures hangs under no field of Area. */
export function readIndicators(schema: GraphQLSchema): readonly Indicator[] {
  const directive = schema.getDirectives().find(({ name }) => /^(?:.+__)?indicator$/.test(name))
  if (!directive) return []
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => indicatorsOf(type, directive, schema))
}

/** Answers the fetches that the query planner sends to the catalogue. */
export function catalogueSource(schema: GraphQLSchema, indicators: readonly Indicator[]): SubgraphSource {
  const rootValue = {
    indicators: ({ domain }: { domain?: string | null }) =>
      indicators.filter((indicator) => !domain || indicator.domain === domain),
    ...vocabularyFields(readVocabulary(schema)),
  }
  return {
    name: catalogueName,
    async fetch({ query, variables = {}, operationName }) {
      const document = parse(query)
      const { data, errors } = await execute({
        schema,
        document,
        rootValue,
        variableValues: variables,
        operationName,
      })
      return { data: data ?? null, ...(errors && { errors: errors.map((error) => error.toJSON()) }) }
    },
    version: () => 'constant',
    ready: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
}

function indicatorsOf(
  type: GraphQLObjectType,
  directive: GraphQLDirective,
  schema: GraphQLSchema,
): Indicator[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const declared = field.astNode && getDirectiveValues(directive, field.astNode)
    if (!declared) return []
    const { unit, kind, weight, minimum, maximum, source, columns, occurrence, categories, scale } =
      declared as Partial<Indicator>
    const description = (field.description ?? '').replaceAll(/\s+/g, ' ').trim()
    return {
      id: `${areaFieldOf(type, schema)}.${field.name}`,
      domain: domainOf(type, field, schema),
      field: field.name,
      type: type.name,
      label: labelIn(description),
      unit: unit ?? '',
      valueType: getNamedType(field.type).name.toUpperCase(),
      kind: kind ?? null,
      weight: weight ?? null,
      minimum: minimum ?? null,
      maximum: maximum ?? (unit?.startsWith('PERCENT') ? 100 : null),
      source: source ?? '',
      columns: columns ?? [],
      occurrence: occurrence ?? 1,
      categories: categories ?? [],
      scale: scale ?? 1,
      description,
      breaks: breaksOf(field),
    }
  })
}

function breaksOf({ astNode }: GraphQLField<unknown, unknown>): Indicator['breaks'] {
  return (astNode?.directives ?? [])
    .filter(({ name }) => /^(?:.+__)?break$/.test(name.value))
    .map((directive) => {
      const values = argumentsOf(directive)
      return { period: Number(values['period']), note: String(values['note']), field: null }
    })
    .sort((first, second) => first.period - second.period)
}

function areaFieldOf(profile: GraphQLObjectType, schema: GraphQLSchema): string {
  const area = schema.getType('Area')
  const fields = isInterfaceType(area) || isObjectType(area) ? Object.values(area.getFields()) : []
  const field = fields.find(
    ({ type }) => getNamedType(type) === profile && !isListType(getNullableType(type)),
  )
  if (field) return field.name
  throw new Error(
    `${profile.name} has indicators, but no field of Area answers it: the catalogue cannot name them`,
  )
}

/** The graph that a field is joined to, else the graph of its type. */
function domainOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  schema: GraphQLSchema,
): string {
  const joinField = schema.getDirective('join__field')
  const joinType = schema.getDirective('join__type')
  const onField = joinField && field.astNode && getDirectiveValues(joinField, field.astNode)
  const onType = joinType && type.astNode && getDirectiveValues(joinType, type.astNode)
  return String(onField?.['graph'] ?? onType?.['graph'] ?? '')
}

/** "Average WOZ value (gemiddelde WOZ-waarde) of dwellings…": English before the brackets, Dutch within; else the first sentence. */
function labelIn(description: string): Indicator['label'] {
  const [, en, nl] = /^([^(.]+)\(([^)]+)\)/.exec(description) ?? []
  if (en && nl) return { nl: nl.trim(), en: en.trim() }
  const sentence = description.split(/\.(?:\s|$)/, 1)[0] ?? ''
  return { nl: sentence, en: sentence }
}
