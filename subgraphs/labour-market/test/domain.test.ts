/** What labour-market promises as every domain does: published check values in its profile, and its focus groups. */
import { domainSuite } from '@samenhang/subgraph-kit/domain-suite'
import { subgraph } from '../src/index.ts'

domainSuite(subgraph, {
  profile: 'labourMarket',
  amsterdam2019: {
    netParticipationRate: 69,
    socialAssistanceRecipients: 40340,
    unemploymentBenefitRecipients: 12950,
  },
  utrecht2023: { socialAssistanceRecipients: 10410, unemploymentBenefitRecipients: 2990 },
  focusGroups: 'labourMarketFocusGroups',
  groups: ['LABOUR_MIGRANTS'],
  example: new URL('../data/focus-groups.csv', import.meta.url),
  rows: 4,
  first: { persons: 335, households: 70, medianMonthsWaiting: 9.5 },
  accommodation: { kind: 'HOLIDAY_PARK', households: 35 },
  withheld: 'OTHER',
  otherExample: new URL('../../housing/data/focus-groups.csv', import.meta.url),
})
