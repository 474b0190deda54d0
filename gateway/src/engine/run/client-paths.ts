/**
 * Where a place in the data stands in the client's answer: the keys of the data are the hub's own (response-keys.ts), and what a client asks under
 * two aliases stands at two places. What another type asks for stands nowhere; what only the plan needed stands at the object that needed it.
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

/** The places in the answer; `data` are those of the plan. Of what only the plan needed there are none among those `asked`. */
export type ClientPaths = (path: Path, data: unknown, which?: 'all' | 'asked') => readonly Path[]

interface Place {
  readonly path: Path
  readonly type: GraphQLCompositeType
  readonly sets: SelectionSets
  /** Null below a value that is null or not of its type. */
  readonly value: unknown
}

type Known = Pick<Selected, 'schema'> & { readonly fragments: Fragments }

export function compileClientPaths(
  root: GraphQLCompositeType,
  sets: SelectionSets,
  known: Known,
): ClientPaths {
  return (path, data, which = 'all') => {
    let places: readonly Place[] = [{ path: [], type: root, sets, value: data }]
    for (const step of path) {
      if (typeof step === 'number' || step === '@') places = places.map((place) => within(place, step))
      else {
        const found = places.map((place) => below(place, step, known))
        // What is asked under one alias of an object is no matter of its others.
        if (which === 'all' && places.length > 0 && found.every((one) => one === 'of the plan')) break
        places = found.flatMap((one) => (one === 'of the plan' ? [] : one))
      }
    }
    return distinct(places.map((place) => place.path))
  }
}

function within({ path, type, sets, value }: Place, step: number | '@'): Place {
  const item = Array.isArray(value) && step !== '@' ? (value[step] as unknown) : null
  return { path: [...path, step], type, sets, value: item }
}

/** The places of what the client asks of an object under this key of the data. */
function below(place: Place, step: string, known: Known): readonly Place[] | 'of the plan' {
  const { type, value } = place
  const all = objectsOf(type, known.schema)
  const name = isData(value) ? value['__typename'] : undefined
  // A subgraph may have given it by the name of its interface only.
  const isKnown = isAbstractType(type) && isObjectType(known.schema.getType(String(name)))
  const actual = isKnown ? all.filter((one) => one.name === name) : all
  const asked = (types: readonly GraphQLObjectType[]): readonly Place[] =>
    types.flatMap((one) => placesOn(one, place, step, known))
  const found = asked(actual)
  if (found.length > 0) return found
  return asked(all).length > 0 ? [] : 'of the plan'
}

function placesOn(
  type: GraphQLObjectType,
  { path, sets, value }: Place,
  step: string,
  known: Known,
): Place[] {
  const found: Place[] = []
  for (const [key, nodes] of collectFields(type, sets, known)) {
    const [node] = nodes
    if (!node || responseKeyOf(node) !== step) continue
    const field = type.getFields()[node.name.value]
    const of = field && getNamedType(field.type)
    found.push({
      path: [...path, key],
      // Below a scalar a path has no keys.
      type: isCompositeType(of) ? of : type,
      sets: nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
      value: isData(value) ? value[step] : null,
    })
  }
  return found
}

function distinct(paths: readonly Path[]): readonly Path[] {
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()]
}
