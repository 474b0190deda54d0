/** Who used a part of the schema, as it is stored. */
import { daysAgo } from '@samenhang/schema/check/dates'
import type { Usage, UsageOfCoordinate } from '@samenhang/schema/registry/usage'
import type { GraphQLSchema } from 'graphql'
import { storedCoordinates } from './coordinates.ts'

export interface UsesAsked {
  readonly coordinate: string
  /** The first day, in UTC; 90 days ago by default. */
  readonly since?: string | undefined
}

const usualDays = 90

/** Those seen last first. Throws HubError BAD_ARGUMENT where the schema has no such part. */
export async function readUses(
  { coordinate, since = daysAgo(usualDays) }: UsesAsked,
  usage: Pick<Usage, 'ofCoordinate'>,
  schema: GraphQLSchema,
): Promise<readonly UsageOfCoordinate[]> {
  const coordinates = storedCoordinates(coordinate, schema)
  const uses = await Promise.all(coordinates.map((stored) => usage.ofCoordinate(stored, since)))
  return onceEach(uses.flat())
}

/** An operation that asks a field of several types was asked as often for each. */
function onceEach(uses: readonly UsageOfCoordinate[]): readonly UsageOfCoordinate[] {
  const byKey = new Map(
    uses.map((use) => [JSON.stringify([use.operation, use.client, use.clientVersion]), use] as const),
  )
  return [...byKey.values()].sort(
    (one, other) => other.lastDay.localeCompare(one.lastDay) || other.requests - one.requests,
  )
}
