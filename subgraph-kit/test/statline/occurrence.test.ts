/** Several columns of one name are told apart by ordinals, groups or metadata, and never by guessing. */
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { openFile } from '../../src/statline/open-file.ts'
import { describeWith } from '../requirements.ts'
import * as shared from './shared-data.ts'
import { bulkCsv, newFolder, refusalOf, writeTemporary } from './tables.ts'

async function occurrencesOf(name: string, keys: readonly string[], folder = newFolder()) {
  const csv = bulkCsv(keys, [['GM0344', ...keys.map(() => 1)]])
  const { columns } = await openFile(writeTemporary(name, csv, folder))
  return columns.map(({ header, occurrence }) => `${header} #${occurrence}`)
}

describe('which of several equal names a column is', () => {
  it('is told by the ordinals, wherever the column stands in the file', async () => {
    expect(
      await occurrencesOf('84583NED.csv', ['Appartement_56', 'AantalInwoners_5', 'Appartement_48']),
    ).toEqual(['Appartement_56 #2', 'AantalInwoners_5 #1', 'Appartement_48 #1'])
  })

  it('is told by the known ordinals of the year where some are left out', async () => {
    expect(await occurrencesOf('84583NED.csv', ['AantalInwoners_5', 'EigenWoning_62'])).toContain(
      'EigenWoning_62 #2',
    )
    expect(await occurrencesOf('85618NED.csv', ['Nederland_20', 'BuitenEuropa_24', 'Hoekwoning_51'])).toEqual(
      ['Nederland_20 #2', 'BuitenEuropa_24 #3', 'Hoekwoning_51 #1'],
    )
  })

  it('is not guessed: a revised ordinal with the others left out is refused by name', async () => {
    const csv = bulkCsv(['AantalInwoners_5', 'Appartement_51'], [['GM0344', 1, 2]])
    const { message } = await refusalOf(writeTemporary('85984NED.csv', csv))
    expect(message).toBe(
      '85984NED.csv, line 1, column Appartement_51: some columns "Appartement" are left out, and nothing tells which this one is. Put DataProperties.json of the table beside the file, or download all columns.',
    )
    const unknownYear = bulkCsv(['AantalInwoners_5', 'Appartement_56'], [['GM0344', 1, 2]])
    expect((await refusalOf(writeTemporary('85039NED.csv', unknownYear))).message).toContain(
      'column Appartement_56',
    )
  })

  it('is told by metadata beside the file before anything else', async () => {
    const folder = newFolder()
    const infos = { Identifier: '86165NED', Title: 'Kerncijfers wijken en buurten 2025', Period: '2025' }
    const keys = ['AantalInwoners_5', 'Appartement_50', 'Appartement_70'].map((Key) => ({
      Key,
      Type: 'Topic',
    }))
    writeTemporary('TableInfos.json', JSON.stringify([infos]), folder)
    writeTemporary('DataProperties.json', JSON.stringify(keys), folder)
    expect(await occurrencesOf('a.csv', ['AantalInwoners_5', 'Appartement_70'], folder)).toEqual([
      'AantalInwoners_5 #1',
      'Appartement_70 #2',
    ])
  })

  it('is not told by the metadata of another table', async () => {
    const folder = newFolder()
    const infos = { Identifier: '86165NED', Title: 'Kerncijfers wijken en buurten 2025', Period: '2025' }
    writeTemporary('TableInfos.json', JSON.stringify([infos]), folder)
    writeTemporary('DataProperties.json', JSON.stringify([{ Key: 'AantalInwoners_5' }]), folder)
    expect(await occurrencesOf('84583NED.csv', ['AantalInwoners_5', 'Appartement_56'], folder)).toContain(
      'Appartement_56 #2',
    )
  })
})

const mapped = [
  shared.columnMap,
  shared.amsterdam2019,
  shared.rotterdam2022,
  shared.rotterdam2023,
  shared.metadata2024,
]

describeWith(mapped, 'against the map of the columns', () => {
  const map: readonly Readonly<Record<string, string>>[] =
    shared.columnMap.missing === null
      ? parse(readFileSync(shared.columnMap.path), { columns: true, bom: true })
      : []

  it.each([
    ['key_2019_84583NED', shared.amsterdam2019.path],
    ['key_2022_85318NED', shared.rotterdam2022.path],
    ['key_2023_85618NED', shared.rotterdam2023.path],
  ])('every column of %s has the occurrence the map gives it', async (field, path) => {
    const { columns } = await openFile(path)
    const given = new Map(map.map((row) => [row[field], Number(row['occurrence'])]))
    expect(columns.map(({ header, occurrence }) => [header, occurrence])).toEqual(
      columns.map(({ header }) => [header, given.get(header)]),
    )
  })

  it('the metadata of 2024 tells the same for a file with all its keys', async () => {
    const folder = newFolder()
    for (const name of ['TableInfos.json', 'DataProperties.json']) {
      copyFileSync(join(shared.metadata2024.path, name), join(folder, name))
    }
    const rows = map.filter((row) => row['key_2024_85984NED_march2025'] !== '')
    const keys = rows
      .map((row) => row['key_2024_85984NED_march2025'] ?? '')
      .filter((key) => !/_[123]$/.test(key))
    const given = rows.filter((row) => !/_[123]$/.test(row['key_2024_85984NED_march2025'] ?? ''))
    expect(await occurrencesOf('a.csv', keys, folder)).toEqual(
      given.map((row) => `${row['key_2024_85984NED_march2025']} #${row['occurrence']}`),
    )
    const table = await openFile(join(folder, 'a.csv'))
    expect(table.source).toMatchObject({
      table: '85984NED',
      title: 'Kerncijfers wijken en buurten 2024',
      status: null,
    })
  })
})
