/**
 * Repairs a supergraph for which Apollo's planner would make wrong plans. Shared root fields are repaired in
 * shared-roots.ts. A key that a subgraph cannot resolve, listed before one that it can, gives null. An
 * argument inside `@requires` gives one response key two meanings: each field with arguments that a
 * `@requires` names becomes a separate, hidden field without arguments, `price__r1` for `price(currency:
 * "EUR")`; requires-arguments.ts restores it in the fetches.
 */
import {
  Kind,
  parse,
  print,
  visit,
  type ASTNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { argumentsOf } from '@samenhang/subgraph-kit/directive-arguments'
import { graphNames } from './join-directives.ts'
import { namedType } from './named-type.ts'
import { settleLabels } from './override-labels.ts'
import { shareRoots, type SharedRoots } from './shared-roots.ts'

/** A field that stands for another with arguments. */
export interface Synthetic {
  readonly field: string
  readonly arguments: NonNullable<FieldNode['arguments']>
}

export interface Repaired {
  readonly sdl: string
  /** By name: `price__r1`. */
  readonly synthetic: ReadonlyMap<string, Synthetic>
  /** What a field of a type needs of these in a subgraph, each as the path in the representation. */
  readonly needs: (subgraph: string, type: string, field: string) => readonly Need[]
  /** As shared-roots.ts says. */
  readonly lacking: SharedRoots['lacking']
}

/** One synthetic field that a representation must hold. */
export interface Need {
  /** Where its value is sent: `category.averagePrice`. */
  readonly path: string
  readonly name: string
}

type TypeNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode

interface Repair {
  readonly types: ReadonlyMap<string, TypeNode>
  readonly synthetic: Map<string, Synthetic>
  /** By type and field with arguments, the name that stands for it. */
  readonly names: Map<string, string>
  /** New fields by type. */
  readonly added: Map<string, FieldDefinitionNode[]>
}

/** The supergraph with roots that know all types, and keys that can be resolved before those that cannot: what any executor can run. */
export function repairForAny(sdl: string): string {
  const enter = (node: ASTNode): TypeNode | undefined => (isFieldsType(node) ? sortKeys(node) : undefined)
  return print(visit(shareRoots(settleLabels(parse(sdl))).document, { enter }))
}

export function repairSupergraph(sdl: string): Repaired {
  const { document, lacking } = shareRoots(settleLabels(parse(sdl)))
  const graphs = graphNames(document)
  const types = new Map(document.definitions.filter(isFieldsType).map((node) => [node.name.value, node]))
  const repair: Repair = { types, synthetic: new Map(), names: new Map(), added: new Map() }
  const needs = new Map<string, Need[]>()
  const withNeeds = (field: FieldDefinitionNode, parent: string): FieldDefinitionNode => {
    const directives = (field.directives ?? []).map((directive) => {
      const { requires, graph } = argumentsOf(directive)
      if (directive.name.value !== 'join__field' || typeof requires !== 'string') return directive
      const fieldNeeds: Need[] = []
      const selected = withSynthetic(fieldSet(requires), parent, [], fieldNeeds, repair)
      if (fieldNeeds.length === 0) return directive
      needs.set([graphs.get(String(graph)), parent, field.name.value].join(' '), fieldNeeds)
      return withArgument(directive, 'requires', print(selected).replaceAll(/\s+/g, ' ').slice(1, -1).trim())
    })
    return { ...field, directives }
  }
  const repaired = visit(document, {
    enter: (node) => (isFieldsType(node) ? withFields(sortKeys(node), withNeeds) : undefined),
  })
  // A field that stands for another requires what that does, with whose arguments all is made by now.
  for (const [owner, fields] of repair.added)
    repair.added.set(
      owner,
      fields.map((field) => withNeeds(field, owner)),
    )
  const complete = repair.synthetic.size > 0 ? withInaccessible(withAdded(repaired, repair)) : repaired
  return {
    sdl: print(complete),
    synthetic: repair.synthetic,
    needs: (subgraph, type, field) => needs.get([subgraph, type, field].join(' ')) ?? [],
    lacking,
  }
}

function withFields(
  type: TypeNode,
  change: (field: FieldDefinitionNode, parent: string) => FieldDefinitionNode,
): TypeNode {
  return { ...type, fields: (type.fields ?? []).map((field) => change(field, type.name.value)) }
}

function isFieldsType(node: ASTNode): node is TypeNode {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION
}

function withArgument(directive: ConstDirectiveNode, name: string, value: string): ConstDirectiveNode {
  return {
    ...directive,
    arguments: (directive.arguments ?? []).map((argument) =>
      argument.name.value === name ? { ...argument, value: { kind: Kind.STRING, value } } : argument,
    ),
  }
}

/** Keys that can be resolved first. */
function sortKeys(type: TypeNode): TypeNode {
  const isLast = (directive: ConstDirectiveNode): boolean =>
    directive.name.value === 'join__type' && argumentsOf(directive)['resolvable'] === false
  const directives = type.directives ?? []
  return {
    ...type,
    directives: [...directives.filter((directive) => !isLast(directive)), ...directives.filter(isLast)],
  }
}

function fieldSet(text: string): SelectionSetNode {
  const [operation] = parse(`{ ${text} }`, { noLocation: true }).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`No set of fields: ${text}`)
  return operation.selectionSet
}

function withSynthetic(
  set: SelectionSetNode,
  parent: string,
  path: readonly string[],
  needs: Need[],
  repair: Repair,
): SelectionSetNode {
  const selections = set.selections.map((node) => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return node
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const on = node.typeCondition?.name.value ?? parent
      return { ...node, selectionSet: withSynthetic(node.selectionSet, on, path, needs, repair) }
    }
    const name = node.name.value
    const here = [...path, name]
    const type = typeOfField(parent, name, repair)
    const selectionSet = node.selectionSet && withSynthetic(node.selectionSet, type, here, needs, repair)
    const named = { ...node, ...(selectionSet && { selectionSet }) }
    if (!node.arguments?.length) return named
    const synthetic = syntheticOf(parent, node, repair)
    needs.push({ path: here.join('.'), name: synthetic })
    return { ...named, name: { kind: Kind.NAME, value: synthetic } as const, arguments: [] }
  })
  return { ...set, selections }
}

function typeOfField(parent: string, field: string, { types }: Repair): string {
  const type = types.get(parent)?.fields?.find(({ name }) => name.value === field)?.type
  return type ? namedType(type) : ''
}

function syntheticOf(parent: string, node: FieldNode, repair: Repair): string {
  const field = node.name.value
  const fieldArguments = node.arguments ?? []
  const identity = `${parent}.${field}(${fieldArguments
    .map((argument) => print(argument))
    .sort()
    .join(',')})`
  const previous = repair.names.get(identity)
  if (previous) return previous
  const name = `${field}__r${String(repair.synthetic.size + 1)}`
  repair.names.set(identity, name)
  repair.synthetic.set(name, { field, arguments: fieldArguments })
  const owners = [
    parent,
    ...[...repair.types.values()]
      .filter((type) => implementsType(type, parent))
      .map((type) => type.name.value),
  ]
  for (const owner of owners) {
    const declared = repair.types.get(owner)?.fields?.find((definition) => definition.name.value === field)
    if (!declared) continue
    const hidden = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'inaccessible' } } as const
    const copy: FieldDefinitionNode = {
      kind: Kind.FIELD_DEFINITION,
      name: { kind: Kind.NAME, value: name },
      type: declared.type,
      directives: [...(declared.directives ?? []), hidden],
    }
    repair.added.set(owner, [...(repair.added.get(owner) ?? []), copy])
  }
  return name
}

function implementsType(type: TypeNode, name: string): boolean {
  return (type.interfaces ?? []).some((type) => type.name.value === name)
}

function withAdded(document: DocumentNode, { added }: Repair): DocumentNode {
  return visit(document, {
    enter(node) {
      const more = isFieldsType(node) ? added.get(node.name.value) : undefined
      return more && isFieldsType(node) ? { ...node, fields: [...(node.fields ?? []), ...more] } : undefined
    },
  })
}

/** The supergraph says which directives it has by links; a supergraph that hides nothing has none for this. */
function withInaccessible(document: DocumentNode): DocumentNode {
  const has = document.definitions.some(
    (node) => node.kind === Kind.DIRECTIVE_DEFINITION && node.name.value === 'inaccessible',
  )
  if (has) return document
  const [schema] = parse(
    'schema @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY) { query: Query }',
  ).definitions
  const link = schema?.kind === Kind.SCHEMA_DEFINITION ? (schema.directives ?? []) : []
  const [directive] = parse(
    'directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION',
  ).definitions
  const definitions = document.definitions.map((node) =>
    node.kind === Kind.SCHEMA_DEFINITION
      ? { ...node, directives: [...(node.directives ?? []), ...link] }
      : node,
  )
  return { ...document, definitions: directive ? [...definitions, directive] : definitions }
}
