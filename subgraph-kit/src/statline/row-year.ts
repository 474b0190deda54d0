/** The year that a cell of a column of periods says, in each way in which publishers write whole years, and which texts are parts of years. */
import type { SourceStatus } from './table.ts'

export interface RowYear {
  readonly year: number
  /** What a sign after the year says of its figures; null without one. */
  readonly status: SourceStatus | null
}

/** `2019`, `2020JJ00`, `2023*` (provisional), `2023**` (revised); null where the text is no whole year. */
export function readYear(text: string): RowYear | null {
  const [, year, signs] = /^((?:19|20)\d\d)(?:JJ00)?(\*{0,2})$/.exec(text.trim()) ?? []
  if (year === undefined) return null
  return { year: Number(year), status: signs === '*' ? 'PROVISIONAL' : signs === '**' ? 'REVISED' : null }
}

/** `2025HJ01`, `2022KW01`, `2020MM12`, and as titles: `1e halfjaar 2025*`, `2022 1e kwartaal`, `2020 december`. */
export function isPartOfYear(text: string): boolean {
  return partOfYear.test(text.trim())
}

const part =
  '(?:[1-4]e (?:halfjaar|kwartaal)|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)'
const partOfYear = new RegExp(
  `^(?:(?:19|20)\\d\\d(?:HJ|KW|MM)\\d\\d|(?:19|20)\\d\\d ${part}|${part} (?:19|20)\\d\\d)\\*{0,2}$`,
  'i',
)
