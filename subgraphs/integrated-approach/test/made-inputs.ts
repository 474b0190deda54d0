/** Inputs of one made-up area, for tests of what is computed from them. */
import { accommodate } from '../src/accommodation.ts'
import type { AreaInput, GroupFigures, Supply } from '../src/inputs.ts'

export function group(given: Partial<GroupFigures>): GroupFigures {
  return {
    group: 'HOMELESS',
    period: 2024,
    households: 100,
    inflow: 60,
    medianMonthsWaiting: 12,
    accommodated: accommodate([
      { suits: 'NO', households: 90, reason: null },
      { suits: 'YES', households: 10, reason: null },
    ]),
    sheltered: { households: null, isPartial: false },
    shelters: { ASYLUM_CENTRE: null, HOMELESS_SHELTER: null, INSTITUTION: null },
    missing: [],
    ...given,
  }
}

export function area(code: string, given: Partial<AreaInput> = {}): AreaInput {
  return {
    code,
    level: 'NEIGHBOURHOOD',
    newest: 2024,
    country: 'NL99',
    province: 'PV99',
    municipality: 'GM9001',
    district: 'WK900101',
    figures: new Map(),
    groups: [],
    supply: null,
    overlap: null,
    grants: [],
    ...given,
  }
}

export const supply = (given: Partial<Supply>): Supply => ({
  period: 2024,
  homesLet: 40,
  homesLetToFocusGroups: 20,
  plannedDeliveries: 10,
  plannedDeliveriesForFocusGroups: 5,
  allocations: [
    { group: 'HOMELESS', homes: 20 },
    { group: null, homes: 20 },
  ],
  missing: [],
  ...given,
})
