/** The columns of a file of figures: long, a row for each figure. */
import type { SchemaElement } from 'hyparquet'
import type { Column, Kind } from '../tables/columns.ts'
import { parquetTypes } from '../tables/parquet-types.ts'

const columns = {
  code: ['text', 'code', 'Code', 'The code of the area.'],
  name: ['text', 'naam', 'Name', 'The name of the area, as it was when the file was made.'],
  level: ['text', 'niveau', 'Level', 'Which of the levels the area is of.'],
  period: ['int', 'periode', 'Period', 'The year of the figure, and of the boundaries of the area.'],
  indicator: [
    'text',
    'indicator',
    'Indicator',
    'What the figure counts or measures, by its id in the catalogue.',
  ],
  value: [
    'float',
    'waarde',
    'Value',
    'The figure, in the unit beside it; nothing where the status is not VALUE.',
  ],
  status: ['text', 'status', 'Status', 'Whether there is a figure, and why not.'],
  unit: ['text', 'eenheid', 'Unit', 'The unit of the value.'],
  source: ['text', 'bron', 'Source', 'The published table that the figure is from.'],
  publisher: ['text', 'uitgever', 'Publisher', 'Who published that table.'],
  synthetic: ['boolean', 'verzonnen', 'Synthetic', 'Whether the figure is invented, for trying the hub.'],
} as const satisfies Readonly<Record<string, readonly [Kind, string, string, string]>>

export type FigureColumnName = keyof typeof columns

export const figureColumnNames = Object.keys(columns) as readonly FigureColumnName[]

/** As the writers of text and of Arrow have them. */
export const figureTableColumns: readonly Column[] = figureColumnNames.map((name) => {
  const [kind, nl, en, definition] = columns[name]
  return {
    ...{ name, kind, level: 0, keys: [], separator: undefined, parent: '', field: '' },
    ...{ status: undefined, isStatusOf: undefined, statuses: [] },
    meaning: { label: { nl, en }, definition },
  }
})

/** As Parquet has them. */
export const figureSchema: SchemaElement[] = [
  { name: 'root', num_children: figureColumnNames.length },
  ...figureColumnNames.map((name) => ({
    ...{ name, repetition_type: 'OPTIONAL' as const },
    ...parquetTypes[columns[name][0]],
  })),
]
