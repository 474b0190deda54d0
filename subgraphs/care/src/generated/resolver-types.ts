import type { GraphQLResolveInfo } from 'graphql';
import type { ProfileRow } from '@samenhang/subgraph-kit/profile-store';
import type { Source as SourceRow } from '@samenhang/subgraph-kit/source';
import type { SubgraphContext } from '@samenhang/subgraph-kit/subgraph';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
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
  /** Anywhere else (overig): suitable or not, it is not known. Figures from files without a column for SUITABLE_HOME count suitable homes here. */
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
   * Care figures of this area over the years, the oldest first: all there are, or those of `from` up to
   * and including `to`.
   */
  careSeries?: Maybe<Array<CareProfile>>;
  /** The code, such as NL00, PV27, GM0363, WK036300 or BU03630000; may change from year to year. */
  code: Scalars['ID']['output'];
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
export type AreaCareSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};

/** How an arrangement stands. */
export type ArrangementStatus =
  /** It is given. */
  | 'ACTIVE'
  /** It has ended. */
  | 'ENDED'
  /** It is interrupted. */
  | 'PAUSED';

/** A year from which figures do not compare with those of earlier years. */
export type Break = {
  __typename?: 'Break';
  /** The field it is about, in a profile; null where it is about all figures, or where what it stands at says so. */
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
  /** Who gives it (aanbieder). */
  provider?: Maybe<Scalars['String']['output']>;
  /** How it stands. */
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
  /** Why a figure of this profile is null: one entry for each, so that no null is silent. */
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
  /** What the publisher calls the figures of this profile: one entry for each of which it says so, read at the import. */
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

/** A table that was loaded for one year, and how far it got. */
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
};

/** What kind of data a dataset holds. Records of people are in no dataset: how many a domain keeps is not told. */
export type DatasetKind =
  /** Grants to municipalities (subsidies). */
  | 'GRANTS'
  /** Counts of focus groups by area, protected (aandachtsgroepen). */
  | 'GROUP_COUNTS'
  /** Distinct households over all focus groups by area, protected. */
  | 'GROUP_OVERLAP'
  /** Social rental homes let by area and focus group, protected (toewijzingen). */
  | 'LETTINGS'
  /** Published figures of areas: a profile a year. */
  | 'PROFILE_FIGURES'
  /** Housing projects, and municipalities that say that they have none (huisvestingsprojecten). */
  | 'PROJECTS';

/** What is loaded into this graph. */
export type Datasets = {
  __typename?: 'Datasets';
  /** Loaded care figures, the newest year first. */
  care?: Maybe<Array<Dataset>>;
};

/** An import, and the figures of one area and year that are from it. */
export type FigureSource = {
  __typename?: 'FigureSource';
  /** The fields of the profile whose figures are from it, or whose column it had without a figure for this area. */
  fields: Array<Scalars['String']['output']>;
  /** The import. */
  source: Source;
};

/** What the publisher calls a figure. */
export type FigureStatus = {
  __typename?: 'FigureStatus';
  /** The field of this profile. */
  field: Scalars['String']['output'];
  /** Final, provisional or revised. */
  status: SourceStatus;
};

/** A group of people whom the housing market serves badly (aandachtsgroep): they compete for the same homes. */
export type FocusGroup =
  /** The former name of TRAVELLERS: read as that, never answered. */
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
  /** Travellers: those who live, or seek a pitch to live, in a caravan as their tradition is (woonwagenbewoners). */
  | 'TRAVELLERS'
  /** Home seekers whom the municipality decided to put first on social or medical grounds (urgenten), as the law provides. */
  | 'URGENT'
  /** The former name of HOME_SEEKERS_IN_A_HURRY: read as that, never answered. */
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
   * Why a figure is null: one entry for each, so that no null is silent. The households of one kind of
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

/**
 * A person whose record is kept, under an opaque id. The base registry says who and where; every domain adds its own
 * record. Each field has its own rule: scopes of the caller, and a purpose that covers it.
 */
export type Person = {
  __typename?: 'Person';
  /** The care of this person. Null where the domain has no record of the person. */
  care?: Maybe<PersonCare>;
  /** The id: opaque, and the same for a person in the whole graph. It is no number that anyone knows the person by. */
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
  /** Indicated and not yet given (wacht op), the longest waiting first. */
  waitingFor?: Maybe<Array<CareIndication>>;
};

export type Query = {
  __typename?: 'Query';
  /** What is loaded: each domain adds its own field. */
  datasets?: Maybe<Datasets>;
};

/** Where figures come from: cite it with them. */
export type Source = {
  __typename?: 'Source';
  /** Whether `retrievedAt` is only when the file was last written, which a copy changes. */
  datedByFile: Scalars['Boolean']['output'];
  /** The licence it may be used under, such as CC BY 4.0. */
  licence: Scalars['String']['output'];
  /** Who published it, such as CBS (Statistics Netherlands). */
  publisher: Scalars['String']['output'];
  /**
   * When the publisher was asked: date and time in UTC, ISO 8601. Where that is not known (`datedByFile`), when the file
   * was last written.
   */
  retrievedAt: Scalars['String']['output'];
  /** Whether the publisher calls the figures final, provisional or revised; null where it does not say. */
  status?: Maybe<SourceStatus>;
  /** Whether the figures are made up, to try the graph with: never to be published as fact. */
  synthetic: Scalars['Boolean']['output'];
  /** The publisher's id of the table, such as 84583NED. */
  table: Scalars['String']['output'];
  /** The publisher's title of the table. */
  title: Scalars['String']['output'];
};

/** How settled the publisher calls its figures. */
export type SourceStatus =
  /** No further change is expected. */
  | 'FINAL'
  /** May still change; marked * or ** by the publisher. */
  | 'PROVISIONAL'
  /** Replaces figures published before. */
  | 'REVISED';

/** What one is of: the unit of an indicator as the graph gives it. */
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
  /** Kilometres. */
  | 'KILOMETRE'
  /** Kilowatt-hours a year. */
  | 'KILOWATT_HOUR'
  /** Per cent, from 0 to 100. */
  | 'PERCENT'
  /** People, counted or on average. */
  | 'PERSONS'
  /** Per 1,000 inhabitants. */
  | 'PER_1000_INHABITANTS'
  /** Per private household. */
  | 'PER_HOUSEHOLD'
  /** Per square kilometre. */
  | 'PER_SQUARE_KILOMETRE'
  /** Motor vehicles. */
  | 'VEHICLES';



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
    & GraphQLRecursivePick<FederationTypes['Person'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Accommodation: ResolverTypeWrapper<Partial<Accommodation>>;
  AccommodationCount: ResolverTypeWrapper<Partial<AccommodationCount>>;
  Area: ResolverTypeWrapper<{ readonly code: string }>;
  ID: ResolverTypeWrapper<Partial<Scalars['ID']['output']>>;
  ArrangementStatus: ResolverTypeWrapper<Partial<ArrangementStatus>>;
  Break: ResolverTypeWrapper<Partial<Break>>;
  CareArrangement: ResolverTypeWrapper<Partial<CareArrangement>>;
  CareIndication: ResolverTypeWrapper<Partial<CareIndication>>;
  CareKind: ResolverTypeWrapper<Partial<CareKind>>;
  CareLaw: ResolverTypeWrapper<Partial<CareLaw>>;
  CareProfile: ResolverTypeWrapper<ProfileRow>;
  Dataset: ResolverTypeWrapper<Partial<Omit<Dataset, 'source'> & { source: ResolversTypes['Source'] }>>;
  DatasetKind: ResolverTypeWrapper<Partial<DatasetKind>>;
  Datasets: ResolverTypeWrapper<Partial<Omit<Datasets, 'care'> & { care?: Maybe<Array<ResolversTypes['Dataset']>> }>>;
  FigureSource: ResolverTypeWrapper<Partial<Omit<FigureSource, 'source'> & { source: ResolversTypes['Source'] }>>;
  FigureStatus: ResolverTypeWrapper<Partial<FigureStatus>>;
  FocusGroup: ResolverTypeWrapper<Partial<FocusGroup>>;
  FocusGroupFigures: ResolverTypeWrapper<Partial<Omit<FocusGroupFigures, 'source'> & { source: ResolversTypes['Source'] }>>;
  MissingFigure: ResolverTypeWrapper<Partial<MissingFigure>>;
  MissingReason: ResolverTypeWrapper<Partial<MissingReason>>;
  Person: ResolverTypeWrapper<Partial<Person>>;
  PersonCare: ResolverTypeWrapper<Partial<PersonCare>>;
  Boolean: ResolverTypeWrapper<Partial<Scalars['Boolean']['output']>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Source: ResolverTypeWrapper<SourceRow>;
  SourceStatus: ResolverTypeWrapper<Partial<SourceStatus>>;
  Unit: ResolverTypeWrapper<Partial<Unit>>;
  String: ResolverTypeWrapper<Partial<Scalars['String']['output']>>;
  Int: ResolverTypeWrapper<Partial<Scalars['Int']['output']>>;
  Float: ResolverTypeWrapper<Partial<Scalars['Float']['output']>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccommodationCount: Partial<AccommodationCount>;
  Area: { readonly code: string };
  ID: Partial<Scalars['ID']['output']>;
  Break: Partial<Break>;
  CareArrangement: Partial<CareArrangement>;
  CareIndication: Partial<CareIndication>;
  CareProfile: ProfileRow;
  Dataset: Partial<Omit<Dataset, 'source'> & { source: ResolversParentTypes['Source'] }>;
  Datasets: Partial<Omit<Datasets, 'care'> & { care?: Maybe<Array<ResolversParentTypes['Dataset']>> }>;
  FigureSource: Partial<Omit<FigureSource, 'source'> & { source: ResolversParentTypes['Source'] }>;
  FigureStatus: Partial<FigureStatus>;
  FocusGroupFigures: Partial<Omit<FocusGroupFigures, 'source'> & { source: ResolversParentTypes['Source'] }>;
  MissingFigure: Partial<MissingFigure>;
  Person: Partial<Person | FederationReferenceTypes['Person']>;
  PersonCare: Partial<PersonCare>;
  Boolean: Partial<Scalars['Boolean']['output']>;
  Query: Record<PropertyKey, never>;
  Source: SourceRow;
  String: Partial<Scalars['String']['output']>;
  Int: Partial<Scalars['Int']['output']>;
  Float: Partial<Scalars['Float']['output']>;
};

export type BreakDirectiveArgs = {
  note: Scalars['String']['input'];
  period: Scalars['Int']['input'];
};

export type BreakDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = BreakDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type IndicatorDirectiveArgs = {
  columns: Array<Scalars['String']['input']>;
  firstYear?: Maybe<Scalars['Int']['input']>;
  lastYear?: Maybe<Scalars['Int']['input']>;
  maximum?: Maybe<Scalars['Float']['input']>;
  minimum?: Maybe<Scalars['Float']['input']>;
  occurrence?: Maybe<Scalars['Int']['input']>;
  scale?: Maybe<Scalars['Int']['input']>;
  source: Scalars['String']['input'];
  unit: Unit;
};

export type IndicatorDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = IndicatorDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccommodationCountResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AccommodationCount'] = ResolversParentTypes['AccommodationCount']> = {
  households?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['Accommodation'], ParentType, ContextType>;
};

export type AreaResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Area'] = ResolversParentTypes['Area'], FederationReferenceType extends FederationReferenceTypes['Area'] = FederationReferenceTypes['Area']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Area']> | FederationReferenceType, FederationReferenceType, ContextType>;
  care?: Resolver<Maybe<ResolversTypes['CareProfile']>, ParentType, ContextType, Partial<AreaCareArgs>>;
  careFocusGroups?: Resolver<Maybe<Array<ResolversTypes['FocusGroupFigures']>>, ParentType, ContextType>;
  careFocusGroupsSeries?: Resolver<Maybe<Array<ResolversTypes['FocusGroupFigures']>>, ParentType, ContextType, Partial<AreaCareFocusGroupsSeriesArgs>>;
  careSeries?: Resolver<Maybe<Array<ResolversTypes['CareProfile']>>, ParentType, ContextType, Partial<AreaCareSeriesArgs>>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type BreakResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Break'] = ResolversParentTypes['Break']> = {
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CareArrangementResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CareArrangement'] = ResolversParentTypes['CareArrangement']> = {
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['CareKind']>, ParentType, ContextType>;
  law?: Resolver<Maybe<ResolversTypes['CareLaw']>, ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['ArrangementStatus']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CareIndicationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CareIndication'] = ResolversParentTypes['CareIndication']> = {
  kind?: Resolver<Maybe<ResolversTypes['CareKind']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CareProfileResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CareProfile'] = ResolversParentTypes['CareProfile']> = {
  breaks?: Resolver<Array<ResolversTypes['Break']>, ParentType, ContextType>;
  distanceToGeneralPractice?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['MissingFigure']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  socialSupportClients?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  socialSupportClientsPer1000?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['FigureSource']>, ParentType, ContextType>;
  statuses?: Resolver<Array<ResolversTypes['FigureStatus']>, ParentType, ContextType>;
  youthCareClients?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  youthCareShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type DatasetResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Dataset'] = ResolversParentTypes['Dataset']> = {
  areas?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DatasetKind'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type DatasetsResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Datasets'] = ResolversParentTypes['Datasets']> = {
  care?: Resolver<Maybe<Array<ResolversTypes['Dataset']>>, ParentType, ContextType>;
};

export type FigureSourceResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['FigureSource'] = ResolversParentTypes['FigureSource']> = {
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type FigureStatusResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['FigureStatus'] = ResolversParentTypes['FigureStatus']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SourceStatus'], ParentType, ContextType>;
};

export type FocusGroupFiguresResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['FocusGroupFigures'] = ResolversParentTypes['FocusGroupFigures']> = {
  accommodation?: Resolver<Array<ResolversTypes['AccommodationCount']>, ParentType, ContextType>;
  group?: Resolver<ResolversTypes['FocusGroup'], ParentType, ContextType>;
  households?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  inflow?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  medianMonthsWaiting?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['MissingFigure']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  persons?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type MissingFigureResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['MissingFigure'] = ResolversParentTypes['MissingFigure']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['MissingReason'], ParentType, ContextType>;
};

export type PersonResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  care?: Resolver<Maybe<ResolversTypes['PersonCare']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PersonCareResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PersonCare'] = ResolversParentTypes['PersonCare']> = {
  arrangements?: Resolver<Maybe<Array<ResolversTypes['CareArrangement']>>, ParentType, ContextType>;
  shelteredHousing?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  supportAtHome?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  waitingFor?: Resolver<Maybe<Array<ResolversTypes['CareIndication']>>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  datasets?: Resolver<Maybe<ResolversTypes['Datasets']>, ParentType, ContextType>;
};

export type SourceResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  datedByFile?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  licence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publisher?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retrievedAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
  synthetic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  table?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = SubgraphContext> = {
  AccommodationCount?: AccommodationCountResolvers<ContextType>;
  Area?: AreaResolvers<ContextType>;
  Break?: BreakResolvers<ContextType>;
  CareArrangement?: CareArrangementResolvers<ContextType>;
  CareIndication?: CareIndicationResolvers<ContextType>;
  CareProfile?: CareProfileResolvers<ContextType>;
  Dataset?: DatasetResolvers<ContextType>;
  Datasets?: DatasetsResolvers<ContextType>;
  FigureSource?: FigureSourceResolvers<ContextType>;
  FigureStatus?: FigureStatusResolvers<ContextType>;
  FocusGroupFigures?: FocusGroupFiguresResolvers<ContextType>;
  MissingFigure?: MissingFigureResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PersonCare?: PersonCareResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = SubgraphContext> = {
  break?: BreakDirectiveResolver<any, any, ContextType>;
  indicator?: IndicatorDirectiveResolver<any, any, ContextType>;
};
