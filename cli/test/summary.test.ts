/**
 * What an import prints at its end: areas, figures and missing cells of each domain, warnings, and columns
 * that nobody knows.
 */
import type { ImportReport } from '@samenhang/subgraph-kit/import'
import { expect, test } from 'vitest'
import { summarise } from '../src/import-summary.ts'

const report: ImportReport = {
  origin: 'kwb.csv',
  table: '84583NED',
  period: 2019,
  periods: [2019],
  areas: { COUNTRY: 0, PROVINCE: 0, MUNICIPALITY: 1, DISTRICT: 99, NEIGHBOURHOOD: 479 },
  derivedAreas: 1,
  leftOut: 2,
  domains: [
    { name: 'care', figures: 3_456, missing: 12, outcome: 'STORED', derivedAreas: 0, lacking: ['wmo'] },
    { name: 'housing', figures: 10, missing: 0, outcome: 'UNCHANGED', derivedAreas: 0, lacking: [] },
    {
      name: 'education',
      figures: 0,
      missing: 0,
      outcome: 'NOTHING_OF_OURS',
      derivedAreas: 0,
      lacking: ['low'],
    },
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
  expect(summarise(report)).toContain('2 columns not known, and left out: Nieuw_117, Nieuwer_118')
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

test('what the source publishes for the year and the file does not have is told before what was stored', () => {
  const told = summarise(report)
  expect(told).toContain('care: 1 of its indicators of 2019 are not in this file: wmo')
  expect(told).toContain('education: none of its indicators of 2019 is in this file')
  expect(told).not.toContain('housing: ')
  expect(told.indexOf('not in this file')).toBeLessThan(told.indexOf('stored'))
  const lacking = Array.from({ length: 45 }, (_, index) => `indicator${index}`)
  const [care, ...others] = report.domains
  const many = care ? [{ ...care, lacking }, ...others] : []
  expect(summarise({ ...report, domains: many })).toMatch(/indicator9 and 35 more$/m)
})
