/**
 * What a profile says of its own figures, for a batch of rows that were read with them: why some are missing, and of which import they are. It is made
 * from the row and the records of imports alone, as profile-resolvers.ts makes it.
 */
import { getNamedType, isObjectType, type FieldNode, type GraphQLObjectType } from 'graphql'
import { checkOf } from './column-check.ts'
import { isProperty, plainFields } from './plain-fields.ts'
import type { Answer } from './rows-by-key.ts'
import type { Profile } from '../figures/indicator.ts'
import { nullsIn } from '../figures/null-bits.ts'
import { detailAnsweredBy, reasonOf, type MissingFigure } from '../figures/profile-resolvers.ts'
import type { Source } from '../figures/source.ts'

/** By the `source_id` of rows. */
export type Sources = ReadonlyMap<number, Source>

/** What stands in the answer for this row, whose first cell is the code; undefined where graphql-js must say. */
export type ProfileDetail = (row: readonly unknown[], sources: Sources) => unknown

/** The detail of this field; null for any other. `indexOf` gives the place in the row of a column that must be read; which figures are null is read with them. */
export function compileDetail(
  node: FieldNode,
  type: GraphQLObjectType,
  profile: Profile,
  indexOf: (column: string) => number,
): ProfileDetail | null {
  const field = type.getFields()[node.name.value]
  const detail = detailAnsweredBy(field?.resolve)
  const objectType = field && getNamedType(field.type)
  const write = detail && isObjectType(objectType) && propertiesWriter(node, objectType)
  if (!write) return null
  const sourceIndex = indexOf('source_id')
  const sourceOf = (row: readonly unknown[], sources: Sources): Source | undefined =>
    sources.get(Number(row[sourceIndex]))
  if (detail === 'source')
    return (row, sources) => {
      const source = sourceOf(row, sources)
      return source && write(source)
    }
  const periodIndex = indexOf('period')
  return (row, sources) => {
    const source = sourceOf(row, sources)
    if (!source) return undefined
    const place = { code: String(row[0]), period: Number(row[periodIndex]) }
    const missing: Answer[] = []
    for (const indicator of nullsIn(row, profile.indicators)) {
      const figure: MissingFigure = {
        field: indicator.field,
        reason: reasonOf(indicator, place, source),
      }
      const written = write(figure)
      if (!written) return undefined
      missing.push(written)
    }
    return missing
  }
}

/** Writes the selected fields of an object whose properties they are; undefined where one is not of its type. Null where graphql-js must write it. */
function propertiesWriter(
  { selectionSet }: FieldNode,
  type: GraphQLObjectType,
): ((object: object) => Answer | undefined) | null {
  const selected = plainFields(selectionSet?.selections ?? [])
  const parts = selected?.map(({ key, node }) => {
    const name = node.name.value
    const field = type.getFields()[name]
    const check = field && !node.selectionSet && isProperty(field.resolve) ? checkOf(field.type) : null
    return name === '__typename' || check ? { key, name, check } : null
  })
  if (!parts) return null
  const known = parts.filter((part) => part !== null)
  if (known.length < parts.length) return null
  return (object) => {
    const answer: Answer = {}
    for (const { key, name, check } of known) {
      const value: unknown = check ? ((object as Readonly<Record<string, unknown>>)[name] ?? null) : type.name
      if (check?.(value) === false) return undefined
      answer[key] = value
    }
    return answer
  }
}
