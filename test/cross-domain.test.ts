/**
 * One query across five domains on both databases, in process and over HTTP: the same bytes, six fetches, and
 * a statement or two a domain.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readSlices } from '@samenhang/schema/slices'
import { readProfiles } from '@samenhang/subgraph-kit/indicator'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { modes, openHub, readOperation, type TestHub } from './hub.ts'

const answers = new Map<string, string>()
const sixDomains = ['base-registry', 'care', 'education', 'housing', 'integration', 'labour-market']

for (const mode of modes)
  describeOnDatabases(`one query across five domains, ${mode},`, (kind) => {
    let hub: TestHub

    beforeAll(async () => {
      hub = await openHub({ kind, mode })
    })
    afterAll(async () => {
      await hub.close()
    })

    async function ask(name: string, variables: Record<string, unknown> = {}, most = 2) {
      const answer = await hub.ask(readOperation(name), variables)
      // The same operation gives the same bytes whatever the database and the transport.
      const key = `${name} ${JSON.stringify(variables)}`
      expect(answer.text).toBe(answers.get(key) ?? answer.text)
      answers.set(key, answer.text)
      expect(answer.errors).toEqual([])
      for (const count of Object.values(answer.statements)) expect(count).toBeLessThanOrEqual(most)
      return answer
    }

    it('a neighbourhood with its five domains: six fetches', async () => {
      const { data, fetches } = await ask('neighbourhood-profile', { code: 'BU90010101' })
      expect(fetches).toEqual(sixDomains)
      expect(data).toMatchObject({
        neighbourhood: {
          code: 'BU90010101',
          level: 'NEIGHBOURHOOD',
          district: { code: 'WK900101' },
          municipality: { code: 'GM9001' },
          population: { period: 2024, inhabitants: expect.any(Number) as number },
          housing: {
            period: 2024,
            averageWozValue: expect.any(Number) as number,
            source: { synthetic: true },
          },
          care: { period: 2024 },
          education: { period: 2024 },
          labourMarket: { period: 2024 },
          integration: {
            period: 2024,
            backgroundWestern: null,
            originNetherlands: expect.any(Number) as number,
          },
        },
      })
    })

    it('a neighbourhood over all sources of all domains: seven fetches, of at most two statements', async () => {
      const profiles = readSlices().flatMap(({ typeDefs }) => readProfiles(typeDefs))
      const selected = profiles.map(
        ({ areaField, indicators }) =>
          `${areaField} { period ${indicators.map(({ field }) => field).join(' ')} missing { field reason } source { table } }`,
      )
      expect(selected.length).toBeGreaterThan(10)
      const query = `{ neighbourhood(code: "BU90010102") { code name ${selected.join(' ')} } }`
      // Records of imports are read the first time, and kept.
      await hub.ask(query)
      const { errors, fetches, statements } = await hub.ask(query)
      expect(errors).toEqual([])
      expect(fetches).toEqual([...sixDomains, 'liveability'])
      for (const [name, count] of Object.entries(statements)) expect([name, count <= 2]).toEqual([name, true])
    })

    it('pages of neighbourhoods follow each other without a gap, whatever the size', async () => {
      const seen: string[] = []
      let total = 0
      for (let after: string | null = null, pages = 0; pages < 50; pages += 1) {
        const { data, fetches } = await ask('municipality-page', { code: 'GM9001', first: 7, after })
        expect(fetches).toEqual(['base-registry', 'housing', 'labour-market'])
        const { totalCount, pageInfo, nodes } = (
          data as Record<
            string,
            {
              neighbourhoods: {
                totalCount: number
                pageInfo: { hasNextPage: boolean; endCursor: string }
                nodes: { code: string }[]
              }
            }
          >
        )['municipality']!.neighbourhoods
        seen.push(...nodes.map(({ code }) => code))
        total = totalCount
        if (!pageInfo.hasNextPage) break
        after = pageInfo.endCursor
      }
      expect(new Set(seen).size).toBe(total)
      expect(seen).toEqual([...seen].sort())
      expect(total).toBeGreaterThan(10)
    })

    it('a page of a thousand costs what a page of one does', async () => {
      const { fetches, statements } = await ask('municipality-page', { code: 'GM9001', first: 1_000 })
      expect(fetches).toEqual(['base-registry', 'housing', 'labour-market'])
      expect(statements).toEqual({ 'base-registry': 2, housing: 1, 'labour-market': 1 })
    })

    it('areas of any level, in the order asked', async () => {
      const { data, fetches } = await ask('any-level')
      expect(fetches).toEqual(['base-registry', 'care'])
      expect(data).toMatchObject({
        areas: [
          { __typename: 'Country', code: 'NL00', name: 'Nederland', care: null },
          {
            __typename: 'Municipality',
            code: 'GM9001',
            care: { youthCareShare: expect.any(Number) as number },
          },
        ],
      })
    })

    it('a run of years', async () => {
      const { data, fetches } = await ask('series', { code: 'GM9001' })
      expect(fetches).toEqual(['base-registry', 'housing'])
      const { housingSeries } = (data as Record<string, { housingSeries: { period: number }[] }>)['area']!
      expect(housingSeries.map(({ period }) => period)).toEqual([2019, 2020, 2021, 2022, 2023, 2024])
    })

    it('areas by a part of their name', async () => {
      const { data, fetches } = await ask('search')
      expect(fetches).toEqual(['base-registry'])
      const { nodes } = (
        data as Record<string, { nodes: { name: string; municipality: { name: string } }[] }>
      )['searchAreas']!
      expect(nodes.length).toBeGreaterThan(0)
      for (const { name, municipality } of nodes) {
        expect(name.toLowerCase()).toContain('den')
        expect(municipality.name).toBeTruthy()
      }
    })

    it('what is loaded, each domain for itself', async () => {
      // One for what each table holds and one for its sources: figures, focus groups, and what else a domain has.
      const { data, fetches } = await ask('loaded', {}, 6)
      expect(fetches).toEqual(['care', 'housing'])
      const { housing, care } = (
        data as Record<string, Record<'housing' | 'care', { period: number; areas: number }[]>>
      )['datasets']!
      expect([...new Set(housing.map(({ period }) => period))]).toEqual([2024, 2023, 2022, 2021, 2020, 2019])
      expect(care.filter(({ period }) => period === 2024)).toHaveLength(2)
      expect(care[0]?.areas).toBeGreaterThan(100)
    })

    it('the catalogue of a domain', async () => {
      const { data } = await ask('catalogue')
      const { indicators } = data as unknown as {
        indicators: { id: string; scale: number; label: { nl: string; en: string } }[]
      }
      expect(indicators.find(({ id }) => id === 'housing.averageWozValue')).toMatchObject({
        scale: 1_000,
        label: { nl: 'gemiddelde WOZ-waarde', en: 'Average WOZ value' },
      })
      expect([...new Set(indicators.map(({ id }) => id.split('.')[0]))]).toEqual(['homelessness', 'housing'])
    })
  })
