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

/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type Area = {
  __typename?: 'Area';
  /**
   * Care figures of this area in one year. Without `period` the newest year that has such figures for this
   * area, null where none has; a year that nobody loaded is an error PERIOD_NOT_PUBLISHED.
   */
  care?: Maybe<CareProfile>;
  /**
   * The focus groups that this domain counts (people who leave an institution, older people and people with disabilities) in this
   * area: one entry for each that has figures, each of its newest year. Null where none has.
   */
  careFocusGroups?: Maybe<Array<FocusGroupFigures>>;
  /** The same over the years, the oldest first: all there are, or those of `from` up to and including `to`. */
  careFocusGroupsSeries?: Maybe<Array<FocusGroupFigures>>;
  /**
   * Distances to amenities of care of this area in one year. Without `period` the newest year that has such
   * figures for this area, null where none has; a year that nobody loaded is an error PERIOD_NOT_PUBLISHED.
   */
  careProximity?: Maybe<CareProximityProfile>;
  /**
   * Distances to amenities of care of this area over the years, the oldest first: all there are, or those of
   * `from` up to and including `to`.
   */
  careProximitySeries?: Maybe<Array<CareProximityProfile>>;
  /**
   * Care figures of this area over the years, the oldest first: all there are, or those of `from` up to
   * and including `to`.
   */
  careSeries?: Maybe<Array<CareProfile>>;
  /** The code, such as NL00, PV27, GM0363, WK036300 or BU03630000; may change from year to year. */
  code: Scalars['ID']['output'];
  /**
   * The health of the adults of this area in one year. Without `period` the newest year that has such figures for
   * this area, null where none has; a year that nobody loaded is an error PERIOD_NOT_PUBLISHED. These are
   * estimates by a model: see `source { kind }` and `limits`.
   */
  health?: Maybe<HealthProfile>;
  /**
   * The health of the adults of this area over the years, the oldest first: all there are, or those of `from` up
   * to and including `to`.
   */
  healthSeries?: Maybe<Array<HealthProfile>>;
  /**
   * Who used provisions of the social domain, and of which acts together, of this area in one year. Without `period` the newest year that has such figures for this area, null where none
   * has; a year that nobody loaded is an error PERIOD_NOT_PUBLISHED.
   */
  socialDomainUse?: Maybe<SocialDomainUseProfile>;
  /** The same over the years, the oldest first: all there are, or those of `from` up to and including `to`. */
  socialDomainUseSeries?: Maybe<Array<SocialDomainUseProfile>>;
  /**
   * Clients of the Social Support Act (Wmo), by type of provision, of this area in one year. Without `period` the newest year that has such figures for this area, null where none
   * has; a year that nobody loaded is an error PERIOD_NOT_PUBLISHED.
   */
  socialSupport?: Maybe<SocialSupportProfile>;
  /** The same over the years, the oldest first: all there are, or those of `from` up to and including `to`. */
  socialSupportSeries?: Maybe<Array<SocialSupportProfile>>;
  /**
   * Young people with youth care (jeugdzorg), by age, household and form, of this area in one year. Without `period` the newest year that has such figures for this area, null where none
   * has; a year that nobody loaded is an error PERIOD_NOT_PUBLISHED.
   */
  youthCare?: Maybe<YouthCareProfile>;
  /** The same over the years, the oldest first: all there are, or those of `from` up to and including `to`. */
  youthCareSeries?: Maybe<Array<YouthCareProfile>>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaCareArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaCareFocusGroupsSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaCareProximityArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaCareProximitySeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaCareSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaHealthArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaHealthSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaSocialDomainUseArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaSocialDomainUseSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaSocialSupportArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaSocialSupportSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaYouthCareArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaYouthCareSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};

/** The status of an arrangement. */
export type ArrangementStatus =
  /** It is provided. */
  | 'ACTIVE'
  /** It has ended. */
  | 'ENDED'
  /** It is interrupted. */
  | 'PAUSED';

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

/** One arrangement of care. */
export type CareArrangement = {
  __typename?: 'CareArrangement';
  /** Its first day, ISO 8601. */
  from?: Maybe<Scalars['String']['output']>;
  /** What it is. */
  kind?: Maybe<CareKind>;
  /** The act it is given under. */
  law?: Maybe<CareLaw>;
  /** Who provides it (aanbieder). */
  provider?: Maybe<Scalars['String']['output']>;
  /** Its status. */
  status?: Maybe<ArrangementStatus>;
  /** Its last day; null where none is set. */
  to?: Maybe<Scalars['String']['output']>;
};

/** Care that was indicated (indicatie) and that the person waits for. */
export type CareIndication = {
  __typename?: 'CareIndication';
  /** What was indicated. */
  kind?: Maybe<CareKind>;
  /** Since when, ISO 8601 date. */
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

/** The act that care is given under. */
export type CareLaw =
  /** Long-term Care Act (Wet langdurige zorg, Wlz). */
  | 'WLZ'
  /** Social Support Act (Wet maatschappelijke ondersteuning 2015, Wmo). */
  | 'WMO'
  /** Youth Act (Jeugdwet). */
  | 'YOUTH_ACT';

/**
 * The care of one area in one year: youth care (jeugdzorg), support under the Social Support Act (Wmo),
 * and the distance to a general practice. Source: CBS, key figures for districts and neighbourhoods
 * (Kerncijfers wijken en buurten, KWB). A field is null where the source has no figure; `missing` says
 * why.
 */
export type CareProfile = {
  __typename?: 'CareProfile';
  /**
   * Why figures of this year do not compare with those of earlier years: one entry for each break that begins in it, of this municipality by a
   * merger or of one field by a new definition. Breaks by changed boundaries at every level are at `Area.breaks`.
   */
  breaks: Array<Break>;
  /**
   * Distance to the nearest general practice (afstand tot huisartsenpraktijk), by road, averaged over the
   * inhabitants of this area, with one decimal. From 2020 secondary addresses of a practice no longer
   * count, so figures from then on cannot be compared with earlier ones.
   */
  distanceToGeneralPractice?: Maybe<Scalars['Float']['output']>;
  /** Why figures of this profile are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /** The year these figures describe. */
  period: Scalars['Int']['output'];
  /**
   * Clients of the Social Support Act (Wmo-cliënten): people who had at least one individual provision
   * (maatwerkarrangement) under that act in this year. Rounded to a multiple of 5; 0 to 7 is withheld, so
   * that nobody can be recognised. The figure of the country is no sum: the CBS estimates it by a model
   * from the municipalities that took part. What a municipality offers to all without a decision is not
   * counted, so that municipalities differ also by how they organise support.
   * Missing also where the municipality did not supply its figures or did not agree to their publication.
   */
  socialSupportClients?: Maybe<Scalars['Int']['output']>;
  /**
   * Clients of the Social Support Act per 1,000 inhabitants (Wmo-cliënten per 1 000 inwoners), calculated
   * from the rounded number of clients; for the country from an estimate.
   * Missing where that number is.
   */
  socialSupportClientsPer1000?: Maybe<Scalars['Float']['output']>;
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
   * Young people with youth care (jongeren met jeugdzorg in natura): people up to 23 who had youth help
   * in kind, youth protection or youth probation at any moment of this year; help bought from a personal
   * budget is not counted. Rounded to a multiple of 5; 0 to 7 is withheld, so that nobody can be
   * recognised.
   */
  youthCareClients?: Maybe<Scalars['Int']['output']>;
  /**
   * Share of young people with youth care (percentage jongeren met jeugdzorg): those who had it at any
   * moment of this year, as part of all people up to 23, with one decimal.
   * Missing where their number is withheld.
   */
  youthCareShare?: Maybe<Scalars['Float']['output']>;
};

/**
 * How far amenities of care are from the inhabitants of one area in one year, and how many are near.
 * `care.distanceToGeneralPractice` comes from the key figures (KWB): two sources of one figure, never mixed in
 * one series. Source: CBS, distances to amenities (Nabijheid voorzieningen; afstand locatie, wijk- en
 * buurtcijfers). A field is null where the source has no figure; `missing` says why.
 */
export type CareProximityProfile = {
  __typename?: 'CareProximityProfile';
  /**
   * Why figures of this year do not compare with those of earlier years: one entry for each break that begins in it, of this municipality by a
   * merger or of one field by a new definition. Breaks by changed boundaries at every level are at `Area.breaks`.
   */
  breaks: Array<Break>;
  /**
   * Distance to the nearest child health centre (afstand tot consultatiebureau), by road, averaged over the
   * inhabitants of this area, in kilometres.
   */
  distanceToChildHealthCentre?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest general practice (afstand tot huisartsenpraktijk), by road, averaged over the
   * inhabitants of this area, in kilometres.
   */
  distanceToGeneralPractice?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest hospital, outpatient clinics not counted (afstand tot ziekenhuis, excl.
   * buitenpolikliniek), by road, averaged over the inhabitants of this area, in kilometres.
   */
  distanceToHospital?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest hospital, outpatient clinics included (afstand tot ziekenhuis, incl.
   * buitenpolikliniek), by road, averaged over the inhabitants of this area, in kilometres.
   */
  distanceToHospitalOrOutpatientClinic?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest general practice that is open out of hours (afstand tot huisartsenpost), by road,
   * averaged over the inhabitants of this area, in kilometres.
   */
  distanceToOutOfHoursGeneralPractice?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest pharmacy (afstand tot apotheek), by road, averaged over the inhabitants of this area,
   * in kilometres.
   */
  distanceToPharmacy?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest physiotherapist (afstand tot fysiotherapeut), by road, averaged over the inhabitants
   * of this area, in kilometres.
   */
  distanceToPhysiotherapist?: Maybe<Scalars['Float']['output']>;
  /**
   * General practices within 1 km (huisartsenpraktijken binnen 1 km), by road: how many an inhabitant of this area
   * has so near, on average.
   */
  generalPracticesWithin1Km?: Maybe<Scalars['Float']['output']>;
  /**
   * General practices within 3 km (huisartsenpraktijken binnen 3 km), by road: how many an inhabitant of this area
   * has so near, on average.
   */
  generalPracticesWithin3Km?: Maybe<Scalars['Float']['output']>;
  /**
   * General practices within 5 km (huisartsenpraktijken binnen 5 km), by road: how many an inhabitant of this area
   * has so near, on average.
   */
  generalPracticesWithin5Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Hospitals with outpatient clinics within 5 km (ziekenhuizen incl. buitenpolikliniek binnen 5 km), by road: how
   * many an inhabitant of this area has so near, on average.
   */
  hospitalsOrOutpatientClinicsWithin5Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Hospitals with outpatient clinics within 10 km (ziekenhuizen incl. buitenpolikliniek binnen 10 km), by road:
   * how many an inhabitant of this area has so near, on average.
   */
  hospitalsOrOutpatientClinicsWithin10Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Hospitals with outpatient clinics within 20 km (ziekenhuizen incl. buitenpolikliniek binnen 20 km), by road:
   * how many an inhabitant of this area has so near, on average.
   */
  hospitalsOrOutpatientClinicsWithin20Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Hospitals without outpatient clinics within 5 km (ziekenhuizen excl. buitenpolikliniek binnen 5 km), by road:
   * how many an inhabitant of this area has so near, on average.
   */
  hospitalsWithin5Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Hospitals without outpatient clinics within 10 km (ziekenhuizen excl. buitenpolikliniek binnen 10 km), by
   * road: how many an inhabitant of this area has so near, on average.
   */
  hospitalsWithin10Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Hospitals without outpatient clinics within 20 km (ziekenhuizen excl. buitenpolikliniek binnen 20 km), by
   * road: how many an inhabitant of this area has so near, on average.
   */
  hospitalsWithin20Km?: Maybe<Scalars['Float']['output']>;
  /** Why figures of this profile are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /** The year these figures describe. */
  period: Scalars['Int']['output'];
  /**
   * Physiotherapists within 1 km (fysiotherapeuten binnen 1 km), by road: how many an inhabitant of this area has
   * so near, on average.
   */
  physiotherapistsWithin1Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Physiotherapists within 3 km (fysiotherapeuten binnen 3 km), by road: how many an inhabitant of this area has
   * so near, on average.
   */
  physiotherapistsWithin3Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Physiotherapists within 5 km (fysiotherapeuten binnen 5 km), by road: how many an inhabitant of this area has
   * so near, on average.
   */
  physiotherapistsWithin5Km?: Maybe<Scalars['Float']['output']>;
  /**
   * The import these figures come from. Parts of a table that came in several files are merged: then this is the newest
   * of them, and `sources` tells which figure is from which.
   */
  source: Source;
  /** Which figure is from which import, the newest import first: one entry, or several where parts were merged. */
  sources: Array<FigureSource>;
  /** The status that the publisher gives figures of this profile: one entry for each that has one, read at the import. */
  statuses: Array<FigureStatus>;
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
  /** Loaded care figures, the newest year first. */
  care?: Maybe<Array<Dataset>>;
};

/** Between which limits a figure lies, as its source says. */
export type FigureLimits = {
  __typename?: 'FigureLimits';
  /** The field of this profile. */
  field: Scalars['String']['output'];
  /** The lower limit of the 95 per cent confidence interval, in the unit of the field; null where the source does not give it. */
  lower?: Maybe<Scalars['Float']['output']>;
  /** The upper limit of the 95 per cent confidence interval, in the unit of the field; null where the source does not give it. */
  upper?: Maybe<Scalars['Float']['output']>;
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
 * How the adults of one area are and live, in one year, as surveys and a model estimate it: no counts, and small
 * differences between areas mean nothing. Source: RIVM, GGDs and CBS, health per district and neighbourhood
 * (Gezondheid per wijk en buurt). A field is null where the source has no figure; `missing` says why.
 */
export type HealthProfile = {
  __typename?: 'HealthProfile';
  /**
   * Why figures of this year do not compare with those of earlier years: one entry for each break that begins in it, of this municipality by a
   * merger or of one field by a new definition. Breaks by changed boundaries at every level are at `Area.breaks`.
   */
  breaks: Array<Break>;
  /**
   * Moderate or much control over own life (matig of veel regie over eigen leven): people of 18 years and older
   * who have it, in per cent of all of them. Estimated by a model.
   */
  controlOverOwnLifeShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Cycle to school or work (fietsen naar school of werk): people of 18 years and older who do, in per cent of all
   * of them. Estimated by a model.
   */
  cycleToSchoolOrWorkShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Drinkers of alcohol (drinkers): people of 18 years and older who drink alcohol, in per cent of all of them.
   * Estimated by a model.
   */
  drinkersShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Emotionally lonely (emotioneel eenzaam): people of 18 years and older who miss a close tie, in per cent of all
   * of them. Estimated by a model.
   */
  emotionallyLonelyShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Excessive drinkers (overmatige drinkers): people of 18 years and older who drink much in a week, in per cent
   * of all of them. Estimated by a model.
   */
  excessiveDrinkersShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Good or very good health (ervaren gezondheid goed of zeer goed): people of 18 years and older who call their
   * health good or very good, in per cent of all of them. Estimated by a model.
   */
  goodHealthShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Hearing disability (beperking in horen): people of 18 years and older who have difficulty in hearing, in per
   * cent of all of them. Estimated by a model.
   */
  hearingDisabilityShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Heavy drinkers (zware drinkers): people of 18 years and older who at least once a week drink much on one day,
   * in per cent of all of them. Estimated by a model.
   */
  heavyDrinkersShare?: Maybe<Scalars['Float']['output']>;
  /**
   * High risk of anxiety or depression (hoog risico op angst of depressie): people of 18 years and older who run a
   * high risk, in per cent of all of them. Estimated by a model.
   */
  highRiskOfAnxietyOrDepressionShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Informal carers (mantelzorgers): people of 18 years and older who give informal care, in per cent of all of
   * them. Estimated by a model.
   */
  informalCarersShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Limited by health (beperkt vanwege gezondheid): people of 18 years and older who are limited by their health,
   * seriously or not, in per cent of all of them. Estimated by a model.
   */
  limitedByHealthShare?: Maybe<Scalars['Float']['output']>;
  /** Between which limits figures lie, where the source gives a confidence interval: one entry for each figure that has one. */
  limits: Array<FigureLimits>;
  /**
   * Lonely (eenzaam): people of 18 years and older who are lonely, moderately or more, in per cent of all of them.
   * Estimated by a model.
   */
  lonelyShare?: Maybe<Scalars['Float']['output']>;
  /**
   * One or more long-term conditions (een of meer langdurige aandoeningen): people of 18 years and older who have
   * at least one, in per cent of all of them. Estimated by a model.
   */
  longTermConditionShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Long-term illness and limited (langdurige ziekte en beperkt): people of 18 years and older who have a
   * long-term illness and are limited by it, in per cent of all of them. Estimated by a model.
   */
  longTermIllAndLimitedShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Meets the alcohol guideline (voldoet aan alcoholrichtlijn): people of 18 years and older who drink no alcohol,
   * or at most a glass a day, in per cent of all of them. Estimated by a model.
   */
  meetsAlcoholGuidelineShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Meets the exercise guideline (voldoet aan beweegrichtlijn): people of 18 years and older who move as much as
   * the Dutch guideline says, in per cent of all of them. Estimated by a model.
   */
  meetsExerciseGuidelineShare?: Maybe<Scalars['Float']['output']>;
  /** Why figures of this profile are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /**
   * Mobility disability (beperking in bewegen): people of 18 years and older who have difficulty in moving, in per
   * cent of all of them. Estimated by a model.
   */
  mobilityDisabilityShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Moderate or high risk of anxiety or depression (matig of hoog risico op angst of depressie): people of 18
   * years and older who run a moderate or high risk, in per cent of all of them. Estimated by a model.
   */
  moderateOrHighRiskOfAnxietyOrDepressionShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Very much stress in the last four weeks (heel veel stress in afgelopen vier weken): people of 18 years and
   * older who had it, in per cent of all of them. Estimated by a model.
   */
  muchStressShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Normal weight (normaal gewicht): people of 18 years and older with a body mass index from 18.5 to 25, in per
   * cent of all of them. Estimated by a model.
   */
  normalWeightShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Obesity (ernstig overgewicht): people of 18 years and older with a body mass index of 30 or more, in per cent
   * of all of them. Estimated by a model.
   */
  obesityShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Overweight (overgewicht): people of 18 years and older with a body mass index of 25 or more, obesity included,
   * in per cent of all of them. Estimated by a model.
   */
  overweightShare?: Maybe<Scalars['Float']['output']>;
  /** The year these figures describe. */
  period: Scalars['Int']['output'];
  /**
   * One or more physical disabilities (een of meer lichamelijke beperkingen): people of 18 years and older with a
   * disability of hearing, sight or movement, in per cent of all of them. Estimated by a model.
   */
  physicalDisabilityShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Serious noise by neighbours (ernstige geluidhinder door buren): people of 18 years and older who are seriously
   * disturbed by it, in per cent of all of them. Estimated by a model.
   */
  seriousNoiseByNeighboursShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Seriously limited by health (ernstig beperkt vanwege gezondheid): people of 18 years and older who are
   * seriously limited by their health, in per cent of all of them. Estimated by a model.
   */
  seriouslyLimitedByHealthShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Seriously or very seriously lonely (ernstig of zeer ernstig eenzaam): people of 18 years and older who are, in
   * per cent of all of them. Estimated by a model.
   */
  seriouslyLonelyShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Sight disability (beperking in zien): people of 18 years and older who have difficulty in seeing, in per cent
   * of all of them. Estimated by a model.
   */
  sightDisabilityShare?: Maybe<Scalars['Float']['output']>;
  /** Smokers (rokers): people of 18 years and older who smoke, in per cent of all of them. Estimated by a model. */
  smokersShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Socially lonely (sociaal eenzaam): people of 18 years and older who miss contact with more people, in per cent
   * of all of them. Estimated by a model.
   */
  sociallyLonelyShare?: Maybe<Scalars['Float']['output']>;
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
   * Trouble making ends meet (moeite met rondkomen): people of 18 years and older who had some or much trouble
   * making ends meet in the last year, in per cent of all of them. Estimated by a model.
   */
  troubleMakingEndsMeetShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Underweight (ondergewicht): people of 18 years and older with a body mass index under 18.5, in per cent of all
   * of them. Estimated by a model.
   */
  underweightShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Volunteers (vrijwilligerswerk): people of 18 years and older who do voluntary work, in per cent of all of
   * them. Estimated by a model.
   */
  volunteersShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Walk or cycle to school or work (lopen en/of fietsen naar school of werk): people of 18 years and older who
   * do, in per cent of all of them. Estimated by a model.
   */
  walkOrCycleToSchoolOrWorkShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Walk to school or work (lopen naar school of werk): people of 18 years and older who do, in per cent of all of
   * them. Estimated by a model.
   */
  walkToSchoolOrWorkShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Sport every week (wekelijkse sporters): people of 18 years and older who do sports at least once a week, in
   * per cent of all of them. Estimated by a model.
   */
  weeklySportShare?: Maybe<Scalars['Float']['output']>;
};

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

/**
 * A person whose record is kept, under an opaque id. The base registry says who and where; every domain adds its own
 * record. Each field has its own rule: scopes of the caller, and a purpose that covers it.
 */
export type Person = {
  __typename?: 'Person';
  /** The care of this person. Null where the domain has no record of the person. */
  care?: Maybe<PersonCare>;
  /** The id: opaque, and the same for a person in the whole graph. It is not a number by which anyone knows the person. */
  id: Scalars['ID']['output'];
};

/** The care of a person, as the municipality knows it. */
export type PersonCare = {
  __typename?: 'PersonCare';
  /**
   * Arrangements (voorzieningen) under the Social Support Act, the Youth Act and the Long-term Care Act, the newest
   * first.
   */
  arrangements?: Maybe<Array<CareArrangement>>;
  /** Whether the person lives in sheltered housing (beschermd wonen) now. */
  shelteredHousing?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the person has support at home (begeleiding thuis) now. */
  supportAtHome?: Maybe<Scalars['Boolean']['output']>;
  /** Care that is indicated and not yet provided (wacht op), the longest wait first. */
  waitingFor?: Maybe<Array<CareIndication>>;
};

export type Query = {
  __typename?: 'Query';
  /** What is loaded: each domain adds its own field. */
  datasets?: Maybe<Datasets>;
};

/**
 * Who of one area used provisions of the social domain in one year, and of which acts together: the Youth Act (Jeugd), the Participation Act
 * (P-wet) and the Social Support Act (Wmo). A household is of all acts that its members use, so that households stack more than clients. The
 * parts exclude each other; they add up to all but for rounding to a multiple of 5, and small numbers are withheld. For municipalities and
 * districts. Source: CBS, use of provisions of the social domain (Gebruik voorzieningen sociaal domein; aantal voorzieningen, wijken). A field
 * is null where the source has no figure; `missing` says why.
 */
export type SocialDomainUseProfile = {
  __typename?: 'SocialDomainUseProfile';
  /**
   * Why figures of this year do not compare with those of earlier years: one entry for each break that begins in it, of this municipality by a
   * merger or of one field by a new definition. Breaks by changed boundaries at every level are at `Area.breaks`.
   */
  breaks: Array<Break>;
  /**
   * Clients of any of the three acts (cliënten met voorzieningen): people who had a provision of any of the
   * three acts in this year.
   */
  clients?: Maybe<Scalars['Int']['output']>;
  /**
   * Clients of all three acts (cliënten met Jeugd, P-wet en Wmo): people who had a provision of all three acts
   * in this year.
   */
  clientsAllThree?: Maybe<Scalars['Int']['output']>;
  /**
   * Clients of the Participation Act and the Social Support Act (cliënten met P-wet en Wmo): people who had a
   * provision of the Participation Act and the Social Support Act in this year.
   */
  clientsParticipationAndSocialSupport?: Maybe<Scalars['Int']['output']>;
  /**
   * Clients of the Participation Act alone (cliënten met alleen P-wet): people who had a provision of the
   * Participation Act alone in this year.
   */
  clientsParticipationOnly?: Maybe<Scalars['Int']['output']>;
  /**
   * Clients of the Social Support Act alone (cliënten met alleen Wmo): people who had a provision of the Social
   * Support Act alone in this year.
   */
  clientsSocialSupportOnly?: Maybe<Scalars['Int']['output']>;
  /**
   * Clients of the Youth Act and the Participation Act (cliënten met Jeugd en P-wet): people who had a provision
   * of the Youth Act and the Participation Act in this year.
   */
  clientsYouthAndParticipation?: Maybe<Scalars['Int']['output']>;
  /**
   * Clients of the Youth Act and the Social Support Act (cliënten met Jeugd en Wmo): people who had a provision
   * of the Youth Act and the Social Support Act in this year.
   */
  clientsYouthAndSocialSupport?: Maybe<Scalars['Int']['output']>;
  /**
   * Clients of the Youth Act alone (cliënten met alleen Jeugd): people who had a provision of the Youth Act
   * alone in this year.
   */
  clientsYouthOnly?: Maybe<Scalars['Int']['output']>;
  /**
   * Households of any of the three acts (huishoudens met voorzieningen): private households of which somebody
   * had a provision of any of the three acts in this year.
   */
  households?: Maybe<Scalars['Int']['output']>;
  /**
   * Households of all three acts (huishoudens met Jeugd, P-wet en Wmo): private households of which somebody had
   * a provision of all three acts in this year.
   */
  householdsAllThree?: Maybe<Scalars['Int']['output']>;
  /**
   * Households of the Participation Act and the Social Support Act (huishoudens met P-wet en Wmo): private
   * households of which somebody had a provision of the Participation Act and the Social Support Act in this
   * year.
   */
  householdsParticipationAndSocialSupport?: Maybe<Scalars['Int']['output']>;
  /**
   * Households of the Participation Act alone (huishoudens met alleen P-wet): private households of which
   * somebody had a provision of the Participation Act alone in this year.
   */
  householdsParticipationOnly?: Maybe<Scalars['Int']['output']>;
  /**
   * Households of the Social Support Act alone (huishoudens met alleen Wmo): private households of which
   * somebody had a provision of the Social Support Act alone in this year.
   */
  householdsSocialSupportOnly?: Maybe<Scalars['Int']['output']>;
  /**
   * Households of the Youth Act and the Participation Act (huishoudens met Jeugd en P-wet): private households
   * of which somebody had a provision of the Youth Act and the Participation Act in this year.
   */
  householdsYouthAndParticipation?: Maybe<Scalars['Int']['output']>;
  /**
   * Households of the Youth Act and the Social Support Act (huishoudens met Jeugd en Wmo): private households of
   * which somebody had a provision of the Youth Act and the Social Support Act in this year.
   */
  householdsYouthAndSocialSupport?: Maybe<Scalars['Int']['output']>;
  /**
   * Households of the Youth Act alone (huishoudens met alleen Jeugd): private households of which somebody had a
   * provision of the Youth Act alone in this year.
   */
  householdsYouthOnly?: Maybe<Scalars['Int']['output']>;
  /** Why figures of this profile are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /** The year these figures describe. */
  period: Scalars['Int']['output'];
  /**
   * The import these figures come from. Parts of a table that came in several files are merged: then this is the newest
   * of them, and `sources` tells which figure is from which.
   */
  source: Source;
  /** Which figure is from which import, the newest import first: one entry, or several where parts were merged. */
  sources: Array<FigureSource>;
  /** The status that the publisher gives figures of this profile: one entry for each that has one, read at the import. */
  statuses: Array<FigureStatus>;
};

/**
 * The clients of the Social Support Act (Wmo) of one area in one year, by type of provision. A client with provisions of two types counts under
 * both, so that types do not add up to all. Numbers are rounded to a multiple of 5 and small ones are withheld; for municipalities and
 * districts. `care.socialSupportClients` comes from the key figures (KWB): two sources of one figure, never mixed in one series. Source: CBS,
 * clients of the Social Support Act by type of provision (Wmo-cliënten; type maatwerkvoorziening, wijken). A field is null where the source has
 * no figure; `missing` says why.
 */
export type SocialSupportProfile = {
  __typename?: 'SocialSupportProfile';
  /**
   * Clients with aids and services (hulpmiddelen en diensten): people who had an aid, a home adaptation or
   * transport in this year.
   */
  aidsAndServicesClients?: Maybe<Scalars['Int']['output']>;
  /**
   * Clients with aids and services per 1,000 inhabitants (hulpmiddelen en diensten per 1 000 inwoners),
   * calculated from the rounded number. Missing where that is.
   */
  aidsAndServicesClientsPer1000?: Maybe<Scalars['Float']['output']>;
  /**
   * Why figures of this year do not compare with those of earlier years: one entry for each break that begins in it, of this municipality by a
   * merger or of one field by a new definition. Breaks by changed boundaries at every level are at `Area.breaks`.
   */
  breaks: Array<Break>;
  /**
   * Clients of the Social Support Act (wmo-cliënten): people who had at least one individual provision
   * (maatwerkvoorziening) under that act at any moment of this year.
   */
  clients?: Maybe<Scalars['Int']['output']>;
  /**
   * Clients of the Social Support Act per 1,000 inhabitants (wmo-cliënten per 1 000 inwoners), calculated from
   * the rounded number. Missing where that is.
   */
  clientsPer1000?: Maybe<Scalars['Float']['output']>;
  /**
   * Clients without stay and shelter (totaal exclusief verblijf en opvang): people who had a provision other
   * than stay or shelter in this year.
   */
  clientsWithoutStayOrShelter?: Maybe<Scalars['Int']['output']>;
  /**
   * Clients without stay and shelter per 1,000 inhabitants (totaal exclusief verblijf en opvang per 1 000
   * inwoners), calculated from the rounded number. Missing where that is.
   */
  clientsWithoutStayOrShelterPer1000?: Maybe<Scalars['Float']['output']>;
  /** Clients with domestic help (hulp bij het huishouden): people who had help in their household in this year. */
  domesticHelpClients?: Maybe<Scalars['Int']['output']>;
  /**
   * Clients with domestic help per 1,000 inhabitants (hulp bij het huishouden per 1 000 inwoners), calculated
   * from the rounded number. Missing where that is.
   */
  domesticHelpClientsPer1000?: Maybe<Scalars['Float']['output']>;
  /**
   * Clients with support at home (ondersteuning thuis): people who had support at home in this year, such as
   * guidance or day activities.
   */
  homeSupportClients?: Maybe<Scalars['Int']['output']>;
  /**
   * Clients with support at home per 1,000 inhabitants (ondersteuning thuis per 1 000 inwoners), calculated from
   * the rounded number. Missing where that is.
   */
  homeSupportClientsPer1000?: Maybe<Scalars['Float']['output']>;
  /** Why figures of this profile are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /**
   * Clients with other provisions (overige maatwerkvoorzieningen): people who had a provision of none of the
   * other types in this year.
   */
  otherClients?: Maybe<Scalars['Int']['output']>;
  /**
   * Clients with other provisions per 1,000 inhabitants (overige maatwerkvoorzieningen per 1 000 inwoners),
   * calculated from the rounded number. Missing where that is.
   */
  otherClientsPer1000?: Maybe<Scalars['Float']['output']>;
  /** The year these figures describe. */
  period: Scalars['Int']['output'];
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
   * Clients with stay or shelter (verblijf en opvang): people who had sheltered housing, shelter or another stay
   * in this year.
   */
  stayOrShelterClients?: Maybe<Scalars['Int']['output']>;
  /**
   * Clients with stay or shelter per 1,000 inhabitants (verblijf en opvang per 1 000 inwoners), calculated from
   * the rounded number. Missing where that is.
   */
  stayOrShelterClientsPer1000?: Maybe<Scalars['Float']['output']>;
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

/**
 * Young people with youth care in kind (jeugdzorg in natura) of one area in one year, by age, household and form, and their trajectories by
 * referrer. Somebody with two forms counts under both, so that forms do not add up to all. Numbers are rounded to a multiple of 5 and small ones are withheld; for the country,
 * municipalities and districts. `care.youthCareClients` comes from the key figures (KWB): two sources of one figure, never mixed in one series.
 * Source: CBS, young people with youth care and trajectories of youth care in kind (Jongeren met jeugdzorg en jeugdzorgtrajecten in natura;
 * wijken). A field is null where the source has no figure; `missing` says why.
 */
export type YouthCareProfile = {
  __typename?: 'YouthCareProfile';
  /**
   * Young people with youth care of 0 to 4 years (jongeren met jeugdzorg van 0 tot 4 jaar): those of 0 to 4 (the
   * last year not included), by their age on 1 January.
   */
  aged0To4?: Maybe<Scalars['Int']['output']>;
  /**
   * Young people with youth care of 4 to 12 years (jongeren met jeugdzorg van 4 tot 12 jaar): those of 4 to 12
   * (the last year not included), by their age on 1 January.
   */
  aged4To12?: Maybe<Scalars['Int']['output']>;
  /**
   * Young people with youth care of 12 to 18 years (jongeren met jeugdzorg van 12 tot 18 jaar): those of 12 to
   * 18 (the last year not included), by their age on 1 January.
   */
  aged12To18?: Maybe<Scalars['Int']['output']>;
  /**
   * Young people with youth care of 18 to 23 years (jongeren met jeugdzorg van 18 tot 23 jaar): those of 18 to
   * 23 (the last year not included), by their age on 1 January.
   */
  aged18To23?: Maybe<Scalars['Int']['output']>;
  /**
   * Why figures of this year do not compare with those of earlier years: one entry for each break that begins in it, of this municipality by a
   * merger or of one field by a new definition. Breaks by changed boundaries at every level are at `Area.breaks`.
   */
  breaks: Array<Break>;
  /**
   * Young people with youth care in a household of a couple (thuiswonend kind bij een paar): children at home
   * with two parents.
   */
  inCoupleHousehold?: Maybe<Scalars['Int']['output']>;
  /**
   * Young people with youth care in another household (ander huishouden): those who are no child at home, in an
   * institution too.
   */
  inOtherHousehold?: Maybe<Scalars['Int']['output']>;
  /**
   * Young people with youth care in a single-parent household (thuiswonend kind in eenouderhuishouden): children
   * at home with one parent.
   */
  inSingleParentHousehold?: Maybe<Scalars['Int']['output']>;
  /** Why figures of this profile are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /** The year these figures describe. */
  period: Scalars['Int']['output'];
  /**
   * Trajectories by referral of a certified institution (trajecten, gecertificeerde instelling): trajectories of
   * this year that began by referral of a certified institution.
   */
  referredByCertifiedInstitution?: Maybe<Scalars['Int']['output']>;
  /**
   * Trajectories by referral of a general practitioner (trajecten, huisarts): trajectories of this year that
   * began by referral of a general practitioner.
   */
  referredByGeneralPractitioner?: Maybe<Scalars['Int']['output']>;
  /**
   * Trajectories by referral of a judge or public prosecutor (trajecten, rechter of officier van justitie):
   * trajectories of this year that began by referral of a judge or public prosecutor.
   */
  referredByJudge?: Maybe<Scalars['Int']['output']>;
  /**
   * Trajectories by referral of a medical specialist (trajecten, medisch specialist): trajectories of this year
   * that began by referral of a medical specialist.
   */
  referredByMedicalSpecialist?: Maybe<Scalars['Int']['output']>;
  /**
   * Trajectories by referral of the municipality (trajecten, gemeentelijke toegang): trajectories of this year
   * that began by referral of the municipality.
   */
  referredByMunicipality?: Maybe<Scalars['Int']['output']>;
  /**
   * Trajectories by referral of a youth doctor (trajecten, jeugdarts): trajectories of this year that began by
   * referral of a youth doctor.
   */
  referredByYouthDoctor?: Maybe<Scalars['Int']['output']>;
  /**
   * Trajectories by referral of an unknown referrer (trajecten, verwijzer onbekend): trajectories of this year
   * of which it is not known who referred.
   */
  referrerUnknown?: Maybe<Scalars['Int']['output']>;
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
   * Trajectories of youth care (jeugdzorgtrajecten): trajectories that ran at any moment of this year; somebody
   * may have several.
   */
  trajectories?: Maybe<Scalars['Int']['output']>;
  /**
   * Trajectories by referral of nobody (trajecten, geen verwijzer): trajectories of this year that began without
   * a referral.
   */
  withoutReferrer?: Maybe<Scalars['Int']['output']>;
  /**
   * Young people with youth care (jongeren met jeugdzorg): people up to 23 who had youth help in kind, youth
   * protection or youth probation at any moment of this year.
   */
  youngPeople?: Maybe<Scalars['Int']['output']>;
  /**
   * Young people with youth help (jongeren met jeugdhulp): those with youth help in kind, with or without a
   * stay.
   */
  youthHelp?: Maybe<Scalars['Int']['output']>;
  /**
   * Young people with youth help with a stay (jeugdhulp met verblijf): those who stayed with a foster family, in
   * a family-like home or in an institution.
   */
  youthHelpWithStay?: Maybe<Scalars['Int']['output']>;
  /**
   * Young people with youth help without a stay (jeugdhulp zonder verblijf): those with youth help at home or as
   * outpatients.
   */
  youthHelpWithoutStay?: Maybe<Scalars['Int']['output']>;
  /** Young people with youth probation (jeugdreclassering): those under youth probation. */
  youthProbation?: Maybe<Scalars['Int']['output']>;
  /**
   * Young people with youth protection (jeugdbescherming): those under supervision or guardianship by order of a
   * court.
   */
  youthProtection?: Maybe<Scalars['Int']['output']>;
};
