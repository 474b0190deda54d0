/** What a scenario assumes, in sentences: those of every scenario, and those that this one brings. Each belongs to the answer. */
import { lastYear, type Changes } from './scenario-changes.ts'
import type { ScenarioInput } from './scenario-inputs.ts'

const always = [
  'Nobody leaves the queue but by a home let to the group or a new one for it: who finds another home, moves away or dies is not counted, so queues are rather too long, before and after alike.',
  'Homes go to the group as long as it has a queue, and a new home for several groups counts for each in equal parts.',
  'A household in several groups is counted in each: totals are groups added up, not households.',
  `Within a group it is first come, first served; after ${lastYear} as many homes are let a year as in ${lastYear}, and no new ones are built.`,
  'The part of a queue that stays where nobody should have to is that of the figures.',
  'Places in shelters are the households of the group that stayed in one by the figures; they stay, and are taken while there are households for them, unless the scenario opens or closes some.',
]

export function assumptionsOf(
  inputs: readonly ScenarioInput[],
  { homes, lettings }: Changes,
  isTogether: boolean,
): readonly string[] {
  const period = inputs[0]?.period ?? 0
  const withoutYear = inputs.reduce((sum, { plannedWithoutYear }) => sum + plannedWithoutYear, 0)
  const unknown = inputs.filter(({ plansKnown }) => !plansKnown).map(({ code }) => code)
  return [
    `Each year to ${lastYear} has the inflow and the homes let of the figures, the newest of which are of ${period}, unless the scenario changes them.`,
    ...always,
    `Planned homes that name a focus group are ready in the year planned, and count from the year after the figures${withoutYear > 0 ? `; ${withoutYear.toLocaleString('en')} for which no such year is known are left out` : ''}.`,
    ...(unknown.length > 0
      ? [`Whether homes are planned is not known of ${unknown.join(', ')}: none are counted.`]
      : []),
    ...(isTogether
      ? ['The municipalities are taken together: a home or a place in one of them is for the queue of all.']
      : []),
    ...(lettings.length > 0
      ? [
          'As many homes are let as before; what groups with a given share leave of them is divided over all others as it was, home seekers of no focus group included, in each municipality.',
        ]
      : []),
    ...(homes.some(({ price }) => price !== null)
      ? ['A home costs the price that is given: support, management and changes of prices are not counted.']
      : []),
  ]
}
