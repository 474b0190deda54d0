/** A database of before: its groups, allocations and records read in the words of today, and what it did not count is not none. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { openDatabase, type Database } from '@samenhang/subgraph-kit/database'
import { createSourceTable, migrate, sourceMigrations } from '@samenhang/subgraph-kit/migrations'
import { insertSource } from '@samenhang/subgraph-kit/source'
import { makeTestData, type TestData } from '@samenhang/subgraph-kit/testing'
import { focusGroups as groupsBefore } from '../src/migrations/0002-focus-groups.ts'
import { supply as supplyBefore } from '../src/migrations/0003-supply.ts'
import { newCounts } from '../src/migrations/0005-focus-groups.ts'
import { supplyWords } from '../src/migrations/0006-supply.ts'
import { personResolvers, type HousingRecord } from '../src/persons.ts'
import { groupsOf } from '../src/recipients.ts'
import { createSupplyStore } from '../src/store.ts'

describeOnDatabases('a database of before', (kind) => {
  let data: TestData
  let database: Database

  beforeEach(async () => {
    data = await makeTestData(kind)
    database = await openDatabase('housing', data.environment)
    const source = { name: '0000', up: createSourceTable }
    await migrate(database, [source, ...sourceMigrations, groupsBefore, supplyBefore])
    const sourceId = await database.transact((transaction) =>
      insertSource(transaction, {
        table: 'before',
        title: 'Before',
        publisher: 'Test',
        licence: 'None',
        retrievedAt: '2025-01-01T00:00:00.000Z',
        status: null,
        period: 2024,
        synthetic: false,
        digest: 'before',
        fields: [],
        areas: 1,
      }),
    )
    const row = { code: 'GM0001', period: 2024, source_id: sourceId }
    await database.knex('focus_group').insert([
      { ...row, group_name: 'URGENT_HOME_SEEKERS', households: 40, absent: null },
      { ...row, group_name: 'CARAVAN_DWELLERS', households: null, absent: 'persons' },
    ])
    await database
      .knex('allocation')
      .insert({ ...row, total: 60, urgent_home_seekers: 25, caravan_dwellers: 15, homeless: null })
    // The bits of before: HOMELESS, URGENT_HOME_SEEKERS, CARAVAN_DWELLERS.
    await database.knex('housing_project').insert({
      id: 'A',
      source_id: sourceId,
      name: 'Before',
      code: 'GM0001',
      for_groups: 0b111,
      kind: 'FLEX',
      homes: 4,
      support_arranged: 0,
      phase: 'PLANNED',
      objections: 2,
    })
    await migrate(database, [source, groupsBefore, supplyBefore, newCounts, supplyWords])
  })
  afterEach(async () => {
    await database.close()
    await data.remove()
  })

  it('groups have the names of today; inflow and suitable homes had no column', async () => {
    expect(
      await database.all(
        'select group_name, households, inflow, absent from focus_group order by group_name',
      ),
    ).toEqual([
      {
        group_name: 'HOME_SEEKERS_IN_A_HURRY',
        households: 40,
        inflow: null,
        absent: '-inflow -suitable_home',
      },
      {
        group_name: 'TRAVELLERS',
        households: null,
        inflow: null,
        absent: 'persons -inflow -suitable_home',
      },
    ])
  })

  it('homes let keep their groups; who had urgency was among them', async () => {
    const [row] = await createSupplyStore(database).newestAllocations(['GM0001'])
    expect(row).toMatchObject({
      total: 60,
      HOME_SEEKERS_IN_A_HURRY: 25,
      TRAVELLERS: 15,
      URGENT: null,
      absent: 'urgent',
    })
  })

  it('projects are for the groups that they were for, and their objections are of kinds that nobody told', async () => {
    const [project] = await database.all<{ for_groups: number; objections: number; views: number | null }>(
      'select for_groups, objections, views from housing_project',
    )
    expect(groupsOf(project?.for_groups ?? 0)).toEqual(['HOMELESS', 'HOME_SEEKERS_IN_A_HURRY', 'TRAVELLERS'])
    expect(project).toMatchObject({ objections: 2, views: null })
  })
})

it('a record that says OTHER of a home that the person owns or rents says a suitable home', () => {
  const record: HousingRecord = {
    situation: null,
    since: null,
    tenure: null,
    registeredSince: null,
    urgency: null,
    offersMade: null,
    offersRefused: null,
    homelessness: [],
  }
  const situation = (told: Partial<HousingRecord>) =>
    personResolvers.PersonHousing.situation({ ...record, ...told })
  expect(situation({ situation: 'OTHER', tenure: 'HOUSING_CORPORATION' })).toBe('SUITABLE_HOME')
  expect(situation({ situation: 'OTHER', tenure: null })).toBe('OTHER')
  expect(situation({ situation: 'OWN_DWELLING_UNSUITABLE', tenure: 'OWNER_OCCUPIED' })).toBe(
    'OWN_DWELLING_UNSUITABLE',
  )
})
