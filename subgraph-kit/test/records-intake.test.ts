/**
 * CSV formats that a subgraph declares: recognised by their header, stored whole, and refused with line and
 * column.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { casesOn, describeOnDatabases } from './requirements.ts'
import { writeBulk } from '@samenhang/subgraph-kit/bulk'
import {
  areaCode,
  count,
  decimal,
  listOf,
  oneOf,
  optional,
  quarter,
  text,
  year,
  yesOrNo,
} from '@samenhang/subgraph-kit/column-types'
import { openDatabase, type Database } from '@samenhang/subgraph-kit/database'
import { createSourceTable, migrate, sourceMigrations } from '@samenhang/subgraph-kit/migrations'
import { importRecords, openRecordsFile, type RecordsFormat } from '@samenhang/subgraph-kit/records-file'
import { recordsFormat } from '@samenhang/subgraph-kit/records-intake'
import { makeTestData, type TestData } from '@samenhang/subgraph-kit/testing'

const header = 'period;code;group;homes'
const good = `${header}\n2024;GM9001;STUDENTS;12\n2024;GM9002;;7\n`

function formatOn(database: Database): RecordsFormat {
  return recordsFormat({
    subgraph: 'energy',
    database,
    name: 'allocations',
    title: 'Allocations',
    columns: {
      period: year,
      code: areaCode('MUNICIPALITY'),
      group: optional(oneOf('STUDENTS', 'HOMELESS')),
      homes: count,
    },
    key: ['period', 'code', 'group'],
    takes: ({ group }) => group !== 'HOMELESS',
    check: ({ homes }) =>
      homes === 666 ? { column: 'homes', problem: 'that many do not exist', remedy: 'Count again.' } : null,
    table: 'allocation',
    about: ['code', 'period'],
    periodOf: ({ period }) => period,
    write: (transaction, rows, sourceId) =>
      writeBulk(transaction, database.dialect, {
        table: 'allocation',
        columns: ['code', 'period', 'home_group', 'homes', 'source_id'],
        key: ['code', 'period', 'home_group'],
        conflict: 'replace',
        rows: rows.map((row) => [row.code, row.period, row.group ?? '', row.homes, sourceId]),
      }),
  })
}

describeOnDatabases('a format of a subgraph’s own', (kind) => {
  let data: TestData
  let database: Database
  let format: RecordsFormat

  beforeEach(async () => {
    data = await makeTestData(kind)
    database = await openDatabase('energy', data.environment)
    await migrate(database, [
      {
        name: '0001',
        async up(knex) {
          await createSourceTable(knex)
          await knex.schema.createTable('allocation', (table) => {
            table.string('code')
            table.integer('period')
            table.string('home_group')
            table.integer('homes')
            table.integer('source_id')
            table.primary(['code', 'period', 'home_group'])
          })
        },
      },
      ...sourceMigrations,
    ])
    format = formatOn(database)
  })
  afterEach(async () => {
    await database.close()
    await data.remove()
  })

  async function take(content: string, options: { retrievedAt?: string; force?: boolean } = {}) {
    const path = join(data.directory, 'anything.csv')
    writeFileSync(path, content)
    const file = await openRecordsFile(path, { retrievedAt: options.retrievedAt ?? '2026-01-01' })
    return file && importRecords([format], file, { force: options.force ?? false })
  }
  const stored = () =>
    database.all<{ code: string; homes: number }>('select code, homes from allocation order by code, homes')

  it('is recognised by its columns and stored; the same again is unchanged; a newer one replaces', async () => {
    expect(await take(good)).toEqual([
      { subgraph: 'energy', format: 'allocations', rows: 2, outcome: 'STORED' },
    ])
    expect((await take(good))?.[0]?.outcome).toBe('UNCHANGED')
    expect((await take(good.replace(';12', ';13'), { retrievedAt: '2026-02-01' }))?.[0]?.outcome).toBe(
      'REPLACED',
    )
    expect(await stored()).toEqual([
      { code: 'GM9001', homes: 13 },
      { code: 'GM9002', homes: 7 },
    ])
  })

  it('an older file over a newer is refused without force', async () => {
    await take(good, { retrievedAt: '2026-02-01' })
    await expect(take(good.replace(';12', ';13'))).rejects.toThrow(/retrieved at 2026-02-01.*--force/)
    expect((await take(good.replace(';12', ';13'), { force: true }))?.[0]?.outcome).toBe('REPLACED')
  })

  it('rows of others are left to them', async () => {
    expect((await take(`${good}2024;GM9003;HOMELESS;9\n`))?.[0]?.rows).toBe(2)
    expect(await stored()).toHaveLength(2)
    expect((await take(`${header}\n2024;GM9003;HOMELESS;9\n`))?.[0]?.outcome).toBe('NOTHING_OF_OURS')
  })

  it.each(
    casesOn(kind, [
      [
        '2024;GM9001;STUDENTS;twelve',
        'line 3, column homes: «twelve» cannot be read. Expected a whole number of 0 or more.',
      ],
      ['2024;GM9001;STUDENTS;', 'line 3, column homes: the cell is empty'],
      ['2024;GM9001;STUDENTS;-1', 'line 3, column homes: «-1» cannot be read'],
      ['24;GM9001;STUDENTS;1', 'line 3, column period: «24» cannot be read. Expected a year such as 2024.'],
      [
        '2024;BU90010101;STUDENTS;1',
        'line 3, column code: «BU90010101» cannot be read. Expected the area code of a municipality.',
      ],
      ['2024;GM9001;PENSIONERS;1', 'Expected one of STUDENTS, HOMELESS, or nothing.'],
      [
        '2024;GM9009;STUDENTS;4',
        'line 3: period, code, group 2024 GM9009 STUDENTS stand twice, first on line 2',
      ],
      ['2024;GM9001;STUDENTS;666', 'line 3, column homes: that many do not exist. Count again.'],
      ['2024;GM9001;STUDENTS', 'line 3: the row has 3 fields where the header has 4'],
    ]),
  )('%s is refused with its place, and nothing is stored', async (row, message) => {
    await expect(take(`${header}\n2024;GM9009;STUDENTS;4\n${row}\n`)).rejects.toThrow(message)
    expect(await stored()).toEqual([])
  })

  it('a column that is not of the format is named', async () => {
    await expect(take('period;code;group;homes;hoems\n2024;GM9001;STUDENTS;1;2\n')).rejects.toThrow(
      'the column hoems is not of the format allocations',
    )
  })

  it('a file without one of the columns is not taken', async () => {
    expect(await take('period;code;homes\n2024;GM9001;1\n')).toBeNull()
  })
})

describe('cells', () => {
  it.each([
    [decimal, '12,5', 12.5],
    [decimal, '1e3', undefined],
    [quarter, '2026-Q3', '2026-Q3'],
    [quarter, '2026-Q5', undefined],
    [yesOrNo, 'yes', true],
    [yesOrNo, 'toString', undefined],
    [text, 'Hof', 'Hof'],
    [listOf(oneOf('A', 'B')), 'A|B', ['A', 'B']],
    [listOf(oneOf('A', 'B')), 'A C', undefined],
    [areaCode(), 'GM0363', 'GM0363'],
    [count, '١٢', undefined],
  ])('%o reads %s', (type, cell, value) => {
    expect(type.read(cell)).toEqual(value)
  })
})
