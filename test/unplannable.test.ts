/** Composition refuses what Apollo's planner cannot plan, with subgraph, field and reason. */
import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { readOwnSlices, readSlices } from '@samenhang/schema/slices'
import { readSupergraph } from '@samenhang/schema/supergraph'
import { findOwnNames, findRequiredOnInterfaceObjects } from '@samenhang/schema/unplannable'

function composed(care: string): string {
  const link = (imports: string): string =>
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])\n`
  const { supergraphSdl, errors } = composeServices([
    {
      name: 'base',
      typeDefs: parse(`${link('"@key"')} type Query { areas: [Area] }
        interface Area @key(fields: "code") { code: ID! name: String }
        type Ward implements Area @key(fields: "code") { code: ID! name: String }`),
    },
    {
      name: 'care',
      typeDefs: parse(
        `${link('"@key", "@interfaceObject", "@external", { name: "@requires", as: "@needs" }')} ${care}`,
      ),
    },
  ])
  if (!supergraphSdl) throw new Error(String(errors))
  return supergraphSdl
}

describe('composition refuses what cannot be planned', () => {
  it('and finds nothing of it in this graph', () => {
    expect(findOwnNames([...readSlices(), ...readOwnSlices()])).toEqual([])
    expect(findRequiredOnInterfaceObjects(readSupergraph())).toEqual([])
  })

  it('@requires on a field of an interface object, under whatever name, with subgraph, field and reason', () => {
    const area = 'type Area @interfaceObject @key(fields: "code") { code: ID! name: String @external'
    expect(findRequiredOnInterfaceObjects(composed(`${area} mark: String @needs(fields: "name") }`))).toEqual(
      [
        expect.stringMatching(
          /^care: Area.mark has @requires on an interface object, which may take the planner/,
        ),
      ],
    )
  })

  it('and lets @requires on an object type pass', () => {
    const ward =
      'type Ward @key(fields: "code") { code: ID! name: String @external mark: String @needs(fields: "name") }'
    expect(findRequiredOnInterfaceObjects(composed(ward))).toEqual([])
  })

  it.each([
    ['type hub__Thing { a: Int }', 'hub__Thing'],
    ['extend type Query { hub__a: Int }', 'Query.hub__a'],
    ['type Query { a(hub__b: Int): Int }', 'Query.a.hub__b'],
    ['input In { hub__c: Int }', 'In.hub__c'],
  ])('names of the hub: %s', (sdl, place) => {
    expect(findOwnNames([{ name: 'care', typeDefs: parse(sdl) }])).toEqual([
      `care: ${place} begins with hub__, which the hub keeps for itself: give it another name`,
    ])
  })
})
