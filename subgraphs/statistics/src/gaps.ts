/** Why a figure is null, as a byte of a column and as a word of the graph. 0 is a figure. */

/** In the order of their bytes, from 1 on; a change of the order needs a migration. */
export const gaps = [
  'NOT_PUBLISHED',
  'NOT_IMPORTED',
  'NOT_AVAILABLE',
  'SUPPRESSED',
  'NO_SUCH_AREA',
  'CONFIDENTIAL',
  'IMPOSSIBLE',
  'UNRELIABLE',
] as const

export type Gap = (typeof gaps)[number]

/** The byte of a figure that is there. */
export const present = 0

/** The byte of a gap; of a word that is not known, that of NOT_AVAILABLE: it claims the least. */
export function byteOf(gap: string): number {
  const index = gaps.findIndex((known) => known === gap)
  return 1 + (index < 0 ? gaps.indexOf('NOT_AVAILABLE') : index)
}

/** The word of a byte; null for a figure. */
export function gapOf(byte: number | undefined): Gap | null {
  return byte === undefined ? 'NO_SUCH_AREA' : (gaps[byte - 1] ?? null)
}
