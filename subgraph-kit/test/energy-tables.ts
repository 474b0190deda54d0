/** A table of the energy subgraph: two areas, one without figures, and a column that nobody knows. */
import { makeTable } from '@samenhang/subgraph-kit/testing'
import type { PublishedTable } from '../src/statline/table.ts'

const headers = ['Huurwoning_53', 'Huurwoning_61', 'Kosten_70', 'Onbekend_71']
export const table = (over: Partial<Parameters<typeof makeTable>[0]> = {}): PublishedTable =>
  makeTable({
    period: 2023,
    headers,
    rows: { GM0363: ['  2050', ' 900', '1.5', 'x'], BU03630000: ['.', '', null, '7'] },
    ...over,
  })
