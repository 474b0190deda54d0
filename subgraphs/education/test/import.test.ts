import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importTable } from '@samenhang/subgraph-kit/import'
import { openFile } from '@samenhang/subgraph-kit/statline/open-file'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import {
  askSubgraph,
  databaseKinds,
  makeTestData,
  sharedFile,
  whyNot,
  type TestData,
  silent,
} from '@samenhang/subgraph-kit/testing'
import { subgraph } from '../src/index.ts'

describe.each(databaseKinds)('importing education figures on %s', (kind) => {
  const reason = whyNot(kind)
  let data: TestData
  let education: RunningSubgraph

  beforeEach(async (context) => {
    if (reason) context.skip(reason)
    data = await makeTestData(kind)
    education = await subgraph.open({ environment: data.environment, logger: silent })
  })
  afterEach(async () => {
    if (reason) return
    await education.close()
    await data.remove()
  })

  async function ask(code: string, fields: string) {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Area { education { ${fields} } } } }`
    const variables = { representations: [{ __typename: 'Area', code }] }
    const answer = await askSubgraph(education, { query, variables })
    return (answer.data as { _entities: { education: unknown }[] } | null)?._entities[0]?.education
  }

  it('Amsterdam 2019: the check values of the published file', async (context) => {
    const path = sharedFile('kwb-2019-84583NED-amsterdam/marginal_distributions_84583NED.csv')
    if (!path) return context.skip('skipped: the real files are not beside this repository')
    await importTable([education], await openFile(path))
    expect(await ask('GM0363', 'educationLow educationIntermediate educationHigh')).toEqual({
      educationLow: 160570,
      educationIntermediate: 204590,
      educationHigh: 337200,
    })
  })
})
