/**
 * The rules of access hold with our engine and with Apollo's executor alike, and Apollo's executor never runs
 * what asks for anything protected.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guardedGateway, type GuardedGateway } from './guarded-gateway.ts'
import { base, domain } from './parts.ts'

const codes = (text: string): readonly unknown[] =>
  (JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors.map(
    ({ extensions }) => extensions.code,
  )

describe.each(['engine', 'apollo'] as const)('a gateway with %s over a graph with rules', (executor) => {
  let guarded: GuardedGateway
  beforeAll(async () => {
    guarded = await guardedGateway({ base, domain }, { executor })
  })
  afterAll(() => guarded.gateway.close())

  it('answers the public what carries no rule, and refuses the rest without asking for it', async () => {
    const { gateway, fetches } = guarded
    const open = await gateway.execute({ query: '{ place { name } open }' })
    expect(JSON.parse(open.text)).toEqual({ data: { place: { name: 'Here' }, open: 1 } })
    fetches.length = 0
    const closed = await gateway.execute({ query: '{ person(id: "anna") { birthYear } }' })
    expect(codes(closed.text)).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE'])
    expect(JSON.parse(closed.text)).toMatchObject({ data: executor === 'engine' ? { person: null } : null })
    expect(fetches).toEqual([])
  })

  it('Apollo’s executor never runs what asks for anything protected', async () => {
    const { gateway, fetches } = guarded
    const harmless = await gateway.execute({ query: '{ constructor: place { name } }' })
    expect(JSON.parse(harmless.text)).toEqual({ data: { constructor: { name: 'Here' } } })
    fetches.length = 0
    const answer = await gateway.execute({ query: '{ constructor: place { name pet { master { id } } } }' })
    const part = { constructor: { name: 'Here', pet: { master: null } } }
    expect((JSON.parse(answer.text) as { data: unknown }).data).toEqual(executor === 'engine' ? part : null)
    expect(codes(answer.text)).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE'])
    expect(fetches.filter(({ query }) => executor === 'apollo' || query.includes('master'))).toEqual([])
  })
})
