/** A graph of two subgraphs with rules of every kind: on root fields, fields, a type among others, behind an interface, through a requirement. */
import type { Part } from '../engine/federate.ts'

const read = '@requiresScopes(scopes: [["person:read"]]) @policy(policies: [["purpose"]])'
const care = '@requiresScopes(scopes: [["person:read", "care:read"]]) @policy(policies: [["purpose"]])'

const anna = { __typename: 'Person', id: 'anna', birthYear: 1980, name: 'Anna' }
const rex = { __typename: 'Dog', name: 'Rex', age: 4 }

export const base: Part = {
  sdl: `
    type Query { person(id: ID!): Person ${read}  inhabitants: [Inhabitant!]!  place: Place  anyone: [Anyone] }
    type Place { name: String!  pet: Dog }
    interface Inhabitant { name: String }
    type Dog implements Inhabitant { name: String  age: Int  master: Person ${read} }
    type Person implements Inhabitant @key(fields: "id") { id: ID!  birthYear: Int ${read}  name: String ${read} }
    union Anyone = Dog | Hidden
    type Hidden @authenticated { name: String! }
  `,
  resolvers: {
    Query: {
      person: (_: unknown, { id }: { id: string }) => (id === 'anna' ? anna : null),
      inhabitants: () => [rex, anna],
      place: () => ({ name: 'Here', pet: rex }),
      anyone: () => [rex, { __typename: 'Hidden', name: 'Someone' }],
    },
    Dog: { master: () => anna },
    Inhabitant: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Anyone: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Person: { __resolveReference: () => anna },
  },
}
export const domain: Part = {
  sdl: `
    type Query { open: Int }
    type Person @key(fields: "id") {
      id: ID!
      birthYear: Int @external
      care: Care ${care}
      ageGroup: String @requires(fields: "birthYear") ${read}
    }
    type Care { kind: String ${care}  since: Int ${care} }
  `,
  resolvers: {
    Query: { open: () => 1 },
    Person: {
      __resolveReference: (reference: object) => reference,
      care: () => ({ kind: 'help', since: 2020 }),
      ageGroup: ({ birthYear }: { birthYear: number }) => `born ${String(birthYear)}`,
    },
  },
}
