/** The resolvers of scenarios: checked, computed at once from what a refresh kept, and given between bounds. Nothing is kept of them. */
import { levelOf } from '@samenhang/subgraph-kit/area-code'
import { toHomes, type Bounded } from './bounded.ts'
import type { HousingScenario } from './generated/resolver-types.ts'
import type { InputStore, MunicipalInputs } from './input-store.ts'
import { explain } from './need.ts'
import type { Homes } from './ranges.ts'
import type { Unavailable } from './results.ts'
import { assumptionsOf } from './scenario-assumptions.ts'
import { changesOf } from './scenario-changes.ts'
import { costOf } from './scenario-cost.ts'
import { checkAgainst, checkChanges } from './scenario-faults.ts'
import type { ScenarioInput } from './scenario-inputs.ts'
import type { State, YearOutcome } from './scenario-projection.ts'
import { scenario, type GroupOutcome, type Outcome } from './scenario.ts'

export interface ScenarioContext {
  readonly scenarios: InputStore<ScenarioInput>
  scenarioInput(code: string): Promise<MunicipalInputs<ScenarioInput> | null>
}

interface ScenarioArguments {
  readonly input: HousingScenario
}

interface Place {
  readonly code: string
}

type OutcomeAnswer = Outcome & { readonly absent: readonly string[] }

export const areaScenario = {
  async scenario({ code }: Place, { input }: ScenarioArguments, { scenarioInput }: ScenarioContext) {
    if (levelOf(code) !== 'MUNICIPALITY') return null
    return answer(await scenarioInput(code), input, { area: { code }, region: null })
  },
}

export const regionScenario = {
  async scenario({ code }: Place, { input }: ScenarioArguments, { scenarios }: ScenarioContext) {
    return answer(await scenarios.inputs({ region: code }), input, { area: null, region: { code } })
  },
}

export const scenarioResolvers = {
  ScenarioOutcome: {
    groups: ({ groups, absent }: OutcomeAnswer) => groups.map((outcome) => ({ ...outcome, absent })),
    gaining: (outcome: Outcome) => groupsWith(outcome, 'GAINS'),
    losing: (outcome: Outcome) => groupsWith(outcome, 'LOSES'),
    undecided: (outcome: Outcome) => groupsWith(outcome, 'UNDECIDED'),
  },
  ScenarioGroup: {
    missing: ({ pool, absent }: GroupOutcome & { readonly absent: readonly string[] }) =>
      [...pool.missing, ...absent].sort().map((code) => ({ code })),
    unavailable: whyUnavailable,
  },
  ScenarioYear: {
    before: ({ before }: YearOutcome) => stateOf(before),
    after: ({ after }: YearOutcome) => stateOf(after),
    queueDifference: ({ queueDifference }: YearOutcome) => toHomes(queueDifference),
  },
}

function answer(
  stored: MunicipalInputs<ScenarioInput> | null,
  input: HousingScenario,
  of: { readonly area: Place | null; readonly region: Place | null },
) {
  const changes = changesOf(input)
  checkChanges(changes)
  if (!stored) return null
  const { inputs, absent, computedAt, stale } = stored
  checkAgainst(inputs, changes)
  const outcome = scenario(inputs, changes)
  return (
    outcome && {
      ...outcome,
      ...of,
      absent,
      computedAt,
      stale,
      municipalityCount: inputs.length,
      assumptions: assumptionsOf(inputs, changes, of.region !== null),
      cost: costOf(changes),
    }
  )
}

function groupsWith({ groups }: Outcome, effect: GroupOutcome['effect']) {
  return groups.filter((outcome) => outcome.effect === effect).map(({ group }) => group)
}

function stateOf(state: State): Readonly<Record<keyof State, Homes>> {
  const known = (number: Bounded | null): Homes =>
    number ? toHomes(number) : { value: null, lower: null, upper: null }
  return {
    inflow: toHomes(state.inflow),
    homes: toHomes(state.homes),
    queue: toHomes(state.queue),
    monthsWaiting: toHomes(state.monthsWaiting),
    unsuitable: known(state.unsuitable),
    inShelter: known(state.inShelter),
    unsheltered: known(state.unsheltered),
  }
}

function whyUnavailable({ years, pool, period }: GroupOutcome): readonly Unavailable[] {
  if (years.length === 0) {
    const lacking = period === null ? ['any count of the group'] : pool.lacking
    return [{ field: 'years', reason: 'NO_FIGURES', explanation: `Not known here: ${lacking.join(', ')}.` }]
  }
  const isNever = years.some(({ before, after }) =>
    [before, after].some(({ monthsWaiting }) => monthsWaiting.lower === Infinity),
  )
  const withoutShelters = { unsheltered: unknownShelters, inShelter: unknownShelters }
  const unknown = pool.unsuitable
    ? years.some(({ before }) => before.inShelter === null)
      ? withoutShelters
      : {}
    : { unsuitable: unknownAccommodation, inShelter: unknownAccommodation, unsheltered: unknownAccommodation }
  return [
    ...(isNever ? [explain('years.monthsWaiting', 'NO_SUPPLY')] : []),
    ...Object.entries(unknown).map(([field, explanation]): Unavailable => ({
      field: `years.${field}`,
      reason: 'NO_FIGURES',
      explanation,
    })),
  ]
}

const unknownAccommodation = 'It is not known where all households of this group stay meanwhile.'
const unknownShelters = 'It is not known how many households of this group stay in each kind of shelter.'
