/**
 * The registry of releases, on both databases: what was stored is given back as it was, is never changed, and one of many that add the same
 * number wins.
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { makeTestData, type TestData } from '@samenhang/subgraph-kit/testing'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRegistry, openRegistryIfThere, type Registry } from '../registry/registry.ts'
import { digestOf, type Release, type ReleaseStatement, type SliceSource } from '../registry/release.ts'
import { usageBounds, type UsageCount } from '../registry/usage.ts'

const care: SliceSource = {
  name: 'care',
  url: 'http://127.0.0.1:4002/graphql',
  file: 'subgraphs/care/schema.graphql',
  sdl: 'type Query { care: Int }',
}

function release(number: number, kind: Release['kind'] = 'release'): Release {
  const { name, url, file, sdl } = care
  const statement: Partial<ReleaseStatement> = {
    number,
    kind,
    madeAt: '2026-11-29T12:00:00.000Z',
    slices: [{ name, url, file, digest: digestOf(sdl) }],
  }
  const payload = Buffer.from(JSON.stringify(statement)).toString('base64url')
  const texts = { supergraph: `graph ${String(number)}`, api: 'api', diff: '[]', report: 'null' }
  return { number, kind, jws: `e30.${payload}.c2ln`, keyId: 'demo', ...texts }
}

const count = (given: Partial<UsageCount>): UsageCount => ({
  operation: 'a'.repeat(64),
  client: 'portal',
  clientVersion: '1.0',
  day: '2026-11-29',
  requests: 2,
  errors: 1,
  latencyMs: 12.5,
  latencies: [1, 0, 1],
  ...given,
})

describeOnDatabases('a registry', (kind) => {
  let data: TestData
  let environment: NodeJS.ProcessEnv
  let registry: Registry

  beforeEach(async () => {
    data = await makeTestData(kind)
    const url = data.environment['DATABASE_URL']
    environment = { ...data.environment, ...(url && { REGISTRY_URL: url }) }
    registry = await openRegistry(environment)
  })
  afterEach(async () => {
    await registry.close()
    await data.remove()
  })

  it('gives each release and its slices back as they were stored, and serves no preview as the current one', async () => {
    const { releases } = registry
    expect(await releases.currentNumber()).toBeNull()
    expect(await releases.current()).toBeNull()
    expect(await releases.add([release(0), release(1)], [care])).toBe(true)
    expect(await releases.add([release(2, 'preview')], [care])).toBe(true)
    expect(await releases.currentNumber()).toBe(1)
    expect(await releases.highest()).toBe(2)
    expect(await releases.current()).toEqual(release(1))
    expect(await releases.find(2)).toEqual(release(2, 'preview'))
    expect(await releases.find(3)).toBeNull()
    expect(await releases.slices(release(1))).toEqual([care])
    expect((await releases.statements(0)).map(({ number }) => number)).toEqual([1, 2])
  })

  it('of many that add the same number at once, one wins, and the others store nothing', async () => {
    const others = await Promise.all([1, 2, 3].map(() => openRegistry(environment)))
    await registry.releases.add([release(0)], [care])
    const adding = [registry, ...others].map(({ releases }, index) => async () => {
      const sdl = `type Query { care${String(index)}: Int }`
      return releases.add([release(1)], [{ ...care, sdl }])
    })
    // Connections of one process wait for each other's locks on SQLite without end; processes are tried with the command.
    const outcomes: boolean[] = []
    if (kind === 'PostgreSQL') outcomes.push(...(await Promise.all(adding.map((add) => add()))))
    else for (const add of adding) outcomes.push(await add())
    expect(outcomes.filter(Boolean)).toHaveLength(1)
    expect(await registry.releases.highest()).toBe(1)
    expect(await registry.releases.add([release(3)], [care])).toBe(false)
    await Promise.all(others.map((other) => other.close()))
  })

  it('a release that was stored is neither changed nor removed', async () => {
    await registry.releases.add([release(0)], [care])
    const other = await openRegistry(environment)
    const { openSqliteDatabase } = await import('@samenhang/subgraph-kit/sqlite-database')
    const { openPostgresDatabase } = await import('@samenhang/subgraph-kit/postgres-database')
    const database =
      registry.place.kind === 'sqlite'
        ? await openSqliteDatabase({ name: 'registry', ...registry.place })
        : await openPostgresDatabase({
            name: 'registry',
            schema: 'registry',
            url: registry.place.url,
            seconds: 5,
          })
    for (const sql of ["update release set supergraph = ''", 'delete from release', 'delete from slice'])
      await expect(database.knex.raw(sql)).rejects.toThrow('what was released is kept as it was')
    await database.close()
    expect(await other.releases.current()).toEqual(release(0))
    await other.close()
  })

  it('keeps the operations of an app: the date of those that it had, and others go only where that is said', async () => {
    const { operations } = registry
    const one = {
      id: '1'.repeat(64),
      name: 'One',
      text: 'query One { a }',
      source: 'one.graphql',
      aliases: ['relay-1'],
    }
    const two = {
      id: '2'.repeat(64),
      name: 'Two',
      text: 'query Two { b }',
      source: 'two.graphql',
      aliases: [],
    }
    const app = { app: 'portal', owner: 'front-end', removesOthers: false }
    expect(await operations.register({ ...app, operations: [one] })).toEqual({ added: 1, removed: 0 })
    const [first] = await operations.all()
    expect(
      await operations.register({ ...app, operations: [{ ...one, source: 'moved.graphql' }, two] }),
    ).toEqual({
      added: 1,
      removed: 0,
    })
    expect(await operations.all()).toMatchObject([
      {
        app: 'portal',
        owner: 'front-end',
        name: 'One',
        source: 'moved.graphql',
        aliases: ['relay-1'],
        registeredAt: first?.registeredAt,
      },
      { name: 'Two' },
    ])
    expect(await operations.register({ ...app, operations: [two], removesOthers: true })).toEqual({
      added: 0,
      removed: 1,
    })
    expect(await operations.consumers()).toMatchObject([{ app: 'portal', operations: 1 }])
    const version = await operations.version()
    expect(await operations.version()).toBe(version)
    await operations.register({ ...app, operations: [{ ...two, aliases: ['relay-2'] }] })
    expect(await operations.version()).not.toBe(version)
    expect(await operations.remove('portal')).toBe(true)
    expect(await operations.version()).toBe('[]')
    expect(await operations.remove('portal')).toBe(false)
    expect(await operations.all()).toEqual([])
  })

  it('adds counts of several processes up, and tells who used a field, and what is asked most', async () => {
    const { usage } = registry
    const used = {
      hash: 'a'.repeat(64),
      name: 'Page',
      text: 'query Page { area { name } }',
      coordinates: ['Query.area', 'Area.name'],
    }
    const rare = { hash: 'b'.repeat(64), name: 'Rare', text: '{ area { id } }', coordinates: ['Query.area'] }
    await usage.record({ operations: [used], counts: [count({})] })
    await usage.record({ operations: [used], counts: [count({}), count({ client: '', day: '2026-11-28' })] })
    await usage.record({ operations: [rare], counts: [count({ operation: rare.hash, requests: 1 })] })
    const counts = await usage.since('2026-11-29')
    expect(counts.find(({ operation }) => operation === used.hash)).toMatchObject({
      requests: 4,
      errors: 2,
      latencyMs: 25,
      latencies: [2, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0],
    })
    expect(await usage.ofCoordinate('Area.name', '2026-11-01')).toMatchObject([
      { client: '', requests: 2, lastDay: '2026-11-28' },
      { client: 'portal', clientVersion: '1.0', requests: 4, lastDay: '2026-11-29' },
    ])
    expect(await usage.ofCoordinate('Area.name', '2026-12-01')).toEqual([])
    expect(await usage.operationsSince('2026-11-29')).toMatchObject([{ name: 'Page' }, { name: 'Rare' }])
    expect((await usage.mostUsed(1, '2026-11-01')).map(({ hash }) => hash)).toEqual([used.hash])
  })

  it('forgets days that are too long ago and texts that are too long, whatever is recorded', async () => {
    const { usage } = registry
    const used = { hash: 'a'.repeat(64), name: '', text: '{ a }', coordinates: ['Query.a'] }
    const long = { ...used, hash: 'c'.repeat(64), text: 'x'.repeat(usageBounds.text + 1) }
    await usage.record({
      operations: [used, long],
      counts: [count({ day: '2025-01-01' }), count({ operation: long.hash, day: '2025-01-01' })],
    })
    expect((await usage.since('2020-01-01')).map(({ operation }) => operation)).toEqual([used.hash])
    const later = { ...used, hash: 'd'.repeat(64) }
    await usage.record({ operations: [later], counts: [count({ operation: later.hash })] })
    expect((await usage.since('2020-01-01')).map(({ operation }) => operation)).toEqual([later.hash])
    expect(await usage.ofCoordinate('Query.a', '2020-01-01')).toHaveLength(1)
  })
})

describe('where a registry is', () => {
  let data: TestData
  beforeEach(async () => {
    data = await makeTestData()
  })
  afterEach(() => data.remove())

  it('by default a file in the data folder that only its owner may read; none is made by looking', async () => {
    expect(await openRegistryIfThere(data.environment)).toBeNull()
    const registry = await openRegistry(data.environment)
    await registry.releases.add([release(0)], [care])
    expect(statSync(join(data.directory, 'registry.db')).mode & 0o077).toBe(0)
    expect(await openRegistryIfThere(data.environment).then((one) => one?.close())).toBeUndefined()
    await registry.close()
  })

  it('one that is gone is told, and not begun anew', async () => {
    const { rm } = await import('node:fs/promises')
    const registry = await openRegistry(data.environment)
    await registry.releases.add([release(0)], [care])
    await registry.close()
    await rm(join(data.directory, 'registry.db'))
    await expect(openRegistryIfThere(data.environment)).rejects.toThrow(
      'The database of registry (registry.db) is gone, though it has held data',
    )
  })

  it('REGISTRY_URL may be a path, a URL of a file or of PostgreSQL; others are told', async () => {
    const file = join(data.directory, 'own', 'releases.db')
    for (const url of [file, `file://${file}`]) {
      const registry = await openRegistry({ ...data.environment, REGISTRY_URL: url })
      await registry.close()
    }
    expect(new BetterSqlite3(file).prepare('select count(*) as number from release').get()).toEqual({
      number: 0,
    })
    await expect(openRegistry({ ...data.environment, REGISTRY_URL: 'mysql://here/x' })).rejects.toThrow(
      'REGISTRY_URL is neither a file nor of PostgreSQL',
    )
    await expect(
      openRegistry({ ...data.environment, REGISTRY_URL: 'postgres://postgres@127.0.0.1:1/none' }),
    ).rejects.toThrow('Check REGISTRY_URL and that PostgreSQL runs.')
  })
})
