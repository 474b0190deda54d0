/**
 * The catalogue is the composed schema's: each `@indicator` is one entry, answered by the graph, whole or by
 * domain.
 */
import { parse } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readIndicators } from '../src/subgraph-sources/catalogue.ts'
import { createGateway, type Gateway } from '../src/operation/gateway.ts'
import { supergraphSchema } from '../src/engine/supergraph/supergraph.ts'
import { fakeNames, fakeSubgraph, silent, supergraphSdl } from './fakes.ts'
import { planHere } from '../src/engine/planning/plan-here.ts'

const wozValue = {
  id: 'housing.averageWozValue',
  domain: 'HOUSING',
  field: 'averageWozValue',
  type: 'HousingProfile',
  label: { nl: 'gemiddelde WOZ-waarde', en: 'Average WOZ value' },
  unit: 'EURO',
  valueType: 'INT',
  kind: 'AVERAGE',
  weight: 'housing.dwellings',
  minimum: 0,
  maximum: null,
  source: 'KWB',
  columns: ['WOZ', 'g_wozbag'],
  occurrence: 1,
  categories: [],
  scale: 1_000,
  description:
    'Average WOZ value (gemiddelde WOZ-waarde) of dwellings in this area, in euro. Missing where fewer than 20 dwellings were valued.',
  breaks: [
    { period: 2019, note: 'Another date.', field: null },
    { period: 2022, note: 'Other dwellings.', field: null },
  ],
}

let gateway: Gateway
beforeAll(async () => {
  const subgraphs = fakeNames.map((name) => fakeSubgraph(name).running)
  gateway = await createGateway({ startPlanning: planHere, supergraphSdl, subgraphs, logger: silent })
})
afterAll(() => gateway.close())

it('every line of schema with @indicator is one indicator, whole', () => {
  const indicators = readIndicators(supergraphSchema(supergraphSdl))
  expect(indicators).toContainEqual(wozValue)
  expect(indicators.map(({ id, domain, occurrence, scale }) => [id, domain, occurrence, scale])).toEqual(
    expect.arrayContaining([
      ['housing.averageWozValue', 'HOUSING', 1, 1_000],
      ['care.youthCareShare', 'CARE', 2, 1],
    ]),
  )
  expect(indicators).toHaveLength(2)
})

it('the graph answers the catalogue from the composed schema, by domain or whole', async () => {
  const fields =
    'id domain field label { nl en } unit valueType kind weight minimum maximum source columns occurrence categories scale description breaks { period note field }'
  const answered = Object.fromEntries(Object.entries(wozValue).filter(([name]) => name !== 'type'))
  const ask = async (query: string) => JSON.parse((await gateway.execute({ query })).text) as unknown
  expect(await ask(`{ indicators(domain: HOUSING) { ${fields} } }`)).toEqual({
    data: { indicators: [answered] },
  })
  expect(await ask('{ indicators { id } }')).toEqual({
    data: { indicators: expect.arrayContaining([{ id: 'care.youthCareShare' }]) as unknown },
  })
})

it('an indicator that no field of Area leads to is a fault of the schema, told by name', () => {
  const sdl = `
    directive @indicator(unit: String!, source: String!, columns: [String!]!) on FIELD_DEFINITION
    type Query { area: Area }
    type Area { code: ID!  runs: [Lost!] }
    type Lost { figure: Int @indicator(unit: "EURO", source: "KWB", columns: []) }
  `
  expect(() => parse(sdl)).not.toThrow()
  expect(() => readIndicators(supergraphSchema(sdl))).toThrow(
    'Lost has indicators, but no field of Area answers it',
  )
})
