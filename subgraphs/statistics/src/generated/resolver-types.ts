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

/** Why there is no figure of several areas together. */
export type AggregateGap =
  /**
   * An area lacks its figure, or the one it is weighted by: `lacking` says which.
   *
   * NL: Cijfers ontbreken. Van een of meer gebieden ontbreekt een cijfer dat nodig is.
   */
  | 'MEMBERS_LACK_FIGURES'
  /**
   * What the figure is weighted by is 0 in all areas.
   *
   * NL: Niets om mee te wegen. Het aantal waarmee wordt gewogen is in alle gebieden 0.
   */
  | 'NOTHING_TO_WEIGH_BY'
  /**
   * There are no such areas in this year.
   *
   * NL: Geen gebieden. In dit jaar zijn er geen gebieden die meetellen.
   */
  | 'NO_MEMBERS';

/** A figure of several areas together. Computed by this graph, and published by nobody. */
export type AggregatedFigure = {
  __typename?: 'AggregatedFigure';
  /** What it is computed from: the indicator, its year, unit and tables. */
  column: StatisticsColumn;
  /** Always true: it is computed from published figures, and is not one itself. */
  computed: Scalars['Boolean']['output'];
  /** How it is computed. */
  formula: Scalars['String']['output'];
  /** How many areas have all that the figure needs of them. */
  included: Scalars['Int']['output'];
  /** The areas that lack what the figure needs of them, in order of their code. */
  lacking: Array<LackingMember>;
  /** How many areas lack what the figure needs of them. */
  lackingCount: Scalars['Int']['output'];
  /**
   * What the figure is at least, whatever the missing ones are: the sum of those that are known, for counts cannot be under 0. The figure itself where
   * there is one; null where nothing is sure.
   */
  lower?: Maybe<Scalars['Float']['output']>;
  /** How many areas are taken together, those that lack a figure included. */
  memberCount: Scalars['Int']['output'];
  /** The codes of the areas that are taken together, in order. */
  members: Array<Scalars['ID']['output']>;
  /** Why `value` is null; null where it is not. */
  missing?: Maybe<AggregateGap>;
  /** Its unit. */
  unit: Unit;
  /** What the figure is at most, whatever the missing ones are: for a share, with 100 per cent in their place. Null where nothing is sure. */
  upper?: Maybe<Scalars['Float']['output']>;
  /**
   * The figure, in `unit`. Null where an area lacks what it needs: `missing` says why and `lacking` which. An area whose weight is 0 needs no figure,
   * for it adds nothing.
   */
  value?: Maybe<Scalars['Float']['output']>;
  /** The id of the indicator that it is weighted by; null for a sum. */
  weight?: Maybe<Scalars['ID']['output']>;
};


/** A figure of several areas together. Computed by this graph, and published by nobody. */
export type AggregatedFigureLackingArgs = {
  first?: Scalars['Int']['input'];
};


/** A figure of several areas together. Computed by this graph, and published by nobody. */
export type AggregatedFigureMembersArgs = {
  first?: Scalars['Int']['input'];
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
   * Figures of this area beside those of its peers: the median and range of each indicator. Computed from published figures only; an id that is no
   * indicator of numbers is an error BAD_ARGUMENT that names the nearest ones.
   */
  likeUs?: Maybe<LikeUs>;
  /**
   * The areas of this level and country that are nearest to this one in inhabitants (population.inhabitants), urbanity
   * (surroundings.addressDensity), tenure (housing.ownerOccupiedShare and housing.housingCorporationShare) and incomes
   * (labourMarket.averageIncomePerInhabitant): of a municipality, municipalities. Inhabitants and density are compared by their logarithm, for
   * twice as many is as far at any size. By other indicators: `similarAreas`. An area that came after the last refresh is an error NOT_REFRESHED.
   */
  peers?: Maybe<SimilarAreas>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaLikeUsArgs = {
  indicators: Array<Scalars['ID']['input']>;
  peers?: Scalars['Int']['input'];
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaPeersArgs = {
  first?: Scalars['Int']['input'];
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

/** A page of areas that meet the conditions. */
export type AreasWhereConnection = {
  __typename?: 'AreasWhereConnection';
  /** The figures that were filtered and sorted on, each once, in the order they are named. */
  columns: Array<StatisticsColumn>;
  /** When the figures were gathered from the domains: date and time in UTC, ISO 8601. */
  computedAt: Scalars['String']['output'];
  /** The areas of this page, each with the figures that were filtered and sorted on. */
  edges: Array<AreasWhereEdge>;
  /** The areas of this page. */
  nodes: Array<Area>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** The year whose areas these are: the newest of `columns`. */
  period: Scalars['Int']['output'];
  /** Whether figures were imported since: the next refresh may change this answer. */
  stale: Scalars['Boolean']['output'];
  /** How many areas meet the conditions, all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** An area that meets the conditions. */
export type AreasWhereEdge = {
  __typename?: 'AreasWhereEdge';
  /** Where it is in the list, to be given as `after`. */
  cursor: Scalars['String']['output'];
  /** The area. */
  node: Area;
  /** Its figures that were filtered and sorted on, in the order of `columns`. */
  values: Array<StatisticsFigure>;
};

/** How the figures of one indicator are spread over areas of one level, in one year. */
export type Distribution = {
  __typename?: 'Distribution';
  /** Areas of this level within this area in that year: `n`, `missing` and `withoutWeight` together. */
  areas: Scalars['Int']['output'];
  /** What it is of: the indicator, its year, unit and tables. */
  column: StatisticsColumn;
  /** When the figures were gathered from the domains: date and time in UTC, ISO 8601. */
  computedAt: Scalars['String']['output'];
  /** The nine deciles, from the 10th to the 90th per cent, as quantiles of type 7; null where `n` is 0. */
  deciles?: Maybe<Array<Scalars['Float']['output']>>;
  /**
   * How many areas have which figures, from the least to the greatest, empty bins included. Bins are as wide as each other, with edges that are
   * multiples of 1, 2 or 5 times a power of ten. One bin without width where all figures are equal; empty where `n` is 0.
   */
  histogram: Array<HistogramBin>;
  /** The level of the areas. */
  level: AreaLevel;
  /** The greatest figure; null where `n` is 0. */
  maximum?: Maybe<Scalars['Float']['output']>;
  /**
   * The mean, in the unit of the indicator; null where `n` is 0. Without weights it is the mean of areas, whatever their size: for the figure of
   * the whole see `aggregate`.
   */
  mean?: Maybe<Scalars['Float']['output']>;
  /** The least figure; null where `n` is 0. */
  minimum?: Maybe<Scalars['Float']['output']>;
  /** Areas without a figure, by reason. */
  missing: Array<MissingAreas>;
  /** Areas whose figures are in this answer. */
  n: Scalars['Int']['output'];
  /**
   * The first quartile, the median and the third quartile. Null where `n` is 0. Quantiles are of type 7 (R, NumPy, pandas): of n sorted
   * figures the one at (n - 1) p from the first, between two neighbours in a straight line. With weights they are those of the list in
   * which each area stands as often as it has inhabitants.
   */
  quartiles?: Maybe<Quartiles>;
  /** Whether figures were imported since: the next refresh may change this answer. */
  stale: Scalars['Boolean']['output'];
  /**
   * The standard deviation, in the unit of the indicator; null where `n` is 0. These are all areas and no sample, so it divides by `n`
   * (numpy.std), not by n - 1 (sd of R).
   */
  standardDeviation?: Maybe<Scalars['Float']['output']>;
  /** What the areas together count for, such as their inhabitants; null without `weightedBy`. */
  totalWeight?: Maybe<Scalars['Float']['output']>;
  /** What each area counted for, and its year, which is that of the indicator; null where each counted as one. */
  weightedBy?: Maybe<StatisticsColumn>;
  /** The area within which they lie. */
  within: Scalars['ID']['output'];
  /** Areas with a figure that were left out because their weight is 0 or missing; 0 without `weightedBy`. */
  withoutWeight: Scalars['Int']['output'];
};

/**
 * A measure with its interval of 95 %. The interval is what as many independent draws would allow. Areas are no such draws: neighbours are
 * alike, and all there are may be here. It says how much the number of areas can carry, not what is true elsewhere.
 */
export type Estimate = {
  __typename?: 'Estimate';
  /** The lower end of its interval. */
  lower: Scalars['Float']['output'];
  /** The upper end of its interval. */
  upper: Scalars['Float']['output'];
  /** The measure. */
  value: Scalars['Float']['output'];
};

/** How far two areas are apart by one indicator. */
export type FigureDifference = {
  __typename?: 'FigureDifference';
  /** The id of the indicator. */
  indicator: Scalars['ID']['output'];
  /** The figure of the area that was asked, in `unit`. */
  ofArea: Scalars['Float']['output'];
  /** The figure of the similar area, in `unit`. */
  ofSimilar: Scalars['Float']['output'];
  /** `ofSimilar` less `ofArea`, in standard deviations: more than 0 where the similar area has more. */
  standardised: Scalars['Float']['output'];
  /** Its unit. */
  unit: Unit;
};

/** Why an area has no figure in a column. */
export type FigureGap =
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
   * No file that was imported for this year has it for this area, though the source may publish it.
   *
   * NL: Niet ingelezen. Het cijfer staat voor dit gebied niet in de bestanden die zijn ingelezen.
   */
  | 'NOT_IMPORTED'
  /**
   * The source does not publish this figure for this year.
   *
   * NL: Niet gepubliceerd. De bron geeft dit cijfer niet voor dit jaar.
   */
  | 'NOT_PUBLISHED'
  /**
   * The code did not exist in this year.
   *
   * NL: Gebied bestond niet. Deze gebiedscode bestond niet in dit jaar.
   */
  | 'NO_SUCH_AREA'
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

/** The areas whose figures are at least `lower` and under `upper`; in the last bin also those at `upper`. */
export type HistogramBin = {
  __typename?: 'HistogramBin';
  /** How many areas. */
  areas: Scalars['Int']['output'];
  /** The lower edge, in the unit of the indicator. */
  lower: Scalars['Float']['output'];
  /** The upper edge, in the unit of the indicator. */
  upper: Scalars['Float']['output'];
  /** What these areas together count for, such as their inhabitants; null without `weightedBy`. */
  weight?: Maybe<Scalars['Float']['output']>;
};

/** What one figure must be; where several comparisons are given, all must hold. A figure that is missing meets no comparison: it is never taken for 0. */
export type IndicatorCondition = {
  /** Exactly this. */
  eq?: InputMaybe<Scalars['Float']['input']>;
  /** More than this. */
  gt?: InputMaybe<Scalars['Float']['input']>;
  /** At least this, in the unit of the indicator. */
  gte?: InputMaybe<Scalars['Float']['input']>;
  /** The id of the indicator, such as housing.averageWozValue: see `indicators`. */
  indicator: Scalars['ID']['input'];
  /** Whether the figure is missing, whatever the reason. */
  isMissing?: InputMaybe<Scalars['Boolean']['input']>;
  /** Less than this. */
  lt?: InputMaybe<Scalars['Float']['input']>;
  /** At most this. */
  lte?: InputMaybe<Scalars['Float']['input']>;
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

/** By which figure areas are sorted, and how. */
export type IndicatorOrder = {
  /** Which come first; areas without the figure come last in either. */
  direction: OrderDirection;
  /** The id of the indicator, such as care.youthCareShare. */
  indicator: Scalars['ID']['input'];
};

/** An area that lacks what a figure of several areas needs of it. */
export type LackingMember = {
  __typename?: 'LackingMember';
  /** The code of the area. */
  code: Scalars['ID']['output'];
  /** The id of what it lacks: the indicator itself, or the one that it is weighted by. */
  indicator: Scalars['ID']['output'];
  /** Why. */
  missing: FigureGap;
};

/** Figures of an area beside those of its peers. */
export type LikeUs = {
  __typename?: 'LikeUs';
  /** The figures, in the order asked. */
  figures: Array<LikeUsFigure>;
  /** The peers, with the distance of each, and whom they were chosen from. Empty where the area lacks a figure that decides: see `by.missing`. */
  peers: SimilarAreas;
};

/** One figure of an area beside the same of its peers, all of one year: the newest that has it for any area of this level and country. */
export type LikeUsFigure = {
  __typename?: 'LikeUsFigure';
  /** What it is of: the indicator, its year, unit and tables. */
  column: StatisticsColumn;
  /** The greatest figure of the peers; null where `n` is 0. */
  maximum?: Maybe<Scalars['Float']['output']>;
  /** The median of the peers, each counting as one, as a quantile of type 7 (`Distribution.quartiles`); null where `n` is 0. */
  median?: Maybe<Scalars['Float']['output']>;
  /** The least figure of the peers; null where `n` is 0. */
  minimum?: Maybe<Scalars['Float']['output']>;
  /** Why it has none. */
  missing?: Maybe<FigureGap>;
  /** Peers that have the figure: the rest is of these. */
  n: Scalars['Int']['output'];
  /** The figure of the area itself; null where it has none. */
  value?: Maybe<Scalars['Float']['output']>;
  /** Peers that have it not, by reason. */
  without: Array<MissingAreas>;
};

/** On which scale areas are compared by a figure. */
export type LikenessScale =
  /**
   * By the figure as it is: always so in `similarAreas`.
   *
   * NL: Gewone schaal. Gebieden worden vergeleken met het cijfer zoals het is.
   */
  | 'LINEAR'
  /**
   * By the natural logarithm of the figure and 1, ln(1 + x), which a figure of 0 has too.
   *
   * NL: Logaritmische schaal. Gebieden worden vergeleken met de logaritme van het cijfer plus 1.
   */
  | 'LOGARITHM';

/** How many areas have no figure of an indicator for one reason. */
export type MissingAreas = {
  __typename?: 'MissingAreas';
  /** How many areas. */
  areas: Scalars['Int']['output'];
  /** The id of the indicator. */
  indicator: Scalars['ID']['output'];
  /** Why they have none. */
  reason: FigureGap;
};

/** Which figures come first. */
export type OrderDirection =
  /**
   * The lowest first.
   *
   * NL: Oplopend. Het laagste cijfer komt eerst.
   */
  | 'ASCENDING'
  /**
   * The highest first.
   *
   * NL: Aflopend. Het hoogste cijfer komt eerst.
   */
  | 'DESCENDING';

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

/** The figures that divide the areas in four parts. */
export type Quartiles = {
  __typename?: 'Quartiles';
  /** A quarter of the areas is at or under it. */
  lower: Scalars['Float']['output'];
  /** Half of the areas is at or under it. */
  median: Scalars['Float']['output'];
  /** Three quarters of the areas are at or under it. */
  upper: Scalars['Float']['output'];
};

export type Query = {
  __typename?: 'Query';
  /**
   * Figures of several areas together, computed from the published figures of each: counts add up; a share, an average or a rate is weighted by what it
   * is divided by (`Indicator.weight`). A code, and what has no weight, is an error BAD_ARGUMENT that names it: an average of averages is never given.
   * Figures of small areas are rounded by their publisher, so that a sum may differ a little from the published figure of the whole.
   */
  aggregate?: Maybe<Array<AggregatedFigure>>;
  /**
   * Areas of one level that meet every condition, over the published figures of all domains; the rest of the query goes on from them. An id that is
   * no indicator of numbers is an error BAD_ARGUMENT that names the nearest ones; before the first refresh NOT_REFRESHED. It reads published
   * figures only: whatever is withheld is missing here too, so that two questions never differ by more than what is published.
   */
  areasWhere?: Maybe<AreasWhereConnection>;
  /**
   * How the figures of one indicator are spread over the areas of one level: how many there are and why others have none, mean,
   * standard deviation, quartiles, deciles and a histogram. Each area counts as one, or with `weightedBy` as often as it has
   * inhabitants, households or dwellings. Real and synthetic areas are never mixed: see `within`.
   */
  distribution?: Maybe<Distribution>;
  /**
   * How two indicators go together over the areas of one level: the correlations of Pearson and Spearman and the line of least
   * squares, each with an interval of 95 %. It proves no cause, and says nothing of people: see `cautions`.
   */
  relation?: Maybe<Relation>;
  /**
   * The areas that are most like one area by the indicators given: those of the same level and country at the least distance. A figure counts
   * in standard deviations, taken over all areas of that level and country that have it, so that euro and per cent weigh alike.
   */
  similarAreas?: Maybe<SimilarAreas>;
};


export type QueryAggregateArgs = {
  indicators: Array<Scalars['ID']['input']>;
  level?: InputMaybe<AreaLevel>;
  of?: InputMaybe<Array<Scalars['ID']['input']>>;
  period?: InputMaybe<Scalars['Int']['input']>;
  within?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryAreasWhereArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  level: AreaLevel;
  orderBy?: InputMaybe<Array<IndicatorOrder>>;
  period?: InputMaybe<Scalars['Int']['input']>;
  where?: InputMaybe<Array<IndicatorCondition>>;
  within?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryDistributionArgs = {
  bins?: InputMaybe<Scalars['Int']['input']>;
  indicator: Scalars['ID']['input'];
  level: AreaLevel;
  period?: InputMaybe<Scalars['Int']['input']>;
  weightedBy?: InputMaybe<Scalars['ID']['input']>;
  within?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryRelationArgs = {
  level: AreaLevel;
  period?: InputMaybe<Scalars['Int']['input']>;
  within?: InputMaybe<Scalars['ID']['input']>;
  x: Scalars['ID']['input'];
  y: Scalars['ID']['input'];
};


export type QuerySimilarAreasArgs = {
  by: Array<Scalars['ID']['input']>;
  code: Scalars['ID']['input'];
  first?: Scalars['Int']['input'];
  period?: InputMaybe<Scalars['Int']['input']>;
  within?: InputMaybe<Scalars['ID']['input']>;
};

/** A group of municipalities that work together in one domain, with the figures of these municipalities together. */
export type Region = {
  __typename?: 'Region';
  /** The code, such as GG0706. */
  code: Scalars['ID']['output'];
  /**
   * Figures of this region, computed from the published figures of its municipalities as in `Query.aggregate`, in the order asked: counts add
   * up; a share, an average or a rate is weighted by what it is divided by. The municipalities are those of the year of this region (`period`).
   * One that lacks what a figure needs makes it null, with its code and the reason in `lacking`; one that did not exist in the year of the
   * figures lacks them too. An indicator that cannot be taken together is an error BAD_ARGUMENT that names it, a year that nobody loaded
   * PERIOD_NOT_PUBLISHED; before the first refresh NOT_REFRESHED.
   */
  figures?: Maybe<Array<AggregatedFigure>>;
  /** The codes of its municipalities, from the base registry. */
  municipalityCodes: Array<Scalars['ID']['output']>;
};


/** A group of municipalities that work together in one domain, with the figures of these municipalities together. */
export type RegionFiguresArgs = {
  indicators: Array<Scalars['ID']['input']>;
  period?: InputMaybe<Scalars['Int']['input']>;
};

/** How two indicators go together over areas of one level. */
export type Relation = {
  __typename?: 'Relation';
  /** Areas of this level within this area that are known in either year. */
  areas: Scalars['Int']['output'];
  /** What this relation does not say. NO_CAUSE and AREAS_ARE_NOT_PEOPLE always; others where they are so. */
  cautions: Array<RelationCaution>;
  /** When the figures were gathered from the domains: date and time in UTC, ISO 8601. */
  computedAt: Scalars['String']['output'];
  /** Of the line of least squares: `y` where `x` is 0, in the unit of `y`, whether or not any area is there. The interval is by Student's t. */
  intercept?: Maybe<Estimate>;
  /** Areas left out for want of a figure: `areas` less `n`. */
  leftOut: Scalars['Int']['output'];
  /** The level of the areas. */
  level: AreaLevel;
  /** Why: areas without the figure of each indicator. An area that has neither is counted with both. */
  missing: Array<MissingAreas>;
  /** Pairs: areas that have both figures. */
  n: Scalars['Int']['output'];
  /** The correlation of Pearson (product-moment), -1 to 1: how near the pairs are to a straight line. The interval is that of Fisher (z). */
  pearson?: Maybe<Estimate>;
  /** Of the line of least squares: by how much `y` rises, in its unit, where `x` is one of its unit higher. The interval is by Student's t. */
  slope?: Maybe<Estimate>;
  /**
   * The correlation of Spearman, -1 to 1: of ranks, so how steadily the one rises with the other. Equal figures share the mean of
   * their ranks. The interval is that of Bonett and Wright (2000).
   */
  spearman?: Maybe<Estimate>;
  /** Whether figures were imported since: the next refresh may change this answer. */
  stale: Scalars['Boolean']['output'];
  /** Why measures are null: one entry for each null. */
  unavailable: Array<UnavailableMeasure>;
  /** The area within which they lie. */
  within: Scalars['ID']['output'];
  /** The indicator that explains, and its year. */
  x: StatisticsColumn;
  /** The indicator that is explained, and its year. */
  y: StatisticsColumn;
};

/** Something that a relation does not say. */
export type RelationCaution = {
  __typename?: 'RelationCaution';
  /** The same in a sentence. */
  explanation: Scalars['String']['output'];
  /** What. */
  kind: RelationCautionKind;
};

/** What is to be kept in mind with a relation. */
export type RelationCautionKind =
  /**
   * What holds of areas need not hold of the people in them (ecological fallacy), nor of areas of another level.
   *
   * NL: Gebieden zijn geen mensen. Wat voor gebieden geldt, hoeft niet te gelden voor de mensen die er wonen.
   */
  | 'AREAS_ARE_NOT_PEOPLE'
  /**
   * Both are counts: larger areas have more of either.
   *
   * NL: Allebei aantallen. Beide cijfers zijn aantallen; grotere gebieden hebben van allebei meer.
   */
  | 'BOTH_COUNT'
  /**
   * The figures are of different years.
   *
   * NL: Verschillende jaren. De cijfers zijn van verschillende jaren.
   */
  | 'DIFFERENT_PERIODS'
  /**
   * That two figures go together proves no cause: a third may move both.
   *
   * NL: Geen oorzaak. Dat twee cijfers samengaan, bewijst niet dat het ene door het andere komt.
   */
  | 'NO_CAUSE'
  /**
   * The one is what the other is divided by, so that it is part of it.
   *
   * NL: Het ene deelt het andere. Het ene cijfer is het getal waardoor het andere is gedeeld.
   */
  | 'ONE_DIVIDES_THE_OTHER'
  /**
   * Both are divided by the same number: where they are parts of one whole, the one leaves less for the other.
   *
   * NL: Zelfde noemer. Beide cijfers zijn door hetzelfde getal gedeeld.
   */
  | 'SAME_DENOMINATOR';

/** An area that is like another. */
export type SimilarArea = {
  __typename?: 'SimilarArea';
  /** The area. */
  area: Area;
  /** What makes up the distance: one entry for each indicator, in the order asked. */
  differences: Array<FigureDifference>;
  /** How far it is from the area that was asked, in standard deviations: the root of the sum of the squares of its differences. 0 is the same figures. */
  distance: Scalars['Float']['output'];
};

/** The areas that are most like one area, and by what. */
export type SimilarAreas = {
  __typename?: 'SimilarAreas';
  /** The area that others are compared with. */
  area: Area;
  /** The indicators that decide, as asked, with the figure of the area. */
  by: Array<SimilarityIndicator>;
  /** Areas that were compared: those of this level within `within` that have all figures, the area itself not counted. */
  compared: Scalars['Int']['output'];
  /** When the figures were gathered from the domains: date and time in UTC, ISO 8601. */
  computedAt: Scalars['String']['output'];
  /** Areas of this level within `within` that were left out because they lack one of the figures; the area itself not counted. */
  leftOut: Scalars['Int']['output'];
  /** The level of all of them. */
  level: AreaLevel;
  /** Areas without the figure of each indicator, by reason. An area that lacks several is counted with each. */
  missing: Array<MissingAreas>;
  /** The nearest first; those at the same distance by code. Empty where the area itself lacks a figure: see `by.missing`. */
  similar: Array<SimilarArea>;
  /** Whether figures were imported since: the next refresh may change this answer. */
  stale: Scalars['Boolean']['output'];
  /** The area within which they lie. */
  within: Scalars['ID']['output'];
};

/** An indicator that decides which areas are alike. */
export type SimilarityIndicator = {
  __typename?: 'SimilarityIndicator';
  /** What it is of: the indicator, its year, unit and tables. */
  column: StatisticsColumn;
  /** The mean over these, in the unit of the indicator or of its logarithm; null where there are none. */
  mean?: Maybe<Scalars['Float']['output']>;
  /** Why it has none. */
  missing?: Maybe<FigureGap>;
  /** Areas of this level in this country that have the figure: over these the standard deviation is taken. */
  n: Scalars['Int']['output'];
  /** On which scale areas are compared by it; `mean` and `standardDeviation` are on this scale. */
  scale: LikenessScale;
  /**
   * The standard deviation over these (divided by `n`), in the unit of the indicator or of its logarithm: as far apart as this counts as 1. Where
   * it is 0 the indicator tells no areas apart, and counts for nothing.
   */
  standardDeviation?: Maybe<Scalars['Float']['output']>;
  /** The figure of the area; null where it has none. */
  value?: Maybe<Scalars['Float']['output']>;
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

/** Published figures of one indicator and year over many areas. */
export type StatisticsColumn = {
  __typename?: 'StatisticsColumn';
  /** The id of the indicator: its path from Area, such as housing.averageWozValue. */
  indicator: Scalars['ID']['output'];
  /** How figures of several areas are taken together; null where its domain does not say. */
  kind?: Maybe<IndicatorKind>;
  /** What it is called in English. */
  labelEn: Scalars['String']['output'];
  /** What it is called in Dutch. */
  labelNl: Scalars['String']['output'];
  /** The one year that all figures of the column describe. */
  period: Scalars['Int']['output'];
  /** The tables that were loaded of its domain and this year: the figures are from these. */
  sources: Array<Source>;
  /** Whether the figures are invented, for trying the graph: never to be published as fact. */
  synthetic: Scalars['Boolean']['output'];
  /** Its unit. */
  unit: Unit;
};

/** One published figure of an area. */
export type StatisticsFigure = {
  __typename?: 'StatisticsFigure';
  /** The id of the indicator. */
  indicator: Scalars['ID']['output'];
  /** Why there is none; null where there is one. */
  missing?: Maybe<FigureGap>;
  /** The year it describes. */
  period: Scalars['Int']['output'];
  /** Its unit. */
  unit: Unit;
  /** The figure in `unit`; null where there is none: `missing` says why. */
  value?: Maybe<Scalars['Float']['output']>;
};

/** A measure that is null, and why. */
export type UnavailableMeasure = {
  __typename?: 'UnavailableMeasure';
  /** The same in a sentence. */
  explanation: Scalars['String']['output'];
  /** The field. */
  field: Scalars['String']['output'];
  /** Why. */
  reason: UnavailableMeasureReason;
};

/** Why a measure cannot be given. */
export type UnavailableMeasureReason =
  /**
   * All areas have the same figure, so nothing varies with it.
   *
   * NL: Overal gelijk. Alle gebieden hebben hetzelfde cijfer, dus er is geen verschil om te vergelijken.
   */
  | 'CONSTANT'
  /**
   * Fewer than 4 areas have both figures.
   *
   * NL: Te weinig gebieden. Minder dan 4 gebieden hebben beide cijfers.
   */
  | 'TOO_FEW_PAIRS';

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
