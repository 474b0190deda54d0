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
  /** The code, such as NL00, PV27, GM0363, WK036300 or BU03630000; may change from year to year. */
  code: Scalars['ID']['output'];
  /**
   * Education figures of this area in one year. Without `period` the newest year that has such figures for
   * this area, null where none has; a year that nobody loaded is an error PERIOD_NOT_PUBLISHED.
   */
  education?: Maybe<EducationProfile>;
  /**
   * The focus groups that this domain counts (students) in this
   * area: one entry for each that has figures, each of its newest year. Null where none has.
   */
  educationFocusGroups?: Maybe<Array<FocusGroupFigures>>;
  /** The same over the years, the oldest first: all there are, or those of `from` up to and including `to`. */
  educationFocusGroupsSeries?: Maybe<Array<FocusGroupFigures>>;
  /**
   * Distances to schools and childcare of this area in one year. Without `period` the newest year that has such
   * figures for this area, null where none has; a year that nobody loaded is an error PERIOD_NOT_PUBLISHED.
   */
  educationProximity?: Maybe<EducationProximityProfile>;
  /**
   * Distances to schools and childcare of this area over the years, the oldest first: all there are, or those of
   * `from` up to and including `to`.
   */
  educationProximitySeries?: Maybe<Array<EducationProximityProfile>>;
  /**
   * Education figures of this area over the years, the oldest first: all there are, or those of `from` up
   * to and including `to`.
   */
  educationSeries?: Maybe<Array<EducationProfile>>;
  /**
   * Locations of primary schools, by municipality of this area in one year. Without `period` the newest year that
   * has such figures for this area, null where none has; a year that nobody loaded is an error
   * PERIOD_NOT_PUBLISHED.
   */
  schools?: Maybe<SchoolsProfile>;
  /**
   * Locations of primary schools, by municipality of this area over the years, the oldest first: all there are, or
   * those of `from` up to and including `to`.
   */
  schoolsSeries?: Maybe<Array<SchoolsProfile>>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaEducationArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaEducationFocusGroupsSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaEducationProximityArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaEducationProximitySeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaEducationSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaSchoolsArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaSchoolsSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
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
  /** Loaded education figures, the newest year first. */
  education?: Maybe<Array<Dataset>>;
};

/** Levels of education as the CBS divides them. */
export type EducationLevel =
  /** Higher professional or university (hoog). */
  | 'HIGH'
  /** Senior general, pre-university or vocational level 2 to 4 (middelbaar). */
  | 'INTERMEDIATE'
  /** Primary, prevocational or vocational level 1 (laag). */
  | 'LOW';

/**
 * The education of one area in one year: pupils and students who live there, the highest level attained by
 * people of 15 to 75, and the distance to primary schools. Source: CBS, key figures for districts and
 * neighbourhoods (Kerncijfers wijken en buurten, KWB). A field is null where the source has no figure;
 * `missing` says why.
 */
export type EducationProfile = {
  __typename?: 'EducationProfile';
  /**
   * Why figures of this year do not compare with those of earlier years: one entry for each break that begins in it, of this municipality by a
   * merger or of one field by a new definition. Breaks by changed boundaries at every level are at `Area.breaks`.
   */
  breaks: Array<Break>;
  /**
   * Distance to the nearest primary school (afstand tot basisschool), by road, averaged over the
   * inhabitants of this area, with one decimal. Special schools do not count.
   */
  distanceToPrimarySchool?: Maybe<Scalars['Float']['output']>;
  /**
   * People with high education (opleidingsniveau hoog): inhabitants of 15 to 75 on 1 October whose
   * highest level attained is hbo or university. Partly estimated, and rounded to tens.
   * Missing where fewer than 30 people live, or where others could be recognised.
   */
  educationHigh?: Maybe<Scalars['Int']['output']>;
  /**
   * People with intermediate education (opleidingsniveau middelbaar): inhabitants of 15 to 75 on 1
   * October whose highest level attained is havo, vwo or mbo 2, 3 or 4. Partly estimated, and rounded to
   * tens.
   * Missing where fewer than 30 people live, or where others could be recognised.
   */
  educationIntermediate?: Maybe<Scalars['Int']['output']>;
  /**
   * People with low education (opleidingsniveau laag): inhabitants of 15 to 75 on 1 October whose highest
   * level attained is primary education, vmbo or mbo 1. Partly estimated, and rounded to tens.
   * Missing where fewer than 30 people live, or where others could be recognised.
   */
  educationLow?: Maybe<Scalars['Int']['output']>;
  /** Why figures of this profile are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /** The year these figures describe. */
  period: Scalars['Int']['output'];
  /**
   * Primary schools within three kilometres (basisscholen binnen 3 km) by road, averaged over the
   * inhabitants of this area, with one decimal. Special schools do not count.
   */
  primarySchoolsWithin3Kilometres?: Maybe<Scalars['Float']['output']>;
  /**
   * Pupils in primary education (leerlingen primair onderwijs, po), special primary schools included.
   * Counted where they live, on 1 October, and rounded to tens. Published from 2023.
   */
  pupilsPrimaryEducation?: Maybe<Scalars['Int']['output']>;
  /**
   * Pupils in secondary education (leerlingen voortgezet onderwijs, vo, met vavo), general secondary
   * education for adults included. Counted where they live, on 1 October, and rounded to tens. Published
   * from 2023.
   */
  pupilsSecondaryEducation?: Maybe<Scalars['Int']['output']>;
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
   * Students in higher professional education (studenten hoger beroepsonderwijs, hbo). Counted where they
   * live, on 1 October, and rounded to tens. Published from 2023.
   */
  studentsHigherProfessionalEducation?: Maybe<Scalars['Int']['output']>;
  /**
   * Students in secondary vocational education (studenten middelbaar beroepsonderwijs, mbo), school-based
   * and work-based; those who only sit the examination are not counted. Counted where they live, on 1
   * October, and rounded to tens. Published from 2023.
   */
  studentsSecondaryVocationalEducation?: Maybe<Scalars['Int']['output']>;
  /**
   * Students at universities (studenten wetenschappelijk onderwijs, wo). Counted where they live, on 1
   * October, and rounded to tens. Published from 2023.
   */
  studentsUniversity?: Maybe<Scalars['Int']['output']>;
};

/**
 * How far schools and childcare are from the inhabitants of one area in one year, and how many are near.
 * `education.distanceToPrimarySchool` comes from the key figures (KWB): two sources of one figure, never mixed
 * in one series. Source: CBS, distances to amenities (Nabijheid voorzieningen; afstand locatie, wijk- en
 * buurtcijfers). A field is null where the source has no figure; `missing` says why.
 */
export type EducationProximityProfile = {
  __typename?: 'EducationProximityProfile';
  /**
   * Why figures of this year do not compare with those of earlier years: one entry for each break that begins in it, of this municipality by a
   * merger or of one field by a new definition. Breaks by changed boundaries at every level are at `Area.breaks`.
   */
  breaks: Array<Break>;
  /**
   * Day nurseries within 1 km (kinderdagverblijven binnen 1 km), by road: how many an inhabitant of this area has
   * so near, on average.
   */
  dayNurseriesWithin1Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Day nurseries within 3 km (kinderdagverblijven binnen 3 km), by road: how many an inhabitant of this area has
   * so near, on average.
   */
  dayNurseriesWithin3Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Day nurseries within 5 km (kinderdagverblijven binnen 5 km), by road: how many an inhabitant of this area has
   * so near, on average.
   */
  dayNurseriesWithin5Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest day nursery (afstand tot kinderdagverblijf), by road, averaged over the inhabitants of
   * this area, in kilometres.
   */
  distanceToDayNursery?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest school for havo or vwo (afstand tot school voor havo/vwo), by road, averaged over the
   * inhabitants of this area, in kilometres.
   */
  distanceToHavoOrVwoSchool?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest out-of-school care (afstand tot buitenschoolse opvang), by road, averaged over the
   * inhabitants of this area, in kilometres.
   */
  distanceToOutOfSchoolCare?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest primary school (afstand tot school voor basisonderwijs), by road, averaged over the
   * inhabitants of this area, in kilometres.
   */
  distanceToPrimarySchool?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest secondary school (afstand tot school voor voortgezet onderwijs), by road, averaged
   * over the inhabitants of this area, in kilometres.
   */
  distanceToSecondarySchool?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest school for vmbo (afstand tot school voor vmbo), by road, averaged over the inhabitants
   * of this area, in kilometres.
   */
  distanceToVmboSchool?: Maybe<Scalars['Float']['output']>;
  /**
   * Schools for havo or vwo within 3 km (scholen voor havo/vwo binnen 3 km), by road: how many an inhabitant of
   * this area has so near, on average.
   */
  havoOrVwoSchoolsWithin3Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Schools for havo or vwo within 5 km (scholen voor havo/vwo binnen 5 km), by road: how many an inhabitant of
   * this area has so near, on average.
   */
  havoOrVwoSchoolsWithin5Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Schools for havo or vwo within 10 km (scholen voor havo/vwo binnen 10 km), by road: how many an inhabitant of
   * this area has so near, on average.
   */
  havoOrVwoSchoolsWithin10Km?: Maybe<Scalars['Float']['output']>;
  /** Why figures of this profile are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /**
   * Places of out-of-school care within 1 km (buitenschoolse opvang binnen 1 km), by road: how many an inhabitant
   * of this area has so near, on average.
   */
  outOfSchoolCareWithin1Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Places of out-of-school care within 3 km (buitenschoolse opvang binnen 3 km), by road: how many an inhabitant
   * of this area has so near, on average.
   */
  outOfSchoolCareWithin3Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Places of out-of-school care within 5 km (buitenschoolse opvang binnen 5 km), by road: how many an inhabitant
   * of this area has so near, on average.
   */
  outOfSchoolCareWithin5Km?: Maybe<Scalars['Float']['output']>;
  /** The year these figures describe. */
  period: Scalars['Int']['output'];
  /**
   * Primary schools within 1 km (scholen voor basisonderwijs binnen 1 km), by road: how many an inhabitant of this
   * area has so near, on average.
   */
  primarySchoolsWithin1Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Primary schools within 3 km (scholen voor basisonderwijs binnen 3 km), by road: how many an inhabitant of this
   * area has so near, on average.
   */
  primarySchoolsWithin3Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Primary schools within 5 km (scholen voor basisonderwijs binnen 5 km), by road: how many an inhabitant of this
   * area has so near, on average.
   */
  primarySchoolsWithin5Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Secondary schools within 3 km (scholen voor voortgezet onderwijs binnen 3 km), by road: how many an inhabitant
   * of this area has so near, on average.
   */
  secondarySchoolsWithin3Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Secondary schools within 5 km (scholen voor voortgezet onderwijs binnen 5 km), by road: how many an inhabitant
   * of this area has so near, on average.
   */
  secondarySchoolsWithin5Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Secondary schools within 10 km (scholen voor voortgezet onderwijs binnen 10 km), by road: how many an
   * inhabitant of this area has so near, on average.
   */
  secondarySchoolsWithin10Km?: Maybe<Scalars['Float']['output']>;
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
   * Schools for vmbo within 3 km (scholen voor vmbo binnen 3 km), by road: how many an inhabitant of this area has
   * so near, on average.
   */
  vmboSchoolsWithin3Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Schools for vmbo within 5 km (scholen voor vmbo binnen 5 km), by road: how many an inhabitant of this area has
   * so near, on average.
   */
  vmboSchoolsWithin5Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Schools for vmbo within 10 km (scholen voor vmbo binnen 10 km), by road: how many an inhabitant of this area
   * has so near, on average.
   */
  vmboSchoolsWithin10Km?: Maybe<Scalars['Float']['output']>;
};

/** Kinds of education one can be enrolled in. */
export type Enrolment =
  /** University of applied sciences (hbo). */
  | 'HIGHER_PROFESSIONAL'
  /** Primary school (basisonderwijs). */
  | 'PRIMARY'
  /** Secondary school (voortgezet onderwijs). */
  | 'SECONDARY'
  /** University (wo). */
  | 'UNIVERSITY'
  /** Secondary vocational education (mbo). */
  | 'VOCATIONAL';

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
  /** The education of this person. Null where the domain has no record of the person. */
  education?: Maybe<PersonEducation>;
  /** The id: opaque, and the same for a person in the whole graph. It is not a number by which anyone knows the person. */
  id: Scalars['ID']['output'];
};

/** The education of a person, as the register of education knows it. */
export type PersonEducation = {
  __typename?: 'PersonEducation';
  /**
   * Whether the person has a basic qualification (startkwalificatie): senior general, pre-university or vocational level
   * 2.
   */
  basicQualification?: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the person left school early (voortijdig schoolverlater): under 23, not enrolled and without a basic
   * qualification.
   */
  earlySchoolLeaver?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the person is enrolled now (ingeschreven). */
  enrolled?: Maybe<Scalars['Boolean']['output']>;
  /** The kind of education; null where not enrolled. */
  enrolment?: Maybe<Enrolment>;
  /** Highest level attained (hoogst behaald onderwijsniveau). */
  highestLevel?: Maybe<EducationLevel>;
};

export type Query = {
  __typename?: 'Query';
  /** What is loaded: each domain adds its own field. */
  datasets?: Maybe<Datasets>;
};

/**
 * The locations of primary schools in one municipality in one year, counted from the list of the publisher; null
 * for areas of other levels, which the list does not name. Source: DUO, all locations of primary education (alle
 * vestigingen basisonderwijs).
 */
export type SchoolsProfile = {
  __typename?: 'SchoolsProfile';
  /**
   * Why figures of this year do not compare with those of earlier years: one entry for each break that begins in it, of this municipality by a
   * merger or of one field by a new definition. Breaks by changed boundaries at every level are at `Area.breaks`.
   */
  breaks: Array<Break>;
  /**
   * General private locations of primary schools (algemeen bijzondere vestigingen): those whose denomination DUO
   * calls "Algemeen bijzonder".
   */
  generalPrivatePrimarySchoolLocations?: Maybe<Scalars['Int']['output']>;
  /**
   * Islamic locations of primary schools (islamitische vestigingen): those whose denomination DUO calls
   * "Islamitisch".
   */
  islamicPrimarySchoolLocations?: Maybe<Scalars['Int']['output']>;
  /** Why figures of this profile are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /** The year these figures describe. */
  period: Scalars['Int']['output'];
  /**
   * Locations of primary schools (vestigingen basisonderwijs) with an address in this municipality, each counted
   * once, whatever its number of pupils.
   */
  primarySchoolLocations?: Maybe<Scalars['Int']['output']>;
  /**
   * Protestant Christian locations of primary schools (protestants-christelijke vestigingen): those whose
   * denomination DUO calls "Protestants-Christelijk".
   */
  protestantChristianPrimarySchoolLocations?: Maybe<Scalars['Int']['output']>;
  /** Public locations of primary schools (openbare vestigingen): those whose denomination DUO calls "Openbaar". */
  publicPrimarySchoolLocations?: Maybe<Scalars['Int']['output']>;
  /**
   * Reformed locations of primary schools (reformatorische vestigingen): those whose denomination DUO calls
   * "Reformatorisch".
   */
  reformedPrimarySchoolLocations?: Maybe<Scalars['Int']['output']>;
  /**
   * Roman Catholic locations of primary schools (rooms-katholieke vestigingen): those whose denomination DUO calls
   * "Rooms-Katholiek".
   */
  romanCatholicPrimarySchoolLocations?: Maybe<Scalars['Int']['output']>;
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
