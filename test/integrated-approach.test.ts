/** The integrated approach in the whole hub, on both databases: the four promised queries, rankings and pages, and what they cost. */
import type { DatabaseKind } from '@samenhang/subgraph-kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { openHub, readOperation, type Mode, type TestHub } from './hub.ts'

type Row = ReturnType<typeof JSON.parse>

const variables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'need-and-supply': { code: 'GM9003' },
  'social-load': { within: 'GM9003' },
  'who-knows-whom': { code: 'BU90030101' },
}

/** Each database and each mode once. */
const modeOn = (kind: DatabaseKind): Mode => (kind === 'SQLite' ? 'in process' : 'over HTTP')

describeOnDatabases('the integrated approach in four queries', (kind) => {
  let hub: TestHub

  beforeAll(async () => {
    hub = await openHub({ kind, mode: modeOn(kind), refreshed: true })
  })
  afterAll(async () => {
    await hub.close()
  })

  async function ask(name: string) {
    const answer = await hub.ask(readOperation(name), variables[name])
    expect(answer.errors).toEqual([])
    return { ...answer, data: answer.data as Row }
  }

  it('need and supply of a municipality that does not cope', async () => {
    const { data, fetches, statements } = await ask('need-and-supply')
    const { housingNeed, grants, housingProjects } = data['municipality']
    expect(housingNeed.queueLeft).toBeGreaterThan(500)
    expect(housingNeed.yearsToClear).toBeGreaterThan(5)
    expect(housingNeed.groups).toHaveLength(10)
    expect(housingNeed.competition).toHaveLength(10)
    const upper = housingNeed.competition.map(({ chance }: Row) => chance.upper as number)
    expect(upper).toEqual([...upper].sort((one, other) => one - other))
    expect(housingNeed.competition.some(({ crowdedOut }: Row) => crowdedOut)).toBe(true)
    expect(grants.length).toBeGreaterThan(0)
    expect(housingProjects.totalCount).toBeGreaterThan(0)
    expect(fetches).toEqual(['base-registry', 'base-registry', 'housing', 'integrated-approach'])
    expect(statements['integrated-approach']).toBe(1)
  })

  it('the neighbourhoods with the heaviest social load', async () => {
    const { data, fetches, statements } = await ask('social-load')
    const { nodes } = data['socialLoadRanking'] as { nodes: Row[] }
    expect(nodes).toHaveLength(10)
    const scores = nodes.map(({ score }) => score as number)
    expect(scores).toEqual([...scores].sort((one, other) => other - one))
    for (const { area, components } of nodes) {
      expect(area.code).toMatch(/^BU9003/)
      expect(area.name).toBeTruthy()
      expect(components).toHaveLength(4)
    }
    expect(fetches).toEqual(['base-registry', 'housing', 'integrated-approach', 'labour-market'])
    expect(statements).toEqual({
      'base-registry': 1,
      housing: 1,
      'integrated-approach': 2,
      'labour-market': 1,
    })
  })

  it('the national programme and how far it is', async () => {
    const { data, fetches, statements } = await ask('programme')
    expect(fetches).toEqual(['integrated-approach'])
    expect(statements).toEqual({ 'integrated-approach': 1 })
    expect(data['programme']).toMatchObject({
      targetYear: 2030,
      estimates: [{ value: 36_000, mayBeHigher: true, by: 'Statistics Netherlands (CBS)' }],
      funding: [
        { year: 2020, euro: 50_000_000, municipalities: 59, homesInWords: 'almost 12,400' },
        { year: 2021, euro: 50_000_000 },
        { year: 2021, euro: 20_000_000 },
        { year: 2022, euro: 20_000_000 },
      ],
      commitments: [150_000, 10_000].map((target) => ({
        target,
        parties: ['Aedes (housing corporations)', 'VNG (municipalities)', 'The minister'],
        progress: { municipalitiesReporting: 3 },
      })),
      expectations: [{ words: 'almost 12,400', target: 12_400, progress: { municipalitiesReporting: 2 } }],
      schemes: [{ status: 'BEING_DRAFTED' }],
      workingGroup: { domains: Array(5).fill(expect.any(String)) },
    })
  })

  it('who knows whom in a neighbourhood: one fetch a domain', async () => {
    const { data, fetches, statements } = await ask('who-knows-whom')
    expect(fetches).toEqual(['base-registry', 'care', 'education', 'housing', 'integration', 'labour-market'])
    for (const count of Object.values(statements)) expect(count).toBeLessThanOrEqual(2)
    expect(data['neighbourhood']['housingFocusGroups']).toHaveLength(4)
  })

  it.each(['socialLoadRanking', 'housingNeedRanking'])(
    '%s: pages follow each other without a gap, whatever the size, and each costs two statements',
    async (field) => {
      const level = field === 'socialLoadRanking' ? 'NEIGHBOURHOOD' : 'DISTRICT'
      const page = `query ($first: Int!, $after: String) { ${field}(level: ${level}, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } nodes { area { code } } } }`
      const codes = async (first: number) => {
        const seen: string[] = []
        for (let after: string | null = null, pages = 0; pages < 100; pages += 1) {
          const answer = await hub.ask(page, { first, after })
          expect(answer.errors).toEqual([])
          expect(answer.statements).toEqual({ 'integrated-approach': 2 })
          const { nodes, pageInfo, totalCount } = (answer.data as Row)[field]
          seen.push(...nodes.map(({ area }: Row) => area['code'] as string))
          if (!pageInfo.hasNextPage) {
            expect(seen).toHaveLength(totalCount as number)
            return seen
          }
          after = pageInfo.endCursor
        }
        throw new Error('pages without end')
      }
      const whole = await codes(1_000)
      // Where the homes of no group are withheld, so are those of the groups: fewer districts have a place.
      expect(whole.length).toBeGreaterThan(field === 'pressureRanking' ? 9 : 3)
      expect(new Set(whole).size).toBe(whole.length)
      expect(await codes(3)).toEqual(whole)
    },
  )

  it('what an answer was computed from: an area says the same on its own as in a ranking', async () => {
    const fields = 'computedAt stale score percentile inhabitants basis { indicator value deviation missing }'
    const { data } = await hub.ask(
      `{ socialLoadRanking(level: MUNICIPALITY, first: 1) { nodes { ${fields} area { code } } } }`,
    )
    const [{ area, ...ranked }] = (data as Row)['socialLoadRanking'].nodes
    const alone = await hub.ask(`query ($code: ID!) { area(code: $code) { socialLoad { ${fields} } } }`, {
      code: area.code,
    })
    expect((alone.data as Row)['area'].socialLoad).toEqual(ranked)
    expect(ranked.stale).toBe(false)
    expect(ranked.basis).toHaveLength(8)
  })
})
