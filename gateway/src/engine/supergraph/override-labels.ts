/**
 * Progressive @override: a field that one subgraph takes over from another for a share of the requests, or where a
 * label is set. The hub sets no labels and divides no requests: until the label says all of them
 * (`percent(100)`), the field is asked of the subgraph that had it, and from then on of the one that took it over.
 */
import { Kind, visit, type ConstDirectiveNode, type DocumentNode } from 'graphql'
import { argumentsOf } from '@samenhang/subgraph-kit/directive-arguments'

const all = 'percent(100)'

/** The supergraph as composition makes it where what has a label for all requests has none. */
export function settleLabels(document: DocumentNode): DocumentNode {
  return visit(document, {
    Directive(node) {
      const directive = node as ConstDirectiveNode
      if (directive.name.value !== 'join__field') return undefined
      const { override, overrideLabel } = argumentsOf(directive)
      if (overrideLabel !== all) return undefined
      const given = (directive.arguments ?? []).filter(
        ({ name }) => name.value !== 'overrideLabel' && name.value !== 'usedOverridden',
      )
      return { ...directive, arguments: override === undefined ? [...given, overridden] : given }
    },
  })
}

/** What has a label for some requests: each field, `Type.field`, with its label. */
export function openLabels(document: DocumentNode): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  for (const type of document.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    for (const field of type.fields ?? [])
      for (const directive of field.directives ?? []) {
        const { overrideLabel } = argumentsOf(directive)
        if (typeof overrideLabel === 'string' && overrideLabel !== all)
          labels.set(`${type.name.value}.${field.name.value}`, overrideLabel)
      }
  }
  return labels
}

const overridden = {
  kind: Kind.ARGUMENT,
  name: { kind: Kind.NAME, value: 'usedOverridden' },
  value: { kind: Kind.BOOLEAN, value: true },
} as const
