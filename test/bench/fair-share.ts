/** `hub bench fair-share`: the fair shares of a whole country, all its municipalities with every share and difference; each focus group in turn. */
import { measureOneCaller } from './one-caller.ts'

const groups = ['HOMELESS', 'URGENT', 'STUDENTS', 'OLDER_PEOPLE', 'LABOUR_MIGRANTS', 'STATUS_HOLDERS']
const range = '{ value lower upper }'
const query = `query ($group: FocusGroup!) { fairShare(within: "NL99", group: $group) {
  wholes { figure period known total ${range} }
  municipalities(first: 1000) { totalCount nodes {
    area { code } shareOfInhabitants ${range} shareOfCorporationStock ${range} shareOfHouseholds ${range}
    shareOfLettings ${range} shareOfPlannedHomes ${range} differences { key homes difference ${range} } } } } }`

interface Data {
  readonly fairShare?: { readonly municipalities: { readonly totalCount: number } } | null
}

await measureOneCaller({
  name: 'fair-share',
  limitMs: 50,
  ask: (turn) => ({ query, variables: { group: groups[turn % groups.length] } }),
  about(data) {
    const { fairShare } = data as Data
    return fairShare ? `fair shares of ${fairShare.municipalities.totalCount} municipalities` : undefined
  },
})
