/**
 * The national frame, as the letter to Parliament and its summary give it. Figures stand here as published, each with its source; where
 * the publication's date or address is not known to this graph it is null, never guessed. Progress is progress.ts's.
 */

export interface ProgrammeSource {
  readonly publisher: string
  readonly title: string
  readonly date: string | null
  readonly url: string | null
}

/** What of the municipal figures counts towards a commitment. */
export type Measure = 'SOCIAL_RENT_STARTED' | 'FLEX_DELIVERED' | 'GRANT_HOMES_DELIVERED'

export interface Commitment {
  readonly party: string
  readonly subject: string
  readonly target: number
  readonly measure: Measure
  /** From and up to which day; null where no source that this graph has tells both. */
  readonly window: { readonly from: string; readonly to: string } | null
  readonly source: ProgrammeSource
}

const letter: ProgrammeSource = {
  publisher: 'Government of the Netherlands (Rijksoverheid)',
  title: 'Letter to Parliament on housing focus groups (Kamerbrief huisvesting aandachtsgroepen)',
  date: null,
  url: null,
}
const summary: ProgrammeSource = {
  ...letter,
  title: 'Summary of the letter to Parliament on housing focus groups (huisvesting aandachtsgroepen)',
}
const cbs: ProgrammeSource = {
  publisher: 'Statistics Netherlands (CBS)',
  title: 'Estimate of the number of homeless people, as the letter to Parliament gives it',
  date: null,
  url: null,
}

const broadHousing = 'Broad housing of focus groups'
const clustered = 'Clustered living for older people'

export const programme = {
  goal: 'Enough affordable homes for focus groups by 2030, with the right care, support and guidance',
  targetYear: 2030,
  source: letter,
  estimates: [{ subject: 'Homeless people', value: 36_000, isLowerBound: true, source: cbs }],
  funding: [
    {
      purpose: broadHousing,
      year: 2020,
      euro: 50_000_000,
      municipalities: 59,
      homes: 12_400,
      source: letter,
    },
    {
      purpose: broadHousing,
      year: 2021,
      euro: 50_000_000,
      municipalities: null,
      homes: null,
      source: letter,
    },
    { purpose: clustered, year: 2021, euro: 20_000_000, municipalities: null, homes: null, source: letter },
    { purpose: clustered, year: 2022, euro: 20_000_000, municipalities: null, homes: null, source: letter },
  ],
  commitments: [
    {
      party: 'Aedes (housing corporations) and VNG (municipalities)',
      subject: 'Social rental homes of which building has started within two years',
      target: 150_000,
      measure: 'SOCIAL_RENT_STARTED',
      window: null,
      source: letter,
    },
    {
      party: 'Aedes (housing corporations) and VNG (municipalities)',
      subject: 'Flexible homes realised',
      target: 10_000,
      measure: 'FLEX_DELIVERED',
      window: null,
      source: letter,
    },
    {
      party: 'The 59 municipalities with a contribution of 2020',
      subject: 'Homes and places delivered sooner, almost 12,400',
      target: 12_400,
      measure: 'GRANT_HOMES_DELIVERED',
      window: null,
      source: letter,
    },
  ] satisfies readonly Commitment[] as readonly Commitment[],
  milestones: [
    { title: "The working group's report with recommendations", due: 'End of July', source: summary },
  ],
} as const
