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

describe.each(databaseKinds)('importing housing figures on %s', (kind) => {
  const reason = whyNot(kind)
  let data: TestData
  let housing: RunningSubgraph

  beforeEach(async (context) => {
    if (reason) context.skip(reason)
    data = await makeTestData(kind)
    housing = await subgraph.open({ environment: data.environment, logger: silent })
  })
  afterEach(async () => {
    if (reason) return
    await housing.close()
    await data.remove()
  })

  async function ask(code: string, fields: string) {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Area { housing { ${fields} } } } }`
    const variables = { representations: [{ __typename: 'Area', code }] }
    const answer = await askSubgraph(housing, { query, variables })
    return (answer.data as { _entities: { housing: unknown }[] } | null)?._entities[0]?.housing
  }

  it('Amsterdam 2019: the check values of the published file', async (context) => {
    const path = sharedFile('kwb-2019-84583NED-amsterdam/marginal_distributions_84583NED.csv')
    if (!path) return context.skip('skipped: the real files are not beside this repository')
    await importTable([housing], await openFile(path))
    expect(
      await ask(
        'GM0363',
        'dwellings averageWozValue ownerOccupiedShare housingCorporationShare averageElectricityDeliveryApartments',
      ),
    ).toEqual({
      dwellings: 441490,
      averageWozValue: 378000,
      ownerOccupiedShare: 30,
      housingCorporationShare: 41,
      averageElectricityDeliveryApartments: 1920,
    })
  })

  it('Utrecht 2023: the check values of the published file', async (context) => {
    const path = sharedFile('kwb-2023-85618NED-utrecht/CBS-Utrecht-kwb-2023.xlsx')
    if (!path) return context.skip('skipped: the real files are not beside this repository')
    await importTable([housing], await openFile(path))
    expect(await ask('GM0344', 'averageWozValue ownerOccupiedShare housingCorporationShare')).toEqual({
      averageWozValue: 458000,
      ownerOccupiedShare: 44,
      housingCorporationShare: 31,
    })
  })
})
