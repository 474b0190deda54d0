/**
 * Fields and types with a rule, alone and in company: what a caller may not have is null, is not fetched, and
 * is not had by another way (an alias, a condition, a field that requires it).
 */
import { publicAccess, type Access } from '@samenhang/subgraph-kit/caller'
import { describe, expect, it } from 'vitest'
import { federate } from '../engine/federate.ts'
import { base, domain } from './parts.ts'

const access = (scopes: readonly string[], covers: readonly string[]): Access => ({
  actor: 'someone',
  scopes: new Set(scopes),
  purpose: 'https://example/purpose',
  covers,
})
const everything = access(['person:read', 'care:read'], ['Query.person', 'Person.*', 'Care.*', 'Dog.master'])
const person = '{ person(id: "anna") { birthYear care { kind since } } }'

describe('a field with a rule', () => {
  it('is given to who meets it, with the subject it is about; the public gets null, and nothing is fetched', async () => {
    const { askAs, fetches } = federate({ base, domain })
    const allowed = await askAs(everything, person)
    expect(allowed.data).toEqual({ person: { birthYear: 1980, care: { kind: 'help', since: 2020 } } })
    expect(allowed).toMatchObject({ refused: [], subjects: ['anna'] })
    expect(fetches.map(({ subgraph }) => subgraph)).toEqual(['base', 'domain'])
    const refused = await askAs(publicAccess, person)
    expect(refused).toMatchObject({ data: { person: null }, refused: ['Query.person person'], subjects: [] })
    expect(fetches).toEqual([])
  })

  it('is null alone: what stands beside it is given, and its domain is not asked', async () => {
    const { askAs, fetches } = federate({ base, domain })
    const withoutCare = access(['person:read'], everything.covers)
    expect(await askAs(withoutCare, person)).toMatchObject({
      data: { person: { birthYear: 1980, care: null } },
      refused: ['Person.care person.care'],
    })
    expect(fetches.map(({ subgraph }) => subgraph)).toEqual(['base'])
    const notSince = access([...everything.scopes], ['Query.person', 'Person.*', 'Care.kind'])
    expect(await askAs(notSince, person)).toMatchObject({
      data: { person: { birthYear: 1980, care: { kind: 'help', since: null } } },
      refused: ['Care.since person.care.since'],
    })
    expect(fetches.at(-1)?.query).not.toContain('since')
  })

  it('is asked of no object through an interface either, and given for the others', async () => {
    const { askAs, fetches } = federate({ base, domain })
    const query =
      '{ inhabitants { name ... on Person { birthYear } ...Age } } fragment Age on Person { year: birthYear }'
    const all = await askAs(everything, query)
    expect(all.data).toEqual({
      inhabitants: [{ name: 'Rex' }, { name: 'Anna', birthYear: 1980, year: 1980 }],
    })
    expect(await askAs(publicAccess, query)).toMatchObject({
      data: { inhabitants: [{ name: 'Rex' }, { name: null, birthYear: null, year: null }] },
      refused: [
        'Person.name inhabitants.1.name',
        'Person.birthYear inhabitants.1.birthYear',
        'Person.birthYear inhabitants.1.year',
      ],
    })
    expect(fetches.map((one) => one.query).join()).not.toMatch(/birthYear|on Person\s*{\s*name/)
  })

  it('is not had by requiring it: who may not see the year may not see the age made of it', async () => {
    const { askAs, fetches } = federate({ base, domain })
    const query = '{ person(id: "anna") { ageGroup } }'
    expect(await askAs(everything, query)).toMatchObject({ data: { person: { ageGroup: 'born 1980' } } })
    const notYear = access(['person:read'], ['Query.person', 'Person.ageGroup'])
    expect(await askAs(notYear, query)).toMatchObject({
      data: { person: { ageGroup: null } },
      refused: ['Person.ageGroup person.ageGroup'],
    })
    expect(fetches.map((one) => one.query).join()).not.toContain('birthYear')
  })

  it('is not had by skipping or renaming, nor by a plan made for someone who may', async () => {
    const { askAs } = federate({ base, domain })
    const query =
      'query ($on: Boolean!) { place { name } a: person(id: "anna") @include(if: $on) { b: birthYear } }'
    expect(await askAs(everything, query, { on: true })).toMatchObject({ data: { a: { b: 1980 } } })
    expect(await askAs(publicAccess, query, { on: true })).toMatchObject({
      data: { place: { name: 'Here' }, a: null },
      refused: ['Query.person a'],
    })
    expect(await askAs(publicAccess, query, { on: false })).toMatchObject({
      data: { place: { name: 'Here' } },
      refused: [],
    })
  })
})

describe('a type with a rule', () => {
  it('is null where it stands among others', async () => {
    const { askAs, fetches } = federate({ base, domain })
    const query = '{ anyone { __typename ... on Dog { age } ... on Hidden { name } } }'
    expect(await askAs(access([], []), query)).toMatchObject({
      data: {
        anyone: [
          { __typename: 'Dog', age: 4 },
          { __typename: 'Hidden', name: 'Someone' },
        ],
      },
      refused: [],
    })
    expect(await askAs(publicAccess, query)).toMatchObject({
      data: { anyone: [{ __typename: 'Dog', age: 4 }, null] },
      refused: ['Hidden anyone.1'],
    })
    expect(fetches.map((one) => one.query).join()).not.toContain('on Hidden')
  })
})
