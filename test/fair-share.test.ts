/** Regions and fair shares in the whole hub, on both databases: over domains, from one version of everything, and what they cost. */
import type { DatabaseKind } from '@samenhang/subgraph-kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { clientOf, computedOf } from './computed-hub.ts'
import { openHub, type Mode, type TestHub } from './hub.ts'

type Row = ReturnType<typeof JSON.parse>

interface Range {
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
}

const modeOn = (kind: DatabaseKind): Mode => (kind === 'SQLite' ? 'in process' : 'over HTTP')
const range = '{ value lower upper }'
const shares = `group computedAt stale municipalityCount wholes { figure period known missing { code } total ${range} }
  municipalities(first: 1000) { totalCount nodes { area { code name }
    shareOfInhabitants ${range} shareOfCorporationStock ${range} shareOfHouseholds ${range} shareOfLettings ${range} shareOfPlannedHomes ${range}
    differences { key homes difference ${range} } } }`

describeOnDatabases('regions and fair shares', (kind) => {
  let hub: TestHub

  beforeAll(async () => {
    hub = await openHub({ kind, mode: modeOn(kind), country: { neighbourhoods: 400 } })
  })
  afterAll(() => hub.close())

  async function ask(query: string) {
    const answer = await hub.ask(query)
    return { ...answer, data: answer.data as Row }
  }

  it('before the first refresh there is no fair share', async () => {
    const { data, errors } = await ask(`{ fairShare(within: "NL99", group: HOMELESS) { ${shares} } }`)
    expect([data, errors]).toEqual([{ fairShare: null }, []])
    await computedOf(hub).refresh(clientOf(hub))
  })

  it('a region leads to its municipalities, and these to figures of every domain', async () => {
    const { data, errors, fetches } = await ask(
      '{ regions(kind: YOUTH_CARE, first: 1) { nodes { name municipalities { nodes { name housing { dwellings } care { youthCareClients } regions(kind: GGD) { code } } } } } }',
    )
    expect(errors).toEqual([])
    const [region] = data.regions.nodes as Row[]
    expect(region.municipalities.nodes.length).toBeGreaterThan(1)
    for (const { housing, care, regions } of region.municipalities.nodes as Row[]) {
      expect(housing.dwellings).toBeGreaterThan(0)
      expect(care.youthCareClients).toBeGreaterThan(0)
      expect(regions).toHaveLength(1)
    }
    expect(fetches).toEqual(['base-registry', 'care', 'housing'])
  })

  it('the fair share of a whole country is one statement, and its shares and differences add up', async () => {
    const { data, errors, statements } = await ask(
      `{ fairShare(group: OLDER_PEOPLE) { within { code } region { code } ${shares} } }`,
    )
    expect(errors).toEqual([])
    expect(statements['integrated-approach']).toBe(1)
    const { within, region, municipalities, wholes, stale } = data.fairShare
    expect([within, region, stale]).toEqual([{ code: 'NL99' }, null, false])
    const nodes = municipalities.nodes as Row[]
    expect(nodes).toHaveLength(municipalities.totalCount as number)
    const sum = (of: (node: Row) => number) => nodes.reduce<number>((all, node) => all + of(node), 0)
    expect(sum((node) => node.shareOfInhabitants.value)).toBeCloseTo(100, 0)
    expect(sum((node) => node.shareOfCorporationStock.value)).toBeCloseTo(100, 0)
    for (const { known, missing } of wholes as { known: number; missing: Row[] }[])
      expect(known + missing.length).toBe(nodes.length)
    for (const at of [0, 1, 2, 3, 4, 5]) {
      const differences = nodes.map((node) => node.differences[at].difference as Range)
      if (differences.every(({ value }) => value !== null))
        expect(Math.abs(differences.reduce((all, { value }) => all + (value ?? 0), 0))).toBeLessThan(1)
    }
    for (const node of nodes) {
      const ranges = [
        node.shareOfHouseholds,
        node.shareOfLettings,
        node.shareOfPlannedHomes,
        ...node.differences.map((one: Row) => one.difference as Range),
      ] as Range[]
      for (const { value, lower, upper } of ranges) {
        if (value === null) continue
        expect(value).toBeGreaterThanOrEqual(lower ?? -Infinity)
        expect(value).toBeLessThanOrEqual(upper ?? Infinity)
      }
    }
  })

  it('the fair share of a region is over its municipalities, the same from the region itself', async () => {
    const { data, errors } = await ask(
      `{ fairShare(region: "GG9001", group: STATUS_HOLDERS) { region { code name municipalityCodes } within { code } ${shares} }
         region(code: "GG9001") { fairShare(group: STATUS_HOLDERS) { ${shares} } } }`,
    )
    expect(errors).toEqual([])
    const { region, within, ...same } = data.fairShare
    expect(same.municipalities.nodes.map(({ area }: Row) => area.code)).toEqual(region.municipalityCodes)
    expect(within).toBeNull()
    expect(data.region.fairShare).toEqual(same)
  })

  it('a province has a fair share, and pages of it follow each other', async () => {
    const page = (after: string | null) =>
      ask(
        `{ fairShare(within: "PV99", group: HOMELESS) { municipalities(first: 2${after === null ? '' : `, after: "${after}"`}) { totalCount nodes { area { code } } pageInfo { hasNextPage endCursor } } } }`,
      )
    const codes: string[] = []
    for (let after: string | null = null; ;) {
      const { municipalities } = (await page(after)).data.fairShare
      codes.push(...(municipalities.nodes as Row[]).map(({ area }) => area.code as string))
      if (!municipalities.pageInfo.hasNextPage) {
        expect(codes).toHaveLength(municipalities.totalCount as number)
        break
      }
      after = municipalities.pageInfo.endCursor as string
    }
    expect(codes).toEqual([...new Set(codes)].sort())
  })

  it('a former name of a group is taken, and answered as it is called today', async () => {
    const { data } = await ask('{ fairShare(group: CARAVAN_DWELLERS) { group } }')
    expect(data).toEqual({ fairShare: { group: 'TRAVELLERS' } })
  })

  it.each([
    ['(region: "AM9001", within: "NL99", group: HOMELESS)', 'BAD_ARGUMENT', /region or within, not both/],
    [
      '(within: "GM9001", group: HOMELESS)',
      'BAD_ARGUMENT',
      /within is GM9001; expected the code of a country or a province/,
    ],
    ['(within: "AM9001", group: HOMELESS)', 'BAD_AREA_CODE', /AM9001/],
  ])('what cannot be divided says why: %s', async (args, code, message) => {
    const { errors } = await ask(`{ fairShare${args} { group } }`)
    expect(errors[0]?.extensions['code']).toBe(code)
    expect(errors[0]?.message).toMatch(message)
  })

  it('a region or area that has no municipalities here is null', async () => {
    for (const args of ['region: "AM9999"', 'region: "anything"', 'within: "PV27"'])
      expect((await ask(`{ fairShare(${args}, group: HOMELESS) { group } }`)).data).toEqual({
        fairShare: null,
      })
  })
})
