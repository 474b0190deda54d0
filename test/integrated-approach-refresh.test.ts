/**
 * A refresh of what is computed, on both databases: it does nothing where nothing moved, says until then that results are stale, and leaves
 * the old results whole wherever it fails.
 */
import { importTable } from '@samenhang/subgraph-kit/import'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { seedAll } from '@samenhang/subgraph-kit/seed-all'
import { makeTable } from '@samenhang/subgraph-kit/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { clientOf, computedOf } from './computed-hub.ts'
import { openHub, type TestHub } from './hub.ts'

type Row = ReturnType<typeof JSON.parse>

describeOnDatabases('a refresh', (kind) => {
  let hub: TestHub

  beforeEach(async () => {
    hub = await openHub({ kind, country: { neighbourhoods: 20 }, refreshed: true })
  })
  afterEach(async () => {
    await hub.close()
  })

  /** About reading the graph, whatever the database of its subgraphs. */
  const onSqlite = it.runIf(kind === 'SQLite')

  const everything = `{
    need: housingNeedRanking(level: DISTRICT, first: 1000) { totalCount nodes { computedAt totalHouseholds area { code } } }
    load: socialLoadRanking(level: NEIGHBOURHOOD, first: 1000) { totalCount nodes { computedAt score area { code } } }
    programme { commitments { progress { realised } } } }`

  async function stale() {
    const { data } = await hub.ask(
      '{ socialLoadRanking(level: NEIGHBOURHOOD, within: "NL99", first: 1) { nodes { stale } } }',
    )
    return (data as Row)['socialLoadRanking'].nodes[0].stale as boolean
  }

  it('does nothing where nothing moved', async () => {
    const before = (await hub.ask(everything)).text
    expect(await computedOf(hub).refresh(clientOf(hub))).toBe('up to date')
    expect((await hub.ask(everything)).text).toBe(before)
  })

  it('whether anything moved is found without a row of figures', async () => {
    for (const { database } of hub.subgraphs.filter(({ computed }) => !computed)) {
      const counted = await database.all<{ name: string }>('select distinct table_name as name from loaded')
      expect(counted).not.toEqual([])
      const figures = counted.filter(({ name }) => name !== 'housing_project')
      for (const { name } of figures) await database.knex.schema.renameTable(name, `hidden_${name}`)
    }
    expect(await computedOf(hub).isCurrent(clientOf(hub))).toBe(true)
    expect(await computedOf(hub).refresh(clientOf(hub))).toBe('up to date')
  })

  it('answers say that inputs moved on, until they are refreshed', async () => {
    expect(await stale()).toBe(false)
    await seedAll(hub.subgraphs, { neighbourhoods: 20, seed: 2 })
    expect(await computedOf(hub).isCurrent(clientOf(hub))).toBe(false)
    await computedOf(hub).inputsMoved()
    expect(await stale()).toBe(true)
    const before = (await hub.ask(everything)).text
    expect(await computedOf(hub).refresh(clientOf(hub))).toMatch(/^computed anew for \d+ areas$/)
    expect(await stale()).toBe(false)
    expect((await hub.ask(everything)).text).not.toBe(before)
  })

  onSqlite(
    'an import that nobody told of is found by its version, also where the refresh then fails',
    async () => {
      await importTable(
        hub.subgraphs,
        makeTable({ period: 2024, headers: ['GemiddeldeWOZWaardeVanWoningen_39'], rows: { GM0363: [500] } }),
      )
      const fails = clientOf(hub, (query, ask) =>
        query.includes('query Areas') ? Promise.reject(new Error('gone')) : ask(),
      )
      await expect(computedOf(hub).refresh(fails)).rejects.toThrow('gone')
      expect(await stale()).toBe(true)
    },
  )

  onSqlite.each([
    ['care', 'care_profile'],
    ['housing', 'housing_profile'],
    ['base-registry', 'population_profile'],
  ])('%s broken: it is named, and every old result stays', async (name, table) => {
    const before = (await hub.ask(everything)).text
    await computedOf(hub).inputsMoved()
    const { knex } = hub.subgraphs.find((subgraph) => subgraph.name === name)!.database
    await knex.schema.renameTable(table, `${table}_gone`)
    await expect(computedOf(hub).refresh(clientOf(hub))).rejects.toThrow(name)
    await knex.schema.renameTable(`${table}_gone`, table)
    expect((await hub.ask(everything)).text).toBe(before)
  })

  onSqlite(
    'a domain that does not answer in the middle of the reading is named, and every old result stays',
    async () => {
      const before = (await hub.ask(everything)).text
      await computedOf(hub).inputsMoved()
      const failing = clientOf(hub, async (query, ask) => {
        const answer = await ask()
        if (!query.includes('query Areas')) return answer
        const message = 'The domain "care" did not answer in time or in full; its fields are null. Try again.'
        return {
          ...answer,
          errors: [{ message, extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'care' } }],
        }
      })
      await expect(computedOf(hub).refresh(failing)).rejects.toThrow('care')
      expect((await hub.ask(everything)).text).toBe(before)
    },
  )

  it('figures that change while they are read are read again', async () => {
    await computedOf(hub).inputsMoved()
    let readings = 0
    const moving = clientOf(hub, async (query, ask) => {
      if (query.includes('query Areas') && (readings += 1) === 1) {
        await importTable(
          hub.subgraphs,
          makeTable({
            period: 2024,
            headers: ['GemiddeldeWOZWaardeVanWoningen_39'],
            rows: { GM0363: [500] },
          }),
        )
      }
      return ask()
    })
    await computedOf(hub).refresh(moving)
    expect(readings).toBe(2)
    expect(await stale()).toBe(false)
  })

  it('a fault while results are written leaves the old ones whole', async () => {
    const before = (await hub.ask(everything)).text
    await seedAll(hub.subgraphs, { neighbourhoods: 30, seed: 3 })
    await computedOf(hub).inputsMoved()
    const { database } = computedOf(hub)
    await database.knex.schema.renameTable('housing_need', 'housing_need_gone')
    await expect(computedOf(hub).refresh(clientOf(hub))).rejects.toThrow()
    await database.knex.schema.renameTable('housing_need_gone', 'housing_need')
    expect((await hub.ask(everything)).text).toBe(before)
    expect(await stale()).toBe(true)
  })
})
