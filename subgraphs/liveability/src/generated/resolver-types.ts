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
