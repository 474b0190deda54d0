/** Scenarios in the whole hub, on both databases: of a municipality and a region, as data and as a table, what they cost, and what is refused. */
import { createHttpServer } from '@samenhang/gateway/server'
import { drain, listen } from '@samenhang/subgraph-kit/http-server'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { silent, type DatabaseKind } from '@samenhang/subgraph-kit/testing'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { clientOf, computedOf } from './computed-hub.ts'
import { openHub, type Mode, type TestHub } from './hub.ts'

type Row = ReturnType<typeof JSON.parse>

const modeOn = (kind: DatabaseKind): Mode => (kind === 'SQLite' ? 'in process' : 'over HTTP')
const range = '{ value lower upper }'
const state = `{ inflow ${range} homes ${range} queue ${range} monthsWaiting ${range} unsuitable ${range} inShelter ${range} unsheltered ${range} }`
const outcome = `{ computedAt stale municipalityCount from to assumptions gaining losing undecided area { code } region { code }
  groups { group period effect decidedBy missing { code } unavailable { field reason explanation }
    years { year before ${state} after ${state} queueDifference ${range} } }
  totals { year before ${range} after ${range} difference ${range} }
  cost { homes homesWithoutPrice cost { lower upper } grant balance { lower upper } isCovered } }`
const ofMunicipality = `query ($input: HousingScenario!) { municipality(code: "GM9001") { housingNeed { groups { group households } competition { group inflow housed } } scenario(input: $input) ${outcome} } }`
const find = (entries: Row, group: string): Row => (entries as Row[]).find((entry) => entry.group === group)
const homes = (more: object = {}) => ({
  year: 2027,
  kind: 'FLEX',
  homes: 40,
  forGroups: ['HOMELESS'],
  ...more,
})

describeOnDatabases('scenarios', (kind) => {
  let hub: TestHub

  beforeAll(async () => {
    hub = await openHub({ kind, mode: modeOn(kind), country: { neighbourhoods: 400 } })
  })
  afterAll(() => hub.close())

  async function ask(query: string, input: object = {}) {
    const answer = await hub.ask(query, { input })
    return { ...answer, data: answer.data as Row }
  }

  it('before the first refresh there is no scenario', async () => {
    const { data, errors } = await ask(ofMunicipality)
    expect([data.municipality.scenario, errors]).toEqual([null, []])
    await computedOf(hub).refresh(clientOf(hub))
  })

  it('starts from what the need of the municipality is, by one statement, and is the same before and after without changes', async () => {
    const { data, errors, statements } = await ask(
      `query ($input: HousingScenario!) { municipality(code: "GM9001") { scenario(input: $input) ${outcome} } }`,
    )
    expect(errors).toEqual([])
    expect(statements['integrated-approach']).toBe(1)
    const { scenario } = data.municipality
    expect([
      scenario.area,
      scenario.region,
      scenario.from,
      scenario.to,
      scenario.stale,
      scenario.cost,
    ]).toEqual([{ code: 'GM9001' }, null, 2025, 2030, false, null])
    const { housingNeed } = (await ask(ofMunicipality)).data.municipality
    let compared = 0
    for (const { group, years, effect, unavailable } of scenario.groups as Row[]) {
      if (years.length === 0) {
        expect(unavailable).toEqual([
          { field: 'years', reason: 'NO_FIGURES', explanation: expect.stringMatching(/^Not known here: /) },
        ])
        continue
      }
      expect(effect).toBe('UNCHANGED')
      for (const { before, after } of years) expect(after).toEqual(before)
      const { households } = find(housingNeed.groups, group) as { households: number }
      const { inflow, housed } = find(housingNeed.competition, group) as { inflow: number; housed: number }
      const { queue, homes: available } = years[0].before as Record<string, { value: number | null }>
      if (queue?.value == null || available?.value == null) continue
      expect(queue.value).toBeCloseTo(Math.max(0, households + inflow - available.value), 0)
      expect(available.value).toBeGreaterThanOrEqual(housed)
      compared += 1
    }
    expect(compared).toBeGreaterThan(1)
    expect(scenario.assumptions.length).toBeGreaterThan(5)
  })

  it('homes for a group shorten its queue and no other, and cost what they cost', async () => {
    const { data, errors } = await ask(ofMunicipality, {
      homes: [homes({ price: { lower: 90_000, upper: 120_000 } })],
      grant: 4_000_000,
    })
    expect(errors).toEqual([])
    const { groups, gaining, losing, totals, cost } = data.municipality.scenario
    const homeless = find(groups, 'HOMELESS')
    expect(homeless.years.map(({ queueDifference }: Row) => queueDifference.upper)).toEqual([
      0,
      0,
      expect.any(Number),
      expect.any(Number),
      expect.any(Number),
      expect.any(Number),
    ])
    expect(homeless.years.at(-1).queueDifference.lower).toBeGreaterThanOrEqual(-40)
    expect([gaining, losing]).toEqual([['HOMELESS'], []])
    expect(totals.at(-1).difference).toEqual(homeless.years.at(-1).queueDifference)
    expect(cost).toEqual({
      homes: 40,
      homesWithoutPrice: 0,
      cost: { lower: 3_600_000, upper: 4_800_000 },
      grant: 4_000_000,
      balance: { lower: -800_000, upper: 400_000 },
      isCovered: null,
    })
  })

  it('a share of the lettings for one group is at the expense of others', async () => {
    const { data, errors } = await ask(ofMunicipality, {
      lettings: [{ fromYear: 2026, group: 'URGENT', share: 0.9 }],
    })
    expect(errors).toEqual([])
    expect(data.municipality.scenario.gaining).toEqual(['URGENT'])
    expect(data.municipality.scenario.losing.length).toBeGreaterThan(0)
  })

  it('a region is its municipalities together, by one statement', async () => {
    const { data, errors, statements } = await ask(
      `query ($input: HousingScenario!) { region(code: "GG9001") { municipalityCodes scenario(input: $input) ${outcome} } }`,
      { homes: [homes({ forGroups: ['STUDENTS', 'OLDER_PEOPLE'] })] },
    )
    expect(errors).toEqual([])
    const { municipalityCodes, scenario } = data.region
    expect([scenario.area, scenario.region, scenario.municipalityCount]).toEqual([
      null,
      { code: 'GG9001' },
      municipalityCodes.length,
    ])
    expect(statements['integrated-approach']).toBe(1)
    const parts = await Promise.all(
      (municipalityCodes as string[]).map(
        async (code) =>
          (
            await ask(
              `query ($input: HousingScenario!) { municipality(code: "${code}") { scenario(input: $input) ${outcome} } }`,
            )
          ).data.municipality.scenario,
      ),
    )
    for (const [at, { years, missing }] of (scenario.groups as Row[]).entries()) {
      expect(missing.map(({ code }: Row) => code)).toEqual(
        (municipalityCodes as string[]).filter((_, index) => parts[index].groups[at].years.length === 0),
      )
      const inflows: readonly { readonly lower: number }[] = parts.flatMap(
        ({ groups }: Row) => groups[at].years[0]?.before.inflow ?? [],
      )
      if (years.length > 0)
        expect(years[0].before.inflow.lower).toBeCloseTo(
          inflows.reduce((sum, { lower }) => sum + lower, 0),
          5,
        )
    }
  })

  it('many municipalities are one statement together', async () => {
    const { data, errors, statements } = await ask(
      'query ($input: HousingScenario!) { region(code: "GG9001") { municipalities(first: 100) { nodes { scenario(input: $input) { totals { year } } } } } }',
    )
    expect(errors).toEqual([])
    expect(data.region.municipalities.nodes.length).toBeGreaterThan(1)
    expect(statements['integrated-approach']).toBe(1)
  })

  it('other areas and regions that are not there have none; a former name of a group is taken', async () => {
    const query =
      'query ($input: HousingScenario!) { country(code: "NL99") { scenario(input: $input) { from } } region(code: "GG9999") { scenario(input: $input) { from } } }'
    expect((await ask(query)).data).toEqual({ country: { scenario: null }, region: null })
    const { data } = await ask(ofMunicipality, { homes: [homes({ forGroups: ['CARAVAN_DWELLERS'] })] })
    expect(data.municipality.scenario.losing).toEqual([])
  })

  it.each([
    [
      { homes: [homes({ year: 2024 })] },
      'BAD_ARGUMENT',
      'homes[0].year is 2024; expected 2025 to 2030, for the figures are of 2024.',
    ],
    [{ homes: [homes({ homes: -1 })] }, 'BAD_ARGUMENT', 'homes[0].homes is -1; expected 0 to 100,000.'],
    [
      { grant: 5 },
      'BAD_ARGUMENT',
      'grant is given without homes; expected homes with a price to hold it against.',
    ],
    [
      { shelters: [{ fromYear: 2026, kind: 'HOMELESS_SHELTER', group: 'HOMELESS', places: -99_999 }] },
      'BAD_ARGUMENT',
      expect.stringMatching(
        /^shelters\[0\] leaves 99999 places of HOMELESS_SHELTER closed for HOMELESS in 2026; there are at most \d+\.$/,
      ),
    ],
    [{ homes: [homes({ forGroups: ['SAILORS'] })] }, 'BAD_USER_INPUT', expect.stringContaining('SAILORS')],
    [{ homes: [homes({ kind: 'CASTLE' })] }, 'BAD_USER_INPUT', expect.stringContaining('CASTLE')],
  ])('what could not be says why: %j', async (input, code, message) => {
    const { errors } = await ask(ofMunicipality, input)
    expect(errors.map((error) => [error.extensions['code'], error.message])).toEqual([[code, message]])
  })

  it('is a table: a row a group and year, with what was not said to be a row beside it', async () => {
    const server = createHttpServer(hub.gateway, { logger: silent })
    const base = await listen(server, { host: '127.0.0.1', port: 0 })
    const query = `query ($code: ID!, $input: HousingScenario!) { municipality(code: $code) { code scenario(input: $input) {
      groups { group effect years { year before { queue ${range} } after { queue ${range} } } } } } }`
    const response = await fetch(`${base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/csv' },
      body: JSON.stringify({ query, variables: { code: 'GM9001', input: { homes: [homes()] } } }),
    })
    const text = await response.text()
    expect([response.status, text.slice(0, 300)]).toEqual([200, expect.any(String)])
    const [header = [], ...rows] = parse(text)
    expect(header).toContain('after_queue_upper')
    expect(rows.filter((row) => row.includes('HOMELESS'))).toHaveLength(6)
    await drain(server, 500)
  })
})
