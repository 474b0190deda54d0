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

/** How many households of a focus group stay in one kind of accommodation. */
export type AccommodationCount = {
  __typename?: 'AccommodationCount';
  /** Households that seek a home and stay there; a multiple of 5. Null where withheld or not available: see `missing` of the figures. */
  households?: Maybe<Scalars['Int']['output']>;
  /** Where they stay. */
  kind: Accommodation;
};

/** How many social rental homes went to one focus group. */
export type Allocation = {
  __typename?: 'Allocation';
  /** The group; null for home seekers of no focus group. */
  group?: Maybe<FocusGroup>;
  /**
   * Homes let to this group in the year; a multiple of 5. Null where withheld: fewer than 10, none included, and where
   * such a number would follow by subtraction.
   */
  homes?: Maybe<Scalars['Int']['output']>;
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
   * How many distinct households there are in all focus groups together in this area, of the newest year in which they
   * were counted. Null where they never were.
   */
  focusGroupOverlap?: Maybe<FocusGroupOverlap>;
  /**
   * National grants to this municipality for housing focus groups, the newest year first. Null for areas of
   * other levels and where none are known.
   */
  grants?: Maybe<Array<Grant>>;
  /**
   * The homeless people (dakloze mensen), of the country alone, of this area in one year. Without `period` the newest year that has such figures for this area, null where none
   * has; a year that nobody loaded is an error PERIOD_NOT_PUBLISHED.
   */
  homelessness?: Maybe<HomelessnessProfile>;
  /** The same over the years, the oldest first: all there are, or those of `from` up to and including `to`. */
  homelessnessSeries?: Maybe<Array<HomelessnessProfile>>;
  /**
   * Housing figures of this area in one year. Without `period` the newest year that has such figures for
   * this area, null where none has; a year that nobody loaded is an error PERIOD_NOT_PUBLISHED.
   */
  housing?: Maybe<HousingProfile>;
  /**
   * The focus groups that this domain counts (homeless people, people with urgency, home seekers in a hurry and
   * travellers) in this area: one entry for each that has figures, each of its newest year. Null where none has.
   */
  housingFocusGroups?: Maybe<Array<FocusGroupFigures>>;
  /** The same over the years, the oldest first: all there are, or those of `from` up to and including `to`. */
  housingFocusGroupsSeries?: Maybe<Array<FocusGroupFigures>>;
  /**
   * Housing projects for focus groups in this area and the areas within it, by id, found by their codes: null for a
   * province, whose code does not name its municipalities. NL00 has all real projects, the synthetic NL99 all synthetic ones.
   */
  housingProjects?: Maybe<HousingProjectConnection>;
  /**
   * Housing figures of this area over the years, the oldest first: all there are, or those of `from` up to
   * and including `to`.
   */
  housingSeries?: Maybe<Array<HousingProfile>>;
  /**
   * Homes that became available in this area in one year, and those planned for the next. Without `period` the newest
   * year with allocations in this area; null where there are none, and where nothing is known of the year asked.
   */
  housingSupply?: Maybe<HousingSupply>;
  /**
   * The legal task of this municipality to house status holders (taakstelling huisvesting statushouders) in one half-year, in people. Without
   * `halfYear` the newest that is loaded for this municipality; null where none is, and for areas of other levels. A half-year that
   * nobody loaded is an error PERIOD_NOT_PUBLISHED.
   */
  statusHolderTask?: Maybe<StatusHolderTask>;
  /**
   * The same over the half-years, the oldest first: all there are, or those of `from` up to and including `to`. Null for areas of
   * other levels.
   */
  statusHolderTaskSeries?: Maybe<Array<StatusHolderTask>>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaHomelessnessArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaHomelessnessSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaHousingArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaHousingFocusGroupsSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaHousingProjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  forGroups?: InputMaybe<Array<FocusGroup>>;
  kinds?: InputMaybe<Array<HousingProjectKind>>;
  phases?: InputMaybe<Array<HousingProjectPhase>>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaHousingSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaHousingSupplyArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaStatusHolderTaskArgs = {
  halfYear?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaStatusHolderTaskSeriesArgs = {
  from?: InputMaybe<Scalars['String']['input']>;
  to?: InputMaybe<Scalars['String']['input']>;
};

/** A year from which figures do not compare with those of earlier years. */
export type Break = {
  __typename?: 'Break';
  /** The field it is about, in a profile; null where it is about all figures, or belongs to one indicator. */
  field?: Maybe<Scalars['String']['output']>;
  /** What changed. */
  note: Scalars['String']['output'];
  /** The first year by the new definition, method or boundary. */
  period: Scalars['Int']['output'];
};

/** A table that was loaded for one year, and how many areas it covers. */
export type Dataset = {
  __typename?: 'Dataset';
  /** How many areas have figures of that year, all levels together. */
  areas: Scalars['Int']['output'];
  /** What kind of data it holds. */
  kind: DatasetKind;
  /** The year the figures describe. */
  period: Scalars['Int']['output'];
  /** The table they come from. */
  source: Source;
  /** Changes where the table is imported anew, also where its name and date stay the same. Compare it; it means nothing else. */
  version: Scalars['ID']['output'];
};

/** What kind of data a dataset holds. Records of people are in no dataset: how many a domain keeps is not disclosed. */
export type DatasetKind =
  /**
   * Grants to municipalities (subsidies).
   *
   * NL: Subsidies. Geld dat gemeenten van het Rijk krijgen.
   */
  | 'GRANTS'
  /**
   * Counts of focus groups by area, protected (aandachtsgroepen).
   *
   * NL: Aantallen per aandachtsgroep. Aantallen van aandachtsgroepen per gebied; kleine aantallen zijn beschermd.
   */
  | 'GROUP_COUNTS'
  /**
   * Distinct households over all focus groups by area, protected.
   *
   * NL: Aantallen zonder dubbeltelling. Huishoudens van alle aandachtsgroepen samen, elk een keer geteld; kleine aantallen zijn beschermd.
   */
  | 'GROUP_OVERLAP'
  /**
   * Social rental homes let by area and focus group, protected (toewijzingen).
   *
   * NL: Toewijzingen. Sociale huurwoningen die zijn toegewezen, per gebied en aandachtsgroep; kleine aantallen zijn beschermd.
   */
  | 'LETTINGS'
  /**
   * Published figures of areas: one profile for each year.
   *
   * NL: Gebiedscijfers. Gepubliceerde cijfers van gebieden, per jaar.
   */
  | 'PROFILE_FIGURES'
  /**
   * Housing projects, and municipalities that say that they have none (huisvestingsprojecten).
   *
   * NL: Huisvestingsprojecten. Projecten met woningen, en gemeenten die zeggen dat zij er geen hebben.
   */
  | 'PROJECTS'
  /**
   * Regions and the municipalities in each (regio's).
   *
   * NL: Regio's. Regio's en de gemeenten die erbij horen.
   */
  | 'REGIONS'
  /**
   * The legal task of municipalities to house status holders, by half-year (taakstelling).
   *
   * NL: Taakstelling statushouders. Hoeveel statushouders een gemeente volgens de wet moet huisvesten, per half jaar.
   */
  | 'STATUS_HOLDER_TASKS';

/** What is loaded into this graph. */
export type Datasets = {
  __typename?: 'Datasets';
  /** Loaded housing figures, allocations, grants, projects and focus groups, the newest year first. */
  housing?: Maybe<Array<Dataset>>;
};

/** An import, and the figures of one area and year that are from it. */
export type FigureSource = {
  __typename?: 'FigureSource';
  /** The fields of the profile whose figures are from it, or whose column it had without a figure for this area. */
  fields: Array<Scalars['String']['output']>;
  /** The import. */
  source: Source;
};

/** The status that the publisher gives a figure. */
export type FigureStatus = {
  __typename?: 'FigureStatus';
  /** The field of this profile. */
  field: Scalars['String']['output'];
  /** Final, provisional or revised. */
  status: SourceStatus;
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
 * One focus group in one area and year. Counts are rounded to 5; those under 10 are withheld, zero included,
 * and so are others where a withheld one would follow by subtraction: `missing` says SUPPRESSED.
 */
export type FocusGroupFigures = {
  __typename?: 'FocusGroupFigures';
  /** Where these households stay meanwhile: one entry for each kind, in the order of the enum. */
  accommodation: Array<AccommodationCount>;
  /** The group that is counted. */
  group: FocusGroup;
  /** Households of this group that seek a home (woningzoekende huishoudens), those of one person included; a multiple of 5. */
  households?: Maybe<Scalars['Int']['output']>;
  /**
   * Households of this group that began to seek a home in this area in this year (instroom), those of one person included; a multiple of 5.
   * Whether they are among `households` depends on whether they still seek on 31 December.
   */
  inflow?: Maybe<Scalars['Int']['output']>;
  /**
   * Months for which half of these households have been seeking a home, or longer (mediane wachttijd).
   * Missing where their number is.
   */
  medianMonthsWaiting?: Maybe<Scalars['Float']['output']>;
  /**
   * Why figures are null: one entry for each null. The households of one kind of
   * accommodation are named `accommodation.STREET` and so on.
   */
  missing: Array<MissingFigure>;
  /** The year these figures describe, as on 31 December. */
  period: Scalars['Int']['output'];
  /** People of this group in this area, whether or not they seek a home; a multiple of 5. */
  persons?: Maybe<Scalars['Int']['output']>;
  /** Where these figures come from. */
  source: Source;
};

/**
 * Households over all focus groups (aandachtsgroepen) in one area and year, each counted once. One household may be in several
 * groups, such as a student with a disability, so the groups together are more.
 */
export type FocusGroupOverlap = {
  __typename?: 'FocusGroupOverlap';
  /**
   * Distinct households that seek a home and are in at least one focus group; a multiple of 5. Null where withheld: fewer than
   * 10, where nearly as many as the groups together or as the largest of them, and where such a number would follow by subtraction.
   */
  households?: Maybe<Scalars['Int']['output']>;
  /** Why the number is null. */
  missing: Array<MissingFigure>;
  /** The year, as on 31 December. */
  period: Scalars['Int']['output'];
  /** Where this comes from. */
  source: Source;
};

/** Money from the national government for housing focus groups, paid to one municipality. */
export type Grant = {
  __typename?: 'Grant';
  /** The amount, in euro. */
  euro: Scalars['Int']['output'];
  /** How many of these were delivered by the date of the source; null where the municipality has not reported. */
  homesDelivered?: Maybe<Scalars['Int']['output']>;
  /** Homes and places that can be delivered sooner with it, as the municipality applied for; null where not stated. */
  homesToAccelerate?: Maybe<Scalars['Int']['output']>;
  /** The name of the scheme (regeling). */
  scheme: Scalars['String']['output'];
  /** Where this comes from. */
  source: Source;
  /** The year it was granted in. */
  year: Scalars['Int']['output'];
};

/**
 * The homeless people of the country on 1 January of one year, as an estimate: people of 18 to 65 years who sleep in the open air, in a public
 * building, in a shelter for the night or with others for a short while. The CBS estimates how many there are from three registers and how far
 * these overlap, so that small differences between years mean nothing. People who cannot be in these registers (younger, older, without a right
 * to stay) are not in it. Municipalities count by another definition: see `housingFocusGroups`. Source: CBS, homeless people
 * (Dakloze mensen; persoonskenmerken). A field is null where the source has no figure; `missing` says why.
 */
export type HomelessnessProfile = {
  __typename?: 'HomelessnessProfile';
  /**
   * Homeless people of 18 to 27 years (dakloze mensen van 18 tot 27 jaar): those of 18 to 27 years (27 not
   * included), in people; the source gives thousands with one decimal. Estimated by a model.
   */
  aged18To27?: Maybe<Scalars['Int']['output']>;
  /**
   * Homeless people of 18 to 27 years, as a share of all homeless people (dakloze mensen van 18 tot 27 jaar,
   * relatief), in per cent. Estimated by a model.
   */
  aged18To27Share?: Maybe<Scalars['Float']['output']>;
  /**
   * Homeless people of 27 to 50 years (dakloze mensen van 27 tot 50 jaar): those of 27 to 50 years (50 not
   * included), in people; the source gives thousands with one decimal. Estimated by a model.
   */
  aged27To50?: Maybe<Scalars['Int']['output']>;
  /**
   * Homeless people of 27 to 50 years, as a share of all homeless people (dakloze mensen van 27 tot 50 jaar,
   * relatief), in per cent. Estimated by a model.
   */
  aged27To50Share?: Maybe<Scalars['Float']['output']>;
  /**
   * Homeless people of 50 to 65 years (dakloze mensen van 50 tot 65 jaar): those of 50 to 65 years (65 not
   * included), in people; the source gives thousands with one decimal. Estimated by a model.
   */
  aged50To65?: Maybe<Scalars['Int']['output']>;
  /**
   * Homeless people of 50 to 65 years, as a share of all homeless people (dakloze mensen van 50 tot 65 jaar,
   * relatief), in per cent. Estimated by a model.
   */
  aged50To65Share?: Maybe<Scalars['Float']['output']>;
  /**
   * Why figures of this year do not compare with those of earlier years: one entry for each break that begins in it, of this municipality by a
   * merger or of one field by a new definition. Breaks by changed boundaries at every level are at `Area.breaks`.
   */
  breaks: Array<Break>;
  /**
   * Homeless men (dakloze mannen): the men, in people; the source gives thousands with one decimal. Estimated by
   * a model.
   */
  men?: Maybe<Scalars['Int']['output']>;
  /**
   * Homeless men, as a share of all homeless people (dakloze mannen, relatief), in per cent. Estimated by a
   * model.
   */
  menShare?: Maybe<Scalars['Float']['output']>;
  /** Why figures of this profile are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /**
   * Homeless people (dakloze mensen): all of them, in people; the source gives thousands with one decimal.
   * Estimated by a model.
   */
  people?: Maybe<Scalars['Int']['output']>;
  /** The year these figures describe. */
  period: Scalars['Int']['output'];
  /**
   * Homeless people registered elsewhere (dakloze mensen, ingeschreven in andere gemeente): those registered in
   * any other municipality, in people; the source gives thousands with one decimal. Estimated by a model.
   */
  registeredElsewhere?: Maybe<Scalars['Int']['output']>;
  /**
   * Homeless people registered elsewhere, as a share of all homeless people (dakloze mensen, ingeschreven in
   * andere gemeente, relatief), in per cent. Estimated by a model.
   */
  registeredElsewhereShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Homeless people registered in one of the four largest cities (dakloze mensen, ingeschreven in een van de
   * G4): those registered in Amsterdam, Rotterdam, The Hague or Utrecht, in people; the source gives thousands
   * with one decimal. Estimated by a model.
   */
  registeredInFourLargestCities?: Maybe<Scalars['Int']['output']>;
  /**
   * Homeless people registered in the four largest cities, as a share (dakloze mensen, ingeschreven in een
   * van de G4, relatief), in per cent. Estimated by a model.
   */
  registeredInFourLargestCitiesShare?: Maybe<Scalars['Float']['output']>;
  /**
   * The import these figures come from. Parts of a table that came in several files are merged: then this is the newest
   * of them, and `sources` tells which figure is from which.
   */
  source: Source;
  /** Which figure is from which import, the newest import first: one entry, or several where parts were merged. */
  sources: Array<FigureSource>;
  /** The status that the publisher gives figures of this profile: one entry for each that has one, read at the import. */
  statuses: Array<FigureStatus>;
  /**
   * Homeless women (dakloze vrouwen): the women, in people; the source gives thousands with one decimal.
   * Estimated by a model.
   */
  women?: Maybe<Scalars['Int']['output']>;
  /**
   * Homeless women, as a share of all homeless people (dakloze vrouwen, relatief), in per cent. Estimated by a
   * model.
   */
  womenShare?: Maybe<Scalars['Float']['output']>;
};

/** One spell without a home. */
export type HomelessnessSpell = {
  __typename?: 'HomelessnessSpell';
  /** Where the person stayed most of it. */
  accommodation?: Maybe<Accommodation>;
  /** Its first day, ISO 8601. */
  from?: Maybe<Scalars['String']['output']>;
  /** Its last day; null where it continues. */
  to?: Maybe<Scalars['String']['output']>;
};

/**
 * The housing of one area in one year: stock, value, type, ownership and age of dwellings, and the energy
 * they use. Source: CBS, key figures for districts and neighbourhoods (Kerncijfers wijken en buurten,
 * KWB). A field is null where the source has no figure; `missing` says why.
 */
export type HousingProfile = {
  __typename?: 'HousingProfile';
  /**
   * Average electricity delivered (gemiddelde elektriciteitslevering) to a dwelling from the public grid
   * in this year, all types together, in kWh rounded to tens. Shared connections, such as of lifts, are
   * left out.
   * Missing where there are fewer than six occupied dwellings.
   */
  averageElectricityDelivery?: Maybe<Scalars['Int']['output']>;
  /**
   * Average electricity delivered to apartments (gemiddelde elektriciteitslevering appartementen) in this
   * year: mean per dwelling, in kWh rounded to tens.
   * Missing where there are fewer than six such dwellings, occupied.
   */
  averageElectricityDeliveryApartments?: Maybe<Scalars['Int']['output']>;
  /**
   * Average electricity delivered to corner dwellings (gemiddelde elektriciteitslevering hoekwoningen) in
   * this year: mean per dwelling, in kWh rounded to tens.
   * Missing where there are fewer than six such dwellings, occupied.
   */
  averageElectricityDeliveryCornerDwellings?: Maybe<Scalars['Int']['output']>;
  /**
   * Average electricity delivered to detached dwellings (gemiddelde elektriciteitslevering vrijstaande
   * woningen) in this year: mean per dwelling, in kWh rounded to tens.
   * Missing where there are fewer than six such dwellings, occupied.
   */
  averageElectricityDeliveryDetachedDwellings?: Maybe<Scalars['Int']['output']>;
  /**
   * Average electricity delivered to owner-occupied dwellings (gemiddelde elektriciteitslevering eigen
   * woningen) in this year: mean per dwelling, in kWh rounded to tens.
   * Missing where there are fewer than six such dwellings, occupied.
   */
  averageElectricityDeliveryOwnerOccupiedDwellings?: Maybe<Scalars['Int']['output']>;
  /**
   * Average electricity delivered to rental dwellings (gemiddelde elektriciteitslevering huurwoningen) in
   * this year: mean per dwelling, in kWh rounded to tens.
   * Missing where there are fewer than six such dwellings, occupied.
   */
  averageElectricityDeliveryRentalDwellings?: Maybe<Scalars['Int']['output']>;
  /**
   * Average electricity delivered to semi-detached dwellings (gemiddelde elektriciteitslevering
   * twee-onder-één-kap-woningen) in this year: mean per dwelling, in kWh rounded to tens.
   * Missing where there are fewer than six such dwellings, occupied.
   */
  averageElectricityDeliverySemiDetachedDwellings?: Maybe<Scalars['Int']['output']>;
  /**
   * Average electricity delivered to terraced dwellings (gemiddelde elektriciteitslevering tussenwoningen)
   * in this year: mean per dwelling, in kWh rounded to tens.
   * Missing where there are fewer than six such dwellings, occupied.
   */
  averageElectricityDeliveryTerracedDwellings?: Maybe<Scalars['Int']['output']>;
  /**
   * Average electricity fed back (gemiddelde elektriciteitsteruglevering) into the public grid by a
   * dwelling in this year, mostly from solar panels, in kWh. Published from 2024.
   */
  averageElectricityReturn?: Maybe<Scalars['Int']['output']>;
  /**
   * Average natural gas consumption (gemiddeld aardgasverbruik) of a dwelling in this year, all types
   * together, in cubic metres rounded to tens. Low where there is district heating, since those dwellings
   * count.
   * Missing where there are fewer than six occupied dwellings.
   */
  averageGasConsumption?: Maybe<Scalars['Int']['output']>;
  /**
   * Average natural gas consumption of apartments (gemiddeld aardgasverbruik appartementen) in this year:
   * mean per dwelling, in cubic metres rounded to tens.
   * Missing where there are fewer than six such dwellings, occupied.
   */
  averageGasConsumptionApartments?: Maybe<Scalars['Int']['output']>;
  /**
   * Average natural gas consumption of corner dwellings (gemiddeld aardgasverbruik hoekwoningen) in this
   * year: mean per dwelling, in cubic metres rounded to tens.
   * Missing where there are fewer than six such dwellings, occupied.
   */
  averageGasConsumptionCornerDwellings?: Maybe<Scalars['Int']['output']>;
  /**
   * Average natural gas consumption of detached dwellings (gemiddeld aardgasverbruik vrijstaande woningen)
   * in this year: mean per dwelling, in cubic metres rounded to tens.
   * Missing where there are fewer than six such dwellings, occupied.
   */
  averageGasConsumptionDetachedDwellings?: Maybe<Scalars['Int']['output']>;
  /**
   * Average natural gas consumption of owner-occupied dwellings (gemiddeld aardgasverbruik eigen woningen)
   * in this year: mean per dwelling, in cubic metres rounded to tens.
   * Missing where there are fewer than six such dwellings, occupied.
   */
  averageGasConsumptionOwnerOccupiedDwellings?: Maybe<Scalars['Int']['output']>;
  /**
   * Average natural gas consumption of rental dwellings (gemiddeld aardgasverbruik huurwoningen) in this
   * year: mean per dwelling, in cubic metres rounded to tens.
   * Missing where there are fewer than six such dwellings, occupied.
   */
  averageGasConsumptionRentalDwellings?: Maybe<Scalars['Int']['output']>;
  /**
   * Average natural gas consumption of semi-detached dwellings (gemiddeld aardgasverbruik
   * twee-onder-één-kap-woningen) in this year: mean per dwelling, in cubic metres rounded to tens.
   * Missing where there are fewer than six such dwellings, occupied.
   */
  averageGasConsumptionSemiDetachedDwellings?: Maybe<Scalars['Int']['output']>;
  /**
   * Average natural gas consumption of terraced dwellings (gemiddeld aardgasverbruik tussenwoningen) in
   * this year: mean per dwelling, in cubic metres rounded to tens.
   * Missing where there are fewer than six such dwellings, occupied.
   */
  averageGasConsumptionTerracedDwellings?: Maybe<Scalars['Int']['output']>;
  /**
   * Average WOZ value (gemiddelde WOZ-waarde) of dwellings in this area, in euro of that date, as
   * municipalities valued them for tax on 1 January of the year before: dwellings in the register of
   * addresses and buildings (BAG) that were valued at 10,000 to 5,000,000 euro.
   * Missing where fewer than 20 dwellings were valued, or less than 85 % of them.
   */
  averageWozValue?: Maybe<Scalars['Int']['output']>;
  /**
   * Why figures of this year do not compare with those of earlier years: one entry for each break that begins in it, of this municipality by a
   * merger or of one field by a new definition. Breaks by changed boundaries at every level are at `Area.breaks`.
   */
  breaks: Array<Break>;
  /**
   * Share of dwellings built before 2000 (percentage bouwjaar voor 2000) on 1 January. Published up to
   * 2023.
   * Missing where there are fewer than 20 dwellings.
   */
  builtBefore2000Share?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of dwellings built in 2000 or later (percentage bouwjaar vanaf 2000) on 1 January. Published up
   * to 2023.
   * Missing where there are fewer than 20 dwellings.
   */
  builtFrom2000Share?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of dwellings built in the past ten years (percentage bouwjaar afgelopen tien jaar), on 1
   * January. Published from 2024.
   * Missing where there are fewer than 20 dwellings.
   */
  builtInPastTenYearsShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of dwellings built more than ten years ago (percentage bouwjaar meer dan tien jaar geleden), on
   * 1 January. Published from 2024.
   * Missing where there are fewer than 20 dwellings.
   */
  builtOverTenYearsAgoShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of corner dwellings (percentage hoekwoningen) in the housing stock on 1 January: single-family,
   * at the end of a row of three or more. Published from 2024.
   * Missing where there are fewer than 20 dwellings.
   */
  cornerShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of detached dwellings (percentage vrijstaande woningen) in the housing stock on 1 January:
   * single-family, joined to no other building. Published from 2024.
   * Missing where there are fewer than 20 dwellings.
   */
  detachedShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of dwellings with district heating (percentage woningen met stadsverwarming), with one decimal;
   * for municipalities, a share under 5 or over 95 is rounded to a multiple of 5.
   * Missing where there are fewer than ten occupied dwellings.
   */
  districtHeatingShare?: Maybe<Scalars['Float']['output']>;
  /** Dwellings (woningvoorraad): the housing stock of this area on 1 January, occupied or not. */
  dwellings?: Maybe<Scalars['Int']['output']>;
  /**
   * Share of dwellings heated mainly by electricity (percentage woningen hoofdzakelijk elektrisch
   * verwarmd). Published from 2024.
   */
  electricallyHeatedShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of dwellings owned by housing corporations (percentage in bezit van woningcorporaties) on 1
   * January, as part of all dwellings. This is about the owner, not about the rent: it is not the share of
   * social housing.
   * Missing where there are fewer than 20 dwellings, or where the owner of more than half of them is
   * unknown.
   */
  housingCorporationShare?: Maybe<Scalars['Float']['output']>;
  /** Why figures of this profile are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /**
   * Share of multi-family dwellings (percentage meergezinswoningen) in the housing stock on 1 January:
   * dwellings that share a building with others or with business premises, such as flats.
   * Missing where there are fewer than 20 dwellings.
   */
  multiFamilyShare?: Maybe<Scalars['Float']['output']>;
  /** Share of dwellings without natural gas (percentage aardgasvrije woningen). Published from 2024. */
  naturalGasFreeShare?: Maybe<Scalars['Float']['output']>;
  /** Share of dwellings with natural gas (percentage aardgaswoningen). Published from 2024. */
  naturalGasShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Newly built dwellings (nieuwbouw woningen): dwellings that new construction added to the stock in this
   * year. Published from 2024.
   */
  newDwellings?: Maybe<Scalars['Int']['output']>;
  /**
   * Newly built non-residential properties (nieuwbouw niet-woningen): those that new construction added in
   * this year. Published from 2024.
   */
  newNonResidentialProperties?: Maybe<Scalars['Int']['output']>;
  /**
   * Non-residential properties (niet-woningvoorraad): premises on 1 January in which living is not one of
   * the functions, such as shops, offices and schools. Published from 2024.
   */
  nonResidentialProperties?: Maybe<Scalars['Int']['output']>;
  /**
   * Share of occupied dwellings (percentage bewoonde woningen) on 1 January. Published up to 2023.
   * Missing where there are fewer than 20 dwellings.
   */
  occupiedShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of dwellings owned by other landlords (percentage in bezit van overige verhuurders) on 1
   * January, as part of all dwellings: companies, private individuals and institutional investors, and rental
   * dwellings whose owner could not be determined.
   * Missing where there are fewer than 20 dwellings, or where the owner of more than half of them is
   * unknown.
   */
  otherLandlordShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of owner-occupied dwellings (percentage koopwoningen) on 1 January: owned by those who live
   * there or will, or in use as a second home.
   * Missing where there are fewer than 20 dwellings, or where the owner of more than half of them is
   * unknown.
   */
  ownerOccupiedShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of dwellings with unknown ownership (percentage eigendom onbekend) on 1 January. Published up to
   * 2023.
   * Missing where there are fewer than 20 dwellings.
   */
  ownershipUnknownShare?: Maybe<Scalars['Float']['output']>;
  /** The year these figures describe. */
  period: Scalars['Int']['output'];
  /** Public charging points (publieke laadpalen) for electric vehicles in this area. Published from 2024. */
  publicChargingPoints?: Maybe<Scalars['Int']['output']>;
  /**
   * Share of rental dwellings (percentage huurwoningen) on 1 January: dwellings in which the owner does
   * not live.
   * Missing where there are fewer than 20 dwellings, or where the owner of more than half of them is
   * unknown.
   */
  rentalShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of semi-detached dwellings (percentage twee-onder-één-kap-woningen) in the housing stock on 1
   * January: single-family, two that share one side. Published from 2024.
   * Missing where there are fewer than 20 dwellings.
   */
  semiDetachedShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of single-family dwellings (percentage eengezinswoningen) in the housing stock on 1 January:
   * dwellings that are a whole building, in a row or not.
   * Missing where there are fewer than 20 dwellings.
   */
  singleFamilyShare?: Maybe<Scalars['Float']['output']>;
  /** Share of dwellings with solar power (percentage woningen met zonnestroom). Published from 2024. */
  solarPowerShare?: Maybe<Scalars['Float']['output']>;
  /**
   * The import these figures come from. Parts of a table that came in several files are merged: then this is the newest
   * of them, and `sources` tells which figure is from which.
   */
  source: Source;
  /** Which figure is from which import, the newest import first: one entry, or several where parts were merged. */
  sources: Array<FigureSource>;
  /** The status that the publisher gives figures of this profile: one entry for each that has one, read at the import. */
  statuses: Array<FigureStatus>;
  /**
   * Share of terraced dwellings (percentage tussenwoningen) in the housing stock on 1 January:
   * single-family, in a row of three or more and joined on two sides. Published from 2024.
   * Missing where there are fewer than 20 dwellings.
   */
  terracedShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of unoccupied dwellings (percentage onbewoonde woningen): dwellings where nobody was registered
   * on 1 January.
   * Missing where there are fewer than 20 dwellings.
   */
  unoccupiedShare?: Maybe<Scalars['Float']['output']>;
};

/** A plan to build or convert homes for focus groups (huisvestingsproject). */
export type HousingProject = {
  __typename?: 'HousingProject';
  /** The smallest area that is known to contain it, most often a neighbourhood. */
  area: Area;
  /** The quarter in which it was delivered, such as 2024-Q2; null until then. */
  delivered?: Maybe<Scalars['String']['output']>;
  /** The focus groups it is for, in the order of the enum; empty where it is for all home seekers. */
  forGroups: Array<FocusGroup>;
  /** Homes and places it brings. */
  homes: Scalars['Int']['output'];
  /** The id that the municipality gave it, such as GM9001-001. */
  id: Scalars['ID']['output'];
  /** What kind of homes it brings. */
  kind: HousingProjectKind;
  /** The name of the project or its site. */
  name: Scalars['String']['output'];
  /** Objections lodged against it, of all kinds together: see `objectionsLodged`. */
  objections: Scalars['Int']['output'];
  /** The same by kind, as the law distinguishes them. */
  objectionsLodged: ObjectionsLodged;
  /**
   * The day since when objections to it are open without interruption, ISO 8601, such as 2025-04-01; null where none are open, and where the file
   * does not say.
   */
  objectionsSince?: Maybe<Scalars['String']['output']>;
  /** How far it has come. */
  phase: HousingProjectPhase;
  /** The quarter in which it is planned to be delivered, such as 2026-Q3; null where not planned. */
  plannedDelivery?: Maybe<Scalars['String']['output']>;
  /** Where this comes from. */
  source: Source;
  /** Whether support for those who will live there (zorg en begeleiding) is arranged with the homes. */
  supportArranged: Scalars['Boolean']['output'];
  /** Who gives that support; null where it is not arranged or not known. */
  supportBy?: Maybe<Scalars['String']['output']>;
};

/** A page of housing projects. */
export type HousingProjectConnection = {
  __typename?: 'HousingProjectConnection';
  /** The projects of this page, each with its cursor. */
  edges: Array<HousingProjectEdge>;
  /** The projects of this page. */
  nodes: Array<HousingProject>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** How many projects there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page of housing projects. */
export type HousingProjectEdge = {
  __typename?: 'HousingProjectEdge';
  /** Where to continue after this one. */
  cursor: Scalars['String']['output'];
  /** The project. */
  node: HousingProject;
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

/** How far a housing project has come. */
export type HousingProjectPhase =
  /**
   * Ready and handed over (opgeleverd).
   *
   * NL: Opgeleverd. Het project is klaar en overgedragen.
   */
  | 'DELIVERED'
  /**
   * Held up by objections lodged (zienswijzen, bezwaren of beroepen).
   *
   * NL: Bezwaren. Het project ligt stil door zienswijzen, bezwaren of beroepen.
   */
  | 'OBJECTIONS'
  /**
   * Permitted, not yet begun (vergund).
   *
   * NL: Vergund. De vergunning is er, de bouw is nog niet begonnen.
   */
  | 'PERMITTED'
  /**
   * Intended, not yet permitted (gepland).
   *
   * NL: Gepland. Het plan is er, de vergunning nog niet.
   */
  | 'PLANNED'
  /**
   * Given up (gestopt).
   *
   * NL: Gestopt. Het project gaat niet door.
   */
  | 'STOPPED'
  /**
   * Being built (in aanbouw).
   *
   * NL: In aanbouw. Er wordt gebouwd.
   */
  | 'UNDER_CONSTRUCTION';

/**
 * The homes for home seekers in one area and year: existing social rental homes that were let again, and new ones planned
 * for the year after.
 */
export type HousingSupply = {
  __typename?: 'HousingSupply';
  /**
   * The same as `homesLet`.
   * @deprecated Use homesLet; compare focus groups with homesLetToFocusGroups; sunset 2027-07-01.
   */
  allocatedHomes?: Maybe<Scalars['Int']['output']>;
  /**
   * Social rental homes let to home seekers in this year (toewijzingen): one entry a focus group in the order of the
   * enum, then one for home seekers of no focus group. Empty where there are no allocations of this year.
   */
  allocations: Array<Allocation>;
  /**
   * Social rental homes let in this year to all home seekers together, those of no focus group included; a multiple of 5. Null
   * where withheld or where there are no allocations of this year: see `missing`.
   */
  homesLet?: Maybe<Scalars['Int']['output']>;
  /**
   * Those of them that went to focus groups: `homesLet` less the homes of home seekers of no focus group, both rounded, so up
   * to 4 from the true number. Null where either is: see `missing`.
   */
  homesLetToFocusGroups?: Maybe<Scalars['Int']['output']>;
  /**
   * Why numbers are null: one entry for each null. The homes of one group are named
   * `allocations.HOMELESS` and so on, those of no focus group `allocations.NONE`.
   */
  missing: Array<MissingFigure>;
  /** The year of the allocations, and the year before that of the planned deliveries. */
  period: Scalars['Int']['output'];
  /**
   * New homes to be delivered in the year after `period` (geplande opleveringen): those of the housing projects in this
   * area and the areas within it that are neither delivered nor stopped, counted exactly. Null for a province, and where
   * it is not known whether the municipality has projects: see `missing`. 0 where it has none then, or says that it has none.
   */
  plannedDeliveries?: Maybe<Scalars['Int']['output']>;
  /** Those of them in projects that name a focus group; null where `plannedDeliveries` is. */
  plannedDeliveriesForFocusGroups?: Maybe<Scalars['Int']['output']>;
  /** Where the allocations come from; null where there are none of this year. */
  source?: Maybe<Source>;
};

/** A ground for housing urgency (urgentiegrond). */
export type HousingUrgency =
  /** Leaves an institution (uitstroom). */
  | 'LEAVING_INSTITUTION'
  /** Health (medisch). */
  | 'MEDICAL'
  /** Social distress (sociaal), children who would have no home included. */
  | 'SOCIAL'
  /** Housing a refugee with a permit: a task of the municipality (taakstelling), no ground for urgency. */
  | 'STATUS_HOLDER'
  /** Flight from violence at home (huiselijk geweld). */
  | 'VIOLENCE';

/** How figures of several areas are taken together. */
export type IndicatorKind =
  /**
   * A mean or a median of people, households, dwellings. A mean is weighted by how many there are; a median cannot be taken together.
   *
   * NL: Gemiddelde. Een gemiddelde of mediaan; medianen van gebieden kunt u niet samenvoegen.
   */
  | 'AVERAGE'
  /**
   * A class or a code: neither added up nor averaged.
   *
   * NL: Code. Een klasse of code; die kunt u niet optellen of middelen.
   */
  | 'CODE'
  /**
   * A number or a total, of people, dwellings, events, hectares: those of areas that do not overlap add up, but for rounding.
   *
   * NL: Aantal. Een aantal of totaal; aantallen van gebieden die elkaar niet overlappen mag u optellen.
   */
  | 'COUNT'
  /**
   * What is expected for a year to come: a figure by assumptions, no observation.
   *
   * NL: Prognose. Een verwachting voor een later jaar, niet iets wat is gemeten.
   */
  | 'FORECAST'
  /**
   * A number on a scale that compares with a base, such as a year that is 100: neither added up nor averaged.
   *
   * NL: Index. Een getal dat vergelijkt met een basis, zoals een jaar dat op 100 is gezet.
   */
  | 'INDEX'
  /**
   * An estimate by a model of what was not counted in each area: neither added up nor averaged.
   *
   * NL: Modelschatting. Een model heeft dit geschat, het is niet in elk gebied geteld.
   */
  | 'MODELLED_ESTIMATE'
  /**
   * A number for each 1,000 inhabitants, each square kilometre, each household: weighted by what it is divided by.
   *
   * NL: Verhoudingsgetal. Een aantal per 1.000 inwoners, per vierkante kilometer of per huishouden.
   */
  | 'RATE'
  /**
   * A judgement of several indicators in one number: neither added up nor averaged.
   *
   * NL: Score. Een oordeel over meer cijfers samen, in een getal.
   */
  | 'SCORE'
  /**
   * A part of a whole, in per cent: weighted by that whole.
   *
   * NL: Aandeel. Een deel van een geheel, in procenten.
   */
  | 'SHARE';

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

/** Objections lodged against a housing project, by the stage of the procedure they belong to. */
export type ObjectionsLodged = {
  __typename?: 'ObjectionsLodged';
  /** Appeals to a court (beroepen); null where the file does not distinguish kinds. */
  appeals?: Maybe<Scalars['Int']['output']>;
  /** Objections to a decision, lodged with the authority that took it (bezwaren); null where the file does not distinguish kinds. */
  objections?: Maybe<Scalars['Int']['output']>;
  /** All together. */
  total: Scalars['Int']['output'];
  /** Views on a draft decision (zienswijzen); null where the file does not distinguish kinds. */
  views?: Maybe<Scalars['Int']['output']>;
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
  /** The housing of this person and their search for a home. Null where the domain has no record of the person. */
  housing?: Maybe<PersonHousing>;
  /** The id: opaque, and the same for a person in the whole graph. It is not a number by which anyone knows the person. */
  id: Scalars['ID']['output'];
};

/** The housing of a person and their search for a home, as the municipality and the housing corporations know it. */
export type PersonHousing = {
  __typename?: 'PersonHousing';
  /** Spells without a home (dakloosheid), the newest first. */
  homelessness?: Maybe<Array<HomelessnessSpell>>;
  /** Whole months since the registration for social rental homes (inschrijfduur); null where not registered. */
  monthsRegistered?: Maybe<Scalars['Int']['output']>;
  /** Homes offered to the person since the registration. */
  offersMade?: Maybe<Scalars['Int']['output']>;
  /** Those of them that the person refused. */
  offersRefused?: Maybe<Scalars['Int']['output']>;
  /** Since when, ISO 8601 date. */
  since?: Maybe<Scalars['String']['output']>;
  /** Where the person stays now (verblijfssituatie); `tenure` is about a home of their own. */
  situation?: Maybe<Accommodation>;
  /** Whether the home is owned or rented (eigendomssituatie); null without a home of their own. */
  tenure?: Maybe<Tenure>;
  /** Why the person has priority (urgentie); null without urgency. */
  urgency?: Maybe<HousingUrgency>;
};

export type Query = {
  __typename?: 'Query';
  /** What is loaded: each domain adds its own field. */
  datasets?: Maybe<Datasets>;
  /** Housing projects for focus groups, by id: all there are, or those that meet every condition given. */
  housingProjects?: Maybe<HousingProjectConnection>;
  /**
   * Municipalities in order of their arrears in housing status holders (`StatusHolderTask.arrears`), the furthest behind first; those that
   * are ahead come last. Real and invented municipalities are never ranked together.
   */
  statusHolderTaskRanking?: Maybe<StatusHolderTaskConnection>;
};


export type QueryHousingProjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  forGroups?: InputMaybe<Array<FocusGroup>>;
  kinds?: InputMaybe<Array<HousingProjectKind>>;
  phases?: InputMaybe<Array<HousingProjectPhase>>;
  within?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryStatusHolderTaskRankingArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  country?: InputMaybe<Scalars['ID']['input']>;
  first?: Scalars['Int']['input'];
  halfYear?: InputMaybe<Scalars['String']['input']>;
};

/** Where figures come from: cite it with them. */
export type Source = {
  __typename?: 'Source';
  /**
   * The year whose boundaries its areas have, where the publisher gives figures of several years for the areas of one: then years compare without breaks
   * by changed boundaries. Null where the areas are those of the year itself, or the publisher does not say.
   */
  boundaryYear?: Maybe<Scalars['Int']['output']>;
  /** Whether `retrievedAt` is only when the file was last written, which a copy changes. */
  datedByFile: Scalars['Boolean']['output'];
  /** What its figures are: observed, or estimated by a model, an index, a forecast. Of invented figures, what they imitate. */
  kind: SourceKind;
  /** The licence it may be used under, such as CC BY 4.0. */
  licence: Scalars['String']['output'];
  /** Who published it, such as CBS (Statistics Netherlands). */
  publisher: Scalars['String']['output'];
  /**
   * When this was retrieved from the publisher: date and time in UTC, ISO 8601. Where that is not known (`datedByFile`),
   * when the file was last written.
   */
  retrievedAt: Scalars['String']['output'];
  /** Whether the publisher calls the figures final, provisional or revised; null where it does not say. */
  status?: Maybe<SourceStatus>;
  /** Whether the figures are invented, for trying the graph: never to be published as fact. */
  synthetic: Scalars['Boolean']['output'];
  /** The publisher's id of the table, such as 84583NED. */
  table: Scalars['String']['output'];
  /** The publisher's title of the table. */
  title: Scalars['String']['output'];
};

/** What the figures of a source are. */
export type SourceKind =
  /**
   * Expected for a later year by a model.
   *
   * NL: Prognose. Een model verwacht dit voor een later jaar.
   */
  | 'FORECAST'
  /**
   * A score on a scale of the publisher's own, composed of other figures: for comparing areas and years, without a unit.
   *
   * NL: Index. Een score op een eigen schaal van de bron, gemaakt uit andere cijfers.
   */
  | 'INDEX'
  /**
   * Estimated by a model for areas in which too few were asked: never to be read as a count, and small differences mean nothing.
   *
   * NL: Modelschatting. Een model heeft dit geschat; lees het niet als een telling.
   */
  | 'MODELLED_ESTIMATE'
  /**
   * Counted or measured: from registers, surveys or administrations, or computed from these without a model.
   *
   * NL: Waargenomen. Geteld of gemeten, uit registers, enquêtes of administraties.
   */
  | 'OBSERVED';

/** The status that the publisher gives its figures. */
export type SourceStatus =
  /**
   * No further change is expected.
   *
   * NL: Definitief. De cijfers veranderen naar verwachting niet meer.
   */
  | 'FINAL'
  /**
   * May still change; marked * or ** by the publisher.
   *
   * NL: Voorlopig. De cijfers kunnen nog veranderen.
   */
  | 'PROVISIONAL'
  /**
   * Replaces figures published before.
   *
   * NL: Herzien. De cijfers komen in de plaats van eerdere cijfers.
   */
  | 'REVISED';

/**
 * The legal task of one municipality to house status holders in one half-year: the government sets it by number of inhabitants, and the
 * province supervises it (Huisvestingswet 2014). In people, as reported; what the report withholds is not here. It is an account of what a
 * municipality did, and published as such, so nothing is rounded.
 */
export type StatusHolderTask = {
  __typename?: 'StatusHolderTask';
  /** The municipality. */
  area: Area;
  /**
   * How far behind the municipality is at the end of this half-year (achterstand), in people; under 0 where it is ahead (voorsprong). It is
   * the arrears before, plus the task, less what was realised, plus the correction: a file in which it is not is refused.
   */
  arrears: Scalars['Int']['output'];
  /**
   * The arrears at the end of the half-year before; null where that is not loaded, and where the municipality is new or took over land
   * of another in between, with its arrears.
   */
  arrearsBefore?: Maybe<Scalars['Int']['output']>;
  /** `arrears` less `arrearsBefore`: over 0 where it fell behind in this half-year. Null where `arrearsBefore` is. */
  arrearsChange?: Maybe<Scalars['Int']['output']>;
  /**
   * What was corrected in the arrears in this half-year, such as someone counted twice; under 0 where they became less. Null where the
   * file says nothing of it.
   */
  correction?: Maybe<Scalars['Int']['output']>;
  /** The half-year, such as 2025-H1. */
  halfYear: Scalars['String']['output'];
  /** Why figures are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /** Status holders housed in this half-year (gerealiseerd); people. */
  realised: Scalars['Int']['output'];
  /** Where these figures come from. */
  source: Source;
  /** Status holders to house in this half-year (taakstelling), without arrears of before; people. */
  task: Scalars['Int']['output'];
  /** Which way the arrears went in this half-year; null where `arrearsBefore` is. */
  trend?: Maybe<StatusHolderTaskTrend>;
};

/** A page of municipalities by their arrears in housing status holders. */
export type StatusHolderTaskConnection = {
  __typename?: 'StatusHolderTaskConnection';
  /** The tasks of this page, each with its cursor. */
  edges: Array<StatusHolderTaskEdge>;
  /** The tasks of this page. */
  nodes: Array<StatusHolderTask>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** How many municipalities there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page of municipalities by their arrears. */
export type StatusHolderTaskEdge = {
  __typename?: 'StatusHolderTaskEdge';
  /** Where to continue after this one. */
  cursor: Scalars['String']['output'];
  /** The task of the municipality. */
  node: StatusHolderTask;
};

/** Which way arrears went. */
export type StatusHolderTaskTrend =
  /**
   * They became less, or the lead grew (loopt in).
   *
   * NL: Loopt in. De achterstand werd kleiner, of de voorsprong groeide.
   */
  | 'CATCHING_UP'
  /**
   * They grew, or the lead became smaller (loopt verder achter).
   *
   * NL: Loopt verder achter. De achterstand groeide, of de voorsprong werd kleiner.
   */
  | 'FALLING_BEHIND'
  /**
   * They are what they were.
   *
   * NL: Gelijk gebleven. De achterstand of voorsprong is even groot als eerst.
   */
  | 'UNCHANGED';

/** Whether a home is owned or rented. */
export type Tenure =
  /** Rented from a housing corporation (sociale huur). */
  | 'HOUSING_CORPORATION'
  /** Rented from anyone else (particuliere huur). */
  | 'OTHER_LANDLORD'
  /** Owned (koop). */
  | 'OWNER_OCCUPIED';

/** The unit of an indicator, as the graph gives it. */
export type Unit =
  /**
   * A class or code, explained in the description: not to be added up or averaged.
   *
   * NL: Code. Een klasse of code; die kunt u niet optellen of middelen.
   */
  | 'CODE'
  /**
   * A number of other things or events, named in the description.
   *
   * NL: Aantal. Een aantal van iets anders; de beschrijving zegt waarvan.
   */
  | 'COUNT'
  /**
   * Cubic metres a year.
   *
   * NL: Kubieke meter. Kubieke meters per jaar.
   */
  | 'CUBIC_METRE'
  /**
   * Dwellings.
   *
   * NL: Woningen. Woningen.
   */
  | 'DWELLINGS'
  /**
   * Establishments of businesses.
   *
   * NL: Vestigingen. Vestigingen van bedrijven.
   */
  | 'ESTABLISHMENTS'
  /**
   * Euro, never thousands.
   *
   * NL: Euro. Euro, nooit duizenden euro's.
   */
  | 'EURO'
  /**
   * Hectares.
   *
   * NL: Hectare. Een oppervlakte in hectares.
   */
  | 'HECTARE'
  /**
   * Private households.
   *
   * NL: Huishoudens. Particuliere huishoudens.
   */
  | 'HOUSEHOLDS'
  /**
   * An index of the publisher's own, explained in the description: parts may add up to a whole.
   *
   * NL: Index. Een index van de bron; de beschrijving zegt hoe die werkt.
   */
  | 'INDEX'
  /**
   * Kilometres.
   *
   * NL: Kilometer. Een afstand in kilometers.
   */
  | 'KILOMETRE'
  /**
   * Kilowatt-hours a year.
   *
   * NL: Kilowattuur. Kilowattuur per jaar.
   */
  | 'KILOWATT_HOUR'
  /**
   * Per cent, from 0 to 100.
   *
   * NL: Procent. Procenten, van 0 tot 100.
   */
  | 'PERCENT'
  /**
   * Per cent of the inhabitants of 18 years and older, from 0 to 100.
   *
   * NL: Procent van de volwassenen. Procenten van de inwoners van 18 jaar en ouder, van 0 tot 100.
   */
  | 'PERCENT_OF_ADULTS'
  /**
   * People, counted or on average.
   *
   * NL: Personen. Mensen, geteld of gemiddeld.
   */
  | 'PERSONS'
  /**
   * Per 1,000 inhabitants.
   *
   * NL: Per 1.000 inwoners. Een aantal op elke 1.000 inwoners.
   */
  | 'PER_1000_INHABITANTS'
  /**
   * Per private household.
   *
   * NL: Per huishouden. Een aantal op elk particulier huishouden.
   */
  | 'PER_HOUSEHOLD'
  /**
   * Per square kilometre.
   *
   * NL: Per vierkante kilometer. Een aantal op elke vierkante kilometer.
   */
  | 'PER_SQUARE_KILOMETRE'
  /**
   * A score on a scale of the publisher's own, explained in the description: may be negative.
   *
   * NL: Score. Een score op een eigen schaal van de bron; de score kan onder 0 zijn.
   */
  | 'SCORE'
  /**
   * Motor vehicles.
   *
   * NL: Voertuigen. Motorvoertuigen.
   */
  | 'VEHICLES';
