export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
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
  /**
   * In a centre for asylum seekers (asielzoekerscentrum, azc).
   *
   * NL: Asielzoekerscentrum. Iemand verblijft in een asielzoekerscentrum (azc).
   */
  | 'ASYLUM_CENTRE'
  /**
   * In a holiday park or on a camp site (vakantiepark).
   *
   * NL: Vakantiepark. Iemand woont op een vakantiepark of camping.
   */
  | 'HOLIDAY_PARK'
  /**
   * In a shelter for homeless people (daklozenopvang).
   *
   * NL: Daklozenopvang. Iemand verblijft in een opvang voor dak- en thuislozen.
   */
  | 'HOMELESS_SHELTER'
  /**
   * In an institution that they could leave (instelling): for care, sheltered housing or detention.
   *
   * NL: Instelling. Iemand verblijft in een instelling en zou daar weg kunnen: zorg, beschermd wonen of detentie.
   */
  | 'INSTITUTION'
  /**
   * Anywhere else (overig), suitable or not. Figures from files without a column for SUITABLE_HOME count suitable homes here.
   *
   * NL: Overig. Iemand verblijft ergens anders, passend of niet.
   */
  | 'OTHER'
  /**
   * In a home of their own that does not suit them (ongeschikte eigen woning).
   *
   * NL: Ongeschikte eigen woning. Iemand heeft een eigen woning die niet past.
   */
  | 'OWN_DWELLING_UNSUITABLE'
  /**
   * With family, friends or others, for the time being (bij bekenden).
   *
   * NL: Bij bekenden. Iemand woont tijdelijk bij familie, vrienden of anderen.
   */
  | 'STAYING_WITH_ACQUAINTANCES'
  /**
   * On the street, in a car or a squat (op straat).
   *
   * NL: Op straat. Iemand slaapt buiten, in een auto of in een kraakpand.
   */
  | 'STREET'
  /**
   * In a student's room (studentenkamer).
   *
   * NL: Studentenkamer. Iemand woont op een studentenkamer.
   */
  | 'STUDENT_ROOM'
  /**
   * In a home that suits them (passende woning).
   *
   * NL: Passende woning. Iemand woont in een woning die past.
   */
  | 'SUITABLE_HOME';

/** Homes of one kind that are added in one year. */
export type AddedHomes = {
  /** Whom they are for: at least one. Several get equal parts. */
  forGroups: Array<FocusGroup>;
  /** How many: 0 to 100,000. */
  homes: Scalars['Int']['input'];
  /** What kind of homes. It tells what the price is of; the queue does not depend on it. */
  kind: HousingProjectKind;
  /** What one of them costs; without it they are not in the cost. */
  price?: InputMaybe<PriceRange>;
  /** The year in which they are ready. */
  year: Scalars['Int']['input'];
};

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
   * `housingNeed` of single years, the oldest first: all years from the first to the last that this country has one of, or those of `from` up
   * to and including `to`. A year without a result says why. A result stays where its figures are imported no more. Null for districts and
   * neighbourhoods, where most counts are withheld, and where there is none.
   */
  housingNeedSeries?: Maybe<Array<HousingNeedOfPeriod>>;
  /**
   * Where the queue of each focus group would stand if the last years went on, as a range: an extrapolation and no forecast. Computed from
   * `housingNeedSeries`, and null where that is.
   */
  outlook?: Maybe<Outlook>;
  /**
   * What is placed in this area, per 1,000 homes, beside what it carries. Null where nothing that is placed is known here, and before
   * the first refresh.
   */
  placementPressure?: Maybe<PlacementPressure>;
  /**
   * The former name of `socialLoad`, in its default variant.
   * @deprecated It is `socialLoad`; what is placed in an area is `placementPressure`; sunset 2027-07-01.
   */
  pressure?: Maybe<SocialLoad>;
  /**
   * What this area carries in single years, measured against one year that stays, so that years can be compared. Null where no year has a
   * figure of the basis.
   */
  pressureSeries?: Maybe<PressureSeries>;
  /**
   * What if: each focus group of this municipality to 2030, before and after the changes of `input`, between bounds. Computed at once from figures
   * that are published, by the formula of docs/decisions/0073-what-if.md; nothing is kept of it. Null for areas of other levels, where
   * no focus group is counted, and before the first refresh. What could not be is an error BAD_ARGUMENT that says what and where.
   */
  scenario?: Maybe<ScenarioOutcome>;
  /**
   * What this area carries compared with loaded areas of the same level: a composite index with one component a domain. Null where no
   * figure of the basis is known here, and before the first refresh.
   */
  socialLoad?: Maybe<SocialLoad>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaHousingNeedSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaOutlookArgs = {
  until?: Scalars['Int']['input'];
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaPressureSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaScenarioArgs = {
  input: HousingScenario;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaSocialLoadArgs = {
  variant?: SocialLoadVariant;
};

/** The five levels of areas, each within the one before. */
export type AreaLevel =
  /**
   * The country; codes NL and two digits.
   *
   * NL: Land. Heel Nederland.
   */
  | 'COUNTRY'
  /**
   * Districts (wijken); codes WK, the four digits of the municipality, two characters.
   *
   * NL: Wijk. Een deel van een gemeente, met een of meer buurten.
   */
  | 'DISTRICT'
  /**
   * Municipalities (gemeenten); codes GM and four digits.
   *
   * NL: Gemeente. Een gemeente.
   */
  | 'MUNICIPALITY'
  /**
   * Neighbourhoods (buurten); codes BU, the six characters of the district, two characters.
   *
   * NL: Buurt. Een deel van een wijk; het kleinste gebied met cijfers.
   */
  | 'NEIGHBOURHOOD'
  /**
   * Provinces (provincies); codes PV and two digits.
   *
   * NL: Provincie. Een van de twaalf provincies.
   */
  | 'PROVINCE';

/** The status of an arrangement. */
export type ArrangementStatus =
  /** It is provided. */
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
  /** Daytime activities (dagbesteding). */
  | 'DAY_ACTIVITIES'
  /** Help with the household (huishoudelijke hulp). */
  | 'HOUSEHOLD_HELP'
  /** Care within reach day and night (langdurige zorg). */
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
 * The progress of a commitment or an expectation: a sum over the municipal figures in this graph, and no more complete than these. Where any real municipality
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
  /** Whether the figures are invented, for trying the graph. */
  synthetic: Scalars['Boolean']['output'];
};

/** A number that is known between bounds. They follow from published figures alone, rounding included. */
export type CountRange = {
  __typename?: 'CountRange';
  /** The true number is at least this; null where nothing is known. */
  lower?: Maybe<Scalars['Int']['output']>;
  /** The true number is at most this; null where there is no bound, such as where a group is withheld and no larger area bounds it. */
  upper?: Maybe<Scalars['Int']['output']>;
};

/** An amount in whole euro, between bounds. */
export type EuroRange = {
  __typename?: 'EuroRange';
  /** At least. */
  lower: Scalars['Float']['output'];
  /** At most. */
  upper: Scalars['Float']['output'];
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

/**
 * How homes for one focus group are divided over municipalities. Computed from figures that are published, so it discloses nothing more; as
 * old as `computedAt`.
 */
export type FairShare = {
  __typename?: 'FairShare';
  /** When the figures were read: date and time in UTC, ISO 8601. */
  computedAt: Scalars['String']['output'];
  /** Whom the homes are for. */
  group: FocusGroup;
  /** The municipalities, by code. */
  municipalities: FairShareConnection;
  /** How many municipalities there are that the graph knows figures of. */
  municipalityCount: Scalars['Int']['output'];
  /** The region whose municipalities these are; null where an area was asked. */
  region?: Maybe<Region>;
  /** Whether figures were imported since: the next refresh may change this answer. */
  stale: Scalars['Boolean']['output'];
  /** Each figure of all municipalities together: its year, and of how many municipalities it is. */
  wholes: Array<FairShareWhole>;
  /** The country or province whose municipalities these are; null where a region was asked. */
  within?: Maybe<Area>;
};


/**
 * How homes for one focus group are divided over municipalities. Computed from figures that are published, so it discloses nothing more; as
 * old as `computedAt`.
 */
export type FairShareMunicipalitiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** A page of municipalities of a fair share. */
export type FairShareConnection = {
  __typename?: 'FairShareConnection';
  /** The municipalities of this page, each with its cursor. */
  edges: Array<FairShareEdge>;
  /** The municipalities of this page. */
  nodes: Array<MunicipalFairShare>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** How many municipalities there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** How many homes a municipality has more than a key would give it, over the municipalities that have both figures. */
export type FairShareDifference = {
  __typename?: 'FairShareDifference';
  /** Its own less its share, by the key, of all; under 0 where it has fewer. In homes. */
  difference: HomesRange;
  /** Which homes: LETTINGS or PLANNED_HOMES. */
  homes: FairShareFigure;
  /** What the homes would be divided by: INHABITANTS, CORPORATION_STOCK or HOUSEHOLDS. */
  key: FairShareFigure;
};

/** One of a page of municipalities of a fair share. */
export type FairShareEdge = {
  __typename?: 'FairShareEdge';
  /** Where to continue after this one. */
  cursor: Scalars['String']['output'];
  /** The part of the municipality. */
  node: MunicipalFairShare;
};

/** A figure that homes are divided by, or homes. */
export type FairShareFigure =
  /**
   * Dwellings of housing corporations (corporatiewoningen), which stand in for social housing: not all that they own is let as such, and not
   * all social housing is theirs. Dwellings times the corporations' share of them, which is published in whole per cent, so the bounds are
   * half a point of the dwellings to either side.
   *
   * NL: Corporatiewoningen. Woningen van woningcorporaties; niet elke corporatiewoning is een sociale huurwoning.
   */
  | 'CORPORATION_STOCK'
  /**
   * Households of the group that seek a home (woningzoekende huishoudens).
   *
   * NL: Woningzoekende huishoudens. Huishoudens van de groep die een woning zoeken.
   */
  | 'HOUSEHOLDS'
  /**
   * Inhabitants (inwoners), as published.
   *
   * NL: Inwoners. Het aantal inwoners, zoals gepubliceerd.
   */
  | 'INHABITANTS'
  /**
   * Social rental homes let to the group in a year (toewijzingen).
   *
   * NL: Toewijzingen. Sociale huurwoningen die in een jaar aan de groep zijn toegewezen.
   */
  | 'LETTINGS'
  /**
   * Homes in projects under way that name the group (geplande woningen). One that is for several groups counts in full for each of them.
   *
   * NL: Geplande woningen. Woningen in lopende projecten voor de groep; een woning voor meer groepen telt bij elke groep.
   */
  | 'PLANNED_HOMES';

/** One figure of all municipalities of a fair share together. */
export type FairShareWhole = {
  __typename?: 'FairShareWhole';
  /** Which figure. */
  figure: FairShareFigure;
  /** Of how many municipalities that is. */
  known: Scalars['Int']['output'];
  /** The municipalities that have it not, of that year: shares are without them. */
  missing: Array<Area>;
  /**
   * The year it is of, one for all municipalities: the newest that at least half of those that have it have it of. Null for planned homes,
   * which are as known now, and where none has it.
   */
  period?: Maybe<Scalars['Int']['output']>;
  /** The sum over the municipalities that have it. */
  total: HomesRange;
};

/** A group of people whom the housing market serves badly (aandachtsgroep): they compete for the same homes. */
export type FocusGroup =
  /**
   * The former name of TRAVELLERS: accepted as input, never returned.
   *
   * NL: Woonwagenbewoners (oude naam). Dit is de oude naam van TRAVELLERS; er komt nooit een antwoord met deze naam.
   */
  | 'CARAVAN_DWELLERS'
  /**
   * People without a home of their own (dak- en thuislozen): on the street, in a shelter, or with others for a short while.
   *
   * NL: Dak- en thuislozen. Mensen zonder eigen woning: op straat, in de opvang of tijdelijk bij anderen.
   */
  | 'HOMELESS'
  /**
   * Home seekers who must move soon and have no decision of urgency (spoedzoekers), such as after a divorce or the end of a temporary lease.
   *
   * NL: Spoedzoekers. Woningzoekenden die snel een woning nodig hebben en geen urgentie hebben, bijvoorbeeld na een scheiding.
   */
  | 'HOME_SEEKERS_IN_A_HURRY'
  /**
   * People from abroad who work here for a while or for good (arbeidsmigranten).
   *
   * NL: Arbeidsmigranten. Mensen uit het buitenland die hier werken, voor een tijd of voorgoed.
   */
  | 'LABOUR_MIGRANTS'
  /**
   * People who can leave an institution as soon as they have a home (uitstromers uit een instelling): care, shelter or prison.
   *
   * NL: Uitstromers uit een instelling. Mensen die uit zorg, opvang of detentie kunnen vertrekken zodra zij een woning hebben.
   */
  | 'LEAVING_INSTITUTIONS'
  /**
   * Older people who need another home (ouderen), such as one without stairs or near care.
   *
   * NL: Ouderen. Oudere mensen die een andere woning nodig hebben, bijvoorbeeld zonder trap of dicht bij zorg.
   */
  | 'OLDER_PEOPLE'
  /**
   * People whose home must suit a physical, sensory or mental disability (mensen met een beperking).
   *
   * NL: Mensen met een beperking. Mensen die een woning nodig hebben die past bij hun beperking.
   */
  | 'PEOPLE_WITH_DISABILITIES'
  /**
   * Refugees with a residence permit who wait for a home (statushouders).
   *
   * NL: Statushouders. Vluchtelingen met een verblijfsvergunning die op een woning wachten.
   */
  | 'STATUS_HOLDERS'
  /**
   * Students who seek a room or a home near their place of study (studenten).
   *
   * NL: Studenten. Studenten die een kamer of woning zoeken bij hun opleiding.
   */
  | 'STUDENTS'
  /**
   * Travellers: those who live, or seek a pitch to live, in a caravan by tradition (woonwagenbewoners).
   *
   * NL: Woonwagenbewoners. Mensen die volgens hun traditie in een woonwagen wonen of een standplaats zoeken.
   */
  | 'TRAVELLERS'
  /**
   * Home seekers whom the municipality decided to put first on social or medical grounds (urgenten), as the law provides.
   *
   * NL: Urgenten. Woningzoekenden die van de gemeente voorrang krijgen om medische of sociale redenen.
   */
  | 'URGENT'
  /**
   * The former name of HOME_SEEKERS_IN_A_HURRY: accepted as input, never returned.
   *
   * NL: Spoedzoekers (oude naam). Dit is de oude naam van HOME_SEEKERS_IN_A_HURRY; er komt nooit een antwoord met deze naam.
   */
  | 'URGENT_HOME_SEEKERS';

/**
 * One focus group among the others: how many wait, and how many of them get a home. A group is crowded out (verdrongen) where its chance is
 * low and its wait is long; shares of homes alone do not show it, because those who are housed fast wait in no queue.
 */
export type GroupCompetition = {
  __typename?: 'GroupCompetition';
  /**
   * The chance of a home in a year: `housed` of `queue` and `inflow` together, in per cent, 100 at the most. Where a count is
   * withheld there are bounds and no value. Where the inflow is not known there is an upper bound only, because those who joined make
   * the chance smaller. Where the queue or the homes are not known there is neither.
   */
  chance: ShareRange;
  /**
   * Whether this group is crowded out: even the upper bound of its chance is under the chance of all groups together, and it waits
   * longer than the median group. The chance of all is that of the groups with a value. Null where it cannot be decided.
   */
  crowdedOut?: Maybe<Scalars['Boolean']['output']>;
  /** The group. */
  group: FocusGroup;
  /** Homes let to this group in the year `HousingNeed.homesLetPeriod`; a multiple of 5. Null where withheld or not known. */
  housed?: Maybe<Scalars['Int']['output']>;
  /** Households of this group that began to seek a home in that year; a multiple of 5. Null where withheld or not known. */
  inflow?: Maybe<Scalars['Int']['output']>;
  /** Months for which half of these households have been seeking a home, or longer. */
  medianMonthsWaiting?: Maybe<Scalars['Float']['output']>;
  /** Why figures are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /** Households of this group that seek a home, as on 31 December; a multiple of 5. Null where withheld or not known. */
  queue?: Maybe<Scalars['Int']['output']>;
  /**
   * The same as `shareOfLettingsToFocusGroups`.
   * @deprecated Use shareOfLettingsToFocusGroups, or chance to compare groups; sunset 2027-07-01.
   */
  shareOfAllocations?: Maybe<Scalars['Float']['output']>;
  /** Its share of all homes let, to anybody; in per cent with one decimal. Null where either is withheld or unknown. */
  shareOfLettings?: Maybe<Scalars['Float']['output']>;
  /** Its share of the homes let to focus groups, in per cent with one decimal. Null where either is withheld or unknown. */
  shareOfLettingsToFocusGroups?: Maybe<Scalars['Float']['output']>;
  /** Its share of the need of all groups that are shown, in per cent with one decimal. Groups overlap, so it is of what is counted. */
  shareOfNeed?: Maybe<Scalars['Float']['output']>;
};

/** What came and went in one year. A flow, beside the households at its end, which are a stock. */
export type GroupFlow = {
  __typename?: 'GroupFlow';
  /** Households at the end of the year less those at its beginning, by counts as published. */
  change: Scalars['Int']['output'];
  /** Households that joined in the year, as published. */
  inflow: Scalars['Int']['output'];
  /** Households that left in the year, housed or not: inflow less change, for the true counts of which those are rounded. */
  outflow: CountRange;
  /** The year. */
  period: Scalars['Int']['output'];
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
  /** Why figures are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /** The year of these counts; null where the domain that counts this group has none here. */
  period?: Maybe<Scalars['Int']['output']>;
  /** Their share of the households of all groups that are shown, in per cent with one decimal. */
  shareOfDemand?: Maybe<Scalars['Float']['output']>;
  /**
   * The share of these households that stays where nobody should have to: on the street, in a shelter, an asylum centre, a holiday
   * park or an institution, with acquaintances, or in a home of their own that does not suit them; in per cent. Counts are
   * withheld under 10, none included, so it is most often known between bounds only. Whether OTHER suits is not known:
   * the lower bound counts none of it, the upper bound all.
   */
  unsuitableAccommodation: ShareRange;
  /**
   * The same as `unsuitableAccommodation.value`: null wherever a kind of accommodation is withheld or unknown, which most are.
   * @deprecated Use unsuitableAccommodation, which has bounds; sunset 2027-07-01.
   */
  unsuitableAccommodationShare?: Maybe<Scalars['Float']['output']>;
};

/** Where the queue of one group would stand if the last years went on. */
export type GroupOutlook = {
  __typename?: 'GroupOutlook';
  /** What came and went in each of these years but the first; empty where `missing` says why. */
  flows: Array<GroupFlow>;
  /** The newest year of figures, where it starts; null where `missing` says why. */
  from?: Maybe<Scalars['Int']['output']>;
  /** The group. */
  group: FocusGroup;
  /** Households that seek a home on 31 December of that year, as published; null where `missing` says why. */
  households?: Maybe<Scalars['Int']['output']>;
  /** Why there is no outlook; null where there is one. */
  missing?: Maybe<MissingOutlook>;
  /** The years from the next one to the last; empty where `missing` says why. */
  path: Array<OutlookPoint>;
  /** Years with households and inflow that follow each other up to the newest: those that are carried on, where they are five at least. */
  years: Scalars['Int']['output'];
};

/**
 * A number, with one decimal, that may be known between bounds only. The bounds hold for the true counts, rounding and what is withheld
 * included, and follow from published figures alone.
 */
export type HomesRange = {
  __typename?: 'HomesRange';
  /** The true number is at least this; null where there is no bound. */
  lower?: Maybe<Scalars['Float']['output']>;
  /** The true number is at most this; null where there is no bound. */
  upper?: Maybe<Scalars['Float']['output']>;
  /** By the figures as published; null where one of them is withheld or unknown. */
  value?: Maybe<Scalars['Float']['output']>;
};

/**
 * The housing need (woningbehoefte) of the focus groups in one area and the balance with what becomes available. Computed from
 * the figures of five domains at `computedAt`, stored, and the same wherever it is requested.
 */
export type HousingNeed = {
  __typename?: 'HousingNeed';
  /**
   * The same as `homesLet`.
   * @deprecated Use homesLet, or homesLetToFocusGroups to compare with focus groups; sunset 2027-07-01.
   */
  allocatedHomes?: Maybe<Scalars['Int']['output']>;
  /** The area this is about. */
  area: Area;
  /**
   * The groups by their chance of a home: the least chance first, by the upper bound of `chance`; of equal ones, the longest wait
   * first. Groups whose chance is unknown come last.
   */
  competition: Array<GroupCompetition>;
  /** When this was computed: date and time in UTC, ISO 8601. */
  computedAt: Scalars['String']['output'];
  /**
   * How many distinct households these are: at least as many as the largest group has, at most as many as all groups together;
   * closer where housing knows how many there are (`Area.focusGroupOverlap`, of the same year).
   */
  distinctHouseholds: CountRange;
  /** Every focus group, in the order of the enum. */
  groups: Array<GroupNeed>;
  /** Homes that become available to anybody in a year at the present rate: `homesLet` and `plannedDeliveries`. Null where either is unknown. */
  homesAvailablePerYear?: Maybe<Scalars['Int']['output']>;
  /**
   * Homes that become available to focus groups in a year at the present rate: `homesLetToFocusGroups` and
   * `plannedDeliveriesForFocusGroups`. Null where either is unknown.
   */
  homesForFocusGroupsPerYear?: Maybe<Scalars['Int']['output']>;
  /** Existing social rental homes let to anybody in that year (toewijzingen), home seekers of no focus group included. */
  homesLet?: Maybe<Scalars['Int']['output']>;
  /** The year of the homes let; null where none are known. */
  homesLetPeriod?: Maybe<Scalars['Int']['output']>;
  /** Those of them that went to focus groups: what `totalHouseholds` is to be compared with. Null where it is unknown or withheld. */
  homesLetToFocusGroups?: Maybe<Scalars['Int']['output']>;
  /** The newest year of the counts of focus groups; `groups` gives the year of each. */
  period: Scalars['Int']['output'];
  /**
   * New homes of projects in this area with planned delivery in the year after that. For a province, and for a country of which
   * housing has no sum: the sum over its municipalities. Null where nobody knows of any: see `plannedDeliveriesKnown`.
   */
  plannedDeliveries?: Maybe<Scalars['Int']['output']>;
  /** Those of them in projects that name a focus group. */
  plannedDeliveriesForFocusGroups?: Maybe<Scalars['Int']['output']>;
  /**
   * Whether planned deliveries are known: that there are some, or that there are none. False where no municipality of this area has
   * a project or says that it has none; `queueLeft` is then of homes let alone.
   */
  plannedDeliveriesKnown: Scalars['Boolean']['output'];
  /**
   * What a year leaves of the present queue: `totalHouseholds` less `homesLetToFocusGroups` and, where they are known,
   * `plannedDeliveriesForFocusGroups`; 0 where there are enough homes. It does not count those who join. Null where the households or the
   * homes let to focus groups are unknown: see `unavailable`.
   */
  queueLeft?: Maybe<Scalars['Int']['output']>;
  /**
   * The same as `queueLeft`.
   * @deprecated Use queueLeft: it compares focus groups with the homes that went to them; sunset 2027-07-01.
   */
  shortage?: Maybe<Scalars['Int']['output']>;
  /** Whether figures were imported since: the next refresh may change this answer. */
  stale: Scalars['Boolean']['output'];
  /**
   * Households of all focus groups together that seek a home: the sum of those shown. A household in several groups, such as a
   * student with a disability, is counted in each: `distinctHouseholds` bounds how many there are. Groups whose count is withheld
   * are left out, so that nothing withheld follows by subtraction. Null where none is shown.
   */
  totalHouseholds?: Maybe<Scalars['Int']['output']>;
  /** Why results are null: one entry for each null. */
  unavailable: Array<UnavailableResult>;
  /**
   * Years until everyone of the present queue has a home at this rate (`totalHouseholds` over `homesForFocusGroupsPerYear`), with one
   * decimal. A lower bound: it assumes that nobody joins the queue, although each year brings an inflow. Null where no homes become
   * available or either figure is unknown: see `unavailable`.
   */
  yearsToClear?: Maybe<Scalars['Float']['output']>;
};

/** A page of areas by what a year leaves of the queue. */
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

/** One of a page of areas by what a year leaves of the queue. */
export type HousingNeedEdge = {
  __typename?: 'HousingNeedEdge';
  /** Where to continue after this one. */
  cursor: Scalars['String']['output'];
  /** The need of the area. */
  node: HousingNeed;
};

/** Need and balance of one area in one year: counts of groups and homes let of that year, homes planned for the next as known now. */
export type HousingNeedOfPeriod = {
  __typename?: 'HousingNeedOfPeriod';
  /** When it was computed: date and time in UTC, ISO 8601; null where there is none. */
  computedAt?: Maybe<Scalars['String']['output']>;
  /** Whether these data are there no more, or no longer give a result: it is that of before. */
  isKept: Scalars['Boolean']['output'];
  /** Why there is none. */
  missing?: Maybe<MissingPeriod>;
  /** Need and balance; null where `missing` says why. */
  need?: Maybe<HousingNeed>;
  /** The year. */
  period: Scalars['Int']['output'];
  /** The versions of the data that it was computed from: compare it, it means nothing else. */
  versions?: Maybe<Scalars['ID']['output']>;
};

/** What kind of homes a project brings. */
export type HousingProjectKind =
  /**
   * Homes for older people with a shared meeting place or courtyard (geclusterde woonvormen voor ouderen).
   *
   * NL: Geclusterd wonen voor ouderen. Woningen voor ouderen bij elkaar, met een plek om elkaar te ontmoeten.
   */
  | 'CLUSTERED_FOR_OLDER_PEOPLE'
  /**
   * Homes in a building that had another use before, such as an office (transformatie).
   *
   * NL: Transformatie. Woningen in een gebouw dat eerst iets anders was, zoals een kantoor.
   */
  | 'CONVERSION'
  /**
   * Movable or temporary homes (flexwoningen).
   *
   * NL: Flexwoningen. Woningen die verplaatst kunnen worden of tijdelijk zijn.
   */
  | 'FLEX'
  /**
   * Homes of their own, with support, for people who were homeless (Housing First).
   *
   * NL: Housing First. Een eigen woning met begeleiding voor mensen die dakloos waren.
   */
  | 'HOUSING_FIRST'
  /**
   * Places and homes for people from abroad who work here (huisvesting van arbeidsmigranten).
   *
   * NL: Huisvesting van arbeidsmigranten. Woonplekken voor mensen uit het buitenland die hier werken.
   */
  | 'LABOUR_MIGRANT_HOUSING'
  /**
   * Pitches for caravans (standplaatsen).
   *
   * NL: Standplaatsen. Plaatsen voor woonwagens.
   */
  | 'PITCH'
  /**
   * Places in sheltered housing (beschermd wonen).
   *
   * NL: Beschermd wonen. Plaatsen om met begeleiding te wonen.
   */
  | 'SHELTERED_HOUSING'
  /**
   * New social rental homes (sociale huurwoningen).
   *
   * NL: Sociale huur. Nieuwe sociale huurwoningen.
   */
  | 'SOCIAL_RENT'
  /**
   * Rooms and homes for students (studentenhuisvesting).
   *
   * NL: Studentenhuisvesting. Kamers en woningen voor studenten.
   */
  | 'STUDENT_HOUSING';

/** What a scenario changes: 50 changes at most. Years are those after the figures, to 2030. */
export type HousingScenario = {
  /** Money for the homes, in whole euro. Then all of `homes` must have a price. */
  grant?: InputMaybe<Scalars['Int']['input']>;
  /** Homes that are built or bought, beside those that are planned. */
  homes?: Array<AddedHomes>;
  /** Changes of how many households join the queue of a group, from a year on, until a later change. */
  inflow?: Array<InflowChange>;
  /**
   * Parts of all homes let (toewijzingen) that groups get from a year on, until a later change. What that leaves is divided over all
   * others as it was. Parts of one year that add up to more than 1 are an error.
   */
  lettings?: Array<LettingsShare>;
  /** Places in shelters that are opened or closed, from a year on; they add up. */
  shelters?: Array<ShelterChange>;
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

/** How many more or fewer households of one group join the queue in a year. */
export type InflowChange = {
  /** The first year. */
  fromYear: Scalars['Int']['input'];
  /** The group. */
  group: FocusGroup;
  /** In per cent of the inflow of the figures: -100 to 1,000; -20 for a fifth fewer. */
  percent: Scalars['Float']['input'];
};

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

/** The part of all homes let that one group gets. */
export type LettingsShare = {
  /** The first year. */
  fromYear: Scalars['Int']['input'];
  /** The group. */
  group: FocusGroup;
  /** A part of one: 0 to 1. */
  share: Scalars['Float']['input'];
};

/** Which values mean more load. */
export type LoadDirection =
  /**
   * A higher value is more load.
   *
   * NL: Hoger is meer belasting. Een hoger cijfer betekent meer belasting.
   */
  | 'HIGHER_IS_MORE_LOAD'
  /**
   * A lower value is more load.
   *
   * NL: Lager is meer belasting. Een lager cijfer betekent meer belasting.
   */
  | 'LOWER_IS_MORE_LOAD';

/** A figure that is null, and why. */
export type MissingFigure = {
  __typename?: 'MissingFigure';
  /** The field of this profile that is null. */
  field: Scalars['String']['output'];
  /** Why it is null. */
  reason: MissingReason;
};

/** Why a group has no outlook. */
export type MissingOutlook = {
  __typename?: 'MissingOutlook';
  /** Why, in a sentence. */
  explanation: Scalars['String']['output'];
  /** Why, as a code. */
  reason: MissingOutlookReason;
};

/** Why a group has no outlook, as a code. */
export type MissingOutlookReason =
  /**
   * Fewer than five years with households and inflow follow each other up to the newest.
   *
   * NL: Te weinig jaren. Tot en met het nieuwste jaar zijn er geen vijf jaren achter elkaar met huishoudens en instroom.
   */
  | 'TOO_FEW_YEARS';

/** Why a year has no result. */
export type MissingPeriod = {
  __typename?: 'MissingPeriod';
  /** Why, in a sentence. */
  explanation: Scalars['String']['output'];
  /** Why, as a code. */
  reason: MissingPeriodReason;
};

/** Why a year has no result, as a code. */
export type MissingPeriodReason =
  /**
   * Nothing of this year is loaded, and nothing was when results were computed.
   *
   * NL: Niet geladen. Van dit jaar zijn geen gegevens geladen, ook niet toen de uitkomsten werden berekend.
   */
  | 'NOT_LOADED'
  /**
   * Nothing that the result follows from is known of this area in this year.
   *
   * NL: Geen cijfers. Van dit gebied is in dit jaar niets bekend waaruit de uitkomst volgt.
   */
  | 'NO_FIGURES'
  /**
   * No figures of the reference period are known for areas of this level.
   *
   * NL: Geen jaar om mee te vergelijken. Van het jaar waarmee wordt vergeleken zijn voor dit soort gebieden geen cijfers bekend.
   */
  | 'NO_REFERENCE'
  /**
   * Fewer than 100 inhabitants, or an unknown number.
   *
   * NL: Te weinig inwoners. Er wonen minder dan 100 mensen, of het aantal inwoners is niet bekend.
   */
  | 'TOO_FEW_INHABITANTS'
  /**
   * More than a third of the basis is missing in this year or in the reference period.
   *
   * NL: Te veel ontbreekt. Meer dan een derde van de basis ontbreekt in dit jaar of in het jaar waarmee wordt vergeleken.
   */
  | 'TOO_MUCH_MISSING';

/** Why there is no figure. */
export type MissingReason =
  /**
   * The publisher keeps this figure of this area secret, so that nobody can be recognised. It may be 0.
   *
   * NL: Geheim. De bron houdt dit cijfer geheim, zodat niemand herkenbaar is.
   */
  | 'CONFIDENTIAL'
  /**
   * There can be no such figure of this area, says the source: nothing is counted there.
   *
   * NL: Niet mogelijk. Dit cijfer kan voor dit gebied niet bestaan.
   */
  | 'IMPOSSIBLE'
  /**
   * The source has the column but no figure for this area, and does not say why: unknown, unreliable or confidential.
   *
   * NL: Niet beschikbaar. De bron heeft voor dit gebied geen cijfer: onbekend, onzeker of geheim.
   */
  | 'NOT_AVAILABLE'
  /**
   * The file that was imported for this year has no such column, though the source may publish it: import a fuller file.
   *
   * NL: Niet ingelezen. Het bestand van dit jaar heeft deze kolom niet; misschien geeft de bron het cijfer wel.
   */
  | 'NOT_IMPORTED'
  /**
   * The source does not publish this figure for this year.
   *
   * NL: Niet gepubliceerd. De bron geeft dit cijfer niet voor dit jaar.
   */
  | 'NOT_PUBLISHED'
  /**
   * Withheld by this graph, so that nobody can be recognised.
   *
   * NL: Afgeschermd. Dit cijfer wordt niet getoond, zodat niemand herkenbaar is.
   */
  | 'SUPPRESSED'
  /**
   * The publisher holds this figure of this area too uncertain to give.
   *
   * NL: Onbetrouwbaar. De bron vindt dit cijfer te onzeker om te geven.
   */
  | 'UNRELIABLE';

/** The part of one municipality. Shares are of the municipalities that have the figure, and unknown where this one has it not. */
export type MunicipalFairShare = {
  __typename?: 'MunicipalFairShare';
  /** The municipality. */
  area: Area;
  /** How many homes it has more or less than each key would give it: two for each key, in the order of the keys. */
  differences: Array<FairShareDifference>;
  /** Its share of the dwellings of housing corporations. */
  shareOfCorporationStock: ShareRange;
  /** Its share of the households of the group that seek a home. */
  shareOfHouseholds: ShareRange;
  /** Its share of the inhabitants. */
  shareOfInhabitants: ShareRange;
  /** Its share of the homes let to the group. */
  shareOfLettings: ShareRange;
  /** Its share of the homes planned for the group. */
  shareOfPlannedHomes: ShareRange;
};

/** A domain involved in a need. */
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
  /** The domains involved. */
  domains?: Maybe<Array<NeedDomain>>;
  /** What is missing. */
  kind?: Maybe<OpenNeedKind>;
  /** Since when, as far as records show, ISO 8601 date; null where they do not. */
  since?: Maybe<Scalars['String']['output']>;
};

/** What can be missing across domains. */
export type OpenNeedKind =
  /**
   * No work, little income and no benefit: `labourMarket.position` is UNEMPLOYED, `labourMarket.incomeBand` is LOWEST, and no benefit
   * of any kind runs today. Whether the person has a right to one (age, savings, a partner's income) is not considered. `since` is the
   * day the last benefit ended.
   */
  | 'BENEFIT_MISSING'
  /** Support that is given, without a home. */
  | 'HOME_MISSING'
  /**
   * The term of civic integration (inburgeringstermijn: 3 years by the Wet inburgering 2021, unless the municipality or DUO extended it) ends
   * within 6 months by `integration.deadline`, or has ended, and parts that the route requires are not passed. B1 route: the four skills,
   * knowledge of Dutch society and the labour market module. Education route: the same without the labour market module. Z-route
   * (SELF_RELIANCE): the labour market module alone, because it has no language examination; its hours and closing interview are not
   * in this graph, so once the module is passed no need is reported.
   */
  | 'INTEGRATION_DEADLINE_NEAR'
  /** A home without the support that is indicated. */
  | 'SUPPORT_MISSING';

/** Where the queues of one area would stand if the last years went on. Computed when it is asked. */
export type Outlook = {
  __typename?: 'Outlook';
  /** When the newest figures were computed: date and time in UTC, ISO 8601. */
  computedAt: Scalars['String']['output'];
  /** Every focus group, in the order of the enum. */
  groups: Array<GroupOutlook>;
  /** Always true: it carries on what was, and foresees nothing. */
  isExtrapolation: Scalars['Boolean']['output'];
  /** How it is computed, in a sentence. */
  method: Scalars['String']['output'];
  /** Whether figures were imported since: the next refresh may change this answer. */
  stale: Scalars['Boolean']['output'];
  /** The last year. */
  until: Scalars['Int']['output'];
};

/** Where the queue would stand at the end of one year to come. Households, by counts as published. */
export type OutlookPoint = {
  __typename?: 'OutlookPoint';
  /** If each year changed as the one with the least change did; 0 at least. */
  lower: Scalars['Int']['output'];
  /** If each year changed by the mean; 0 at least. */
  middle: Scalars['Int']['output'];
  /** The year. */
  period: Scalars['Int']['output'];
  /** If each year changed as the one with the most change did; 0 at least. */
  upper: Scalars['Int']['output'];
};

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
  /** The id: opaque, and the same for a person in the whole graph. It is not a number by which anyone knows the person. */
  id: Scalars['ID']['output'];
  /** As integration has it. */
  integration?: Maybe<PersonIntegration>;
  /** As labour market has it. */
  labourMarket?: Maybe<PersonLabourMarket>;
  /**
   * What is missing across domains (openstaande behoeften): derived by fixed rules from the current records of four
   * domains. Empty where nothing is missing; null where a record was unavailable.
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

/** The housing of a person and their search for a home, as the municipality and the housing corporations know it. */
export type PersonHousing = {
  __typename?: 'PersonHousing';
  /** As housing has it. */
  since?: Maybe<Scalars['String']['output']>;
  /** As housing has it. */
  situation?: Maybe<Accommodation>;
};

/** The residence permit and civic integration of a person, as the municipality and the education agency know it. */
export type PersonIntegration = {
  __typename?: 'PersonIntegration';
  /** As integration has it. */
  deadline?: Maybe<Scalars['String']['output']>;
  /** As integration has it. */
  examPartsPassed?: Maybe<Array<ExamPart>>;
  /** As integration has it. */
  route?: Maybe<IntegrationRoute>;
};

/** The work and income of a person, as the municipality and the benefits agency know it. */
export type PersonLabourMarket = {
  __typename?: 'PersonLabourMarket';
  /** As labour market has it. */
  benefits?: Maybe<Array<Benefit>>;
  /** As labour market has it. */
  incomeBand?: Maybe<IncomeBand>;
  /** As labour market has it. */
  position?: Maybe<LabourPosition>;
};

/** What is placed in an area, of one kind. */
export type Placed = {
  __typename?: 'Placed';
  /** How many: a sum of what is shown. Null where nothing of it is. */
  count?: Maybe<Scalars['Int']['output']>;
  /** Whether a part of it is withheld or unknown, and therefore left out. */
  isPartial: Scalars['Boolean']['output'];
  /** The kind. */
  kind: PlacementKind;
  /** For every 1,000 homes, with one decimal. */
  per1000Homes?: Maybe<Scalars['Float']['output']>;
  /** Per cent of the areas of this level and country with a figure that is lower or equal, with one decimal. Null under 30 such areas. */
  percentile?: Maybe<Scalars['Float']['output']>;
};

/** A kind of what is placed in an area. */
export type PlacementKind =
  /**
   * Households of focus groups that stay here while they seek a home, all groups together; a household in two groups counts twice.
   *
   * NL: Huishoudens van aandachtsgroepen. Huishoudens die hier verblijven terwijl zij een woning zoeken; een huishouden in twee groepen telt
   * twee keer.
   */
  | 'FOCUS_GROUP_HOUSEHOLDS'
  /**
   * Of these, households in shelters, centres for asylum seekers and institutions.
   *
   * NL: In opvang of instelling. Huishoudens van aandachtsgroepen in de opvang, een asielzoekerscentrum of een instelling.
   */
  | 'IN_SHELTERS'
  /**
   * Existing social rental homes that were let to focus groups in the newest year known.
   *
   * NL: Toewijzingen aan aandachtsgroepen. Bestaande sociale huurwoningen die in het nieuwste bekende jaar aan aandachtsgroepen zijn
   * toegewezen.
   */
  | 'LETTINGS_TO_GROUPS'
  /**
   * Homes of known projects for focus groups, planned, under construction or delivered; those that were stopped are left out.
   *
   * NL: Woningen in projecten. Woningen voor aandachtsgroepen die gepland, in aanbouw of opgeleverd zijn; gestopte projecten tellen niet
   * mee.
   */
  | 'PROJECT_HOMES';

/**
 * What is placed in one area, per 1,000 homes, and what the area carries. Kinds are not added up: one household may be in several.
 * It shows where places for focus groups are, and says nothing about the people in them.
 */
export type PlacementPressure = {
  __typename?: 'PlacementPressure';
  /** The area this is about. */
  area: Area;
  /** What the area carries already: compare its `percentile` with those of `placed`. */
  carries?: Maybe<SocialLoad>;
  /** When this was computed: date and time in UTC, ISO 8601. */
  computedAt: Scalars['String']['output'];
  /** Homes in this area, of the newest year known. */
  homes?: Maybe<Scalars['Int']['output']>;
  /** The year of `homes`. */
  homesPeriod?: Maybe<Scalars['Int']['output']>;
  /** What is placed here, every kind in the order of the enum. */
  placed: Array<Placed>;
  /** Whether figures were imported since: the next refresh may change this answer. */
  stale: Scalars['Boolean']['output'];
  /** Why results are null, by field such as placed.PROJECT_HOMES.count: one entry for each null. */
  unavailable: Array<UnavailableResult>;
};


/**
 * What is placed in one area, per 1,000 homes, and what the area carries. Kinds are not added up: one household may be in several.
 * It shows where places for focus groups are, and says nothing about the people in them.
 */
export type PlacementPressureCarriesArgs = {
  variant?: SocialLoadVariant;
};

/** One indicator of the basis in one year. */
export type PressureFigure = {
  __typename?: 'PressureFigure';
  /** From the mean of the reference period, in its standard deviations: more than 0 is more load, 3 at most. Null where either is missing. */
  deviation?: Maybe<Scalars['Float']['output']>;
  /** The indicator, as in `SocialLoadBasis.indicator`. */
  indicator: Scalars['String']['output'];
  /** Its value, in the unit of `SocialLoadBasis.measure`; null where it is missing. */
  value?: Maybe<Scalars['Float']['output']>;
};

/**
 * What one area carries in one year, in standard deviations of the reference period: 0 is the mean of that period, more than 0 more load. The
 * basis and its weights are those of `SocialLoad` without origin; each year counts its own figures only.
 */
export type PressureOfPeriod = {
  __typename?: 'PressureOfPeriod';
  /** One for each indicator of the basis; empty where the year has no figures. */
  basis: Array<PressureFigure>;
  /** One for each domain of the basis; empty where the year has no figures. */
  components: Array<SocialLoadComponent>;
  /** When it was computed: date and time in UTC, ISO 8601; null where there is none. */
  computedAt?: Maybe<Scalars['String']['output']>;
  /** Inhabitants in that year, as published. */
  inhabitants?: Maybe<Scalars['Int']['output']>;
  /** False where the figures of the reference period were replaced since, and this result is kept from before: it is against the former ones. */
  isComparable: Scalars['Boolean']['output'];
  /** Whether these data are there no more, or no longer give a result: it is that of before. */
  isKept: Scalars['Boolean']['output'];
  /** Why there is no score. */
  missing?: Maybe<MissingPeriod>;
  /** The year. */
  period: Scalars['Int']['output'];
  /** The mean of the components, with three decimals; null where `missing` says why. */
  score?: Maybe<Scalars['Float']['output']>;
  /** The versions of the data that it was computed from: compare it, it means nothing else. */
  versions?: Maybe<Scalars['ID']['output']>;
};

/** How one indicator was spread over areas of one level and country in the reference period. */
export type PressureReference = {
  __typename?: 'PressureReference';
  /** How many areas had one: 30 at least. */
  areas: Scalars['Int']['output'];
  /** The indicator, as in `SocialLoadBasis.indicator`. */
  indicator: Scalars['String']['output'];
  /** Their mean. */
  mean: Scalars['Float']['output'];
  /** Their standard deviation, over all of them (divided by their number). */
  standardDeviation: Scalars['Float']['output'];
};

/** What one area carries over the years, against one year that stays. */
export type PressureSeries = {
  __typename?: 'PressureSeries';
  /** The years, the oldest first. */
  points: Array<PressureOfPeriod>;
  /** The year that all others are measured against, for all areas the same. */
  referencePeriod: Scalars['Int']['output'];
  /** Mean and standard deviation of each indicator over areas of this level and country in that year; those that lack one count as missing. */
  references: Array<PressureReference>;
};

/** A price in whole euro, between bounds, both included: 0 to 10,000,000. */
export type PriceRange = {
  /** At least. */
  lower: Scalars['Int']['input'];
  /** At most; the same where the price is known. */
  upper: Scalars['Int']['input'];
};

/** The national programme for housing focus groups (programma huisvesting aandachtsgroepen): its outline as published, and the progress of its commitments. */
export type Programme = {
  __typename?: 'Programme';
  /** What parties agreed to deliver, and their progress. */
  commitments: Array<ProgrammeCommitment>;
  /** The domains that have to be connected to house focus groups, in English with the Dutch term. */
  domains: Array<Scalars['String']['output']>;
  /** Estimates of how many people are concerned. */
  estimates: Array<ProgrammeEstimate>;
  /** What is expected of money that was given, and its progress. Nobody committed to it. */
  expectations: Array<ProgrammeExpectation>;
  /** The money set aside. */
  funding: Array<ProgrammeFunding>;
  /** What it is for. */
  goal: Scalars['String']['output'];
  /** What was due when. */
  milestones: Array<ProgrammeMilestone>;
  /** Schemes by which money is given, and their status. */
  schemes: Array<ProgrammeScheme>;
  /** Where the goal comes from. */
  source: ProgrammeSource;
  /** The support that the minister offers beside money. */
  support: ProgrammeSupport;
  /** By which year. */
  targetYear: Scalars['Int']['output'];
  /** Who studies how domains can be connected better. */
  workingGroup: ProgrammeWorkingGroup;
};

/** What parties committed themselves to. */
export type ProgrammeCommitment = {
  __typename?: 'ProgrammeCommitment';
  /** Who, together. */
  parties: Array<Scalars['String']['output']>;
  /**
   * Who, in one text.
   * @deprecated It is several: see `parties`; sunset 2027-07-01.
   */
  party: Scalars['String']['output'];
  /** Its progress, by the figures that municipalities report to this graph. */
  progress: CommitmentProgress;
  /** Where it comes from. */
  source: ProgrammeSource;
  /** What is to be delivered. */
  subject: Scalars['String']['output'];
  /** How many. */
  target: Scalars['Int']['output'];
  /** By when; null where the source does not say. */
  window?: Maybe<ProgrammeWindow>;
};

/** An estimate that the programme rests on. */
export type ProgrammeEstimate = {
  __typename?: 'ProgrammeEstimate';
  /** Who estimated it. */
  by: Scalars['String']['output'];
  /**
   * The former name of `mayBeHigher`.
   * @deprecated It is no bound: see `mayBeHigher` and `mayBeHigherBecause`; sunset 2027-07-01.
   */
  isLowerBound: Scalars['Boolean']['output'];
  /** Whether the true number may be higher: nobody says by how much, so the estimate is not a bound. */
  mayBeHigher: Scalars['Boolean']['output'];
  /** Why it may be; null where it may not. */
  mayBeHigherBecause?: Maybe<Scalars['String']['output']>;
  /** Where it comes from. */
  source: ProgrammeSource;
  /** What was estimated. */
  subject: Scalars['String']['output'];
  /** The estimate. */
  value: Scalars['Int']['output'];
};

/** What is expected of money that was given. It is no commitment. */
export type ProgrammeExpectation = {
  __typename?: 'ProgrammeExpectation';
  /** Its progress, by the figures that the municipalities with that money report to this graph. */
  progress: CommitmentProgress;
  /** Where it comes from. */
  source: ProgrammeSource;
  /** What is expected. */
  subject: Scalars['String']['output'];
  /** How many, rounded. */
  target: Scalars['Int']['output'];
  /** How many, in the words of the source. */
  words: Scalars['String']['output'];
};

/** Money set aside for one purpose in one year. */
export type ProgrammeFunding = {
  __typename?: 'ProgrammeFunding';
  /** The amount, in euro. */
  euro: Scalars['Int']['output'];
  /** How many homes and places are expected sooner by it, rounded; null where not published. See `homesInWords`. */
  homes?: Maybe<Scalars['Int']['output']>;
  /** The same in the words of the source, such as almost 12,400. */
  homesInWords?: Maybe<Scalars['String']['output']>;
  /** How many municipalities got a contribution from it; null where not published. */
  municipalities?: Maybe<Scalars['Int']['output']>;
  /** What it is for. */
  purpose: Scalars['String']['output'];
  /** Where it comes from. */
  source: ProgrammeSource;
  /** The year. */
  year: Scalars['Int']['output'];
};

/** What was due when. */
export type ProgrammeMilestone = {
  __typename?: 'ProgrammeMilestone';
  /** When it was due, in the words of the source. */
  due: Scalars['String']['output'];
  /** Where it comes from. */
  source: ProgrammeSource;
  /** What. */
  title: Scalars['String']['output'];
};

/** A scheme by which money is given. */
export type ProgrammeScheme = {
  __typename?: 'ProgrammeScheme';
  /** Where it comes from. */
  source: ProgrammeSource;
  /** Its status when the source was written. */
  status: SchemeStatus;
  /** What it is. */
  title: Scalars['String']['output'];
};

/** The publication that a figure of the programme comes from. */
export type ProgrammeSource = {
  __typename?: 'ProgrammeSource';
  /** Whether it reports what others published or said; this graph has not read that itself. */
  asReported: Scalars['Boolean']['output'];
  /** When it was published, ISO 8601; null where this graph does not know. */
  date?: Maybe<Scalars['String']['output']>;
  /** Who published it. */
  publisher: Scalars['String']['output'];
  /** What it is. */
  title: Scalars['String']['output'];
  /** Where it can be read; null where this graph does not know. */
  url?: Maybe<Scalars['String']['output']>;
};

/** Support beside money. */
export type ProgrammeSupport = {
  __typename?: 'ProgrammeSupport';
  /** Why it is needed. */
  because: Scalars['String']['output'];
  /** Where it comes from. */
  source: ProgrammeSource;
  /** What it is. */
  subject: Scalars['String']['output'];
  /** Who gets it. */
  to: Array<Scalars['String']['output']>;
};

/** By when, as the source says it. */
export type ProgrammeWindow = {
  __typename?: 'ProgrammeWindow';
  /** How long: a duration of ISO 8601, such as P2Y for two years. */
  duration: Scalars['String']['output'];
  /** The first day, ISO 8601; null where the source does not say. */
  from?: Maybe<Scalars['String']['output']>;
  /** The last day, ISO 8601; null where the source does not say. */
  to?: Maybe<Scalars['String']['output']>;
  /** In the words of the source. */
  words: Scalars['String']['output'];
};

/** A working group of several ministries. */
export type ProgrammeWorkingGroup = {
  __typename?: 'ProgrammeWorkingGroup';
  /** Who chairs it. */
  chair: Scalars['String']['output'];
  /** The domains it studies, in English with the Dutch term. */
  domains: Array<Scalars['String']['output']>;
  /** When its report is due, in the words of the source. */
  reportDue: Scalars['String']['output'];
  /** Where it comes from. */
  source: ProgrammeSource;
  /** What it studies. */
  task: Scalars['String']['output'];
  /** What it is. */
  title: Scalars['String']['output'];
};

export type Query = {
  __typename?: 'Query';
  /**
   * How homes for one focus group are divided over the municipalities of a region, a province or a country, beside three keys by which they
   * could be: inhabitants, dwellings of housing corporations, and households of the group that seek a home. Which key is fair is not for this
   * graph to say. Null where there is no such region or area with municipalities, and before the first refresh. Region and area together
   * are an error BAD_ARGUMENT.
   */
  fairShare?: Maybe<FairShare>;
  /**
   * Areas of one level in order of what a year leaves of the queue (`HousingNeed.queueLeft`), the largest first; areas without it
   * are left out. Real and synthetic areas are never ranked together: see `within`.
   */
  housingNeedRanking?: Maybe<HousingNeedConnection>;
  /**
   * The former name of `socialLoadRanking`, in its default variant.
   * @deprecated It is `socialLoadRanking`; what is placed in an area is `Area.placementPressure`; sunset 2027-07-01.
   */
  pressureRanking?: Maybe<SocialLoadConnection>;
  /**
   * The national programme for housing focus groups, as a news item reports the minister's letter to Parliament (Kamerbrief),
   * and its progress.
   */
  programme?: Maybe<Programme>;
  /**
   * What asks for attention in municipalities, by four rules, each with the figures it was found in. Every rule is given with how often it
   * was found and how often a figure was missing to tell. Null before the first refresh.
   */
  signals?: Maybe<SignalConnection>;
  /**
   * Areas of one level in order of their social load (`SocialLoad.score`), the heaviest first; areas without a score are left
   * out. Real and synthetic areas are never ranked together: see `within`. How far a rank depends on choices of method:
   * `SocialLoad.rankRange`.
   */
  socialLoadRanking?: Maybe<SocialLoadConnection>;
};


export type QueryFairShareArgs = {
  group: FocusGroup;
  region?: InputMaybe<Scalars['ID']['input']>;
  within?: InputMaybe<Scalars['ID']['input']>;
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


export type QuerySignalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  kinds?: InputMaybe<Array<SignalKind>>;
  within?: InputMaybe<Scalars['ID']['input']>;
};


export type QuerySocialLoadRankingArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  level: AreaLevel;
  variant?: SocialLoadVariant;
  within?: InputMaybe<Scalars['ID']['input']>;
};

/** The ranks that an area has over the choices of method that were tried; 1 is the heaviest load. */
export type RankRange = {
  __typename?: 'RankRange';
  /** The heaviest. */
  from: Scalars['Int']['output'];
  /** How many areas are ranked. */
  of: Scalars['Int']['output'];
  /** The lightest. */
  to: Scalars['Int']['output'];
};

/** A group of municipalities that work together in one domain (regio). The base registry says what it is called and which they are. */
export type Region = {
  __typename?: 'Region';
  /** The code, such as AM18. */
  code: Scalars['ID']['output'];
  /** How homes for one focus group are divided over the municipalities of this region in the newest year of its kind: see `Query.fairShare`. */
  fairShare?: Maybe<FairShare>;
  /**
   * What if: each focus group of the municipalities of this region together, in the newest year of its kind, to 2030: see `Municipality.scenario`. Of
   * each group those municipalities are counted of which everything is known; the others are named.
   */
  scenario?: Maybe<ScenarioOutcome>;
};


/** A group of municipalities that work together in one domain (regio). The base registry says what it is called and which they are. */
export type RegionFairShareArgs = {
  group: FocusGroup;
};


/** A group of municipalities that work together in one domain (regio). The base registry says what it is called and which they are. */
export type RegionScenarioArgs = {
  input: HousingScenario;
};

/** What the homes of a scenario cost by the prices that it gives. */
export type ScenarioCost = {
  __typename?: 'ScenarioCost';
  /** The grant less the cost: what is left (surplus), or under 0 what is short (shortfall). Null without a grant. */
  balance?: Maybe<EuroRange>;
  /** The homes with a price, times their price. */
  cost: EuroRange;
  /** The grant, in euro, as given. */
  grant?: Maybe<Scalars['Int']['output']>;
  /** Homes that are added. */
  homes: Scalars['Int']['output'];
  /** Those of them without a price: they are not in the cost. */
  homesWithoutPrice: Scalars['Int']['output'];
  /** Whether the grant is enough; null where that depends on the price, and without a grant. */
  isCovered?: Maybe<Scalars['Boolean']['output']>;
};

/** Whether a group gains or loses: said only where it is certain whatever the true counts are within their bounds. */
export type ScenarioEffect =
  /**
   * Its queue, its wait or its households without a shelter are certainly less, and none of them is certainly more.
   *
   * NL: Wint. Het wordt zeker op een punt beter en nergens zeker slechter.
   */
  | 'GAINS'
  /**
   * One of them is certainly more, and none is certainly less.
   *
   * NL: Verliest. Het wordt zeker op een punt slechter en nergens zeker beter.
   */
  | 'LOSES'
  /**
   * All of them are the same in every year.
   *
   * NL: Blijft gelijk. Alles blijft in elk jaar gelijk.
   */
  | 'UNCHANGED'
  /**
   * Not certain by what is published, or certainly better in one and worse in another.
   *
   * NL: Niet te zeggen. Het is niet zeker, of het wordt op een punt beter en op een ander punt slechter.
   */
  | 'UNDECIDED';

/** One focus group in a scenario. */
export type ScenarioGroup = {
  __typename?: 'ScenarioGroup';
  /** What of it certainly differs in the last year, for the better or the worse. */
  decidedBy: Array<ScenarioMeasure>;
  /** Whether it gains or loses by the scenario in the last year. */
  effect: ScenarioEffect;
  /** The group. */
  group: FocusGroup;
  /** Municipalities that are left out, because one of these is unknown there. */
  missing: Array<Area>;
  /** The year of its counts, from which on its queue is computed; null where there are none. */
  period?: Maybe<Scalars['Int']['output']>;
  /** Why results are null in all municipalities counted: one entry for each. */
  unavailable: Array<UnavailableResult>;
  /** The years, the first first. Empty where the queue, the inflow or the homes let to the group are unknown: see `unavailable`. */
  years: Array<ScenarioYear>;
};

/** What a group gains or loses by. */
export type ScenarioMeasure =
  /**
   * `ScenarioYear.queueDifference` does not reach 0.
   *
   * NL: Wachtrij. Het aantal huishoudens dat op een woning wacht, wordt zeker anders.
   */
  | 'QUEUE'
  /**
   * The ranges of `unsheltered` before and after have no number in common.
   *
   * NL: Zonder opvang. Het aantal huishoudens zonder opvangplek wordt zeker anders.
   */
  | 'UNSHELTERED'
  /**
   * The ranges of `monthsWaiting` before and after have no number in common, or the queue certainly changes by less, or by more, in
   * proportion to what it was than the homes of a year do.
   *
   * NL: Wachttijd. De tijd die huishoudens op een woning wachten, wordt zeker anders.
   */
  | 'WAITING';

/**
 * What a scenario would bring. No forecast: it says what follows from the figures and `assumptions`, before and after alike, so that the two
 * can be compared.
 */
export type ScenarioOutcome = {
  __typename?: 'ScenarioOutcome';
  /** The municipality; null where a region was asked. */
  area?: Maybe<Area>;
  /** Everything that is assumed, in sentences. Give them with the figures. */
  assumptions: Array<Scalars['String']['output']>;
  /** When the figures were read: date and time in UTC, ISO 8601. */
  computedAt: Scalars['String']['output'];
  /** What the homes cost; null where no price is given. */
  cost?: Maybe<ScenarioCost>;
  /** The first year: that after the newest of the figures. */
  from: Scalars['Int']['output'];
  /** Groups that certainly gain: see `ScenarioGroup.effect`. */
  gaining: Array<FocusGroup>;
  /** Every focus group, in the order of the enum. */
  groups: Array<ScenarioGroup>;
  /** Groups that certainly lose. */
  losing: Array<FocusGroup>;
  /** How many municipalities there are that the graph knows figures of. */
  municipalityCount: Scalars['Int']['output'];
  /** The region whose municipalities these are; null where a municipality was asked. */
  region?: Maybe<Region>;
  /** Whether figures were imported since: the next refresh may change this answer. */
  stale: Scalars['Boolean']['output'];
  /** The last year: 2030. */
  to: Scalars['Int']['output'];
  /** The queues of all groups that are known, by year. A household in several groups is counted in each. */
  totals: Array<ScenarioTotal>;
  /** Groups of which neither is certain by what is published. */
  undecided: Array<FocusGroup>;
};

/** How a group would stand in one year, between bounds; all null where it is unknown, and see `assumptions`. */
export type ScenarioState = {
  __typename?: 'ScenarioState';
  /** Homes for the group in the year: let, planned and added. */
  homes: HomesRange;
  /** Of these, households that have a place in a shelter: as many as there are places. */
  inShelter: HomesRange;
  /** Households that join the queue in the year. */
  inflow: HomesRange;
  /**
   * Months until the homes of the following years reach who is last in the queue at the end of the year, first come first served. No upper bound where they may
   * never do; all null where they never do.
   */
  monthsWaiting: HomesRange;
  /** Households that seek a home at the end of the year: those of the year before and `inflow`, less `homes`, and 0 at the least. */
  queue: HomesRange;
  /** The others of these: on the street, with acquaintances, in a holiday park, or in a home of their own that does not suit them. */
  unsheltered: HomesRange;
  /** Households of the queue that stay where nobody should have to: see `GroupNeed.unsuitableAccommodation`. */
  unsuitable: HomesRange;
};

/** The queues of all groups that are known, at the end of one year. */
export type ScenarioTotal = {
  __typename?: 'ScenarioTotal';
  /** With the changes. */
  after: HomesRange;
  /** With no changes. */
  before: HomesRange;
  /** After less before; under 0 where there are fewer. */
  difference: HomesRange;
  /** The year. */
  year: Scalars['Int']['output'];
};

/** One year of a group, without the changes and with them. */
export type ScenarioYear = {
  __typename?: 'ScenarioYear';
  /** With the changes. */
  after: ScenarioState;
  /** With no changes. */
  before: ScenarioState;
  /**
   * The queue after less the queue before, at the end of the year; under 0 where it is shorter. Closer than the difference of both ranges:
   * what is unknown is the same in both.
   */
  queueDifference: HomesRange;
  /** The year. */
  year: Scalars['Int']['output'];
};

/** The status of a scheme. */
export type SchemeStatus =
  /**
   * It is being drafted (wordt uitgewerkt).
   *
   * NL: Wordt uitgewerkt. De regeling wordt nog geschreven.
   */
  | 'BEING_DRAFTED'
  /**
   * It is closed for applications.
   *
   * NL: Gesloten. Aanvragen kan niet meer.
   */
  | 'CLOSED'
  /**
   * It is open for applications.
   *
   * NL: Open. Aanvragen kan nu.
   */
  | 'OPEN';

/**
 * A share that may be known between bounds only, in per cent with one decimal. The bounds hold for the true counts, which are published
 * rounded to 5 and withheld under 10: whatever is withheld is 0 at the least, and at the most what the figures around it leave. They follow
 * from published figures alone, so they disclose nothing more.
 */
export type ShareRange = {
  __typename?: 'ShareRange';
  /** The true share is at least this, rounded down; null where nothing is known. */
  lower?: Maybe<Scalars['Float']['output']>;
  /** The true share is at most this, rounded up; null where nothing is known. */
  upper?: Maybe<Scalars['Float']['output']>;
  /** The share by the published figures; null where one of them is withheld or unknown. */
  value?: Maybe<Scalars['Float']['output']>;
};

/** Places in shelters of one kind that are opened or closed for one group. */
export type ShelterChange = {
  /** The first year. */
  fromYear: Scalars['Int']['input'];
  /** Whom the places are for. */
  group: FocusGroup;
  /** What kind of shelter. */
  kind: ShelterKind;
  /** How many are opened; under 0 where they are closed. Closing more than there are is an error. */
  places: Scalars['Int']['input'];
};

/** A kind of shelter that can be opened or closed; see `Accommodation`. */
export type ShelterKind =
  /**
   * A centre for asylum seekers (asielzoekerscentrum, azc).
   *
   * NL: Asielzoekerscentrum. Een plek waar asielzoekers verblijven (azc).
   */
  | 'ASYLUM_CENTRE'
  /**
   * A shelter for homeless people (daklozenopvang).
   *
   * NL: Daklozenopvang. Een opvang voor dak- en thuislozen.
   */
  | 'HOMELESS_SHELTER'
  /**
   * An institution (instelling): care, sheltered housing or detention.
   *
   * NL: Instelling. Een instelling voor zorg, beschermd wonen of detentie.
   */
  | 'INSTITUTION';

/** Something that asks for attention in one municipality. It says what the figures are, not why, and nothing of people. */
export type Signal = {
  __typename?: 'Signal';
  /** The municipality. */
  area: Area;
  /** The same in a sentence, with its figures. */
  explanation: Scalars['String']['output'];
  /** The figures that it was found in. */
  figures: Array<SignalFigure>;
  /** The group it is about; null where it is about projects. */
  group?: Maybe<FocusGroup>;
  /** Whether the rule holds for certain. False where a count is withheld, and the rule holds for some of the numbers that it may be. */
  isCertain: Scalars['Boolean']['output'];
  /** By which rule. */
  kind: SignalKind;
  /** The ids of the projects it is about (`HousingProject.id`); empty where it is about a group. */
  projects: Array<Scalars['ID']['output']>;
};

/** What asks for attention within an area. */
export type SignalConnection = {
  __typename?: 'SignalConnection';
  /** When the last refresh was: date and time in UTC, ISO 8601. */
  computedAt: Scalars['String']['output'];
  /** The signals of this page, each with its cursor. */
  edges: Array<SignalEdge>;
  /** The signals of this page: by rule, then by municipality, then by group or project. */
  nodes: Array<Signal>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** The rules that were applied, with what each found. */
  rules: Array<SignalRule>;
  /** Whether figures were imported since: the next refresh may change this answer. */
  stale: Scalars['Boolean']['output'];
  /** How many signals there are on all pages together. */
  totalCount: Scalars['Int']['output'];
  /** The area within which they were sought. */
  within: Area;
};

/** One of a page of signals. */
export type SignalEdge = {
  __typename?: 'SignalEdge';
  /** Where to continue after this one. */
  cursor: Scalars['String']['output'];
  /** The signal. */
  node: Signal;
};

/** A figure that a signal was found in. */
export type SignalFigure = {
  __typename?: 'SignalFigure';
  /** Which, with its unit. */
  figure: SignalFigureName;
  /** It is at least this; null where there is no bound. */
  lower?: Maybe<Scalars['Float']['output']>;
  /** Its year; null for a project, which is as its file says. */
  period?: Maybe<Scalars['Int']['output']>;
  /** It is at most this; null where there is no bound. */
  upper?: Maybe<Scalars['Float']['output']>;
  /** The figure as published; null where one that it needs is withheld. */
  value?: Maybe<Scalars['Float']['output']>;
};

/** What a figure of a signal is. */
export type SignalFigureName =
  /**
   * The chance of a home in the year, in per cent: `GroupCompetition.chance`.
   *
   * NL: Kans op een woning. De kans op een woning in dat jaar, in procenten.
   */
  | 'CHANCE'
  /**
   * Days for which objections were open.
   *
   * NL: Dagen met open bezwaren. Het aantal dagen dat bezwaren open stonden.
   */
  | 'DAYS_OPEN'
  /**
   * Homes planned for focus groups.
   *
   * NL: Geplande woningen. Woningen die voor aandachtsgroepen zijn gepland.
   */
  | 'HOMES_PLANNED'
  /**
   * Homes planned for focus groups without support arranged.
   *
   * NL: Woningen zonder begeleiding. Geplande woningen voor aandachtsgroepen waarvoor geen begeleiding is geregeld.
   */
  | 'HOMES_WITHOUT_SUPPORT'
  /**
   * Households of the group that seek a home.
   *
   * NL: Woningzoekende huishoudens. Huishoudens van de groep die een woning zoeken.
   */
  | 'HOUSEHOLDS'
  /**
   * Median months that households of the group have been seeking a home.
   *
   * NL: Maanden zoektijd. De helft van de huishoudens van de groep zoekt al langer dan dit aantal maanden.
   */
  | 'MONTHS_WAITING'
  /**
   * Objections lodged, of all kinds.
   *
   * NL: Bezwaren. Het aantal zienswijzen, bezwaren en beroepen.
   */
  | 'OBJECTIONS';

/** By which rule something asks for attention. */
export type SignalKind =
  /**
   * Homes are planned for focus groups without support arranged.
   *
   * NL: Woningen zonder begeleiding. Voor aandachtsgroepen zijn woningen gepland waarvoor geen begeleiding is geregeld.
   */
  | 'HOMES_WITHOUT_SUPPORT'
  /**
   * No household of a group is known to be housed in the newest year, while some seek a home. Counts under 10 are withheld, none included,
   * so most often it cannot be told from a few: see `isCertain` and the upper bound of the chance.
   *
   * NL: Geen toewijzing bekend. Van geen enkel huishouden van de groep is bekend dat het een woning kreeg; kleine aantallen zijn
   * afgeschermd.
   */
  | 'NONE_KNOWN_TO_BE_HOUSED'
  /**
   * Objections to a project were open for over half a year on the day of the file that says so.
   *
   * NL: Bezwaren langer dan een half jaar. Bezwaren tegen een project stonden langer dan een half jaar open op de dag van het bestand.
   */
  | 'OBJECTIONS_OVER_HALF_A_YEAR'
  /**
   * The median wait of a group rose two years running.
   *
   * NL: Zoektijd stijgt twee jaar. De mediaan van de zoektijd van een groep steeg twee jaar achter elkaar.
   */
  | 'WAIT_UP_TWO_YEARS';

/** A rule, and what it found. */
export type SignalRule = {
  __typename?: 'SignalRule';
  /** How often it was found. */
  found: Scalars['Int']['output'];
  /** Which. */
  kind: SignalKind;
  /** The rule in a sentence. */
  rule: Scalars['String']['output'];
  /** How many cases (a group of a municipality, a project) lack a figure that the rule needs: what holds there is not known. */
  undetermined: Scalars['Int']['output'];
};

/**
 * The social load of one area (sociale belasting): what it carries, as how far it stands from the average of the loaded areas of its level
 * and country (`comparedWith`), over four domains. Each indicator of `basis` gives a deviation, (value - mean) / standard deviation over
 * the areas of the same level and country with a value in the same year, times -1 where a low value means more load, and 3 or -3 at most;
 * a component is the mean of its deviations and the score the mean of its components.
 * It is close to deprivation, and does not measure what is placed in an area: that is `Area.placementPressure`. It says nothing about any person
 * who lives there, explains no cause, and does not measure an area's worth.
 * Method, formula, sensitivity and limits: docs/decisions/0008-pressure-index.md.
 */
export type SocialLoad = {
  __typename?: 'SocialLoad';
  /** The area this is about. */
  area: Area;
  /** Every indicator of the variant, its weight, and what it was here. */
  basis: Array<SocialLoadBasis>;
  /** What it is compared with. Only where `isWholeCountry` does the comparison hold for the country. */
  comparedWith: SocialLoadComparison;
  /** The score of each domain of the variant; null for a domain none of whose indicators is known here, and wherever the score is null. */
  components: Array<SocialLoadComponent>;
  /** When this was computed: date and time in UTC, ISO 8601. */
  computedAt: Scalars['String']['output'];
  /** Inhabitants in the newest year known; the index is not given for fewer than 100. */
  inhabitants?: Maybe<Scalars['Int']['output']>;
  /**
   * Per cent of the areas of `comparedWith` with a score that is lower or equal, with one decimal. Null under 30 such areas: see
   * `unavailable`.
   */
  percentile?: Maybe<Scalars['Float']['output']>;
  /**
   * The ranks that this area has when one domain is left out, when one weighs double or half, and when each indicator weighs the same
   * instead of each domain. Where it is wide, the rank reflects the method rather than the area. Null where the score is.
   */
  rankRange?: Maybe<RankRange>;
  /**
   * The score, in standard deviations with three decimals: 0 is the average area of `comparedWith`, more is a heavier load.
   * Null with fewer than 100 inhabitants, or where more than a third of the basis by weight is missing: see `unavailable`.
   */
  score?: Maybe<Scalars['Float']['output']>;
  /**
   * The score against a fixed reference (`SocialLoadBasis.reference`), with three decimals: for the same area at two refreshes. `score`
   * is relative to the areas of its own refresh, and shows no trend. Null where the score is, or where no reference is fixed yet.
   */
  scoreOverTime?: Maybe<Scalars['Float']['output']>;
  /** Whether figures were imported since: the next refresh may change this answer. */
  stale: Scalars['Boolean']['output'];
  /** Why results are null: one entry for each null. */
  unavailable: Array<UnavailableResult>;
  /** What counts in it. */
  variant: SocialLoadVariant;
};

/** One indicator of the social load, and what it was in one area. */
export type SocialLoadBasis = {
  __typename?: 'SocialLoadBasis';
  /** Whether the deviation was limited to 3 or -3: the value may be further from the mean. */
  capped: Scalars['Boolean']['output'];
  /** Standard deviations from the mean of the areas of this level and country, with three decimals, 3 or -3 at most; positive is more load. */
  deviation?: Maybe<Scalars['Float']['output']>;
  /** Which values mean more load. */
  direction: LoadDirection;
  /** The domain it counts for. */
  domain: SocialLoadDomain;
  /** The field that it is, or is calculated from, such as housing.averageWozValue. */
  indicator: Scalars['String']['output'];
  /** What is measured, in words. */
  measure: Scalars['String']['output'];
  /** Whether there is no value here of that year. */
  missing: Scalars['Boolean']['output'];
  /** The year of the value: the newest that at least half of the areas of this level have. */
  period?: Maybe<Scalars['Int']['output']>;
  /** What `scoreOverTime` measures this indicator against. Null until 30 areas of this level have a value. */
  reference?: Maybe<SocialLoadReference>;
  /** The value in this area, with three decimals. */
  value?: Maybe<Scalars['Float']['output']>;
  /** Its weight in the score of this variant where nothing is missing; the weights add up to 1. */
  weight: Scalars['Float']['output'];
};

/** What an area was compared with. */
export type SocialLoadComparison = {
  __typename?: 'SocialLoadComparison';
  /** Loaded areas of this level and country that have a score. */
  areas: Scalars['Int']['output'];
  /** Whether most of the country is loaded: at least nine in ten of its municipalities. Where not, draw no conclusion about the country. */
  isWholeCountry: Scalars['Boolean']['output'];
  /** Municipalities of which areas of this level are loaded. */
  loaded: Scalars['Int']['output'];
  /** Municipalities that the country has in the newest year of these areas; null where this graph does not know. */
  of?: Maybe<Scalars['Int']['output']>;
};

/** The share of one domain in the social load of an area. */
export type SocialLoadComponent = {
  __typename?: 'SocialLoadComponent';
  /** The domain. */
  domain: SocialLoadDomain;
  /** The mean deviation of its indicators, in standard deviations with three decimals. */
  score?: Maybe<Scalars['Float']['output']>;
};

/** A page of areas by social load. */
export type SocialLoadConnection = {
  __typename?: 'SocialLoadConnection';
  /** The loads of this page, each with its cursor. */
  edges: Array<SocialLoadEdge>;
  /** The loads of this page. */
  nodes: Array<SocialLoad>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** How many areas there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** A domain that has a component in the social load. */
export type SocialLoadDomain =
  /**
   * Youth care and social support.
   *
   * NL: Zorg. Jeugdhulp en hulp uit de Wmo.
   */
  | 'CARE'
  /**
   * Highest education attained.
   *
   * NL: Onderwijs. De hoogste opleiding die mensen hebben afgerond.
   */
  | 'EDUCATION'
  /**
   * Values of dwellings and the share of housing corporations.
   *
   * NL: Wonen. De waarde van woningen en het aandeel corporatiewoningen.
   */
  | 'HOUSING'
  /**
   * Newcomers whom civic integration (inburgering) serves, per 1,000 inhabitants: the size of a task that schools, language teachers and
   * municipalities have there. It does not judge people or where they come from. In the variant WITH_ORIGIN only.
   *
   * NL: Inburgering. Nieuwkomers die kunnen inburgeren, per 1.000 inwoners; het is geen oordeel over mensen.
   */
  | 'INTEGRATION'
  /**
   * Work, social assistance and low incomes.
   *
   * NL: Werk en inkomen. Werk, bijstand en lage inkomens.
   */
  | 'LABOUR_MARKET';

/** One of a page of areas by social load. */
export type SocialLoadEdge = {
  __typename?: 'SocialLoadEdge';
  /** Where to continue after this one. */
  cursor: Scalars['String']['output'];
  /** The social load of the area. */
  node: SocialLoad;
};

/**
 * How one indicator was spread over the areas of one level and country when the reference was fixed: at the first refresh with 30 areas that
 * have a value. It is replaced only where areas of more municipalities are loaded.
 */
export type SocialLoadReference = {
  __typename?: 'SocialLoadReference';
  /** How many areas had one. */
  areas: Scalars['Int']['output'];
  /** Their mean. */
  mean: Scalars['Float']['output'];
  /** Of how many municipalities areas of this level were loaded. */
  municipalities: Scalars['Int']['output'];
  /** The year of the values. */
  period: Scalars['Int']['output'];
  /** Their standard deviation, over all of them (divided by their number). */
  standardDeviation: Scalars['Float']['output'];
};

/** What counts as social load. */
export type SocialLoadVariant =
  /**
   * Housing, care, education and work; not where people were born.
   *
   * NL: Zonder herkomst. Wonen, zorg, onderwijs en werk tellen mee, niet waar mensen geboren zijn.
   */
  | 'WITHOUT_ORIGIN'
  /**
   * Inhabitants born abroad also count, as a fifth domain. Origin is not a burden: this is for those who plan civic integration, and not to
   * be used to compare the liveability or the burden of areas. The minister promised that the Leefbaarometer, the national measure of
   * liveability, would not count origin.
   *
   * NL: Met herkomst. Ook inwoners die in het buitenland geboren zijn tellen mee, voor wie inburgering plant; herkomst is geen last.
   */
  | 'WITH_ORIGIN';

/** Why there is no result. */
export type UnavailableReason =
  /**
   * No other area of this level has the figures to compare with: a country alone, or one imported municipality.
   *
   * NL: Niets om mee te vergelijken. Geen ander gebied van dit soort heeft de cijfers om mee te vergelijken.
   */
  | 'NOTHING_TO_COMPARE_WITH'
  /**
   * A figure it is calculated from is unknown or withheld.
   *
   * NL: Geen cijfers. Een cijfer waaruit dit wordt berekend is onbekend of afgeschermd.
   */
  | 'NO_FIGURES'
  /**
   * No homes become available, so the queue never clears.
   *
   * NL: Geen aanbod. Er komen geen woningen vrij, dus de wachtrij raakt nooit leeg.
   */
  | 'NO_SUPPLY'
  /**
   * Fewer than 30 areas of this level have the figure: a percentile or a reference would say little.
   *
   * NL: Te weinig gebieden. Minder dan 30 gebieden van dit soort hebben het cijfer.
   */
  | 'TOO_FEW_AREAS'
  /**
   * Fewer than 100 inhabitants, or an unknown number.
   *
   * NL: Te weinig inwoners. Er wonen minder dan 100 mensen, of het aantal inwoners is niet bekend.
   */
  | 'TOO_FEW_INHABITANTS'
  /**
   * More than a third of the basis is missing.
   *
   * NL: Te veel ontbreekt. Meer dan een derde van de basis ontbreekt.
   */
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
