/**
 * What has to be changed in a supergraph before Apollo's planner makes right plans of it. Roots that subgraphs share are shared-roots.ts's. A key that a subgraph cannot resolve, listed before one
 * that it can, gives null. An argument inside `@requires` gives one response key two meanings: each field with arguments that a `@requires` names
 * becomes a field of its own, without arguments and out of clients' sight, `price__r1` for `price(currency: "EUR")`; requires-arguments.ts writes it
 * back in what is sent.
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
import { argumentsOf, graphNames } from './join-directives.ts'
import { namedType } from './named-type.ts'
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
  readonly place: string
  readonly name: string
}

type TypeNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode

interface Repair {
  readonly types: ReadonlyMap<string, TypeNode>
  readonly made: Map<string, Synthetic>
  /** By type and field with arguments, the name that stands for it. */
  readonly names: Map<string, string>
  /** New fields by type. */
  readonly added: Map<string, FieldDefinitionNode[]>
}

/** The supergraph with roots that know all types, and keys that can be resolved before those that cannot: what any executor can run. */
export function repairForAny(sdl: string): string {
  const enter = (node: ASTNode): TypeNode | undefined => (isFieldsType(node) ? sortKeys(node) : undefined)
  return print(visit(shareRoots(parse(sdl)).document, { enter }))
}

export function repairSupergraph(sdl: string): Repaired {
  const { document, lacking } = shareRoots(parse(sdl))
  const graphs = graphNames(document)
  const types = new Map(document.definitions.filter(isFieldsType).map((node) => [node.name.value, node]))
  const repair: Repair = { types, made: new Map(), names: new Map(), added: new Map() }
  const needs = new Map<string, Need[]>()
  const withNeeds = (field: FieldDefinitionNode, parent: string): FieldDefinitionNode => {
    const directives = (field.directives ?? []).map((directive) => {
      const { requires, graph } = argumentsOf(directive)
      if (directive.name.value !== 'join__field' || typeof requires !== 'string') return directive
      const found: Need[] = []
      const selected = withSynthetic(fieldSet(requires), parent, [], found, repair)
      if (found.length === 0) return directive
      needs.set([graphs.get(String(graph)), parent, field.name.value].join(' '), found)
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
  const complete = repair.made.size > 0 ? withInaccessible(withAdded(repaired, repair)) : repaired
  return {
    sdl: print(complete),
    synthetic: repair.made,
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
  return { ...type, directives: [...directives.filter((one) => !isLast(one)), ...directives.filter(isLast)] }
}

function fieldSet(text: string): SelectionSetNode {
  const [operation] = parse(`{ ${text} }`, { noLocation: true }).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`No set of fields: ${text}`)
  return operation.selectionSet
}

function withSynthetic(
  set: SelectionSetNode,
  parent: string,
  place: readonly string[],
  found: Need[],
  repair: Repair,
): SelectionSetNode {
  const selections = set.selections.map((node) => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return node
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const on = node.typeCondition?.name.value ?? parent
      return { ...node, selectionSet: withSynthetic(node.selectionSet, on, place, found, repair) }
    }
    const name = node.name.value
    const here = [...place, name]
    const type = typeOfField(parent, name, repair)
    const selectionSet = node.selectionSet && withSynthetic(node.selectionSet, type, here, found, repair)
    const named = { ...node, ...(selectionSet && { selectionSet }) }
    if (!node.arguments?.length) return named
    const synthetic = syntheticOf(parent, node, repair)
    found.push({ place: here.join('.'), name: synthetic })
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
  const given = node.arguments ?? []
  const identity = `${parent}.${field}(${given
    .map((one) => print(one))
    .sort()
    .join(',')})`
  const known = repair.names.get(identity)
  if (known) return known
  const name = `${field}__r${String(repair.made.size + 1)}`
  repair.names.set(identity, name)
  repair.made.set(name, { field, arguments: given })
  const owners = [
    parent,
    ...[...repair.types.values()]
      .filter((type) => implementsType(type, parent))
      .map((type) => type.name.value),
  ]
  for (const owner of owners) {
    const declared = repair.types.get(owner)?.fields?.find((one) => one.name.value === field)
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
  return (type.interfaces ?? []).some((one) => one.name.value === name)
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
