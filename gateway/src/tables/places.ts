/** Where selected fields lie below the element that a row is made of: through objects, and through a list only where that is its end. */
import { getNamedType, getNullableType, isListType, isObjectType } from 'graphql'
import { connectionOf } from './paging.ts'
import type { SelectedField } from './selection.ts'

export interface Place {
  readonly field: SelectedField
  /** Response keys from the element. */
  readonly keys: readonly string[]
  /** The same as names of columns have it: without the parts that only connections have. */
  readonly names: readonly string[]
  /** The connection whose page this list is. */
  readonly connection: Place | undefined
}

export function isList({ type }: Pick<SelectedField, 'type'>): boolean {
  return isListType(getNullableType(type))
}

/** The places directly below this one; those at the root where there is none. What only tells the place of a page is left out. */
export function placesIn(fields: readonly SelectedField[], above?: Place): readonly Place[] {
  const from = above && isList(above.field) ? undefined : above
  const connection = from && connectionOf(from.field.field) ? from : undefined
  return fields
    .filter(({ name }) => !(connection && name === 'pageInfo'))
    .map((field) => {
      const isPart = connection !== undefined && isList(field)
      const isNode = above !== undefined && isEdges(above) && field.name === 'node'
      const names = from?.names ?? []
      return {
        field,
        keys: [...(from?.keys ?? []), field.key],
        names: isPart || isNode ? names : [...names, field.key],
        connection: isPart ? connection : undefined,
      }
    })
}

/** The edges of a connection, each with a node. */
function isEdges({ field, connection }: Place): boolean {
  const type = getNamedType(field.type)
  return connection !== undefined && isObjectType(type) && Object.hasOwn(type.getFields(), 'node')
}

/** The nearest lists below these places that do not go into cells. */
export function listsIn(places: readonly Place[]): readonly Place[] {
  return places.flatMap((place): readonly Place[] => {
    if (place.field.separator !== undefined || place.connection?.field.separator !== undefined) return []
    if (isList(place.field)) return [place]
    return listsIn(placesIn(place.field.children, place))
  })
}
