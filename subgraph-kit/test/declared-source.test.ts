/** What `@source` declares, what `readProfiles` makes of it, and what is said where a declaration cannot be read. */
import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { readProfiles, storedColumns } from '../src/figures/indicator.ts'
import { declaredSources, sharedSources } from '../src/schema/declared-source.ts'
import { profiles, sources } from './statline/declared-slice.ts'

const source = (rest: string) =>
  declaredSources(
    parse(`type A @source(name: "A", title: "a", publisher: "p", licence: "l", ${rest}) { a: Int }`),
  )

describe('a declared source', () => {
  it('of several slices is declared once, in the kit', () => {
    const kwb = sharedSources().get('KWB')
    expect(kwb?.tables.find(({ id }) => id === '84583NED')).toEqual({
      id: '84583NED',
      year: 2019,
      boundaryYear: null,
    })
    expect(kwb?.licence).toBe('CC BY 4.0')
  })

  it('has the columns of all indicators that name it', () => {
    const near = sources.find(({ name }) => name === 'NEAR')
    expect([...(near?.columns ?? [])]).toContain('AfstandTotWinkel')
  })

  it('is refused where a table or a dimension cannot be read, with how to write it', () => {
    expect(() => source('tables: ["84583NED in 2019"]')).toThrow('write an id, its year and its boundaries')
    expect(() => source('tables: [], dimensions: ["Leeftijd"]')).toThrow(
      'write it as "Leeftijd=20300|18 jaar of ouder"',
    )
  })
})

describe('a profile', () => {
  it('stores limits beside figures where its source gives them in rows, and none elsewhere', () => {
    const [scores, points] = profiles
    expect(scores && storedColumns(scores).map(({ column }) => column)).toEqual([
      ...['good', 'better', 'all', 'good_lower', 'good_upper'],
      ...['better_lower', 'better_upper', 'all_lower', 'all_upper'],
    ])
    expect(points?.limits).toEqual([])
  })

  it('stores limits that have columns of their own', () => {
    const [profile] = readProfiles(
      parse(`type Area { code: ID! a: A }
        type A { a: Float @indicator(unit: SCORE, source: "X", columns: ["a"], lower: ["a_low"], upper: ["a_high"]) }`),
    )
    expect(profile?.limits.map(({ field, columns, cellsOf }) => [field, columns, cellsOf])).toEqual([
      ['a.lower', ['a_low'], 'figure'],
      ['a.upper', ['a_high'], 'figure'],
    ])
    expect(profile?.source).toBeNull()
  })

  it('has figures of one source', () => {
    const mixed = `type Area { code: ID! a: A }
      type A { a: Int @indicator(unit: COUNT, source: "X", columns: ["a"])  b: Int @indicator(unit: COUNT, source: "Y", columns: ["b"]) }`
    expect(() => readProfiles(parse(mixed))).toThrow(
      'A has figures of X and of Y: make a profile of each source',
    )
  })
})
