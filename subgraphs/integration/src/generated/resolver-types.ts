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
  /** In a centre for asylum seekers (asielzoekerscentrum, azc). */
  | 'ASYLUM_CENTRE'
  /** In a holiday park or on a camp site (vakantiepark). */
  | 'HOLIDAY_PARK'
  /** In a shelter for homeless people (daklozenopvang). */
  | 'HOMELESS_SHELTER'
  /** In an institution that they could leave (instelling): for care, sheltered housing or detention. */
  | 'INSTITUTION'
  /** Anywhere else (overig), suitable or not. Figures from files without a column for SUITABLE_HOME count suitable homes here. */
  | 'OTHER'
  /** In a home of their own that does not suit them (ongeschikte eigen woning). */
  | 'OWN_DWELLING_UNSUITABLE'
  /** With family, friends or others, for the time being (bij bekenden). */
  | 'STAYING_WITH_ACQUAINTANCES'
  /** On the street, in a car or a squat (op straat). */
  | 'STREET'
  /** In a student's room (studentenkamer). */
  | 'STUDENT_ROOM'
  /** In a home that suits them (passende woning). */
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
   * Integration figures of this area in one year. Without `period` the newest year that has such figures
   * for this area, null where none has; a year that nobody loaded is an error PERIOD_NOT_PUBLISHED.
   */
  integration?: Maybe<IntegrationProfile>;
  /**
   * The focus groups that this domain counts (status holders) in this
   * area: one entry for each that has figures, each of its newest year. Null where none has.
   */
  integrationFocusGroups?: Maybe<Array<FocusGroupFigures>>;
  /** The same over the years, the oldest first: all there are, or those of `from` up to and including `to`. */
  integrationFocusGroupsSeries?: Maybe<Array<FocusGroupFigures>>;
  /**
   * Integration figures of this area over the years, the oldest first: all there are, or those of `from`
   * up to and including `to`.
   */
  integrationSeries?: Maybe<Array<IntegrationProfile>>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaIntegrationArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaIntegrationFocusGroupsSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaIntegrationSeriesArgs = {
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
  /** Grants to municipalities (subsidies). */
  | 'GRANTS'
  /** Counts of focus groups by area, protected (aandachtsgroepen). */
  | 'GROUP_COUNTS'
  /** Distinct households over all focus groups by area, protected. */
  | 'GROUP_OVERLAP'
  /** Social rental homes let by area and focus group, protected (toewijzingen). */
  | 'LETTINGS'
  /** Published figures of areas: one profile for each year. */
  | 'PROFILE_FIGURES'
  /** Housing projects, and municipalities that say that they have none (huisvestingsprojecten). */
  | 'PROJECTS'
  /** Regions and the municipalities in each (regio's). */
  | 'REGIONS'
  /** The legal task of municipalities to house status holders, by half-year (taakstelling). */
  | 'STATUS_HOLDER_TASKS';

/** What is loaded into this graph. */
export type Datasets = {
  __typename?: 'Datasets';
  /** Loaded integration figures, the newest year first. */
  integration?: Maybe<Array<Dataset>>;
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
  /** The former name of TRAVELLERS: accepted as input, never returned. */
  | 'CARAVAN_DWELLERS'
  /** People without a home of their own (dak- en thuislozen): on the street, in a shelter, or with others for a short while. */
  | 'HOMELESS'
  /** Home seekers who must move soon and have no decision of urgency (spoedzoekers), such as after a divorce or the end of a temporary lease. */
  | 'HOME_SEEKERS_IN_A_HURRY'
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
  /** Travellers: those who live, or seek a pitch to live, in a caravan by tradition (woonwagenbewoners). */
  | 'TRAVELLERS'
  /** Home seekers whom the municipality decided to put first on social or medical grounds (urgenten), as the law provides. */
  | 'URGENT'
  /** The former name of HOME_SEEKERS_IN_A_HURRY: accepted as input, never returned. */
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
  /** A mean or a median of people, households, dwellings. A mean is weighted by how many there are; a median cannot be taken together. */
  | 'AVERAGE'
  /** A class or a code: neither added up nor averaged. */
  | 'CODE'
  /** A number or a total, of people, dwellings, events, hectares: those of areas that do not overlap add up, but for rounding. */
  | 'COUNT'
  /** What is expected for a year to come: a figure by assumptions, no observation. */
  | 'FORECAST'
  /** A number on a scale that compares with a base, such as a year that is 100: neither added up nor averaged. */
  | 'INDEX'
  /** An estimate by a model of what was not counted in each area: neither added up nor averaged. */
  | 'MODELLED_ESTIMATE'
  /** A number for each 1,000 inhabitants, each square kilometre, each household: weighted by what it is divided by. */
  | 'RATE'
  /** A judgement of several indicators in one number: neither added up nor averaged. */
  | 'SCORE'
  /** A part of a whole, in per cent: weighted by that whole. */
  | 'SHARE';

/**
 * Where the inhabitants of one area are from, in one year. Up to 2022 by migration background
 * (migratieachtergrond), from 2023 by origin (herkomst): the two cannot be converted into each other and
 * share no field. Origin is the country of birth of those born abroad; of those born in the Netherlands it
 * is the country of birth of the mother, or of the father where she was born in the Netherlands or hers is
 * not known. Districts and neighbourhoods are rounded at random to a multiple of 5. Source: CBS, key
 * figures for districts and neighbourhoods (Kerncijfers wijken en buurten, KWB). A field is null where the
 * source has no figure; `missing` says why.
 */
export type IntegrationProfile = {
  __typename?: 'IntegrationProfile';
  /**
   * Moroccan migration background (migratieachtergrond Marokko): inhabitants on 1 January; also part of
   * the non-Western. Published up to 2022, and not to be converted into origin.
   */
  backgroundMorocco?: Maybe<Scalars['Int']['output']>;
  /**
   * Antillean and Aruban migration background (migratieachtergrond Nederlandse Antillen en Aruba):
   * inhabitants on 1 January; also part of the non-Western. Published up to 2022, and not to be converted
   * into origin.
   */
  backgroundNetherlandsAntillesAndAruba?: Maybe<Scalars['Int']['output']>;
  /**
   * Non-Western migration background (niet-westerse migratieachtergrond): inhabitants on 1 January with at
   * least one parent born in Africa, Latin America, Asia (without Indonesia and Japan) or Turkey.
   * Published up to 2022, and not to be converted into origin.
   */
  backgroundNonWestern?: Maybe<Scalars['Int']['output']>;
  /**
   * Other non-Western migration background (overige niet-westerse migratieachtergrond): inhabitants on 1
   * January, the non-Western less Morocco, the Netherlands Antilles and Aruba, Suriname and Turkey.
   * Published up to 2022, and not to be converted into origin.
   */
  backgroundOtherNonWestern?: Maybe<Scalars['Int']['output']>;
  /**
   * Surinamese migration background (migratieachtergrond Suriname): inhabitants on 1 January; also part of
   * the non-Western. Published up to 2022, and not to be converted into origin.
   */
  backgroundSuriname?: Maybe<Scalars['Int']['output']>;
  /**
   * Turkish migration background (migratieachtergrond Turkije): inhabitants on 1 January; also part of the
   * non-Western. Published up to 2022, and not to be converted into origin.
   */
  backgroundTurkey?: Maybe<Scalars['Int']['output']>;
  /**
   * Western migration background (westerse migratieachtergrond): inhabitants on 1 January with at least
   * one parent born in Europe (without Turkey), North America, Oceania, Indonesia or Japan. Published up
   * to 2022, and not to be converted into origin.
   */
  backgroundWestern?: Maybe<Scalars['Int']['output']>;
  /**
   * Born abroad of European origin (geboren buiten Nederland, herkomst Europa): inhabitants on 1 January
   * who were born in Europe outside the Netherlands. Turkey and the Caucasian and Central Asian states do
   * not count as Europe. Published from 2023, and not to be converted into migration background.
   */
  bornAbroadOriginEurope?: Maybe<Scalars['Int']['output']>;
  /**
   * Born abroad of origin outside Europe (geboren buiten Nederland, herkomst buiten Europa): inhabitants
   * on 1 January who were born there. Published from 2023, and not to be converted into migration
   * background.
   */
  bornAbroadOriginOutsideEurope?: Maybe<Scalars['Int']['output']>;
  /**
   * Born in the Netherlands of European origin (geboren in Nederland, herkomst Europa): inhabitants on 1
   * January whose origin, by their parents, is Europe outside the Netherlands. Turkey and the Caucasian
   * and Central Asian states do not count as Europe. Published from 2023, and not to be converted into
   * migration background.
   */
  bornInNetherlandsOriginEurope?: Maybe<Scalars['Int']['output']>;
  /**
   * Born in the Netherlands of Dutch origin (geboren in Nederland, herkomst Nederland): inhabitants on 1
   * January; the same people as those of Dutch origin. Published from 2023, and not to be converted into
   * migration background.
   */
  bornInNetherlandsOriginNetherlands?: Maybe<Scalars['Int']['output']>;
  /**
   * Born in the Netherlands of origin outside Europe (geboren in Nederland, herkomst buiten Europa):
   * inhabitants on 1 January whose origin, by their parents, is outside Europe. Published from 2023, and
   * not to be converted into migration background.
   */
  bornInNetherlandsOriginOutsideEurope?: Maybe<Scalars['Int']['output']>;
  /**
   * Why figures of this year do not compare with those of earlier years: one entry for each break that begins in it, of this municipality by a
   * merger or of one field by a new definition. Breaks by changed boundaries at every level are at `Area.breaks`.
   */
  breaks: Array<Break>;
  /** Why figures of this profile are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /**
   * European origin outside the Netherlands (herkomst Europa, exclusief Nederland): inhabitants on 1
   * January, wherever they were born themselves. Turkey and the Caucasian and Central Asian states do not
   * count as Europe. Published from 2023, and not to be converted into migration background.
   */
  originEurope?: Maybe<Scalars['Int']['output']>;
  /**
   * Dutch origin (herkomst Nederland): inhabitants on 1 January born in the Netherlands of parents born
   * there. Published from 2023, and not to be converted into migration background.
   */
  originNetherlands?: Maybe<Scalars['Int']['output']>;
  /**
   * Origin outside Europe (herkomst buiten Europa): inhabitants on 1 January, wherever they were born
   * themselves. Published from 2023, and not to be converted into migration background.
   */
  originOutsideEurope?: Maybe<Scalars['Int']['output']>;
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

/** A route of the Civic Integration Act 2021 (Wet inburgering 2021). */
export type IntegrationRoute =
  /** B1 route. */
  | 'B1'
  /** Education route (onderwijsroute). */
  | 'EDUCATION'
  /** Self-reliance route (zelfredzaamheidsroute, Z-route). */
  | 'SELF_RELIANCE';

/** A level of the Common European Framework of Reference. */
export type LanguageLevel =
  /** A1. */
  | 'A1'
  /** A2. */
  | 'A2'
  /** B1. */
  | 'B1_LEVEL'
  /** B2 or higher. */
  | 'B2_OR_HIGHER'
  /** Below A1. */
  | 'BELOW_A1';

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

/** A kind of residence permit. */
export type PermitKind =
  /** Asylum (asiel). */
  | 'ASYLUM'
  /** Family (gezin). */
  | 'FAMILY'
  /** Another ground. */
  | 'OTHER_PERMIT'
  /** Study (studie). */
  | 'STUDY'
  /** Work (arbeid). */
  | 'WORK';

/**
 * A person whose record is kept, under an opaque id. The base registry says who and where; every domain adds its own
 * record. Each field has its own rule: scopes of the caller, and a purpose that covers it.
 */
export type Person = {
  __typename?: 'Person';
  /** The id: opaque, and the same for a person in the whole graph. It is not a number by which anyone knows the person. */
  id: Scalars['ID']['output'];
  /** The residence permit and civic integration of this person. Null where the domain has no record of the person. */
  integration?: Maybe<PersonIntegration>;
};

/** The residence permit and civic integration of a person, as the municipality and the education agency know it. */
export type PersonIntegration = {
  __typename?: 'PersonIntegration';
  /** The last day of the term of civic integration (inburgeringstermijn), ISO 8601; null without a duty. */
  deadline?: Maybe<Scalars['String']['output']>;
  /** Parts of the examination that were passed (behaalde examenonderdelen), in the order of the enum. */
  examPartsPassed?: Maybe<Array<ExamPart>>;
  /** Level of Dutch (taalniveau) in the Common European Framework. */
  languageLevel?: Maybe<LanguageLevel>;
  /** Kind of residence permit (verblijfsvergunning). */
  permitKind?: Maybe<PermitKind>;
  /** Year it was granted. */
  permitYear?: Maybe<Scalars['Int']['output']>;
  /** Route of civic integration (leerroute); null where the person has no duty to integrate. */
  route?: Maybe<IntegrationRoute>;
};

export type Query = {
  __typename?: 'Query';
  /** What is loaded: each domain adds its own field. */
  datasets?: Maybe<Datasets>;
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
  /** Expected for a later year by a model. */
  | 'FORECAST'
  /** A score on a scale of the publisher's own, composed of other figures: for comparing areas and years, without a unit. */
  | 'INDEX'
  /** Estimated by a model for areas in which too few were asked: never to be read as a count, and small differences mean nothing. */
  | 'MODELLED_ESTIMATE'
  /** Counted or measured: from registers, surveys or administrations, or computed from these without a model. */
  | 'OBSERVED';

/** The status that the publisher gives its figures. */
export type SourceStatus =
  /** No further change is expected. */
  | 'FINAL'
  /** May still change; marked * or ** by the publisher. */
  | 'PROVISIONAL'
  /** Replaces figures published before. */
  | 'REVISED';

/** The unit of an indicator, as the graph gives it. */
export type Unit =
  /** A class or code, explained in the description: not to be added up or averaged. */
  | 'CODE'
  /** A number of other things or events, named in the description. */
  | 'COUNT'
  /** Cubic metres a year. */
  | 'CUBIC_METRE'
  /** Dwellings. */
  | 'DWELLINGS'
  /** Establishments of businesses. */
  | 'ESTABLISHMENTS'
  /** Euro, never thousands. */
  | 'EURO'
  /** Hectares. */
  | 'HECTARE'
  /** Private households. */
  | 'HOUSEHOLDS'
  /** An index of the publisher's own, explained in the description: parts may add up to a whole. */
  | 'INDEX'
  /** Kilometres. */
  | 'KILOMETRE'
  /** Kilowatt-hours a year. */
  | 'KILOWATT_HOUR'
  /** Per cent, from 0 to 100. */
  | 'PERCENT'
  /** Per cent of the inhabitants of 18 years and older, from 0 to 100. */
  | 'PERCENT_OF_ADULTS'
  /** People, counted or on average. */
  | 'PERSONS'
  /** Per 1,000 inhabitants. */
  | 'PER_1000_INHABITANTS'
  /** Per private household. */
  | 'PER_HOUSEHOLD'
  /** Per square kilometre. */
  | 'PER_SQUARE_KILOMETRE'
  /** A score on a scale of the publisher's own, explained in the description: may be negative. */
  | 'SCORE'
  /** Motor vehicles. */
  | 'VEHICLES';
