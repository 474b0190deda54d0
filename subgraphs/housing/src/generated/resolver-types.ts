import type { GraphQLResolveInfo } from 'graphql';
import type { ProfileRow } from '@samenhang/subgraph-kit/profile-store';
import type { Source as SourceRow } from '@samenhang/subgraph-kit/source';
import type { SubgraphContext } from '@samenhang/subgraph-kit/subgraph';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
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
   * How many distinct households there are in all focus groups together in this area, of the newest year that somebody
   * counted them for. Null where nobody did.
   */
  focusGroupOverlap?: Maybe<FocusGroupOverlap>;
  /**
   * National grants to this municipality for housing focus groups, the newest year first. Null for areas of
   * other levels and where none are known.
   */
  grants?: Maybe<Array<Grant>>;
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
   * Housing projects for focus groups in this area and the areas within it, by id, as codes tell: null for a
   * province, whose municipalities its code does not name. NL00 has all real projects, the synthetic NL99 all synthetic ones.
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
  /** Why the number is null, so that no null is silent. */
  missing: Array<MissingFigure>;
  /** The year, as on 31 December. */
  period: Scalars['Int']['output'];
  /** Where this comes from. */
  source: Source;
};

/** Money of the national government for housing focus groups, paid to one municipality. */
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

/** One time without a home. */
export type HomelessnessSpell = {
  __typename?: 'HomelessnessSpell';
  /** Where the person stayed most of it. */
  accommodation?: Maybe<Accommodation>;
  /** Its first day, ISO 8601. */
  from?: Maybe<Scalars['String']['output']>;
  /** Its last day; null where it lasts. */
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
  /** Why a figure of this profile is null: one entry for each, so that no null is silent. */
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
  /** What the publisher calls the figures of this profile: one entry for each of which it says so, read at the import. */
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
  /** The smallest area that is known to hold it, most often a neighbourhood. */
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
  /** The same by kind, as the law knows them. */
  objectionsLodged: ObjectionsLodged;
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
  /** Homes that older people share a meeting place or a courtyard with (geclusterde woonvormen voor ouderen). */
  | 'CLUSTERED_FOR_OLDER_PEOPLE'
  /** Homes in a building that was something else before, such as an office (transformatie). */
  | 'CONVERSION'
  /** Homes that can be moved or stand for a limited time (flexwoningen). */
  | 'FLEX'
  /** Homes of their own, with support, for people who were homeless (Housing First). */
  | 'HOUSING_FIRST'
  /** Places and homes for people from abroad who work here (huisvesting van arbeidsmigranten). */
  | 'LABOUR_MIGRANT_HOUSING'
  /** Pitches for caravans (standplaatsen). */
  | 'PITCH'
  /** Places in sheltered housing (beschermd wonen). */
  | 'SHELTERED_HOUSING'
  /** New social rental homes (sociale huurwoningen). */
  | 'SOCIAL_RENT'
  /** Rooms and homes for students (studentenhuisvesting). */
  | 'STUDENT_HOUSING';

/** How far a housing project has come. */
export type HousingProjectPhase =
  /** Ready and handed over (opgeleverd). */
  | 'DELIVERED'
  /** Held up by objections lodged (zienswijzen, bezwaren of beroepen). */
  | 'OBJECTIONS'
  /** Permitted, not yet begun (vergund). */
  | 'PERMITTED'
  /** Intended, not yet permitted (gepland). */
  | 'PLANNED'
  /** Given up (gestopt). */
  | 'STOPPED'
  /** Being built (in aanbouw). */
  | 'UNDER_CONSTRUCTION';

/**
 * The homes for home seekers in one area and year: existing social rental homes that were let anew, and new ones planned
 * for the year after.
 */
export type HousingSupply = {
  __typename?: 'HousingSupply';
  /**
   * The same as `homesLet`.
   * @deprecated Use homesLet; compare focus groups with homesLetToFocusGroups.
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
   * Why a number is null: one entry for each, so that no null is silent. The homes of one group are named
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

/** Objections lodged against a housing project, by the stage of the procedure they belong to. */
export type ObjectionsLodged = {
  __typename?: 'ObjectionsLodged';
  /** Appeals to a court (beroepen); null where the file does not tell kinds apart. */
  appeals?: Maybe<Scalars['Int']['output']>;
  /** Objections to a decision, with whoever took it (bezwaren); null where the file does not tell kinds apart. */
  objections?: Maybe<Scalars['Int']['output']>;
  /** All together. */
  total: Scalars['Int']['output'];
  /** Views on a draft decision (zienswijzen); null where the file does not tell kinds apart. */
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
  /** How this person lives and seeks a home. Null where the domain has no record of the person. */
  housing?: Maybe<PersonHousing>;
  /** The id: opaque, and the same for a person in the whole graph. It is no number that anyone knows the person by. */
  id: Scalars['ID']['output'];
};

/** How a person lives and seeks a home, as municipality and corporations know it. */
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
  /** Where the person stays now (verblijfssituatie); `tenure` tells of a home of their own. */
  situation?: Maybe<Accommodation>;
  /** How the person has the home (eigendomssituatie); null without a home of their own. */
  tenure?: Maybe<Tenure>;
  /** Why the person goes before others (urgentie); null without urgency. */
  urgency?: Maybe<HousingUrgency>;
};

export type Query = {
  __typename?: 'Query';
  /** What is loaded: each domain adds its own field. */
  datasets?: Maybe<Datasets>;
  /** Housing projects for focus groups, by id: all there are, or those that meet every condition given. */
  housingProjects?: Maybe<HousingProjectConnection>;
};


export type QueryHousingProjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  forGroups?: InputMaybe<Array<FocusGroup>>;
  kinds?: InputMaybe<Array<HousingProjectKind>>;
  phases?: InputMaybe<Array<HousingProjectPhase>>;
  within?: InputMaybe<Scalars['ID']['input']>;
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

/** How a person has their home. */
export type Tenure =
  /** Rented from a housing corporation (sociale huur). */
  | 'HOUSING_CORPORATION'
  /** Rented from anyone else (particuliere huur). */
  | 'OTHER_LANDLORD'
  /** Owned (koop). */
  | 'OWNER_OCCUPIED';

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
  Allocation: ResolverTypeWrapper<Partial<Allocation>>;
  Area: ResolverTypeWrapper<{ readonly code: string }>;
  ID: ResolverTypeWrapper<Partial<Scalars['ID']['output']>>;
  Break: ResolverTypeWrapper<Partial<Break>>;
  Dataset: ResolverTypeWrapper<Partial<Omit<Dataset, 'source'> & { source: ResolversTypes['Source'] }>>;
  DatasetKind: ResolverTypeWrapper<Partial<DatasetKind>>;
  Datasets: ResolverTypeWrapper<Partial<Omit<Datasets, 'housing'> & { housing?: Maybe<Array<ResolversTypes['Dataset']>> }>>;
  FigureSource: ResolverTypeWrapper<Partial<Omit<FigureSource, 'source'> & { source: ResolversTypes['Source'] }>>;
  FigureStatus: ResolverTypeWrapper<Partial<FigureStatus>>;
  FocusGroup: ResolverTypeWrapper<Partial<FocusGroup>>;
  FocusGroupFigures: ResolverTypeWrapper<Partial<Omit<FocusGroupFigures, 'source'> & { source: ResolversTypes['Source'] }>>;
  FocusGroupOverlap: ResolverTypeWrapper<Partial<Omit<FocusGroupOverlap, 'source'> & { source: ResolversTypes['Source'] }>>;
  Grant: ResolverTypeWrapper<Partial<Omit<Grant, 'source'> & { source: ResolversTypes['Source'] }>>;
  HomelessnessSpell: ResolverTypeWrapper<Partial<HomelessnessSpell>>;
  HousingProfile: ResolverTypeWrapper<ProfileRow>;
  HousingProject: ResolverTypeWrapper<Partial<Omit<HousingProject, 'area' | 'source'> & { area: ResolversTypes['Area'], source: ResolversTypes['Source'] }>>;
  Boolean: ResolverTypeWrapper<Partial<Scalars['Boolean']['output']>>;
  HousingProjectConnection: ResolverTypeWrapper<Partial<Omit<HousingProjectConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['HousingProjectEdge']>, nodes: Array<ResolversTypes['HousingProject']> }>>;
  HousingProjectEdge: ResolverTypeWrapper<Partial<Omit<HousingProjectEdge, 'node'> & { node: ResolversTypes['HousingProject'] }>>;
  HousingProjectKind: ResolverTypeWrapper<Partial<HousingProjectKind>>;
  HousingProjectPhase: ResolverTypeWrapper<Partial<HousingProjectPhase>>;
  HousingSupply: ResolverTypeWrapper<Partial<Omit<HousingSupply, 'source'> & { source?: Maybe<ResolversTypes['Source']> }>>;
  HousingUrgency: ResolverTypeWrapper<Partial<HousingUrgency>>;
  MissingFigure: ResolverTypeWrapper<Partial<MissingFigure>>;
  MissingReason: ResolverTypeWrapper<Partial<MissingReason>>;
  ObjectionsLodged: ResolverTypeWrapper<Partial<ObjectionsLodged>>;
  PageInfo: ResolverTypeWrapper<Partial<PageInfo>>;
  Person: ResolverTypeWrapper<Partial<Person>>;
  PersonHousing: ResolverTypeWrapper<Partial<PersonHousing>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Source: ResolverTypeWrapper<SourceRow>;
  SourceStatus: ResolverTypeWrapper<Partial<SourceStatus>>;
  Tenure: ResolverTypeWrapper<Partial<Tenure>>;
  Unit: ResolverTypeWrapper<Partial<Unit>>;
  String: ResolverTypeWrapper<Partial<Scalars['String']['output']>>;
  Int: ResolverTypeWrapper<Partial<Scalars['Int']['output']>>;
  Float: ResolverTypeWrapper<Partial<Scalars['Float']['output']>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccommodationCount: Partial<AccommodationCount>;
  Allocation: Partial<Allocation>;
  Area: { readonly code: string };
  ID: Partial<Scalars['ID']['output']>;
  Break: Partial<Break>;
  Dataset: Partial<Omit<Dataset, 'source'> & { source: ResolversParentTypes['Source'] }>;
  Datasets: Partial<Omit<Datasets, 'housing'> & { housing?: Maybe<Array<ResolversParentTypes['Dataset']>> }>;
  FigureSource: Partial<Omit<FigureSource, 'source'> & { source: ResolversParentTypes['Source'] }>;
  FigureStatus: Partial<FigureStatus>;
  FocusGroupFigures: Partial<Omit<FocusGroupFigures, 'source'> & { source: ResolversParentTypes['Source'] }>;
  FocusGroupOverlap: Partial<Omit<FocusGroupOverlap, 'source'> & { source: ResolversParentTypes['Source'] }>;
  Grant: Partial<Omit<Grant, 'source'> & { source: ResolversParentTypes['Source'] }>;
  HomelessnessSpell: Partial<HomelessnessSpell>;
  HousingProfile: ProfileRow;
  HousingProject: Partial<Omit<HousingProject, 'area' | 'source'> & { area: ResolversParentTypes['Area'], source: ResolversParentTypes['Source'] }>;
  Boolean: Partial<Scalars['Boolean']['output']>;
  HousingProjectConnection: Partial<Omit<HousingProjectConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['HousingProjectEdge']>, nodes: Array<ResolversParentTypes['HousingProject']> }>;
  HousingProjectEdge: Partial<Omit<HousingProjectEdge, 'node'> & { node: ResolversParentTypes['HousingProject'] }>;
  HousingSupply: Partial<Omit<HousingSupply, 'source'> & { source?: Maybe<ResolversParentTypes['Source']> }>;
  MissingFigure: Partial<MissingFigure>;
  ObjectionsLodged: Partial<ObjectionsLodged>;
  PageInfo: Partial<PageInfo>;
  Person: Partial<Person | FederationReferenceTypes['Person']>;
  PersonHousing: Partial<PersonHousing>;
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

export type AllocationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Allocation'] = ResolversParentTypes['Allocation']> = {
  group?: Resolver<Maybe<ResolversTypes['FocusGroup']>, ParentType, ContextType>;
  homes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AreaResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Area'] = ResolversParentTypes['Area'], FederationReferenceType extends FederationReferenceTypes['Area'] = FederationReferenceTypes['Area']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Area']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  focusGroupOverlap?: Resolver<Maybe<ResolversTypes['FocusGroupOverlap']>, ParentType, ContextType>;
  grants?: Resolver<Maybe<Array<ResolversTypes['Grant']>>, ParentType, ContextType>;
  housing?: Resolver<Maybe<ResolversTypes['HousingProfile']>, ParentType, ContextType, Partial<AreaHousingArgs>>;
  housingFocusGroups?: Resolver<Maybe<Array<ResolversTypes['FocusGroupFigures']>>, ParentType, ContextType>;
  housingFocusGroupsSeries?: Resolver<Maybe<Array<ResolversTypes['FocusGroupFigures']>>, ParentType, ContextType, Partial<AreaHousingFocusGroupsSeriesArgs>>;
  housingProjects?: Resolver<Maybe<ResolversTypes['HousingProjectConnection']>, ParentType, ContextType, RequireFields<AreaHousingProjectsArgs, 'first'>>;
  housingSeries?: Resolver<Maybe<Array<ResolversTypes['HousingProfile']>>, ParentType, ContextType, Partial<AreaHousingSeriesArgs>>;
  housingSupply?: Resolver<Maybe<ResolversTypes['HousingSupply']>, ParentType, ContextType, Partial<AreaHousingSupplyArgs>>;
};

export type BreakResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Break'] = ResolversParentTypes['Break']> = {
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DatasetResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Dataset'] = ResolversParentTypes['Dataset']> = {
  areas?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DatasetKind'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type DatasetsResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Datasets'] = ResolversParentTypes['Datasets']> = {
  housing?: Resolver<Maybe<Array<ResolversTypes['Dataset']>>, ParentType, ContextType>;
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

export type FocusGroupOverlapResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['FocusGroupOverlap'] = ResolversParentTypes['FocusGroupOverlap']> = {
  households?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['MissingFigure']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type GrantResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Grant'] = ResolversParentTypes['Grant']> = {
  euro?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  homesDelivered?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  homesToAccelerate?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  scheme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HomelessnessSpellResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['HomelessnessSpell'] = ResolversParentTypes['HomelessnessSpell']> = {
  accommodation?: Resolver<Maybe<ResolversTypes['Accommodation']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HousingProfileResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['HousingProfile'] = ResolversParentTypes['HousingProfile']> = {
  averageElectricityDelivery?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageElectricityDeliveryApartments?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageElectricityDeliveryCornerDwellings?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageElectricityDeliveryDetachedDwellings?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageElectricityDeliveryOwnerOccupiedDwellings?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageElectricityDeliveryRentalDwellings?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageElectricityDeliverySemiDetachedDwellings?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageElectricityDeliveryTerracedDwellings?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageElectricityReturn?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageGasConsumption?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageGasConsumptionApartments?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageGasConsumptionCornerDwellings?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageGasConsumptionDetachedDwellings?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageGasConsumptionOwnerOccupiedDwellings?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageGasConsumptionRentalDwellings?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageGasConsumptionSemiDetachedDwellings?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageGasConsumptionTerracedDwellings?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageWozValue?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  breaks?: Resolver<Array<ResolversTypes['Break']>, ParentType, ContextType>;
  builtBefore2000Share?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  builtFrom2000Share?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  builtInPastTenYearsShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  builtOverTenYearsAgoShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  cornerShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  detachedShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  districtHeatingShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  dwellings?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  electricallyHeatedShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  housingCorporationShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['MissingFigure']>, ParentType, ContextType>;
  multiFamilyShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  naturalGasFreeShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  naturalGasShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  newDwellings?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  newNonResidentialProperties?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  nonResidentialProperties?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  occupiedShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  otherLandlordShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ownerOccupiedShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ownershipUnknownShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  publicChargingPoints?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rentalShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  semiDetachedShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  singleFamilyShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  solarPowerShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['FigureSource']>, ParentType, ContextType>;
  statuses?: Resolver<Array<ResolversTypes['FigureStatus']>, ParentType, ContextType>;
  terracedShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  unoccupiedShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type HousingProjectResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['HousingProject'] = ResolversParentTypes['HousingProject']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  delivered?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  forGroups?: Resolver<Array<ResolversTypes['FocusGroup']>, ParentType, ContextType>;
  homes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['HousingProjectKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  objections?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  objectionsLodged?: Resolver<ResolversTypes['ObjectionsLodged'], ParentType, ContextType>;
  phase?: Resolver<ResolversTypes['HousingProjectPhase'], ParentType, ContextType>;
  plannedDelivery?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  supportArranged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  supportBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HousingProjectConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['HousingProjectConnection'] = ResolversParentTypes['HousingProjectConnection']> = {
  edges?: Resolver<Array<ResolversTypes['HousingProjectEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['HousingProject']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HousingProjectEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['HousingProjectEdge'] = ResolversParentTypes['HousingProjectEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['HousingProject'], ParentType, ContextType>;
};

export type HousingSupplyResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['HousingSupply'] = ResolversParentTypes['HousingSupply']> = {
  allocatedHomes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  allocations?: Resolver<Array<ResolversTypes['Allocation']>, ParentType, ContextType>;
  homesLet?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  homesLetToFocusGroups?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['MissingFigure']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  plannedDeliveries?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  plannedDeliveriesForFocusGroups?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
};

export type MissingFigureResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['MissingFigure'] = ResolversParentTypes['MissingFigure']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['MissingReason'], ParentType, ContextType>;
};

export type ObjectionsLodgedResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ObjectionsLodged'] = ResolversParentTypes['ObjectionsLodged']> = {
  appeals?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  objections?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  views?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  housing?: Resolver<Maybe<ResolversTypes['PersonHousing']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PersonHousingResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PersonHousing'] = ResolversParentTypes['PersonHousing']> = {
  homelessness?: Resolver<Maybe<Array<ResolversTypes['HomelessnessSpell']>>, ParentType, ContextType>;
  monthsRegistered?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  offersMade?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  offersRefused?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  situation?: Resolver<Maybe<ResolversTypes['Accommodation']>, ParentType, ContextType>;
  tenure?: Resolver<Maybe<ResolversTypes['Tenure']>, ParentType, ContextType>;
  urgency?: Resolver<Maybe<ResolversTypes['HousingUrgency']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  datasets?: Resolver<Maybe<ResolversTypes['Datasets']>, ParentType, ContextType>;
  housingProjects?: Resolver<Maybe<ResolversTypes['HousingProjectConnection']>, ParentType, ContextType, RequireFields<QueryHousingProjectsArgs, 'first'>>;
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
  Allocation?: AllocationResolvers<ContextType>;
  Area?: AreaResolvers<ContextType>;
  Break?: BreakResolvers<ContextType>;
  Dataset?: DatasetResolvers<ContextType>;
  Datasets?: DatasetsResolvers<ContextType>;
  FigureSource?: FigureSourceResolvers<ContextType>;
  FigureStatus?: FigureStatusResolvers<ContextType>;
  FocusGroupFigures?: FocusGroupFiguresResolvers<ContextType>;
  FocusGroupOverlap?: FocusGroupOverlapResolvers<ContextType>;
  Grant?: GrantResolvers<ContextType>;
  HomelessnessSpell?: HomelessnessSpellResolvers<ContextType>;
  HousingProfile?: HousingProfileResolvers<ContextType>;
  HousingProject?: HousingProjectResolvers<ContextType>;
  HousingProjectConnection?: HousingProjectConnectionResolvers<ContextType>;
  HousingProjectEdge?: HousingProjectEdgeResolvers<ContextType>;
  HousingSupply?: HousingSupplyResolvers<ContextType>;
  MissingFigure?: MissingFigureResolvers<ContextType>;
  ObjectionsLodged?: ObjectionsLodgedResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PersonHousing?: PersonHousingResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = SubgraphContext> = {
  break?: BreakDirectiveResolver<any, any, ContextType>;
  indicator?: IndicatorDirectiveResolver<any, any, ContextType>;
};
