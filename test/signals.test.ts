/** Signals asked of a whole hub on both databases: found again from what domains publish, in pages, and refused where nobody can mean it. */
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHub, type TestHub } from './hub.ts'

type Row = ReturnType<typeof JSON.parse>

const fields = `kind area { code } group projects isCertain explanation figures { figure period value lower upper }`

describeOnDatabases('signals', (kind) => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await openHub({ kind, country: { neighbourhoods: 400 }, refreshed: true })
  })
  afterAll(() => hub.close())

  async function ask(query: string): Promise<Row> {
    const { data, errors } = await hub.ask(`{ ${query} }`)
    expect(errors).toEqual([])
    return data
  }

  it('of waits are those that rose by the counts that the domains publish', async () => {
    const { signals } = await ask(
      `signals(kinds: [WAIT_UP_TWO_YEARS], first: 1000) { totalCount nodes { ${fields} } rules { kind rule found undetermined } }`,
    )
    const domains = ['housing', 'care', 'education', 'labourMarket', 'integration']
    const { searchAreas } = await ask(
      `searchAreas(name: "", level: MUNICIPALITY, within: "NL99", first: 1000) { nodes { code ${domains
        .map(
          (domain) =>
            `${domain}: ${domain}FocusGroupsSeries(from: 2022, to: 2024) { group period medianMonthsWaiting }`,
        )
        .join(' ')} } }`,
    )
    const expected = (searchAreas.nodes as Row[]).flatMap(({ code, ...byDomain }) => {
      const figures = Object.values(byDomain as Record<string, Row[] | null>).flatMap(
        (entries) => entries ?? [],
      )
      return [...new Set(figures.map(({ group }) => group as string))].flatMap((group) => {
        const [a, b, c] = [2022, 2023, 2024].map(
          (period) =>
            figures.find((entry) => entry.group === group && entry.period === period)?.medianMonthsWaiting as
              number | null | undefined,
        )
        return a != null && b != null && c != null && a < b && b < c
          ? [`${String(code)} ${group} ${a} ${b} ${c}`]
          : []
      })
    })
    expect(expected.length).toBeGreaterThan(0)
    expect(
      signals.nodes
        .map(({ area, group, figures }: Row) =>
          [area.code, group, ...figures.map(({ value }: Row) => value as number)].join(' '),
        )
        .sort(),
    ).toEqual(expected.sort())
    expect(signals.rules).toMatchObject([{ kind: 'WAIT_UP_TWO_YEARS', found: expected.length }])
  })

  it('of projects are those that the list of projects gives', async () => {
    const { signals, housingProjects } = await ask(
      `signals(kinds: [OBJECTIONS_OVER_HALF_A_YEAR, HOMES_WITHOUT_SUPPORT], first: 1000) { nodes { ${fields} } rules { kind undetermined } }
       housingProjects(within: "NL99", first: 1000) { nodes { id phase homes forGroups supportArranged objections objectionsSince source { retrievedAt } } }`,
    )
    const open = (housingProjects.nodes as Row[]).filter(
      ({ phase }) => !['DELIVERED', 'STOPPED'].includes(phase as string),
    )
    expect(new Set(open.map(({ source }) => source.retrievedAt))).toEqual(
      new Set(['2026-01-01T00:00:00.000Z']),
    )
    const [objections, support] = ['OBJECTIONS_OVER_HALF_A_YEAR', 'HOMES_WITHOUT_SUPPORT'].map((rule) =>
      (signals.nodes as Row[]).filter((signal) => signal.kind === rule),
    )
    const old = open.filter(
      ({ objectionsSince }) => objectionsSince !== null && objectionsSince < '2025-07-01',
    )
    expect(old.length).toBeGreaterThan(0)
    expect(objections!.flatMap(({ projects }) => projects as string[]).sort()).toEqual(
      old.map(({ id }) => id as string).sort(),
    )
    expect(signals.rules[0].undetermined).toBe(
      open.filter(({ phase, objectionsSince }) => phase === 'OBJECTIONS' && objectionsSince === null).length,
    )
    const without = open.filter(({ forGroups, supportArranged }) => forGroups.length > 0 && !supportArranged)
    expect(support!.reduce((sum: number, { figures }) => sum + Number(figures[0].value), 0)).toBe(
      without.reduce((sum: number, { homes }) => sum + Number(homes), 0),
    )
  })

  it('of groups of which nobody is known to be housed have a withheld count, and are never called certain for it', async () => {
    const { signals } = await ask(
      `signals(kinds: [NONE_KNOWN_TO_BE_HOUSED], first: 1000) { nodes { ${fields} } }`,
    )
    expect(signals.nodes.length).toBeGreaterThan(0)
    for (const { area, group, isCertain, figures } of signals.nodes as Row[]) {
      const { area: asked } = await ask(
        `area(code: "${String(area.code)}") { housingNeed { competition { group queue housed } } }`,
      )
      const { queue, housed } = (asked.housingNeed.competition as Row[]).find(
        (entry) => entry.group === group,
      )
      expect([housed, isCertain, figures[0].value, figures[1].lower]).toEqual([null, false, queue, 0])
    }
  })

  it('come in pages without a gap, within an area where one is given, for four statements at most', async () => {
    const whole = (await ask(`signals(first: 1000) { totalCount within { code } nodes { ${fields} } }`))
      .signals
    expect(whole.within.code).toBe('NL99')
    const pages: Row[] = []
    let after: string | null = null
    do {
      const { signals } = await ask(
        `signals(first: 7${after === null ? '' : `, after: "${after}"`}) { totalCount pageInfo { hasNextPage endCursor } nodes { ${fields} } }`,
      )
      expect(signals.totalCount).toBe(whole.totalCount)
      pages.push(...signals.nodes)
      after = signals.pageInfo.hasNextPage ? (signals.pageInfo.endCursor as string) : null
    } while (after !== null)
    expect(pages).toEqual(whole.nodes)
    for (const within of ['GM9002', 'PV99']) {
      const { data, statements } = await hub.ask(
        `{ signals(within: "${within}", first: 1000) { nodes { ${fields} } } }`,
      )
      const belongs = ({ area }: Row) => within === 'PV99' || area.code === within
      if (within === 'GM9002') expect((data as Row).signals.nodes).toEqual(whole.nodes.filter(belongs))
      else expect((data as Row).signals.nodes.length).toBeGreaterThan(0)
      expect(statements['integrated-approach']).toBe(3)
    }
  })

  it.each([
    ['WK900101', 'BAD_ARGUMENT', /within is WK900101; signals are of municipalities/],
    ['Amsterdam', 'BAD_AREA_CODE', /Amsterdam/],
  ])('within %s are refused in one sentence', async (within, code, message) => {
    const { errors } = await hub.ask(`{ signals(within: "${within}") { totalCount } }`)
    expect(errors).toMatchObject([
      { message: expect.stringMatching(message) as string, extensions: { code } },
    ])
  })
})
