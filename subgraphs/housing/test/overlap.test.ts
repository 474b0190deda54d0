/** Distinct households over all groups: told where they give away no small group, and withheld else. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { importRecords, openRecordsFile } from '@samenhang/subgraph-kit/records-file'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { askSubgraph, makeTestData, silent, type TestData } from '@samenhang/subgraph-kit/testing'
import { subgraph } from '../src/index.ts'
import { protectOverlaps } from '../src/overlap.ts'
import { focusGroups } from '../src/recipients.ts'

const example = fileURLToPath(new URL('../data/focus-groups.csv', import.meta.url))
const header = readFileSync(example, 'utf8').split('\n')[0] ?? ''

describeOnDatabases('distinct households over all groups', (kind) => {
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

  const blank = ';'.repeat(header.split(';').length - 5)
  const row = (code: string, group: string, households: number | '') =>
    `2024;${code};${group};;${String(households)}${blank}`
  /** Every group with 20 households, and these together. */
  const area = (code: string, distinct: number) => [
    ...focusGroups.map((group) => row(code, group, 20)),
    row(code, 'ALL', distinct),
  ]

  async function take(rows: readonly string[]) {
    const path = join(data.directory, 'given.csv')
    writeFileSync(path, [header, ...rows].join('\n'))
    const file = await openRecordsFile(path)
    const reports = (file && (await importRecords(housing.formats, file))) ?? []
    return reports.map(({ format, rows: count, outcome }) => [format, count, outcome])
  }

  async function ask(code: string) {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Area {
      focusGroupOverlap { period households source { table } missing { field reason } } } } }`
    const answer = await askSubgraph(housing, {
      query,
      variables: { representations: [{ __typename: 'Area', code }] },
    })
    expect(answer.errors).toBeUndefined()
    return (answer.data as { _entities: { focusGroupOverlap: unknown }[] })._entities[0]?.focusGroupOverlap
  }

  it('the row ALL of a file with every group is told, rounded to 5, and no group takes it for its own', async () => {
    expect(await take(area('GM0001', 152))).toEqual([['focus-groups', 5, 'STORED']])
    expect(await ask('GM0001')).toEqual({
      period: 2024,
      households: 150,
      source: { table: 'focus-groups' },
      missing: [],
    })
    expect(await ask('GM0002')).toBeNull()
  })

  it('nearly as many as the groups together, or as the largest: withheld, for it would tell of a small group', async () => {
    const withheld = { households: null, missing: [{ field: 'households', reason: 'SUPPRESSED' }] }
    await take(area('GM0001', 195))
    expect(await ask('GM0001')).toMatchObject(withheld)
    await take(area('GM0002', 24))
    expect(await ask('GM0002')).toMatchObject(withheld)
    await take([row('GM0003', 'HOMELESS', 60), row('GM0003', 'ALL', 58)])
    expect(await ask('GM0003')).toMatchObject(withheld)
  })

  it.each([
    ['more than all groups together', () => area('GM0001', 201), /line 12, column households: 201 distinct/],
    [
      'a row without a number',
      () => [row('GM0001', 'ALL', '')],
      /line 2, column households: the cell is empty/,
    ],
    [
      'a row with more than households',
      () => [row('GM0001', 'ALL', 100).replace(';;100', ';120;100')],
      /line 2, column persons: a row of group ALL counts households once/,
    ],
    [
      'areas that are more than what they lie in',
      () => [...area('GM0001', 100), ...area('WK000101', 120)],
      /column households: the areas in GM0001 have 120 together, more than its 100/,
    ],
  ])('%s: refused whole, with its place', async (_, rows, message) => {
    await expect(take(rows())).rejects.toThrow(message)
    expect(await housing.database.all('select 1 from focus_group_overlap')).toEqual([])
    expect(await housing.database.all('select 1 from source')).toEqual([])
  })
})

it('what is told of an area leaves each group 0 to 9 open, whatever else is known', () => {
  for (let distinct = 0; distinct <= 60; distinct += 1) {
    const groups = [30, 4, 17, 9]
    const one = { code: 'GM0001', province: null, distinct, groups }
    const [found] = protectOverlaps([one], []).protectedRows
    const isTold = found?.count !== 'WITHHELD'
    expect(isTold, String(distinct)).toBe(distinct >= 39 && distinct <= 51)
    if (!isTold) continue
    // At least what the others leave, at most all of them: a small group is not told apart from none, nor bounded under 10.
    for (const group of groups) {
      expect(distinct - (60 - group)).toBeLessThanOrEqual(Math.max(0, group - 9))
      expect(distinct).toBeGreaterThanOrEqual(group + 9)
    }
  }
})
