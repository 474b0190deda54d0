/** The legal task to house status holders: imported where its arrears add up, answered by half-year, and ranked by arrears. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { importRecords, openRecordsFile } from '@samenhang/subgraph-kit/records-file'
import { casesOn, describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { makeCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { askSubgraph, makeTestData, silent, type TestData } from '@samenhang/subgraph-kit/testing'
import { subgraph } from '../src/index.ts'

const example = readFileSync(
  fileURLToPath(new URL('../data/status-holder-tasks.csv', import.meta.url)),
  'utf8',
)
const header = 'half_year;code;task;realised;arrears'

interface Task {
  readonly halfYear: string
  readonly task: number
  readonly realised: number
  readonly correction: number | null
  readonly arrears: number
}

describeOnDatabases('the task to house status holders', (kind) => {
  let data: TestData
  let housing: RunningSubgraph

  beforeEach(async () => {
    data = await makeTestData(kind)
    housing = await subgraph.open({ environment: data.environment, logger: silent })
  })
  afterEach(async () => {
    await housing.close()
    await data.remove()
  })

  async function take(text: string, { retrievedAt = '2025-09-01', force = false } = {}) {
    const path = join(data.directory, 'given.csv')
    writeFileSync(path, text)
    const file = await openRecordsFile(path, { retrievedAt })
    const reports = file && (await importRecords(housing.formats, file, { force }))
    return reports?.map(({ format, rows, outcome }) => [format, rows, outcome])
  }

  async function ask(query: string, variables = {}) {
    const before = housing.database.statements
    const { data: answer, errors } = await askSubgraph(housing, { query, variables })
    return { answer, errors, statements: housing.database.statements - before }
  }

  const areas = (codes: readonly string[], fields: string) =>
    ask(`query ($r: [_Any!]!) { _entities(representations: $r) { ... on Area { ${fields} } } }`, {
      r: codes.map((code) => ({ __typename: 'Area', code })),
    })

  const all =
    'halfYear task realised correction arrears arrearsBefore arrearsChange trend missing { field reason }'

  it('the example is recognised by its columns and stored; the same again changes nothing', async () => {
    expect(await take(example)).toEqual([['status-holder-tasks', 5, 'STORED']])
    expect(await take(example)).toEqual([['status-holder-tasks', 5, 'UNCHANGED']])
    const { answer } = await ask('{ datasets { housing { kind period areas source { table } } } }')
    expect(answer).toEqual({
      datasets: {
        housing: [
          { kind: 'STATUS_HOLDER_TASKS', period: 2025, areas: 2, source: { table: 'status-holder-tasks' } },
          { kind: 'STATUS_HOLDER_TASKS', period: 2024, areas: 2, source: { table: 'status-holder-tasks' } },
        ],
      },
    })
  })

  it('tells how far behind a municipality is, and which way it goes; a lead is under 0', async () => {
    await take(example)
    const { answer } = await areas(
      ['GM9001', 'GM9002', 'NL99', 'PV99', 'BU90010101', 'GM9003'],
      `statusHolderTask { ${all} }`,
    )
    expect((answer as { _entities: unknown })._entities).toEqual([
      {
        statusHolderTask: {
          halfYear: '2025-H1',
          task: 12,
          realised: 10,
          correction: null,
          arrears: 17,
          arrearsBefore: 15,
          arrearsChange: 2,
          trend: 'FALLING_BEHIND',
          missing: [{ field: 'correction', reason: 'NOT_IMPORTED' }],
        },
      },
      {
        statusHolderTask: expect.objectContaining({
          arrears: -3,
          arrearsBefore: -4,
          trend: 'FALLING_BEHIND',
        }) as unknown,
      },
      { statusHolderTask: null },
      { statusHolderTask: null },
      { statusHolderTask: null },
      { statusHolderTask: null },
    ])
  })

  it('a series runs over the half-years; what came before the first is not loaded, and says so', async () => {
    await take(example)
    const { answer } = await areas(
      ['GM9001'],
      `statusHolderTaskSeries { ${all} } late: statusHolderTaskSeries(from: "2024-H2", to: "2024-H2") { arrears trend }`,
    )
    expect((answer as { _entities: unknown })._entities).toMatchObject([
      {
        statusHolderTaskSeries: [
          {
            halfYear: '2024-H1',
            arrearsBefore: null,
            arrearsChange: null,
            trend: null,
            missing: [
              { field: 'correction', reason: 'NOT_IMPORTED' },
              ...['arrearsBefore', 'arrearsChange', 'trend'].map((field) => ({
                field,
                reason: 'NOT_IMPORTED',
              })),
            ],
          },
          { halfYear: '2024-H2', correction: -1, missing: [] },
          { halfYear: '2025-H1' },
        ],
        late: [{ arrears: 15, trend: 'CATCHING_UP' }],
      },
    ])
  })

  it('the tasks and series of many municipalities take one statement, and one for sources', async () => {
    await housing.seed(makeCountry({}))
    const fields =
      'statusHolderTask { arrears source { synthetic } } old: statusHolderTask(halfYear: "2020-H1") { arrears } statusHolderTaskSeries { trend }'
    const { statements, errors } = await areas(['GM9001', 'GM9002', 'GM9003'], fields)
    expect(errors).toBeUndefined()
    expect(statements).toBe(2)
  })

  it('the invented tasks add up from half-year to half-year, and one municipality is ahead', async () => {
    await housing.seed(makeCountry({ neighbourhoods: 300 }))
    const codes = ['GM9001', 'GM9002', 'GM9003', 'GM9004']
    const { answer } = await areas(codes, `statusHolderTaskSeries { ${all} }`)
    const found = (answer as { _entities: { statusHolderTaskSeries: Task[] }[] })._entities
    for (const { statusHolderTaskSeries: series } of found) {
      expect(series).toHaveLength(12)
      for (const [at, { task, realised, correction, arrears }] of series.entries())
        if (at > 0) expect(arrears).toBe(series[at - 1]!.arrears + task - realised + correction!)
    }
    const [, ahead = 0, behind = 0] = found.map(
      ({ statusHolderTaskSeries: series }) => series.at(-1)!.arrears,
    )
    expect(behind).toBeGreaterThan(ahead)
  })

  const ranking = (args: string) =>
    ask(
      `{ statusHolderTaskRanking${args} { totalCount edges { cursor node { area { code } halfYear arrears } } pageInfo { hasNextPage } } }`,
    )
  const places = ({ answer }: { answer: unknown }) =>
    (
      answer as {
        statusHolderTaskRanking: {
          totalCount: number
          edges: readonly { cursor: string; node: { area: { code: string }; arrears: number } }[]
        }
      }
    ).statusHolderTaskRanking

  it('ranks by arrears, the furthest behind first, page by page, and real municipalities apart from invented ones', async () => {
    await housing.seed(makeCountry({ neighbourhoods: 300 }))
    const whole = places(await ranking('(first: 100)'))
    const arrears = whole.edges.map(({ node }) => node.arrears)
    expect(arrears).toEqual([...arrears].sort((a, b) => b - a))
    const paged: string[] = []
    for (let after = ''; ;) {
      const page = await ranking(`(first: 3${after === '' ? '' : `, after: "${after}"`})`)
      expect(page.statements).toBe(2)
      paged.push(...places(page).edges.map(({ node }) => node.area.code))
      if (paged.length >= whole.totalCount) break
      after = places(page).edges.at(-1)!.cursor
    }
    expect(paged).toEqual(whole.edges.map(({ node }) => node.area.code))
    await take(`${header}\n2025-H1;GM0363;100;90;10\n2025-H1;GM0599;80;90;-10\n`)
    expect(places(await ranking('')).edges.map(({ node }) => node.area.code)).toEqual(['GM0363', 'GM0599'])
    expect(places(await ranking('(country: "NL99")')).totalCount).toBe(whole.totalCount)
  })

  it('a half-year that is still coming in ranks nobody until half of the municipalities have it', async () => {
    const rows = (half: string, codes: readonly string[]) => codes.map((code) => `${half};${code};10;10;0`)
    const codes = ['GM0363', 'GM0599', 'GM0518', 'GM0344']
    await take([header, ...rows('2024-H2', codes), ...rows('2025-H1', ['GM0363'])].join('\n'))
    expect(places(await ranking('')).totalCount).toBe(4)
    expect(places(await ranking('(halfYear: "2025-H1")')).totalCount).toBe(1)
  })

  it.each([
    ['(halfYear: "2025")', 'BAD_ARGUMENT', /"2025" is no half-year; expected one such as 2025-H1/],
    ['(halfYear: "2031-H1")', 'PERIOD_NOT_PUBLISHED', /No tasks of 2031-H1; the latest are of 2025-H1/],
    ['(country: "GM0363")', 'BAD_AREA_CODE', /GM0363/],
    ['(after: "R00wMzYz")', 'BAD_ARGUMENT', /not a cursor of this list/],
    ['(first: 0)', 'BAD_ARGUMENT', /at least 1/],
  ])('what cannot be ranked says why: %s', async (args, code, message) => {
    await take(example)
    const { errors } = await ranking(args)
    expect(errors?.[0]?.extensions?.['code']).toBe(code)
    expect(errors?.[0]?.message).toMatch(message)
  })

  it('a half-year that nobody loaded is an error, one that this municipality lacks is null', async () => {
    await take(example)
    const lacking = await areas(['GM9002'], 'statusHolderTask(halfYear: "2024-H1") { task }')
    expect(lacking.answer).toEqual({ _entities: [{ statusHolderTask: null }] })
    const { errors } = await areas(['GM9002'], 'statusHolderTask(halfYear: "2019-H1") { task }')
    expect(errors?.[0]?.extensions?.['code']).toBe('PERIOD_NOT_PUBLISHED')
  })

  it.each(
    casesOn(kind, [
      ['2025-H3;GM0363;1;1;0', /line 2, column half_year: «2025-H3» cannot be read/],
      ['2025-H1;PV27;1;1;0', /line 2, column code/],
      ['2025-H1;GM0363;-1;1;0', /line 2, column task/],
      ['2025-H1;GM0363;;1;0', /line 2, column task: the cell is empty/],
      ['2025-H1;GM0363;1;1;1,5', /line 2, column arrears/],
      ['2025-H1;GM0457;1;1;0', /there was no GM0457 in 2025: it became part of GM0363 \(Amsterdam\) in 2023/],
      ['2025-H1;GM0363;1;1;0\n2025-H1;GM0363;1;1;0', /stand twice, first on line 2/],
      [
        '2024-H2;GM0363;10;4;6\n2025-H1;GM0363;10;4;9',
        /line 3, column arrears: arrears of GM0363 are 9 in 2025-H1, where 6 before, a task of 10 and 4 realised leave 12/,
      ],
      [
        '2025-H2;GM9001;10;10;18',
        /line 2, column arrears: arrears of GM9001 are 18 in 2025-H2, where 17 before/,
      ],
      ['2024-H2;GM9001;17;22;16', /arrears of GM9001 are/],
      ['2025-H1;GM0363', /line 2/],
      ['', /no rows/],
    ]),
  )('a wrong file is refused with its place, and nothing is stored: %s', async (rows, message) => {
    await take(example)
    const series = () => areas(['GM9001', 'GM0363'], `statusHolderTaskSeries { ${all} }`)
    const before = (await series()).answer
    await expect(take(`${header}\n${rows}\n`, { retrievedAt: '2025-10-01' })).rejects.toThrow(message)
    expect((await series()).answer).toEqual(before)
  })

  it('a correction in between explains arrears; so does a merger, whose arrears before are not its own', async () => {
    expect(
      await take(
        'half_year;code;task;realised;correction;arrears\n2024-H2;GM0599;10;4;;6\n2025-H1;GM0599;10;4;-3;9\n',
      ),
    ).toEqual([['status-holder-tasks', 2, 'STORED']])
    // Weesp, with its arrears, became part of Amsterdam.
    await take(`${header}\n2022-H2;GM0363;100;80;20\n2023-H1;GM0363;100;100;31\n`)
    const { answer } = await areas(
      ['GM0363'],
      'statusHolderTask { arrears arrearsBefore trend missing { field reason } }',
    )
    expect(answer).toMatchObject({
      _entities: [
        {
          statusHolderTask: {
            arrears: 31,
            arrearsBefore: null,
            trend: null,
            missing: [
              { field: 'correction' },
              ...['arrearsBefore', 'arrearsChange', 'trend'].map((field) => ({
                field,
                reason: 'NOT_AVAILABLE',
              })),
            ],
          },
        },
      ],
    })
  })

  it('an older file is refused, unless it is forced; a mended one goes in its place', async () => {
    await take(example)
    const mended = `${header}\n2025-H1;GM9001;12;11;16\n`
    await expect(take(mended, { retrievedAt: '2025-01-01' })).rejects.toThrow(
      /housing has status-holder-tasks/,
    )
    expect(await take(mended, { retrievedAt: '2025-10-01' })).toEqual([
      ['status-holder-tasks', 1, 'REPLACED'],
    ])
    const { answer } = await areas(['GM9001'], 'statusHolderTask { realised arrears trend }')
    expect(answer).toEqual({
      _entities: [{ statusHolderTask: { realised: 11, arrears: 16, trend: 'FALLING_BEHIND' } }],
    })
  })
})
