/** What is wrong with a scenario, and the sentence that says so. */
import { expect, it } from 'vitest'
import { noChanges, type Changes } from '../src/scenario-changes.ts'
import { checkAgainst, checkChanges } from '../src/scenario-faults.ts'
import { scenarioGroup, scenarioInput } from './made-scenario.ts'

const inputs = [scenarioInput('GM9001', { HOMELESS: scenarioGroup() })]
const homes = { year: 2026, kind: 'FLEX', homes: 10, forGroups: ['HOMELESS'], price: null } as const
const lettings = { fromYear: 2026, group: 'HOMELESS', share: 0.5 } as const
const shelter = { fromYear: 2026, kind: 'HOMELESS_SHELTER', group: 'HOMELESS', places: -20 } as const

function check(changes: Partial<Changes>): void {
  checkChanges({ ...noChanges, ...changes })
  checkAgainst(inputs, { ...noChanges, ...changes })
}

it.each<[string, Partial<Changes>, string]>([
  [
    'a year of the figures',
    { homes: [{ ...homes, year: 2024 }] },
    'homes[0].year is 2024; expected 2025 to 2030, for the figures are of 2024.',
  ],
  [
    'a year after the last',
    { inflow: [{ fromYear: 2031, group: 'HOMELESS', percent: 5 }] },
    'inflow[0].fromYear is 2031; expected 2025 to 2030, for the figures are of 2024.',
  ],
  [
    'negative homes',
    { homes: [homes, { ...homes, homes: -5 }] },
    'homes[1].homes is -5; expected 0 to 100,000.',
  ],
  [
    'homes for nobody',
    { homes: [{ ...homes, forGroups: [] }] },
    'homes[0].forGroups is empty; expected at least one group.',
  ],
  [
    'a group twice',
    { homes: [{ ...homes, forGroups: ['URGENT', 'URGENT'] }] },
    'homes[0].forGroups has URGENT twice; expected each group once.',
  ],
  [
    'a negative price',
    { homes: [{ ...homes, price: { lower: -1, upper: 5 } }] },
    'homes[0].price.lower is -1; expected 0 to 10,000,000.',
  ],
  [
    'a price the wrong way round',
    { homes: [{ ...homes, price: { lower: 9, upper: 5 } }] },
    'homes[0].price is from 9 to 5; expected lower to be no more than upper.',
  ],
  [
    'a grant without homes',
    { grant: 1 },
    'grant is given without homes; expected homes with a price to hold it against.',
  ],
  [
    'a grant without a price',
    { grant: 1, homes: [{ ...homes, price: { lower: 1, upper: 1 } }, homes] },
    'grant is given, and homes[1] has no price; expected a price for all homes.',
  ],
  [
    'a share over 1',
    { lettings: [{ ...lettings, share: 1.1 }] },
    'lettings[0].share is 1.1; expected 0 to 1.',
  ],
  [
    'a share that is no number',
    { lettings: [{ ...lettings, share: NaN }] },
    'lettings[0].share is NaN; expected 0 to 1.',
  ],
  [
    'shares that are more than all',
    { lettings: [lettings, { fromYear: 2028, group: 'URGENT', share: 0.6 }] },
    'The shares of lettings in 2028 add up to 1.1 (HOMELESS 0.5, URGENT 0.6); expected at most 1.',
  ],
  [
    'two shares of a group and year',
    { lettings: [lettings, lettings] },
    'lettings changes HOMELESS from 2026 twice; expected one change of a group a year.',
  ],
  [
    'fewer than nobody who join',
    { inflow: [{ fromYear: 2026, group: 'HOMELESS', percent: -101 }] },
    'inflow[0].percent is -101; expected -100 to 1,000.',
  ],
  [
    'more places closed than there are',
    { shelters: [shelter, { ...shelter, fromYear: 2028, places: -13 }] },
    'shelters[1] leaves 33 places of HOMELESS_SHELTER closed for HOMELESS in 2028; there are at most 32.',
  ],
  [
    'more changes than can be looked over',
    { homes: Array.from({ length: 51 }, () => homes) },
    'input has 51 changes; expected at most 50.',
  ],
])('%s is refused in one sentence', (_, changes, message) => {
  expect(() => check(changes)).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT', message }))
})

it('what can be is accepted: shares that follow each other, places opened and closed, a grant of nothing', () => {
  check({
    homes: [{ ...homes, homes: 0, price: { lower: 0, upper: 0 } }],
    lettings: [
      { ...lettings, share: 1 },
      { ...lettings, fromYear: 2028, share: 0.4 },
      { fromYear: 2028, group: 'URGENT', share: 0.6 },
    ],
    shelters: [
      { ...shelter, places: 10 },
      { ...shelter, fromYear: 2027, places: -42 },
    ],
    grant: 0,
  })
})

it('places of which nobody says how many there are can be closed: the answer says that they are unknown', () => {
  check({ shelters: [{ ...shelter, group: 'STUDENTS', places: -99 }] })
})
