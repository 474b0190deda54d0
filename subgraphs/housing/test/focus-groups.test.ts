/**
 * Focus groups from files, on both databases: what is stored and rounded, what is withheld, and what refuses
 * a file whole. What is said here of housing holds for every domain.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { importRecords, openRecordsFile } from '@samenhang/subgraph-kit/records-file'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { makeCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { askSubgraph, makeTestData, silent, type TestData } from '@samenhang/subgraph-kit/testing'
import { subgraph } from '../src/index.ts'

const example = fileURLToPath(new URL('../data/focus-groups.csv', import.meta.url))
const header = readFileSync(example, 'utf8').split('\n')[0] ?? ''
const kinds = 10
/** The header of files of before inflow and suitable homes. */
const formerHeader = header.replace('inflow;', '').replace('suitable_home;', '')

interface Figures {
  readonly group: string
  readonly period: number
  readonly persons: number | null
  readonly households: number | null
  readonly inflow: number | null
  readonly medianMonthsWaiting: number | null
  readonly accommodation: readonly { kind: string; households: number | null }[]
  readonly missing: readonly { field: string; reason: string }[]
  readonly source: { table: string; synthetic: boolean }
}

const selection =
  '{ group period persons households inflow medianMonthsWaiting accommodation { kind households } missing { field reason } source { table synthetic } }'

describeOnDatabases('focus groups of housing', (database) => {
  let data: TestData
  let housing: RunningSubgraph

  beforeEach(async () => {
    data = await makeTestData(database)
    housing = await subgraph.open({ environment: data.environment, logger: silent })
  })
  afterEach(async () => {
    await housing.close()
    await data.remove()
  })

  async function ask<Answer = Figures[] | null>(code: string, field = `housingFocusGroups ${selection}`) {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Area { answer: ${field} } } }`
    const variables = { representations: [{ __typename: 'Area', code }] }
    const answer = await askSubgraph(housing, { query, variables })
    expect(answer.errors).toBeUndefined()
    return (answer.data as { _entities: { answer: Answer }[] })._entities[0]?.answer
  }

  /** A row of the file: counts of persons and households, who all stay in one kind but those that are given. */
  function row(
    code: string,
    persons: number,
    stay: readonly number[],
    { group = 'HOMELESS', period = 2024, province = '' } = {},
  ) {
    const parts = Array.from({ length: kinds }, (_, index) => stay[index] ?? 0)
    const households = parts.reduce((sum, part) => sum + part, 0)
    return [period, code, group, persons, households, households, 12.5, ...parts, province].join(';')
  }

  function write(name: string, rows: readonly string[]): string {
    const path = join(data.directory, name)
    writeFileSync(path, [header, ...rows].join('\n'))
    return path
  }

  async function take(path: string, options: { force?: boolean; retrievedAt?: string } = {}) {
    const file = await openRecordsFile(path, options.retrievedAt ? { retrievedAt: options.retrievedAt } : {})
    const [report] = (file && (await importRecords(housing.formats, file, options))) ?? []
    return report
  }

  it('the example: counts rounded to 5, those under 10 withheld, and the file named as source', async () => {
    expect(await take(example)).toMatchObject({ outcome: 'STORED', rows: 16 })
    const figures = await ask('GM9001')
    expect(figures?.map(({ group }) => group)).toEqual([
      'HOMELESS',
      'URGENT',
      'HOME_SEEKERS_IN_A_HURRY',
      'TRAVELLERS',
    ])
    expect(figures?.[0]).toMatchObject({
      period: 2024,
      persons: 55,
      households: 45,
      inflow: 25,
      medianMonthsWaiting: 19.5,
      source: { table: 'focus-groups', synthetic: false },
    })
    expect(figures?.[0]?.accommodation).toHaveLength(kinds)
    expect(figures?.[0]?.accommodation).toContainEqual({ kind: 'HOMELESS_SHELTER', households: 20 })
    expect(figures?.[0]?.missing).toContainEqual({ field: 'accommodation.STREET', reason: 'SUPPRESSED' })
    const [, , , caravans] = (await ask('WK900103')) ?? []
    expect(caravans).toMatchObject({ persons: null, households: null, medianMonthsWaiting: null })
    expect(caravans?.missing.map(({ field }) => field).slice(0, 4)).toEqual([
      'persons',
      'households',
      'inflow',
      'medianMonthsWaiting',
    ])
    expect(await ask('GM0363')).toBeNull()
  })

  it('the same file twice changes nothing; an older one is refused but by force', async () => {
    const path = write('a.csv', [row('GM0001', 60, [20, 20, 20])])
    expect(await take(path, { retrievedAt: '2026-02-01' })).toMatchObject({ outcome: 'STORED' })
    expect(await take(path, { retrievedAt: '2026-02-01' })).toMatchObject({ outcome: 'UNCHANGED' })
    const older = write('b.csv', [row('GM0001', 90, [30, 30, 30])])
    await expect(take(older, { retrievedAt: '2026-01-01' })).rejects.toThrow(/later than this file/)
    expect(await take(older, { retrievedAt: '2026-01-01', force: true })).toMatchObject({
      outcome: 'REPLACED',
    })
    expect((await ask('GM0001'))?.[0]).toMatchObject({ persons: 90, households: 90 })
  })

  it('rows of groups that other domains count are read, checked and left to them', async () => {
    const path = write('a.csv', [row('GM0001', 60, [60], { group: 'STUDENTS' }), row('GM0001', 60, [60])])
    expect(await take(path)).toMatchObject({ rows: 1, outcome: 'STORED' })
    expect((await ask('GM0001'))?.map(({ group }) => group)).toEqual(['HOMELESS'])
    const others = write('b.csv', [row('GM0001', 60, [60], { group: 'STUDENTS' })])
    expect(await take(others)).toMatchObject({ outcome: 'NOTHING_OF_OURS' })
  })

  it('a run of years, the oldest first; the newest year of each group by itself', async () => {
    await take(
      write('a.csv', [
        row('GM0001', 60, [60], { period: 2023 }),
        row('GM0001', 70, [70], { period: 2024 }),
        row('GM0001', 80, [80], { period: 2023, group: 'HOME_SEEKERS_IN_A_HURRY' }),
      ]),
    )
    const newest = await ask('GM0001', 'housingFocusGroups { group period }')
    expect(newest).toEqual([
      { group: 'HOMELESS', period: 2024 },
      { group: 'HOME_SEEKERS_IN_A_HURRY', period: 2023 },
    ])
    expect(await ask('GM0001', 'housingFocusGroupsSeries { group period }')).toEqual([
      { group: 'HOMELESS', period: 2023 },
      { group: 'HOME_SEEKERS_IN_A_HURRY', period: 2023 },
      { group: 'HOMELESS', period: 2024 },
    ])
    expect(await ask('GM0001', 'housingFocusGroupsSeries(from: 2024) { period }')).toEqual([{ period: 2024 }])
  })

  it('an empty cell is not available, which is not the same as withheld', async () => {
    await take(write('a.csv', [`2024;GM0001;HOMELESS;60;;;;${';'.repeat(kinds - 1)};`]))
    const [figures] = (await ask('GM0001')) ?? []
    expect(figures).toMatchObject({ persons: 60, households: null })
    expect(figures?.missing).toHaveLength(kinds + 3)
    expect(new Set(figures?.missing.map(({ reason: why }) => why))).toEqual(new Set(['NOT_AVAILABLE']))
  })

  it('a file in the words and columns of before is read: what it does not have is not published, never none', async () => {
    const path = join(data.directory, 'former.csv')
    const stays = [30, 0, 0, 0, 12, 0, 0, 0, 22]
    const former = (code: string, group: string) => ['2024', code, group, 80, 64, 12, ...stays, ''].join(';')
    writeFileSync(
      path,
      [formerHeader, former('GM0001', 'URGENT_HOME_SEEKERS'), former('GM0001', 'CARAVAN_DWELLERS')].join(
        '\n',
      ),
    )
    expect(await take(path)).toMatchObject({ outcome: 'STORED', rows: 2 })
    const [hurried, travellers] = (await ask('GM0001')) ?? []
    expect([hurried?.group, travellers?.group]).toEqual(['HOME_SEEKERS_IN_A_HURRY', 'TRAVELLERS'])
    expect(hurried).toMatchObject({ persons: 80, households: 65, inflow: null })
    const reasonOf = (field: string) => hurried?.missing.find((one) => one.field === field)?.reason
    expect(['inflow', 'accommodation.SUITABLE_HOME', 'accommodation.ASYLUM_CENTRE'].map(reasonOf)).toEqual([
      'NOT_PUBLISHED',
      'NOT_PUBLISHED',
      'SUPPRESSED',
    ])
    expect(hurried?.accommodation).toContainEqual({ kind: 'OTHER', households: 20 })
  })

  it('without a column the others are still the whole: no small count follows from what they lack of it', async () => {
    const path = join(data.directory, 'former.csv')
    // One small kind: were the missing column thought to hold the rest, 64 - 30 - 27 would be told.
    const stays = [30, 7, 27, 0, 0, 0, 0, 0, 0]
    writeFileSync(path, [formerHeader, `2024;GM0001;HOMELESS;80;64;12;${stays.join(';')};`].join('\n'))
    await take(path)
    const [figures] = (await ask('GM0001')) ?? []
    const shown = figures?.accommodation.filter(({ households }) => households !== null) ?? []
    expect(shown.reduce((sum, { households }) => sum + (households ?? 0), 0)).toBeLessThanOrEqual(64 - 10)
    const wrong = `2024;GM0002;HOMELESS;80;70;12;${stays.join(';')};`
    writeFileSync(path, [formerHeader, wrong].join('\n'))
    await expect(take(path)).rejects.toThrow(/line 2, column households: 70 households, but 64/)
  })

  const refused: readonly (readonly [promise: string, rows: () => string[], message: RegExp])[] = [
    [
      'a group that nobody counts',
      () => [row('GM0001', 60, [60], { group: 'TALL_PEOPLE' })],
      /line 2, column group.*one of HOMELESS/,
    ],
    [
      'a count that is no number',
      () => [row('GM0001', 60, [60]).replace(';60;60;', ';many;60;')],
      /line 2, column persons: «many»/,
    ],
    [
      'a negative count',
      () => [row('GM0001', 60, [60]).replace(';60;60;', ';-3;60;')],
      /line 2, column persons/,
    ],
    ['a code that is none', () => [row('Almere', 60, [60])], /line 2, column code/],
    [
      'households that are not the sum of where they stay',
      () => [row('GM0001', 60, [60]), row('GM0002', 60, [60]).replace(';60;60;60;', ';60;70;60;')],
      /line 3, column households: 70 households, but 60/,
    ],
    ['an area twice', () => [row('GM0001', 60, [60]), row('GM0001', 60, [60])], /line 3.*first on line 2/],
    [
      'areas that are more than what they lie in',
      () => [row('GM0001', 60, [60]), row('WK000101', 61, [60])],
      /line 2, column persons: the areas in GM0001 have 61 together, more than its 60/,
    ],
    [
      'provinces beside municipalities of which nothing says the province',
      () => [row('PV20', 90, [90]), row('GM0001', 60, [60])],
      /line 3, column province/,
    ],
  ]

  it.each(refused)('%s: refused whole, with line and column', async (_, rows, message) => {
    await expect(take(write('a.csv', rows()))).rejects.toThrow(message)
    expect(await housing.database.all('select 1 from focus_group')).toEqual([])
    expect(await housing.database.all('select 1 from source')).toEqual([])
  })

  it.each(['districts after their municipality', 'a municipality after its districts'])(
    '%s: the two files together give nothing away',
    async (order) => {
      const municipality = write('gm.csv', [row('GM0001', 64, [21, 43])])
      const districts = write('wk.csv', [
        row('WK000101', 30, [10, 20]),
        row('WK000102', 30, [10, 20]),
        row('WK000103', 4, [1, 3]),
      ])
      const files = order.startsWith('districts') ? [municipality, districts] : [districts, municipality]
      for (const file of files) await take(file)
      const persons = async (code: string) => (await ask(code))?.[0]?.persons ?? null
      const parts = await Promise.all(['WK000101', 'WK000102', 'WK000103'].map(persons))
      const known = parts.filter((part) => part !== null).length
      expect(parts[2]).toBeNull()
      if ((await persons('GM0001')) !== null) expect(known).toBeLessThan(2)
    },
  )

  it('a small count that would follow from what was imported before is refused, with its line', async () => {
    await take(write('a.csv', [row('GM0001', 64, [32, 32]), row('WK000101', 40, [20, 20])]))
    await take(write('b.csv', [row('WK000102', 24, [12, 12])]))
    await expect(take(write('c.csv', [row('WK000103', 0, [])]))).rejects.toThrow(
      /c.csv, line 2: a count under 10 of WK000103 would follow/,
    )
    expect(await take(write('d.csv', [row('WK000102', 24, [12, 12]), row('WK000103', 0, [])]))).toMatchObject(
      {
        outcome: 'REPLACED',
      },
    )
    const areas = await Promise.all(['WK000101', 'WK000102', 'WK000103'].map((code) => ask(code)))
    expect(areas.map((figures) => figures?.[0]?.persons)).toEqual([40, null, null])
  })

  it('one district again, beside what is stored, withholds what it did', async () => {
    await take(example)
    const before = await ask('WK900102')
    const own = readFileSync(example, 'utf8')
      .split('\n')
      .filter((line) => line.includes('WK900102'))
    expect(await take(write('wk.csv', own))).toMatchObject({ outcome: 'REPLACED', rows: 4 })
    expect(await ask('WK900102')).toEqual(before)
  })

  it('the areas of a request cost one statement, and one for their sources the first time', async () => {
    await take(example)
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Area { housingFocusGroups ${selection} } } }`
    const variables = {
      representations: ['GM9001', 'WK900101', 'WK900102', 'WK900103', 'GM0001'].map((code) => ({
        __typename: 'Area',
        code,
      })),
    }
    for (const expected of [2, 1]) {
      const before = housing.database.statements
      await askSubgraph(housing, { query, variables })
      expect(housing.database.statements - before).toBe(expected)
    }
  })

  it('the synthetic country twice: the same rows, and an imported area stands', async () => {
    const country = makeCountry({ neighbourhoods: 9 })
    await housing.seed(country)
    const all = () =>
      housing.database.all(
        'select code, group_name, period, persons, households from focus_group order by 1, 2, 3',
      )
    const first = await all()
    expect(first.length).toBe(country.areas.length * 4 * 6)
    await take(example)
    await housing.seed(country)
    expect((await ask('GM9001'))?.[0]?.source.synthetic).toBe(false)
    expect((await ask('GM9002'))?.[0]?.source.synthetic).toBe(true)
    await housing.database.knex('source').where('synthetic', false).delete()
    await housing.seed(country)
    expect(await all()).toEqual(first)
  })
})
