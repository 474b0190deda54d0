/**
 * What the columns of a KWB table tell about its year. Only breaks the CBS documents are used (the table texts of 85984NED
 * and the changes between 84799NED, 85318NED, 85618NED and 85984NED): ordinals and spellings also change when one table is
 * revised, so they prove nothing. 2019 and 2020 were published under the same columns: nothing here tells them apart.
 */

/** A run of years, both ends included. */
export interface Years {
  readonly from: number
  readonly to: number
}

export interface ColumnEvidence extends Years {
  /** The column that sets the first year, and the one that sets the last. */
  readonly fromColumn: string | null
  readonly toColumn: string | null
}

interface YearSign extends Partial<Years> {
  readonly names: RegExp
}

const yearSigns: readonly YearSign[] = [
  // Migration background made way for country of origin.
  { names: /^(WestersTotaal|NietWestersTotaal|NederlandseAntillenEnAruba|OverigNietWesters)$/, to: 2022 },
  { names: /^(a_w_all|a_nw_all)$/, to: 2022 },
  { names: /\/(Westers totaal|Niet-westers totaal)$/i, to: 2022 },
  { names: /^(EuropaExclusiefNederland|BuitenEuropa)$/, from: 2023 },
  { names: /^a_(nl_all|eur_al|neu_al|geb_nl|geb_eu|geb_ne|gbl_eu|gbl_ne)$/, from: 2023 },
  { names: /^Bevolking\/Bevolking naar herkomst\//, from: 2023 },
  // The theme Opleidingsniveau became Onderwijs.
  { names: /^Opleidingsniveau(Laag|Middelbaar|Hoog)$|^Opleidingsniveau\//, to: 2022 },
  { names: /^(BasisonderwijsVmboMbo1|HavoVwoMbo24|LeerlingenPo)$|^Onderwijs\//, from: 2023 },
  // The theme Wonen became Wonen en vastgoed, with other columns.
  { names: /^(PercentageBewoond|EigendomOnbekend|BouwjaarVoor2000|BouwjaarVanaf2000)$/, to: 2023 },
  { names: /^(p_bewndw|p_e_o_w|p_bjj2k|p_bjo2k)$|^Wonen\//, to: 2023 },
  { names: /^(NietWoningvoorraad|BouwjaarAfgelopenTienJaar)$|^Wonen en vastgoed\//, from: 2024 },
  // Business locations of sections O to Q were added after 2020.
  { names: /^OQOverheidOnderwijsEnZorg$/, from: 2021 },
]

/** Whether the name of a column says something about the year. */
export const isDatedColumn = (name: string): boolean => yearSigns.some(({ names }) => names.test(name))

/** How many themes of the table have a column among these that was not published for the year. */
export function themesAgainst(names: readonly string[], year: number): number {
  return yearSigns.filter((sign) => {
    const { from = 0, to = 9999 } = sign
    return (year < from || year > to) && names.some((name) => sign.names.test(name))
  }).length
}

/** The years in which all these columns can stand together, and the columns that say so. */
export function yearsOfColumns(names: readonly string[]): ColumnEvidence {
  let evidence: ColumnEvidence = { from: 0, to: 9999, fromColumn: null, toColumn: null }
  for (const name of names) {
    for (const sign of yearSigns) {
      if (!sign.names.test(name)) continue
      const { from = 0, to = 9999 } = sign
      if (from > evidence.from) evidence = { ...evidence, from, fromColumn: name }
      if (to < evidence.to) evidence = { ...evidence, to, toColumn: name }
    }
  }
  return evidence
}

export const includes = (years: Years, year: number): boolean => years.from <= year && year <= years.to

/** `2019 to 2022`, `2023`, `2024 and later`: for messages. */
export function describeYears({ from, to }: Years): string {
  if (from === to) return `${from}`
  if (from === 0 && to === 9999) return 'any year'
  if (to === 9999) return `${from} and later`
  return from === 0 ? `years up to ${to}` : `${from} to ${to}`
}
