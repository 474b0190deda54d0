/**
 * Translates a path in the data to the paths in the client's answer: the keys of the data are the hub's
 * (response-keys.ts), and a field that a client selects under two aliases has two paths. A field that only
 * another type selects has none; a field that only the plan needed has the path of the object that needed it.
 */
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLObjectType,
} from 'graphql'
import { objectsOf } from '../document/canonical.ts'
import { isData, type Path } from '../compile/data.ts'
import { responseKeyOf } from '../document/response-keys.ts'
import { collectFields, type Fragments, type SelectionSets } from '../document/selection.ts'
import type { Selected } from './write.ts'

/** The paths in the answer; `data` is that of the plan. A field that only the plan needed has none among those `asked`. */
export type ClientPaths = (path: Path, data: unknown, which?: 'all' | 'asked') => readonly Path[]

interface ClientPosition {
  readonly path: Path
  readonly type: GraphQLCompositeType
  readonly sets: SelectionSets
  /** Null below a value that is null or not of its type. */
  readonly value: unknown
}

type SelectionContext = Pick<Selected, 'schema'> & { readonly fragments: Fragments }

export function compileClientPaths(
  root: GraphQLCompositeType,
  sets: SelectionSets,
  context: SelectionContext,
): ClientPaths {
  return (path, data, which = 'all') => {
    let positions: readonly ClientPosition[] = [{ path: [], type: root, sets, value: data }]
    for (const step of path) {
      if (typeof step === 'number' || step === '@')
        positions = positions.map((position) => within(position, step))
      else {
        const next = positions.map((position) => below(position, step, context))
        // What is selected under one alias of an object does not concern its other aliases.
        if (which === 'all' && positions.length > 0 && next.every((result) => result === 'of the plan')) break
        positions = next.flatMap((result) => (result === 'of the plan' ? [] : result))
      }
    }
    return withoutDuplicates(positions.map((position) => position.path))
  }
}

function within({ path, type, sets, value }: ClientPosition, step: number | '@'): ClientPosition {
  const item = Array.isArray(value) && step !== '@' ? (value[step] as unknown) : null
  return { path: [...path, step], type, sets, value: item }
}

/** The positions of what the client selects of an object under this key of the data. */
function below(
  position: ClientPosition,
  step: string,
  context: SelectionContext,
): readonly ClientPosition[] | 'of the plan' {
  const { type, value } = position
  const all = objectsOf(type, context.schema)
  const name = isData(value) ? value['__typename'] : undefined
  // A subgraph may have given it by the name of its interface only.
  const isKnown = isAbstractType(type) && isObjectType(context.schema.getType(String(name)))
  const actual = isKnown ? all.filter((object) => object.name === name) : all
  const positionsIn = (types: readonly GraphQLObjectType[]): readonly ClientPosition[] =>
    types.flatMap((object) => positionsOn(object, position, step, context))
  const positions = positionsIn(actual)
  if (positions.length > 0) return positions
  return positionsIn(all).length > 0 ? [] : 'of the plan'
}

function positionsOn(
  type: GraphQLObjectType,
  { path, sets, value }: ClientPosition,
  step: string,
  context: SelectionContext,
): ClientPosition[] {
  const positions: ClientPosition[] = []
  for (const [key, nodes] of collectFields(type, sets, context)) {
    const [node] = nodes
    if (!node || responseKeyOf(node) !== step) continue
    const field = type.getFields()[node.name.value]
    const of = field && getNamedType(field.type)
    positions.push({
      path: [...path, key],
      // Below a scalar a path has no keys.
      type: isCompositeType(of) ? of : type,
      sets: nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
      value: isData(value) ? value[step] : null,
    })
  }
  return positions
}

function withoutDuplicates(paths: readonly Path[]): readonly Path[] {
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()]
}
