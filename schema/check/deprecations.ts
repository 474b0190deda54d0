/**
 * What a change deprecates, or whose date it brings forward: the reason must name the last day on which it is there, "sunset 2027-07-01", at least 90 days
 * ahead, so that those who use it have a quarter of a year; and who they are.
 */
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { deprecationAt, elementsOf, parseCoordinate } from './coordinates.ts'
import { daysAfter, daysBetween, sunsetIn } from './dates.ts'
import type { CheckedOperation } from './operations.ts'
import type { UsesOf } from './who-breaks.ts'

export const daysOfNotice = 90

export interface Deprecation {
  readonly coordinate: string
  readonly reason: string
  /** ISO 8601 date; null where the reason has none. */
  readonly sunset: string | null
  /** What is wrong with the date; null where nothing is. */
  readonly fault: string | null
  /** The operations of those to tell. */
  readonly users: readonly (CheckedOperation & { readonly paths: readonly string[] })[]
}

export interface DeprecationVersions {
  readonly before: GraphQLSchema
  readonly after: GraphQLSchema
  /** The API schema after, as a document. */
  readonly document: DocumentNode
  readonly today: string
}

export function findDeprecations(
  { before, after, document, today }: DeprecationVersions,
  operations: readonly CheckedOperation[],
  uses: UsesOf,
): readonly Deprecation[] {
  const changed = elementsOf(document).flatMap(({ coordinate }) => {
    const reason = deprecationAt(after, coordinate)
    const old = deprecationAt(before, coordinate)
    if (reason === undefined || !isNews(reason, old)) return []
    return [{ coordinate, reason }]
  })
  return changed
    .filter(({ coordinate, reason }) => !isInherited(coordinate, reason, after))
    .map(({ coordinate, reason }): Deprecation => {
      const sunset = sunsetIn(reason) ?? null
      const users = operations.flatMap((checked) => {
        const found = uses(checked.document).filter((use) => isOf(use.coordinate, coordinate, after))
        return found.length === 0 ? [] : [{ ...checked, paths: [...new Set(found.map(({ path }) => path))] }]
      })
      return { coordinate, reason, sunset, fault: faultOf(coordinate, reason, today), users }
    })
}

/** Deprecated now, or with an earlier date or none where there was one. */
function isNews(reason: string, old: string | undefined): boolean {
  if (old === undefined) return true
  const [now, then] = [sunsetIn(reason), sunsetIn(old)]
  if (now === then) return false
  return then === undefined || now === undefined || now < then
}

function faultOf(coordinate: string, reason: string, today: string): string | null {
  const sunset = sunsetIn(reason)
  const earliest = daysAfter(today, daysOfNotice)
  if (sunset === undefined) {
    const [, day] = /\bsunset ([\w-]+)/i.exec(reason) ?? []
    if (day !== undefined)
      return `${coordinate} has its last day on "${day}", which is not a date: write "sunset ${earliest}" or later.`
    return `${coordinate} is deprecated without its last day: end the reason with "sunset ${earliest}" or later.`
  }
  const days = daysBetween(today, sunset)
  if (days >= daysOfNotice) return null
  return `${coordinate} has its last day on ${sunset}, ${days < 0 ? 'which has passed' : `${days} days from now`}: give its users ${daysOfNotice} days, until ${earliest} or later.`
}

/** What an interface hands to its types is told once. */
function isInherited(coordinate: string, reason: string, schema: GraphQLSchema): boolean {
  return above(coordinate, schema).some((one) => deprecationAt(schema, one) === reason)
}

function isOf(used: string, coordinate: string, schema: GraphQLSchema): boolean {
  return used === coordinate || above(used, schema).includes(coordinate)
}

/** The same field, or argument, at the interfaces of its type. */
function above(coordinate: string, schema: GraphQLSchema): readonly string[] {
  const { type: name = '', member } = parseCoordinate(coordinate)
  const type = member === undefined ? undefined : schema.getType(name)
  if (!type || !('getInterfaces' in type)) return []
  return type
    .getInterfaces()
    .filter((one) => one.getFields()[member ?? ''] !== undefined)
    .map((one) => one.name + coordinate.slice(name.length))
}
