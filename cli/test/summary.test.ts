import type { ImportReport } from '@samenhang/subgraph-kit/import'
import { expect, test } from 'vitest'
import { summarise } from '../src/import-summary.ts'

const report: ImportReport = {
  origin: 'kwb.csv',
  table: '84583NED',
  period: 2019,
  areas: { COUNTRY: 0, PROVINCE: 0, MUNICIPALITY: 1, DISTRICT: 99, NEIGHBOURHOOD: 479 },
  derivedAreas: 1,
  leftOut: 2,
  domains: [
    { name: 'care', figures: 3_456, missing: 12, outcome: 'STORED', derivedAreas: 0 },
    { name: 'housing', figures: 10, missing: 0, outcome: 'UNCHANGED', derivedAreas: 0 },
  ],
  unknownColumns: ['Nieuw_117', 'Nieuwer_118'],
  warnings: [],
}

test('an import ends with areas by level, figures and missing cells a domain, and what happened to each', () => {
  const told = summarise(report)
  expect(told).toContain('kwb.csv: table 84583NED, year 2019')
  expect(told).toContain('municipality 1, district 99, neighbourhood 479; 1 made from the codes of others')
  expect(told).toContain('2 rows left out')
  expect(told).toMatch(/care +│ +3,456 +│ +12 +│ stored/)
  expect(told).toMatch(/housing .* unchanged/)
})

test('columns that no domain knows are named', () => {
  expect(summarise(report)).toContain('2 columns not known: Nieuw_117, Nieuwer_118')
  expect(summarise({ ...report, unknownColumns: [] })).toContain('every column is known')
})

test('a warning stands under the year, before what was stored', () => {
  const told = summarise({
    ...report,
    warnings: ['the year is taken to be 2019 (--year), though its name says 2020'],
  })
  expect(told.split('\n').slice(0, 2)).toEqual([
    'kwb.csv: table 84583NED, year 2019',
    'warning: the year is taken to be 2019 (--year), though its name says 2020',
  ])
})
