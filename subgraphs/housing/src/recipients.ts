/**
 * Whom homes are for: the focus groups in the order of the schema, and how the tables of this domain hold them: a column each
 * in allocations, a bit each in projects.
 */
import type { FocusGroup } from './generated/resolver-types.ts'

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

/** The groups, and home seekers of none. */
export const recipients = [...focusGroups, 'NONE'] as const

export type Recipient = (typeof recipients)[number]

/** The column of a recipient's homes. */
export function columnOf(recipient: Recipient): string {
  return recipient === 'NONE' ? 'no_group' : recipient.toLowerCase()
}

export function bitsOf(groups: readonly FocusGroup[]): number {
  return focusGroups.reduce((bits, group, at) => (groups.includes(group) ? bits | (1 << at) : bits), 0)
}

export function groupsOf(bits: number): FocusGroup[] {
  return focusGroups.filter((_, at) => (bits & (1 << at)) !== 0)
}
