/**
 * The kinds of regions, the codes that each has, and what the CBS calls them in "Gebieden in Nederland". Two kinds are not in that table:
 * the municipalities that a central municipality shelters people for, and the regions of the housing deals.
 */
import type { RegionKind } from './generated/resolver-types.ts'

export interface KindOfRegion {
  /** What its codes begin with. */
  readonly prefix: string
  /** The headings of the CBS over the years, with straight apostrophes and in small letters. */
  readonly headings: readonly string[]
}

export const kindsOfRegion = {
  LABOUR_MARKET: { prefix: 'AM', headings: ["arbeidsmarktregio's"] },
  YOUTH_CARE: { prefix: 'JZ', headings: ["jeugdregio's", "jeugdzorgregio's"] },
  GGD: { prefix: 'GG', headings: ["ggd-regio's"] },
  SCHOOL_ATTENDANCE: { prefix: 'MC', headings: ['regionale meld- en coördinatiepunten'] },
  SHELTER: { prefix: 'CG', headings: [] },
  HOUSING_DEAL: { prefix: 'WD', headings: [] },
} as const satisfies Record<RegionKind, KindOfRegion>

export const regionKinds = Object.keys(kindsOfRegion) as readonly RegionKind[]

/** The kind that a code is of, told from its letters; null where it is no code of a region. */
export function kindOfCode(code: string): RegionKind | null {
  const prefix = /^([A-Z]{2})\d{2,6}$/.exec(code)?.[1]
  return regionKinds.find((kind) => kindsOfRegion[kind].prefix === prefix) ?? null
}
