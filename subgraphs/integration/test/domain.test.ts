/** What integration promises as every domain does: published check values in its profile, and its focus groups. */
import { domainSuite } from '@samenhang/subgraph-kit/domain-suite'
import { subgraph } from '../src/index.ts'

domainSuite(subgraph, {
  profile: 'integration',
  amsterdam2019: { backgroundWestern: 161884, backgroundNonWestern: 308231, originNetherlands: null },
  utrecht2023: {
    backgroundWestern: null,
    originNetherlands: 222298,
    originEurope: 38274,
    originOutsideEurope: 107375,
  },
  focusGroups: 'integrationFocusGroups',
  groups: ['STATUS_HOLDERS'],
  example: new URL('../data/focus-groups.csv', import.meta.url),
  rows: 4,
  first: { persons: 215, households: 60, medianMonthsWaiting: 11.5 },
  accommodation: { kind: 'ASYLUM_CENTRE', households: 30 },
  withheld: 'OTHER',
  otherExample: new URL('../../housing/data/focus-groups.csv', import.meta.url),
})
