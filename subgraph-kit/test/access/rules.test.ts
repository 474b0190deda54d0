/**
 * Which rules of access a schema carries: read from every place that may have one, under whatever name a
 * supergraph links them.
 */
import { isAllowed, readRules, type Rule } from '@samenhang/subgraph-kit/access/rules'
import { publicAccess, type Access } from '@samenhang/subgraph-kit/caller'
import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'

const rulesIn = (sdl: string) => Object.fromEntries(readRules(parse(sdl)))
const open: Rule = { authenticated: false, scopes: [[]], policies: [[]] }
const reader: Access = {
  actor: 'a',
  scopes: new Set(['file:read', 'file:money']),
  purpose: 'urn:audit',
  covers: ['File.title', 'Money.*'],
}

describe('the rules a schema carries', () => {
  it('are read from fields, types, extensions, scalars and enums, and from nothing else', () => {
    expect(
      rulesIn(`
        type Query { file: File @authenticated  open: Int @deprecated }
        type File @requiresScopes(scopes: [["file:read"]]) { title: String @policy(policies: [["purpose"]]) }
        extend type File { amount: Int @requiresScopes(scopes: [["a", "b"], ["c"]]) }
        interface Thing { name: String @authenticated }
        scalar Secret @authenticated
        enum Kind @policy(policies: [["x"]]) { A }`),
    ).toEqual({
      'Query.file': { ...open, authenticated: true },
      File: { ...open, scopes: [['file:read']] },
      'File.title': { ...open, policies: [['purpose']] },
      'File.amount': { ...open, scopes: [['a', 'b'], ['c']] },
      'Thing.name': { ...open, authenticated: true },
      Secret: { ...open, authenticated: true },
      Kind: { ...open, policies: [['x']] },
    })
  })

  it('are all needed where one place carries several', () => {
    const rules = rulesIn(`
      type File @requiresScopes(scopes: [["a"], ["b"]]) { x: Int @authenticated @policy(policies: "p") }
      extend type File @requiresScopes(scopes: [["c"]])`)
    expect(rules['File']).toEqual({
      ...open,
      scopes: [
        ['a', 'c'],
        ['b', 'c'],
      ],
    })
    expect(rules['File.x']).toEqual({ authenticated: true, scopes: [[]], policies: [['p']] })
  })

  it.each([
    ['its own name', '', '@authenticated'],
    ['its namespace', '', '@federation__authenticated'],
    ['another name', 'import: [{ name: "@authenticated", as: "@known" }]', '@known'],
    ['another namespace', 'as: "fed"', '@fed__authenticated'],
  ])('are seen under %s', (_, more, directive) => {
    const rules = rulesIn(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", ${more})
      type Query { file: Int ${directive} }`)
    expect(rules['Query.file']?.authenticated).toBe(true)
  })

  it('are seen in a supergraph that links a directive under a name of its own', () => {
    const rules = rulesIn(`
      schema @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", as: "scopes", for: SECURITY) { query: Query }
      type Query { file: Int @scopes(scopes: [["s"]]) }`)
    expect(rules['Query.file']?.scopes).toEqual([['s']])
  })
})

describe('who meets a rule', () => {
  it.each<[string, Partial<Rule>, string, boolean]>([
    ['signed in', { authenticated: true }, 'File.x', true],
    ['every scope of one list', { scopes: [['no'], ['file:read', 'file:money']] }, 'File.x', true],
    ['not every scope of any list', { scopes: [['file:read', 'no'], ['no']] }, 'File.x', false],
    ['a purpose that covers the field', { policies: [['purpose']] }, 'File.title', true],
    ['a purpose that covers the whole type', { policies: [['purpose']] }, 'Money.amount', true],
    ['a purpose for another field', { policies: [['purpose']] }, 'File.x', false],
    ['a policy that nobody knows', { policies: [['purpose', 'other']] }, 'File.title', false],
    ['a list of nothing that is enough', { scopes: [] }, 'File.x', false],
  ])('%s', (_, rule, coordinate, allowed) => {
    expect(isAllowed({ ...open, ...rule }, coordinate, reader)).toBe(allowed)
  })

  it('not the public, where anything is asked', () => {
    expect(isAllowed(open, 'File.title', publicAccess)).toBe(true)
    for (const rule of [{ authenticated: true }, { scopes: [['file:read']] }, { policies: [['purpose']] }])
      expect(isAllowed({ ...open, ...rule }, 'File.title', publicAccess)).toBe(false)
  })

  it('not a caller whose purpose covers the field in name only, without a purpose', () => {
    const rule = { ...open, policies: [['purpose']] }
    expect(isAllowed(rule, 'File.title', reader)).toBe(true)
    expect(isAllowed(rule, 'File.title', { ...reader, purpose: null })).toBe(false)
  })
})
