/** Where the graph has figures of areas: by domain the profiles with indicators, each with the field of Area that gives it over the years. */
import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql'
import type { Indicator } from '../subgraph-sources/catalogue.ts'

export interface FigureProfile {
  /** The field of Area that gives the years from `from` up to and including `to`. */
  readonly series: string
  readonly type: string
  /** Those that are numbers, by id. */
  readonly indicators: readonly Indicator[]
}

export interface FigureDomain {
  /** As its subgraph. */
  readonly name: string
  readonly profiles: readonly FigureProfile[]
}

export function figureDomains(
  schema: GraphQLSchema,
  indicators: readonly Indicator[],
): readonly FigureDomain[] {
  const area = schema.getType('Area')
  if (!isInterfaceType(area) && !isObjectType(area)) return []
  const domains = new Map<string, FigureProfile[]>()
  for (const field of Object.values(area.getFields())) {
    if (!isListType(getNullableType(field.type))) continue
    if (!['from', 'to'].every((name) => field.args.some((arg) => arg.name === name))) continue
    const type = getNamedType(field.type).name
    const own = indicators.filter((indicator) => indicator.type === type && isNumber(indicator, schema))
    const [first] = own
    if (!first) continue
    const name = first.domain.toLowerCase().replaceAll('_', '-')
    const profiles = domains.get(name) ?? []
    profiles.push({ series: field.name, type, indicators: own })
    domains.set(name, profiles)
  }
  return [...domains].map(([name, profiles]) => ({ name, profiles }))
}

function isNumber({ type, field }: Indicator, schema: GraphQLSchema): boolean {
  const parent = schema.getType(type)
  const found = isObjectType(parent) ? parent.getFields()[field] : undefined
  return found !== undefined && ['Int', 'Float'].includes(getNamedType(found.type).name)
}
