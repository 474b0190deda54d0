/**
 * `hub bench scenario`: a scenario with a change of every sort, all years of all groups before and after; of a municipality and of the region with
 * the most municipalities in turn, each time another change, so that no answer is one that was given before.
 */
import { measureOneCaller } from './one-caller.ts'

const range = '{ value lower upper }'
const state = `{ inflow ${range} homes ${range} queue ${range} monthsWaiting ${range} unsuitable ${range} inShelter ${range} unsheltered ${range} }`
const outcome = `{ municipalityCount from to assumptions gaining losing undecided
  groups { group period effect decidedBy missing { code } unavailable { field } years { year before ${state} after ${state} queueDifference ${range} } }
  totals { year before ${range} after ${range} difference ${range} } cost { homes cost { lower upper } balance { lower upper } } }`
const ofMunicipality = `query ($input: HousingScenario!) { municipality(code: "GM9001") { scenario(input: $input) ${outcome} } }`
const ofRegion = `query ($input: HousingScenario!) { region(code: "AM9001") { scenario(input: $input) ${outcome} } }`

const inputOf = (turn: number) => ({
  homes: [
    {
      year: 2028,
      kind: 'FLEX',
      homes: 20 + turn,
      forGroups: ['HOMELESS', 'STATUS_HOLDERS'],
      price: { lower: 90_000, upper: 120_000 },
    },
  ],
  lettings: [{ fromYear: 2028, group: 'URGENT', share: 0.3 }],
  inflow: [{ fromYear: 2029, group: 'HOMELESS', percent: -20 }],
  shelters: [{ fromYear: 2029, kind: 'HOMELESS_SHELTER', group: 'HOMELESS', places: 15 }],
  grant: 2_000_000,
})

interface Data {
  readonly municipality?: {
    readonly scenario: { readonly groups: readonly { readonly years: readonly unknown[] }[] } | null
  } | null
}

await measureOneCaller({
  name: 'scenario',
  limitMs: 20,
  ask: (turn) => ({ query: turn % 2 === 0 ? ofMunicipality : ofRegion, variables: { input: inputOf(turn) } }),
  about(data) {
    const groups = (data as Data).municipality?.scenario?.groups
    return (
      groups && `scenarios, with years of ${groups.filter(({ years }) => years.length > 0).length} groups`
    )
  },
})
