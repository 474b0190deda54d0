/**
 * Random callers ask random operations of random graphs with rules: the answer is that of all of it with the
 * refused taken out, and no subgraph is asked for anything refused.
 */
import type { Access } from '@samenhang/subgraph-kit/caller'
import fc from 'fast-check'
import {
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  validate,
  type SelectionSetNode,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { federate } from '../engine/federate.ts'
import {
  operationOn,
  partsOf,
  rulesOf,
  runThenRemove,
  scopes,
  wholeOf,
  world,
  type DNF,
} from './made-world.ts'

const accessOf = (held: readonly string[]): Access => ({
  actor: 'someone',
  scopes: new Set(held),
  purpose: null,
  covers: [],
})

/** Reckoned here again, apart from the gateway: a field's own rule, and those of its type, of what it returns and of what it requires. */
function refusals(rules: ReadonlyMap<string, DNF>, schema: GraphQLSchema, held: readonly string[]) {
  const meets = (coordinate: string): boolean =>
    rules.get(coordinate)?.some((all) => all.every((scope) => held.includes(scope))) ?? true
  return (coordinate: string): boolean => {
    const [typeName = '', field] = coordinate.split('.')
    if (field === undefined) return !meets(coordinate)
    const type = schema.getType(typeName)
    const returned = isObjectType(type) ? type.getFields()[field]?.type.toString().replaceAll(/\W/g, '') : ''
    const required = coordinate === 'Ant.made' ? 'Ant.name' : coordinate
    return ![coordinate, typeName, returned ?? '', required].every(meets)
  }
}

/** The coordinates that a fetch asks for, an interface's being those of every kind behind it. */
function askedIn(text: string, schema: GraphQLSchema): readonly string[] {
  const found: string[] = []
  const look = ({ selections }: SelectionSetNode, typeName: string): void => {
    for (const node of selections) {
      if (node.kind === Kind.FRAGMENT_SPREAD) continue
      if (node.kind === Kind.INLINE_FRAGMENT) {
        look(node.selectionSet, node.typeCondition?.name.value ?? typeName)
        continue
      }
      const name = node.name.value
      const type = schema.getType(typeName)
      const objects = isInterfaceType(type) ? schema.getPossibleTypes(type).map(String) : [typeName]
      if (!name.startsWith('_') && name !== 'id') found.push(...objects.map((one) => `${one}.${name}`))
      const field = type && 'getFields' in type ? type.getFields()[name] : undefined
      if (node.selectionSet) look(node.selectionSet, field?.type.toString().replaceAll(/\W/g, '') ?? '')
    }
  }
  for (const node of parse(text).definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION) look(node.selectionSet, 'Query')
    if (node.kind === Kind.FRAGMENT_DEFINITION) look(node.selectionSet, node.typeCondition.name.value)
  }
  return found
}

const graphs = Number(process.env['ACCESS_GRAPHS'] ?? 60)

describe('an operation of any caller on any graph', () => {
  it('answers what running all of it and taking out the refused would; and asks no subgraph for anything refused', async () => {
    let compared = 0
    let removed = 0
    await fc.assert(
      fc.asyncProperty(world, async (given) => {
        const schema = wholeOf(given)
        const rules = rulesOf(given)
        const { askAs, fetches } = federate(partsOf(given))
        const cases = fc.sample(fc.tuple(operationOn(given), fc.subarray([...scopes]), fc.boolean()), {
          numRuns: 12,
          seed: JSON.stringify(given).length,
        })
        for (const [query, held, on] of cases) {
          if (validate(schema, parse(query)).length > 0) continue
          const isRefused = refusals(rules, schema, held)
          const expected = runThenRemove(given, query, { on }, isRefused)
          const { data, refused } = await askAs(accessOf(held), query, { on })
          expect(data, query).toEqual(expected.data)
          // What stands beside a field that may not be null is told or not as it happens to be met first.
          if (!JSON.stringify(given).includes('"isNonNull":true'))
            expect([...refused].sort(), query).toEqual(expected.refused)
          for (const { query: text } of fetches)
            expect(askedIn(text, schema).filter(isRefused), `${query}\n${text}`).toEqual([])
          compared += 1
          removed += expected.refused.length
        }
      }),
      { numRuns: graphs, seed: 5, endOnFailure: true },
    )
    expect(compared).toBeGreaterThan(graphs * 3)
    expect(removed).toBeGreaterThan(compared)
  }, 600_000)
})
