/**
 * Rules on interfaces and unions. A supergraph with a rule that Apollo's composition would not hold on every
 * object type does not start; one that is held starts.
 */
import { buildSchema, parse } from 'graphql'
import { expect, it } from 'vitest'
import { readRules } from '@samenhang/subgraph-kit/access/rules'
import { refuseUnheldRules } from '../../src/access/abstract-rules.ts'
import { readPolicy } from '../../src/access/policy.ts'
import { supergraphSchema } from '../../src/engine/supergraph/supergraph.ts'
import { base, domain } from './parts.ts'
import { createGateway } from '../../src/operation/gateway.ts'
import { composeParts } from '../engine/federate.ts'
import { silent } from '../fakes.ts'
import { planHere } from '../../src/engine/planning/plan-here.ts'

const directives = `
  directive @authenticated on OBJECT | INTERFACE | FIELD_DEFINITION | UNION
  directive @requiresScopes(scopes: [[String!]!]!) on OBJECT | INTERFACE | FIELD_DEFINITION | UNION
  directive @policy(policies: [[String!]!]!) on OBJECT | INTERFACE | FIELD_DEFINITION | UNION
`
const check = (sdl: string) => {
  const text = `type Query { any: Any either: Either } ${sdl} ${directives}`
  return () => refuseUnheldRules(buildSchema(text), readRules(parse(text)))
}
const types = (onOne: string, onOther: string) => `
  union Either = One | Other
  type One implements Any ${onOne} { name: String }
  type Other implements Any ${onOther} { name: String }
`

const scope = (...ways: string[]) =>
  `@requiresScopes(scopes: ${JSON.stringify(ways.map((way) => way.split(' ')))})`

it.each([
  ['@authenticated', 'interface Any @authenticated { name: String }', 'Any'],
  [scope('a'), `interface Any { name: String ${scope('a')} }`, 'Any.name'],
  ['@policy', 'interface Any { name: String @policy(policies: [["purpose"]]) }', 'Any.name'],
])('a rule of %s on an interface alone ends the start with one clear line', (_, sdl, coordinate) => {
  expect(check(sdl + types('', ''))).toThrow(
    `The supergraph has a rule of access on ${coordinate} that the object types of this interface do not have (One, Other), and the hub applies the rules of the object types; put the rule on them.`,
  )
})

it('so does one on a union, and one that asks for more than the object types', () => {
  const any = 'interface Any { name: String }'
  expect(check(`${any} extend union Either @authenticated ${types('', '')}`)).toThrow(
    'on Either that the object types of this union do not have',
  )
  const more = `interface Any ${scope('a')} { name: String }`
  for (const less of [scope('b'), scope('a', 'b'), '@authenticated'])
    expect(check(more + types(less, less))).toThrow('on Any that the object types')
})

it('one that the object types ask for, as composition infers it, is held and no fault', () => {
  const any = `interface Any ${scope('a', 'b')} { name: String @authenticated }`
  expect(check(any + types(`${scope('a c', 'b')} @authenticated`, ''))).not.toThrow()
  expect(check(any + types(scope('a'), '@authenticated'))).not.toThrow()
  const { supergraphSdl } = composeParts({ base, domain })
  const { rules, sdl } = readPolicy(supergraphSdl)
  expect(rules.get('Inhabitant.name')).toBeDefined()
  expect(() => refuseUnheldRules(supergraphSchema(sdl), rules)).not.toThrow()
})

it('a gateway over such a supergraph does not start', async () => {
  const { supergraphSdl } = composeParts({
    one: {
      sdl: `type Query { any: Any } interface Any { name: String } type One implements Any { name: String } type Two implements Any { name: String @authenticated }`,
      resolvers: {},
    },
  })
  const changed = supergraphSdl.replace(/(interface Any[^{]*)\{/, '$1 @authenticated {')
  expect(changed).not.toBe(supergraphSdl)
  await expect(
    createGateway({
      startPlanning: planHere,
      supergraphSdl: changed,
      subgraphs: [],
      subgraphUrls: new Map([['one', new URL('http://127.0.0.1:1/graphql')]]),
      logger: silent,
    }),
  ).rejects.toThrow(
    'The supergraph has a rule of access on Any that the object types of this interface do not have',
  )
})
