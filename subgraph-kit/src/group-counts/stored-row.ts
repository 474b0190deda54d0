/** A row of counts as the table holds it. */
import type { Count } from '../disclosure/count-table.ts'
import type { Figure } from '../figures/figure.ts'
import { sqlName } from '../figures/indicator.ts'
import { countColumns, noColumn, type GroupCountsShape } from './shape.ts'

/** A typical number goes where the count that it is of goes. */
export function storedRow(
  shape: GroupCountsShape,
  key: readonly Figure[],
  typical: unknown,
  counts: readonly Count[],
): Figure[] {
  const columns = countColumns(shape)
  const total = counts[shape.counts.indexOf(shape.total)]
  const hasTypical = typeof typical === 'number'
  const absent = columns.flatMap((column, index) => {
    if (counts[index] === 'NO_COLUMN') return [noColumn(column)]
    return counts[index] === null ? [column] : []
  })
  if (!hasTypical && total !== 'WITHHELD') absent.push(sqlName(shape.typical))
  return [
    ...key,
    absent.length > 0 ? absent.join(' ') : null,
    hasTypical && typeof total === 'number' ? typical : null,
    ...counts.map((value) => (typeof value === 'number' ? value : null)),
  ]
}
