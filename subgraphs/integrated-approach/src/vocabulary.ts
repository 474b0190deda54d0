/** The words that the computation shares with the graph, in the order of the schema's enums. */

export type {
  AreaLevel,
  FocusGroup,
  LoadDirection,
  MissingReason,
  PlacementKind,
  SocialLoadDomain as LoadDomain,
  SocialLoadVariant as LoadVariant,
} from './generated/resolver-types.ts'
import type { FocusGroup, PlacementKind } from './generated/resolver-types.ts'

export const focusGroups = [
  'HOMELESS',
  'URGENT_HOME_SEEKERS',
  'CARAVAN_DWELLERS',
  'LEAVING_INSTITUTIONS',
  'OLDER_PEOPLE',
  'PEOPLE_WITH_DISABILITIES',
  'STUDENTS',
  'LABOUR_MIGRANTS',
  'STATUS_HOLDERS',
] as const satisfies readonly FocusGroup[]

/** The kinds of accommodation in the order of the graph's enum, and whether nobody should have to stay there. */
export const accommodations = [
  { kind: 'STREET', unsuitable: true },
  { kind: 'ASYLUM_CENTRE', unsuitable: true },
  { kind: 'HOMELESS_SHELTER', unsuitable: true },
  { kind: 'HOLIDAY_PARK', unsuitable: true },
  { kind: 'STAYING_WITH_ACQUAINTANCES', unsuitable: true },
  { kind: 'INSTITUTION', unsuitable: true },
  { kind: 'STUDENT_ROOM', unsuitable: false },
  { kind: 'OWN_DWELLING_UNSUITABLE', unsuitable: true },
  { kind: 'OTHER', unsuitable: false },
] as const

export const placementKinds = [
  'FOCUS_GROUP_HOUSEHOLDS',
  'IN_SHELTERS',
  'LETTINGS_TO_GROUPS',
  'PROJECT_HOMES',
] as const satisfies readonly PlacementKind[]

/** To so many decimals, half away from zero for what a double holds. */
export function round(value: number, decimals: number): number {
  const factor = 10 ** decimals
  return Math.round(value * factor) / factor
}
