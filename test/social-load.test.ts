/** What areas carry and what is placed in them, asked of the whole graph, in process and over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modes, openHub, type TestHub } from './hub.ts'

type Row = ReturnType<typeof JSON.parse>

describe.each(modes)('what areas carry and what is placed in them, %s', (mode) => {
  let hub: TestHub

  beforeAll(async () => {
    hub = await openHub({ mode, refreshed: true })
  })
  afterAll(() => hub.close())

  it('the old names give the default variant, and where people were born counts where it is asked only', async () => {
    const page = 'level: NEIGHBOURHOOD, first: 5'
    const fields = 'nodes { variant score components { domain } area { code } }'
    const { data, errors } =
      await hub.ask(`{ now: socialLoadRanking(${page}) { ${fields} } old: pressureRanking(${page}) { ${fields} }
      origin: socialLoadRanking(${page}, variant: WITH_ORIGIN) { ${fields} } area(code: "BU90030105") { socialLoad { score } pressure { score } } }`)
    expect(errors).toEqual([])
    const { now, old, origin, area } = data as Row
    expect(old).toEqual(now)
    expect(area.pressure).toEqual(area.socialLoad)
    const domains = (list: Row) =>
      list.nodes[0].components.map(({ domain }: Row) => domain as string) as string[]
    expect(domains(now)).toEqual(['HOUSING', 'CARE', 'EDUCATION', 'LABOUR_MARKET'])
    expect(domains(origin)).toEqual([...domains(now), 'INTEGRATION'])
    expect(origin.nodes[0].variant).toBe('WITH_ORIGIN')
  })

  it('what is placed in an area stands beside what it carries, in two statements', async () => {
    const { data, errors, statements } =
      await hub.ask(`{ area(code: "GM9003") { placementPressure { homes homesPeriod
      placed { kind count per1000Homes percentile isPartial } carries { variant score } unavailable { field reason } } } }`)
    expect(errors).toEqual([])
    const { homes, homesPeriod, placed, carries, unavailable } = (data as Row)['area'].placementPressure
    expect(homesPeriod).toBe(2024)
    expect(placed.map(({ kind }: Row) => kind as string)).toEqual([
      'FOCUS_GROUP_HOUSEHOLDS',
      'IN_SHELTERS',
      'LETTINGS_TO_GROUPS',
      'PROJECT_HOMES',
    ])
    for (const { count, per1000Homes } of placed as Row[]) {
      expect(count).toBeGreaterThan(0)
      expect(per1000Homes).toBeCloseTo((1_000 * count) / homes, 1)
    }
    expect(carries).toMatchObject({ variant: 'WITHOUT_ORIGIN', score: expect.any(Number) })
    expect(unavailable.map(({ reason }: Row) => reason as string)).toEqual(Array(4).fill('TOO_FEW_AREAS'))
    expect(statements).toEqual({ 'base-registry': 1, 'integrated-approach': 2 })
  })
})
