/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

export type ExampleProfileQueryVariables = Exact<{
  code: string;
  period?: number | null | undefined;
}>;


export type ExampleProfileQuery = { neighbourhood: { name: string, level: AreaLevel, municipality: { name: string } | null, care: { period: number, socialSupportClients: number | null, missing: Array<{ field: string, reason: MissingReason }> } | null } | null };

type ExampleFigures_Country_Fragment = { name: string, level: AreaLevel, care: { period: number, socialSupportClients: number | null, missing: Array<{ field: string, reason: MissingReason }> } | null };

type ExampleFigures_District_Fragment = { name: string, level: AreaLevel, care: { period: number, socialSupportClients: number | null, missing: Array<{ field: string, reason: MissingReason }> } | null };

type ExampleFigures_Municipality_Fragment = { name: string, level: AreaLevel, care: { period: number, socialSupportClients: number | null, missing: Array<{ field: string, reason: MissingReason }> } | null };

type ExampleFigures_Neighbourhood_Fragment = { name: string, level: AreaLevel, care: { period: number, socialSupportClients: number | null, missing: Array<{ field: string, reason: MissingReason }> } | null };

type ExampleFigures_Province_Fragment = { name: string, level: AreaLevel, care: { period: number, socialSupportClients: number | null, missing: Array<{ field: string, reason: MissingReason }> } | null };

export type ExampleFiguresFragment =
  | ExampleFigures_Country_Fragment
  | ExampleFigures_District_Fragment
  | ExampleFigures_Municipality_Fragment
  | ExampleFigures_Neighbourhood_Fragment
  | ExampleFigures_Province_Fragment
;
