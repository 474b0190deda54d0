/** Peers of municipalities, asked of a whole hub: what a question costs, that they are found again by hand, and the example of the explorer. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHub, type TestHub } from './hub.ts'

type Answer = ReturnType<typeof JSON.parse>
type Row = Record<'population' | 'surroundings' | 'housing' | 'labourMarket', Record<string, number>>

const example = readFileSync(new URL('operations/peers.graphql', import.meta.url), 'utf8')
const byHand = `{ searchAreas(name: "", level: MUNICIPALITY, first: 1000) { nodes { code
  population { inhabitants } surroundings { addressDensity } housing { ownerOccupiedShare housingCorporationShare averageWozValue }
  labourMarket { averageIncomePerInhabitant } } } }`

describe('peers of the municipalities of a synthetic country', () => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await openHub({ country: { neighbourhoods: 400 }, refreshed: true })
  })
  afterAll(() => hub.close())

  it('are those that a second computation from the published figures finds, at the same distances', async () => {
    const { data } = await hub.ask(byHand)
    const rows: { code: string; scores: number[]; woz: number }[] = (data as Answer).searchAreas.nodes.map(
      ({ code, population, surroundings, housing, labourMarket }: Row & { code: string }) => ({
        code,
        woz: housing['averageWozValue']!,
        scores: [
          Math.log(1 + population['inhabitants']!),
          Math.log(1 + surroundings['addressDensity']!),
          housing['ownerOccupiedShare']!,
          housing['housingCorporationShare']!,
          labourMarket['averageIncomePerInhabitant']!,
        ],
      }),
    )
    expect(rows.length).toBeGreaterThan(5)
    const deviations = [0, 1, 2, 3, 4].map((at) => {
      const mean = rows.reduce((sum, { scores }) => sum + scores[at]! / rows.length, 0)
      return Math.sqrt(rows.reduce((sum, { scores }) => sum + (scores[at]! - mean) ** 2 / rows.length, 0))
    })
    const own = rows[2]!
    const expected = rows
      .filter((row) => row !== own)
      .map(({ code, scores, woz }) => ({
        code,
        woz,
        distance: Math.hypot(...scores.map((score, at) => (score - own.scores[at]!) / deviations[at]!)),
      }))
      .sort((one, other) => one.distance - other.distance)
      .slice(0, 4)
    const answer = await hub.ask(
      `{ municipality(code: "${own.code}") { likeUs(indicators: ["housing.averageWozValue"], peers: 4) {
        peers { similar { area { code } distance } } figures { value n minimum median maximum } } } }`,
    )
    expect(answer.errors).toEqual([])
    const { peers, figures } = (answer.data as Answer).municipality.likeUs
    expect(peers.similar).toEqual(
      expected.map(({ code, distance }) => ({
        area: { code },
        distance: expect.closeTo(distance, 9) as number,
      })),
    )
    const sorted = expected.map(({ woz }) => woz).sort((one, other) => one - other)
    expect(figures).toEqual([
      {
        value: own.woz,
        n: 4,
        minimum: sorted[0],
        median: (sorted[1]! + sorted[2]!) / 2,
        maximum: sorted[3],
      },
    ])
  })

  it('of all municipalities are two fetches, with the columns read once', async () => {
    const query =
      '{ searchAreas(name: "", level: MUNICIPALITY, first: 1000) { nodes { code peers(first: 3) { similar { distance } } } } }'
    await hub.ask(query)
    const { fetches, statements, errors } = await hub.ask(query)
    expect([fetches, errors]).toEqual([['base-registry', 'statistics'], []])
    expect(statements['statistics'] ?? 0).toBeLessThan(6)
  })

  it('are shown by an example of the explorer, with names and what makes up each distance', async () => {
    const { data, errors, fetches } = await hub.ask(example, { code: 'GM9003' })
    expect(errors).toEqual([])
    expect(fetches).toEqual(['base-registry', 'base-registry', 'statistics'])
    const { likeUs } = (data as Answer).municipality
    expect(likeUs.figures).toHaveLength(3)
    const [nearest] = likeUs.peers.similar
    expect(nearest.area.name).toEqual(expect.any(String))
    const squares = nearest.differences.reduce(
      (sum: number, entry: Answer) => sum + entry.standardised ** 2,
      0,
    )
    expect(nearest.distance).toBeCloseTo(Math.sqrt(squares), 10)
  })
})
