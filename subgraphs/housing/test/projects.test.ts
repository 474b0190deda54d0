/** Housing projects in answers, on both databases: pages, filters and areas of any level, each by one statement that an index serves. */
import { expect, it } from 'vitest'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { askSubgraph } from '@samenhang/subgraph-kit/testing'
import { createSupplyStore } from '../src/store.ts'
import { country, openSupply, projects } from './open-supply.ts'

const under = (code: string) =>
  projects.filter((one) =>
    country.areas.some(
      (area) => area.code === one.code && [area.code, ...Object.values(area.parents)].includes(code),
    ),
  )
const idsOf = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id).sort()

describeOnDatabases('housing projects', (kind) => {
  const open = openSupply(kind)
  const { run, areas } = open

  it('a page of projects for many areas of any level is one statement', async () => {
    const codes = ['NL99', 'PV99', 'GM9001', 'GM9002', 'WK900101', 'BU90010101', 'NL00', 'GM0363']
    const { found, statements } = await areas(codes, 'housingProjects(first: 4) { totalCount nodes { id } }')
    expect(statements).toBe(1)
    expect(found.map(({ housingProjects }) => housingProjects?.totalCount ?? null)).toEqual(
      codes.map((code) => (code === 'PV99' ? null : under(code).length)),
    )
    for (const [at, code] of codes.entries())
      expect(idsOf(found[at]!.housingProjects?.nodes ?? [])).toEqual(
        code === 'PV99' ? [] : idsOf(under(code)).slice(0, 4),
      )
  })

  it('pages follow each other without a gap and each knows the total', async () => {
    const seen: string[] = []
    let after: string | null = null
    for (let turn = 0; turn < 30; turn += 1) {
      const { found } = await areas(
        ['GM9002'],
        'housingProjects(first: 5, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }',
        ', $after: String',
        { after },
      )
      const { totalCount, nodes, pageInfo } = found[0]!.housingProjects!
      expect(totalCount).toBe(under('GM9002').length)
      seen.push(...nodes.map(({ id }) => id))
      if (!pageInfo.hasNextPage) break
      after = pageInfo.endCursor
    }
    expect(seen).toEqual(idsOf(under('GM9002')))
  })

  it('projects are found by group (any of), kind and phase, everywhere and within an area', async () => {
    const query = `query ($within: ID, $forGroups: [FocusGroup!], $kinds: [HousingProjectKind!], $phases: [HousingProjectPhase!]) {
      housingProjects(within: $within, forGroups: $forGroups, kinds: $kinds, phases: $phases, first: 1000) { totalCount nodes { id } } }`
    const find = async (filter: Record<string, unknown>) => {
      const { answer, statements } = await run(query, filter)
      expect(statements).toBeLessThanOrEqual(1)
      return answer.housingProjects && idsOf(answer.housingProjects.nodes)
    }
    const matching = (condition: (one: (typeof projects)[number]) => boolean, within = 'NL99') =>
      idsOf(under(within).filter(condition))
    expect(await find({})).toEqual(idsOf(projects))
    expect(await find({ forGroups: ['HOMELESS', 'STUDENTS'] })).toEqual(
      matching(({ for_groups: groups }) => groups.includes('HOMELESS') || groups.includes('STUDENTS')),
    )
    expect(await find({ kinds: ['FLEX', 'CONVERSION'], phases: ['PLANNED', 'OBJECTIONS'] })).toEqual(
      matching(
        (one) => ['FLEX', 'CONVERSION'].includes(one.kind) && ['PLANNED', 'OBJECTIONS'].includes(one.phase),
      ),
    )
    expect(await find({ within: 'GM9003', forGroups: ['STATUS_HOLDERS'] })).toEqual(
      matching(({ for_groups: groups }) => groups.includes('STATUS_HOLDERS'), 'GM9003'),
    )
    expect(await find({ kinds: [] })).toEqual([])
    expect(await find({ within: 'NL00' })).toEqual([])
    expect(await find({ within: 'PV99' })).toBeNull()
  })

  it('a code that is none is refused', async () => {
    const query = '{ housingProjects(within: "9002") { totalCount } }'
    const { errors } = await askSubgraph(open.housing, { query })
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_AREA_CODE')
  })

  it('every area by code is found by an index', async (context) => {
    if (kind !== 'SQLite') context.skip('the plan is read from SQLite')
    const asked: string[] = []
    const { database } = open.housing
    const store = createSupplyStore({
      ...database,
      all: (sql: string, parameters: readonly unknown[] = []) => (
        asked.push(sql),
        database.all(sql, parameters)
      ),
    })
    const filter = { forGroups: null, kinds: null, phases: null }
    await store.newestAllocations(['GM9001'])
    await store.allocationsOf(['GM9001'], 2024)
    await store.deliveries(['GM9001'])
    await store.grants(['GM9001'])
    await store.overlaps(['GM9001'])
    await store.projectsWithin(['GM9001'], filter, { first: 1, after: null })
    for (const sql of asked) {
      const plan = await database.all<{ detail: string }>(
        `explain query plan ${sql}`,
        (sql.match(/\?/g) ?? []).map(() => '[]'),
      )
      const scans = plan.filter(({ detail }) => /^SCAN (?!json_each|numbered|planned|\()/.test(detail))
      expect(scans, sql).toEqual([])
    }
  })
})
