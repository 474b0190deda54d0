/** The words that the computation shares with the graph, in the order of the schema's enums. */

export type {
  AreaLevel,
  LoadDirection,
  MissingReason,
  PlacementKind,
  ShelterKind,
  SocialLoadDomain as LoadDomain,
  SocialLoadVariant as LoadVariant,
} from './generated/resolver-types.ts'
import type { FocusGroup as AnyGroup, PlacementKind, ShelterKind } from './generated/resolver-types.ts'

export const focusGroups = [
  'HOMELESS',
  'URGENT',
  'HOME_SEEKERS_IN_A_HURRY',
  'TRAVELLERS',
  'LEAVING_INSTITUTIONS',
  'OLDER_PEOPLE',
  'PEOPLE_WITH_DISABILITIES',
  'STUDENTS',
  'LABOUR_MIGRANTS',
  'STATUS_HOLDERS',
] as const satisfies readonly AnyGroup[]

/** A group by its name of today: a former name is never answered. */
export type FocusGroup = (typeof focusGroups)[number]

const formerGroups: ReadonlyMap<AnyGroup, FocusGroup> = new Map([
  ['URGENT_HOME_SEEKERS', 'HOME_SEEKERS_IN_A_HURRY'],
  ['CARAVAN_DWELLERS', 'TRAVELLERS'],
])

/** The name of today of a group that a caller asks for. */
export function currentGroup(group: AnyGroup): FocusGroup {
  return formerGroups.get(group) ?? (group as FocusGroup)
}

/** The kinds of accommodation in the order of the graph's enum, and whether they suit: NO where nobody should have to stay. */
export const accommodations = [
  { kind: 'STREET', suits: 'NO' },
  { kind: 'ASYLUM_CENTRE', suits: 'NO' },
  { kind: 'HOMELESS_SHELTER', suits: 'NO' },
  { kind: 'HOLIDAY_PARK', suits: 'NO' },
  { kind: 'STAYING_WITH_ACQUAINTANCES', suits: 'NO' },
  { kind: 'INSTITUTION', suits: 'NO' },
  { kind: 'STUDENT_ROOM', suits: 'YES' },
  { kind: 'OWN_DWELLING_UNSUITABLE', suits: 'NO' },
  { kind: 'SUITABLE_HOME', suits: 'YES' },
  { kind: 'OTHER', suits: 'UNCLEAR' },
] as const

/** Where people stay who have no home, and that can be opened or closed. */
export const shelterKinds = [
  'ASYLUM_CENTRE',
  'HOMELESS_SHELTER',
  'INSTITUTION',
] as const satisfies readonly ShelterKind[]

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
