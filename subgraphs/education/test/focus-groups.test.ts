import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importRecords, openRecordsFile } from '@samenhang/subgraph-kit/records-file'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { makeCountry } from '@samenhang/subgraph-kit/synthetic/country'
import {
  askSubgraph,
  databaseKinds,
  makeTestData,
  silent,
  whyNot,
  type TestData,
} from '@samenhang/subgraph-kit/testing'
import { subgraph } from '../src/index.ts'

// What every domain's focus groups promise is tested with those of housing; here: that these are declared right.
const groups = ['STUDENTS']
const pathOf = (domain: string) =>
  fileURLToPath(new URL(`../../${domain}/data/focus-groups.csv`, import.meta.url))

interface Figures {
  readonly group: string
  readonly period: number
  readonly accommodation: readonly unknown[]
  readonly source: { readonly synthetic: boolean }
}

describe.each(databaseKinds)('focus groups of education on %s', (database) => {
  const reason = whyNot(database)
  let data: TestData
  let running: RunningSubgraph

  beforeEach(async (context) => {
    if (reason) context.skip(reason)
    data = await makeTestData(database)
    running = await subgraph.open({ environment: data.environment, logger: silent })
  })
  afterEach(async () => {
    if (reason) return
    await running.close()
    await data.remove()
  })

  async function take(path: string) {
    const file = await openRecordsFile(path)
    return file && (await importRecords(running.formats, file))
  }

  async function ask(code: string): Promise<Figures[] | null> {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Area {
      educationFocusGroups { group period persons households medianMonthsWaiting accommodation { kind households } missing { field reason } source { synthetic } } } } }`
    const variables = { representations: [{ __typename: 'Area', code }] }
    const answer = await askSubgraph(running, { query, variables })
    expect(answer.errors).toBeUndefined()
    return (
      (answer.data as { _entities: { educationFocusGroups: Figures[] | null }[] })._entities[0]
        ?.educationFocusGroups ?? null
    )
  }

  it('the example: students, rounded to 5, and withheld under 10', async () => {
    expect(await take(pathOf('education'))).toMatchObject([{ outcome: 'STORED', rows: 4 }])
    const figures = await ask('GM9001')
    expect(figures?.map(({ group }) => group)).toEqual(groups)
    expect(figures?.[0]).toMatchObject({ persons: 1220, households: 75, medianMonthsWaiting: 12 })
    expect(figures?.[0]?.accommodation).toContainEqual({ kind: 'STAYING_WITH_ACQUAINTANCES', households: 40 })
    expect(figures?.[0]).toMatchObject({
      source: { synthetic: false },
      missing: expect.arrayContaining([{ field: 'accommodation.OTHER', reason: 'SUPPRESSED' }]) as unknown,
    })
    expect(await ask('GM9002')).toBeNull()
  })

  it('the example of another domain holds nothing of ours', async () => {
    expect(await take(pathOf('housing'))).toMatchObject([{ outcome: 'NOTHING_OF_OURS' }])
  })

  it('the synthetic country has them in every area and year', async () => {
    const country = makeCountry({ neighbourhoods: 6 })
    await running.seed(country)
    const rows = await running.database.all<{ rows: number }>(
      'select cast(count(*) as integer) as rows from focus_group group by period, group_name',
    )
    expect(rows.map((row) => row.rows)).toEqual(
      Array.from({ length: 6 * groups.length }, () => country.areas.length),
    )
    expect(
      (await ask('NL99'))?.map(({ group, period, source }) => [group, period, source.synthetic]),
    ).toEqual(groups.map((group) => [group, 2024, true]))
  })
})
