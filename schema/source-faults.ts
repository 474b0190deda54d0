/**
 * What is wrong with the sources that slices declare although they compose: a declaration that cannot be read, one that no indicator of its type
 * names, a table that another source declares too, and a sum of fields that are not there. Each fault is a line for its author.
 */
import { sharedSources, declaredSources, type DeclaredSource } from '@samenhang/subgraph-kit/declared-source'
import { argumentsOf } from '@samenhang/subgraph-kit/directive-arguments'
import { locationOf } from '@samenhang/subgraph-kit/slice'
import { Kind, type FieldDefinitionNode, type ObjectTypeDefinitionNode } from 'graphql'
import type { Slice } from './slices.ts'

/** The faults of slices as their teams wrote them; none where all is well. */
export function findSourceFaults(slices: readonly Slice[]): readonly string[] {
  const owners = new Map<string, string>()
  for (const source of sharedSources().values()) noteTables(owners, source)
  return slices.flatMap(({ typeDefs }) =>
    typeDefs.definitions
      .filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION)
      .flatMap((type) => [...faultsOfSource(type, owners), ...faultsOfSums(type)]),
  )
}

function faultsOfSource(type: ObjectTypeDefinitionNode, owners: Map<string, string>): readonly string[] {
  if (!type.directives?.some(({ name }) => name.value === 'source')) return []
  const where = `${locationOf(type)}${type.name.value}`
  try {
    const [source] = declaredSources({ kind: Kind.DOCUMENT, definitions: [type] }).values()
    if (!source) return []
    const named = (type.fields ?? []).flatMap((field) => indicatorOf(field)?.['source'] ?? [])
    const stray = named.some((name) => name !== source.name)
    const taken = source.tables.find(({ id }) => owners.has(id.toUpperCase()))
    noteTables(owners, source)
    return [
      ...(named.length === 0 || stray
        ? [`${where} declares the source ${source.name}: its indicators must all name that.`]
        : []),
      ...(taken
        ? [
            `${where} declares the table ${taken.id}, which ${String(owners.get(taken.id.toUpperCase()))} declares too: name that source, in the kit where several slices use it.`,
          ]
        : []),
    ]
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

function noteTables(owners: Map<string, string>, { name, tables }: DeclaredSource): void {
  for (const { id } of tables) if (!owners.has(id.toUpperCase())) owners.set(id.toUpperCase(), name)
}

function faultsOfSums(type: ObjectTypeDefinitionNode): readonly string[] {
  const fields = new Set(type.fields?.map(({ name }) => name.value))
  return (type.fields ?? []).flatMap((field) => {
    const parts = indicatorOf(field)?.['sumOf']
    const stray = Array.isArray(parts) ? parts.map(String).find((part) => !fields.has(part)) : undefined
    if (stray === undefined) return []
    return [
      `${locationOf(field)}${type.name.value}.${field.name.value} is the sum of ${stray}, which is no field of its type.`,
    ]
  })
}

function indicatorOf(field: FieldDefinitionNode): Readonly<Record<string, unknown>> | undefined {
  const directive = field.directives?.find(({ name }) => name.value === 'indicator')
  return directive && argumentsOf(directive)
}
