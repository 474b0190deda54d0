/**
 * What `weight` of an indicator must be, over all slices: the id of a count in the graph, on an indicator that is divided by one. Each fault
 * is a line for its author, with file, line and column. That an indicator says its kind at all is a rule of the house (house-rules.ts).
 */
import { argumentsOf } from '@samenhang/subgraph-kit/directive-arguments'
import { locationOf } from '@samenhang/subgraph-kit/slice'
import {
  Kind,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql'
import type { Slice } from './slices.ts'

/** The kinds whose figures are divided by something. */
const weighted: readonly unknown[] = ['SHARE', 'AVERAGE', 'RATE']

/** The faults in the weights of all slices; none where all is well. */
export function findWeightFaults(slices: readonly Slice[]): readonly string[] {
  const indicators = slices.flatMap(indicatorsOf)
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  return indicators.flatMap(({ id, node, kind, weight }) => {
    if (weight === undefined || weight === null) return []
    const fault = faultOf(kind, String(weight), byId)
    return fault ? [`${locationOf(node)}${id} ${fault}`] : []
  })
}

interface Declared {
  /** Its path from Area, as the catalogue has it. */
  readonly id: string
  readonly node: FieldDefinitionNode
  readonly kind: unknown
  readonly weight: unknown
}

function faultOf(kind: unknown, weight: string, byId: ReadonlyMap<string, Declared>): string | null {
  if (!weighted.includes(kind))
    return `is of kind ${String(kind ?? 'none')} and has a weight: only a SHARE, an AVERAGE or a RATE is divided by something.`
  const denominator = byId.get(weight)
  if (!denominator)
    return `is weighted by ${weight}, which is no indicator: name one by its path from Area, such as housing.dwellings, or leave weight out.`
  if (denominator.kind !== 'COUNT')
    return `is weighted by ${weight}, which is of kind ${String(denominator.kind ?? 'none')}: a weight must be a COUNT.`
  return null
}

function indicatorsOf({ typeDefs }: Slice): readonly Declared[] {
  const types = typeDefs.definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION,
  )
  return types.flatMap((type) =>
    (type.fields ?? []).flatMap((node) => {
      const directive = node.directives?.find(({ name }) => name.value === 'indicator')
      if (!directive) return []
      const { kind, weight } = argumentsOf(directive)
      return [{ id: `${areaFieldOf(type, types)}.${node.name.value}`, node, kind, weight }]
    }),
  )
}

type Fielded = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode

/** The field of Area that gives the profile; the name of the profile where none does, which other checks refuse. */
function areaFieldOf(profile: Fielded, types: readonly Fielded[]): string {
  const area = types.find(({ name }) => name.value === 'Area')
  const field = area?.fields?.find(({ type }) => isNamed(type, profile.name.value))
  return field?.name.value ?? profile.name.value
}

function isNamed(type: TypeNode, name: string): boolean {
  return type.kind === Kind.NAMED_TYPE && type.name.value === name
}
