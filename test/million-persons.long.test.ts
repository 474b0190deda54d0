/**
 * One person among a million: what it costs does not grow with the number of people. Twenty thousand are made as everywhere, the others are
 * copies of their records, made by one statement a table, so that it takes seconds.
 */
import type { Database } from '@samenhang/subgraph-kit/database'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openHub, type TestHub } from './hub.ts'
import { domains, ofCaseload, ofPerson } from './person-operations.ts'

describe('one person among a million', () => {
  const million = 1_000_000
  let hub: TestHub
  let ids: readonly string[]
  let tables: ReadonlyMap<RunningSubgraph, string>

  beforeAll(async () => {
    hub = await openHub({ country: { people: 20_000 } })
    tables = await fillUp(hub.subgraphs, million)
    ids = await clientsOf('caseworker-1')
  })
  afterEach(() => vi.restoreAllMocks())
  afterAll(() => hub.close())

  const asking = async (actor?: string) => ({
    credentials: await hub.credentials('caseworker', 'open-needs', actor),
  })

  async function clientsOf(actor: string): Promise<readonly string[]> {
    const { data } = await hub.ask('{ caseload(first: 50) { nodes { id } } }', {}, await asking(actor))
    return (data as unknown as { caseload: { nodes: readonly { id: string }[] } }).caseload.nodes.map(
      ({ id }) => id,
    )
  }

  it('costs six fetches of at most two statements each, and a whole caseload of at most three', async () => {
    expect([...tables.keys()].map(({ name }) => name).sort()).toEqual(domains)
    for (const [{ database }, table] of tables)
      expect(await database.all(`select count(*) as count from ${table}`)).toEqual([{ count: million }])
    for (const id of [...ids.slice(0, 5), ...(await clientsOf('caseworker-777')).slice(0, 5)]) {
      const whose = await asking(ids.includes(id) ? undefined : 'caseworker-777')
      const { data, errors, fetches, statements } = await hub.ask(ofPerson, { id }, whose)
      expect(errors).toEqual([])
      expect(data).toMatchObject({ person: { id, residence: { name: expect.any(String) } } })
      expect(fetches).toEqual(domains)
      for (const [subgraph, count] of Object.entries(statements))
        expect(count, subgraph).toBeLessThanOrEqual(2)
    }
    const whole = await hub.ask(ofCaseload, {}, await asking())
    expect(whole.fetches).toEqual(domains)
    for (const [subgraph, count] of Object.entries(whole.statements))
      expect(count, subgraph).toBeLessThanOrEqual(3)
  })

  it.each(['one', 'a caseload'])('is found by an index in every table: %s', async (which) => {
    const [id = ''] = ids
    const asked = which === 'one' ? ofPerson : ofCaseload
    const plans = await plansOf(hub, async () => {
      const { errors } = await hub.ask(asked, which === 'one' ? { id } : {}, await asking())
      expect(errors).toEqual([])
    })
    expect([...plans.keys()].sort()).toEqual(domains)
    for (const [{ name }, table] of tables) {
      const steps = plans.get(name) ?? []
      expect(steps.filter(isScan), name).toEqual([])
      expect(steps, name).toContain(`SEARCH ${table} USING PRIMARY KEY (subject=?)`)
    }
    if (which !== 'one')
      expect(plans.get('base-registry')).toContain('SEARCH c USING PRIMARY KEY (actor=? AND subject>?)')
  })

  it('and a table that lost its key would be told by the same look', async () => {
    const [id = ''] = ids
    for (const [{ database, name }, table] of tables) {
      await database.knex.raw(`alter table ${table} rename to with_key`)
      await database.knex.raw(`create table ${table} as select * from with_key limit 1000`)
      const plans = await plansOf(hub, async () => {
        await hub.ask(ofPerson, { id }, await asking())
      })
      const scanned = [...plans].filter(([, steps]) => steps.some(isScan)).map(([subgraph]) => subgraph)
      await database.knex.raw(`drop table ${table}`)
      await database.knex.raw(`alter table with_key rename to ${table}`)
      expect(scanned).toEqual([name])
    }
  })
})

/** The keys that are asked for are a table to SQLite too; all of that is read. */
const isScan = (step: string): boolean => step.startsWith('SCAN ') && !step.startsWith('SCAN json_each ')

/** The steps of every statement that each subgraph runs meanwhile, as SQLite plans them. */
async function plansOf(
  { subgraphs }: TestHub,
  act: () => Promise<void>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const spies = subgraphs.map(({ name, database }) => ({
    name,
    database,
    asked: [vi.spyOn(database, 'all'), vi.spyOn(database, 'values')],
  }))
  await act()
  const plans = new Map<string, readonly string[]>()
  for (const { name, database, asked } of spies) {
    const calls = asked.flatMap(({ mock }) => mock.calls as Parameters<Database['all']>[])
    vi.mocked(database.all).mockRestore()
    vi.mocked(database.values).mockRestore()
    const steps: string[] = []
    for (const [sql, parameters] of calls) {
      // Not by the reader of the database: it keeps what it prepared, and an explanation that is kept tells of the tables as they were.
      const explained: readonly { detail: string }[] = await database.knex.raw(
        `explain query plan ${sql}`,
        parameters as string[],
      )
      steps.push(...explained.map(({ detail }) => detail))
    }
    if (calls.length > 0) plans.set(name, steps)
  }
  return plans
}

/**
 * Fills the table of persons of each subgraph up to so many with copies of other persons than any other subgraph has, and gives each of these
 * tables: each new person of the base registry is someone's client.
 */
async function fillUp(
  subgraphs: readonly RunningSubgraph[],
  rows: number,
): Promise<ReadonlyMap<RunningSubgraph, string>> {
  const tables = new Map<RunningSubgraph, string>()
  for (const subgraph of subgraphs) {
    const { database } = subgraph
    const [found] = await database.all<{ name: string; columns: string }>(
      `select m.name, group_concat(c.name) as columns from sqlite_master m join pragma_table_info(m.name) c
       where m.type = 'table' group by m.name having sum(c.pk) = 1 and sum(c.name = 'subject' and c.pk = 1) = 1`,
    )
    if (!found) continue
    const { name, columns } = found
    // As a pseudonym is written, 22 characters of which the last has two bits; in their order, which is what takes the time otherwise.
    const pseudonym = "printf('%06X', row_number() over () * 16) || substr(hex(randomblob(8)), 2) || 'A'"
    await database.knex.raw(
      `insert into ${name} (${columns})
       with recursive copies(copy) as
         (select 1 union all select copy + 1 from copies where copy < ${String(rows)} / (select count(*) from ${name}))
       select ${columns.replace(/\bsubject\b/, pseudonym)} from copies cross join ${name}
       limit ${String(rows)} - (select count(*) from ${name})`,
    )
    tables.set(subgraph, name)
    if (subgraph.name === 'base-registry')
      await database.knex.raw(
        `insert or ignore into caseload (actor, subject, synthetic)
         select 'caseworker-' || (3 + row_number() over () / 50), subject, 1 from person`,
      )
    if (subgraph.name === 'base-registry')
      await database.knex.raw(
        `insert or ignore into consent (subject, purpose, domain, given_on, synthetic)
         select c.subject, s.purpose, s.domain, '2024-01-01', 1
         from caseload c cross join (select distinct purpose, domain from consent) s where c.actor in ('caseworker-1', 'caseworker-777')`,
      )
  }
  return tables
}
