import { describe, expect, it } from 'vitest'
import {
  boundaryBreaksOf,
  predecessorsOf,
  successorsOf,
  yearsOfMunicipality,
} from '@samenhang/subgraph-kit/municipal-changes'

describe('the changes of municipalities', () => {
  it('a merged municipality has one successor, a split one several, one that goes on none', () => {
    expect(successorsOf('GM0005')).toEqual([
      { code: 'GM1966', name: 'Het Hogeland', period: 2019, whole: true },
    ])
    expect(successorsOf('GM0788').map(({ code, whole }) => [code, whole])).toEqual([
      ['GM0757', false],
      ['GM0824', false],
      ['GM0855', false],
      ['GM0865', false],
    ])
    expect(successorsOf('GM0363')).toEqual([])
    expect(successorsOf('BU00050000')).toEqual([])
  })

  it('a municipality tells what it took in, the latest first', () => {
    expect(predecessorsOf('GM0080').map(({ code, period }) => [code, period])).toEqual([
      ['GM0140', 2018],
      ['GM0081', 2018],
      ['GM0055', 2014],
    ])
  })

  it.each([
    ['GM1966', { from: 2019, to: 9999 }],
    ['GM0005', { from: 0, to: 2018 }],
    ['GM1921', { from: 2014, to: 2015 }],
    ['GM0014', { from: 0, to: 9999 }],
    ['GM0241', { from: 0, to: 2015 }],
    ['GM0457', { from: 0, to: 2022 }],
  ])('%s is there in the years by the list', (code, years) => {
    expect(yearsOfMunicipality(code)).toEqual(years)
  })

  it('a boundary breaks where land came in, and not where only the code is another', () => {
    expect(boundaryBreaksOf('GM0014')).toEqual([
      {
        period: 2019,
        note: 'Since 2019 with the land of GM0009 (Ten Boer), GM0017 (Haren): not comparable with earlier years.',
      },
    ])
    expect(boundaryBreaksOf('GM1945')).toEqual([])
    expect(boundaryBreaksOf('GM0518')).toEqual([])
  })
})
