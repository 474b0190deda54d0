/** What the statistics of a group of rows say of it. */
import type { RowGroup } from 'hyparquet'
import type { FigureColumnName } from './figure-columns.ts'

/** All rows of a group are of one. */
export function indicatorOf(group: RowGroup): string {
  return leastIn(group, 'indicator')
}

export function leastIn({ columns }: RowGroup, name: FigureColumnName): string {
  const column = columns.find(({ meta_data: data }) => data?.path_in_schema[0] === name)
  return String(column?.meta_data?.statistics?.min_value)
}
