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

/** Age groups as the published figures have them. */
export type AgeGroup =
  /** 0 to 14 years. */
  | 'AGED_0_TO_15'
  /** 15 to 24 years. */
  | 'AGED_15_TO_25'
  /** 25 to 44 years. */
  | 'AGED_25_TO_45'
  /** 45 to 64 years. */
  | 'AGED_45_TO_65'
  /** 65 years or older. */
  | 'AGED_65_OR_OLDER';

/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type Area = {
  /**
   * The years from which figures of this area do not compare with those before because its boundary changed, the oldest first: by mergers of
   * municipalities since 2014, and where the CBS marks the area in a table that was imported (`surroundings.boundaryChange`).
   */
  breaks: Array<Break>;
  /** The code, such as NL00, PV27, GM0363, WK036300 or BU03630000; may change from year to year. */
  code: Scalars['ID']['output'];
  /** The country this area lies in; the country itself for a country. */
  country?: Maybe<Country>;
  /** Whether this area was made from the codes of the areas within it, because no imported file had it. */
  derived: Scalars['Boolean']['output'];
  /** The district this area lies in, or is; null for anything larger. */
  district?: Maybe<District>;
  /** Which of the five levels this is. */
  level: AreaLevel;
  /** The municipality this area lies in, or is; null for a province or a country. */
  municipality?: Maybe<Municipality>;
  /** The name in the newest year that has one; the code where no file gave a name. Not unique. */
  name: Scalars['String']['output'];
  /** The years in which this code is known, the oldest first. */
  periods: Array<Scalars['Int']['output']>;
  /**
   * Inhabitants and households of this area in one year. Without `period` the newest year that has such
   * figures for this area, null where none has; a year that nobody loaded is an error
   * PERIOD_NOT_PUBLISHED.
   */
  population?: Maybe<PopulationProfile>;
  /**
   * Inhabitants and households of this area over the years, the oldest first: all there are, or those of
   * `from` up to and including `to`.
   */
  populationSeries?: Maybe<Array<PopulationProfile>>;
  /** The municipalities that ended since 2014 and whose land is now in this one, the latest first; empty for other levels. */
  predecessors: Array<AreaSuccession>;
  /**
   * The province this area lies in, or is; null for a country, and where no list of municipalities with
   * their provinces was imported.
   */
  province?: Maybe<Province>;
  /**
   * The municipalities that the land of this one belongs to since it ended; empty where it still exists, and for other levels, for which the
   * CBS publishes no such list. Mergers and splits since 2014.
   */
  successors: Array<AreaSuccession>;
  /**
   * Surface, urbanity, vehicles and distances of this area in one year. Without `period` the newest year
   * that has such figures for this area, null where none has; a year that nobody loaded is an error
   * PERIOD_NOT_PUBLISHED.
   */
  surroundings?: Maybe<SurroundingsProfile>;
  /**
   * Distances to shops, green space, transport and leisure of this area in one year. Without `period` the newest
   * year that has such figures for this area, null where none has; a year that nobody loaded is an error
   * PERIOD_NOT_PUBLISHED.
   */
  surroundingsProximity?: Maybe<SurroundingsProximityProfile>;
  /**
   * Distances to shops, green space, transport and leisure of this area over the years, the oldest first: all
   * there are, or those of `from` up to and including `to`.
   */
  surroundingsProximitySeries?: Maybe<Array<SurroundingsProximityProfile>>;
  /**
   * Surface, urbanity, vehicles and distances of this area over the years, the oldest first: all there
   * are, or those of `from` up to and including `to`.
   */
  surroundingsSeries?: Maybe<Array<SurroundingsProfile>>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaPopulationArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaPopulationSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaSurroundingsArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaSurroundingsProximityArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaSurroundingsProximitySeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaSurroundingsSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of areas. */
export type AreaConnection = {
  __typename?: 'AreaConnection';
  /** The areas of this page, each with its cursor. */
  edges: Array<AreaEdge>;
  /** The areas of this page. */
  nodes: Array<Area>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** How many areas there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page of areas. */
export type AreaEdge = {
  __typename?: 'AreaEdge';
  /** Where to continue after this one. */
  cursor: Scalars['String']['output'];
  /** The area. */
  node: Area;
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

/** A municipality that succeeded or preceded another. */
export type AreaSuccession = {
  __typename?: 'AreaSuccession';
  /** The area of that code; null where no table with it was imported. */
  area?: Maybe<Area>;
  /** The code, such as GM1966. */
  code: Scalars['ID']['output'];
  /** The name in the division of that year. */
  name: Scalars['String']['output'];
  /** The first year of the new division, that of 1 January. */
  period: Scalars['Int']['output'];
  /** Whether all of the old municipality became part of the new one; false where it was split. */
  whole: Scalars['Boolean']['output'];
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

/** The Netherlands (Nederland). */
export type Country = Area & {
  __typename?: 'Country';
  /**
   * The years from which figures of this area do not compare with those before because its boundary changed, the oldest first: by mergers of
   * municipalities since 2014, and where the CBS marks the area in a table that was imported (`surroundings.boundaryChange`).
   */
  breaks: Array<Break>;
  /** The code, such as NL00; may change from year to year. */
  code: Scalars['ID']['output'];
  /** This country itself, so that areas of all levels can be queried alike. */
  country?: Maybe<Country>;
  /** Whether this area was made from the codes of the areas within it, because no imported file had it. */
  derived: Scalars['Boolean']['output'];
  /** Null: a country does not lie in one district. */
  district?: Maybe<District>;
  /** Which of the five levels this is. */
  level: AreaLevel;
  /** The municipalities of this country in one year, by code. */
  municipalities: MunicipalityConnection;
  /** Null: a country does not lie in one municipality. */
  municipality?: Maybe<Municipality>;
  /** The name in the newest year that has one; the code where no file gave a name. Not unique. */
  name: Scalars['String']['output'];
  /** The years in which this code is known, the oldest first. */
  periods: Array<Scalars['Int']['output']>;
  /**
   * Inhabitants and households of this area in one year. Without `period` the newest year that has such
   * figures for this area, null where none has; a year that nobody loaded is an error
   * PERIOD_NOT_PUBLISHED.
   */
  population?: Maybe<PopulationProfile>;
  /**
   * Inhabitants and households of this area over the years, the oldest first: all there are, or those of
   * `from` up to and including `to`.
   */
  populationSeries?: Maybe<Array<PopulationProfile>>;
  /** The municipalities that ended since 2014 and whose land is now in this one, the latest first; empty for other levels. */
  predecessors: Array<AreaSuccession>;
  /** Null: a country does not lie in one province. */
  province?: Maybe<Province>;
  /** The provinces of this country in one year, by code. */
  provinces: ProvinceConnection;
  /**
   * The municipalities that the land of this one belongs to since it ended; empty where it still exists, and for other levels, for which the
   * CBS publishes no such list. Mergers and splits since 2014.
   */
  successors: Array<AreaSuccession>;
  /**
   * Surface, urbanity, vehicles and distances of this area in one year. Without `period` the newest year
   * that has such figures for this area, null where none has; a year that nobody loaded is an error
   * PERIOD_NOT_PUBLISHED.
   */
  surroundings?: Maybe<SurroundingsProfile>;
  /**
   * Distances to shops, green space, transport and leisure of this area in one year. Without `period` the newest
   * year that has such figures for this area, null where none has; a year that nobody loaded is an error
   * PERIOD_NOT_PUBLISHED.
   */
  surroundingsProximity?: Maybe<SurroundingsProximityProfile>;
  /**
   * Distances to shops, green space, transport and leisure of this area over the years, the oldest first: all
   * there are, or those of `from` up to and including `to`.
   */
  surroundingsProximitySeries?: Maybe<Array<SurroundingsProximityProfile>>;
  /**
   * Surface, urbanity, vehicles and distances of this area over the years, the oldest first: all there
   * are, or those of `from` up to and including `to`.
   */
  surroundingsSeries?: Maybe<Array<SurroundingsProfile>>;
};


/** The Netherlands (Nederland). */
export type CountryMunicipalitiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** The Netherlands (Nederland). */
export type CountryPopulationArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** The Netherlands (Nederland). */
export type CountryPopulationSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/** The Netherlands (Nederland). */
export type CountryProvincesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** The Netherlands (Nederland). */
export type CountrySurroundingsArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** The Netherlands (Nederland). */
export type CountrySurroundingsProximityArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** The Netherlands (Nederland). */
export type CountrySurroundingsProximitySeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/** The Netherlands (Nederland). */
export type CountrySurroundingsSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
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
  /** Loaded places, their inhabitants and surroundings, and regions, the newest year first. */
  baseRegistry?: Maybe<Array<Dataset>>;
};

/** A district (wijk): part of a municipality, of one or more neighbourhoods, as the municipality decides. */
export type District = Area & {
  __typename?: 'District';
  /**
   * The years from which figures of this area do not compare with those before because its boundary changed, the oldest first: by mergers of
   * municipalities since 2014, and where the CBS marks the area in a table that was imported (`surroundings.boundaryChange`).
   */
  breaks: Array<Break>;
  /** The code, such as WK036300; may change from year to year. */
  code: Scalars['ID']['output'];
  /** The country this district lies in. */
  country?: Maybe<Country>;
  /** Whether this area was made from the codes of the areas within it, because no imported file had it. */
  derived: Scalars['Boolean']['output'];
  /** This district itself, so that areas of all levels can be queried alike. */
  district?: Maybe<District>;
  /** Which of the five levels this is. */
  level: AreaLevel;
  /** The municipality this district lies in. */
  municipality?: Maybe<Municipality>;
  /** The name in the newest year that has one; the code where no file gave a name. Not unique. */
  name: Scalars['String']['output'];
  /** The neighbourhoods of this district in one year, by code. */
  neighbourhoods: NeighbourhoodConnection;
  /** The years in which this code is known, the oldest first. */
  periods: Array<Scalars['Int']['output']>;
  /**
   * Inhabitants and households of this area in one year. Without `period` the newest year that has such
   * figures for this area, null where none has; a year that nobody loaded is an error
   * PERIOD_NOT_PUBLISHED.
   */
  population?: Maybe<PopulationProfile>;
  /**
   * Inhabitants and households of this area over the years, the oldest first: all there are, or those of
   * `from` up to and including `to`.
   */
  populationSeries?: Maybe<Array<PopulationProfile>>;
  /** The municipalities that ended since 2014 and whose land is now in this one, the latest first; empty for other levels. */
  predecessors: Array<AreaSuccession>;
  /**
   * The province this district lies in; null where no list of municipalities with their provinces was
   * imported.
   */
  province?: Maybe<Province>;
  /**
   * The municipalities that the land of this one belongs to since it ended; empty where it still exists, and for other levels, for which the
   * CBS publishes no such list. Mergers and splits since 2014.
   */
  successors: Array<AreaSuccession>;
  /**
   * Surface, urbanity, vehicles and distances of this area in one year. Without `period` the newest year
   * that has such figures for this area, null where none has; a year that nobody loaded is an error
   * PERIOD_NOT_PUBLISHED.
   */
  surroundings?: Maybe<SurroundingsProfile>;
  /**
   * Distances to shops, green space, transport and leisure of this area in one year. Without `period` the newest
   * year that has such figures for this area, null where none has; a year that nobody loaded is an error
   * PERIOD_NOT_PUBLISHED.
   */
  surroundingsProximity?: Maybe<SurroundingsProximityProfile>;
  /**
   * Distances to shops, green space, transport and leisure of this area over the years, the oldest first: all
   * there are, or those of `from` up to and including `to`.
   */
  surroundingsProximitySeries?: Maybe<Array<SurroundingsProximityProfile>>;
  /**
   * Surface, urbanity, vehicles and distances of this area over the years, the oldest first: all there
   * are, or those of `from` up to and including `to`.
   */
  surroundingsSeries?: Maybe<Array<SurroundingsProfile>>;
};


/** A district (wijk): part of a municipality, of one or more neighbourhoods, as the municipality decides. */
export type DistrictNeighbourhoodsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** A district (wijk): part of a municipality, of one or more neighbourhoods, as the municipality decides. */
export type DistrictPopulationArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** A district (wijk): part of a municipality, of one or more neighbourhoods, as the municipality decides. */
export type DistrictPopulationSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/** A district (wijk): part of a municipality, of one or more neighbourhoods, as the municipality decides. */
export type DistrictSurroundingsArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** A district (wijk): part of a municipality, of one or more neighbourhoods, as the municipality decides. */
export type DistrictSurroundingsProximityArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** A district (wijk): part of a municipality, of one or more neighbourhoods, as the municipality decides. */
export type DistrictSurroundingsProximitySeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/** A district (wijk): part of a municipality, of one or more neighbourhoods, as the municipality decides. */
export type DistrictSurroundingsSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of districts. */
export type DistrictConnection = {
  __typename?: 'DistrictConnection';
  /** The districts of this page, each with its cursor. */
  edges: Array<DistrictEdge>;
  /** The districts of this page. */
  nodes: Array<District>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** How many districts there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page of districts. */
export type DistrictEdge = {
  __typename?: 'DistrictEdge';
  /** Where to continue after this one. */
  cursor: Scalars['String']['output'];
  /** The district. */
  node: District;
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

/** A kind of household. */
export type HouseholdKind =
  /** In an institution or shelter (institutioneel). */
  | 'INSTITUTIONAL'
  /** One person (eenpersoonshuishouden). */
  | 'ONE_PERSON'
  /** Two or more without children (zonder kinderen). */
  | 'WITHOUT_CHILDREN'
  /** Parents or a parent with children (met kinderen). */
  | 'WITH_CHILDREN';

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

/** A municipality (gemeente), within the boundaries of 1 January. */
export type Municipality = Area & {
  __typename?: 'Municipality';
  /**
   * The years from which figures of this area do not compare with those before because its boundary changed, the oldest first: by mergers of
   * municipalities since 2014, and where the CBS marks the area in a table that was imported (`surroundings.boundaryChange`).
   */
  breaks: Array<Break>;
  /** The code, such as GM0363; may change from year to year. */
  code: Scalars['ID']['output'];
  /** The country this municipality lies in. */
  country?: Maybe<Country>;
  /** Whether this area was made from the codes of the areas within it, because no imported file had it. */
  derived: Scalars['Boolean']['output'];
  /** Null: a municipality does not lie in one district. */
  district?: Maybe<District>;
  /** The districts of this municipality in one year, by code. */
  districts: DistrictConnection;
  /** Which of the five levels this is. */
  level: AreaLevel;
  /** This municipality itself, so that areas of all levels can be queried alike. */
  municipality?: Maybe<Municipality>;
  /** The name in the newest year that has one; the code where no file gave a name. Not unique. */
  name: Scalars['String']['output'];
  /** The neighbourhoods of this municipality in one year, by code. */
  neighbourhoods: NeighbourhoodConnection;
  /** The years in which this code is known, the oldest first. */
  periods: Array<Scalars['Int']['output']>;
  /**
   * Inhabitants and households of this area in one year. Without `period` the newest year that has such
   * figures for this area, null where none has; a year that nobody loaded is an error
   * PERIOD_NOT_PUBLISHED.
   */
  population?: Maybe<PopulationProfile>;
  /**
   * Inhabitants and households of this area over the years, the oldest first: all there are, or those of
   * `from` up to and including `to`.
   */
  populationSeries?: Maybe<Array<PopulationProfile>>;
  /** The municipalities that ended since 2014 and whose land is now in this one, the latest first; empty for other levels. */
  predecessors: Array<AreaSuccession>;
  /**
   * The province this municipality lies in; null where no list of municipalities with their provinces was
   * imported.
   */
  province?: Maybe<Province>;
  /**
   * The regions that this municipality lies in (regio's): one of a kind at most. Without `period`, of each kind those of the newest year in
   * which this code has one; so a municipality that merged has its last. A year that no region is loaded of is an error
   * PERIOD_NOT_PUBLISHED; in any other the list is empty where it lies in none.
   */
  regions: Array<Region>;
  /**
   * The municipalities that the land of this one belongs to since it ended; empty where it still exists, and for other levels, for which the
   * CBS publishes no such list. Mergers and splits since 2014.
   */
  successors: Array<AreaSuccession>;
  /**
   * Surface, urbanity, vehicles and distances of this area in one year. Without `period` the newest year
   * that has such figures for this area, null where none has; a year that nobody loaded is an error
   * PERIOD_NOT_PUBLISHED.
   */
  surroundings?: Maybe<SurroundingsProfile>;
  /**
   * Distances to shops, green space, transport and leisure of this area in one year. Without `period` the newest
   * year that has such figures for this area, null where none has; a year that nobody loaded is an error
   * PERIOD_NOT_PUBLISHED.
   */
  surroundingsProximity?: Maybe<SurroundingsProximityProfile>;
  /**
   * Distances to shops, green space, transport and leisure of this area over the years, the oldest first: all
   * there are, or those of `from` up to and including `to`.
   */
  surroundingsProximitySeries?: Maybe<Array<SurroundingsProximityProfile>>;
  /**
   * Surface, urbanity, vehicles and distances of this area over the years, the oldest first: all there
   * are, or those of `from` up to and including `to`.
   */
  surroundingsSeries?: Maybe<Array<SurroundingsProfile>>;
};


/** A municipality (gemeente), within the boundaries of 1 January. */
export type MunicipalityDistrictsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** A municipality (gemeente), within the boundaries of 1 January. */
export type MunicipalityNeighbourhoodsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** A municipality (gemeente), within the boundaries of 1 January. */
export type MunicipalityPopulationArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** A municipality (gemeente), within the boundaries of 1 January. */
export type MunicipalityPopulationSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/** A municipality (gemeente), within the boundaries of 1 January. */
export type MunicipalityRegionsArgs = {
  kind?: InputMaybe<RegionKind>;
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** A municipality (gemeente), within the boundaries of 1 January. */
export type MunicipalitySurroundingsArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** A municipality (gemeente), within the boundaries of 1 January. */
export type MunicipalitySurroundingsProximityArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** A municipality (gemeente), within the boundaries of 1 January. */
export type MunicipalitySurroundingsProximitySeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/** A municipality (gemeente), within the boundaries of 1 January. */
export type MunicipalitySurroundingsSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of municipalities. */
export type MunicipalityConnection = {
  __typename?: 'MunicipalityConnection';
  /** The municipalities of this page, each with its cursor. */
  edges: Array<MunicipalityEdge>;
  /** The municipalities of this page. */
  nodes: Array<Municipality>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** How many municipalities there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page of municipalities. */
export type MunicipalityEdge = {
  __typename?: 'MunicipalityEdge';
  /** Where to continue after this one. */
  cursor: Scalars['String']['output'];
  /** The municipality. */
  node: Municipality;
};

/** What callers may change: who consents to what. */
export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Records that a client of the caller consents, from today, to the use of a domain's data for the purpose of the request. Returns the
   * person; null where there is none, and also where the person is not in the caseload of the caller.
   */
  recordConsent?: Maybe<Person>;
  /**
   * Records that a client of the caller withdraws this consent, which ends now. Returns the person, also where there was no consent;
   * null as in `recordConsent`.
   */
  withdrawConsent?: Maybe<Person>;
};


/** What callers may change: who consents to what. */
export type MutationRecordConsentArgs = {
  domain: Scalars['String']['input'];
  person: Scalars['ID']['input'];
  until?: InputMaybe<Scalars['String']['input']>;
};


/** What callers may change: who consents to what. */
export type MutationWithdrawConsentArgs = {
  domain: Scalars['String']['input'];
  person: Scalars['ID']['input'];
};

/** A neighbourhood (buurt): part of a district, the smallest area there are figures for. */
export type Neighbourhood = Area & {
  __typename?: 'Neighbourhood';
  /**
   * The years from which figures of this area do not compare with those before because its boundary changed, the oldest first: by mergers of
   * municipalities since 2014, and where the CBS marks the area in a table that was imported (`surroundings.boundaryChange`).
   */
  breaks: Array<Break>;
  /** The code, such as BU03630000; may change from year to year. */
  code: Scalars['ID']['output'];
  /** The country this neighbourhood lies in. */
  country?: Maybe<Country>;
  /** Whether this area was made from the codes of the areas within it, because no imported file had it. */
  derived: Scalars['Boolean']['output'];
  /** The district this neighbourhood lies in. */
  district?: Maybe<District>;
  /** Which of the five levels this is. */
  level: AreaLevel;
  /** The municipality this neighbourhood lies in. */
  municipality?: Maybe<Municipality>;
  /** The name in the newest year that has one; the code where no file gave a name. Not unique. */
  name: Scalars['String']['output'];
  /** The years in which this code is known, the oldest first. */
  periods: Array<Scalars['Int']['output']>;
  /**
   * Inhabitants and households of this area in one year. Without `period` the newest year that has such
   * figures for this area, null where none has; a year that nobody loaded is an error
   * PERIOD_NOT_PUBLISHED.
   */
  population?: Maybe<PopulationProfile>;
  /**
   * Inhabitants and households of this area over the years, the oldest first: all there are, or those of
   * `from` up to and including `to`.
   */
  populationSeries?: Maybe<Array<PopulationProfile>>;
  /** The municipalities that ended since 2014 and whose land is now in this one, the latest first; empty for other levels. */
  predecessors: Array<AreaSuccession>;
  /**
   * The province this neighbourhood lies in; null where no list of municipalities with their provinces was
   * imported.
   */
  province?: Maybe<Province>;
  /**
   * The municipalities that the land of this one belongs to since it ended; empty where it still exists, and for other levels, for which the
   * CBS publishes no such list. Mergers and splits since 2014.
   */
  successors: Array<AreaSuccession>;
  /**
   * Surface, urbanity, vehicles and distances of this area in one year. Without `period` the newest year
   * that has such figures for this area, null where none has; a year that nobody loaded is an error
   * PERIOD_NOT_PUBLISHED.
   */
  surroundings?: Maybe<SurroundingsProfile>;
  /**
   * Distances to shops, green space, transport and leisure of this area in one year. Without `period` the newest
   * year that has such figures for this area, null where none has; a year that nobody loaded is an error
   * PERIOD_NOT_PUBLISHED.
   */
  surroundingsProximity?: Maybe<SurroundingsProximityProfile>;
  /**
   * Distances to shops, green space, transport and leisure of this area over the years, the oldest first: all
   * there are, or those of `from` up to and including `to`.
   */
  surroundingsProximitySeries?: Maybe<Array<SurroundingsProximityProfile>>;
  /**
   * Surface, urbanity, vehicles and distances of this area over the years, the oldest first: all there
   * are, or those of `from` up to and including `to`.
   */
  surroundingsSeries?: Maybe<Array<SurroundingsProfile>>;
};


/** A neighbourhood (buurt): part of a district, the smallest area there are figures for. */
export type NeighbourhoodPopulationArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** A neighbourhood (buurt): part of a district, the smallest area there are figures for. */
export type NeighbourhoodPopulationSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/** A neighbourhood (buurt): part of a district, the smallest area there are figures for. */
export type NeighbourhoodSurroundingsArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** A neighbourhood (buurt): part of a district, the smallest area there are figures for. */
export type NeighbourhoodSurroundingsProximityArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** A neighbourhood (buurt): part of a district, the smallest area there are figures for. */
export type NeighbourhoodSurroundingsProximitySeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/** A neighbourhood (buurt): part of a district, the smallest area there are figures for. */
export type NeighbourhoodSurroundingsSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of neighbourhoods. */
export type NeighbourhoodConnection = {
  __typename?: 'NeighbourhoodConnection';
  /** The neighbourhoods of this page, each with its cursor. */
  edges: Array<NeighbourhoodEdge>;
  /** The neighbourhoods of this page. */
  nodes: Array<Neighbourhood>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** How many neighbourhoods there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page of neighbourhoods. */
export type NeighbourhoodEdge = {
  __typename?: 'NeighbourhoodEdge';
  /** Where to continue after this one. */
  cursor: Scalars['String']['output'];
  /** The neighbourhood. */
  node: Neighbourhood;
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
  /** The address where the person is registered (adres). */
  address?: Maybe<PersonAddress>;
  /** Age by the groups of the published figures, as the person reaches it this year (leeftijdsgroep). */
  ageGroup?: Maybe<AgeGroup>;
  /** Year of birth (geboortejaar). */
  birthYear?: Maybe<Scalars['Int']['output']>;
  /** The household the person lives in (huishouden). */
  household?: Maybe<PersonHousehold>;
  /** The id: opaque, and the same for a person in the whole graph. It is not a number by which anyone knows the person. */
  id: Scalars['ID']['output'];
  /** Given names and family name (naam). */
  name?: Maybe<Scalars['String']['output']>;
  /** The neighbourhood where the person lives or is registered (woonplaats); null where unknown. */
  residence?: Maybe<Area>;
};

/** An address. */
export type PersonAddress = {
  __typename?: 'PersonAddress';
  /** House number with its additions (huisnummer). */
  houseNumber?: Maybe<Scalars['String']['output']>;
  /** Place (plaats). */
  place?: Maybe<Scalars['String']['output']>;
  /** Postcode, four digits and two letters. */
  postcode?: Maybe<Scalars['String']['output']>;
  /** Street (straat). */
  street?: Maybe<Scalars['String']['output']>;
};

/** A page of people. */
export type PersonConnection = {
  __typename?: 'PersonConnection';
  /** The people of this page, each with its cursor. */
  edges?: Maybe<Array<PersonEdge>>;
  /** The people of this page; null, with an error CONSENT_MISSING, at the place of one who did not consent to what is asked. */
  nodes?: Maybe<Array<Maybe<Person>>>;
  /** Where this page lies in the whole. */
  pageInfo?: Maybe<PageInfo>;
  /** How many people there are on all pages together. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One of a page of people. */
export type PersonEdge = {
  __typename?: 'PersonEdge';
  /** Where to continue after this one. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** The person. */
  node?: Maybe<Person>;
};

/** The household of a person. */
export type PersonHousehold = {
  __typename?: 'PersonHousehold';
  /** What kind it is. */
  kind?: Maybe<HouseholdKind>;
  /** How many people live in it, this one included. */
  persons?: Maybe<Scalars['Int']['output']>;
};

/**
 * The inhabitants and households of one area in one year: sex, age, marital status, births, deaths and
 * kinds of households. Source: CBS, key figures for districts and neighbourhoods (Kerncijfers wijken en
 * buurten, KWB). A field is null where the source has no figure; `missing` says why.
 */
export type PopulationProfile = {
  __typename?: 'PopulationProfile';
  /**
   * Inhabitants aged 0 to 15 (inwoners van 0 tot 15 jaar) on 1 January, those of 15 not included.
   * Districts and neighbourhoods are rounded at random to a multiple of 5.
   */
  aged0To15?: Maybe<Scalars['Int']['output']>;
  /**
   * Inhabitants aged 15 to 25 (inwoners van 15 tot 25 jaar) on 1 January, those of 25 not included.
   * Districts and neighbourhoods are rounded at random to a multiple of 5.
   */
  aged15To25?: Maybe<Scalars['Int']['output']>;
  /**
   * Inhabitants aged 25 to 45 (inwoners van 25 tot 45 jaar) on 1 January, those of 45 not included.
   * Districts and neighbourhoods are rounded at random to a multiple of 5.
   */
  aged25To45?: Maybe<Scalars['Int']['output']>;
  /**
   * Inhabitants aged 45 to 65 (inwoners van 45 tot 65 jaar) on 1 January, those of 65 not included.
   * Districts and neighbourhoods are rounded at random to a multiple of 5.
   */
  aged45To65?: Maybe<Scalars['Int']['output']>;
  /**
   * Inhabitants aged 65 or older (inwoners van 65 jaar of ouder) on 1 January. Districts and
   * neighbourhoods are rounded at random to a multiple of 5.
   */
  aged65OrOlder?: Maybe<Scalars['Int']['output']>;
  /**
   * Average household size (gemiddelde huishoudensgrootte): people in private households divided by those
   * households, on 1 January, with one decimal.
   */
  averageHouseholdSize?: Maybe<Scalars['Float']['output']>;
  /** Live births (levendgeborenen) in this year, from 1 January to 31 December. */
  births?: Maybe<Scalars['Int']['output']>;
  /**
   * Live births per 1,000 inhabitants (levendgeborenen per 1 000 inwoners) of 1 January; can be high where
   * many people moved in during the year.
   * Missing where a district or neighbourhood with births has fewer than 10 inhabitants.
   */
  birthsPer1000?: Maybe<Scalars['Float']['output']>;
  /**
   * Why figures of this year do not compare with those of earlier years: one entry for each break that begins in it, of this municipality by a
   * merger or of one field by a new definition. Breaks by changed boundaries at every level are at `Area.breaks`.
   */
  breaks: Array<Break>;
  /** Deaths (overledenen) in this year, from 1 January to 31 December. */
  deaths?: Maybe<Scalars['Int']['output']>;
  /**
   * Deaths per 1,000 inhabitants (overledenen per 1 000 inwoners) of 1 January; high around a nursing
   * home.
   * Missing where a district or neighbourhood with deaths has fewer than 10 inhabitants.
   */
  deathsPer1000?: Maybe<Scalars['Float']['output']>;
  /**
   * Population density (bevolkingsdichtheid): inhabitants on 1 January per square kilometre of land.
   * Missing where fewer than 10 people live.
   */
  density?: Maybe<Scalars['Float']['output']>;
  /**
   * Divorced (gescheiden): inhabitants whose marriage or registered partnership had ended other than by
   * death, on 1 January. Districts and neighbourhoods are rounded at random to a multiple of 5.
   */
  divorced?: Maybe<Scalars['Int']['output']>;
  /**
   * Private households (particuliere huishoudens) on 1 January: one or more people who share a home and
   * provide for themselves. Institutional households are not counted.
   */
  households?: Maybe<Scalars['Int']['output']>;
  /**
   * Multi-person households with children (meerpersoonshuishoudens met kinderen) on 1 January: couples
   * with children, married or not, and one-parent households.
   */
  householdsWithChildren?: Maybe<Scalars['Int']['output']>;
  /**
   * Multi-person households without children (meerpersoonshuishoudens zonder kinderen) on 1 January:
   * couples without children, married or not, and other households.
   */
  householdsWithoutChildren?: Maybe<Scalars['Int']['output']>;
  /**
   * Inhabitants (inwoners) of this area on 1 January: everyone in the population register of a Dutch
   * municipality. Districts and neighbourhoods are rounded at random to a multiple of 5, so that parts
   * need not add up to the whole.
   */
  inhabitants?: Maybe<Scalars['Int']['output']>;
  /**
   * Married (gehuwd): inhabitants who on 1 January were married or in a registered partnership, those
   * legally separated included. Districts and neighbourhoods are rounded at random to a multiple of 5.
   */
  married?: Maybe<Scalars['Int']['output']>;
  /**
   * Men (mannen) among the inhabitants on 1 January. Districts and neighbourhoods are rounded at random to
   * a multiple of 5.
   */
  men?: Maybe<Scalars['Int']['output']>;
  /** Why figures of this profile are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /**
   * Never married (ongehuwd): inhabitants who on 1 January had never married nor entered into a registered
   * partnership, children included. Districts and neighbourhoods are rounded at random to a multiple of 5.
   */
  neverMarried?: Maybe<Scalars['Int']['output']>;
  /** One-person households (eenpersoonshuishoudens) on 1 January. */
  onePersonHouseholds?: Maybe<Scalars['Int']['output']>;
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
   * Widowed (verweduwd): inhabitants whose marriage or registered partnership had ended by the death of
   * the partner, on 1 January. Districts and neighbourhoods are rounded at random to a multiple of 5.
   */
  widowed?: Maybe<Scalars['Int']['output']>;
  /**
   * Women (vrouwen) among the inhabitants on 1 January. Districts and neighbourhoods are rounded at random
   * to a multiple of 5.
   */
  women?: Maybe<Scalars['Int']['output']>;
};

/** A province (provincie); known where a list of municipalities with their provinces was imported. */
export type Province = Area & {
  __typename?: 'Province';
  /**
   * The years from which figures of this area do not compare with those before because its boundary changed, the oldest first: by mergers of
   * municipalities since 2014, and where the CBS marks the area in a table that was imported (`surroundings.boundaryChange`).
   */
  breaks: Array<Break>;
  /** The code, such as PV27; may change from year to year. */
  code: Scalars['ID']['output'];
  /** The country this province lies in. */
  country?: Maybe<Country>;
  /** Whether this area was made from the codes of the areas within it, because no imported file had it. */
  derived: Scalars['Boolean']['output'];
  /** Null: a province does not lie in one district. */
  district?: Maybe<District>;
  /** Which of the five levels this is. */
  level: AreaLevel;
  /** The municipalities of this province in one year, by code. */
  municipalities: MunicipalityConnection;
  /** Null: a province does not lie in one municipality. */
  municipality?: Maybe<Municipality>;
  /** The name in the newest year that has one; the code where no file gave a name. Not unique. */
  name: Scalars['String']['output'];
  /** The years in which this code is known, the oldest first. */
  periods: Array<Scalars['Int']['output']>;
  /**
   * Inhabitants and households of this area in one year. Without `period` the newest year that has such
   * figures for this area, null where none has; a year that nobody loaded is an error
   * PERIOD_NOT_PUBLISHED.
   */
  population?: Maybe<PopulationProfile>;
  /**
   * Inhabitants and households of this area over the years, the oldest first: all there are, or those of
   * `from` up to and including `to`.
   */
  populationSeries?: Maybe<Array<PopulationProfile>>;
  /** The municipalities that ended since 2014 and whose land is now in this one, the latest first; empty for other levels. */
  predecessors: Array<AreaSuccession>;
  /** This province itself, so that areas of all levels can be queried alike. */
  province?: Maybe<Province>;
  /**
   * The municipalities that the land of this one belongs to since it ended; empty where it still exists, and for other levels, for which the
   * CBS publishes no such list. Mergers and splits since 2014.
   */
  successors: Array<AreaSuccession>;
  /**
   * Surface, urbanity, vehicles and distances of this area in one year. Without `period` the newest year
   * that has such figures for this area, null where none has; a year that nobody loaded is an error
   * PERIOD_NOT_PUBLISHED.
   */
  surroundings?: Maybe<SurroundingsProfile>;
  /**
   * Distances to shops, green space, transport and leisure of this area in one year. Without `period` the newest
   * year that has such figures for this area, null where none has; a year that nobody loaded is an error
   * PERIOD_NOT_PUBLISHED.
   */
  surroundingsProximity?: Maybe<SurroundingsProximityProfile>;
  /**
   * Distances to shops, green space, transport and leisure of this area over the years, the oldest first: all
   * there are, or those of `from` up to and including `to`.
   */
  surroundingsProximitySeries?: Maybe<Array<SurroundingsProximityProfile>>;
  /**
   * Surface, urbanity, vehicles and distances of this area over the years, the oldest first: all there
   * are, or those of `from` up to and including `to`.
   */
  surroundingsSeries?: Maybe<Array<SurroundingsProfile>>;
};


/** A province (provincie); known where a list of municipalities with their provinces was imported. */
export type ProvinceMunicipalitiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** A province (provincie); known where a list of municipalities with their provinces was imported. */
export type ProvincePopulationArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** A province (provincie); known where a list of municipalities with their provinces was imported. */
export type ProvincePopulationSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/** A province (provincie); known where a list of municipalities with their provinces was imported. */
export type ProvinceSurroundingsArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** A province (provincie); known where a list of municipalities with their provinces was imported. */
export type ProvinceSurroundingsProximityArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/** A province (provincie); known where a list of municipalities with their provinces was imported. */
export type ProvinceSurroundingsProximitySeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/** A province (provincie); known where a list of municipalities with their provinces was imported. */
export type ProvinceSurroundingsSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of provinces. */
export type ProvinceConnection = {
  __typename?: 'ProvinceConnection';
  /** The provinces of this page, each with its cursor. */
  edges: Array<ProvinceEdge>;
  /** The provinces of this page. */
  nodes: Array<Province>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** How many provinces there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page of provinces. */
export type ProvinceEdge = {
  __typename?: 'ProvinceEdge';
  /** Where to continue after this one. */
  cursor: Scalars['String']['output'];
  /** The province. */
  node: Province;
};

export type Query = {
  __typename?: 'Query';
  /** One area of any level by code; null where that code does not exist. A malformed code is an error BAD_AREA_CODE. */
  area?: Maybe<Area>;
  /**
   * Areas of any level by code, in the order asked: null at the place of a code that does not exist, null and an
   * error BAD_AREA_CODE at the place of a malformed one.
   */
  areas?: Maybe<Array<Maybe<Area>>>;
  /** The caller's own clients, in an order that reveals nothing about them. */
  caseload?: Maybe<PersonConnection>;
  /**
   * The country by code; null where that code does not exist. A malformed code is an error BAD_AREA_CODE. Without a code the country
   * that has figures: the Netherlands (NL00) where they are loaded, else the synthetic country (NL99).
   */
  country?: Maybe<Country>;
  /** What is loaded: each domain adds its own field. */
  datasets?: Maybe<Datasets>;
  /** One district by code; null where that code does not exist. A malformed code is an error BAD_AREA_CODE. */
  district?: Maybe<District>;
  /** The caller's own record, and when it was read. Null where no record of the caller is kept. */
  me?: Maybe<Person>;
  /** One municipality by code; null where that code does not exist. A malformed code is an error BAD_AREA_CODE. */
  municipality?: Maybe<Municipality>;
  /** One neighbourhood by code; null where that code does not exist. A malformed code is an error BAD_AREA_CODE. */
  neighbourhood?: Maybe<Neighbourhood>;
  /** One person by id. Null where there is none, and also where the person is not in the caseload of the caller. */
  person?: Maybe<Person>;
  /**
   * One person by citizen service number (burgerservicenummer, BSN), to find the id: send it as a variable only. Null where there is
   * none, and also where the person is not in the caseload of the caller. A number that fails the eleven-test is an error BAD_ARGUMENT.
   */
  personByCitizenServiceNumber?: Maybe<Person>;
  /** One province by code; null where that code does not exist. A malformed code is an error BAD_AREA_CODE. */
  province?: Maybe<Province>;
  /**
   * One region by code; null where that code does not exist, in that year where one is given. A malformed code is an error BAD_ARGUMENT, a
   * year that no region is loaded of PERIOD_NOT_PUBLISHED.
   */
  region?: Maybe<Region>;
  /**
   * Regions by code. Real and invented regions are both here: `country` tells them apart. A year that no region is loaded of is an error
   * PERIOD_NOT_PUBLISHED.
   */
  regions?: Maybe<RegionConnection>;
  /** Areas whose name contains these words, by name; diacritics and case do not matter. */
  searchAreas?: Maybe<AreaConnection>;
};


export type QueryAreaArgs = {
  code: Scalars['ID']['input'];
};


export type QueryAreasArgs = {
  codes: Array<Scalars['ID']['input']>;
};


export type QueryCaseloadArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryCountryArgs = {
  code?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryDistrictArgs = {
  code: Scalars['ID']['input'];
};


export type QueryMunicipalityArgs = {
  code: Scalars['ID']['input'];
};


export type QueryNeighbourhoodArgs = {
  code: Scalars['ID']['input'];
};


export type QueryPersonArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPersonByCitizenServiceNumberArgs = {
  number: Scalars['String']['input'];
};


export type QueryProvinceArgs = {
  code: Scalars['ID']['input'];
};


export type QueryRegionArgs = {
  code: Scalars['ID']['input'];
  period?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryRegionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  kind?: InputMaybe<RegionKind>;
  period?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySearchAreasArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  level?: InputMaybe<AreaLevel>;
  name: Scalars['String']['input'];
  within?: InputMaybe<Scalars['ID']['input']>;
};

/**
 * A group of municipalities that work together, or are served together, in one domain (regio). Regions of different kinds overlap; those
 * of one kind do not. What it is called and which municipalities are in it may change from year to year: `period` tells of which year this is.
 */
export type Region = {
  __typename?: 'Region';
  /**
   * The code: two letters for the kind and digits, such as AM18. Those of the CBS where it has the kind; codes of four digits from 9001 on
   * belong to invented regions.
   */
  code: Scalars['ID']['output'];
  /** The country its municipalities lie in; they are real or invented, never both. */
  country?: Maybe<Country>;
  /** What it is a region for. */
  kind: RegionKind;
  /** The municipalities in this region in this year, by code. */
  municipalities: MunicipalityConnection;
  /** The codes of all municipalities in this region in this year, in order. */
  municipalityCodes: Array<Scalars['ID']['output']>;
  /** The name in this year. */
  name: Scalars['String']['output'];
  /** The year that the name and the municipalities are of, as on 1 January. */
  period: Scalars['Int']['output'];
  /** The years in which this code is known, the oldest first. */
  periods: Array<Scalars['Int']['output']>;
  /** Where this division comes from. */
  source: Source;
};


/**
 * A group of municipalities that work together, or are served together, in one domain (regio). Regions of different kinds overlap; those
 * of one kind do not. What it is called and which municipalities are in it may change from year to year: `period` tells of which year this is.
 */
export type RegionMunicipalitiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** A page of regions. */
export type RegionConnection = {
  __typename?: 'RegionConnection';
  /** The regions of this page, each with its cursor. */
  edges: Array<RegionEdge>;
  /** The regions of this page. */
  nodes: Array<Region>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** How many regions there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page of regions. */
export type RegionEdge = {
  __typename?: 'RegionEdge';
  /** Where to continue after this one. */
  cursor: Scalars['String']['output'];
  /** The region. */
  node: Region;
};

/** What a region is for. */
export type RegionKind =
  /**
   * Public health services (GGD-regio); codes GG.
   *
   * NL: GGD-regio. Gemeenten met samen een gezondheidsdienst (GGD).
   */
  | 'GGD'
  /**
   * Agreements on building homes (woondealregio); codes WD. The CBS does not publish it.
   *
   * NL: Woondealregio. Gemeenten die samen afspraken hebben over het bouwen van woningen.
   */
  | 'HOUSING_DEAL'
  /**
   * Services to employers and people who seek work (arbeidsmarktregio); codes AM.
   *
   * NL: Arbeidsmarktregio. Gemeenten die samen werkgevers en werkzoekenden helpen.
   */
  | 'LABOUR_MARKET'
  /**
   * Early school leaving and attendance (RMC-regio, regionaal meld- en coördinatiepunt); codes MC.
   *
   * NL: RMC-regio. Gemeenten die samen zorgen dat jongeren naar school gaan en niet te vroeg stoppen.
   */
  | 'SCHOOL_ATTENDANCE'
  /**
   * Shelter and sheltered housing, for which a central municipality has the task and the money of those around it (regio van een
   * centrumgemeente voor maatschappelijke opvang); codes CG. The CBS does not publish it.
   *
   * NL: Regio voor maatschappelijke opvang. Gemeenten rond een centrumgemeente die opvang en beschermd wonen regelt.
   */
  | 'SHELTER'
  /**
   * Youth care that municipalities buy together (jeugdregio, formerly jeugdzorgregio); codes JZ.
   *
   * NL: Jeugdregio. Gemeenten die samen jeugdhulp inkopen.
   */
  | 'YOUTH_CARE';

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
 * The surroundings of one area in one year: surface, urbanity, postcode, motor vehicles and the distance
 * to daily shops and day nurseries. Source: CBS, key figures for districts and neighbourhoods (Kerncijfers
 * wijken en buurten, KWB). A field is null where the source has no figure; `missing` says why.
 */
export type SurroundingsProfile = {
  __typename?: 'SurroundingsProfile';
  /**
   * Surrounding address density (omgevingsadressendichtheid) on 1 January: addresses per square kilometre
   * within one kilometre of an address, averaged over all addresses of this area.
   */
  addressDensity?: Maybe<Scalars['Float']['output']>;
  /**
   * Boundary change since the year before (indelingswijziging): 1 code and boundary are the same, though
   * the name may be another; 2 the code changed but not the boundary, so that figures compare once the
   * earlier code is known; 3 the boundary moved by about 5 metres or more, with or without a new code, so
   * that figures do not simply compare with the year before. `breaks` of the area lists the years of 3.
   * Missing for the country.
   */
  boundaryChange?: Maybe<Scalars['Int']['output']>;
  /**
   * Why figures of this year do not compare with those of earlier years: one entry for each break that begins in it, of this municipality by a
   * merger or of one field by a new definition. Breaks by changed boundaries at every level are at `Area.breaks`.
   */
  breaks: Array<Break>;
  /**
   * Degree of urbanisation (mate van stedelijkheid), by address density: 1 extremely urbanised (2,500
   * addresses per square kilometre or more), 2 strongly (1,500 to 2,500), 3 moderately (1,000 to 1,500), 4
   * hardly (500 to 1,000), 5 not urbanised (fewer than 500).
   */
  degreeOfUrbanisation?: Maybe<Scalars['Int']['output']>;
  /**
   * Distance to the nearest day nursery (afstand tot kinderdagverblijf) for children of 0 to 4, by road,
   * averaged over the inhabitants of this area, with one decimal.
   */
  distanceToDayNursery?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest large supermarket (afstand tot grote supermarkt) of at least 150 square
   * metres, by road, averaged over the inhabitants of this area, with one decimal.
   */
  distanceToLargeSupermarket?: Maybe<Scalars['Float']['output']>;
  /** Land area (oppervlakte land), in whole hectares. */
  landArea?: Maybe<Scalars['Int']['output']>;
  /** Why figures of this profile are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /**
   * Most common postcode (meest voorkomende postcode): the four digits that most addresses of this area
   * have, on 1 January. Given for neighbourhoods.
   */
  mostCommonPostcode?: Maybe<Scalars['String']['output']>;
  /** Motorcycles (motorfietsen) registered to addresses in this area on 1 January, mopeds not included. */
  motorcycles?: Maybe<Scalars['Int']['output']>;
  /**
   * Passenger cars (personenauto's) registered to addresses in this area on 1 January, taxis and camper
   * vans included. Cars of lease and rental companies count at the address of the company.
   */
  passengerCars?: Maybe<Scalars['Int']['output']>;
  /**
   * Passenger cars on other fuel (personenauto's met overige brandstof) on 1 January: diesel, liquefied
   * petroleum gas, electricity, hybrids, hydrogen and the like.
   */
  passengerCarsOtherFuel?: Maybe<Scalars['Int']['output']>;
  /**
   * Passenger cars per household (personenauto's per huishouden) on 1 January, with one decimal. Cars of
   * lease and rental companies count at the address of the company.
   * Missing where there are fewer than 50 households, or more than 2.5 cars per household.
   */
  passengerCarsPerHousehold?: Maybe<Scalars['Float']['output']>;
  /**
   * Passenger cars per square kilometre (personenauto's naar oppervlakte) of land on 1 January.
   * Missing where there are fewer than 50 households, or more than 2.5 cars per household.
   */
  passengerCarsPerSquareKilometre?: Maybe<Scalars['Float']['output']>;
  /** Passenger cars on petrol (personenauto's op benzine) on 1 January. */
  passengerCarsPetrol?: Maybe<Scalars['Int']['output']>;
  /** The year these figures describe. */
  period: Scalars['Int']['output'];
  /**
   * Coverage of the most common postcode (dekkingspercentage van de postcode), in classes by the share of
   * addresses that have it: 1 over 90 %, 2 81 to 90 %, 3 71 to 80 %, 4 61 to 70 %, 5 51 to 60 %, 6 at most
   * 50 %. Given for neighbourhoods.
   */
  postcodeCoverage?: Maybe<Scalars['Int']['output']>;
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
   * Total surface area (oppervlakte totaal): land and water together, in whole hectares. Municipalities
   * include their tidal water, districts and neighbourhoods do not.
   */
  surfaceArea?: Maybe<Scalars['Int']['output']>;
  /**
   * Water area (oppervlakte water), in whole hectares: inland water wider than 6 metres and, for
   * municipalities, tidal water.
   */
  waterArea?: Maybe<Scalars['Int']['output']>;
};

/**
 * How far shops, green space, transport and amenities of leisure are from the inhabitants of one area in one
 * year, and how many are near. Some figures are in `surroundings` from the key figures (KWB) too: two sources of
 * one figure, never mixed in one series. Source: CBS, distances to amenities (Nabijheid voorzieningen; afstand
 * locatie, wijk- en buurtcijfers). A field is null where the source has no figure; `missing` says why.
 */
export type SurroundingsProximityProfile = {
  __typename?: 'SurroundingsProximityProfile';
  /**
   * Attractions within 10 km (attracties binnen 10 km), by road: how many an inhabitant of this area has so near,
   * on average.
   */
  attractionsWithin10Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Attractions within 20 km (attracties binnen 20 km), by road: how many an inhabitant of this area has so near,
   * on average.
   */
  attractionsWithin20Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Attractions within 50 km (attracties binnen 50 km), by road: how many an inhabitant of this area has so near,
   * on average.
   */
  attractionsWithin50Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Why figures of this year do not compare with those of earlier years: one entry for each break that begins in it, of this municipality by a
   * merger or of one field by a new definition. Breaks by changed boundaries at every level are at `Area.breaks`.
   */
  breaks: Array<Break>;
  /** Cafés within 1 km (cafés binnen 1 km), by road: how many an inhabitant of this area has so near, on average. */
  cafesWithin1Km?: Maybe<Scalars['Float']['output']>;
  /** Cafés within 3 km (cafés binnen 3 km), by road: how many an inhabitant of this area has so near, on average. */
  cafesWithin3Km?: Maybe<Scalars['Float']['output']>;
  /** Cafés within 5 km (cafés binnen 5 km), by road: how many an inhabitant of this area has so near, on average. */
  cafesWithin5Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Cinemas within 5 km (bioscopen binnen 5 km), by road: how many an inhabitant of this area has so near, on
   * average.
   */
  cinemasWithin5Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Cinemas within 10 km (bioscopen binnen 10 km), by road: how many an inhabitant of this area has so near, on
   * average.
   */
  cinemasWithin10Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Cinemas within 20 km (bioscopen binnen 20 km), by road: how many an inhabitant of this area has so near, on
   * average.
   */
  cinemasWithin20Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Department stores within 5 km (warenhuizen binnen 5 km), by road: how many an inhabitant of this area has so
   * near, on average.
   */
  departmentStoresWithin5Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Department stores within 10 km (warenhuizen binnen 10 km), by road: how many an inhabitant of this area has so
   * near, on average.
   */
  departmentStoresWithin10Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Department stores within 20 km (warenhuizen binnen 20 km), by road: how many an inhabitant of this area has so
   * near, on average.
   */
  departmentStoresWithin20Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest allotment garden (afstand tot volkstuin), by road, averaged over the inhabitants of
   * this area, in kilometres.
   */
  distanceToAllotmentGarden?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest attraction (afstand tot attractie), by road, averaged over the inhabitants of this
   * area, in kilometres.
   */
  distanceToAttraction?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest café or the like (afstand tot café e.d.), by road, averaged over the inhabitants of
   * this area, in kilometres.
   */
  distanceToCafe?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest cemetery (afstand tot begraafplaats), by road, averaged over the inhabitants of this
   * area, in kilometres.
   */
  distanceToCemetery?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest cinema (afstand tot bioscoop), by road, averaged over the inhabitants of this area, in
   * kilometres.
   */
  distanceToCinema?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest area for day recreation (afstand tot dagrecreatief terrein), by road, averaged over
   * the inhabitants of this area, in kilometres.
   */
  distanceToDayRecreationArea?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest department store (afstand tot warenhuis), by road, averaged over the inhabitants of
   * this area, in kilometres.
   */
  distanceToDepartmentStore?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest dry open natural area (afstand tot open droog nat. terrein), by road, averaged over
   * the inhabitants of this area, in kilometres.
   */
  distanceToDryOpenNaturalArea?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest fire station (afstand tot brandweerkazerne), by road, averaged over the inhabitants of
   * this area, in kilometres.
   */
  distanceToFireStation?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest area for recreation with overnight stay (afstand tot verblijfsrecreatief terrein), by
   * road, averaged over the inhabitants of this area, in kilometres.
   */
  distanceToHolidayRecreationArea?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest hotel or the like (afstand tot hotel e.d.), by road, averaged over the inhabitants of
   * this area, in kilometres.
   */
  distanceToHotel?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest artificial ice rink (afstand tot kunstijsbaan), by road, averaged over the inhabitants
   * of this area, in kilometres.
   */
  distanceToIceRink?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest large supermarket (afstand tot grote supermarkt), by road, averaged over the
   * inhabitants of this area, in kilometres.
   */
  distanceToLargeSupermarket?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest library (afstand tot bibliotheek), by road, averaged over the inhabitants of this
   * area, in kilometres.
   */
  distanceToLibrary?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest major interchange station (afstand tot belangrijk overstapstation), by road, averaged
   * over the inhabitants of this area, in kilometres.
   */
  distanceToMainInterchangeStation?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest slip road of a main road (afstand tot oprit hoofdverkeersweg), by road, averaged over
   * the inhabitants of this area, in kilometres.
   */
  distanceToMainRoadAccess?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest museum (afstand tot museum), by road, averaged over the inhabitants of this area, in
   * kilometres.
   */
  distanceToMuseum?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest open natural area (afstand tot open nat. terrein totaal), by road, averaged over the
   * inhabitants of this area, in kilometres.
   */
  distanceToOpenNaturalArea?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest other shop for daily groceries (afstand tot ov. dagel. levensmiddelen), by road,
   * averaged over the inhabitants of this area, in kilometres.
   */
  distanceToOtherDailyGroceries?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest park or public garden (afstand tot park of plantsoen), by road, averaged over the
   * inhabitants of this area, in kilometres.
   */
  distanceToPark?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest venue for performing arts (afstand tot podiumkunsten totaal), by road, averaged over
   * the inhabitants of this area, in kilometres.
   */
  distanceToPerformingArtsVenue?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest venue for pop music (afstand tot poppodium), by road, averaged over the inhabitants of
   * this area, in kilometres.
   */
  distanceToPopMusicVenue?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest public green space (afstand tot openbaar groen totaal), by road, averaged over the
   * inhabitants of this area, in kilometres.
   */
  distanceToPublicGreenSpace?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest railway station (afstand tot treinstations totaal), by road, averaged over the
   * inhabitants of this area, in kilometres.
   */
  distanceToRailwayStation?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest inland water for recreation (afstand tot recreatief binnenwater), by road, averaged
   * over the inhabitants of this area, in kilometres.
   */
  distanceToRecreationalInlandWater?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest restaurant (afstand tot restaurant), by road, averaged over the inhabitants of this
   * area, in kilometres.
   */
  distanceToRestaurant?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest sauna (afstand tot sauna), by road, averaged over the inhabitants of this area, in
   * kilometres.
   */
  distanceToSauna?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest semi-public green space (afstand tot semi-openbaar groen totaal), by road, averaged
   * over the inhabitants of this area, in kilometres.
   */
  distanceToSemiPublicGreenSpace?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest snack bar or the like (afstand tot cafetaria e.d.), by road, averaged over the
   * inhabitants of this area, in kilometres.
   */
  distanceToSnackBar?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest sports ground (afstand tot sportterrein), by road, averaged over the inhabitants of
   * this area, in kilometres.
   */
  distanceToSportsGround?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest swimming pool (afstand tot zwembad), by road, averaged over the inhabitants of this
   * area, in kilometres.
   */
  distanceToSwimmingPool?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest tanning salon (afstand tot zonnebank), by road, averaged over the inhabitants of this
   * area, in kilometres.
   */
  distanceToTanningSalon?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest wet open natural area (afstand tot open nat natuurlijk terrein), by road, averaged
   * over the inhabitants of this area, in kilometres.
   */
  distanceToWetOpenNaturalArea?: Maybe<Scalars['Float']['output']>;
  /**
   * Distance to the nearest woodland (afstand tot bos), by road, averaged over the inhabitants of this area, in
   * kilometres.
   */
  distanceToWoodland?: Maybe<Scalars['Float']['output']>;
  /**
   * Hotels and the like within 5 km (hotels e.d. binnen 5 km), by road: how many an inhabitant of this area has so
   * near, on average.
   */
  hotelsWithin5Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Hotels and the like within 10 km (hotels e.d. binnen 10 km), by road: how many an inhabitant of this area has
   * so near, on average.
   */
  hotelsWithin10Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Hotels and the like within 20 km (hotels e.d. binnen 20 km), by road: how many an inhabitant of this area has
   * so near, on average.
   */
  hotelsWithin20Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Large supermarkets within 1 km (grote supermarkten binnen 1 km), by road: how many an inhabitant of this area
   * has so near, on average.
   */
  largeSupermarketsWithin1Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Large supermarkets within 3 km (grote supermarkten binnen 3 km), by road: how many an inhabitant of this area
   * has so near, on average.
   */
  largeSupermarketsWithin3Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Large supermarkets within 5 km (grote supermarkten binnen 5 km), by road: how many an inhabitant of this area
   * has so near, on average.
   */
  largeSupermarketsWithin5Km?: Maybe<Scalars['Float']['output']>;
  /** Why figures of this profile are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /** Museums within 5 km (musea binnen 5 km), by road: how many an inhabitant of this area has so near, on average. */
  museumsWithin5Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Museums within 10 km (musea binnen 10 km), by road: how many an inhabitant of this area has so near, on
   * average.
   */
  museumsWithin10Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Museums within 20 km (musea binnen 20 km), by road: how many an inhabitant of this area has so near, on
   * average.
   */
  museumsWithin20Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Other shops for daily groceries within 1 km (overige dagelijkse levensmiddelen binnen 1 km), by road: how many
   * an inhabitant of this area has so near, on average.
   */
  otherDailyGroceriesWithin1Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Other shops for daily groceries within 3 km (overige dagelijkse levensmiddelen binnen 3 km), by road: how many
   * an inhabitant of this area has so near, on average.
   */
  otherDailyGroceriesWithin3Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Other shops for daily groceries within 5 km (overige dagelijkse levensmiddelen binnen 5 km), by road: how many
   * an inhabitant of this area has so near, on average.
   */
  otherDailyGroceriesWithin5Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Venues for performing arts within 5 km (podiumkunsten totaal binnen 5 km), by road: how many an inhabitant of
   * this area has so near, on average.
   */
  performingArtsVenuesWithin5Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Venues for performing arts within 10 km (podiumkunsten totaal binnen 10 km), by road: how many an inhabitant
   * of this area has so near, on average.
   */
  performingArtsVenuesWithin10Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Venues for performing arts within 20 km (podiumkunsten totaal binnen 20 km), by road: how many an inhabitant
   * of this area has so near, on average.
   */
  performingArtsVenuesWithin20Km?: Maybe<Scalars['Float']['output']>;
  /** The year these figures describe. */
  period: Scalars['Int']['output'];
  /**
   * Restaurants within 1 km (restaurants binnen 1 km), by road: how many an inhabitant of this area has so near,
   * on average.
   */
  restaurantsWithin1Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Restaurants within 3 km (restaurants binnen 3 km), by road: how many an inhabitant of this area has so near,
   * on average.
   */
  restaurantsWithin3Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Restaurants within 5 km (restaurants binnen 5 km), by road: how many an inhabitant of this area has so near,
   * on average.
   */
  restaurantsWithin5Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Snack bars and the like within 1 km (cafetaria's e.d. binnen 1 km), by road: how many an inhabitant of this
   * area has so near, on average.
   */
  snackBarsWithin1Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Snack bars and the like within 3 km (cafetaria's e.d. binnen 3 km), by road: how many an inhabitant of this
   * area has so near, on average.
   */
  snackBarsWithin3Km?: Maybe<Scalars['Float']['output']>;
  /**
   * Snack bars and the like within 5 km (cafetaria's e.d. binnen 5 km), by road: how many an inhabitant of this
   * area has so near, on average.
   */
  snackBarsWithin5Km?: Maybe<Scalars['Float']['output']>;
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
