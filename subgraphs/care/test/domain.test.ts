/** What care promises as every domain does: published check values in its profile, and its focus groups. */
import { domainSuite } from '@samenhang/subgraph-kit/domain-suite'
import { subgraph } from '../src/index.ts'

domainSuite(subgraph, {
  profile: 'care',
  amsterdam2019: { youthCareShare: 10.2, socialSupportClients: 70295, socialSupportClientsPer1000: 81 },
  focusGroups: 'careFocusGroups',
  groups: ['LEAVING_INSTITUTIONS', 'OLDER_PEOPLE', 'PEOPLE_WITH_DISABILITIES'],
  example: new URL('../data/focus-groups.csv', import.meta.url),
  rows: 12,
  first: { persons: 50, households: 45, medianMonthsWaiting: 10.5 },
  accommodation: { kind: 'INSTITUTION', households: 30 },
  withheld: 'OTHER',
  otherExample: new URL('../../housing/data/focus-groups.csv', import.meta.url),
})
