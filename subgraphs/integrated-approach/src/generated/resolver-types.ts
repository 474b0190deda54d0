import type { GraphQLResolveInfo } from 'graphql';
import type { SubgraphContext } from '@samenhang/subgraph-kit/subgraph';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** Where a household stays while it seeks a home. */
export type Accommodation =
  /** In a centre for asylum seekers (asielzoekerscentrum, azc). */
  | 'ASYLUM_CENTRE'
  /** In a holiday park or on a camp site (vakantiepark). */
  | 'HOLIDAY_PARK'
  /** In a shelter for homeless people (daklozenopvang). */
  | 'HOMELESS_SHELTER'
  /** In an institution that they could leave (instelling): for care, protected living or detention. */
  | 'INSTITUTION'
  /** Anywhere else (overig), a suitable home included. */
  | 'OTHER'
  /** In a home of their own that does not suit them (ongeschikte eigen woning). */
  | 'OWN_DWELLING_UNSUITABLE'
  /** With family, friends or others, for the time being (bij bekenden). */
  | 'STAYING_WITH_ACQUAINTANCES'
  /** On the street, in a car or a squat (op straat). */
  | 'STREET'
  /** In a student's room (studentenkamer). */
  | 'STUDENT_ROOM';

/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type Area = {
  __typename?: 'Area';
  /** The code, such as NL00, PV27, GM0363, WK036300 or BU03630000; may change from year to year. */
  code: Scalars['ID']['output'];
  /**
   * What the focus groups need in this area and what becomes available to them, all domains together. Null where no domain
   * counts a focus group here, and before the first refresh.
   */
  housingNeed?: Maybe<HousingNeed>;
  /**
   * The load on this area compared with areas of the same level: a composite index with one component a domain. Null where no
   * figure of the basis is known here, and before the first refresh.
   */
  pressure?: Maybe<AreaPressure>;
};

/** The five levels of areas, each within the one before. */
export type AreaLevel =
  /** The country; codes NL and two digits. */
  | 'COUNTRY'
  /** Districts (wijken); codes WK, the four digits of the municipality, two characters. */
  | 'DISTRICT'
  /** Municipalities (gemeenten); codes GM and four digits. */
  | 'MUNICIPALITY'
  /** Neighbourhoods (buurten); codes BU, the six characters of the district, two characters. */
  | 'NEIGHBOURHOOD'
  /** Provinces (provincies); codes PV and two digits. */
  | 'PROVINCE';

/**
 * The pressure on one area: how far it stands from the average area of its level and country, over five domains. Each indicator of `basis`
 * gives a deviation, (value - mean) / standard deviation over the areas of the same level and country with a value in the same year, times
 * -1 where a low value means more pressure; a component is the mean of its deviations and the score the mean of its components.
 * It compares areas as they are: it says nothing of a person who lives there, gives no cause, and is no measure of an area's worth.
 * Method, formula and limits: docs/decisions/0008-pressure-index.md.
 */
export type AreaPressure = {
  __typename?: 'AreaPressure';
  /** The area this is about. */
  area: Area;
  /** Every indicator, its weight, and what it was here. */
  basis: Array<PressureBasis>;
  /** The score of each domain; null for a domain none of whose indicators is known here, and wherever the score is null. */
  components: Array<PressureComponent>;
  /** When this was computed: date and time in UTC, ISO 8601. */
  computedAt: Scalars['String']['output'];
  /** Inhabitants in the newest year known; the index is not given for fewer than 100. */
  inhabitants?: Maybe<Scalars['Int']['output']>;
  /** Per cent of the areas of this level and country with a score that is lower or equal, with one decimal. */
  percentile?: Maybe<Scalars['Float']['output']>;
  /**
   * The score, in standard deviations with three decimals: 0 is the average area of this level, more is a heavier load.
   * Null with fewer than 100 inhabitants, or where more than a third of the basis by weight is missing: see `unavailable`.
   */
  score?: Maybe<Scalars['Float']['output']>;
  /** Whether figures were imported since: the next refresh may change this answer. */
  stale: Scalars['Boolean']['output'];
  /** Why a result is null: one entry for each, so that no null is silent. */
  unavailable: Array<UnavailableResult>;
};

/** How an arrangement stands. */
export type ArrangementStatus =
  /** It is given. */
  | 'ACTIVE'
  /** It has ended. */
  | 'ENDED'
  /** It is interrupted. */
  | 'PAUSED';

/** One benefit. */
export type Benefit = {
  __typename?: 'Benefit';
  /** As labour market has it. */
  from?: Maybe<Scalars['String']['output']>;
  /** As labour market has it. */
  kind?: Maybe<BenefitKind>;
  /** As labour market has it. */
  to?: Maybe<Scalars['String']['output']>;
};

/** A benefit. */
export type BenefitKind =
  /** Disability benefit (AO: WIA, WAO, Wajong). */
  | 'DISABILITY'
  /** Old-age pension (AOW). */
  | 'OLD_AGE'
  /** Social assistance (bijstand, Participatiewet). */
  | 'SOCIAL_ASSISTANCE'
  /** Unemployment benefit (WW). */
  | 'UNEMPLOYMENT';

/** One arrangement of care. */
export type CareArrangement = {
  __typename?: 'CareArrangement';
  /** As care has it. */
  from?: Maybe<Scalars['String']['output']>;
  /** As care has it. */
  kind?: Maybe<CareKind>;
  /** As care has it. */
  status?: Maybe<ArrangementStatus>;
};

/** Care that was indicated (indicatie) and that the person waits for. */
export type CareIndication = {
  __typename?: 'CareIndication';
  /** As care has it. */
  kind?: Maybe<CareKind>;
  /** As care has it. */
  since?: Maybe<Scalars['String']['output']>;
};

/** A kind of care. */
export type CareKind =
  /** Activities in the day (dagbesteding). */
  | 'DAY_ACTIVITIES'
  /** Help with the household (huishoudelijke hulp). */
  | 'HOUSEHOLD_HELP'
  /** Care near at hand day and night (langdurige zorg). */
  | 'LONG_TERM_CARE'
  /** Shelter for homeless people (maatschappelijke opvang). */
  | 'SHELTER'
  /** Sheltered housing (beschermd wonen). */
  | 'SHELTERED_HOUSING'
  /** Support at home (individuele begeleiding). */
  | 'SUPPORT_AT_HOME'
  /** A stay for a child or young person (jeugdhulp met verblijf). */
  | 'YOUTH_RESIDENTIAL'
  /** Support for a child or young person (jeugdhulp zonder verblijf). */
  | 'YOUTH_SUPPORT';

/**
 * How far a commitment is: a sum over the municipal figures in this graph, and no more complete than these. Where any real municipality
 * reports, synthetic ones are left out.
 */
export type CommitmentProgress = {
  __typename?: 'CommitmentProgress';
  /** How it was decided, or why it was not. */
  decidedBy: Scalars['String']['output'];
  /** How many municipalities report. */
  municipalitiesReporting: Scalars['Int']['output'];
  /** Whether the share realised is at least the share of the time that has passed; null where that cannot be decided. */
  onTrack?: Maybe<Scalars['Boolean']['output']>;
  /** Per cent of the target, with one decimal. */
  percent?: Maybe<Scalars['Float']['output']>;
  /** The first year or quarter of these figures, such as 2021 or 2021-Q3; null where none is known. */
  periodFrom?: Maybe<Scalars['String']['output']>;
  /** The last year or quarter of these figures. */
  periodTo?: Maybe<Scalars['String']['output']>;
  /** How many were realised; null where no municipality reports. */
  realised?: Maybe<Scalars['Int']['output']>;
  /** Whether the figures are made up, to try the graph with. */
  synthetic: Scalars['Boolean']['output'];
};

/** A part of the civic integration examination. */
export type ExamPart =
  /** Module on the labour market and participation (module arbeidsmarkt en participatie). */
  | 'LABOUR_MARKET_MODULE'
  /** Listening (luistervaardigheid). */
  | 'LISTENING'
  /** Reading (leesvaardigheid). */
  | 'READING'
  /** Knowledge of Dutch society (kennis van de Nederlandse maatschappij). */
  | 'SOCIETY'
  /** Speaking (spreekvaardigheid). */
  | 'SPEAKING'
  /** Writing (schrijfvaardigheid). */
  | 'WRITING';

/** A group of people whom the housing market serves badly (aandachtsgroep): they compete for the same homes. */
export type FocusGroup =
  /** Those who live, or seek a place to live, in a caravan (woonwagenbewoners). */
  | 'CARAVAN_DWELLERS'
  /** People without a home of their own (dak- en thuislozen): on the street, in a shelter, or with others for a short while. */
  | 'HOMELESS'
  /** People from abroad who work here for a while or for good (arbeidsmigranten). */
  | 'LABOUR_MIGRANTS'
  /** People who can leave an institution as soon as they have a home (uitstromers uit een instelling): care, shelter or prison. */
  | 'LEAVING_INSTITUTIONS'
  /** Older people who need another home (ouderen), such as one without stairs or near care. */
  | 'OLDER_PEOPLE'
  /** People whose home must suit a physical, sensory or mental disability (mensen met een beperking). */
  | 'PEOPLE_WITH_DISABILITIES'
  /** Refugees with a residence permit who wait for a home (statushouders). */
  | 'STATUS_HOLDERS'
  /** Students who seek a room or a home near their place of study (studenten). */
  | 'STUDENTS'
  /** Home seekers who must move soon (spoedzoekers), such as after a divorce or the end of a temporary lease. */
  | 'URGENT_HOME_SEEKERS';

/** One focus group among the others: what it needs against what it gets. */
export type GroupCompetition = {
  __typename?: 'GroupCompetition';
  /** The group. */
  group: FocusGroup;
  /**
   * Its share of the homes that went to focus groups, in per cent with one decimal: of all allocated homes less those of home
   * seekers of no focus group. Null where one of these is withheld or unknown.
   */
  shareOfAllocations?: Maybe<Scalars['Float']['output']>;
  /** Its share of the need of all groups that are shown, in per cent with one decimal. */
  shareOfNeed?: Maybe<Scalars['Float']['output']>;
};

/** What one focus group needs in one area. */
export type GroupNeed = {
  __typename?: 'GroupNeed';
  /** The group. */
  group: FocusGroup;
  /** Households of this group that seek a home, a multiple of 5. Null where withheld or not known. */
  households?: Maybe<Scalars['Int']['output']>;
  /** Months for which half of these households have been seeking a home, or longer. */
  medianMonthsWaiting?: Maybe<Scalars['Float']['output']>;
  /** Why a figure is null: one entry for each, so that no null is silent. */
  missing: Array<MissingFigure>;
  /** The year of these counts; null where the domain that counts this group has none here. */
  period?: Maybe<Scalars['Int']['output']>;
  /** Their share of the households of all groups that are shown, in per cent with one decimal. */
  shareOfDemand?: Maybe<Scalars['Float']['output']>;
  /**
   * Of the households whose accommodation is shown, the share that stays where nobody should have to: on the street, in a shelter, an
   * asylum centre, a holiday park or an institution, with acquaintances, or in a home of their own that does not suit them; in
   * per cent with one decimal. Missing where the kinds that are shown make up less than 80 % of the households.
   */
  unsuitableAccommodationShare?: Maybe<Scalars['Float']['output']>;
};

/**
 * The housing need (woningbehoefte) of the focus groups in one area and the balance with what becomes available. Computed from
 * the figures of five domains at `computedAt`, kept, and the same wherever it is asked.
 */
export type HousingNeed = {
  __typename?: 'HousingNeed';
  /** Existing social rental homes that were let to new tenants (toewijzingen) in the newest year known. */
  allocatedHomes?: Maybe<Scalars['Int']['output']>;
  /** The area this is about. */
  area: Area;
  /** The groups by need against what they get, the most crowded out first; groups without both shares last. */
  competition: Array<GroupCompetition>;
  /** When this was computed: date and time in UTC, ISO 8601. */
  computedAt: Scalars['String']['output'];
  /** Every focus group, in the order of the enum. */
  groups: Array<GroupNeed>;
  /**
   * Homes that become available in a year at the present rate: `allocatedHomes` and `plannedDeliveries`. Null where the
   * allocations are unknown or withheld.
   */
  homesAvailablePerYear?: Maybe<Scalars['Int']['output']>;
  /** The newest year of the counts of focus groups; `groups` gives the year of each. */
  period: Scalars['Int']['output'];
  /**
   * New homes of projects in this area with planned delivery in the year after that. For a province, and for a country of
   * which housing has no sum: the sum over its municipalities.
   */
  plannedDeliveries?: Maybe<Scalars['Int']['output']>;
  /** Households less homes in a year; 0 where there are homes enough. Null where either is unknown: see `unavailable`. */
  shortage?: Maybe<Scalars['Int']['output']>;
  /** Whether figures were imported since: the next refresh may change this answer. */
  stale: Scalars['Boolean']['output'];
  /**
   * Households of all focus groups together that seek a home: the sum of those shown. Groups whose count is withheld are left
   * out, so that nothing withheld follows by subtraction; the true total is then a little higher. Null where none is shown.
   */
  totalHouseholds?: Maybe<Scalars['Int']['output']>;
  /** Why a result is null: one entry for each, so that no null is silent. */
  unavailable: Array<UnavailableResult>;
  /** Years until everyone of the present queue has a home at this rate, with one decimal. Null where no homes become available or either figure is unknown: see `unavailable`. */
  yearsToClear?: Maybe<Scalars['Float']['output']>;
};

/** A page of areas by shortage of homes. */
export type HousingNeedConnection = {
  __typename?: 'HousingNeedConnection';
  /** The needs of this page, each with its cursor. */
  edges: Array<HousingNeedEdge>;
  /** The needs of this page. */
  nodes: Array<HousingNeed>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** How many areas there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page of areas by shortage of homes. */
export type HousingNeedEdge = {
  __typename?: 'HousingNeedEdge';
  /** Where to continue after this one. */
  cursor: Scalars['String']['output'];
  /** The need of the area. */
  node: HousingNeed;
};

/** A fifth of all incomes in the country. */
export type IncomeBand =
  /** The fourth fifth. */
  | 'FOURTH'
  /** The highest fifth. */
  | 'HIGHEST'
  /** The lowest fifth. */
  | 'LOWEST'
  /** The middle fifth. */
  | 'MIDDLE'
  /** The second fifth. */
  | 'SECOND';

/** A route of the Civic Integration Act 2021 (Wet inburgering 2021). */
export type IntegrationRoute =
  /** B1 route. */
  | 'B1'
  /** Education route (onderwijsroute). */
  | 'EDUCATION'
  /** Self-reliance route (zelfredzaamheidsroute, Z-route). */
  | 'SELF_RELIANCE';

/** A position on the labour market. */
export type LabourPosition =
  /** Employed by others (werknemer). */
  | 'EMPLOYEE'
  /** Without work and not seeking or not available (niet-beroepsbevolking). */
  | 'NOT_SEEKING'
  /** Self-employed (zelfstandige). */
  | 'SELF_EMPLOYED'
  /** Without work, seeking it and available (werkloos). */
  | 'UNEMPLOYED';

/** A figure that is null, and why. */
export type MissingFigure = {
  __typename?: 'MissingFigure';
  /** The field of this profile that is null. */
  field: Scalars['String']['output'];
  /** Why it is null. */
  reason: MissingReason;
};

/** Why there is no figure. */
export type MissingReason =
  /** The source has the column but no figure for this area: unknown, unreliable or confidential. */
  | 'NOT_AVAILABLE'
  /**
   * The file that was imported for this year has no such column, though the source may publish it: import
   * a fuller file.
   */
  | 'NOT_IMPORTED'
  /** The source does not publish this figure for this year. */
  | 'NOT_PUBLISHED'
  /** Withheld by this graph, so that nobody can be recognised. */
  | 'SUPPRESSED';

/** A domain that has to do with a need. */
export type NeedDomain =
  /** Care. */
  | 'CARE'
  /** Housing. */
  | 'HOUSING'
  /** Integration. */
  | 'INTEGRATION'
  /** Labour market. */
  | 'LABOUR_MARKET';

/** Something that is missing for a person, between domains. */
export type OpenNeed = {
  __typename?: 'OpenNeed';
  /** The domains that have to do with it. */
  domains?: Maybe<Array<NeedDomain>>;
  /** What. */
  kind?: Maybe<OpenNeedKind>;
  /** Since when it is so as far as records tell, ISO 8601 date; null where they do not. */
  since?: Maybe<Scalars['String']['output']>;
};

/** What can be missing across domains. */
export type OpenNeedKind =
  /** No work, no income to live on and no benefit. */
  | 'BENEFIT_MISSING'
  /** Support that is given, without a home. */
  | 'HOME_MISSING'
  /** The civic integration term ends within half a year, or has ended, and parts of the examination are not passed. */
  | 'INTEGRATION_DEADLINE_NEAR'
  /** A home without the support that is indicated. */
  | 'SUPPORT_MISSING';

/** Where a page of a list lies in the whole. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last item, to be given as `after` for the next page; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there is more after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first item; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/**
 * A person whose record is kept, under an opaque id. The base registry says who and where; every domain adds its own
 * record. Each field has its own rule: scopes of the caller, and a purpose that covers it.
 */
export type Person = {
  __typename?: 'Person';
  /** As care has it. */
  care?: Maybe<PersonCare>;
  /** As housing has it. */
  housing?: Maybe<PersonHousing>;
  /** The id: opaque, and the same for a person in the whole graph. It is no number that anyone knows the person by. */
  id: Scalars['ID']['output'];
  /** As integration has it. */
  integration?: Maybe<PersonIntegration>;
  /** As labour market has it. */
  labourMarket?: Maybe<PersonLabourMarket>;
  /**
   * What is missing across domains (openstaande behoeften): told from the records of four domains as they are now, by
   * rules and without judgement. Empty where nothing is; null where a record could not be had.
   */
  openNeeds?: Maybe<Array<OpenNeed>>;
};

/** The care of a person, as the municipality knows it. */
export type PersonCare = {
  __typename?: 'PersonCare';
  /** As care has it. */
  arrangements?: Maybe<Array<CareArrangement>>;
  /** As care has it. */
  waitingFor?: Maybe<Array<CareIndication>>;
};

/** How a person lives and seeks a home, as municipality and corporations know it. */
export type PersonHousing = {
  __typename?: 'PersonHousing';
  /** As housing has it. */
  since?: Maybe<Scalars['String']['output']>;
  /** As housing has it. */
  situation?: Maybe<Accommodation>;
};

/** The residence permit and civic integration of a person, as municipality and the education agency know it. */
export type PersonIntegration = {
  __typename?: 'PersonIntegration';
  /** As integration has it. */
  deadline?: Maybe<Scalars['String']['output']>;
  /** As integration has it. */
  examPartsPassed?: Maybe<Array<ExamPart>>;
  /** As integration has it. */
  route?: Maybe<IntegrationRoute>;
};

/** The work and income of a person, as municipality and benefits agency know it. */
export type PersonLabourMarket = {
  __typename?: 'PersonLabourMarket';
  /** As labour market has it. */
  benefits?: Maybe<Array<Benefit>>;
  /** As labour market has it. */
  incomeBand?: Maybe<IncomeBand>;
  /** As labour market has it. */
  position?: Maybe<LabourPosition>;
};

/** One indicator of the pressure index, and what it was in one area. */
export type PressureBasis = {
  __typename?: 'PressureBasis';
  /** Standard deviations from the mean of the areas of this level and country, with three decimals; positive is more pressure. */
  deviation?: Maybe<Scalars['Float']['output']>;
  /** Which way more pressure lies. */
  direction: PressureDirection;
  /** The domain it counts for. */
  domain: PressureDomain;
  /** The field that it is, or is calculated from, such as housing.averageWozValue. */
  indicator: Scalars['String']['output'];
  /** What is measured, in words. */
  measure: Scalars['String']['output'];
  /** Whether there is no value here of that year. */
  missing: Scalars['Boolean']['output'];
  /** The year of the value: the newest that at least half of the areas of this level have. */
  period?: Maybe<Scalars['Int']['output']>;
  /** The value in this area, with three decimals. */
  value?: Maybe<Scalars['Float']['output']>;
  /** Its weight in the score where nothing is missing; the weights add up to 1. */
  weight: Scalars['Float']['output'];
};

/** The share of one domain in the pressure on an area. */
export type PressureComponent = {
  __typename?: 'PressureComponent';
  /** The domain. */
  domain: PressureDomain;
  /** The mean deviation of its indicators, in standard deviations with three decimals. */
  score?: Maybe<Scalars['Float']['output']>;
};

/** A page of areas by pressure. */
export type PressureConnection = {
  __typename?: 'PressureConnection';
  /** The pressures of this page, each with its cursor. */
  edges: Array<PressureEdge>;
  /** The pressures of this page. */
  nodes: Array<AreaPressure>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** How many areas there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** Which way more pressure lies. */
export type PressureDirection =
  /** A higher value is more pressure. */
  | 'HIGHER_IS_MORE_PRESSURE'
  /** A lower value is more pressure. */
  | 'LOWER_IS_MORE_PRESSURE';

/** A domain that has a component in the pressure index. */
export type PressureDomain =
  /** Youth care and social support. */
  | 'CARE'
  /** Highest education attained. */
  | 'EDUCATION'
  /** Values of dwellings and the share of housing corporations. */
  | 'HOUSING'
  /**
   * Newcomers whom civic integration (inburgering) serves, per 1,000 inhabitants: the size of a task that schools, language teachers
   * and municipalities have there. No judgement of people or of where they come from.
   */
  | 'INTEGRATION'
  /** Work, social assistance and low incomes. */
  | 'LABOUR_MARKET';

/** One of a page of areas by pressure. */
export type PressureEdge = {
  __typename?: 'PressureEdge';
  /** Where to continue after this one. */
  cursor: Scalars['String']['output'];
  /** The pressure on the area. */
  node: AreaPressure;
};

/** The national programme for housing focus groups (programma huisvesting aandachtsgroepen): its frame as published, and how far its commitments are. */
export type Programme = {
  __typename?: 'Programme';
  /** What parties agreed to deliver, and how far they are. */
  commitments: Array<ProgrammeCommitment>;
  /** How many people are concerned, as far as it was estimated. */
  estimates: Array<ProgrammeEstimate>;
  /** The money set aside. */
  funding: Array<ProgrammeFunding>;
  /** What it is for. */
  goal: Scalars['String']['output'];
  /** What was to happen when. */
  milestones: Array<ProgrammeMilestone>;
  /** Where the goal comes from. */
  source: ProgrammeSource;
  /** By which year. */
  targetYear: Scalars['Int']['output'];
};

/** What a party committed itself to. */
export type ProgrammeCommitment = {
  __typename?: 'ProgrammeCommitment';
  /** Who: one party, or several together. */
  party: Scalars['String']['output'];
  /** How far it is, by the figures that municipalities report to this graph. */
  progress: CommitmentProgress;
  /** Where it comes from. */
  source: ProgrammeSource;
  /** What is to be delivered. */
  subject: Scalars['String']['output'];
  /** How many. */
  target: Scalars['Int']['output'];
};

/** An estimate that the programme rests on. */
export type ProgrammeEstimate = {
  __typename?: 'ProgrammeEstimate';
  /** Whether the true number may be higher. */
  isLowerBound: Scalars['Boolean']['output'];
  /** Where it comes from. */
  source: ProgrammeSource;
  /** What was estimated. */
  subject: Scalars['String']['output'];
  /** The estimate. */
  value: Scalars['Int']['output'];
};

/** Money set aside for one purpose in one year. */
export type ProgrammeFunding = {
  __typename?: 'ProgrammeFunding';
  /** The amount, in euro. */
  euro: Scalars['Int']['output'];
  /** How many homes and places can be delivered sooner with it, about; null where not published. */
  homes?: Maybe<Scalars['Int']['output']>;
  /** How many municipalities got a contribution from it; null where not published. */
  municipalities?: Maybe<Scalars['Int']['output']>;
  /** What it is for. */
  purpose: Scalars['String']['output'];
  /** Where it comes from. */
  source: ProgrammeSource;
  /** The year. */
  year: Scalars['Int']['output'];
};

/** What was to happen when. */
export type ProgrammeMilestone = {
  __typename?: 'ProgrammeMilestone';
  /** When it was due, in the words of the source. */
  due: Scalars['String']['output'];
  /** Where it comes from. */
  source: ProgrammeSource;
  /** What. */
  title: Scalars['String']['output'];
};

/** The publication that a figure of the programme comes from. */
export type ProgrammeSource = {
  __typename?: 'ProgrammeSource';
  /** When it was published, ISO 8601; null where this graph does not know. */
  date?: Maybe<Scalars['String']['output']>;
  /** Who published it. */
  publisher: Scalars['String']['output'];
  /** What it is. */
  title: Scalars['String']['output'];
  /** Where it can be read; null where this graph does not know. */
  url?: Maybe<Scalars['String']['output']>;
};

export type Query = {
  __typename?: 'Query';
  /**
   * Areas of one level in order of their shortage of homes (`HousingNeed.shortage`), the largest first; areas without one are
   * left out. Real and synthetic areas are never ranked together: see `within`.
   */
  housingNeedRanking?: Maybe<HousingNeedConnection>;
  /**
   * Areas of one level in order of their pressure (`AreaPressure.score`), the heaviest first; areas without a score are left
   * out. Real and synthetic areas are never ranked together: see `within`.
   */
  pressureRanking?: Maybe<PressureConnection>;
  /** The national programme for housing focus groups, as the letter to Parliament (Kamerbrief) and its summary give it, and how far it is. */
  programme?: Maybe<Programme>;
};


export type QueryHousingNeedRankingArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  level: AreaLevel;
  within?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryPressureRankingArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  level: AreaLevel;
  within?: InputMaybe<Scalars['ID']['input']>;
};

/** Why there is no result. */
export type UnavailableReason =
  /** No other area of this level has the figures to compare with: a country alone, or one imported municipality. */
  | 'NOTHING_TO_COMPARE_WITH'
  /** A figure it is calculated from is unknown or withheld. */
  | 'NO_FIGURES'
  /** No homes become available, so the queue never clears. */
  | 'NO_SUPPLY'
  /** Fewer than 100 inhabitants, or unknown how many. */
  | 'TOO_FEW_INHABITANTS'
  /** More than a third of the basis is missing. */
  | 'TOO_MUCH_MISSING';

/** A result that is null, and why. */
export type UnavailableResult = {
  __typename?: 'UnavailableResult';
  /** Why, in a sentence. */
  explanation: Scalars['String']['output'];
  /** The field that is null. */
  field: Scalars['String']['output'];
  /** Why, as a code. */
  reason: UnavailableReason;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Area: Area;
  Person: Person;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Area:
    ( { __typename: 'Area' }
    & GraphQLRecursivePick<FederationTypes['Area'], {"code":true}> );
  Person:
    ( { __typename: 'Person' }
    & GraphQLRecursivePick<FederationTypes['Person'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Person'], {"housing":{"situation":true,"since":true},"care":{"arrangements":{"kind":true,"status":true,"from":true},"waitingFor":{"kind":true,"since":true}},"labourMarket":{"position":true,"incomeBand":true,"benefits":{"kind":true,"from":true,"to":true}},"integration":{"route":true,"deadline":true,"examPartsPassed":true}}> ) );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Accommodation: ResolverTypeWrapper<Partial<Accommodation>>;
  Area: ResolverTypeWrapper<{ readonly code: string }>;
  ID: ResolverTypeWrapper<Partial<Scalars['ID']['output']>>;
  AreaLevel: ResolverTypeWrapper<Partial<AreaLevel>>;
  AreaPressure: ResolverTypeWrapper<Partial<Omit<AreaPressure, 'area'> & { area: ResolversTypes['Area'] }>>;
  String: ResolverTypeWrapper<Partial<Scalars['String']['output']>>;
  Int: ResolverTypeWrapper<Partial<Scalars['Int']['output']>>;
  Float: ResolverTypeWrapper<Partial<Scalars['Float']['output']>>;
  Boolean: ResolverTypeWrapper<Partial<Scalars['Boolean']['output']>>;
  ArrangementStatus: ResolverTypeWrapper<Partial<ArrangementStatus>>;
  Benefit: ResolverTypeWrapper<Partial<Benefit>>;
  BenefitKind: ResolverTypeWrapper<Partial<BenefitKind>>;
  CareArrangement: ResolverTypeWrapper<Partial<CareArrangement>>;
  CareIndication: ResolverTypeWrapper<Partial<CareIndication>>;
  CareKind: ResolverTypeWrapper<Partial<CareKind>>;
  CommitmentProgress: ResolverTypeWrapper<Partial<CommitmentProgress>>;
  ExamPart: ResolverTypeWrapper<Partial<ExamPart>>;
  FocusGroup: ResolverTypeWrapper<Partial<FocusGroup>>;
  GroupCompetition: ResolverTypeWrapper<Partial<GroupCompetition>>;
  GroupNeed: ResolverTypeWrapper<Partial<GroupNeed>>;
  HousingNeed: ResolverTypeWrapper<Partial<Omit<HousingNeed, 'area'> & { area: ResolversTypes['Area'] }>>;
  HousingNeedConnection: ResolverTypeWrapper<Partial<Omit<HousingNeedConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['HousingNeedEdge']>, nodes: Array<ResolversTypes['HousingNeed']> }>>;
  HousingNeedEdge: ResolverTypeWrapper<Partial<Omit<HousingNeedEdge, 'node'> & { node: ResolversTypes['HousingNeed'] }>>;
  IncomeBand: ResolverTypeWrapper<Partial<IncomeBand>>;
  IntegrationRoute: ResolverTypeWrapper<Partial<IntegrationRoute>>;
  LabourPosition: ResolverTypeWrapper<Partial<LabourPosition>>;
  MissingFigure: ResolverTypeWrapper<Partial<MissingFigure>>;
  MissingReason: ResolverTypeWrapper<Partial<MissingReason>>;
  NeedDomain: ResolverTypeWrapper<Partial<NeedDomain>>;
  OpenNeed: ResolverTypeWrapper<Partial<OpenNeed>>;
  OpenNeedKind: ResolverTypeWrapper<Partial<OpenNeedKind>>;
  PageInfo: ResolverTypeWrapper<Partial<PageInfo>>;
  Person: ResolverTypeWrapper<Partial<Person>>;
  PersonCare: ResolverTypeWrapper<Partial<PersonCare>>;
  PersonHousing: ResolverTypeWrapper<Partial<PersonHousing>>;
  PersonIntegration: ResolverTypeWrapper<Partial<PersonIntegration>>;
  PersonLabourMarket: ResolverTypeWrapper<Partial<PersonLabourMarket>>;
  PressureBasis: ResolverTypeWrapper<Partial<PressureBasis>>;
  PressureComponent: ResolverTypeWrapper<Partial<PressureComponent>>;
  PressureConnection: ResolverTypeWrapper<Partial<Omit<PressureConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['PressureEdge']>, nodes: Array<ResolversTypes['AreaPressure']> }>>;
  PressureDirection: ResolverTypeWrapper<Partial<PressureDirection>>;
  PressureDomain: ResolverTypeWrapper<Partial<PressureDomain>>;
  PressureEdge: ResolverTypeWrapper<Partial<Omit<PressureEdge, 'node'> & { node: ResolversTypes['AreaPressure'] }>>;
  Programme: ResolverTypeWrapper<Partial<Programme>>;
  ProgrammeCommitment: ResolverTypeWrapper<Partial<ProgrammeCommitment>>;
  ProgrammeEstimate: ResolverTypeWrapper<Partial<ProgrammeEstimate>>;
  ProgrammeFunding: ResolverTypeWrapper<Partial<ProgrammeFunding>>;
  ProgrammeMilestone: ResolverTypeWrapper<Partial<ProgrammeMilestone>>;
  ProgrammeSource: ResolverTypeWrapper<Partial<ProgrammeSource>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  UnavailableReason: ResolverTypeWrapper<Partial<UnavailableReason>>;
  UnavailableResult: ResolverTypeWrapper<Partial<UnavailableResult>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Area: { readonly code: string };
  ID: Partial<Scalars['ID']['output']>;
  AreaPressure: Partial<Omit<AreaPressure, 'area'> & { area: ResolversParentTypes['Area'] }>;
  String: Partial<Scalars['String']['output']>;
  Int: Partial<Scalars['Int']['output']>;
  Float: Partial<Scalars['Float']['output']>;
  Boolean: Partial<Scalars['Boolean']['output']>;
  Benefit: Partial<Benefit>;
  CareArrangement: Partial<CareArrangement>;
  CareIndication: Partial<CareIndication>;
  CommitmentProgress: Partial<CommitmentProgress>;
  GroupCompetition: Partial<GroupCompetition>;
  GroupNeed: Partial<GroupNeed>;
  HousingNeed: Partial<Omit<HousingNeed, 'area'> & { area: ResolversParentTypes['Area'] }>;
  HousingNeedConnection: Partial<Omit<HousingNeedConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['HousingNeedEdge']>, nodes: Array<ResolversParentTypes['HousingNeed']> }>;
  HousingNeedEdge: Partial<Omit<HousingNeedEdge, 'node'> & { node: ResolversParentTypes['HousingNeed'] }>;
  MissingFigure: Partial<MissingFigure>;
  OpenNeed: Partial<OpenNeed>;
  PageInfo: Partial<PageInfo>;
  Person: Partial<Person | FederationReferenceTypes['Person']>;
  PersonCare: Partial<PersonCare>;
  PersonHousing: Partial<PersonHousing>;
  PersonIntegration: Partial<PersonIntegration>;
  PersonLabourMarket: Partial<PersonLabourMarket>;
  PressureBasis: Partial<PressureBasis>;
  PressureComponent: Partial<PressureComponent>;
  PressureConnection: Partial<Omit<PressureConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['PressureEdge']>, nodes: Array<ResolversParentTypes['AreaPressure']> }>;
  PressureEdge: Partial<Omit<PressureEdge, 'node'> & { node: ResolversParentTypes['AreaPressure'] }>;
  Programme: Partial<Programme>;
  ProgrammeCommitment: Partial<ProgrammeCommitment>;
  ProgrammeEstimate: Partial<ProgrammeEstimate>;
  ProgrammeFunding: Partial<ProgrammeFunding>;
  ProgrammeMilestone: Partial<ProgrammeMilestone>;
  ProgrammeSource: Partial<ProgrammeSource>;
  Query: Record<PropertyKey, never>;
  UnavailableResult: Partial<UnavailableResult>;
};

export type AreaResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Area'] = ResolversParentTypes['Area'], FederationReferenceType extends FederationReferenceTypes['Area'] = FederationReferenceTypes['Area']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Area']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  housingNeed?: Resolver<Maybe<ResolversTypes['HousingNeed']>, ParentType, ContextType>;
  pressure?: Resolver<Maybe<ResolversTypes['AreaPressure']>, ParentType, ContextType>;
};

export type AreaPressureResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AreaPressure'] = ResolversParentTypes['AreaPressure']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  basis?: Resolver<Array<ResolversTypes['PressureBasis']>, ParentType, ContextType>;
  components?: Resolver<Array<ResolversTypes['PressureComponent']>, ParentType, ContextType>;
  computedAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  inhabitants?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  percentile?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unavailable?: Resolver<Array<ResolversTypes['UnavailableResult']>, ParentType, ContextType>;
};

export type CommitmentProgressResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CommitmentProgress'] = ResolversParentTypes['CommitmentProgress']> = {
  decidedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  municipalitiesReporting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onTrack?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  percent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  periodFrom?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  periodTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  realised?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  synthetic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type GroupCompetitionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['GroupCompetition'] = ResolversParentTypes['GroupCompetition']> = {
  group?: Resolver<ResolversTypes['FocusGroup'], ParentType, ContextType>;
  shareOfAllocations?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  shareOfNeed?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type GroupNeedResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['GroupNeed'] = ResolversParentTypes['GroupNeed']> = {
  group?: Resolver<ResolversTypes['FocusGroup'], ParentType, ContextType>;
  households?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  medianMonthsWaiting?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['MissingFigure']>, ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  shareOfDemand?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  unsuitableAccommodationShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type HousingNeedResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['HousingNeed'] = ResolversParentTypes['HousingNeed']> = {
  allocatedHomes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  competition?: Resolver<Array<ResolversTypes['GroupCompetition']>, ParentType, ContextType>;
  computedAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  groups?: Resolver<Array<ResolversTypes['GroupNeed']>, ParentType, ContextType>;
  homesAvailablePerYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  plannedDeliveries?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  shortage?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  totalHouseholds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unavailable?: Resolver<Array<ResolversTypes['UnavailableResult']>, ParentType, ContextType>;
  yearsToClear?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type HousingNeedConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['HousingNeedConnection'] = ResolversParentTypes['HousingNeedConnection']> = {
  edges?: Resolver<Array<ResolversTypes['HousingNeedEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['HousingNeed']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HousingNeedEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['HousingNeedEdge'] = ResolversParentTypes['HousingNeedEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['HousingNeed'], ParentType, ContextType>;
};

export type MissingFigureResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['MissingFigure'] = ResolversParentTypes['MissingFigure']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['MissingReason'], ParentType, ContextType>;
};

export type OpenNeedResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['OpenNeed'] = ResolversParentTypes['OpenNeed']> = {
  domains?: Resolver<Maybe<Array<ResolversTypes['NeedDomain']>>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['OpenNeedKind']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  openNeeds?: Resolver<Maybe<Array<ResolversTypes['OpenNeed']>>, ParentType, ContextType>;
};

export type PressureBasisResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PressureBasis'] = ResolversParentTypes['PressureBasis']> = {
  deviation?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['PressureDirection'], ParentType, ContextType>;
  domain?: Resolver<ResolversTypes['PressureDomain'], ParentType, ContextType>;
  indicator?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  missing?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PressureComponentResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PressureComponent'] = ResolversParentTypes['PressureComponent']> = {
  domain?: Resolver<ResolversTypes['PressureDomain'], ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PressureConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PressureConnection'] = ResolversParentTypes['PressureConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PressureEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AreaPressure']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PressureEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PressureEdge'] = ResolversParentTypes['PressureEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AreaPressure'], ParentType, ContextType>;
};

export type ProgrammeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Programme'] = ResolversParentTypes['Programme']> = {
  commitments?: Resolver<Array<ResolversTypes['ProgrammeCommitment']>, ParentType, ContextType>;
  estimates?: Resolver<Array<ResolversTypes['ProgrammeEstimate']>, ParentType, ContextType>;
  funding?: Resolver<Array<ResolversTypes['ProgrammeFunding']>, ParentType, ContextType>;
  goal?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  milestones?: Resolver<Array<ResolversTypes['ProgrammeMilestone']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['ProgrammeSource'], ParentType, ContextType>;
  targetYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProgrammeCommitmentResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ProgrammeCommitment'] = ResolversParentTypes['ProgrammeCommitment']> = {
  party?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['CommitmentProgress'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['ProgrammeSource'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProgrammeEstimateResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ProgrammeEstimate'] = ResolversParentTypes['ProgrammeEstimate']> = {
  isLowerBound?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['ProgrammeSource'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProgrammeFundingResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ProgrammeFunding'] = ResolversParentTypes['ProgrammeFunding']> = {
  euro?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  homes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  municipalities?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['ProgrammeSource'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProgrammeMilestoneResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ProgrammeMilestone'] = ResolversParentTypes['ProgrammeMilestone']> = {
  due?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['ProgrammeSource'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProgrammeSourceResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ProgrammeSource'] = ResolversParentTypes['ProgrammeSource']> = {
  date?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publisher?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  housingNeedRanking?: Resolver<Maybe<ResolversTypes['HousingNeedConnection']>, ParentType, ContextType, RequireFields<QueryHousingNeedRankingArgs, 'first' | 'level'>>;
  pressureRanking?: Resolver<Maybe<ResolversTypes['PressureConnection']>, ParentType, ContextType, RequireFields<QueryPressureRankingArgs, 'first' | 'level'>>;
  programme?: Resolver<Maybe<ResolversTypes['Programme']>, ParentType, ContextType>;
};

export type UnavailableResultResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['UnavailableResult'] = ResolversParentTypes['UnavailableResult']> = {
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['UnavailableReason'], ParentType, ContextType>;
};

export type Resolvers<ContextType = SubgraphContext> = {
  Area?: AreaResolvers<ContextType>;
  AreaPressure?: AreaPressureResolvers<ContextType>;
  CommitmentProgress?: CommitmentProgressResolvers<ContextType>;
  GroupCompetition?: GroupCompetitionResolvers<ContextType>;
  GroupNeed?: GroupNeedResolvers<ContextType>;
  HousingNeed?: HousingNeedResolvers<ContextType>;
  HousingNeedConnection?: HousingNeedConnectionResolvers<ContextType>;
  HousingNeedEdge?: HousingNeedEdgeResolvers<ContextType>;
  MissingFigure?: MissingFigureResolvers<ContextType>;
  OpenNeed?: OpenNeedResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PressureBasis?: PressureBasisResolvers<ContextType>;
  PressureComponent?: PressureComponentResolvers<ContextType>;
  PressureConnection?: PressureConnectionResolvers<ContextType>;
  PressureEdge?: PressureEdgeResolvers<ContextType>;
  Programme?: ProgrammeResolvers<ContextType>;
  ProgrammeCommitment?: ProgrammeCommitmentResolvers<ContextType>;
  ProgrammeEstimate?: ProgrammeEstimateResolvers<ContextType>;
  ProgrammeFunding?: ProgrammeFundingResolvers<ContextType>;
  ProgrammeMilestone?: ProgrammeMilestoneResolvers<ContextType>;
  ProgrammeSource?: ProgrammeSourceResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  UnavailableResult?: UnavailableResultResolvers<ContextType>;
};

