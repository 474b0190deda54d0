/** What the registry tells people, on both databases: the releases that were served, newest first, and who used which part of the schema. */
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { makeTestData, type TestData } from '@samenhang/subgraph-kit/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openRegistry, type Registry } from '../registry/registry.ts'
import type { Release } from '../registry/release.ts'

function release(number: number, kind: Release['kind'] = 'release'): Release {
  const payload = Buffer.from(JSON.stringify({ number, kind, madeAt: '', slices: [] })).toString('base64url')
  const texts = { supergraph: 'graph', api: 'api', diff: `["+ A.b${String(number)}: Int"]`, report: 'null' }
  return { number, kind, jws: `e30.${payload}.c2ln`, keyId: 'demo', ...texts }
}

describeOnDatabases('a registry', (kind) => {
  let data: TestData
  let registry: Registry

  beforeEach(async () => {
    data = await makeTestData(kind)
    const url = data.environment['DATABASE_URL']
    registry = await openRegistry({ ...data.environment, ...(url && { REGISTRY_URL: url }) })
  })
  afterEach(async () => {
    await registry.close()
    await data.remove()
  })

  it('tells releases newest first with what changed, a page at a time, and no previews', async () => {
    expect(await registry.releases.history(10)).toEqual([])
    const kinds = ['release', 'release', 'preview', 'rollback', 'preview'] as const
    await registry.releases.add(
      kinds.map((one, number) => release(number, one)),
      [],
    )
    expect((await registry.releases.history(2)).map(({ number, diff }) => [number, diff])).toEqual([
      [3, '["+ A.b3: Int"]'],
      [1, '["+ A.b1: Int"]'],
    ])
    expect((await registry.releases.history(10, 3)).map(({ number }) => number)).toEqual([1, 0])
    expect(await registry.releases.history(10, 0)).toEqual([])
    expect(await registry.releases.history(10, 99_999_999_999)).toHaveLength(3)
    expect(await registry.releases.find(99_999_999_999)).toBeNull()
  })

  it('tells each part with its clients, or one part and what is in it', async () => {
    const coordinates = ['Area', 'Area.housing', 'Area.housing(year:)', 'Area.housingOf', 'AreaKind.B']
    const hashes = ['a', 'b'].map((letter) => letter.repeat(64))
    await registry.usage.record({
      operations: hashes.map((hash, index) => ({
        ...{ hash, name: 'One', text: '{ a }' },
        coordinates: index === 0 ? coordinates : ['Area'],
      })),
      counts: [
        ['a', 'map', '2026-11-28'],
        ['a', 'map', '2026-11-29'],
        ['b', 'map', '2026-11-27'],
        ['b', 'site', '2026-11-29'],
      ].map(([letter = '', client = '', day = '']) => ({
        ...{ operation: letter.repeat(64), client, clientVersion: '', day, requests: 2 },
        ...{ errors: 0, latencyMs: 1, latencies: [2] },
      })),
    })
    const all = await registry.usage.byCoordinate(100, '2026-11-01')
    expect(all).toHaveLength(6)
    expect(all.slice(0, 2)).toEqual([
      { coordinate: 'Area', client: 'map', requests: 6, lastDay: '2026-11-29' },
      { coordinate: 'Area', client: 'site', requests: 2, lastDay: '2026-11-29' },
    ])
    expect(await registry.usage.byCoordinate(1, '2026-11-01')).toHaveLength(1)
    const parts = await registry.usage.byCoordinate(100, '2026-11-29', ['Area.housing', 'AreaKind'])
    expect(parts.map(({ coordinate }) => coordinate).sort()).toEqual([
      ...['Area.housing', 'Area.housing(year:)', 'AreaKind.B'],
    ])
    expect(await registry.usage.byCoordinate(100, '2026-11-01', ["Area' or 1=1 --", 'Area%'])).toEqual([])
  })
})
