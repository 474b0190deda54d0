/**
 * Codes that are not there, codes that are none, and names: each has an answer of its own, and nobody's text
 * becomes a pattern or a statement.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHub, type TestHub } from './hub.ts'

describe('codes that are not there, and codes that are none', () => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await openHub()
  })
  afterAll(() => hub.close())

  it('a code that does not exist is null, and null at its place in a list', async () => {
    const { data, errors } = await hub.ask(
      '{ neighbourhood(code: "BU99999999") { name } areas(codes: ["GM9999", "GM9001"]) { code } }',
    )
    expect(errors).toEqual([])
    expect(data).toEqual({ neighbourhood: null, areas: [null, { code: 'GM9001' }] })
  })

  it.each(['BU12', "'; drop table area", '', 'gm9001', 'GM90011', '9001', 'BU9001010é'])(
    'the malformed code %j is an error that says what is right',
    async (code) => {
      const { data, errors } = await hub.ask('query ($code: ID!) { neighbourhood(code: $code) { name } }', {
        code,
      })
      expect(data).toEqual({ neighbourhood: null })
      expect(errors[0]?.extensions['code']).toBe('BAD_AREA_CODE')
      expect(errors[0]?.message).toContain('BU03630000')
      expect(errors[0]?.path).toEqual(['neighbourhood'])
    },
  )

  it('a malformed code in a list is null with an error at its place, and the others answer', async () => {
    const { data, errors } = await hub.ask('{ areas(codes: ["GM9001", "BU12"]) { code } }')
    expect(data).toEqual({ areas: [{ code: 'GM9001' }, null] })
    expect(errors).toMatchObject([{ path: ['areas', 1], extensions: { code: 'BAD_AREA_CODE' } }])
  })

  it('a code of another level is an error that says which level it is', async () => {
    const { errors } = await hub.ask('{ neighbourhood(code: "GM9001") { name } }')
    expect(errors[0]?.message).toContain('the code of a municipality')
  })

  it('a padded code is the code', async () => {
    const { data } = await hub.ask('{ municipality(code: "GM9001    ") { code } }')
    expect(data).toEqual({ municipality: { code: 'GM9001' } })
  })

  it('names are found without case, diacritics or punctuation, whole names first', async () => {
    const { data } = await hub.ask(
      '{ all: searchAreas(name: "", first: 1000) { totalCount nodes { code name } } }',
    )
    const { nodes, totalCount } = (
      data as Record<string, { totalCount: number; nodes: { code: string; name: string }[] }>
    )['all']!
    expect(nodes).toHaveLength(totalCount)
    const accented = nodes.find(({ name }) => /[éèëïöü']/.test(name))
    expect(accented).toBeDefined()
    const plain = accented!.name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
    const found = await hub.ask(
      'query ($name: String!) { searchAreas(name: $name, first: 1) { nodes { name } } }',
      { name: plain },
    )
    expect(found.data).toEqual({ searchAreas: { nodes: [{ name: accented!.name }] } })
  })

  it('pages of a search follow each other without a gap', async () => {
    const seen: string[] = []
    for (let after: string | null = null; ;) {
      const { data } = await hub.ask(
        'query ($after: String) { searchAreas(name: "e", first: 9, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { code } } }',
        { after },
      )
      const page = (
        data as Record<
          string,
          {
            totalCount: number
            pageInfo: { hasNextPage: boolean; endCursor: string }
            nodes: { code: string }[]
          }
        >
      )['searchAreas']!
      seen.push(...page.nodes.map(({ code }) => code))
      if (!page.pageInfo.hasNextPage) {
        expect(new Set(seen).size).toBe(page.totalCount)
        expect(seen).toHaveLength(page.totalCount)
        break
      }
      after = page.pageInfo.endCursor
    }
  })

  it('nothing synthetic carries a code that the CBS issues', async () => {
    const { data } = await hub.ask(
      '{ searchAreas(name: "", first: 1000) { nodes { code population { inhabitants } } } }',
    )
    const { nodes } = (data as Record<string, { nodes: { code: string; population: unknown }[] }>)[
      'searchAreas'
    ]!
    for (const { code, population } of nodes)
      if (!/^(NL99|PV[89]\d|(GM|WK|BU)9)/.test(code)) expect([code, population]).toEqual(['NL00', null])
  })
})
