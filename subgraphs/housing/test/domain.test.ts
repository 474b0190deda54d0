/** What housing promises as every domain does: published check values in its profile, and its focus groups. */
import { domainSuite } from '@samenhang/subgraph-kit/domain-suite'
import { subgraph } from '../src/index.ts'

domainSuite(subgraph, {
  profile: 'housing',
  amsterdam2019: {
    dwellings: 441490,
    averageWozValue: 378000,
    ownerOccupiedShare: 30,
    housingCorporationShare: 41,
    averageElectricityDeliveryApartments: 1920,
  },
  utrecht2023: { averageWozValue: 458000, ownerOccupiedShare: 44, housingCorporationShare: 31 },
  focusGroups: 'housingFocusGroups',
  groups: ['HOMELESS', 'URGENT', 'HOME_SEEKERS_IN_A_HURRY', 'TRAVELLERS'],
  example: new URL('../data/focus-groups.csv', import.meta.url),
  rows: 16,
  first: { persons: 55, households: 45, inflow: 25, medianMonthsWaiting: 19.5 },
  accommodation: { kind: 'HOMELESS_SHELTER', households: 20 },
  withheld: 'STREET',
  otherExample: new URL('../../care/data/focus-groups.csv', import.meta.url),
})
