/** The focus groups that this domain counts: declared in schema.graphql, stored and read by the kit. */
import { fileURLToPath } from 'node:url'
import { groupCounts } from '@samenhang/subgraph-kit/group-counts'
import { writeTogether } from './write-overlaps.ts'
import type { FocusGroup, FocusGroupFigures } from './generated/resolver-types.ts'

const groups = [
  'HOMELESS',
  'URGENT',
  'HOME_SEEKERS_IN_A_HURRY',
  'TRAVELLERS',
] as const satisfies readonly FocusGroup[]

export type OwnGroup = (typeof groups)[number]

export const focusGroups = groupCounts<FocusGroupFigures, OwnGroup>({
  folder: fileURLToPath(new URL('..', import.meta.url)),
  name: 'housing',
  field: 'housingFocusGroups',
  groups,
  writeTogether,
})
