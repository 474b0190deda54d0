/**
 * Whom homes are for: the focus groups in the order of the schema, and how the tables of this domain hold them: a column each
 * in allocations, a bit each in projects.
 */
import type { FocusGroup } from './generated/resolver-types.ts'

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
] as const satisfies readonly FocusGroup[]

export type Group = (typeof focusGroups)[number]

/** The names that two groups had before, which files and callers may still use. */
export const formerGroups: ReadonlyMap<string, Group> = new Map([
  ['URGENT_HOME_SEEKERS', 'HOME_SEEKERS_IN_A_HURRY'],
  ['CARAVAN_DWELLERS', 'TRAVELLERS'],
])

/** The groups by their bits, which are stored: a new group takes the next. */
const byBit = [...focusGroups.filter((group) => group !== 'URGENT'), 'URGENT'] as const

/** The groups, and home seekers of none. */
export const recipients = [...focusGroups, 'NONE'] as const

export type Recipient = (typeof recipients)[number]

/** The column of a recipient's homes. */
export function columnOf(recipient: Recipient): string {
  return recipient === 'NONE' ? 'no_group' : recipient.toLowerCase()
}

export function bitsOf(groups: readonly FocusGroup[]): number {
  return groups.reduce(
    (bits, group) => bits | (1 << byBit.indexOf(formerGroups.get(group) ?? (group as Group))),
    0,
  )
}

export function groupsOf(bits: number): Group[] {
  return focusGroups.filter((group) => (bits & (1 << byBit.indexOf(group))) !== 0)
}
