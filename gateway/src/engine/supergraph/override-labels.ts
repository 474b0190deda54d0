/**
 * Progressive @override: a field that one subgraph takes over from another for a share of the requests, or where a
 * label is set. The hub sets no labels and divides no requests: until the label says all of them
 * (`percent(100)`), the field is asked of the subgraph that had it, and from then on of the one that took it over.
 */
import {
  isInterfaceType,
  isObjectType,
  Kind,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql'
import { argumentsOf } from '@samenhang/subgraph-kit/directive-arguments'
import { joinsOf } from './join-directives.ts'

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
export function openLabels(supergraph: GraphQLSchema): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue
    for (const { name, astNode } of Object.values(type.getFields()))
      for (const { overrideLabel } of joinsOf(astNode, 'join__field'))
        if (typeof overrideLabel === 'string' && overrideLabel !== all)
          labels.set(`${type.name}.${name}`, overrideLabel)
  }
  return labels
}

const overridden = {
  kind: Kind.ARGUMENT,
  name: { kind: Kind.NAME, value: 'usedOverridden' },
  value: { kind: Kind.BOOLEAN, value: true },
} as const
