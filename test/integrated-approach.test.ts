/** The seventh subgraph in the whole: the four promised queries and their cost, rankings, and what a refresh does when something fails. */
import { importTable } from '@samenhang/subgraph-kit/import'
import type { GraphClient } from '@samenhang/subgraph-kit/graph-client'
import { seedAll } from '@samenhang/subgraph-kit/seed-all'
import { makeTable, type DatabaseKind } from '@samenhang/subgraph-kit/testing'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
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

/** The graph as the subgraph's client sees it; `change` may answer in the place of the hub, or throw. */
function clientOf(
  hub: TestHub,
  change: (query: string, ask: () => ReturnType<GraphClient['ask']>) => ReturnType<GraphClient['ask']> = (
    _,
    ask,
  ) => ask(),
): GraphClient {
  return {
    ask: (query, variables) =>
      change(query, async () => {
        const { data, errors } = await hub.ask(query, variables)
        return { data, errors }
      }),
  }
}

function computedOf(hub: TestHub) {
  const subgraph = hub.subgraphs.find(({ computed }) => computed)
  return { ...subgraph!.computed!, database: subgraph!.database }
}

describeOnDatabases('the integrated approach in four queries', (kind) => {
  let hub: TestHub

  beforeAll(async () => {
    hub = await openHub({ kind, mode: modeOn(kind) })
    await computedOf(hub).refresh(clientOf(hub))
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

describeOnDatabases('a refresh', (kind) => {
  let hub: TestHub

  beforeEach(async () => {
    hub = await openHub({ kind, country: { neighbourhoods: 20 } })
    await computedOf(hub).refresh(clientOf(hub))
  })
  afterEach(async () => {
    await hub.close()
  })

  /** About reading the graph, whatever the database of its subgraphs. */
  const onSqlite = it.runIf(kind === 'SQLite')

  const everything = `{
    need: housingNeedRanking(level: DISTRICT, first: 1000) { totalCount nodes { computedAt totalHouseholds area { code } } }
    load: socialLoadRanking(level: NEIGHBOURHOOD, first: 1000) { totalCount nodes { computedAt score area { code } } }
    programme { commitments { progress { realised } } } }`

  async function stale() {
    const { data } = await hub.ask(
      '{ socialLoadRanking(level: NEIGHBOURHOOD, within: "NL99", first: 1) { nodes { stale } } }',
    )
    return (data as Row)['socialLoadRanking'].nodes[0].stale as boolean
  }

  it('does nothing where nothing moved', async () => {
    const before = (await hub.ask(everything)).text
    expect(await computedOf(hub).refresh(clientOf(hub))).toBe('up to date')
    expect((await hub.ask(everything)).text).toBe(before)
  })

  it('whether anything moved is found without a row of figures', async () => {
    for (const { database } of hub.subgraphs.filter(({ computed }) => !computed)) {
      const counted = await database.all<{ name: string }>('select distinct table_name as name from loaded')
      expect(counted).not.toEqual([])
      const figures = counted.filter(({ name }) => name !== 'housing_project')
      for (const { name } of figures) await database.knex.schema.renameTable(name, `hidden_${name}`)
    }
    expect(await computedOf(hub).isCurrent(clientOf(hub))).toBe(true)
    expect(await computedOf(hub).refresh(clientOf(hub))).toBe('up to date')
  })

  it('answers say that inputs moved on, until they are refreshed', async () => {
    expect(await stale()).toBe(false)
    await seedAll(hub.subgraphs, { neighbourhoods: 20, seed: 2 })
    expect(await computedOf(hub).isCurrent(clientOf(hub))).toBe(false)
    await computedOf(hub).inputsMoved()
    expect(await stale()).toBe(true)
    const before = (await hub.ask(everything)).text
    expect(await computedOf(hub).refresh(clientOf(hub))).toMatch(/^computed anew for \d+ areas$/)
    expect(await stale()).toBe(false)
    expect((await hub.ask(everything)).text).not.toBe(before)
  })

  onSqlite(
    'an import that nobody told of is found by its version, also where the refresh then fails',
    async () => {
      await importTable(
        hub.subgraphs,
        makeTable({ period: 2024, headers: ['GemiddeldeWOZWaardeVanWoningen_39'], rows: { GM0363: [500] } }),
      )
      const fails = clientOf(hub, (query, ask) =>
        query.includes('query Areas') ? Promise.reject(new Error('gone')) : ask(),
      )
      await expect(computedOf(hub).refresh(fails)).rejects.toThrow('gone')
      expect(await stale()).toBe(true)
    },
  )

  onSqlite.each([
    ['care', 'care_profile'],
    ['housing', 'housing_profile'],
    ['base-registry', 'population_profile'],
  ])('%s broken: it is named, and every old result stays', async (name, table) => {
    const before = (await hub.ask(everything)).text
    await computedOf(hub).inputsMoved()
    const { knex } = hub.subgraphs.find((subgraph) => subgraph.name === name)!.database
    await knex.schema.renameTable(table, `${table}_gone`)
    await expect(computedOf(hub).refresh(clientOf(hub))).rejects.toThrow(name)
    await knex.schema.renameTable(`${table}_gone`, table)
    expect((await hub.ask(everything)).text).toBe(before)
  })

  onSqlite(
    'a domain that does not answer in the middle of the reading is named, and every old result stays',
    async () => {
      const before = (await hub.ask(everything)).text
      await computedOf(hub).inputsMoved()
      const failing = clientOf(hub, async (query, ask) => {
        const answer = await ask()
        if (!query.includes('query Areas')) return answer
        const message = 'The domain "care" did not answer in time or in full; its fields are null. Try again.'
        return {
          ...answer,
          errors: [{ message, extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'care' } }],
        }
      })
      await expect(computedOf(hub).refresh(failing)).rejects.toThrow('care')
      expect((await hub.ask(everything)).text).toBe(before)
    },
  )

  it('figures that change while they are read are read again', async () => {
    await computedOf(hub).inputsMoved()
    let readings = 0
    const moving = clientOf(hub, async (query, ask) => {
      if (query.includes('query Areas') && (readings += 1) === 1) {
        await importTable(
          hub.subgraphs,
          makeTable({
            period: 2024,
            headers: ['GemiddeldeWOZWaardeVanWoningen_39'],
            rows: { GM0363: [500] },
          }),
        )
      }
      return ask()
    })
    await computedOf(hub).refresh(moving)
    expect(readings).toBe(2)
    expect(await stale()).toBe(false)
  })

  it('a fault while results are written leaves the old ones whole', async () => {
    const before = (await hub.ask(everything)).text
    await seedAll(hub.subgraphs, { neighbourhoods: 30, seed: 3 })
    await computedOf(hub).inputsMoved()
    const { database } = computedOf(hub)
    await database.knex.schema.renameTable('housing_need', 'housing_need_gone')
    await expect(computedOf(hub).refresh(clientOf(hub))).rejects.toThrow()
    await database.knex.schema.renameTable('housing_need_gone', 'housing_need')
    expect((await hub.ask(everything)).text).toBe(before)
    expect(await stale()).toBe(true)
  })
})
