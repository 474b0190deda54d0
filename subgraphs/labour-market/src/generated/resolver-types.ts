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
   * Labour market figures of this area in one year. Without `period` the newest year that has such figures
   * for this area, null where none has; a year that nobody loaded is an error PERIOD_NOT_PUBLISHED.
   */
  labourMarket?: Maybe<LabourMarketProfile>;
  /**
   * The focus groups that this domain counts (labour migrants) in this
   * area: one entry for each that has figures, each of its newest year. Null where none has.
   */
  labourMarketFocusGroups?: Maybe<Array<FocusGroupFigures>>;
  /** The same over the years, the oldest first: all there are, or those of `from` up to and including `to`. */
  labourMarketFocusGroupsSeries?: Maybe<Array<FocusGroupFigures>>;
  /**
   * Labour market figures of this area over the years, the oldest first: all there are, or those of `from`
   * up to and including `to`.
   */
  labourMarketSeries?: Maybe<Array<LabourMarketProfile>>;
  /**
   * The socio-economic status of the households of this area in one year. Without `period` the newest year that
   * has such figures for this area, null where none has; a year that nobody loaded is an error
   * PERIOD_NOT_PUBLISHED.
   */
  socioEconomicStatus?: Maybe<SocioEconomicStatusProfile>;
  /**
   * The socio-economic status of the households of this area over the years, the oldest first: all there are, or
   * those of `from` up to and including `to`.
   */
  socioEconomicStatusSeries?: Maybe<Array<SocioEconomicStatusProfile>>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaLabourMarketArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaLabourMarketFocusGroupsSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaLabourMarketSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaSocioEconomicStatusArgs = {
  period?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A place for which figures are published, from the country to a neighbourhood. The base registry says what it is
 * called and where it lies; every domain adds its figures here, once for all levels.
 */
export type AreaSocioEconomicStatusSeriesArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};

/** One benefit. */
export type Benefit = {
  __typename?: 'Benefit';
  /** Its first day, ISO 8601. */
  from?: Maybe<Scalars['String']['output']>;
  /** Which benefit. */
  kind?: Maybe<BenefitKind>;
  /** Its last day; null where it continues. */
  to?: Maybe<Scalars['String']['output']>;
};

/** A benefit. */
export type BenefitKind =
  /** Disability benefit (AO: WIA, WAO, Wajong). */
  | 'DISABILITY'
  /** Old-age pension (AOW). */
  | 'OLD_AGE'
  /** Social assistance (bijstand, Participatiewet). */
  | 'SOCIAL_ASSISTANCE'
  /** Unemployment benefit (WW). */
  | 'UNEMPLOYMENT';

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
  /** Loaded labour market figures, the newest year first. */
  labourMarket?: Maybe<Array<Dataset>>;
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

/** A fifth of all incomes in the country. */
export type IncomeBand =
  /** The fourth fifth. */
  | 'FOURTH'
  /** The highest fifth. */
  | 'HIGHEST'
  /** The lowest fifth. */
  | 'LOWEST'
  /** The middle fifth. */
  | 'MIDDLE'
  /** The second fifth. */
  | 'SECOND';

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
 * The labour market of one area in one year: participation, income and wealth, benefits, and
 * establishments of businesses. Source: CBS, key figures for districts and neighbourhoods (Kerncijfers
 * wijken en buurten, KWB). A field is null where the source has no figure; `missing` says why.
 */
export type LabourMarketProfile = {
  __typename?: 'LabourMarketProfile';
  /**
   * Average income per inhabitant (gemiddeld inkomen per inwoner): mean gross personal income in this year
   * of all people in private households, those without income included, in euro of that year (nominal:
   * not corrected for prices).
   * Missing where fewer than 2,500 of them live.
   */
  averageIncomePerInhabitant?: Maybe<Scalars['Int']['output']>;
  /**
   * Average income per income recipient (gemiddeld inkomen per inkomensontvanger): mean gross personal
   * income in this year of people in private households who had one, in euro of that year (nominal: not
   * corrected for prices, so that a rise is not a rise in purchasing power). Child benefit is left out.
   * Missing where fewer than 2,500 of them live.
   */
  averageIncomePerRecipient?: Maybe<Scalars['Int']['output']>;
  /**
   * Average standardised household income (gemiddeld gestandaardiseerd inkomen van huishoudens):
   * disposable income of private households in this year, corrected for size and composition so that
   * households can be compared, in euro of that year (nominal: not corrected for prices).
   */
  averageStandardisedHouseholdIncome?: Maybe<Scalars['Int']['output']>;
  /**
   * Why figures of this year do not compare with those of earlier years: one entry for each break that begins in it, of this municipality by a
   * merger or of one field by a new definition. Breaks by changed boundaries at every level are at `Area.breaks`.
   */
  breaks: Array<Break>;
  /**
   * Disability benefit recipients (personen met een arbeidsongeschiktheidsuitkering) under the acts WAO,
   * WAZ, Wajong or WIA on the last day of December. A person with two of these counts once.
   */
  disabilityBenefitRecipients?: Maybe<Scalars['Int']['output']>;
  /**
   * Employed labour force (werkzame beroepsbevolking): inhabitants of 15 to 75 in paid work. Published
   * from 2023.
   */
  employedLabourForce?: Maybe<Scalars['Int']['output']>;
  /**
   * Share of employees (percentage werknemers): people whose main job is under a contract of employment,
   * as part of all people of 15 to 75 in employment.
   * Missing where fewer than 150 people in employment live.
   */
  employeeShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Business establishments (bedrijfsvestigingen) on 1 January, by the SBI 2008 classification; locations
   * of one business within one postcode area count once. Rounded to a multiple of 5. The total of 2019
   * leaves out government, education and care (O-Q), later ones include them.
   */
  establishments?: Maybe<Scalars['Int']['output']>;
  /**
   * Establishments in agriculture, forestry and fishing (vestigingen landbouw, bosbouw en visserij) on 1
   * January, SBI section A. Rounded to a multiple of 5.
   * Missing where there are fewer than 20 establishments.
   */
  establishmentsAgricultureForestryAndFishing?: Maybe<Scalars['Int']['output']>;
  /**
   * Establishments in business services (vestigingen zakelijke dienstverlening) on 1 January, SBI sections
   * M and N. Rounded to a multiple of 5.
   * Missing where there are fewer than 20 establishments.
   */
  establishmentsBusinessServices?: Maybe<Scalars['Int']['output']>;
  /**
   * Establishments in culture, recreation and other services (vestigingen cultuur, recreatie en overige
   * diensten) on 1 January, SBI sections R to U. Rounded to a multiple of 5.
   * Missing where there are fewer than 20 establishments.
   */
  establishmentsCultureRecreationAndOtherServices?: Maybe<Scalars['Int']['output']>;
  /**
   * Establishments in financial services and real estate (vestigingen financiële diensten en onroerend
   * goed) on 1 January, SBI sections K and L. Rounded to a multiple of 5.
   * Missing where there are fewer than 20 establishments.
   */
  establishmentsFinanceAndRealEstate?: Maybe<Scalars['Int']['output']>;
  /**
   * Establishments in government, education and care (vestigingen overheid, onderwijs en zorg) on 1
   * January: SBI 2008 section O (public administration, government services and compulsory social
   * security), P (education) and Q (health and social care). Published from 2021. Rounded to a multiple of
   * 5; provisional.
   * Missing where there are fewer than 20 establishments.
   */
  establishmentsGovernmentEducationAndCare?: Maybe<Scalars['Int']['output']>;
  /**
   * Establishments in industry and energy (vestigingen nijverheid en energie) on 1 January, construction
   * included, SBI sections B to F. Rounded to a multiple of 5.
   * Missing where there are fewer than 20 establishments.
   */
  establishmentsIndustryAndEnergy?: Maybe<Scalars['Int']['output']>;
  /**
   * Establishments in trade and hospitality (vestigingen handel en horeca) on 1 January, SBI sections G
   * and I. Rounded to a multiple of 5.
   * Missing where there are fewer than 20 establishments.
   */
  establishmentsTradeAndHospitality?: Maybe<Scalars['Int']['output']>;
  /**
   * Establishments in transport, information and communication (vestigingen vervoer, informatie en
   * communicatie) on 1 January, SBI sections H and J. Rounded to a multiple of 5.
   * Missing where there are fewer than 20 establishments.
   */
  establishmentsTransportAndCommunication?: Maybe<Scalars['Int']['output']>;
  /**
   * Share of employees with a flexible contract (percentage werknemers met flexibele arbeidsrelatie), as
   * part of all people of 15 to 75 in employment. Published from 2023.
   * Missing where fewer than 150 people in employment live.
   */
  flexibleEmployeeShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of households below or around the social minimum (percentage huishoudens onder of rond sociaal
   * minimum): income up to 101 % of the minimum the law sets, with one decimal. Student households and
   * those with income for part of the year are left out.
   * Missing where fewer than 100 such households live.
   */
  householdsAroundSocialMinimumShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of households with the highest income (percentage huishoudens met hoogste inkomen): private
   * households whose disposable income is among the highest 20 % of the country, with one decimal.
   * Missing where fewer than 100 private households live.
   */
  householdsInHighestIncomeGroupShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of households with the lowest income (percentage huishoudens met laagste inkomen): private
   * households whose disposable income is among the lowest 40 % of the country, with one decimal.
   * Missing where fewer than 100 private households live.
   */
  householdsInLowestIncomeGroupShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of households up to 110 % of the social minimum (percentage huishoudens tot 110% van sociaal
   * minimum): disposable income under that bound, with one decimal.
   */
  householdsUpTo110PercentOfSocialMinimumShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of households up to 120 % of the social minimum (percentage huishoudens tot 120% van sociaal
   * minimum): disposable income under that bound, with one decimal.
   */
  householdsUpTo120PercentOfSocialMinimumShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Income recipients (inkomensontvangers): people in private households who had a personal income in
   * this year. Rounded to hundreds.
   */
  incomeRecipients?: Maybe<Scalars['Int']['output']>;
  /**
   * Share of households with a low income (percentage huishoudens met een laag inkomen): standardised
   * income under the low-income threshold, which has the same purchasing power in every year, with one
   * decimal. Student households and those with income for part of the year are left out.
   * Missing where fewer than 100 such households live.
   */
  lowIncomeHouseholdShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Median wealth of private households (mediaan vermogen van particuliere huishoudens): assets, the home
   * and a business included, less debts, in euro. Half of the households have more; can be negative.
   */
  medianHouseholdWealth?: Maybe<Scalars['Int']['output']>;
  /** Why figures of this profile are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /**
   * Share of people just above the poverty line (percentage personen tot 25% boven armoedegrens): people
   * in private households at most 25 % above it. Published from 2024.
   */
  nearPovertyShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Net participation rate (nettoarbeidsparticipatie): people in paid work as part of all inhabitants of
   * 15 to 75 outside institutions.
   * Missing where fewer than 150 people live.
   */
  netParticipationRate?: Maybe<Scalars['Float']['output']>;
  /**
   * Old age pension recipients (personen met een AOW-uitkering) under the General Old Age Pensions Act on
   * the last day of December.
   */
  oldAgePensionRecipients?: Maybe<Scalars['Int']['output']>;
  /** The year these figures describe. */
  period: Scalars['Int']['output'];
  /**
   * Share of employees with a permanent contract (percentage werknemers met vaste arbeidsrelatie), as part
   * of all people of 15 to 75 in employment. Published from 2023.
   * Missing where fewer than 150 people in employment live.
   */
  permanentEmployeeShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of people with the highest income (percentage personen met hoogste inkomen): income recipients
   * whose personal income is among the highest 20 % of the country, with one decimal.
   * Missing where fewer than 100 people with income live.
   */
  personsInHighestIncomeGroupShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of people with the lowest income (percentage personen met laagste inkomen): income recipients
   * whose personal income is among the lowest 40 % of the country, with one decimal.
   * Missing where fewer than 100 people with income live.
   */
  personsInLowestIncomeGroupShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of people in poverty (percentage personen in armoede): people in private households below the
   * poverty line. Published from 2024; it replaces the shares by low income and social minimum, and cannot
   * be compared with them.
   */
  povertyShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Share of self-employed people (percentage zelfstandigen): people whose main job is at their own
   * account or risk, in their own or a relative's business, as part of all people of 15 to 75 in
   * employment.
   * Missing where fewer than 150 people in employment live.
   */
  selfEmployedShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Social assistance recipients (personen met een bijstandsuitkering) under the Participation Act on the
   * last day of December. Residents of institutions and homeless people are not counted. Rounded to tens; the CBS
   * revises it regularly, also after its table was published: the theme social security of
   * StatLine has the newest. A person with several benefits counts in each.
   */
  socialAssistanceRecipients?: Maybe<Scalars['Int']['output']>;
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
   * Unemployment benefit recipients (personen met een WW-uitkering) under the Unemployment Insurance Act
   * on the last day of December.
   */
  unemploymentBenefitRecipients?: Maybe<Scalars['Int']['output']>;
};

/** A position on the labour market. */
export type LabourPosition =
  /** Employed by others (werknemer). */
  | 'EMPLOYEE'
  /** Without work and not seeking or not available (niet-beroepsbevolking). */
  | 'NOT_SEEKING'
  /** Self-employed (zelfstandige). */
  | 'SELF_EMPLOYED'
  /** Without work, seeking it and available (werkloos). */
  | 'UNEMPLOYED';

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
  /** The id: opaque, and the same for a person in the whole graph. It is not a number by which anyone knows the person. */
  id: Scalars['ID']['output'];
  /** The work and income of this person. Null where the domain has no record of the person. */
  labourMarket?: Maybe<PersonLabourMarket>;
};

/** The work and income of a person, as the municipality and the benefits agency know it. */
export type PersonLabourMarket = {
  __typename?: 'PersonLabourMarket';
  /** Benefits (uitkeringen), the newest first. */
  benefits?: Maybe<Array<Benefit>>;
  /** Standardised income by the fifths of the country (inkomensklasse). */
  incomeBand?: Maybe<IncomeBand>;
  /** Position on the labour market (arbeidspositie). */
  position?: Maybe<LabourPosition>;
  /** Trajectory to work (re-integratietraject) that the person follows now; null where none. */
  trajectory?: Maybe<TrajectoryToWork>;
};

export type Query = {
  __typename?: 'Query';
  /** What is loaded: each domain adds its own field. */
  datasets?: Maybe<Datasets>;
};

/**
 * The socio-economic status of the private households of one area in one year: wealth, level of education and
 * recent employment in one score. Source: CBS, SES-WOA; scores per wijk en buurt. A field is null where the
 * source has no figure; `missing` says why.
 */
export type SocioEconomicStatusProfile = {
  __typename?: 'SocioEconomicStatusProfile';
  /**
   * Why figures of this year do not compare with those of earlier years: one entry for each break that begins in it, of this municipality by a
   * merger or of one field by a new definition. Breaks by changed boundaries at every level are at `Area.breaks`.
   */
  breaks: Array<Break>;
  /** Households with a high level of education (opleidingsniveau hoog), in per cent of those of which it is known. */
  educationHighShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Households with an intermediate level of education (opleidingsniveau middelbaar), in per cent of those of
   * which it is known.
   */
  educationIntermediateShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Households with a low level of education (opleidingsniveau laag), in per cent of those of which it is known.
   * Another definition than `education.educationLow`, which counts people.
   */
  educationLowShare?: Maybe<Scalars['Float']['output']>;
  /** Why figures of this profile are null: one entry for each null. */
  missing: Array<MissingFigure>;
  /** The year these figures describe. */
  period: Scalars['Int']['output'];
  /** Private households (particuliere huishoudens) that the scores of this area rest on, to a hundred. */
  privateHouseholds?: Maybe<Scalars['Int']['output']>;
  /**
   * Socio-economic status (SES-WOA-score): how the private households of this area do in wealth, level of
   * education and recent employment, on average. Higher is better; 0 is near the average of the Netherlands; may
   * be negative. Missing where too few households live.
   */
  score?: Maybe<Scalars['Float']['output']>;
  /**
   * Spread of the scores (spreiding SES-WOA): how much the households within this area differ in socio-economic
   * status; higher is more. Missing where the score is.
   */
  scoreSpread?: Maybe<Scalars['Float']['output']>;
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

/** A trajectory to work. */
export type TrajectoryToWork =
  /** Coaching on the job (jobcoaching). */
  | 'JOB_COACHING'
  /** Sheltered work (beschut werk). */
  | 'SHELTERED_WORK'
  /** Training (scholing). */
  | 'TRAINING'
  /** Voluntary work as a step (vrijwilligerswerk). */
  | 'VOLUNTARY_WORK';

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
