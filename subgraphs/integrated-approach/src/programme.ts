/**
 * The national frame, as a news item reports the minister's letter to Parliament: this graph has not read the letter. Figures stand here as
 * reported, each with its source; what the source does not tell is null, never guessed. Progress is progress.ts's.
 */

export interface ProgrammeSource {
  readonly publisher: string
  readonly title: string
  readonly date: string | null
  readonly url: string | null
  /** Whether it reports what others published or said. */
  readonly asReported: boolean
}

/** What of the municipal figures counts towards a target. */
export type Measure = 'SOCIAL_RENT_STARTED' | 'FLEX_DELIVERED' | 'GRANT_HOMES_DELIVERED'

export interface Window {
  readonly words: string
  /** ISO 8601. */
  readonly duration: string
  /** From and up to which day; null where no source that this graph has tells. */
  readonly from: string | null
  readonly to: string | null
}

/** What is to be reached, and what of the municipal figures tells how far it is. */
export interface Target {
  readonly target: number
  readonly measure: Measure
  /** Null where the source tells none. */
  readonly window: Window | null
  /** Who counts, where it is not every municipality: those with a grant of this year, so many at most. */
  readonly grantees?: { readonly year: number; readonly municipalities: number }
}

export interface Commitment extends Target {
  readonly parties: readonly string[]
  readonly subject: string
  readonly source: ProgrammeSource
}

export interface Expectation extends Target {
  readonly subject: string
  readonly words: string
  readonly source: ProgrammeSource
}

const newsItem: ProgrammeSource = {
  publisher: 'Stadszaken',
  title: 'Ollongren wil meer werk maken van huisvesting aandachtsgroepen (news item, article 3529)',
  date: null,
  url: 'https://stadszaken.nl/artikel/3529/ollongren-wil-meer-werk-maken-van-huisvesting-aandachtsgroepen',
  asReported: true,
}

const broadHousing = 'Broad housing of focus groups'
const clustered = 'Clustered living for older people'
const agreed = ['Aedes (housing corporations)', 'VNG (municipalities)', 'The minister']

const commitments: readonly Commitment[] = [
  {
    parties: agreed,
    subject: 'Social rental homes of which building has started',
    target: 150_000,
    measure: 'SOCIAL_RENT_STARTED',
    window: { words: 'within two years', duration: 'P2Y', from: null, to: null },
    source: newsItem,
  },
  {
    parties: agreed,
    subject: 'Flexible homes realised',
    target: 10_000,
    measure: 'FLEX_DELIVERED',
    window: null,
    source: newsItem,
  },
]

const expectations: readonly Expectation[] = [
  {
    subject: 'Homes and places that the 59 municipalities with a contribution of 2020 can deliver sooner',
    words: 'almost 12,400',
    target: 12_400,
    measure: 'GRANT_HOMES_DELIVERED',
    window: null,
    grantees: { year: 2020, municipalities: 59 },
    source: newsItem,
  },
]

const funded = { municipalities: null, homes: null, homesInWords: null, source: newsItem }

export const programme = {
  goal: 'Enough affordable homes for focus groups by 2030, with the right care, support and guidance',
  targetYear: 2030,
  source: newsItem,
  estimates: [
    {
      subject: 'Homeless people',
      value: 36_000,
      by: 'Statistics Netherlands (CBS)',
      mayBeHigher: true,
      mayBeHigherBecause:
        'The estimate counts people aged 18 to 65, and nobody without a residence permit: who is younger, older or without one is not in it.',
      source: newsItem,
    },
  ],
  funding: [
    {
      ...funded,
      purpose: broadHousing,
      year: 2020,
      euro: 50_000_000,
      municipalities: 59,
      homes: 12_400,
      homesInWords: 'almost 12,400',
    },
    { ...funded, purpose: broadHousing, year: 2021, euro: 50_000_000 },
    { ...funded, purpose: clustered, year: 2021, euro: 20_000_000 },
    { ...funded, purpose: clustered, year: 2022, euro: 20_000_000 },
  ],
  schemes: [
    {
      title: 'Scheme for contributions to the housing of focus groups',
      status: 'BEING_DRAFTED',
      source: newsItem,
    },
  ],
  commitments,
  expectations,
  domains: [
    'Housing (wonen)',
    'Care (zorg)',
    'Welfare (welzijn)',
    'Liveability (leefbaarheid)',
    'Physical surroundings (fysieke leefomgeving)',
  ],
  support: {
    to: ['Municipalities', 'Housing corporations'],
    subject: 'Extra support in realising enough suitable housing',
    because:
      'Housing focus groups takes extra effort and capacity to connect the domains, so that the pressure on vulnerable districts and those who live there does not become too great; and it often meets objections of neighbours.',
    source: newsItem,
  },
  workingGroup: {
    title: 'Interdepartmental working group',
    chair: 'Bernard ter Haar',
    task: 'How the domains can be connected better',
    domains: [
      'Housing (wonen)',
      'Education (onderwijs)',
      'Care (zorg)',
      'Labour market (arbeidsmarkt)',
      'Integration (integratie)',
    ],
    reportDue: 'End of July',
    source: newsItem,
  },
  milestones: [
    { title: "The working group's report with recommendations", due: 'End of July', source: newsItem },
  ],
} as const

/** Everything of which progress is told, in the order in which it is stored. */
export const targets: readonly Target[] = [...commitments, ...expectations]
