/** A subgraph on an empty database of its own for each test of a block, gone afterwards. */
import { afterEach, beforeEach, expect } from 'vitest'
import type { RunningSubgraph, Subgraph } from '../src/subgraph.ts'
import { askSubgraph, makeTestData, silent, type DatabaseKind, type TestData } from '../src/testing.ts'

/** What is open while a test runs. */
export interface OpenForEach {
  readonly running: RunningSubgraph
  readonly data: TestData
  /** This selection of one area, without errors. */
  areaOf(code: string, selection: string): Promise<Readonly<Record<string, unknown>> | undefined>
}

export function openForEach(subgraph: Subgraph, kind: DatabaseKind): OpenForEach {
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
  return {
    get running() {
      return running
    },
    get data() {
      return data
    },
    async areaOf(code, selection) {
      const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Area { ${selection} } } }`
      const variables = { representations: [{ __typename: 'Area', code }] }
      const { data: answered, errors } = await askSubgraph(running, { query, variables })
      expect(errors).toBeUndefined()
      return (answered as { _entities: Record<string, unknown>[] })._entities[0]
    },
  }
}
