/**
 * Focus groups from files, on both databases: what is stored and rounded, which words and columns are read, and what refuses a file whole.
 * What is said here of housing holds for every domain.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { casesOn, describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { makeCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { askSubgraph } from '@samenhang/subgraph-kit/testing'
import { example, formerHeader, kinds, openFocusGroups, selection } from './focus-group-files.ts'

describeOnDatabases('focus groups of housing', (database) => {
  const { open, ask, row, write, take } = openFocusGroups(database)

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
    const path = join(open.data.directory, 'former.csv')
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

  it.each(casesOn(database, refused))('%s: refused whole, with line and column', async (_, rows, message) => {
    await expect(take(write('a.csv', rows()))).rejects.toThrow(message)
    expect(await open.running.database.all('select 1 from focus_group')).toEqual([])
    expect(await open.running.database.all('select 1 from source')).toEqual([])
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
      const before = open.running.database.statements
      await askSubgraph(open.running, { query, variables })
      expect(open.running.database.statements - before).toBe(expected)
    }
  })

  it('the synthetic country twice: the same rows, and an imported area stands', async () => {
    const country = makeCountry({ neighbourhoods: 9 })
    await open.running.seed(country)
    const all = () =>
      open.running.database.all(
        'select code, group_name, period, persons, households from focus_group order by 1, 2, 3',
      )
    const first = await all()
    expect(first.length).toBe(country.areas.length * 4 * 6)
    await take(example)
    await open.running.seed(country)
    expect((await ask('GM9001'))?.[0]?.source.synthetic).toBe(false)
    expect((await ask('GM9002'))?.[0]?.source.synthetic).toBe(true)
    await open.running.database.knex('source').where('synthetic', false).delete()
    await open.running.seed(country)
    expect(await all()).toEqual(first)
  })
})
