/** The indicators of the social load as a test has them: field, subgraph, SQL over its table, which way more load lies, and per what. */
export const allIndicators = [
  ['housing.averageWozValue', 'housing', 'average_woz_value', -1],
  ['housing.housingCorporationShare', 'housing', 'housing_corporation_share', 1],
  ['care.youthCareShare', 'care', 'youth_care_share', 1],
  ['care.socialSupportClientsPer1000', 'care', 'social_support_clients_per_1000', 1],
  [
    'education.educationLow',
    'education',
    '100.0 * education_low / (education_low + education_intermediate + education_high)',
    1,
  ],
  ['labourMarket.netParticipationRate', 'labour-market', 'net_participation_rate', -1],
  [
    'labourMarket.socialAssistanceRecipients',
    'labour-market',
    'social_assistance_recipients',
    1,
    'per thousand',
  ],
  ['labourMarket.lowIncomeHouseholdShare', 'labour-market', 'low_income_household_share', 1],
  [
    'integration.bornAbroadOriginOutsideEurope',
    'integration',
    'born_abroad_origin_outside_europe',
    1,
    'per thousand',
  ],
  ['integration.bornAbroadOriginEurope', 'integration', 'born_abroad_origin_europe', 1, 'per thousand'],
] as const
export const domainOf = (indicator: string) => indicator.split('.')[0]!
export const allDomains = ['housing', 'care', 'education', 'labourMarket', 'integration']
