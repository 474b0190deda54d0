/**
 * A refresh of the columns, on both databases: it reads what changed and no more, keeps the old columns where it fails, and never mixes two
 * versions.
 */
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { importTable } from '@samenhang/subgraph-kit/import'
import { removeSeeds, seedAll } from '@samenhang/subgraph-kit/seed-all'
import { makeTable } from '@samenhang/subgraph-kit/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { clientOf, computedOf } from './computed-hub.ts'
import { openHub, type TestHub } from './hub.ts'

type Row = ReturnType<typeof JSON.parse>

describeOnDatabases('a refresh of the columns', (kind) => {
  let hub: TestHub
  let statistics: ReturnType<typeof computedOf>

  beforeEach(async () => {
    hub = await openHub({ kind, country: { neighbourhoods: 20 }, refreshed: true })
    statistics = computedOf(hub, 'statistics')
  })
  afterEach(() => hub.close())

  /** The profiles and years that a refresh reads, and what it says it did. */
  async function reads(): Promise<{ readonly said: string; readonly read: readonly string[] }> {
    const read = new Set<string>()
    const said = await statistics.refresh({
      ask: async (query, variables) => {
        const [, profile] = /^query Figures_(\w+)/.exec(query) ?? []
        if (profile) read.add(`${profile} ${String(variables['period'])}`)
        const { data, errors } = await hub.ask(query, variables)
        return { data, errors }
      },
    })
    return { said, read: [...read].sort() }
  }

  async function ask(within: string, indicator: string) {
    const { data, errors } = await hub.ask(
      `query Stored($within: ID, $indicator: ID!) { areasWhere(level: NEIGHBOURHOOD, within: $within, where: [{ indicator: $indicator, isMissing: false }], first: 1000) {
        stale edges { node { code } values { value period } } } }`,
      { within, indicator },
    )
    return { found: (data as Row)['areasWhere'], errors }
  }

  const table = (value: number) =>
    makeTable({
      period: 2024,
      headers: ['GemiddeldeWOZWaardeVanWoningen_39'],
      rows: { BU03630000: [value], BU03630001: ['.'] },
      retrievedAt: '2026-02-01T00:00:00.000Z',
    })

  it('does nothing where nothing moved', async () => {
    expect(await reads()).toEqual({ said: 'up to date', read: [] })
    expect(await statistics.isCurrent(clientOf(hub))).toBe(true)
  })

  it('reads the profiles of the domain and year that an import changed, and those whose areas it added to, and no other', async () => {
    await importTable(hub.subgraphs, table(500))
    expect(await statistics.isCurrent(clientOf(hub))).toBe(false)
    const { read } = await reads()
    expect(read.every((part) => part.endsWith(' 2024'))).toBe(true)
    expect(read).toContain('housing 2024')
    const { found } = await ask('GM0363', 'housing.averageWozValue')
    expect(found.edges).toEqual([
      { node: { code: 'BU03630000' }, values: [{ value: 500_000, period: 2024 }] },
    ])
    await importTable(hub.subgraphs, table(600))
    expect((await reads()).read).toEqual(['homelessness 2024', 'housing 2024'])
    expect((await ask('GM0363', 'housing.averageWozValue')).found.edges[0].values[0].value).toBe(600_000)
  })

  it('real and synthetic areas are never in one answer', async () => {
    await importTable(hub.subgraphs, table(500))
    await statistics.refresh(clientOf(hub))
    const { data } = await hub.ask(
      '{ areasWhere(level: NEIGHBOURHOOD, first: 1000) { nodes { code } columns { synthetic } } }',
    )
    const codes = (data as Row)['areasWhere'].nodes.map(({ code }: Row) => code as string)
    expect(codes).toEqual(['BU03630000', 'BU03630001'])
    const { data: mixed, errors } = await hub.ask(
      '{ aggregate(of: ["BU03630000", "GM9001"], indicators: ["housing.dwellings"]) { value } }',
    )
    expect(mixed).toEqual({ aggregate: null })
    expect(errors[0]?.message).toMatch(/real and invented figures are never taken together/)
  })

  it('answers say that figures moved on, until they are refreshed; what is gone is gone then', async () => {
    await seedAll(hub.subgraphs, { neighbourhoods: 20, seed: 2 })
    await statistics.inputsMoved()
    const before = (await ask('NL99', 'housing.averageWozValue')).found
    expect(before.stale).toBe(true)
    await statistics.refresh(clientOf(hub))
    const after = (await ask('NL99', 'housing.averageWozValue')).found
    expect(after.stale).toBe(false)
    expect(after.edges).not.toEqual(before.edges)
    await removeSeeds(hub.subgraphs)
    await statistics.inputsMoved()
    await statistics.refresh(clientOf(hub))
    const { errors } = await ask('NL99', 'housing.averageWozValue')
    expect(errors[0]?.message).toBe('No area NL99 is loaded.')
    expect(await statistics.database.all('select indicator from figures')).toEqual([])
    // The registry keeps the country itself, of no year.
    expect(await statistics.database.all('select code, periods from area')).toEqual([
      { code: 'NL00', periods: '[]' },
    ])
  })

  it('a domain that fails at any point leaves the old columns whole, and the next refresh completes them', async () => {
    const before = (await ask('NL99', 'housing.averageWozValue')).found.edges
    await seedAll(hub.subgraphs, { neighbourhoods: 20, seed: 2 })
    await statistics.inputsMoved()
    for (const failAt of [1, 3, 6, 20]) {
      let asked = 0
      const failing = clientOf(hub, (_, act) => {
        asked += 1
        return asked === failAt ? Promise.reject(new Error('care is gone')) : act()
      })
      await expect(statistics.refresh(failing)).rejects.toThrow('care is gone')
      expect((await ask('NL99', 'housing.averageWozValue')).found.edges).toEqual(before)
    }
    await statistics.refresh(clientOf(hub))
    expect((await ask('NL99', 'housing.averageWozValue')).found.edges).not.toEqual(before)
    const [left] = await statistics.database.all<{ left: number | string }>(
      `select count(*) as "left" from figures f where not exists
       (select 1 from part p where p.profile = f.profile and p.period = f.period and p.written = f.written)`,
    )
    expect(Number(left?.left)).toBe(0)
  })

  it('figures that are imported while they are read are read again', async () => {
    await importTable(hub.subgraphs, table(500))
    let imported = false
    const moving = clientOf(hub, async (query, act) => {
      const answer = await act()
      if (!imported && query.includes('Figures_housing')) {
        imported = true
        await importTable(hub.subgraphs, table(700))
      }
      return answer
    })
    await statistics.refresh(moving)
    expect((await ask('GM0363', 'housing.averageWozValue')).found.edges[0].values[0].value).toBe(700_000)
    expect(await statistics.isCurrent(clientOf(hub))).toBe(true)
  })
})
