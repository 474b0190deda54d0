/** The outlook asked of a whole hub: found again from the counts that domains publish, for what it costs, and refused where it looks too far. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHub, type TestHub } from './hub.ts'

type Row = ReturnType<typeof JSON.parse>

const fields = `outlook { until isExtrapolation method stale groups { group from households years flows { period inflow change outflow { lower upper } }
  path { period lower middle upper } missing { reason explanation } } }`

describe('the outlook to 2030', () => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await openHub({ country: { neighbourhoods: 60 }, refreshed: true })
  })
  afterAll(() => hub.close())

  it('is found again from the counts of each year, and says that it is an extrapolation', async () => {
    const { data, errors } = await hub.ask(
      `{ municipality(code: "GM9003") { ${fields} housingFocusGroupsSeries { group period households inflow } } }`,
    )
    expect(errors).toEqual([])
    const { outlook, housingFocusGroupsSeries: counts } = (data as Row).municipality
    expect(outlook).toMatchObject({ until: 2030, isExtrapolation: true, stale: false })
    expect(outlook.method).toMatch(/^An extrapolation, no forecast: .*never under 0/)
    expect(outlook.groups).toHaveLength(10)
    const [homeless] = outlook.groups
    const own = (counts as Row[]).filter(({ group }) => group === 'HOMELESS')
    expect(own.map(({ period }) => period as number)).toEqual([2019, 2020, 2021, 2022, 2023, 2024])
    const queues = own.map(({ households }) => households as number)
    const changes = queues.slice(1).map((queue, at) => queue - queues[at]!)
    const newest = queues.at(-1)!
    expect(homeless).toMatchObject({
      group: 'HOMELESS',
      from: 2024,
      households: newest,
      years: 6,
      missing: null,
    })
    expect(homeless.path.map(({ period }: Row) => period as number)).toEqual([
      2025, 2026, 2027, 2028, 2029, 2030,
    ])
    expect(homeless.path.at(-1)).toEqual({
      period: 2030,
      lower: Math.max(0, newest + 6 * Math.min(...changes)),
      middle: Math.max(0, Math.round(newest + (6 * (newest - queues[0]!)) / 5)),
      upper: Math.max(0, newest + 6 * Math.max(...changes)),
    })
  })

  it('of all areas are two statements, and of a neighbourhood there is none', async () => {
    const { data, statements } = await hub.ask(
      `{ searchAreas(name: "", within: "NL99", first: 1000) { nodes { level ${fields} } } }`,
    )
    expect(statements['integrated-approach']).toBe(2)
    for (const { level, outlook } of (data as Row).searchAreas.nodes as Row[])
      expect(outlook === null).toBe(level === 'DISTRICT' || level === 'NEIGHBOURHOOD')
  })

  it.each([2024, 2035])('until %i is refused in one sentence', async (until) => {
    const { errors } = await hub.ask(`{ area(code: "GM9003") { outlook(until: ${until}) { until } } }`)
    expect(errors).toMatchObject([
      {
        message: `until is ${until}; it must be from 2025 to 2034, for the newest figures of GM9003 are of 2024.`,
        extensions: { code: 'BAD_ARGUMENT' },
      },
    ])
  })
})
