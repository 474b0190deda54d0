/** Inputs of scenarios of made-up municipalities. */
import type { Amount } from '../src/ranges.ts'
import type { ScenarioGroupInput, ScenarioInput } from '../src/scenario-inputs.ts'
import { focusGroups, type FocusGroup } from '../src/vocabulary.ts'

export const exact = (count: number): Amount => [count, count, count]

/** As published: up to 2 from the true count. */
export const published = (count: number): Amount => [count, count - 2, count + 2]

export function scenarioGroup(given: Partial<ScenarioGroupInput> = {}): ScenarioGroupInput {
  return {
    households: published(100),
    inflow: published(60),
    lettings: published(40),
    planned: [],
    unsuitable: [0.9, 0.88, 0.92],
    shelters: { ASYLUM_CENTRE: exact(0), HOMELESS_SHELTER: published(30), INSTITUTION: exact(0) },
    ...given,
  }
}

const unknownGroup = scenarioGroup({ households: null, inflow: null, lettings: null, unsuitable: null })

const forGroups = <Value>(valueOf: (group: FocusGroup) => Value) =>
  Object.fromEntries(focusGroups.map((group) => [group, valueOf(group)])) as Record<FocusGroup, Value>

/** A group that is not given is unknown. */
export function scenarioInput(
  code: string,
  groups: Partial<Record<FocusGroup, ScenarioGroupInput>>,
  given: Partial<ScenarioInput> = {},
): ScenarioInput {
  return {
    code,
    country: 'NL99',
    province: 'PV99',
    homesLet: published(100),
    plansKnown: true,
    plannedWithoutYear: 0,
    groups: forGroups((group) => groups[group] ?? unknownGroup),
    period: 2024,
    groupPeriods: forGroups(() => 2024),
    ...given,
  }
}
