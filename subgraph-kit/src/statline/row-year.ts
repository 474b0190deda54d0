/** The year that a cell of a column of periods says, in each way in which publishers write whole years. */
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
