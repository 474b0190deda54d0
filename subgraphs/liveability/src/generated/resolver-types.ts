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

/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type Area = {
  __typename?: 'Area';
  /** The code, such as NL00, PV27, GM0363, WK036300 or BU03630000; may change from year to year. */
  code: Scalars['ID']['output'];
  /**
   * The liveability of this area in one year. Without `period` the newest year that has such figures for
   * this area, null where none has; a year that nobody loaded is an error PERIOD_NOT_PUBLISHED.
   */
  liveability?: Maybe<LiveabilityProfile>;
  /**
   * The liveability of this area over the years, the oldest first: all there are, or those of `from` up
   * to and including `to`.
   */
  liveabilitySeries?: Maybe<Array<LiveabilityProfile>>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaLiveabilityArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaLiveabilitySeriesArgs = {
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
  /** Loaded figures of liveability, the newest year first. */
  liveability?: Maybe<Array<Dataset>>;
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
 * The liveability of one area in one year, as the Leefbaarometer composes it of some hundred other figures: a
 * score, its deviation from the Netherlands, and the five dimensions that add up to that deviation. No
 * measurement, and no judgement of those who live there. Source: Ministry of the Interior, Leefbaarometer 3.0. A
 * field is null where the source has no figure; `missing` says why.
 */
export type LiveabilityProfile = {
  __typename?: 'LiveabilityProfile';
  /**
   * Amenities (voorzieningen): what this dimension adds to the deviation of liveability from the Netherlands, in
   * points of the score. Positive is better than the country, also of nuisance.
   */
  amenities?: Maybe<Scalars['Float']['output']>;
  /**
   * Why figures of this year do not compare with those of earlier years: one entry for each break that begins in it, of this municipality by a
   * merger or of one field by a new definition. Breaks by changed boundaries at every level are at `Area.breaks`.
   */
  breaks: Array<Break>;
  /**
   * Deviation of liveability from the Netherlands (afwijking van het landelijk gemiddelde), in points of the
   * score: the sum of the five dimensions. Positive is better than the country.
   */
  deviation?: Maybe<Scalars['Float']['output']>;
  /**
   * Housing stock (woningvoorraad): what this dimension adds to the deviation of liveability from the Netherlands,
   * in points of the score. Positive is better than the country, also of nuisance.
   */
  housingStock?: Maybe<Scalars['Float']['output']>;
  /** Why figures of this profile are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /**
   * Nuisance and insecurity (overlast en onveiligheid): what this dimension adds to the deviation of liveability
   * from the Netherlands, in points of the score. Positive is better than the country, also of nuisance.
   */
  nuisanceAndInsecurity?: Maybe<Scalars['Float']['output']>;
  /** The year these figures describe. */
  period: Scalars['Int']['output'];
  /**
   * Physical surroundings (fysieke omgeving): what this dimension adds to the deviation of liveability from the
   * Netherlands, in points of the score. Positive is better than the country, also of nuisance.
   */
  physicalSurroundings?: Maybe<Scalars['Float']['output']>;
  /**
   * Liveability score (leefbaarheidsscore) of this area, on a scale of about 3 to 5: the average of the
   * Netherlands and the deviation. Higher is better; years can be compared.
   */
  score?: Maybe<Scalars['Float']['output']>;
  /**
   * Social cohesion (sociale samenhang): what this dimension adds to the deviation of liveability from the
   * Netherlands, in points of the score. Positive is better than the country, also of nuisance.
   */
  socialCohesion?: Maybe<Scalars['Float']['output']>;
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
