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

describe.each(databaseKinds)('importing care figures on %s', (kind) => {
  const reason = whyNot(kind)
  let data: TestData
  let care: RunningSubgraph

  beforeEach(async (context) => {
    if (reason) context.skip(reason)
    data = await makeTestData(kind)
    care = await subgraph.open({ environment: data.environment, logger: silent })
  })
  afterEach(async () => {
    if (reason) return
    await care.close()
    await data.remove()
  })

  async function ask(code: string, fields: string) {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Area { care { ${fields} } } } }`
    const variables = { representations: [{ __typename: 'Area', code }] }
    const answer = await askSubgraph(care, { query, variables })
    return (answer.data as { _entities: { care: unknown }[] } | null)?._entities[0]?.care
  }

  it('Amsterdam 2019: the check values of the published file', async (context) => {
    const path = sharedFile('kwb-2019-84583NED-amsterdam/marginal_distributions_84583NED.csv')
    if (!path) return context.skip('skipped: the real files are not beside this repository')
    await importTable([care], await openFile(path))
    expect(await ask('GM0363', 'youthCareShare socialSupportClients socialSupportClientsPer1000')).toEqual({
      youthCareShare: 10.2,
      socialSupportClients: 70295,
      socialSupportClientsPer1000: 81,
    })
  })
})
