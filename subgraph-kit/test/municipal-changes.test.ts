/** Which municipalities became which, held against the lists that were published of them. */
import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import {
  boundaryBreaksOf,
  predecessorsOf,
  successorsOf,
  yearsOfMunicipality,
} from '@samenhang/subgraph-kit/municipal-changes'
import { cbsFile, describeWith, type RequiredFile } from './requirements.ts'

const list2019 = cbsFile('gemeenten-2019/Gemeenten alfabetisch 2019.csv')
const map2024 = cbsFile('geo/gemeenten_2024.geojson')

describeWith([list2019, map2024], 'the published municipalities of 2019 and 2024', () => {
  const read = ({ path }: RequiredFile) => readFileSync(path, 'utf8')
  const published = (): readonly (readonly [year: number, names: ReadonlyMap<string, string>])[] => {
    const rows = read(list2019).trim().split(/\r?\n/).slice(1)
    const { features } = JSON.parse(read(map2024)) as {
      features: { properties: { gemeentecode: string; gemeentenaam: string } }[]
    }
    return [
      [2019, new Map(rows.map((row) => row.split(',')).map(([, code = '', name = '']) => [code, name]))],
      [2024, new Map(features.map(({ properties: of }) => [of.gemeentecode, of.gemeentenaam]))],
    ]
  }
  const isThere = (code: string, year: number) => {
    const { from, to } = yearsOfMunicipality(code)
    return from <= year && year <= to
  }

  it('are all there in their year, under their names', () => {
    for (const [year, names] of published()) {
      expect([...names.keys()].filter((code) => !isThere(code, year))).toEqual([])
      for (const code of names.keys()) {
        for (const one of [...successorsOf(code), ...predecessorsOf(code)]) {
          expect(names.get(one.code) ?? one.name).toBe(one.name)
        }
      }
    }
  })

  it('differ by the changes that are listed and no others', () => {
    const [[, of2019], [, of2024]] = published() as [
      readonly [number, ReadonlyMap<string, string>],
      readonly [number, ReadonlyMap<string, string>],
    ]
    const ended = [...of2019.keys()].filter((code) => !of2024.has(code))
    const began = [...of2024.keys()].filter((code) => !of2019.has(code) && code !== 'GM0998')
    expect(ended.filter((code) => successorsOf(code).length === 0)).toEqual([])
    expect(began.filter((code) => yearsOfMunicipality(code).from === 0)).toEqual([])
    expect([ended.length, began.length]).toEqual([18, 5])
  })
})

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
