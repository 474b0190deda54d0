/** What education promises as every domain does: published check values in its profile, and its focus groups. */
import { domainSuite } from '@samenhang/subgraph-kit/domain-suite'
import { subgraph } from '../src/index.ts'

domainSuite(subgraph, {
  profile: 'education',
  amsterdam2019: { educationLow: 160570, educationIntermediate: 204590, educationHigh: 337200 },
  focusGroups: 'educationFocusGroups',
  groups: ['STUDENTS'],
  example: new URL('../data/focus-groups.csv', import.meta.url),
  rows: 4,
  first: { persons: 1220, households: 75, medianMonthsWaiting: 12 },
  accommodation: { kind: 'STAYING_WITH_ACQUAINTANCES', households: 40 },
  withheld: 'OTHER',
  otherExample: new URL('../../housing/data/focus-groups.csv', import.meta.url),
})
