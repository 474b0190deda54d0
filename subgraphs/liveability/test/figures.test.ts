/** What this subgraph promises of its figures: those that are stored are answered with their source, and nothing is made up. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { makeCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { askSubgraph, makeTestData, silent, type TestData } from '@samenhang/subgraph-kit/testing'
import { subgraph } from '../src/index.ts'

describeOnDatabases('figures of liveability', (kind) => {
  let data: TestData
  let running: RunningSubgraph

  beforeEach(async () => {
    data = await makeTestData(kind)
    running = await subgraph.open({ environment: data.environment, logger: silent })
  })
  afterEach(async () => {
    await running.close()
    await data.remove()
  })

  async function ask(code: string, fields: string) {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Area { ${fields} } } }`
    const variables = { representations: [{ __typename: 'Area', code }] }
    const answer = await askSubgraph(running, { query, variables })
    expect(answer.errors).toBeUndefined()
    return (answer.data as { _entities: Record<string, unknown>[] })._entities[0]
  }

  it('nothing is loaded: no figure, and no series', async () => {
    expect(await ask('GM9001', 'liveability { score } liveabilitySeries { period }')).toEqual({
      liveability: null,
      liveabilitySeries: [],
    })
  })

  it('the synthetic country has a row for every area and year, few of them without a figure, marked as synthetic', async () => {
    const country = makeCountry({ neighbourhoods: 6 })
    await running.seed(country)
    const rows = await running.database.all<{ rows: number; figures: number }>(
      'select cast(count(*) as integer) as rows, cast(count(score) as integer) as figures from liveability_profile group by period',
    )
    expect(rows.map((row) => row.rows)).toEqual(country.periods.map(() => country.areas.length))
    for (const { figures } of rows) expect(figures).toBeGreaterThan(country.areas.length / 2)
    const answered = await ask(
      'GM9001',
      'liveability { period score missing { field } source { synthetic } }',
    )
    expect(answered).toEqual({
      liveability: {
        period: country.periods.at(-1),
        score: expect.any(Number) as unknown,
        missing: [],
        source: { synthetic: true },
      },
    })
  })
})
