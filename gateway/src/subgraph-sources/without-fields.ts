/**
 * An operation for a subgraph without the fields that it does not serve, and its answer with these fields as null and an error at each. The rest of
 * the answer is what the subgraph said.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { isRecord } from '@samenhang/subgraph-kit/http-body'
import type { SubgraphAnswer, SubgraphRequest } from '@samenhang/subgraph-kit/subgraph'
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  parse,
  print,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { argumentIn } from './slice-coordinates.ts'

/** A field that is not asked. */
interface Gap {
  readonly coordinate: string
  /** The type that the field is of. */
  readonly type: string
  /** Whether objects of other types than this do not have it. */
  readonly isOneType: boolean
  /** The response keys of the objects above it, from the root; lists are gone through. */
  readonly above: readonly string[]
  readonly key: string
}

export interface Reduced {
  /** Null where nothing is left to ask. */
  readonly query: string | null
  readonly gaps: readonly Gap[]
}

type IsLacking = (coordinate: string) => boolean

/** Without the fields that are lacking, and those that have an argument that is. */
export function withoutFields(text: string, isLacking: IsLacking, supergraph: GraphQLSchema): Reduced {
  const gaps: Gap[] = []
  const document = parse(text, { noLocation: true })
  const typeOf = (parent: string, field: string): string => {
    const type = supergraph.getType(parent)
    const found = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined
    return found ? getNamedType(found.type).name : ''
  }
  const reduceField = (node: FieldNode, parent: string, above: readonly string[]): FieldNode | null => {
    const name = node.name.value
    const key = node.alias?.value ?? name
    const coordinate = `${parent}.${name}`
    const lacks =
      isLacking(coordinate) ||
      node.arguments?.some((argument) => isLacking(argumentIn(coordinate, argument.name.value)))
    if (lacks && !name.startsWith('_')) {
      const isOneType = isObjectType(supergraph.getType(parent))
      gaps.push({ coordinate, type: parent, isOneType, above, key })
      return null
    }
    if (!node.selectionSet) return node
    const selectionSet = reduce(node.selectionSet, typeOf(parent, name), [...above, key])
    return { ...node, selectionSet }
  }
  const reduce = (set: SelectionSetNode, parent: string, above: readonly string[]): SelectionSetNode => {
    const selections = set.selections.flatMap((node): SelectionNode[] => {
      if (node.kind === Kind.FIELD) return [reduceField(node, parent, above) ?? []].flat()
      if (node.kind === Kind.FRAGMENT_SPREAD) return [node]
      const type = node.typeCondition?.name.value ?? parent
      const selectionSet = reduce(node.selectionSet, type, above)
      return isBare(selectionSet) && !isBare(node.selectionSet) ? [] : [{ ...node, selectionSet }]
    })
    return { ...set, selections: selections.length > 0 ? selections : [typename] }
  }
  const reduced = visit(document, {
    OperationDefinition: (node): OperationDefinitionNode => {
      const root = node.operation === OperationTypeNode.MUTATION ? 'Mutation' : 'Query'
      return { ...node, selectionSet: reduce(node.selectionSet, root, []) }
    },
  })
  if (gaps.length === 0) return { query: text, gaps }
  return { query: isEmpty(reduced) ? null : print(withoutUnused(reduced)), gaps }
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }

function isBare({ selections }: SelectionSetNode): boolean {
  return selections.every((node) => node.kind === Kind.FIELD && node.name.value === '__typename')
}

/** Whether nothing is asked but names of types. */
function isEmpty({ definitions }: DocumentNode): boolean {
  return definitions.every(
    (node) =>
      node.kind !== Kind.OPERATION_DEFINITION ||
      node.selectionSet.selections.every(
        (selection) =>
          selection.kind === Kind.FIELD &&
          (selection.name.value === '__typename' ||
            (selection.name.value === '_entities' &&
              selection.selectionSet &&
              isBare(selection.selectionSet))),
      ),
  )
}

/** A variable that nothing uses any more makes an operation invalid. */
function withoutUnused(document: DocumentNode): DocumentNode {
  const used = new Set<string>()
  visit(document, {
    VariableDefinition: () => false,
    Variable: (node) => void used.add(node.name.value),
  })
  return visit(document, {
    VariableDefinition: (node) => (used.has(node.variable.name.value) ? false : null),
  })
}

/** Errors one by one up to so many places; beyond, one for a field at the list that they are in. */
const mostPlaces = 20

/** The answer with a null and an error for each gap; `answer` is null where nothing was asked. */
export function withGaps(
  answer: SubgraphAnswer | null,
  gaps: readonly Gap[],
  { variables }: SubgraphRequest,
  subgraph: string,
): SubgraphAnswer {
  const data = answer ? answer.data : nothingOf(variables?.['representations'])
  if (!isRecord(data)) return answer ?? { data: null, errors: [] }
  const errors = gaps.flatMap((gap) => {
    const { message, extensions } = outdated(subgraph, gap.coordinate)
    const places = placesOf(data, gap)
    const told = places.length <= mostPlaces ? places : [listAbove(places[0] ?? [])]
    return told.map((path): GraphQLFormattedError => ({ message, path, extensions }))
  })
  return { ...answer, data, errors: [...(answer?.errors ?? []), ...errors] }
}

/** What is asked for nothing: an object for each representation. */
function nothingOf(representations: unknown): Record<string, unknown> {
  if (!Array.isArray(representations)) return {}
  return {
    _entities: representations.map((one: unknown) => ({
      __typename: isRecord(one) ? one['__typename'] : null,
    })),
  }
}

function outdated(subgraph: string, coordinate: string): HubError {
  return new HubError(
    'SUBGRAPH_OUTDATED',
    `The domain «${subgraph}» runs another release, which does not serve ${coordinate}; it is null. Try again later.`,
    { subgraph, coordinate },
  )
}

/** Sets the field to null wherever it would stand, and gives these places. */
function placesOf(
  data: Record<string, unknown>,
  { above, key, type, isOneType }: Gap,
): (string | number)[][] {
  const places: (string | number)[][] = []
  const look = (value: unknown, depth: number, path: (string | number)[]): void => {
    if (Array.isArray(value)) {
      for (const [index, one] of value.entries()) look(one, depth, [...path, index])
      return
    }
    if (!isRecord(value)) return
    const step = above[depth]
    if (step !== undefined) return look(value[step], depth + 1, [...path, step])
    const name = value['__typename']
    if (typeof name === 'string' && name !== type && isOneType) return
    Object.assign(value, { [key]: null })
    places.push([...path, key])
  }
  look(data, 0, [])
  return places
}

function listAbove(path: readonly (string | number)[]): readonly (string | number)[] {
  const list = path.slice(
    0,
    path.findIndex((step) => typeof step === 'number'),
  )
  return list[0] === '_entities' ? [] : list
}
