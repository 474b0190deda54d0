/** What a team is told when it composes: what changed for clients, and what is refused, at its file, line and column. */
import { readFileSync } from 'node:fs'
import { changesBetween } from '@samenhang/schema/changes'
import { composeSlices } from '@samenhang/schema/compose'
import { readOwnSlices, readSlices } from '@samenhang/schema/slices'
import { parseSlice, withKitDefinitions } from '@samenhang/subgraph-kit/slice'
import { describe, expect, it } from 'vitest'

const file = 'subgraphs/care/schema.graphql'
const written = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')

/** Composes the graph with care's slice as a team might change it. */
function composedWith(there: string, instead: string) {
  expect(written).toContain(there)
  const typeDefs = withKitDefinitions(
    parseSlice(
      file,
      written.replace(there, () => instead),
    ),
  )
  const slices = [...readSlices(), ...readOwnSlices()]
  return composeSlices(slices.map((slice) => (slice.name === 'care' ? { ...slice, typeDefs } : slice)))
}

function faultsOf(there: string, instead: string): readonly string[] {
  const composed = composedWith(there, instead)
  return 'errors' in composed ? composed.errors : []
}

/** Where a text begins. */
function placeOf(text: string, there: string, instead: string): string {
  const lines = written.replace(there, () => instead).split('\n')
  const line = lines.findIndex((one) => one.includes(text))
  return `${file}:${String(line + 1)}:${String(lines[line]!.indexOf(text) + 1)}: `
}

describe('what is refused', () => {
  it.each([
    [
      'an indicator that cannot be null',
      'youthCareShare: Float',
      'youthCareShare: Float!',
      'youthCareShare',
      'CareProfile.youthCareShare is an indicator and Float!: make it a nullable Int, Float or String, for a figure may be missing.',
    ],
    [
      'a field without a description',
      'type CareProfile @tag(name: "public") {',
      'type CareProfile @tag(name: "public") {\n  bare: Int',
      'bare: Int',
      'CareProfile.bare has no description: say what it is.',
    ],
    [
      'a type without a description',
      'type Query {',
      'type Bare {\n  "One."\n  one: Int\n}\n\ntype Query {',
      'Bare {',
      'Bare has no description: say what it is.',
    ],
    [
      'a type that the kit has for all slices',
      'type Query {',
      '"Another."\ntype MissingFigure @shareable {\n  "One."\n  one: Int\n}\n\ntype Query {',
      'MissingFigure @',
      'MissingFigure is declared in subgraph-kit/schema.graphql for all slices: use it from there.',
    ],
    ['a type that does not exist', 'care: [Dataset!]', 'care: [Flaot!]', 'Flaot', 'Unknown type Flaot'],
  ])('%s', (_, there, instead, place, told) => {
    expect(faultsOf(there, instead)).toContainEqual(
      expect.stringContaining(placeOf(place, there, instead) + told),
    )
  })

  it.each([
    ['population.nobody', 'is weighted by population.nobody, which is no indicator'],
    [
      'population.density',
      'is weighted by population.density, which is of kind RATE: a weight must be a COUNT.',
    ],
  ])('a weight that is no count of the graph: %s', (weight, message) => {
    const there = 'kind: RATE\n      weight: "population.inhabitants"'
    const instead = `kind: RATE\n      weight: "${weight}"`
    const field = 'socialSupportClientsPer1000: Float'
    expect(faultsOf(there, instead)).toEqual([
      expect.stringContaining(`${placeOf(field, there, instead)}care.socialSupportClientsPer1000 ${message}`),
    ])
  })

  it('a weight of an indicator that is divided by nothing', () => {
    expect(faultsOf('kind: COUNT\n', 'kind: COUNT\n      weight: "population.inhabitants"\n')).toEqual([
      expect.stringContaining('care.youthCareClients is of kind COUNT and has a weight'),
    ])
  })

  it('an enum, and a field, that another slice has otherwise', () => {
    expect(faultsOf('enum CareKind {', 'enum CareKind {\n  "Another."\n  ANOTHER\n')).toContainEqual(
      expect.stringMatching(
        /^subgraphs\/integrated-approach\/schema\.graphql:\d+:\d+: CareKind is declared otherwise at subgraphs\/care\/schema\.graphql:\d+:\d+: /,
      ),
    )
    expect(faultsOf('kind: CareKind @', 'kind: [CareKind] @')).toContainEqual(
      expect.stringMatching(
        /^subgraphs\/integrated-approach\/schema\.graphql:\d+:\d+: \w+\.kind is declared otherwise/,
      ),
    )
  })

  it('nothing where a slice extends a type of its own', () => {
    expect(
      faultsOf('type Query {', 'extend type CareProfile {\n  "A note."\n  note: String\n}\n\ntype Query {'),
    ).toEqual([])
  })

  it('nothing of the slices as they are', () => {
    expect(faultsOf('type Query {', 'type Query {')).toEqual([])
  })
})

describe('what changed for clients', () => {
  it('is told by type, field, argument and value', () => {
    const before = 'type Query { a: Int b(c: Int): A } enum A { X Y } type Gone { a: Int }'
    const after = 'type Query { a: Float! b(d: Int): A e: New } enum A { X Z } input New { f: ID! }'
    expect(changesBetween(before, after)).toEqual([
      '- A.Y: value',
      '+ A.Z: value',
      '- Gone: type',
      '- Gone.a: Int',
      '+ New: input',
      '+ New.f: ID!',
      '~ Query.a: Int → Float!',
      '- Query.b(c:): Int',
      '+ Query.b(d:): Int',
      '+ Query.e: New',
    ])
    expect(changesBetween(after, after)).toEqual([])
  })

  it('a field of an interface is told once, whatever types have it', () => {
    const before = 'type Query { a: A } interface A { a: Int } type B implements A { a: Int }'
    const after =
      'type Query { a: A } interface A { a: Int c(d: Int): Int } type B implements A { a: Int c(d: Int): Int }'
    expect(changesBetween(before, after)).toEqual(['+ A.c: Int', '+ A.c(d:): Int'])
  })

  it('a new indicator of a slice is one line', () => {
    const composed = composedWith(
      'type CareProfile @tag(name: "public") {',
      'type CareProfile @tag(name: "public") {\n  "Nights in care (zorgnachten)."\n  nights: Int @indicator(unit: COUNT, kind: COUNT, source: "KWB", columns: ["Zorgnachten"])\n',
    )
    const before = readFileSync(new URL('../schema/api.graphql', import.meta.url), 'utf8')
    expect('apiSdl' in composed && changesBetween(before, composed.apiSdl)).toEqual([
      '+ CareProfile.nights: Int',
    ])
  })
})
