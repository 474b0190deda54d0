/** Everything about people is closed in every slice, and what leads to a person too; places stay open. */
import { parse, Source } from 'graphql'
import { describe, expect, it } from 'vitest'
import { findOpenFields } from '@samenhang/schema/closed-types'
import { readOwnSlices, readSlices, type Slice } from '@samenhang/schema/slices'

const rule = '@requiresScopes(scopes: [["person:read"]]) @policy(policies: [["purpose"]])'

function slice(sdl: string): Slice {
  const link =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requiresScopes", "@policy"])\n'
  return { name: 'energy', url: '', typeDefs: parse(new Source(link + sdl, 'energy.graphql')) }
}

const good = `
  type Query { person(id: ID!): Person ${rule}  area(code: ID!): Area }
  type Person @key(fields: "id") { id: ID!  energy: PersonEnergy ${rule}  area: Area ${rule} }
  type PersonEnergy { meter: Meter ${rule}  poor: Boolean ${rule} }
  type Meter { number: String ${rule} }
  type Area { code: ID!  energy: AreaEnergy! }
  type AreaEnergy { use: Int! }`

describe('what is about persons', () => {
  it('is closed in every slice of this graph', () => {
    expect(findOpenFields([...readSlices(), ...readOwnSlices()])).toEqual([])
  })

  it('is told apart from places, which stay open also under a person', () => {
    expect(findOpenFields([slice(good)])).toEqual([])
  })

  it.each([
    [
      'a field of the person',
      `energy: PersonEnergy ${rule}`,
      'energy: PersonEnergy',
      'Person.energy carries no rule',
    ],
    ['a field below', `poor: Boolean ${rule}`, 'poor: Boolean', 'PersonEnergy.poor carries no rule'],
    ['a field far below', `number: String ${rule}`, 'number: String', 'Meter.number carries no rule'],
    [
      'a root field',
      `person(id: ID!): Person ${rule}`,
      'person(id: ID!): Person',
      'Query.person carries no rule',
    ],
    ['a way from a place', 'energy: AreaEnergy!', 'residents: [Person!]', 'Area.residents carries no rule'],
    [
      'a field that is not nullable',
      'poor: Boolean @',
      'poor: Boolean! @',
      'PersonEnergy.poor is not nullable',
    ],
  ])('%s without its rule is refused by name', (_, there, instead, told) => {
    expect(good).toContain(there)
    expect(findOpenFields([slice(good.replace(there, instead))])).toEqual([
      expect.stringMatching(new RegExp(`^energy\\.graphql:[3-9]:\\d+: ${told}`)),
    ])
  })

  it('what leads to a person is closed too', () => {
    const page = `${good}\n type PersonPage { nodes: [Person!] ${rule}  total: Int }`
    expect(findOpenFields([slice(page)])).toEqual([expect.stringContaining('PersonPage.total')])
  })
})
