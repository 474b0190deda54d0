/**
 * Records of people: stored from a file, read back in one statement, and never with a number in an answer, a
 * log or a refusal.
 */
import { hkdfSync } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { casesOn, describeOnDatabases } from '../requirements.ts'
import { count, day, listOf, oneOf, optional, yesOrNo } from '@samenhang/subgraph-kit/column-types'
import { openDatabase, type Database } from '@samenhang/subgraph-kit/database'
import { migrate } from '@samenhang/subgraph-kit/migrations'
import { importRecords, openRecordsFile } from '@samenhang/subgraph-kit/records-file'
import { syntheticNumbers } from '@samenhang/subgraph-kit/subject/eleven-test'
import { createPseudonyms } from '@samenhang/subgraph-kit/subject/pseudonym'
import { hasRealDeliveries } from '@samenhang/subgraph-kit/subject/subject-file'
import { recordShape } from '@samenhang/subgraph-kit/subject/record-shape'
import { recordMigration } from '@samenhang/subgraph-kit/subject/record-store'
import { subjectRecords } from '@samenhang/subgraph-kit/subject/subject-records'
import { makeCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { makeTestData, type TestData } from '@samenhang/subgraph-kit/testing'

const pseudonyms = createPseudonyms((use) => Buffer.from(hkdfSync('sha256', 'test', '', use, 32)), 'energy')
const [first = '', second = '', third = ''] = [...syntheticNumbers(3)].map(String)

const shape = recordShape({
  table: 'meter',
  columns: { grid: oneOf('GAS', 'HEAT'), smart: optional(yesOrNo), tariffs: listOf(oneOf('DAY', 'NIGHT')) },
  lists: {
    readings: {
      entry: 'reading',
      columns: { from: day, to: optional(day), units: count },
      order: ['from', 'newest'],
    },
  },
})
const meters = subjectRecords('energy', shape)
const migration = recordMigration('0001', 'meter', {
  grid: 'text',
  smart: 'integer',
  tariffs: 'text',
  readings: 'text',
})

const header = 'bsn;grid;smart;tariffs;reading_from;reading_to;reading_units'
const good = `${header}
${first};GAS;yes;DAY NIGHT;2023-01-01;2023-12-31;7
${second};HEAT;;;;;
${first};;;;2024-01-01;;9
`

describeOnDatabases('records of subjects', (kind) => {
  let data: TestData
  let database: Database

  beforeEach(async () => {
    data = await makeTestData(kind)
    database = await openDatabase('energy', data.environment)
    await migrate(database, [migration])
  })
  afterEach(async () => {
    await database.close()
    await data.remove()
  })

  async function take(content: string, options: { retrievedAt?: string; force?: boolean } = {}) {
    const path = join(data.directory, 'persons.csv')
    writeFileSync(path, content)
    const file = await openRecordsFile(path, {
      retrievedAt: options.retrievedAt ?? '2026-01-01T09:30:00.000Z',
    })
    return (
      file && importRecords([meters.format(database, pseudonyms)], file, { force: options.force ?? false })
    )
  }
  const demo = createPseudonyms((use) => Buffer.from(hkdfSync('sha256', 'test', '', use, 32)), 'energy', {
    onlySynthetic: true,
  })

  it('where people are synthetic only, a file with a real number is refused by line, without the number', async () => {
    const path = join(data.directory, 'persons.csv')
    const takeAs = async (number: string, by = demo) => {
      writeFileSync(path, `${header}\n${number};HEAT;;;;;\n`)
      const file = await openRecordsFile(path)
      return file && importRecords([meters.format(database, by)], file)
    }
    const refused: unknown = await takeAs('123456782').catch((error: unknown) => error)
    expect(String(refused)).toMatch(/line 2.*not that of a synthetic person.*HUB_MODE=production/s)
    expect(String(refused)).not.toContain('123456782')
    expect(await hasRealDeliveries(database)).toBe(false)
    await takeAs(first)
    expect(await hasRealDeliveries(database)).toBe(false)
    await takeAs('123456782', pseudonyms)
    expect(await hasRealDeliveries(database)).toBe(true)
  })

  const recordOf = (number: string) => {
    const { records } = meters.loaders(database, pseudonyms)()
    return records.load(pseudonyms.rootOf(number))
  }

  it('are stored from a file and read back as they stood, lists in their order; nobody else has any', async () => {
    expect(await take(good)).toEqual([
      { subgraph: 'energy', format: 'energy records', rows: 2, outcome: 'STORED', subjects: true },
    ])
    expect(await recordOf(first)).toMatchObject({
      grid: 'GAS',
      smart: true,
      tariffs: ['DAY', 'NIGHT'],
      readings: [
        { from: '2024-01-01', to: null, units: 9 },
        { from: '2023-01-01', to: '2023-12-31', units: 7 },
      ],
    })
    expect(await recordOf(second)).toMatchObject({ grid: 'HEAT', smart: null, tariffs: [], readings: [] })
    expect(await recordOf(third)).toBeNull()
    const { records } = meters.loaders(database, pseudonyms)()
    expect(await records.load('no root id')).toBeNull()
  })

  it('are read in one statement, whatever their number', async () => {
    await take(good)
    const { records } = meters.loaders(database, pseudonyms)()
    const before = database.statements
    await Promise.all([first, second, third].map((number) => records.load(pseudonyms.rootOf(number))))
    expect(database.statements - before).toBe(1)
  })

  it('a file replaces those in it and leaves the others; the same again changes nothing', async () => {
    await take(good)
    expect((await take(good))?.[0]?.outcome).toBe('UNCHANGED')
    const newer = `${header}\n${second};GAS;no;;;;\n`
    expect((await take(newer, { retrievedAt: '2026-02-01' }))?.[0]).toMatchObject({
      rows: 1,
      outcome: 'REPLACED',
    })
    expect(await recordOf(second)).toMatchObject({ grid: 'GAS', smart: false })
    expect(await recordOf(first)).toMatchObject({ grid: 'GAS', smart: true })
  })

  it('an older file over a newer is refused without force', async () => {
    await take(good, { retrievedAt: '2026-02-01' })
    await expect(take(good.replace(';7', ';8'))).rejects.toThrow(/retrieved at 2026-02-01.*--force/)
    expect((await take(good.replace(';7', ';8'), { force: true }))?.[0]?.outcome).toBe('REPLACED')
  })

  const wrong = String(Number(first) + 1)
  it.each(
    casesOn(kind, [
      [
        `${wrong};GAS;yes;;;;`,
        'line 2, column bsn: the cell cannot be read. Expected a citizen service number',
      ],
      [`;GAS;yes;;;;`, 'line 2, column bsn: the cell is empty'],
      [
        `${first};${second};yes;;;;`,
        'line 2, column grid: the cell cannot be read. Expected one of GAS, HEAT.',
      ],
      [`${first};GAS;yes;;2024-02-30;;1`, 'line 2, column reading_from: the cell cannot be read'],
      [`${first};GAS;yes;;2024-01-01;;`, 'line 2, column reading_units: the cell is empty'],
      [`${first};GAS;yes;;2024-01-02;2024-01-01;1`, 'line 2, column reading_to: it ends before it begins'],
      [`${first};GAS;yes;;;;\n${first};HEAT;;;;;`, 'line 3, column grid: it says otherwise than line 2'],
    ]),
  )('«%s» is refused with its place, without what it says, and nothing is stored', async (row, message) => {
    const refusal: unknown = await take(`${header}\n${row}\n`).catch((error: unknown) => error)
    expect(String(refusal)).toContain(message)
    for (const number of [first, second, wrong]) expect(String(refusal)).not.toContain(number)
    expect(await recordOf(first)).toBeNull()
  })

  it('a number that is not in the first column is refused', async () => {
    await expect(take(good.replaceAll(/^(\w*);(\w*)/gm, '$2;$1'))).rejects.toThrow('the first column')
  })

  it('synthetic ones are replaced by a seed, imported ones stand', async () => {
    const seed = (people: number, grid: 'GAS' | 'HEAT') =>
      meters.seed(database, pseudonyms, makeCountry({ neighbourhoods: 5, people }), ({ number }) =>
        number === third ? null : { grid, smart: null, tariffs: [], readings: [] },
      )
    await take(good)
    await seed(1_200, 'HEAT')
    expect(await recordOf(third)).toBeNull()
    const all = () => database.all<{ synthetic: number }>('select synthetic from meter')
    expect((await all()).filter(({ synthetic }) => synthetic === 1)).toHaveLength(1_200 - 3)
    expect(await meters.hasSynthetic(database)).toBe(true)
    await seed(0, 'HEAT')
    expect(await all()).toEqual([{ synthetic: 0 }, { synthetic: 0 }])
    expect(await recordOf(first)).toMatchObject({ grid: 'GAS', readings: [{ units: 9 }, { units: 7 }] })
    expect(await meters.hasSynthetic(database)).toBe(false)
  })

  it('stand in the order of their pseudonyms, whatever the order and number of files, and tell no moment', async () => {
    const numbers = [...syntheticNumbers(300)].map(String)
    const row = (number: string) => `${number};GAS;yes;;;;\n`
    await take(`${header}\n${numbers.slice(200).map(row).join('')}`)
    await take(`${header}\n${numbers.slice(0, 200).map(row).join('')}`)
    const rows = await database.all<{ subject: string; moment?: string }>(
      kind === 'SQLite'
        ? 'select subject from meter'
        : 'select subject, xmin::text as moment from meter order by ctid',
    )
    expect(rows).toHaveLength(300)
    const subjects = rows.map(({ subject }) => subject)
    expect(subjects).toEqual([...subjects].sort())
    expect(new Set(rows.map(({ moment }) => moment)).size).toBe(1)
    if (kind === 'SQLite') await expect(database.all('select rowid from meter')).rejects.toThrow(/rowid/)
    expect(await database.all('select retrieved_on from record_delivery')).toEqual([
      { retrieved_on: '2026-01-01' },
    ])
  })

  it('no number is anywhere in the database', async (context) => {
    if (kind !== 'SQLite') return context.skip('read from the files of SQLite')
    await take(good)
    const bytes = readdirSync(data.directory)
      .filter((name) => name.startsWith('energy.sqlite'))
      .map((name) => readFileSync(join(data.directory, name)))
    expect(Buffer.concat(bytes).includes(pseudonyms.pseudonymOf(pseudonyms.rootOf(first)) ?? '')).toBe(true)
    for (const number of [first, second, pseudonyms.rootOf(first)])
      expect(Buffer.concat(bytes).includes(number)).toBe(false)
  })
})
