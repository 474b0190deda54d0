/** Whom a change of the API schema breaks: each kind of change, each way to use what changes, and what a passed sunset allows. */
import { buildSchema, findBreakingChanges, findDangerousChanges, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { findDeprecations } from '../check/deprecations.ts'
import { findIndicatorChanges } from '../check/indicator-changes.ts'
import { parseOperations, type RegisteredOperation } from '../check/operations.ts'
import { coordinateOf, findSchemaChanges } from '../check/schema-changes.ts'
import { findWhoBreaks, rememberUses } from '../check/who-breaks.ts'

const today = '2026-11-29'
const sdl = `
  directive @mark(on: Int) on FIELD
  type Query { area(code: ID!, kind: Kind = A): Area areas(filter: Filter, first: Int! = 10): [Area!] any: Any old: Old @deprecated(reason: "Use any; sunset 2026-01-31.") soon: Int @deprecated(reason: "Sunset 2026-11-29.") }
  interface Area { code: ID! name: String! kind: Kind figures: Figures }
  type Town implements Area { code: ID! name: String! kind: Kind figures: Figures mayor: String }
  type Village implements Area { code: ID! name: String! kind: Kind figures: Figures }
  union Any = Town | Figures
  type Figures { period: Int! people(age: Int): Int }
  type Old { value: Int }
  enum Kind { A B C }
  input Filter { kind: Kind code: ID nested: Filter }
`

function operation(text: string, index: number): RegisteredOperation {
  return { id: String(index), name: String(index), text, app: 'app', owner: 'team' }
}

/** What comes of these changes of the text of the schema: verdict, kind, coordinate, and the paths in each operation. */
function breaks(edits: readonly (readonly [string, string])[], ...texts: readonly string[]) {
  const changed = edits.reduce((text, [there, instead]) => {
    expect(text).toContain(there)
    return text.replaceAll(there, () => instead)
  }, sdl)
  const [before, after] = [buildSchema(sdl), buildSchema(changed)]
  return findWhoBreaks(
    findSchemaChanges(before, after),
    parseOperations(texts.map(operation)).parsed,
    { before, after, today },
    rememberUses(before),
  ).map(({ verdict, kind, coordinate, concerns }) => [
    verdict,
    kind,
    coordinate,
    ...concerns.map(({ paths, isPossible }) => `${paths.join(' ')}${isPossible ? ' ?' : ''}`),
  ])
}

describe('who breaks, with the path in the operation', () => {
  it.each<[string, readonly (readonly [string, string])[], string, readonly unknown[]]>([
    [
      'a field that goes: aliases, fragments on types and on the interface',
      [['figures: Figures', 'figuresX: Figures']],
      'query Q { t: area(code: "a") { ...F ... on Town { mine: figures { period } } } } fragment F on Area { f: figures { period } }',
      ['refused', 'FIELD_REMOVED', 'Area.figures', 't.f t.mine'],
    ],
    [
      'a field that may be null now',
      [['period: Int!', 'period: Int']],
      '{ area(code: "a") { figures { period } } }',
      ['refused', 'FIELD_CHANGED_KIND', 'Figures.period', 'area.figures.period'],
    ],
    [
      'an argument of another type, in an operation of a table',
      [['age: Int', 'age: Int!']],
      '{ areas(filter: {}) @row { figures { people } } }',
      ['refused', 'OPERATION_INVALID', '', ''],
    ],
    [
      'an argument that goes',
      [['people(age: Int)', 'people']],
      '{ area(code: "a") { figures { p: people(age: 3) } } }',
      ['refused', 'ARG_REMOVED', 'Figures.people(age:)', 'area.figures.p(age:)'],
    ],
    [
      'an argument of another type, by a variable',
      [['age: Int', 'age: String']],
      'query Q($age: Int) { area(code: "a") { figures { people(age: $age) } } }',
      ['refused', 'ARG_CHANGED_KIND', 'Figures.people(age:)', 'area.figures.people(age:)'],
    ],
    [
      'a required argument that comes',
      [['people(age: Int)', 'people(age: Int, sex: Int!)']],
      '{ area(code: "a") { figures { people } } }',
      ['refused', 'REQUIRED_ARG_ADDED', 'Figures.people(sex:)', 'area.figures.people'],
    ],
    [
      'an enum value as a literal',
      [['enum Kind { A B C }', 'enum Kind { A B }']],
      '{ area(code: "a", kind: C) { code } }',
      ['refused', 'VALUE_REMOVED_FROM_ENUM', 'Kind.C', 'area(kind:)'],
    ],
    [
      'an enum value as the default of a variable',
      [['enum Kind { A B C }', 'enum Kind { A B }']],
      'query Q($kind: Kind = C) { area(code: "a", kind: $kind) { code } }',
      ['refused', 'VALUE_REMOVED_FROM_ENUM', 'Kind.C', '$kind'],
    ],
    [
      'an enum value that a variable may hold',
      [['enum Kind { A B C }', 'enum Kind { A B }']],
      'query Q($f: Filter) { areas(filter: $f) { code } }',
      ['refused', 'VALUE_REMOVED_FROM_ENUM', 'Kind.C', '$f.kind ?'],
    ],
    [
      'an input field as a literal',
      [['code: ID nested', 'nested']],
      '{ areas(filter: { nested: { code: "a" } }) { code } }',
      ['refused', 'FIELD_REMOVED', 'Filter.code', 'areas(filter:).nested.code'],
    ],
    [
      'an input field that must be given',
      [['code: ID nested', 'code: ID! nested']],
      'query Q($f: Filter) { areas(filter: $f) { code } }',
      ['refused', 'FIELD_CHANGED_KIND', 'Filter.code', '$f.code ?'],
    ],
    [
      'a new input field that must be given',
      [['code: ID nested', 'code: ID must: Int! nested']],
      'query Q($f: Filter) { areas(filter: $f) { code } }',
      ['refused', 'REQUIRED_INPUT_FIELD_ADDED', 'Filter.must', '$f $f.nested'],
    ],
    [
      'a type that leaves a union',
      [['Town | Figures', 'Town']],
      '{ any { ... on Figures { period } } }',
      ['refused', 'TYPE_REMOVED_FROM_UNION', 'Any', 'any'],
    ],
    [
      'a type that leaves its interface',
      [['type Village implements Area', 'type Village']],
      '{ area(code: "a") { ... on Village { code } } }',
      ['refused', 'IMPLEMENTED_INTERFACE_REMOVED', 'Village', 'area'],
    ],
    [
      'a directive that goes',
      [['directive @mark(on: Int) on FIELD', '']],
      '{ area(code: "a") { n: name @mark(on: 1) } }',
      ['refused', 'DIRECTIVE_REMOVED', '@mark', 'area.n'],
    ],
  ])('%s', (_, edits, text, expected) => {
    expect(breaks(edits, text)).toContainEqual(expected)
  })

  it('what nobody uses is allowed, and what still fits is no break', () => {
    expect(breaks([['mayor: String', '']], '{ area(code: "a") { ... on Town { code } } }')).toEqual([
      ['unused', 'FIELD_REMOVED', 'Town.mayor'],
    ])
    const must = [['people(age: Int)', 'people(age: Int!)']] as const
    expect(breaks(must, 'query Q($age: Int!) { area(code: "a") { figures { people(age: $age) } } }')).toEqual(
      [['unused', 'ARG_CHANGED_KIND', 'Figures.people(age:)']],
    )
    expect(breaks(must, '{ area(code: "a") { figures { people } } }')).toEqual([
      ['unused', 'ARG_CHANGED_KIND', 'Figures.people(age:)'],
      ['refused', 'OPERATION_INVALID', '', ''],
    ])
  })

  it('after its last day a deprecated field may go although it is in use, and what only stood in it with it', () => {
    const gone = [
      ['old: Old @deprecated(reason: "Use any; sunset 2026-01-31.")', ''],
      ['type Old { value: Int }', ''],
    ] as const
    expect(breaks(gone, '{ o: old { value } }')).toEqual([
      ['sunset passed', 'TYPE_REMOVED', 'Old', 'o'],
      ['sunset passed', 'FIELD_REMOVED', 'Query.old', 'o'],
    ])
    expect(breaks([['soon: Int @deprecated(reason: "Sunset 2026-11-29.")', '']], '{ soon }')).toEqual([
      ['refused', 'FIELD_REMOVED', 'Query.soon', 'soon'],
    ])
  })

  it('one of interface and types is one change; dangerous ones are told and allowed', () => {
    expect(
      breaks(
        [
          ['kind: Kind = A', 'kind: Kind = B'],
          ['A B C }', 'A B C D }'],
        ],
        '{ area(code: "a") { kind } }',
        '{ area(code: "a", kind: A) { code } }',
      ),
    ).toEqual([
      ['dangerous', 'ARG_DEFAULT_VALUE_CHANGE', 'Query.area(kind:)', 'area'],
      ['dangerous', 'VALUE_ADDED_TO_ENUM', 'Kind.D', 'area.kind', 'area(kind:)'],
    ])
  })

  it('a fragment that spreads itself, and a text that is no GraphQL, end', () => {
    expect(
      breaks([['mayor: String', '']], '{ area(code: "a") { ...F } } fragment F on Town { mayor ...F }', '{'),
    ).toEqual([['refused', 'FIELD_REMOVED', 'Town.mayor', 'area.mayor']])
  })
})

it('every change that graphql-js can find has its coordinate', () => {
  const old = buildSchema(`
    directive @a(x: Int, y: Int) repeatable on FIELD | QUERY
    directive @gone on FIELD
    type Query { a(x: Int = 1, y: Int): Int b: U c: E d(i: I): Int e: N f: Q }
    union U = Query | N type N implements Q { q: Int } interface Q { q: Int } interface R { q: Int }
    enum E { A B } input I { a: Int b: Int } scalar S type K { k: S f: Float }`)
  const now = buildSchema(`
    directive @a(x: Int, z: Int!) on FIELD
    type Query { a(x: Int = 2, w: Int!, v: Int): String b: U c: E d(i: I): Int e: N f: Q g: W }
    union U = Query | W type N implements R { q: Int } interface Q { q: Int } interface R { q: Int }
    enum E { A C } input I { a: String c: Int d: Int! } type W { w: Int } union K = W`)
  const found = [...findBreakingChanges(old, now), ...findDangerousChanges(old, now)]
  expect(Object.fromEntries(found.map((change) => [change.type, coordinateOf(change)]))).toMatchObject({
    DIRECTIVE_REMOVED: '@gone',
    DIRECTIVE_ARG_REMOVED: '@a(y:)',
    REQUIRED_DIRECTIVE_ARG_ADDED: '@a(z:)',
    DIRECTIVE_REPEATABLE_REMOVED: '@a',
    DIRECTIVE_LOCATION_REMOVED: '@a',
    TYPE_CHANGED_KIND: 'K',
    TYPE_REMOVED_FROM_UNION: 'U',
    TYPE_ADDED_TO_UNION: 'U',
    VALUE_REMOVED_FROM_ENUM: 'E.B',
    VALUE_ADDED_TO_ENUM: 'E.C',
    REQUIRED_INPUT_FIELD_ADDED: 'I.d',
    OPTIONAL_INPUT_FIELD_ADDED: 'I.c',
    IMPLEMENTED_INTERFACE_REMOVED: 'N',
    IMPLEMENTED_INTERFACE_ADDED: 'N',
    ARG_REMOVED: 'Query.a(y:)',
    REQUIRED_ARG_ADDED: 'Query.a(w:)',
    OPTIONAL_ARG_ADDED: 'Query.a(v:)',
    ARG_DEFAULT_VALUE_CHANGE: 'Query.a(x:)',
  })
})

describe('deprecations', () => {
  const told = (now: string, before = 'type Query { a: Int }') => {
    const [old, after] = [buildSchema(before), buildSchema(now)]
    const operations = parseOperations([operation('{ mine: a }', 0)]).parsed
    return findDeprecations(
      { before: old, after, document: parse(now), today },
      operations,
      rememberUses(old),
    ).map(({ sunset, fault, users }) => [sunset, fault, ...users.flatMap(({ paths }) => paths)])
  }
  const until = (text: string) => `type Query { a: Int @deprecated(reason: "Use b${text}") }`

  it('need a last day at least 90 days away, and tell who uses it', () => {
    expect(told(until('; sunset 2027-02-27.'))).toEqual([['2027-02-27', null, 'mine']])
    expect(told(until('; sunset 2027-02-26.'))).toEqual([
      [
        '2027-02-26',
        'Query.a has its last day on 2027-02-26, 89 days from now: give its users 90 days, until 2027-02-27 or later.',
        'mine',
      ],
    ])
    expect(told(until('; sunset 2026-02-27.'))[0]?.[1]).toContain('which has passed')
    expect(told(until('.'))[0]?.[1]).toContain('is deprecated without its last day')
    expect(told(until('; sunset 2027-02-30'))).toEqual([
      [
        null,
        'Query.a has its last day on "2027-02-30", which is not a date: write "sunset 2027-02-27" or later.',
        'mine',
      ],
    ])
    expect(told(until('; sunset soon.'))[0]?.[1]).toContain('which is not a date')
  })

  it('may be put off, and not brought forward or left without a date', () => {
    expect(told(until('; sunset 2027-08-01.'), until('; sunset 2027-07-01.'))).toEqual([])
    expect(told(until(', now; sunset 2027-07-01.'), until('; sunset 2027-07-01.'))).toEqual([])
    expect(told(until('; sunset 2026-12-01.'), until('; sunset 2027-07-01.'))[0]?.[1]).toContain(
      '2 days from now',
    )
    expect(told(until('.'), until('; sunset 2027-07-01.'))[0]?.[1]).toContain('without its last day')
  })
})

it('an indicator that leaves the catalogue breaks, one that means something else is dangerous', () => {
  const one = (directive: string) => parse(`type P { a: Int ${directive} }`)
  const indicator = one('@indicator(unit: EURO, source: "KWB", columns: ["A"], scale: 1000)')
  const found = (now: string) =>
    findIndicatorChanges(indicator, one(now)).map(({ kind, message }) => [kind, message])
  expect(found('')).toEqual([
    ['INDICATOR_REMOVED', 'P.a is no longer an indicator: it leaves the catalogue and is imported no more.'],
  ])
  expect(found('@indicator(unit: PERCENT, source: "KWB", columns: ["B"], scale: 1000)')).toEqual([
    [
      'INDICATOR_CHANGED',
      'P.a means something else: unit EURO → PERCENT. Say so with @break, or give it another name.',
    ],
  ])
  expect(found('@indicator(unit: EURO, kind: AVERAGE, source: "KWB", columns: ["A"], scale: 1000)')).toEqual(
    [],
  )
})
