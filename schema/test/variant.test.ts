/** The public variant: it holds what is tagged public and no trace of the rest, and a tag that would open what a rule closes is refused. */
import { composeServices } from '@apollo/composition'
import { readSupergraph } from '@samenhang/schema/supergraph'
import { publicVariant } from '@samenhang/schema/variant'
import {
  buildSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
} from 'graphql'
import { describe, expect, it } from 'vitest'

const head =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag", "@requiresScopes"])'

function variantOf(sdl: string) {
  const composed = composeServices([{ name: 'a', url: 'http://a', typeDefs: parse(`${head}\n${sdl}`) }])
  if (composed.errors) throw new Error(composed.errors.map(({ message }) => message).join('; '))
  return publicVariant(composed.supergraphSdl)
}

function apiOf(sdl: string): string {
  const variant = variantOf(sdl)
  if (!variant || 'errors' in variant) throw new Error(`no variant: ${String(variant?.errors)}`)
  return variant.apiSdl
}

function errorsOf(sdl: string): readonly string[] {
  const variant = variantOf(sdl)
  return variant && 'errors' in variant ? variant.errors : []
}

describe('the public variant of this graph', () => {
  const variant = publicVariant(readSupergraph())
  if (!variant || 'errors' in variant) throw new Error('the graph has no public variant')
  const schema = buildSchema(variant.apiSdl)
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  )

  it('names no person, no log and no mutation', () => {
    expect(schema.getMutationType()).toBeUndefined()
    expect(types.map(({ name }) => name).filter((name) => /person|log|caseload|consent/i.test(name))).toEqual(
      [],
    )
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).not.toContain('schemaUsage')
  })

  it('has every place and every profile, and nothing that cannot be reached', () => {
    expect(schema.getType('HousingProfile')).toBeDefined()
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(
      expect.arrayContaining(['neighbourhood', 'areas', 'indicators', 'housingNeedRanking']),
    )
    const reached = new Set<string>()
    const reach = (name: string): void => {
      const type = schema.getType(name)
      if (!type || reached.has(name)) return
      reached.add(name)
      if (isInterfaceType(type)) schema.getPossibleTypes(type).forEach((possible) => reach(possible.name))
      if (isInputObjectType(type))
        for (const field of Object.values(type.getFields())) reach(getNamedType(field.type).name)
      if (!isObjectType(type) && !isInterfaceType(type)) return
      for (const field of Object.values(type.getFields())) {
        reach(getNamedType(field.type).name)
        for (const argument of field.args) reach(getNamedType(argument.type).name)
      }
    }
    reach('Query')
    expect(types.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([])
  })
})

describe('a public variant', () => {
  it('is absent where nothing is tagged public', () => {
    expect(variantOf('type Query { a: Int }')).toBeNull()
    expect(variantOf('type Query { a: Int @tag(name: "internal") }')).toBeNull()
  })

  it('holds the tagged fields of a type, and every field of a tagged type', () => {
    const api = apiOf(`type Query { a: A @tag(name: "public") b: Int }
      type A @tag(name: "public") { x: Int y: Int }`)
    expect(api).not.toMatch(/\bb\b/)
    expect(api).toMatch(/x: Int\s+y: Int/)
  })

  it('holds the tagged values of an enum only', () => {
    const api = apiOf('type Query { a: E @tag(name: "public") } enum E { ONE @tag(name: "public") TWO }')
    expect(api).toMatch(/ONE/)
    expect(api).not.toMatch(/TWO/)
  })

  it('is refused where a rule of access stands on what is public, with its coordinate', () => {
    const rule = '@requiresScopes(scopes: [["x"]])'
    expect(
      errorsOf(
        `type Query { a: A @tag(name: "public") } type A @tag(name: "public") { x: Int ${rule} y: Int }`,
      ),
    ).toEqual(['A.x has a rule of access and is tagged public: take one of the two away'])
    expect(errorsOf(`type Query { a: Int @tag(name: "public") ${rule} b: Int }`)).toHaveLength(1)
  })

  it('is refused where what is public leads to a type that is not, with both named', () => {
    const [error = '', ...others] = errorsOf('type Query { a: A @tag(name: "public") } type A { x: Int }')
    expect(others).toEqual([])
    expect(error).toMatch(/public variant.*A.*Query\.a/)
  })
})
