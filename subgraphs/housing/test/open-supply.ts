/** Housing with the synthetic country in it, and questions about its supply of homes. */
import { afterAll, beforeAll, expect } from 'vitest'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { makeCountry } from '@samenhang/subgraph-kit/synthetic/country'
import {
  askSubgraph,
  makeTestData,
  silent,
  type DatabaseKind,
  type TestData,
} from '@samenhang/subgraph-kit/testing'
import { subgraph } from '../src/index.ts'
import { inventProjects } from '../src/seed-projects.ts'

export const country = makeCountry({})
export const projects = inventProjects(country)

interface Supply {
  readonly period: number
  readonly allocations: readonly { readonly group: string | null; readonly homes: number | null }[]
  readonly allocatedHomes: number | null
  readonly homesLet: number | null
  readonly homesLetToFocusGroups: number | null
  readonly plannedDeliveries: number | null
  readonly missing: readonly { readonly field: string }[]
}

interface Page {
  readonly totalCount: number
  readonly nodes: readonly { readonly id: string }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
}

/** What is asked of an area; each test asks some of it. */
interface Found {
  readonly housingSupply: Supply
  readonly housingProjects: Page | null
  readonly housingFocusGroups: readonly { readonly households: number | null }[]
  readonly grants: readonly { readonly homesToAccelerate: number; readonly homesDelivered: number }[]
}

interface Answer {
  readonly _entities: readonly Found[]
  readonly housingProjects: Page | null
}

/** Opened once for a block; `run` and `areas` give the statements that an answer took. */
export function openSupply(kind: DatabaseKind) {
  let data: TestData
  let housing: RunningSubgraph

  beforeAll(async () => {
    data = await makeTestData(kind)
    housing = await subgraph.open({ environment: data.environment, logger: silent })
    await housing.seed(country)
  })
  afterAll(async () => {
    await housing.close()
    await data.remove()
  })

  async function run(query: string, variables: Record<string, unknown> = {}) {
    const before = housing.database.statements
    const { data: answer, errors } = await askSubgraph(housing, { query, variables })
    expect(errors).toBeUndefined()
    return { answer: answer as unknown as Answer, statements: housing.database.statements - before }
  }

  async function areas(codes: readonly string[], fields: string, declared = '', given = {}) {
    const query = `query ($representations: [_Any!]!${declared}) { _entities(representations: $representations) { ... on Area { ${fields} } } }`
    const representations = codes.map((code) => ({ __typename: 'Area', code }))
    const { answer, statements } = await run(query, { representations, ...given })
    return { found: answer._entities, statements }
  }

  return {
    get housing() {
      return housing
    },
    run,
    areas,
  }
}
