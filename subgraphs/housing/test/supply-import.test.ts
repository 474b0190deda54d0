/**
 * Files about the supply of homes: each is recognised and stored; small counts are withheld, and what
 * contradicts itself is refused.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { casesOn, describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { importRecords, openRecordsFile } from '@samenhang/subgraph-kit/records-file'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { askSubgraph, makeTestData, silent, type TestData } from '@samenhang/subgraph-kit/testing'
import { subgraph } from '../src/index.ts'

const example = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../data/${name}`, import.meta.url)), 'utf8')

describeOnDatabases('importing the supply of homes', (kind) => {
  let data: TestData
  let housing: RunningSubgraph

  beforeEach(async () => {
    data = await makeTestData(kind)
    housing = await subgraph.open({ environment: data.environment, logger: silent })
  })
  afterEach(async () => {
    await housing.close()
    await data.remove()
  })

  async function take(text: string, options: { retrievedAt?: string; force?: boolean } = {}) {
    const path = join(data.directory, 'given.csv')
    writeFileSync(path, text)
    const { retrievedAt = '2025-03-01', force = false } = options
    const file = await openRecordsFile(path, { retrievedAt })
    const reports = file && (await importRecords(housing.formats, file, { force }))
    return reports?.map(({ format, rows, outcome }) => [format, rows, outcome])
  }

  async function ask(code: string, fields: string) {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Area { ${fields} } } }`
    const variables = { representations: [{ __typename: 'Area', code }] }
    const { data: answer, errors } = await askSubgraph(housing, { query, variables })
    expect(errors).toBeUndefined()
    return (answer as { _entities: Record<string, never>[] })._entities[0]!
  }

  it('each example is recognised by its columns and stored; the same again changes nothing', async () => {
    const rows = { 'allocations.csv': 10, 'grants.csv': 3, 'housing-projects.csv': 5 }
    for (const [name, count] of Object.entries(rows)) {
      const format = name.replace('.csv', '')
      expect(await take(example(name))).toEqual([[format, count, 'STORED']])
      expect(await take(example(name))).toEqual([[format, count, 'UNCHANGED']])
    }
  })

  it('what was imported is answered with its source', async () => {
    for (const name of ['allocations.csv', 'grants.csv', 'housing-projects.csv']) await take(example(name))
    const source = { table: 'grants', synthetic: false, retrievedAt: '2025-03-01T00:00:00.000Z' }
    expect(
      await ask(
        'GM9001',
        `grants { scheme year euro homesToAccelerate homesDelivered source { table synthetic retrievedAt } }
         housingProjects { totalCount nodes { id forGroups kind homes supportArranged supportBy phase objections objectionsLodged { total views objections appeals }
           plannedDelivery delivered area { code } source { table } } }`,
      ),
    ).toMatchObject({
      grants: [
        { year: 2021, euro: 380_000, homesToAccelerate: 95, homesDelivered: 40, source },
        { year: 2020, euro: 412_000, homesToAccelerate: 103, homesDelivered: 61, source },
      ],
      housingProjects: {
        totalCount: 3,
        nodes: [
          {
            id: 'GM9001-101',
            forGroups: ['HOMELESS', 'LEAVING_INSTITUTIONS'],
            kind: 'SOCIAL_RENT',
            homes: 24,
            supportArranged: true,
            supportBy: 'Stichting Voorbeeldzorg',
            phase: 'UNDER_CONSTRUCTION',
            objections: 3,
            objectionsLodged: { total: 3, views: 2, objections: 1, appeals: 0 },
            plannedDelivery: '2025-Q3',
            delivered: null,
            area: { code: 'BU90010101' },
            source: { table: 'housing-projects' },
          },
          { id: 'GM9001-102', forGroups: ['HOME_SEEKERS_IN_A_HURRY', 'STUDENTS', 'STATUS_HOLDERS'] },
          { id: 'GM9001-103', phase: 'DELIVERED', delivered: '2024-Q1' },
        ],
      },
    })
    expect(await ask('GM9002', 'grants { homesToAccelerate homesDelivered }')).toEqual({
      grants: [{ homesToAccelerate: null, homesDelivered: null }],
    })
    const { data: answer } = await askSubgraph(housing, {
      query: '{ datasets { housing { kind period areas source { table } } } }',
    })
    expect(answer).toEqual({
      datasets: {
        housing: [
          { kind: 'PROJECTS', period: 2025, areas: 4, source: { table: 'housing-projects' } },
          { kind: 'PROJECTS', period: 2025, areas: 1, source: { table: 'housing-projects' } },
          { kind: 'LETTINGS', period: 2024, areas: 2, source: { table: 'allocations' } },
          { kind: 'GRANTS', period: 2021, areas: 2, source: { table: 'grants' } },
          { kind: 'GRANTS', period: 2020, areas: 1, source: { table: 'grants' } },
        ],
      },
    })
  })

  it('allocations are rounded to 5, withheld under 10, and a group without a line counts as none', async () => {
    await take(example('allocations.csv'))
    const { housingSupply = null } = await ask(
      'GM9001',
      'housingSupply { period allocations { group homes } homesLet homesLetToFocusGroups allocatedHomes plannedDeliveries source { table } missing { field reason } }',
    )
    const { allocations, missing, ...rest } = housingSupply as unknown as {
      allocations: { group: string | null; homes: number | null }[]
      missing: { field: string; reason: string }[]
    }
    expect(rest).toEqual({
      period: 2024,
      homesLet: 240,
      homesLetToFocusGroups: 150,
      allocatedHomes: 240,
      plannedDeliveries: null,
      source: { table: 'allocations' },
    })
    expect(allocations.map(({ group }) => group).slice(-2)).toEqual(['STATUS_HOLDERS', null])
    const homes = Object.fromEntries(allocations.map(({ group, homes: count }) => [String(group), count]))
    expect(homes).toMatchObject({ STATUS_HOLDERS: 50, null: 90, STUDENTS: null, TRAVELLERS: null })
    expect(missing).toContainEqual({ field: 'plannedDeliveries', reason: 'NOT_AVAILABLE' })
    const withheld = allocations.filter(({ homes: count }) => count === null)
    expect(missing.filter(({ reason: why }) => why === 'SUPPRESSED').map(({ field }) => field)).toEqual(
      withheld.map(({ group }) => `allocations.${group ?? 'NONE'}`),
    )
  })

  const allocations = 'period;code;group;homes\n'
  const grants = 'scheme;year;code;euro;homes_to_accelerate;homes_delivered\n'
  const projects =
    'id;name;code;for_groups;kind;homes;support_arranged;support_by;phase;objections;planned_delivery;delivered\n'

  it.each(
    casesOn(kind, [
      [`${allocations}2024;GM9001;HOMELES;30`, /line 2, column group: .*HOMELES.*one of HOMELESS, URGENT/],
      [`${allocations}2024;GM9001;HOMELESS;-3`, /line 2, column homes: .*whole number of 0 or more/],
      [`${allocations}2024;PV27;HOMELESS;30`, /line 2, column code: /],
      [
        `${allocations}2024;GM9001;HOMELESS;30\n2024;GM9001;;5\n2024;GM9001;HOMELESS;31`,
        /line 4: .*first on line 2/,
      ],
      [
        `${allocations}2024;GM9001;STUDENTS;30\n2024;WK900101;STUDENTS;31`,
        /line 2, column homes: GM9001 has 30 .*31/,
      ],
      [`${grants}Scheme;2021;WK900101;1000;;`, /line 2, column code: .*municipality/],
      [`${grants}Scheme;2021;GM9001;9000;3;4`, /line 2, column homes_delivered: 4 of 3 homes/],
      [`${grants}Scheme;2021;GM9001;;;`, /line 2, column euro: the cell is empty/],
      [`${projects}A;Name;GM9001;;TENT;4;no;;PLANNED;0;;`, /column kind: .*SOCIAL_RENT, FLEX/],
      [`${projects}A;Name;GM9001;;FLEX;4;no;;BUILT;0;;`, /column phase: .*PLANNED, OBJECTIONS/],
      [`${projects}A;Name;GM9001;OLDER_PEOPLE,ROMANS;FLEX;4;no;;PLANNED;0;;`, /column for_groups: /],
      [`${projects}A;Name;GM9001;;FLEX;4;no;;PLANNED;0;2026-3;`, /column planned_delivery: .*2026-Q3/],
      [`${projects}A;Name;GM9001;;FLEX;4;no;;PLANNED;0;;2024-Q1`, /column delivered: .*phase is PLANNED/],
      [`${projects}A;Name;GM9001;;FLEX;4;no;;DELIVERED;0;;`, /column delivered: /],
      [`${projects}A;Name;GM9001;;FLEX;4;no;;OBJECTIONS;0;;`, /column objections: /],
      [`${projects}A;Name;GM9001;;FLEX;4;no;Team;PLANNED;0;;`, /column support_by: .*none is arranged/],
      [`${projects}A;Name;GM9001;;;4;no;;PLANNED;0;;`, /column kind: the cell is empty/],
      [`${projects}A;None;WK900101;;;0;no;;NONE;0;;`, /column code: WK900101 is no municipality/],
      [`${projects}A;None;GM9001;;FLEX;0;no;;NONE;0;;`, /column phase: .*homes or a kind/],
      [
        `${projects}A;None;GM9001;;;0;no;;NONE;0;;\nB;Name;BU90010101;;FLEX;4;no;;PLANNED;0;;`,
        /line 2, column phase: GM9001 has no projects by this row/,
      ],
      [
        `${projects.replace('planned', 'views;formal_objections;appeals;planned')}A;Name;GM9001;;FLEX;4;no;;PLANNED;3;1;1;0;;`,
        /column objections: 3 objections, but 2/,
      ],
      [
        `${projects.trim()};objections_since\nA;Name;GM9001;;FLEX;4;no;;PLANNED;0;;;2025-01-31`,
        /column objections_since: objections are open since 2025-01-31, yet there are none/,
      ],
      [`${projects}A;Name;GM9001;;FLEX;0;no;;PLANNED;0;;`, /column homes: a project of no homes/],
      [`${projects.trim()};price\nA;Name;GM9001;;FLEX;4;no;;PLANNED;0;;;9`, /the column price is not/],
    ]),
  )('a wrong file is refused whole, with its place: %s', async (text, message) => {
    await expect(take(text)).rejects.toThrow(message)
    expect(
      await ask('GM9001', 'housingSupply { period } grants { year } housingProjects { totalCount }'),
    ).toEqual({
      housingSupply: null,
      grants: null,
      housingProjects: { totalCount: 0 },
    })
  })

  it('a file may say since when objections are open', async () => {
    await take(
      `${projects.trim()};objections_since\nA;Name;GM9001;;FLEX;4;no;;OBJECTIONS;2;;;2025-01-31\nB;Name;GM9001;;FLEX;4;no;;OBJECTIONS;2;;;`,
    )
    expect(await ask('GM9001', 'housingProjects { nodes { id objectionsSince } }')).toEqual({
      housingProjects: {
        nodes: [
          { id: 'A', objectionsSince: '2025-01-31' },
          { id: 'B', objectionsSince: null },
        ],
      },
    })
  })

  it('a municipality that says it has no projects plans none, which is known; of one that says nothing it is not', async () => {
    await take(`${allocations}2024;GM9001;;60\n2024;GM9002;;60`)
    await take(`${projects}A;None;GM9001;;;0;no;;NONE;0;;`)
    const planned = 'housingSupply { plannedDeliveries plannedDeliveriesForFocusGroups }'
    expect(await ask('GM9001', planned)).toEqual({
      housingSupply: { plannedDeliveries: 0, plannedDeliveriesForFocusGroups: 0 },
    })
    expect(await ask('GM9002', planned)).toEqual({
      housingSupply: { plannedDeliveries: null, plannedDeliveriesForFocusGroups: null },
    })
    await take(
      `${projects}B;Name;GM9001;STUDENTS;FLEX;40;no;;PLANNED;0;2025-Q2;\nC;Name;GM9001;;FLEX;8;no;;PLANNED;0;2025-Q3;`,
    )
    expect(await ask('GM9001', `${planned} housingProjects { totalCount }`)).toEqual({
      housingSupply: { plannedDeliveries: 48, plannedDeliveriesForFocusGroups: 40 },
      housingProjects: { totalCount: 2 },
    })
  })

  it('files and questions in the names of before: read as the names of today, and who has urgency is then not known', async () => {
    await take(
      `${allocations}2024;GM9001;URGENT_HOME_SEEKERS;40\n2024;GM9001;CARAVAN_DWELLERS;30\n2024;GM9001;STUDENTS;13\n2024;GM9001;;62`,
    )
    const { housingSupply } = (await ask(
      'GM9001',
      'housingSupply { homesLet allocations { group homes } missing { field reason } }',
    )) as unknown as {
      housingSupply: {
        homesLet: number
        allocations: unknown[]
        missing: { field: string; reason: string }[]
      }
    }
    expect(housingSupply.homesLet).toBe(145)
    expect(housingSupply.allocations).toContainEqual({ group: 'HOME_SEEKERS_IN_A_HURRY', homes: 40 })
    expect(housingSupply.allocations).toContainEqual({ group: 'TRAVELLERS', homes: 30 })
    expect(housingSupply.missing).toContainEqual({ field: 'allocations.URGENT', reason: 'NOT_PUBLISHED' })
    expect(housingSupply.missing).toContainEqual({ field: 'allocations.HOMELESS', reason: 'SUPPRESSED' })
    await take(`${projects}A;Name;GM9001;URGENT_HOME_SEEKERS URGENT;PITCH;4;no;;PLANNED;0;;`)
    for (const group of ['URGENT_HOME_SEEKERS', 'HOME_SEEKERS_IN_A_HURRY', 'URGENT'])
      expect(await ask('GM9001', `housingProjects(forGroups: [${group}]) { nodes { forGroups } }`)).toEqual({
        housingProjects: { nodes: [{ forGroups: ['URGENT', 'HOME_SEEKERS_IN_A_HURRY'] }] },
      })
    expect(await ask('GM9001', 'housingProjects(forGroups: [TRAVELLERS]) { totalCount }')).toEqual({
      housingProjects: { totalCount: 0 },
    })
  })

  it('an older file replaces a newer one only where that is asked for', async () => {
    const row = 'A;Name;BU90010101;;FLEX;40;no;;PERMITTED;0;2026-Q2;\n'
    await take(projects + row)
    const older = projects + row.replace('PERMITTED', 'PLANNED').replace('BU90010101', 'BU90020101')
    await expect(take(older, { retrievedAt: '2024-01-01' })).rejects.toThrow(/--force/)
    expect(await ask('GM9001', 'housingProjects { nodes { phase } }')).toEqual({
      housingProjects: { nodes: [{ phase: 'PERMITTED' }] },
    })
    expect(await take(older, { retrievedAt: '2024-01-01', force: true })).toEqual([
      ['housing-projects', 1, 'REPLACED'],
    ])
    // It has moved: the areas it lay in no longer have it.
    expect(await ask('GM9001', 'housingProjects { totalCount }')).toEqual({
      housingProjects: { totalCount: 0 },
    })
    expect(await ask('GM9002', 'housingProjects { totalCount }')).toEqual({
      housingProjects: { totalCount: 1 },
    })
  })

  it('a second file whose small counts would follow from what is stored is refused, and nothing is stored', async () => {
    const area = (code: string, students: number, few: number) =>
      `2024;${code};STUDENTS;${students}\n2024;${code};OLDER_PEOPLE;${few}\n2024;${code};HOMELESS;${few}\n2024;${code};;60\n`
    await take(allocations + area('GM9001', 50, 9) + area('WK900101', 39, 9))
    const shown = 'housingSupply { allocations { homes } allocatedHomes }'
    const before = await ask('WK900101', shown)
    await expect(take(`${allocations}2024;WK900102;STUDENTS;4`)).rejects.toThrow(
      /line 2, column code: .*WK900102, fewer than 10 homes would follow by subtraction/,
    )
    expect(await ask('WK900101', shown)).toEqual(before)
    expect(await ask('WK900102', shown)).toEqual({ housingSupply: null })
  })
})
