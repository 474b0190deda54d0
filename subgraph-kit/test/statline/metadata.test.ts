/** What the metadata of a table say of its figures: provisional or revised, as a whole and by topic. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readMetadata } from '../../src/statline/metadata.ts'
import { itWith } from '../requirements.ts'
import * as shared from './shared-data.ts'

const statusOf = (fields: object) =>
  readMetadata([{ Identifier: '85984NED', Title: 'Kerncijfers wijken en buurten 2024', ...fields }], null)
    ?.status

describe('the status of a table', () => {
  it('is the sign the CBS puts after a year: * provisional, ** revised', () => {
    expect(statusOf({ Period: '2024*' })).toBe('PROVISIONAL')
    expect(statusOf({ Period: '2024**' })).toBe('REVISED')
    expect(statusOf({ Title: 'Kerncijfers wijken en buurten 2024*' })).toBe('PROVISIONAL')
  })

  it('is what its text says of all figures, and unknown where that has exceptions', () => {
    const text = (status: string) => ({
      ShortDescription: `Beschikbaar: 2024.\n\nStatus van de cijfers:\n${status}\n`,
    })
    expect(statusOf(text('Definitief.'))).toBe('FINAL')
    expect(statusOf(text('De cijfers in deze tabel zijn voorlopig.'))).toBe('PROVISIONAL')
    expect(statusOf(text('Nader voorlopig.'))).toBe('REVISED')
    expect(statusOf(text('Definitief, tenzij in de toelichting anders is vermeld.'))).toBeNull()
    expect(statusOf({})).toBeNull()
  })
})

describe('the status of a topic', () => {
  const statusesOf = (properties: readonly object[], text = '') =>
    Object.fromEntries(
      readMetadata(
        [{ Identifier: '85984NED', Title: 'Kerncijfers wijken en buurten 2024', ShortDescription: text }],
        properties,
      )?.topicStatuses ?? [],
    )

  it('is the sign after its title or what its description says, by key and by heading', () => {
    expect(
      statusesOf([
        { Key: 'A_1', Title: 'Aantal**', Description: '' },
        { Key: 'B_2', Title: 'Bedrag', Description: 'In euro.\r\nHet betreft voorlopige cijfers.' },
        { Key: 'C_3', Title: 'Cijfer', Description: 'Het betreft nader voorlopige cijfers.' },
        { Key: 'D_4', Title: 'Deel', Description: 'Zonder voorlopige opvang.' },
      ]),
    ).toEqual({
      A_1: 'REVISED',
      Aantal: 'REVISED',
      B_2: 'PROVISIONAL',
      Bedrag: 'PROVISIONAL',
      C_3: 'REVISED',
      Cijfer: 'REVISED',
    })
  })

  it('is else that of the groups it stands in, and final only where the table says that all others are', () => {
    const properties = [
      { ID: 1, Key: '', Title: 'Vestigingen', Description: 'De cijfers hebben een voorlopig karakter.' },
      { ID: 2, ParentID: 1, Key: 'E_5', Title: 'Totaal' },
      { ID: 3, Key: 'F_6', Title: 'Inwoners' },
    ]
    const group = { E_5: 'PROVISIONAL', 'Vestigingen/Totaal': 'PROVISIONAL' }
    expect(statusesOf(properties)).toEqual(group)
    const text = 'Status van de cijfers:\r\nDefinitief, tenzij anders is vermeld.'
    expect(statusesOf(properties, text)).toEqual({ ...group, F_6: 'FINAL', Inwoners: 'FINAL' })
  })
})

describe('metadata', () => {
  it('gives title, year and keys in the order of the table, from a list or an answer', () => {
    const infos = [{ Identifier: '85984NED', Title: 'Kerncijfers wijken en buurten 2024*', Period: '2024' }]
    const properties = [{ Key: '', Type: 'TopicGroup' }, { Key: 'AantalInwoners_5' }, { Key: 'Mannen_6' }]
    const expected = {
      table: '85984NED',
      title: 'Kerncijfers wijken en buurten 2024',
      year: 2024,
      status: 'PROVISIONAL',
      keys: ['AantalInwoners_5', 'Mannen_6'],
      topicStatuses: new Map(),
      headings: new Map(),
    }
    expect(readMetadata(infos, properties)).toEqual(expected)
    expect(readMetadata({ value: infos }, { value: properties })).toEqual(expected)
  })

  it('is none where a file is something else', () => {
    for (const other of [null, 'text', [], [{}], { value: [] }, { value: 3 }])
      expect(readMetadata(other, null)).toBeNull()
  })

  itWith(shared.metadata2024, 'of 2024 as published says no status for all figures', () => {
    const read = (name: string): unknown =>
      JSON.parse(readFileSync(join(shared.metadata2024.path, name), 'utf8'))
    const metadata = readMetadata(read('TableInfos.json'), read('DataProperties.json'))
    expect(metadata).toMatchObject({ table: '85984NED', year: 2024, status: null })
    expect(metadata?.keys).toHaveLength(129)
    const keys = (status: string) =>
      (metadata?.keys ?? []).filter((key) => metadata?.topicStatuses.get(key) === status)
    expect(keys('REVISED')).toEqual(['GemiddeldeWOZWaardeVanWoningen_39'])
    // 25 by their own words, and the nine of establishments by their group's.
    expect(keys('PROVISIONAL')).toHaveLength(34)
    expect(keys('FINAL')).toHaveLength(94)
  })
})
