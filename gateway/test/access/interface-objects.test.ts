/** A rule on a field that an interface object gives: it is met by whoever asks, at whichever type, and by no other way. */
import { publicAccess } from '@samenhang/subgraph-kit/caller'
import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/access/policy.ts'
import { federate } from '../engine/federate.ts'
import { guardedGateway } from './guarded-gateway.ts'

const areas = [
  { __typename: 'Ward', code: 'W1', name: 'ward' },
  { __typename: 'Town', code: 'T1', name: 'town' },
]
const areaOf = ({ code }: { readonly code: string }) => areas.find((one) => one.code === code)

const base = {
  sdl: `interface Area @key(fields: "code") { code: ID! name: String }
    type Ward implements Area @key(fields: "code") { code: ID! name: String }
    type Town implements Area @key(fields: "code") { code: ID! name: String }
    type Query { areas: [Area] ward: Ward }`,
  resolvers: {
    Query: { areas: () => areas, ward: () => areas[0] },
    Area: { __resolveReference: areaOf },
    Ward: { __resolveReference: areaOf },
    Town: { __resolveReference: areaOf },
  },
}
const care = {
  sdl: `type Area @interfaceObject @key(fields: "code") { code: ID! load: Int @requiresScopes(scopes: [["load"]]) open: Int }`,
  resolvers: { Area: { load: () => 3, open: () => 4 } },
}
const allowed = { ...publicAccess, actor: 'one', scopes: new Set(['load']) }

describe('a field with a rule that an interface object gives', () => {
  it.each([
    ['at the interface', '{ areas { code load } }'],
    ['at each type', '{ areas { ... on Ward { load } ... on Town { load } } }'],
    ['at an object', '{ ward { load } }'],
    ['under an alias', '{ areas { open load2: load } ward { code: load } }'],
    ['in a fragment', '{ areas { ...F } } fragment F on Area { open ... on Area { load } }'],
    ['beside its name', '{ areas { __typename load } }'],
  ])('is not had by the public %s, and no subgraph is asked for it', async (_, query) => {
    const { askAs, fetches } = federate({ base, care })
    expect(JSON.stringify((await askAs(allowed, query)).data)).toContain('3')
    const { data, refused } = await askAs(publicAccess, query)
    expect(JSON.stringify(data)).not.toContain('3')
    expect(refused).not.toEqual([])
    for (const { subgraph, query: asked } of fetches)
      if (subgraph === 'care') expect(asked).not.toContain('load')
  })

  it('is known of every object type, so that a gateway starts and holds it', async () => {
    const { rules } = readPolicy(federate({ base, care }).supergraphSdl)
    expect([...rules.keys()]).toEqual(expect.arrayContaining(['Ward.load', 'Town.load']))
    const { gateway } = await guardedGateway({ base, care })
    const { text } = await gateway.execute({ query: '{ areas { open load } }' })
    expect(JSON.parse(text)).toMatchObject({
      data: {
        areas: [
          { open: 4, load: null },
          { open: 4, load: null },
        ],
      },
      errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }, {}],
    })
    await gateway.close()
  })
})
