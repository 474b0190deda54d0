/** Indicators that a change takes out of the catalogue, or gives another meaning: GraphQL's rules see neither. */
import { Kind, print, type DocumentNode } from 'graphql'
import { elementsOf } from './coordinates.ts'
import type { SchemaChange } from './schema-changes.ts'

/** What makes a figure another one where it differs. */
const meaning = ['unit', 'kind', 'scale', 'source']

/** Between two supergraphs. A field that goes as a whole is told by its removal. */
export function findIndicatorChanges(before: DocumentNode, after: DocumentNode): readonly SchemaChange[] {
  const [was, is] = [indicatorsIn(before), indicatorsIn(after)]
  const fields = new Set(elementsOf(after).map(({ coordinate }) => coordinate))
  return [...was].flatMap(([coordinate, old]): readonly SchemaChange[] => {
    const now = is.get(coordinate)
    if (now === undefined) {
      if (!fields.has(coordinate)) return []
      const message = `${coordinate} is no longer an indicator: it leaves the catalogue and is imported no more.`
      return [{ kind: 'INDICATOR_REMOVED', severity: 'breaking', coordinate, inherited: [], message }]
    }
    // A slice of before kinds existed gave none, and means the same once it does.
    const differing = meaning.filter(
      (name) => now.get(name) !== old.get(name) && (name !== 'kind' || old.has(name)),
    )
    if (differing.length === 0) return []
    const told = differing.map((name) => `${name} ${old.get(name) ?? 'none'} → ${now.get(name) ?? 'none'}`)
    const message = `${coordinate} means something else: ${told.join(', ')}. Say so with @break, or give it another name.`
    return [{ kind: 'INDICATOR_CHANGED', severity: 'dangerous', coordinate, inherited: [], message }]
  })
}

/** The coordinates of all indicators of a supergraph, with the arguments that each gives. */
export function indicatorsIn(document: DocumentNode): ReadonlyMap<string, ReadonlyMap<string, string>> {
  return new Map(
    elementsOf(document).flatMap(({ coordinate, node, directives }) => {
      const indicator = directives.find(({ name }) => name.value === 'indicator')
      if (node.kind !== Kind.FIELD_DEFINITION || !indicator) return []
      const given = (indicator.arguments ?? []).map(({ name, value }) => [name.value, print(value)] as const)
      return [[coordinate, new Map(given)] as const]
    }),
  )
}
