/** Which selections a read of columns can answer: plain fields, each once under its key, and fields that are properties of their row. */
import { defaultFieldResolver, Kind, type FieldNode, type SelectionNode } from 'graphql'

/** A field and the key that the answer has it under. */
export interface KeyedField {
  readonly key: string
  readonly node: FieldNode
}

/** The selected fields, none of them with a directive; null where one is no such field or two share a key. */
export function keyedFields(selections: readonly SelectionNode[]): readonly KeyedField[] | null {
  const fields: KeyedField[] = []
  for (const node of selections) {
    if (node.kind !== Kind.FIELD || node.directives?.length) return null
    const key = node.alias?.value ?? node.name.value
    if (key === '__proto__' || fields.some((other) => other.key === key)) return null
    fields.push({ key, node })
  }
  return fields
}

/** The same, none of them with an argument. */
export function plainFields(selections: readonly SelectionNode[]): readonly KeyedField[] | null {
  const fields = keyedFields(selections)
  return fields?.some(({ node }) => node.arguments?.length) ? null : fields
}

/** Whether a field is the property of its row by its name. */
export function isProperty(resolve: unknown): boolean {
  return !resolve || resolve === defaultFieldResolver
}
