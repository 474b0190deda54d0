/** Distribution, relation and similar areas asked of a whole hub: what a question costs, what is never mixed, and what is refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHub, type TestHub } from './hub.ts'

const woz = 'housing.averageWozValue'
const lowIncome = 'labourMarket.lowIncomeHouseholdShare'

type Answer = ReturnType<typeof JSON.parse>

describe('the measures on a synthetic country', () => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await openHub({ country: { neighbourhoods: 60 }, refreshed: true })
  })
  afterAll(() => hub.close())

  it('a measure is one fetch of statistics, and the areas of a list one more of the base registry', async () => {
    const one = await hub.ask(`{ distribution(indicator: "${woz}", level: NEIGHBOURHOOD) { n } }`)
    expect([one.fetches, one.errors]).toEqual([['statistics'], []])
    const list = await hub.ask(
      `{ similarAreas(code: "GM9001", by: ["${woz}"]) { similar { area { name housing { averageWozValue } } } } }`,
    )
    expect([list.fetches, list.errors]).toEqual([['base-registry', 'housing', 'statistics'], []])
  })

  it('it says that its figures are synthetic, and compares synthetic areas with each other only', async () => {
    const { data } = await hub.ask(
      `{ similarAreas(code: "GM9001", by: ["${woz}"]) { within by { column { synthetic } } similar { area { code } } } }`,
    )
    const { similarAreas } = data as Answer
    expect(similarAreas).toMatchObject({ within: 'NL99', by: [{ column: { synthetic: true } }] })
    for (const { area } of similarAreas.similar) expect(area.code).toMatch(/^GM9/)
  })

  const here = 'level: NEIGHBOURHOOD'
  it.each([
    [
      'an unknown indicator, with the nearest',
      `distribution(indicator: "housing.averageWoz", ${here}) { n }`,
      'BAD_ARGUMENT',
      woz,
    ],
    [
      'a code',
      `distribution(indicator: "surroundings.degreeOfUrbanisation", ${here}) { n }`,
      'BAD_ARGUMENT',
      'code or class',
    ],
    [
      'a weight that is no count',
      `distribution(indicator: "${woz}", ${here}, weightedBy: "${lowIncome}") { n }`,
      'BAD_ARGUMENT',
      'weighted by a count',
    ],
    [
      'a single bin',
      `distribution(indicator: "${woz}", ${here}, bins: 1) { n }`,
      'BAD_ARGUMENT',
      'from 2 to 100',
    ],
    [
      'a thousand bins',
      `distribution(indicator: "${woz}", ${here}, bins: 1000) { n }`,
      'BAD_ARGUMENT',
      'from 2 to 100',
    ],
    [
      'a year that nobody loaded',
      `distribution(indicator: "${woz}", ${here}, period: 1999) { n }`,
      'PERIOD_NOT_PUBLISHED',
      '1999',
    ],
    [
      'a malformed code',
      `distribution(indicator: "${woz}", ${here}, within: "Amsterdam") { n }`,
      'BAD_AREA_CODE',
      'Amsterdam',
    ],
    [
      'a level that lies in no such area',
      `distribution(indicator: "${woz}", level: PROVINCE, within: "GM9001") { n }`,
      'BAD_ARGUMENT',
      'within',
    ],
    [
      'an indicator with itself',
      `relation(x: "${woz}", y: "${woz}", ${here}) { n }`,
      'BAD_ARGUMENT',
      'itself',
    ],
    ['an unknown x', `relation(x: "wozValue", y: "${woz}", ${here}) { n }`, 'BAD_ARGUMENT', 'nearest'],
    [
      'a relation in a year that nobody loaded',
      `relation(x: "${woz}", y: "${lowIncome}", ${here}, period: 1999) { n }`,
      'PERIOD_NOT_PUBLISHED',
      '1999',
    ],
    ['no indicators', `similarAreas(code: "GM9001", by: []) { compared }`, 'BAD_ARGUMENT', '1 to 20'],
    [
      'an indicator twice',
      `similarAreas(code: "GM9001", by: ["${woz}", "${woz}"]) { compared }`,
      'BAD_ARGUMENT',
      'twice',
    ],
    [
      'an area that is not loaded',
      `similarAreas(code: "GM0363", by: ["${woz}"]) { compared }`,
      'BAD_ARGUMENT',
      'GM0363',
    ],
    ['a malformed area', `similarAreas(code: "0363", by: ["${woz}"]) { compared }`, 'BAD_AREA_CODE', '0363'],
    [
      'a page that is too large',
      `similarAreas(code: "GM9001", by: ["${woz}"], first: 5000) { compared }`,
      'PAGE_TOO_LARGE',
      '1000',
    ],
    [
      'no page',
      `similarAreas(code: "GM9001", by: ["${woz}"], first: 0) { compared }`,
      'BAD_ARGUMENT',
      'first',
    ],
  ])('refuses %s in one sentence', async (_, field, code, words) => {
    const { errors } = await hub.ask(`{ ${field} }`)
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual([code])
    expect(errors[0]!.message.replace('1,000', '1000')).toContain(words)
  })
})
