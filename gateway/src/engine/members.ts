/**
 * Unions and interfaces of which each subgraph knows other members. Where a field of such a type can be had of several subgraphs, Apollo's planner
 * takes a member that one of them lacks for one that never comes, and asks nobody for its fields: a silent null. So the supergraph that it sees
 * gives each of these subgraphs all members, the ones it lacks as guests; what is then sent to a subgraph says nothing of its guests.
 */
import type { FetchNode } from '@apollo/query-planner'
import {
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type SelectionNode,
  type TypeDefinitionNode,
} from 'graphql'
import { graphsOfField, graphsOfType, isInterfaceObjectIn, joinsOf, membersIn } from './join-directives.ts'
import { namedType } from './named-type.ts'

export interface Members {
  /** The supergraph with all members everywhere. */
  readonly document: DocumentNode
  readonly hasGuests: boolean
  /** The fetch as its subgraph understands it. */
  withoutGuests(fetch: FetchNode): FetchNode
}

type Types = ReadonlyMap<string, TypeDefinitionNode>

/** Directives to add, by type, `Type.field` or `Enum.VALUE`. */
type Added = Map<string, string[]>

export function withAllMembers(document: DocumentNode, graphs: ReadonlyMap<string, string>): Members {
  const types: Types = new Map(
    document.definitions.filter(isType).map((definition) => [definition.name.value, definition]),
  )
  const added: Added = new Map()
  const guests = new Set<string>()
  for (const { graph, abstract, member } of missingMembers(types)) {
    const pair = [graphs.get(graph), abstract, member].join(' ')
    if (guests.has(pair)) continue
    guests.add(pair)
    admit(member, graph, types, added)
    const isUnion = types.get(abstract)?.kind === Kind.UNION_TYPE_DEFINITION
    if (isUnion) add(added, abstract, `@join__unionMember(graph: ${graph}, member: "${member}")`)
    else add(added, member, `@join__implements(graph: ${graph}, interface: "${abstract}")`)
  }
  const strangers = new Set(
    [...types.keys()].flatMap((type) =>
      (added.get(type) ?? []).flatMap((one) => {
        const [, graph] = /^@join__type\(graph: (\w+)\)$/.exec(one) ?? []
        return graph === undefined ? [] : `${String(graphs.get(graph))} ${type}`
      }),
    ),
  )
  const isGuest = (subgraph: string, parent: string, type: string): boolean =>
    strangers.has(`${subgraph} ${type}`) || guests.has([subgraph, parent, type].join(' '))

  const within = (
    selections: readonly SelectionNode[],
    parent: string,
    subgraph: string,
  ): readonly SelectionNode[] =>
    selections.flatMap((one): SelectionNode | readonly SelectionNode[] => {
      if (one.kind === Kind.FRAGMENT_SPREAD || !one.selectionSet) return one
      const isFragment = one.kind === Kind.INLINE_FRAGMENT
      const type = isFragment
        ? (one.typeCondition?.name.value ?? parent)
        : typeOfField(types.get(parent), one.name.value)
      if (isFragment && isGuest(subgraph, parent, type)) return []
      const inner = within(one.selectionSet.selections, type, subgraph)
      if (isFragment && inner.length === 0) return []
      return { ...one, selectionSet: { ...one.selectionSet, selections: inner } }
    })

  return {
    document: guests.size > 0 ? withAdded(document, added) : document,
    hasGuests: guests.size > 0,
    withoutGuests(fetch) {
      if (guests.size === 0 || !fetch.operation.includes('...')) return fetch
      const [operation] = parse(fetch.operation, { noLocation: true }).definitions
      if (operation?.kind !== Kind.OPERATION_DEFINITION) return fetch
      const root = `${operation.operation[0]?.toUpperCase() ?? ''}${operation.operation.slice(1)}`
      const selections = within(operation.selectionSet.selections, root, fetch.serviceName)
      const selectionSet = { ...operation.selectionSet, selections }
      const used = new Set<string>()
      visit(selectionSet, { Variable: ({ name }) => void used.add(name.value) })
      const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) =>
        used.has(variable.name.value),
      )
      return {
        ...fetch,
        operation: print({ ...operation, selectionSet, ...(variableDefinitions && { variableDefinitions }) }),
        ...(fetch.variableUsages && { variableUsages: fetch.variableUsages.filter((one) => used.has(one)) }),
      }
    },
  }
}

interface Missing {
  readonly graph: string
  readonly abstract: string
  readonly member: string
}

/** What one subgraph may give in a field that others give too, and another does not know there. */
function missingMembers(types: Types): readonly Missing[] {
  return [...types.values()].flatMap((type) => {
    if (!hasOutputFields(type)) return []
    return (type.fields ?? []).flatMap((field): readonly Missing[] => {
      const abstract = namedType(field.type)
      const graphs = graphsOfField(type, field).filter((graph) => isAbstractIn(graph, types.get(abstract)))
      if (graphs.length < 2) return []
      const known = graphs.map((graph) => ({
        graph,
        members: membersIn(graph, types.get(abstract), types.values()),
      }))
      const all = new Set(known.flatMap(({ members }) => [...members]))
      return known.flatMap(({ graph, members }) =>
        [...all].filter((one) => !members.has(one)).map((member) => ({ graph, abstract, member })),
      )
    })
  })
}

/** Makes a type part of a subgraph, with all that its fields are made of. */
function admit(name: string, graph: string, types: Types, added: Added): void {
  const type = types.get(name)
  const joined = `@join__type(graph: ${graph})`
  if (!type || graphsOfType(type).includes(graph) || added.get(name)?.includes(joined)) return
  add(added, name, joined)
  if (type.kind === Kind.ENUM_TYPE_DEFINITION)
    for (const value of type.values ?? [])
      add(added, `${name}.${value.name.value}`, `@join__enumValue(graph: ${graph})`)
  if (type.kind === Kind.UNION_TYPE_DEFINITION)
    for (const { name: member } of type.types ?? []) {
      admit(member.value, graph, types, added)
      add(added, name, `@join__unionMember(graph: ${graph}, member: "${member.value}")`)
    }
  if ('interfaces' in type)
    for (const { name: one } of type.interfaces ?? [])
      if (isAbstractIn(graph, types.get(one.value)))
        add(added, name, `@join__implements(graph: ${graph}, interface: "${one.value}")`)
  if (!('fields' in type)) return
  for (const field of type.fields ?? []) {
    if (joinsOf(field, 'join__field').length > 0)
      add(added, `${name}.${field.name.value}`, `@join__field(graph: ${graph})`)
    admit(namedType(field.type), graph, types, added)
    if (field.kind === Kind.FIELD_DEFINITION)
      for (const argument of field.arguments ?? []) admit(namedType(argument.type), graph, types, added)
  }
}

function add(added: Added, key: string, directive: string): void {
  const all = added.get(key) ?? []
  if (!all.includes(directive)) added.set(key, [...all, directive])
}

function withAdded(document: DocumentNode, added: Added): DocumentNode {
  const more = <Node extends { readonly directives?: readonly ConstDirectiveNode[] }>(
    node: Node,
    key: string,
  ): Node => {
    const texts = added.get(key)
    if (!texts) return node
    const [made] = parse(`scalar Any ${texts.join(' ')}`, { noLocation: true }).definitions
    const directives = made?.kind === Kind.SCALAR_TYPE_DEFINITION ? (made.directives ?? []) : []
    return { ...node, directives: [...(node.directives ?? []), ...directives] }
  }
  const definitions = document.definitions.map((node): DefinitionNode => {
    if (!isType(node)) return node
    const name = node.name.value
    const own = more(node, name)
    if (own.kind === Kind.ENUM_TYPE_DEFINITION)
      return { ...own, values: (own.values ?? []).map((one) => more(one, `${name}.${one.name.value}`)) }
    if (own.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
      return { ...own, fields: (own.fields ?? []).map((one) => more(one, `${name}.${one.name.value}`)) }
    return hasOutputFields(own)
      ? { ...own, fields: (own.fields ?? []).map((one) => more(one, `${name}.${one.name.value}`)) }
      : own
  })
  return { ...document, definitions }
}

function isType(node: DefinitionNode): node is TypeDefinitionNode {
  return node.kind.endsWith('TypeDefinition')
}

function hasOutputFields(
  type: TypeDefinitionNode,
): type is Extract<
  TypeDefinitionNode,
  { kind: Kind.OBJECT_TYPE_DEFINITION | Kind.INTERFACE_TYPE_DEFINITION }
> {
  return type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION
}

function typeOfField(type: TypeDefinitionNode | undefined, name: string): string {
  const fields = type && hasOutputFields(type) ? type.fields : undefined
  const field = fields?.find((one) => one.name.value === name)
  return field ? namedType(field.type) : ''
}

/** Whether a subgraph knows it, and as a union or an interface. */
function isAbstractIn(graph: string, type: TypeDefinitionNode | undefined): boolean {
  if (type?.kind !== Kind.UNION_TYPE_DEFINITION && type?.kind !== Kind.INTERFACE_TYPE_DEFINITION) return false
  return graphsOfType(type).includes(graph) && !isInterfaceObjectIn(graph, type)
}
