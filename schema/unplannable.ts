/**
 * What composes and cannot be planned well, so that no slice has it: `@requires` on a field of an interface object, on which the planner may never
 * come to an end; and names of the hub's own, under which the engine asks for fields.
 */
import {
  Kind,
  parse,
  valueFromASTUntyped,
  visit,
  type ASTNode,
  type ConstDirectiveNode,
  type NameNode,
} from 'graphql'
import type { Slice } from './slices.ts'

const own = 'hub__'

/** The names in slices that are the hub's own, as lines for their authors. */
export function findOwnNames(slices: readonly Pick<Slice, 'name' | 'typeDefs'>[]): readonly string[] {
  return slices.flatMap(({ name: slice, typeDefs }) => {
    const lines: string[] = []
    visit(typeDefs, {
      enter(node, _key, _parent, _path, ancestors) {
        if (!isNamed(node) || !node.name.value.startsWith(own)) return
        const outer = ancestors.flatMap((ancestor) =>
          'kind' in ancestor && isNamed(ancestor) ? ancestor.name.value : [],
        )
        const coordinate = [...outer, node.name.value].join('.')
        lines.push(
          `${slice}: ${coordinate} begins with ${own}, which the hub keeps for itself: give it another name`,
        )
      },
    })
    return lines
  })
}

/** The fields of interface objects that require others, read from what was composed, whatever the slices call their directives. */
export function findRequiredOnInterfaceObjects(supergraphSdl: string): readonly string[] {
  const { definitions } = parse(supergraphSdl, { noLocation: true })
  const graphs = definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  )
  const names = new Map(
    (graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : []).map((value) => [
      value.name.value,
      String(joinsOf(value, 'join__graph')[0]?.['name']),
    ]),
  )
  return definitions.flatMap((type) => {
    if (type.kind !== Kind.INTERFACE_TYPE_DEFINITION) return []
    const objects = joinsOf(type, 'join__type')
      .filter(({ isInterfaceObject }) => isInterfaceObject === true)
      .map(({ graph }) => graph)
    return (type.fields ?? []).flatMap((field) =>
      joinsOf(field, 'join__field')
        .filter(({ graph, requires }) => requires !== undefined && objects.includes(graph))
        .map(
          ({ graph }) =>
            `${String(names.get(String(graph)))}: ${type.name.value}.${field.name.value} has @requires on an interface object, which may take the planner for ever: give the types behind ${type.name.value} keys of their own in this slice, or take @requires away`,
        ),
    )
  })
}

function joinsOf(
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): readonly Readonly<Record<string, unknown>>[] {
  return (node.directives ?? [])
    .filter((directive) => directive.name.value === name)
    .map((directive) =>
      Object.fromEntries(
        (directive.arguments ?? []).map(({ name: argument, value }) => [
          argument.value,
          valueFromASTUntyped(value),
        ]),
      ),
    )
}

function isNamed(node: ASTNode): node is ASTNode & { readonly name: NameNode } {
  return /(?:Type|Directive|Field|Value)(?:Definition|Extension)$/.test(node.kind) && 'name' in node
}
