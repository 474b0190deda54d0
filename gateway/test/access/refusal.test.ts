/**
 * What a refusal says: whether a token, a scope or a purpose is lacking, and to a caller without a token no
 * names.
 */
import { publicAccess, type Access } from '@samenhang/subgraph-kit/caller'
import type { Rule } from '@samenhang/subgraph-kit/access/rules'
import { buildSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { permissionsOf } from '../../src/access/permissions.ts'
import { explainFor, refusalsAt, refusalsOf } from '../../src/access/refusal.ts'

const schema = buildSchema('type Query { person: Person } type Person { id: ID care: String name: String }')
const rule = (scopes: Rule['scopes'], policies: Rule['policies'] = [[]]): Rule => ({
  authenticated: true,
  scopes,
  policies,
})
const permissions = permissionsOf(
  schema,
  new Map([
    ['Person', rule([['person:read']])],
    ['Person.care', rule([['care:read', 'care:more'], ['care:all']], [['purpose']])],
    ['Person.name', rule([[]], [['purpose']])],
  ]),
)
const register = {
  activities: [activity('intake', ['Person.care', 'Person.name']), activity('other', ['Person.name'])],
}
const access = (...scopes: string[]): Access => ({
  ...publicAccess,
  actor: 'someone',
  scopes: new Set(scopes),
})
const lackOf = (who: Access, coordinate: string) => explainFor(who, permissions, register)(coordinate)

function activity(purpose: string, fields: readonly string[]) {
  const id = `https://example/${purpose}`
  return { id, purpose, name: { nl: purpose, en: purpose }, legalBasis: '', fields, retention: 'P1Y' }
}

describe('a refusal says what is lacking', () => {
  it.each([
    ['the public', publicAccess, 'Person.care', { reason: 'TOKEN' }],
    [
      'a token without scopes',
      access(),
      'Person.care',
      { reason: 'SCOPE', scopes: ['care:all', 'person:read'] },
    ],
    [
      'one with half of a way',
      access('person:read', 'care:read'),
      'Person.care',
      { reason: 'SCOPE', scopes: ['care:more'] },
    ],
    [
      'one without a purpose',
      access('person:read', 'care:all'),
      'Person.care',
      { reason: 'PURPOSE', purposes: ['intake'] },
    ],
    [
      'one whose field two purposes cover',
      access('person:read'),
      'Person.name',
      { reason: 'PURPOSE', purposes: ['intake', 'other'] },
    ],
  ] as const)('to %s', (_who, who, coordinate, lack) => {
    expect(lackOf(who, coordinate)).toEqual(lack)
    const [error] = refusalsOf([coordinate], explainFor(who, permissions, register))
    expect(error?.extensions).toEqual({ code: 'UNAUTHORIZED_FIELD_OR_TYPE', coordinate, ...lack })
    expect(error?.message).toContain(coordinate)
  })

  it('and names no scope and no purpose to who shows no token', () => {
    const explain = explainFor(publicAccess, permissions, register)
    const [error] = refusalsAt([{ path: ['person', 'care'], coordinate: 'Person.care' }], explain)
    expect(JSON.stringify(error)).not.toMatch(/care:|person:|intake|other/)
  })
})
