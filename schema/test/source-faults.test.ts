/** Declared sources that compose and could not be meant: each fault is a line that names the type and what to do. */
import { expect, it } from 'vitest'
import { withKitDefinitions, parseSlice } from '@samenhang/subgraph-kit/slice'
import { findSourceFaults } from '../source-faults.ts'

const slice = (sdl: string) => [
  { name: 'energy', url: 'http://energy', typeDefs: withKitDefinitions(parseSlice('energy.graphql', sdl)) },
]
const source = (rest = 'tables: ["70001NED 2020"]') =>
  `@source(name: "GAS", title: "Gas {year}", publisher: "P", licence: "L", ${rest})`
const indicator = (more = '', name = 'GAS') =>
  `@indicator(unit: COUNT, source: "${name}", columns: ["a"]${more})`

it('a source that its indicators name, with tables of its own, has no fault', () => {
  expect(findSourceFaults(slice(`type A ${source()} { a: Int ${indicator()} }`))).toEqual([])
})

it('a source that no indicator of its type names', () => {
  expect(findSourceFaults(slice(`type A ${source()} { a: Int }`))).toEqual([
    'energy.graphql:1:6: A declares the source GAS: its indicators must all name that.',
  ])
  expect(findSourceFaults(slice(`type A ${source()} { a: Int ${indicator('', 'KWB')} }`))).toHaveLength(1)
})

it('a table that another source declares', () => {
  expect(
    findSourceFaults(slice(`type A ${source('tables: ["84583NED 2019"]')} { a: Int ${indicator()} }`)),
  ).toEqual([expect.stringContaining('A declares the table 84583NED, which KWB declares too')])
})

it('a declaration that cannot be read, with how to write it', () => {
  expect(
    findSourceFaults(slice(`type A ${source('tables: ["84583NED of 2019"]')} { a: Int ${indicator()} }`)),
  ).toEqual([expect.stringContaining('write an id, its year and its boundaries')])
})

it('a sum of a field that is not there', () => {
  expect(findSourceFaults(slice(`type A ${source()} { a: Int ${indicator(', sumOf: ["b"]')} }`))).toEqual([
    expect.stringContaining('A.a is the sum of b, which is no field of its type.'),
  ])
})
