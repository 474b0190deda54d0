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

describe.each(databaseKinds)('importing labour market figures on %s', (kind) => {
  const reason = whyNot(kind)
  let data: TestData
  let labourMarket: RunningSubgraph

  beforeEach(async (context) => {
    if (reason) context.skip(reason)
    data = await makeTestData(kind)
    labourMarket = await subgraph.open({ environment: data.environment, logger: silent })
  })
  afterEach(async () => {
    if (reason) return
    await labourMarket.close()
    await data.remove()
  })

  async function ask(code: string, fields: string) {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Area { labourMarket { ${fields} } } } }`
    const variables = { representations: [{ __typename: 'Area', code }] }
    const answer = await askSubgraph(labourMarket, { query, variables })
    return (answer.data as { _entities: { labourMarket: unknown }[] } | null)?._entities[0]?.labourMarket
  }

  it('Amsterdam 2019: the check values of the published file', async (context) => {
    const path = sharedFile('kwb-2019-84583NED-amsterdam/marginal_distributions_84583NED.csv')
    if (!path) return context.skip('skipped: the real files are not beside this repository')
    await importTable([labourMarket], await openFile(path))
    expect(
      await ask('GM0363', 'netParticipationRate socialAssistanceRecipients unemploymentBenefitRecipients'),
    ).toEqual({
      netParticipationRate: 69,
      socialAssistanceRecipients: 40340,
      unemploymentBenefitRecipients: 12950,
    })
  })

  it('Utrecht 2023: the check values of the published file', async (context) => {
    const path = sharedFile('kwb-2023-85618NED-utrecht/CBS-Utrecht-kwb-2023.xlsx')
    if (!path) return context.skip('skipped: the real files are not beside this repository')
    await importTable([labourMarket], await openFile(path))
    expect(await ask('GM0344', 'socialAssistanceRecipients unemploymentBenefitRecipients')).toEqual({
      socialAssistanceRecipients: 10410,
      unemploymentBenefitRecipients: 2990,
    })
  })
})
