/** A subgraph that exists for tests only: one profile of four indicators, of which two share a column name. */
import type { SubgraphContext } from '@samenhang/subgraph-kit/subgraph'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createProfileTable, createSourceTable } from '@samenhang/subgraph-kit/migrations'
import { areaResolvers, profileDatasets, profileResolvers } from '@samenhang/subgraph-kit/profile-resolvers'
import { askSubgraph, silent } from '@samenhang/subgraph-kit/testing'
import { createSubgraph, type OpenOptions, type RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'

const slice = `
extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@interfaceObject"])
directive @indicator(unit: Unit!, source: String!, columns: [String!]!, occurrence: Int = 1, scale: Int = 1, minimum: Float = 0, maximum: Float, firstYear: Int, lastYear: Int) on FIELD_DEFINITION
directive @break(period: Int!, note: String!) repeatable on FIELD_DEFINITION
enum Unit { EURO COUNT }
type Query { datasets: Datasets @shareable }
type Datasets { energy: [Dataset!] }
type Dataset @shareable { period: Int! areas: Int! source: Source! }
type Source @shareable { table: String! title: String! retrievedAt: String! datedByFile: Boolean! synthetic: Boolean! }
type FigureSource @shareable { source: Source! fields: [String!]! }
type FigureStatus @shareable { field: String! status: String! }
type Break @shareable { period: Int! note: String! field: String }
type MissingFigure @shareable { field: String! reason: String! }
type Area @interfaceObject @key(fields: "code") {
  code: ID!
  energy(period: Int): EnergyProfile
  energySeries(from: Int, to: Int): [EnergyProfile!]
}
type EnergyProfile {
  period: Int!
  source: Source!
  sources: [FigureSource!]!
  missing: [MissingFigure!]!
  statuses: [FigureStatus!]!
  breaks: [Break!]!
  electricityUse: Int @indicator(unit: COUNT, source: "KWB", columns: ["Huurwoning", "g_ele_hu"], occurrence: 1)
  gasUse: Int @indicator(unit: COUNT, source: "KWB", columns: ["Huurwoning", "g_gas_hu"], occurrence: 2)
  energyCost: Int @indicator(unit: EURO, source: "KWB", columns: ["Kosten"], scale: 1000)
    @break(period: 2019, note: "Taxes are in it.")
  districtHeatingShare: Float @indicator(unit: COUNT, source: "KWB", columns: ["Stadsverwarming"], firstYear: 2024)
}
`

const folder = mkdtempSync(join(tmpdir(), 'samenhang-slice-'))
writeFileSync(join(folder, 'schema.graphql'), slice)

export const energy = createSubgraph({
  name: 'energy',
  folder,
  migrations: [
    {
      name: '0001-profiles',
      async up(knex) {
        await createSourceTable(knex)
        await createProfileTable(knex, 'energy_profile', {
          electricity_use: 'integer',
          gas_use: 'integer',
          energy_cost: 'integer',
          district_heating_share: 'real',
        })
      },
    },
  ],
  resolvers: {
    Query: { datasets: () => ({}) },
    Datasets: {
      energy: (_: unknown, __: unknown, context: SubgraphContext) => profileDatasets(context),
    },
    Area: areaResolvers('energy'),
    EnergyProfile: profileResolvers('energy'),
  },
  seed: () => ({
    energy: [
      { code: 'GM9001', period: 2023, figures: { electricityUse: 10, energyCost: null } },
      { code: 'GM9001', period: 2024, figures: { electricityUse: 11, gasUse: 4 } },
    ],
  }),
})

/** Opens the test's subgraph on the data of this environment, without a log. */
export function openEnergy(
  environment: NodeJS.ProcessEnv,
  options: Partial<OpenOptions> = {},
): Promise<RunningSubgraph> {
  return energy.open({ environment, logger: silent, ...options })
}

/** Asks one area, or several, through `_entities`, as the gateway does. */
export async function askAreas(subgraph: RunningSubgraph, codes: readonly string[], fields: string) {
  const answer = await askSubgraph(subgraph, {
    query: `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Area { ${fields} } } }`,
    variables: { representations: codes.map((code) => ({ __typename: 'Area', code })) },
  })
  return { entities: answer.data?.['_entities'] as unknown[] | undefined, errors: answer.errors ?? [] }
}
