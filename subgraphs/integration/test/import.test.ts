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

describe.each(databaseKinds)('importing integration figures on %s', (kind) => {
  const reason = whyNot(kind)
  let data: TestData
  let integration: RunningSubgraph

  beforeEach(async (context) => {
    if (reason) context.skip(reason)
    data = await makeTestData(kind)
    integration = await subgraph.open({ environment: data.environment, logger: silent })
  })
  afterEach(async () => {
    if (reason) return
    await integration.close()
    await data.remove()
  })

  async function ask(code: string, fields: string) {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Area { integration { ${fields} } } } }`
    const variables = { representations: [{ __typename: 'Area', code }] }
    const answer = await askSubgraph(integration, { query, variables })
    return (answer.data as { _entities: { integration: unknown }[] } | null)?._entities[0]?.integration
  }

  it('Amsterdam 2019: the check values of the published file', async (context) => {
    const path = sharedFile('kwb-2019-84583NED-amsterdam/marginal_distributions_84583NED.csv')
    if (!path) return context.skip('skipped: the real files are not beside this repository')
    await importTable([integration], await openFile(path))
    expect(await ask('GM0363', 'backgroundWestern backgroundNonWestern originNetherlands')).toEqual({
      backgroundWestern: 161884,
      backgroundNonWestern: 308231,
      originNetherlands: null,
    })
  })

  it('Utrecht 2023: the check values of the published file', async (context) => {
    const path = sharedFile('kwb-2023-85618NED-utrecht/CBS-Utrecht-kwb-2023.xlsx')
    if (!path) return context.skip('skipped: the real files are not beside this repository')
    await importTable([integration], await openFile(path))
    expect(
      await ask('GM0344', 'backgroundWestern originNetherlands originEurope originOutsideEurope'),
    ).toEqual({
      backgroundWestern: null,
      originNetherlands: 222298,
      originEurope: 38274,
      originOutsideEurope: 107375,
    })
  })
})
